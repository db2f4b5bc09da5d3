"""Reading parquet files of native rows, as `parquet.py` writes them."""

from collections.abc import Iterator
from typing import Any

import msgspec

from annotator.errors import InputError
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import Line
from annotator.formats.optional import optional
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, SURE, reader
from annotator.formats.source import Source

MAGIC = b"PAR1"
ROWS_AT_ONCE = 200
LARGEST_GROUP_BYTES = 1024**3
"""The most bytes that a group of rows may unpack to; ours have a hundredth of that."""

_EVERYTHING = "data/all/"
_OPEN = ("spans", "relations")


def looks_parquet(name: str, head: bytes) -> float:
    """Return how sure it is that a file is parquet: by its suffix and its first bytes."""
    if not name.lower().endswith(".parquet"):
        return 0.0
    return SURE if head.startswith(MAGIC) else CERTAIN


@reader(id="parquet", title="Parquet (Hugging Face)", suffix=".parquet", sniff=looks_parquet, foreign=False)
def read_parquet(source: Source) -> Iterator[Record]:
    """Yield the records of a file; of a folder of ours those of `all`, which every other file repeats."""
    whole = any(name.startswith(_EVERYTHING) for name in source.files)
    if whole and not source.name.startswith(_EVERYTHING):
        return
    lines = NativeLines(source)
    for row in _rows(source):
        source.line += 1
        yield source.fitted(lines.record(_line(row)))


def _rows(source: Source) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file; frames, which repeat what the rest says, are not read."""
    pa, pq = optional("pyarrow", "parquet"), optional("pyarrow.parquet", "parquet")
    try:
        file = pq.ParquetFile(source.stream)
        _check(file)
        known = [name for name in Line.__struct_encode_fields__ if name in file.schema_arrow.names and name != "frames"]
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=known):
            yield from batch.to_pylist()
    # A damaged file makes pyarrow raise any of these, with the reason in many words.
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        raise InputError("it is no parquet file that can be read ({reason})", reason=_first_line(error)) from error


def _check(file: Any) -> None:
    if "text" not in file.schema_arrow.names:
        raise InputError("it has no column text; it has: {known}", known=list(file.schema_arrow.names))
    for group in range(file.metadata.num_row_groups):
        size = file.metadata.row_group(group).total_byte_size
        if not 0 <= size <= LARGEST_GROUP_BYTES:
            raise InputError(
                "its rows {group} unpack to {size} bytes; {most} are allowed",
                group=group,
                size=size,
                most=LARGEST_GROUP_BYTES,
            )


def _line(row: dict[str, Any]) -> Line:
    held = _without_nulls(row)
    try:
        for column in _OPEN:
            for item in held.get(column, ()):
                if isinstance(item.get("attributes"), str):
                    item["attributes"] = msgspec.json.decode(item["attributes"])
        return msgspec.convert(held, Line)
    except (msgspec.DecodeError, AttributeError, TypeError, RecursionError) as error:
        raise InputError("{reason}", reason=str(error)) from error


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(held) for key, held in value.items() if held is not None}
    return [_without_nulls(held) for held in value] if isinstance(value, list) else value


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
