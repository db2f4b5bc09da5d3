"""WebAnno TSV 3.3 as INCEpTION has it: a file a reading, in a folder a reader; a token a row, a feature a column.

The layers are those of a CAS. Every character of a text stands in a sentence, and where a mark begins or ends between
two tokens, that space is a token too, so that nothing is cut off. Offsets count UTF-16 units. Beside the files lies
`metadata.jsonl` with what they have no place for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotator.domain.span import Part
from annotator.formats import metadata
from annotator.formats.canonical import ordered
from annotator.formats.cas_layers import DEPENDENT, GOVERNOR
from annotator.formats.cas_model import ANNOTATION, FS_ARRAY, CasTypes, Structure
from annotator.formats.cas_schema import CasSchema, schema_of
from annotator.formats.cas_structures import Structures
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import LINE_BREAKS, NOT_XML
from annotator.formats.file_names import FileNames, reading_path
from annotator.formats.losses import EVERYTHING, KINDS, Feature
from annotator.formats.metadata import MetadataLine
from annotator.formats.offset_tables import units_before
from annotator.formats.options import Options, named
from annotator.formats.registry import writer
from annotator.formats.tsv_escapes import NONE, NULL, text_escaped, value_escaped
from annotator.formats.tsv_rows import TsvRows, TsvUnit
from annotator.formats.tsv_schema import FORMAT, VERSION, TsvColumn, TsvLayer, layer_line

PLAIN_LINK = "webanno.custom.Link"
"""The type of links without a role: a slot has links always."""

_UNFIT = re.compile(f"{LINE_BREAKS.pattern}|{NOT_XML.pattern}")


def count_lost(dataset: Dataset, options: Options) -> Mapping[str, int]:
    """Return what neither rows nor the file beside them tell, by kind: links with a role have no other features."""
    schema = schema_of(dataset.scheme)
    linked = {key for key, layer in schema.links.items() if layer.link}
    count = sum(len(one.attributes) for record in dataset.records for one in record.relations if one.label in linked)
    lost = dict(metadata.count_lost(dataset, options))
    return lost | ({KINDS[Feature.RELATION_ATTRIBUTES]: count} if count else {})


@writer(
    id="webanno-tsv",
    title="WebAnno TSV 3.3",
    use="tools",
    about=named("A table of tokens for WebAnno and INCEpTION"),
    suffix=".tsv",
    holds=EVERYTHING,
    shape="folder",
    count=count_lost,
)
def write_webanno_tsv(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a file a reading, and what it has no place for."""
    schema = schema_of(dataset.scheme)
    files, folders = FileNames(), FileNames(dataset.splits)
    items: list[MetadataLine] = []
    for record in dataset.records:
        order, place = ordered(record), reading_path(record, files, folders)
        structures = Structures(schema, record, order, _UNFIT).marks()
        with out.file(f"{place}.tsv") as stream:
            stream.write("".join(f"{line}\n" for line in _File(record.document.text, structures, schema)).encode())
        items.append(metadata.item_of(record, place, order))
    with out.file(metadata.NAME) as stream:
        metadata.write_items(items, stream)


