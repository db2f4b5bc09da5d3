"""Tags of tokens: BIO (IOB2) and BIOES out; those, IOB1, BILOU and bare IO in."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

TagScheme = Literal["bio", "bioes"]
OUTSIDE = "O"

_TAG = re.compile(r"([BIESLU])[-_](.+)|(.+)-([BIESLU])", re.DOTALL)
_BEGIN, _LAST = frozenset("BSU"), frozenset("ELSU")


def tags_of(length: int, entities: Sequence[tuple[int, int, str]], scheme: TagScheme) -> list[str]:
    """Return the tags of `length` tokens; an entity goes from its first token to behind its last, with its label."""
    tags = [OUTSIDE] * length
    for first, last, label in entities:
        tags[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
        if scheme == "bioes":
            tags[last - 1] = f"E-{label}" if last - first > 1 else f"S-{label}"
    return tags


def parted(tag: str) -> tuple[str, str] | None:
    """Return the prefix and the label of a tag; an empty prefix and label for O, None for what is no tag."""
    if tag in (OUTSIDE, "_"):
        return "", ""
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    return (found[1], found[2]) if found[1] else (found[4], found[3])


def entities_of(tags: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the entities of parted tags in their order.

    One begins where a tag says so, and where its label follows another label, or none: that is how IOB1 and what
    breaks the rules are read everywhere.
    """
    start, label = 0, ""
    before = ""
    for place, (prefix, here) in enumerate([*tags, ("", "")]):
        if label and (here != label or prefix in _BEGIN or before in _LAST):
            yield start, place, label
            label = ""
        if here and not label:
            start, label = place, here
        before = prefix
