"""The head of a WebAnno TSV file: its layers, and the columns in which their features stand."""

import re
from typing import Literal

import msgspec

from annotator.errors import InputError
from annotator.formats.cas_model import ANNOTATION

FORMAT, SPAN, CHAIN, RELATION = "#FORMAT=WebAnno TSV ", "#T_SP=", "#T_CH=", "#T_RL="
VERSION = "3.3"

_SLOT = re.compile(r"ROLE_(?:[^:|]*:)?(.+)_([A-Za-z]+(?:\.\w+)+)")
_SHORT_SLOT = re.compile(r"ROLE_(?:[^:|]*:)?([^_]+)_(.*)")
MOST_COLUMNS = 2_000

Kind = Literal["span", "chain", "relation"]


class TsvColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A feature of a layer; a slot has two columns, of which the second holds its targets.

    `link` is the type of a slot's links, `target` that of its targets; both are empty for other features.
    """

    feature: str
    link: str = ""
    target: str = ""

    @property
    def width(self) -> int:
        """The number of columns."""
        return 2 if self.link else 1


class TsvLayer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer. `base` is the type of the ends of a relation layer, whose last column names the first end."""

    kind: Kind
    type: str
    columns: tuple[TsvColumn, ...]
    base: str = ""

    @property
    def width(self) -> int:
        """The number of columns; a layer without features has one all the same."""
        if self.kind == "relation":
            return sum(column.width for column in self.columns) + 1
        return sum(column.width for column in self.columns) or 1


def read_layer(line: str) -> TsvLayer | None:
    """Return the layer that a line declares; None for a line that declares none. Raises InputError."""
    kinds: tuple[tuple[str, Kind], ...] = ((SPAN, "span"), (CHAIN, "chain"), (RELATION, "relation"))
    for prefix, kind in kinds:
        if line.startswith(prefix):
            type, *features = line.removeprefix(prefix).strip().split("|")
            if not type or len(features) > MOST_COLUMNS:
                raise InputError("it declares a layer without a name, or with too many features")
            return _layer(kind, type, [feature for feature in features if feature])
    return None


def _layer(kind: Kind, type: str, features: list[str]) -> TsvLayer:
    columns: list[TsvColumn] = []
    base = ""
    for feature in features:
        if kind == "relation" and feature.startswith("BT_"):
            base = feature.removeprefix("BT_")
        elif kind == "span" and (slot := _SLOT.fullmatch(feature) or _SHORT_SLOT.fullmatch(feature)):
            columns.append(TsvColumn(feature=slot[1], link=slot[2], target=ANNOTATION))
        elif columns and columns[-1].link and columns[-1].target == ANNOTATION and "." in feature:
            columns[-1] = msgspec.structs.replace(columns[-1], target=feature)
        else:
            columns.append(TsvColumn(feature=feature))
    return TsvLayer(kind=kind, type=type, columns=tuple(columns), base=base)


def layer_line(layer: TsvLayer) -> str:
    """Return the line that declares a layer."""
    prefix = {"span": SPAN, "chain": CHAIN, "relation": RELATION}[layer.kind]
    features = [_declared(layer, column) for column in layer.columns]
    if layer.kind == "relation":
        features.append(f"BT_{layer.base}")
    return f"{prefix}{layer.type}|{'|'.join(features)}"


def _declared(layer: TsvLayer, column: TsvColumn) -> str:
    if column.link:
        return f"ROLE_{layer.type}:{column.feature}_{column.link}|{column.target}"
    return column.feature
