"""The articles of a project: listing them, adding and removing them, and what is said about them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Any, TypedDict, Unpack

import msgspec

from annotator.domain.document import Direction, Document, IntakeNote, Origin, check_about, check_origin, document_id
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.store import documents
from annotator.store.connection import Connection
from annotator.store.documents import DocumentSummary
from annotator.store.edits import Edit, delete, together
from annotator.store.references import rows_of_document


def listed(file: ProjectFile) -> list[Document]:
    """Return every document with its text, in the order of import."""
    with file.reading() as view:
        return documents.documents(view)


def one(file: ProjectFile, document_id: str) -> Document:
    """Return one document, or raise NotFoundError."""
    with file.reading() as view:
        return documents.document(view, document_id)


def summaries(
    file: ProjectFile, *, counted: bool = True, grouped: bool = False, only: Collection[str] | None = None
) -> list[DocumentSummary]:
    """Return a line for each document, without its text, with my status.

    `counted`: its length and number of spans; `grouped`: its near-duplicates, which reads every text once; `only`: of
    those of these documents that are here.
    """
    with file.reading() as view:
        found = documents.summaries(view, file.annotator, counted=counted, only=only)
    if not grouped:
        return found
    from annotator.services.near_duplicates import group_of

    groups = group_of(file)
    return [msgspec.structs.replace(one, group=groups.get(one.id)) for one in found]


def added_after(file: ProjectFile, document_id: str, most: int) -> list[str]:
    """Return the first ids behind this one in the order of import; none where it is not here."""
    with file.reading() as view:
        return documents.ids_after(view, document_id, most)


def languages(file: ProjectFile) -> list[str]:
    """Return the tags of the languages that articles are in, the one of most articles first."""
    with file.reading() as view:
        return documents.languages(view)


def add(
    file: ProjectFile,
    text: str,
    title: str | None = None,
    origin: Origin | str | None = None,
    language: str | None = None,
    intake: Sequence[IntakeNote] = (),
) -> Document:
    """Add an article; its text is cleaned once (`text.cleaning`) and never changes again.

    A text that is here already gains the origin and stays one document. `origin` may be a bare URL. `language` is a
    BCP 47 tag; None: as the text tells.
    Raises InputError for a text without a visible character, and for what cannot be a title, language or origin.
    """
    from annotator.text.cleaning import clean
    from annotator.text.language import language_of
    from annotator.text.titles import title_of

    cleaned, notes = clean(text)
    if not cleaned.strip():
        raise InputError("The article is empty.")
    if isinstance(origin, str):
        origin = Origin(url=origin)
    made = Document(
        id=document_id(cleaned),
        title=title or title_of(cleaned),
        text=cleaned,
        language=language_of(cleaned) if language is None else language,
        origins=() if origin is None else (origin,),
        intake=(*intake, *notes),
    )
    take(file, [made])
    return one(file, made.id)


def check(made: Sequence[Document]) -> None:
    """Raise InputError where articles say of themselves what no article has."""
    for article in made:
        check_about(article.title, article.language, article.direction)
        for origin in article.origins:
            check_origin(origin)


def take(file: ProjectFile, made: Sequence[Document], action: str | None = None) -> set[str]:
    """Add articles as intake made them (clean texts, ids made of them), as one action; the ids of the new ones.

    A text that is here already gains the origins. `action` is one that goes on. Raises InputError for what no article
    has.
    """
    check(made)
    with file.acting(action) as act:
        fresh = {article.id for article in made} - documents.known(act.connection, [article.id for article in made])
        added = (_added(act.connection, article, fresh, place) for place, article in enumerate(made))
        act.edits += together(chain.from_iterable(added))
    return fresh


def add_repaired(file: ProjectFile, document_ids: Sequence[str]) -> list[Document]:
    """Add a copy of each of these articles in reading order, as one action; the originals stay as they are.

    For articles that came in visual order (`text.visual_order`). Title, origins, language and direction go
    along. Raises NotFoundError for an article that is not here.
    """
    from annotator.services.repairs import repaired

    with file.acting() as act:
        made = [repaired(documents.document(act.connection, wanted)) for wanted in dict.fromkeys(document_ids)]
        fresh = {article.id for article in made} - documents.known(act.connection, [article.id for article in made])
        for place, article in enumerate(made):
            act.edits += _added(act.connection, article, fresh, place)
    return [one(file, article.id) for article in made]


def _added(connection: Connection, made: Document, fresh: Collection[str], place: int) -> list[Edit]:
    """The edits that add a `fresh` document, or only the origins of one whose text is here already."""
    if made.id in fresh:
        origins = [documents.origin_row(made.id, origin) for origin in made.origins]
        return [documents.document_row(made, place), *origins]
    return documents.fresh_origins(connection, made)


class About(TypedDict, total=False):
    """A change of an article's metadata. `language` is a tag such as "ar" or "fa-AF".

    `direction` "rtl" or "ltr" overrides what the text itself says, None trusts the text again. The rest is about its
    first origin; None or blank: not known.
    """

    title: str
    language: str
    direction: Direction | None
    publisher: str | None
    author: str | None
    published: str | None
    url: str | None


_OWN = ("title", "language", "direction")


def update(file: ProjectFile, document_id: str, **about: Unpack[About]) -> Document:
    """Change what is said about an article; its text never changes. What is not given stays as it is.

    An article without an origin gets one. Raises NotFoundError, or InputError for a blank title, no tag, no direction
    or no day.
    """
    said: Mapping[str, Any] = about
    changes = {name: value for name, value in said.items() if name in _OWN}
    check_about(**changes)
    with file.acting() as act:
        held = documents.document(act.connection, document_id)
        changed = msgspec.structs.replace(held, **changes)
        if changed != held:
            act.edits.append(documents.changed_row(act.connection, changed))
        rest = {name: value for name, value in said.items() if name not in _OWN}
        act.edits += _corrected(act.connection, document_id, rest)
    return one(file, document_id)


def _corrected(connection: Connection, document_id: str, about: Mapping[str, str | None]) -> list[Edit]:
    """The edits that correct, or make, the first origin of an article."""
    said = {name: (value or "").strip() or None for name, value in about.items()}
    held = documents.origins(connection, document_id)
    origin_id, before = next(iter(held.items()), ("", Origin()))
    after = msgspec.structs.replace(before, **said)
    check_origin(after)
    if after == before:
        return []
    row = documents.changed_origin(document_id, origin_id, after) if held else documents.origin_row(document_id, after)
    return [row]


def remove(file: ProjectFile, document_ids: Sequence[str]) -> None:
    """Take articles out of the project with everyone's marks on them, as one action; undo brings all of it back.

    Raises NotFoundError for an article that is not here.
    """
    with file.acting() as act:
        for wanted in dict.fromkeys(document_ids):
            if not documents.has_document(act.connection, wanted):
                raise documents.unknown_document(wanted)
            act.edits += _removed(act.connection, wanted)


def _removed(connection: Connection, document_id: str) -> list[Edit]:
    """The edits that delete a document and every row that belongs to it, what rests on others first."""
    gone = [delete(table, row_id) for table, row_id in rows_of_document(connection, document_id)]
    return [*gone, delete("documents", document_id)]
