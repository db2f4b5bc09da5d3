"""Decisions of reviewers on differences between readings, and who is to read what."""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from annotator.errors import InputError

Verdict = Literal["take", "both", "merge", "edit", "reject"]
"""Take one reader's mark, all of them, one with the parts of all, what the reviewer made, or none."""

DecisionReason = Literal["", "missed", "spurious", "boundary", "label", "attribute", "link", "guideline"]
REASONS: tuple[DecisionReason, ...] = get_args(DecisionReason)

Rule = Literal["", "agreed", "majority", "punctuation", "proclitics"]
"""The rule that decided; none where a reviewer did."""

Purpose = Literal["read", "tiebreak", "review"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)

VIEWED = "viewed/"
"""The beginning of the id of a setting that lists the differences and decisions of a document that somebody viewed."""
NOTE_LENGTH = 4000
"""Code points of the longest note."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """The decision of a reviewer (`annotator`) on a difference, by its id; the agreed marks are decided without one.

    `taken` is the reader whose mark was taken; `marks` are the marks that competed, by reader; `gold` those that came
    of it. `made` is the time in ISO 8601, UTC.
    """

    id: str
    document_id: str
    annotator: str
    made: str
    difference: str
    kind: str
    label: str
    verdict: Verdict
    taken: str = ""
    rule: Rule = ""
    reason: DecisionReason = ""
    note: str = ""
    marks: Mapping[str, str | None] = {}
    gold: tuple[str, ...] = ()


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """A document that somebody is to read, to review, or to read so that a tie is broken; given by whom, and when."""

    id: str
    document_id: str
    annotator: str
    given_by: str
    made: str
    purpose: Purpose = "read"


def checked_reason(reason: str, note: str) -> DecisionReason:
    """Return the reason; raise InputError unless a decision may have it, and this note."""
    found = next((one for one in REASONS if one == reason), None)
    if found is None:
        known = ", ".join(filter(None, REASONS))
        raise InputError("{reason!r} is no reason of a decision; there are: {known}.", reason=reason, known=known)
    if len(note) > NOTE_LENGTH:
        raise InputError("A note may have {most} characters at most.", most=NOTE_LENGTH)
    return found
