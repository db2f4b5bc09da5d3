"""WebAnno TSV as text: the text that its sentences make, and its annotations as the structures of a CAS.

A row is a token, or a part of one; a layer has a column a feature. Annotations that stand on several rows, or on one
row with others, carry an id; relations and slots name the first row of what they lead to, and that id.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec

from annotator.errors import InputError
from annotator.formats.cas_layers import DEPENDENT, GOVERNOR, TOKEN
from annotator.formats.cas_model import ANNOTATION, FS_ARRAY, INITIAL_VIEW, Cas, CasTypes, Sofa, Structure
from annotator.formats.offset_tables import has_astral, units_before
from annotator.formats.tsv_escapes import NONE, NULL, parted, pieces, unescaped_cell, unescaped_text
from annotator.formats.tsv_older import looks_older, parse_older
from annotator.formats.tsv_schema import FORMAT, TsvColumn, TsvLayer, read_layer

TEXT = "#Text="
SOFA_ID = 1
MOST_ROWS = 2_000_000
LONGEST_GAP = 1_000_000
"""Number of units between two sentences that are filled in."""

_NOTHING = {NONE, ""}
_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,12})-(\d{1,12})\t")
_REFERENCE = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)(?:_(\d+))?\])?")
_CHAIN = re.compile(r"((?:\\->|\\.|(?!->)[^\\])*)->(\d+)-(\d+)", re.DOTALL)


_Stacked = tuple[Structure, int, int | None]
"""An annotation on a row, its place in the stack, and its disambiguation id."""


class _Row(msgspec.Struct):
    unit: str
    begin: int
    end: int
    form: str
    cells: list[str]
    line: int


class _Sentence(msgspec.Struct):
    lines: list[str]
    rows: list[_Row]
    line: int


def parse_tsv(data: str, at: Callable[[int], None]) -> Cas:
    """Return what a file holds; `at` hears each line's number. Raises InputError."""
    lines = data.removeprefix("\ufeff").split("\n")
    if looks_older(lines[0]):
        return parse_older(lines, at)
    if not lines[0].startswith(FORMAT):
        at(1)
        raise InputError("it does not begin with #FORMAT=WebAnno TSV 3.3")
    version = lines[0].removeprefix(FORMAT).strip()
    if not version.startswith("3"):
        at(1)
        raise InputError("it is WebAnno TSV {version}; export it as version 3.3", version=version)
    layers, body = _head(lines, at)
    sentences = list(_sentences(lines, body, sum(layer.width for layer in layers), at))
    for sentence in sentences:
        sentence.lines = [unescaped_text(line, version) for line in sentence.lines]
    text = _text(sentences, at)
    structures = _Rows(layers, at).read([row for sentence in sentences for row in sentence.rows])
    at(0)
    return Cas(sofas=[Sofa(SOFA_ID, INITIAL_VIEW, text)], structures=structures, types=CasTypes())


def _head(lines: Sequence[str], at: Callable[[int], None]) -> tuple[list[TsvLayer], int]:
    """Return the layers, and the place of the first line below them."""
    layers: list[TsvLayer] = []
    for place, line in enumerate(lines[1:], 1):
        at(place + 1)
        if (layer := read_layer(line.removesuffix("\r"))) is not None:
            layers.append(layer)
        elif line.startswith(TEXT) or not line.startswith("#"):
            return layers, place
    return layers, len(lines)


def _sentences(lines: Sequence[str], body: int, width: int, at: Callable[[int], None]) -> Iterator[_Sentence]:
    here = _Sentence([], [], body + 1)
    count = 0
    for place, line in enumerate(lines[body:], body):
        at(place + 1)
        line = line.removesuffix("\r")
        if line.startswith(TEXT):
            if here.rows:
                yield here
                here = _Sentence([], [], place + 1)
            here.lines.append(line.removeprefix(TEXT))
        elif _is_row(line):
            count += 1
            if count > MOST_ROWS:
                raise InputError("it has more than {most} rows", most=MOST_ROWS)
            here.rows.append(_row(line, width, place + 1))
        elif line.strip() and not line.startswith("#"):
            raise InputError(
                "it is no row of WebAnno TSV: 1-1, tab, 0-4, tab, a token, then {width} columns", width=width
            )
    if here.rows or here.lines:
        yield here


def _is_row(line: str) -> bool:
    return _ROW.match(line) is not None


def _row(line: str, width: int, number: int) -> _Row:
    unit, places, form, *cells = line.split("\t")
    begin, _, end = places.partition("-")
    # Each column ends with a tab.
    if len(cells) == width + 1 and not cells[-1]:
        cells.pop()
    if len(cells) != width or int(end) < int(begin):
        raise InputError(
            "it has {found} columns behind its token; its head declares {width}", found=len(cells), width=width
        )
    return _Row(unit, int(begin), int(end), form, cells, number)


