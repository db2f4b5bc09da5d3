"""How well names are found on articles that the rules were not written on.

A mention counts that layla linked to an entry and in which one of its names stands; it is found if a proposal of this
entry (or of no entry, where a name is shared) lies in it. A state behind في says where something is, and counts for
nothing. A proposal is right if it lies in a mention of layla's of the same entry, and wrong if it shares a letter with
a mention of hers otherwise. She leaves some namings unmarked, where nobody speaks or is spoken of (حبس المتهم): a
proposal that touches no mention of hers is counted by itself.
Run as a script, it prints the figures.
"""

import json
from typing import Any

from annotator import resources
from annotator.domain.actor import Actor
from annotator.domain.document import Document, document_id
from annotator.services.schemes import load_scheme
from annotator.suggest.names import Names
from annotator.suggest.registry import Context, find_suggester

HELD_OUT = (3, 5, 8, 10)
"""Articles by their first appearance in the sample, from 1; the same that the cues are measured on."""


def measured() -> list[int]:
    """Mentions with a name in them, how many are found; proposals, how many are right, how many touch no mention."""
    lines = [
        json.loads(line) for line in resources.path("sample", "sample.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts = list(dict.fromkeys(line["text"] for line in lines))
    read = [line for line in lines if line["annotator"] == "layla" and texts.index(line["text"]) + 1 in HELD_OUT]
    actors = {
        span["actor"]["id"]: Actor(
            id=span["actor"]["id"],
            name=span["actor"]["name"],
            kind=span["actor"]["kind"],
            aliases=tuple(span["actor"].get("aliases", ())),
        )
        for line in read
        for span in line["spans"]
        if span["actor"]
    }
    suggest = find_suggester("aliases").prepare(
        Context(scheme=load_scheme("actors-claims"), actors=tuple(actors.values()))
    )
    names = {one.id: Names((name, one.id) for name in (one.name, *one.aliases)) for one in actors.values()}
    figures = [0, 0, 0, 0, 0]
    for line in read:
        text = line["text"]
        marked = [(_extent(span), span["actor"]["id"]) for span in line["spans"] if span["actor"]]
        named = [one for one in marked if any(_holds(one[0], hit[:2]) for hit in names[one[1]].find(text))]
        named = [one for one in named if not (actors[one[1]].kind == "state" and text[: one[0][0]].endswith("في "))]
        found = [(one.parts[0], one.actor_id) for one in suggest(Document(id=document_id(text), title="", text=text))]
        figures[0] += len(named)
        figures[1] += sum(any(_agree(one, proposal) for proposal in found) for one in named)
        figures[2] += len(found)
        figures[3] += sum(any(_agree(one, proposal) for one in marked) for proposal in found)
        figures[4] += sum(not any(_touch(place, proposal[0]) for place, _ in marked) for proposal in found)
    return figures


def _extent(span: dict[str, Any]) -> tuple[int, int]:
    return span["parts"][0][0], span["parts"][-1][1]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _agree(mention: tuple[tuple[int, int], str], proposal: tuple[tuple[int, int], str | None]) -> bool:
    return _holds(mention[0], proposal[0]) and proposal[1] in (None, mention[1])


def test_names_are_found_on_articles_set_aside() -> None:
    named, found, proposed, right, unmarked = measured()
    assert named > 40
    assert found / named >= 0.98
    assert right / (proposed - unmarked) >= 0.98
    assert unmarked / proposed <= 0.1


if __name__ == "__main__":
    named, found, proposed, right, unmarked = measured()
    print(f"{named} mentions, {found} found: recall {found / named:.1%}")
    print(f"{proposed} proposals, {right} right: precision {right / (proposed - unmarked):.1%} of those at mentions")
    print(f"{unmarked} at words that she left unmarked: {right / proposed:.1%} if those are counted as wrong")
