"""Datasets out of a project: whose readings, divided how, in which format, with what lost, whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.errors import InputError, NotFoundError
from annotator.formats.dataset import Card, Dataset, Records, Sink
from annotator.formats.losses import NOTHING, Feature, dataset_losses, told
from annotator.formats.options import Options, read_options
from annotator.formats.record import Record
from annotator.formats.registry import Writer, find_writer
from annotator.services import marks
from annotator.services.delivery import ZIP, deliver
from annotator.services.door.file import ProjectFile
from annotator.services.manifest import PROGRAM, Counts, FileEntry, Manifest
from annotator.services.progress import Progress
from annotator.services.readings import Chosen, records_of
from annotator.services.splits import Shares, read_shares

ALL = "all"

Wish = str | Sequence[str] | None
"""The handles to export; None or "all" for those of all people and the gold one."""

Split = str | Mapping[str, int] | None
GivenOptions = Mapping[str, str] | Sequence[str]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The report of an export: how many things were written, and by kind what the format could not hold."""

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
    def annotators(self) -> tuple[str, ...]:
        """Return the handles whose annotation sets went past."""
        return tuple(sorted({handle for _, handle in self._sets}))

    @property
    def counts(self) -> Counts:
        """Return how many things went past."""
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
    plan = _planned(file, format, annotators, split, options)
    folder, lost = plan.folder, plan.losses(file, out)
    if strict and lost:
        raise InputError("{title} would lose {lost}; nothing was written.", title=plan.writer.title, lost=told(lost))
    tally = Tally()
    dataset = _dataset(file, out, plan, tally, progress)

    def write(sink: Sink) -> None:
        plan.writer.write(dataset, sink, plan.options)

    def describe(files: Sequence[FileEntry]) -> Manifest:
        return plan.manifest(dataset, tally, lost, files)

    deliver(out, write, describe, folder=folder)
    return Report(format=format, path=out, losses=lost, **msgspec.structs.asdict(tally.counts))


def count_losses(
    file: ProjectFile, format: str, annotators: Wish = None, split: Split = None, options: GivenOptions = ()
) -> dict[str, int]:
    """Return what an export to this format would lose, by kind; for those who want to know before."""
    return _planned(file, format, annotators, split, options).losses(file, Path("dataset"))


class _Plan(msgspec.Struct, frozen=True, kw_only=True):
    """An export as it was asked for, checked."""

    writer: Writer
    chosen: Chosen
    shares: Shares | None
    options: Options

    @property
    def folder(self) -> bool:
        """Return whether the dataset becomes a folder; InputError for a split that the format has no place for."""
        shape, divided = self.writer.shape_with(self.options), self.shares is not None
        if shape == "file" and divided and Feature.SPLITS not in self.writer.holds:
            raise InputError(
                "{title} is one file that cannot say which part an article belongs to; export without --split.",
                title=self.writer.title,
            )
        return shape == "folder" or (shape == "file_or_parts" and divided)

    def losses(self, file: ProjectFile, out: Path) -> dict[str, int]:
        """Return how many things the format cannot hold, by kind; parts that are files of their own are not lost."""
        dataset = _dataset(file, out, self, Tally())
        in_files = self.shares is not None and self.writer.shape_with(self.options) != "file"
        holds = self.writer.holds | self.writer.counted | (Feature.SPLITS if in_files else NOTHING)
        lost = dataset_losses(dataset, holds)
        return lost | (dict(self.writer.count(dataset, self.options)) if self.writer.count else {})

    def manifest(self, dataset: Dataset, tally: Tally, lost: Mapping[str, int], files: Sequence[FileEntry]) -> Manifest:
        """The manifest of what was written."""
        return Manifest(
            program=PROGRAM,
            format=self.writer.id,
            scheme=dataset.scheme,
            options=msgspec.to_builtins(self.options),
            annotators=tally.annotators,
            split={name: str(share) for name, share in (self.shares or {}).items()},
            counts=tally.counts,
            losses=lost,
            files=tuple(files),
        )


def _planned(file: ProjectFile, format: str, annotators: Wish, split: Split, options: GivenOptions) -> _Plan:
    writer = find_writer(format)
    return _Plan(
        writer=writer,
        chosen=_chosen(file, annotators),
        shares=None if split is None else read_shares(split),
        options=read_options(writer.options, options, file.scheme),
    )


def _dataset(file: ProjectFile, out: Path, plan: _Plan, tally: Tally, progress: Progress | None = None) -> Dataset:
    names = [one.handle for one in marks.annotators_with_sets(file) if plan.chosen.takes(one)]
    name = out.name.removesuffix(ZIP).split(".")[0] or "dataset"

    def read(part: str | None) -> Iterator[Record]:
        return tally.counted(records_of(file, plan.chosen, plan.shares, progress, part))

    return Dataset(
        scheme=file.scheme,
        records=Records(read),
        card=Card(name=name, program=PROGRAM, annotators=tuple(sorted(names))),
        splits=tuple(plan.shares or ()),
    )


def _chosen(file: ProjectFile, annotators: Wish) -> Chosen:
    """Return the annotators to export; NotFoundError for a handle that nobody has."""
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
