"""The rectangles of a range, held against an independent drawing by Qt: `QTextLayout.draw` with a selection."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.domain.document import Direction
from annotator.text import graphemes
from annotator.ui.article.view import ArticleView

WORDS = st.one_of(
    st.sampled_from(["قال", "الوزير", "السلام", "إلى", "كَتَبَ", "مُحَمَّدٌ", "أُوْلَـٰٓئِكَ", "بيروت،", "«نعم»", "لله", "الأمم"]),
    st.sampled_from(
        ["Ali", "Hassan", "office", "(CNN)", "3.5%", "2020-2021", "١٨", "-32", "😀", "👨\u200d👩\u200d👧", "🇸🇦"]
    ),
    # Letters, some with marks: as many ways of joining as there are.
    st.lists(st.sampled_from([*"ابتجحدرسعفقلمنهويةىءأإ", "بَ", "رُ", "لِّ", "مْ"]), min_size=1, max_size=7).map("".join),
    st.text(st.sampled_from("abcXYZ0123٤٥.,-()«»[]\u200f\u200e\u200c\u2066\u2067\u2069"), min_size=1, max_size=5),
    # Hebrew, marks that stand on nothing, and hidden characters alone, several in one place.
    st.sampled_from(["שלום", 'צה"ל', "שָׁלוֹם", "عام\u00a02024", "\u064e", "\u0651\u064e", "م\u0651\u064e\u0670"]),
    st.text(
        st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2068\u2069\u00ad\u061c"),
        min_size=1,
        max_size=4,
    ),
)
GAPS = st.sampled_from([" ", " ", " ", " ", "\u00a0", "  ", "\t", "\u200f \u200e", "\u202b ", " \u202c"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=14).map(
    lambda words: "".join(map("".join, words)).rstrip()
)
FAMILIES = st.sampled_from(["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
SIZES = st.sampled_from([12.0, 17.0, 23.5, 31.0])
WIDTHS = st.integers(180, 620)
DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from(("rtl", "rtl", "ltr"))
EMBEDDING = re.compile("[\u202a-\u202e\u2066-\u2068]")
RTL = Qt.LayoutDirection.RightToLeft
PITCH = 200
LOOSE = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

Reader = Callable[..., ArticleView]


class Picture(NamedTuple):
    """One paragraph drawn by Qt alone: the lines far apart, so that the columns of each can be told."""

    layout: QTextLayout
    lines: int
    width: int

    def written(self, line: int) -> set[int]:
        """Columns from the first to the last letter of a line."""
        boxes = [run.boundingRect() for run in self.layout.lineAt(line).glyphRuns()]
        edges = [edge for box in boxes for edge in (round(box.left()) - 1, round(box.right()) + 1)]
        if self.text_of(line).startswith("\t"):
            edges.append(self.width + 1 if self.layout.textOption().textDirection() == RTL else -1)
        return set(range(min(edges), max(edges))) if edges else set()

    def text_of(self, line: int) -> str:
        """What is written on a line."""
        start, length = self.layout.lineAt(line).textStart(), self.layout.lineAt(line).textLength()
        return self.layout.text().encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")

    def selects_right(self, line: int) -> bool:
        """Whether Qt's selection is where its letters are.

        It is not where a line wraps at white space that has a width for Qt (at a tab, or in an embedding), and not
        always where a tab and an embedding meet.
        """
        text, embedded = self.text_of(line), bool(EMBEDDING.search(self.layout.text()))
        end = text[len(text.rstrip()) :] if line < self.lines - 1 else ""
        return "\t" not in end and not (embedded and (end or "\t" in text))

    def width_of(self, start: int, length: int) -> float:
        """What Qt thinks is the width of some UTF-16 units; nothing if they are part of a ligature."""
        split = QGlyphRun.GlyphRunFlag.SplitLigature
        runs = self.layout.glyphRuns(start, length)
        return sum(0.0 if split in run.flags() else run.boundingRect().width() for run in runs)

    def draw(self, selections: Sequence[QTextLayout.FormatRange] = ()) -> QImage:
        image = QImage(self.width + 160, self.lines * PITCH, QImage.Format.Format_RGB888)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setPen(Qt.GlobalColor.black)
        self.layout.draw(painter, QPointF(80, 0), list(selections))
        painter.end()
        return image


def drawn_by_qt(view: ArticleView, text: str) -> Picture:
    rtl = view.page.type.rtl
    option = QTextOption(
        Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    )
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, view.page.type.font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(view.page.width)
        line.setPosition(QPointF(0, lines * PITCH + 50))
        lines += 1
    layout.endLayout()
    return Picture(layout, lines, view.page.width)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def selected(text: str, start: int, end: int, background: bool) -> QTextLayout.FormatRange:
    """The letters in red, or what lies behind them."""
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length = units(text[:start]), units(text[start:end])
    look = QTextCharFormat()
    red = QBrush(QColor("#ff0000"))
    if background:
        look.setBackground(red)
    else:
        look.setForeground(red)
    chosen.format = look
    return chosen


def red_columns(image: QImage, line: int, plain: QImage | None = None) -> set[int]:
    """Columns of a line that hold anything but grey; 0 is where the column of text begins.

    With `plain`, only pixels that are grey there count: the red above and below an emoji is told from its colours.
    (Black letters far away may move by a part of a pixel while others turn red: that is Qt's, and grey.)
    """
    width, found = image.width(), 0
    for row in range(line * PITCH, (line + 1) * PITCH):
        colours = _colours(image, row)
        # Whole bytes: a pixel that has any colour of its own says nothing about what lies behind it.
        found |= colours & ~_whole(_colours(plain, row), width) if plain is not None else colours
    return {column - 80 for column, value in enumerate(found.to_bytes(width, "big")) if value}


def _colours(image: QImage, row: int) -> int:
    """A byte for each pixel of a row, not 0 where red and green differ by much."""
    width, step = image.width(), image.bytesPerLine()
    pixels = bytes(image.constBits()[row * step : row * step + 3 * width])
    strong = int.from_bytes(b"\xc0" * width, "big")
    return (int.from_bytes(pixels[0::3], "big") ^ int.from_bytes(pixels[1::3], "big")) & strong


def _whole(bits: int, width: int) -> int:
    """All bits of each byte that has any."""
    return int.from_bytes(bytes(255 if value else 0 for value in bits.to_bytes(width, "big")), "big")


def covered(rects: Sequence[QRectF], view: ArticleView, line: int) -> set[int]:
    """Columns that the view's own rectangles cover on a line of its only paragraph."""
    paragraph, top = view.page.laid(0), view.page.top(0)
    band = paragraph.lines[line]
    found: set[int] = set()
    for rect in rects:
        if top + band.top <= rect.center().y() < top + band.bottom:
            left, right = rect.left() - view.column_left, rect.right() - view.column_left
            found.update(range(round(left), round(right)))
    return found & within(view)


def within(view: ArticleView) -> set[int]:
    """The columns of the column. What a tab drives out of it Qt does not select, and nobody sees it whole."""
    return set(range(view.page.width))


def near(found: set[int], others: set[int], by: int) -> bool:
    return all(any(column + step in others for step in range(-by, by + 1)) for column in found)


def splits_a_glyph(qt: Picture, text: str, offset: int) -> bool:
    """Whether letters beside `offset` share a glyph: Qt gives one of them no width, we divide it (tested alone)."""
    beside = [graphemes.snap(text, place, place + 1) for place in (offset - 1, offset) if 0 <= place < len(text)]
    return any(qt.width_of(units(text[:start]), units(text[start:end])) < 2.0 for start, end in beside)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, int, int, Direction, int, float, str]:
    text = draw(TEXTS)
    bounds = graphemes.boundaries(text)
    start = draw(st.integers(0, len(bounds) - 2))
    end = draw(st.integers(start + 1, len(bounds) - 1))
    return text, bounds[start], bounds[end], draw(DIRECTIONS), draw(WIDTHS), draw(SIZES), draw(FAMILIES)


