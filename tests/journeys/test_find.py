"""Somebody looks for words in an article: with real keys, from the first to the mark on what was found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.article.hits import PageHits
from annotator.ui.finding import finder
from annotator.ui.main_window import MainWindow

TEXT = (
    "قَالَ وَزِيرُ النَّقْلِ إنّ الميناءَ سيُفتح، وقال أحمد سالم إن الوزارة «قالت» ذلك عام ٢٠٢٦.\n"
    + "وصف الخبير المشروع بأنه مهم.\n" * 60
    + "وأضاف احمد ســالم لوكالة Reuters أن وزيرة النقل قالت ذلك."
)
SECOND = "أكد أحمد سالم أن الميناء سيُفتح. " * 3
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def window(open_: Open, tmp_path: Path) -> MainWindow:
    """A window on the first of two articles, with the focus in it."""
    place = tmp_path / "find.musnad"
    with Project.create(place) as project:
        project.add_document(TEXT, title="الأول")
        project.add_document(SECOND, title="الثاني")
    opened = open_(place)
    opened.workspace.article.setFocus()
    return opened


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def type_(text: str) -> None:
    """Letters one by one; QTest knows no keys for Arabic ones, and an input method sends text, too."""
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    for letter in text:
        box.insert(letter)


def find(text: str) -> None:
    press(Qt.Key.Key_F, CTRL)
    type_(text)


def told(window: MainWindow) -> str:
    return window.features.finder().bar.count.text().strip("\u200e\u200f")


def hits(window: MainWindow) -> list[str]:
    shown = window.workspace.article._hits
    return [window.workspace.article.page.text[start:end] for start, end in shown.ranges] if shown else []


def current(window: MainWindow) -> int | None:
    shown: PageHits | None = window.workspace.article._hits
    return shown.current if shown else None


def test_nothing_of_it_is_made_before_it_is_needed(window: MainWindow) -> None:
    assert window.findChild(QWidget, "search_box") is None
    press(Qt.Key.Key_F, CTRL)
    box = window.findChild(QWidget, "search_box")
    assert box is not None and box.isVisible() and box.hasFocus()


def test_typing_finds_and_enter_walks_round(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL)
    counts = []
    for letter in "قال":
        type_(letter)
        counts.append(len(hits(window)))
    assert counts == sorted(counts, reverse=True)
    assert hits(window) == ["قَالَ", "قال", "قال", "قال"]
    assert told(window) == "1 of 4"
    walked = []
    for _ in range(4):
        press(Qt.Key.Key_Return)
        walked.append((told(window), current(window)))
    assert walked == [("2 of 4", 1), ("3 of 4", 2), ("4 of 4", 3), ("1 of 4", 0)]
    press(Qt.Key.Key_Return, SHIFT)
    assert told(window) == "4 of 4"
    start, end = window.workspace.article._hits.ranges[3] if window.workspace.article._hits else (0, 0)
    assert window.workspace.article.shows(start, end)
    assert window.workspace.article.selected_range() == (0, 0)


def test_escape_leaves_the_hit_selected_and_a_key_marks_it(window: MainWindow) -> None:
    find("احمد سالم")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    article = window.workspace.article
    assert window.features.finder().bar.isHidden() and article.hasFocus() and hits(window) == []
    assert window.selected_text() == "احمد ســالم"
    press(Qt.Key.Key_A)
    assert window.session is not None
    assert [span.quote(TEXT) for span in window.session.spans] == ["احمد ســالم"]


def test_f3_goes_on_in_the_article_and_without_the_bar(window: MainWindow) -> None:
    find("قالت")
    press(Qt.Key.Key_F3)
    assert told(window) == "2 of 2"
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_G, CTRL | SHIFT)
    assert told(window) == "1 of 2" and window.selected_text() == ""
    window.workspace.article.setFocus()
    press(Qt.Key.Key_F3)
    assert window.selected_text() == "قالت" and told(window) == "2 of 2"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert window.features.finder().bar.isHidden()
    press(Qt.Key.Key_F3)
    assert window.features.finder().bar.isHidden()
    assert window.workspace.article.selected_range()[0] == TEXT.index("قالت")


def test_f3_before_anything_was_looked_for_opens_the_bar(window: MainWindow) -> None:
    press(Qt.Key.Key_F3)
    assert window.features.finder().bar.box.hasFocus()


def test_the_selection_is_what_is_looked_for(window: MainWindow) -> None:
    article = window.workspace.article
    start = TEXT.index("أحمد")
    article.select(start, start + len("أحمد سالم"))
    press(Qt.Key.Key_F, CTRL)
    assert window.features.finder().bar.wish.query == "أحمد سالم"
    assert window.features.finder().bar.box.selectedText() == "أحمد سالم"
    assert hits(window) == ["أحمد سالم", "احمد ســالم"] and told(window) == "1 of 2"
    press(Qt.Key.Key_Backspace)
    assert hits(window) == [] and told(window) == ""
    article.select(0, len(TEXT))
    article.setFocus()
    press(Qt.Key.Key_F, CTRL)
    assert window.features.finder().bar.wish.query == ""


def test_search_begins_where_the_reader_is(window: MainWindow) -> None:
    article = window.workspace.article
    here = TEXT.index("«قالت»")
    article.select(here, here)
    find("قال")
    assert told(window) == "3 of 4"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert article.selected_range()[0] == TEXT.rindex("قالت")


def test_who_clicks_elsewhere_goes_on_from_there_and_keeps_the_selection(window: MainWindow) -> None:
    article = window.workspace.article
    find("قال")
    place = article.span_rects(TEXT.index("أحمد"), TEXT.index("أحمد") + 4)[0].center().toPoint()
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.selected_text() == "أحمد"
    press(Qt.Key.Key_F3)
    assert told(window) == "3 of 4"
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseClick(window.features.finder().bar.dismiss, Qt.MouseButton.LeftButton)
    assert window.selected_text() == "أحمد"


def test_the_switches_are_worked_with_the_keyboard(window: MainWindow) -> None:
    find("قال")
    bar = window.features.finder().bar
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bar.whole
    press(Qt.Key.Key_Space)
    assert hits(window) == ["قَالَ"]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert hits(window) == [] and told(window) == "Nothing found"
    press(Qt.Key.Key_F, CTRL)
    assert bar.box.hasFocus() and bar.box.selectedText() == "قال"
    press(Qt.Key.Key_Escape)
    assert window.workspace.article.hasFocus()


def test_teh_marbuta_by_the_switch(window: MainWindow) -> None:
    find("الوزاره")
    assert hits(window) == ["الوزارة"]
    QTest.mouseClick(window.features.finder().bar.teh_marbuta, Qt.MouseButton.LeftButton)
    assert hits(window) == []


def test_the_next_article_is_searched_and_stays_at_its_place(window: MainWindow) -> None:
    find("احمد سالم")
    assert told(window) == "1 of 2"
    press(Qt.Key.Key_PageDown, CTRL)
    assert window.session is not None and window.session.document is not None
    assert window.session.document.title == "الثاني"
    assert window.features.finder().bar.wish.query == "احمد سالم"
    assert told(window) == "3 hits" and current(window) is None and len(hits(window)) == 3
    press(Qt.Key.Key_F3)
    assert told(window) == "1 of 3"
    window.registry.run("file.close")
    assert hits(window) == []
    assert not window.registry.action("edit.find").isEnabled()


def test_an_article_that_was_left_does_not_haunt_the_next(window: MainWindow) -> None:
    find("قال")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_PageDown, CTRL)
    assert hits(window) == []
    press(Qt.Key.Key_F3)
    assert not window.features.finder().bar.isHidden() and told(window) == "Nothing found"


def test_a_mark_that_is_made_leaves_the_hits(window: MainWindow) -> None:
    find("قال")
    window.workspace.article.setFocus()
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Q)
    assert window.session is not None and len(window.session.spans) == 1
    assert len(hits(window)) == 4
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Q)
    assert len(window.session.spans) == 2


def test_a_long_article_is_folded_aside(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "LONG_CODE_POINTS", 100)
    press(Qt.Key.Key_F, CTRL)
    type_("قال")
    qtbot.waitUntil(lambda: told(window) == "1 of 4")
    QTest.mouseClick(window.features.finder().bar.exact, Qt.MouseButton.LeftButton)
    assert told(window) in ("Searching…", "1 of 3")
    press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: told(window) == "1 of 3")
    press(Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: told(window) == "Nothing found")


def test_the_words_stay_where_they_are_when_the_bar_comes(window: MainWindow) -> None:
    article = window.workspace.article
    place = article.mapTo(window, QPoint(0, 0)) + article.span_rects(0, 5)[0].topLeft().toPoint()
    press(Qt.Key.Key_F, CTRL)
    QApplication.processEvents()
    assert article.mapTo(window, QPoint(0, 0)) + article.span_rects(0, 5)[0].topLeft().toPoint() == place
    bar = window.features.finder().bar
    assert bar.mapTo(window, QPoint(0, 0)).y() >= article.mapTo(window, QPoint(0, 0)).y() + article.height()
    text = article.viewport().mapTo(window, QPoint(article.column_left, 0)).x()
    assert bar.box.mapTo(window, QPoint(0, 0)).x() <= text


def test_in_arabic_it_stands_on_the_other_side(window: MainWindow, qtbot: QtBot) -> None:
    find("قال")
    bar = window.features.finder().bar

    def first(one: QWidget, other: QWidget) -> bool:
        return one.mapTo(window, QPoint(0, 0)).x() < other.mapTo(window, QPoint(0, 0)).x()

    assert first(bar.box, bar.dismiss)
    window.registry.run("view.language")
    qtbot.waitUntil(lambda: first(bar.dismiss, bar.box))
    assert len(hits(window)) == 4
    window.registry.run("view.theme")
    assert len(hits(window)) == 4
