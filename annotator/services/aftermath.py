"""The project as it would be after some edits, and which of them have to be left out so that it holds together.

Undo takes back one action of many: what it would pull away, others may rest on by now; what it would bring back may
have lost its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.annotator import annotation_set_id
from annotator.domain.change import Reason
from annotator.domain.link_rules import check_link
from annotator.domain.meanings import claim_labels
from annotator.domain.relation import Relation
from annotator.domain.row_history import Row
from annotator.domain.scheme import Scheme, check_attributes
from annotator.domain.scheme_change import fitted
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.scheme_changes import fit_links
from annotator.store import annotations, scheme_rows
from annotator.store.bonds import REFERENCES, RowKey
from annotator.store.connection import Connection
from annotator.store.references import has_row, referring, stored_row

SCHEME: RowKey = ("settings", "scheme")


class Fault(NamedTuple):
    """The reason to leave an edit out: the row that is the cause, and the column, if the rest can be written."""

    reason: Reason
    cause: RowKey
    column: str | None = None


class Aftermath:
    """Answers from the tables as `edits` (None: delete) would leave them. `left_out` are edits given up already."""

    def __init__(self, connection: Connection, held: Scheme, edits: Mapping[RowKey, Row | None]) -> None:
        self._connection = connection
        self._held = held
        self.edits = dict(edits)
        self.left_out: dict[RowKey, Row | None] = {}
        self._new_referrers: dict[RowKey, list[RowKey]] = {}
        for key, row in self.edits.items():
            for one in REFERENCES:
                if row is not None and one.table == key[0] and row.get(one.column):
                    self._new_referrers.setdefault((one.parent, row[one.column]), []).append(key)
        self._links: dict[tuple[str, str], list[Relation]] = {}
        # Those that go are no marks any more: of an import that is taken back, all of them go.
        self._put_spans = [key for key, row in self.edits.items() if key[0] == "spans" and row is not None]

    def leave_out(self, key: RowKey) -> None:
        """Give an edit up: the row stays as it is."""
        self.left_out[key] = self.edits.pop(key)
        if key in self._put_spans:
            self._put_spans.remove(key)
        self._links.clear()
        self.__dict__.pop("scheme", None)

    def row(self, key: RowKey) -> Row | None:
        """A row as it would be."""
        if key not in self.edits:
            return stored_row(self._connection, key)
        row = self.edits[key]
        return None if row is None else {**(stored_row(self._connection, key) or {}), **row}

    def has(self, key: RowKey) -> bool:
        """Return whether a row would be there."""
        return self.edits[key] is not None if key in self.edits else has_row(self._connection, key)

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme as it would be."""
        edits = {row_id: row for (table, row_id), row in self.edits.items() if table == "settings"}
        if not edits:
            return self._held
        parts = scheme_rows.stored_parts(self._connection) | {one: row["value"] for one, row in edits.items() if row}
        return scheme_rows.assembled({one: value for one, value in parts.items() if edits.get(one, {}) is not None})

    def faults(self) -> dict[RowKey, Fault]:
        """The edits that cannot be made beside what would be there then, each with the first thing against it."""
        found = {key: fault for key in self.edits if key[0] != "settings" and (fault := self._fault(key)) is not None}
        parts = [key for key in self.edits if key[0] == "settings"]
        if not found and parts and (unfit := self._unfit()) is not None:
            # The parts of a scheme are undone together: half of it is nobody's scheme.
            return dict.fromkeys(parts, Fault("used", unfit))
        return found

    def _fault(self, key: RowKey) -> Fault | None:
        check_cancelled()
        row = self.edits[key]
        if row is None:
            return self._still_used(key)
        missing = self._missing(key[0], row)
        if missing is not None or key[0] not in ("spans", "relations"):
            return missing
        whole = self.row(key) or row
        return self._misplaced_span(key, whole) if key[0] == "spans" else self._misplaced_relation(key, whole)

    def _still_used(self, key: RowKey) -> Fault | None:
        """Return the fault of a delete: rows that would rest on the row, or the whole that stays and that it is a part
        of.
        """
        for user in (*referring(self._connection, key), *self._new_referrers.get(key, ())):
            if self._names(user, key):
                return Fault("used", user)
        if key[0] == "annotation_sets":
            return next((Fault("used", span) for span in self._marks_of(key)), None)
        held = stored_row(self._connection, key) or {}
        wholes = ((one.parent, held.get(one.column)) for one in REFERENCES if (one.table, one.bond) == (key[0], "part"))
        return next((Fault("used", whole) for whole in wholes if whole in self.left_out), None)

    def _names(self, user: RowKey, key: RowKey) -> bool:
        """Return whether a row would name another one, in a column that makes it rest on it."""
        row = self.row(user)
        return row is not None and any(
            (one.table, one.parent) == (user[0], key[0]) and row.get(one.column) == key[1] for one in REFERENCES
        )

    def _marks_of(self, key: RowKey) -> Iterator[RowKey]:
        """The marks that an annotation set would have."""
        rows = self._connection.execute(
            "SELECT s.id FROM spans AS s JOIN annotation_sets AS a ON a.document_id = s.document_id "
            "AND a.annotator = s.annotator WHERE a.id = ?",
            (key[1],),
        )
        yield from (span for row in rows if self.has(span := ("spans", row["id"])))
        for span in self._put_spans:
            row = self.row(span)
            if row is not None and annotation_set_id(row["document_id"], row["annotator"]) == key[1]:
                yield span

    def _missing(self, table: str, row: Row) -> Fault | None:
        """Return the fault of a row that would name one that is not there."""
        for one in REFERENCES:
            named = row.get(one.column)
            if one.table != table or one.bond == "trace" or named is None:
                continue
            if not self.has((one.parent, named)):
                return Fault("missing", (one.parent, named), one.column if one.bond == "loose" else None)
        return None

    def _misplaced_span(self, key: RowKey, row: Row) -> Fault | None:
        try:
            label = self.scheme.label(row["label"])
            check_attributes(row["attributes"], label.attributes, label.key)
        except InputError:
            return Fault("missing", SCHEME)
        if row.get("actor_id") is not None and not label.names_actor:
            return Fault("missing", SCHEME, "actor_id")
        if row.get("statement_id") is not None and label.key not in claim_labels(self.scheme):
            return Fault("missing", SCHEME, "statement_id")
        for link in self._links_in(row):
            kind = next((kind for kind in self.scheme.relations if kind.key == link.label), None)
            ends = ((link.from_id, kind.from_), (link.to_id, kind.to)) if kind is not None else ()
            if any(end == key[1] and label.key not in allowed for end, allowed in ends):
                return Fault("used", ("relations", link.id))
        return None

    def _misplaced_relation(self, key: RowKey, row: Row) -> Fault | None:
        try:
            kind = self.scheme.relation(row["label"])
            check_attributes(row["attributes"], kind.attributes, kind.key)
        except InputError:
            return Fault("missing", SCHEME)
        for column, allowed in (("from_id", kind.from_), ("to_id", kind.to)):
            end = self.row(("spans", row[column]))
            if end is None or end["label"] not in allowed:
                return Fault("missing", ("spans", row[column]))
        others = [link for link in self._links_in(row) if link.label == kind.key and link.id != key[1]]
        try:
            check_link(kind, others, _relation(row))
        except InputError:
            return Fault("missing", self._rival(others, row))
        return None

    def _rival(self, others: Sequence[Relation], row: Row) -> RowKey:
        """The link that has taken the place of one that would come back."""
        near = [link for link in others if link.from_id == row["from_id"]] or [
            link for link in others if row["from_id"] in (link.from_id, link.to_id) or link.from_id == row["to_id"]
        ]
        return "relations", (near or others)[0].id

    def _links_in(self, row: Row) -> list[Relation]:
        """The links that the annotation set of a mark or link would have."""
        place = row["document_id"], row["annotator"]
        if place not in self._links:
            held = annotations.relations(self._connection, *place)
            fresh = (one for key in self.edits if key[0] == "relations" and (one := self.row(key)) is not None)
            self._links[place] = [
                *(link for link in held if ("relations", link.id) not in self.edits),
                *(_relation(one) for one in fresh if (one["document_id"], one["annotator"]) == place),
            ]
        return self._links[place]

    def _unfit(self) -> RowKey | None:
        """A mark or link that the scheme as it would be has no place for."""
        spans = self._all("spans", annotations.every_span(self._connection), _span)
        relations = self._all("relations", annotations.every_relation(self._connection), _relation)
        fit = fit_links(self._held, self.scheme, relations, fitted(self.scheme, spans, relations))
        unfit = [*(("spans", one) for one in fit.spans), *(("relations", one) for one in fit.relations)]
        return next(iter(unfit), None)

    def _all(self, table: str, held: Sequence[Any], made: Any) -> list[Any]:
        kept = [one for one in held if (table, one.id) not in self.edits]
        return kept + [made(row) for key in self.edits if key[0] == table and (row := self.row(key)) is not None]


def _span(row: Row) -> Span:
    return msgspec.convert({key: value for key, value in row.items() if key not in ("start", "end")}, Span)


def _relation(row: Row) -> Relation:
    return msgspec.convert(dict(row), Relation)
