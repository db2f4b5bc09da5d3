"""The registry as FollowTheMoney entities, one JSON object a line: actors, and the articles that mention them."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, named
from annotator.formats.registry import writer

HOLDS = Feature.ACTORS | Feature.OVERLAP | Feature.NESTING | Feature.SUB_TOKEN
SCHEMATA: Mapping[str, str] = {
    "person": "Person",
    "organization": "Organization",
    "state": "PublicBody",
    "office": "PublicBody",
    "group": "Organization",
    "media": "Organization",
}
"""The schema of each kind of actor; of others it is LegalEntity."""


@writer(
    id="ftm",
    title="FollowTheMoney",
    use="keeping",
    about=named("The actors of the registry, for investigation tools"),
    suffix=".ftm.json",
    holds=HOLDS & EVERYTHING,
)
def write_ftm(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write an entity for each actor, each article with a mention, and each actor's mention in it."""
    with out.file(f"{dataset.card.name}.ftm.json") as stream:
        for entity in _entities(dataset):
            stream.write(msgspec.json.encode(entity) + b"\n")


def _entities(dataset: Dataset) -> Iterator[dict[str, Any]]:
    actors: set[str] = set()
    articles: set[str] = set()
    mentioned: set[tuple[str, str]] = set()
    for record in dataset.records:
        for actor in record.actors:
            if actor.id not in actors:
                actors.add(actor.id)
                yield _actor(actor)
        kinds = {actor.id: SCHEMATA.get(actor.kind, "LegalEntity") for actor in record.actors}
        for span in record.spans:
            place = record.document.id, span.actor_id or ""
            if span.actor_id is None or place in mentioned:
                continue
            mentioned.add(place)
            if record.document.id not in articles:
                articles.add(record.document.id)
                yield _article(record.document)
            quote = " ".join(span.quote(record.document.text).split())
            yield _entity(
                f"musnad-mention-{record.document.id}-{span.actor_id}",
                "Mention",
                document=[_id(record.document.id)],
                resolved=[_id(span.actor_id)],
                name=[quote],
                detectedSchema=[kinds.get(span.actor_id, "LegalEntity")],
            )


def _actor(actor: Actor) -> dict[str, Any]:
    return _entity(
        _id(actor.id),
        SCHEMATA.get(actor.kind, "LegalEntity"),
        name=[actor.name],
        alias=list(actor.aliases),
        wikidataId=[actor.wikidata or ""],
        notes=[actor.note],
    )


def _article(document: Document) -> dict[str, Any]:
    origins = document.origins
    return _entity(
        _id(document.id),
        "Article",
        title=[document.title],
        bodyText=[document.text],
        publisher=[one.publisher or "" for one in origins],
        author=[one.author or "" for one in origins],
        publishedAt=[(one.published or "")[:10] for one in origins],
        sourceUrl=[one.url or "" for one in origins],
    )


def _entity(id: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    held = {name: [value for value in dict.fromkeys(values) if value.strip()] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in held.items() if values}}


def _id(id: str) -> str:
    return f"musnad-{id}"
