"""Projects and files: what comes in, what goes out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.i18n import file_kinds, tr

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey
SUFFIX = ".musnad"


def actions(window: "MainWindow") -> list[Action]:
    """The file menu."""

    return [
        Action(
            id="file.new",
            title="New project…",
            icon="new",
            shortcut=Keys.New,
            menu="file",
            run=lambda: new_project(window),
        ),
        Action(
            id="file.open",
            title="Open project…",
            icon="open",
            shortcut=Keys.Open,
            menu="file",
            run=lambda: choose_project(window),
        ),
        Action(
            id="file.sample",
            title="Open the sample",
            menu="file",
            run=lambda: window.transfers.open_sample(),
        ),
        Action(
            id="file.save_copy",
            title="Save a copy…",
            tip="Save the whole project under another name; this one stays open",
            menu="file",
            enabled=lambda now: now.has_project,
            run=lambda: choose_copy(window),
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
            run=lambda: choose_articles(window),
        ),
        Action(
            id="file.export",
            title="Export…",
            icon="export",
            shortcut="Ctrl+E",
            menu="file",
            toolbar=True,
            enabled=lambda now: now.has_project,
            run=lambda: choose_export(window),
        ),
        Action(
            id="file.import_actors",
            title="Import actors…",
            tip="Bring actors in from a CSV table",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.writable,
            run=lambda: choose_actors(window),
        ),
        Action(
            id="file.export_actors",
            title="Export actors…",
            tip="Write the registry of actors as a CSV table for spreadsheets",
            menu="file",
            enabled=lambda now: now.has_project,
            run=lambda: choose_actors_out(window),
        ),
        Action(
            id="file.save_pdf",
            title="Save as PDF…",
            tip="Save the article with its marks as a PDF",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_document,
            run=lambda: save_pdf(window),
        ),
        Action(
            id="file.print",
            title="Print…",
            tip="Print the article with its marks",
            shortcut=Keys.Print,
            menu="file",
            enabled=lambda now: now.has_document,
            run=lambda: print_article(window),
        ),
        Action(
            id="file.check",
            title="Check project",
            tip="Look whether everything in the project holds together",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=lambda: check_project(window),
        ),
        Action(
            id="file.close",
            title="Close project",
            shortcut="Ctrl+W",
            menu="file",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=window.leave_project,
        ),
        Action(id="file.quit", title="Quit", shortcut="Ctrl+Q", menu="file", run=window.close),
    ]


def new_project(window: "MainWindow") -> None:
    """Ask where, make a project there and open it."""
    from annotator.ui.dialogs.new_project import NewProjectDialog

    if not window.leaving.may(lambda: new_project(window)):
        return
    dialog = NewProjectDialog(window)
    if dialog.exec() and dialog.project is not None:
        window.show_project(dialog.project)
    dialog.deleteLater()


def choose_project(window: "MainWindow") -> None:
    """Ask which project to open."""
    from PySide6.QtWidgets import QFileDialog

    kinds = file_kinds(tr("Musnad projects"), f"*{SUFFIX}")
    chosen, _ = QFileDialog.getOpenFileName(window, tr("Open project"), "", kinds)
    if chosen:
        window.open_project(chosen)


def choose_copy(window: "MainWindow") -> None:
    """Ask for a new name and save the whole project under it."""
    from PySide6.QtCore import QDate, Qt
    from PySide6.QtWidgets import QFileDialog

    if window.session is None:
        return
    project = window.session.project.path
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    wished = str(project.with_name(f"{project.stem} {today}{SUFFIX}"))
    kinds = file_kinds(tr("Musnad projects"), f"*{SUFFIX}")
    chosen, _ = QFileDialog.getSaveFileName(window, tr("Save a copy"), wished, kinds)
    if chosen:
        window.transfers.save_copy(Path(chosen))


def choose_articles(window: "MainWindow") -> None:
    """Ask which files to import."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileNames(window, tr("Import articles"))
    if chosen:
        window.transfers.import_files([Path(name) for name in chosen])


def choose_actors(window: "MainWindow") -> None:
    """Ask which table of actors to bring in."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(window, tr("Import actors"), "", _tables())
    if chosen:
        window.transfers.import_actors(Path(chosen))


def choose_actors_out(window: "MainWindow") -> None:
    """Ask where to write the table of actors."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(window, tr("Export actors"), "actors.csv", _tables())
    if chosen:
        window.transfers.export_actors(Path(chosen))


def _tables() -> str:
    return file_kinds(tr("Tables"), "*.csv *.tsv *.txt")


def check_project(window: "MainWindow") -> None:
    """Look whether everything in the project holds together."""
    from annotator.ui import soundness

    soundness.check(window)


def save_pdf(window: "MainWindow") -> None:
    """Ask for a name and save the article with its marks as a PDF."""
    from annotator.ui import paper

    paper.save_pdf(window)


def print_article(window: "MainWindow") -> None:
    """Ask for a printer and print the article with its marks."""
    from annotator.ui import paper

    paper.print_article(window)


def choose_export(window: "MainWindow") -> None:
    """Ask for format, readings and place, and export."""
    from annotator.ui.dialogs.export import ExportDialog

    if window.session is None:
        return
    dialog = ExportDialog(window.session.project, window)
    if dialog.exec() and dialog.wish is not None:
        window.transfers.export(dialog.wish)
    dialog.deleteLater()
