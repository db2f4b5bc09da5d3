"""Letting suggesters read, taking many of their suggestions at once, and marking the same words everywhere."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.domain.scheme import title_in
from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.services.confidence import SURE
from annotator.services.mentions import Mention, line_of
from annotator.services.suggesting import SuggestReport
from annotator.ui.i18n import isolate, language, tr, tr_error, tr_n
from annotator.ui.message_bar import Level
from annotator.ui.session import Session
from annotator.ui.shell import Shell
from annotator.ui.suggesting.filters import SuggestionFilters
from annotator.ui.suggesting.tick_pane import TickPane
from annotator.ui.suggesting.titles import suggester_title
from annotator.ui.suggesting.walking import Walking

if TYPE_CHECKING:
    from annotator.ui.tasks import Task


class SuggestingController:
    """The suggestions of one window while a project is open."""

    def __init__(self, shell: Shell, session: Session) -> None:
        self._shell, self._session = shell, session
        self.pane: TickPane | None = None
        self._of_article = False
        """True if the list is of this article's suggestions, False if of the same words everywhere."""
        session.marks_changed.connect(self._follow_marks)
        session.document_shown.connect(self._follow_document)

    @cached_property
    def walking(self) -> Walking:
        """The keys that answer suggestions in the article."""
        walking = Walking(self._session, self._shell.article, self._shell.modes)
        walking.failed.connect(self._shell.tell_error)
        return walking

    def meet(self) -> None:
        """Give the article the keys that answer suggestions, if it does not have them yet."""
        assert self.walking is not None

    def close(self) -> None:
        """Take the keys and the list away; the project is being closed."""
        self._session.marks_changed.disconnect(self._follow_marks)
        self._session.document_shown.disconnect(self._follow_document)
        self.walking.close()
        self.close_pane()

    # Letting suggesters read

    def run(self, *, everywhere: bool) -> None:
        """Let the suggesters that are switched on read the article shown, or all articles of the project."""
        from annotator.ui.suggesting.choice import using

        session, document = self._session, self._session.document
        if document is None and not everywhere:
            return
        documents = None if everywhere or document is None else [document.id]

        def work(task: "Task") -> SuggestReport:
            return session.project.suggest(using(session.project), documents, progress=task.progress)

        def tell(report: SuggestReport) -> None:
            # On one page, what several propose in one place is there once.
            on_page = document is not None and session.document is not None and session.document.id == document.id
            self._tell(report, len(session.suggestions) if on_page and not everywhere else sum(report.found.values()))

        self._shell.tasks.run(work, tell, label=tr("Looking for suggestions"))

    def _tell(self, report: SuggestReport, count: int) -> None:
        told = tr_n("{n} suggestions", count) if count else tr("Nothing is suggested")
        if self._session.suggestions and not report.failed:
            told = tr("{told}. In the article, {Tab} leads to them.", told=told)
        rows = [
            f"{suggester_title(name)}: {isolate(title) + ': ' if title else ''}{tr_error(error)}"
            for name, title, error in report.failed
        ]
        level: Level = "warning" if rows else "success"
        rows += [
            f"{suggester_title(name)}: {tr_n('{n} articles not read, in a language that it does not know', articles)}"
            for name, articles in report.unread.items()
        ]
        if not count:
            rows += [f"{suggester_title(name)}: {tr_error(error)}" for name, error in report.idle]
        self._shell.messages.tell(level, told, "\n".join(rows))

    # Taking all of them

    def open_all(self) -> None:
        """List the suggestions of the article beside it, to be taken or refused at once."""
        pane = TickPane(
            lambda: tr("Suggestions in this article"),
            lambda count: tr_n("Take {n} suggestions", count),
            self._about,
            refuse=lambda count: tr_n("Refuse {n} suggestions", count),
            filters=SuggestionFilters({"suggester": _suggester, "label": self._label, "actor": self._actor}),
        )
        pane.done.connect(self._take)
        pane.refused.connect(self._refuse)
        self._put(pane, of_article=True)
        lines, sure = self._lines(), self._session.readings.confidence
        pane.show_lines(lines, [one.span.id for one in lines if sure(one.span) >= SURE])
        pane.begin()

    def _label(self, span: Span) -> tuple[str, str]:
        return span.label, self._title(span)

    def _actor(self, span: Span) -> tuple[str, str]:
        name = self._session.actor_name(span)
        return (span.actor_id or "", isolate(name)) if name is not None else ("", "")

    def _lines(self) -> list[Mention]:
        document = self._session.document
        if document is None:
            return []
        return [Mention(span, line_of(span, document, self._session.direction)) for span in self._session.suggestions]

    def _about(self, mention: Mention) -> str:
        told = [self._title(mention.span), suggester_title(mention.span.annotator)]
        if (name := self._session.actor_name(mention.span)) is not None:
            told.insert(1, isolate(name))
        if self._session.readings.confidence(mention.span) < SURE:
            told.append(tr("unsure"))
        return "   ·   ".join(told)

    def _title(self, span: Span) -> str:
        label = self._session.scheme.label(span.label)
        return isolate(title_in(label.title, language(), label.key))

    def _take(self, mentions: Sequence[Mention]) -> None:
        self.close_pane()
        chosen = [mention.span.id for mention in mentions]
        if self._try(lambda: self._session.project.accept(*chosen, alone=True)):
            self._shell.messages.tell("success", tr_n("{n} suggestions taken; one undo gives them back", len(chosen)))

    def _refuse(self, mentions: Sequence[Mention]) -> None:
        self.close_pane()
        chosen = [mention.span.id for mention in mentions]
        if self._try(lambda: self._session.project.reject(*chosen, alone=True)):
            told = tr_n("{n} suggestions refused; one undo brings them back", len(chosen))
            self._shell.messages.tell("success", told)

    # The same words everywhere

    def open_everywhere(self) -> None:
        """Find the words of the selected mark in all articles, and list where they are not marked yet."""
        session, span = self._session, self._session.selected
        if span is None:
            return

        def work(task: "Task") -> list[Hit]:
            return session.project.everywhere(span.id, progress=task.progress)

        self._shell.tasks.run(work, lambda hits: self._show_places(span, hits), label=tr("Looking everywhere"))

    def _show_places(self, span: Span, hits: Sequence[Hit]) -> None:
        if not hits:
            self._shell.messages.tell("info", tr("These words stand nowhere else unmarked."))
            return
        words = hits[0].text
        pane = TickPane(
            lambda: tr("{words} as {label}, everywhere", words=words, label=self._title(span)),
            lambda count: tr_n("Mark {n} places", count),
            lambda mention: isolate(mention.hit.title),
        )
        pane.done.connect(lambda mentions: self._mark(span, mentions))
        self._put(pane)
        lines = [Mention(_at(span, hit), hit) for hit in hits]
        pane.show_lines(lines, [one.span.id for one in lines])
        pane.begin()

    def _mark(self, span: Span, mentions: Sequence[Mention]) -> None:
        self.close_pane()
        places = [(mention.hit.document_id, (mention.hit.start, mention.hit.end)) for mention in mentions]
        done = self._try(
            lambda: self._session.project.annotate_many(places, span.label, span.attributes, span.actor_id)
        )
        if done:
            self._shell.messages.tell("success", tr_n("{n} places marked; one undo takes them back", len(places)))

    # The list beside the article

    def _put(self, pane: TickPane, *, of_article: bool = False) -> None:
        self._of_article = of_article
        pane.closed.connect(self.close_pane)
        pane.opened.connect(self._look)
        pane.destroyed.connect(lambda: self._forget(pane))
        self.pane = pane
        self._shell.put_beside(pane)

    def close_pane(self) -> None:
        """Take the list away."""
        pane, self.pane = self.pane, None
        if pane is not None and self._shell.beside is pane:
            self._shell.take_beside()
            self._shell.article.setFocus()

    def _forget(self, pane: TickPane) -> None:
        if self.pane is pane:
            self.pane = None

    def _look(self, mention: Mention) -> None:
        """Show the place of a line in its article."""
        if self._session.document is None or self._session.document.id != mention.hit.document_id:
            self._session.show(mention.hit.document_id)
        self._session.select(mention.span.id)
        if self._session.pointed is None:
            self._shell.article.select(mention.hit.start, mention.hit.end)
        self._shell.article.ensure_visible(mention.hit.start)

    def _follow_marks(self) -> None:
        if self._of_article and self.pane is not None:
            self.pane.show_lines(self._lines())

    def _follow_document(self) -> None:
        if self._of_article:
            self.close_pane()

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except MusnadError as error:
            self._shell.tell_error(error)
            return False
        return True


def _suggester(span: Span) -> tuple[str, str]:
    return span.annotator, suggester_title(span.annotator)


def _at(span: Span, hit: Hit) -> Span:
    """The mark that a place would get."""
    return Span(
        id=f"{hit.document_id}/{hit.start}",
        document_id=hit.document_id,
        annotator=span.annotator,
        label=span.label,
        parts=((hit.start, hit.end),),
        attributes=span.attributes,
        actor_id=span.actor_id,
    )
