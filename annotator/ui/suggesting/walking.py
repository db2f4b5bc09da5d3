"""Answering suggestions in the article: Tab leads from one to the next, Enter takes it, Backspace refuses it.

Tab leaves the article as ever where there is no suggestion further on, so nobody is caught in it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.ui.announcing import announce
from annotator.ui.article.selection import Caret, Selection
from annotator.ui.i18n import isolate, language, tr, tr_n
from annotator.ui.modes import ENTER, KeyTable, ModeKey, Modes
from annotator.ui.session import Session
from annotator.ui.suggesting.titles import suggester_title

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView


class Walking(QObject, KeyTable):
    """Asks about one suggestion after the other."""

    failed = Signal(object)
    """Something could not be written: the MusnadError that says why."""

    def __init__(self, session: Session, article: "ArticleView", modes: Modes) -> None:
        super().__init__(session)
        self._session, self._article, self._modes = session, article, modes
        # A question or a proposal is about the mark that is selected, which is nearer.
        modes.push_below(self)

    def close(self) -> None:
        """Take the keys away again; the project is being closed."""
        self._modes.remove(self)

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
        """The suggestions further on in this direction, the nearest first."""
        spans, pointed = self._session.suggestions, self._session.pointed
        if pointed is not None:
            place = spans.index(pointed)
            return spans[place + 1 :] if by > 0 else spans[:place][::-1]
        start, end = self._article.selected_range()
        if by > 0:
            return [span for span in spans if span.start >= start]
        return [span for span in spans if span.start < end][::-1]

    def _ask(self, span: Span) -> None:
        self._article.set_selection(Selection(span.start, Caret(span.start)))
        self._session.select(span.id)
        document = self._session.document
        if document is not None:
            announce(self._article, tr("{what}: {words}", what=self._about(span), words=span.quote(document.text)))

    # Answers

    def take(self) -> None:
        """Take the suggestion that is asked about, a frame with its roles, and ask about the next one."""
        self._answer(lambda span: self._session.project.accept(span.id))

    def refuse(self) -> None:
        """Refuse the suggestion that is asked about, now and later, and ask about the next one."""
        self._answer(lambda span: self._session.project.reject(span.id))

    def _answer(self, do: Callable[[Span], object]) -> None:
        span = self._session.pointed
        if span is None:
            return
        following = [one.id for one in self._beyond(1)]
        try:
            do(span)
        except MusnadError as error:
            self.failed.emit(error)
            return
        # With a claim its source and cue may have gone.
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

        They are hinted at unless text or a mark is selected: then other keys are nearer. Tab that leads no
        further is of no use here, so that it leads out of the article.
        """
        if not self._can_walk:
            return []
        span, (start, end) = self._session.pointed, self._article.selected_range()
        quiet = start < end or self._session.chosen is not span
        back = ModeKey(("Shift+Tab", "Backtab", "Shift+Backtab"), lambda: self.step(-1))
        if span is None:
            says = tr_n("{n} suggestions   ·   {Tab} walks them", len(self._session.suggestions))
            return [ModeKey(("Tab",), lambda: self.step(1), "" if quiet else says), back]
        return [
            ModeKey((), says="" if quiet else partial(self._about, span)),
            ModeKey(ENTER, self.take, "" if quiet else tr("{Enter} takes it")),
            ModeKey(("Backspace",), self.refuse, "" if quiet else tr("{Backspace} refuses it")),
            ModeKey(("Tab",), lambda: self.step(1), "" if quiet else tr("{Tab} goes on")),
            back,
        ]

    # What is told

    def _about(self, span: Span) -> str:
        label = self._session.scheme.label(span.label)
        title = isolate(title_in(label.title, language(), label.key))
        if (name := self._session.actor_name(span)) is not None:
            title = f"{title} {isolate(name)}"
        return tr("Suggested: {label} ({who})", who=suggester_title(span.annotator), label=title)
