"""Characters that steer direction or joining and show nothing: kept in the text, made visible, counted."""

import re
from typing import NamedTuple

NAMES = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
"""Each hidden character and the short name that Unicode's charts give it."""

OVERRIDES = frozenset({"LRO", "RLO"})
"""Controls that can make a text read as something else: a warning, where the others are information."""

_CONTROLS = re.compile(f"[{''.join(NAMES)}]")


class Control(NamedTuple):
    """One hidden character at `offset` (code points)."""

    offset: int
    char: str
    name: str


def find_controls(text: str) -> list[Control]:
    """Every hidden character in reading order, whatever the script of the text around it."""
    return [Control(hit.start(), hit[0], NAMES[hit[0]]) for hit in _CONTROLS.finditer(text)]
