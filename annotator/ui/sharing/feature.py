"""Sharing my work in a bundle, and merging those of colleagues: a preview, then one step that undo takes back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt

from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.i18n import file_kinds, isolate, tr, tr_n

if TYPE_CHECKING:
    from annotator.domain.bundle import MergePreview, MergeReport, ShareReport
    from annotator.ui.tasks import Task

SUFFIX = ".musnad-share"


class Sharing(Feature):
    """Writes and takes in bundles, in the background."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="file.share",
                title="Share my work…",
                tip="Write my marks, with the articles and the registry, to a bundle for colleagues",
                menu="file",
                after="file.save_copy",
                enabled=lambda now: now.has_project,
                run=lambda: self.share(),
            ),
            Action(
                id="file.share_part",
                title="Share a part…",
                tip="Choose whose work goes into a bundle, on which articles, and what an earlier bundle held",
                menu="file",
                after="file.share",
                enabled=lambda now: now.has_project,
                run=self.ask_part,
            ),
            Action(
                id="file.merge",
                title="Merge a bundle…",
                tip="Take in the work of a colleague; what it would do is shown first",
                menu="file",
                after="file.share_part",
                enabled=lambda now: now.writable,
                run=self.choose,
            ),
        ]

    def ask_part(self) -> None:
        """Ask which part of the project is to be shared, and share it."""
        from annotator.ui.sharing.part import PartDialog

        project, document = self.session.project, self.session.document
        held = [one.handle for one in project.annotators_with_sets()]
        handles = list(dict.fromkeys([project.annotator, *held]))
        title = None if document is None else document.title
        dialog = PartDialog(handles, project.annotator, title, _kinds(), self.shell.over)

        def share() -> None:
            here = (document.id,) if dialog.only_this_article and document is not None else ()
            self.share(here, dialog.annotators, dialog.earlier)

        dialog.accepted.connect(share)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def share(self, documents: Sequence[str] = (), annotators: Sequence[str] = (), earlier: Path | None = None) -> None:
        """Ask where, and write a bundle there: of my work, or as `write`."""
        from PySide6.QtWidgets import QFileDialog

        project = self.session.project
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        wished = project.path.with_name(f"{project.path.stem} {project.annotator} {today}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self.shell.over, tr("Share my work"), str(wished), _kinds())
        if chosen:
            self.write(Path(chosen), documents, annotators, earlier)

    def write(
        self, out: Path, documents: Sequence[str] = (), annotators: Sequence[str] = (), earlier: Path | None = None
    ) -> None:
        """Write somebody's work (none: mine) to a bundle, on these documents (none: all), since an earlier one."""
        project = self.session.project

        def work(task: "Task") -> "ShareReport":
            del task
            return project.share(out, annotators=annotators or None, documents=documents or None, since=earlier)

        def done(report: "ShareReport") -> None:
            told = tr(
                "{marks} in {articles}: {name}",
                marks=tr_n("{n} marks", report.spans),
                articles=tr_n("{n} articles", report.documents),
                name=isolate(out.name),
            )
            self.shell.messages.tell("success", told)

        self.shell.tasks.run(work, done, None, tr("Writing the bundle"))

    def choose(self) -> None:
        """Ask which bundle to merge."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self.session.project.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(self.shell.over, tr("Merge a bundle"), folder, _kinds())
        if chosen:
            self.look(Path(chosen))

    def look(self, path: Path) -> None:
        """Show what merging a bundle would do, and merge it if that is wanted."""
        project = self.session.project

        def work(task: "Task") -> "MergePreview":
            del task
            return project.merge_preview(path)

        self.shell.tasks.run(work, lambda found: self._ask(path, found), None, tr("Reading the bundle"))

    def _ask(self, path: Path, preview: "MergePreview") -> None:
        from annotator.ui.sharing.preview import MergeDialog

        if self.shell.session is None:
            return
        if not preview.new_changes:
            told = tr("Everything in {name} is here already.", name=path.name)
            self.shell.messages.tell("info", told)
            return
        dialog = MergeDialog(preview, self.session.scheme, self.shell.over)
        dialog.accepted.connect(lambda: self.merge(path, dialog.same))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def merge(self, path: Path, same: dict[str, str]) -> None:
        """Take a bundle in."""
        project = self.session.project

        def work(task: "Task") -> "MergeReport":
            del task
            return project.merge(path, same)

        def done(report: "MergeReport") -> None:
            told = tr_n("{n} changes taken in; one undo takes them back", report.new)
            waiting = sum(report.waiting.values())
            if waiting:
                told += " " + tr_n("{n} rows wait for what they belong to.", waiting)
            self.shell.messages.tell("success", told)

        self.shell.tasks.run(work, done, None, tr("Merging the bundle"))


def _kinds() -> str:
    return file_kinds(tr("Bundles"), f"*{SUFFIX}")
