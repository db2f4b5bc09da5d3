"""An article taken out of the window as it looks now, so that another thread can lay it out and paint it."""

from collections.abc import Callable

import msgspec
from PySide6.QtGui import QFont

from annotator.ui.article.legend import Legend, LegendEntry, legend_of
from annotator.ui.article.marks import Mark, PageColors
from annotator.ui.article.page import Page
from annotator.ui.article.painting import Scene

DrawProgress = Callable[[int, int], None]
"""A function that is told how many pieces are drawn, of how many."""


class ArticleSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its marks, and how to set it. Offsets are code points.

    `interface` is the font of tags and legend, `mirrored` whether the window reads from right to left. The fonts
    must be its own (see `own_font`): Qt keeps in a font what one thread has loaded for it.
    """

    text: str
    rtl: bool
    marks: tuple[Mark, ...]
    font: QFont
    interface: QFont
    mirrored: bool
    tags: bool
    colors: PageColors

    def page(self, width: int) -> Page:
        """The article laid out in lines of `width` pixels."""
        page = Page(self.font)
        page.set_text(self.text, self.rtl)
        page.set_tags(self.interface if self.tags else None)
        page.set_marks(self.marks)
        page.width = width
        page.lay_out_anew()
        return page

    def scene(self, page: Page, left: int) -> Scene:
        """Return the painter's input, with nothing selected."""
        return Scene((), left, self.colors, (0, 0), None, None, page.tagger)

    def legend(self, start: int, end: int, pixels: int, width: int) -> Legend:
        """The legend of the marks with a part in `[start, end)`, in letters and lines of so many pixels."""
        shown = [mark for mark in self.marks if any(first < end and start < last for first, last in mark.parts)]
        entries: tuple[LegendEntry, ...] = legend_of(shown)
        return Legend(entries, own_font(self.interface, pixels), width, self.mirrored)


def own_font(font: QFont, pixels: int | None = None) -> QFont:
    """A font that shares nothing with the one it is like; in its size, or in so many pixels."""
    own = QFont(font.families())
    own.setWeight(font.weight())
    if pixels is not None:
        own.setPixelSize(pixels)
    elif font.pixelSize() > 0:
        own.setPixelSize(font.pixelSize())
    else:
        own.setPointSizeF(font.pointSizeF())
    return own
