"""Parquet for Hugging Face: a folder that `datasets.load_dataset` and `mlcroissant` load as it is.

Configurations: `gold` (the default where there is a gold reading), `all` (one row a reader), `agreed` (what the
readers of an article have in common). Each has its splits as `data/CONFIG/SPLIT-00000-of-0000N.parquet`. A row has the
fields of native JSON Lines; what has open keys is JSON in a text, which the `huggingface` key of the metadata says.
Reading takes the rows of `all`, which are everything.
"""

import hashlib
import io
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from itertools import groupby
from typing import IO, Any

import msgspec

from annotator.domain.annotator import GOLD
from annotator.domain.scheme import Scheme
from annotator.formats.consensus import consensus_of
from annotator.formats.croissant import NAME as CROISSANT
from annotator.formats.croissant import croissant
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.features import JSON, ColumnType, encoded, line_features
from annotator.formats.hub import ABOUT, CARD, HubFile, HubOptions, HubSplit, Seen, card, hub_parts
from annotator.formats.jsonl_layout import Line, line_of
from annotator.formats.losses import EVERYTHING
from annotator.formats.optional import optional
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import writer

ROWS_A_GROUP = 500
"""Rows that are encoded together; all that is held in memory of a file."""

ROWS_A_FILE = 50_000
"""Rows of a shard: some hundred megabytes of news."""


def shown(data: bytes) -> str:
    """Return the rows of a file, each as JSON."""
    pq = optional("pyarrow.parquet", "parquet")
    rows = pq.read_table(io.BytesIO(data)).to_pylist()
    return "\n".join(msgspec.json.encode(row).decode() for row in rows)


@writer(
    id="parquet",
    title="Parquet (Hugging Face)",
    use="training",
    about=named("For the Hugging Face Hub: parts, a card and Croissant metadata"),
    suffix="",
    holds=EVERYTHING,
    shape="folder",
    options=HubOptions,
    show=shown,
)
def write_parquet(dataset: Dataset, out: Sink, options: HubOptions) -> None:
    """Write the data files of each configuration and split, the card and croissant.json."""
    seen, splits = Seen(), list[HubSplit]()
    with ExitStack() as held:
        for split, records in hub_parts(dataset):
            rows = {config: _Rows(held, lambda: held.enter_context(tempfile.TemporaryFile())) for config in ABOUT}
            for _, group in groupby(records, key=lambda record: record.document.id):
                readings = list(group)
                seen.note(readings)
                _put(readings, rows, dataset.scheme)
            splits += [
                HubSplit(config=config, name=split, rows=found.count, files=found.moved_to(out, config, split))
                for config, found in rows.items()
                if found.count
            ]
    agreement = dataset.agreement() if options.agreement else ()
    with out.file(CARD) as stream:
        stream.write(card(dataset, splits, seen, options, agreement).encode())
    with out.file(CROISSANT) as stream:
        stream.write(croissant(dataset, splits, seen, options, agreement))


def _put(readings: Sequence[Record], rows: "dict[str, _Rows]", scheme: Scheme) -> None:
    """Put the readings of one document where they belong."""
    for one in readings:
        line = line_of(one)
        rows["all"].put(line)
        if one.annotator is not None and one.annotator.handle == GOLD:
            rows["gold"].put(line)
    if (agreed := consensus_of(readings, "agreed", scheme)) is not None:
        rows["agreed"].put(line_of(agreed))


class _Rows:
    """The rows of one configuration and split, in files without names until it is known how many there are.

    `open_file` makes one; `held` closes what writes to it before it is closed itself.
    """

    def __init__(self, held: ExitStack, open_file: Callable[[], IO[bytes]]) -> None:
        self._held, self._open_file = held, open_file
        self._pa, self._pq = optional("pyarrow", "parquet"), optional("pyarrow.parquet", "parquet")
        self._features = line_features()
        self._schema = _schema(self._pa, self._features)
        self._open = _open_fields(self._features)
        self._waiting: list[dict[str, Any]] = []
        self._files: list[IO[bytes]] = []
        self._writer: Any = None
        self.count = 0

    def put(self, line: Line) -> None:
        """Add a row."""
        if self.count % ROWS_A_FILE == 0:
            self._end()
            self._files.append(self._open_file())
            made = self._pq.ParquetWriter(self._files[-1], self._schema, compression="zstd")
            self._writer = self._held.enter_context(made)
        self._waiting.append(self._row(line))
        self.count += 1
        if len(self._waiting) >= ROWS_A_GROUP:
            self._flush()

    def moved_to(self, out: Sink, config: str, split: str) -> tuple[HubFile, ...]:
        """Move the files to where `datasets` looks for them."""
        self._end()
        found: list[HubFile] = []
        for place, held in enumerate(self._files):
            name = f"data/{config}/{split}-{place:05}-of-{len(self._files):05}.parquet"
            with held, out.file(name) as stream:
                found.append(_moved(held, stream, name))
        return tuple(found)

    def _row(self, line: Line) -> dict[str, Any]:
        row: dict[str, Any] = msgspec.to_builtins(line)
        for column, fields in self._open.items():
            items = row[column]
            if not fields:
                row[column] = [_json(item) for item in items]
            for item in items if fields else ():
                for field in fields:
                    item[field] = _json(item[field])
        return row

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(self._pa.Table.from_pylist(self._waiting, schema=self._schema))
            self._waiting.clear()

    def _end(self) -> None:
        if self._writer is not None:
            self._flush()
            self._writer.close()
            self._writer = None


def _moved(held: IO[bytes], stream: IO[bytes], name: str) -> HubFile:
    """Copy a file, and return its entry."""
    digest = hashlib.sha256()
    held.seek(0)
    while chunk := held.read(1 << 20):
        stream.write(chunk)
        digest.update(chunk)
    return HubFile(name=name, bytes=held.tell(), sha256=digest.hexdigest())


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _open_fields(features: dict[str, ColumnType]) -> dict[str, list[str]]:
    """Return the columns whose items are JSON (no fields), or have fields that are."""
    found: dict[str, list[str]] = {}
    for column, feature in features.items():
        item = feature.get("feature", {})
        if item == JSON:
            found[column] = []
        elif fields := [name for name, one in item.items() if one == JSON]:
            found[column] = fields
    return found


def _schema(pa: Any, features: dict[str, ColumnType]) -> Any:
    fields = [(name, _type(pa, feature)) for name, feature in features.items()]
    return pa.schema(fields, metadata={"huggingface": encoded(features)})


def _type(pa: Any, feature: ColumnType) -> Any:
    match feature.get("_type"):
        case "Json":
            return pa.string()
        case "Value":
            return getattr(pa, feature["dtype"])()
        case "List":
            return pa.list_(_type(pa, feature["feature"]))
    return pa.struct([(name, _type(pa, one)) for name, one in feature.items()])
