"""Feedback: what became of my marks in review, answers to it, examples for the guidelines, and my errors over time."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.domain.annotator import GOLD
from annotator.errors import MusnadError
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import tr
from annotator.ui.modes import ModeKey
from annotator.ui.session import Session
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.comment import Comment
    from annotator.domain.document import Document
    from annotator.domain.span import Span
    from annotator.services.feedback import Feedback
    from annotator.services.threads import PlacedThread
    from annotator.ui.feedback.pane import FeedbackPane
    from annotator.ui.tasks import Task

LAYER = "feedback"
"""The signs of outcomes, beside those of comments."""


class _Read:
    """The feedback that was read for a document: outcomes, marks that stand undecided, what was said and viewed."""

    def __init__(
        self, found: "list[Feedback]", standing: int, threads: "list[PlacedThread]", viewed: frozenset[str]
    ) -> None:
        self.found, self.standing, self.threads, self.viewed = found, standing, threads, viewed


class Feedbacks(Feature):
    """Shows an annotator the review of their marks beside the article, and lets them answer."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._pane: FeedbackPane | None = None
        self._threads: list[PlacedThread] = []
        self._compares = False

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.feedback",
                title="What became of my marks",
                tip="The review of your marks on this article, with the reasons, beside it",
                shortcut="Ctrl+Shift+B",
                menu="view",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.feedback,
                run=self.toggle,
            ),
            Action(
                id="feedback.understand",
                title="Understood",
                tip="Mark what was decided as seen, and go to the next (in the list: {A})",
                enabled=_may_answer,
                run=self.understand,
            ),
            Action(
                id="feedback.answer",
                title="Answer the reviewer",
                tip="Answer what was decided about the chosen mark (in the list: {R})",
                enabled=_may_answer,
                run=self.answer,
            ),
            Action(
                id="feedback.example_for",
                title="Add as an example for the label",
                tip="Add the words to the guideline of their label as an example for it (in the list: {G})",
                enabled=_may_answer,
                run=lambda: self.add_example(good=True),
            ),
            Action(
                id="feedback.example_against",
                title="Add as an example against the label",
                tip="Add the words to the guideline of their label as an example against it (in the list: {Shift+G})",
                enabled=_may_answer,
                run=lambda: self.add_example(good=False),
            ),
        ]

    def add_to(self, now: Context) -> Context:
        pane = self.pane
        if pane is None:
            return now
        return replace(now, outcome=pane.chosen is not None, look=replace(now.look, feedback=True))

    # Its life

    def attach(self) -> None:
        self.shell.article.sign_clicked.connect(self._open_sign)

    def start(self, session: Session) -> None:
        session.document_shown.connect(self._read)
        session.written.connect(self._read)

    def stop(self) -> None:
        self._pane, self._threads, self._compares = None, [], False

    @property
    def pane(self) -> "FeedbackPane | None":
        """Return the pane, while it stands beside the article."""
        return self._pane if self._pane is not None and self.shell.beside is self._pane else None

    def toggle(self) -> None:
        """Let the feedback stand beside the article, or take it away."""
        if self.pane is not None:
            self.shell.take_beside()
            self.shell.article.setFocus()
            return
        from annotator.ui.feedback.pane import FeedbackPane
        from annotator.ui.pane_keys import give_keys

        session = self.session
        pane = FeedbackPane(session.scheme, writable=not session.project.read_only)
        self._connect(pane)
        self.shell.put_beside(pane)
        # Another pane may have stood there: it is gone now.
        self._pane = pane
        give_keys(pane.list, self._table, self.shell.modes, self.shell.registry.touch)
        self._compare(session)
        self._read()
        pane.list.setFocus()

    def _connect(self, pane: "FeedbackPane") -> None:
        project = self.session.project
        pane.composer.set_people([one.handle for one in project.annotators() if one.kind == "person"])
        pane.closed.connect(self.toggle)
        pane.errors_asked.connect(lambda: self.shell.registry.run("view.my_errors"))
        pane.list.chosen.connect(lambda row: self._go_to(row.feedback))
        pane.outcome_shown.connect(partial(self._show_card, pane))
        pane.card.answer_asked.connect(self.answer)
        pane.card.understood.connect(self.understand)
        pane.card.example_asked.connect(lambda good: self.add_example(good=good))
        pane.composer.sent.connect(self._send)
        pane.composer.given_up.connect(partial(self._give_up, pane))
        pane.destroyed.connect(partial(self._end_of, pane))

    def _end_of(self, pane: "FeedbackPane") -> None:
        if self._pane is pane:
            self._end()

    def _end(self) -> None:
        """Take away what stood on the page for the pane."""
        was_shown, self._pane, self._threads = self._pane is not None, None, []
        session = self.shell.session
        if session is None or not was_shown:
            return
        self.shell.article.set_signs(LAYER, [])
        if self._compares:
            session.compare(*(one.annotator for one in session.readings.compared if one.annotator != GOLD))
        self._compares = False

    def _compare(self, session: Session) -> None:
        """Show the gold reading in a lane below mine, unless it is there already."""
        shown = [one.annotator for one in session.readings.compared]
        self._compares = GOLD not in shown and any(one.handle == GOLD for one in session.project.annotators())
        if self._compares:
            session.compare(*shown, GOLD)

    def _table(self) -> Sequence[ModeKey]:
        """Return the keys of the list."""
        pane = self.pane
        if pane is None:
            return []
        return [
            ModeKey(("N",), partial(pane.list.step, 1), tr("{N} {P} walk")),
            ModeKey(("P",), partial(pane.list.step, -1)),
            ModeKey(("A",), self.understand, tr("{A} understood")),
            ModeKey(("R",), self.answer, tr("{R} answers")),
            ModeKey(("G",), partial(self.add_example, good=True), tr("{G} example for the label")),
            ModeKey(("Shift+G",), partial(self.add_example, good=False), tr("{Shift+G} example against it")),
        ]

    # Reading

    def _read(self) -> None:
        """Read what became of my marks on the article, in the background."""
        pane = self.pane
        document = None if pane is None else self.session.document
        if pane is None or document is None:
            return
        project = self.session.project

        def work(task: "Task") -> _Read:
            del task
            with project.reading():
                found = project.feedback(document_id=document.id)
                standing = len(project.standing_marks(document.id))
                return _Read(found, standing, project.threads(document.id), project.viewed(document.id))

        def done(read: _Read) -> None:
            shown = None if self.shell.session is None else self.session.document
            if self.pane is pane and shown is not None and shown.id == document.id:
                self._show(pane, document, read)

        self.shell.tasks.run(work, done, quiet=True)

    def _show(self, pane: "FeedbackPane", document: "Document", read: _Read) -> None:
        from annotator.ui.feedback.outcome_list import OutcomeRow
        from annotator.ui.feedback.signs import signs_of

        self._threads = read.threads
        shown = sorted((one for one in read.found if _span(one) is not None), key=_place)
        rows = [
            OutcomeRow(
                feedback=one,
                quote=_words(one, document.text),
                direction=self.session.direction,
                is_seen=one.view in read.viewed,
                waits=self._waits(one),
            )
            for one in shown
        ]
        pane.show_rows(rows, read.standing)
        self.shell.article.set_signs(LAYER, signs_of(shown, self.session.scheme))

    def _show_card(self, pane: "FeedbackPane") -> None:
        one, document = pane.chosen, self.session.document
        pane.show_card(one is not None)
        if one is not None and document is not None:
            from annotator.ui.feedback.words import told

            title, writable = told(one, self.session.scheme), not self.session.project.read_only
            said = self._said(one)
            row = pane.list.current_row
            is_seen = row is not None and row.is_seen
            pane.card.show_outcome(
                one, title, document.text, self.session.direction, said, is_seen=is_seen, writable=writable
            )
        self.shell.registry.touch()

    def _said(self, one: "Feedback") -> "list[Comment]":
        """Return what was said about a mark and about those that came of it."""
        return [said for thread in self._threads_of(one) for said in thread.thread.comments]

    def _threads_of(self, one: "Feedback") -> "list[PlacedThread]":
        about = {span.id for span in (one.mine, *one.gold) if span is not None}
        return [thread for thread in self._threads if thread.thread.first.span_id in about]

    def _waits(self, one: "Feedback") -> bool:
        """Return whether somebody else had the last word about a mark, and it is not resolved."""
        me = self.session.project.annotator
        threads = [held.thread for held in self._threads_of(one)]
        return any(thread.is_open and thread.comments[-1].annotator != me for thread in threads)

    def _go_to(self, one: "Feedback") -> None:
        span = _span(one)
        if span is not None:
            self.session.select(span.id)
            self.shell.article.ensure_visible(span.start)

    def _open_sign(self, decision_id: str) -> None:
        pane = self.pane
        if pane is not None and pane.choose(decision_id) and pane.chosen is not None:
            self._go_to(pane.chosen)

    # Understanding

    def understand(self) -> bool:
        """Mark the chosen outcome as seen, or not, and go to the next; False where none is chosen."""
        pane, document = self.pane, self.session.document
        row = pane.list.current_row if pane is not None else None
        if pane is None or row is None or document is None or self.session.project.read_only:
            return False
        if not row.is_seen:
            pane.list.step(1)
        self.session.project.set_viewed(document.id, row.feedback.view, is_viewed=not row.is_seen)
        return True

    # Answering

    def answer(self) -> bool:
        """Begin an answer to the reviewer of the chosen mark; False where none is chosen."""
        from annotator.ui.commenting.composer import Aim

        pane, document = self.pane, self.session.document
        one = pane.chosen if pane is not None else None
        if pane is None or one is None or document is None or self.session.project.read_only:
            return False
        span = _span(one)
        open_ = (held.thread for held in self._threads if held.thread.is_open and span is not None)
        thread = next((held for held in open_ if span is not None and held.first.span_id == span.id), None)
        aim = Aim(document_id=document.id, span_id=span.id if span else None, quote=_words(one, document.text)[:60])
        if thread is not None:
            aim = Aim(document_id=document.id, reply_to=thread.first.id)
        pane.composer.begin(aim, f"@{one.decision.annotator} ")
        pane.composer.show()
        pane.composer.field.setFocus()
        return True

    def _send(self, text: str) -> None:
        pane, project = self.pane, self.session.project
        if pane is None:
            return
        aim = pane.composer.aim
        try:
            if aim.reply_to is not None:
                project.comment(aim.document_id, text, reply_to=aim.reply_to)
            else:
                project.comment(aim.document_id, text, span_id=aim.span_id)
        except MusnadError as error:
            # What was written stays in the field.
            self.shell.tell_error(error)
            return
        self._give_up(pane)

    def _give_up(self, pane: "FeedbackPane") -> None:
        pane.composer.begin(pane.composer.aim)
        pane.composer.hide()
        pane.list.setFocus()

    # Examples

    def add_example(self, *, good: bool) -> bool:
        """Add the words of the chosen mark to the guideline of their label; False where none is chosen."""
        from annotator.ui.feedback.examples import add_example

        pane, document = self.pane, self.session.document
        one = pane.chosen if pane is not None else None
        if one is None or document is None or self.session.project.read_only:
            return False
        wanted = (*one.gold, one.mine) if good else (one.mine, *one.gold)
        span = next(held for held in wanted if held is not None)
        add_example(self.shell, self.session, span.label, span.quote(document.text), good=good)
        return True


def _may_answer(now: Context) -> bool:
    return now.outcome and now.can_mark


def _span(one: "Feedback") -> "Span | None":
    """Return the mark that stands for an outcome: mine, or the one that I missed."""
    return one.mine or next(iter(one.gold), None)


def _place(one: "Feedback") -> tuple[int, int]:
    span = _span(one)
    return (0, 0) if span is None else (span.start, -span.end)


def _words(one: "Feedback", text: str) -> str:
    span = _span(one)
    return "" if span is None else " ".join(span.quote(text).split())
