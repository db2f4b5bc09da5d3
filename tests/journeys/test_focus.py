"""A person without a mouse: Tab and F6 lead everywhere and out again, and the focus can always be seen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.focus_order import stops_in
from annotator.ui.i18n import set_language
from annotator.ui.languages import Language
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import ThemeName, themes

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME = "سامر الحلبي"
Open = Callable[[Path | None], MainWindow]


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    """A key where the focus is; where it is afterwards."""
    QTest.keyClick(focus(), key, modifiers)
    QApplication.processEvents()
    return focus()


def part_of(window: MainWindow, widget: QWidget) -> str:
    workspace = window.workspace
    parts: list[tuple[str, QWidget]] = [
        ("head", window.head),
        ("message", window.messages),
        ("documents", workspace.documents),
        ("documents", _parent(window.findChild(QWidget, "document_filter"))),
        ("header", workspace.header),
        ("article", workspace.article),
        ("inspector", workspace.inspector),
        ("marks", workspace.marks),
    ]
    if workspace.sides.switch is not None:
        parts.append(("marks", workspace.sides.switch))
    return next(name for name, part in parts if part is widget or part.isAncestorOf(widget))


def _parent(widget: QWidget | None) -> QWidget:
    parent = widget.parentWidget() if widget is not None else None
    assert parent is not None
    return parent


def once(names: Sequence[str]) -> list[str]:
    """Names without their repetitions in a row."""
    return [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]


def walk(window: MainWindow, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Tab from the documents until it comes back there."""
    window.workspace.documents.setFocus()
    found = [focus()]
    while (reached := press(Key.Key_Tab, modifiers)) is not found[0]:
        assert reached not in found, "Tab runs in a circle"
        found.append(reached)
    return found


@pytest.fixture
def marked(open_: Open, path: Path) -> MainWindow:
    """The window with a claim selected, and its source."""
    with Project.open(path) as project:
        document = project.documents()[0]
        start = document.text.index(NAME)
        actor = project.annotate(document.id, (start, start + len(NAME)), "actor")
        claim = project.annotate(document.id, (start + 24, start + 40), "claim")
        project.link(claim.id, actor.id, "source")
    window = open_(path)
    window.workspace.complete()
    assert window.session is not None
    window.session.select(claim.id)
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("language", get_args(Language))
def test_tab_follows_the_eye_through_the_whole_window(marked: MainWindow, language: Language) -> None:
    set_language(language)
    QApplication.processEvents()
    found = walk(marked)
    assert once([part_of(marked, widget) for widget in found]) == [
        "documents",
        "header",
        "article",
        "inspector",
        "marks",
        "head",
        "documents",
    ]
    assert walk(marked, SHIFT) == [found[0], *found[:0:-1]]
    mirrored = language == "ar"
    head = [widget for widget in found if part_of(marked, widget) == "head"]
    places = [widget.mapTo(marked, QPoint(0, 0)).x() for widget in head]
    assert len(head) > 4 and places == sorted(places, reverse=mirrored)


def test_a_message_and_its_buttons_are_on_the_way(marked: MainWindow) -> None:
    marked.messages.tell("error", "It went wrong", "line 1\nline 2")
    marked.messages.more.click()
    found = walk(marked)
    for widget in (marked.messages.more, marked.messages.dismiss, marked.messages.details):
        assert widget in found


def test_tab_goes_round_the_welcome_page_too(open_: Open) -> None:
    window = open_(None)
    window.projects.welcome.buttons[0].setFocus()
    found = [focus()]
    while (reached := press(Key.Key_Tab)) is not found[0]:
        assert reached not in found
        found.append(reached)
    assert set(window.projects.welcome.buttons) <= set(found)


def test_a_card_made_anew_keeps_its_place_in_the_order(marked: MainWindow) -> None:
    assert marked.session is not None
    for span in marked.session.spans:
        marked.session.select(span.id)
        QApplication.processEvents()
        order = once([part_of(marked, widget) for widget in walk(marked)])
        assert order.index("article") + 1 == order.index("inspector") == order.index("marks") - 1


def test_f6_goes_from_pane_to_pane_and_back(marked: MainWindow) -> None:
    marked.workspace.article.setFocus()
    names = [part_of(marked, press(Key.Key_F6)) for _ in range(5)]
    assert names == ["inspector", "marks", "head", "documents", "article"]
    names = [part_of(marked, press(Key.Key_F6, SHIFT)) for _ in range(5)]
    assert names == ["documents", "head", "marks", "inspector", "article"]
    assert focus() is marked.workspace.article


def test_f6_passes_panes_that_have_nothing_or_are_away(window: MainWindow) -> None:
    window.workspace.article.setFocus()
    assert part_of(window, press(Key.Key_F6)) == "marks", "no mark is selected"
    window.workspace.panes[0].hide()
    window.workspace.article.setFocus()
    assert part_of(window, press(Key.Key_F6, SHIFT)) == "head"


