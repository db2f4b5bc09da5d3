"""The documents of an open project, without their texts, in the order and through the filter of their list.

They are read again only after a change.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec.structs import replace

from annotator.domain.change import Changes

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary

FEW = 20
"""More changed documents than this are read together with all others."""

MOST_FOLDED = 1 << 16
"""Titles that are kept in the form in which they are filtered, so that each letter of a filter is quick."""


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
    from annotator.text.searchable import folded_form

    words = folded_form(wish.words.strip()).strip()
    found = [
        one
        for one in summaries
        if (wish.part in ("all", one.status) or (wish.part == "mine" and one.id in mine))
        and (not words or words in _folded(f"{one.title}\n{one.publisher or ''}"))
    ]
    value = _value(found, wish.order, marks)
    if value is None:
        return [one.id for one in (reversed(found) if wish.falling else found)]
    placed = [(value(one), one.id) for one in found]
    held = sorted((one for one in placed if one[0] is not None), key=lambda one: one[0], reverse=wish.falling)
    return [id for _, id in held] + [id for key, id in placed if key is None]


@lru_cache(maxsize=MOST_FOLDED)
def _folded(line: str) -> str:
    """Return a line in the form in which it is filtered."""
    from annotator.text.searchable import folded_form

    return folded_form(line)


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
        """Follow a change: a few lines of thousands are read again, and put behind the others where they are new."""
        if self._summaries is None:
            return
        touched = changes.documents
        if len(touched) > FEW:
            self.forget()
        elif changes.touches("documents", "origins"):
            self._summaries = self._with_read_again(self._summaries, touched)
        else:
            status = {document_id: self._project.status(document_id) for document_id in touched}
            self._summaries = [
                replace(item, status=status[item.id]) if item.id in status else item for item in self._summaries
            ]

    def _with_read_again(
        self, held: Sequence["DocumentSummary"], touched: Collection[str]
    ) -> "list[DocumentSummary] | None":
        """Return the lines with those of some documents as they are now; None where only all of them tell the order."""
        read = {one.id: one for one in self._project.summaries(counted=False, only=touched)}
        new = read.keys() - {one.id for one in held if one.id in touched}
        kept = [read.get(one.id, one) for one in held if one.id in read or one.id not in touched]
        if not new:
            return kept
        came = self._project.added_after(kept[-1].id, len(new) + 1) if kept else []
        return [*kept, *(read[one] for one in came)] if set(came) == new else None
