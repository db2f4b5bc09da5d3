"""Opening what a reader reads: a file with those beside it, or a folder of files as one source."""

import io
import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from annotator import paths
from annotator.domain.scheme import Scheme
from annotator.errors import InputError, OtherKindError
from annotator.formats.folder_sources import (
    annotators_of,
    digests_of,
    is_about_folder,
    stem,
    texts_called,
    uploaded,
)
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, HEAD_BYTES, LIKELY, SURE, Reader, sniffed
from annotator.formats.source import Source
from annotator.intake.kinds import knows_articles
from annotator.services.source_trees import SourceTree, head_of, leads_out, open_beside, source_tree
from annotator.sources import opened

ARTICLES = named("articles among the files of the dataset")


def recognised(path: Path) -> Reader | None:
    """Return the reader of a file or folder of annotations, None for what may be articles.

    Raises OtherKindError for a file whose content only looks like a format: its name says something else, so the person
    must say which of the two is right. Raises it too for a folder with files of several formats.
    """
    if (tree := source_tree(path)) is not None:
        return _recognised_tree(path, tree)
    with paths.told(path), opened(path) as stream:
        head = stream.read(HEAD_BYTES)
    known = sniffed(path.name, head)
    if not known or known[0][0] < LIKELY or _is_article(known[0][0], path.name, head):
        return None
    confidence, reader = known[0]
    if confidence < CERTAIN:
        raise OtherKindError(
            "{name} looks like {title} and is not called so: import it with --format {format}, "
            "or, if it is an article all the same, with --format text.",
            name=path.name,
            title=reader.title,
            format=reader.id,
        )
    return reader


def _is_article(confidence: float, name: str, head: bytes) -> bool:
    """Return whether a file that a reader knows by its name only holds bare articles, as its content says."""
    return confidence < SURE and knows_articles(name, head)


def _recognised_tree(path: Path, tree: SourceTree) -> Reader | None:
    """Return the reader that is certain of files in a folder; None where more of them are articles of their own."""
    found: dict[str, Reader] = {}
    heads = {name: head_of(tree, name) for name in tree.names}
    read: set[str] = set()
    for name, head in heads.items():
        known = sniffed(posixpath.basename(name), head)
        if known and known[0][0] >= CERTAIN and not _is_article(known[0][0], name, head):
            found[known[0][1].id] = known[0][1]
            read.add(name)
    if len(_articles_among(heads, read)) > len(read):
        return None
    if len(found) > 1:
        raise OtherKindError(
            "{name} holds files of several formats ({formats}); say which of them to read with --format.",
            name=path.name,
            formats=sorted(found),
        )
    return next(iter(found.values()), None)


def _articles_among(heads: Mapping[str, bytes], read: Collection[str]) -> list[str]:
    """Return the files that are articles of their own, and not the texts that belong to annotations (`read`)."""
    passed = {*read, *uploaded(heads)}
    called = texts_called(read)
    return [
        name
        for name, head in heads.items()
        if not (name in passed or is_about_folder(name) or posixpath.basename(stem(name)) in called)
        and (name.lower().endswith(".txt") or knows_articles(name, head))
    ]


@contextmanager
def opened_source(path: Path, scheme: Scheme | None, annotator: str) -> Iterator[Source]:
    """Open a file and what lies beside it, or a folder or archive, for `records_in`. Raises InputError."""
    if (tree := source_tree(path)) is not None:
        yield Source(
            stream=io.BytesIO(),
            scheme=scheme,
            annotator=annotator,
            name="",
            files=tree.names,
            open=partial(open_beside, tree, ""),
        )
        return
    with opened(path) as stream:
        beside = partial(_beside, path.parent)
        yield Source(stream=stream, scheme=scheme, annotator=annotator, name=path.name, open=beside)


def _beside(root: Path, name: str) -> BinaryIO:
    """Open a file by its path from the folder `root`, which it may not leave."""
    inside = posixpath.normpath(name)
    if leads_out(inside):
        raise InputError("{name!r} does not lie beside this file", name=name)
    return opened(root / inside)


def records_in(reader: Reader, source: Source, path: Path) -> Iterator[Record]:
    """Yield the records of an opened source; of a folder those of each file that the reader knows.

    Trouble with a file is told as that. Raises InputError for a folder without such a file.
    """
    if source.name:
        with paths.told(path):
            yield from reader.read(source)
        return
    tree = _Opened(source)
    heads = {name: head_of(tree, name) for name in source.files}
    known = [name for name, head in heads.items() if reader.sniff(posixpath.basename(name), head) >= LIKELY]
    if not known:
        raise InputError("it holds no file that looks like {title}", title=reader.title)
    whose = _annotators(reader, tree, known, source.annotator)
    for name in known:
        with paths.told(path / name), tree.open(name) as stream:
            source.stream, source.name, source.line = stream, name, 0
            source.annotator = whose[name]
            source.open = partial(open_beside, tree, posixpath.dirname(name))
            yield from reader.read(source)
    source.left[ARTICLES] += len(set(_articles_among(heads, known)) - source.texts)


def _annotators(reader: Reader, tree: SourceTree, names: Sequence[str], mine: str) -> dict[str, str]:
    """Return whose reading each file is, where it names nobody: files that hold the same texts differ by the reader."""
    if reader.texts_of is None:
        return dict.fromkeys(names, mine)
    digests = digests_of(names, tree.open, reader.texts_of)
    return {name: handle or mine for name, handle in annotators_of(names, digests, mine).items()}


class _Opened:
    """The files of a source that is open, whatever place in it a reader has reached."""

    def __init__(self, source: Source) -> None:
        self.names, self.open = source.files, source.open


class PlacedError(InputError):
    """An error that names its file already."""


def placed(path: Path, file: object, line: object, reason: object) -> PlacedError:
    """Return the error with the place in front: the source's name, the file of a folder, the line (0: none)."""
    if isinstance(reason, PlacedError):
        return reason
    name = f"{path.name}/{file}" if file and file != path.name else path.name
    if line:
        return PlacedError("{name}, line {line}: {reason}", name=name, line=line, reason=reason)
    return PlacedError("{name}: {reason}", name=name, reason=reason)
