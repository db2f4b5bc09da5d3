"""The manifest of a dataset: what it was made of, and the hash of each of its files, so that it can be verified."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator import paths
from annotator.domain.scheme import Scheme
from annotator.errors import InputError
from annotator.sources import load
from annotator.version import __version__

IN_FOLDER = "manifest.json"
PROGRAM = f"musnad {__version__}"
LARGEST_BYTES = 64 * 1024 * 1024
_CHUNK_BYTES = 1024 * 1024


class FileEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a dataset: its name (through folders, with /), size and SHA-256."""

    name: str
    bytes: int
    sha256: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of what went into a dataset; what of it the format could not hold is counted as lost."""

    documents: int = 0
    sets: int = 0
    spans: int = 0
    relations: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a dataset can be checked by, and made again from; the same project gives the same manifest."""

    musnad_manifest: int = 1
    program: str
    format: str
    scheme: Scheme
    options: Mapping[str, Any]
    selection: Mapping[str, Any] = {}
    annotators: tuple[str, ...]
    split: Mapping[str, str]
    counts: Counts
    losses: Mapping[str, int]
    files: tuple[FileEntry, ...]

    def encoded(self) -> bytes:
        """Return the content of the manifest's file."""
        return msgspec.json.format(msgspec.json.encode(self)) + b"\n"


def manifest_path(out: Path) -> Path:
    """Return where the manifest of a dataset lies: in its folder, or beside its file."""
    return out / IN_FOLDER if paths.kind(out) == "folder" else out.with_name(f"{out.name}.manifest.json")


def entry_of(path: Path, name: str) -> FileEntry:
    """Return the entry of a file under this name."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
    return FileEntry(name=name, bytes=size, sha256=digest.hexdigest())


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a file. Raises InputError that names the file and what is wrong with it."""
    data = load(path, LARGEST_BYTES)
    try:
        return decoded(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("{path} is no manifest of a dataset: {reason}", path=path, reason=str(error)) from error


def decoded(data: bytes) -> Manifest:
    """Return a manifest from the content of its file. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Manifest)
