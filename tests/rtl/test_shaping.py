"""Shaping, ligatures and harakat: a highlight never changes a glyph."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
FAMILIES = ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"]
ALT = Qt.KeyboardModifier.AltModifier


def glyphs(layout: QTextLayout, start: int, length: int) -> list[int]:
    """The glyphs of some UTF-16 units."""
    return [glyph for run in layout.glyphRuns(start, length) for glyph in run.glyphIndexes()]


def alone(text: str, font: QFont) -> QTextLayout:
    """A text on one line of its own, right to left."""
    layout = QTextLayout(text, font)
    option = layout.textOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def assert_unchanged_by(reader: Reader, *parts: tuple[int, int]) -> None:
    """The page with these highlights, their colour removed, is the page without them."""
    reader.view.clear_selection()
    plain = reader.picture()
    for part in parts:
        reader.mark_unseen(part)
        assert reader.picture() == plain, part


@pytest.mark.case("SH02")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_first_letter_after_punctuation_joins_what_follows(read: Read, case: Case, family: str) -> None:
    reader = read(case["text"], family=family, size=24.0)
    paragraph = reader.view.page.laid(1)
    for word in ("وقال", "مصر", "ترحب", "الوزير"):
        start, end = (offset - paragraph.start for offset in reader.of(word))
        inside = glyphs(paragraph.layout, start, end - start)
        assert inside == glyphs(alone(word, reader.view.page.type.font), 0, len(word)), word
    assert_unchanged_by(reader, (18, 21), reader.of("وقال"), (2, 6), (17, 19))
    assert reader.double_click(reader.point(19)) == "مصر"


@pytest.mark.case("SH04")
@pytest.mark.parametrize("family", FAMILIES)
def test_a_highlight_on_a_mark_alone_leaves_it_above_its_letter(read: Read, case: Case, family: str) -> None:
    reader = read(case["text"], family=family, size=24.0)
    assert reader.rects(1) == reader.rects(0, 2)
    assert_unchanged_by(reader, (1, 2), (0, 1), (2, 3), (3, 4))
    assert reader.drag(reader.point(1, 0.1), reader.point(1, 0.9), ALT) == (0, 2)


@pytest.mark.case("SH05")
@pytest.mark.parametrize("family", FAMILIES)
def test_shadda_and_fatha_stay_stacked(read: Read, case: Case, family: str) -> None:
    reader = read(case["text"], family=family, size=24.0)
    assert reader.rects(2) == reader.rects(3) == reader.rects(4) == reader.rects(2, 5)
    assert_unchanged_by(reader, (2, 3), (3, 4), (4, 5))
    for offset in (2, 3):
        assert reader.drag(reader.point(offset, 0.1), reader.point(offset, 0.9), ALT) == (2, 5)


@pytest.mark.case("SH08")
def test_a_hamza_on_a_tatweel_is_one_grapheme(reader: Reader) -> None:
    assert reader.drag(reader.point(2, 0.1), reader.point(2, 0.9), ALT) == (2, 4)
    assert reader.rects(2) == reader.rects(3) == reader.rects(2, 4)
    assert_unchanged_by(reader, (2, 4), (2, 3))


@pytest.mark.case("SH09")
@pytest.mark.parametrize("family", FAMILIES)
def test_a_part_of_a_word_ligature_can_be_highlighted(read: Read, case: Case, family: str) -> None:
    reader = read(case["text"], family=family, size=24.0)
    [box] = reader.rects(4, 7)
    [whole] = reader.rects(3, 7)
    assert whole.left() - 0.5 <= box.left() and box.right() <= whole.right() + 0.5 and box.width() > 5
    reader.mark((4, 7))
    assert reader.filled(reader.picture(), box.adjusted(1, 0, -1, 0)) == 1
    reader.view.set_marks([])
    assert_unchanged_by(reader, (4, 7), (3, 5), (5, 6))


@pytest.mark.case("SH10")
def test_a_non_joiner_has_no_width_and_no_direction(reader: Reader) -> None:
    [word] = reader.rects(0, 6)
    assert word.width() > 10
    letters = [offset for offset in range(6) if offset != 2]
    places = [reader.rects(offset)[0].center().x() for offset in letters]
    assert all(after < before for before, after in pairwise(places))
    # It belongs to the letter before it, so the caret has a place on both sides of the two.
    places = [reader.view.caret_rect().x()]
    stops = [reader.caret]
    for _ in range(5):
        reader.type("Left")
        stops.append(reader.caret)
        places.append(reader.view.caret_rect().x())
    assert stops == [0, 1, 3, 4, 5, 6]
    assert all(after < before for before, after in pairwise(places))
    font = reader.view.page.type.font
    assert glyphs(reader.view.page.laid(0).layout, 1, 1) != glyphs(alone("میروم", font), 1, 1)  # it does not join


@pytest.mark.case("SH11")
def test_a_rule_colours_exactly_its_letters_wherever_they_move(read: Read, case: Case) -> None:
    for before in ("", "كتب أحمد ", "في الملف: "):
        text = before + case["text"]
        reader = read(text)
        start, end = reader.of("print()")
        [box] = reader.rects(start, end)
        reader.mark((start, end))
        image = reader.picture()
        assert reader.filled(image, box) == 1
        for word in ("الدالة", "هنا"):
            [other] = reader.rects(*reader.of(word))
            assert reader.filled(image, other.adjusted(1, 0, -1, 0)) == 0
