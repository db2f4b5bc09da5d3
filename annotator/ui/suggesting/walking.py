"""Answering suggestions in the article: Tab leads from one to the next, Enter takes it, Backspace refuses it.

Any part of an attribution stands for the whole, a claim with its source and cue; with Shift, a key answers only the
part that is asked about. Tab leaves the article where there is no suggestion further on: nobody is caught in it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.ui.announcing import announce
from annotator.ui.answer_box import AnswerBox
from annotator.ui.article.selection import Caret, Selection
from annotator.ui.i18n import isolate, language, tr, tr_n
from annotator.ui.modes import ENTER, KeyTable, ModeKey, Modes
from annotator.ui.session import Session
from annotator.ui.suggesting.titles import suggester_title

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

SHIFT_ENTER = ("Shift+Return", "Shift+Enter")


class Walking(QObject, KeyTable):
    """Asks about one suggestion after the other."""

    failed = Signal(object)
    """Something could not be written: the MusnadError that says why."""

    def __init__(self, session: Session, article: "ArticleView", modes: Modes) -> None:
        super().__init__(session)
        self._session, self._article, self._modes = session, article, modes
        self._box = AnswerBox(article, self.take, self.refuse)
        session.selection_changed.connect(self._show_answers)
        session.marks_changed.connect(self._show_answers)
        # A question or a proposal is about the mark that is selected, which is nearer.
        modes.push_below(self)

    def close(self) -> None:
        """Take the keys away again; the project is being closed."""
        self._modes.remove(self)
        self._box.end()

    def _show_answers(self) -> None:
        """Put the buttons that answer beside what is asked about, however it was come by."""
        span = self._session.pointed
        can_answer = span is not None and not self._session.project.read_only
        self._box.show_for(span.parts if span is not None and can_answer else None)

    # What is asked about

    def step(self, by: int, *, around: bool = False) -> bool:
        """Ask about the next suggestion (1) or the one before (-1); False, and none is asked about, at the end.

        `around` begins again at the other end.
        """
        found = self._beyond(by) or (self._session.suggestions[:: by or 1] if around else [])
        if not found:
            self._session.select(None)
            return False
        self._ask(found[0])
        return True

    def _beyond(self, by: int) -> list[Span]:
        """The suggestions further on in this direction, the nearest first: from the one that is asked about, or from
        where the person has gone since.
        """
        spans, pointed = self._session.suggestions, self._session.pointed
        start, end = self._article.selected_range()
        if pointed is not None and start == end and pointed.start <= start <= pointed.end:
            place = spans.index(pointed)
            return spans[place + 1 :] if by > 0 else spans[:place][::-1]
        if by > 0:
            return [span for span in spans if span.start >= start]
        return [span for span in spans if span.start < end][::-1]

    def _ask(self, span: Span) -> None:
        article, document = self._article, self._session.document
        article.set_selection(Selection(span.start, Caret(span.start)))
        self._session.select(span.id)
        # The whole attribution, as far as there is room: nothing is linked that was not in sight.
        whole = self._session.readings.attribution(span)
        for place in (whole.end - 1, whole.start) if whole is not None else ():
            article.ensure_visible(place)
        if not article.shows(span.start, span.start + 1):
            article.ensure_visible(span.start)
        if document is not None:
            announce(article, tr("{what}: {words}", what=self._about(span), words=span.quote(document.text)))

    # Answers

    def take(self, *, alone: bool = False) -> None:
        """Take the whole attribution that is asked about (`alone`: this part), and ask about the next one."""
        self._answer(lambda ids: self._session.project.accept(*ids, alone=alone), alone)

    def refuse(self, *, alone: bool = False) -> None:
        """Refuse the attribution that is asked about (`alone`: this part), now and later, and go on to the next."""
        self._answer(lambda ids: self._session.project.reject(*ids, alone=alone), alone)

    def _answer(self, do: Callable[[list[str]], object], alone: bool) -> None:
        span = self._session.pointed
        if span is None:
            return
        whole = None if alone else self._session.readings.attribution(span)
        ids = list(dict.fromkeys([whole.shown.id if whole is not None else span.id, span.id]))
        following = [one.id for one in self._beyond(1)]
        try:
            do(ids)
        except MusnadError as error:
            self.failed.emit(error)
            return
        # With one part the others may have gone.
        left = {one.id: one for one in self._session.suggestions}
        after = next((left[one] for one in following if one in left), None)
        if after is not None:
            self._ask(after)
        else:
            self._session.select(None)

    # Keys

    @property
    def _can_walk(self) -> bool:
        return bool(self._session.suggestions) and not self._session.project.read_only

    def table(self) -> Sequence[ModeKey]:
        """Return the keys that walk on, and those that answer the suggestion that is asked about.

        While text is selected, that is what keys are about. Tab that leads no further is of no use here, so that it
        leads out of the article.
        """
        if not self._can_walk:
            return []
        span, (start, end) = self._session.pointed, self._article.selected_range()
        back = ModeKey(("Shift+Tab", "Backtab", "Shift+Backtab"), lambda: self.step(-1))
        if span is None or start < end:
            quiet = start < end or self._session.chosen is not None
            says = tr_n("{n} suggestions   ·   {Tab} walks them", len(self._session.suggestions))
            return [ModeKey(("Tab",), lambda: self.step(1), "" if quiet else says), back]
        return [
            ModeKey((), says=partial(self._about, span)),
            *self._answers(span),
            ModeKey(("Tab",), lambda: self.step(1), tr("{Tab} goes on")),
            back,
        ]

    def _answers(self, span: Span) -> list[ModeKey]:
        whole = self._session.readings.attribution(span)
        if whole is None or len(whole.spans) == 1:
            return [
                ModeKey(ENTER, self.take, tr("{Enter} takes it")),
                ModeKey(("Backspace",), self.refuse, tr("{Backspace} refuses it")),
            ]
        return [
            ModeKey(ENTER, self.take, tr("{Enter} takes the whole attribution")),
            ModeKey(SHIFT_ENTER, partial(self.take, alone=True), tr("{Shift+Enter} only this part")),
            ModeKey(("Backspace",), self.refuse, tr("{Backspace} refuses it")),
            ModeKey(("Shift+Backspace",), partial(self.refuse, alone=True)),
        ]

    # What is told

    def _about(self, span: Span) -> str:
        label = self._session.scheme.label(span.label)
        title = isolate(title_in(label.title, language(), label.key))
        if (name := self._session.actor_name(span)) is not None:
            title = f"{title} {isolate(name)}"
        return tr("Suggested: {label} ({who})", who=suggester_title(span.annotator), label=title)
