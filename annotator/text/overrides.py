"""Replacements for direction overrides in layout: they can make a text read as something it does not say."""

_LRO, _RLO = "\u202d", "\u202e"
_OVERRIDES = frozenset({_LRO, _RLO})
_EMBEDDINGS = frozenset("\u202a\u202b") | _OVERRIDES
_ISOLATES = frozenset("\u2066\u2067\u2068")
_PDF, _PDI = "\u202c", "\u2069"

NEUTRAL = "\u206b"
"""As long and as invisible as an override, wrapped and joined through alike, and without a direction."""


def without_overrides(text: str) -> str:
    """A paragraph to lay out: as long, with each override and the PDF that ends it made `NEUTRAL`.

    Offsets stay what they are. Embeddings and isolates, which reorder nothing that the letters themselves would
    not, keep their meaning: for each PDF it is found out, as UAX #9 does, which of the openings it ends.
    """
    if _LRO not in text and _RLO not in text:
        return text
    shown = list(text)
    opened: list[str] = []
    for place, char in enumerate(text):
        if char in _OVERRIDES:
            shown[place] = NEUTRAL
        if char in _EMBEDDINGS or char in _ISOLATES:
            opened.append(char)
        elif char == _PDI:
            _close_isolate(opened)
        # An isolate holds a PDF inside it back from what was opened outside.
        elif char == _PDF and opened and opened[-1] in _EMBEDDINGS and opened.pop() in _OVERRIDES:
            shown[place] = NEUTRAL
    return "".join(shown)


def _close_isolate(opened: list[str]) -> None:
    """Ends the innermost isolate and whatever was left open in it; a PDI alone ends nothing."""
    if not _ISOLATES.isdisjoint(opened):
        while opened.pop() not in _ISOLATES:
            pass
