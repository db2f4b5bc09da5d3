"""Folders of files, one for each reading: which there are, whose they are, and what `metadata.jsonl` says of each."""

import hashlib
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO

import msgspec

from annotator.domain.annotator import GOLD, HANDLE_LENGTH, is_handle
from annotator.errors import InputError
from annotator.formats.metadata import NAME, MetadataLine, read_items
from annotator.formats.source import Source

PARTS_OF_DATASETS = frozenset(
    ("train", "training", "dev", "development", "valid", "validation", "val", "test", "testing", "eval")
)
"""Folders that say where a document belongs, and not who read it."""

CURATED, UNREAD = "CURATION_USER", "INITIAL_CAS"
"""The files that INCEpTION writes for the curated reading, and for a document that nobody has opened."""

LARGEST_COMPARED_BYTES = 256 * 1024 * 1024

Digest = Callable[[bytes], object]


class ReadingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file with one reading. `name` is its path in the folder; `annotator` None for a document nobody has opened."""

    name: str
    annotator: str | None
    item: MetadataLine | None
    open: Callable[[str], BinaryIO]
    """Opens a file of the folder by its path in it."""


def reading_files(
    source: Source, names: Sequence[str], text_of: Digest, text_suffix: str = ""
) -> Iterator[ReadingFile]:
    """Yield the files of a source in their order: of a folder those with these names, or the one of a single file.

    The order is that of `metadata.jsonl`, then that of the names. `text_of` gives something of the content of a file
    (of the one with `text_suffix` beside it) that is the same for the same text. `source.name` follows.
    """
    if not source.files:
        yield ReadingFile(name=source.name, annotator=source.annotator, item=None, open=source.open)
        return
    open = from_root(source)
    source.taken.update(source.files)
    items = _items(source, open)
    stems = {_stem(name): name for name in names}
    told = [stems[file] for file in items if file in stems]
    others = [name for name in names if name not in set(told)]
    whose = annotators_of(others, _digests(others, open, text_of, text_suffix, source.files), source.annotator)
    for name in (*told, *others):
        source.name, source.line = name, 0
        item = items.get(_stem(name))
        yield ReadingFile(name=name, annotator=item.annotator if item else whose[name], item=item, open=open)


def from_root(source: Source) -> Callable[[str], BinaryIO]:
    """Return a function that opens a file of a folder by its path in it, whatever `source.name` becomes."""
    beside, place = source.open, posixpath.dirname(source.name) or "."

    def open(name: str) -> BinaryIO:
        return beside(posixpath.relpath(name, place))

    return open


def load_file(stream: BinaryIO, most: int) -> bytes:
    """Return the content of a file of at most `most` bytes, and close it. Raises InputError."""
    with stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise InputError("it has more than {most} MiB", most=most >> 20)
    return data


def annotators_of(names: Sequence[str], digests: Mapping[str, object], otherwise: str) -> dict[str, str | None]:
    """Return whose reading each file is: where several hold the same text, their paths differ by the reader."""
    groups: defaultdict[object, list[str]] = defaultdict(list)
    for name in names:
        if not _told_by_path(name):
            groups[digests.get(name, name)].append(name)
    shared = [group for group in groups.values() if len(group) > 1]
    many = 2 * sum(map(len, shared)) >= len(names)
    found: dict[str, str] = {}
    levels: Counter[int] = Counter()
    for group in shared:
        level = _level(group, names, many=many)
        if level is not None:
            levels[level] += 1
            found |= {name: _pieces(name)[level] for name in group}
    # What nobody else has read lies beside what others have: its folder is a reader's too.
    usual = levels.most_common(1)[0][0] if levels else None
    beside = {tuple(_pieces(name)[:usual]) for name in found}
    for name in names:
        pieces = _pieces(name)
        if name not in found and usual is not None and usual < len(pieces) - 1 and tuple(pieces[:usual]) in beside:
            found[name] = pieces[usual]
        elif name not in found and usual is not None and usual == len(pieces) - 1 and pieces[-1] in found.values():
            found[name] = pieces[-1]
    return {name: handle_of(found.get(name, _told_by_path(name)), otherwise) for name in names}


def _told_by_path(name: str) -> str:
    """Return the reader whom INCEpTION's exports name: `annotation/document/reader`, and its own two; else nothing."""
    *folders, stem = _pieces(name)
    if stem in (CURATED, UNREAD):
        return stem
    return stem if len(folders) > 1 and folders[-2] in ("annotation", "annotation_ser") else ""


def file_beside(name: str, suffix: str, files: Sequence[str]) -> str:
    """Return the path of the file with another suffix that belongs to `name`: beside it, or the only one so called."""
    sibling = _stem(name) + suffix
    if sibling in files:
        return sibling
    called = posixpath.basename(sibling)
    found = [one for one in files if posixpath.basename(one) == called]
    return found[0] if len(found) == 1 else sibling


def _level(group: Sequence[str], names: Sequence[str], *, many: bool) -> int | None:
    """Return the place in their paths at which files with the same text differ by their reader; None for none."""
    pieces = [_pieces(name) for name in group]
    level = next((place for place, values in enumerate(zip(*pieces, strict=False)) if len(set(values)) > 1), None)
    if level is None or {one[level].lower() for one in pieces} & PARTS_OF_DATASETS:
        return None
    if any(level == len(one) - 1 for one in pieces):
        # The files differ in their own names: these are readers where the whole folder is one document.
        folder = posixpath.dirname(group[0])
        inside = {name for name in names if posixpath.dirname(name) == folder}
        return level if inside == set(group) else None
    same_names = len({one[-1].casefold() for one in pieces}) == 1
    return level if same_names or many else None


def handle_of(name: str, otherwise: str) -> str | None:
    """Return the annotator whom other programs call so; `otherwise` for a name that none can have, None for nobody."""
    if name == UNREAD:
        return None
    if name == CURATED:
        return GOLD
    made = "_".join(name.split())[:HANDLE_LENGTH]
    return made if is_handle(made) and not made.startswith("model:") else otherwise


def _pieces(name: str) -> list[str]:
    return _stem(name).split("/")


def _stem(name: str) -> str:
    head, dot, _ = name.rpartition(".")
    return head if dot and "/" not in name[len(head) :] else name


def _items(source: Source, open: Callable[[str], BinaryIO]) -> dict[str, MetadataLine]:
    if NAME not in source.files:
        return {}
    source.name = NAME
    held = source.stream
    with open(NAME) as source.stream:
        items = read_items(source)
    source.stream = held
    return items


def _digests(
    names: Sequence[str], open: Callable[[str], BinaryIO], text_of: Digest, text_suffix: str, files: Sequence[str]
) -> dict[str, object]:
    """Return what stands for the text of each file; nothing for a single one, or one that cannot be opened."""
    found: dict[str, object] = {}
    for name in names if len(names) > 1 else ():
        try:
            with open(file_beside(name, text_suffix, files) if text_suffix else name) as stream:
                found[name] = hashlib.sha256(repr(text_of(stream.read(LARGEST_COMPARED_BYTES))).encode()).digest()
        except (InputError, OSError):
            continue
    return found
