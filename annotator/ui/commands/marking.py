"""Marks: setting, changing and deleting them, and saying that an article is done."""

from annotator.domain.scheme import Label, Scheme, title_in
from annotator.ui.actions import Action
from annotator.ui.commands.linking import ask, relation_for
from annotator.ui.context import Context
from annotator.ui.features import Features
from annotator.ui.i18n import isolate, language
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session
from annotator.ui.shell import Shell


def actions(shell: Shell) -> list[Action]:
    """The annotate menu, without the labels: those come with the project's scheme."""
    return [
        Action(
            id="annotate.delete",
            title="Delete mark",
            icon="delete",
            shortcut="Del",
            menu="annotate",
            enabled=lambda now: now.can_change_mark,
            run=lambda: shell.change(Session.delete_selected),
        ),
        Action(
            id="annotate.scheme",
            title="Scheme…",
            tip="Change the labels, attributes and relations of this project",
            menu="annotate",
            enabled=lambda now: now.has_project,
            run=lambda: edit_scheme(shell),
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
            run=lambda: shell.change(Session.toggle_done),
        ),
    ]


def edit_scheme(shell: Shell) -> None:
    """Let the scheme be edited beside the work."""
    if shell.session is None:
        return
    from annotator.ui.scheme_editor.editor import SchemeEditor

    editor = shell.over.findChild(SchemeEditor) or SchemeEditor(shell.session, shell.over)
    editor.open()


def label_actions(shell: Shell, features: Features, scheme: Scheme) -> list[Action]:
    """An action for each label of the scheme: mark the selected text, or give the selected mark this label."""
    return [_label_action(shell, features, label) for label in scheme.labels]


def _label_action(shell: Shell, features: Features, label: Label) -> Action:
    return Action(
        id=label_id(label),
        title=lambda: title_in(label.title, language(), label.key),
        tip=lambda: isolate(title_in(label.description, language(), title_in(label.title, language(), label.key))),
        shortcut=label.shortcut,
        menu="annotate",
        enabled=_can_label,
        run=lambda: mark(shell, features, label.key),
    )


def _can_label(now: Context) -> bool:
    """Return whether a label would mark or change something now."""
    return now.can_mark and (now.text != "" or now.has_mark)


def mark(shell: Shell, features: Features, label: str) -> None:
    """Mark the selected text; without any, link the selected mark, or give it this label."""
    if shell.session is None:
        return
    start, end = shell.workspace.article.selected_range()
    if start < end:
        shell.session.mark(start, end, label)
        shell.workspace.article.clear_selection()
    elif (kind := relation_for(shell.registry.context, label)) is not None:
        ask(features, kind)
    else:
        shell.session.relabel(label)
