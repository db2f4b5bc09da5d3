"""The door's part about marks: spans, relations and frames, and how far each annotator is."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from annotator.domain.annotator import AnnotationSet, Annotator, Status
from annotator.domain.frame import Filler, Frame, frames_of
from annotator.domain.ids import new_id
from annotator.domain.relation import Relation
from annotator.domain.span import Part, Span, as_parts
from annotator.errors import InputError, NotFoundError
from annotator.services import annotate, filling
from annotator.services.door.file import ProjectFile
from annotator.store import annotations, documents

Item = TypeVar("Item", Span, Relation)


class Marks(ProjectFile):
    """Reading everyone's marks, and making my own."""

    def spans(self, document_id: str, annotator: str | None = None) -> list[Span]:
        """Someone's spans on a document in reading order; None: mine."""
        with self.reading() as connection:
            return annotations.spans(connection, document_id, annotator or self._annotator)

    def relations(self, document_id: str, annotator: str | None = None) -> list[Relation]:
        """Someone's relations on a document; None: mine."""
        with self.reading() as connection:
            return annotations.relations(connection, document_id, annotator or self._annotator)

    def frames(self, document_id: str, annotator: str | None = None) -> list[Frame]:
        """Someone's frames on a document: each claim with its roles; None: mine."""
        with self.reading():
            return frames_of(self.spans(document_id, annotator), self.relations(document_id, annotator), self._scheme)

    def span(self, span_id: str) -> Span:
        """The span with this id, or NotFoundError."""
        with self.reading() as connection:
            found = annotations.span(connection, span_id)
        if found is None:
            raise NotFoundError("There is no mark {id!r}.", id=span_id)
        return found

    def annotators(self) -> list[Annotator]:
        """Everyone who is registered: persons, models and gold."""
        with self.reading() as connection:
            return annotations.annotators(connection)

    def sets(self, document_id: str) -> list[AnnotationSet]:
        """The annotation sets that have been begun on a document."""
        with self.reading() as connection:
            return annotations.annotation_sets(connection, document_id)

    def status(self, document_id: str, annotator: str | None = None) -> Status:
        """How far someone is with a document; None: I."""
        with self.reading() as connection:
            held = annotations.annotation_set(connection, document_id, annotator or self._annotator)
        return "todo" if held is None else held.status

    def annotate(
        self,
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
        with self.acting() as edits:
            text = documents.text_of(self._connection, document_id)
            span = Span(
                id=new_id(),
                document_id=document_id,
                annotator=self._annotator,
                label=label,
                parts=as_parts(parts, len(text)),
                attributes={**self._scheme.label(label).defaults, **(attributes or {})},
                actor_id=actor_id,
            )
            edits += annotate.new_span(self._connection, self._scheme, span)
        return span

    def link(self, from_id: str, to_id: str, label: str, attributes: Mapping[str, str] | None = None) -> Relation:
        """Link two of my spans in one document, as far as the scheme allows it (else InputError)."""
        with self.acting() as edits:
            head = self._mine(self.span(from_id))
            relation = Relation(
                id=new_id(),
                document_id=head.document_id,
                annotator=self._annotator,
                label=label,
                from_id=from_id,
                to_id=to_id,
                attributes={**self._scheme.relation(label).defaults, **(attributes or {})},
            )
            annotate.check_relation(self._connection, self._scheme, relation)
            edits.append(annotations.relation_row(relation))
        return relation

    def fill(
        self,
        head_id: str,
        fillers: Iterable[Filler],
        attributes: Mapping[str, str | None] | None = None,
        without: Iterable[str] = (),
    ) -> list[Relation]:
        """Give one of my marks its roles in one action: marks made, links drawn, its attributes merged.

        `without` are links that go with the same action, so that a role can change hands. Raises InputError or
        NotFoundError, and changes nothing, where any of it does not fit.
        """
        with self.acting() as edits:
            head = self._mine(self.span(head_id))
            given = filling.Filling(head, tuple(fillers), attributes or {}, tuple(without))
            relations, fresh = filling.filled(self._connection, self._scheme, given)
            edits += fresh
        return relations

    def update(self, item_id: str, **changes: Any) -> Span | Relation:
        """Change one of my spans (`label`, `parts`, `attributes`, `actor_id`) or relations (`attributes`).

        Attributes are merged into those there are; None takes one away.
        """
        with self.acting() as edits:
            held = annotations.span(self._connection, item_id)
            if held is not None:
                _known(changes, {"label", "parts", "attributes", "actor_id"}, "span")
                span, fresh = annotate.changed_span(self._connection, self._scheme, self._mine(held), **changes)
                if span != held:
                    edits += fresh
                return span
            linked = annotations.relation(self._connection, item_id)
            if linked is None:
                raise NotFoundError("There is no mark or link {id!r}.", id=item_id)
            _known(changes, {"attributes"}, "relation")
            self._mine(linked)
            merged = annotate.merged(linked.attributes, changes.get("attributes") or {})
            relation = msgspec.structs.replace(linked, attributes=merged)
            annotate.check_relation(self._connection, self._scheme, relation)
            if relation != linked:
                edits.append(annotations.relation_row(relation, linked))
            return relation

    def delete(self, *item_ids: str) -> None:
        """Delete my spans and relations, and with the spans the relations that touch them; one action."""
        with self.acting() as edits:
            for item_id in item_ids:
                if (span := annotations.span(self._connection, item_id)) is not None:
                    self._mine(span)
                elif (relation := annotations.relation(self._connection, item_id)) is not None:
                    self._mine(relation)
            edits += annotate.removed(self._connection, item_ids)

    def set_status(self, document_id: str, status: Status) -> None:
        """Say how far I am with a document: todo, doing or done."""
        if status not in ("todo", "doing", "done"):
            raise InputError("{status!r} is not a status: use todo, doing or done.", status=status)
        with self.acting() as edits:
            if not documents.has_document(self._connection, document_id):
                raise documents.unknown_document(document_id)
            if self.status(document_id) != status:
                edits.append(annotate.with_status(document_id, self._annotator, status))

    def _mine(self, item: Item) -> Item:
        if item.annotator != self._annotator:
            raise InputError("This mark is {annotator!r}'s; only they can change it.", annotator=item.annotator)
        return item


def _known(changes: Mapping[str, Any], allowed: set[str], what: str) -> None:
    if unknown := changes.keys() - allowed:
        raise InputError(
            "A {what} has no {unknown!r} to change; it has: {allowed}.",
            what=what,
            unknown=sorted(unknown)[0],
            allowed=sorted(allowed),
        )
