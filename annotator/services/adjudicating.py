"""Adjudication: a reviewer decides on the differences of readings, and the gold reading comes of it.

Marks that are taken are copied into the gold annotation set with `derived_from` and `decided_by`, under ids that follow
from theirs, so that two reviewers who take the same mark make one. A frame is taken with its roles.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.agreement.differences import Cluster, Comparison, Difference, compare
from annotator.domain.annotator import GOLD, Annotator
from annotator.domain.decision import Decision, DecisionReason, Rule, Verdict, checked_reason
from annotator.domain.ids import digest, new_id
from annotator.domain.moments import now
from annotator.domain.relation import Relation
from annotator.domain.span import Part, Parts, Span, as_parts
from annotator.errors import InputError, NotFoundError
from annotator.services import annotate
from annotator.services.assigning import check_open
from annotator.services.comparing import marks_of
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.review_rules import settled
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
    found = [one for one in dict.fromkeys(readers) if one != GOLD]
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
    return Review(
        comparison=comparison,
        decided={one.id: held[one.id] for one in comparison.differences if one.id in held},
        rules={rule: number for rule, number in found.items() if number},
    )


def _untaken(connection: Connection, document_id: str, agreed: Iterable[Cluster]) -> list[Cluster]:
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
) -> Decision:
    """Decide a difference of a document, as one action; what was decided on its marks before gives way.

    "take" the mark of `reader` (who has none: there is none); "both", all marks; "merge", the first with the parts of
    all; "edit", the first with other `parts`, or the marks of the gold reading with the ids `gold`, which the reviewer
    made; "reject", none. Raises NotFoundError for a difference that is not, or no longer, there.
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
        chosen = _Decided(difference, verdict, reader, "", why, note, other)
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


class _Decided(msgspec.Struct, frozen=True):
    """A decision that is to be written."""

    difference: Difference
    verdict: Verdict
    reader: str
    rule: Rule
    reason: DecisionReason
    note: str
    parts: Parts = ()


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
    copying = _Copying(act, document_id, comparison, gone)
    made = []
    for one in chosen:
        is_made = one.verdict == "edit" and not one.parts
        taken = list(edited) if is_made else [copying.taken(span) for span in _wanted(one)]
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


def _wanted(one: _Decided) -> list[Span]:
    """Return the marks that a verdict takes."""
    held = one.difference.held
    if one.verdict == "take":
        if one.reader not in one.difference.marks:
            raise InputError("{reader!r} is none of the readers compared.", reader=one.reader)
        mark = one.difference.marks[one.reader]
        return [] if mark is None else [mark]
    if one.verdict == "both":
        return held
    if one.parts:
        return [msgspec.structs.replace(held[0], parts=one.parts)]
    if one.verdict == "merge":
        parts = _joined([part for span in held for part in span.parts])
        return [msgspec.structs.replace(held[0], parts=parts)]
    return []


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
    copying = _Copying(act, document_id, comparison, set())
    gold = tuple(copying.taken(next(iter(one.values()))) for one in agreed)
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
    return [
        one.id
        for one in annotations.spans(connection, document_id, GOLD)
        if one.id not in edited and (one.derived_from in ids or (one.label, one.parts) in places)
    ]


def _deleted(connection: Connection, marks: Sequence[str]) -> list[Edit]:
    """Return the edits that take gold marks away, with the links that touch them."""
    links = annotations.relations_touching(connection, marks)
    return [
        *(delete("relations", link.id) for link in links if link.annotator == GOLD),
        *(delete("spans", mark) for mark in dict.fromkeys(marks)),
    ]


class _Copying:
    """Copies marks into the gold reading, a frame with its roles, as far as the scheme allows it."""

    def __init__(self, act: Acting, document_id: str, comparison: Comparison, gone: set[str]) -> None:
        self._act = act
        self._document = document_id
        self._held = {
            span.id: span for span in annotations.spans(act.connection, document_id, GOLD) if span.id not in gone
        }
        links = annotations.relations(act.connection, document_id, GOLD)
        self._links = [link for link in links if link.id not in gone]
        self._of = {span.id: cluster for cluster in comparison.clusters for span in cluster.values()}
        self._sources = {
            who: marks_of(act.connection, document_id, who)
            for who in {span.annotator for cluster in comparison.clusters for span in cluster.values()}
        }
        self._spans: dict[str, Span] = {}
        self._relations: dict[str, Relation] = {}

    def taken(self, span: Span) -> str:
        """Copy a mark and the roles that it gives; the id of the mark in the gold reading."""
        copy = self._copy(span)
        by_id = {one.id: one for one in self._sources[span.annotator].spans}
        for link in self._sources[span.annotator].relations:
            # Where it was merged, a mark has other parts than the one that its links lead from.
            if link.from_id == span.id and link.to_id in by_id:
                self._link(link, copy, self._filler(by_id[link.to_id]))
            elif link.to_id == span.id and link.from_id in by_id:
                head = self._existing(by_id[link.from_id])
                if head is not None:
                    self._link(link, head, copy)
        return copy.id

    def edits(self) -> list[Edit]:
        """Return the edits that write what was copied."""
        if not self._spans and not self._relations:
            return []
        gold = Annotator(handle=GOLD, kind="gold")
        return [
            annotations.annotator_row(gold),
            *annotate.begun(self._act.connection, self._document, GOLD),
            *map(annotations.span_row, self._spans.values()),
            *map(annotations.relation_row, self._relations.values()),
        ]

    def _existing(self, span: Span) -> Span | None:
        """Return the gold mark that stands for this one or for another reader's of it."""
        cluster = self._of.get(span.id, {span.annotator: span})
        ids = {one.id for one in cluster.values()}
        here = [*self._held.values(), *self._spans.values()]
        return next((one for one in here if one.derived_from in ids), None) or next(
            (one for one in here if (one.label, one.parts) == (span.label, span.parts)), None
        )

    def _filler(self, span: Span) -> Span:
        """Return the gold mark that plays a role in place of a reader's, copied where there is none."""
        return self._existing(span) or self._copy(span)

    def _copy(self, span: Span) -> Span:
        here = {(one.label, one.parts): one for one in [*self._held.values(), *self._spans.values()]}
        held = here.get((span.label, span.parts))
        if held is not None:
            return held
        copy = msgspec.structs.replace(
            span,
            id=digest(f"{GOLD}\n{span.id}"),
            annotator=GOLD,
            derived_from=span.id,
            decided_by=self._act.annotator,
        )
        self._spans[copy.id] = copy
        return copy

    def _link(self, link: Relation, head: Span, to: Span) -> None:
        new = msgspec.structs.replace(
            link,
            id=digest(f"{GOLD}\n{link.id}"),
            annotator=GOLD,
            from_id=head.id,
            to_id=to.id,
            derived_from=link.id,
            decided_by=self._act.annotator,
        )
        coming = {**self._held, **self._spans}
        try:
            annotate.check_relation(
                self._act.connection, self._act.scheme, new, coming, [*self._links, *self._relations.values()]
            )
        except InputError:
            # It is there already, or the scheme has no room for one more beside those that were taken before.
            return
        self._relations[new.id] = new
