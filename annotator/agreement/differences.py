"""Differences between two readings of one document. The unit is the frame: a claim whose source differs is one
difference.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal

import msgspec

from annotator.agreement.matching import paired
from annotator.agreement.units import ReaderMarks
from annotator.domain.frame import Frame, frames_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span

DifferenceKind = Literal["only", "label", "boundary", "role", "link", "actor", "attribute"]
"""Only one reading has it; its label, its parts, who plays a role, a link (or what is said of it), its registry entry,
or an attribute differs. In this order the first of a difference's details names it."""

ORDER: tuple[DifferenceKind, ...] = ("only", "label", "boundary", "role", "link", "actor", "attribute")


class Detail(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in which a and b differ.

    `key` is the attribute, the role or the kind of link; of a mark that plays a role, the role stands before it
    (`source.boundary`). `a` and `b` are what each says: a value, a quotation's span ids, or None for nothing.
    """

    kind: DifferenceKind
    key: str = ""
    a: str | tuple[str, ...] | None = None
    b: str | tuple[str, ...] | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A mark, or a frame with all that hangs on it, about which two readings differ.

    `id` follows from what the two say, so that it is the same on every machine and another once one of them changes.
    """

    id: str
    kind: DifferenceKind
    label: str
    a: Span | None
    b: Span | None
    details: tuple[Detail, ...]

    @property
    def start(self) -> int:
        """Return where it begins in the text."""
        return min(span.start for span in (self.a, self.b) if span is not None)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two readings laid over each other: the marks that stand for each other, and the differences in reading order."""

    pairs: tuple[tuple[Span, Span], ...]
    agreed: tuple[tuple[Span, Span], ...]
    differences: tuple[Difference, ...]


def compare(a: ReaderMarks, b: ReaderMarks, scheme: Scheme) -> Comparison:
    """Compare two readings of one document."""
    return _Comparing(a, b, scheme).done()


class _Comparing:
    """Holds two readings while their differences are gathered by the frame to which they belong."""

    def __init__(self, a: ReaderMarks, b: ReaderMarks, scheme: Scheme) -> None:
        self._pairing = paired(a.spans, b.spans, across_labels=True)
        self._spans = tuple({span.id: span for span in side.spans} for side in (a, b))
        self._frames = tuple(
            {one.head: one for one in frames_of(side.spans, side.relations, scheme)} for side in (a, b)
        )
        self._owners = tuple(_owners(frames) for frames in self._frames)
        self._meant = {mine.id: other.id for mine, other in self._pairing.both}
        self._back = {other: mine for mine, other in self._meant.items()}
        self._links = tuple(_by_head(side.relations) for side in (a, b))
        self._roles = {role for frame in scheme.frames for role in frame.roles}

    def done(self) -> Comparison:
        """Return all differences, and the pairs in which there is none."""
        found: dict[str, tuple[Span | None, Span | None, list[Detail]]] = {}
        for mine, other in self._pairing.both:
            details = [*_of_marks(mine, other), *self._of_links(mine, other)]
            self._note(found, mine, other, details)
        for mine in self._pairing.only_a:
            self._note(found, mine, None, [Detail(kind="only", a=mine.id)])
        for other in self._pairing.only_b:
            self._note(found, None, other, [Detail(kind="only", b=other.id)])
        differences = [_difference(*one) for one in found.values() if one[2]]
        differences.sort(key=lambda one: (one.start, ORDER.index(one.kind), one.id))
        differing = {span.id for one in differences for span in (one.a, one.b) if span is not None}
        return Comparison(
            pairs=self._pairing.both,
            agreed=tuple(pair for pair in self._pairing.both if pair[0].id not in differing),
            differences=tuple(differences),
        )

    def _note(
        self,
        found: dict[str, tuple[Span | None, Span | None, list[Detail]]],
        mine: Span | None,
        other: Span | None,
        details: list[Detail],
    ) -> None:
        """Lay details by the mark itself, or by the frame in which it plays a role."""
        frame = self._frame_of(mine, other)
        if frame is None:
            key = mine.id if mine is not None else other.id if other is not None else ""
            held = found.setdefault(key, (mine, other, []))
            held[2].extend(details)
            return
        head, role = frame
        pair = self._pair_of(head)
        key = pair[0].id if pair[0] is not None else pair[1].id if pair[1] is not None else ""
        held = found.setdefault(key, (*pair, []))
        # Who plays the role for one alone is told by the frame's own roles.
        inner = [one for one in details if one.kind != "only"]
        held[2].extend(msgspec.structs.replace(one, key=".".join(filter(None, (role, one.key)))) for one in inner)

    def _frame_of(self, mine: Span | None, other: Span | None) -> tuple[str, str] | None:
        """Return the head and the role of the first frame in which a mark plays one; None for what stands alone."""
        for side, span in enumerate((mine, other)):
            if span is not None and span.id not in self._frames[side] and span.id in self._owners[side]:
                return self._owners[side][span.id]
        return None

    def _pair_of(self, head: str) -> tuple[Span | None, Span | None]:
        by_id = self._spans
        if head in by_id[0]:
            return by_id[0][head], by_id[1].get(self._meant.get(head, ""))
        return by_id[0].get(self._back.get(head, "")), by_id[1][head]

    def _of_links(self, mine: Span, other: Span) -> Iterable[Detail]:
        """Yield how the links that lead from two marks differ, by kind of link."""
        here, there = (self._leading(side, span.id) for side, span in enumerate((mine, other)))
        for label in sorted({*here, *there}):
            ours, theirs = here.get(label, {}), there.get(label, {})
            meant = {self._meant.get(to, to): link for to, link in ours.items()}
            if set(meant) != set(theirs):
                kind: DifferenceKind = "role" if label in self._roles and ours and theirs else "link"
                yield Detail(kind=kind, key=label, a=tuple(sorted(ours)) or None, b=tuple(sorted(theirs)) or None)
            for to in sorted(set(meant) & set(theirs)):
                yield from _of_attributes(meant[to].attributes, theirs[to].attributes, label + ".")

    def _leading(self, side: int, span_id: str) -> dict[str, dict[str, Relation]]:
        """Return the links that lead from a mark, by kind and by their end.

        A link to a frame that the other does not have is left out: that frame is a difference of its own.
        """
        met = self._meant if side == 0 else self._back
        found: dict[str, dict[str, Relation]] = {}
        for relation in self._links[side].get(span_id, ()):
            if relation.to_id in met or relation.to_id not in self._frames[side]:
                found.setdefault(relation.label, {})[relation.to_id] = relation
        return found


def _owners(frames: Mapping[str, Frame]) -> dict[str, tuple[str, str]]:
    """Return the first frame, and the role in it, of each mark that plays one."""
    owners: dict[str, tuple[str, str]] = {}
    for head, frame in frames.items():
        for role, fillers in frame.roles.items():
            for filler in fillers:
                owners.setdefault(filler, (head, role))
    return owners


def _by_head(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        found.setdefault(relation.from_id, []).append(relation)
    return found


def _of_marks(mine: Span, other: Span) -> Iterable[Detail]:
    if mine.label != other.label:
        yield Detail(kind="label", a=mine.label, b=other.label)
    if mine.parts != other.parts:
        yield Detail(kind="boundary", a=_places(mine), b=_places(other))
    if mine.actor_id != other.actor_id:
        yield Detail(kind="actor", a=mine.actor_id, b=other.actor_id)
    if mine.label == other.label:
        yield from _of_attributes(mine.attributes, other.attributes, "")


def _of_attributes(mine: Mapping[str, str], other: Mapping[str, str], before: str) -> Iterable[Detail]:
    for key in sorted({*mine, *other}):
        if mine.get(key) != other.get(key):
            yield Detail(kind="attribute", key=before + key, a=mine.get(key), b=other.get(key))


def _places(span: Span) -> str:
    return " ".join(f"{start}-{end}" for start, end in span.parts)


def _difference(a: Span | None, b: Span | None, details: Sequence[Detail]) -> Difference:
    ordered = sorted(details, key=lambda one: (ORDER.index(one.kind), one.key))
    first = a or b
    assert first is not None
    said = msgspec.json.encode([[span and [span.id, span.parts, span.label] for span in (a, b)], ordered])
    return Difference(
        id=sha256(said).hexdigest()[:32],
        kind=ordered[0].kind,
        label=first.label,
        a=a,
        b=b,
        details=tuple(ordered),
    )
