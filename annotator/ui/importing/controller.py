"""Reads what a person wants to import, shows it on the page, and imports what they leave chosen."""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from annotator.domain.document import check_about, check_origin
from annotator.errors import MusnadError
from annotator.formats.map_guess import Guessed
from annotator.formats.mapping import DROP, LabelMap
from annotator.intake.web import is_address
from annotator.services.arrivals import Arrival, ImportPreview, pasted
from annotator.services.gathering import Given, IntakeWish, name_of
from annotator.ui.i18n import tr, tr_error
from annotator.ui.importing.page import ImportPage
from annotator.ui.importing.rows import Line, line_of
from annotator.ui.shell import Shell
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.services.exchange import ImportReport
    from annotator.ui.files.transfers import Transfers
    from annotator.ui.session import Session

BATCH_S = 0.1
"""Seconds that lines wait for more of them before they are shown together."""


class Importing(QObject):
    """The import page of one window; made when it is first asked for, for the project that is open then."""

    _found = Signal(object, object)

    def __init__(self, shell: Shell, session: "Session", transfers: "Transfers") -> None:
        super().__init__(shell.over)
        self._shell, self._session, self._transfers = shell, session, transfers
        self._given: list[Given] = []
        self._task: Task | None = None
        self._maps: dict[Path, tuple[Sequence[Guessed], LabelMap]] = {}
        self.page = ImportPage()
        self.page.closed.connect(self.close)
        self.page.paste_wanted.connect(self._paste)
        self.page.address_wanted.connect(lambda address: self.read([address]))
        self.page.files_wanted.connect(self._choose_files)
        self.page.folder_wanted.connect(self._choose_folder)
        self.page.options_changed.connect(self._read_again)
        self.page.bringing.connect(self.bring)
        self.page.saving_errors.connect(self._save_errors)
        self.page.detail.changed.connect(self._correct)
        self.page.detail.forced.connect(self._force)
        self.page.list.current_changed.connect(lambda _: self._show_map())
        self.page.map.changed.connect(self._keep_map)
        self.page.map.saving.connect(self._save_map)
        self.page.map.opening.connect(self._open_map)
        self._found.connect(self._show_more)

    # What a person does

    def open(self) -> None:
        """Show the page, ready for what is to come."""
        self._shell.rooms.show("article")
        self._shell.show_page(self.page)
        (self.page.list if self.page.lines else self.page.files).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> None:
        """Give up what was read, and go back to the article; nothing was written."""
        self._stop_reading()
        self._given, self._maps = [], {}
        self.page.show_lines([])
        self._shell.show_page(None)
        self._shell.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """End what runs, and put the page away; for the project that closes."""
        self._stop_reading()
        self._shell.show_page(None)
        self.page.deleteLater()
        self.deleteLater()

    def read(self, given: Sequence[Given]) -> None:
        """Read these as well, and show what would come in."""
        self._given += [one for one in given if one not in self._given]
        self.open()
        self._read_again()

    def _read_again(self) -> None:
        self._stop_reading()
        if not self._given:
            return
        given = list(self._given)
        wish = IntakeWish(encoding=self.page.encoding.currentData(), keep_pages=self.page.keep.isChecked())
        project = self._session.project
        self.page.show_lines([], busy=True)

        def work(task: Task) -> ImportPreview:
            waiting: list[Arrival] = []
            last = monotonic()

            def found(arrival: Arrival) -> None:
                nonlocal last
                waiting.append(arrival)
                if monotonic() - last > BATCH_S:
                    last = monotonic()
                    self._found.emit(task, tuple(waiting))
                    waiting.clear()

            return project.preview(given, wish, task.progress, found)

        task = self._shell.tasks.run(work, self._show, self._fail, tr("Reading articles"))
        self._task = task

    def _stop_reading(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def bring(self) -> None:
        """Import what is chosen."""
        self.page.detail.finish()
        chosen = [line.arrival for line in self.page.chosen]
        maps = {path: made for path, (_, made) in self._maps.items() if made != LabelMap()}
        project = self._session.project
        self._shell.foot.tell_saving()

        def work(task: Task) -> "ImportReport":
            task.progress(0, 0)
            return project.bring(chosen, maps, task.progress)

        failed_ones = tuple(
            (one.arrival.source, one.arrival.error) for one in self.page.lines if one.arrival.error is not None
        )

        def told(report: "ImportReport") -> None:
            self.close()
            self._transfers.tell_import(msgspec.structs.replace(report, failed=(*failed_ones, *report.failed)))

        def failed(error: MusnadError) -> None:
            self._shell.foot.tell_failed()
            self._shell.tell_error(error)

        self._shell.tasks.run(work, told, failed, tr("Importing articles"))

    # What was read

    def _show_more(self, task: Task, arrivals: Sequence[Arrival]) -> None:
        if task is self._task:
            self.page.show_lines([*self.page.lines, *map(line_of, arrivals)], busy=True)

    def _show(self, seen: ImportPreview) -> None:
        if self._task is None:
            return
        self._task = None
        left_out = {(line.arrival.source, line.title) for line in self.page.lines if not line.chosen}
        lines = [line_of(one) for one in seen.arrivals]
        lines = [
            msgspec.structs.replace(one, chosen=False) if (one.arrival.source, one.title) in left_out else one
            for one in lines
        ]
        self.page.show_lines(lines)
        self.page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_map()
        if seen.cancelled:
            self._shell.messages.tell("info", tr("Stopped: these were read until then."))

    def _fail(self, error: MusnadError) -> None:
        self._task = None
        self.page.show_lines(self.page.lines)
        self._shell.tell_error(error)

    def _correct(self, document_id: str, field: str, value: str) -> None:
        """Take what a person says of an article that is not here yet."""
        line = next(
            (one for one in self.page.lines if one.document is not None and one.document.id == document_id), None
        )
        if line is None or line.document is None:
            return
        document, origin = line.document, line.origin
        try:
            if field in ("title", "language"):
                check_about(**{field: value})
                document = msgspec.structs.replace(document, **{field: value})
            else:
                origin = msgspec.structs.replace(origin, **{field: value or None})
                check_origin(origin)
                document = msgspec.structs.replace(document, origins=(origin, *document.origins[1:]))
        except MusnadError as error:
            self._shell.tell_error(error)
            self.page.detail.show_line(line)
            return
        arrival = msgspec.structs.replace(line.arrival, document=document)
        self.page.replace(line, Line(arrival=arrival, chosen=line.chosen))

    def _force(self, line: Line) -> None:
        """Read a file as what a person says that it is, although it looks like something else."""
        path, error = Path(line.arrival.source), line.arrival.error
        format = str(error.fields.get("format") or "text") if error is not None else "text"
        project = self._session.project

        def work(task: Task) -> ImportPreview:
            return project.preview([path], IntakeWish(kind=format), task.progress)

        def show(seen: ImportPreview) -> None:
            if line not in self.page.lines:
                return
            before = list(self.page.lines)
            place = before.index(line)
            self.page.show_lines([*before[:place], *map(line_of, seen.arrivals), *before[place + 1 :]])
            self._show_map()

        self._shell.tasks.run(work, show, self._shell.tell_error, tr("Reading articles"))

    # Where it comes from

    def _beside(self) -> str:
        return str(self._session.project.path.parent)

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(self._shell.over, tr("Import articles"), self._beside())
        if chosen:
            self.read([Path(name) for name in chosen])

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._shell.over, tr("Import a folder"), self._beside())
        if chosen:
            self.read([Path(chosen)])

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._shell.messages.tell("info", tr("There is no text to paste."))
        elif is_address(text.strip()) and len(text.split()) == 1:
            self.read([text.strip()])
        else:
            self.read([pasted(text, tr("Pasted text"))])

    def _save_errors(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from annotator.services.files import written_whole

        wished = str(self._session.project.path.with_name("errors.txt"))
        chosen, _ = QFileDialog.getSaveFileName(self._shell.over, tr("Save the list of errors"), wished)
        if not chosen:
            return
        failed = [(one.arrival.source, one.arrival.error) for one in self.page.lines if one.arrival.error is not None]
        lines = [f"{source}\n    {tr_error(error)}\n" for source, error in failed]
        try:
            with written_whole(Path(chosen)) as stream:
                stream.write("".join(lines).encode("utf-8", "replace"))
        except MusnadError as error:
            self._shell.tell_error(error)

    # The map of a dataset

    @property
    def _dataset(self) -> Path | None:
        line = self.page.current
        return line.arrival.path if line is not None else None

    def _show_map(self) -> None:
        """Show the map of the dataset that is selected; its names are read the first time."""
        path, line = self._dataset, self.page.current
        if path is None or line is None:
            return
        scheme = self._session.scheme
        if path in self._maps:
            self.page.show_map(self._maps[path][0], scheme, self._maps[path][1])
            return
        self.page.map.wait()
        kind, annotator = line.arrival.kind, self._session.project.annotator

        def work(task: Task) -> Sequence[Guessed]:
            from annotator.services.foreign import guessed_map

            task.progress(0, 0)
            return guessed_map(path, kind, scheme, annotator)

        def show(found: Sequence[Guessed]) -> None:
            self._maps[path] = found, _proposed(found)
            if self._dataset == path:
                self._show_map()

        self._shell.tasks.run(work, show, self._shell.tell_error, tr("Reading {name}", name=name_of(path)))

    def _keep_map(self) -> None:
        if (path := self._dataset) is not None and path in self._maps:
            self._maps[path] = self._maps[path][0], self.page.map.label_map

    def _save_map(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from annotator.formats.map_guess import written_map
        from annotator.services.files import written_whole

        wished = str(self._session.project.path.with_name("map.toml"))
        chosen, _ = QFileDialog.getSaveFileName(self._shell.over, tr("Save the map"), wished, "TOML (*.toml)")
        if not chosen:
            return
        try:
            with written_whole(Path(chosen)) as stream:
                stream.write(written_map(self.page.map.label_map).encode())
        except MusnadError as error:
            self._shell.tell_error(error)

    def _open_map(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from annotator.services.foreign import load_map

        path = self._dataset
        chosen, _ = QFileDialog.getOpenFileName(self._shell.over, tr("Open a map"), self._beside(), "TOML (*.toml)")
        if not chosen or path is None or path not in self._maps:
            return
        try:
            made = load_map(Path(chosen), self._session.scheme)
        except MusnadError as error:
            self._shell.tell_error(error)
            return
        self._maps[path] = self._maps[path][0], made
        self._show_map()


def _proposed(found: Sequence[Guessed]) -> LabelMap:
    """Return the map that the guesses make; what nothing is called like stays out."""
    tables: dict[str, dict[str, str]] = {"labels": {}, "attributes": {}, "relations": {}}
    for one in found:
        if one.target != one.name:
            tables[one.table][one.name] = one.target or DROP
    return LabelMap(**tables)
