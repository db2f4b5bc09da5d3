"""Entries of the project's registry of actors."""

import re

import msgspec

ACTOR_NAMESPACE = "6d75736e-6164-5000-8000-6163746f7273"


_WIKIDATA = re.compile(r"(?:(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/|wd:)?(Q[1-9][0-9]*)", re.IGNORECASE)


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor: canonical name, kind, other names (kunya, titles, transliterations), Wikidata id, note.

    The id is made of the first name and kind; it stays when either is changed, so that nothing that points to the
    entry (a mention, a table, a colleague's file) has to follow.
    """

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


def wikidata_id(text: str) -> str | None:
    """The Q number in what somebody wrote, which may be the address of its page; None if there is none."""
    found = _WIKIDATA.fullmatch(text.strip())
    return found[1].upper() if found else None
