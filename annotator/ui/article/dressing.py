"""Which pieces of which marks lie on each line of a paragraph, and in which lane."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from annotator.ui.article.lanes import assign_lanes
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.marks import Mark

Extent = tuple[float, float]


class Strip(msgspec.Struct):
    """What one mark paints on one line: its parts, and the gaps between them that a thin line bridges."""

    mark: Mark
    line: Line
    lane: int
    _parts: list[Extent] | None = None
    _gaps: list[Extent] | None = None

    @property
    def parts(self) -> list[Extent]:
        """Columns of the mark's parts on this line; measured when first painted."""
        if self._parts is None:
            self._parts = self._columns(self.mark.parts)
        return self._parts

    @property
    def gaps(self) -> list[Extent]:
        """Columns between its parts on this line."""
        if self._gaps is None:
            parts = self.mark.parts
            self._gaps = self._columns([(before[1], after[0]) for before, after in pairwise(parts)])
        return self._gaps

    def _columns(self, ranges: Iterable[tuple[int, int]]) -> list[Extent]:
        line = self.line
        return [
            extent
            for start, end in ranges
            if start < line.end and line.start < end
            for extent in line.extents(start, end)
        ]


def dress(paragraph: Paragraph, touching: Callable[[int, int], list[Mark]]) -> list[list[Strip]]:
    """The strips of each line, the longest mark first (so that shorter ones are painted over it).

    `touching` answers the marks that share a character with a range. Gives every line the height that its lanes
    need.
    """
    if touching(paragraph.start, paragraph.end):
        dressed = [_strips(line, touching(line.start, line.end)) for line in paragraph.lines]
    else:
        dressed = [[] for _ in paragraph.lines]
    paragraph.stack([1 + max((strip.lane for strip in strips), default=-1) for strips in dressed])
    return dressed


def _strips(line: Line, here: Sequence[Mark]) -> list[Strip]:
    if not here:
        return []
    stretches = [(max(mark.start, line.start), min(mark.end, line.end)) for mark in here]
    lanes = assign_lanes(stretches, [mark.length for mark in here])
    strips = [Strip(mark, line, lane) for mark, lane in zip(here, lanes, strict=True)]
    return sorted(strips, key=lambda strip: -strip.mark.length)
