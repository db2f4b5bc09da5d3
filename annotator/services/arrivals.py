"""The preview of an import: every article as it would come in, before anything is written."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from annotator.cancellation import cancelled_by
from annotator.domain.document import Direction, Document, IntakeNote
from annotator.errors import Cancelled, InputError, MusnadError, NotFoundError, SchemeError
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import Reader, find_reader
from annotator.intake import ArticleSource
from annotator.intake.kinds import kinds
from annotator.intake.near import Signature, alike, groups, signatures
from annotator.services import articles
from annotator.services.door.file import ProjectFile
from annotator.services.exchange import ImportReport, import_files, joined
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
from annotator.services.near_duplicates import NearDuplicates
from annotator.services.progress import Progress
from annotator.services.source_files import recognised
from annotator.text.direction import base_direction
from annotator.text.visual_order import looks_visual

State = Literal["new", "near", "noted", "known", "failed", "annotations"]
"""An article that is new; nearly repeats another; needs to be read first, because of what intake noted; is here
already and gains an origin; something that cannot come in; a dataset, whose annotations come in with it."""

FIRST_LINES = 280
"""Code points of the text that a preview shows."""
_TELLING = ("readers", "pictures", "forms", "summary")
_SURE_ENCODINGS = ("UTF-8", "UTF-16 LE", "UTF-16 BE", "UTF-32 LE", "UTF-32 BE")


class Twin(msgspec.Struct, frozen=True, kw_only=True):
    """The first of a group of near-duplicates, which may be the article itself.

    `share` of the runs of five words, 0 to 1, that an article has in common with it.
    """

    id: str
    title: str
    share: float
    here: bool
    """It is in the project already."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a preview. Without a `document`: `error` says why it cannot come in, or `kind` names a dataset."""

    source: str
    kind: str
    state: State
    document: Document | None = None
    direction: Direction | None = None
    twin: Twin | None = None
    is_visual: bool = False
    error: MusnadError | None = None
    page: tuple[str, bytes] | None = None
    path: Path | None = None

    @property
    def first_lines(self) -> str:
        """The first lines of the text."""
        return self.document.text.strip()[:FIRST_LINES] if self.document is not None else ""


