"""Looks through the project for what the page asks, off the window's thread, and opens what was found."""

from time import monotonic
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Qt, Signal

from annotator.domain.search import Hit, Query
from annotator.errors import InputError, MusnadError
from annotator.services.hits import DocumentHits
from annotator.text.collation import sorter
from annotator.ui.i18n import tr, tr_error
from annotator.ui.searching.filters import FilterChoices
from annotator.ui.searching.page import STATEMENTS, TEXTS, SearchPage
from annotator.ui.shell import Shell
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.domain.attribution import Asked, Attribution
    from annotator.ui.session import Session

MAX_HITS = 20_000
"""Hits that are shown: whoever gets more narrows the search."""
FIRST_SEEN = 100
"""Hits that are made ready before they are shown, because they are in sight at once."""
BATCH_S = 0.08
"""Seconds that hits wait for more of them before they are shown together."""
MAX_QUERY_CODE_POINTS = 200
"""Code points of a selection that may be what somebody looks for."""


class ProjectSearch(QObject):
    """The project's search in one window; made when it is first asked for, for the project that is open then."""

    _found = Signal(object, object)

    def __init__(self, shell: Shell, session: "Session") -> None:
        super().__init__(shell.over)
        self._shell, self._session = shell, session
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._asking: Task | None = None
        self._stale = False
        self._opened: tuple[str, int, int] | None = None
        self.page = SearchPage()
        self._found.connect(self._show)
        self.page.texts.wanted.connect(self._search)
        self.page.texts.opened.connect(self._open_hit)
        self.page.closed.connect(self.close)
        self.page.turned.connect(self._turn)
        self.page.statements_wanted.connect(self._ask)
        self.page.statement_opened.connect(self._open_statement)
        self._articles = self._listed()
        session.documents_changed.connect(self._follow_articles)

    # What the person does

    def open(self) -> None:
        """Show the texts' tab; a selection that was not made by the search becomes what is looked for."""
        there = self.page.isVisible() and self.page.tab == TEXTS
        text = "" if there else self._selected()
        self._appear(TEXTS)
        if self._stale:
            self._renew()
        if not there and self.page.texts.list.rows.items and not text:
            self.page.texts.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.page.texts.begin(text)

    def open_statements(self) -> None:
        """Show who said what about whom."""
        self._appear(STATEMENTS)

    def close(self) -> None:
        """Back to the article."""
        self._shell.show_page(None)
        self._shell.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Open the next hit of the project (1) or the one before (-1)."""
        if not self.page.texts.list.step(by):
            last = tr("This was the last place that was found.") if by > 0 else tr("This was the first place.")
            self._shell.messages.tell("info", last)

    @property
    def has_hits(self) -> bool:
        """Return whether there is anything to step through."""
        return bool(self.page.texts.list.rows.items)

    def stop(self) -> None:
        """End what runs, and put the page away; for the project that closes."""
        self._session.documents_changed.disconnect(self._follow_articles)
        self._tasks.stop()
        self._shell.show_page(None)
        self.page.deleteLater()
        self.deleteLater()

    def _appear(self, tab: str) -> None:
        if tab == TEXTS:
            self.page.texts.offer(self._known())
        self._shell.show_page(self.page)
        if self.page.tab != tab or tab == STATEMENTS:
            self.page.turn(tab)

    def _known(self) -> FilterChoices:
        project = self._session.project
        publishers = {one.publisher for one in self._session.summaries() if one.publisher}
        outlets = sorted(publishers, key=sorter(publishers))
        others = [one.handle for one in project.annotators() if one.handle != project.annotator]
        return FilterChoices(project.annotator, project.scheme, project.find_actors, others, outlets)

    def _selected(self) -> str:
        """The selected text if it can be looked for, unless it is the hit that was opened last."""
        article, document = self._shell.article, self._session.document
        start, end = article.selected_range()
        if (
            document is None
            or (document.id, start, end) == self._opened
            or not 0 < end - start <= MAX_QUERY_CODE_POINTS
        ):
            return ""
        return " ".join(document.text[start:end].split())

    # The texts

    def _search(self, query: Query | None) -> None:
        """Look for something else; what was under way is given up."""
        if self._task is not None:
            self._task.cancel()
        self.page.texts.begin_results(query)
        self._shell.registry.touch()
        if query is not None:
            task = self._tasks.run(lambda task: self._look(task, query), self._finish, self._fail)
            self._task = task

    def _look(self, task: Task, query: Query) -> tuple[Task, bool]:
        """In the worker: hits go home by the handful. True where it stopped because there are too many."""
        waiting: list[DocumentHits] = []
        count, last = 0, 0.0

        def tell(done: int, total: int, title: str) -> None:
            nonlocal last
            task.progress(done, total, title)
            if waiting and monotonic() - last > BATCH_S:
                last = monotonic()
                self._found.emit(task, tuple(waiting))
                waiting.clear()

        for found in self._session.project.found(query, tell):
            waiting.append(found.first(MAX_HITS - count))
            if count < FIRST_SEEN:
                found.prepare()
            count += waiting[-1].count
            if count >= MAX_HITS:
                break
        if waiting:
            self._found.emit(task, tuple(waiting))
        return task, count >= MAX_HITS

    def _show(self, task: Task, parts: tuple[DocumentHits, ...]) -> None:
        if task is self._task and not task.cancelled.is_set():
            first = not self.has_hits
            self.page.texts.add(parts)
            if first:
                self._shell.registry.touch()

    def _finish(self, outcome: tuple[Task, bool]) -> None:
        task, more = outcome
        if task is self._task:
            self.page.texts.tell(more=more)

    def _fail(self, error: MusnadError) -> None:
        if isinstance(error, InputError):
            self.page.texts.tell_problem(tr_error(error))
        else:
            self._shell.tell_error(error)

    def _listed(self) -> list[tuple[str, str | None, str | None]]:
        """Return the part of the list of articles that a search depends on: not the statuses."""
        return [(one.id, one.publisher, one.published) for one in self._session.summaries()]

    def _follow_articles(self) -> None:
        before, self._articles = self._articles, self._listed()
        if before != self._articles:
            self._renew()

    def _renew(self) -> None:
        """Articles came or went: look again, at once or when the person comes back."""
        self._stale = not (self.page.isVisible() and self.page.tab == TEXTS)
        if not self._stale:
            self.page.texts.search_again()

    def _open_hit(self, hit: Hit) -> None:
        self._go(hit.document_id, hit.start, hit.end)

    def _go(self, document_id: str, start: int, end: int) -> None:
        """Show a place of an article, selected, so that the next key can mark it."""
        try:
            if self._session.document is None or self._session.document.id != document_id:
                self._session.show(document_id)
        except MusnadError as error:
            self._shell.tell_error(error)
            return
        self._opened = document_id, start, end
        article = self._shell.article
        self._shell.show_page(None)
        self._session.select(None)
        article.select(start, end)
        article.ensure_visible(start)
        article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Who said what

    def _turn(self, tab: str) -> None:
        if tab == TEXTS:
            self.page.texts.begin("")
        else:
            self.page.statements.offer(self._known())
            self.page.statements.begin()

    def _ask(self, asked: "Asked | None") -> None:
        """Look for statements; what was under way is given up."""
        if self._asking is not None:
            self._asking.cancel()
        if asked is None:
            self._asking = None
            return

        def look(task: Task) -> "tuple[Task, list[Attribution]]":
            return task, self._session.project.statements(**structs.asdict(asked))

        def show(outcome: "tuple[Task, list[Attribution]]") -> None:
            if outcome[0] is self._asking:
                self.page.statements.show_statements(outcome[1])

        self._asking = self._tasks.run(look, show, self._shell.tell_error)

    def _open_statement(self, statement: "Attribution") -> None:
        """Show its claim selected as a mark if it is mine, else as text."""
        self._go(statement.document_id, statement.start, statement.end)
        self._session.select(statement.id)
        if self._session.selected is not None:
            self._shell.article.select(statement.start, statement.start)
        else:
            self._session.select(None)
