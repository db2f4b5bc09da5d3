"""Everything a person can do in the main window, declared: the one list from which its controls are made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.domain.scheme import Label, Scheme, title_in
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.i18n import language, tr
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey

MORE_KEYS = {
    "annotate.delete": ("Backspace",),
    "edit.redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "navigate.next_document": ("Alt+Down",),
    "navigate.previous_document": ("Alt+Up",),
    "view.text_larger": ("Ctrl++",),
    "help.guide": ("F1",),
}
"""Keys that do the same as an action's own."""

CONTEXT = ("annotate.delete", None, "edit.copy", None, "edit.undo", "edit.redo")
"""The menu on the article and on the list of marks, below the labels."""


def declare(window: "MainWindow") -> None:
    """Put all actions of the window into its registry."""
    for group in (_file, _edit, _annotate, _navigate, _view, _help):
        window.registry.add(*group(window))
    for action_id, keys in MORE_KEYS.items():
        _add_keys(window.registry, action_id, keys)


def _add_keys(registry: ActionRegistry, action_id: str, keys: tuple[str, ...]) -> None:
    q_action = registry.action(action_id)
    held = {sequence.toString() for sequence in q_action.shortcuts()}
    more = [QKeySequence(key) for key in keys]
    q_action.setShortcuts([*q_action.shortcuts(), *(key for key in more if key.toString() not in held)])


def label_actions(window: "MainWindow", scheme: Scheme) -> list[Action]:
    """An action for each label of the scheme: mark the selected text, or give the selected mark this label."""
    return [_label_action(window, label) for label in scheme.labels]


def label_id(label: Label) -> str:
    """The id of the action that marks with this label."""
    return f"annotate.label.{label.key}"


def _label_action(window: "MainWindow", label: Label) -> Action:
    return Action(
        id=label_id(label),
        title=lambda: title_in(label.title, language(), label.key),
        tip=lambda: title_in(label.description, language(), title_in(label.title, language(), label.key)),
        shortcut=label.shortcut,
        menu="annotate",
        enabled=window.can_label,
        run=lambda: window.mark(label.key),
    )


def _file(window: "MainWindow") -> list[Action]:
    def open_() -> bool:
        return window.session is not None

    return [
        Action(
            id="file.new",
            title="New project…",
            icon="new",
            shortcut=Keys.New,
            menu="file",
            run=window.new_project,
        ),
        Action(
            id="file.open",
            title="Open project…",
            icon="open",
            shortcut=Keys.Open,
            menu="file",
            run=window.choose_project,
        ),
        Action(id="file.sample", title="Open the sample", menu="file", run=window.open_sample),
        Action(
            id="file.import",
            title="Import articles…",
            icon="import",
            shortcut="Ctrl+I",
            menu="file",
            begins_group=True,
            toolbar=True,
            enabled=lambda: window.can_write(),
            run=window.choose_articles,
        ),
        Action(
            id="file.export",
            title="Export…",
            icon="export",
            shortcut="Ctrl+E",
            menu="file",
            toolbar=True,
            enabled=open_,
            run=window.choose_export,
        ),
        Action(
            id="file.close",
            title="Close project",
            shortcut="Ctrl+W",
            menu="file",
            begins_group=True,
            enabled=open_,
            run=window.close_project,
        ),
        Action(id="file.quit", title="Quit", shortcut="Ctrl+Q", menu="file", run=window.close),
    ]


def _edit(window: "MainWindow") -> list[Action]:
    def possible(what: str) -> Callable[[], bool]:
        return lambda: window.session is not None and bool(getattr(window.session.project, what))

    return [
        Action(
            id="edit.undo",
            title="Undo",
            icon="undo",
            shortcut=Keys.Undo,
            menu="edit",
            toolbar=True,
            begins_group=True,
            enabled=possible("can_undo"),
            run=window.undo,
        ),
        Action(
            id="edit.redo",
            title="Redo",
            icon="redo",
            shortcut=Keys.Redo,
            menu="edit",
            toolbar=True,
            enabled=possible("can_redo"),
            run=window.redo,
        ),
        Action(
            id="edit.copy",
            title="Copy",
            shortcut=Keys.Copy,
            menu="edit",
            begins_group=True,
            enabled=lambda: window.selected_text() != "" or window.has_mark(),
            run=window.copy,
        ),
    ]


