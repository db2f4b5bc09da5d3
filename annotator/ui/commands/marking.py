"""Marks: setting, changing and deleting them, and saying that an article is done."""

from collections.abc import Sequence

from annotator.domain.scheme import Label, Scheme, title_in
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import isolate, language
from annotator.ui.linking.feature import Linking, relation_for
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session
from annotator.ui.shell import Shell

MOST_LABELS = 5
"""Labels that stand in the menu itself; those of a scheme that has more stand in a submenu."""


class Marking(Feature):
    """Sets, changes and deletes marks, and says that an article is done."""

    def scheme_actions(self, scheme: Scheme) -> Sequence[Action]:
        """Return an action for each label: mark the selected text, or give the selected mark this label."""
        return [_label_action(self.shell, label, folded=len(scheme.labels) > MOST_LABELS) for label in scheme.labels]

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="annotate.delete",
                title="Delete mark",
                icon="delete",
                shortcut="Del",
                more_keys=("Backspace",),
                menu="annotate",
                begins_group=True,
                enabled=lambda now: now.can_delete_mark,
                run=lambda: self.shell.change(Session.delete_selected),
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
                run=lambda: self.shell.change(Session.toggle_done),
            ),
        ]


def _label_action(shell: Shell, label: Label, *, folded: bool) -> Action:
    return Action(
        id=label_id(label),
        title=lambda: title_in(label.title, language(), label.key),
        tip=lambda: isolate(title_in(label.description, language(), title_in(label.title, language(), label.key))),
        shortcut=label.shortcut,
        menu="annotate",
        submenu="labels" if folded else None,
        leads=True,
        enabled=_can_label,
        run=lambda: mark(shell, label.key),
    )


def _can_label(now: Context) -> bool:
    """Return whether a label would mark or change something now."""
    return now.can_mark and (now.text != "" or now.has_mark)


def mark(shell: Shell, label: str) -> None:
    """Mark the selected text; without any, link the selected mark, or give it this label."""
    if shell.session is None:
        return
    start, end = shell.article.selected_range()
    if start < end:
        shell.session.mark(start, end, label)
        shell.article.clear_selection()
    elif (kind := relation_for(shell.registry.context, label)) is not None:
        shell.feature(Linking).ask(kind)
    else:
        shell.session.relabel(label)
