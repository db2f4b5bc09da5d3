"""The formats there are. A format is one file that registers what it can write and read.

@writer(id="jsonl", title="JSON Lines", suffix=".jsonl", holds=EVERYTHING)
def write_jsonl(dataset: Dataset, out: Sink, options: Options) -> None: ...

@reader(id="jsonl", title="JSON Lines", suffix=".jsonl", sniff=looks_native)
def read_jsonl(source: Source) -> Iterator[Record]: ...

Ours are named in `BUILT_IN`. A package of somebody else's names its module as an entry point of `musnad.formats`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from annotator.errors import NotFoundError
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import KINDS, NOTHING, Feature
from annotator.formats.options import Options
from annotator.formats.record import Record
from annotator.formats.source import Source
from annotator.registry import Registry

Shape = Literal["file", "file_or_parts", "folder"]
"""The result of a writer: one file, one file or (of a divided dataset) a folder with one for each part, or a folder."""

Use = Literal["training", "tools", "reading", "keeping"]
"""The people whom a format is for: those who train models, who go on annotating elsewhere, who read and analyse, or who
keep and exchange datasets."""

Write = Callable[[Dataset, Sink, Any], Mapping[str, int] | None]
Count = Callable[[Dataset, Any], Mapping[str, int]]
Read = Callable[[Source], Iterator[Record]]
Sniff = Callable[[str, bytes], float]

SURE = 1.0
"""The confidence of a reader that knows both the name and the content of a file."""

CERTAIN = 0.9
"""The confidence of a reader that knows the name: a file is read without asking, unless another reader is surer."""

LIKELY = 0.5
"""The confidence of a reader that knows only the content: a person is asked to name the format."""

HEAD_BYTES = 64 * 1024
"""Bytes of a file that a reader is shown before it says whether it knows it."""


class Writer(msgspec.Struct, frozen=True, kw_only=True):
    """A format that can be written; everything that a file, a dialog and a report need to know of it.

    `write(dataset, out, options)` writes bytes to `out.file(name)`; `options` is one of the struct `options`. `count`
    adds what only this format loses, by kind, and counts itself what it loses of the features in `counted`, because
    that hangs on its options; `write` may return the same, so that records are read once.
    `about` says in a line what the format is for.
    """

    id: str
    title: str
    suffix: str
    holds: Feature
    write: Write
    use: Use = "keeping"
    about: str = ""
    shape: Shape = "file"
    options: type[Options] = Options
    count: Count | None = None
    counted: Feature = NOTHING
    in_folder: Callable[[Any], bool] | None = None
    show: Callable[[bytes], str] | None = None

    def shape_with(self, options: Options) -> Shape:
        """Return what is made with these options."""
        return "folder" if self.in_folder is not None and self.in_folder(options) else self.shape

    def makes_folder(self, options: Options, *, divided: bool) -> bool:
        """Return whether a dataset, divided into parts or not, becomes a folder."""
        shape = self.shape_with(options)
        return shape == "folder" or (shape == "file_or_parts" and divided)

    @property
    def loses(self) -> list[str]:
        """The kinds of things that the format has no place for, whatever its options."""
        holds = self.holds if self.shape == "file" else self.holds | Feature.SPLITS
        return [kind for feature, kind in KINDS.items() if feature not in holds]


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """A format that can be read.

    `read` yields records in the file's order and raises InputError with the reason. `sniff(name, head)` says how sure
    it is, from 0 to 1, that a file of this name which begins with these bytes is of the format.
    """

    id: str
    title: str
    suffix: str
    read: Read
    sniff: Sniff
    foreign: bool = True
    """True if its labels may be others than the project's, so that names are matched before records are taken."""
    of_scheme: Read | None = None
    """Yields records that use every label, for making a scheme; None: those of `read` do."""
    texts_of: Callable[[bytes], object] | None = None
    """Gives what files of the same texts have in common, so that a folder of several readers is known as one; None for
    a reader that finds out itself whose each file is."""


