"""Counts and previews what the export page asks for, beside whoever chooses, and writes it when it is told to."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator.errors import MusnadError
from annotator.formats.options import read_options
from annotator.services.dataset_wish import DatasetWish
from annotator.services.manifest import manifest_path
from annotator.ui.i18n import Phrase, listed, number, tr, tr_error, tr_n
from annotator.ui.message_bar import Offer
from annotator.ui.publishing.facts import facts_of
from annotator.ui.publishing.page import ExportPage
from annotator.ui.recent_state import last_export, remember_export
from annotator.ui.shell import Shell
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.services.datasets import Report
    from annotator.services.outlook import Outlook
    from annotator.services.preview import PreviewedFile
    from annotator.ui.session import Session

COUNT_AFTER_MS = 250
"""Milliseconds without another change after which it is counted what a dataset would come to."""


class Remembered(msgspec.Struct, frozen=True):
    """The memory of the last dataset of a project; `out` is empty where the place followed the format."""

    wish: DatasetWish = DatasetWish()
    out: str = ""


class Exporting(QObject):
    """The export page of one window; made when it is first asked for, for the project that is open then."""

    def __init__(self, shell: Shell, session: "Session") -> None:
        super().__init__(shell.over)
        self._shell, self._session = shell, session
        self._counting = Tasks(self)
        self._asked: tuple[Task, ...] = ()
        self._writing: Task | None = None
        self._known: DatasetWish | None = None
        self._soon = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._soon.timeout.connect(self._count)
        self.page = ExportPage()
        self._offer()
        self._recall()
        self.page.changed.connect(self._follow)
        self.page.form.copy_wanted.connect(self._copy_command)
        self.page.target.write_wanted.connect(self.write)
        self.page.target.stop_wanted.connect(self._stop_writing)
        shell.tasks.finished.connect(self._settle)
        self._follow()

    def enter(self) -> None:
        """Bring the page up to date, and begin there."""
        self._offer()
        self._known = None
        self._follow()
        self.page.begin()

    def choose_documents(self, document_ids: Collection[str]) -> None:
        """Let the dataset be one of these articles alone, whatever else is asked for."""
        self.page.form.filters.documents.tick(document_ids)
        self._follow()

    def follow(self) -> None:
        """The project has changed: count anew where that can be seen."""
        if self.page.isVisible():
            self._known = None
            self._soon.start()

    def stop(self) -> None:
        """Remember what was asked for, end what runs, and put the page away."""
        self._remember()
        self._soon.stop()
        self._counting.stop()
        self.page.deleteLater()
        self.deleteLater()

    def _offer(self) -> None:
        self.page.offer(facts_of(self._session.project, self._session.summaries()))

    # What is remembered

    def _recall(self) -> None:
        path = self._session.project.path
        try:
            held = msgspec.json.decode(last_export(path) or "{}", type=Remembered)
        except msgspec.DecodeError:
            # Somebody edited the file of settings, or another version wrote it.
            held = Remembered()
        self.page.target.begin(path, held.out)
        self.page.show_wish(held.wish)

    def _remember(self) -> None:
        held = Remembered(self.page.wish, self.page.target.chosen)
        remember_export(self._session.project.path, msgspec.json.encode(held).decode())

    # What it would come to

    def _follow(self) -> None:
        """Another dataset is asked for: its place and its command at once, its figures soon."""
        page, wish = self.page, self.page.wish
        try:
            options = read_options(page.writer.options, wish.options, self._session.scheme)
        except MusnadError as error:
            page.consequences.show_state(tr_error(error))
            return
        page.target.blockSignals(True)
        page.target.follow(page.writer, folder=page.writer.makes_folder(options, divided=wish.is_divided))
        page.target.blockSignals(False)
        page.form.show_command(wish.command(self._session.project.path, Path(page.target.path)))
        if self._known is None or msgspec.structs.replace(self._known, strict=wish.strict) != wish:
            self._soon.start()

    def _count(self) -> None:
        self._cancel_counting()
        if not self.page.isVisible():
            return
        wish, project, consequences = self.page.wish, self._session.project, self.page.consequences
        self._known = wish
        consequences.show_state(tr("Counting…"))

        def look(task: Task) -> "list[PreviewedFile]":
            return project.export_preview(**wish.asked, progress=task.progress, **wish.wished)

        self._asked = (
            self._counting.run(look, consequences.show_preview, self._fail_to_count),
            self._counting.run(
                lambda task: project.export_outlook(wish, task.progress), self._show_outlook, self._fail_to_count
            ),
        )

    def _show_outlook(self, found: "Outlook") -> None:
        self.page.consequences.show_state("")
        self.page.consequences.show_outlook(found, self._session.scheme)
        self.page.form.splits.show_outcome(found.parts, found.groups, found.grouped)
        self.page.target.say(found.counts.documents)

    def _fail_to_count(self, error: MusnadError) -> None:
        self._cancel_counting()
        self.page.consequences.clear()
        self.page.consequences.show_state(tr_error(error))

    def _cancel_counting(self) -> None:
        for task in self._asked:
            task.cancel()
        self._asked = ()

    def _copy_command(self) -> None:
        wish, target = self.page.wish, self.page.target
        QGuiApplication.clipboard().setText(wish.command(self._session.project.path, Path(target.path)))
        self._shell.messages.tell("success", tr("The command is on the clipboard."))

    # Writing

    def write(self, out: Path) -> None:
        """Write the dataset that is asked for."""
        wish, project = self.page.wish, self._session.project
        self._remember()

        def work(task: Task) -> "Report":
            return project.export(out=out, **wish.asked, strict=wish.strict, progress=task.progress, **wish.wished)

        self.page.target.show_writing(busy=True)
        self._writing = self._shell.tasks.run(work, self._tell, self._fail, tr("Exporting"))

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _settle(self, task: Task) -> None:
        """The writing has ended, well or not."""
        if task is not self._writing:
            return
        self._writing = None
        self.page.target.show_writing(busy=False)
        self._offer()
        if task.cancelled.is_set():
            self._shell.messages.tell("info", tr("Stopped; nothing was written."))

    def _fail(self, error: MusnadError) -> None:
        self.page.target.show_problem(tr_error(error))
        self._shell.tell_error(error)

    def _tell(self, report: "Report") -> None:
        told = tr(
            "Written: {path} ({documents}, {spans}); its manifest: {manifest}",
            path=str(report.path),
            documents=tr_n("{n} articles", report.documents),
            spans=tr_n("{n} marks", report.spans),
            manifest=manifest_path(report.path).name,
        )
        if report.hidden:
            told += " " + tr_n(
                "{n} readings are hidden from you until yours are done, and were left out.", report.hidden
            )
        folder = Offer(tr("Open the folder"), lambda: open_folder(report.path))
        if report.losses:
            lost = listed([f"{Phrase(kind)()}: {number(count)}" for kind, count in report.losses.items()])
            told = tr("{told}. This format cannot hold everything.", told=told)
            self._shell.messages.tell("warning", told, lost, folder)
        else:
            self._shell.messages.tell("success", told, offer=folder)


def open_folder(path: Path) -> None:
    """Show a dataset's folder, or the one that its file lies in, in the desktop's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
