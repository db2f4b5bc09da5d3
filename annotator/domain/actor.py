"""Entries of the project's registry of actors."""

import msgspec

ACTOR_NAMESPACE = "6d75736e-6164-5000-8000-6163746f7273"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor: canonical name, kind, other names (kunya, titles, transliterations), Wikidata id, note."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    note: str = ""


def actor_id(kind: str, normalized_name: str) -> str:
    """The id under which two colleagues who never talked meet on the same actor (uuid5, 32 hex digits)."""
    import uuid

    return uuid.uuid5(uuid.UUID(ACTOR_NAMESPACE), f"{kind}\n{normalized_name}").hex
