"""The box over a claim's card in which a statement is searched for, beside whoever types."""

from typing import TYPE_CHECKING

import msgspec

from annotator.domain.meanings import said_by
from annotator.domain.span import Span
from annotator.domain.statement import Agreement, Statement
from annotator.text.normalize import normal_form
from annotator.ui.entries.ask_box import MOST_ROWS, NEW, NOTHING, AskBox
from annotator.ui.entries.rows import EntryRow
from annotator.ui.i18n import tr, tr_n
from annotator.ui.panels.painting import one_line
from annotator.ui.shell import Window
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.ui.session import Session


class FoundStatement(msgspec.Struct, frozen=True):
    """The entries that may be meant, how many claims say each, and the wording of each wider one."""

    entries: list[Statement]
    claims: dict[str, int]
    wider: dict[str, str]


class StatementLink(AskBox):
    """Links the selected claim to a statement. What is found comes a moment later, and Enter waits for it."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell, "statement_link")
        self._tasks = Tasks(self)
        self._asked: Task | None = None
        self._takes = False

    def close_tasks(self) -> None:
        """End what runs."""
        self._tasks.stop()

    def question(self) -> str:
        return tr("What does it say?")

    def registry_name(self) -> str:
        return tr("Statements of the registry")

    def hint(self) -> str:
        return tr("{Enter} links the chosen statement   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")

    # What is offered

    def search(self, typed: str) -> None:
        session, span = self._shell.session, self._span
        if session is None or span is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._takes = False
        words, project = typed.strip() or self.quote(session, span), session.project
        self.show_rows([_new(words)])

        def look(task: Task) -> tuple[Task, FoundStatement]:
            return task, found_by(project, words)

        def show(outcome: tuple[Task, FoundStatement]) -> None:
            if outcome[0] is self._asked:
                self._asked = None
                self._show(outcome[1], words, typed=bool(typed.strip()))

        self._asked = self._tasks.run(look, show, self._shell.tell_error)

    def _show(self, found: FoundStatement, words: str, *, typed: bool) -> None:
        rows = [_row(one, found) for one in found.entries]
        exact = [one.id for one in found.entries if normal_form(one.text) == normal_form(words)]
        # Nobody has typed: what is only like the claim must not be taken by one key.
        first = [row for row in rows if typed or row.key in exact]
        rows = [*first, *([] if exact else [_new(words)]), *(row for row in rows if row not in first)]
        if self._span is not None and self._span.statement_id is not None and not typed:
            rows.append(EntryRow(NOTHING, tr("No statement"), foreign=False))
        self.show_rows(rows)
        if self._takes and self.isVisible():
            super().take_current()

    # What the person does

    def take_current(self) -> None:
        """Take the row that is chosen, once it is known what there is."""
        if self._asked is not None and self.list.currentIndex().row() <= 0:
            self._takes = True
            return
        super().take_current()

    def take_new(self) -> None:
        """Make a statement of what is typed; where one says it already, that is taken."""
        self._take(_new(self.line.text().strip() or self._words()))

    def _words(self) -> str:
        session, span = self._shell.session, self._span
        return self.quote(session, span) if session is not None and span is not None else ""

    def take(self, session: "Session", span: Span, row: EntryRow) -> None:
        agreement = span.agreement if span.statement_id is not None else first_agreement(session, span)
        if row.key == NEW:
            session.project.state(span.id, self.line.text().strip() or self.quote(session, span), agreement)
        elif row.key == NOTHING:
            session.project.update(span.id, statement_id=None)
        elif row.key != span.statement_id:
            session.project.update(span.id, statement_id=row.key, agreement=agreement)


def found_by(project: "Project", words: str) -> FoundStatement:
    """Return the entries that these words may mean."""
    entries = project.find_statements(words, MOST_ROWS - 1)
    parents = {one.parent_id for one in entries if one.parent_id is not None}
    wider = {one.id: one.text for one in project.statement_registry() if one.id in parents} if parents else {}
    return FoundStatement(entries, project.claim_counts(), wider)


def first_agreement(session: "Session", span: Span) -> Agreement:
    """Return whether a source agrees with the statement that its claim is linked to, as far as the claim tells."""
    denied = said_by(session.scheme.label(span.label), "polarity", span.attributes) == "denied"
    return "no" if denied else "yes"


def _new(words: str) -> EntryRow:
    return EntryRow(NEW, tr("New statement “{words}”", words=one_line(words)), foreign=False)


def _row(one: Statement, found: FoundStatement) -> EntryRow:
    count = found.claims.get(one.id, 0)
    wider = found.wider.get(one.parent_id or "")
    detail = tr("part of {wider}", wider=one_line(wider)) if wider is not None else ""
    return EntryRow(one.id, one_line(one.text), tr_n("{n} claims", count) if count else "", detail)
