"""Somebody looks through the whole project, with real keys: from the first letter to the mark on what was found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.document import Origin
from annotator.ui.main_window import MainWindow
from annotator.ui.searching.concordance import Concordance
from annotator.ui.searching.statements import StatementsPane

FIRST = "قَالَ وزير النقل سالم الحلبي إن الميناء جاهز.\nوقالت النقابة إن الوزير لم يسألها."
SECOND = "أضاف احمد أن السلطة قالت ذلك.\n" + "سطر لا شيء فيه.\n" * 80 + "ثم قال أحمد إن الشركة تأخرت."
THIRD = "Reuters said the port was ready, as أحمد reported."
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def window(open_: Open, tmp_path: Path) -> MainWindow:
    """A window on the first of three articles, one claim marked in it, with the focus in it."""
    place = tmp_path / "search.musnad"
    with Project.create(place) as project:
        first = project.add_document(
            FIRST, title="الأول", origin=Origin(publisher="وكالة النورس", published="2026-03-03")
        )
        project.add_document(SECOND, title="الثاني", origin=Origin(publisher="المرسى", published="2026-05-01"))
        project.add_document(THIRD, title="Third")
        salem, port = project.add_actor("سالم الحلبي", "person"), project.add_actor("ميناء الزهراء", "organization")
        at = FIRST.index
        who = project.annotate(first.id, (at("سالم"), at("سالم") + 11), "actor", actor_id=salem.id)
        whom = project.annotate(first.id, (at("الميناء"), at("الميناء") + 7), "actor", actor_id=port.id)
        claim = project.annotate(first.id, (at("الميناء"), at("جاهز") + 4), "claim")
        project.link(claim.id, who.id, "source")
        project.link(claim.id, whom.id, "target", {"stance": "favour"})
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


def texts(window: MainWindow) -> Concordance:
    return window.features.project_search().page.texts


def told(window: MainWindow) -> str:
    return texts(window).count.text().strip("\u200e\u200f")


def hits(window: MainWindow) -> list[str]:
    return [hit.text for hit in texts(window).list.rows.items]


def found(qtbot: QtBot, window: MainWindow, text: str, count: int) -> None:
    """Looks for a text, and waits until all of it is found."""
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    type_(text)
    settled(qtbot, window, count)


def settled(qtbot: QtBot, window: MainWindow, count: int) -> None:
    qtbot.waitUntil(lambda: len(hits(window)) == count and "Searching" not in told(window))


def shown(window: MainWindow) -> str | None:
    return window.session.document.title if window.session and window.session.document else None


def test_nothing_of_it_is_made_before_it_is_needed(window: MainWindow) -> None:
    assert window.findChild(QWidget, "project_search_box") is None
    press(Qt.Key.Key_F, CTRL | SHIFT)
    box = window.findChild(QWidget, "project_search_box")
    assert box is not None and box.isVisible() and box.hasFocus()
    assert not window.workspace.article.isVisible()


def test_typing_finds_in_all_articles_and_enter_opens_the_place(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    assert hits(window) == ["احمد", "أحمد", "أحمد"]
    assert told(window) == "3 hits   ·   2 articles"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    article = window.workspace.article
    assert shown(window) == "الثاني" and article.isVisible() and article.hasFocus()
    start, end = article.selected_range()
    assert SECOND[start:end] == "أحمد" and start > 1000 and article.shows(start, end)
    press(Qt.Key.Key_A)
    assert window.session is not None
    assert [(span.label, span.quote(SECOND)) for span in window.session.spans] == [("actor", "أحمد")]


def test_the_way_back_leads_to_the_same_row_and_escape_to_the_article(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F, CTRL | SHIFT)
    assert texts(window).list.hasFocus() and texts(window).list.currentIndex().row() == 0
    assert texts(window).box.text() == "احمد"
    press(Qt.Key.Key_Escape)
    assert window.workspace.article.isVisible() and window.workspace.article.hasFocus()


def test_the_first_mark_on_an_article_keeps_the_row_too(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert shown(window) == "الثاني" and window.session is not None and window.session.spans == []
    press(Qt.Key.Key_A)
    assert len(window.session.spans) == 1
    press(Qt.Key.Key_F, CTRL | SHIFT)
    assert len(hits(window)) == 3 and texts(window).list.currentIndex().row() == 1


def test_f4_walks_through_all_places_without_the_page(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "قالت", 2)
    press(Qt.Key.Key_Return)
    walked = [shown(window)]
    press(Qt.Key.Key_F4)
    walked.append(shown(window))
    press(Qt.Key.Key_F4)
    walked.append(shown(window))
    press(Qt.Key.Key_F4, SHIFT)
    walked.append(shown(window))
    press(Qt.Key.Key_F4, SHIFT)
    assert window.messages.isVisible()
    assert walked == ["الأول", "الثاني", "الثاني", "الأول"]
    assert window.selected_text() == "قالت"


def test_a_click_opens_a_place(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "النقابة", 1)
    list_ = texts(window).list
    middle = list_.visualRect(list_.rows.index(0)).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.selected_text() == "النقابة"


def test_a_selection_is_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    article = window.workspace.article
    article.select(FIRST.index("الوزير"), FIRST.index("الوزير") + 6)
    press(Qt.Key.Key_F, CTRL | SHIFT)
    assert texts(window).box.text() == "الوزير"
    settled(qtbot, window, 1)


def test_letters_do_not_mark_what_is_out_of_sight(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.article.select(0, 5)
    found(qtbot, window, "احمد", 3)
    assert window.session is not None
    before = list(window.session.spans)
    press(Qt.Key.Key_Down)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Delete, Qt.Key.Key_1):
        press(key)
    assert window.session.spans == before
    assert not window.registry.action("annotate.label.actor").isEnabled()


def test_switches_and_filters_narrow_it(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "قالت", 2)
    pane = texts(window)
    QTest.mouseClick(pane.whole, Qt.MouseButton.LeftButton)
    settled(qtbot, window, 1)
    QTest.mouseClick(pane.whole, Qt.MouseButton.LeftButton)
    settled(qtbot, window, 2)
    QTest.mouseClick(pane.more, Qt.MouseButton.LeftButton)
    assert pane.filters.since.isVisible()
    pane.filters.since.setFocus()
    type_("٢٠٢٦-٤")
    settled(qtbot, window, 1)
    assert pane.more.text() == "Filters (1)"
    pane.filters.since.clear()
    pane.filters.publisher.setFocus()
    press(Qt.Key.Key_Down)
    settled(qtbot, window, 1)
    assert pane.filters.publisher.key == "المرسى"
    press(Qt.Key.Key_Up)
    settled(qtbot, window, 2)
    pane.filters.label.setCurrentIndex(pane.filters.label.findData("claim"))
    qtbot.waitUntil(lambda: told(window) == "Nothing found")


def test_a_faulty_expression_is_told_beside_the_field(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "أ[حخ]مد", 0)
    QTest.mouseClick(texts(window).regex, Qt.MouseButton.LeftButton)
    settled(qtbot, window, 2)
    texts(window).box.setText("(أ")
    qtbot.waitUntil(lambda: "character 3" in told(window))
    assert texts(window).box.property("missing")


def test_the_field_and_the_rows_run_as_their_text_does(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "أحمد", 3)
    assert texts(window).box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    directions = [hit.direction for hit in texts(window).list.rows.items]
    assert directions == ["rtl", "rtl", "ltr"]
    found(qtbot, window, "port", 2)
    assert texts(window).box.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_article_in_the_list_takes_the_page_away(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    press(Qt.Key.Key_PageDown, CTRL)
    assert shown(window) == "الثاني" and window.workspace.article.isVisible()


def test_an_import_renews_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    assert window.session is not None
    window.session.project.add_document("وأكد أحمد ذلك.")
    settled(qtbot, window, 4)
    assert texts(window).isVisible()


def test_what_came_meanwhile_is_found_when_one_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    found(qtbot, window, "احمد", 3)
    press(Qt.Key.Key_Escape)
    assert window.session is not None
    window.session.project.add_document("وأكد أحمد ذلك.")
    press(Qt.Key.Key_F, CTRL | SHIFT)
    settled(qtbot, window, 4)


def test_another_project_has_a_search_of_its_own(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    found(qtbot, window, "احمد", 3)
    Project.create(tmp_path / "other.musnad").close()
    assert window.open_project(tmp_path / "other.musnad")
    assert window.findChild(QWidget, "project_search_box") is None or not window.workspace.covered
    press(Qt.Key.Key_F, CTRL | SHIFT)
    assert hits(window) == [] and texts(window).box.text() == ""


# Who said what


def said(window: MainWindow) -> StatementsPane:
    return window.features.project_search().page.statements


def test_what_an_actor_said_about_another(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_W, CTRL | SHIFT)
    assert said(window).source.hasFocus()
    QTest.keyClick(said(window).source, Qt.Key.Key_Tab)
    assert said(window).target.hasFocus()
    said(window).target.setText("")
    press(Qt.Key.Key_Tab, SHIFT)
    for letter in "سالم الحلبى":
        said(window).source.insert(letter)
    qtbot.waitUntil(lambda: len(said(window).list.rows.items) == 1)
    assert said(window).count.text().strip("\u200e\u200f").startswith("1 statement")
    assert said(window).chart.isVisible()
    [one] = said(window).list.rows.items
    assert (one.targets, one.stance) == (("ميناء الزهراء",), "favour")
    said(window).list.setFocus()
    said(window).list.show_current(0)
    press(Qt.Key.Key_Return)
    assert window.session is not None and window.session.selected_id == one.id
    assert window.workspace.article.isVisible()


def test_the_tabs_are_turned_with_the_mouse(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL | SHIFT)
    page = window.features.project_search().page
    button = page._tabs.button("statements")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert said(window).isVisible() and said(window).source.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.workspace.article.hasFocus()


def test_what_is_told_of_articles_once_the_search_has_ended_begins_nothing(window: MainWindow, qtbot: QtBot) -> None:
    """News of an import may be on their way while the project is closed."""
    session = window.session
    assert session is not None
    found(qtbot, window, "احمد", 3)
    search = window.features.project_search()
    window.features.project_search.end()
    session.project.add_document("قال آخر.", title="آخر")
    session.documents_changed.emit()
    search.page.texts.search_again()
    search.page.texts.wanted.emit(None)
    window.close()
