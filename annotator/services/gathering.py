"""Articles out of whatever a person names: files, folders of them, archives, addresses, pasted text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator import paths as system
from annotator.cancellation import check_cancelled
from annotator.domain.document import Document, IntakeNote
from annotator.errors import InputError
from annotator.intake import Article, ArticleSource, containers, evidence, load
from annotator.intake.kinds import kind_of, read_source
from annotator.intake.web import fetch, is_address
from annotator.services.source_trees import files_below
from annotator.visible import printable

Given = str | Path | ArticleSource
"""A thing to import: a file or folder, an address (as a text), or a text that was pasted."""


class IntakeWish(msgspec.Struct, frozen=True, kw_only=True):
    """Choices for reading articles. `kind` and `encoding` are found out if None, `columns` guessed as far as not named.

    `keep_pages`: keep each web page as it came, beside the project.
    """

    kind: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = {}
    keep_pages: bool = False


class GatheredArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a source; `page` is the file, name and content, that keeps the page it was made of."""

    source: str
    kind: str
    document: Document
    page: tuple[str, bytes] | None = None


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A source, or a thing of one, that cannot come in."""

    source: str
    error: InputError


def name_of(given: Given) -> str:
    """Return what messages call a thing that a person named."""
    return printable(given.name) if isinstance(given, ArticleSource) else printable(given)


def expanded(given: Sequence[Given]) -> list[Given]:
    """Return the same with the files of folders in their place; projects in them are no articles.

    Raises InputError for a folder that cannot be read, or has no files.
    """
    found: list[Given] = []
    for one in given:
        if not is_folder(one):
            found.append(one)
            continue
        folder = Path(str(one))
        files = [folder / name for name in files_below(folder) if not _PROJECT.search(name)]
        if not files:
            raise InputError("{path} is a folder without files to import.", path=folder)
        found += files
    return found


_PROJECT = re.compile(r"\.musnad(?:-\w+)?$|\.evidence/", re.IGNORECASE)


def is_folder(one: Given) -> bool:
    """Return whether this is a folder."""
    if isinstance(one, ArticleSource) or (isinstance(one, str) and is_address(one)):
        return False
    try:
        return system.kind(one) == "folder"
    except InputError:
        # Whoever reads it says why it cannot be.
        return False


def opened(given: Given, wish: IntakeWish) -> ArticleSource:
    """Return the bytes of what a person named. Raises InputError. An address is fetched, and nothing else."""
    if isinstance(given, ArticleSource):
        source = given
    elif isinstance(given, str) and is_address(given):
        source = fetch(given)
    else:
        path = Path(given)
        source = ArticleSource(name=path.name, data=load(path))
    return msgspec.structs.replace(
        source,
        encoding=wish.encoding or source.encoding,
        columns=wish.columns or source.columns,
        chosen=wish.kind is not None or source.chosen,
    )


def gathered(given: Given, wish: IntakeWish) -> Iterator[GatheredArticle | LeftOut]:
    """Yield the articles of one thing that a person named, as they are read, and what of it had to be left out.

    Checks for cancellation all along (`cancellation`). Raises InputError, naming the file, the place and the mend,
    for what cannot be used at all.
    """
    whole = opened(given, wish)
    is_archive = containers.is_archive(whole) and wish.kind is None
    nothing = True
    for source in containers.sources(whole) if is_archive else [whole]:
        check_cancelled()
        nothing = False
        if isinstance(source, InputError):
            yield LeftOut(source=whole.name, error=source)
            continue
        try:
            yield from _read(source, wish)
        except InputError as error:
            if not is_archive:
                raise
            yield LeftOut(source=source.name, error=error)
    if nothing:
        raise InputError("{name} holds no files.", name=whole.name)


def _read(source: ArticleSource, wish: IntakeWish) -> Iterator[GatheredArticle | LeftOut]:
    kind = kind_of(source, wish.kind)
    page = evidence.kept(source) if wish.keep_pages and kind.id == "html" else None
    for item in read_source(source, kind.id):
        check_cancelled()
        if isinstance(item, Article):
            yield GatheredArticle(source=source.name, kind=kind.id, document=_with_page(item.document, page), page=page)
        else:
            yield LeftOut(source=source.name, error=item)


def _with_page(document: Document, page: tuple[str, bytes] | None) -> Document:
    if page is None:
        return document
    note = IntakeNote(kind="evidence", detail=page[0], count=len(page[1]))
    return msgspec.structs.replace(document, intake=(*document.intake, note))


def merged(found: Sequence[GatheredArticle]) -> list[Document]:
    """Return the documents, each once: of a text that came several times, with all its origins."""
    return merged_documents(one.document for one in found)


def merged_documents(found: Iterable[Document]) -> list[Document]:
    """Return documents, each once, with all the origins that they have."""
    by_id: dict[str, Document] = {}
    for one in found:
        held = by_id.get(one.id)
        if held is None:
            by_id[one.id] = one
        else:
            origins = tuple(dict.fromkeys((*held.origins, *one.origins)))
            by_id[held.id] = msgspec.structs.replace(held, origins=origins)
    return list(by_id.values())


def keep_pages(project: Path, found: Sequence[GatheredArticle]) -> None:
    """Write the pages that articles were made of into the folder beside the project. Raises InputError."""
    from annotator.services.files import written_whole

    pages = dict(one.page for one in found if one.page is not None)
    if not pages:
        return
    folder = project.with_name(project.stem + evidence.FOLDER)
    for name, content in pages.items():
        with system.making(folder):
            folder.mkdir(exist_ok=True)
        with written_whole(folder / name) as stream:
            stream.write(content)