@given(readings())
@example(("قال " * 10 + "🇸🇦 الوزير قال", 0, 51, "rtl", 181, 31.0, "DejaVu Sans"))
@LOOSE
def test_rectangles_cover_exactly_the_columns_that_change_when_the_letters_do(
    reader: Reader, reading: tuple[str, int, int, Direction, int, float, str]
) -> None:
    text, start, end, direction, width, size, family = reading
    # Where a line wraps at a soft hyphen, Qt's own selection of right-to-left letters is off by the hyphen.
    assume("\u00ad" not in text)
    view = reader(text, direction, width, 900, size, family)
    rects = view.span_rects(start, end)
    qt = drawn_by_qt(view, text)
    assume(not splits_a_glyph(qt, text, start) and not splits_a_glyph(qt, text, end))
    plain = qt.draw()
    behind = qt.draw([selected(text, start, end, background=True)])
    recoloured = qt.draw([selected(text, start, end, background=False)])
    for line in range(qt.lines):
        if not qt.selects_right(line):
            continue
        emoji = red_columns(plain, line)
        ours, theirs = covered(rects, view, line), red_columns(behind, line, plain)
        # Qt paints the space at which a line wraps as well; it lies outside what is written.
        theirs &= qt.written(line) & within(view)
        # The ink of a letter may reach over its neighbour; how far is the font's business.
        assert near(red_columns(recoloured, line) - emoji, ours, round(0.3 * view.page.type.em))
        assert near(theirs, ours, 2)
        # A character without width has a slot of ours that Qt does not paint.
        assert near(ours, theirs, 2) or not theirs


