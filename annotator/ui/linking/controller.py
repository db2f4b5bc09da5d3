"""Completing a frame in the page: which mark plays a role, and what the words themselves propose.

While a question is open, the marks that could answer it wear letters; a letter, a click on a mark or a new
selection answers. A proposal waits quietly: Enter takes it, Escape refuses it, every other key goes on.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain.frame import Filler
from annotator.domain.scheme import RelationType, title_in
from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.services.framing import ProposedFrame, Reading, plausible, propose, same_place, sketch
from annotator.ui.actions import ActionRegistry
from annotator.ui.answer_box import AnswerBox
from annotator.ui.article.connectors import Sight
from annotator.ui.i18n import language, tr
from annotator.ui.linking.frame_drawing import asking, proposing, suggested
from annotator.ui.linking.hint_letters import HintLetters
from annotator.ui.modes import ENTER, KeyTable, ModeAct, ModeKey, Modes
from annotator.ui.session import Session
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Question(msgspec.Struct, frozen=True):
    """A question for the actor of a role of the head; `choices` are the marks that could play it, the likeliest first.

    `keys` are those that choose them.
    """

    head: str
    kind: RelationType
    replacing: str | None
    choices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class LinkingController(QObject, KeyTable):
    """Asks and proposes for the mark that is selected, and draws both on the page."""

    failed = Signal(object)
    """Something could not be written: the MusnadError that says why."""

    def __init__(self, session: Session, article: "ArticleView", registry: ActionRegistry, modes: Modes) -> None:
        """`registry` hears of it whenever the keys mean something else; `modes` brings the keys."""
        super().__init__(session)
        self._session, self._article, self._registry = session, article, registry
        self.question: Question | None = None
        self.proposal: ProposedFrame | None = None
        self._told: tuple[Question | None, ProposedFrame | None] = None, None
        self._refused: set[str] = set()
        self._letters = HintLetters()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._propose)
        self._modes = modes
        self._answers = AnswerBox(article, self.take, self.refuse)
        modes.push(self)
        article.viewport().installEventFilter(self)
        session.selection_changed.connect(self._follow_selection)
        session.marks_changed.connect(self._follow_marks)
        session.document_shown.connect(self._letters.forget)
        article.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        themes().changed.connect(self._show)
        self._follow_marks()

    def close(self) -> None:
        """Take everything off the page; the project is being closed."""
        self._soon.stop()
        self._modes.remove(self)
        self._article.viewport().removeEventFilter(self)
        self._article.verticalScrollBar().valueChanged.disconnect(self._follow_scrolling)
        themes().changed.disconnect(self._show)
        self._answers.end()
        self._article.set_overlay(None)

    # Questions

    def ask(self, role: str, replacing: str | None = None) -> None:
        """Ask which mark plays a role for the selected one; text that is selected answers at once.

        `replacing` is the link that goes when the answer comes.
        """
        head, kind = self._session.selected, self._session.scheme.relation(role)
        if head is None or head.label not in kind.from_:
            return
        held = self.reading.sent_out(head, role)
        if replacing is None and kind.most is not None and len(held) >= kind.most:
            replacing = held[0].id
        start, end = self._article.selected_range()
        if start < end:
            self.question = Question(head.id, kind, replacing)
            self.take_selection()
            return
        self._open(head, kind, replacing)
        self._article.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, head: Span, kind: RelationType, replacing: str | None) -> None:
        near = plausible(self.reading, kind, head, Sight(self._article).range, replacing)
        dealt = self._letters.deal((span.id, self._named(span)) for span in near)
        self.question = Question(head.id, kind, replacing, tuple(dealt), tuple(dealt.values()))
        self._show()

    def _named(self, span: Span) -> str:
        """Return the actor that a mark names: the entry of the registry, else its words."""
        text = self._session.document.text if self._session.document is not None else ""
        return f"{span.label} {span.actor_id or span.quote(text)}"

    def answer(self, span_id: str) -> None:
        """This mark plays the role that is asked for."""
        if self.question is not None:
            self._fill(self.question, Filler(role=self.question.kind.key, to=span_id))

    def take_selection(self) -> None:
        """Give the role that is asked for to the selected text: mark it, unless it is, and link it."""
        question, (start, end) = self.question, self._article.selected_range()
        if question is None or start == end:
            return
        parts = ((start, end),)
        there = same_place(self._session.spans, parts, question.kind.to)
        to = there.id if there else sketch(self.reading, parts, question.kind.to[0])
        self._article.clear_selection()
        self._fill(question, Filler(role=question.kind.key, to=to))

    def _fill(self, question: Question, filler: Filler) -> None:
        self.question = None
        self._session.select(question.head)
        without = [question.replacing] if question.replacing else []
        self._try(lambda: self._session.project.fill(question.head, [filler], without=without))
        self._follow_marks()

    def _try(self, do: Callable[[], object]) -> None:
        """Write, where no action of the registry stands around it to tell what went wrong."""
        try:
            do()
        except MusnadError as error:
            self.failed.emit(error)

    def leave(self) -> None:
        """Close the question without an answer."""
        if self.question is not None:
            self.question = None
            self._show()

    # Proposals

    def take(self) -> None:
        """Take what is proposed: its marks, links and attributes, in one step."""
        self._propose_now()
        proposal = self.proposal
        if proposal is not None:
            self.proposal = None
            self._try(lambda: self._session.project.fill(proposal.head, proposal.fillers, proposal.attributes))

    def refuse(self) -> None:
        """Want nothing of what is proposed for the selected mark, now and later."""
        if self.proposal is not None:
            self._refused.add(self.proposal.head)
            self.proposal = None
            self._show()

    def _propose_now(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._propose()

    def _propose(self) -> None:
        session, head = self._session, self._session.selected
        self.proposal = None
        if head is not None and head.id not in self._refused and not session.project.read_only:
            self.proposal = propose(self.reading, head)
        with self._registry.turn():
            self._show()

    # What is selected, and what that means

    @property
    def reading(self) -> Reading:
        """The marks on the page."""
        session = self._session
        assert session.document is not None, "there is no mark without a document"
        return Reading(session.document, session.scheme, session.spans, session.relations)

    def _follow_selection(self) -> None:
        """Another mark is selected: where a question is open and it could be the answer, it is."""
        question, chosen = self.question, self._session.selected_id
        if question is not None and chosen != question.head:
            if chosen in question.choices:
                self.answer(str(chosen))
                return
            if self._session.chosen is None and question.head in self._session.marks_by_id:
                # A click beside all marks, perhaps the first of two, only puts the caret there.
                self._session.select(question.head)
                return
            self.question = None
        self._follow_marks()

    def _follow_marks(self) -> None:
        self.proposal = None
        question, head = self.question, self._session.selected
        self.question = None
        if question is not None and head is not None and head.id == question.head:
            # What could answer may have come or gone.
            self._open(head, question.kind, question.replacing)
        # The new mark is painted first: who goes on does not wait for what is proposed.
        self._soon.start()
        self._show()

    def _follow_scrolling(self) -> None:
        """Letters stand over what is in sight: who scrolls on with a question open is asked about what is there now."""
        question, head = self.question, self._session.selected
        if question is not None and head is not None:
            self._open(head, question.kind, question.replacing)

    def _show(self) -> None:
        head = self._session.selected
        overlay = None
        if head is not None and self.question is not None:
            letters = [self._letters.shown(key) for key in self.question.keys]
            overlay = asking(self.reading, head, self.question.choices, letters)
        elif head is not None:
            overlay = proposing(self.reading, head, self.proposal)
        elif (pointed := self._session.pointed) is not None:
            overlay = suggested(self._session.scheme, self._session.readings.whole_preview(pointed))
        self._article.set_overlay(overlay)
        self._answers.show_for(head.parts if head is not None and self.proposal is not None else None)
        meaning = self.question, self.proposal
        if meaning != self._told:
            self._told = meaning
            self._registry.touch()

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The end of a drag answers."""
        if watched is not self._article and event.type() == QEvent.Type.MouseButtonRelease and self.question:
            QTimer.singleShot(0, self, self.take_selection)
        return False

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key answers, or takes or refuses what is proposed."""
        self._letters.note(event)
        return super().claims(event)

    def lead(self) -> str:
        """Return the question that is open."""
        return tr("{role}?", role=self._title(self.question.kind)) if self.question is not None else ""

    def table(self) -> Sequence[ModeKey]:
        """Return the keys of the question that is open, or else of the proposal."""
        start, end = self._article.selected_range()
        if self.question is not None:
            return self._keys_of(self.question, selected=start < end)
        if start < end or (self.proposal is None and not self._soon.isActive()):
            return []
        if self.proposal is None:
            # Nothing is proposed yet; who is quicker asks for it.
            return [ModeKey(ENTER, self._take_now)]
        roles = [self._title(self._session.scheme.relation(filler.role)) for filler in self.proposal.fillers]
        return [
            ModeKey(ENTER, self._take_now, tr("{Enter} takes what is proposed: {roles}", roles=roles)),
            ModeKey(("Esc",), self.refuse, tr("{Esc} refuses")),
        ]

    def _keys_of(self, question: Question, *, selected: bool) -> Sequence[ModeKey]:
        leave = ModeKey(("Esc",), self.leave, tr("{Esc} leaves"))
        if selected:
            return [ModeKey(ENTER, self.take_selection, tr("{Enter} takes the selection")), leave]
        if not question.choices:
            return [ModeKey((), says=tr("Select the words")), leave]
        nearest = question.choices[0]
        return [
            ModeKey((), says=tr("Press a letter, or select the words")),
            ModeKey(ENTER, lambda: self.answer(nearest), tr("{Enter} takes the nearest")),
            leave,
        ]

    def other(self, event: QKeyEvent) -> ModeAct | None:
        """Return the answer that a letter on the page stands for."""
        question = self.question
        if question is None or event.modifiers() not in _PLAIN:
            return None
        chosen = dict(zip(question.keys, question.choices, strict=True)).get(self._letters.key(event) or "")
        return (lambda: self.answer(chosen)) if chosen is not None else None

    def _take_now(self) -> bool:
        """Take what is proposed; False if it turns out that nothing is."""
        self._propose_now()
        if self.proposal is None:
            return False
        self.take()
        return True

    def _title(self, kind: RelationType) -> str:
        return title_in(kind.title, language(), kind.key)
