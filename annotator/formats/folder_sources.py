"""Folders of files, one for each reading: which there are, whose they are, and what `metadata.jsonl` says of each."""

import hashlib
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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

READINGS = frozenset(("annotation", "annotation_ser", "curation", "curation_ser"))
"""The folders of INCEpTION's exports that hold a folder a document, with a file or an archive a reader."""

ABOUT_FOLDERS = frozenset(
    ("readme", "license", "licence", "copying", "copyright", "notice", "citation", "changes", "changelog", "authors")
)
"""Files that tell of the folder in which they lie, and belong to no text."""

LARGEST_COMPARED_BYTES = 256 * 1024 * 1024

_DIVIDERS = re.compile(r"[._\-@ ]+")
"""The characters that divide the name of a document from that of its reader in the name of a file."""
_EXPORT = re.compile(r"webanno\d+export(?:\.zip)?")

Digest = Callable[[bytes], object]


class ReadingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file with one reading. `name` is its path in the folder; `annotator` None for a document nobody has opened."""

    name: str
    annotator: str | None
    item: MetadataLine | None
    open: Callable[[str], BinaryIO]
    """Opens a file of the folder by its path in it."""
    text: str = ""
    """The path of the file that holds the text."""


def reading_files(
    source: Source, names: Sequence[str], text_of: Digest, text_suffix: str = ""
) -> Iterator[ReadingFile]:
    """Yield the files of a source in their order: of a folder those with these names, or the one of a single file.

    The order is that of `metadata.jsonl`, then that of the names. `text_of` gives something of the content of a file
    (of the one with `text_suffix` beside it) that is the same for the same text. `source.name` follows.
    """
    if not source.files:
        text = FilesBeside((), text_suffix).of(source.name)
        yield ReadingFile(name=source.name, annotator=source.annotator, item=None, open=source.open, text=text)
        return
    open = from_root(source)
    source.taken.update(source.files)
    items = _items(source, open)
    stems = {stem(name): name for name in names}
    told = [stems[file] for file in items if file in stems]
    others = [name for name in names if name not in set(told)]
    beside = FilesBeside(source.files, text_suffix)
    texts = {name: beside.of(name) if text_suffix else name for name in names}
    whose = annotators_of(
        others, digests_of(others, open, text_of, texts), source.annotator, {name: texts[name] for name in others}
    )
    for name in (*told, *others):
        source.name, source.line = name, 0
        item = items.get(stem(name))
        annotator = item.annotator if item else whose[name]
        yield ReadingFile(name=name, annotator=annotator, item=item, open=open, text=texts[name])


def from_root(source: Source) -> Callable[[str], BinaryIO]:
    """Return a function that opens a file of a folder by its path in it, whatever `source.name` becomes."""
    if not source.files:
        return source.open
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


def annotators_of(
    names: Sequence[str], digests: Mapping[str, object], otherwise: str, texts: Mapping[str, str] | None = None
) -> dict[str, str | None]:
    """Return whose reading each file is: where several hold the same text, their paths differ by the reader.

    `texts` are the files in which the texts lie, where these are others.
    """
    groups: defaultdict[object, list[str]] = defaultdict(list)
    for name in names:
        if not _told_by_path(name):
            groups[digests.get(name, name)].append(name)
    shared = [group for group in groups.values() if len(group) > 1]
    many = 2 * sum(map(len, shared)) >= len(names)
    found = _told_beside_texts(texts or {}) or _told_in_names(shared, names)
    levels: Counter[int] = Counter()
    for group in shared:
        level = None if found.keys() & set(group) else _level(group, names, many=many)
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
    *folders, reader = _pieces(name)
    if folders and folders[-1].lower().endswith(".zip"):
        reader = stem(folders.pop())
    if reader in (CURATED, UNREAD):
        return reader
    return reader if len(folders) > 1 and folders[-2] in READINGS else ""


def _told_beside_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the readers whose names follow those of the texts: `report1_anna` for the text `report1`.

    Several must have read a text, or several texts be read by each of several people: a word may say something else.
    """
    found = {}
    for name, text in texts.items():
        called, start = posixpath.basename(stem(name)), posixpath.basename(stem(text))
        divider = _DIVIDERS.match(called, len(start)) if called.startswith(start) else None
        if divider is not None and divider.end() < len(called):
            found[name] = called[divider.end() :]
    pairs = Counter((texts[name], word) for name, word in found.items())
    people = Counter(text for text, _ in pairs)
    busy = [word for word, count in Counter(word for _, word in pairs).items() if count > 1]
    several = any(count > 1 for count in people.values()) or len(busy) > 1
    return found if several and set(pairs.values()) == {1} else {}