def _annotate(window: "MainWindow") -> list[Action]:
    return [
        Action(
            id="annotate.delete",
            title="Delete mark",
            icon="delete",
            shortcut="Del",
            menu="annotate",
            enabled=lambda: window.has_mark() and window.can_write(),
            run=window.delete_mark,
        ),
        Action(
            id="document.done",
            title="Done",
            tip="I am done with this article",
            icon="done",
            shortcut="Ctrl+Return",
            menu="annotate",
            begins_group=True,
            enabled=lambda: window.has_document() and window.can_write(),
            checked=lambda: window.session is not None and window.session.status == "done",
            run=window.toggle_done,
        ),
    ]


def _navigate(window: "MainWindow") -> list[Action]:
    def marks() -> bool:
        return window.session is not None and bool(window.session.spans)

    return [
        Action(
            id="navigate.next_document",
            title="Next article",
            icon="next",
            shortcut="Ctrl+PgDown",
            menu="navigate",
            enabled=lambda: window.can_step(1),
            run=lambda: window.step_document(1),
        ),
        Action(
            id="navigate.previous_document",
            title="Previous article",
            icon="previous",
            shortcut="Ctrl+PgUp",
            menu="navigate",
            enabled=lambda: window.can_step(-1),
            run=lambda: window.step_document(-1),
        ),
        Action(
            id="navigate.next_mark",
            title="Next mark",
            shortcut="N",
            menu="navigate",
            begins_group=True,
            enabled=marks,
            run=lambda: window.step_mark(1),
        ),
        Action(
            id="navigate.previous_mark",
            title="Previous mark",
            shortcut="Shift+N",
            menu="navigate",
            enabled=marks,
            run=lambda: window.step_mark(-1),
        ),
        Action(
            id="navigate.article",
            title="Go to the article",
            shortcut="F6",
            menu="navigate",
            begins_group=True,
            enabled=window.has_document,
            run=window.focus_article,
        ),
    ]


def _view(window: "MainWindow") -> list[Action]:
    return [
        Action(
            id="view.language",
            title=lambda: tr("Show the window in Arabic") if language() == "en" else tr("Show the window in English"),
            icon="language",
            shortcut="Ctrl+Shift+L",
            menu="view",
            toolbar=True,
            begins_group=True,
            run=window.toggle_language,
        ),
        Action(
            id="view.theme",
            title=lambda: tr("Dark colours") if themes().theme.name == "light" else tr("Light colours"),
            icon="theme",
            shortcut="Ctrl+Shift+D",
            menu="view",
            toolbar=True,
            run=window.toggle_theme,
        ),
        Action(
            id="view.theme_of_system",
            title="Follow the system's colours",
            menu="view",
            checked=lambda: themes().choice == "system",
            run=window.follow_system_theme,
        ),
        Action(
            id="view.text_larger",
            title="Larger text",
            shortcut="Ctrl+=",
            menu="view",
            begins_group=True,
            run=lambda: window.resize_text(1),
        ),
        Action(
            id="view.text_smaller",
            title="Smaller text",
            shortcut="Ctrl+-",
            menu="view",
            run=lambda: window.resize_text(-1),
        ),
        Action(
            id="view.text_reset",
            title="Text in its usual size",
            shortcut="Ctrl+0",
            menu="view",
            run=lambda: window.resize_text(0),
        ),
    ]


def _help(window: "MainWindow") -> list[Action]:
    return [
        Action(
            id="help.palette",
            title="Find a command…",
            icon="palette",
            shortcut="Ctrl+K",
            menu="help",
            toolbar=True,
            begins_group=True,
            run=window.show_palette,
        ),
        Action(
            id="help.shortcuts",
            title="Keyboard shortcuts",
            icon="keyboard",
            shortcut="Ctrl+/",
            menu="help",
            run=window.show_shortcuts,
        ),
        Action(id="help.guide", title="Guide", icon="help", menu="help", run=window.show_guide),
    ]
