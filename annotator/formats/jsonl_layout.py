"""The layout of a line of native JSON Lines, and the line that a record becomes."""

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.actor import Actor
from annotator.domain.annotator import AnnotatorKind, Status
from annotator.domain.comment import Comment
from annotator.domain.document import UNDETERMINED, Direction, IntakeNote, Origin
from annotator.domain.frame import Frame
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span
from annotator.domain.statement import Agreement, Statement
from annotator.formats.record import Record


class OriginItem(msgspec.Struct, kw_only=True):
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    path: str | UnsetType = UNSET
    author: str | UnsetType = UNSET


class SchemeItem(msgspec.Struct, kw_only=True):
    name: str
    version: int


class ActorItem(msgspec.Struct, kw_only=True):
    id: str
    name: str
    kind: str
    wikidata: str | None = None
    aliases: tuple[str, ...] | UnsetType = UNSET
    note: str | UnsetType = UNSET


class StatementItem(msgspec.Struct, kw_only=True):
    id: str
    text: str
    parent: str | UnsetType = UNSET
    note: str | UnsetType = UNSET
    color: str | UnsetType = UNSET


class SpanItem(msgspec.Struct, kw_only=True):
    id: str
    label: str
    start: int
    end: int
    parts: Parts | UnsetType = UNSET
    text: str | UnsetType = UNSET
    attributes: dict[str, str] = {}
    actor: ActorItem | None = None
    statement: StatementItem | UnsetType = UNSET
    agreement: Agreement | UnsetType = UNSET
    derived_from: str | UnsetType = UNSET
    decided_by: str | UnsetType = UNSET


class RelationItem(msgspec.Struct, kw_only=True, rename={"from_": "from"}):
    id: str
    label: str
    from_: str
    to: str
    attributes: dict[str, str] = {}
    derived_from: str | UnsetType = UNSET
    decided_by: str | UnsetType = UNSET


class CommentItem(msgspec.Struct, kw_only=True):
    id: str
    text: str
    annotator: str | None = None
    annotator_name: str | UnsetType = UNSET
    made: str = ""
    span: str | UnsetType = UNSET
    reply_to: str | UnsetType = UNSET
    parts: tuple[tuple[int, int], ...] | UnsetType = UNSET
    resolved_by: str | UnsetType = UNSET


UNIT = "code points"
"""The unit of all offsets, from 0 at the beginning of the text."""


class Line(msgspec.Struct, kw_only=True):
    """The layout of a line. What has UNSET is left out when there is nothing to say."""

    id: str | UnsetType = UNSET
    title: str | None = None
    text: str
    language: str = UNDETERMINED
    direction: Direction | UnsetType = UNSET
    origins: tuple[OriginItem, ...] = ()
    intake: tuple[IntakeNote, ...] | UnsetType = UNSET
    annotator: str | None = None
    annotator_kind: AnnotatorKind | None = None
    annotator_name: str | UnsetType = UNSET
    status: Status | None = None
    scheme: SchemeItem | None = None
    split: str | None = None
    offsets: str | UnsetType = UNSET
    spans: tuple[SpanItem, ...] = ()
    relations: tuple[RelationItem, ...] = ()
    frames: list[Any] = []
    actors: tuple[ActorItem, ...] | UnsetType = UNSET
    statements: tuple[StatementItem, ...] | UnsetType = UNSET
    comments: tuple[CommentItem, ...] | UnsetType = UNSET


def line_of(record: Record) -> Line:
    """The line that holds everything a record says."""
    document, annotator = record.document, record.annotator
    actors = {actor.id: _actor(actor) for actor in record.actors}
    statements = {statement.id: _statement(statement) for statement in record.statements}
    spans = tuple(_span(span, document.text, actors, statements) for span in record.spans)
    named = {span.actor_id for span in record.spans} | {span.statement_id for span in record.spans}
    return Line(
        id=document.id,
        title=document.title,
        offsets=UNIT,
        text=document.text,
        language=document.language,
        direction=document.direction or UNSET,
        origins=tuple(origin_item(origin) for origin in document.origins),
        intake=document.intake or UNSET,
        annotator=annotator.handle if annotator else None,
        annotator_kind=annotator.kind if annotator else None,
        annotator_name=(annotator.name if annotator else "") or UNSET,
        status=record.status if annotator else None,
        scheme=SchemeItem(name=record.scheme_name, version=record.scheme_version),
        split=record.split,
        spans=spans,
        relations=tuple(_relation(relation) for relation in record.relations),
        frames=[_frame(frame) for frame in record.frames],
        actors=tuple(actor for id, actor in actors.items() if id not in named) or UNSET,
        statements=tuple(one for id, one in statements.items() if id not in named) or UNSET,
        comments=_comments(record) or UNSET,
    )


def origin_item(origin: Origin) -> OriginItem:
    """Return an origin as it is written."""
    return OriginItem(
        url=origin.url,
        publisher=origin.publisher,
        published=origin.published,
        path=origin.path or UNSET,
        author=origin.author or UNSET,
    )


def _actor(actor: Actor) -> ActorItem:
    return ActorItem(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        wikidata=actor.wikidata,
        aliases=actor.aliases or UNSET,
        note=actor.note or UNSET,
    )


def _statement(statement: Statement) -> StatementItem:
    return StatementItem(
        id=statement.id,
        text=statement.text,
        parent=statement.parent_id or UNSET,
        note=statement.note or UNSET,
        color=statement.color or UNSET,
    )


def _span(span: Span, text: str, actors: dict[str, ActorItem], statements: dict[str, StatementItem]) -> SpanItem:
    return SpanItem(
        id=span.id,
        label=span.label,
        start=span.start,
        end=span.end,
        parts=span.parts,
        text=span.quote(text),
        attributes=dict(span.attributes),
        actor=None if span.actor_id is None else actors[span.actor_id],
        statement=UNSET if span.statement_id is None else statements[span.statement_id],
        agreement=span.agreement or UNSET,
        derived_from=span.derived_from or UNSET,
        decided_by=span.decided_by or UNSET,
    )


def _relation(relation: Relation) -> RelationItem:
    return RelationItem(
        id=relation.id,
        label=relation.label,
        from_=relation.from_id,
        to=relation.to_id,
        attributes=dict(relation.attributes),
        derived_from=relation.derived_from or UNSET,
        decided_by=relation.decided_by or UNSET,
    )


def _comments(record: Record) -> tuple[CommentItem, ...]:
    names = {author.handle: author.name for author in record.authors}
    return tuple(_comment(comment, names.get(comment.annotator, "")) for comment in record.comments)


def _comment(comment: Comment, name: str) -> CommentItem:
    return CommentItem(
        id=comment.id,
        text=comment.text,
        annotator=comment.annotator,
        annotator_name=name or UNSET,
        made=comment.made,
        span=comment.span_id or UNSET,
        reply_to=comment.reply_to or UNSET,
        parts=UNSET if comment.parts is None else comment.parts,
        resolved_by=comment.resolved_by or UNSET,
    )


def _frame(frame: Frame) -> dict[str, object]:
    # Named twice so that the head stands first and no role of the same name takes its place.
    return {frame.label: frame.head, **frame.roles, frame.label: frame.head}
