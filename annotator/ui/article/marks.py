"""The input of the article view: marks, their styles, and the colours of the page."""

from typing import Literal

import msgspec
from PySide6.QtGui import QColor

from annotator.domain.scheme import Underline
from annotator.domain.span import Parts

ReaderShape = Literal["disc", "square", "triangle", "diamond", "star"]
"""Shapes of readers, told apart without colour."""


class Lane(msgspec.Struct, frozen=True):
    """The place of one reader's lines below the text, where several readings lie over one another.

    Lanes with a higher `place` (from 0) lie further below, all of them below the underlines of marks without a lane.
    A reader keeps the place on every line.
    """

    place: int
    shape: ReaderShape


class MarkStyle(msgspec.Struct, frozen=True):
    """The style of the marks of one label: never colour alone, so the underline has a shape of its own.

    `hollow` marks have a dashed line around them and nothing behind their letters: nobody has made them yet. Marks with
    a `lane` are lines in it, begun by the shape of their reader, and colour no letters unless they are selected.
    `heavy` ones are lines over that of a mark in its lane, below the letters in which readers differ, without a shape.
    """

    line: QColor
    fill: QColor
    selected_fill: QColor
    underline: Underline
    hollow: bool = False
    lane: Lane | None = None
    heavy: bool = False


class Mark(msgspec.Struct, frozen=True, gc=False):
    """One span on the page. `parts` are sorted, disjoint, half-open code point ranges; `title` is spoken and shown.

    Not watched by the garbage collector: a mark holds nothing that could lead back to it, and twenty thousand of
    them made the collector stop an opening for 5 ms.
    """

    id: str
    parts: Parts
    title: str
    style: MarkStyle

    @property
    def start(self) -> int:
        """The first code point of the first part."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """One past the last code point of the last part."""
        return self.parts[-1][1]

    @property
    def length(self) -> int:
        """Code points from the first to the last, gaps between parts included: how wide the mark lies."""
        return self.parts[-1][1] - self.parts[0][0]

    def covers(self, offset: int) -> bool:
        """Return whether the code point at `offset` belongs to a part."""
        return any(start <= offset < end for start, end in self.parts)


class PageColors(msgspec.Struct, frozen=True):
    """The colours of the page itself.

    `dim` draws hidden characters, `warning` those that could make a text read as another, `focus` the ring around
    the view; `hit` lies behind what a search found, `hit_current` behind the hit that one is at.
    """

    page: QColor
    ink: QColor
    dim: QColor
    warning: QColor
    selection: QColor
    caret: QColor
    focus: QColor
    hit: QColor
    hit_current: QColor


def plain_colors() -> PageColors:
    """Ink on paper, until a theme says otherwise."""
    return PageColors(
        page=QColor("#fffdf8"),
        ink=QColor("#1f1f1f"),
        dim=QColor("#8a8580"),
        warning=QColor("#8f5a0c"),
        selection=QColor("#b9d3f5"),
        caret=QColor("#1f1f1f"),
        focus=QColor("#2b6cb0"),
        hit=QColor("#fbeeb8"),
        hit_current=QColor("#f5c75f"),
    )
