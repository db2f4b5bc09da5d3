"""Articles as intake makes them, before a project has them."""

from collections.abc import Iterable

import msgspec

from annotator.domain.document import Document, IntakeNote, Origin, document_id
from annotator.domain.text_limits import ADDRESS_LENGTH, NAME_LENGTH
from annotator.errors import InputError
from annotator.intake.language import language_of
from annotator.text.cleaning import clean
from annotator.text.titles import is_visible, title_of
from annotator.visible import printable


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it came in: its final text, a title, what was done to make it, where it came from.

    `language` is a tag that the source declares or detection gave; None: nobody said.
    """

    text: str
    title: str
    notes: tuple[IntakeNote, ...]
    origin: Origin
    language: str | None = None

    @property
    def document(self) -> Document:
        """The document that a project keeps."""
        return Document(
            id=document_id(self.text),
            title=self.title,
            text=self.text,
            language=language_of(self.text, self.language),
            origins=(msgspec.structs.replace(self.origin, path=printable(self.origin.path or "") or None),),
            intake=self.notes,
        )


def made(
    raw: str,
    *,
    name: str,
    title: str | None = None,
    language: str | None = None,
    notes: Iterable[IntakeNote] = (),
    **about: str | None,
) -> Article:
    """Return an article of a text that a kind has read; the text is cleaned here, once.

    `about`: `url`, `publisher`, `published`, `author` as found, shortened to what a project takes. Raises InputError
    for a text without a visible character.
    """
    text, changes = clean(raw)
    if not is_visible(text):
        raise InputError("{name} has only white space in it.", name=name)
    found = {
        field: _shortened(value, ADDRESS_LENGTH if field == "url" else NAME_LENGTH) for field, value in about.items()
    }
    return Article(
        text=text,
        title=_shortened(title, NAME_LENGTH) or title_of(text),
        notes=(*notes, *changes),
        origin=Origin(path=name, **found),
        language=language,
    )


def _shortened(value: str | None, most: int) -> str | None:
    """Return what a source says in one line, without what no file can hold; None for nothing."""
    if value is None:
        return None
    line = " ".join(clean(printable(value))[0].split())
    return line[:most] or None
