"""What goes in and out of a project: articles, and annotation sets in every format of `formats`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator import intake, paths
from annotator.domain.actor import Actor
from annotator.domain.annotator import check_handle
from annotator.domain.document import document_id
from annotator.errors import Cancelled, InputError, MusnadError, NotFoundError, SchemeError
from annotator.formats.losses import EVERYTHING, losses, told
from annotator.formats.record import Record
from annotator.formats.registry import Reader, Source, find_reader, find_writer, reader_for, readers
from annotator.intake.kinds import kinds
from annotator.paths import printable
from annotator.services.files import remove_written, written_whole
from annotator.services.readings import Progress, records_of
from annotator.services.splits import read_shares
from annotator.sources import opened
from annotator.text.visual_order import looks_visual

if TYPE_CHECKING:
    from annotator.services.project import Project

ALL = "all"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What an export wrote: how many things, and by kind what the format could not hold."""

    format: str
    path: Path
    documents: int
    sets: int
    spans: int
    relations: int
    losses: Mapping[str, int] = {}


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import brought: new documents, known ones, annotation sets, and why which files failed.

    `visual` are the ids of new documents that seem to stand in visual order, as PDF files give them; nothing was
    done to them. `cancelled` says that the person stopped it; what came before stays.
    """

    added: int = 0
    known: int = 0
    sets: int = 0
    failed: tuple[tuple[str, MusnadError], ...] = ()
    visual: tuple[str, ...] = ()
    cancelled: bool = False


def export(
    project: "Project",
    format: str,
    out: Path,
    annotators: str | Sequence[str] | None = None,
    split: str | Mapping[str, int] | None = None,
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write the project, or the readings of some annotators, to `out`; the file appears whole or not at all.

    `annotators`: handles; None or "all" for every reading, and then documents without one go along.
    `split`: `train=80,dev=10,test=10`, every document in one part with all its readings.
    Where the format cannot hold everything, a report `<out>.report.json` beside the data counts what is lost,
    and `strict` refuses. Raises NotFoundError for an unknown format or handle, InputError for the rest.
    """
    writer = find_writer(format)
    handles = _chosen(project, annotators)
    shares = None if split is None else read_shares(split)
    lost = {} if writer.holds == EVERYTHING else losses(records_of(project, handles, shares), writer.holds)
    if strict and lost:
        raise InputError("{title} would lose {lost}; nothing was written.", title=writer.title, lost=told(lost))
    tally = _Tally()
    with written_whole(out) as stream:
        for text in writer.write(tally.counted(records_of(project, handles, shares, progress))):
            stream.write(text.encode())
    report = Report(
        format=format,
        path=out,
        documents=len(tally.documents),
        sets=tally.sets,
        spans=tally.spans,
        relations=tally.relations,
        losses=lost,
    )
    _write_beside(out, report)
    return report


def report_path(out: Path) -> Path:
    """Where the report on a lossy export stands."""
    return out.with_name(f"{out.name}.report.json")


def count_losses(project: "Project", format: str, annotators: str | Sequence[str] | None = None) -> dict[str, int]:
    """What an export to this format would lose, by kind; for those who want to know before."""
    return losses(records_of(project, _chosen(project, annotators), None), find_writer(format).holds)


def _write_beside(out: Path, report: Report) -> None:
    """The report on what was lost; one that an earlier export left there is out of date."""
    beside = report_path(out)
    if report.losses:
        with written_whole(beside) as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(report, enc_hook=str)) + b"\n")
    else:
        remove_written(beside)


def _chosen(project: "Project", annotators: str | Sequence[str] | None) -> frozenset[str] | None:
    """The handles whose readings are wanted, None for all; NotFoundError for one that nobody has."""
    wanted = [annotators] if isinstance(annotators, str) else annotators
    if wanted is None or ALL in wanted:
        return None
    known = {annotator.handle for annotator in project.annotators()}
    for handle in wanted:
        if handle not in known:
            raise NotFoundError(
                "Nobody called {handle!r} has a reading in this project; there is: {known}.",
                handle=handle,
                known=sorted(known),
            )
    return frozenset(wanted)


class _Tally:
    """Counts records on their way to a writer."""

    def __init__(self) -> None:
        self.documents: set[str] = set()
        self.sets = self.spans = self.relations = 0

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records."""
        for record in records:
            self.documents.add(record.document.id)
            self.sets += record.annotator is not None
            self.spans += len(record.spans)
            self.relations += len(record.relations)
            yield record


def import_files(
    project: "Project",
    paths: Sequence[Path],
    format: str | None = None,
    encoding: str | None = None,
    annotator: str | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring files in, one transaction each; a file that cannot be used does not stop the others.

    The arguments are those of `import_file`. `progress` is called before each file; Cancelled raised there ends
    the import between two files. Raises ProjectError when the project itself cannot be written.
    """
    _reader(format)
    handle = project.annotator if annotator is None else check_handle(annotator)
    report = ImportReport()
    for done, path in enumerate(paths):
        try:
            _hear(progress, done, paths)
            fresh = import_file(project, path, format, encoding, handle, partial(_hear, progress, done, paths))
        except Cancelled:
            return msgspec.structs.replace(report, cancelled=True)
        except (InputError, NotFoundError, SchemeError) as error:
            fresh = ImportReport(failed=((printable(path), error),))
        report = ImportReport(
            added=report.added + fresh.added,
            known=report.known + fresh.known,
            sets=report.sets + fresh.sets,
            failed=report.failed + fresh.failed,
            visual=report.visual + fresh.visual,
        )
    return report


