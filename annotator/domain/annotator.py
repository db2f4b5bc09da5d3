"""Annotators, and how far each is with a document."""

import re
from typing import Literal

import msgspec

from annotator.domain.text_limits import NAME_LENGTH, check_words
from annotator.errors import InputError

AnnotatorKind = Literal["person", "model", "gold"]
Status = Literal["todo", "doing", "done"]

GOLD = "gold"
HANDLE_LENGTH = 64

# What Unicode calls printable, and nobody sees: joiners and fillers, variation selectors, the blank of Braille.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


class Annotator(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague, a model that suggests, or the gold reading: all are annotators, met by their handle."""

    handle: str
    kind: AnnotatorKind = "person"
    name: str = ""


class AnnotationSet(msgspec.Struct, frozen=True, kw_only=True):
    """All marks of one annotator on one document share this status."""

    document_id: str
    annotator: str
    status: Status = "todo"

    @property
    def id(self) -> str:
        return annotation_set_id(self.document_id, self.annotator)


def annotation_set_id(document_id: str, annotator: str) -> str:
    """Made of its two keys, so that colleagues who never talked give the same set the same id."""
    return f"{document_id}/{annotator}"


def is_handle(text: str) -> bool:
    """Return whether an annotator may be called this. Invisible characters would make two names look like one."""
    unfit = not text.isprintable() or set(text) & set("/\\ ") or _UNSEEN.search(text)
    return not unfit and 0 < len(text) <= HANDLE_LENGTH


def check_handle(handle: str) -> str:
    """Return a handle as given. Raises InputError."""
    if not is_handle(handle):
        raise InputError(
            "{handle!r} cannot be an annotator's name: use 1 to {most} visible characters without spaces or slashes.",
            handle=handle,
            most=HANDLE_LENGTH,
        )
    return handle


def check_annotator(annotator: Annotator) -> None:
    """Raise InputError for a handle that nobody may have, or one that stands for another kind of annotator."""
    check_handle(annotator.handle)
    check_words(annotator.name, NAME_LENGTH)
    meant = kind_of(annotator.handle)
    if meant == annotator.kind:
        return
    if GOLD in (meant, annotator.kind):
        raise InputError("The gold reading, and nobody else, is called {gold!r}.", gold=GOLD)
    raise InputError(
        "{handle!r} cannot be a {kind}: the names of models, and no others, begin with model:.",
        handle=annotator.handle,
        kind=annotator.kind,
    )


def kind_of(handle: str) -> AnnotatorKind:
    """Return the kind of annotator that an unregistered handle stands for."""
    if handle == GOLD:
        return "gold"
    return "model" if handle.startswith("model:") else "person"
