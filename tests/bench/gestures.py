"""How many gestures an attribution takes: the sample's attributions entered again, by the rules of the frame flow.

A gesture is a selection of text or a key. What one enters by other marks than one's own is not counted as free: the
project begins empty, and a mark is there for letters to choose from only once somebody has made it.

Beside it, what span-and-arc tools ask: for each span a drag and the choice of its label, for each arc a drag and the
choice of its label; a span that several arcs share is drawn once there as well.

Run: python tests/bench/gestures.py
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from annotator import Project
from annotator.domain.frame import Filler, Sketch
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.services.framing import ProposedFrame, Reading, plausible, propose
from annotator.services.sample import ANNOTATOR, make_sample

SIGHT = 900
"""Code points before and after a claim that are in sight in a window of usual size."""
LETTERS = 25


class Replay:
    """Enters the attributions of one annotator again, and counts."""

    def __init__(self, folder: Path, roles: frozenset[str] | None) -> None:
        """`roles` None: all that the sample has."""
        self.roles = roles
        make_sample(folder / "sample.musnad")
        self.told = Project.open(folder / "sample.musnad", annotator=ANNOTATOR, read_only=True)
        self.mine = Project.create(folder / "mine.musnad", annotator="me")
        self.gestures: list[int] = []
        self.arcs: list[int] = []
        self.ways: Counter[str] = Counter()
        self.by_enter = 0

    def run(self) -> None:
        """Every article, claim by claim in reading order."""
        for document in self.told.documents():
            self.mine.add_document(document.text, title=document.title)
            spans = {span.id: span for span in self.told.spans(document.id)}
            relations = self.told.relations(document.id)
            made: dict[str, str] = {}
            for claim in (span for span in spans.values() if span.label == "claim"):
                links = [
                    item
                    for item in relations
                    if item.from_id == claim.id and (self.roles is None or item.label in self.roles)
                ]
                self._enter(document.id, claim, links, spans, made)

    def _enter(
        self, document_id: str, claim: Span, links: list[Relation], spans: dict[str, Span], made: dict[str, str]
    ) -> None:
        new = [one for one in (claim.id, *dict.fromkeys(item.to_id for item in links)) if one not in made]
        # A drag and a label for each span that is not there, and for each arc.
        self.arcs.append(2 * len(new) + 2 * len(links))
        gestures = 0
        if claim.id not in made:
            made[claim.id] = self.mine.annotate(document_id, claim.parts, "claim").id
            # The selection of each part, and one key: C, or the key that adds a part.
            gestures += 2 * len(claim.parts)
        head = made[claim.id]
        left = list(links)
        proposal = propose(self._reading(document_id), self.mine.span(head))
        if proposal is not None and (right := self._right(proposal, links, spans)):
            self.mine.fill(head, proposal.fillers)
            self._note(document_id, head, right, made)
            gestures += 1
            self.by_enter += 1
            self.ways["Enter"] += len(right)
            left = [item for item in links if item not in right]
        for link in left:
            gestures += self._link(document_id, head, link, spans, made)
        self.gestures.append(gestures)

    def _reading(self, document_id: str) -> Reading:
        document = next(one for one in self.mine.documents() if one.id == document_id)
        return Reading(document, self.mine.scheme, self.mine.spans(document_id), self.mine.relations(document_id))

    def _right(self, proposal: ProposedFrame, links: list[Relation], spans: dict[str, Span]) -> list[Relation]:
        """The links that the proposal makes, if everything in it is right: one takes it whole or not at all."""
        right = []
        for filler in proposal.fillers:
            parts = self._parts(filler)
            found = next(
                (item for item in links if item.label == filler.role and spans[item.to_id].parts == parts), None
            )
            if found is None:
                return []
            right.append(found)
        return right

    def _parts(self, filler: Filler) -> tuple[tuple[int, int], ...]:
        return filler.to.parts if isinstance(filler.to, Sketch) else self.mine.span(filler.to).parts

    def _note(self, document_id: str, head: str, right: list[Relation], made: dict[str, str]) -> None:
        for item in self.mine.relations(document_id):
            if item.from_id == head:
                made.update({link.to_id: item.to_id for link in right if link.label == item.label})

    def _link(self, document_id: str, head: str, link: Relation, spans: dict[str, Span], made: dict[str, str]) -> int:
        """The role's key, and a letter; or a selection, if the mark is not there yet or wears no letter."""
        kind, to = self.mine.scheme.relation(link.label), spans[link.to_id]
        if link.to_id in made:
            span = self.mine.span(head)
            sight = (span.start - SIGHT, span.end + SIGHT)
            near = [one.id for one in plausible(self._reading(document_id), kind, span, sight)][:LETTERS]
            self.mine.link(head, made[link.to_id], link.label, link.attributes)
            self.ways["letter" if made[link.to_id] in near else "selection"] += 1
            return 2
        sketch = Sketch(parts=to.parts, label=to.label)
        [relation] = self.mine.fill(head, [Filler(role=link.label, to=sketch, attributes=link.attributes)])
        made[link.to_id] = relation.to_id
        self.ways["selection"] += 1
        return 1 + len(to.parts) if to.label != "claim" else 2


def main() -> None:
    """Counts and tells: with all roles, and for claims with their source and cue alone."""
    for title, roles in (("all roles", None), ("source and cue", frozenset({"source", "cue"}))):
        print(f"-- {title}")
        count(roles)


def count(roles: frozenset[str] | None) -> None:
    """Replays the sample with these roles, and tells what it took."""
    with tempfile.TemporaryDirectory() as folder:
        replay = Replay(Path(folder), roles)
        replay.run()
        total = len(replay.gestures)
        ours, theirs = sum(replay.gestures) / total, sum(replay.arcs) / total
        print(f"{total} attributions with {sum(replay.ways.values())} links: {dict(replay.ways)}")
        print(f"taken whole with Enter: {replay.by_enter} of {total}")
        print(f"gestures an attribution: {ours:.2f}; span-and-arc: {theirs:.2f}; ratio {theirs / ours:.2f}")
        replay.mine.close()
        replay.told.close()


if __name__ == "__main__":
    main()