BUILT_IN = (
    "annotator.formats.brat",
    "annotator.formats.brat_reader",
    "annotator.formats.cas",
    "annotator.formats.cas_reader",
    "annotator.formats.citron",
    "annotator.formats.citron_reader",
    "annotator.formats.claims_csv",
    "annotator.formats.claims_xlsx",
    "annotator.formats.conll2003",
    "annotator.formats.conll2003_reader",
    "annotator.formats.conllu",
    "annotator.formats.conllu_reader",
    "annotator.formats.dna",
    "annotator.formats.dna_reader",
    "annotator.formats.doccano",
    "annotator.formats.ftm",
    "annotator.formats.graph",
    "annotator.formats.jsonl",
    "annotator.formats.jsonl_writer",
    "annotator.formats.label_studio",
    "annotator.formats.label_studio_reader",
    "annotator.formats.parquet",
    "annotator.formats.parquet_reader",
    "annotator.formats.prodigy",
    "annotator.formats.refi_codebook_reader",
    "annotator.formats.refi_qda",
    "annotator.formats.refi_reader",
    "annotator.formats.report_docx",
    "annotator.formats.report_html",
    "annotator.formats.schema_claim",
    "annotator.formats.spacy_docbin",
    "annotator.formats.tei",
    "annotator.formats.w3c",
    "annotator.formats.w3c_reader",
    "annotator.formats.webanno_tsv",
    "annotator.formats.webanno_tsv_reader",
)
"""The modules that come with the program."""

_writers: Registry[Writer] = Registry(BUILT_IN, "musnad.formats")
_readers: Registry[Reader] = Registry(BUILT_IN, "musnad.formats")


def writer(
    *,
    id: str,
    title: str,
    suffix: str,
    holds: Feature,
    use: Use = "keeping",
    about: str = "",
    shape: Shape = "file",
    options: type[Options] = Options,
    count: Count | None = None,
    counted: Feature = NOTHING,
    in_folder: Callable[[Any], bool] | None = None,
    show: Callable[[bytes], str] | None = None,
) -> Callable[[Write], Write]:
    """Register the function below as the writer of a format."""

    def register(write: Write) -> Write:
        _writers.add(
            id,
            Writer(
                id=id,
                title=title,
                suffix=suffix,
                holds=holds,
                write=write,
                use=use,
                about=about,
                shape=shape,
                options=options,
                count=count,
                counted=counted,
                in_folder=in_folder,
                show=show,
            ),
        )
        return write

    return register


def reader(
    *,
    id: str,
    title: str,
    suffix: str,
    sniff: Sniff | None = None,
    foreign: bool = True,
    of_scheme: Read | None = None,
    texts_of: Callable[[bytes], object] | None = None,
) -> Callable[[Read], Read]:
    """Register the function below as the reader of a format; without `sniff` it is known by its suffix."""

    def by_suffix(name: str, _: bytes) -> float:
        return CERTAIN if name.lower().endswith(suffix) else 0.0

    def register(read: Read) -> Read:
        made = Reader(
            id=id,
            title=title,
            suffix=suffix,
            read=read,
            sniff=sniff or by_suffix,
            foreign=foreign,
            of_scheme=of_scheme,
            texts_of=texts_of,
        )
        _readers.add(id, made)
        return read

    return register


def writers() -> list[Writer]:
    """Return every format that can be written, by id."""
    return _writers.all()


def readers() -> list[Reader]:
    """Return every format of annotations that can be read, by id."""
    return _readers.all()


def find_writer(id: str) -> Writer:
    """Return the writer of this format, or raise NotFoundError that lists those there are."""
    if (found := _writers.get(id)) is None:
        raise _unknown(id, "written", _writers.ids())
    return found


def find_reader(id: str) -> Reader:
    """Return the reader of this format, or raise NotFoundError that lists those there are."""
    if (found := _readers.get(id)) is None:
        raise _unknown(id, "read", _readers.ids())
    return found


def reader_for(path: Path, head: bytes = b"") -> Reader | None:
    """Return the reader that is certain of a file of this name and beginning, if any is."""
    known = sniffed(path.name, head)
    return known[0][1] if known and known[0][0] >= CERTAIN else None


def sniffed(name: str, head: bytes) -> list[tuple[float, Reader]]:
    """Return the readers that may know a file of this name and beginning, the surest first."""
    known = [(one.sniff(name, head), one) for one in readers()]
    return sorted((pair for pair in known if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].id))


def _unknown(id: str, done: str, known: Iterable[str]) -> NotFoundError:
    return NotFoundError(
        "There is no format {id!r} that can be {done}; there is: {known}.",
        id=id,
        done=done,
        known=", ".join(sorted(known)),
    )
