"""The marks of a project that brat's annotations become.

An event is a span of its own over its trigger, with a relation for each role; a note is a comment; an entry of a
registry is an actor. A flag is an attribute whose value is `true`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from annotator.domain.actor import Actor, wikidata_id
from annotator.domain.comment import MOST_CHARACTERS, Comment
from annotator.domain.frame import Frame
from annotator.domain.ids import digest
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span
from annotator.domain.text_limits import NAME_LENGTH
from annotator.errors import InputError
from annotator.formats.brat_lines import LinkLine, Remark, Standoff, TextBound
from annotator.formats.escapes import unescaped
from annotator.formats.ids import relation_id, span_id
from annotator.formats.left_out import NO_END, NO_TEXT, TO_ITSELF, TWICE
from annotator.formats.options import named
from annotator.formats.source import Source

NOTE, FLAG, REFERENCE, ACTOR, EQUIVALENCE = "AnnotatorNotes", "true", "Reference", "Actor", "Equiv"

_NUMBERED = re.compile(r"(.*?[^\d])[1-9]\d*")

NOWHERE = named("attributes and notes of what is missing")


class StandoffMarks:
    """Makes spans, relations, comments and actors of one file; `own` says that it is one that we wrote."""

    def __init__(self, standoff: Standoff, document_id: str, handle: str, source: Source, *, own: bool) -> None:
        self._standoff, self._document_id, self._handle, self._source, self._own = (
            standoff,
            document_id,
            handle,
            source,
            own,
        )
        self._ids: dict[str, list[str]] = {}
        """The spans that an annotation has become: several for a trigger that events share."""
        self._relation_of: dict[str, int] = {}
        self._turns: Counter[tuple[str, Parts]] = Counter()
        self._attributes: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._actor_ids: dict[str, str] = {}
        self._said_of = {said.id: said.target for said in (*standoff.attributes, *standoff.entries)}
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self.frames: list[Frame] = []
        self._comments: dict[str, Comment] = {}
        self.actors: dict[str, Actor] = {}

    def place(self, parts_of: Callable[[TextBound], Parts]) -> None:
        """Make all of them; `parts_of` says where a stretch lies. Raises InputError; the source says at which line."""
        parts = {id: self._parts(one, parts_of) for id, one in self._standoff.texts.items()}
        self._spans(parts)
        self._links()
        for said in self._standoff.attributes:
            self._say(said, said.label, said.value or FLAG)
        for said in self._standoff.entries:
            self._name(said)
        for said in self._standoff.notes:
            self._note(said)
        self.spans = [self._finished(span) for span in self.spans]
        self.relations = [self._described(one, f"R{place}") for place, one in enumerate(self.relations)]

    @property
    def comments(self) -> list[Comment]:
        """Return what notes have become."""
        return list(self._comments.values())

    def _parts(self, text: TextBound, parts_of: Callable[[TextBound], Parts]) -> Parts:
        self._source.name, self._source.line = text.file or self._source.name, text.line
        return parts_of(text)

    def _spans(self, parts: Mapping[str, Parts]) -> None:
        events: defaultdict[str, list[LinkLine]] = defaultdict(list)
        for event in self._standoff.events.values():
            if event.trigger not in parts:
                self._source.name, self._source.line = event.file or self._source.name, event.line
                raise InputError(
                    "{id} has the trigger {trigger!r}, which is not there", id=event.id, trigger=event.trigger
                )
            events[event.trigger].append(event)
        for id, text in self._standoff.texts.items():
            if not parts[id]:
                self._source.left[NO_TEXT] += max(1, len(events[id]))
                self._ids[id] = []
                continue
            made = [self._span(event.label, parts[id]) for event in events[id]] or [self._span(text.label, parts[id])]
            self._ids[id] = made
            for event, span in zip(events[id], made, strict=False):
                self._ids[event.id] = [span]

    def _span(self, label: str, parts: Parts) -> str:
        turn = self._turns[label, parts]
        self._turns[label, parts] += 1
        id = span_id(self._document_id, self._handle, label, parts, turn)
        span = Span(id=id, document_id=self._document_id, annotator=self._handle, label=label, parts=parts)
        self.spans.append(span)
        return id

    def _links(self) -> None:
        for event in self._standoff.events.values():
            names = {name for name, _ in event.ends}
            roles: dict[str, tuple[str, ...]] = {}
            for name, target in event.ends:
                bare = _NUMBERED.fullmatch(name)
                role = bare[1] if bare and bare[1] in names else name
                if self._link(role, event.id, target):
                    roles[role] = (*roles.get(role, ()), self._ids[target][0])
            self.frames += [Frame(head=one, label=event.label, roles=roles) for one in self._ids.get(event.id, ())]
        for relation in self._standoff.relations:
            (_, start), *ends = relation.ends
            for _, end in ends:
                self._link(relation.label, start, end, relation.id)
        for group in self._standoff.equivalences:
            for (_, start), (_, end) in zip(group.ends, group.ends[1:], strict=False):
                self._link(group.label, start, end)

    def _link(self, label: str, start: str, end: str, id: str = "") -> bool:
        """Make a relation; return False, and count why, where there is none to make."""
        first, last = self._ids.get(start), self._ids.get(end)
        if not label or not first or not last:
            self._source.left[NO_END] += 1
            return False
        if first[0] == last[0]:
            self._source.left[TO_ITSELF] += 1
            return False
        self._relation(relation_id(self._document_id, label, first[0], last[0]), label, first[0], last[0], id)
        return True

    def _relation(self, made: str, label: str, start: str, end: str, id: str) -> None:
        if made in self._relation_of:
            self._source.left[TWICE] += 1
            self._relation_of.setdefault(id, self._relation_of[made])
            return
        self._relation_of[made] = self._relation_of[id or made] = len(self.relations)
        self.relations.append(
            Relation(
                id=made,
                document_id=self._document_id,
                annotator=self._handle,
                label=label,
                from_id=start,
                to_id=end,
            )
        )

    def _owners(self, target: str) -> list[str]:
        """Return what an annotation has become, as keys of what is said of it."""
        if target in self._relation_of:
            return [f"R{self._relation_of[target]}"]
        return self._ids.get(target, [])

    def _say(self, said: Remark, key: str, value: str) -> None:
        owners = self._owners(said.target)
        self._source.left[NOWHERE] += not owners
        for owner in owners:
            if self._attributes[owner].setdefault(key, value) != value:
                # A mark has one value of an attribute; a further one stands where a person finds it.
                self._comment(self._spans_of(said.target)[0], f"{key}: {value}"[:MOST_CHARACTERS])

    def _name(self, said: Remark) -> None:
        resource, _, entry = said.value.partition(":")
        owners = self._ids.get(said.target, [])
        name = (said.name or entry or resource)[:NAME_LENGTH]
        if not owners or not name.strip():
            self._source.left[NOWHERE] += 1
            return
        actor = self._actor(resource, entry, name)
        if self._actor_ids.get(owners[0], actor.id) != actor.id:
            # A mark names one entry; a further one stands where a person finds it.
            self._comment(owners[0], f"{said.value} {said.name}".strip()[:MOST_CHARACTERS])
            return
        self.actors.setdefault(actor.id, actor)
        self._actor_ids |= dict.fromkeys(owners, actor.id)

    def _actor(self, resource: str, entry: str, name: str) -> Actor:
        if resource == ACTOR and self._own:
            return Actor(id=entry, name=name, kind="other")
        item = wikidata_id(entry) if resource.lower().startswith(("wikidata", "wd")) else None
        id = digest("\n".join(("actor", resource, entry)))
        return Actor(id=id, name=name, kind="other", wikidata=item, note="" if item else f"{resource}:{entry}")

    def _note(self, said: Remark) -> None:
        text = unescaped(said.value)
        if self._own and said.label != NOTE:
            self._say(said, said.label, text)
            return
        ids = self._spans_of(said.target)
        if not text.strip():
            return
        if not ids and said.target:
            self._source.left[NOWHERE] += 1
            return
        words = text if said.label in (NOTE, "") else f"{said.label}: {text}"
        self._comment(ids[0] if ids else None, words[:MOST_CHARACTERS])
        self._source.left[named("ends of notes that are too long")] += len(words) > MOST_CHARACTERS

    def _spans_of(self, target: str) -> list[str]:
        """Return the spans to which a comment on an annotation belongs: of a relation the first."""
        if target in self._relation_of:
            return [self.relations[self._relation_of[target]].from_id]
        return self._ids.get(target) or self._ids.get(self._said_of.get(target, ""), [])

    def _comment(self, span: str | None, text: str) -> None:
        turn = sum(one.span_id == span and one.text == text for one in self._comments.values())
        id = digest("\n".join(("comment", self._document_id, self._handle, span or "", text, str(turn))))
        self._comments[id] = Comment(
            id=id,
            document_id=self._document_id,
            annotator=self._handle or self._source.annotator,
            text=text,
            made="",
            span_id=span,
        )

    def _finished(self, span: Span) -> Span:
        attributes, actor = self._attributes.get(span.id), self._actor_ids.get(span.id)
        if attributes is None and actor is None:
            return span
        return Span(
            id=span.id,
            document_id=span.document_id,
            annotator=span.annotator,
            label=span.label,
            parts=span.parts,
            attributes=attributes or {},
            actor_id=actor,
        )

    def _described(self, relation: Relation, key: str) -> Relation:
        attributes = self._attributes.get(key)
        if attributes is None:
            return relation
        return Relation(
            id=relation.id,
            document_id=relation.document_id,
            annotator=relation.annotator,
            label=relation.label,
            from_id=relation.from_id,
            to_id=relation.to_id,
            attributes=attributes,
        )