class _File:
    """The lines of a file."""

    def __init__(self, text: str, structures: Sequence[Structure], schema: CasSchema) -> None:
        self._text, self._schema = text, schema
        self._by_id = {one.id: one for one in structures}
        self._units = units_before(text)
        points = {unit: point for point, unit in enumerate(self._units)}
        self._links = [one for one in structures if GOVERNOR in one.refs]
        self._spans = [one for one in structures if one.begin is not None and GOVERNOR not in one.refs]
        self._parts: dict[int, Part] = {one.id: (points[one.begin or 0], points[one.end or 0]) for one in self._spans}
        self._rows = TsvRows(text, self._parts.values())
        self._on = {id: self._rows.units_of(part) for id, part in self._parts.items()}
        self._layers = [*_span_layers(self._spans, schema.types, self._by_id), *_link_layers(self._links, schema.types)]
        self._ids = self._disambiguation()

    def __iter__(self) -> Iterator[str]:
        yield f"{FORMAT}{VERSION}"
        yield from map(layer_line, self._layers)
        yield ""
        cells = self._cells()
        for place, (start, end) in enumerate(self._rows.sentences):
            yield ""
            for line in self._text[start:end].split("\n"):
                yield f"#Text={text_escaped(line)}"
            for unit in self._rows.of(place):
                yield self._row(unit, cells)

    def _row(self, unit: TsvUnit, cells: Mapping[tuple[TsvUnit, int, int], list[str]]) -> str:
        places = f"{self._units[unit.start]}-{self._units[unit.end]}"
        columns = [
            "|".join(cells.get((unit, layer, column), [NONE]))
            for layer, one in enumerate(self._layers)
            for column in range(one.width)
        ]
        return "\t".join([unit.name, places, text_escaped(self._text[unit.start : unit.end]), *columns, ""])

    def _disambiguation(self) -> dict[int, int]:
        """Return an id for each span that its layer and its first row do not tell: on several rows, stacked, linked."""
        stacked: Counter[tuple[str, str]] = Counter()
        for one in self._spans:
            stacked.update((one.type, unit.name) for unit in self._on[one.id])
        ends = {id for link in self._links for ids in link.refs.values() for id in ids}
        ends |= {id for one in self._by_id.values() if one.begin is None for id in one.refs.get("target", [])}
        ends |= {id for one in self._by_id.values() if one.type == FS_ARRAY for id in one.refs.get("elements", [])}
        told: dict[int, int] = {}
        for one in self._spans:
            units = self._on[one.id]
            if len(units) > 1 or one.id in ends or any(stacked[one.type, unit.name] > 1 for unit in units):
                told[one.id] = len(told) + 1
        return told

    def _cells(self) -> dict[tuple[TsvUnit, int, int], list[str]]:
        cells: defaultdict[tuple[TsvUnit, int, int], list[str]] = defaultdict(list)
        numbers = {layer.type: number for number, layer in enumerate(self._layers)}
        for one in self._spans:
            number = numbers[one.type]
            written = list(self._span_cells(one, self._layers[number]))
            for unit in self._on[one.id]:
                for column, cell in enumerate(written):
                    cells[unit, number, column].append(cell)
        for link in self._links:
            number = numbers[link.type]
            unit = self._on[link.refs[DEPENDENT][0]][0]
            for column, cell in enumerate(self._link_cells(link, self._layers[number])):
                cells[unit, number, column].append(cell)
        return cells

    def _span_cells(self, one: Structure, layer: TsvLayer) -> Iterator[str]:
        id = f"[{self._ids[one.id]}]" if one.id in self._ids else ""
        if not layer.columns:
            yield f"{NULL}{id}"
        for column in layer.columns:
            if not column.link:
                yield _written(one.values.get(column.feature)) + id
                continue
            links = [self._by_id[link] for ref in one.refs.get(column.feature, []) for link in self._array(ref)]
            slots = [(_role(link), self._target(link)) for link in links if self._type(link) == column.link]
            yield ";".join(role for role, _ in slots) + id if slots else f"{NONE}{id}"
            yield ";".join(self._reference(target) for _, target in slots) or NONE

    def _array(self, id: int) -> list[int]:
        return self._by_id[id].refs.get("elements", []) if self._by_id[id].type == FS_ARRAY else [id]

    @staticmethod
    def _type(link: Structure) -> str:
        return link.type if link.begin is None else PLAIN_LINK

    @staticmethod
    def _target(link: Structure) -> int:
        return link.id if link.begin is not None else link.refs["target"][0]

    def _reference(self, id: int) -> str:
        name = self._on[id][0].name
        return f"{name}[{self._ids[id]}]" if id in self._ids else name

    def _link_cells(self, link: Structure, layer: TsvLayer) -> Iterator[str]:
        for column in layer.columns:
            yield _written(link.values.get(column.feature))
        start, end = link.refs[GOVERNOR][0], link.refs[DEPENDENT][0]
        ids = f"[{self._ids.get(start, 0)}_{self._ids.get(end, 0)}]"
        yield self._on[start][0].name + ("" if ids == "[0_0]" else ids)


def _written(value: str | None) -> str:
    return value_escaped(value) if value else NULL


def _role(link: Structure) -> str:
    return _written(link.values.get("role")) if link.begin is None else NULL


def _span_layers(spans: Sequence[Structure], types: CasTypes, by_id: Mapping[int, Structure]) -> Iterator[TsvLayer]:
    """Yield the span layers that are used, by name, with their features; a slot for each kind of links."""
    slots: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in spans:
        for feature, ids in one.refs.items():
            listed = [link for id in ids for link in by_id[id].refs.get("elements", [id])]
            slots[one.type].update((feature, _File._type(by_id[link])) for link in listed)
    for type in sorted({one.type for one in spans}):
        primitive = [name for name, range in types.features[type].items() if range != FS_ARRAY]
        columns = [TsvColumn(feature=name) for name in sorted(primitive)]
        columns += [TsvColumn(feature=name, link=link, target=ANNOTATION) for name, link in sorted(slots[type])]
        yield TsvLayer(kind="span", type=type, columns=tuple(columns))


def _link_layers(links: Sequence[Structure], types: CasTypes) -> Iterator[TsvLayer]:
    for type in sorted({one.type for one in links}):
        features = sorted(set(types.features[type]) - {GOVERNOR, DEPENDENT})
        columns = tuple(TsvColumn(feature=name) for name in features)
        ends = {types.features[type][GOVERNOR], types.features[type][DEPENDENT]}
        base = ends.pop() if len(ends) == 1 else ANNOTATION
        yield TsvLayer(kind="relation", type=type, columns=columns, base=base)
