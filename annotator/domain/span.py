"""Spans: stretches of a document's text with a label. All offsets are Unicode code points, half-open."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from annotator.domain.statement import Agreement
from annotator.errors import InputError

Range = tuple[int, int]
"""A half-open stretch `[start, end)` of a text, in code points."""
Part = Range
"""One stretch of a span."""
Parts = tuple[Part, ...]

ELLIPSIS = " … "
"""The separator between the parts of a discontinuous span in a quotation."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """One mark of one annotator: one or more parts, a label and its attributes.

    `actor_id` is the entry of the registry that a mention names, `statement_id` that which a claim says, `agreement`
    whether its source agrees with it.
    `derived_from` is the span this one was copied from (a suggestion, a colleague's mark);
    `decided_by` the reviewer who put it into the gold reading.
    """

    id: str
    document_id: str
    annotator: str
    label: str
    parts: Parts
    attributes: Mapping[str, str] = {}
    actor_id: str | None = None
    statement_id: str | None = None
    agreement: Agreement | None = None
    derived_from: str | None = None
    decided_by: str | None = None

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    @property
    def length(self) -> int:
        """Return how many code points the parts cover together."""
        if len(self.parts) == 1:
            return self.parts[0][1] - self.parts[0][0]
        return sum(end - start for start, end in self.parts)

    def covers(self, offset: int) -> bool:
        """Return whether the code point at `offset` belongs to the span (not only lies between its parts)."""
        return any(start <= offset < end for start, end in self.parts)

    def quote(self, text: str) -> str:
        """Return the text of the span, its parts joined by an ellipsis."""
        if len(self.parts) == 1:
            return text[self.parts[0][0] : self.parts[0][1]]
        return ELLIPSIS.join(text[start:end] for start, end in self.parts)


def are_parts(value: Parts) -> bool:
    """Return whether these are parts as a span has them: at least one, none empty, sorted, apart from each other."""
    if len(value) == 1:
        return 0 <= value[0][0] < value[0][1]
    ends = [0, *(end for _, end in value)]
    begins_after = [0, *(end + 1 for end in ends[1:])]
    return bool(value) and all(least <= start < end for least, (start, end) in zip(begins_after, value, strict=False))


def as_parts(value: Part | Iterable[Part], text_length: int) -> Parts:
    """Checked parts from one `(start, end)` or several: sorted, disjoint, not empty, inside the text.

    Parts that touch are joined, because they are one stretch. Raises InputError that names the part.
    """
    if value.__class__ is tuple and len(value) == 1 and value[0].__class__ is tuple:
        # So most are, and checked again and again.
        start, end = value[0]
        if 0 <= start < end <= text_length:
            return (value[0],)
    items: list[Any] = list(value)
    # A pair of ints is one part; anything else is several of them.
    one = len(items) == 2 and all(isinstance(item, int) for item in items)
    parts: list[Part] = sorted((start, end) for start, end in ([items] if one else items))
    if not parts:
        raise InputError("A span needs at least one part.")
    joined: list[Part] = []
    for start, end in parts:
        if not 0 <= start < end <= text_length:
            raise InputError(
                "The part [{start}, {end}) does not lie inside a text of {length} characters.",
                start=start,
                end=end,
                length=text_length,
            )
        if joined and start < joined[-1][1]:
            raise InputError(
                "The parts [{first}, {first_end}) and [{start}, {end}) of one span overlap.",
                first=joined[-1][0],
                first_end=joined[-1][1],
                start=start,
                end=end,
            )
        if joined and start == joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
