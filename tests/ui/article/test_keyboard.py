"""What a reader does with the keyboard alone."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.text import graphemes
from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح"
MIXED = st.lists(
    st.sampled_from(["قال", "السلام", "كَتَبَ", "Ali", "12", "(CNN)", "😀", "3.5%", "نعم،", "abc"]), min_size=1, max_size=9
).map(" ".join)


def press(view: ArticleView, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(view, key, held)


def caret(view: ArticleView) -> int:
    return view.selection().caret.offset


def test_left_and_right_go_as_the_eye_does_through_both_scripts(show: Show) -> None:
    view = show("اب abc جد")
    places = [caret(view)]
    xs = [view.caret_rect().x()]
    for _ in range(9):
        press(view, Key.Key_Left)
        places.append(caret(view))
        xs.append(view.caret_rect().x())
    assert places == [0, 1, 2, 3, 5, 4, 6, 7, 8, 9]
    assert xs == sorted(xs, reverse=True)
    assert len(set(xs)) == 10


@given(MIXED, st.sampled_from(["rtl", "ltr"]), st.integers(160, 600))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_left_never_goes_right_and_right_comes_back(reader: Show, text: str, direction: str, width: int) -> None:
    view = reader(text, direction, width, 600, 17.0, None)
    onward, back = (Key.Key_Left, Key.Key_Right) if direction == "rtl" else (Key.Key_Right, Key.Key_Left)
    press(view, Key.Key_Home, CTRL)
    seen = [view.caret_rect()]
    steps = len(graphemes.boundaries(text)) - 1
    for _ in range(steps):
        press(view, onward)
        seen.append(view.caret_rect())
    for before, after in pairwise(seen):
        if before.y() == after.y():
            assert (after.x() < before.x()) == (direction == "rtl")
        else:
            assert after.y() > before.y()
    for expected in reversed(seen[:-1]):
        press(view, back)
        assert view.caret_rect().y() == expected.y()
        assert view.caret_rect().x() == pytest.approx(expected.x())


def test_the_caret_stops_only_between_graphemes(show: Show) -> None:
    view = show("مُحَمَّدٌ")
    places = [caret(view)]
    for _ in range(4):
        press(view, Key.Key_Left)
        places.append(caret(view))
    assert places == [0, 2, 4, 7, 9]


def test_shift_selects_letters_and_with_ctrl_whole_words(show: Show) -> None:
    view = show(TEXT)
    view.select(4, 4)
    press(view, Key.Key_Left, SHIFT)
    press(view, Key.Key_Left, SHIFT)
    assert view.selected_range() == (4, 6)
    view.select(4, 4)
    for expected in ("وزير", "وزير النقل", "وزير النقل سامر"):
        press(view, Key.Key_Left, CTRL, SHIFT)
        assert TEXT[slice(*view.selected_range())] == expected
    press(view, Key.Key_Right, CTRL, SHIFT)
    assert TEXT[slice(*view.selected_range())] == "وزير النقل"
    view.select(26, 26)
    press(view, Key.Key_Right, CTRL, SHIFT)
    assert TEXT[slice(*view.selected_range())] == "الحلبي"
    press(view, Key.Key_Right, CTRL, SHIFT)
    assert TEXT[slice(*view.selected_range())] == "سامر الحلبي"


def test_ctrl_moves_by_words_in_the_direction_of_the_arrow(show: Show) -> None:
    view = show(TEXT)
    press(view, Key.Key_Left, CTRL)
    assert caret(view) == 4
    press(view, Key.Key_Left, CTRL)
    assert caret(view) == 9
    press(view, Key.Key_Right, CTRL)
    assert caret(view) == 4


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_ctrl_up_and_down_go_by_sentences(show: Show, direction: str) -> None:
    text = "قال كذا. ثم د. أحمد\n\n\u064eنعم 3.5؟ لا"
    view = show(text, direction)
    starts = [0, text.index("ثم"), text.index("\u064e"), text.index("لا")]
    for expected in (*starts[1:], len(text), len(text)):
        press(view, Key.Key_Down, CTRL)
        assert caret(view) == expected
    for expected in (*reversed(starts), 0):
        press(view, Key.Key_Up, CTRL)
        assert caret(view) == expected


def test_with_shift_sentences_are_selected_whole_and_given_up_again(show: Show) -> None:
    text = "قال كذا. ثم ذهب.\nنعم؟"
    view = show(text)
    for expected in ("قال كذا.", "قال كذا. ثم ذهب.", text, "قال كذا. ثم ذهب."):
        down = expected == text or len(text[slice(*view.selected_range())]) < len(expected)
        press(view, Key.Key_Down if down else Key.Key_Up, CTRL, SHIFT)
        assert text[slice(*view.selected_range())] == expected
    view.select(12, 12)
    for expected in ("ثم ", "قال كذا. ثم "):
        press(view, Key.Key_Up, CTRL, SHIFT)
        assert text[slice(*view.selected_range())] == expected
    press(view, Key.Key_Down, CTRL, SHIFT)
    assert text[slice(*view.selected_range())] == "ثم "


def test_enter_selects_the_mark_at_the_caret_and_again_the_next_one_out(
    show: Show, qtbot: QtBot, mark: Callable[..., Mark]
) -> None:
    view = show(TEXT)
    view.set_marks(
        [mark("long", (0, 40)), mark("inner", (15, 26)), mark("same", (15, 26)), mark("gap", (4, 8), (30, 37))]
    )
    view.select(17, 17)
    for expected in ("inner", "same", "long", "inner"):
        with qtbot.waitSignal(view.mark_clicked) as heard:
            press(view, Key.Key_Return)
        assert heard.args == [expected]
    view.select(26, 26)
    press(view, Key.Key_Enter)
    assert view.selected_mark() == "long"
    view.select(40, 40)
    press(view, Key.Key_Return)
    assert view.selected_mark() == "long"
    view.select(42, 42)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert view.selected_mark() == "long"
    assert not event.isAccepted()


def test_escape_lets_go_of_the_text_then_of_the_mark_and_then_is_the_windows(
    show: Show, qtbot: QtBot, mark: Callable[..., Mark]
) -> None:
    view = show(TEXT)
    view.set_marks([mark("inner", (15, 26))])
    view.set_selected_mark("inner")
    view.select(4, 8)
    press(view, Key.Key_Escape)
    assert view.selected_range() == (8, 8)
    assert view.selected_mark() == "inner"
    with qtbot.waitSignal(view.mark_clicked) as heard:
        press(view, Key.Key_Escape)
    assert heard.args == [""]
    assert view.selected_mark() is None
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()


@given(MIXED, st.integers(0, 60), st.integers(0, 60), st.integers(1, 6))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_selection_shrinks_back_exactly_the_way_it_grew(
    reader: Show, text: str, start: int, end: int, times: int
) -> None:
    view = reader(text, "rtl", 600, 600, 17.0, None)
    view.select(*graphemes.snap(text, start, end))
    seen = [view.selection()]
    for _ in range(times):
        view.growth.grow()
        if view.selection() != seen[-1]:
            seen.append(view.selection())
    for expected in reversed(seen[:-1]):
        view.growth.shrink()
        assert view.selection() == expected


def test_up_and_down_keep_their_column_over_short_lines(show: Show) -> None:
    view = show(f"{TEXT}\nقال\n\n{TEXT}")
    for _ in range(12):
        press(view, Key.Key_Left)
    x = view.caret_rect().x()
    for _ in range(3):
        press(view, Key.Key_Down)
    assert abs(view.caret_rect().x() - x) < 8
    assert caret(view) == pytest.approx(len(TEXT) + 6 + 12, abs=1)
    for _ in range(3):
        press(view, Key.Key_Up)
    assert caret(view) == 12


def test_home_end_and_pages(show: Show) -> None:
    text = "\n".join([TEXT] * 80)
    view = show(text, height=300)
    press(view, Key.Key_End)
    assert caret(view) == len(TEXT)
    press(view, Key.Key_Home)
    assert caret(view) == 0
    press(view, Key.Key_PageDown)
    first = caret(view)
    assert first > len(TEXT)
    press(view, Key.Key_PageUp)
    assert caret(view) == 0
    press(view, Key.Key_End, CTRL)
    assert caret(view) == len(text)
    assert view.viewport().rect().contains(view.caret_rect().toRect())
    press(view, Key.Key_Home, CTRL, SHIFT)
    assert view.selected_range() == (0, len(text))
    assert view.viewport().rect().contains(view.caret_rect().toRect())


def test_all_copy_and_escape(show: Show) -> None:
    text = "قال\u00a0د.\u00a0أحمد:\u202f100\u00a0%\nالسطر الثاني"
    view = show(text)
    press(view, Key.Key_A, CTRL)
    assert view.selected_range() == (0, len(text))
    press(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text
    press(view, Key.Key_Escape)
    start, end = view.selected_range()
    assert start == end


def test_plain_letters_are_left_to_the_window(show: Show) -> None:

    view = show(TEXT)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    view.keyPressEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("reason", "ring"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.ShortcutFocusReason, False),
    ],
)
def test_the_focus_has_a_line_for_those_who_came_by_tab(show: Show, reason: Qt.FocusReason, ring: bool) -> None:
    """Who comes back from a bar by Escape sees the caret; a click takes the line away."""
    view = show("قال الوزير")
    QCoreApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert view.shows_focus is ring
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert not view.shows_focus
