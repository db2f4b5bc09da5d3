"""Threads of comments with what they are about: a mark, a passage, or a whole article."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from annotator.domain.comment import Comment, Thread, threads
from annotator.domain.span import ELLIPSIS, Parts
from annotator.services.door.file import ProjectFile
from annotator.services.taking_back import shortened
from annotator.store import annotations, comments, documents
from annotator.store.connection import Connection

ThreadSubject = Literal["mark", "gone", "passage", "document"]
"""A mark, one that is not there any more, a passage, the whole document."""


class PlacedThread(msgspec.Struct, frozen=True, kw_only=True):
    """A thread, the title of its document, and what it is about: the words (shortened), and their parts.

    `label` and `owner` are those of the mark that it is about; both are empty otherwise.
    """

    thread: Thread
    title: str
    about: ThreadSubject
    quote: str = ""
    parts: Parts = ()
    label: str = ""
    owner: str = ""

    @property
    def document_id(self) -> str:
        return self.thread.first.document_id


def on_document(file: ProjectFile, document_id: str) -> list[PlacedThread]:
    """Return the threads on a document: on the whole of it first, then in reading order."""
    with file.reading() as view:
        found = _placed(view, comments.comments(view, document_id))
    return sorted(found, key=lambda one: one.parts[:1])


def everywhere(file: ProjectFile) -> list[PlacedThread]:
    """Return the threads on all documents by the latest comment, the newest first."""
    with file.apart() as view:
        said = comments.every_comment(view)
        order = {one.id: place for place, one in enumerate(said)}
        found = _placed(view, said)
    return sorted(found, key=lambda one: order[one.thread.comments[-1].id], reverse=True)


def open_counts(file: ProjectFile) -> dict[str, int]:
    """Return the number of open threads on each document that has any."""
    with file.reading() as view:
        return comments.open_threads(view)


def _placed(view: Connection, said: Iterable[Comment]) -> list[PlacedThread]:
    texts: dict[str, tuple[str, str]] = {}
    found = []
    for thread in threads(said):
        first = thread.first
        if first.document_id not in texts:
            document = documents.document(view, first.document_id)
            texts[first.document_id] = document.title, document.text
        found.append(_place(view, thread, *texts[first.document_id]))
    return found


def _place(view: Connection, thread: Thread, title: str, text: str) -> PlacedThread:
    first = thread.first
    span = None if first.span_id is None else annotations.span(view, first.span_id)
    if span is not None:
        return PlacedThread(
            thread=thread,
            title=title,
            about="mark",
            quote=shortened(span.quote(text)),
            parts=span.parts,
            label=span.label,
            owner=span.annotator,
        )
    if first.parts is not None:
        quote = ELLIPSIS.join(text[start:end] for start, end in first.parts)
        return PlacedThread(thread=thread, title=title, about="passage", quote=shortened(quote), parts=first.parts)
    return PlacedThread(thread=thread, title=title, about="gone" if first.span_id else "document")
