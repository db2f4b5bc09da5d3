"""Records: what every format reads and writes. One record is one annotation set, with its document."""

from collections.abc import Mapping

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator, Status
from annotator.domain.comment import Comment
from annotator.domain.document import Document
from annotator.domain.frame import Frame
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.domain.statement import Statement


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All marks of one annotator on one document; offsets are code points.

    `annotator` is None for a document that nobody has opened yet: it travels with no marks.
    `actors` holds the registry's entries that the spans name, and may hold others that nobody names; `statements`
    likewise those that the spans say, with the wider ones to which they belong.
    `comments` are those on its spans, with their answers; the first record of a document also has those on the
    document.
    `authors` holds those who wrote them and are not `annotator`.
    `frames` repeats what spans and relations say, for writers; from a reader they are the events of a foreign dataset,
    of which a scheme can be made.
    `label_names` and `relation_names` are the full names that a foreign dataset has for its labels and relations,
    where these are more than what they are called here.
    `scheme_name` is empty where the marks follow no scheme that is known by a name.
    `split` names the part of a dataset (train, dev, test) that the whole document belongs to.
    `file` and `line` say where a reader found it; lines count from 1, and 0 stands for a record of a project.
    """

    document: Document
    scheme_name: str
    scheme_version: int
    annotator: Annotator | None = None
    status: Status = "todo"
    split: str | None = None
    file: str = ""
    line: int = 0
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    frames: tuple[Frame, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    label_names: Mapping[str, str] = {}
    relation_names: Mapping[str, str] = {}
    comments: tuple[Comment, ...] = ()
    authors: tuple[Annotator, ...] = ()
