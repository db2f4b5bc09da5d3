"""How many of the cues a reader marked are proposed, on articles that the rules were not written on.

    python tests/suggest/test_cues_held_out.py         prints the figures of both groups of articles

The sample's articles are counted in the order of its file; those at HELD_OUT were set aside before the first rule and
not read. The reference is layla's reading, the only one of all of them. A proposed cue finds a marked one if they
share more than half of each (`overlap`), or if they are the same code points (`exact`); each finds one at the most.
The same goes for sources and for claims, whose parts count together. Sources are counted as places in the text: a
claim of several cues has its source once.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pytest

from annotator import resources
from annotator.domain.document import Document
from annotator.domain.scheme_file import read_scheme
from annotator.suggest.cues import suggest_cues
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context

HELD_OUT = frozenset((3, 5, 8, 10))
READER = "layla"
RECALL, PRECISION = 0.85, 0.80

Marked = frozenset[int]
"""A mark as the code points that it covers."""


class Figures(NamedTuple):
    found: int
    proposed: int
    marked: int

    @property
    def recall(self) -> float:
        return self.found / self.marked

    @property
    def precision(self) -> float:
        return self.found / self.proposed

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.proposed + self.marked)


def measure(*, held_out: bool, role: str, exact: bool) -> Figures:
    """The figures of one role (cue, source, claim) over all articles of a group."""
    found = proposed = marked = 0
    for record in _articles(held_out=held_out):
        theirs = list(_marks(record, role))
        ours = list(_proposals(record, role))
        found += _matches(theirs, ours, exact=exact)
        proposed += len(ours)
        marked += len(theirs)
    return Figures(found, proposed, marked)


def _articles(*, held_out: bool) -> Iterator[dict[str, Any]]:
    place: dict[str, int] = {}
    for line in resources.path("sample", "sample.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        number = place.setdefault(record["id"], len(place) + 1)
        if record["annotator"] == READER and (number in HELD_OUT) == held_out:
            yield record


def _marks(record: dict[str, Any], role: str) -> Iterator[Marked]:
    speakers = {relation["to"] for relation in record["relations"] if relation["label"] == "source"}
    for span in record["spans"]:
        if span["label"] == role or (role == "source" and span["id"] in speakers):
            yield _points(span["parts"])


def _proposals(record: dict[str, Any], role: str) -> Iterator[Marked]:
    document = Document(id=record["id"], title=record["title"], text=record["text"])
    label = "actor" if role == "source" else role
    for proposal in _suggested(document):
        if proposal.label == label:
            yield _points(proposal.parts)


def _suggested(document: Document) -> list[Proposal]:
    toml = resources.path("schemes", "actors-claims.toml").read_text(encoding="utf-8")
    return suggest_cues(document, Context(scheme=read_scheme(toml, "actors-claims.toml")))


def _points(parts: Iterable[Iterable[int]]) -> Marked:
    return frozenset(point for start, end in parts for point in range(start, end))


def _matches(theirs: list[Marked], ours: list[Marked], *, exact: bool) -> int:
    left = list(ours)
    count = 0
    for mark in theirs:
        one = next((other for other in left if (mark == other if exact else _overlap(mark, other))), None)
        if one is not None:
            left.remove(one)
            count += 1
    return count


def _overlap(one: Marked, other: Marked) -> bool:
    return 2 * len(one & other) > max(len(one), len(other))


@pytest.mark.parametrize("exact", [False, True])
def test_the_cues_of_articles_set_aside_are_found(exact: bool) -> None:
    figures = measure(held_out=True, role="cue", exact=exact)
    assert figures.recall >= RECALL, figures
    assert figures.precision >= PRECISION, figures


def test_what_is_counted_as_found() -> None:
    cue = _points([(10, 14)])
    assert _matches([cue], [cue, cue], exact=True) == 1
    assert _matches([cue], [_points([(9, 14)])], exact=True) == 0
    assert _matches([cue], [_points([(9, 14)])], exact=False) == 1
    assert _matches([cue], [_points([(2, 14)])], exact=False) == 0
    assert _matches([cue], [_points([(12, 14)])], exact=False) == 0


if __name__ == "__main__":
    for group in (True, False):
        print("held out" if group else "written on")
        for part in ("cue", "source", "claim"):
            for exactly in (True, False):
                one = measure(held_out=group, role=part, exact=exactly)
                print(
                    f"  {part:7}{'exact' if exactly else 'overlap':9}recall {one.recall:6.1%}  "
                    f"precision {one.precision:6.1%}  F1 {one.f1:6.1%}   {one}"
                )
