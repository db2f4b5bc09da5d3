"""Wrapping, height of lines and typefaces: nothing is cut, nothing widens the page, nothing falls apart."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.ui.article.marks import MarkStyle
from annotator.ui.article.shaping import Shaping, family_shaping, shaping
from annotator.ui.article.typefaces import article_font
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.quote import Chip

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
MARKED = "بِّسۡمِ ٱللَّهِ أُوْلَـٰٓئِكَ إٍ أٌ"


@pytest.mark.case("LW01")
def test_a_long_span_lets_the_text_wrap(read: Read, case: Case) -> None:
    plain = read(case["text"], width=300)
    lines = [(line.start, line.end) for line in plain.view.page.laid(0).lines]
    reader = read(case["text"], width=300)
    reader.mark((10, 67))
    assert [(line.start, line.end) for line in reader.view.page.laid(0).lines] == lines
    rects = reader.rects(10, 67)
    touched = [line for line in lines if line[0] < 67 and line[1] > 10]
    assert len(rects) == len({rect.top() for rect in rects}) == len(touched) > 1
    assert not reader.view.horizontalScrollBar().isVisible() and reader.view.horizontalScrollBar().maximum() == 0
    assert all(rect.left() >= 0 and rect.right() <= 300 for rect in rects)


@pytest.mark.case("LW04")
def test_a_long_address_breaks_anywhere(read: Read, case: Case) -> None:
    reader = read(case["text"], width=400, height=160)
    address = reader.rects(*reader.of("https://" + case["text"].split("https://")[1].split()[0]))
    assert len(address) == len({rect.top() for rect in address}) > 2
    assert all(rect.left() >= 0 and rect.right() <= 400 for rect in address)
    assert reader.view.horizontalScrollBar().maximum() == 0
    reader.type("Ctrl+End")
    [last] = reader.rects(208, 213)
    assert QRectF(reader.view.viewport().rect()).contains(last)
    assert reader.double_click(reader.point(210)) == "انتهى"


@pytest.mark.case("LW05")
@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
def test_a_word_that_must_break_keeps_its_letters_joined(read: Read, case: Case, family: str) -> None:
    broken = read(case["text"], width=220, family=family).view.page.laid(0)
    assert len(broken.lines) > 1
    whole = QTextLayout(case["text"], broken.type.font)
    whole.setTextOption(broken.layout.textOption())
    whole.beginLayout()
    whole.createLine()
    whole.endLayout()
    for line in broken.lines[:-1]:
        for offset in (line.end - 1, line.end):
            here, there = (_glyph(layout, offset) for layout in (broken.layout, whole))
            assert here == there, offset


def _glyph(layout: QTextLayout, offset: int) -> list[int]:
    return [glyph for run in layout.glyphRuns(offset, 1) for glyph in run.glyphIndexes()]


@pytest.mark.case("LW07")
def test_an_empty_line_inside_a_span_has_at_most_a_small_piece(read: Read, case: Case) -> None:
    reader = read(case["text"])
    em = reader.view.page.type.em
    letters = sum(reader.rects(offset)[0].width() for offset in range(5, 22) if reader.text[offset] != "\n")
    assert sum(rect.width() for rect in reader.rects(5, 22)) <= letters + em
    reader.mark((5, 22))
    image = reader.picture()
    empty, top = reader.view.page.laid(1), reader.view.page.top(1)
    band = QRectF(0, top, image.width(), empty.height)
    assert reader.filled(image, band) * image.width() <= em
    reader.view.set_marks([])
    reader.view.select(5, 22)
    assert reader.filled(reader.picture(), band, reader.view._colors.selection) * image.width() <= em


@pytest.mark.case("VM01")
def test_no_mark_is_cut_on_the_first_and_the_last_line(read: Read, case: Case) -> None:
    text = "\n".join([case["text"]] * 2)
    small, large = read(text, height=480), read(text, height=480)
    # The same page in a window that ends where the page ends: not a pixel of ink is missing.
    page = small.view.page
    small.view.resize(640, page.height)
    large.view.resize(640, page.height + 200)
    tall = large.picture().copy(0, 0, small.view.viewport().width(), page.height)
    assert _ink(small.picture()) == _ink(tall)
    rows = _rows(tall)
    assert rows[0] > 0 and rows[-1] < page.height - 1


@pytest.mark.case("VM01")
def test_no_mark_is_cut_in_a_list(case: Case, open_window: Callable[..., MainWindow]) -> None:
    documents = open_window(case["text"]).workspace.sides.documents
    index, delegate = documents.model().index(0, 0), documents.itemDelegate()
    option = QStyleOptionViewItem()
    option.initFrom(documents)
    option.font = documents.font()
    height = delegate.sizeHint(option, index).height()
    assert documents.visualRect(index).height() >= height

    def painted(room: int) -> bytes:
        """The row, painted with so many free pixels around it, in which ink could go astray."""
        option.rect = QRect(0, room, 320, height)
        image = QImage(320, height + 2 * room, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        delegate.paint(painter, option, index)
        painter.end()
        rows = _rows(image)
        assert rows[0] >= room and rows[-1] < room + height
        return _ink(image.copy(0, room, 320, height))

    assert painted(0) == painted(30)


@pytest.mark.case("VM01")
def test_no_mark_is_cut_in_a_chip(case: Case, qtbot: QtBot) -> None:
    style = MarkStyle(QColor("#2563a8"), QColor("#cfe0f5"), QColor("#9fc0ea"), "solid")
    chip = Chip(case["text"], "rtl", style)
    qtbot.addWidget(chip)
    height, metrics = chip.sizeHint().height(), QFontMetricsF(chip.font())
    baseline = (height - metrics.height()) / 2 + metrics.ascent()
    ink = metrics.tightBoundingRect(case["text"])
    assert baseline + ink.top() >= 1 and baseline + ink.bottom() <= height - 1


def _ink(image: QImage) -> bytes:
    """Which pixels are dark."""
    return bytes(value < 128 for value in _grey(image))


def _rows(image: QImage) -> list[int]:
    """The rows that have dark pixels."""
    grey, width = _grey(image), image.width()
    return [y for y in range(image.height()) if min(grey[y * width : (y + 1) * width]) < 128]


def _grey(image: QImage) -> bytes:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, step = bytes(grey.constBits()), grey.bytesPerLine()
    return b"".join(data[y * step : y * step + grey.width()] for y in range(grey.height()))


@pytest.mark.case("VM02")
@pytest.mark.parametrize("family", ["Amiri", "Noto Naskh Arabic", "DejaVu Sans"])
@pytest.mark.parametrize("pixels", [12, 24, 48])
def test_stacked_marks_stay_inside_their_line(read: Read, case: Case, family: str, pixels: int) -> None:
    reader = read("\n".join([case["text"], MARKED]), width=1400, height=600, size=pixels * 0.75, family=family)
    for index in range(2):
        for line in reader.view.page.laid(index).lines:
            rows = _rows_of(line)
            assert rows[0] >= line.top - line.baseline and rows[-1] <= line.lane_y(0) - line.baseline


def _rows_of(line: Any) -> list[int]:
    """The rows that the ink of one line takes, from its baseline."""
    image = QImage(1400, 400, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(0, 200 - line.baseline)
    line.draw(painter)
    painter.end()
    return [y - 200 for y in _rows(image)]


@pytest.mark.case("FM02")
def test_a_latin_typeface_leaves_arabic_to_one_other(read: Read, case: Case) -> None:
    family = next(name for name in ("DejaVu Sans Mono", "Noto Serif", "Noto Sans") if QFontDatabase.hasFamily(name))
    reader = read(case["text"] + " (تقرير)", family=family)
    paragraph = reader.view.page.laid(0)
    for word in ("تقرير", "نهاية"):
        start, end = reader.of(word)
        runs = paragraph.layout.glyphRuns(start, end - start)
        assert len({run.rawFont().familyName() for run in runs}) == 1
        alone = QTextLayout(word, QFont(runs[0].rawFont().familyName(), 17))
        alone.beginLayout()
        alone.createLine()
        alone.endLayout()
        joined = [glyph for run in runs for glyph in run.glyphIndexes()]
        assert joined == [glyph for run in alone.glyphRuns() for glyph in run.glyphIndexes()]
        assert 0 not in joined
    bracket = paragraph.layout.glyphRuns(reader.text.index("("), 1)[0]
    assert 0 not in bracket.glyphIndexes()


@pytest.mark.case("FM04")
def test_a_typeface_is_tested_on_what_it_does(read: Read, case: Case) -> None:
    assert shaping(article_font(17)) is Shaping.GOOD
    assert not family_shaping("Noto Serif").readable
    reader = read("ببب " + case["text"], family="No Such Typeface")
    forms = [_glyph(reader.view.page.laid(0).layout, offset) for offset in range(3)]
    assert len({tuple(form) for form in forms}) == 3
