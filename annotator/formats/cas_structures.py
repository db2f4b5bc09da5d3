"""The feature structures that a record becomes: metadata, sentences, tokens, then its marks in their order."""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.domain.relation import Relation
from annotator.domain.span import Part, Span
from annotator.formats.canonical import Ordered
from annotator.formats.cas_layers import (
    CAS_METADATA,
    CONTINUATION,
    DEPENDENT,
    DOCUMENT_METADATA,
    GOVERNOR,
    SENTENCE,
    TOKEN,
)
from annotator.formats.cas_marks import ACTOR_ID, ACTOR_NAME
from annotator.formats.cas_model import FS_ARRAY, Structure
from annotator.formats.cas_schema import CasSchema, LinkLayer
from annotator.formats.escapes import NOT_XML, escaped
from annotator.formats.offset_tables import units_before
from annotator.formats.record import Record
from annotator.formats.spans_on_tokens import all_tokens
from annotator.text.sentences import sentences

SOFA_ID = 1
UNREAD = "INITIAL_CAS"


class Structures:
    """Makes the structures of one record."""

    def __init__(self, schema: CasSchema, record: Record, order: Ordered, unfit: re.Pattern[str] = NOT_XML) -> None:
        self._schema, self._record, self._order, self._unfit = schema, record, order, unfit
        self._units = units_before(record.document.text)
        self._made: dict[int, Structure] = {}
        self._first: dict[str, int] = {}
        self._actors = {actor.id: actor for actor in record.actors}

    def all(self, name: str) -> Sequence[Structure]:
        """Return everything about a document called `name`, by ids that count on from that of the text."""
        text = self._record.document.text
        self._describe((0, len(text)), name)
        for part in sentences(text):
            self._add(SENTENCE, part)
        for part in all_tokens(text):
            self._add(TOKEN, part)
        return self.marks()

    def marks(self) -> Sequence[Structure]:
        """Return the structures of the marks, after those that are there."""
        for span in self._order.spans:
            self._span(span)
        for relation in self._order.relations:
            self._relation(relation)
        return list(self._made.values())

    def _add(self, type: str, part: Part | None, values: Mapping[str, str] | None = None) -> Structure:
        id = SOFA_ID + 1 + len(self._made)
        made = Structure(id, type, values=dict(values or {}))
        if part is not None:
            made.sofa, made.begin, made.end = SOFA_ID, self._units[part[0]], self._units[part[1]]
        self._made[id] = made
        return made

    def _describe(self, whole: Part, name: str) -> None:
        document, annotator = self._record.document, self._record.annotator
        address = next((one.url for one in document.origins if one.url), None)
        said = {
            "language": document.language,
            "documentTitle": escaped(document.title, self._unfit),
            "documentId": name,
            **({"documentUri": escaped(address, self._unfit)} if address else {}),
        }
        self._add(DOCUMENT_METADATA, whole, said)
        user = annotator.handle if annotator else UNREAD
        made = self._add(CAS_METADATA, None, {"username": user, "sourceDocumentName": name})
        made.sofa = SOFA_ID

    def _span(self, span: Span) -> None:
        layer = self._schema.spans[span.label]
        said = dict(self._attributes(span))
        if layer.feature:
            said[layer.feature] = layer.value
        if span.actor_id is not None:
            actor = self._actors.get(span.actor_id)
            said |= {ACTOR_ID: span.actor_id, ACTOR_NAME: escaped(actor.name, self._unfit) if actor else ""}
        first = self._add(layer.type, span.parts[0], said)
        self._first[span.id] = first.id
        for part in span.parts[1:]:
            rest = self._add(layer.type, part)
            link = self._add(CONTINUATION, part)
            link.refs = {GOVERNOR: [first.id], DEPENDENT: [rest.id]}

    def _relation(self, relation: Relation) -> None:
        layer = self._schema.links[relation.label]
        start, end = self._first[relation.from_id], self._first[relation.to_id]
        said = dict(self._attributes(relation))
        if layer.type:
            link = self._add(layer.type, None, said)
            held = self._made[end]
            link.sofa, link.begin, link.end = SOFA_ID, held.begin, held.end
            link.refs = {GOVERNOR: [start], DEPENDENT: [end]}
            return
        self._refer(start, end, layer, said)

    def _refer(self, start: int, end: int, layer: LinkLayer, said: dict[str, str]) -> None:
        """Let a feature of a span lead to another one, through an array and, where there is a role, a link."""
        if layer.link:
            link = self._add(layer.link, None, {**said, **({"role": layer.role} if layer.role else {})})
            link.refs = {"target": [end]}
            end = link.id
        held = self._made[start].refs
        if layer.reference not in held:
            held[layer.reference] = [self._add(FS_ARRAY, None).id]
        array = self._made[held[layer.reference][0]]
        array.refs.setdefault("elements", []).append(end)

    def _attributes(self, mark: Span | Relation) -> Iterator[tuple[str, str]]:
        for key, value in sorted(mark.attributes.items()):
            yield self._schema.attributes[key], escaped(value, self._unfit)
