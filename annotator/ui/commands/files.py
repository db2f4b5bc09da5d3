"""Projects and files: what comes in, what goes out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.features import Features
from annotator.ui.i18n import file_kinds, tr
from annotator.ui.shell import Shell

Keys = QKeySequence.StandardKey
SUFFIX = ".musnad"


def actions(shell: Shell, features: Features, leave: Callable[[], object]) -> list[Action]:
    """The file menu."""

    return [
        Action(
            id="file.new",
            title="New project…",
            icon="new",
            shortcut=Keys.New,
            menu="file",
            run=lambda: new_project(shell),
        ),
        Action(
            id="file.open",
            title="Open project…",
            icon="open",
            shortcut=Keys.Open,
            menu="file",
            run=lambda: choose_project(shell),
        ),
        Action(
            id="file.sample",
            title="Open the sample",
            menu="file",
            run=lambda: features.transfers().open_sample(),
        ),
        Action(
            id="file.save_copy",
            title="Save a copy…",
            tip="Save the whole project under another name; this one stays open",
            menu="file",
            enabled=lambda now: now.has_project,
            run=lambda: choose_copy(shell, features),
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
            run=lambda: choose_articles(shell, features),
        ),
        Action(
            id="file.export",
            title="Export…",
            icon="export",
            shortcut="Ctrl+E",
            menu="file",
            toolbar=True,
            enabled=lambda now: now.has_project,
            run=lambda: choose_export(shell, features),
        ),
        Action(
            id="file.import_actors",
            title="Import actors…",
            tip="Bring actors in from a CSV table",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.writable,
            run=lambda: choose_actors(shell, features),
        ),
        Action(
            id="file.export_actors",
            title="Export actors…",
            tip="Write the registry of actors as a CSV table for spreadsheets",
            menu="file",
            enabled=lambda now: now.has_project,
            run=lambda: choose_actors_out(shell, features),
        ),
        Action(
            id="file.save_pdf",
            title="Save as PDF…",
            tip="Save the article with its marks as a PDF",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_document,
            run=lambda: save_pdf(shell),
        ),
        Action(
            id="file.print",
            title="Print…",
            tip="Print the article with its marks",
            shortcut=Keys.Print,
            menu="file",
            enabled=lambda now: now.has_document,
            run=lambda: print_article(shell),
        ),
        Action(
            id="file.check",
            title="Check project",
            tip="Look whether everything in the project holds together",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=lambda: check_project(shell),
        ),
        Action(
            id="file.close",
            title="Close project",
            shortcut="Ctrl+W",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=shell.leave_project,
        ),
        Action(id="file.quit", title="Quit", shortcut="Ctrl+Q", menu="file", run=leave),
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
    chosen, _ = QFileDialog.getOpenFileName(shell.over, tr("Open project"), "", kinds)
    if chosen:
        shell.open_project(chosen)


def choose_copy(shell: Shell, features: Features) -> None:
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
        features.transfers().save_copy(Path(chosen))


def choose_articles(shell: Shell, features: Features) -> None:
    """Ask which files to import."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileNames(shell.over, tr("Import articles"))
    if chosen:
        features.transfers().import_files([Path(name) for name in chosen])


def choose_actors(shell: Shell, features: Features) -> None:
    """Ask which table of actors to bring in."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(shell.over, tr("Import actors"), "", _tables())
    if chosen:
        features.transfers().import_actors(Path(chosen))


def choose_actors_out(shell: Shell, features: Features) -> None:
    """Ask where to write the table of actors."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(shell.over, tr("Export actors"), "actors.csv", _tables())
    if chosen:
        features.transfers().export_actors(Path(chosen))


def _tables() -> str:
    return file_kinds(tr("Tables"), "*.csv *.tsv *.txt")


def check_project(shell: Shell) -> None:
    """Look whether everything in the project holds together."""
    from annotator.ui import soundness

    soundness.check(shell)


def save_pdf(shell: Shell) -> None:
    """Ask for a name and save the article with its marks as a PDF."""
    from annotator.ui import print_and_copy

    print_and_copy.save_pdf(shell)


def print_article(shell: Shell) -> None:
    """Ask for a printer and print the article with its marks."""
    from annotator.ui import print_and_copy

    print_and_copy.print_article(shell)


def choose_export(shell: Shell, features: Features) -> None:
    """Ask for format, readings and place, and export."""
    from annotator.ui.dialogs.export import ExportDialog

    if shell.session is None:
        return
    dialog = ExportDialog(shell.session.project, shell.over)
    if dialog.exec() and dialog.wish is not None:
        features.transfers().export(dialog.wish)
    dialog.deleteLater()
