"""The marks that an article shows of one or several readings, each in the look that it is shown in."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace
from PySide6.QtGui import QColor

from annotator.domain.scheme import Label, Scheme, title_in
from annotator.domain.span import Span
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.i18n import isolate, language, tr
from annotator.ui.reader_looks import ReaderLook, lane_style
from annotator.ui.splice import spliced
from annotator.ui.theme import themes

LayerLook = Literal["own", "suggested", "receding", "open"] | ReaderLook
Made = tuple[Sequence[Span], list[Mark]]
"""Spans, and the mark of each."""


class Layer(msgspec.Struct, frozen=True):
    """Spans that are shown alike: as marks of their own, as suggestions, in a reader's lane; faint, since nothing is to
    be done about them ("receding"); or as places that are to be filled ("open").
    """

    spans: Sequence[Span]
    look: LayerLook = "own"
    name: str = ""
    """The reader's name, which screen readers and tool tips say with the label."""


class MarkSheet:
    """Makes the marks of layers; of a span that did not change, the same object again, so that the page can tell."""

    def __init__(self) -> None:
        self._made: dict[LayerLook, Made] = {}

    def forget(self) -> None:
        """Make all marks anew: the theme, the language or the scheme is another."""
        self._made = {}

    def marks(self, layers: Iterable[Layer], scheme: Scheme) -> list[Mark]:
        """Return the marks of all layers, in their order; a span's id is its mark's. No two layers have one look."""
        labels = {label.key: label for label in scheme.labels}
        self._made = {layer.look: _made(layer, labels, self._made.get(layer.look, ([], []))) for layer in layers}
        return [mark for _, made in self._made.values() for mark in made]


def _made(layer: Layer, labels: dict[str, Label], held: Made) -> Made:
    @cache
    def dress(key: str) -> tuple[str, MarkStyle]:
        return _title(labels[key], layer), _style(labels[key], layer)

    return list(layer.spans), spliced(*held, layer.spans, lambda span: Mark(span.id, span.parts, *dress(span.label)))


def _style(label: Label, layer: Layer) -> MarkStyle:
    if isinstance(layer.look, ReaderLook):
        return lane_style(themes().theme, label, layer.look)
    theme = themes().theme
    style = theme.mark_style(label)
    if layer.look == "receding":
        return replace(style, line=_between(style.line, theme.color("page")), fill=QColor(0, 0, 0, 0))
    return replace(style, hollow=layer.look != "own")


def _between(one: QColor, other: QColor) -> QColor:
    """Return the colour halfway between two."""
    return QColor((one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2)


def _title(label: Label, layer: Layer) -> str:
    title = title_in(label.title, language(), label.key)
    if layer.look == "suggested":
        return tr("Suggested: {label}", label=title)
    return f"{isolate(layer.name)}: {title}" if layer.name else title
