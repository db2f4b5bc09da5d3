"""The project's room: all articles, read in the background, and what is done with those that are chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer

from annotator.domain.change import Changes
from annotator.errors import MusnadError
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.history.feature import Histories
from annotator.ui.i18n import ltr, tr
from annotator.ui.modes import ModeKey
from annotator.ui.ordering.feature import Ordering
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.services.comparing import Standing
    from annotator.services.deeds import HistoryLine
    from annotator.services.overview import NextStep, Overview
    from annotator.services.project import Project
    from annotator.ui.home.page import HomePage
    from annotator.ui.tasks import Task, Tasks

READ_AFTER_MS = 150
"""Milliseconds of quiet after which the articles are read again."""
AT_ONCE = 12
"""Articles whose readers are compared before the table shows them."""
TABLES = ("documents", "origins", "annotation_sets", "assignments", "spans", "decisions", "comments", "settings")
"""The tables that the overview is read from."""


class Home(Feature):
    """Keeps the page true to the project while it is in sight."""

    _page: "HomePage | None" = None

    def attach(self) -> None:
        self._soon = QTimer(self.shell.over, singleShot=True, interval=READ_AFTER_MS)
        self._soon.timeout.connect(self._read)
        # An import does not keep the table waiting.
        self._tasks: OnDemand[Tasks] = OnDemand(self._made_tasks, _end_tasks)
        self._reading: Task | None = None
        self._comparing: Task | None = None
        self._standings: dict[str, Standing] = {}
        self._stop_listening: Callable[[], object] = lambda: None

    def _made_tasks(self) -> "Tasks":
        from annotator.ui.tasks import Tasks

        tasks = Tasks(self.shell.over)
        tasks.failed.connect(self._fail)
        return tasks

    def rooms(self) -> Sequence[Room]:
        return [Room(key="project", page=self.page, entered=self._enter, keys=self._keys)]

    def _keys(self) -> Sequence[ModeKey]:
        """Return the keys of the table, which hold while no field is being written in."""
        page, work = self.page(), self.shell.feature(Ordering)
        return [
            ModeKey(("Return", "Enter"), page.table.open_current, tr("{Enter} opens")),
            ModeKey(("Space",), page.table.tick_current, tr("{Space} chooses")),
            ModeKey(("Ctrl+A",), page.table.tick_all),
            ModeKey(("/",), lambda: page.filters.words.setFocus(), tr("{slash} filters", slash=ltr("/"))),
            ModeKey(("A",), lambda: work.assign(page.table.chosen), tr("{A} assigns")),
            ModeKey(("Del",), lambda: work.remove(page.table.chosen), tr("{Del} removes")),
        ]

    def page(self) -> "HomePage":
        """The room's page, made when it is first entered."""
        if self._page is None:
            from annotator.ui.home.page import HomePage

            work = self.shell.feature(Ordering)
            self._page = page = HomePage(self.shell.registry)
            page.side.article_asked.connect(self._go_on)
            page.side.step_asked.connect(self._take_step)
            page.side.lately.asked.connect(self._show_history)
            page.table.opened.connect(self._go_on)
            page.table.menu_asked.connect(self._show_menu)
            page.table.rows.renamed.connect(work.rename)
            page.bulk.asked.connect(self._do)
            page.bulk.status_asked.connect(lambda status: work.set_status(page.table.chosen, status))
            page.standings_wanted.connect(self._compare)
        return self._page

    def start(self, session: Session) -> None:
        session.written.connect(self._follow)
        self._standings = {}
        self._stop_listening = session.project.listen(self._hear)

    def finish(self) -> None:
        self._tasks.end()

    def stop(self) -> None:
        self._soon.stop()
        self._tasks.end()
        self._stop_listening()
        for task in (self._reading, self._comparing):
            if task is not None:
                task.cancel()
        self._reading = self._comparing = None
        page, self._page = self._page, None
        if page is not None:
            page.deleteLater()

    # Reading

    def _enter(self) -> None:
        self._show()
        self._read()
        self.page().begin()

    def _hear(self, changes: Changes) -> None:
        """Forget how far the readers of changed articles agreed; this may be a worker's thread."""
        if changes.touches("settings"):
            self._standings = {}
        elif changes.touches("spans", "relations", "annotation_sets", "decisions", "assignments"):
            self._standings = {one: held for one, held in self._standings.items() if one not in changes.documents}

    def _follow(self) -> None:
        if self._page is not None and self._page.isVisible():
            self._show()
            self._soon.start()

    def _show(self) -> None:
        session = self.shell.session
        if session is not None:
            self.page().show_project(session.project.path, session.summaries(), session.project.my_documents())

    def _read(self) -> None:
        session = self.shell.session
        if session is None or self._page is None:
            return
        if _runs(self._reading):
            self._soon.start()
            return
        project, page = session.project, self._page

        def done(found: "Overview") -> None:
            self._reading = None
            if self._page is page:
                page.show_overview(found, self._standings, writable=not project.read_only)
                self._read_lately(project, page, [one.annotator for one in found.team])

        self._reading = self._tasks().run(lambda _: project.overview(), done)

    def _read_lately(self, project: "Project", page: "HomePage", readers: Sequence[str]) -> None:
        """Read what was done lately, after what the table waits for."""

        def done(found: "list[HistoryLine]") -> None:
            if self._page is page:
                page.side.lately.show_lines(found, readers, project.scheme)

        self._tasks().run(lambda _: project.lately(), done)

    def _compare(self, everywhere: bool) -> None:
        """Compare the readers of articles in sight, a few at a time, or of all, because something rests on it."""
        session, page = self.shell.session, self._page
        if session is None or page is None or _runs(self._comparing):
            return
        wanted = page.lacking(everywhere=everywhere)
        if not wanted:
            return
        project, some = session.project, wanted if everywhere else wanted[:AT_ONCE]

        def done(found: "dict[str, Standing]") -> None:
            self._comparing = None
            if self._page is page:
                self._standings |= found
                page.show_standings(found)
                # What cannot be compared any more is not asked for again.
                if found:
                    self._compare(page.needs_all_standings)

        # What takes long is shown, and can be stopped.
        tasks = self.shell.tasks if everywhere else self._tasks()
        self._comparing = tasks.run(partial(_standings, project, some), done, self._fail, tr("Comparing the readings"))

    def _fail(self, error: MusnadError) -> None:
        self._reading = self._comparing = None
        self.shell.tell_error(error)

    # Doing

    def _go_on(self, document_id: str) -> None:
        """Show an article, also where it is the one that was read last."""
        self.shell.change(lambda session: session.show(document_id))
        self.shell.rooms.enter("article")

    def _take_step(self, step: "NextStep") -> None:
        if step.kind == "review":
            self.shell.change(lambda session: session.show(step.document_id))
            self.shell.rooms.enter("review")
        else:
            self.page().filters.comments.setChecked(True)
            self.page().table.setFocus()

    def _show_history(self, line: "HistoryLine") -> None:
        """Show an action in the history of its article, or, if it is of several, of the project."""
        document = line.deed.document_id
        if document is not None and any(one.id == document for one in self.session.summaries()):
            self.shell.change(lambda session: session.show(document))
        self.shell.rooms.enter("article")
        self.shell.feature(Histories).open("article" if document is not None else "project")

    def _do(self, deed: str) -> None:
        table, work = self.page().table, self.shell.feature(Ordering)
        if deed == "none":
            table.rows.tick(table.rows.ticked, on=False)
            table.setFocus()
            return
        deeds: dict[str, Callable[[Sequence[str]], object]] = {
            "assign": work.assign,
            "tie": work.break_ties,
            "export": work.export,
            "share": work.share,
            "remove": work.remove,
        }
        deeds[deed](table.chosen)

    def _show_menu(self, point: QPoint) -> None:
        page = self.page()
        self.shell.feature(Ordering).show_menu(
            page.table.chosen, point, rename=lambda: page.table.edit(page.table.currentIndex().siblingAtColumn(0))
        )


def _standings(project: "Project", document_ids: Sequence[str], task: "Task") -> "dict[str, Standing]":
    """Return how far the readers of these articles agree, as far as there are two."""
    found = {}
    for place, one in enumerate(document_ids):
        task.progress(place, len(document_ids))
        standing = project.standing(one)
        if standing is not None:
            found[one] = standing
    return found


def _runs(task: "Task | None") -> bool:
    """Return whether work is under way that nobody has stopped."""
    return task is not None and not task.cancelled.is_set()


def _end_tasks(tasks: "Tasks") -> None:
    tasks.stop()
    tasks.deleteLater()
