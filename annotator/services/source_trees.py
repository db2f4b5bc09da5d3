"""Folders and ZIP archives of annotations as trees of files, which are named by their paths with /."""

import io
import os
import posixpath
import zipfile
from pathlib import Path
from typing import BinaryIO, Protocol

from annotator import paths, zips
from annotator.errors import InputError, MusnadError
from annotator.formats.folder_sources import READINGS
from annotator.formats.registry import HEAD_BYTES
from annotator.services.manifest import IN_FOLDER
from annotator.sources import load, opened

MOST_FILES = 100_000
"""The most files of a folder: the largest corpora of the field have a tenth of that."""

ARCHIVE = ".zip"


class SourceTree(Protocol):
    """The files of one source."""

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the files, sorted; hidden ones and manifests are left out."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a file by its path. Raises InputError."""
        ...


def source_tree(path: Path) -> SourceTree | None:
    """Return the files of a folder or a ZIP archive; None for any other file.

    The archives in which INCEpTION keeps single readings are opened too. Raises InputError.
    """
    if paths.kind(path) == "folder":
        return _Unfolded(_Folder(path))
    if path.suffix.lower() != ARCHIVE:
        return None
    data = load(path, zips.LARGEST_TOTAL)
    if len(data) > zips.LARGEST_TOTAL or not data.startswith(zips.START) or zips.is_document(data):
        return None
    return _Unfolded(_Archive(path.name, data))


def head_of(tree: SourceTree, name: str) -> bytes:
    """Return how a file begins; nothing of one that cannot be read, which its reader will tell of."""
    try:
        with paths.told(name), tree.open(name) as stream:
            return stream.read(HEAD_BYTES)
    except MusnadError:
        return b""


def open_beside(tree: SourceTree, place: str, name: str) -> BinaryIO:
    """Open a file by its path from the folder `place` of a tree, which it may not leave."""
    inside = posixpath.normpath(posixpath.join(place, name))
    if leads_out(inside):
        raise InputError("{name!r} does not lie beside this file", name=name)
    return tree.open(inside)


def leads_out(inside: str) -> bool:
    """Return whether a path leads out of the folder in which it begins."""
    return inside.startswith("../") or posixpath.isabs(inside) or "\\" in inside or Path(inside).is_absolute()


def files_below(folder: Path) -> list[str]:
    """Return the paths of the files of a folder, with /, sorted; hidden ones and manifests are left out.

    Links to folders are not followed. Raises InputError for a folder that cannot be read, or has too many files.
    """
    found: list[str] = []
    with paths.told(folder):
        for place, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside = Path(place).relative_to(folder)
            found += [(inside / name).as_posix() for name in names if not name.startswith(".") and name != IN_FOLDER]
            if len(found) > MOST_FILES:
                raise InputError("{path} holds more than {most} files.", path=folder, most=MOST_FILES)
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


class _Folder:
    """The files below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.names = tuple(files_below(root))

    def open(self, name: str) -> BinaryIO:
        return opened(self._root / name)


class _Archive:
    """The files of a ZIP archive in memory."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        with zips.archive(name, data) as archive:
            members = {zips.member_name(one): one for one in archive.infolist() if not one.is_dir()}
            for member in members.values():
                # Also of what no reader asks for: where one file was damaged on the way, nobody knows what else was.
                zips.content(name, archive, member)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._members = {
            name: one for name, one in members.items() if not (zips.is_hidden(name) or zips.leads_out(name))
        }
        self.names = tuple(sorted(name for name in self._members if posixpath.basename(name) != IN_FOLDER))

    def open(self, name: str) -> BinaryIO:
        if name not in self._members:
            raise InputError("there is no file {name} beside it", name=name)
        return io.BytesIO(zips.content(self._name, self._archive, self._members[name]))


class _Unfolded:
    """The files of a tree, and those of its archives of a reading each: `annotation/report/anna.zip/anna.xmi`."""

    def __init__(self, tree: SourceTree) -> None:
        self._tree = tree
        self._last: tuple[str, _Archive] | None = None
        self._holder: dict[str, str] = {}
        names: list[str] = []
        for name in tree.names:
            inner = self._archive(name).names if _holds_reading(name) else ()
            self._holder |= {f"{name}/{one}": name for one in inner}
            names += [f"{name}/{one}" for one in inner] or [name]
        self.names = tuple(sorted(names))

    def open(self, name: str) -> BinaryIO:
        holder = self._holder.get(name)
        if holder is None:
            return self._tree.open(name)
        return self._archive(holder).open(name.removeprefix(f"{holder}/"))

    def _archive(self, name: str) -> _Archive:
        # They are read one after the other, and one of them is small.
        if self._last is None or self._last[0] != name:
            with paths.told(name), self._tree.open(name) as stream:
                self._last = name, _Archive(name, stream.read(zips.LARGEST_MEMBER))
        return self._last[1]


def _holds_reading(name: str) -> bool:
    return name.lower().endswith(ARCHIVE) and not READINGS.isdisjoint(name.split("/")[:-2])
