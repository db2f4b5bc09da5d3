"""The bar by itself: what it asks for, what it tells, how it runs, fits, speaks and is worked with keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.i18n import set_language
from annotator.ui.icons import icon
from annotator.ui.languages import Language
from annotator.ui.panels.find_bar import FindBar, Outcome, Wish
from annotator.ui.theme import Themes


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FindBar]:
    """An open bar with room for everything in a row."""
    made = FindBar(QAction(icon("up"), "Find previous"), QAction(icon("down"), "Find next"))
    qtbot.addWidget(made)
    made.resize(900, 40)
    with qtbot.waitExposed(made):
        made.open("")
    made.activateWindow()
    qtbot.waitUntil(made.box.hasFocus)
    yield made


def test_it_is_hidden_until_it_is_opened(qtbot: QtBot) -> None:
    made = FindBar(QAction(), QAction())
    qtbot.addWidget(made)
    assert made.isHidden()
    assert made.box.objectName() == "search_box"


def test_what_is_typed_and_switched_is_the_wish(bar: FindBar, qtbot: QtBot) -> None:
    assert bar.wish == Wish("", whole=False, exact=False, teh_marbuta=True)
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(bar.box, "abc")
    for switch in (bar.whole, bar.teh_marbuta):
        with qtbot.waitSignal(bar.changed):
            qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert bar.wish == Wish("abc", whole=True, exact=False, teh_marbuta=False)


def test_exactly_teh_marbuta_is_never_heh(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.exact, Qt.MouseButton.LeftButton)
    assert bar.wish.exact and not bar.teh_marbuta.isEnabled()
    qtbot.mouseClick(bar.exact, Qt.MouseButton.LeftButton)
    assert bar.teh_marbuta.isEnabled()


def test_opening_it_again_lets_the_query_be_typed_over(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.box, "abc")
    bar.open("")
    assert bar.box.selectedText() == "abc"
    bar.open("سلام")
    assert bar.box.selectedText() == bar.wish.query == "سلام"


@pytest.mark.parametrize(
    ("typed", "direction"),
    [
        ("سلام", Qt.LayoutDirection.RightToLeft),
        ("Reuters", Qt.LayoutDirection.LeftToRight),
        ("وكالة AP", Qt.LayoutDirection.RightToLeft),
        ("שלום", Qt.LayoutDirection.RightToLeft),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_field_runs_as_what_is_typed(
    bar: FindBar, typed: str, direction: Qt.LayoutDirection, language: str
) -> None:
    set_language("ar" if language == "ar" else "en")
    bar.box.setText(typed)
    assert bar.box.layoutDirection() == direction
    bar.box.clear()
    assert bar.box.layoutDirection() == bar.layoutDirection()


def test_enter_steps_and_escape_closes(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.stepped) as stepped:
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert stepped.args == [1]
    with qtbot.waitSignal(bar.stepped) as stepped:
        qtbot.keyClick(bar.box, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    assert stepped.args == [-1]
    for widget in (bar.box, bar.whole):
        widget.setFocus()
        with qtbot.waitSignal(bar.closed):
            qtbot.keyClick(widget, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)


def test_tab_reaches_every_control_and_space_works_it(bar: FindBar, qtbot: QtBot) -> None:
    reached: list[QWidget | None] = []
    for _ in range(7):
        reached.append(QApplication.focusWidget())
        focused = reached[-1]
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(reached) == {bar.box, bar.previous, bar.next, bar.whole, bar.exact, bar.teh_marbuta, bar.dismiss}
    bar.whole.setFocus()
    qtbot.keyClick(bar.whole, Qt.Key.Key_Space)
    assert bar.wish.whole


def test_the_outcome_is_told_in_words(bar: FindBar) -> None:
    def told(outcome: Outcome) -> str:
        bar.tell(outcome)
        return bar.count.text().strip("\u200e\u200f")

    assert told(Outcome()) == ""
    assert told(Outcome(12, 2)) == "3 of 12"
    assert told(Outcome(1200)) == "1,200 hits"
    assert told(Outcome(busy=True)) == "Searching…"
    assert told(Outcome(0)) == "Nothing found"
    assert bar.box.property("missing") is True
    told(Outcome(1, 0))
    assert bar.box.property("missing") is False


def test_nothing_found_is_seen_on_the_field(bar: FindBar) -> None:
    bar.box.setText("سلام")
    bar.tell(Outcome(3, 0))
    before = bar.box.grab().toImage()
    bar.tell(Outcome(0))
    assert bar.box.grab().toImage() != before
    bar.tell(Outcome(3, 0))
    assert bar.box.grab().toImage() == before


def test_it_speaks_the_language_of_the_window(bar: FindBar, qtbot: QtBot) -> None:
    bar.tell(Outcome(12, 2))
    english = [widget.accessibleName() for widget in named(bar)]
    assert all(english)
    set_language("ar")
    qtbot.waitUntil(lambda: bar.count.text() == "\u200f٣ من ١٢")
    arabic = [widget.accessibleName() for widget in named(bar)]
    assert all(one != other for one, other in zip(english, arabic, strict=True))
    assert bar.whole.text() != "Whole words" and bar.whole.toolTip()
    assert bar.box.placeholderText() == bar.box.accessibleName()
    set_language("en")
    qtbot.waitUntil(lambda: [widget.accessibleName() for widget in named(bar)] == english)


def named(bar: FindBar) -> list[QWidget]:
    return [bar, bar.box, bar.whole, bar.exact, bar.teh_marbuta, bar.dismiss]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_overlaps_or_is_cut_however_narrow_it_is(bar: FindBar, qtbot: QtBot, language: Language) -> None:
    set_language(language)
    bar.tell(Outcome(0))
    controls = [bar.box, bar.count, bar.previous, bar.next, bar.whole, bar.exact, bar.teh_marbuta, bar.dismiss]
    rows = set()
    for width in (1100, 640, 520, 380):
        bar.resize(width, bar.sizeHint().height())
        qtbot.wait(10)
        bar.resize(width, bar.sizeHint().height())
        qtbot.wait(10)
        boxes = [control.rect().translated(control.mapTo(bar, control.rect().topLeft())) for control in controls]
        for place, box in enumerate(boxes):
            assert bar.rect().contains(box), controls[place]
            assert not any(box.intersects(other) for other in boxes[place + 1 :])
        assert bar.box.width() >= 100
        rows.add(bar.whole.mapTo(bar, bar.rect().topLeft()).y() > bar.box.mapTo(bar, bar.rect().topLeft()).y() + 10)
    assert rows == {False, True}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_begins_where_the_text_does(bar: FindBar, qtbot: QtBot, language: Language) -> None:
    set_language(language)
    bar.resize(1200, 40)
    bar.set_column(150, 180)
    qtbot.wait(10)
    left = bar.box.mapTo(bar, bar.box.rect().topLeft()).x()
    if language == "en":
        assert left == 150
    else:
        assert bar.width() - left - bar.box.width() == 180


def test_it_wears_the_theme(bar: FindBar, theme_switch: Themes) -> None:
    theme_switch.choose("light")
    light = bar.dismiss.icon().pixmap(20).toImage()
    theme_switch.choose("dark")
    assert bar.dismiss.icon().pixmap(20).toImage() != light
