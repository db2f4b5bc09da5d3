"""The part of a project that a dataset is of: filters by status, date, outlet, language and label; common readings."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from annotator.domain.annotator import Annotator, Status
from annotator.domain.document import Document
from annotator.domain.frame import frames_of
from annotator.domain.scheme import Scheme
from annotator.errors import InputError
from annotator.formats.consensus import Rule, consensus_of
from annotator.formats.record import Record


class Chosen(msgspec.Struct, frozen=True):
    """The annotators to export: all people and the gold one (`people`), those that are named, and common readings.

    What a model proposed is nobody's reading until somebody takes it, so a model's are there only by name. `rules` add
    what the people who read an article have in common.
    """

    people: bool = True
    handles: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()

    def takes(self, annotator: Annotator) -> bool:
        """Return whether the readings of this annotator are wanted."""
        return annotator.handle in self.handles or (self.people and annotator.kind != "model")

    def needs(self, annotator: Annotator) -> bool:
        """Return whether the readings of this annotator have to be read: common ones rest on those of people."""
        return self.takes(annotator) or (bool(self.rules) and annotator.kind == "person")


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Filters; an empty one lets everything through.

    `statuses` of annotation sets; `since` and `until`, days (or months, or years) of publication, both included, of
    which an article without a date has none; `outlets`, publishers; `languages`, tags or what they begin with;
    `labels`, keys of the scheme: marks of others are left out, and relations to them; `documents`, ids of articles.
    """

    statuses: frozenset[Status] = frozenset()
    since: str = ""
    until: str = ""
    outlets: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()

    @property
    def told(self) -> dict[str, Any]:
        """Return the filters that are set, as a manifest tells them."""
        said = msgspec.structs.asdict(self)
        return {key: sorted(value) if isinstance(value, frozenset) else value for key, value in said.items() if value}

    def takes(self, record: Record) -> bool:
        """Return whether a record goes into the dataset, whatever its marks."""
        status = record.status if record.annotator is not None else "todo"
        return (not self.statuses or status in self.statuses) and self._takes_document(record.document)

    def _takes_document(self, document: Document) -> bool:
        dates = [origin.published for origin in document.origins if origin.published]
        outlets = {origin.publisher for origin in document.origins}
        return (
            (not self.documents or document.id in self.documents)
            and (not self.outlets or not self.outlets.isdisjoint(outlets))
            and (not self.languages or any(_speaks(document.language, tag) for tag in self.languages))
            and (not (self.since or self.until) or any(map(self._takes_date, dates)))
        )

    def _takes_date(self, published: str) -> bool:
        # Dates of ISO 8601 sort as texts; a bound that is shorter takes the whole month or year.
        late = not self.until or published[: len(self.until)] <= self.until
        return published[: len(self.since)] >= self.since and late

    def trimmed(self, record: Record, scheme: Scheme) -> Record:
        """Return the record with the marks that are wanted, and what belongs to them."""
        if not self.labels:
            return record
        spans = tuple(span for span in record.spans if span.label in self.labels)
        kept = {span.id for span in spans}
        relations = tuple(one for one in record.relations if {one.from_id, one.to_id} <= kept)
        named = {span.actor_id for span in spans}
        return msgspec.structs.replace(
            record,
            spans=spans,
            relations=relations,
            frames=tuple(frames_of(spans, relations, scheme)),
            actors=tuple(actor for actor in record.actors if actor.id in named),
            comments=tuple(one for one in record.comments if one.span_id is None or one.span_id in kept),
        )


def _speaks(language: str, tag: str) -> bool:
    return language == tag or language.startswith(f"{tag}-")


EVERYTHING = Selection()


def checked_selection(
    selection: Selection,
    scheme: Scheme,
    outlets: Collection[str],
    languages: Collection[str],
    documents: Collection[str],
) -> Selection:
    """Return the filters as given.

    Raises InputError for a label, outlet, language or article that the project does not have.
    """
    for label in sorted(selection.labels):
        scheme.label(label)
    for outlet in sorted(selection.outlets - set(outlets)):
        raise InputError(
            "No article is of the outlet {outlet!r}; there is: {known}.", outlet=outlet, known=sorted(outlets)
        )
    for tag in sorted(selection.languages):
        if not any(_speaks(language, tag) for language in languages):
            raise InputError("No article is in {language!r}; there is: {known}.", language=tag, known=sorted(languages))
    for document in sorted(selection.documents.difference(documents)):
        raise InputError("There is no article with the id {id!r} in this project.", id=document)
    for bound in (selection.since, selection.until):
        if bound and not (bound.replace("-", "").isdigit() and len(bound) in (4, 7, 10)):
            raise InputError("{date!r} is no date; write it as 2024, 2024-01 or 2024-01-31.", date=bound)
    return selection


def selected(records: Iterable[Record], chosen: Chosen, only: Selection, scheme: Scheme) -> Iterator[Record]:
    """Yield the records that are wanted, and common readings of them. Records of one document follow each other."""
    for _, group in groupby(records, key=lambda record: record.document.id):
        kept = [one for one in group if only.takes(one)]
        made = [consensus_of(kept, rule, scheme) for rule in chosen.rules]
        found = [one for one in kept if (chosen.takes(one.annotator) if one.annotator else chosen.people)]
        found += [one for one in made if one is not None]
        for record in sorted(found, key=lambda one: one.annotator.handle if one.annotator else ""):
            yield only.trimmed(record, scheme)
