"""The marks of a project: reading everyone's spans, relations and frames, and making one's own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET

from annotator.domain.annotator import AnnotationSet, Annotator, Status
from annotator.domain.frame import Filler, Frame, frames_of
from annotator.domain.ids import new_id
from annotator.domain.relation import Relation
from annotator.domain.span import Part, Span, as_parts
from annotator.errors import InputError
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.lazily import LazyModule
from annotator.store import annotations, documents
from annotator.store.edits import Edit

if TYPE_CHECKING:
    from annotator.services import actor_rules, annotate, filling
    from annotator.services.annotate import SpanChanges
else:
    # Who opens a project reads marks; the rules are for who makes them.
    actor_rules = LazyModule("annotator.services.actor_rules")
    annotate = LazyModule("annotator.services.annotate")
    filling = LazyModule("annotator.services.filling")

AttributeEdit = Mapping[str, str | None]
"""Values by attribute; None takes one away."""


def spans(file: ProjectFile, document_id: str, annotator: str | None = None) -> list[Span]:
    """Return someone's spans on a document in reading order; None: mine."""
    with file.reading() as view:
        return annotations.spans(view, document_id, annotator or file.annotator)


def relations(file: ProjectFile, document_id: str, annotator: str | None = None) -> list[Relation]:
    """Return someone's relations on a document; None: mine."""
    with file.reading() as view:
        return annotations.relations(view, document_id, annotator or file.annotator)


def frames(file: ProjectFile, document_id: str, annotator: str | None = None) -> list[Frame]:
    """Return someone's frames on a document: each claim with its roles; None: mine."""
    whose = annotator or file.annotator
    with file.reading() as view:
        marks, links = annotations.spans(view, document_id, whose), annotations.relations(view, document_id, whose)
    return frames_of(marks, links, file.scheme)


def span(file: ProjectFile, span_id: str) -> Span:
    """Return the span with this id, or raise NotFoundError."""
    with file.reading() as view:
        return annotate.held_span(view, span_id)


def annotators(file: ProjectFile) -> list[Annotator]:
    """Return everyone who is registered: persons, models and gold."""
    with file.reading() as view:
        return annotations.annotators(view)


def annotators_with_sets(file: ProjectFile) -> list[Annotator]:
    """Return everyone who has begun an annotation set: persons, models and gold."""
    with file.reading() as view:
        return annotations.annotators_with_sets(view)


def sets(file: ProjectFile, document_id: str) -> list[AnnotationSet]:
    """Return the annotation sets that have been begun on a document."""
    with file.reading() as view:
        return annotations.annotation_sets(view, document_id)


def status(file: ProjectFile, document_id: str, annotator: str | None = None) -> Status:
    """Return how far someone is with a document; None: I."""
    with file.reading() as view:
        held = annotations.annotation_set(view, document_id, annotator or file.annotator)
    return "todo" if held is None else held.status


def make(
    file: ProjectFile,
    document_id: str,
    parts: Part | Iterable[Part],
    label: str,
    attributes: Mapping[str, str] | None = None,
    actor_id: str | None = None,
) -> Span:
    """Mark a span; attributes that are not given get the label's defaults.

    The first mark turns my annotation set from todo to doing in the same action.
    Raises InputError or NotFoundError for what does not fit the document, the scheme or the registry.
    """
    with file.acting() as act:
        length = documents.length_of(act.connection, document_id)
        made = Span(
            id=new_id(),
            document_id=document_id,
            annotator=act.annotator,
            label=label,
            parts=as_parts(parts, length),
            attributes={**act.scheme.label(label).defaults, **(attributes or {})},
            actor_id=actor_id,
        )
        made = annotate.of_entry(act.connection, act.scheme, made)
        act.edits += annotate.new_span(act.connection, act.scheme, made, length)
    return made


def link(
    file: ProjectFile, from_id: str, to_id: str, label: str, attributes: Mapping[str, str] | None = None
) -> Relation:
    """Link two of my spans in one document, as far as the scheme allows it (else InputError)."""
    with file.acting() as act:
        head = annotate.held_span(act.connection, from_id)
        act.check_mine(head)
        made = Relation(
            id=new_id(),
            document_id=head.document_id,
            annotator=act.annotator,
            label=label,
            from_id=from_id,
            to_id=to_id,
            attributes={**act.scheme.relation(label).defaults, **(attributes or {})},
        )
        annotate.check_relation(act.connection, act.scheme, made)
        act.edits.append(annotations.relation_row(made))
    return made


