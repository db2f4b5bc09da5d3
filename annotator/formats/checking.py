"""Whether a record holds together and fits a project's scheme; every reader asks before it hands one on."""

from collections import Counter

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme, check_attributes
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.record import Record


def check_record(record: Record, scheme: Scheme) -> None:
    """InputError names the span or relation that the project's scheme has no place for, and why."""
    if not record.spans and not record.relations:
        return
    if record.scheme_name != scheme.name:
        raise InputError(
            "its marks follow the scheme {theirs!r} and this project has {ours!r}; "
            "import it into a project made with that scheme (musnad new PROJECT --scheme FILE)",
            theirs=record.scheme_name,
            ours=scheme.name,
        )
    spans = {span.id: span for span in record.spans}
    for span in record.spans:
        _check_span(span, scheme)
    sent = Counter((relation.from_id, relation.label) for relation in record.relations)
    for relation in record.relations:
        _check_relation(relation, spans, scheme, sent[relation.from_id, relation.label])


def _check_span(span: Span, scheme: Scheme) -> None:
    label = scheme.label(span.label)
    check_attributes(span.attributes, label.attributes, label.key)
    if span.actor_id is not None and not label.names_actor:
        raise InputError("the span {id} is a {label} and cannot name an actor", id=span.id, label=span.label)


def _check_relation(relation: Relation, spans: dict[str, Span], scheme: Scheme, sent: int) -> None:
    kind = scheme.relation(relation.label)
    check_attributes(relation.attributes, kind.attributes, kind.key)
    for end in (relation.from_id, relation.to_id):
        if end not in spans:
            raise InputError(
                "the relation {id} leads to the span {end}, which is not on this line", id=relation.id, end=end
            )
    if spans[relation.from_id].label not in kind.from_ or spans[relation.to_id].label not in kind.to:
        raise InputError(
            "the relation {id} ({label}) leads from {start} to {end}; the scheme allows {allowed}",
            id=relation.id,
            label=relation.label,
            start=spans[relation.from_id].label,
            end=spans[relation.to_id].label,
            allowed=f"{'/'.join(kind.from_)} to {'/'.join(kind.to)}",
        )
    if kind.most is not None and sent > kind.most:
        raise InputError(
            "the span {id} sends out {sent} relations {label}; the scheme allows {most}",
            id=relation.from_id,
            sent=sent,
            label=relation.label,
            most=kind.most,
        )
