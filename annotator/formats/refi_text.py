"""Texts of REFI-QDA projects. Positions should count code points, but programs also count a byte order mark, count a
line end of two characters once, or count UTF-16 units; the names of selections show which it was.
"""

import msgspec

from annotator.domain.document import IntakeNote
from annotator.domain.span import Part
from annotator.formats.foreign_text import ForeignText
from annotator.text.cleaning import BOM
from annotator.text.units import OffsetUnit

LOOKED_AT = 200
"""The most selections that are held against their names."""


class Selected(msgspec.Struct, frozen=True):
    """A selection as it is written; the name is often how its text begins."""

    guid: str
    start: int
    end: int
    name: str


class RefiText(msgspec.Struct, frozen=True):
    """A text as the project keeps it, in which positions count from `shift` on."""

    foreign: ForeignText
    shift: int = 0

    @property
    def text(self) -> str:
        """The text."""
        return self.foreign.text

    @property
    def intake(self) -> tuple[IntakeNote, ...]:
        """The notes of what cleaning changed."""
        return self.foreign.intake

    def stretch(self, start: int, end: int) -> Part | None:
        """Return the part of the text that a selection means; None if there is none."""
        return self.foreign.stretch(start - self.shift, end - self.shift)


def best_text(raw: str, selected: list[Selected]) -> RefiText:
    """Return the text with positions counted in the way in which most selections begin as they are called."""
    bare = raw.lstrip(BOM)
    ways: list[tuple[str, OffsetUnit | None, int]] = [(bare, None, 0), (bare.replace("\r\n", "\n"), None, 0)]
    ways += [(bare, "utf16", 0), (bare, None, len(raw) - len(bare))]
    found = [
        (text, unit, shift)
        for place, (text, unit, shift) in enumerate(ways)
        if place == 0 or (text, shift) != (bare, 0) or (unit == "utf16" and any(char > "\uffff" for char in bare))
    ]
    made = [RefiText(ForeignText(text, unit), shift) for text, unit, shift in found]
    return max(made, key=lambda one: _fitting(one, selected)) if len(made) > 1 else made[0]


def _fitting(text: RefiText, selected: list[Selected]) -> int:
    """Count how well the selections say what they are called; of equals the first is taken."""
    count = 0
    for one in selected[:LOOKED_AT]:
        part = text.stretch(one.start, one.end)
        name = " ".join(one.name.split()).rstrip(".…")
        if part is None or not name or text.text[part[0]].isspace():
            continue
        words = " ".join(text.text[part[0] : part[1]].split())
        count += words.startswith(name) + (words == name)
    return count
