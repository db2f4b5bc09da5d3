"""Holding a dataset against its manifest: nothing missing, nothing changed, nothing added, everything read back."""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from annotator import paths, zips
from annotator.errors import InputError, MusnadError, NotFoundError
from annotator.formats.registry import Reader, find_reader
from annotator.services.datasets import Tally
from annotator.services.delivery import ZIP, files_in
from annotator.services.foreign import map_for
from annotator.services.manifest import IN_FOLDER, FileEntry, Manifest, entry_of, manifest_path, read_manifest
from annotator.services.source_files import opened_source, placed, records_in

LARGEST_MEMBER_BYTES = 4 * 1024**3
"""The most bytes that a ZIP archive may unpack to."""


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a verification: how many files were looked at, how many spans were read back (`read`: whether a
    reader could).

    `problems` are errors as a person reads them; none is good news.
    """

    files: int
    problems: tuple[MusnadError, ...] = ()
    read: bool = False
    spans: int = 0


def verified(dataset: Path) -> Verified:
    """Verify a dataset: a folder or ZIP archive with its manifest, or a file that has one beside it.

    Raises InputError where there is no dataset, or no manifest that can be read.
    """
    if dataset.suffix.lower() == ZIP and paths.kind(dataset) == "file":
        with tempfile.TemporaryDirectory() as folder:
            _unpack(dataset, Path(folder))
            return verified(Path(folder))
    place = dataset if dataset.name.endswith(IN_FOLDER) else manifest_path(dataset)
    if paths.kind(dataset) == "missing":
        raise InputError("There is no dataset {path}.", path=dataset)
    if paths.kind(place) != "file":
        raise InputError("There is no manifest {path} to hold the dataset against.", path=place)
    manifest = read_manifest(place)
    in_folder = place.name == IN_FOLDER
    problems = list(_file_problems(manifest, place.parent, in_folder=in_folder))
    if problems:
        return Verified(files=len(manifest.files), problems=tuple(problems))
    if in_folder:
        return _read_back(manifest, [place.parent] if manifest.counts.documents else [])
    return _read_back(manifest, [place.parent / entry.name for entry in manifest.files])


def _file_problems(manifest: Manifest, folder: Path, *, in_folder: bool) -> Iterator[MusnadError]:
    for entry in manifest.files:
        # The manifest of a file names only files beside it; nothing leads out of the folder.
        if Path(entry.name).is_absolute() or ".." in Path(entry.name).parts:
            yield InputError("The manifest names {name}, which is no file of a dataset.", name=entry.name)
        else:
            yield from _file_problem(entry, folder / entry.name)
    if in_folder:
        for name in sorted(set(files_in(folder)) - {entry.name for entry in manifest.files}):
            yield InputError("{name} is not in the manifest: it was added later.", name=name)


def _file_problem(entry: FileEntry, path: Path) -> Iterator[MusnadError]:
    if paths.kind(path) != "file":
        yield InputError("{name} is missing.", name=entry.name)
        return
    with paths.told(path):
        found = entry_of(path, entry.name)
    if found != entry:
        yield InputError(
            "{name} was changed: it has {size} bytes with the hash {hash}, and had {old_size} with {old_hash}.",
            name=entry.name,
            size=found.bytes,
            hash=found.sha256[:12],
            old_size=entry.bytes,
            old_hash=entry.sha256[:12],
        )


def _read_back(manifest: Manifest, sources: Sequence[Path]) -> Verified:
    """Read files, or a folder, with their format's reader, which holds each quotation against its text, and count."""
    files = len(manifest.files)
    try:
        reader = find_reader(manifest.format)
    except NotFoundError:
        return Verified(files=files)
    tally = Tally()
    try:
        for path in sources:
            _read(reader, path, manifest, tally)
    except MusnadError as error:
        return Verified(files=files, problems=(error,))
    found = tally.counts
    if manifest.losses or found == manifest.counts:
        return Verified(files=files, read=True, spans=found.spans)
    problem = InputError(
        "The files hold {found}, and the manifest says {told}.",
        found=[f"{key} {value}" for key, value in msgspec.structs.asdict(found).items()],
        told=[f"{key} {value}" for key, value in msgspec.structs.asdict(manifest.counts).items()],
    )
    return Verified(files=files, problems=(problem,))


def _read(reader: Reader, path: Path, manifest: Manifest, tally: Tally) -> None:
    """Read a file or a whole folder as an import would, in the words of the manifest's scheme."""
    with opened_source(path, manifest.scheme, "verify") as source:
        try:
            source.map = map_for(path, reader, manifest.scheme, "verify", None)
            for _ in tally.counted(records_in(reader, source, path)):
                pass
        except MusnadError as error:
            raise placed(path, source.name, source.line, error) from error


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack a ZIP archive of a dataset. Raises InputError for one that is broken, or would fill the disk."""
    try:
        with paths.told(archive), zipfile.ZipFile(archive) as packed:
            if sum(member.file_size for member in packed.infolist()) > LARGEST_MEMBER_BYTES:
                raise InputError("{path} unpacks to more than a dataset can have.", path=archive)
            packed.extractall(folder)
    except zips.DAMAGE as error:
        raise InputError("{path} cannot be unpacked: {reason}.", path=archive, reason=str(error)) from error
