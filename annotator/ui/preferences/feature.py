"""The settings, and the backups that follow one of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.feature import Feature
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.preferences.backing_up import BackingUp


class Preferences(Feature):
    """Shows the settings, and keeps backups of the open project."""

    _backing_up: "BackingUp | None" = None

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.settings",
                title="Settings…",
                tip="Language, digits, sizes, colours and backups",
                shortcut="Ctrl+,",
                menu="edit",
                begins_group=True,
                run=self._show,
            )
        ]

    @property
    def backing_up(self) -> "BackingUp | None":
        """Return what backs the open project up; None where none is open."""
        return self._backing_up

    def _show(self) -> None:
        from annotator.ui.preferences.dialog import SettingsDialog

        dialog = self.shell.over.findChild(SettingsDialog) or SettingsDialog(self.shell, lambda: self._backing_up)
        dialog.open()

    def start(self, session: Session) -> None:
        after_painting(0, session, lambda: self._begin(session))

    def _begin(self, session: Session) -> None:
        from annotator.ui.preferences.backing_up import BackingUp

        if self.shell.session is session:
            self._backing_up = BackingUp(self.shell, session)

    def stop(self) -> None:
        backing_up, self._backing_up = self._backing_up, None
        if backing_up is not None:
            backing_up.stop()
