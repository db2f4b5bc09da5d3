"""The parts of a REFI-QDA project that records make: users, cases, texts with selections, notes and links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator, kind_of
from annotator.domain.comment import Comment
from annotator.domain.document import Document
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.formats.actors_csv import joined_aliases
from annotator.formats.dataset import Dataset
from annotator.formats.record import Record
from annotator.formats.refi_codebook import agreement_code, label_code, value_code
from annotator.formats.refi_layout import (
    ALIASES,
    AUTHOR,
    DIRECTION,
    KIND,
    LANGUAGE,
    PUBLISHED,
    PUBLISHER,
    URL,
    WIKIDATA,
    guid,
    made_guid,
)


class Gathered(msgspec.Struct, frozen=True):
    """Everything that stands in a project before its texts: found in one reading of the records."""

    people: dict[str, Annotator]
    actors: dict[str, Actor]
    statements: dict[str, Statement]
    mentions: dict[str, list[str]]
    """The selections that name each actor."""
    written: dict[tuple[str, str], set[str]]
    """The values of open attributes, by label and attribute."""


class RefiSelection(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a mark: its codes, and the comments on it."""

    guid: str
    name: str
    start: int
    end: int
    user: str
    codings: tuple[tuple[str, str], ...]
    """GUIDs: of the coding, of the code."""
    notes: tuple[str, ...]


class CodedText(msgspec.Struct, frozen=True, kw_only=True):
    """A document with everybody's selections."""

    document: Document
    guid: str
    values: tuple[tuple[str, str], ...]
    """Variables and their values."""
    selections: tuple[RefiSelection, ...]
    notes: tuple[str, ...]


class RefiLink(msgspec.Struct, frozen=True, kw_only=True):
    """A relation, or the link of a further part of a mark to the first; `note` holds the attributes."""

    guid: str
    name: str
    origin: str
    target: str
    note: str | None = None


NAME_CODE_POINTS = 80


def gathered(dataset: Dataset) -> Gathered:
    """Read the records once."""
    found = Gathered({}, {}, {}, {}, {})
    open_ones = {
        (label.key, one.key) for label in dataset.scheme.labels for one in label.attributes if one.open is not None
    }
    for record in dataset.records:
        found.people.update((one.handle, one) for one in _people(record))
        found.actors.update((one.id, one) for one in record.actors)
        found.statements.update((one.id, one) for one in record.statements)
        for span in sorted(record.spans, key=in_order):
            if span.actor_id is not None:
                found.mentions.setdefault(span.actor_id, []).append(selection_guid(span, 0))
            for key, value in span.attributes.items():
                if (span.label, key) in open_ones:
                    found.written.setdefault((span.label, key), set()).add(value)
    return found


def _people(record: Record) -> Iterator[Annotator]:
    """Yield those who marked something in a record, or said something about it."""
    known = {one.handle: one for one in record.authors}
    if record.annotator is not None:
        known[record.annotator.handle] = record.annotator
        if record.spans:
            yield record.annotator
    for comment in record.comments:
        yield known.get(comment.annotator, Annotator(handle=comment.annotator, kind=kind_of(comment.annotator)))


def texts(dataset: Dataset) -> Iterator[tuple[list[Record], CodedText]]:
    """Yield the readings of each document with its selections."""
    for _, found in groupby(dataset.records, key=lambda record: record.document.id):
        records = list(found)
        yield records, _text(records)


def links(record: Record, names: dict[str, str]) -> Iterator[RefiLink]:
    """Yield the links of a record; `names` calls the relations."""
    spans = {span.id: span for span in record.spans}
    for span in sorted(record.spans, key=in_order):
        first = selection_guid(span, 0)
        for number in range(1, len(span.parts)):
            part = selection_guid(span, number)
            yield RefiLink(guid=made_guid("continues", part), name="continues", origin=part, target=first)
    for one in sorted(record.relations, key=lambda relation: guid(relation.id)):
        yield RefiLink(
            guid=guid(one.id),
            name=names[one.label],
            origin=selection_guid(spans[one.from_id], 0),
            target=selection_guid(spans[one.to_id], 0),
            note=made_guid("note", guid(one.id)) if one.attributes else None,
        )


def selection_guid(span: Span, number: int) -> str:
    """Return the GUID of a part of a mark."""
    return made_guid("selection", guid(span.id), str(number))


def in_order(span: Span) -> tuple[int, int, str]:
    """Return the key by which marks stand in a project: as one reads, then by their GUIDs."""
    return span.start, -span.end, guid(span.id)


def user_guid(handle: str) -> str:
    """Return the GUID of an annotator."""
    return made_guid("user", handle)


def case_values(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Return the variables of an actor that say something, with their values."""
    values = ((KIND, actor.kind), (WIKIDATA, actor.wikidata or ""), (ALIASES, joined_aliases(actor.aliases)))
    return tuple((name, value) for name, value in values if value)


def _text(records: list[Record]) -> CodedText:
    document = records[0].document
    origin = next(iter(document.origins), None)
    said = (
        ((URL, origin.url), (PUBLISHER, origin.publisher), (PUBLISHED, origin.published), (AUTHOR, origin.author))
        if origin
        else ()
    )
    own = ((LANGUAGE, document.language if document.language != "ar" else None), (DIRECTION, document.direction))
    comments = [comment for record in records for comment in record.comments]
    notes = _notes(comments)
    return CodedText(
        document=document,
        guid=guid(document.id),
        values=tuple((name, value) for name, value in (*said, *own) if value),
        selections=tuple(one for record in records for one in _selections(record, notes)),
        notes=tuple(notes.get(None, ())),
    )


def _notes(comments: Iterable[Comment]) -> dict[str | None, list[str]]:
    """The notes of each span and (None) of the document; an answer hangs on what it answers."""
    found: defaultdict[str | None, list[str]] = defaultdict(list)
    for comment in sorted(comments, key=lambda one: guid(one.id)):
        if comment.reply_to is None or comment.span_id is not None:
            found[comment.span_id].append(guid(comment.id))
    return found


def _selections(record: Record, notes: dict[str | None, list[str]]) -> Iterator[RefiSelection]:
    text = record.document.text
    user = user_guid(record.annotator.handle) if record.annotator else ""
    for span in sorted(record.spans, key=in_order):
        for number, (start, end) in enumerate(span.parts):
            quote = " ".join(text[start:end].split())
            selection = selection_guid(span, number)
            yield RefiSelection(
                guid=selection,
                name=quote[:NAME_CODE_POINTS],
                start=start,
                end=end,
                user=user,
                codings=tuple(_codings(span, number)),
                notes=tuple(notes.get(span.id, ())) if number == 0 else (),
            )


def _codings(span: Span, number: int) -> Iterator[tuple[str, str]]:
    if number:
        yield made_guid("coding", guid(span.id), str(number)), label_code(span.label)
        return
    yield guid(span.id), label_code(span.label)
    codes = [value_code(span.label, key, value) for key, value in sorted(span.attributes.items())]
    codes += [guid(span.statement_id)] if span.statement_id else []
    codes += [agreement_code(span.agreement)] if span.agreement else []
    for code in codes:
        yield made_guid("coding", guid(span.id), code), code
