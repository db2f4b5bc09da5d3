"""Statements: what is said, in canonical sentences. Claims that say the same are linked to one of them."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from annotator.domain.text_limits import ID_LENGTH, NOTE_LENGTH, check_words
from annotator.errors import InputError

STATEMENT_NAMESPACE = "6d75736e-6164-5000-8000-737461746d74"
TEXT_LENGTH = 4000
"""The most code points of a statement: a sentence, or two."""

Agreement = Literal["yes", "no", "unclear"]
"""The answer of the source of a claim to the statement that the claim is linked to."""
AGREEMENTS: tuple[Agreement, ...] = get_args(Agreement)

_COLOR = re.compile(r"#[0-9a-f]{6}")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the registry: a sentence, the wider statement it belongs to, a note, a colour such as `#1f78b4`.

    The id is made of the first wording and stays when that is changed.
    """

    id: str
    text: str
    parent_id: str | None = None
    note: str = ""
    color: str = ""


class ClaimFigures(msgspec.Struct, frozen=True):
    """The counts of a statement: the claims that say it, their articles, and who of their sources agrees."""

    claims: int = 0
    articles: int = 0
    yes: int = 0
    no: int = 0
    unclear: int = 0


def statement_id(normalized_text: str) -> str:
    """Return the id under which two colleagues who never talked meet on one statement (uuid5, 32 hex digits)."""
    import uuid

    return uuid.uuid5(uuid.UUID(STATEMENT_NAMESPACE), normalized_text).hex


def checked(statement: Statement) -> Statement:
    """Return the entry as a registry may hold it, its colour in small letters.

    Raises InputError for a blank sentence, one that is too long, or what is no colour.
    """
    if not statement.text.strip():
        raise InputError("A statement needs words.")
    check_words(statement.text, TEXT_LENGTH)
    check_words(statement.note, NOTE_LENGTH)
    for id in (statement.id, statement.parent_id or ""):
        check_words(id, ID_LENGTH)
    color = statement.color.strip().lower()
    if color and not _COLOR.fullmatch(color):
        raise InputError("{text!r} is no colour; write it like #1f78b4, or leave it empty.", text=color[:40])
    return statement if color == statement.color else msgspec.structs.replace(statement, color=color)


def as_agreement(text: str) -> Agreement:
    """Return what a person wrote as an agreement. Raises InputError."""
    found = next((one for one in AGREEMENTS if one == text), None)
    if found is None:
        raise InputError("{text!r} is no agreement: use yes, no or unclear.", text=text[:40])
    return found


def parents(statements: Mapping[str, Statement]) -> dict[str, str]:
    """Return the wider statement of each that has one here. A circle is cut at its first id, which then has none."""
    wider = {one.id: one.parent_id for one in statements.values() if one.parent_id in statements}
    for start in sorted(wider):
        seen, at = {start}, wider.get(start)
        while at is not None and at not in seen:
            seen.add(at)
            at = wider.get(at)
        if at == start:
            del wider[start]
    return {one: parent for one, parent in wider.items() if parent is not None}
