"""Everything a person can use says what it is: a role and a name, in the language of the window.

The tree that is walked is the one that screen readers walk.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.document import Origin
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.message_bar import Offer

Role = QAccessible.Role
USED = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.Link,
    Role.List,
    Role.ListItem,
    Role.MenuItem,
    Role.PageTab,
    Role.ProgressBar,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
    Role.TreeItem,
}
"""Roles of what people use, whether or not Tab stops at it."""
VAGUE = {Role.NoRole, Role.Client, Role.Pane, Role.Grouping}
TEXT = "قال سامر الحلبي إن الميناء سيفتح.\nونفت الوزارة ذلك."
TITLE = "الميناء يُفتح"
ARABIC = re.compile("[\u0621-\u064a]")


class Control:
    """One object of the tree, taken down while it is there."""

    def __init__(self, interface: QAccessibleInterface) -> None:
        self.role = interface.role()
        self.name = interface.text(QAccessible.Text.Name).strip()
        self.said = self.name or interface.text(QAccessible.Text.Description).strip()
        self.focusable = bool(interface.state().focusable)
        widget = interface.object()
        self.place = f"{type(widget).__name__}#{widget.objectName()}" if widget is not None else "row"

    def __repr__(self) -> str:
        return f"{self.place} {self.role.name} {self.name!r}"


def controls(root: QWidget) -> list[Control]:
    """Everything in a window that can be used, or that takes the focus."""
    found: list[Control] = []

    def walk(interface: QAccessibleInterface) -> None:
        if interface.state().invisible or not interface.isValid():
            return
        control = Control(interface)
        takes_focus = control.focusable and interface.object() is not root
        if control.role in USED or takes_focus:
            found.append(control)
        for place in range(interface.childCount()):
            child = interface.child(place)
            if child is not None:
                walk(child)

    QApplication.processEvents()
    walk(QAccessible.queryAccessibleInterface(root))
    return found


Scene = Callable[[MainWindow], QWidget]


def reading(window: MainWindow) -> QWidget:
    assert window.session is not None
    window.session.select(None)
    return window


def claim_selected(window: MainWindow) -> QWidget:
    assert window.session is not None
    claim = next(span for span in window.session.spans if span.label == "claim")
    window.session.select(claim.id)
    more = window.workspace.inspector.findChild(QWidget, "more")
    assert more is not None
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    return window


def details_open(window: MainWindow) -> QWidget:
    window.workspace.header.chevron.click()
    return window


def message(window: MainWindow) -> QWidget:
    window.messages.tell("error", window.messages.dismiss.toolTip(), "one\ntwo", Offer(TITLE, lambda: None))
    window.messages.more.click()
    return window


def palette(window: MainWindow) -> QWidget:
    window.registry.run("help.palette")
    return window


def keys(window: MainWindow) -> QWidget:
    window.registry.run("help.shortcuts")
    return window


def searching(window: MainWindow) -> QWidget:
    window.registry.run("edit.find_in_project")
    window.features.project_search().page.texts.more.click()
    return window


def who_said_what(window: MainWindow) -> QWidget:
    window.registry.run("edit.statements")
    return window


def guide(window: MainWindow) -> QWidget:
    window.registry.run("help.guide")
    shown = window.findChild(QWidget, "guide")
    assert shown is not None
    return shown


def new_project(window: MainWindow) -> QWidget:
    dialog = NewProjectDialog(window)
    dialog.show()
    return dialog


def export(window: MainWindow) -> QWidget:
    window.registry.run("file.export")
    return window


def networks(window: MainWindow) -> QWidget:
    window.registry.run("view.networks")
    return window


def guidelines(window: MainWindow) -> QWidget:
    window.registry.run("help.guidelines")
    return window


def scheme(window: MainWindow) -> QWidget:
    window.registry.run("annotate.scheme")
    shown = window.findChild(QWidget, "scheme_editor")
    assert shown is not None
    return shown


def project_room(window: MainWindow) -> QWidget:
    window.registry.run("navigate.project")
    return window


def narrow(window: MainWindow) -> QWidget:
    window.resize(window.minimumSizeHint())
    return window


def comments(window: MainWindow) -> QWidget:
    session = window.session
    assert session is not None
    session.project.comment(session.summaries()[0].id, "انظر", span_id=session.spans[0].id)
    window.registry.run("view.comments")
    QTest.qWait(100)
    window.registry.run("comment.next")
    return window


def history(window: MainWindow) -> QWidget:
    window.registry.run("view.history")
    QTest.qWait(100)
    return window


def feedback(window: MainWindow) -> QWidget:
    window.registry.run("view.feedback")
    return window


def errors_over_time(window: MainWindow) -> QWidget:
    window.registry.run("view.my_errors")
    return window


def welcome(window: MainWindow) -> QWidget:
    window.registry.run("file.close")
    return window


SCENES: list[Scene] = [
    reading,
    claim_selected,
    details_open,
    message,
    palette,
    keys,
    searching,
    who_said_what,
    guide,
    new_project,
    export,
    networks,
    guidelines,
    scheme,
    project_room,
    narrow,
    welcome,
]
PANES = [pytest.param(scene, marks=pytest.mark.heavy) for scene in (comments, history, feedback, errors_over_time)]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "الميناء.musnad"
    with Project.create(path) as project:
        origin = Origin(publisher="وكالة النورس", published="2026-03-03")
        document = project.add_document(TEXT, title=TITLE, origin=origin)
        registered = project.add_actor("سامر الحلبي", "person")
        actor = project.annotate(document.id, (4, 15), "actor", actor_id=registered.id)
        claim = project.annotate(document.id, (19, 32), "claim")
        project.link(claim.id, actor.id, "source")
    made = app.open_window(path)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    with qtbot.waitExposed(made):
        made.show()
    made.workspace.complete()
    yield made
    made.close()


@pytest.mark.parametrize("scene", [*SCENES, *PANES])
def test_everything_has_a_role_and_a_name(window: MainWindow, scene: Scene) -> None:
    shown = controls(scene(window))
    assert len(shown) >= 1
    assert [control for control in shown if control.focusable and control.role in VAGUE and not control.said] == []
    assert [control for control in shown if not control.name] == []


# What stays Latin in an Arabic window: keys, names of formats and files, handles.
LATIN = re.compile(
    r"^[\W\d_]*((Ctrl|Shift|Alt|JSON|CSV|CoNLL|BIOE?S?|Musnad|layla|F\d+|English)[\W\d_]*)+", re.IGNORECASE
)


@pytest.mark.parametrize("scene", [*SCENES, *PANES])
def test_names_are_said_in_arabic(window: MainWindow, scene: Scene) -> None:
    set_language("ar")
    QApplication.processEvents()
    names = [control for control in controls(scene(window)) if re.search("[A-Za-z]", control.name)]
    assert [control for control in names if not ARABIC.search(control.name) and not LATIN.match(control.name)] == []


def test_a_screen_reader_meets_the_panes_in_the_order_of_the_eye(window: MainWindow) -> None:
    names = [control.place for control in controls(claim_selected(window))]
    met = ("document_list", "document_details_button", "article_view", "affirmed", "annotation_list")
    shown = [next(at for at, place in enumerate(names) if place.endswith(f"#{name}")) for name in met]
    assert shown == sorted(shown)


def test_rows_say_all_they_show_and_where_they_stand(window: MainWindow) -> None:
    rows = [control.name for control in controls(window) if control.role == Role.ListItem]
    assert "\u2068الميناء يُفتح\u2069, \u2068وكالة النورس\u2069 · 3 March 2026, In progress" in rows
    assert "\u2068\u200e\u2068Actor\u2069: \u2068سامر الحلبي\u2069\u2069. 1 of 2" in rows


def test_a_chip_says_which_role_it_plays(window: MainWindow) -> None:
    names = [control.name for control in controls(claim_selected(window)) if control.role == Role.Button]
    assert "\u2068Source\u2069: \u2068سامر الحلبي\u2069" in names


def test_the_sheet_of_keys_says_all_of_them(window: MainWindow) -> None:
    keys(window)
    sheet = window.findChild(QWidget, "shortcut_help")
    assert sheet is not None
    assert "Undo" in sheet.accessibleDescription() and "Ctrl+Z" in sheet.accessibleDescription()


def test_widgets_that_paint_themselves_say_what_they_are(window: MainWindow) -> None:
    claim_selected(window)
    message(window)
    roles = {type(widget).__name__: role_of(widget) for widget in window.findChildren(QWidget)}
    assert roles["QuoteBlock"] == Role.StaticText
    assert roles["MessageBar"] == Role.AlertMessage
    assert roles["RoleChip"] == Role.Button
    assert roles["ArticleView"] == Role.EditableText


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()
