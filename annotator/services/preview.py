"""The first records of a dataset as its format writes them, for who wants to see it before it is written."""

import io
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO, Unpack

import msgspec

from annotator.errors import InputError
from annotator.formats.dataset import Records
from annotator.formats.record import Record
from annotator.formats.registry import Writer
from annotator.services.datasets import GivenOptions, Split, Tally, Wish, Wished, planned
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress

ARTICLES = 2
"""Number of articles shown, with all their readings that go into the dataset."""

LONGEST_CHARACTERS = 20_000
"""Of one file; what is longer is cut off."""


class PreviewedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the dataset that the first articles make: its name, and what is in it as text."""

    name: str
    text: str


class _Memory:
    """A sink that keeps what is written to it."""

    def __init__(self) -> None:
        self.files: dict[str, _Kept] = {}

    def file(self, name: str) -> BinaryIO:
        """Open a new file."""
        self.files[name] = _Kept()
        return self.files[name]


class _Kept(io.BytesIO):
    """A stream whose content can be asked for when it is closed."""

    data = b""

    def close(self) -> None:
        if not self.closed:
            self.data = self.getvalue()
        super().close()


def preview(
    file: ProjectFile,
    format: str,
    annotators: Wish = None,
    split: Split = None,
    options: GivenOptions = (),
    *,
    articles: int = ARTICLES,
    progress: Progress | None = None,
    **wished: Unpack[Wished],
) -> list[PreviewedFile]:
    """Return the files that the first articles make, in the order of their names; nothing is frozen by looking.

    Raises as `datasets.export` does.
    """
    plan = planned(file, format, annotators, split, options, **wished)
    whole, sink = plan.dataset(file, Path("dataset"), Tally(), progress), _Memory()

    def read(part: str | None) -> Iterator[Record]:
        records = whole.records if part is None else whole.records.of(part)
        for _, readings in islice(groupby(records, key=lambda record: record.document.id), articles):
            yield from readings

    plan.writer.write(msgspec.structs.replace(whole, records=Records(read), agreement=tuple), sink, plan.options)
    return [PreviewedFile(name=name, text=_text(plan.writer, kept.data)) for name, kept in sorted(sink.files.items())]


def _text(writer: Writer, data: bytes) -> str:
    """Return the content of a file as text; only its size, where nobody can say it in words."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        try:
            text = writer.show(data) if writer.show is not None else f"{len(data):,} bytes"
        except InputError:
            # A writer may make files of several kinds.
            text = f"{len(data):,} bytes"
    return text if len(text) <= LONGEST_CHARACTERS else text[:LONGEST_CHARACTERS] + "…"
