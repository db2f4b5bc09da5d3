"""Giving a project another scheme: what its marks lose by it, and the edits of the one action that does it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.link_rules import Links
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_change import Fitted, Loss, Renames, fitted
from annotator.domain.scheme_faults import faults
from annotator.domain.span import Span
from annotator.errors import InputError, SchemeError
from annotator.store import annotations, settings
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete


class SchemeChange(msgspec.Struct, frozen=True, kw_only=True):
    """The consequences of a change of scheme. `scheme` has the version that it would get; no edits: nothing would
    change.

    `spans` and `relations` count the marks and links that would be another or go, of all annotators.
    """

    scheme: Scheme
    losses: tuple[Loss, ...] = ()
    spans: int = 0
    relations: int = 0
    edits: tuple[Edit, ...] = ()


def planned(connection: Connection, held: Scheme, wanted: Scheme, renames: Renames | None = None) -> SchemeChange:
    """Return the edits from the scheme held to the one wanted; SchemeError if that does not hold together."""
    for fault in faults(wanted):
        raise SchemeError("The scheme does not hold together: {reason}.", reason=fault.reason)
    renames = {path: key for path, key in (renames or {}).items() if path.rpartition(".")[2] != key}
    scheme = msgspec.structs.replace(wanted, version=_version(held, wanted))
    if msgspec.structs.replace(wanted, version=held.version) == held and not renames:
        return SchemeChange(scheme=held)
    spans, relations = annotations.every_span(connection), annotations.every_relation(connection)
    fit = fit_links(held, scheme, relations, fitted(scheme, spans, relations, renames))
    return SchemeChange(
        scheme=scheme,
        losses=fit.losses,
        spans=len(fit.spans),
        relations=len(fit.relations),
        edits=(*_edits(fit, spans, relations), *settings.scheme_edits(connection, scheme)),
    )


def _version(held: Scheme, wanted: Scheme) -> int:
    """A scheme that goes by the same name is a later version of it."""
    return max(wanted.version, held.version + 1) if wanted.name == held.name else wanted.version


def _edits(fit: Fitted, spans: Iterable[Span], relations: Iterable[Relation]) -> Iterable[Edit]:
    """Links go before the marks at their ends."""
    links, marks = {one.id: one for one in relations}, {one.id: one for one in spans}
    for relation_id, link in fit.relations.items():
        yield delete("relations", relation_id) if link is None else annotations.relation_row(link, links[relation_id])
    for span_id, mark in fit.spans.items():
        yield delete("spans", span_id) if mark is None else annotations.span_row(mark, marks[span_id])


def fit_links(held: Scheme, scheme: Scheme, relations: Sequence[Relation], fit: Fitted) -> Fitted:
    """Take away the links that are one too many, repeat another or run in a circle, by the rules of the new scheme."""
    before = {kind.key: (kind.most, kind.depth) for kind in held.relations}
    kept = [(relation, fit.relations.get(relation.id, relation)) for relation in relations]
    joined = Counter(key for _, key in {(was.label, now.label) for was, now in kept if now is not None})
    changed = dict(fit.relations)
    lost: Counter[str] = Counter()
    for kind in scheme.relations:
        if before.get(kind.key) == (kind.most, kind.depth) and joined[kind.key] < 2:
            continue
        readings: dict[tuple[str, str], Links] = {}
        for was, now in kept:
            if now is None or now.label != kind.key:
                continue
            links = readings.setdefault((now.document_id, now.annotator), Links(kind))
            try:
                links.check(now)
            except InputError:
                lost[f"relations.{was.label}"] += 1
                changed[now.id] = None
            else:
                links.add(now)
    losses = (*fit.losses, *(Loss(path, "links", count) for path, count in lost.items()))
    return msgspec.structs.replace(fit, relations=changed, losses=tuple(sorted(losses)))