class ImportPreview(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a preview, in the order of the sources. `cancelled`: there is more that was not looked at."""

    arrivals: tuple[Arrival, ...] = ()
    cancelled: bool = False

    def count(self, *states: State) -> int:
        """Return how many lines have one of these states."""
        return sum(one.state in states for one in self.arrivals)


def preview(
    file: ProjectFile,
    given: Given | Sequence[Given],
    wish: IntakeWish | None = None,
    progress: Progress | None = None,
    found: Callable[[Arrival], object] = lambda _: None,
) -> ImportPreview:
    """Read everything that is given, and say what would come in; nothing is written.

    `found` hears of each article as it is read, before it is known whether others repeat it. `progress` is called
    before each file and all along; Cancelled raised there ends the preview with what was read until then.
    """
    wish = wish or IntakeWish()
    given = [given] if isinstance(given, str | Path | ArticleSource) else given
    known = {summary.id for summary in articles.summaries(file, counted=False)}
    arrivals: list[Arrival] = []
    try:
        every = _articles_or_datasets(given, arrivals)
        for done, one in enumerate(every):

            def heard(done: int = done, one: Given = one) -> None:
                if progress is not None:
                    progress(done, len(every), name_of(one))

            heard()
            with cancelled_by(heard):
                for arrival in _looked_at(one, wish, known):
                    arrivals.append(arrival)
                    found(arrival)
        return ImportPreview(arrivals=_with_twins(file, arrivals, progress))
    except Cancelled:
        return ImportPreview(arrivals=tuple(arrivals), cancelled=True)


def _articles_or_datasets(given: Sequence[Given], arrivals: list[Arrival]) -> list[Given]:
    """Return the same with the files of folders; folders that are datasets, and bad ones, are put into `arrivals`."""
    rest: list[Given] = []
    for one in given:
        try:
            reader = recognised(Path(str(one))) if is_folder(one) else None
            if reader is None:
                rest += expanded([one])
            else:
                arrivals.append(_dataset(one, reader))
        except (InputError, NotFoundError, SchemeError) as error:
            arrivals.append(_failed(name_of(one), error))
    return rest


def _dataset(one: Given, reader: Reader) -> Arrival:
    return Arrival(source=name_of(one), kind=reader.id, state="annotations", path=Path(str(one)))


def _looked_at(given: Given, wish: IntakeWish, known: set[str]) -> list[Arrival]:
    try:
        reader = _reader_of(given, wish.kind) if isinstance(given, Path) else None
        if reader is not None:
            return [_dataset(given, reader)]
        return [_arrival(one, known) for one in gathered(given, wish)]
    except (InputError, NotFoundError, SchemeError) as error:
        return [_failed(name_of(given), error)]


def _reader_of(path: Path, kind: str | None) -> Reader | None:
    """Return the reader of a dataset: the one that is named, or is known; None for articles."""
    if kind is None:
        return recognised(path)
    return None if kind in {one.id for one in kinds()} else find_reader(kind)


def _failed(source: str, error: MusnadError) -> Arrival:
    return Arrival(source=source, kind="", state="failed", error=error)


def _arrival(one: GatheredArticle | LeftOut, known: set[str]) -> Arrival:
    if isinstance(one, LeftOut):
        return _failed(one.source, one.error)
    document = one.document
    visual = looks_visual(document.text)
    return Arrival(
        source=one.source,
        kind=one.kind,
        state=_state(document, known, visual),
        document=document,
        direction=base_direction(document.text),
        is_visual=visual,
        page=one.page,
    )


def _state(document: Document, known: Collection[str], visual: bool) -> State:
    if document.id in known:
        return "known"
    return "noted" if visual or any(map(is_telling, document.intake)) else "new"


def is_telling(note: IntakeNote) -> bool:
    """Return whether a person should look at the text before it counts."""
    if note.kind == "encoding":
        return note.detail not in _SURE_ENCODINGS
    return note.kind in _TELLING or (note.kind == "controls" and note.count > 0)


def _with_twins(file: ProjectFile, arrivals: Sequence[Arrival], progress: Progress | None) -> tuple[Arrival, ...]:
    """The arrivals, each with the article that it nearly repeats, here or among those that come before it."""
    here = file.companion(NearDuplicates).signatures(progress)
    fresh = {
        one.document.id: one.document for one in arrivals if one.document is not None and one.document.id not in here
    }
    made = dict(zip(fresh, signatures(one.text for one in fresh.values()), strict=True))
    every: dict[str, Signature] = {**here, **made}
    leaders = groups(every)
    titles = {one.id: one.title for one in articles.summaries(file, counted=False)}
    titles |= {id: one.title for id, one in fresh.items()}
    return tuple(_with_twin(one, leaders, every, titles, here) for one in arrivals)


def _with_twin(
    arrival: Arrival,
    leaders: Mapping[str, str],
    every: Mapping[str, Signature],
    titles: Mapping[str, str],
    here: Mapping[str, Signature],
) -> Arrival:
    document = arrival.document
    leader = leaders.get(document.id) if document is not None else None
    if document is None or leader is None or arrival.state == "known":
        return arrival
    share = 1.0 if leader == document.id else alike(every[leader], every[document.id])
    twin = Twin(id=leader, title=titles[leader], share=share, here=leader in here)
    repeats = leader != document.id and arrival.state == "new"
    return msgspec.structs.replace(arrival, state="near" if repeats else arrival.state, twin=twin)


def bring(
    file: ProjectFile,
    arrivals: Sequence[Arrival],
    maps: Mapping[Path, LabelMap] | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import what these lines hold: the articles as one action, then each dataset, with its map of labels.

    Pages that are to be kept are written first, beside the project. Raises InputError where the articles cannot be
    taken; a dataset that cannot is in the report.
    """
    found = [
        GatheredArticle(source=one.source, kind=one.kind, document=one.document, page=one.page)
        for one in arrivals
        if one.document is not None
    ]
    keep_pages(file.path, found)
    documents = merged(found)
    added = articles.take(file, documents) if documents else set()
    visual = {one.document.id for one in arrivals if one.document is not None and one.is_visual}
    report = ImportReport(
        added=len(added),
        known=len(documents) - len(added),
        visual=tuple(one.id for one in documents if one.id in visual & added),
    )
    for one in arrivals:
        if one.path is not None:
            label_map = (maps or {}).get(one.path)
            report = joined(report, import_files(file, [one.path], one.kind, progress=progress, label_map=label_map))
    return report


def pasted(text: str, name: str) -> ArticleSource:
    """Return what stands for a text that was pasted. `name` is what messages call it."""
    return ArticleSource(name=name, data=text.encode("utf-8", "surrogatepass"), encoding="utf-8", chosen=True)
