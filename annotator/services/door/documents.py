"""The door's part about articles."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.document import Direction, Document, IntakeNote, Origin, check_about, check_origin, document_id
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.store import documents
from annotator.store.documents import DocumentSummary
from annotator.store.journal import Edit


class Documents(ProjectFile):
    """Adding articles, and what is said about them."""

    def documents(self) -> list[Document]:
        """Every document with its text, in the order of import."""
        with self.reading() as connection:
            return documents.documents(connection)

    def document(self, document_id: str) -> Document:
        """One document, or NotFoundError."""
        with self.reading() as connection:
            return documents.document(connection, document_id)

    def summaries(self, *, counted: bool = True) -> list[DocumentSummary]:
        """A line for each document, without its text, with my status; `counted`: its length and number of spans."""
        with self.reading() as connection:
            return documents.summaries(connection, self._annotator, counted=counted)

    def add_document(
        self,
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
        self.take_articles([made])
        return self.document(made.id)

    def take_articles(self, made: Sequence[Document]) -> set[str]:
        """Add articles as intake made them (clean texts, ids made of them), as one action; the ids of the new ones.

        A text that is here already gains the origins. Raises InputError for what no article has.
        """
        for one in made:
            check_about(one.title, one.language, one.direction)
            for origin in one.origins:
                check_origin(origin)
        with self.acting() as edits:
            fresh = {one.id for one in made if not documents.has_document(self._connection, one.id)}
            for place, one in enumerate(made):
                edits += self._added(one, place)
        return fresh

    def add_repaired(self, *document_ids: str) -> list[Document]:
        """Add a copy of each of these articles in reading order, as one action; the originals stay as they are.

        For articles that came in visual order (`text.visual_order`). Title, origins, language and direction go
        along. Raises NotFoundError for an article that is not here.
        """
        from annotator.services.repairs import repaired

        with self.acting() as edits:
            made = [repaired(documents.document(self._connection, one)) for one in dict.fromkeys(document_ids)]
            for place, one in enumerate(made):
                edits += self._added(one, place)
        return [self.document(one.id) for one in made]

    def _added(self, made: Document, place: int = 0) -> list[Edit]:
        """The edits that add a document, or only its origins where its text is here already."""
        if not documents.has_document(self._connection, made.id):
            origins = [documents.origin_row(made.id, one) for one in made.origins]
            return [documents.document_row(made, place), *origins]
        held = documents.document(self._connection, made.id).origins
        return [documents.origin_row(made.id, one) for one in made.origins if one not in held]

    def update_document(
        self,
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
        wanted: dict[str, Any] = {"title": title, "language": language, "direction": direction}
        changes = {name: value for name, value in wanted.items() if value is not UNSET}
        check_about(**changes)
        with self.acting() as edits:
            held = documents.document(self._connection, document_id)
            changed = msgspec.structs.replace(held, **changes)
            if changed != held:
                edits.append(documents.changed_row(self._connection, changed))
        return changed
