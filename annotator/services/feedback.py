"""Feedback to an annotator: the outcome of each of their marks in review, with reason and note."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from annotator.domain.annotator import GOLD
from annotator.domain.decision import Decision
from annotator.domain.scheme import Label, Scheme
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.services.project_scheme import give
from annotator.store import annotations, decisions
from annotator.store.connection import Connection

Outcome = Literal["kept", "changed", "rejected", "missed"]
"""A mark stands as it was made, in another form, or not at all; or the gold reading has one that was missed."""

FeedbackPeriod = Literal["week", "month"]

EXAMPLES = {"en": ("Yes", "No"), "ar": ("نعم", "لا")}
"""The words before an example for and against in a guideline, by its language."""


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of one mark: `mine` (None: missed), the gold marks that came of it, and the decision.

    `error` is the kind of error: the reviewer's reason, or the kind of difference; empty for what was kept.
    """

    document_id: str
    outcome: Outcome
    error: str
    label: str
    mine: Span | None
    gold: tuple[Span, ...]
    decision: Decision

    @property
    def view(self) -> str:
        """Return the id under which the annotator has viewed it (`viewed`); decided anew, it has another."""
        return f"{self.decision.id}@{self.decision.made}"


def feedback(file: ProjectFile, annotator: str, document_id: str | None = None) -> list[Feedback]:
    """Return what became of somebody's marks on a document (None: on all), the oldest decision first."""
    with file.reading() as connection:
        found = [one for one in decisions.decisions(connection, document_id) if annotator in one.marks]
        return [_of(connection, one, annotator) for one in found]


def standing_marks(file: ProjectFile, annotator: str, document_id: str) -> list[Span]:
    """Return somebody's marks that stand in the gold reading as they are without anybody having decided on them."""
    with file.reading() as connection:
        mine = annotations.spans(connection, document_id, annotator)
        gold = annotations.spans(connection, document_id, GOLD)
        found = decisions.decisions(connection, document_id)
    decided = {one.marks[annotator] for one in found if annotator in one.marks}
    standing = {(one.label, one.parts) for one in gold}
    return [one for one in mine if one.id not in decided and (one.label, one.parts) in standing]


def errors_by(found: Iterable[Feedback], period: FeedbackPeriod) -> dict[str, Counter[str]]:
    """Return how many errors of each kind there are in each period of decision, and ("") how many marks.

    The key of a month is YYYY-MM, that of a week its Monday (YYYY-MM-DD), in the time zone of this machine.
    """
    periods: dict[str, Counter[str]] = {}
    for one in found:
        counts = periods.setdefault(_period(one.decision.made, period), Counter())
        counts[""] += 1
        if one.outcome != "kept":
            counts[one.error] += 1
    return dict(sorted(periods.items()))


def _period(made: str, period: FeedbackPeriod) -> str:
    try:
        day = datetime.fromisoformat(made).astimezone().date()
    except ValueError:
        # Of a journal that another program wrote.
        return made[:7]
    return f"{day:%Y-%m}" if period == "month" else (day - timedelta(days=day.weekday())).isoformat()


def _of(connection: Connection, decision: Decision, annotator: str) -> Feedback:
    mark = decision.marks[annotator]
    mine = None if mark is None else annotations.span(connection, mark)
    gold = tuple(span for one in decision.gold if (span := annotations.span(connection, one)) is not None)
    outcome = _outcome(decision, annotator, mine, [span for span in gold if span.annotator == GOLD])
    error = "" if outcome == "kept" else decision.reason or _error(outcome, decision.kind)
    return Feedback(
        document_id=decision.document_id,
        outcome=outcome,
        error=error,
        label=decision.label,
        mine=mine,
        gold=gold,
        decision=decision,
    )


def _error(outcome: Outcome, kind: str) -> str:
    """Return the kind of error where the reviewer gave no reason."""
    if outcome == "missed":
        return "missed"
    return "spurious" if kind == "only" else kind


def _outcome(decision: Decision, annotator: str, mine: Span | None, gold: list[Span]) -> Outcome:
    if decision.verdict == "take" and decision.taken == annotator:
        return "kept"
    if mine is None:
        return "missed" if gold else "kept"
    if not gold:
        return "rejected"
    same = any(
        (one.label, one.parts, one.attributes, one.actor_id) == (mine.label, mine.parts, mine.attributes, mine.actor_id)
        for one in gold
    )
    is_role = decision.kind in ("role", "link")
    return "kept" if same and not is_role else "changed"


def add_example(file: ProjectFile, label: str, words: str, language: str, *, good: bool) -> Scheme:
    """Add words to the guideline of a label as an example for it, or (not `good`) against it; one action."""
    if not words.strip():
        raise InputError("An example needs words.")
    scheme = file.scheme
    held = scheme.label(label)
    labels = tuple(_with_example(one, words, language, good) if one.key == held.key else one for one in scheme.labels)
    return give(file, msgspec.structs.replace(scheme, labels=labels))


def _with_example(label: Label, words: str, language: str, good: bool) -> Label:
    told: Mapping[str, tuple[str, str]] = EXAMPLES
    yes, no = told.get(language, told["en"])
    line = f"- {yes if good else no}: «{' '.join(words.split())}»"
    text = label.guidelines.get(language, "").rstrip()
    written = line if not text else f"{text}\n{line}" if text.splitlines()[-1].startswith("- ") else f"{text}\n\n{line}"
    return msgspec.structs.replace(label, guidelines={**label.guidelines, language: written})
