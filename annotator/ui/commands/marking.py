"""Marks: setting, changing and deleting them, and saying that an article is done."""

from typing import TYPE_CHECKING

from annotator.domain.scheme import Label, Scheme, title_in
from annotator.ui.actions import Action
from annotator.ui.commands.linking import ask, relation_for
from annotator.ui.context import Context
from annotator.ui.i18n import isolate, language
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def actions(window: "MainWindow") -> list[Action]:
    """The annotate menu, without the labels: those come with the project's scheme."""
    return [
        Action(
            id="annotate.delete",
            title="Delete mark",
            icon="delete",
            shortcut="Del",
            menu="annotate",
            enabled=lambda now: now.can_change_mark,
            run=lambda: window.change(Session.delete_selected),
        ),
        Action(
            id="annotate.scheme",
            title="Scheme…",
            tip="Change the labels, attributes and relations of this project",
            menu="annotate",
            enabled=lambda now: now.has_project,
            run=lambda: edit_scheme(window),
        ),
        Action(
            id="document.done",
            title="Done",
            tip="I am done with this article",
            icon="done",
            in_sight=True,
            shortcut="Ctrl+Return",
            menu="annotate",
            begins_group=True,
            enabled=lambda now: now.can_mark,
            checked=lambda now: now.status == "done",
            run=lambda: window.change(Session.toggle_done),
        ),
    ]


def edit_scheme(window: "MainWindow") -> None:
    """Let the scheme be edited beside the work."""
    if window.session is None:
        return
    from annotator.ui.scheme_editor.editor import SchemeEditor

    editor = window.findChild(SchemeEditor) or SchemeEditor(window.session, window)
    editor.open()


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
        tip=lambda: isolate(title_in(label.description, language(), title_in(label.title, language(), label.key))),
        shortcut=label.shortcut,
        menu="annotate",
        enabled=_can_label,
        run=lambda: mark(window, label.key),
    )


def _can_label(now: Context) -> bool:
    """Whether a label would mark or change something now."""
    return now.can_mark and (now.text != "" or now.has_mark)


def mark(window: "MainWindow", label: str) -> None:
    """Mark the selected text; without any, link the selected mark, or give it this label."""
    if window.session is None:
        return
    start, end = window.workspace.article.selected_range()
    if start < end:
        window.session.mark(start, end, label)
        window.workspace.article.clear_selection()
    elif (kind := relation_for(window.registry.context, label)) is not None:
        ask(window, kind)
    else:
        window.session.relabel(label)
