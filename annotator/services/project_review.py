"""The door's part for those who read each other: each method is a line that leads to its use case."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.annotator import Annotator, Status
from annotator.domain.scheme import Scheme
from annotator.domain.span import Part, Span
from annotator.services import marks
from annotator.services.door.meeting import Meeting
from annotator.services.lazily import LazyModule

if TYPE_CHECKING:
    from annotator.agreement.differences import Comparison, Difference
    from annotator.agreement.figures import Figures
    from annotator.agreement.gamma import GammaFigure
    from annotator.agreement.tally import Universe
    from annotator.agreement.units import Tokenizer, Unit
    from annotator.domain.bundle import MergePreview, MergeReport, ShareReport
    from annotator.domain.comment import Comment
    from annotator.domain.decision import Assignment, Decision, Purpose, Rule, Verdict
    from annotator.domain.deed import Deed
    from annotator.services import (
        adjudicating,
        assigning,
        bundles,
        comments,
        comparing,
        deeds,
        feedback,
        history,
        merging,
        overview,
        threads,
        tie_breaking,
        viewed,
    )
    from annotator.services.adjudicating import Review
    from annotator.services.assigning import ReaderProgress
    from annotator.services.comparing import Place, Standing
    from annotator.services.deeds import HistoryLine, HistoryPage
    from annotator.services.feedback import Feedback
    from annotator.services.history import HistoryEntry
    from annotator.services.overview import Overview
    from annotator.services.progress import Progress
    from annotator.services.threads import PlacedThread
    from annotator.services.tie_breaking import TieBreaks
else:
    adjudicating = LazyModule("annotator.services.adjudicating")
    assigning = LazyModule("annotator.services.assigning")
    bundles = LazyModule("annotator.services.bundles")
    comments = LazyModule("annotator.services.comments")
    deeds = LazyModule("annotator.services.deeds")
    feedback = LazyModule("annotator.services.feedback")
    history = LazyModule("annotator.services.history")
    comparing = LazyModule("annotator.services.comparing")
    merging = LazyModule("annotator.services.merging")
    overview = LazyModule("annotator.services.overview")
    threads = LazyModule("annotator.services.threads")
    viewed = LazyModule("annotator.services.viewed")
    tie_breaking = LazyModule("annotator.services.tie_breaking")


class ReviewDoor(Meeting):
    """The review of an open project: comments, and how far its readers agree."""

    # Comments

    def comments(self, document_id: str) -> "list[Comment]":
        """Return the comments on a document and its marks, everyone's, the oldest first."""
        return comments.listed(self, document_id)

    def comment(
        self,
        document_id: str,
        text: str,
        *,
        span_id: str | None = None,
        reply_to: str | None = None,
        parts: Part | Iterable[Part] | None = None,
    ) -> "Comment":
        """Say something about a document, a mark or a passage of it, or in answer to a comment (`comments.add`)."""
        return comments.add(self, document_id, text, span_id, reply_to, parts)

    def threads(self, document_id: str | None = None) -> "list[PlacedThread]":
        """Return the threads of comments on a document in reading order, or (None) on all, the newest first."""
        return threads.everywhere(self) if document_id is None else threads.on_document(self, document_id)

    def open_threads(self) -> dict[str, int]:
        """Return the number of open threads on each document that has any."""
        return threads.open_counts(self)

    def resolve_comment(self, comment_id: str, *, is_open: bool = False) -> "Comment":
        """Close the thread of a comment, or open it again (`comments.resolve`)."""
        return comments.resolve(self, comment_id, is_open=is_open)

    def update_comment(self, comment_id: str, text: str) -> "Comment":
        """Put a comment of mine in other words."""
        return comments.change(self, comment_id, text)

    def delete_comment(self, *comment_ids: str) -> None:
        """Delete comments of mine, as one action; answers to them stay."""
        comments.remove(self, comment_ids)

    # Comparing

    def differences(self, document_id: str, a: str, b: str) -> "list[Difference]":
        """Return where two annotators' readings of a document differ, in reading order (`comparing.comparison`)."""
        return list(comparing.comparison(self, document_id, (a, b)).differences)

    def comparison(self, document_id: str, readers: Sequence[str]) -> "Comparison":
        """Lay two or more readings of a document over each other (`comparing.comparison`)."""
        return comparing.comparison(self, document_id, readers)

    def annotators_with_sets(self) -> list[Annotator]:
        """Return everyone who has begun or done a document, by their handles."""
        return marks.annotators_with_sets(self)

    def agreement(
        self,
        between: Sequence[str] | None = None,
        *,
        unit: "Unit" = "token",
        universe: "Universe" = "all",
        tokenizer: "Tokenizer" = "words",
        labels: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "Figures":
        """Return how far readers (None: all people) agree, with what each figure rests on (`comparing.agreement`)."""
        return comparing.agreement(self, between, unit, universe, tokenizer, labels, documents, progress)

    def gamma(
        self,
        between: Sequence[str] | None = None,
        *,
        unit: "Unit" = "token",
        tokenizer: "Tokenizer" = "words",
        labels: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "GammaFigure":
        """Return γ of readers, where the optional library that computes it is installed (`comparing.gamma_figure`)."""
        return comparing.gamma_figure(self, between, unit, tokenizer, labels, documents, progress)

    def agreement_places(
        self,
        a: str,
        b: str,
        labels: tuple[str | None, str | None] | None = None,
        *,
        unit: "Unit" = "token",
        tokenizer: "Tokenizer" = "words",
        progress: "Progress | None" = None,
    ) -> "list[Place]":
        """Return the stretches on which two readers give these labels, or (None) differ (`comparing.places`)."""
        return comparing.places(self, a, b, labels, unit, tokenizer, progress)

    def agreement_differences(
        self,
        figure: str,
        between: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "list[Place]":
        """Return the marks about which readers differ in what a figure counts (`comparing.behind`)."""
        return comparing.behind(self, figure, between, documents, progress)

    # Bundles

    def share(
        self,
        path: str | Path,
        *,
        annotators: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        since: str | Path | None = None,
        everything: bool = False,
    ) -> "ShareReport":
        """Write a bundle with somebody's work (None: mine) for colleagues (`bundles.share`)."""
        earlier = None if since is None else Path(since)
        return bundles.share(self, Path(path), annotators, documents, earlier, everything=everything)

    def merge(self, path: str | Path, same: Mapping[str, str] | None = None) -> "MergeReport":
        """Take in a bundle as one action that undo takes back (`merging.merge`)."""
        return merging.merge(self, Path(path), same)

    def merge_preview(self, path: str | Path, same: Mapping[str, str] | None = None) -> "MergePreview":
        """Return what `merge` would do; nothing is written (`merging.preview`)."""
        return merging.preview(self, Path(path), same)

    # Adjudication

    def review(self, document_id: str, readers: Sequence[str]) -> "Review":
        """Return the differences of readings, decided and open, and what rules would settle (`adjudicating.review`)."""
        return adjudicating.review(self, document_id, readers)

    def adjudicate(
        self,
        document_id: str,
        difference_id: str,
        readers: Sequence[str],
        verdict: "Verdict",
        *,
        reader: str = "",
        reason: str = "",
        note: str = "",
        gold: Sequence[str] = (),
        parts: Part | Iterable[Part] | None = None,
        picks: Mapping[str, str] | None = None,
    ) -> "Decision":
        """Decide a difference; what is taken goes into the gold reading (`adjudicating.decide`)."""
        return adjudicating.decide(
            self,
            document_id,
            difference_id,
            readers,
            verdict,
            reader=reader,
            reason=reason,
            note=note,
            gold=gold,
            parts=parts,
            picks=picks,
        )

    def finish_gold(self, document_id: str, readers: Sequence[str], *, is_done: bool = True) -> int:
        """Mark the gold reading of a document as done, with what is agreed, or not (`adjudicating.finish`)."""
        return adjudicating.finish(self, document_id, readers, is_done=is_done)

    def viewed(self, document_id: str) -> frozenset[str]:
        """Return the differences and decisions of a document that I have marked as viewed (`viewed.listed`)."""
        return viewed.listed(self, document_id)

    def set_viewed(self, document_id: str, *differences: str, is_viewed: bool = True) -> None:
        """Mark differences or decisions of a document as viewed by me, or not, as one action (`viewed.mark`)."""
        viewed.mark(self, document_id, differences, is_viewed=is_viewed)

    def apply_rule(self, document_id: str, readers: Sequence[str], rule: "Rule") -> int:
        """Let a rule settle what it can of a document, as one action; how much that was."""
        return adjudicating.apply_rule(self, document_id, readers, rule)

    def reopen(self, decision_id: str) -> None:
        """Take a decision back, with what came of it in the gold reading."""
        adjudicating.reopen(self, decision_id)

    def decisions(self, document_id: str | None = None) -> "list[Decision]":
        """Return the decisions on a document (None: on all), the oldest first."""
        return adjudicating.listed(self, document_id)

    # Assignments

    def assignments(self) -> "list[Assignment]":
        """Return who is to read what."""
        return assigning.listed(self)

    def assign(
        self,
        documents: Iterable[str],
        annotators: Iterable[str],
        purpose: "Purpose" = "read",
        *,
        blind: bool | None = None,
    ) -> "list[Assignment]":
        """Give documents to people, each to all of them (`assigning.assign`)."""
        return assigning.assign(self, documents, annotators, purpose, blind)

    def assign_evenly(
        self,
        documents: Sequence[str],
        annotators: Sequence[str],
        readers: int = 1,
        overlap: float = 1.0,
        seed: int = 0,
        *,
        blind: bool | None = None,
    ) -> "list[Assignment]":
        """Give documents out evenly, a share of them to several readers each (`assigning.assign_evenly`)."""
        return assigning.assign_evenly(self, documents, annotators, readers, overlap, seed, blind)

    def unassign(self, *assignment_ids: str, blind: bool | None = None) -> None:
        """Take assignments back; marks stay (`assigning.unassign`)."""
        assigning.unassign(self, *assignment_ids, blind=blind)

    def break_ties(self, documents: Iterable[str], progress: "Progress | None" = None) -> "TieBreaks":
        """Give documents with undecided differences to people who have not read them (`tie_breaking.break_ties`)."""
        return tie_breaking.break_ties(self, documents, progress)

    def set_statuses(self, documents: Iterable[str], status: Status) -> int:
        """Say of many documents how far I am with them (`marks.set_statuses`)."""
        return marks.set_statuses(self, documents, status)

    def my_documents(self) -> frozenset[str]:
        """Return the documents that are assigned to me, to read them or to break a tie."""
        return assigning.my_documents(self)

    def my_mark_counts(self) -> dict[str, int]:
        """Return how many marks of mine each document has that has any."""
        return assigning.my_mark_counts(self)

    def overview(self) -> "Overview":
        """Return the articles at a glance, and everybody's progress (`overview.overview`)."""
        return overview.overview(self)

    def standing(self, document_id: str) -> "Standing | None":
        """Return how far the people agree whose readings of a document I may see (`comparing.standing`)."""
        return comparing.standing(self, document_id)

    def tie_breakers(self, document_id: str) -> list[str]:
        """Return the people who have not read a document, the least loaded first."""
        return assigning.tie_breakers(self, document_id)

    def progress(self) -> "list[ReaderProgress]":
        """Return how far every person is, and the gold reading."""
        return assigning.progress(self)

    @property
    def is_blind(self) -> bool:
        """True if others' marks are hidden from whoever is still to read a document."""
        return assigning.is_blind(self)

    def set_blind(self, blind: bool) -> None:
        """Hide others' marks, or show them, from now on."""
        assigning.set_blind(self, blind)

    def hides_others(self, document_id: str) -> bool:
        """Return True if others' marks on a document are hidden from me."""
        return assigning.hides_others(self, document_id)

    def hidden_readings(self) -> dict[str, int]:
        """Return how many readings of each annotator are hidden from me (`assigning.hidden_readings`)."""
        return assigning.hidden_readings(self)

    # Feedback and history

    def feedback(self, annotator: str | None = None, document_id: str | None = None) -> "list[Feedback]":
        """Return what became of somebody's marks (None: mine) in review (`feedback.feedback`)."""
        return feedback.feedback(self, annotator or self.annotator, document_id)

    def standing_marks(self, document_id: str, annotator: str | None = None) -> list[Span]:
        """Return somebody's marks (None: mine) that stand in the gold reading and that nobody had to decide on."""
        return feedback.standing_marks(self, annotator or self.annotator, document_id)

    def add_example(self, label: str, words: str, language: str, *, good: bool) -> Scheme:
        """Add words to the guideline of a label as an example for or against it (`feedback.add_example`)."""
        return feedback.add_example(self, label, words, language, good=good)

    def history(self, *, span_id: str | None = None, document_id: str | None = None) -> "list[HistoryEntry]":
        """Return the actions that touched a mark, a document, or the project (neither given), the newest first."""
        if span_id is not None:
            return history.of_mark(self, span_id)
        return history.of_project(self) if document_id is None else history.of_document(self, document_id)

    def history_page(
        self,
        *,
        span_id: str | None = None,
        document_id: str | None = None,
        before: str = "~",
        seen: Collection[str] = (),
        most: int = 40,
    ) -> "HistoryPage":
        """Return the last actions before a stamp as people name them, a page of them at once (`deeds.page`)."""
        return deeds.page(self, span_id=span_id, document_id=document_id, before=before, seen=seen, most=most)

    def lately(self) -> "list[HistoryLine]":
        """Return what was done last, the newest first, what one did in a row as one line (`deeds.lately`)."""
        return deeds.lately(self)

    def next_deed(self, *, again: bool = False) -> "Deed | None":
        """Return what `undo`, or (`again`) `redo`, would take back; None where that is not told (`deeds.next_deed`)."""
        return deeds.next_deed(self, again=again)

    def go_back(self, moment: str, documents: Iterable[str] | None = None, *, span_id: str | None = None) -> int:
        """Give my readings, or a mark of mine, the state that they had at a moment (`history.go_back`)."""
        return history.go_back(self, moment, documents, span_id)
