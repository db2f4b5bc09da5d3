"""Adjudication: a reviewer decides on the differences of readings, and the gold reading comes of it.

Marks that are taken are copied into the gold annotation set with `derived_from` and `decided_by`, under ids that follow
from theirs, so that two reviewers who take the same mark make one. A frame is taken with its roles.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.agreement.differences import Cluster, Comparison, Difference, compare
from annotator.domain.annotator import GOLD, Annotator
from annotator.domain.decision import Decision, DecisionReason, Rule, Verdict, checked_reason
from annotator.domain.ids import new_id
from annotator.domain.moments import now
from annotator.domain.span import Part, Parts, as_parts
from annotator.errors import InputError, NotFoundError
from annotator.services import annotate
from annotator.services.assigning import check_open
from annotator.services.comparing import marks_of
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.gold_copies import CopiesWanted, Copying
from annotator.services.picking import composed
from annotator.services.review_rules import ranges, settled
from annotator.store import annotations, decisions, documents
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Readings laid over each other, the decisions on their differences (by difference), and how many the rules settle.

    `open` are the differences that nobody has decided. `rules` has every rule that would settle something.
    """

    comparison: Comparison
    decided: Mapping[str, Decision]
    rules: Mapping[Rule, int]
    is_done: bool = False
    """The gold reading is said to be done."""

    @property
    def open(self) -> list[Difference]:
        """Return the differences without a decision, in reading order."""
        return [one for one in self.comparison.differences if one.id not in self.decided]


def review(file: ProjectFile, document_id: str, readers: Sequence[str]) -> Review:
    """Compare readings of a document for a reviewer. Raises NotFoundError; InputError for fewer than two readers."""
    wanted = _two_or_more(readers)
    check_open(file, document_id, wanted)
    with file.reading() as connection:
        return _review(connection, file, document_id, wanted)


def _two_or_more(readers: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(readers))
    if len(found) < 2:
        raise InputError("A review compares the readings of two annotators or more.")
    return found


def _review(connection: Connection, file: ProjectFile, document_id: str, readers: Sequence[str]) -> Review:
    text = documents.text_of(connection, document_id)
    comparison = compare([marks_of(connection, document_id, one) for one in readers], file.scheme)
    held = {one.difference: one for one in decisions.decisions(connection, document_id) if one.difference}
    waiting = [one for one in comparison.differences if one.id not in held]
    found: dict[Rule, int] = {"agreed": len(_untaken(connection, document_id, comparison.agreed))}
    for rule in ("majority", "punctuation", "proclitics"):
        found[rule] = sum(settled(rule, one, text) is not None for one in waiting)
    gold = annotations.annotation_set(connection, document_id, GOLD)
    return Review(
        comparison=comparison,
        is_done=gold is not None and gold.status == "done",
        decided={one.id: held[one.id] for one in comparison.differences if one.id in held},
        rules={rule: number for rule, number in found.items() if number},
    )


def _untaken(connection: Connection, document_id: str, agreed: Iterable[Cluster]) -> list[Cluster]:
    """Return those agreed marks that the gold reading has not."""
    held = annotations.spans(connection, document_id, GOLD)
    places, taken = {(span.label, span.parts) for span in held}, {span.derived_from for span in held}
    return [
        one
        for one in agreed
        if not any((span.label, span.parts) in places or span.id in taken for span in one.values())
    ]


def listed(file: ProjectFile, document_id: str | None = None) -> list[Decision]:
    """Return the decisions on a document (None: on all), the oldest first."""
    with file.reading() as connection:
        return decisions.decisions(connection, document_id)


