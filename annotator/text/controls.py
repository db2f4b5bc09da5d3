"""Characters that steer direction or joining and show nothing: kept in the text, made visible, counted."""

import re
from typing import NamedTuple

from annotator.visible import NAMES

__all__ = ["NAMES", "OVERRIDES", "Control", "find_controls"]

OVERRIDES = frozenset({"LRO", "RLO"})
"""Controls that can make a text read as something else: a warning, where the others are information."""

_CONTROLS = re.compile(f"[{''.join(NAMES)}]")
_SPELT = re.compile(
    # The half space of Persian and the joiner of Urdu and Kurdish stand between letters; a ZWNJ also ends a word
    # before its plural or a space.
    r"(?<=[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff])[\u200c\u200d](?=[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff])"
    # A family is several people joined.
    r"|(?<=[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff])\u200d(?=[\u2600-\u27bf\U0001f300-\U0001faff])"
)
"""Joiners that do their ordinary work, and so are spelling and not hidden controls."""


class Control(NamedTuple):
    """One hidden character at `offset` (code points)."""

    offset: int
    char: str
    name: str


def find_controls(text: str) -> list[Control]:
    """Return every hidden character in reading order; joiners that belong to the spelling are none."""
    spelt = {hit.start() for hit in _SPELT.finditer(text)}
    return [Control(hit.start(), hit[0], NAMES[hit[0]]) for hit in _CONTROLS.finditer(text) if hit.start() not in spelt]
