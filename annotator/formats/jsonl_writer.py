"""Writing native JSON Lines: one file, or a folder with a card that Hugging Face's `datasets` loads by itself.

Without the card `datasets` guesses the columns from the first lines, and breaks on an attribute that comes later.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, BinaryIO

import msgspec

from annotator.formats.dataset import Dataset, Sink
from annotator.formats.hub import CARD, HubFile, HubOptions, HubSplit, Seen, card, hub_parts
from annotator.formats.jsonl_layout import line_of
from annotator.formats.losses import EVERYTHING
from annotator.formats.options import named, titled
from annotator.formats.record import Record
from annotator.formats.registry import writer


class JsonlOptions(HubOptions, frozen=True, kw_only=True):
    """True if the file comes in a folder with a card."""

    card: Annotated[bool, titled("A folder with a card for Hugging Face")] = False


def makes_folder(options: JsonlOptions) -> bool:
    """Return whether these options ask for a folder."""
    return options.card


@writer(
    id="jsonl",
    title="JSON Lines",
    use="keeping",
    about=named("Everything, a reading on a line; loads with datasets.load_dataset"),
    suffix=".jsonl",
    holds=EVERYTHING,
    options=JsonlOptions,
    in_folder=makes_folder,
)
def write_jsonl(dataset: Dataset, out: Sink, options: JsonlOptions) -> None:
    """Write one annotation set a line; offsets in code points."""
    if options.card:
        _write_folder(dataset, out, options)
        return
    with out.file(f"{dataset.card.name}.jsonl") as stream:
        for _ in _written(dataset.records, stream):
            pass


def _written(records: Iterable[Record], stream: BinaryIO) -> Iterable[Record]:
    """Write records, and yield each once it is written."""
    encode = msgspec.json.Encoder().encode
    for record in records:
        stream.write(encode(line_of(record)))
        stream.write(b"\n")
        yield record


def _write_folder(dataset: Dataset, out: Sink, options: JsonlOptions) -> None:
    """Write a file for each split, and the card."""
    seen, splits = Seen(), list[HubSplit]()
    for split, records in hub_parts(dataset):
        name, rows = f"data/{split}.jsonl", 0
        with out.file(name) as stream:
            for _, group in groupby(_written(records, stream), key=lambda record: record.document.id):
                readings = list(group)
                seen.note(readings)
                rows += len(readings)
            file = HubFile(name=name, bytes=stream.tell())
        splits.append(HubSplit(config="all", name=split, rows=rows, files=(file,)))
    agreement = dataset.agreement() if options.agreement else ()
    with out.file(CARD) as stream:
        stream.write(card(dataset, [one for one in splits if one.rows], seen, options, agreement).encode())
