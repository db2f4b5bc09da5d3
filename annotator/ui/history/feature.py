"""The history beside the article: of the selected mark, of the article, of the project; and going back in it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import tr, tr_n
from annotator.ui.session import Session
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.services.deeds import HistoryLine, HistoryPage
    from annotator.ui.history.pane import HistoryPane, Scope
    from annotator.ui.message_bar import Offer
    from annotator.ui.tasks import Task

PAGE_LINES = 40
FOLLOW_AFTER_MS = 250
"""Milliseconds of quiet after which the list follows what was done."""


class Histories(Feature):
    """Reads the history in the background, a page at a time, and gives readings an earlier state."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._pane: HistoryPane | None = None
        self._scope: Scope = "article"
        self._lines: list[HistoryLine] = []
        self._goes_on = ""
        self._task: Task | None = None
        self._question = 0
        """The number of the last question: an answer to an older one comes too late."""

    def attach(self) -> None:
        self._soon = QTimer(self.shell.over, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._soon.timeout.connect(self._read)

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.history",
                title="History",
                tip="What was done to this article and to the project, by whom, and the way back",
                shortcut="Ctrl+H",
                menu="view",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.history,
                run=self.toggle,
            ),
            Action(
                id="view.history_of_mark",
                title="History of this mark",
                shortcut="Ctrl+Shift+H",
                menu="view",
                enabled=lambda now: now.has_mark,
                run=lambda: self.open("mark"),
            ),
        ]

    def add_to(self, now: Context) -> Context:
        return replace(now, look=replace(now.look, history=True)) if self.pane is not None else now

    def start(self, session: Session) -> None:
        session.written.connect(self._follow)
        session.document_shown.connect(self._follow_article)
        session.selection_changed.connect(self._follow_mark)

    def stop(self) -> None:
        self._cancel()
        self._soon.stop()
        self._pane, self._scope = None, "article"

    # The pane

    @property
    def pane(self) -> "HistoryPane | None":
        """Return the pane, while it stands beside the article."""
        return self._pane if self._pane is not None and self.shell.beside is self._pane else None

    def toggle(self) -> None:
        """Let the history stand beside the article, or take it away."""
        if self.pane is None:
            self.open("article" if self._scope == "mark" else self._scope)
        else:
            self.shell.take_beside()
            self.shell.article.setFocus()

    def open(self, scope: "Scope") -> None:
        """Show the history of the selected mark, of the article, or of the project."""
        pane = self.pane
        if pane is None:
            from annotator.ui.history.pane import HistoryPane

            pane = self._pane = HistoryPane(self.session.scheme, scope, writable=not self.session.project.read_only)
            pane.closed.connect(self.toggle)
            pane.scope_chosen.connect(self._turn_over)
            pane.list.more_wanted.connect(self._read_on)
            pane.back_asked.connect(self.go_back)
            self.shell.put_beside(pane)
        pane.offer_mark(self.session.chosen is not None, is_mine=self.session.selected is not None)
        pane.choose(scope)
        pane.list.setFocus()
        self.shell.registry.touch()

    def _follow(self) -> None:
        if self.pane is not None:
            self._soon.start()

    def _follow_article(self) -> None:
        if self.pane is not None and self.pane.scope != "project":
            self.pane.choose("article")

    def _follow_mark(self) -> None:
        pane = self.pane
        if pane is None or self.shell.session is None:
            return
        chosen = self.session.chosen is not None
        pane.offer_mark(chosen, is_mine=self.session.selected is not None)
        if pane.scope == "mark":
            pane.choose("mark" if chosen else "article")

    # Reading

    def _turn_over(self) -> None:
        """Read the history of something else, from its end."""
        pane = self.pane
        if pane is not None:
            self._scope = pane.scope
            self._lines = []
            pane.show_waiting()
            self._read()

    def _read(self) -> None:
        """Read the newest actions; what was read before them stays as long as it fits on."""
        self._cancel()
        self._run("~", [], max(PAGE_LINES, len(self._lines)))

    def _read_on(self) -> None:
        if self._goes_on and self._task is None:
            self._run(self._goes_on, self._lines, PAGE_LINES)

    def _run(self, before: str, held: "list[HistoryLine]", most: int) -> None:
        pane, project = self.pane, self.session.project
        if pane is None:
            return
        (span, document), seen = self._asked(), [one.action for one in held]
        self._question += 1
        question = self._question

        def done(page: "HistoryPage") -> None:
            if question != self._question:
                return
            self._task = None
            if self.pane is pane:
                self._lines, self._goes_on = [*held, *page.lines], page.goes_on
                pane.show_lines(self._lines)

        def work(task: "Task") -> "HistoryPage":
            del task
            return project.history_page(span_id=span, document_id=document, before=before, seen=seen, most=most)

        self._task = self.shell.tasks.run(work, done, quiet=True)

    def _asked(self) -> tuple[str | None, str | None]:
        """Return the ids of the mark and the document that the history is of; None twice: of the project."""
        session, pane = self.session, self.pane
        if pane is not None and pane.scope == "mark" and session.chosen is not None:
            return session.chosen.id, None
        if pane is not None and pane.scope == "article" and session.document is not None:
            return None, session.document.id
        return None, None

    def _cancel(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    # Going back

    def go_back(self) -> None:
        """Give my readings the state that they had after the chosen action, in the background."""
        pane, session = self.pane, self.session
        line = pane.list.current_row if pane is not None else None
        if line is None:
            return
        (span, document), project = self._asked(), session.project
        work = partial(project.go_back, line.action, None if document is None else [document], span_id=span)
        self.shell.tasks.run(lambda _: work(), self._tell, None, tr("Going back"))

    def _tell(self, changed: int) -> None:
        told = (
            tr_n("{n} marks and links are what they were", changed) if changed else tr("Everything is as it was then.")
        )
        self.shell.messages.tell("success", told, offer=self._offer() if changed else None)

    def _offer(self) -> "Offer":
        from annotator.ui.message_bar import Offer

        return Offer(tr("Undo"), lambda: self.shell.registry.run("edit.undo"))
