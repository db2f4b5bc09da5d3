"""The scheme of the project, changed beside the work."""

from collections.abc import Sequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature


class SchemeEditing(Feature):
    """Opens the editor of the scheme."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="annotate.scheme",
                after="annotate.delete",
                title="Scheme…",
                tip="Change the labels, attributes and relations of this project",
                menu="annotate",
                enabled=lambda now: now.has_project,
                run=lambda: self._edit(),
            ),
        ]

    def _edit(self) -> None:
        session, over = self.shell.session, self.shell.over
        if session is None:
            return
        from annotator.ui.scheme_editor.editor import SchemeEditor

        editor = over.findChild(SchemeEditor) or SchemeEditor(session, over)
        editor.open()
