"""Characters that steer direction or joining and show nothing: kept in the text, made visible, counted."""

import re
from typing import NamedTuple

from annotator.visible import NAMES, SPELT

__all__ = ["NAMES", "OVERRIDES", "Control", "find_controls"]

OVERRIDES = frozenset({"LRO", "RLO"})
"""Controls that can make a text read as something else: a warning, where the others are information."""

_CONTROLS = re.compile(f"[{''.join(NAMES)}]")


class Control(NamedTuple):
    """One hidden character at `offset` (code points)."""

    offset: int
    char: str
    name: str


def find_controls(text: str) -> list[Control]:
    """Return every hidden character in reading order; joiners that belong to the spelling are none."""
    spelt = {hit.start() for hit in SPELT.finditer(text)}
    return [Control(hit.start(), hit[0], NAMES[hit[0]]) for hit in _CONTROLS.finditer(text) if hit.start() not in spelt]
