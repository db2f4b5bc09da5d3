"""Caret movement in visual order.

Letters of a line are taken in the order in which they are seen. A step passes exactly one of them, and the
caret then stands at its far edge, so Left never goes right, whatever directions the runs have.
(`QTextLayout.leftCursorPosition` moves so too, but places the caret by positions that are wrong at run edges.)
"""

from functools import cached_property

import msgspec

from annotator.ui.article.geometry import TOUCHING, Cell
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.page import Page
from annotator.ui.article.selection import Caret, Touch


class Place(msgspec.Struct, frozen=True, dict=True):
    """A caret on the page: its paragraph and line, its x in pixels of the column, and the letter that it stands at.

    `trailing`: it stands behind that letter. Without one it stands at an edge of the line, `at_left` or not.
    """

    paragraph: Paragraph
    line: Line
    x: float
    cell: Cell | None
    trailing: bool = False
    at_left: bool = True

    @cached_property
    def stop(self) -> int:
        """The number of letters of the line to the left of it; measures all of them."""
        cells = self.line.ruler.cells
        if self.cell is None:
            return 0 if self.at_left else len(cells)
        # By its place in the text: one without width may be measured elsewhere by itself than among the others.
        starts = [cell.start for cell in cells]
        return starts.index(self.cell.start) + int(self.trailing != self.cell.rtl)


def place_of(page: Page, caret: Caret) -> Place:
    """Return the place of a caret, measuring only the letters beside it where it is at none of the line's edges."""
    index = page.paragraphs.at(caret.offset, trailing=caret.trailing)
    paragraph = page.laid(index)
    inside = caret.trailing and caret.offset > paragraph.start
    line = paragraph.line_of(caret.offset - 1 if inside else caret.offset)
    if caret.side not in ("begin", "end"):
        before, after = line.ruler.cells_beside(caret.offset - paragraph.start)
        trailing = before is not None and (inside or after is None)
        cell = before if trailing else after
        if cell is not None:
            return Place(paragraph, line, cell.edge(trailing), cell, trailing)
    cells = line.ruler.cells
    if not cells:
        return Place(paragraph, line, paragraph.width if paragraph.type.rtl else 0.0, None)
    if caret.side in ("begin", "end"):
        at_left = (caret.side == "end") == paragraph.type.rtl
        return Place(paragraph, line, cells[0].left if at_left else cells[-1].right, None, at_left=at_left)
    return Place(paragraph, line, cells[-1].edge(trailing=False), cells[-1])


def step(page: Page, caret: Caret, left: bool) -> Caret:
    """One letter to the left or to the right; over the edge of a line, to where reading goes on."""
    place = place_of(page, caret)
    cells = place.line.ruler.cells
    passed = place.stop - 1 if left else place.stop
    if not 0 <= passed < len(cells):
        return _over_edge(page, caret, place, left)
    if passed != (0 if left else len(cells) - 1):
        return _between(place.paragraph, cells[passed], cells[passed + (-1 if left else 1)], left)
    if left != place.paragraph.type.rtl:
        return Caret(place.line.start, "begin")
    # The end of a wrapped line is where the next one begins.
    after = _neighbour(place.paragraph, place.line, 1)
    if after is None and not place.paragraph.goes_on:
        return Caret(place.paragraph.end, "end")
    return Caret(place.line.end, "begin")


def step_line(page: Page, caret: Caret, x: float, down: bool) -> Caret:
    """The line below or above, as near to column `x` as it has letters; stays where there is no such line."""
    place = place_of(page, caret)
    line = _neighbour(place.paragraph, place.line, 1 if down else -1)
    paragraph = place.paragraph
    if line is None:
        index = page.paragraphs.at(caret.offset, trailing=caret.trailing) + (1 if down else -1)
        if not 0 <= index < len(page.paragraphs):
            return Caret(len(page.text), "end") if down else Caret(0, "begin")
        paragraph = page.laid(index)
        line = paragraph.lines[0 if down else -1]
    return caret_at(paragraph, line, x)


def line_edge(page: Page, caret: Caret, end: bool) -> Caret:
    """Return the caret at the logical start or end of its line."""
    line = place_of(page, caret).line
    return Caret(line.end, "end") if end else Caret(line.start, "begin")


def caret_at(paragraph: Paragraph, line: Line, x: float) -> Caret:
    """The place between letters that is nearest to `x` on a line."""
    cell = line.ruler.cell_at(x)
    if cell is None:
        return Caret(line.start)
    return _at_edge(paragraph, cell, x < cell.middle)


def touch_at(paragraph: Paragraph, line: Line, x: float) -> Touch:
    """The grapheme at `x` on a line, or the nearest; an empty line is touched at its start."""
    cell = line.ruler.cell_at(x)
    if cell is None:
        return Touch(line.start, line.start, 0.5)
    return Touch(paragraph.start + cell.start, paragraph.start + cell.end, cell.fraction(x))


def _between(paragraph: Paragraph, passed: Cell, ahead: Cell, left: bool) -> Caret:
    """Between two letters that are seen side by side. Where directions meet, with the one that the paragraph has.

    A flag is written from left to right: whoever passes one in Arabic has left its end behind, and not its beginning.
    """
    rtl = paragraph.type.rtl
    apart = passed.left - ahead.right if left else ahead.left - passed.right
    # Hidden characters stand in slots over their neighbours: beside one of those nobody would see the step.
    if passed.rtl != rtl and ahead.rtl == rtl and abs(apart) <= TOUCHING:
        return _at_edge(paragraph, ahead, not left)
    return _at_edge(paragraph, passed, left)


def _at_edge(paragraph: Paragraph, cell: Cell, left: bool) -> Caret:
    trailing = left == cell.rtl
    if trailing:
        return Caret(paragraph.start + cell.end, "after")
    return Caret(paragraph.start + cell.start)


def _over_edge(page: Page, caret: Caret, place: Place, left: bool) -> Caret:
    """From the edge of a line to where reading goes on, or to where it came from."""
    forward = left == page.type.rtl
    paragraph = place.paragraph
    line = _neighbour(paragraph, place.line, 1 if forward else -1)
    if line is not None:
        return Caret(line.start, "begin") if forward else _before_last(paragraph, line)
    index = page.paragraphs.at(caret.offset, trailing=caret.trailing) + (1 if forward else -1)
    if not 0 <= index < len(page.paragraphs):
        return caret
    if forward:
        return Caret(page.paragraphs.start(index), "begin")
    if page.paragraphs.continues(index + 1):
        before = page.laid(index)
        return _before_last(before, before.lines[-1])
    return Caret(page.paragraphs.end(index), "end")


def _before_last(paragraph: Paragraph, line: Line) -> Caret:
    """Back over the wrap: its two sides are one place, so this passes the last letter that is seen on the line."""
    cells = line.ruler.cells
    if len(cells) < 2:
        return Caret(line.start, "begin")
    rtl = paragraph.type.rtl
    return _at_edge(paragraph, cells[0 if rtl else -1], left=not rtl)


def _neighbour(paragraph: Paragraph, line: Line, by: int) -> Line | None:
    index = paragraph.lines.index(line) + by
    return paragraph.lines[index] if 0 <= index < len(paragraph.lines) else None