def import_file(
    project: "Project",
    path: Path,
    format: str | None = None,
    encoding: str | None = None,
    annotator: str | None = None,
    heard: Callable[[], object] = lambda: None,
) -> ImportReport:
    """Bring one file in, whole or not at all: an article, or annotation sets where the format holds them.

    `format` None: by the suffix. `encoding` is for articles, found out if None. `annotator`: whose marks become
    that name nobody; None: mine. `heard` is called all along, and ends the import without a trace by raising Cancelled.
    Raises InputError that names the file, the place and the mend.
    """
    reader = _reader(format) if format is not None else reader_for(path)
    if reader is None:
        return _import_article(project, path, encoding, format, heard)
    mine = project.annotator if annotator is None else check_handle(annotator)
    return _import_records(project, path, reader, mine, heard)


def _hear(progress: Progress | None, done: int, paths: Sequence[Path]) -> None:
    if progress is not None:
        progress(done, len(paths), printable(paths[done].name))


def _reader(format: str | None) -> Reader | None:
    """The reader of annotations with this id; None for a kind of article; NotFoundError for neither."""
    if format is None or format in {kind.id for kind in kinds()}:
        return None
    if format not in (known := {reader.id for reader in readers()}):
        raise NotFoundError(
            "There is no format {id!r} that can be read; there is: {known}.",
            id=format,
            known=sorted({*known, *(kind.id for kind in kinds())}),
        )
    return find_reader(format)


def _import_article(
    project: "Project", path: Path, encoding: str | None, kind: str | None, heard: Callable[[], object]
) -> ImportReport:
    article = intake.read(path, encoding, kind)
    heard()
    id = document_id(article.text)
    known = _has(project, id)
    origin = msgspec.structs.replace(article.origin, path=printable(article.origin.path or path.name))
    project.add_document(article.text, title=article.title, origin=origin, intake=article.notes)
    return ImportReport(added=not known, known=known, visual=(id,) if not known and looks_visual(article.text) else ())


def _has(project: "Project", id: str) -> bool:
    try:
        project.document(id)
    except NotFoundError:
        return False
    return True


def _import_records(
    project: "Project", path: Path, reader: Reader, handle: str, heard: Callable[[], object]
) -> ImportReport:
    before = {summary.id for summary in project.summaries()}
    registry = {actor.id: actor for actor in project.actors()}
    tally, visual = _Tally(), dict[str, None]()
    with opened(path) as stream:
        source = Source(stream=stream, scheme=project.scheme, annotator=handle)
        try:
            records = (_meeting(record, registry) for record in _read(reader, source, path))
            project.store_records(tally.counted(_watched(records, visual)), heard)
        except (InputError, NotFoundError, SchemeError) as error:
            # The error itself, so that the window can say all of it in its own language.
            if source.line:
                said = InputError("{name}, line {line}: {reason}", name=path.name, line=source.line, reason=error)
            else:
                said = InputError("{name}: {reason}", name=path.name, reason=error)
            raise said from error
    known = len(tally.documents & before)
    return ImportReport(
        added=len(tally.documents) - known,
        known=known,
        sets=tally.sets,
        visual=tuple(one for one in visual if one not in before),
    )


def _watched(records: Iterable[Record], visual: dict[str, None]) -> Iterator[Record]:
    """The same records; puts the ids of documents that seem to stand in visual order into `visual`."""
    for record in records:
        if record.document.id not in visual and looks_visual(record.document.text):
            visual[record.document.id] = None
        yield record


def _read(reader: Reader, source: Source, path: Path) -> Iterator[Record]:
    """The reader's records; trouble with the file is told as that, and not as the project's."""
    with paths.told(path):
        yield from reader.read(source)


def _meeting(record: Record, registry: Mapping[str, Actor]) -> Record:
    """The record with its actors as this project's registry has them: they gain what is new and lose nothing."""
    return msgspec.structs.replace(
        record, actors=tuple(_joined(actor, registry.get(actor.id)) for actor in record.actors)
    )


def _joined(actor: Actor, held: Actor | None) -> Actor:
    if held is None:
        return actor
    return msgspec.structs.replace(
        held,
        aliases=tuple(dict.fromkeys((*held.aliases, *actor.aliases))),
        wikidata=held.wikidata or actor.wikidata,
        note=held.note or actor.note,
    )
