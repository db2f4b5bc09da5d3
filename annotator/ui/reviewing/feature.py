"""The room of review: which article and readers are compared, the keys of answering, and the decisions."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt

from annotator.domain.annotator import GOLD, kind_of
from annotator.domain.span import Part
from annotator.errors import MusnadError
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.i18n import isolate, ltr, number, tr, tr_n
from annotator.ui.modes import ModeKey
from annotator.ui.reader_looks import reader_looks
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.domain.decision import Rule, Verdict
    from annotator.ui.reviewing.page import ReviewPage
    from annotator.ui.reviewing.words import DifferenceWords

_ORDER = ("gold", "person", "model")

MOST_READERS = 9
"""As many readers have a digit of their own."""


def _in_review(now: Context) -> bool:
    return now.room == "review"


def _several_read(now: Context) -> bool:
    return now.has_project and now.several_read


def _may_decide(now: Context) -> bool:
    return now.room == "review" and now.writable


class Reviewing(Feature):
    """Walks the differences of an article and decides them; the gold reading comes of it."""

    def attach(self) -> None:
        self._page: OnDemand[ReviewPage] = OnDemand(self._make, lambda page: page.deleteLater())
        self._document = ""
        self._chosen: tuple[str, ...] = ()
        self._hides_names = False

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="review.next_difference",
                title="Next difference",
                menu="navigate",
                begins_group=True,
                enabled=_in_review,
                run=lambda: self.page().step(1),
            ),
            Action(
                id="review.previous_difference",
                title="Previous difference",
                menu="navigate",
                enabled=_in_review,
                run=lambda: self.page().step(-1),
            ),
            Action(
                id="review.accept_a", title="Take the first reader’s", enabled=_may_decide, run=lambda: self.take(0)
            ),
            Action(
                id="review.accept_b", title="Take the second reader’s", enabled=_may_decide, run=lambda: self.take(1)
            ),
            Action(
                id="review.accept_both",
                title="Take all readers’",
                enabled=_may_decide,
                run=lambda: self.decide("both"),
            ),
            Action(
                id="review.merge_boundaries",
                title="Merge the readers’ boundaries",
                enabled=_may_decide,
                run=lambda: self.decide("merge"),
            ),
            Action(
                id="review.reject_both",
                title="Reject all readers’",
                enabled=_may_decide,
                run=lambda: self.decide("reject"),
            ),
            Action(
                id="review.edit",
                title="Take what is selected or picked",
                tip="Take the words that are selected in the article, or what was picked of several readers, instead",
                enabled=_may_decide,
                run=self.edit,
            ),
            Action(id="review.reopen", title="Reopen the decision", enabled=_may_decide, run=self.reopen),
            Action(
                id="review.viewed",
                title="Mark the difference as viewed",
                tip="Go on to the next one and come back to this one later",
                enabled=_may_decide,
                run=self.view,
            ),
            Action(
                id="review.break_tie",
                title="Let somebody else break the tie",
                tip="Give the article to a person who has not read it, because its differences are undecided",
                enabled=_may_decide,
                run=self.break_tie,
            ),
            Action(
                id="review.side_by_side",
                title="Readings side by side",
                tip="Lay the readings beside each other, scrolled together, instead of over each other",
                menu="view",
                after="view.readings",
                enabled=_in_review,
                run=self.turn,
            ),
            Action(
                id="review.finish",
                title="Finish the gold reading",
                tip="Take what is agreed, mark the gold reading as done, and go on to the next article to review",
                enabled=_may_decide,
                run=self.finish_gold,
            ),
            Action(
                id="review.take_agreed",
                title="Take what is agreed",
                enabled=_may_decide,
                run=lambda: self._apply("agreed"),
            ),
        ]

    def rooms(self) -> Sequence[Room]:
        return [
            Room(key="review", page=lambda: self._page(), entered=self._enter, holds=_several_read, keys=self._keys)
        ]

    def _keys(self) -> Sequence[ModeKey]:
        """Return the keys of answering, which hold while no field is being written in."""
        takes = [ModeKey((str(place + 1),), partial(self.take, place)) for place in range(MOST_READERS)]
        return [
            msgspec.structs.replace(
                takes[0], says=tr("{first} {second} take a reader’s", first=ltr("1"), second=ltr("2"))
            ),
            *takes[1:],
            ModeKey(("B",), partial(self.decide, "both"), tr("{B} all")),
            ModeKey(("M",), partial(self.decide, "merge"), tr("{M} merges")),
            ModeKey(("E",), self.edit, tr("{E} takes what is selected or picked")),
            ModeKey(("X",), partial(self.decide, "reject"), tr("{X} rejects")),
            ModeKey(("Ctrl+Return", "Ctrl+Enter"), self.finish_gold, tr("{Ctrl+Enter} finishes")),
            ModeKey(("U",), self.reopen, tr("{U} reopens")),
            ModeKey(("V",), self.view, tr("{V} viewed")),
            ModeKey(("T",), self.break_tie),
            ModeKey(("R",), self._ask_reason, tr("{R} {C} reason, note")),
            ModeKey(("C",), lambda: self.page().note.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ModeKey(("N",), lambda: self.page().step(1), tr("{N} {P} walk")),
            ModeKey(("P",), lambda: self.page().step(-1)),
        ]

    def _make(self) -> "ReviewPage":
        from annotator.ui.reviewing.page import ReviewPage

        page = ReviewPage()
        page.bar.readers_chosen.connect(self._choose_readers)
        page.bar.rule_chosen.connect(self._apply)
        page.bar.names_chosen.connect(self._hide_names)
        page.card.verdict_chosen.connect(self.decide)
        page.finished.connect(self.finish_gold)
        page.writable = not self.session.project.read_only
        page.card.edit_chosen.connect(self.edit)
        return page

    def page(self) -> "ReviewPage":
        """Return the page, made when it is first asked for."""
        return self._page()

    def start(self, session: Session) -> None:
        session.written.connect(self._follow)
        session.document_shown.connect(self._follow_article)
        self._document, self._chosen = "", ()

    def stop(self) -> None:
        self._page.end()
        self._document, self._chosen = "", ()

    # The article and its readers

    def _enter(self) -> None:
        """Review the article that was read last, or the first that several have read."""
        session = self.session
        document = session.document
        if document is not None and len(self._readers(document.id)) > 1:
            self._show(document.id)
        elif not self._document:
            several = (one.id for one in session.summaries() if len(self._readers(one.id)) > 1)
            self._show(next(several, ""))
        else:
            self._refresh()
        if document is not None and session.project.hides_others(document.id):
            self.shell.messages.tell("info", tr("Read blind: others’ marks show here once your reading is done."))
        self.page().begin()

    def _readers(self, document_id: str) -> list[str]:
        """Return who has begun an article: gold first, which others are measured by, then people, then models."""
        begun = [one.annotator for one in self.session.project.sets(document_id) if one.status != "todo"]
        return sorted(begun, key=lambda one: (_ORDER.index(kind_of(one)), one))

    def _first_readers(self, everybody: Sequence[str]) -> list[str]:
        """Return the readers that are compared before anybody chose any: all people, and as many as it takes."""
        people = [one for one in everybody if kind_of(one) == "person"]
        others = [one for one in everybody if one not in people]
        chosen = people if len(people) > 1 else [*people, *others][:2]
        return [one for one in everybody if one in chosen]

    def _show(self, document_id: str) -> None:
        if document_id and document_id != self._document:
            self._document = document_id
            self._chosen = ()
            self.page().show_document(self.session.project.document(document_id))
        self._refresh()

    def _choose_readers(self, readers: tuple[str, ...]) -> None:
        self._chosen = readers
        self._refresh()

    def _hide_names(self, hides: bool) -> None:
        self._hides_names = hides
        self._refresh()

    def _leave(self) -> None:
        """Show the readings no longer: they were taken away, or are hidden now, because the project is read blind."""
        self._document, self._chosen = "", ()
        if self.shell.rooms.current == "review":
            self.shell.rooms.enter("article")
        self._page.end()
        self.shell.messages.tell("info", tr("Fewer than two readings of this article are here, or open to you."))

    def _follow(self) -> None:
        page = self._page.made
        if page is not None and page.isVisible():
            self._refresh()

    def _follow_article(self) -> None:
        """Go along to another article, as far as several have read it."""
        page, document = self._page.made, self.session.document
        if page is not None and page.isVisible() and document is not None:
            if len(self._readers(document.id)) > 1:
                self._show(document.id)
            else:
                self.shell.messages.tell("info", tr("Fewer than two people have read this article."))

    def _refresh(self) -> None:
        if not self._document:
            return
        project = self.session.project
        everybody = self._readers(self._document)
        readers = [one for one in everybody if one in self._chosen]
        readers = readers if len(readers) > 1 else self._first_readers(everybody)
        if len(readers) < 2:
            self._leave()
            return
        self._chosen = tuple(readers)
        with project.reading():
            review = project.review(self._document, readers)
            text = project.document(self._document).text
            gold = project.spans(self._document, GOLD)
            viewed = project.viewed(self._document)
        teller = self._teller(text, [*readers, *(one for one in everybody if one not in readers)])
        self.page().show_review(
            review,
            gold,
            teller,
            project.scheme,
            everybody=everybody,
            hides_names=self._hides_names,
            viewed=viewed,
        )

    def _teller(self, text: str, readers: Sequence[str]) -> "DifferenceWords":
        """Return who tells differences by the names of these readers, or (while names are hidden) by numbers."""
        from annotator.ui.reviewing.words import DifferenceWords

        names = {who: number(place) if self._hides_names else isolate(who) for place, who in enumerate(readers, 1)}
        return DifferenceWords(self.session.project, text, names, reader_looks(readers))

    # Deciding

    def take(self, place: int) -> bool:
        """Take the mark of the reader in this place, from 0; False if there is none."""
        one = self.page().chosen
        if one is None or place >= len(one.marks):
            return False
        self.decide("take", list(one.marks)[place])
        return True

    def decide(
        self, verdict: "Verdict", reader: str = "", parts: Part | None = None, picks: Mapping[str, str] | None = None
    ) -> bool:
        """Decide the chosen difference and go on to the next open one; False where none is chosen."""
        page, project = self.page(), self.session.project
        one = page.chosen
        if one is None or project.read_only:
            return False
        reason, note = str(page.reason.currentData() or ""), page.note.text().strip()
        try:
            project.adjudicate(
                self._document,
                one.id,
                self._chosen,
                verdict,
                reader=reader,
                reason=reason,
                note=note,
                parts=parts,
                picks=picks,
            )
        except MusnadError as error:
            # Another copy's work may have come meanwhile; what is shown from now on is how it stands.
            self.shell.tell_error(error)
        self._refresh()
        page.go_on()
        return True

    def edit(self) -> bool:
        """Take the words that are selected on the page, or what was picked, in place of all readers'; False without."""
        page = self.page()
        start, end = page.selected_words()
        if start < end:
            return self.decide("edit", parts=(start, end))
        return bool(page.card.picks) and self.decide("edit", picks=page.card.picks)

    def view(self) -> bool:
        """Mark the chosen difference as viewed, or not, and go on; False where none is chosen."""
        page, project = self.page(), self.session.project
        one = page.chosen
        if one is None or project.read_only:
            return False
        project.set_viewed(self._document, one.id, is_viewed=one.id not in project.viewed(self._document))
        self._refresh()
        page.step(1)
        return True

    def turn(self) -> None:
        """Lay the readings beside each other, or over each other again."""
        self.page().turn()
        self._refresh()

    def _ask_reason(self) -> None:
        self.page().reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page().reason.showPopup()

    def break_tie(self) -> None:
        """Give the article to somebody who has not read it."""
        from annotator.ui.ordering.feature import Ordering

        if self._document:
            self.shell.feature(Ordering).break_ties([self._document])

    def reopen(self) -> bool:
        """Take the decision on the chosen difference back; False where there is none."""
        one, project = self.page().chosen, self.session.project
        held = {} if one is None else project.review(self._document, self._chosen).decided
        if one is None or one.id not in held:
            return False
        project.reopen(held[one.id].id)
        self._refresh()
        return True

    def finish_gold(self) -> bool:
        """Mark the gold reading as done and go on, or as in progress again; False where none is shown."""
        from annotator.ui.reviewing.finishing import finish_gold

        document = self._document
        if not document or self.session.project.read_only:
            return False
        try:
            finish_gold(self.shell, document, self._chosen, lambda: self._document == document)
        except MusnadError as error:
            self.shell.tell_error(error)
        self._refresh()
        return True

    def _apply(self, rule: "Rule") -> None:
        count = self.session.project.apply_rule(self._document, self._chosen, rule)
        self._refresh()
        self.shell.messages.tell("info", tr_n("{n} settled; one undo takes them back", count))
