"""Reading the registry of actors of an open project."""

from collections.abc import Collection

from annotator.domain.actor import Actor
from annotator.services.door.file import ProjectFile
from annotator.store import actors, links


def listed(file: ProjectFile) -> list[Actor]:
    """Return the registry, in the order its entries came."""
    with file.reading() as view:
        return actors.actors(view)


def one(file: ProjectFile, actor_id: str) -> Actor:
    """Return the entry with this id, or raise NotFoundError."""
    with file.reading() as view:
        return actors.entry(view, actor_id)


def mention_counts(file: ProjectFile, models: Collection[str] = ()) -> dict[str, int]:
    """Return how many mentions each entry has that has any: everyone's, a model's only if it is named."""
    with file.reading() as view:
        return links.counts(view, models)
