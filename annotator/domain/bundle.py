"""Bundles: the manifest of a file that carries changes between colleagues, and reports of making and merging one."""

from collections.abc import Mapping

import msgspec

from annotator.domain.scheme import Scheme

VERSION = 1


class BundlePart(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a project that a bundle was made of: whose work, on which documents (None: all)."""

    annotators: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None


class BundleManifest(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of a bundle: its project, sender and scheme, and the size and SHA-256 of its changes.

    `shape` is the version of the project file that the changes were written in; `vector` says for each replica up to
    which of its changes the sender had all, so that a later bundle can leave out those of this `part` (None: the
    sender's work).
    """

    musnad_share: int = VERSION
    program: str
    project: str
    sender: str
    made: str
    scheme: Scheme
    shape: int
    vector: Mapping[str, int]
    changes: int
    bytes: int
    sha256: str
    part: BundlePart | None = None


class MarkCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of marks of one annotator and label that come, are changed, and go."""

    new: int = 0
    changed: int = 0
    gone: int = 0


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """Two names of annotators that may be one person's: who comes, and who is here."""

    theirs: str
    ours: str


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """Something that comes and will not be shown: the row, its name, and the reason.

    "parent": what it belongs to is neither here nor in the bundle; "label": the scheme has no such label; "future": its
    clock runs ahead, so it is not kept.
    """

    table: str
    id: str
    name: str
    reason: str


class MergePreview(msgspec.Struct, frozen=True, kw_only=True):
    """The effect that merging a bundle would have; nothing has been done.

    `marks` is by annotator and label; `actors_met` are names that come and are here already; `scheme` lists the parts
    of the scheme that would be another (`labels/claim`).
    """

    name: str
    sender: str
    made: str
    is_same_project: bool
    new_changes: int
    known_changes: int
    documents: tuple[str, ...]
    marks: Mapping[str, Mapping[str, MarkCounts]]
    relations: int
    comments: int
    decisions: int
    assignments: int
    actors_new: tuple[str, ...]
    actors_met: tuple[str, ...]
    scheme: tuple[str, ...]
    alike: tuple[Alike, ...]
    refused: tuple[Refused, ...]


class MergeReport(msgspec.Struct, frozen=True, kw_only=True):
    """The result of merging a bundle: `new` changes, `known` ones, and how many rows wait for what they belong to."""

    name: str
    sender: str
    new: int
    known: int
    held_back: int
    documents: int
    waiting: Mapping[str, int]


class ShareReport(msgspec.Struct, frozen=True, kw_only=True):
    """The content of a bundle that was written."""

    path: str
    changes: int
    documents: int
    spans: int
