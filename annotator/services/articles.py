"""The articles of a project: listing them, adding and removing them, and what is said about them."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.document import Direction, Document, IntakeNote, Origin, check_about, check_origin, document_id
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.store import documents
from annotator.store.connection import Connection
from annotator.store.documents import DocumentSummary
from annotator.store.journal import Edit, delete
from annotator.store.references import rows_of_document


def listed(file: ProjectFile) -> list[Document]:
    """Return every document with its text, in the order of import."""
    with file.reading() as view:
        return documents.documents(view)


def one(file: ProjectFile, document_id: str) -> Document:
    """Return one document, or raise NotFoundError."""
    with file.reading() as view:
        return documents.document(view, document_id)


def summaries(file: ProjectFile, *, counted: bool = True) -> list[DocumentSummary]:
    """Return a line for each document, without its text, with my status; `counted`: its length and number of spans."""
    with file.reading() as view:
        return documents.summaries(view, file.annotator, counted=counted)


def add(
    file: ProjectFile,
    text: str,
    title: str | None = None,
    origin: Origin | str | None = None,
    language: str = "ar",
    intake: Sequence[IntakeNote] = (),
) -> Document:
    """Add an article; its text is cleaned once (`text.cleaning`) and never changes again.

    A text that is here already gains the origin and stays one document. `origin` may be a bare URL.
    Raises InputError for a text without a visible character, and for what cannot be a title, language or origin.
    """
    from annotator.text.cleaning import clean
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
        language=language,
        origins=() if origin is None else (origin,),
        intake=(*intake, *notes),
    )
    take(file, [made])
    return one(file, made.id)


def take(file: ProjectFile, made: Sequence[Document]) -> set[str]:
    """Add articles as intake made them (clean texts, ids made of them), as one action; the ids of the new ones.

    A text that is here already gains the origins. Raises InputError for what no article has.
    """
    for article in made:
        check_about(article.title, article.language, article.direction)
        for origin in article.origins:
            check_origin(origin)
    with file.acting() as act:
        fresh = {article.id for article in made if not documents.has_document(act.connection, article.id)}
        for place, article in enumerate(made):
            act.edits += _added(act.connection, article, place)
    return fresh


def add_repaired(file: ProjectFile, document_ids: Sequence[str]) -> list[Document]:
    """Add a copy of each of these articles in reading order, as one action; the originals stay as they are.

    For articles that came in visual order (`text.visual_order`). Title, origins, language and direction go
    along. Raises NotFoundError for an article that is not here.
    """
    from annotator.services.repairs import repaired

    with file.acting() as act:
        made = [repaired(documents.document(act.connection, wanted)) for wanted in dict.fromkeys(document_ids)]
        for place, article in enumerate(made):
            act.edits += _added(act.connection, article, place)
    return [one(file, article.id) for article in made]


def _added(connection: Connection, made: Document, place: int = 0) -> list[Edit]:
    """The edits that add a document, or only its origins where its text is here already."""
    if not documents.has_document(connection, made.id):
        origins = [documents.origin_row(made.id, origin) for origin in made.origins]
        return [documents.document_row(made, place), *origins]
    held = documents.document(connection, made.id).origins
    return [documents.origin_row(made.id, origin) for origin in made.origins if origin not in held]


def update(
    file: ProjectFile,
    document_id: str,
    *,
    title: str | UnsetType = UNSET,
    language: str | UnsetType = UNSET,
    direction: Direction | UnsetType | None = UNSET,
) -> Document:
    """Change what is said about an article; its text never changes. What is not given stays as it is.

    `language` is a tag such as "ar" or "fa-AF". `direction` "rtl" or "ltr" overrides what the text itself says,
    None trusts the text again. Raises NotFoundError, or InputError for a blank title, no tag or no direction.
    """
    wanted: Mapping[str, Any] = {"title": title, "language": language, "direction": direction}
    changes = {name: value for name, value in wanted.items() if value is not UNSET}
    check_about(**changes)
    with file.acting() as act:
        held = documents.document(act.connection, document_id)
        changed = msgspec.structs.replace(held, **changes)
        if changed != held:
            act.edits.append(documents.changed_row(act.connection, changed))
    return changed


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