def test_escape_comes_back_to_the_article(marked: MainWindow) -> None:
    workspace = marked.workspace
    chip = next(iter(stops_in(workspace.inspector)))
    for widget in (workspace.documents, workspace.marks, chip, marked.head.labels.buttons[0], workspace.header.chevron):
        widget.setFocus()
        assert focus() is widget
        assert press(Key.Key_Escape) is workspace.article
    assert marked.session is not None and marked.session.selected is not None


def test_arrows_walk_a_row_of_segments_and_tab_leaves_it(marked: MainWindow) -> None:
    row = marked.workspace.inspector.segments("polarity")
    row.button("affirmed").setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Right)
    assert focus() is row.buttons[1]
    assert not row.isAncestorOf(press(Key.Key_Tab))
    assert press(Key.Key_Tab, SHIFT) is row.button("affirmed"), "the one that is on stands for the row"


def test_the_main_job_needs_no_mouse(window: MainWindow) -> None:
    assert window.session is not None and window.session.document is not None
    text = window.session.document.text
    control = Qt.KeyboardModifier.ControlModifier
    window.workspace.article.setFocus()
    for _ in range(3):
        press(Key.Key_Left, control)
    press(Key.Key_Left, control | SHIFT)
    press(Key.Key_Left, control | SHIFT)
    press(Key.Key_A)
    assert window.session.selected is not None
    assert window.session.selected.quote(text) == NAME
    assert part_of(window, press(Key.Key_F6)) == "inspector"
    kind = window.workspace.inspector.segments("kind")
    for _ in range(20):
        if kind.isAncestorOf(focus()):
            break
        press(Key.Key_Tab)
    chosen = press(Key.Key_Right)
    press(Key.Key_Space)
    assert window.session.selected.attributes["kind"] == chosen.objectName() != "person"
    assert press(Key.Key_Escape) is window.workspace.article
    for _ in range(2):
        press(Key.Key_F6, SHIFT)
    undo = window.head.bar.widgetForAction(window.registry.action("edit.undo"))
    for _ in range(20):
        if focus() is undo:
            break
        press(Key.Key_Tab)
    press(Key.Key_Space)
    assert "kind" not in window.session.selected.attributes, "nobody is of a kind before one is chosen"
    # What was undone is told in the message bar, which is a stop like any other.
    assert [part_of(window, press(Key.Key_F6)) for _ in range(2)] == ["message", "documents"]
    press(Key.Key_Down)
    assert window.session.position() == 1


# What can be seen of the focus


def linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(color: QColor) -> float:
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue())


def changed(before: QImage, after: QImage) -> int:
    """Pixels that changed by at least 3:1, which is what WCAG 2.2 asks of what tells a state (1.4.11)."""
    count = 0
    for y in range(before.height()):
        for x in range(before.width()):
            if before.pixel(x, y) != after.pixel(x, y):
                low, high = sorted(map(luminance, (before.pixelColor(x, y), after.pixelColor(x, y))))
                count += (high + 0.05) / (low + 0.05) >= 3
    return count


def ring_of(widget: QWidget, window: QWidget) -> int:
    """How many pixels show that a widget has the focus, which it is given as Tab gives it."""
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    if focus() is widget:
        widget.clearFocus()
    QApplication.processEvents()
    before = window.grab(box).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return changed(before, window.grab(box).toImage())


@pytest.mark.parametrize("theme", get_args(ThemeName))
def test_the_focus_can_be_seen_on_every_control(marked: MainWindow, theme: ThemeName) -> None:
    themes().choose(theme)
    QApplication.processEvents()
    unseen = {}
    for widget in walk(marked):
        pixels = ring_of(widget, marked)
        # At least as long as the shorter half of its outline.
        if pixels < min(widget.width() + widget.height(), 300):
            unseen[f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"] = pixels
    assert unseen == {}


@pytest.mark.parametrize("theme", get_args(ThemeName))
def test_the_focus_can_be_seen_in_a_dialog(marked: MainWindow, theme: ThemeName, qtbot: QtBot) -> None:
    themes().choose(theme)
    dialog = NewProjectDialog(marked)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    stops = stops_in(dialog)
    assert len(stops) >= 5
    seen = {widget: ring_of(widget, dialog) for widget in stops}
    assert [type(widget).__name__ for widget, pixels in seen.items() if pixels < widget.width()] == []


def test_a_list_without_rows_shows_the_focus_itself(open_: Open, tmp_path: Path) -> None:
    with Project.create(tmp_path / "bare.musnad") as project:
        project.add_document("قال الوزير كلامًا.")
    window = open_(tmp_path / "bare.musnad")
    window.workspace.complete()
    marks = window.workspace.marks
    assert marks.rows.rowCount() == 0
    assert ring_of(marks, window) > marks.width()


def test_toolbar_buttons_stay_reachable_after_the_bar_was_filled_anew(marked: MainWindow) -> None:
    marked.registry.run("file.close")
    buttons = [button for button in marked.head.bar.findChildren(QToolButton) if button.defaultAction() is not None]
    assert buttons and all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