def decide(
    file: ProjectFile,
    document_id: str,
    difference_id: str,
    readers: Sequence[str],
    verdict: Verdict,
    *,
    reader: str = "",
    reason: str = "",
    note: str = "",
    gold: Sequence[str] = (),
    parts: Part | Iterable[Part] | None = None,
    picks: Mapping[str, str] | None = None,
) -> Decision:
    """Decide a difference of a document, as one action; what was decided on its marks before gives way.

    "take" the mark of `reader` (who has none: there is none); "both", all marks; "merge", the first with the parts of
    all; "edit", the first with other `parts`, or one made of what several say (`picks`: readers by the names of
    details), or the marks of the gold reading with the ids `gold`, which the reviewer made; "reject", none. Raises
    NotFoundError for a difference that is not, or no longer, there, InputError for a reader or a detail that is none.
    """
    why = checked_reason(reason, note)
    wanted = _two_or_more(readers)
    check_open(file, document_id, wanted)
    with file.acting() as act:
        found = _review(act.connection, file, document_id, wanted)
        difference = next((one for one in found.comparison.differences if one.id == difference_id), None)
        if difference is None:
            raise NotFoundError("This difference is no longer there; look at the document again.")
        length = 0 if parts is None else len(documents.text_of(act.connection, document_id))
        other = () if parts is None else as_parts(parts, length)
        chosen = _Decided(difference, verdict, reader, "", why, note, other, picks or {})
        return _write(act, document_id, found.comparison, [chosen], gold)[0]


def apply_rule(file: ProjectFile, document_id: str, readers: Sequence[str], rule: Rule) -> int:
    """Let a rule settle what it can of a document, as one action; how many marks or differences that were."""
    wanted = _two_or_more(readers)
    check_open(file, document_id, wanted)
    with file.acting() as act:
        found = _review(act.connection, file, document_id, wanted)
        if rule == "agreed":
            return _take_agreed(act, document_id, found.comparison)
        text = documents.text_of(act.connection, document_id)
        chosen = []
        for one in found.open:
            reader = settled(rule, one, text)
            if reader is not None:
                chosen.append(_Decided(one, "take", reader, rule, "", ""))
        _write(act, document_id, found.comparison, chosen, ())
        return len(chosen)


def reopen(file: ProjectFile, decision_id: str) -> None:
    """Take a decision back, with the marks that came of it alone, as one action; its history stays in the journal."""
    with file.acting() as act:
        held = decisions.decision(act.connection, decision_id)
        act.edits += _withdrawn(act.connection, [held])


def finish(file: ProjectFile, document_id: str, readers: Sequence[str], *, is_done: bool = True) -> int:
    """Mark the gold reading of a document as done, or as in progress again, as one action.

    What the readers agree on comes in first; return how many marks. Raises InputError while a difference is open.
    """
    wanted = _two_or_more(readers)
    check_open(file, document_id, wanted)
    with file.acting() as act:
        found = _review(act.connection, file, document_id, wanted)
        if is_done and found.open:
            raise InputError("{count} differences are open; decide them first.", count=len(found.open))
        taken = _take_agreed(act, document_id, found.comparison) if is_done else 0
        # A reading that begins with these marks is said to be done at once.
        act.edits = [edit for edit in act.edits if edit.table != "annotation_sets"]
        act.edits.append(annotations.annotator_row(Annotator(handle=GOLD, kind="gold")))
        act.edits.append(annotate.with_status(document_id, GOLD, "done" if is_done else "doing"))
    return taken


class _Decided(msgspec.Struct, frozen=True):
    """A decision that is to be written."""

    difference: Difference
    verdict: Verdict
    reader: str
    rule: Rule
    reason: DecisionReason
    note: str
    parts: Parts = ()
    picks: Mapping[str, str] = {}


def _write(
    act: Acting, document_id: str, comparison: Comparison, chosen: Sequence[_Decided], edited: Sequence[str]
) -> list[Decision]:
    earlier = decisions.decisions(act.connection, document_id)
    marks = {span.id for one in chosen for span in one.difference.held}
    withdrawn = [one for one in earlier if one.difference and marks & {id for id in one.marks.values() if id}]
    act.edits += _withdrawn(act.connection, withdrawn)
    gone = {edit.row_id for edit in act.edits if edit.row is None}
    replaced = [one for one in _standing(act.connection, document_id, chosen, edited) if one not in gone]
    act.edits += _deleted(act.connection, replaced)
    gone = {edit.row_id for edit in act.edits if edit.row is None}
    copying = Copying(act, document_id, comparison, gone)
    made = []
    for one in chosen:
        is_made = one.verdict == "edit" and not one.parts and not one.picks
        taken = list(edited) if is_made else [copying.taken(mark) for mark in _wanted(one)]
        decision = Decision(
            id=new_id(),
            document_id=document_id,
            annotator=act.annotator,
            made=now(),
            difference=one.difference.id,
            kind=one.difference.kind,
            label=one.difference.label,
            verdict=one.verdict,
            taken=one.reader,
            rule=one.rule,
            reason=one.reason,
            note=one.note,
            marks={who: None if span is None else span.id for who, span in one.difference.marks.items()},
            gold=tuple(taken),
        )
        act.edits.append(decisions.decision_row(decision))
        made.append(decision)
    act.edits += copying.edits()
    return made


