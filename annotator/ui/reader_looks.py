"""The look of each reader where several readings lie over one another: a colour, a shape and a lane of their own."""

from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.annotator import kind_of
from annotator.domain.scheme import Color, Label
from annotator.ui.article.marks import Lane, MarkStyle, ReaderShape
from annotator.ui.theme import Theme, parse_color

COLORS: tuple[Color, ...] = ("purple", "olive", "cyan", "pink", "red")
SHAPES: tuple[ReaderShape, ...] = ("disc", "square", "triangle")
"""The colours and shapes of people: their numbers have no factor in common, so that fifteen readers differ."""
SIGNS: dict[ReaderShape, str] = {"disc": "●", "square": "■", "triangle": "▲", "diamond": "◇", "star": "★"}
"""The shapes as characters, for words about readers."""


class ReaderLook(msgspec.Struct, frozen=True):
    """A reader's colour on every theme, and their lane on the page."""

    color: Color
    lane: Lane
    is_heavy: bool = False
    """True for the letters alone in which the reader differs: a heavy line over that of the mark."""

    @property
    def sign(self) -> str:
        """Return the shape as a character."""
        return SIGNS[self.lane.shape]


def reader_looks(annotators: Iterable[str]) -> dict[str, ReaderLook]:
    """Return a look for each annotator, by the order in which they are given: lanes from the letters downwards.

    People get colours and shapes in turn; gold is a star and a model a hollow diamond, both grey.
    """
    looks: dict[str, ReaderLook] = {}
    people = 0
    for place, name in enumerate(dict.fromkeys(annotators)):
        kind = kind_of(name)
        if kind == "person":
            look = ReaderLook(COLORS[people % len(COLORS)], Lane(place, SHAPES[people % len(SHAPES)]))
            people += 1
        else:
            look = ReaderLook("gray", Lane(place, "star" if kind == "gold" else "diamond"))
        looks[name] = look
    return looks


def lane_style(theme: Theme, label: Label, look: ReaderLook) -> MarkStyle:
    """Return the style of a reader's marks with a label: the label's underline, in the reader's colour and lane."""
    hue = theme.hues[look.color]
    return MarkStyle(
        line=parse_color(hue.line),
        fill=parse_color(hue.fill),
        selected_fill=parse_color(hue.selected_fill),
        underline=label.underline,
        lane=look.lane,
        heavy=look.is_heavy,
    )


def legend(names: Sequence[str], looks: dict[str, ReaderLook]) -> list[str]:
    """Return each reader's sign before their name."""
    return [f"{looks[name].sign} {name}" for name in names]
