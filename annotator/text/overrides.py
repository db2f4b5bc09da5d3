"""What is laid out in place of direction overrides, which can make a text read as something it does not say."""

import re

_LRO_RLO = re.compile("[\u202d\u202e]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATES = frozenset("\u2066\u2067\u2068")

NEUTRAL = "\u206b"
"""As long and as invisible as an override, wrapped and joined through alike, and without a direction."""


def without_overrides(text: str) -> str:
    """A paragraph to lay out: as long, with each override and the PDF that ends it made `NEUTRAL`.

    Offsets stay what they are. Embeddings and isolates, which reorder nothing that the letters themselves would
    not, keep their meaning: for each PDF it is found out, as UAX #9 does, which of the openings it ends.
    """
    if not _LRO_RLO.search(text):
        return text
    shown = list(text)
    opened: list[str] = []
    for hit in _STEERING.finditer(text):
        char, place = hit[0], hit.start()
        if char == "\u2069":
            _close_isolate(opened)
        elif char != "\u202c":
            opened.append(char)
        # An isolate holds a PDF inside it back from what was opened outside.
        elif opened and opened[-1] not in _ISOLATES and _LRO_RLO.match(opened.pop()):
            shown[place] = NEUTRAL
        if _LRO_RLO.match(char):
            shown[place] = NEUTRAL
    return "".join(shown)


def _close_isolate(opened: list[str]) -> None:
    """Ends the innermost isolate and whatever was left open in it; a PDI alone ends nothing."""
    if not _ISOLATES.isdisjoint(opened):
        while opened.pop() not in _ISOLATES:
            pass
