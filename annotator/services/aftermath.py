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
from annotator.domain.link_rules import Links
from annotator.domain.meanings import claim_labels
from annotator.domain.relation import Relation
from annotator.domain.row_history import Row
from annotator.domain.scheme import RelationType, Scheme, check_attributes
from annotator.domain.scheme_change import fitted
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.scheme_changes import fit_links
from annotator.store import annotations, scheme_rows
from annotator.store.bonds import REFERENCES_OF, RowKey
from annotator.store.connection import Connection
from annotator.store.references import has_row, naming, stored_row

SCHEME: RowKey = ("settings", "scheme")
Place = tuple[str, str]
"""A document and an annotator: whose annotation set it is."""


class Fault(NamedTuple):
    """The reason to leave an edit out: the row that is the cause, and the column, if the rest can be written."""

    reason: Reason
    cause: RowKey
    column: str | None = None


MANY_SETS = 100
"""Annotation sets from which on the links of all are read at once."""


class Aftermath:
    """Answers from the tables as `edits` (None: delete) would leave them. `left_out` are edits given up already."""

    def __init__(
        self,
        connection: Connection,
        held: Scheme,
        edits: Mapping[RowKey, Row | None],
        stored: Mapping[RowKey, Row],
    ) -> None:
        """`stored` are the rows of edits that put only some columns, as they are now."""
        self._connection = connection
        self._held = held
        self._stored = stored
        self.edits = dict(edits)
        self.left_out: dict[RowKey, Row | None] = {}
        self._there: dict[RowKey, bool] = {}
        self._links: dict[Place, SetLinks] = {}

    def leave_out(self, key: RowKey) -> None:
        """Give an edit up: the row stays as it is."""
        self.left_out[key] = self.edits.pop(key)
        row = self.row(key) or {}
        for one in REFERENCES_OF[key[0]]:
            if row.get(one.column):
                self._users.setdefault((one.parent, row[one.column]), []).append(key)
        self._links.clear()
        self.__dict__.pop("scheme", None)

    @cached_property
    def _users(self) -> dict[RowKey, list[RowKey]]:
        """The rows that name rows which go, and rows that are put; those that go themselves aside."""
        users: dict[RowKey, list[RowKey]] = {}
        put = [(key, row) for key, row in self.edits.items() if row is not None]
        for key, row in put:
            for one in REFERENCES_OF[key[0]]:
                if row.get(one.column):
                    users.setdefault((one.parent, row[one.column]), []).append(key)
        going = [key for key, row in self.edits.items() if row is None]
        for key, user in naming(self._connection, going):
            if self.edits.get(user, user) is not None:
                users.setdefault(key, []).append(user)
        return users

    @cached_property
    def _put_spans(self) -> dict[str, list[RowKey]]:
        """The marks that are put, by the id of their annotation set."""
        found: dict[str, list[RowKey]] = {}
        for key, row in self.edits.items():
            if key[0] == "spans" and row is not None:
                whole = self.row(key) or row
                found.setdefault(annotation_set_id(whole["document_id"], whole["annotator"]), []).append(key)
        return found

    @cached_property
    def _put_relations(self) -> dict["Place", list[RowKey]]:
        """The links that are put, by their annotation set."""
        found: dict[Place, list[RowKey]] = {}
        for key, row in self.edits.items():
            if key[0] == "relations" and row is not None:
                whole = self.row(key) or row
                found.setdefault((whole["document_id"], whole["annotator"]), []).append(key)
        return found

    def row(self, key: RowKey) -> Row | None:
        """A row as it would be."""
        if key not in self.edits:
            return stored_row(self._connection, key)
        row = self.edits[key]
        return row if row is None or key not in self._stored else {**self._stored[key], **row}

    def has(self, key: RowKey) -> bool:
        """Return whether a row would be there."""
        if key in self.edits:
            return self.edits[key] is not None
        if key not in self._there:
            self._there[key] = has_row(self._connection, key)
        return self._there[key]

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
        for user in self._users.get(key, ()):
            if self._names(user, key):
                return Fault("used", user)
        if key[0] == "annotation_sets":
            return next((Fault("used", span) for span in self._marks_of(key)), None)
        parts = [one for one in REFERENCES_OF[key[0]] if one.bond == "part"] if self.left_out else []
        held = (stored_row(self._connection, key) or {}) if parts else {}
        wholes = ((one.parent, held.get(one.column)) for one in parts)
        return next((Fault("used", whole) for whole in wholes if whole in self.left_out), None)

    def _names(self, user: RowKey, key: RowKey) -> bool:
        """Return whether a row would name another one, in a column that makes it rest on it."""
        row = self.row(user)
        return row is not None and any(
            one.parent == key[0] and row.get(one.column) == key[1] for one in REFERENCES_OF[user[0]]
        )

    def _marks_of(self, key: RowKey) -> Iterator[RowKey]:
        """The marks that an annotation set would have."""
        rows = self._connection.execute(
            "SELECT s.id FROM spans AS s JOIN annotation_sets AS a ON a.document_id = s.document_id "
            "AND a.annotator = s.annotator WHERE a.id = ?",
            (key[1],),
        )
        yield from (span for row in rows if self.has(span := ("spans", row["id"])))
        yield from (span for span in self._put_spans.get(key[1], ()) if span in self.edits)

    def _missing(self, table: str, row: Row) -> Fault | None:
        """Return the fault of a row that would name one that is not there."""
        for one in REFERENCES_OF[table]:
            named = row.get(one.column)
            if one.bond == "trace" or named is None:
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
        links = self._links_in(row)
        for kind in self.scheme.relations:
            held = links.of(kind)
            leaving = held.from_mark(key[1]) if label.key not in kind.from_ else ()
            arriving = held.to_mark(key[1]) if label.key not in kind.to else ()
            for link in (*leaving, *arriving):
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
        links = self._links_in(row).of(kind)
        try:
            links.check(_relation(row))
        except InputError:
            return Fault("missing", self._rival([link for link in links if link.id != key[1]], row))
        return None

    def _rival(self, others: Sequence[Relation], row: Row) -> RowKey:
        """The link that has taken the place of one that would come back."""
        near = [link for link in others if link.from_id == row["from_id"]] or [
            link for link in others if row["from_id"] in (link.from_id, link.to_id) or link.from_id == row["to_id"]
        ]
        return "relations", (near or others)[0].id

    def _links_in(self, row: Row) -> "SetLinks":
        """The links that the annotation set of a mark or link would have."""
        place = row["document_id"], row["annotator"]
        if place not in self._links:
            held = self._links_held(place)
            fresh = (self.row(key) for key in self._put_relations.get(place, ()) if key in self.edits)
            self._links[place] = SetLinks(
                (
                    *(link for link in held if ("relations", link.id) not in self.edits),
                    *(_relation(one) for one in fresh if one is not None),
                )
            )
        return self._links[place]

    def _links_held(self, place: "Place") -> Sequence[Relation]:
        """The links that an annotation set has now."""
        if len(self._put_spans) + len(self._put_relations) < MANY_SETS:
            return annotations.relations(self._connection, *place)
        return self._links_by_place.get(place, ())

    @cached_property
    def _links_by_place(self) -> dict["Place", list[Relation]]:
        found: dict[Place, list[Relation]] = {}
        for link in self._every_link:
            found.setdefault((link.document_id, link.annotator), []).append(link)
        return found

    @cached_property
    def _every_link(self) -> list[Relation]:
        return annotations.every_relation(self._connection)

    def _unfit(self) -> RowKey | None:
        """A mark or link that the scheme as it would be has no place for."""
        spans = self._all("spans", annotations.every_span(self._connection), _span)
        relations = self._all("relations", self._every_link, _relation)
        fit = fit_links(self._held, self.scheme, relations, fitted(self.scheme, spans, relations))
        unfit = [*(("spans", one) for one in fit.spans), *(("relations", one) for one in fit.relations)]
        return next(iter(unfit), None)

    def _all(self, table: str, held: Sequence[Any], made: Any) -> list[Any]:
        kept = [one for one in held if (table, one.id) not in self.edits]
        return kept + [made(row) for key in self.edits if key[0] == table and (row := self.row(key)) is not None]


class SetLinks:
    """The links of an annotation set, by kind."""

    def __init__(self, links: Sequence[Relation]) -> None:
        self._every = links
        self._of: dict[str, Links] = {}

    def of(self, kind: RelationType) -> Links:
        """Return those of one kind."""
        if kind.key not in self._of:
            self._of[kind.key] = Links(kind, (link for link in self._every if link.label == kind.key))
        return self._of[kind.key]


def _span(row: Row) -> Span:
    return msgspec.convert({key: value for key, value in row.items() if key not in ("start", "end")}, Span)


def _relation(row: Row) -> Relation:
    return msgspec.convert(dict(row), Relation)
