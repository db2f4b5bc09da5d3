"""Keeps the page of the registry of statements true to the project, and does what is asked for on it."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Qt, QTimer

from annotator.domain.statement import ClaimFigures, Statement
from annotator.errors import MusnadError
from annotator.services.mentions import Mention
from annotator.services.statements import Recoded
from annotator.text.collation import sorter
from annotator.ui.entries.ask_box import NOTHING
from annotator.ui.entries.controller import RegistryPages
from annotator.ui.entries.rows import EntryRow
from annotator.ui.i18n import tr, tr_n
from annotator.ui.panels.painting import one_line
from annotator.ui.shell import Shell
from annotator.ui.stating.claim_words import BETWEEN, Sources, figures_told
from annotator.ui.stating.registry_page import MOST_CLAIMS, StatementsPage
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.ui.session import Session

MOST_FOUND = 200
MOST_MERGED = 40
"""Entries that are offered to be merged into one: of more, nobody could choose the one that stays."""
TYPING_MS = 200
"""Milliseconds without a key after which somebody has typed the words they look for."""
_NONE = ClaimFigures()


class StatementListing(msgspec.Struct, frozen=True):
    """The entries that are listed, the figures of each, the words of all that are wider, and how many there are."""

    entries: list[Statement]
    figures: dict[str | None, ClaimFigures]
    words: dict[str, str]
    total: int


class StatementChoice(msgspec.Struct, frozen=True):
    """The entries that are chosen (none: the claims without a statement), their claims, and the sources of each."""

    keys: list[str]
    entries: list[Statement]
    claims: list[Mention]
    sources: Sources


class StatementPages(RegistryPages):
    """The registry of statements. It is read beside whoever looks, and what nobody asks for any more is left."""

    def __init__(self, shell: Shell, session: "Session") -> None:
        self._tasks = Tasks(shell.over)
        self.page = page = StatementsPage(self._tasks, session.project)
        self._listing = StatementListing([], {}, {}, 0)
        self._typed = ""
        self._listed_task: Task | None = None
        self._chosen_task: Task | None = None
        self._recoded_task: Task | None = None
        super().__init__(shell, session, page, (page.entry.mentions, page.merging.mentions, page.recoding.lines))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.show_chosen)
        page.set_fixed(session.project.read_only)
        page.new_asked.connect(self._make)
        page.entry.editor.changed.connect(self._change)
        page.entry.narrowed.connect(self._typing.start)
        page.entry.split.connect(self._split)
        page.entry.deleted.connect(self._delete)
        page.entry.recode_asked.connect(self._begin_recoding)
        page.merging.merged.connect(self._merge)
        page.recoding.asked.connect(self._preview)
        page.recoding.recoded.connect(self._recode)
        page.recoding.left.connect(self._leave_recoding)

    def of_selected(self) -> str | None:
        selected = self._session.selected
        return None if selected is None else selected.statement_id

    def finish(self) -> None:
        if self._shown:
            self.page.entry.editor.finish()

    def stop(self) -> None:
        self._typing.stop()
        self._tasks.stop()
        super().stop()

    # What is shown

    def refresh(self) -> None:
        if self._listed_task is not None:
            self._listed_task.cancel()
        project, typed = self._project, self.page.filter.text().strip()
        # An entry that was renamed stays in sight, whatever was looked for before.
        kept, self._typed = self._shown if typed == self._typed else [], typed

        def read(task: Task) -> tuple[Task, StatementListing]:
            return task, listing(project, typed, kept)

        def show(outcome: tuple[Task, StatementListing]) -> None:
            if outcome[0] is self._listed_task:
                self._listed_task = None
                self._show_listing(outcome[1], bool(typed))

        self._listed_task = self._tasks.run(read, show, self._shell.tell_error, quiet=True)

    def _show_listing(self, found: StatementListing, narrowed: bool) -> None:
        self._listing = found
        loose = found.figures.get(None, _NONE)
        rows = [_row(one, found) for one in found.entries]
        if loose.claims and not narrowed:
            rows.insert(0, EntryRow(NOTHING, tr("No statement yet"), detail=figures_told(loose), foreign=False))
        self.page.filter.set_missing(narrowed and not rows)
        self.page.show_loose(loose)
        self.page.show_rows(rows, found.total, self._shown)
        self._choose()

    def show_chosen(self) -> None:
        if self._chosen_task is not None:
            self._chosen_task.cancel()
            self._chosen_task = None
        keys = [key for key in self._shown if key != NOTHING] or self._shown[:1]
        if not keys or len(keys) > MOST_MERGED:
            self.page.show_nothing(len(keys))
            return
        project, query = self._project, self.page.entry.query.text() if len(keys) == 1 else ""

        def read(task: Task) -> tuple[Task, StatementChoice]:
            return task, chosen(project, keys, query)

        def show(outcome: tuple[Task, StatementChoice]) -> None:
            if outcome[0] is self._chosen_task:
                self._chosen_task = None
                self._show(outcome[1])

        self._chosen_task = self._tasks.run(read, show, self._shell.tell_error, quiet=True)

    def _show(self, found: StatementChoice) -> None:
        page, fixed = self.page, self._project.read_only
        counts = {key: one.claims for key, one in self._listing.figures.items() if key is not None}
        if len(found.entries) > 1:
            page.merging.show_statements(found.entries, counts, found.claims, found.sources)
            page.stack.setCurrentWidget(page.merging)
            return
        entry = found.entries[0] if found.entries else None
        wider = self._listing.words.get(entry.parent_id or "", "") if entry is not None else ""
        figures = self._listing.figures.get(entry.id if entry is not None else None, _NONE)
        page.entry.show_statement(entry, wider, fixed=fixed)
        page.entry.show_claims(found.claims, found.sources, figures.claims, fixed=fixed)
        if not self._is_recoding(entry):
            page.stack.setCurrentWidget(page.entry)

    # What is changed

    def _change(self, field: str, value: object) -> None:
        values: dict[str, Any] = {field: value}
        try:
            self._project.update_statement(self._shown[0], **values)
        except MusnadError as error:
            self._shell.tell_error(error)
            self.page.entry.editor.refuse(field)

    def _make(self, text: str) -> None:
        def make() -> None:
            made = self._project.add_statement(text or tr("New statement"))
            self.page.filter.clear()
            self.go_on_with(made.id)

        self._try(make)

    def _merge(self, keep: str, others: list[str]) -> None:
        def merge() -> None:
            made = self._project.merge_statements(keep, *others)
            self.go_on_with(made.id)
            told = tr_n("{n} statements are now {name}. Undo takes it back.", len(others) + 1, name=one_line(made.text))
            self._shell.messages.tell("success", told)

        self._try(merge)

    def _delete(self) -> None:
        key = self._shown[0]
        self._try(lambda: self._project.delete_statement(key))
        self.page.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _split(self, spans: list[str], text: str) -> None:
        project, key = self._project, self._shown[0]

        def split(_: Task) -> Statement:
            return project.split_statement(None if key == NOTHING else key, spans, text=text)

        def told(made: Statement) -> None:
            self.page.entry.forget()
            self.go_on_with(made.id)

        self._shell.tasks.run(split, told, self._shell.tell_error, tr("Moving claims"))

    # Recoding

    def _begin_recoding(self, claims: list[Mention]) -> None:
        key = self._shown[0]
        self.page.stack.setCurrentWidget(self.page.recoding)
        self.page.recoding.begin(claims, None if key == NOTHING else key, self.page.entry.sources)

    def _is_recoding(self, entry: Statement | None) -> bool:
        panel = self.page.recoding
        return self.page.stack.currentWidget() is panel and panel.statement_id == (entry.id if entry else None)

    def _leave_recoding(self) -> None:
        self.page.stack.setCurrentWidget(self.page.entry)
        self.page.entry.mentions.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _preview(self) -> None:
        if self._recoded_task is not None:
            self._recoded_task.cancel()
            self._recoded_task = None
        project, wanted = self._project, self.page.recoding.wanted
        if wanted is None:
            self.page.recoding.show_changes(None)
            return
        spans = [claim.span.id for claim in self.page.recoding.claims]

        def read(task: Task) -> tuple[Task, list[Recoded]]:
            return task, project.recoding(spans, *wanted)

        def show(outcome: tuple[Task, list[Recoded]]) -> None:
            if outcome[0] is self._recoded_task:
                self._recoded_task = None
                self.page.recoding.show_changes(outcome[1])

        self._recoded_task = self._tasks.run(read, show, self._shell.tell_error, quiet=True)

    def _recode(self) -> None:
        project, wanted = self._project, self.page.recoding.wanted
        if wanted is None:
            return
        spans = [claim.span.id for claim in self.page.recoding.claims]

        def recode(_: Task) -> int:
            return project.recode(spans, *wanted)

        def told(count: int) -> None:
            self._leave_recoding()
            self._shell.messages.tell("success", tr_n("{n} claims were recoded. Undo takes it back.", count))

        self._shell.tasks.run(recode, told, self._shell.tell_error, tr("Recoding claims"))


def listing(project: "Project", typed: str, kept: Collection[str] = ()) -> StatementListing:
    """Return the entries that say these words, in any spelling, and those that are `kept`; without words all of them.

    Of all, the order is that of their alphabet.
    """
    held = project.statement_registry()
    if typed:
        entries = project.find_statements(typed, MOST_FOUND)
        entries += [one for one in held if one.id in kept and one not in entries]
    else:
        place = sorter([one.text for one in held])
        entries = sorted(held, key=lambda one: place(one.text))
    return StatementListing(entries, project.claim_figures(), {one.id: one.text for one in held}, len(held))


def chosen(project: "Project", keys: list[str], query: str) -> StatementChoice:
    """Return what a page shows of these entries, with those of their claims that say the words of a query."""
    entries = [one for one in project.statement_registry() if one.id in keys]
    wanted: list[str | None] = [None] if keys == [NOTHING] else [one.id for one in entries]
    claims = [claim for key in wanted for claim in project.claims(key, query, limit=MOST_CLAIMS)]
    return StatementChoice(keys, entries, claims, project.claim_sources([claim.span.id for claim in claims]))


def _row(one: Statement, found: StatementListing) -> EntryRow:
    wider = found.words.get(one.parent_id or "")
    part = tr("part of {wider}", wider=one_line(wider)) if wider is not None else ""
    detail = BETWEEN.join(filter(None, (figures_told(found.figures.get(one.id, _NONE)), part)))
    return EntryRow(one.id, one_line(one.text), detail=detail)
