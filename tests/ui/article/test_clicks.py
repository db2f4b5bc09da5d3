"""Several clicks, Shift+click and the wheel: by words, sentences and paragraphs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Middle = Callable[..., QPoint]
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SENTENCES = "السطر الأول.\nقال د. أحمد ذلك. «وأضاف» للصين 3.5%! وختم؟\nالثالث"


def click(view: ArticleView, point: QPoint, times: int, keys: Qt.KeyboardModifier = NONE) -> None:
    """Clicks in a row, as Qt tells of them: every second one of two that are close is a double click."""
    window = view.viewport()
    for number in range(times):
        (QTest.mouseDClick if number % 2 else QTest.mousePress)(window, LEFT, keys, point)
        QTest.mouseRelease(window, LEFT, keys, point)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize(
    ("times", "taken"),
    [
        (2, "للصين"),
        (3, "«وأضاف» للصين 3.5%!"),
        (4, "قال د. أحمد ذلك. «وأضاف» للصين 3.5%! وختم؟"),
        (5, "قال د. أحمد ذلك. «وأضاف» للصين 3.5%! وختم؟"),
    ],
)
def test_more_clicks_take_the_word_the_sentence_and_the_paragraph(
    show: Show, middle: Middle, direction: str, times: int, taken: str
) -> None:
    view = show(SENTENCES, direction)
    click(view, middle(view, SENTENCES.index("للصين") + 2), times)
    assert SENTENCES[slice(*view.selected_range())] == taken


def test_a_third_click_elsewhere_is_a_first_one(show: Show, middle: Middle) -> None:
    view = show(SENTENCES)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, SENTENCES.index("للصين")))
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 1))
    start, end = view.selected_range()
    assert start == end < 3


def test_a_drag_after_three_clicks_takes_whole_sentences(show: Show, middle: Middle) -> None:
    view = show(SENTENCES)
    window, point = view.viewport(), middle(view, SENTENCES.index("للصين"))
    QTest.mouseDClick(window, LEFT, NONE, point)
    QTest.mousePress(window, LEFT, NONE, point)
    QTest.mouseMove(window, middle(view, SENTENCES.index("ذلك")))
    assert SENTENCES[slice(*view.selected_range())] == "قال د. أحمد ذلك. «وأضاف» للصين 3.5%!"
    QTest.mouseRelease(window, LEFT, NONE, middle(view, SENTENCES.index("ذلك")))
    assert SENTENCES[slice(*view.selected_range())] == "قال د. أحمد ذلك. «وأضاف» للصين 3.5%!"


def test_shift_click_goes_on_by_what_was_clicked(show: Show, middle: Middle) -> None:
    text = "قال وزير النقل سامر الحلبي إن الميناء سيفتح"
    view = show(text)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, text.index("النقل") + 2))
    for words, expected in (("الحلبي", "النقل سامر الحلبي"), ("قال", "قال وزير النقل"), ("سامر", "النقل سامر")):
        QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, text.index(words) + 1))
        assert text[slice(*view.selected_range())] == expected
    view.select(4, 4)
    view.letter_mode = True
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, text.index("سامر")))
    assert text[slice(*view.selected_range())] == "وزير النقل س"


def test_letter_mode_shows_in_the_pointer(show: Show) -> None:
    view = show(SENTENCES)
    view.letter_mode = True
    assert view.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    view.letter_mode = False
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def turn(view: ArticleView, point: QPoint, angle: QPoint) -> None:
    """The wheel with Ctrl and Alt."""
    place, nowhere = QPointF(point), Qt.ScrollPhase.NoScrollPhase
    keys = CTRL | ALT
    wheel = QWheelEvent(place, place, QPoint(), angle, Qt.MouseButton.NoButton, keys, nowhere, False)
    QApplication.sendEvent(view.viewport(), wheel)


def test_ctrl_alt_and_the_wheel_grow_and_shrink_around_the_pointer(show: Show, middle: Middle) -> None:
    view = show(SENTENCES)
    size, point = view.text_size(), middle(view, SENTENCES.index("وأضاف") + 1)
    seen = []
    for angle in (QPoint(0, 120), QPoint(60, 0), QPoint(60, 0), QPoint(0, 360), QPoint(0, -120), QPoint(-360, 0)):
        turn(view, point, angle)
        seen.append(SENTENCES[slice(*view.selected_range())])
    assert seen == ["وأضاف", "وأضاف", "«وأضاف»", SENTENCES, SENTENCES.splitlines()[1], "وأضاف"]
    assert view.text_size() == size
    turn(view, middle(view, 1), QPoint(0, 120))
    assert SENTENCES[slice(*view.selected_range())] == "السطر"


def test_what_clicks_took_shrinks_the_way_it_came(show: Show, middle: Middle) -> None:
    view = show(SENTENCES)
    click(view, middle(view, SENTENCES.index("للصين") + 2), 4)
    for expected in ("«وأضاف» للصين 3.5%!", "للصين", "لصين", "صين"):
        view.growth.shrink()
        assert SENTENCES[slice(*view.selected_range())] == expected
