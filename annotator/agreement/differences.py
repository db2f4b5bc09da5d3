"""Differences of several readings of one document. The unit is the frame: a claim whose source differs is one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from typing import Any, Literal

import msgspec

from annotator.agreement.matching import in_order, paired_in_order
from annotator.agreement.units import ReaderMarks
from annotator.domain.frame import Frame, frames_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span

DifferenceKind = Literal["only", "label", "boundary", "role", "link", "actor", "statement", "attribute"]
"""Not everybody has it; its label, its parts, who plays a role, a link, its registry entry, the statement it says, or
an attribute differs. In this order the first of a difference's details names it."""

ORDER: tuple[DifferenceKind, ...] = ("only", "label", "boundary", "role", "link", "actor", "statement", "attribute")


class Detail(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in which readers differ, with the value of each who has the mark (None: nothing).

    `key` is the attribute, the role or the kind of link; of a mark that plays a role, the role stands before it
    (`source.boundary`). A value is an id, a key, parts (`4-11 20-30`), or the ids of the marks that links lead to.
    """

    kind: DifferenceKind
    key: str = ""
    values: Mapping[str, str | tuple[str, ...] | None]

    @property
    def name(self) -> str:
        """Return the name that no other detail of a difference has."""
        return f"{self.kind} {self.key}".strip()


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A mark, or a frame with all that hangs on it, about which readers differ.

    `marks` has every reader, in their order, with None for one who has no such mark. `id` follows from what they say,
    so that it is the same on every machine and another once one of them changes.
    """

    id: str
    kind: DifferenceKind
    label: str
    marks: Mapping[str, Span | None]
    details: tuple[Detail, ...]
    concerned: frozenset[str] = frozenset()
    """The ids of all marks that it is about: those that play a role about which readers differ, too."""

    @property
    def held(self) -> list[Span]:
        """Return the marks that there are, in the order of readers."""
        return [span for span in self.marks.values() if span is not None]

    def stands_alone(self, reader: str) -> bool:
        """Return whether a reader says something that no other says, of whatever it is in which they differ."""
        return any(
            reader in detail.values and list(detail.values.values()).count(detail.values[reader]) == 1
            for detail in self.details
        )

    @property
    def start(self) -> int:
        """Return the place in the text at which it begins."""
        return min(span.start for span in self.held)

    @property
    def end(self) -> int:
        """Return the place in the text behind it."""
        return max(span.end for span in self.held)


Cluster = Mapping[str, Span]
"""Marks of different readers that stand for each other."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Readings laid over each other: marks that stand for each other, those about which all agree, and differences.

    All are in reading order.
    """

    readers: tuple[str, ...]
    clusters: tuple[Cluster, ...]
    agreed: tuple[Cluster, ...]
    differences: tuple[Difference, ...]


def compare(readings: Sequence[ReaderMarks], scheme: Scheme) -> Comparison:
    """Compare two or more readings of one document."""
    return _Comparing(readings, scheme).done()


class _Comparing:
    """Holds readings while their differences are gathered by the frame to which they belong."""

    def __init__(self, readings: Sequence[ReaderMarks], scheme: Scheme) -> None:
        self._readers = [one.annotator for one in readings]
        self._clusters = clusters(readings)
        self._of = {span.id: number for number, one in enumerate(self._clusters) for span in one.values()}
        self._frames = {
            one.annotator: {frame.head: frame for frame in frames_of(one.spans, one.relations, scheme)}
            for one in readings
        }
        self._owners = {who: _owners(frames) for who, frames in self._frames.items()}
        self._links = {one.annotator: _by_head(one.relations) for one in readings}
        self._roles = {role for frame in scheme.frames for role in frame.roles}

    def done(self) -> Comparison:
        """Return all differences, and the clusters in which there is none."""
        found: dict[int, list[Detail]] = {}
        concerned: defaultdict[int, set[str]] = defaultdict(set)
        for number, cluster in enumerate(self._clusters):
            details = list(self._details(cluster))
            owner, role = self._frame_of(cluster) or (number, "")
            if role:
                # Who plays the role for some alone is told by the frame's own roles.
                inner = [one for one in details if one.kind != "only"]
                details = [msgspec.structs.replace(one, key=".".join(filter(None, (role, one.key)))) for one in inner]
            found.setdefault(owner, []).extend(details)
            if details:
                concerned[owner].update(span.id for span in cluster.values())
        differences = [
            self._difference(number, details, concerned[number]) for number, details in found.items() if details
        ]
        differences.sort(key=lambda one: (one.start, ORDER.index(one.kind), one.id))
        # Who plays a role is told by the frame, so what differs in a source is no difference of its own.
        differing = {id for ids in concerned.values() for id in ids}
        differing.update(span.id for one in differences for span in one.held)
        return Comparison(
            readers=tuple(self._readers),
            clusters=tuple(self._clusters),
            agreed=tuple(
                one
                for one in self._clusters
                if len(one) == len(self._readers) and not any(span.id in differing for span in one.values())
            ),
            differences=tuple(differences),
        )

    def _frame_of(self, cluster: Cluster) -> tuple[int, str] | None:
        """Return the cluster of the head, and the role, of the first frame in which a mark plays one."""
        if any(span.id in self._frames[who] for who, span in cluster.items()):
            return None
        for who, span in cluster.items():
            if span.id in self._owners[who]:
                head, role = self._owners[who][span.id]
                return self._of[head], role
        return None

    def _details(self, cluster: Cluster) -> Iterable[Detail]:
        if len(cluster) < len(self._readers):
            held = {who: cluster[who].id if who in cluster else None for who in self._readers}
            yield Detail(kind="only", values=held)
        if len(cluster) < 2:
            return
        if not _are_alike(cluster):
            yield from self._of_marks(cluster)
        yield from self._of_links(cluster)

    def _of_marks(self, cluster: Cluster) -> Iterable[Detail]:
        """Yield the differences of marks themselves."""
        yield from _differing("label", "", {who: span.label for who, span in cluster.items()})
        yield from _differing("boundary", "", {who: _places(span) for who, span in cluster.items()})
        yield from _differing("actor", "", {who: span.actor_id for who, span in cluster.items()})
        said = {who: _stated(span) for who, span in cluster.items()}
        yield from _differing("statement", "", said)
        if len({span.label for span in cluster.values()}) == 1:
            yield from _of_attributes({who: span.attributes for who, span in cluster.items()}, "")

    def _of_links(self, cluster: Cluster) -> Iterable[Detail]:
        """Yield the differences of the links that lead from marks, by kind of link."""
        if not any(span.id in self._links[who] for who, span in cluster.items()):
            return
        leading = {who: self._leading(who, span.id, cluster) for who, span in cluster.items()}
        for label in sorted({label for links in leading.values() for label in links}):
            ends = {who: links.get(label, {}) for who, links in leading.items()}
            if len({frozenset(one) for one in ends.values()}) > 1:
                kind: DifferenceKind = "role" if label in self._roles and all(ends.values()) else "link"
                values = {who: tuple(sorted(link.to_id for link in one.values())) or None for who, one in ends.items()}
                yield Detail(kind=kind, key=label, values=values)
            for end in sorted(set.intersection(*(set(one) for one in ends.values()))):
                yield from _of_attributes({who: one[end].attributes for who, one in ends.items()}, label + ".")

    def _leading(self, who: str, span_id: str, cluster: Cluster) -> dict[str, dict[int, Relation]]:
        """Return somebody's links that lead from a mark, by kind and by the cluster of their end.

        A link to a frame that another does not have is left out: that frame is a difference of its own.
        """
        found: dict[str, dict[int, Relation]] = {}
        for relation in self._links[who].get(span_id, ()):
            end = self._of.get(relation.to_id)
            if end is None:
                continue
            is_told = relation.to_id in self._frames[who] and not cluster.keys() <= self._clusters[end].keys()
            if not is_told:
                found.setdefault(relation.label, {})[end] = relation
        return found

    def _difference(self, number: int, details: Sequence[Detail], concerned: Iterable[str]) -> Difference:
        cluster = self._clusters[number]
        marks = {who: cluster.get(who) for who in self._readers}
        ordered = sorted(details, key=lambda one: (ORDER.index(one.kind), one.key))
        places = {who: span and [span.id, span.parts, span.label] for who, span in marks.items()}
        said: list[Any] = [places, ordered]
        return Difference(
            id=sha256(msgspec.json.encode(said)).hexdigest()[:32],
            kind=ordered[0].kind,
            label=next(iter(cluster.values())).label,
            marks=marks,
            details=tuple(ordered),
            concerned=frozenset(concerned).union(
                id for detail in ordered for value in detail.values.values() if isinstance(value, tuple) for id in value
            ),
        )


def clusters(readings: Sequence[ReaderMarks]) -> list[Cluster]:
    """Return the marks that stand for each other, at most one of each reader.

    Marks of one label and place are joined whoever has them; then, of pairs of readers in order, what is left.
    """
    found = _same_places(readings)
    ordered = [(reading.annotator, in_order(reading.spans)) for reading in readings]
    for (who, spans), (other, others) in combinations(ordered, 2):
        rest = [span for span in spans if other not in found[span.id]]
        rest_of_other = [span for span in others if who not in found[span.id]]
        for mine, theirs in paired_in_order(rest, rest_of_other, across_labels=True).both:
            a, b = found[mine.id], found[theirs.id]
            if a is not b and a.keys().isdisjoint(b):
                a.update(b)
                found.update((span.id, a) for span in b.values())
    order = {reading.annotator: place for place, reading in enumerate(readings)}
    whole = {id(one): one for one in found.values()}.values()
    made = [dict(sorted(one.items(), key=lambda item: order[item[0]])) for one in whole]
    return sorted(made, key=lambda one: min((span.start, span.end, span.id) for span in one.values()))


def _same_places(readings: Iterable[ReaderMarks]) -> dict[str, dict[str, Span]]:
    """Return the cluster of each mark, by its id: marks of one label and place, one of each reader."""
    found: dict[str, dict[str, Span]] = {}
    here: defaultdict[tuple[str, Parts], list[dict[str, Span]]] = defaultdict(list)
    for reading in readings:
        for span in reading.spans:
            beside = here[span.label, span.parts]
            cluster = next((one for one in beside if reading.annotator not in one), None)
            if cluster is None:
                beside.append(cluster := {})
            cluster[reading.annotator] = span
            found[span.id] = cluster
    return found


def _are_alike(cluster: Cluster) -> bool:
    """Return whether marks differ in nothing but who made them: most do not."""
    said = [
        (span.label, span.parts, span.attributes, span.actor_id, span.statement_id, span.agreement)
        for span in cluster.values()
    ]
    return said.count(said[0]) == len(said)


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


def _differing(kind: DifferenceKind, key: str, values: Mapping[str, str | None]) -> Iterable[Detail]:
    if len(set(values.values())) > 1:
        yield Detail(kind=kind, key=key, values=values)


def _of_attributes(held: Mapping[str, Mapping[str, str]], before: str) -> Iterable[Detail]:
    for key in sorted({key for attributes in held.values() for key in attributes}):
        values = {who: attributes.get(key) for who, attributes in held.items()}
        yield from _differing("attribute", before + key, values)


def _places(span: Span) -> str:
    return " ".join(f"{start}-{end}" for start, end in span.parts)


def _stated(span: Span) -> str | None:
    return None if span.statement_id is None else f"{span.statement_id} {span.agreement or ''}".strip()
