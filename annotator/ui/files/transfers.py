"""Import, export and the sample in the window: off its thread, with progress and messages."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from annotator import paths
from annotator.errors import MusnadError, OtherKindError
from annotator.formats.registry import find_reader
from annotator.ui.i18n import isolate, listed, path_text, tr, tr_error, tr_n
from annotator.ui.message_bar import Level, Offer
from annotator.ui.shell import Shell
from annotator.ui.tasks import ProgressStrip, Task, Tasks

if TYPE_CHECKING:
    from annotator.services.actor_table import ActorsReport
    from annotator.services.exchange import ImportReport
    from annotator.ui.files.repair_prompt import RepairOffers


class Transfers:
    """Runs long work for one window and says in its message bar what came of it."""

    def __init__(self, shell: Shell, offers: Callable[[], "RepairOffers"]) -> None:
        """`offers` watches for articles in visual order."""
        self._shell = shell
        self._offers = offers
        self.tasks = Tasks(shell.over)
        self.tasks.failed.connect(shell.tell_error)
        self._strip = ProgressStrip(self.tasks)
        shell.foot.show_strip(self._strip)

    def stop(self) -> None:
        """Cancel what runs and wait for it; what it has finished by then stays done."""
        self.tasks.stop()
        self._shell.foot.removeWidget(self._strip)
        self._strip.deleteLater()
        self.tasks.deleteLater()

    def import_files(self, paths: list[Path], format: str | None = None) -> None:
        """Bring these files into the project that is open; `format` None: by name and content."""
        session = self._shell.session
        if session is None:
            return
        project = session.project
        self._shell.foot.tell_saving()

        def work(task: Task) -> "ImportReport":
            return project.import_(paths, format, progress=task.progress)

        self.tasks.run(work, self.tell_import, self._fail, tr("Importing articles"))

    def save_copy(self, out: Path) -> None:
        """Save the whole project that is open under another name."""
        session = self._shell.session
        if session is None:
            return
        project = session.project

        def work(task: Task) -> Path:
            return project.save_copy(out, progress=task.progress)

        def told(saved: Path) -> None:
            self._shell.messages.tell("success", tr("Copied to {path}", path=str(saved)))

        self.tasks.run(work, told, label=tr("Saving a copy"))

    def import_actors(self, path: Path) -> None:
        """Bring a table of actors into the registry of the project that is open."""
        session = self._shell.session
        if session is None:
            return
        project = session.project

        def work(task: Task) -> "ActorsReport":
            task.progress(0, 0)
            return project.import_actors(path)

        self.tasks.run(work, self._tell_actors, label=tr("Importing actors"))

    def export_actors(self, out: Path) -> None:
        """Write the registry of the project that is open as a table."""
        session = self._shell.session
        if session is None:
            return
        project = session.project

        def work(task: Task) -> int:
            task.progress(0, 0)
            return project.export_actors(out)

        def told(count: int) -> None:
            written = tr("Written: {path} ({actors})", path=str(out), actors=tr_n("{n} actors", count))
            self._shell.messages.tell("success", written)

        self.tasks.run(work, told, label=tr("Exporting actors"))

    def open_sample(self) -> None:
        """Open the sample project, made anew where programs keep their data if it is not there yet."""
        from annotator.services.sample import ANNOTATOR, make_sample

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
        path = folder / f"{tr('Sample')}.musnad"
        if paths.exists(path):
            self._shell.open_project(path, ANNOTATOR)
            return

        def work(task: Task) -> Path:
            task.progress(0, 0)
            with paths.making(folder):
                folder.mkdir(parents=True, exist_ok=True)
            make_sample(path)
            return path

        self.tasks.run(work, lambda made: self._shell.open_project(made, ANNOTATOR), label=tr("Making the sample"))

    def _fail(self, error: MusnadError) -> None:
        self._shell.foot.tell_failed()
        self._shell.tell_error(error)

    def tell_import(self, report: "ImportReport") -> None:
        """Say what an import brought, and offer what can be done about the rest."""
        self._shell.foot.tell_saved()
        parts = [
            tr_n("{n} articles added", report.added) if report.added else "",
            tr_n("{n} already here", report.known) if report.known else "",
            tr_n("{n} readings", report.sets) if report.sets else "",
            tr_n("{n} files could not be read", len(report.failed)) if report.failed else "",
            tr("stopped before the end") if report.cancelled else "",
        ]
        told = listed(parts) or tr("Nothing new was found in these files")
        names = listed([isolate(Path(path).name) for path, _ in report.failed[:3]])
        if names:
            told = f"{told}: {names}{'…' if len(report.failed) > 3 else ''}"
        details = "\n".join(f"{path_text(path)}\n    {isolate(tr_error(error))}" for path, error in report.failed)
        self._show_first()
        offers = self._offers() if self._shell.session is not None else None
        if report.failed or offers is None or not offers.offer(report.visual, f"{told}."):
            level: Level = "warning" if report.failed else "success"
            self._shell.messages.tell(level, told, details, self._import_all_the_same(report))

    def _import_all_the_same(self, report: "ImportReport") -> Offer | None:
        """Return the offer to import files that were held back because they look like another kind."""
        held = {path: str(error.fields["format"]) for path, error in report.failed if isinstance(error, OtherKindError)}
        if len(set(held.values())) != 1:
            return None
        format = next(iter(held.values()))
        title = (
            tr("Import as {format}", format=find_reader(format).title)
            if format
            else tr_n("Import {n} files as articles all the same", len(held))
        )
        return Offer(title, lambda: self.import_files([Path(path) for path in held], format or "text"))

    def _tell_actors(self, report: "ActorsReport") -> None:
        parts = [
            tr_n("{n} actors added", report.added) if report.added else "",
            tr_n("{n} actors changed", report.changed) if report.changed else "",
            tr_n("{n} actors as before", report.same) if report.same else "",
            tr_n("{n} rows merged", len(report.merged)) if report.merged else "",
        ]
        told = listed(parts) or tr("There are no actors in this table")
        rows = [
            tr("Line {line}: {name} is {into}", line=one.line, name=one.name, into=one.into) for one in report.merged
        ]
        self._shell.messages.tell("warning" if report.merged else "success", told, "\n".join(rows))

    def _show_first(self) -> None:
        """An empty page shows the first article that came."""
        session = self._shell.session
        if session is not None and session.document is None and session.summaries():
            session.show(session.summaries()[0].id)
