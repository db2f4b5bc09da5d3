"""Datasets out of a project: whose readings, divided how, in which format, with what lost, whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack, get_args

import msgspec

from annotator.errors import InputError, NotFoundError
from annotator.formats.consensus import Rule, consensus_annotator
from annotator.formats.dataset import Card, Dataset, Records, Sink
from annotator.formats.losses import NOTHING, Feature, LossCounter, dataset_losses, scheme_loss, told
from annotator.formats.options import Options, read_options
from annotator.formats.record import Record
from annotator.formats.registry import Writer, find_writer
from annotator.services import articles, marks
from annotator.services.agreement_told import agreement_told
from annotator.services.assigning import hidden_readings
from annotator.services.delivery import ZIP, deliver
from annotator.services.division import Division, Stratum, divided, freeze
from annotator.services.door.file import ProjectFile
from annotator.services.manifest import PROGRAM, Counts, FileEntry, Manifest
from annotator.services.progress import Progress
from annotator.services.readings import records_of
from annotator.services.selection import EVERYTHING, Chosen, Selection, checked_selection

ALL = "all"

Wish = str | Sequence[str] | None
"""The handles to export; None or "all" for those of all people and the gold one; "agreed", "majority": in common."""

Split = str | Mapping[str, int] | None
GivenOptions = Mapping[str, str] | Sequence[str]


class Wished(TypedDict, total=False):
    """Further requests for a dataset: filters, and how it is divided."""

    only: Selection
    stratify: Stratum | None
    frozen_split: str | None


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The report of an export: how many things were written, and by kind what the format could not hold.

    `hidden` counts the readings that were wanted and are hidden from who exports, because the project is read blind;
    where there are none, programs are not told of it.
    """

    format: str
    path: Path
    documents: int
    sets: int
    spans: int
    relations: int
    losses: Mapping[str, int]
    hidden: int = 0


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
    **wished: Unpack[Wished],
) -> Report:
    """Write the readings of people and the gold one, or those that are named, to `out`: all of it or nothing.

    `annotators`: handles; "all" among them adds everyone's but the models', and then documents without a reading go
    along; "agreed" and "majority" are what all readers of an article marked alike, or more than half of them. `only`
    filters what goes in. `split`: `train=80,dev=10,test=10`, every document in one part with all its readings, and with
    its near-duplicates; a format that cannot say which part a record belongs to writes a file for each, and `out` is a
    folder (or a ZIP archive) then. `stratify` and `frozen_split` are those of `division.divided`. `options` are the
    format's own, as `KEY=VALUE` or a mapping. A manifest lies beside the file or in the folder; it counts what the
    format could not hold, and `strict` refuses to lose anything.
    Raises NotFoundError for an unknown format or handle, InputError for the rest.
    """
    plan = planned(file, format, annotators, split, options, **wished)
    folder = plan.folder
    if strict and (losses := plan.losses(file, out)):
        raise InputError("{title} would lose {lost}; nothing was written.", title=plan.writer.title, lost=told(losses))
    tally, counter = Tally(), LossCounter(plan.holds)
    dataset = plan.dataset(file, out, tally, progress, counter)
    own: dict[str, int] = {}

    def write(sink: Sink) -> None:
        own.update(plan.own_losses(dataset, plan.writer.write(dataset, sink, plan.options)))

    def lost() -> dict[str, int]:
        return counter.counts | scheme_loss(plan.holds) | own

    def describe(files: Sequence[FileEntry]) -> Manifest:
        return plan.manifest(dataset, tally, lost(), files)

    deliver(out, write, describe, folder=folder)
    if plan.division is not None and plan.division.fresh:
        freeze(file, plan.division)
    counts = msgspec.structs.asdict(tally.counts)
    return Report(format=format, path=out, losses=lost(), hidden=plan.hidden(file), **counts)


