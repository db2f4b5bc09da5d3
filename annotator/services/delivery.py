"""The destinations of datasets: a file, a folder or a ZIP archive, made whole in a temporary place, then renamed."""

import os
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import msgspec

from annotator import paths, zips
from annotator.drafts import draft_folder
from annotator.errors import InputError
from annotator.formats.dataset import Sink
from annotator.services.files import check_target, remove_written, written_whole
from annotator.services.manifest import IN_FOLDER, FileEntry, Manifest, entry_of, manifest_path, read_manifest
from annotator.store.protected import refuse_overwriting
from annotator.visible import printable

ZIP = ".zip"

WriteFiles = Callable[[Sink], None]
Describe = Callable[[Sequence[FileEntry]], Manifest]


def deliver(out: Path, write: WriteFiles, describe: Describe, *, folder: bool) -> None:
    """Let `write` fill a sink that becomes `out`, with the manifest that `describe` makes of its files.

    `folder`: a folder, or a ZIP archive where the name says so; else one file. Nothing is there before all of it is.
    Raises InputError that names the place and the mend.
    """
    if not folder:
        _deliver_file(out, write, describe)
    elif out.suffix.lower() == ZIP:
        check_target(out)
        with paths.told(out, "written"), draft_folder(paths.resolved(out).parent) as draft:
            _fill(draft, write, describe)
            with written_whole(out) as stream:
                _pack(draft, stream)
    else:
        check_folder(out)
        with paths.told(out, "written"), draft_folder(paths.resolved(out).parent) as draft:
            _fill(draft, write, describe)
            check_folder(out)
            _put_in_place(draft, paths.resolved(out))


def _deliver_file(out: Path, write: WriteFiles, describe: Describe) -> None:
    beside = manifest_path(out)
    is_file = paths.kind(out, doing="written") != "device"
    if is_file:
        check_target(beside)
    with written_whole(out) as stream:
        write(_OneFile(stream))
        stream.flush()
        entry = entry_of(Path(stream.name), printable(out.name)) if is_file else None
    if entry is None:
        return
    remove_written(beside)
    with written_whole(beside) as stream:
        stream.write(describe([entry]).encoded())


class _OneFile:
    """The sink of a format that makes one file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._given = False

    def file(self, name: str) -> BinaryIO:
        """Open the one file there is. Raises ValueError when it is asked for again."""
        if self._given:
            raise ValueError(f"{name}: this format makes one file")
        self._given = True
        return os.fdopen(os.dup(self._stream.fileno()), "wb")


class _Folder:
    """The sink of a format that makes many files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, name: str) -> BinaryIO:
        """Open a new file below the folder. Raises ValueError for a name that leads elsewhere, or came before."""
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or name == IN_FOLDER:
            raise ValueError(f"{name!r} is no file of a dataset")
        path = self._folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")


def _fill(draft: Path, write: WriteFiles, describe: Describe) -> None:
    write(_Folder(draft))
    entries = [entry_of(draft / name, name) for name in files_in(draft)]
    (draft / IN_FOLDER).write_bytes(describe(entries).encoded())


def files_in(folder: Path) -> list[str]:
    """Return the names of all files below a folder, in their order, the manifest aside."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != IN_FOLDER)


def _pack(folder: Path, stream: BinaryIO) -> None:
    """Write a ZIP archive whose bytes depend on nothing but the files."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in [IN_FOLDER, *files_in(folder)]:
            with archive.open(zips.entry(name), "w", force_zip64=True) as file, (folder / name).open("rb") as content:
                while chunk := content.read(1 << 20):
                    file.write(chunk)


def check_folder(out: Path) -> None:
    """Raise InputError unless a dataset may become the folder `out`: it is not there, empty, or an older dataset."""
    with paths.told(out, "written"):
        kind = paths.kind(out, doing="written")
        if kind == "missing":
            return
        if kind != "folder":
            raise InputError("{path} is a file; this format makes a folder. Name a new one.", path=out)
        foreign = set(files_in(out)) - _listed(out)
        if foreign:
            raise InputError(
                "{path} holds files that are no part of a dataset ({names}); name a new folder.",
                path=out,
                names=sorted(foreign)[:3],
            )
        for name in files_in(out):
            refuse_overwriting(out / name)


def _listed(folder: Path) -> set[str]:
    if not (folder / IN_FOLDER).is_file():
        return set()
    try:
        return {entry.name for entry in read_manifest(folder / IN_FOLDER).files}
    except (InputError, msgspec.DecodeError):
        return set()


def _put_in_place(draft: Path, target: Path) -> None:
    """Rename the draft to the target. What was there stands aside under a name of its own until that is done."""
    aside = target.with_name(f"{target.name}.old-{draft.name.removeprefix('.musnad-').removesuffix('.part')}")
    if target.exists():
        target.rename(aside)
    try:
        draft.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
