"""The settings of backups: how often, where they lie, and one on request."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.services.backups import Backup, backups, folder_of
from annotator.ui.i18n import clock, date, file_kinds, tr, tr_n
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segments import SegmentRow, Segments
from annotator.ui.settings import BACKUP_EVERY

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.preferences.backing_up import BackingUp
    from annotator.ui.shell import Shell

MINUTES = (0, 5, 15, 30, 60)
"""The intervals that are offered; 0 is never."""


class BackupRows(QWidget):
    """Rows for how often the project is backed up, and for the backups that there are."""

    def __init__(self, shell: "Shell", backing_up: "Callable[[], BackingUp | None]") -> None:
        """`backing_up` returns what backs the open project up; another one may be opened from here."""
        super().__init__()
        self._shell, self._backing_up = shell, backing_up
        chosen = min(MINUTES, key=lambda one: abs(one - BACKUP_EVERY.get()))
        choices = [(str(one), tr_n("{n} minutes", one) if one else tr("Never")) for one in MINUTES]
        self.every = Segments(choices, str(chosen))
        self.every.chosen.connect(self._choose)
        self.told = QLabel()
        self.told.setProperty("role", "dim")
        self.told.setWordWrap(True)
        self.now = QPushButton(tr("Back up now"))
        self.now.setObjectName("backup_now")
        self.now.clicked.connect(self._back_up)
        self.open = QPushButton(tr("Open a backup…"))
        self.open.setObjectName("open_backup")
        self.open.clicked.connect(self._open)
        buttons = QHBoxLayout()
        for button in (self.now, self.open):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(SegmentRow(tr("While you work, every"), self.every))
        lines.addWidget(self.told)
        lines.addLayout(buttons)
        self._tell()

    def _choose(self, minutes: str) -> None:
        BACKUP_EVERY.set(int(minutes))
        maker = self._backing_up()
        if maker is not None:
            maker.follow_setting()

    def _tell(self) -> None:
        """Say what there is of the open project."""
        path = self._path()
        made = backups(path) if path is not None else []
        self.now.setEnabled(self._backing_up() is not None)
        self.open.setEnabled(bool(made))
        self.told.setText(leading(_told(path, made)))

    def _path(self) -> Path | None:
        return self._shell.session.project.path if self._shell.session is not None else None

    def _back_up(self) -> None:
        maker = self._backing_up()
        if maker is not None:
            self.now.setEnabled(False)
            # A signal, for the settings may be closed before it is made.
            maker.ended.connect(self._tell, Qt.ConnectionType.SingleShotConnection)
            maker.back_up()

    def _open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        path = self._path()
        if path is not None:
            kinds = file_kinds(tr("Musnad projects"), "*.musnad")
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Open a backup"), str(folder_of(path)), kinds)
            if chosen:
                self._shell.open_project(chosen)


def _told(path: Path | None, made: list[Backup]) -> str:
    if path is None:
        return tr("A backup is a whole copy of the project, in a folder beside it. The oldest go as new ones come.")
    folder = folder_of(path).name
    if not made:
        return tr("There is no backup of this project yet. They are kept in the folder {name}.", name=folder)
    last = made[-1].made.astimezone()
    kept = tr_n("{n} backups are kept in the folder {name}", len(made), name=folder)
    when = tr("the last one of {day}, {time}", day=date(last.date().isoformat()), time=clock(last))
    return tr("{kept}; {when}.", kept=kept, when=when)
