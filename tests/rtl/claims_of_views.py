"""Claims about the view: direction, order, cursor, shapes, the clipboard; and traps of plain Qt that it lacks."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.text import graphemes
from annotator.text.controls import find_controls
from annotator.text.direction import base_direction
from annotator.text.visual_order import repair
from tests.rtl.claims import Walk, holds


@holds("para_dir")
def _direction(walk: Walk) -> None:
    assert base_direction(walk.text).upper() == walk.check["expect"]
    _assert_begins_on_its_side(walk)


@holds("first_strong_per_par")
def _direction_of_the_document(walk: Walk) -> None:
    assert "LTR" in walk.check["expect"] and base_direction(walk.text) == "rtl"
    _assert_begins_on_its_side(walk)


@holds("qt_plaintextedit_left")
def _paragraphs_that_qt_leaves_on_the_left(walk: Walk) -> None:
    _assert_begins_on_its_side(walk)


def _assert_begins_on_its_side(walk: Walk) -> None:
    """The first word of every paragraph touches the right edge of the column (the left one in an LTR text)."""
    reader = walk.reader()
    view = reader.view
    for index in range(len(view.page.paragraphs)):
        paragraph = view.page.laid(index)
        if not paragraph.text.strip():
            continue
        rects = reader.rects(paragraph.start, paragraph.start + len(paragraph.text.split()[0]))
        if view.page.type.rtl:
            assert max(rect.right() for rect in rects) == pytest.approx(view.column_left + view.page.width, abs=3)
        else:
            assert min(rect.left() for rect in rects) == pytest.approx(view.column_left, abs=3)


@holds("display")
def _order_on_the_screen(walk: Walk) -> None:
    assert walk.reader(width=1200).seen() == [walk.check["expect"]]
    # And what a PDF would give of it can be read again.
    assert repair(walk.check["expect"]) == walk.text


@holds("visual_segments")
def _visual_segments(walk: Walk) -> None:
    reader = walk.reader(width=900)
    start, end = walk.check["start"], walk.check["end"]
    rects = reader.rects(start, end)
    assert len(rects) == walk.check["count"]
    reader.mark((start, end))
    image = reader.picture()
    assert all(reader.filled(image, rect.adjusted(1, 0, -1, 0)) == 1 for rect in rects)
    for offset, char in enumerate(reader.text):
        if not start <= offset < end and char.isalnum():
            assert reader.filled(image, reader.rects(offset)[0].adjusted(2, 0, -2, 0)) == 0


@holds("visual_cursor")
def _visual_cursor(walk: Walk) -> None:
    reader = walk.reader()
    places, stops = [reader.view.caret_rect().x()], [reader.caret]
    for _ in graphemes.boundaries(reader.text)[1:]:
        reader.type("Left")
        places.append(reader.view.caret_rect().x())
        stops.append(reader.caret)
    assert all(after < before for before, after in pairwise(places))
    assert sorted(stops) == list(graphemes.boundaries(reader.text))


@holds("order_unchanged")
def _order_unchanged(walk: Walk) -> None:
    reader = walk.reader()
    [span] = [check for check in walk.case["checks"] if check["type"] == "span"]
    order, places = reader.graphemes_seen(), [reader.rects(offset)[0].x() for offset in range(len(reader.text))]
    reader.mark((span["start"], span["end"]))
    assert reader.graphemes_seen() == order
    assert [reader.rects(offset)[0].x() for offset in range(len(reader.text))] == places


@holds("controls")
def _controls(walk: Walk) -> None:
    expected = [tuple(pair) for pair in walk.check["expect"]]
    assert [(control.offset, f"{ord(control.char):04X}") for control in find_controls(walk.text)] == expected
    reader = walk.reader()
    for offset, _ in expected:
        assert reader.rects(offset)[0].width() >= 2


@holds("qt_zero_width")
def _no_letter_without_width(walk: Walk) -> None:
    assert walk.reader().rects(walk.check["start"], walk.check["end"])[0].width() > 3


@holds("qt_wrap_segments")
def _one_piece_a_line(walk: Walk) -> None:
    reader = walk.reader(width=walk.check["width"])
    rects = reader.rects(walk.check["start"], walk.check["end"])
    assert len(rects) == len({rect.top() for rect in rects}) > 1
    assert reader.view.horizontalScrollBar().maximum() == 0


@holds("qt_shape_breaks_with_formats")
def _shapes_stay(walk: Walk) -> None:
    for family in ("Noto Naskh Arabic", "Amiri", "DejaVu Sans"):
        reader = walk.reader(family=family, size=24.0)
        plain = reader.picture()
        reader.mark_unseen((walk.check["start"], walk.check["end"]))
        assert reader.picture() == plain


@holds("qt_ink_overflow")
def _marks_stay_in_their_line(walk: Walk) -> None:
    for family in ("Noto Naskh Arabic", "Amiri", "DejaVu Sans"):
        for size in (9.0, 18.0, 36.0):
            reader = walk.reader(width=1400, family=family, size=size)
            [line] = reader.view.page.laid(0).lines
            ground = reader.view.palette().color(QPalette.ColorRole.Base)
            image = reader.picture()
            top = reader.view.page.top(0)
            strip = image.copy(0, max(0, top + line.top - 12), image.width(), min(12, top + line.top))
            assert ground.isValid() and len(set(memoryview(strip.constBits()).cast("I").tolist())) == 1


@holds("qt_plaintext_lossy")
def _nothing_is_read_back_from_a_widget(walk: Walk) -> None:
    assert QTextDocument(walk.text).toPlainText() != walk.text
    assert walk.reader().text == walk.text


@holds("qt_selected_u2029")
def _line_feeds_are_copied(walk: Walk) -> None:
    reader = walk.reader()
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    assert QGuiApplication.clipboard().text() == walk.text and "\u2029" not in walk.text


@holds("backspace_cp")
def _backspace(walk: Walk) -> None:
    field = QLineEdit(walk.text)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == walk.check["expect"]
    field.deleteLater()
