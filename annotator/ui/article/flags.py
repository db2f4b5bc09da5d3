"""Small flags over hidden controls. They take no room and move no letter; at one place they fan out.

An override, which could make the text read as another (the page does not obey it), has a sign of its own in the
colour of warnings.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.text.controls import OVERRIDES
from annotator.ui.article.geometry import Cell
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.marks import PageColors

APART = 0.26
"""The least distance between two flags, in sizes of the letters."""


class Flag(msgspec.Struct):
    """One flag: where it stands, and where its head is, in pixels of the column."""

    foot: float
    head: float
    warns: bool


def flags(paragraph: Paragraph, line: Line) -> list[Flag]:
    """The flags of a line from left to right, none over another."""
    em = paragraph.type.em
    found = []
    for control in paragraph.controls_of(line):
        cell = line.ruler.cell_of(control.offset)
        if cell is not None:
            x = _place(cell, em)
            found.append(Flag(x, x, control.name in OVERRIDES))
    found.sort(key=lambda flag: flag.foot)
    _fan_out(found, APART * em)
    return found


def paint_flags(painter: QPainter, flags: Sequence[Flag], baseline: float, em: float, colors: PageColors) -> None:
    """Paints the flags of a line; the painter's origin is the column's left edge."""
    pen = QPen(colors.dim, max(1.0, em * 0.045))
    for flag in flags:
        color = colors.warning if flag.warns else colors.dim
        pen.setColor(color)
        painter.setPen(pen)
        painter.setBrush(color)
        _paint(painter, flag, baseline - 0.72 * em, 0.1 * em)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _place(cell: Cell, em: float) -> float:
    """A control of its own stands at its slot; one inside a letter's grapheme (ZWNJ), at the letter's end."""
    return cell.middle if cell.right - cell.left < 0.2 * em else cell.edge(trailing=True)


def _fan_out(flags: Sequence[Flag], apart: float) -> None:
    """Moves the heads of neighbours that would meet as far apart as they need, around their middle."""
    first = 0
    while first < len(flags):
        last = first
        while last + 1 < len(flags) and flags[last + 1].foot - flags[last].foot < apart:
            last += 1
        middle = (flags[first].foot + flags[last].foot) / 2
        for place in range(first, last + 1):
            flags[place].head = middle + (place - (first + last) / 2) * apart
        first = last + 1


def _paint(painter: QPainter, flag: Flag, y: float, half: float) -> None:
    x = flag.head
    painter.drawLine(QLineF(x, y - 2 * half, flag.foot, y))
    if flag.warns:
        head = [(0.0, -5.2), (1.4, -3.6), (0.0, -2.0), (-1.4, -3.6)]
    else:
        head = [(-1.0, -3.0), (1.0, -3.0), (0.0, -1.6)]
    painter.drawPolygon([QPointF(x + across * half, y + down * half) for across, down in head])
