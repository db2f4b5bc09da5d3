"""Tables of claims: one row a claim, its columns made of the scheme; what `csv` and `xlsx` write."""

from collections.abc import Iterator

from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Scheme
from annotator.formats.claims import SEPARATOR, Claim, claims_of
from annotator.formats.dataset import Dataset
from annotator.formats.losses import EVERYTHING, Feature

FIRST = ("source", "kind", "cue", "claim", "statement", "agreement", "target", "stance", "addressee", "document")
LAST = (
    *("date", "outlet", "url", "annotator", "status", "split", "label", "start", "end"),
    *("claim_id", "document_id", "source_id", "target_id", "statement_id"),
)
COUNTED = Feature.RELATIONS | Feature.RELATION_ATTRIBUTES | Feature.ATTRIBUTES
LOST = COUNTED | Feature.COMMENTS | Feature.SCHEME
HOLDS = EVERYTHING & ~LOST
"""The features that a table of claims has columns for; `lost_beside_claims` counts the rest."""


def columns_of(scheme: Scheme) -> tuple[str, ...]:
    """Return the columns: those that every scheme has, and one for each attribute of its claims."""
    return (*FIRST, *_attributes(scheme), *LAST)


def rows_of(dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each claim, in the order of the records."""
    attributes = _attributes(dataset.scheme)
    for record in dataset.records:
        for claim in claims_of(record, dataset.scheme):
            yield _row(claim, attributes)


def _attributes(scheme: Scheme) -> tuple[str, ...]:
    claims = claim_labels(scheme)
    keys = (one.key for label in scheme.labels if label.key in claims for one in label.attributes)
    taken = {*FIRST, *LAST}
    return tuple(dict.fromkeys(f"{key} (attribute)" if key in taken else key for key in keys))


def _row(claim: Claim, attributes: tuple[str, ...]) -> tuple[str, ...]:
    record, span = claim.record, claim.span
    held = {key.removesuffix(" (attribute)"): key for key in attributes}
    values = {held[key]: value for key, value in span.attributes.items() if key in held}
    return (
        claim.names("source"),
        SEPARATOR.join(party.kind for party in claim.parties("source")),
        claim.names("cue"),
        claim.quote,
        claim.statement.text if claim.statement else "",
        span.agreement or "",
        claim.names("target"),
        SEPARATOR.join(party.stance or "" for party in claim.parties("target")).strip("; "),
        claim.names("addressee"),
        record.document.title,
        *(values.get(key, "") for key in attributes),
        claim.date,
        claim.outlet,
        claim.url,
        record.annotator.handle if record.annotator else "",
        record.status if record.annotator else "",
        record.split or "",
        span.label,
        str(span.start),
        str(span.end),
        span.id,
        record.document.id,
        SEPARATOR.join(party.actor.id if party.actor else "" for party in claim.parties("source")),
        SEPARATOR.join(party.actor.id if party.actor else "" for party in claim.parties("target")),
        span.statement_id or "",
    )
