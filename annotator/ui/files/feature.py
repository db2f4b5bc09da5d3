"""Projects and files: what comes in, what goes out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.i18n import file_kinds, tr
from annotator.ui.session import Session
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.files.repair_prompt import RepairOffers
    from annotator.ui.files.transfers import Transfers

SUFFIX = ".musnad"
AFTER_PAINTING_MS = 300
"""Milliseconds that leave a window that was just opened time to be painted."""


class Files(Feature):
    """Projects and files: what comes in, what goes out."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.transfers: OnDemand[Transfers] = OnDemand(self._make_transfers, lambda one: one.stop())
        self.offers: OnDemand[RepairOffers] = OnDemand(self._make_offers)
        self.show_import: Callable[[], object] = lambda: None
        self.show_export: Callable[[], object] = lambda: None
        """Show the pages of import and export; set by the features that have them. Their place in the menu is here."""

    def _make_transfers(self) -> "Transfers":
        from annotator.ui.files.transfers import Transfers

        return Transfers(self.shell, self.offers)

    def _make_offers(self) -> "RepairOffers":
        from annotator.ui.files.repair_prompt import RepairOffers

        return RepairOffers(self.shell, self.session)

    def start(self, session: Session) -> None:
        after_painting(AFTER_PAINTING_MS, session, self._watch_for_offers)

    def _watch_for_offers(self) -> None:
        if self.shell.session is not None:
            self.offers()

    def finish(self) -> None:
        self.transfers.end()

    def stop(self) -> None:
        self.offers.end()

    def close(self) -> None:
        self.transfers.end()

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="file.new",
                title="New project…",
                icon="new",
                shortcut=QKeySequence.StandardKey.New,
                menu="file",
                run=lambda: new_project(self.shell),
            ),
            Action(
                id="file.open",
                title="Open project…",
                icon="open",
                shortcut=QKeySequence.StandardKey.Open,
                menu="file",
                run=lambda: choose_project(self.shell),
            ),
            Action(
                id="file.sample",
                title="Open the sample",
                menu="file",
                run=lambda: self.transfers().open_sample(),
            ),
            Action(
                id="file.save_copy",
                title="Save a copy…",
                tip="Save the whole project under another name; this one stays open",
                menu="file",
                enabled=lambda now: now.has_project,
                run=lambda: choose_copy(self.shell, self.transfers),
            ),
            Action(
                id="file.import",
                title="Import articles…",
                icon="import",
                shortcut="Ctrl+I",
                menu="file",
                begins_group=True,
                toolbar=True,
                enabled=lambda now: now.writable,
                run=lambda: self.show_import(),
            ),
            Action(
                id="file.export",
                title="Export…",
                icon="export",
                shortcut="Ctrl+E",
                menu="file",
                toolbar=True,
                enabled=lambda now: now.has_project,
                run=lambda: self.show_export(),
            ),
            Action(
                id="file.check",
                title="Check project",
                tip="Look whether everything in the project holds together",
                menu="file",
                begins_group=True,
                enabled=lambda now: now.has_project,
                run=lambda: check_project(self.shell),
            ),
            Action(
                id="file.close",
                title="Close project",
                shortcut="Ctrl+W",
                menu="file",
                begins_group=True,
                enabled=lambda now: now.has_project,
                run=self.shell.leave_project,
            ),
            Action(id="file.quit", title="Quit", shortcut="Ctrl+Q", menu="file", run=self.shell.leave),
        ]


def new_project(shell: Shell) -> None:
    """Ask where, make a project there and open it."""
    from annotator.ui.dialogs.new_project import NewProjectDialog

    if not shell.may_leave(lambda: new_project(shell)):
        return
    dialog = NewProjectDialog(shell.over)
    if dialog.exec() and dialog.project is not None:
        shell.show_project(dialog.project)
    dialog.deleteLater()


def choose_project(shell: Shell) -> None:
    """Ask which project to open."""
    from PySide6.QtWidgets import QFileDialog

    kinds = file_kinds(tr("Musnad projects"), f"*{SUFFIX}")
    chosen, _ = QFileDialog.getOpenFileName(shell.over, tr("Open project"), beside_project(shell), kinds)
    if chosen:
        shell.open_project(chosen)


def choose_copy(shell: Shell, transfers: "OnDemand[Transfers]") -> None:
    """Ask for a new name and save the whole project under it."""
    from PySide6.QtCore import QDate, Qt
    from PySide6.QtWidgets import QFileDialog

    if shell.session is None:
        return
    project = shell.session.project.path
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    wished = str(project.with_name(f"{project.stem} {today}{SUFFIX}"))
    kinds = file_kinds(tr("Musnad projects"), f"*{SUFFIX}")
    chosen, _ = QFileDialog.getSaveFileName(shell.over, tr("Save a copy"), wished, kinds)
    if chosen:
        transfers().save_copy(Path(chosen))


def beside_project(shell: Shell) -> str:
    """Return the folder in which file dialogs open: the project's; "" where none is open."""
    return str(shell.session.project.path.parent) if shell.session is not None else ""


def check_project(shell: Shell) -> None:
    """Look whether everything in the project holds together."""
    from annotator.ui import soundness

    soundness.check(shell)
