"""Datasets and sinks in memory, for tests of writers."""

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotator.domain.scheme import Scheme
from annotator.formats.dataset import Card, Dataset, Records
from annotator.formats.options import Options, read_options
from annotator.formats.record import Record
from annotator.formats.registry import find_writer


class _Kept(io.BytesIO):
    """A stream whose bytes are kept when it is closed."""

    def __init__(self, files: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._files, self._name = files, name

    def close(self) -> None:
        if not self.closed:
            self._files[self._name] = self.getvalue()
        super().close()


class MemorySink:
    """A sink that keeps what is written to it in `files`."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def file(self, name: str) -> BinaryIO:
        assert name not in self.files
        return _Kept(self.files, name)


def dataset_of(records: Iterable[Record], scheme: Scheme, splits: Iterable[str] = ()) -> Dataset:
    held = list(records)

    def read(part: str | None) -> Iterator[Record]:
        return (one for one in held if part is None or one.split == part)

    card = Card(name="data", program="musnad", annotators=())
    return Dataset(scheme=scheme, records=Records(read), card=card, splits=tuple(splits))


def written(
    format: str, records: Iterable[Record], scheme: Scheme, splits: Iterable[str] = (), **options: str
) -> dict[str, bytes]:
    """The files that a writer makes of these records, by name."""
    sink, writer = MemorySink(), find_writer(format)
    settings: Options = read_options(writer.options, options, scheme)
    writer.write(dataset_of(records, scheme, splits), sink, settings)
    return sink.files
