"""Spans and relations out of their rows: all of a reading at once, and one by one where a row is broken, to name it."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span, are_parts
from annotator.domain.statement import Agreement
from annotator.store import rows

SPAN_COLUMNS = """s.id, s.document_id, s.annotator, s.label, s.start, s."end", s.parts, s.attributes, s.actor_id,
    s.statement_id, s.agreement, s.derived_from, s.decided_by"""
"""The columns that spans are read from, in their order, of a table or view that is called `s`."""
RELATION_COLUMNS = """r.id, r.document_id, r.annotator, r.label, r.from_id, r.to_id, r.attributes, r.derived_from,
    r.decided_by"""
"""Those of relations, of a table or view that is called `r`."""

_PARTS, _ATTRIBUTES = msgspec.json.Decoder(list[Parts]), msgspec.json.Decoder(list[rows.Attributes])
_AGREEMENTS = frozenset((None, *get_args(Agreement)))


def read_spans(found: Sequence[sqlite3.Row]) -> list[Span]:
    """Return spans from rows of SPAN_COLUMNS. Raises BrokenRowError."""
    made = _spans_at_once(found)
    return [read_span(row) for row in found] if made is None else made


def read_relations(found: Sequence[sqlite3.Row]) -> list[Relation]:
    """Return relations from rows of RELATION_COLUMNS. Raises BrokenRowError."""
    made = _relations_at_once(found)
    return [read_relation(row) for row in found] if made is None else made


def read_span(row: sqlite3.Row) -> Span:
    """Return the span of a row. Raises BrokenRowError."""
    values = _decoded(row, "spans")
    values["parts"] = parts = rows.decode(values["parts"], Parts, "spans", row["id"])
    if not are_parts(parts) or (parts[0][0], parts[-1][1]) != (values.pop("start"), values.pop("end")):
        raise rows.BrokenRowError("spans", row["id"], "its parts are not sorted stretches of a text")
    return rows.record(Span, "spans", values)


def read_relation(row: sqlite3.Row) -> Relation:
    """Return the relation of a row. Raises BrokenRowError."""
    return rows.record(Relation, "relations", _decoded(row, "relations"))


def _decoded(row: sqlite3.Row, table: str) -> dict[str, Any]:
    values: dict[str, Any] = dict(row)
    attributes = values["attributes"]
    values["attributes"] = {} if attributes == "{}" else rows.decode(attributes, rows.Attributes, table, row["id"])
    return values


def _spans_at_once(found: Sequence[sqlite3.Row]) -> list[Span] | None:
    """The spans; None if something is not as it should be. Of 200,000 spans this takes half the time."""
    parts = _all(_PARTS, [row[6] for row in found], "[", "]")
    said = _all(_ATTRIBUTES, [row[7] for row in found], "{", "}")
    if parts is None or said is None or not _are_named(found, (0, 1, 2, 3), (8, 9, 11, 12)):
        return None
    made: list[Span] = []
    for row, at, attributes in zip(found, parts, said, strict=True):
        id_, document, annotator, label, start, end, _, _, actor, statement, agreement, derived, decided = row
        if not (are_parts(at) and at[0][0] == start and at[-1][1] == end and agreement in _AGREEMENTS):
            return None
        made.append(
            Span(
                id=id_,
                document_id=document,
                annotator=annotator,
                label=label,
                parts=at,
                attributes=attributes,
                actor_id=actor,
                statement_id=statement,
                agreement=agreement,
                derived_from=derived,
                decided_by=decided,
            )
        )
    return made


def _relations_at_once(found: Sequence[sqlite3.Row]) -> list[Relation] | None:
    said = _all(_ATTRIBUTES, [row[6] for row in found], "{", "}")
    if said is None or not _are_named(found, (0, 1, 2, 3, 4, 5), (7, 8)):
        return None
    return [
        Relation(
            id=row[0],
            document_id=row[1],
            annotator=row[2],
            label=row[3],
            from_id=row[4],
            to_id=row[5],
            attributes=attributes,
            derived_from=row[7],
            decided_by=row[8],
        )
        for row, attributes in zip(found, said, strict=True)
    ]


def _all(decoder: "msgspec.json.Decoder[list[Any]]", texts: Sequence[Any], first: str, last: str) -> list[Any] | None:
    """The values of a JSON column, decoded as one list; None where a text is no whole value from `first` to `last`.

    A text that leaves open what the next one closes would otherwise be read into it.
    """
    try:
        joined = ",".join(texts)
        whole = "\\" not in joined and all(
            text[0] == first and text[-1] == last and text.count(first) == text.count(last) and not text.count('"') % 2
            for text in set(texts)
        )
        made = decoder.decode(f"[{joined}]") if whole else None
    except (msgspec.DecodeError, RecursionError, ValueError, TypeError, IndexError):
        return None
    return made if made is not None and len(made) == len(texts) else None


def _are_named(found: Sequence[sqlite3.Row], needed: Iterable[int], others: Iterable[int]) -> bool:
    """Return whether these columns hold texts as long as names may be; only `others` may hold nothing."""
    names = {value for place in needed for value in {row[place] for row in found}}
    names |= {value for place in others for value in {row[place] for row in found} if value is not None}
    return all(value.__class__ is str and len(value) <= rows.LONGEST_KEY for value in names)
