"""Entries of the project's registry of actors."""

import re

import msgspec

from annotator.domain.text_limits import ID_LENGTH, NAME_LENGTH, NOTE_LENGTH, check_words
from annotator.errors import InputError

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


def checked(actor: Actor) -> Actor:
    """Return the entry as a registry may hold it: its item as a Q number, no alias blank or twice.

    Raises InputError for a blank name or kind, one that is no name any more, or what is no Wikidata item.
    """
    if not actor.name.strip():
        raise InputError("An actor needs a name.")
    if not actor.kind.strip():
        raise InputError("The actor {name!r} needs a kind.", name=actor.name)
    for text in (actor.name, actor.kind, *actor.aliases):
        check_words(text, NAME_LENGTH)
    check_words(actor.note, NOTE_LENGTH)
    check_words(actor.id, ID_LENGTH)
    aliases = tuple(dict.fromkeys(alias for alias in actor.aliases if alias.strip()))
    item = checked_item(actor.wikidata) if actor.wikidata else None
    return msgspec.structs.replace(actor, aliases=aliases, wikidata=item)


def checked_item(text: str) -> str:
    """Return the Q number in what somebody wrote; InputError if there is none."""
    item = wikidata_id(text)
    if item is None:
        raise InputError("{text!r} is no Wikidata item; write it like Q42, or leave it empty.", text=text.strip())
    return item


def wikidata_id(text: str) -> str | None:
    """The Q number in what somebody wrote, which may be the address of its page; None if there is none."""
    found = _WIKIDATA.fullmatch(text.strip())
    return found[1].upper() if found else None