@given(st.lists(TEXTS, min_size=1, max_size=3).map("\n".join), DIRECTIONS, WIDTHS, SIZES, FAMILIES)
@LOOSE
def test_the_middle_of_a_letter_answers_that_letter(
    reader: Reader, text: str, direction: Direction, width: int, size: float, family: str
) -> None:
    view = reader(text, direction, width, 4000, size, family)
    for start, end in pairwise(graphemes.boundaries(text)):
        rects = view.span_rects(start, end)
        assert len(rects) == 1
        assert rects[0].width() > 0
        # A line feed shows as a thin marker where its line ends.
        if text[start] != "\n":
            assert view.offset_at(rects[0].center().toPoint()) == start


def test_letters_that_share_a_glyph_divide_its_width(reader: Reader) -> None:
    text = "سلام لله الأمم"
    for family in ("Noto Naskh Arabic", "Amiri", "DejaVu Sans", "Noto Kufi Arabic"):
        view = reader(text, "rtl", 500, 300, 20.0, family)
        lam, alef = view.span_rects(1, 2)[0], view.span_rects(2, 3)[0]
        assert lam.width() > 3
        assert alef.width() > 3
        assert abs(alef.right() - lam.left()) < 0.5
        both = view.span_rects(1, 3)
        assert len(both) == 1
        assert both[0].left() == pytest.approx(alef.left())
        assert both[0].right() == pytest.approx(lam.right())


def test_a_mark_alone_covers_its_letter(reader: Reader) -> None:
    view = reader("كَتَبَ الدرس", "rtl", 500, 300, 20.0, None)
    assert view.span_rects(1, 2) == view.span_rects(0, 2)


def test_hidden_controls_have_a_place_each(reader: Reader) -> None:
    text = "نعم\u200f\u200e\u200fلا"
    view = reader(text, "rtl", 500, 300, 20.0, None)
    for offset in (3, 4, 5):
        rect = view.span_rects(offset, offset + 1)[0]
        assert rect.width() >= 2
        assert view.offset_at(rect.center().toPoint()) == offset


def test_every_paragraph_of_an_arabic_document_begins_at_the_right(reader: Reader) -> None:
    text = "مرحبا بكم\nReuters: قالت الوزارة\n123 قتيلا\n(CNN) أعلنت"
    view = reader(text, "rtl", 700, 400, 17.0, None)
    starts, place = [], 0
    for paragraph in text.split("\n"):
        rects = view.span_rects(place, place + len(paragraph))
        starts.append(max(rect.right() for rect in rects))
        place += len(paragraph) + 1
    assert starts == [pytest.approx(starts[0])] * 4


def test_ranges_without_letters_still_show(reader: Reader) -> None:
    view = reader("قال\n\nنعم", "rtl", 500, 300, 20.0, None)
    for start, end in ((3, 4), (4, 5), (1, 1), (8, 8), (0, 0)):
        rects = view.span_rects(start, end)
        assert len(rects) == 1
        assert 2 <= rects[0].width() < 12
        assert rects[0].height() > 10


def test_a_range_over_lines_and_paragraphs_is_one_rectangle_a_line(reader: Reader) -> None:
    text = "كشف تقرير استخباراتي أمريكي حديث أن روسيا تخطط لشراء ملايين القذائف من كوريا الشمالية"
    view = reader(text + "\n" + text, "rtl", 300, 900, 17.0, None)
    first, second = view.page.laid(0), view.page.laid(1)
    rects = view.span_rects(10, len(text) + 1 + 67)
    lines = [line for line in first.lines if line.end > 10]
    lines += [line for line in second.lines if line.start < len(text) + 1 + 67]
    assert len(rects) == len(lines)
    assert view.horizontalScrollBar().maximum() == 0


def test_an_alef_whose_lam_stands_on_the_line_before_can_be_hit(reader: Reader) -> None:
    text = "السل" * 9 + "ام نعم"
    for width in range(180, 420, 7):
        view = reader(text, "rtl", width, 900, 31.0, "Noto Naskh Arabic")
        for start, end in pairwise(graphemes.boundaries(text)):
            (rect,) = view.span_rects(start, end)
            assert view.offset_at(rect.center().toPoint()) == start


def test_tabs_have_their_width(reader: Reader) -> None:
    for text in ("كم\tab", "كم\tاب", "كم\t", "\tكم"):
        view = reader(text, "rtl", 500, 300, 20.0, None)
        tab = text.index("\t")
        rect = view.span_rects(tab, tab + 1)[0]
        assert rect.width() > 8
        assert view.offset_at(rect.center().toPoint()) == tab


def test_a_tab_at_which_a_line_wraps_ends_it(reader: Reader) -> None:
    text = "قال قال قال قال\tقال"
    view = reader(text, "rtl", 180, 300, 12.0, "Noto Naskh Arabic")
    first, second = view.page.laid(0).lines
    assert (first.end, second.start) == (16, 16)
    (letters,), (tab,) = view.span_rects(0, 15), view.span_rects(15, 16)
    assert tab.right() == pytest.approx(letters.left())
    assert tab.width() == pytest.approx(2)
