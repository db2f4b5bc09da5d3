"""Ids for marks of formats that have none: the same file gives the same ids, so that reading it twice adds nothing."""

from annotator.domain.ids import digest
from annotator.domain.span import Parts


def span_id(document_id: str, annotator: str, label: str, parts: Parts, turn: int = 0) -> str:
    """Return the id of a span; `turn` counts those that are the same in everything else."""
    return digest("\n".join(map(str, ("span", document_id, annotator, label, parts, turn))))


def relation_id(document_id: str, label: str, from_id: str, to_id: str) -> str:
    """Return the id of a relation between two spans."""
    return digest("\n".join(("relation", document_id, label, from_id, to_id)))