def _wanted(one: _Decided) -> list[CopiesWanted]:
    """Return the marks that a verdict takes."""
    held = one.difference.held
    if one.verdict == "take":
        if one.reader not in one.difference.marks:
            raise InputError("{reader!r} is none of the readers compared.", reader=one.reader)
        mark = one.difference.marks[one.reader]
        return [] if mark is None else [CopiesWanted(mark)]
    if one.verdict == "both":
        return [CopiesWanted(mark) for mark in held]
    # A mark with other parts is none of the gold reading's any more, but made of a reader's.
    base = next((mark for mark in held if mark.annotator != GOLD), held[0])
    if one.parts:
        return [CopiesWanted(msgspec.structs.replace(base, parts=one.parts))]
    if one.verdict == "merge":
        parts = _joined([part for span in held for part in span.parts])
        return [
            CopiesWanted(
                msgspec.structs.replace(base, parts=parts), roles=_joined_roles(one.difference, base.annotator)
            )
        ]
    return [composed(one.difference, one.picks)] if one.picks else []


def _joined_roles(one: Difference, reader: str) -> dict[Parts, Parts]:
    """Return what all readers have in the marks that play roles, where their boundaries differ, by a reader's parts."""
    of_roles = [detail.values for detail in one.details if detail.kind == "boundary" and detail.key]
    return {
        tuple(ranges(values[reader])): _joined([part for value in values.values() for part in ranges(value)])
        for values in of_roles
        if values.get(reader) is not None
    }


def _joined(parts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _take_agreed(act: Acting, document_id: str, comparison: Comparison) -> int:
    agreed = _untaken(act.connection, document_id, comparison.agreed)
    if not agreed:
        return 0
    copying = Copying(act, document_id, comparison, set())
    gold = tuple(copying.taken(CopiesWanted(next(iter(one.values())))) for one in agreed)
    decision = Decision(
        id=new_id(),
        document_id=document_id,
        annotator=act.annotator,
        made=now(),
        difference="",
        kind="",
        label="",
        verdict="take",
        rule="agreed",
        gold=gold,
    )
    act.edits += [decisions.decision_row(decision), *copying.edits()]
    return len(agreed)


def _withdrawn(connection: Connection, held: Sequence[Decision]) -> list[Edit]:
    """Return the edits that take decisions back, and the gold marks that came of no other."""
    if not held:
        return []
    gone = {one.id for one in held}
    others = decisions.decisions(connection, held[0].document_id)
    kept = {mark for one in others if one.id not in gone for mark in one.gold}
    here = {span.id for span in annotations.spans(connection, held[0].document_id, GOLD)}
    marks = [mark for one in held for mark in one.gold if mark in here - kept]
    return [*_deleted(connection, marks), *(delete("decisions", one.id) for one in held)]


def _standing(connection: Connection, document_id: str, chosen: Sequence[_Decided], edited: Sequence[str]) -> list[str]:
    """Return the gold marks, wherever they came from, that stand where a mark of a difference competes."""
    competing = [span for one in chosen for span in one.difference.held]
    ids, places = {span.id for span in competing}, {(span.label, span.parts) for span in competing}
    staying = {*edited, *(mark.span.id for one in chosen for mark in _wanted(one) if mark.stays)}
    return [
        one.id
        for one in annotations.spans(connection, document_id, GOLD)
        if one.id not in staying and (ids & {one.id, one.derived_from} or (one.label, one.parts) in places)
    ]


def _deleted(connection: Connection, marks: Sequence[str]) -> list[Edit]:
    """Return the edits that take gold marks away, with the links that touch them."""
    links = annotations.relations_touching(connection, marks)
    return [
        *(delete("relations", link.id) for link in links if link.annotator == GOLD),
        *(delete("spans", mark) for mark in dict.fromkeys(marks)),
    ]
