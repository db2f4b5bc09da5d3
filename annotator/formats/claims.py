"""Claims as formats for readers take them: a head span with whoever plays its roles, by what the scheme means."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.meanings import claim_labels, held_value, said_by
from annotator.domain.relation import Relation
from annotator.domain.scheme import RoleMeaning, Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.formats.dataset import Dataset
from annotator.formats.losses import KINDS, Feature
from annotator.formats.options import named
from annotator.formats.record import Record

ROLES: tuple[RoleMeaning, ...] = ("source", "cue", "target", "addressee")
"""The roles of a claim that a row of it names; claims reported by others are rows of their own."""

OUTSIDE = named("marks that belong to no claim")

SEPARATOR = "; "
"""Stands between several that play one role."""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A span that plays a role of a claim, by the relation to it, with the entry of the registry it names, if any."""

    span: Span
    relation: Relation
    quote: str
    actor: Actor | None
    kind: str
    stance: str | None
    leaning: str | None
    """The meaning of the stance, whatever the scheme calls it."""

    @property
    def name(self) -> str:
        """Return the name of the registry, or else what the article calls it."""
        return self.quote if self.actor is None else self.actor.name

    @property
    def key(self) -> str:
        """Return what tells this actor from others: the id of the entry, or the words where there is none."""
        return f"words:{self.quote}" if self.actor is None else self.actor.id


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A span that says something, with its roles in reading order."""

    record: Record
    span: Span
    quote: str
    statement: Statement | None
    roles: Mapping[RoleMeaning, tuple[Party, ...]]

    def parties(self, role: RoleMeaning) -> tuple[Party, ...]:
        """Return who or what plays a role."""
        return self.roles.get(role, ())

    def names(self, role: RoleMeaning) -> str:
        """Return the names of those who play a role, as one text."""
        return SEPARATOR.join(party.name for party in self.parties(role))

    @property
    def date(self) -> str:
        """Return the day on which the article was published first, empty if nobody knows."""
        return min((one.published[:10] for one in self.record.document.origins if one.published), default="")

    @property
    def outlet(self) -> str:
        """Return who published the article."""
        return SEPARATOR.join(dict.fromkeys(one.publisher for one in self.record.document.origins if one.publisher))

    @property
    def url(self) -> str:
        """Return the first address of the article."""
        return next((one.url for one in self.record.document.origins if one.url), "")


def claims_of(record: Record, scheme: Scheme) -> Iterator[Claim]:
    """Yield the claims of a reading in reading order."""
    labels = claim_labels(scheme)
    spans = {span.id: span for span in record.spans}
    actors = {actor.id: actor for actor in record.actors}
    statements = {one.id: one for one in record.statements}
    leading: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in record.relations:
        leading[relation.from_id].append(relation)
    for span in sorted(record.spans, key=reading_order):
        if span.label in labels:
            yield Claim(
                record=record,
                span=span,
                quote=span.quote(record.document.text),
                statement=statements.get(span.statement_id or ""),
                roles=_roles(leading[span.id], spans, actors, record, scheme),
            )


def reading_order(span: Span) -> tuple[int, int, str]:
    """Return the key by which spans are in reading order: by start, longer ones first."""
    return span.start, -span.end, span.id


def _roles(
    relations: Sequence[Relation],
    spans: Mapping[str, Span],
    actors: Mapping[str, Actor],
    record: Record,
    scheme: Scheme,
) -> dict[RoleMeaning, tuple[Party, ...]]:
    kinds = {kind.key: kind for kind in scheme.relations}
    found: defaultdict[RoleMeaning, list[Party]] = defaultdict(list)
    for relation in relations:
        kind = kinds[relation.label]
        if kind.means not in ROLES:
            continue
        end = spans[relation.to_id]
        actor = actors.get(end.actor_id or "")
        found[kind.means].append(
            Party(
                span=end,
                relation=relation,
                quote=end.quote(record.document.text),
                actor=actor,
                kind=actor.kind if actor else held_value(scheme.label(end.label), "actor_kind", end.attributes) or "",
                stance=held_value(kind, "stance", relation.attributes),
                leaning=said_by(kind, "stance", relation.attributes),
            )
        )
    return {role: tuple(sorted(parties, key=lambda one: reading_order(one.span))) for role, parties in found.items()}


def lost_beside_claims(dataset: Dataset, attributes: bool = True) -> dict[str, int]:
    """Count what rows of claims have no place for: relations of other kinds, marks in no claim, their attributes.

    `attributes`: the attributes of claims and of the links to their roles are in the rows.
    """
    lost: Counter[str] = Counter()
    means = {kind.key: kind.means for kind in dataset.scheme.relations}
    for record in dataset.records:
        rows = list(claims_of(record, dataset.scheme))
        shown = {party.span.id for row in rows for role in ROLES for party in row.parties(role)}
        heads = {row.span.id for row in rows}
        for relation in record.relations:
            told = relation.from_id in heads and means[relation.label] in ROLES
            lost[KINDS[Feature.RELATIONS]] += not told
            lost[KINDS[Feature.RELATION_ATTRIBUTES]] += len(relation.attributes) if told and not attributes else 0
        for span in record.spans:
            lost[OUTSIDE] += span.id not in shown | heads
            kept = span.id in heads and attributes
            lost[KINDS[Feature.ATTRIBUTES]] += 0 if kept else len(span.attributes)
    return {kind: count for kind, count in lost.items() if count}
