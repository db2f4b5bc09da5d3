"""Imports: articles, and annotation sets in every format of `formats`. Exports are in `datasets`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from annotator.cancellation import cancelled_by, check_cancelled
from annotator.domain.actor import Actor
from annotator.domain.annotator import check_handle
from annotator.domain.statement import Statement
from annotator.errors import Cancelled, InputError, MusnadError, NotFoundError, SchemeError
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import Reader, find_reader, readers
from annotator.formats.source import Source
from annotator.intake import ArticleSource
from annotator.intake.kinds import kinds
from annotator.intake.web import is_address
from annotator.services import actor_entries, articles, statements
from annotator.services.article_batches import ArticleBatch
from annotator.services.datasets import ALL, Report, Tally, count_losses, export
from annotator.services.door.file import ProjectFile
from annotator.services.foreign import map_for
from annotator.services.gathering import (
    GatheredArticle,
    Given,
    IntakeWish,
    LeftOut,
    expanded,
    gathered,
    is_folder,
    keep_pages,
    merged,
    name_of,
)
from annotator.services.held_marks import with_held_ids
from annotator.services.manifest import manifest_path
from annotator.services.progress import Progress
from annotator.services.records import RecordError
from annotator.services.source_files import opened_source, placed, recognised, records_in
from annotator.services.taking_in import take_in
from annotator.text.visual_order import looks_visual
from annotator.visible import printable

__all__ = [
    "ALL",
    "ImportReport",
    "Report",
    "count_losses",
    "export",
    "import_file",
    "import_files",
    "manifest_path",
]


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """The report of an import: new documents, known ones, annotation sets, and why which files failed.

    `visual` are the ids of new documents that seem to stand in visual order, as PDF files give them; nothing was
    done to them. `left_out` counts by kind what the files hold and the project has no place for. `cancelled` says that
    the person stopped it; what came before stays.
    """

    added: int = 0
    known: int = 0
    sets: int = 0
    failed: tuple[tuple[str, MusnadError], ...] = ()
    visual: tuple[str, ...] = ()
    left_out: Mapping[str, int] = {}
    cancelled: bool = False


def intake_wish(encoding: str | None, columns: Mapping[str, str] | None, keep_pages: bool) -> IntakeWish:
    """Return the choices for reading articles; None: found out, or guessed."""
    return IntakeWish(encoding=encoding, columns=columns or {}, keep_pages=keep_pages)


def import_sources(
    file: ProjectFile,
    given: Given | Sequence[Given],
    format: str | None = None,
    annotator: str | None = None,
    progress: Progress | None = None,
    label_map: LabelMap | None = None,
    wish: IntakeWish | None = None,
) -> ImportReport:
    """Import one thing, which raises InputError where it cannot be used, or several (see `import_files`)."""
    if not isinstance(given, str | Path | ArticleSource):
        return import_files(file, given, format, annotator, progress, label_map, wish)
    every = _one_by_one(given, format)
    if len(every) > 1:
        return import_files(file, every, format, annotator, progress, label_map, wish)
    heard = partial(_hear, progress, 0, every)
    return import_file(file, every[0], format, annotator, heard, label_map, wish)


def import_files(
    file: ProjectFile,
    given: Sequence[Given],
    format: str | None = None,
    annotator: str | None = None,
    progress: Progress | None = None,
    label_map: LabelMap | None = None,
    wish: IntakeWish | None = None,
) -> ImportReport:
    """Bring files in; a file that cannot be used does not stop the others.

    A dataset is a transaction; the articles of many files are one together (`ArticleBatch`). The arguments are those of
    `import_file`. A folder that is no dataset stands for its files. `progress` is called before each file is read;
    Cancelled raised there ends the import between two files, and what was read is kept. Raises ProjectError when the
    project itself cannot be written.
    """
    _reader(format)
    handle = file.annotator if annotator is None else check_handle(annotator)
    report, every = ImportReport(), list[Given]()
    for one in given:
        try:
            every += _one_by_one(one, format)
        except (InputError, NotFoundError) as error:
            report = joined(report, ImportReport(failed=((name_of(one), error),)))
    batch = ArticleBatch(file)
    for done, one in enumerate(every):
        heard = partial(_hear, progress, done, every)
        try:
            heard()
            fresh = import_file(file, one, format, handle, heard, label_map, wish, batch)
            if batch.is_full or done + 1 == len(every):
                with cancelled_by(heard):
                    batch.write()
        except Cancelled:
            return msgspec.structs.replace(joined(report, _written(batch)), cancelled=True)
        except (InputError, NotFoundError, SchemeError) as error:
            fresh = ImportReport(failed=((name_of(one), error),))
        report = joined(report, fresh)
    return joined(report, _written(batch))


def _written(batch: ArticleBatch) -> ImportReport:
    """Write the articles that wait, and tell of all that have been written."""
    batch.write()
    return ImportReport(added=batch.added, known=batch.known, visual=tuple(batch.visual))


def joined(one: ImportReport, other: ImportReport) -> ImportReport:
    """Return the report of two imports, one after the other."""
    return ImportReport(
        added=one.added + other.added,
        known=one.known + other.known,
        sets=one.sets + other.sets,
        failed=one.failed + other.failed,
        visual=one.visual + other.visual,
        left_out=dict(Counter(one.left_out) + Counter(other.left_out)),
    )


def _one_by_one(given: Given, format: str | None) -> list[Given]:
    """Return the files of a folder that is no dataset; else the thing itself.

    Raises OtherKindError for a folder of several datasets, InputError for one without files.
    """
    if not is_folder(given):
        return [given]
    reader = _reader(format) if format is not None else recognised(Path(str(given)))
    return [given] if reader is not None else expanded([given])


def import_file(
    file: ProjectFile,
    given: Given,
    format: str | None = None,
    annotator: str | None = None,
    heard: Callable[[], object] = lambda: None,
    label_map: LabelMap | None = None,
    wish: IntakeWish | None = None,
    batch: ArticleBatch | None = None,
) -> ImportReport:
    """Bring one file in, whole or not at all: articles, or annotation sets where the format holds them.

    A folder of annotations comes in like one file: those of its files that are of the format. Of an archive of
    articles those come in that can be read; the report names the others, and rows of tables without a text.

    `format` None: by name and content. `wish` is for articles. `annotator`: the annotator of marks for which the file
    names none (None: mine). `label_map` turns foreign labels into the scheme's; names that the scheme has as well need
    none. `heard` is called all along, and ends the import without a trace by raising Cancelled. `batch`: articles wait
    there until it is written, and are not counted. Raises InputError that names the file, the place and the mend.
    """
    path = None if isinstance(given, ArticleSource) or is_address(str(given)) else Path(given)
    reader = _reader(format) if format is not None else None if path is None else recognised(path)
    if reader is not None and path is None:
        raise InputError("{name} is no file of annotations.", name=name_of(given))
    mine = file.annotator if annotator is None else check_handle(annotator)
    with cancelled_by(heard):
        if reader is None or path is None:
            wish = msgspec.structs.replace(wish or IntakeWish(), kind=format)
            own = ArticleBatch(file) if batch is None else batch
            report = _gathered(file, given, wish, own)
            return report if batch is not None else joined(report, _written(own))
        if batch is not None:
            # Documents stay in the order of the files that they came in.
            batch.write()
        return _import_records(file, path, reader, mine, heard, label_map)


def _hear(progress: Progress | None, done: int, given: Sequence[Given]) -> None:
    if progress is not None:
        one = given[done]
        progress(done, len(given), printable(one.name) if isinstance(one, Path) else name_of(one))


def _reader(format: str | None) -> Reader | None:
    """Return the reader of annotations with this id; None for a kind of article; NotFoundError for neither."""
    if format is None or format in {kind.id for kind in kinds()}:
        return None
    if format not in (known := {reader.id for reader in readers()}):
        raise NotFoundError(
            "There is no format {id!r} that can be read; there is: {known}.",
            id=format,
            known=sorted({*known, *(kind.id for kind in kinds())}),
        )
    return find_reader(format)


def _gathered(file: ProjectFile, given: Given, wish: IntakeWish, batch: ArticleBatch) -> ImportReport:
    read = list(gathered(given, wish))
    found = [one for one in read if isinstance(one, GatheredArticle)]
    keep_pages(file.path, found)
    check_cancelled()
    batch.add(merged(found))
    return ImportReport(failed=tuple((one.source, one.error) for one in read if isinstance(one, LeftOut)))


def _import_records(
    file: ProjectFile,
    path: Path,
    reader: Reader,
    handle: str,
    heard: Callable[[], object],
    label_map: LabelMap | None,
) -> ImportReport:
    before = {summary.id for summary in articles.summaries(file, counted=False)}
    registry = {actor.id: actor for actor in actor_entries.listed(file)}
    stated = {one.id: one for one in statements.listed(file)}
    tally, visual = Tally(), dict[str, None]()
    with opened_source(path, file.scheme, handle) as source:
        source.asked = frozenset(label_map.labels if label_map else ())
        try:
            source.map = map_for(path, reader, file.scheme, handle, label_map)
            records = (_meeting(record, registry, stated) for record in records_in(reader, source, path))
            if reader.foreign:
                records = (_known_marks(file, record) for record in records)
            take_in(file, tally.counted(_watched(records, visual)), heard, source.scheme)
        except (InputError, NotFoundError, SchemeError) as error:
            raise _placed(error, path, source) from error
    counts = tally.counts
    known = len(tally.documents & before)
    return ImportReport(
        added=counts.documents - known,
        known=known,
        sets=counts.sets,
        visual=tuple(one for one in visual if one not in before),
        left_out=dict(+source.left),
    )


def _known_marks(file: ProjectFile, record: Record) -> Record:
    with file.reading() as connection:
        return with_held_ids(connection, record)


def _placed(error: MusnadError, path: Path, source: Source) -> InputError:
    """Return the error with the file and the line in front."""
    # The reason as an error itself, so that the window can say all of it in its own language.
    if isinstance(error, RecordError):
        return placed(path, error.fields["file"], error.fields["line"], error.fields["reason"])
    return placed(path, source.name, source.line, error)


def _watched(records: Iterable[Record], visual: dict[str, None]) -> Iterator[Record]:
    """The same records; puts the ids of documents that seem to stand in visual order into `visual`."""
    for record in records:
        if record.document.id not in visual and looks_visual(record.document.text):
            visual[record.document.id] = None
        yield record


def _meeting(record: Record, registry: Mapping[str, Actor], stated: Mapping[str, Statement]) -> Record:
    """The record with its entries as this project's registries have them: they gain what is new and lose nothing."""
    return msgspec.structs.replace(
        record,
        actors=tuple(_joined(actor, registry.get(actor.id)) for actor in record.actors),
        statements=tuple(_met(one, stated.get(one.id)) for one in record.statements),
    )


def _met(statement: Statement, held: Statement | None) -> Statement:
    if held is None:
        return statement
    return msgspec.structs.replace(
        held,
        parent_id=held.parent_id or statement.parent_id,
        note=held.note or statement.note,
        color=held.color or statement.color,
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
