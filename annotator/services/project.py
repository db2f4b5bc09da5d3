"""The project: the one door for the window, the command line and scripts.

Each method is a line that leads to its use case in `services`, which says all there is to say about it. What the first
article on the page does not need is imported when it is asked for.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from msgspec import UNSET, UnsetType

from annotator.domain.annotator import AnnotationSet, Annotator, Status
from annotator.domain.change import Changes
from annotator.domain.document import Document, IntakeNote, Origin
from annotator.domain.frame import Filler, Frame
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.search import Hit, Query
from annotator.domain.span import Part, Span
from annotator.services import articles, marks
from annotator.services.handles import default_handle
from annotator.services.lazily import LazyModule
from annotator.services.project_actors import ActorsDoor
from annotator.services.project_review import ReviewDoor
from annotator.services.project_statements import StatementsDoor
from annotator.services.project_suggestions import SuggestionsDoor
from annotator.store.documents import DocumentSummary

if TYPE_CHECKING:
    from annotator.domain.attribution import Attribution
    from annotator.domain.scheme_change import Renames
    from annotator.domain.statement import Agreement
    from annotator.formats.mapping import LabelMap
    from annotator.formats.record import Record
    from annotator.services import (
        arrivals,
        attributions,
        datasets,
        division,
        exchange,
        near_duplicates,
        outlook,
        preview,
        project_scheme,
        search,
        taking_in,
        unshown_links,
        whole_check,
    )
    from annotator.services.arrivals import Arrival, ImportPreview
    from annotator.services.dataset_wish import DatasetWish
    from annotator.services.datasets import GivenOptions, Report, Split, Wish, Wished
    from annotator.services.exchange import ImportReport
    from annotator.services.gathering import Given, IntakeWish
    from annotator.services.hits import DocumentHits, Hits
    from annotator.services.outlook import Outlook
    from annotator.services.preview import PreviewedFile
    from annotator.services.progress import Progress
    from annotator.services.scheme_changes import SchemeChange
    from annotator.services.unshown_links import UnshownLink
else:
    arrivals = LazyModule("annotator.services.arrivals")
    datasets = LazyModule("annotator.services.datasets")
    division = LazyModule("annotator.services.division")
    exchange = LazyModule("annotator.services.exchange")
    near_duplicates = LazyModule("annotator.services.near_duplicates")
    outlook = LazyModule("annotator.services.outlook")
    preview = LazyModule("annotator.services.preview")
    project_scheme = LazyModule("annotator.services.project_scheme")
    search = LazyModule("annotator.services.search")
    attributions = LazyModule("annotator.services.attributions")
    taking_in = LazyModule("annotator.services.taking_in")
    unshown_links = LazyModule("annotator.services.unshown_links")
    whole_check = LazyModule("annotator.services.whole_check")

__all__ = ["Project", "default_handle"]


class Project(ActorsDoor, StatementsDoor, ReviewDoor, SuggestionsDoor):
    """An open project file and the annotator who works in it.

    Every writing method is one user action: it is checked, written in one transaction with its journal rows, can
    be undone, and is told to listeners. Methods may be called from any thread, one at a time gets in; what several of
    them read inside `with project.reading():` is of one moment. All offsets are Unicode code points, half-open.
    """

    # Articles

    def documents(self) -> list[Document]:
        """Return every document with its text, in the order of import."""
        return articles.listed(self)

    def document(self, document_id: str) -> Document:
        """Return one document, or raise NotFoundError."""
        return articles.one(self, document_id)

    def summaries(
        self, *, counted: bool = True, grouped: bool = False, only: Collection[str] | None = None
    ) -> list[DocumentSummary]:
        """Return a line for each document, without its text, with my status (`articles.summaries`)."""
        return articles.summaries(self, counted=counted, grouped=grouped, only=only)

    def added_after(self, document_id: str, most: int) -> list[str]:
        """Return the ids of the first documents that came after this one, at most so many."""
        return articles.added_after(self, document_id, most)

    def languages(self) -> list[str]:
        """Return the tags of the languages that articles are in, the one of most articles first."""
        return articles.languages(self)

    def add_document(
        self,
        text: str,
        title: str | None = None,
        origin: Origin | str | None = None,
        language: str | None = None,
        intake: Sequence[IntakeNote] = (),
    ) -> Document:
        """Add an article; a text that is here already gains the origin (`articles.add`)."""
        return articles.add(self, text, title, origin, language, intake)

    def take_articles(self, made: Sequence[Document]) -> set[str]:
        """Add articles as intake made them; the ids of those that are new (`articles.take`)."""
        return articles.take(self, made)

    def near_duplicates(self, progress: "Progress | None" = None) -> Mapping[str, str]:
        """Return the group of each article that others nearly repeat: the id of the first (`near_duplicates`)."""
        return near_duplicates.group_of(self, progress)

    def add_repaired(self, *document_ids: str) -> list[Document]:
        """Add a copy in reading order of articles that came in visual order (`articles.add_repaired`)."""
        return articles.add_repaired(self, document_ids)

    def update_document(self, document_id: str, **about: Unpack[articles.About]) -> Document:
        """Change what is said about an article; what is not given stays as it is (`articles.update`)."""
        return articles.update(self, document_id, **about)

    def remove_document(self, *document_ids: str) -> None:
        """Take articles out of the project with everyone's marks on them; undo brings all of it back."""
        articles.remove(self, document_ids)

    # Marks

    def spans(self, document_id: str, annotator: str | None = None) -> list[Span]:
        """Return someone's spans on a document in reading order; None: mine."""
        return marks.spans(self, document_id, annotator)

    def relations(self, document_id: str, annotator: str | None = None) -> list[Relation]:
        """Return someone's relations on a document; None: mine."""
        return marks.relations(self, document_id, annotator)

    def frames(self, document_id: str, annotator: str | None = None) -> list[Frame]:
        """Return someone's frames on a document: each claim with its roles; None: mine."""
        return marks.frames(self, document_id, annotator)

    def span(self, span_id: str) -> Span:
        """Return the span with this id, or raise NotFoundError."""
        return marks.span(self, span_id)

    def annotators(self) -> list[Annotator]:
        """Return everyone who is registered: persons, models and gold."""
        return marks.annotators(self)

    def sets(self, document_id: str) -> list[AnnotationSet]:
        """Return the annotation sets that have been begun on a document."""
        return marks.sets(self, document_id)

    def status(self, document_id: str, annotator: str | None = None) -> Status:
        """Return how far someone is with a document: todo, doing or done; None: I."""
        return marks.status(self, document_id, annotator)

    def set_status(self, document_id: str, status: Status) -> None:
        """Say how far I am with a document: todo, doing or done."""
        marks.set_status(self, document_id, status)

    def annotate(
        self,
        document_id: str,
        parts: Part | Iterable[Part],
        label: str,
        attributes: Mapping[str, str] | None = None,
        actor_id: str | None = None,
    ) -> Span:
        """Mark a span; attributes that are not given get the label's defaults (`marks.make`)."""
        return marks.make(self, document_id, parts, label, attributes, actor_id)

    def annotate_many(
        self,
        places: Iterable[tuple[str, Part]],
        label: str,
        attributes: Mapping[str, str] | None = None,
        actor_id: str | None = None,
    ) -> list[Span]:
        """Mark many stretches alike, each in the document with this id, as one action (`marks.make_many`)."""
        return marks.make_many(self, places, label, attributes, actor_id)

    def link(self, from_id: str, to_id: str, label: str, attributes: Mapping[str, str] | None = None) -> Relation:
        """Link two of my spans in one document, as far as the scheme allows it (else InputError)."""
        return marks.link(self, from_id, to_id, label, attributes)

    def fill(
        self,
        head_id: str,
        fillers: Iterable[Filler],
        attributes: Mapping[str, str | None] | None = None,
        without: Iterable[str] = (),
    ) -> list[Relation]:
        """Give one of my marks its roles in one action (`marks.fill`)."""
        return marks.fill(self, head_id, fillers, attributes, without)

    def update(
        self,
        item_id: str,
        *,
        label: str | UnsetType = UNSET,
        parts: Part | Iterable[Part] | UnsetType = UNSET,
        attributes: Mapping[str, str | None] | UnsetType = UNSET,
        actor_id: str | UnsetType | None = UNSET,
        statement_id: str | UnsetType | None = UNSET,
        agreement: "Agreement | UnsetType | None" = UNSET,
    ) -> Span | Relation:
        """Change one of my spans, or the attributes of one of my relations; None takes a value away."""
        from annotator.services.annotate import SpanChanges

        return marks.update(self, item_id, SpanChanges(label, parts, attributes, actor_id, statement_id, agreement))

    def delete(self, *item_ids: str) -> None:
        """Delete my spans and relations, and with the spans the relations that touch them; one action."""
        marks.remove(self, item_ids)

    # Finding

    def search(self, query: str | Query, limit: int | None = None, progress: "Progress | None" = None) -> "Hits":
        """Return where the texts say this, whatever the spelling; `limit` the most places (`search.search`).

        The line around a hit is made when it is asked for.
        """
        return search.hits(self, query, limit, progress)

    def hits(self, query: str | Query, progress: "Progress | None" = None) -> Iterator[Hit]:
        """Yield the hits of `search` as they are found: taking the first fifty reads no further."""
        return chain.from_iterable(self.found(query, progress))

    def found(self, query: str | Query, progress: "Progress | None" = None) -> "Iterator[DocumentHits]":
        """Yield the hits of `search` a document at a time, as they are found."""
        return search.search(self, query, progress=progress)

    def statements(
        self,
        source: str | None = None,
        target: str | None = None,
        stance: str | None = None,
        since: str | None = None,
        until: str | None = None,
        annotator: str | None = None,
        once: bool = False,
    ) -> "list[Attribution]":
        """Return what the actor `source` has said about the actor `target` (ids; None: anyone), oldest first.

        `stance` is the one towards the target; `since` and `until` are ISO 8601 days of publication, both
        included; `annotator` whose reading is asked, None: mine; `once` counts near-duplicate articles once.
        """
        return attributions.asked(self, source, target, stance, since, until, annotator, once)

    # The scheme

    def scheme_change(self, scheme: Scheme, renames: "Renames | None" = None) -> "SchemeChange":
        """Return what `set_scheme` would do; nothing is changed."""
        return project_scheme.change(self, scheme, renames)

    def set_scheme(self, scheme: Scheme, renames: "Renames | None" = None, *, drop: bool = False) -> Scheme:
        """Give the project this scheme; marks follow the renames (`project_scheme.give`)."""
        return project_scheme.give(self, scheme, renames, drop=drop)

    # In and out

    def import_(
        self,
        source: "Given | Sequence[Given]",
        format: str | None = None,
        *,
        encoding: str | None = None,
        annotator: str | None = None,
        label_map: "LabelMap | None" = None,
        columns: Mapping[str, str] | None = None,
        keep_pages: bool = False,
        progress: "Progress | None" = None,
    ) -> "ImportReport":
        """Import articles (files, folders, archives, addresses), or annotations (`exchange.import_sources`).

        `columns` says which column of a table holds what (`text`, `title`, …); `keep_pages` keeps each web page as it
        came, beside the project.
        """
        return exchange.import_sources(
            self, source, format, annotator, progress, label_map, exchange.intake_wish(encoding, columns, keep_pages)
        )

    def preview(
        self,
        source: "Given | Sequence[Given]",
        wish: "IntakeWish | None" = None,
        progress: "Progress | None" = None,
        found: "Callable[[Arrival], object]" = lambda _: None,
    ) -> "ImportPreview":
        """Return what an import would bring, article by article; nothing is written (`arrivals.preview`)."""
        return arrivals.preview(self, source, wish, progress, found)

    def bring(
        self,
        lines: "Sequence[Arrival]",
        maps: "Mapping[Path, LabelMap] | None" = None,
        progress: "Progress | None" = None,
    ) -> "ImportReport":
        """Import these lines of a preview, the articles as one action (`arrivals.bring`)."""
        return arrivals.bring(self, lines, maps, progress)

    def store_records(
        self, incoming: "Iterable[Record]", heard: "Callable[[], object] | None" = None
    ) -> Changes | None:
        """Take in whole annotation sets with their documents and actors as one action (`taking_in.take_in`)."""
        return taking_in.take_in(self, incoming, heard)

    def export(
        self,
        format: str,
        out: str | Path,
        annotators: "Wish" = None,
        split: "Split" = None,
        *,
        options: "GivenOptions" = (),
        strict: bool = False,
        progress: "Progress | None" = None,
        **wished: "Unpack[Wished]",
    ) -> "Report":
        """Write a dataset (`datasets.export`). `annotators` None: every reading but what models propose."""
        return datasets.export(
            self, format, Path(out), annotators, split, options=options, strict=strict, progress=progress, **wished
        )

    def export_preview(
        self,
        format: str,
        annotators: "Wish" = None,
        split: "Split" = None,
        options: "GivenOptions" = (),
        *,
        progress: "Progress | None" = None,
        **wished: "Unpack[Wished]",
    ) -> "list[PreviewedFile]":
        """Return the first articles as a format would write them; nothing is written (`preview.preview`)."""
        return preview.preview(self, format, annotators, split, options, progress=progress, **wished)

    def export_outlook(self, wish: "DatasetWish", progress: "Progress | None" = None) -> "Outlook":
        """Return what an export would write and lose, counted and nothing written (`outlook.outlook`)."""
        return outlook.outlook(self, wish, progress)

    def frozen_splits(self) -> list[str]:
        """Return the names of the splits that are frozen."""
        return division.frozen_splits(self)

    def unshown_links(self, most: int = 500) -> "list[UnshownLink]":
        """Return the links that are here and not shown, with the words at their ends and the reason."""
        return unshown_links.listed(self, most)

    def check(self) -> list[str]:
        """Return what does not hold in this file, a line each; an empty list is good news. Changes nothing."""
        return whole_check.problems(self)
