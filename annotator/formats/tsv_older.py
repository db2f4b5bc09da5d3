"""WebAnno TSV 2, which has no offsets: tokens are found in the text of their sentence, one after the other.

 # webanno.custom.Claim | stance # webanno.custom.About | kind | AttachTo=webanno.custom.Claim
#id=1
#text=He denied it .
1-1  He      B-for  _   _
1-2  denied  I-for  of  1-1

The first line declares the layers. A mark over several tokens has its values behind B- and I-, several on one token
are divided by |, and a relation ends with the number of the token from which it leads.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from annotator.errors import InputError
from annotator.formats.cas_layers import DEPENDENT, GOVERNOR, TOKEN
from annotator.formats.cas_model import INITIAL_VIEW, Cas, CasTypes, Sofa, Structure
from annotator.formats.offset_tables import units_before

SOFA_ID = 1
MOST_ROWS = 2_000_000

_HEAD = re.compile(r"\s*#\s*[A-Za-z_]\w*(?:\.\w+)+\s*\|")
_TEXT, _ID = "#text=", "#id="
_ROW = re.compile(r"\d{1,9}-\d{1,9}\t")
_NOTHING = frozenset(("_", "O", ""))
_CHUNK = re.compile(r"([BI])-(.*)", re.DOTALL)


def looks_older(line: str) -> bool:
    """Return whether a file that begins with this line is WebAnno TSV 2."""
    return _HEAD.match(line) is not None


class _Layer(msgspec.Struct, frozen=True):
    type: str
    features: tuple[str, ...]
    base: str | None
    """The type of the ends of a relation; None for a layer of marks."""

    @property
    def width(self) -> int:
        return len(self.features) + (self.base is not None) or 1


def parse_older(lines: Sequence[str], at: Callable[[int], None]) -> Cas:
    """Return what the lines of a file hold; `at` hears each line's number. Raises InputError."""
    at(1)
    layers = list(_layers(lines[0]))
    made = _Older(layers)
    for place, line in enumerate(lines[1:], 2):
        at(place)
        line = line.removesuffix("\r")
        if line.startswith(_TEXT):
            made.sentence(line.removeprefix(_TEXT))
        elif _ROW.match(line):
            made.row(line, place)
        elif line.strip() and not line.startswith(_ID):
            made.further(line)
    found = made.cas(at)
    at(0)
    return found


def _layers(head: str) -> Iterator[_Layer]:
    for declared in head.split("#")[1:]:
        type, *features = (piece.strip() for piece in declared.split("|"))
        ends = [one.removeprefix("AttachTo=") for one in features if one.startswith("AttachTo=")]
        own = tuple(one for one in features if one and not one.startswith("AttachTo="))
        yield _Layer(type, own, ends[0] if ends else None)


class _Older:
    """Collects the sentences of a file, and makes structures of its rows."""

    def __init__(self, layers: Sequence[_Layer]) -> None:
        self._layers = layers
        self._width = sum(layer.width for layer in layers)
        self._text = ""
        self._reached = 0
        self._is_fresh = False
        """True until a sentence has its first row: its text may go on."""
        self._made: dict[int, Structure] = {}
        self._on: dict[tuple[str, str], list[Structure]] = {}
        """The annotations on a token, by its name and their type."""
        self._open: dict[tuple[str, int], Structure] = {}
        self._relations: list[tuple[_Layer, str, int, list[list[str]]]] = []

    def sentence(self, text: str) -> None:
        """Begin a sentence."""
        self._reached = len(self._text) + 1 if self._text else 0
        self._text += f"\n{text}" if self._text else text
        self._open.clear()
        self._is_fresh = True

    def further(self, line: str) -> None:
        """Take a line that is none of the format's: the text of a sentence may go on over several."""
        if not self._is_fresh:
            raise InputError(
                "it is no row of WebAnno TSV 2: 1-1, tab, a token, then {width} columns", width=self._width
            )
        self._text += f"\n{line}"

    def row(self, line: str, number: int) -> None:
        """Take a token with its annotations in. Raises InputError."""
        unit, form, *cells = line.split("\t")
        if cells and not cells[-1]:
            cells.pop()
        start = self._text.find(form, self._reached)
        if start < 0 or self._text[self._reached : start].strip() or len(cells) != self._width:
            raise InputError(
                "the token {form!r} does not follow in its sentence, or has not {width} columns",
                form=form[:40],
                width=self._width,
            )
        if len(self._made) > MOST_ROWS:
            raise InputError("it has more than {most} rows", most=MOST_ROWS)
        self._reached = start + len(form)
        self._is_fresh = False
        part = start, self._reached
        self._on[unit, TOKEN] = [self._add(TOKEN, part, number)]
        for layer in self._layers:
            own, cells = [cell.split("|") for cell in cells[: layer.width]], cells[layer.width :]
            if layer.base is None:
                self._marks(layer, unit, part, own, number)
            else:
                self._relations.append((layer, unit, number, own))

    def cas(self, at: Callable[[int], None]) -> Cas:
        """Return everything. Raises InputError for a relation that leads nowhere."""
        for layer, unit, number, cells in self._relations:
            at(number)
            for turn, governor in enumerate(cells[-1]):
                if governor not in _NOTHING:
                    self._relation(layer, (governor, unit), turn, cells, number)
        units = units_before(self._text)
        for one in self._made.values():
            one.begin, one.end = units[one.begin or 0], units[one.end or 0]
        return Cas(sofas=[Sofa(SOFA_ID, INITIAL_VIEW, self._text)], structures=self._made, types=CasTypes())

    def _add(self, type: str, part: tuple[int, int], line: int) -> Structure:
        made = Structure(SOFA_ID + 1 + len(self._made), type, SOFA_ID, *part, line=line)
        self._made[made.id] = made
        return made

    def _marks(self, layer: _Layer, unit: str, part: tuple[int, int], cells: list[list[str]], line: int) -> None:
        for turn in range(max(map(len, cells))):
            said = [cell[turn] if turn < len(cell) else "_" for cell in cells]
            found = [_CHUNK.fullmatch(one) for one in said]
            values = [one[2] if one else plain for one, plain in zip(found, said, strict=True)]
            if _NOTHING.issuperset(said):
                self._open.pop((layer.type, turn), None)
                continue
            goes_on = any(one is not None and one[1] == "I" for one in found)
            made = self._open.get((layer.type, turn)) if goes_on else None
            if made is None:
                made = self._add(layer.type, part, line)
                made.values = dict(self._values(layer, values))
                self._open[layer.type, turn] = made
            made.end = part[1]
            self._on.setdefault((unit, layer.type), []).append(made)

    @staticmethod
    def _values(layer: _Layer, values: Sequence[str]) -> Iterator[tuple[str, str]]:
        for feature, value in zip(layer.features, values, strict=False):
            # A mark without a value has the name of its layer there.
            if value not in _NOTHING and value != f"{layer.type}_":
                yield feature, value

    def _relation(self, layer: _Layer, ends: tuple[str, str], turn: int, cells: list[list[str]], line: int) -> None:
        start, end = (self._on.get((unit, layer.base or TOKEN)) or self._on.get((unit, TOKEN)) for unit in ends)
        if not start or not end:
            raise InputError("a relation leads from {name!r}, which is no token", name=ends[0])
        target = end[min(turn, len(end) - 1)]
        made = self._add(layer.type, (target.begin or 0, target.end or 0), line)
        made.refs = {GOVERNOR: [start[0].id], DEPENDENT: [target.id]}
        values = [cell[turn] if turn < len(cell) else "_" for cell in cells[:-1]]
        made.values = dict(self._values(layer, values))