def fill(
    file: ProjectFile,
    head_id: str,
    fillers: Iterable[Filler],
    attributes: AttributeEdit | None = None,
    without: Iterable[str] = (),
) -> list[Relation]:
    """Give one of my marks its roles in one action: marks made, links drawn, its attributes merged.

    `without` are links that go with the same action, so that a role can change hands. Raises InputError or
    NotFoundError, and changes nothing, where any of it does not fit.
    """
    with file.acting() as act:
        head = annotate.held_span(act.connection, head_id)
        act.check_mine(head)
        given = filling.Filling(head, tuple(fillers), attributes or {}, tuple(without))
        made, edits = filling.filled(act.connection, act.scheme, given)
        act.edits += edits
    return made


def update(file: ProjectFile, item_id: str, changes: "SpanChanges") -> Span | Relation:
    """Change one of my spans (anything), or the attributes of one of my relations; the rest stays as it is.

    Attributes are merged into those there are; None takes one away. The kind of a mention is that of the entry which it
    names: another one is given to the entry, and so to all of its mentions. Raises NotFoundError for an unknown id,
    InputError for somebody else's mark and for what does not fit.
    """
    with file.acting() as act:
        held = annotations.span(act.connection, item_id)
        if held is None:
            return _relinked(act, item_id, changes)
        act.check_mine(held)
        changed, edits = annotate.changed_span(act.connection, act.scheme, held, changes)
        kind = annotate.kind_for_entry(act.scheme, held, changes)
        if kind and changed.actor_id is not None:
            act.edits += actor_rules.rekinded(file, act.connection, changed.actor_id, *kind.values())
            changed = msgspec.structs.replace(changed, attributes={**changed.attributes, **kind})
        act.edits += edits if changed != held else []
    return changed


def _relinked(act: Acting, relation_id: str, changes: "SpanChanges") -> Relation:
    held = annotate.held_relation(act.connection, relation_id)
    for name in changes.__struct_fields__:
        if name != "attributes" and getattr(changes, name) is not UNSET:
            raise InputError(
                "A {what} has no {unknown!r} to change; it has: {allowed}.",
                what="relation",
                unknown=name,
                allowed=["attributes"],
            )
    act.check_mine(held)
    wanted = {} if changes.attributes is UNSET else changes.attributes
    changed = msgspec.structs.replace(held, attributes=annotate.merged(held.attributes, wanted))
    annotate.check_relation(act.connection, act.scheme, changed)
    if changed != held:
        act.edits.append(annotations.relation_row(changed, held))
    return changed


def remove(file: ProjectFile, item_ids: Sequence[str]) -> None:
    """Delete my spans and relations, and with the spans the relations that touch them; one action."""
    with file.acting() as act:
        for item_id in item_ids:
            item = annotations.span(act.connection, item_id) or annotations.relation(act.connection, item_id)
            if item is not None:
                act.check_mine(item)
        act.edits += annotate.removed(act.connection, item_ids)


def set_status(file: ProjectFile, document_id: str, status: Status) -> None:
    """Say how far I am with a document: todo, doing or done."""
    with file.acting() as act:
        act.edits += _status_edits(act, document_id, status)


def _status_edits(act: Acting, document_id: str, status: Status) -> list[Edit]:
    if status not in ("todo", "doing", "done"):
        raise InputError("{status!r} is not a status: use todo, doing or done.", status=status)
    if not documents.has_document(act.connection, document_id):
        raise documents.unknown_document(document_id)
    held = annotations.annotation_set(act.connection, document_id, act.annotator)
    if ("todo" if held is None else held.status) == status:
        return []
    return [annotate.with_status(document_id, act.annotator, status)]


def set_statuses(file: ProjectFile, document_ids: Iterable[str], status: Status) -> int:
    """Say of many documents how far I am with them, as one action; how many had another status."""
    with file.acting() as act:
        for document_id in dict.fromkeys(document_ids):
            act.edits += _status_edits(act, document_id, status)
        return len(act.edits)


def make_many(
    file: ProjectFile,
    places: Iterable[tuple[str, Part]],
    label: str,
    attributes: Mapping[str, str] | None = None,
    actor_id: str | None = None,
) -> list[Span]:
    """Mark many stretches alike, each in the document with this id, as one action; see `make`.

    Places that I have marked so already are passed over.
    """
    with file.acting() as act:
        pattern = Span(
            id="",
            document_id="",
            annotator=act.annotator,
            label=label,
            parts=(),
            attributes={**act.scheme.label(label).defaults, **(attributes or {})},
            actor_id=actor_id,
        )
        pattern = annotate.of_entry(act.connection, act.scheme, pattern)
        made, edits = annotate.made_alike(act.connection, act.scheme, pattern, places)
        act.edits += edits
    return made
