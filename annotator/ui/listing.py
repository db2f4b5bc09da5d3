"""The documents of an open project, without their texts, in the order and through the filter of their list.

They are read again only after a change.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec.structs import replace

from annotator.domain.change import Changes

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary

FEW = 20
"""More changed documents than this are read together with all others."""


ListPart = Literal["all", "mine", "todo", "doing", "done"]
"""All documents, those assigned to me, or those with this status of mine."""
ListOrder = Literal["place", "title", "date", "publisher", "marks", "status"]
_STATUS = {"doing": 0, "todo": 1, "done": 2}


class ListWish(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the documents that the list shows, and its order; documents without a value come last."""

    words: str = ""
    part: ListPart = "all"
    order: ListOrder = "place"
    falling: bool = False


def arranged(
    summaries: Sequence["DocumentSummary"], wish: ListWish, mine: frozenset[str], marks: Mapping[str, int]
) -> list[str]:
    """Return the ids of the documents that are wanted, in order. `marks` counts mine by document."""
    from annotator.text.folding import fold

    words = fold(wish.words.strip()).form.strip()
    found = [
        one
        for one in summaries
        if (wish.part in ("all", one.status) or (wish.part == "mine" and one.id in mine))
        and (not words or words in fold(f"{one.title}\n{one.publisher or ''}").form)
    ]
    value = _value(found, wish.order, marks)
    if value is None:
        return [one.id for one in (reversed(found) if wish.falling else found)]
    placed = [(value(one), one.id) for one in found]
    held = sorted((one for one in placed if one[0] is not None), key=lambda one: one[0], reverse=wish.falling)
    return [id for _, id in held] + [id for key, id in placed if key is None]


def _value(
    found: Sequence["DocumentSummary"], order: ListOrder, marks: Mapping[str, int]
) -> "Callable[[DocumentSummary], Any] | None":
    """Return what a document is sorted by (None: it has nothing); None for the order of import."""
    from annotator.text.collation import sorter

    if order in ("title", "publisher"):
        key = sorter([str(getattr(one, order) or "") for one in found])
        return lambda one: key(name) if (name := getattr(one, order)) else None
    values: dict[ListOrder, Callable[[DocumentSummary], Any]] = {
        "date": lambda one: one.published or None,
        "marks": lambda one: marks.get(one.id, 0),
        "status": lambda one: _STATUS[one.status],
    }
    return values.get(order)


class Listing:
    """All documents, those that the list shows, and the place of a document among them."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._summaries: list[DocumentSummary] | None = None
        self._ids: list[str] | None = None
        self._listed: tuple[list[DocumentSummary], list[DocumentSummary], dict[str, int]] | None = None

    def summaries(self) -> list["DocumentSummary"]:
        """Return a line for each document, in the order of import."""
        if self._summaries is None:
            self._summaries = self._project.summaries(counted=False)
        return self._summaries

    def listed(self) -> list["DocumentSummary"]:
        """Return a line for each document that the list shows, in its order."""
        return self._arranged()[0]

    def arrange(self, document_ids: Sequence[str] | None) -> None:
        """Let the list show these documents in this order; None: all of them."""
        self._ids = None if document_ids is None else list(document_ids)
        self._listed = None

    @property
    def is_whole(self) -> bool:
        """Return whether the list shows all documents in the order of import."""
        return self._ids is None

    def place(self, document_id: str) -> int:
        """Return where a document stands in the list, from 0; -1 if it is not there."""
        return self._arranged()[1].get(document_id, -1)

    def find(self, document_id: str) -> "DocumentSummary | None":
        """Return the line of a document, whether the list shows it or not; None if it is not here."""
        place = self.place(document_id)
        if place >= 0:
            return self.listed()[place]
        return next((one for one in self.summaries() if one.id == document_id), None)

    def _arranged(self) -> "tuple[list[DocumentSummary], dict[str, int]]":
        every = self.summaries()
        if self._listed is None or self._listed[0] is not every:
            held = {} if self._ids is None else {one.id: one for one in every}
            shown = every if self._ids is None else [held[one] for one in self._ids if one in held]
            self._listed = every, shown, {item.id: place for place, item in enumerate(shown)}
        return self._listed[1:]

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._summaries = None

    def follow(self, changes: Changes) -> None:
        """Follow a change: a new status is one line of thousands, anything else about documents concerns them all."""
        if self._summaries is None or changes.touches("documents", "origins") or len(changes.documents) > FEW:
            self.forget()
            return
        status = {document_id: self._project.status(document_id) for document_id in changes.documents}
        self._summaries = [
            replace(item, status=status[item.id]) if item.id in status else item for item in self._summaries
        ]
