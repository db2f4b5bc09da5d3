"""Bundle files (`.musnad-share`): a ZIP archive with a manifest and the changes, one a line, that somebody sends."""

import hashlib
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from annotator import paths, sources, zips
from annotator.domain.bundle import VERSION, BundleManifest, BundlePart, ShareReport
from annotator.domain.change import Change
from annotator.domain.moments import now
from annotator.errors import InputError
from annotator.services.door.meeting import Meeting
from annotator.services.files import written_whole
from annotator.services.manifest import PROGRAM
from annotator.store import annotations, migrations, protected
from annotator.store.belongings import Belonging, belongings, changes_of
from annotator.store.connection import Connection
from annotator.store.documents import has_document, unknown_document

MANIFEST, CHANGES = "manifest.json", "changes.jsonl"
LARGEST_MANIFEST = 16 * 1024 * 1024
LARGEST_CHANGES = 4 * 1024 * 1024 * 1024
"""Bytes: more than anybody sends, and less than a disk."""
_CHUNK_BYTES = 1024 * 1024

SHARED = frozenset({"annotators", "actors", "actor_aliases", "statements", "settings", "assignments"})
"""Tables that are everybody's, and go along whoever's work is sent."""


class Bundle(msgspec.Struct, frozen=True):
    """A bundle that was read whole: its file's name, what it says of itself, and the changes in it, a line each."""

    name: str
    manifest: BundleManifest
    lines: tuple[bytes, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return all changes. Raises InputError for one that is none."""
        decoder = msgspec.json.Decoder(Change)
        return tuple(_change(self.name, number, line, decoder) for number, line in enumerate(self.lines, 1))

    def lacking(self, unknown: Callable[[Collection[str]], Collection[str]]) -> list[Change]:
        """Return the changes that `unknown` says of their uids are not here: of the others nothing else is read.

        Raises InputError for one that is none.
        """
        names, decoder = msgspec.json.Decoder(_Uid), msgspec.json.Decoder(Change)
        uids = [_change(self.name, number, line, names).uid for number, line in enumerate(self.lines, 1)]
        wanted = unknown(uids)
        return [
            _change(self.name, number, line, decoder)
            for number, (line, uid) in enumerate(zip(self.lines, uids, strict=True), 1)
            if uid in wanted
        ]


class _Uid(msgspec.Struct):
    uid: str


def share(
    file: Meeting,
    out: Path,
    annotators: Collection[str] | None = None,
    documents: Collection[str] | None = None,
    since: Path | None = None,
    *,
    everything: bool = False,
) -> ShareReport:
    """Write a bundle with somebody's work (None: mine), or with `everything`, on some documents (None: all of it).

    The documents that they added, gave somebody to read or worked on, the registry, the scheme and the assignments go
    along. `since` is an earlier bundle: what was in it, or in those before it of the same part, is left out. Raises
    InputError; NotFoundError for a document that the project does not have.
    """
    earlier = None if since is None else read(since).manifest
    whose = None if everything else tuple(annotators or (file.annotator,))
    part = BundlePart(annotators=whose, documents=None if documents is None else tuple(documents))
    with file.reading() as connection:
        _check_known(connection, annotators or (), documents or ())
        history = list(belongings(connection))
        sent = set() if earlier is None else _sent(history, earlier)
        chosen = changes_of(connection, [one.uid for one in _chosen(history, part) if one.uid not in sent])
        manifest_of = _manifest(file, part)
    content = b"".join(msgspec.json.encode(one) + b"\n" for one in chosen)
    manifest = manifest_of(len(chosen), content)
    with written_whole(out) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((MANIFEST, msgspec.json.format(msgspec.json.encode(manifest))), (CHANGES, content)):
            archive.writestr(zips.entry(name), data)
    rows = {(one.table, one.row_id) for one in chosen}
    return ShareReport(
        path=str(out),
        changes=len(chosen),
        documents=sum(table == "documents" for table, _ in rows),
        spans=sum(table == "spans" for table, _ in rows),
    )


def _check_known(connection: Connection, handles: Collection[str], document_ids: Collection[str]) -> None:
    annotations.check_annotators(connection, handles)
    for document_id in document_ids:
        if not has_document(connection, document_id):
            raise unknown_document(document_id)


def _manifest(file: Meeting, part: BundlePart) -> Callable[[int, bytes], BundleManifest]:
    project, vector, scheme = file.project_id, file.vector(), file.scheme

    def made(changes: int, content: bytes) -> BundleManifest:
        return BundleManifest(
            program=PROGRAM,
            project=project,
            sender=file.annotator,
            made=now(),
            scheme=scheme,
            shape=migrations.VERSION,
            vector=vector,
            changes=changes,
            bytes=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            part=part,
        )

    return made


def _sent(history: Iterable[Belonging], earlier: BundleManifest) -> set[str]:
    """Return the changes that somebody has who took in an earlier bundle, and those before it of the same part."""
    before = [one for one in history if one.counter <= earlier.vector.get(one.replica, 0)]
    return {one.uid for one in _chosen(before, earlier.part or BundlePart(annotators=(earlier.sender,)))}


def _chosen(history: Collection[Belonging], part: BundlePart) -> Iterator[Belonging]:
    """Yield the changes of a history that belong to a part; all of it says whose each row is, and on what."""
    whose, documents = part.annotators, part.documents
    owner: dict[str, str] = {}
    place: dict[str, str] = {}
    for one in history:
        # An assignment names who is to read; whoever gave it sends the article along.
        owner.setdefault(one.row_id, one.annotator if one.table == "assignments" else one.owner or one.annotator)
        on = one.row_id if one.table == "documents" else one.document_id
        if on is not None:
            place.setdefault(one.row_id, on)
    worked_on = {
        place[row_id] for row_id, annotator in owner.items() if row_id in place and (not whose or annotator in whose)
    }
    for one in history:
        document = place.get(one.row_id)
        is_wanted = document is None or documents is None or document in documents
        if one.table in ("documents", "origins"):
            is_theirs = whose is None or documents is not None or document in worked_on
        else:
            is_theirs = whose is None or one.table in SHARED or one.annotator in whose or owner[one.row_id] in whose
        if is_wanted and is_theirs:
            yield one


def read(path: Path) -> Bundle:
    """Read a bundle whole. Raises InputError for a file that is none, is damaged, or is from a newer Musnad."""
    with paths.told(path, "read"):
        if paths.is_file(path) and protected.is_project(path):
            raise InputError(
                "{name} is a project, not a bundle. Make a bundle of it first: musnad share {name} --out FILE",
                name=path.name,
            )
        try:
            with sources.opened(path) as stream, zipfile.ZipFile(stream) as archive:
                return _read(path.name, archive)
        except zips.DAMAGE as error:
            raise _damaged(path.name, str(error) or type(error).__name__) from error


def _damaged(name: str, reason: str) -> InputError:
    return InputError(
        "{name} is damaged, or no bundle of Musnad ({reason}); nothing was taken in. Ask for it again.",
        name=name,
        reason=reason,
    )


def _read(name: str, archive: zipfile.ZipFile) -> Bundle:
    held = {one.filename: one for one in archive.infolist()}
    if len(archive.infolist()) != 2 or held.keys() != {MANIFEST, CHANGES}:
        raise _damaged(name, "it does not hold what a bundle holds")
    with archive.open(MANIFEST) as stream:
        data = stream.read(LARGEST_MANIFEST + 1)
    manifest = _manifest_of(name, data)
    with archive.open(CHANGES) as stream:
        return Bundle(name, manifest, tuple(_lines(name, stream, manifest)))


def _manifest_of(name: str, data: bytes) -> BundleManifest:
    if len(data) > LARGEST_MANIFEST:
        raise _damaged(name, "its manifest is too large")
    try:
        version = msgspec.json.decode(data, type=_Version).musnad_share
        if version <= VERSION:
            return msgspec.json.decode(data, type=BundleManifest)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _damaged(name, f"its manifest: {error}") from error
    raise InputError("{name} was made by a newer Musnad; update Musnad to take it in.", name=name)


class _Version(msgspec.Struct):
    musnad_share: int


def _lines(name: str, stream: IO[bytes], manifest: BundleManifest) -> Iterator[bytes]:
    """Yield the lines, which must be as many, as long and the same as the manifest says."""
    if not 0 <= manifest.bytes <= LARGEST_CHANGES:
        raise _damaged(name, "its size")
    digest, size, number = hashlib.sha256(), 0, 0
    rest = b""
    while chunk := stream.read(_CHUNK_BYTES):
        size += len(chunk)
        if size > manifest.bytes:
            raise _damaged(name, "it is longer than it says")
        digest.update(chunk)
        *lines, rest = (rest + chunk).split(b"\n")
        number += len(lines)
        yield from lines
    if rest or size != manifest.bytes or number != manifest.changes or digest.hexdigest() != manifest.sha256:
        raise _damaged(name, "it is not what its manifest says")


Decoded = TypeVar("Decoded")


def _change(name: str, number: int, line: bytes, decoder: msgspec.json.Decoder[Decoded]) -> Decoded:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _damaged(name, f"change {number}: {error}") from error
