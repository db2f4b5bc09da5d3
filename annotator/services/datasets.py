"""Datasets out of a project: whose readings, divided how, in which format, with what lost, whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.errors import InputError, NotFoundError
from annotator.formats.dataset import Card, Dataset, Records, Sink
from annotator.formats.losses import Feature, dataset_losses, told
from annotator.formats.options import Options, read_options
from annotator.formats.record import Record
from annotator.formats.registry import Writer, find_writer
from annotator.services import marks
from annotator.services.delivery import ZIP, deliver
from annotator.services.door.file import ProjectFile
from annotator.services.manifest import PROGRAM, Counts, FileEntry, Manifest, manifest_path
from annotator.services.readings import Chosen, Progress, records_of
from annotator.services.splits import Shares, read_shares

ALL = "all"

Wish = str | Sequence[str] | None
"""Whose readings are wanted: handles; None or "all" for those of all people and the gold one."""

Split = str | Mapping[str, int] | None
GivenOptions = Mapping[str, str] | Sequence[str]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What an export wrote: how many things, and by kind what the format could not hold."""

    format: str
    path: Path
    documents: int
    sets: int
    spans: int
    relations: int
    losses: Mapping[str, int] = {}


class Tally:
    """Counts records on their way; one that comes again counts once."""

    def __init__(self) -> None:
        self.documents: set[str] = set()
        self._sets: dict[tuple[str, str], tuple[int, int]] = {}

    def counted(self, records: Iterator[Record]) -> Iterator[Record]:
        """Yield the same records."""
        for record in records:
            self.documents.add(record.document.id)
            if record.annotator is not None:
                key = record.document.id, record.annotator.handle
                self._sets[key] = len(record.spans), len(record.relations)
            yield record

    @property
    def counts(self) -> Counts:
        """How many things came by."""
        return Counts(
            documents=len(self.documents),
            sets=len(self._sets),
            spans=sum(spans for spans, _ in self._sets.values()),
            relations=sum(relations for _, relations in self._sets.values()),
        )


def export(
    file: ProjectFile,
    format: str,
    out: Path,
    annotators: Wish = None,
    split: Split = None,
    *,
    options: GivenOptions = (),
    strict: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write the readings of people and the gold one, or those that are named, to `out`: all of it or nothing.

    `annotators`: handles; "all" among them adds everyone's but the models', and then documents without a reading go
    along. `split`: `train=80,dev=10,test=10`, every document in one part with all its readings; a format that cannot
    say which part a record belongs to writes a file for each, and `out` is a folder (or a ZIP archive) then.
    `options` are the format's own, as `KEY=VALUE` or a mapping. A manifest lies beside the file or in the folder; it
    counts what the format could not hold, and `strict` refuses to lose anything.
    Raises NotFoundError for an unknown format or handle, InputError for the rest.
    """
    writer = find_writer(format)
    chosen, shares = _chosen(file, annotators), None if split is None else read_shares(split)
    settings = read_options(writer.options, options, file.scheme)
    folder = _is_folder(writer, shares)
    tally = Tally()
    dataset = _dataset(file, out, chosen, shares, tally, progress)
    lost = losses_of(writer, _dataset(file, out, chosen, shares, Tally()), settings, folder=folder)
    if strict and lost:
        raise InputError("{title} would lose {lost}; nothing was written.", title=writer.title, lost=told(lost))

    def write(sink: Sink) -> None:
        writer.write(dataset, sink, settings)

    def describe(files: Sequence[FileEntry]) -> Manifest:
        return Manifest(
            program=PROGRAM,
            format=writer.id,
            scheme=file.scheme,
            options=msgspec.to_builtins(settings),
            annotators=dataset.card.annotators,
            split={name: str(share) for name, share in (shares or {}).items()},
            counts=tally.counts,
            losses=lost,
            files=tuple(files),
        )

    deliver(out, write, describe, folder=folder)
    counts = msgspec.structs.asdict(tally.counts)
    return Report(format=format, path=out, losses=lost, **counts)


def count_losses(
    file: ProjectFile, format: str, annotators: Wish = None, split: Split = None, options: GivenOptions = ()
) -> dict[str, int]:
    """Return what an export to this format would lose, by kind; for those who want to know before."""
    writer = find_writer(format)
    shares = None if split is None else read_shares(split)
    settings = read_options(writer.options, options, file.scheme)
    dataset = _dataset(file, Path("dataset"), _chosen(file, annotators), shares, Tally())
    return losses_of(writer, dataset, settings, folder=shares is not None and writer.shape != "file")


def losses_of(writer: Writer, dataset: Dataset, options: Options, *, folder: bool) -> dict[str, int]:
    """Return what a writer cannot hold of a dataset, by kind; parts that are files of their own are not lost."""
    holds = writer.holds | Feature.SPLITS if folder else writer.holds
    lost = dataset_losses(dataset, holds)
    return lost | (dict(writer.count(dataset, options)) if writer.count else {})


def _is_folder(writer: Writer, shares: Shares | None) -> bool:
    """Whether the dataset becomes a folder; InputError for a split that the format has no place for."""
    if writer.shape == "file" and shares is not None and Feature.SPLITS not in writer.holds:
        raise InputError(
            "{title} is one file that cannot say which part an article belongs to; export without --split.",
            title=writer.title,
        )
    return writer.shape == "folder" or (writer.shape == "file_or_parts" and shares is not None)


def _dataset(
    file: ProjectFile,
    out: Path,
    chosen: Chosen,
    shares: Shares | None,
    tally: Tally,
    progress: Progress | None = None,
) -> Dataset:
    names = [one.handle for one in marks.annotators(file) if chosen.takes(one)]
    return Dataset(
        scheme=file.scheme,
        records=Records(lambda part: tally.counted(records_of(file, chosen, shares, progress, part))),
        card=Card(
            name=out.name.removesuffix(ZIP).split(".")[0] or "dataset", program=PROGRAM, annotators=tuple(sorted(names))
        ),
        splits=tuple(shares or ()),
    )


def _chosen(file: ProjectFile, annotators: Wish) -> Chosen:
    """Whose readings are wanted; NotFoundError for a handle that nobody has."""
    wanted = [annotators] if isinstance(annotators, str) else annotators
    if wanted is None:
        return Chosen()
    known = {annotator.handle for annotator in marks.annotators(file)}
    for handle in wanted:
        if handle not in known | {ALL}:
            raise NotFoundError(
                "Nobody called {handle!r} has a reading in this project; there is: {known}.",
                handle=handle,
                known=sorted(known),
            )
    return Chosen(ALL in wanted, frozenset(wanted) - {ALL})


__all__ = ["ALL", "Report", "Tally", "count_losses", "export", "losses_of", "manifest_path"]
