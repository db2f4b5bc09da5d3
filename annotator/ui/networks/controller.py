"""Reads what is said and draws networks of it, beside whoever looks; opens the claims behind what they point at."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog

from annotator.domain.annotator import kind_of
from annotator.domain.networks import NetworkEdge
from annotator.domain.timeline import Period
from annotator.errors import Cancelled, MusnadError
from annotator.services.discourse import FORMAT, Drawing, Sayings, drawing, places_of
from annotator.services.files import written_whole
from annotator.text.collation import sorter
from annotator.ui.i18n import file_kinds, tr, tr_error
from annotator.ui.networks.page import NetworkPage
from annotator.ui.networks.question import NetworkQuestion
from annotator.ui.networks.view import edge_told
from annotator.ui.shell import Shell
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.domain.attribution import Attribution
    from annotator.services.datasets import Report
    from annotator.ui.session import Session

DRAW_AFTER_MS = 200
"""Milliseconds without another change of the question after which it is answered."""


class Networks(QObject):
    """The page of networks of one window; made when it is first asked for, for the project that is open then."""

    def __init__(self, shell: Shell, session: "Session") -> None:
        super().__init__(shell.over)
        self._shell, self._session = shell, session
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._read: tuple[NetworkQuestion, Sayings] | None = None
        self._drawn: Drawing | None = None
        self._is_first = True
        self._soon = QTimer(self, singleShot=True, interval=DRAW_AFTER_MS)
        self._soon.timeout.connect(self._answer)
        self.page = NetworkPage()
        shared = {
            "copy_picture": self.copy_picture,
            "copy_table": self.copy_table,
            "save_picture": self._choose_picture,
            "export": self._choose_data,
        }
        self.page.share_wanted.connect(lambda key: shared[key]())
        self.page.asked.connect(self._soon.start)
        self.page.node_opened.connect(self._open_node)
        self.page.edge_opened.connect(self._open_edge)
        self.page.period_opened.connect(self._open_period)
        self.page.claim_opened.connect(self._open_claim)

    def enter(self) -> None:
        """Bring the page up to date, and begin there."""
        self._offer()
        self._read = None
        self._answer()
        self.page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self) -> None:
        """The project has changed: read anew where that can be seen."""
        self._read = None
        if self.page.isVisible():
            self._soon.start()

    def stop(self) -> None:
        """End what runs, and put the page away."""
        self._soon.stop()
        self._tasks.stop()
        self.page.deleteLater()
        self.deleteLater()

    def _offer(self) -> None:
        project = self._session.project
        handles = [one.handle for one in project.annotators_with_sets() if kind_of(one.handle) != "model"]
        publishers = {one.publisher for one in self._session.summaries() if one.publisher}
        outlets = sorted(publishers, key=sorter(publishers))
        self.page.question.offer(handles, outlets, project.languages(), project.annotator)

    # The answer

    def _answer(self) -> None:
        if self._task is not None:
            self._task.cancel()
        asked, step, project = self.page.question.question, self.page.time_step, self._session.project
        held = self._read
        known = held[1] if held is not None and _same_claims(held[0], asked) else None
        if known is None:
            self.page.show_state(tr("Reading what is said…"))

        def work(task: Task) -> tuple[Task, Sayings, Drawing]:
            def check() -> None:
                if task.cancelled.is_set():
                    raise Cancelled

            read = known or project.said(asked.annotators or None, asked.only, task.progress)
            if self._is_first:
                # Where claims say no statement, who speaks about whom is the network that there is.
                options = _first_network(read)
                return task, read, drawing(read, msgspec.structs.replace(asked.options, network=options), step)
            return task, read, drawing(read, asked.options, step, asked.most, check)

        def show(outcome: tuple[Task, Sayings, Drawing]) -> None:
            if outcome[0] is not self._task:
                return
            _, read, self._drawn = outcome
            self._is_first = False
            self._read = asked, read
            self.page.question.choose_network(self._drawn.options.network)
            self.page.show_drawing(self._drawn)

        self._task = self._tasks.run(work, show, self._fail)

    def _fail(self, error: MusnadError) -> None:
        self._drawn = None
        self.page.show_drawing(None)
        self.page.show_state(tr_error(error))

    # The claims behind

    def _open_node(self, id: str) -> None:
        if self._read is not None and self._drawn is not None:
            self._show(self._drawn.nodes[id].label, places_of(self._read[1], id, self._drawn))

    def _open_edge(self, edge: NetworkEdge) -> None:
        if self._drawn is not None:
            nodes = self._drawn.nodes
            self._show(edge_told(edge, nodes[edge.start].label, nodes[edge.end].label), edge.places)

    def _open_period(self, period: Period) -> None:
        self._show(self.page.timeline.told(period), period.places)

    def _show(self, title: str, places: Iterable[str]) -> None:
        if self._read is None:
            return
        known = self._read[1].places
        claims = sorted((known[one] for one in places if one in known), key=lambda one: (one.date or "9999", one.id))
        self.page.show_claims(title, claims, self._session.scheme)

    def _open_claim(self, claim: "Attribution") -> None:
        """Show a claim in its article: as a mark where it is one of mine, else as selected words."""
        self._shell.change(lambda session: session.show(claim.document_id))
        self._shell.rooms.enter("article")
        self._session.select(claim.id)
        if self._session.selected is None:
            self._shell.article.select(claim.start, claim.end)
        self._shell.article.ensure_visible(claim.start)

    # Copies and files

    def copy_picture(self) -> None:
        """Put the network and its timeline on the clipboard as a picture."""
        self.page.begin_picture(self._copy)

    def _copy(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._shell.messages.tell("success", tr("The picture is on the clipboard."))

    def copy_table(self) -> None:
        """Put all edges on the clipboard as the table that the export writes."""
        from annotator.formats.graph import edge_table

        if self._drawn is not None:
            told = edge_table(self._drawn.all_edges, self._drawn.nodes).removeprefix("\ufeff")
            QGuiApplication.clipboard().setText(told.replace("\r\n", "\n"))
            self._shell.messages.tell("success", tr("The table is on the clipboard."))

    def _beside(self, name: str) -> str:
        return str(self._session.project.path.with_name(f"{self._session.project.path.stem} {name}"))

    def _choose_picture(self) -> None:
        wished, kinds = self._beside("network.png"), file_kinds(tr("Pictures"), "*.png")
        chosen, _ = QFileDialog.getSaveFileName(self._shell.over, tr("Save the picture"), wished, kinds)
        if chosen:
            self.save_picture(Path(chosen))

    def save_picture(self, out: Path) -> None:
        """Write the network and its timeline to a PNG file."""
        self.page.begin_picture(lambda image: self._write(image, out))

    def _write(self, image: QImage, out: Path) -> None:
        def work(task: Task) -> Path:
            task.progress(0, 0)
            data = QBuffer()
            data.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(data, QByteArray(b"PNG")).write(image)
            with written_whole(out) as stream:
                stream.write(data.data().data())
            return out

        def told(written: Path) -> None:
            self._shell.messages.tell("success", tr("Saved: {path}", path=str(written)))

        self._shell.tasks.run(work, told, None, tr("Saving the picture"))

    def _choose_data(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self._shell.over, tr("Folder of the network"), self._beside("network"))
        if chosen:
            self.export(Path(chosen))

    def export(self, out: Path) -> None:
        """Write the network that is drawn, whole, as GraphML and tables."""
        asked, project = self.page.question.question, self._session.project
        options = {key: str(value) for key, value in msgspec.to_builtins(asked.options).items() if value}

        def work(task: Task) -> "Report":
            return project.export(
                FORMAT, out, asked.annotators or None, options=options, progress=task.progress, only=asked.only
            )

        def told(report: "Report") -> None:
            self._shell.messages.tell("success", tr("Saved: {path}", path=str(report.path)))

        self._shell.tasks.run(work, told, None, tr("Exporting"))


def _same_claims(one: NetworkQuestion, other: NetworkQuestion) -> bool:
    return (one.annotators, one.only) == (other.annotators, other.only)


def _first_network(read: Sayings) -> str:
    """Return the network to begin with: that of statements where claims are linked to some."""
    says = any(one.statement is not None for one in read.discourse.sayings)
    return "statements" if says else "targets"