def count_losses(
    file: ProjectFile,
    format: str,
    annotators: Wish = None,
    split: Split = None,
    options: GivenOptions = (),
    **wished: Unpack[Wished],
) -> dict[str, int]:
    """Return what an export to this format would lose, by kind; for those who want to know before."""
    return planned(file, format, annotators, split, options, **wished).losses(file, Path("dataset"))


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """An export as it was asked for, checked."""

    writer: Writer
    chosen: Chosen
    only: Selection
    division: Division | None
    options: Options

    def check(self) -> None:
        """Raise InputError for a split that the format has no place for."""
        shape, divided = self.writer.shape_with(self.options), self.division is not None
        if shape == "file" and divided and Feature.SPLITS not in self.writer.holds:
            raise InputError(
                "{title} is one file that cannot say which part an article belongs to; export without --split.",
                title=self.writer.title,
            )

    @property
    def folder(self) -> bool:
        """Return whether the dataset becomes a folder; InputError for a split that the format has no place for."""
        self.check()
        return self.writer.makes_folder(self.options, divided=self.division is not None)

    @property
    def holds(self) -> Feature:
        """Return what is not lost, or is counted by the writer; parts that are files of their own are not lost."""
        in_files = self.division is not None and self.writer.shape_with(self.options) != "file"
        return self.writer.holds | self.writer.counted | (Feature.SPLITS if in_files else NOTHING)

    def hidden(self, file: ProjectFile) -> int:
        """Return how many wanted readings are hidden from who exports, because the project is read blind."""
        hidden = hidden_readings(file)
        return sum(hidden.get(one.handle, 0) for one in marks.annotators_with_sets(file) if self.chosen.takes(one))

    def losses(self, file: ProjectFile, out: Path) -> dict[str, int]:
        """Return how many things the format cannot hold, by kind, without writing anything."""
        dataset = self.dataset(file, out, Tally())
        return dataset_losses(dataset, self.holds) | self.own_losses(dataset)

    def own_losses(self, dataset: Dataset, counted: Mapping[str, int] | None = None) -> dict[str, int]:
        """Return what only this format loses: as it `counted` while it wrote, or else counted now."""
        if counted is None:
            counted = self.writer.count(dataset, self.options) if self.writer.count else {}
        return dict(counted)

    def manifest(self, dataset: Dataset, tally: Tally, lost: Mapping[str, int], files: Sequence[FileEntry]) -> Manifest:
        """The manifest of what was written."""
        return Manifest(
            program=PROGRAM,
            format=self.writer.id,
            scheme=dataset.scheme,
            options=msgspec.to_builtins(self.options),
            selection=self.only.told,
            annotators=tally.annotators,
            split=self.division.options if self.division is not None else {},
            counts=tally.counts,
            losses=lost,
            files=tuple(files),
        )

    def dataset(
        self,
        file: ProjectFile,
        out: Path,
        tally: Tally,
        progress: Progress | None = None,
        counter: LossCounter | None = None,
    ) -> Dataset:
        """The dataset, whose records are counted as they are read, and with them what is lost."""
        names = [one.handle for one in marks.annotators_with_sets(file) if self.chosen.takes(one)]
        names += [consensus_annotator(rule).handle for rule in self.chosen.rules]

        def read(part: str | None) -> Iterator[Record]:
            records = records_of(file, self.chosen, self.division, progress, part, self.only)
            return tally.counted(records if counter is None else counter.counted(records))

        readers = marks.annotators_with_sets(file)
        people = [one.handle for one in readers if one.kind == "person" and self.chosen.needs(one)]
        return Dataset(
            scheme=file.scheme,
            agreement=partial(agreement_told, file, people),
            records=Records(read),
            card=Card(name=_name(out), program=PROGRAM, annotators=tuple(sorted(names))),
            splits=tuple(self.division.shares) if self.division is not None else (),
        )


def _name(out: Path) -> str:
    return out.name.removesuffix(ZIP).split(".")[0] or "dataset"


def planned(
    file: ProjectFile,
    format: str,
    annotators: Wish = None,
    split: Split = None,
    options: GivenOptions = (),
    only: Selection = EVERYTHING,
    stratify: Stratum | None = None,
    frozen_split: str | None = None,
) -> Plan:
    """Return the plan of an export. Raises NotFoundError for an unknown format or handle, InputError for the rest."""
    writer = find_writer(format)
    return Plan(
        writer=writer,
        chosen=_chosen(file, annotators),
        only=only if only == EVERYTHING else _checked(file, only),
        options=read_options(writer.options, options, file.scheme),
        division=divided(file, split, stratify, frozen_split),
    )


def _checked(file: ProjectFile, only: Selection) -> Selection:
    listed = articles.summaries(file, counted=False)
    publishers = {one.publisher for one in listed if one.publisher}
    return checked_selection(only, file.scheme, publishers, articles.languages(file), [one.id for one in listed])


def _chosen(file: ProjectFile, annotators: Wish) -> Chosen:
    """Return the annotators to export; NotFoundError for a handle that nobody has."""
    wanted = [annotators] if isinstance(annotators, str) else annotators
    if wanted is None:
        return Chosen()
    known = {annotator.handle for annotator in marks.annotators(file)}
    rules: tuple[Rule, ...] = get_args(Rule)
    for handle in wanted:
        if handle not in known | {ALL, *rules}:
            raise NotFoundError(
                "Nobody called {handle!r} has a reading in this project; there is: {known}.",
                handle=handle,
                known=sorted(known),
            )
    return Chosen(
        people=ALL in wanted,
        handles=frozenset(wanted) - {ALL, *rules},
        rules=tuple(rule for rule in rules if rule in wanted),
    )