def _text(sentences: Sequence[_Sentence], at: Callable[[int], None]) -> str:
    """Return the whole text. Rows count UTF-16 units; those of programs that count code points do so afterwards.

    Raises InputError where the sentences do not follow each other.
    """
    said = ["\n".join(sentence.lines) for sentence in sentences]
    if any(map(has_astral, said)) and _counts_points(sentences, said):
        text = _joined(sentences, said, len, at)
        units = units_before(text)
        for row in (row for sentence in sentences for row in sentence.rows):
            row.begin, row.end = (units[min(offset, len(text))] for offset in (row.begin, row.end))
        return text
    return _joined(sentences, said, _units, at)


def _units(text: str) -> int:
    return units_before(text)[-1]


def _counts_points(sentences: Sequence[_Sentence], said: Sequence[str]) -> bool:
    """Return whether the tokens stand where they should if offsets are code points, and not if UTF-16 units."""
    units = points = 0
    for sentence, text in zip(sentences, said, strict=True):
        first = sentence.rows[0].begin if sentence.rows else 0
        wide = text.encode("utf-16-le", "surrogatepass")
        for row in sentence.rows:
            start, end = row.begin - first, row.end - first
            points += text[start:end] == row.form
            units += wide[2 * start : 2 * end].decode("utf-16-le", "replace") == row.form
    return points > units


def _joined(
    sentences: Sequence[_Sentence], said: Sequence[str], length: Callable[[str], int], at: Callable[[int], None]
) -> str:
    """Return the sentences at the places of their first tokens, with line ends and spaces between them."""
    made: list[str] = []
    reached = 0
    for sentence, text in zip(sentences, said, strict=True):
        begin = sentence.rows[0].begin if sentence.rows else reached
        at(sentence.line)
        if begin < reached or begin - reached > LONGEST_GAP:
            raise InputError(
                "the sentence begins at {begin}, but the text reaches to {reached}", begin=begin, reached=reached
            )
        made += ["\n", " " * (begin - reached - 1)] if begin > reached else []
        made.append(text)
        reached = begin + length(text)
    return "".join(made)