def _told_in_names(groups: Sequence[Sequence[str]], names: Sequence[str]) -> dict[str, str]:
    """Return the readers whom files of one folder name beside their text: `report1_anna`, `report1_ben`.

    Each must have read several texts: otherwise the words may be those of texts that happen to be the same.
    """
    told = [_words_apart(group) for group in groups]
    counts = Counter(reader for one in told for reader in set(one.values()))
    found = {
        name: reader
        for one in told
        if one and all(counts[word] > 1 for word in one.values())
        for name, reader in one.items()
    }
    readers = set(found.values())
    for name in names if found else ():
        words = _DIVIDERS.split(_pieces(name)[-1])
        said = [word for word in (words[0], words[-1]) if word in readers and len(words) > 1]
        if name not in found and said:
            found[name] = said[-1]
    return found


def _words_apart(group: Sequence[str]) -> dict[str, str]:
    """Return the one word in which the names of files of one folder differ; nothing where they differ otherwise."""
    if len({posixpath.dirname(name) for name in group}) > 1:
        return {}
    words = [_DIVIDERS.split(_pieces(name)[-1]) for name in group]
    length = len(words[0])
    apart = [place for place, values in enumerate(zip(*words, strict=False)) if len(set(values)) > 1]
    if any(len(one) != length for one in words) or length < 2 or apart not in ([0], [length - 1]):
        return {}
    found = {name: one[apart[0]] for name, one in zip(group, words, strict=True)}
    return found if len(set(found.values())) == len(group) else {}


class FilesBeside:
    """Finds the files with one suffix that belong to others."""

    def __init__(self, files: Iterable[str], suffix: str) -> None:
        self._suffix = suffix
        self._files = {name for name in files if name.endswith(suffix)}
        self._called: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._files:
            self._called[posixpath.basename(stem(name))].append(name)

    def of(self, name: str) -> str:
        """Return the path of the file that belongs to `name`: beside it, or the only one that is called so.

        It may also be called by the first words of the name: `report1` for `report1_anna`.
        """
        sibling = stem(name) + self._suffix
        if sibling in self._files:
            return sibling
        for called in _first_words(posixpath.basename(stem(name))):
            found = self._called.get(called, [])
            nearest = [one for one in found if posixpath.dirname(one) == posixpath.dirname(name)] or found
            if len(nearest) == 1:
                return nearest[0]
        return sibling


def texts_called(names: Iterable[str]) -> set[str]:
    """Return what the texts that belong to these files may be called, without folder and suffix."""
    return {called for name in names for called in _first_words(posixpath.basename(stem(name)))}


def _first_words(name: str) -> Iterator[str]:
    """Yield a name, and its beginnings up to each divider, the longest first."""
    yield name
    yield from (name[:place] for place in range(len(name) - 1, 0, -1) if _DIVIDERS.match(name, place))


def uploaded(files: Iterable[str]) -> set[str]:
    """Return the files that INCEpTION's exports keep as they were uploaded: the readings beside hold them again."""
    every = list(files)
    roots = {before for name in every for before in _roots(name, READINGS)}
    return {name for name in every if not roots.isdisjoint(_roots(name, ("source",)))}


def _roots(name: str, folders: Collection[str]) -> Iterator[str]:
    """Yield the folders in which a path goes through one of these."""
    pieces = name.split("/")
    for place, piece in enumerate(pieces[:-1]):
        if piece in folders:
            yield "/".join(pieces[:place])


def is_about_folder(name: str) -> bool:
    """Return whether a file tells of its folder, as a README does."""
    return posixpath.basename(stem(name)).lower() in ABOUT_FOLDERS


def _level(group: Sequence[str], names: Sequence[str], *, many: bool) -> int | None:
    """Return the place in their paths at which files with the same text differ by their reader; None for none."""
    pieces = [_pieces(name) for name in group]
    level = next((place for place, values in enumerate(zip(*pieces, strict=False)) if len(set(values)) > 1), None)
    if level is None or {one[level].lower() for one in pieces} & PARTS_OF_DATASETS:
        return None
    if any(level == len(one) - 1 for one in pieces):
        # The files differ in their own names: these are readers where the whole folder is one document.
        folder = _pieces(group[0])[:-1]
        inside = {name for name in names if _pieces(name)[:-1] == folder}
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
    # WebAnno puts each reading into an archive of its own, whose name tells nothing.
    return [piece for piece in stem(name).split("/") if not _EXPORT.fullmatch(piece)]


def stem(name: str) -> str:
    """Return a path without the suffix of its file."""
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


def digests_of(
    names: Sequence[str], open: Callable[[str], BinaryIO], text_of: Digest, texts: Mapping[str, str] | None = None
) -> dict[str, object]:
    """Return what stands for the text of each file; nothing for a single one, or one that cannot be opened.

    `texts` are the files in which the texts lie, where these are others.
    """
    found: dict[str, object] = {}
    for name in names if len(names) > 1 else ():
        try:
            with open(name if texts is None else texts[name]) as stream:
                found[name] = hashlib.sha256(repr(text_of(stream.read(LARGEST_COMPARED_BYTES))).encode()).digest()
        except (InputError, OSError):
            continue
    return found
