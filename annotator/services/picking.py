"""A mark made of what several readers say: of each detail in which they differ, what the picked reader has."""

from collections.abc import Mapping
from typing import Any

import msgspec

from annotator.agreement.differences import Detail, Difference
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.gold_copies import CopiesWanted


def composed(one: Difference, picks: Mapping[str, str]) -> CopiesWanted:
    """Return the mark that these picks make; of a detail that is not picked, its first reader's counts.

    `picks` names a reader for details by `Detail.name`. Raises InputError for a detail or a reader that is none, and
    for one who has no such mark.
    """
    known = {detail.name: detail for detail in one.details}
    for name, reader in picks.items():
        if name not in known:
            raise InputError("The readers do not differ in {detail!r}.", detail=name)
        if one.marks.get(reader) is None:
            raise InputError("{reader!r} has no such mark to pick from.", reader=reader)
    picked = [(detail, _mark(one, picks[name])) for name, detail in known.items() if name in picks]
    span = next(
        (mark for kind in ("label", "boundary") for detail, mark in picked if detail.kind == kind and not detail.key),
        one.held[0],
    )
    links: dict[str, Span] = {}
    for detail, mark in picked:
        if _is_of_mark(detail):
            span = msgspec.structs.replace(span, **_said(detail, span, mark))
        elif detail.key:
            links[detail.key.partition(".")[0]] = mark
    return CopiesWanted(span, links)


def _mark(one: Difference, reader: str) -> Span:
    mark = one.marks[reader]
    assert mark is not None
    return mark


def _is_of_mark(detail: Detail) -> bool:
    """Return whether a detail is about the mark itself, and neither about its links nor about who plays a role."""
    return "." not in detail.key if detail.kind == "attribute" else not detail.key and detail.kind != "only"


def _said(detail: Detail, span: Span, mark: Span) -> dict[str, Any]:
    """Return the fields that take the picked mark's value."""
    if detail.kind == "boundary":
        return {"parts": mark.parts}
    if detail.kind == "actor":
        return {"actor_id": mark.actor_id}
    if detail.kind == "statement":
        return {"statement_id": mark.statement_id, "agreement": mark.agreement}
    if detail.kind == "attribute":
        rest = {key: value for key, value in span.attributes.items() if key != detail.key}
        said = mark.attributes.get(detail.key)
        return {"attributes": rest if said is None else {**rest, detail.key: said}}
    return {"label": mark.label, "attributes": mark.attributes}