class _Rows:
    """Makes structures of rows."""

    def __init__(self, layers: Sequence[TsvLayer], at: Callable[[int], None]) -> None:
        ends = list(accumulate((layer.width for layer in layers), initial=0))
        self._slices = list(zip(layers, ends, ends[1:], strict=False))
        self._at = at
        self._made: dict[int, Structure] = {}
        self._by_key: dict[tuple[object, ...], Structure] = {}
        self._on: defaultdict[str, list[tuple[str, int | None, int]]] = defaultdict(list)
        """The annotations on each unit: type, disambiguation id, id of the structure."""

    def read(self, rows: Sequence[_Row]) -> dict[int, Structure]:
        """Return the structures by their ids. Raises InputError."""
        for row in rows:
            if "." not in row.unit:
                self._on[row.unit].append((TOKEN, None, self._add(TOKEN, row).id))
        filled = [(row, list(self._cells(row))) for row in rows if set(row.cells) - _NOTHING]
        for row, layers in filled:
            self._at(row.line)
            for layer, cells in layers:
                if layer.kind == "span":
                    self._spans(layer, cells, row)
                elif layer.kind == "chain":
                    self._links(layer, cells, row)
        for row, layers in filled:
            self._at(row.line)
            for layer, cells in layers:
                if layer.kind == "relation":
                    self._relations(layer, cells, row)
                elif layer.kind == "span":
                    self._slots(layer, cells, row)
        self._chained()
        return self._made

    def _cells(self, row: _Row) -> Iterator[tuple[TsvLayer, list[list[str]]]]:
        """Yield each layer that has something on a row, with the pieces of its columns."""
        for layer, start, end in self._slices:
            cells = row.cells[start:end]
            if set(cells) - _NOTHING:
                yield layer, [pieces(cell, "|") for cell in cells]

    def _add(self, type: str, row: _Row) -> Structure:
        made = Structure(SOFA_ID + 1 + len(self._made), type, SOFA_ID, row.begin, row.end, line=row.line)
        self._made[made.id] = made
        return made

    def _found(self, key: tuple[object, ...] | None, type: str, row: _Row) -> Structure:
        """Return the structure with a key, wider now; a new one where there is none."""
        held = self._by_key.get(key) if key is not None else None
        if held is None:
            held = self._add(type, row)
            if key is not None:
                self._by_key[key] = held
        held.begin = min(held.begin or 0, row.begin)
        held.end = max(held.end or 0, row.end)
        return held

    # Spans and slots

    def _stacked(
        self, layer: TsvLayer, cells: list[list[str]], row: _Row
    ) -> Iterator[tuple[Structure, int, int | None]]:
        """Yield the annotations of a span layer on a row, each with its place in the stack and its id."""
        roles = [place for place, column in self._places(layer) if not column.link or place < len(cells)]
        height = max(len(cells[place]) for place in roles) if roles else len(cells[0])
        for turn in range(height):
            found = [parted(cells[place][turn]) for place in roles or [0] if turn < len(cells[place])]
            id = next((one for _, one in found if one is not None), None)
            targets = [cells[place][turn] for place in range(len(cells)) if turn < len(cells[place])]
            if id is None and _NOTHING.issuperset(targets) and all(value in _NOTHING for value, _ in found):
                continue
            key = (layer.type, id) if id is not None else (layer.type, row.unit, turn)
            yield self._found(key, layer.type, row), turn, id

    @staticmethod
    def _places(layer: TsvLayer) -> Iterator[tuple[int, TsvColumn]]:
        place = 0
        for column in layer.columns:
            yield place, column
            place += column.width

    def _spans(self, layer: TsvLayer, cells: list[list[str]], row: _Row) -> None:
        for made, turn, id in self._stacked(layer, cells, row):
            self._on[row.unit].append((layer.type, id, made.id))
            for place, column in self._places(layer):
                if not column.link and turn < len(cells[place]):
                    value, _ = parted(cells[place][turn])
                    if value not in (NULL, NONE):
                        made.values.setdefault(column.feature, unescaped_cell(value))

    def _slots(self, layer: TsvLayer, cells: list[list[str]], row: _Row) -> None:
        slots = [(place, column) for place, column in self._places(layer) if column.link]
        if not slots:
            return
        for made, turn, _ in self._stacked(layer, cells, row):
            if made.begin != row.begin or made.line != row.line:
                continue
            for place, column in slots:
                if turn < len(cells[place]) and turn < len(cells[place + 1]):
                    self._slot(made, column, parted(cells[place][turn])[0], cells[place + 1][turn], row)

    def _slot(self, made: Structure, column: TsvColumn, roles: str, targets: str, row: _Row) -> None:
        named = pieces(roles, ";")
        links: list[int] = []
        for role, target in zip(named, pieces(targets, ";"), strict=False):
            if target in (NONE, NULL, ""):
                continue
            link = Structure(SOFA_ID + 1 + len(self._made), column.link, line=row.line)
            self._made[link.id] = link
            if role not in (NULL, NONE):
                link.values["role"] = unescaped_cell(role)
            link.refs["target"] = [self._end(target, column.target, 1)]
            links.append(link.id)
        if links:
            array = Structure(SOFA_ID + 1 + len(self._made), FS_ARRAY, refs={"elements": links})
            self._made[array.id] = array
            made.refs[column.feature] = [array.id]

    # Relations and chains

    def _relations(self, layer: TsvLayer, cells: list[list[str]], row: _Row) -> None:
        for turn, reference in enumerate(cells[-1]):
            if reference in (NONE, NULL, ""):
                continue
            made = self._add(layer.type, row)
            made.refs = {
                GOVERNOR: [self._end(reference, layer.base, 1)],
                DEPENDENT: [self._end(reference, layer.base, 2, row.unit)],
            }
            for place, column in self._places(layer):
                value = parted(cells[place][turn])[0] if turn < len(cells[place]) else NULL
                if value not in (NULL, NONE):
                    made.values[column.feature] = unescaped_cell(value)

    def _end(self, reference: str, type: str, which: int, unit: str = "") -> int:
        """Return the annotation that a reference means: on the unit that it names, with the id that it gives."""
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise InputError("{reference!r} leads nowhere: write it as 1-3, or as 1-3[2_0]", reference=reference)
        id = int(found[1 + which] or 0) or None
        here = self._on.get(unit or found[1], [])
        fits = [one for one in here if type in ("", ANNOTATION, one[0])] or here
        if id is not None:
            fits = [one for one in fits if one[1] == id] or [one for one in here if one[1] == id]
        elif len(fits) > 1:
            fits = [one for one in fits if one[0] != TOKEN and one[1] is None] or fits
        # An annotation that is not there is told where relations are made.
        return fits[0][2] if fits else 0

    def _links(self, layer: TsvLayer, cells: list[list[str]], row: _Row) -> None:
        names = [column.feature for column in layer.columns]
        if sorted(names) != ["referenceRelation", "referenceType"]:
            raise InputError("a chain has the features referenceType and referenceRelation, and no others")
        types, relations = cells[names.index("referenceType")], cells[names.index("referenceRelation")]
        for kind, relation in zip(types, relations, strict=False):
            found = _CHAIN.fullmatch(relation)
            if found is None:
                raise InputError("{relation!r} is no link of a chain: write it as coref->1-2", relation=relation)
            made = self._found((layer.type, int(found[2]), int(found[3])), layer.type, row)
            self._on[row.unit].append((layer.type, None, made.id))
            said = {"referenceType": parted(kind)[0], "referenceRelation": found[1]}
            made.values |= {name: unescaped_cell(value) for name, value in said.items() if value not in (NULL, NONE)}

    def _chained(self) -> None:
        """Let each link of a chain lead to the next one."""
        links = sorted(key for key, one in self._by_key.items() if len(key) == 3 and isinstance(key[1], int))
        for first, second in pairwise(links):
            if first[:2] == second[:2]:
                self._by_key[first].refs["next"] = [self._by_key[second].id]
