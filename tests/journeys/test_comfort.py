"""A person makes the page their own: its direction, its typeface, its colours, nothing beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.i18n import set_language
from annotator.ui.languages import Language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.typeface_picker import TypefacePicker
from annotator.ui.settings import settings
from annotator.ui.theme import themes
from tests.settling import settle

NAME = "سامر الحلبي"
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[Path | None], MainWindow]
Drag = Callable[[MainWindow, str], None]


def eye(window: MainWindow, offset: int) -> QPoint:
    """Where a letter is on the screen of this window."""
    article = window.workspace.article
    corner = article.span_rects(offset, offset + 1)[0].topLeft().toPoint()
    return article.viewport().mapTo(window, corner)


def test_a_direction_is_chosen_kept_and_the_same_in_every_pane(
    window: MainWindow, open_: Open, path: Path, drag: Drag, qtbot: QtBot
) -> None:
    drag(window, NAME)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_A)
    session, article = window.session, window.workspace.article
    assert session is not None and session.document is not None
    start = session.document.text.index(NAME)
    rtl = eye(window, 0).x()
    QTest.keyClick(article, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    details = window.workspace.header.details
    qtbot.waitUntil(details.isVisible)
    QTest.mouseClick(details.direction.button("ltr"), LEFT)
    assert eye(window, 0).x() < rtl
    assert article.selected_mark() == session.selected_id is not None
    assert article.offset_at(article.span_rects(start, start + 1)[0].center().toPoint()) == start
    rows = window.workspace.marks.rows
    row = rows.row(rows.row_of(session.selected_id))
    assert row.direction == "ltr"
    assert window.workspace.documents.rows.title_direction(session.summaries()[0]) == "ltr"
    window.close()
    again = open_(path)
    assert again.session is not None
    turned = again.session.direction
    assert turned == "ltr"
    assert eye(again, 0).x() < rtl
    again.registry.run("edit.undo")
    assert again.session.direction == "rtl" and eye(again, 0).x() == rtl


def test_a_typeface_is_chosen_and_there_again_after_a_restart(
    window: MainWindow, open_: Open, path: Path, qtbot: QtBot
) -> None:
    window.registry.run("view.typeface")
    picker = window.findChild(TypefacePicker)
    assert picker is not None
    row = picker.model.index(picker.model.row_of("Amiri"), 0)
    qtbot.waitUntil(lambda: not picker.list.visualRect(row).isEmpty())
    QTest.mouseClick(picker.list.viewport(), LEFT, pos=picker.list.visualRect(row).center())
    QTest.keyClick(picker.list, Qt.Key.Key_Escape)
    assert picker.isHidden() and window.workspace.article.font_family() == "Amiri"
    window.close()
    again = open_(path)
    assert again.workspace.article.font_family() == "Amiri"
    assert again.workspace.article.page.type.font.families()[0] == "Amiri"


def test_the_sepia_page_is_chosen_and_there_again(window: MainWindow, open_: Open, path: Path) -> None:
    QTest.keyClick(window.workspace.article, Qt.Key.Key_K, CONTROL)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "sepia")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert themes().theme.name == "sepia"
    assert window.registry.action("view.theme_sepia").isChecked()
    assert not window.registry.action("view.theme_of_system").isChecked()
    shown = window.workspace.article.viewport().grab().toImage().pixelColor(3, 3)
    assert shown == themes().theme.color("page")
    window.close()
    assert settings().value("theme") == "sepia"
    QTest.keyClick(open_(path).workspace.article, Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert themes().theme.name == "light"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_focus_leaves_the_page_where_it_was(window: MainWindow, drag: Drag, qtbot: QtBot, code: str) -> None:
    set_language("ar" if code == "ar" else "en")
    window.resize(1440, 900)
    session, article = window.session, window.workspace.article
    assert session is not None
    window.open_document(session.summaries()[1].id)
    settle(window, qtbot)
    article.scroll_pixels(437)
    top = article.top_offset()
    was = eye(window, top)
    QTest.keyClick(article, Qt.Key.Key_F11)
    settle(window, qtbot)
    assert window.features.in_focus and window.head.isHidden()
    assert all(pane.isHidden() for pane in window.workspace.panes)
    assert article.top_offset() == top
    now = eye(window, top)
    assert now == was
    assert "Esc" in window.foot.hint.text()
    drag(window, "طرق التجارة")
    QTest.keyClick(article, Qt.Key.Key_C)
    assert [span.label for span in session.spans] == ["claim"]
    QTest.keyClick(article, Qt.Key.Key_Escape)
    QTest.keyClick(article, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert not window.features.in_focus and not window.head.isHidden()
    assert all(pane.isVisible() for pane in window.workspace.panes)
    assert "Esc" not in window.foot.hint.text()


def test_escape_closes_what_is_innermost_before_it_leaves_the_focus(window: MainWindow, drag: Drag) -> None:
    article = window.workspace.article
    window.registry.run("view.focus_mode")
    drag(window, NAME)
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert window.features.in_focus and article.selected_range()[0] == article.selected_range()[1]
    QTest.keyClick(article, Qt.Key.Key_K, CONTROL)
    line = QApplication.focusWidget()
    assert line is not None and line is not article
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.features.in_focus
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert not window.features.in_focus


def test_a_narrow_page_widens_in_focus_around_the_same_line(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    session, article = window.session, window.workspace.article
    assert session is not None
    window.open_document(session.summaries()[1].id)
    settle(window, qtbot)
    article.scroll_pixels(500)
    top, was, narrow = article.top_offset(), eye(window, article.top_offset()).y(), article.page.width
    window.registry.run("view.focus_mode")
    settle(window, qtbot)
    assert article.page.width > narrow
    assert eye(window, top).y() == was
    window.registry.run("view.focus_mode")
    settle(window, qtbot)
    assert (article.page.width, article.top_offset(), eye(window, top).y()) == (narrow, top, was)


def test_closing_in_focus_opens_with_everything(window: MainWindow, open_: Open, path: Path, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    settle(window, qtbot)
    sizes = window.workspace.sizes()
    window.registry.run("view.focus_mode")
    settle(window, qtbot)
    window.close()
    again = open_(path)
    again.resize(1440, 900)
    settle(window, qtbot)
    assert not again.features.in_focus and again.head.isVisible()
    assert again.workspace.sizes() == pytest.approx(sizes, abs=3)


def test_without_a_project_there_is_nothing_to_focus_on(window: MainWindow) -> None:
    window.registry.run("view.focus_mode")
    window.registry.run("file.close")
    assert not window.features.in_focus and window.head.isVisible()
    assert not window.registry.action("view.focus_mode").isEnabled()


def test_a_pane_that_was_put_away_stays_away(window: MainWindow, open_: Open, path: Path, qtbot: QtBot) -> None:
    documents, marks = window.workspace.panes
    QTest.keyClick(window.workspace.article, Qt.Key.Key_F9)
    assert documents.isHidden() and marks.isVisible()
    QTest.keyClick(window.workspace.article, Qt.Key.Key_F11)
    settle(window, qtbot)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_F11)
    assert documents.isHidden() and marks.isVisible()
    window.close()
    again = open_(path)
    assert again.workspace.panes[0].isHidden() and again.workspace.panes[1].isVisible()
    assert not again.registry.action("view.pane_documents").isChecked()
    again.registry.run("view.pane_documents")
    assert again.workspace.panes[0].isVisible()


def test_the_wheel_sizes_the_text_under_the_pointer_and_ctrl_0_sizes_it_back(
    window: MainWindow, open_: Open, path: Path
) -> None:
    article = window.workspace.article
    session = window.session
    assert session is not None
    window.open_document(session.summaries()[1].id)
    article.scroll_pixels(600)
    usual = article.text_size()
    pointer = QPointF(article.viewport().width() / 2, article.viewport().height() / 2)
    offset = article.offset_at(pointer.toPoint())
    for _ in range(4):
        turned = QWheelEvent(
            pointer,
            QPointF(article.viewport().mapToGlobal(pointer.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(article.viewport(), turned)
    assert article.text_size() == usual + 4
    line = article.span_rects(offset, offset + 1)[0]
    assert abs(line.center().y() - pointer.y()) < 3 * article.page.type.line_height
    window.close()
    again = open_(path)
    assert again.workspace.article.text_size() == usual + 4
    QTest.keyClick(again.workspace.article, Qt.Key.Key_0, CONTROL)
    assert again.workspace.article.text_size() == usual


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [640, 683])
def test_a_narrow_screen_holds_the_window(window: MainWindow, language: Language, width: int, qtbot: QtBot) -> None:
    set_language(language)
    window.show()
    for page in (None, "view.actors", "view.statements", "edit.find_in_project", "edit.statements"):
        if page is not None:
            window.registry.run(page)
        qtbot.wait(20)
        assert window.minimumSizeHint().width() <= 640
        window.resize(width, 480)
        qtbot.wait(20)
        assert window.width() == width
        assert overlapping(window.head) == [] and clipped(window) == []
    documents, marks = window.workspace.panes
    assert documents.isHidden() and marks.isVisible()
    window.registry.run("view.pane_documents")
    assert documents.isVisible() and marks.isHidden(), "the one that was asked for last"
    window.registry.run("view.pane_marks")
    assert documents.isHidden() and marks.isVisible()
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: documents.isVisible() and marks.isVisible())


def overlapping(part: QWidget) -> list[tuple[str, str]]:
    """Buttons of a part of the window that lie over each other."""
    buttons = [one for one in part.findChildren(QAbstractButton) if one.isVisible()]
    places = [QRect(one.mapTo(part, QPoint(0, 0)), one.size()) for one in buttons]
    return [
        (one.text(), other.text())
        for place, one in enumerate(buttons)
        for further, other in enumerate(buttons[place + 1 :], place + 1)
        if places[place].intersects(places[further])
    ]


def clipped(window: MainWindow) -> list[str]:
    """Buttons and fields that reach out of what holds them, or are narrower than they can be; lists scroll."""
    found = [one for kind in (QAbstractButton, QLineEdit, QComboBox) for one in window.findChildren(kind)]
    return [
        f"{type(one).__name__} {one.objectName()} {one.geometry()}"
        for one in found
        if one.isVisible()
        and one.visibleRegion().boundingRect().width() < min(one.width(), one.minimumSizeHint().width())
    ]
