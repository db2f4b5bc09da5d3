"""Claims as schema.org `Claim` in JSON-LD: what was said, by whom, about whom, and in which articles it appears."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.domain.actor import Actor
from annotator.formats.claims import Claim, Party, claims_of, lost_beside_claims
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, named
from annotator.formats.registry import writer

COUNTED = Feature.RELATIONS | Feature.RELATION_ATTRIBUTES | Feature.ATTRIBUTES
LOST = (
    COUNTED
    | Feature.ANNOTATORS
    | Feature.STATUS
    | Feature.SPLITS
    | Feature.SCHEME
    | Feature.COMMENTS
    | Feature.DISCONTINUITY
)
CONTEXT = {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}
"""Names of schema.org without the address of its context, so that nothing has to be fetched to expand it."""
WIKIDATA = "http://www.wikidata.org/entity/"
_TYPES = {"person": "Person", "state": "Country", "media": "NewsMediaOrganization", "unnamed_source": "Person"}


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what a Claim has no property for."""
    return lost_beside_claims(dataset, attributes=False)


@writer(
    id="schema-claim",
    title="schema.org Claim (JSON-LD)",
    use="keeping",
    about=named("Claims as schema.org describes them, for the web"),
    suffix=".jsonld",
    holds=EVERYTHING & ~LOST,
    count=count_lost,
    counted=COUNTED,
)
def write_schema_claim(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write one graph: a node for each claim, its article and who is in it."""
    with out.file(f"{dataset.card.name}.jsonld") as stream:
        stream.write(b'{"@context": ' + msgspec.json.encode(CONTEXT) + b', "@graph": [')
        for place, node in enumerate(_nodes(dataset)):
            stream.write((b",\n" if place else b"\n") + msgspec.json.encode(node))
        stream.write(b"\n]}\n")


def _nodes(dataset: Dataset) -> Iterator[dict[str, Any]]:
    articles: set[str] = set()
    for record in dataset.records:
        for claim in claims_of(record, dataset.scheme):
            if record.document.id not in articles:
                articles.add(record.document.id)
                yield _article(claim)
            yield _claim(claim)


def _article(claim: Claim) -> dict[str, Any]:
    document = claim.record.document
    origin = next(iter(document.origins), None)
    return _said(
        {
            "id": f"urn:sha256:{document.id}",
            "type": "NewsArticle",
            "headline": document.title,
            "url": claim.url,
            "inLanguage": document.language,
            "datePublished": claim.date,
            "publisher": {"type": "Organization", "name": claim.outlet} if claim.outlet else None,
            "author": {"type": "Person", "name": origin.author} if origin and origin.author else None,
        }
    )


def _claim(claim: Claim) -> dict[str, Any]:
    article = {"id": f"urn:sha256:{claim.record.document.id}"}
    statement = claim.statement
    said = statement and {"id": f"urn:uuid:{statement.id}", "type": "Statement", "text": statement.text}
    return _said(
        {
            "id": f"urn:uuid:{claim.span.id}",
            "type": "Claim",
            "text": claim.quote,
            "inLanguage": claim.record.document.language,
            "author": _parties(claim.parties("source")),
            "about": _parties(claim.parties("target")),
            "appearance": article,
            "firstAppearance": article if claim.date else None,
            "datePublished": claim.date,
            "isBasedOn": said,
            "agreement": claim.span.agreement,
        }
    )


def _parties(parties: Iterable[Party]) -> list[dict[str, Any]]:
    return [_actor(party) for party in parties]


def _actor(party: Party) -> dict[str, Any]:
    actor: Actor | None = party.actor
    return _said(
        {
            "id": f"urn:uuid:{actor.id}" if actor else None,
            "type": _TYPES.get(party.kind, "Organization" if party.kind else "Thing"),
            "name": party.name,
            "alternateName": list(actor.aliases) if actor else None,
            "sameAs": f"{WIKIDATA}{actor.wikidata}" if actor and actor.wikidata else None,
        }
    )


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
