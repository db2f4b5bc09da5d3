"""The registry of statements of an open project: entries added, corrected, merged and split, claims linked to them.

An entry's id stays whatever it says. Claims are everyone's: whose marks they are does not change by a merge, a split
or a recoding.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.annotator import kind_of
from annotator.domain.span import Span
from annotator.domain.statement import Agreement, ClaimFigures, Statement, checked, parents, statement_id
from annotator.errors import InputError
from annotator.services import annotate
from annotator.services.door.file import ProjectFile
from annotator.services.mentions import Mention, in_lines, quoted_in_lines
from annotator.services.statement_finder import StatementSearch, as_found
from annotator.store import annotations, links, statements
from annotator.store.connection import Connection
from annotator.store.edits import Edit
from annotator.text.normalize import normal_form


class Recoded(msgspec.Struct, frozen=True):
    """A claim that a recoding changes: where it stands, and the statement it said before."""

    claim: Mention
    before: str | None


def listed(file: ProjectFile) -> list[Statement]:
    """Return the registry, in the order its entries came."""
    with file.reading() as view:
        return statements.statements(view)


def one(file: ProjectFile, id: str) -> Statement:
    """Return the entry with this id, or raise NotFoundError."""
    with file.reading() as view:
        return statements.entry(view, id)


def find(file: ProjectFile, query: str, limit: int = 12) -> list[Statement]:
    """Return the entries that may be meant by words in any spelling, the likeliest first.

    Entries that were merged are found by their own words still.
    """
    return file.companion(StatementSearch).find(query, limit)


def claims(
    file: ProjectFile,
    id: str | None = None,
    query: str = "",
    models: Collection[str] = (),
    limit: int | None = None,
) -> list[Mention]:
    """Return the claims that say a statement, or (None) none yet, with the line they stand in; `limit`: the first.

    `query`: only those that say these words, in any spelling. Everyone's, a model's only if it is named.
    """
    wanted = normal_form(query)
    with file.reading() as view:
        found = [
            span
            for span in annotations.claims(view, id)
            if kind_of(span.annotator) != "model" or span.annotator in models
        ]
        placed = (claim for claim in in_lines(view, found) if as_found(wanted, claim.hit.text))
        return list(islice(placed, limit))


def claim_counts(file: ProjectFile, models: Collection[str] = ()) -> dict[str, int]:
    """Return how many claims each entry has that has any: everyone's, a model's only if it is named."""
    with file.reading() as view:
        return links.claim_counts(view, models)


def claim_figures(file: ProjectFile, models: Collection[str] = ()) -> dict[str | None, ClaimFigures]:
    """Return the figures of each entry that has a claim, and (None) of the claims that say none yet.

    Everyone's claims count, a model's only if it is named.
    """
    with file.reading() as view:
        return links.claim_figures(view, models)


def add(file: ProjectFile, text: str, parent_id: str | None = None, note: str = "", color: str = "") -> Statement:
    """Register a statement; the same words (normalised) are the same entry, which stays as it is."""
    with file.acting() as act:
        made = _registered(file, act.connection, text)
        if not statements.has_entry(act.connection, made.id):
            made = checked(msgspec.structs.replace(made, parent_id=parent_id, note=note, color=color))
            _check_parent(act.connection, made)
            act.edits.append(statements.statement_row(made))
    return made


def state(file: ProjectFile, span_id: str, text: str, agreement: Agreement | None = None) -> Statement:
    """Register a statement, or find the entry with these words, and link my claim to it: one action."""
    with file.acting() as act:
        span = annotate.held_span(act.connection, span_id)
        act.check_mine(span)
        made = _registered(file, act.connection, text)
        linked = msgspec.structs.replace(span, statement_id=made.id, agreement=agreement)
        annotate.check_claim(act.scheme, linked)
        if not statements.has_entry(act.connection, made.id):
            act.edits.append(statements.statement_row(made))
        if linked != span:
            act.edits.append(annotations.span_row(linked, span))
    return made


def update(
    file: ProjectFile,
    id: str,
    *,
    text: str | UnsetType = UNSET,
    parent_id: str | UnsetType | None = UNSET,
    note: str | UnsetType = UNSET,
    color: str | UnsetType = UNSET,
) -> Statement:
    """Correct an entry; what is not given stays as it is, and so does its id. One action.

    Raises NotFoundError, or InputError for blank words, those of another entry, a circle of parents or no colour.
    """
    given: dict[str, Any] = {"text": text, "parent_id": parent_id, "note": note, "color": color}
    wanted = {key: value for key, value in given.items() if value is not UNSET}
    with file.acting() as act:
        held = statements.entry(act.connection, id)
        made = checked(msgspec.structs.replace(held, **wanted))
        if normal_form(made.text) != normal_form(held.text):
            _check_free(file, made.text)
        if made.parent_id != held.parent_id:
            _check_parent(act.connection, made)
        if made != held:
            act.edits.append(statements.statement_row(made, held))
    return made


def merge(file: ProjectFile, keep_id: str, other_ids: Sequence[str]) -> Statement:
    """Make several entries one, in one action: it keeps its words and gains the notes and claims of all."""
    with file.acting() as act:
        keep = statements.entry(act.connection, keep_id)
        gone = [statements.entry(act.connection, one) for one in dict.fromkeys(other_ids) if one != keep_id]
        notes = dict.fromkeys(one.note for one in (keep, *gone) if one.note.strip())
        parent = None if keep.parent_id in {one.id for one in gone} else keep.parent_id
        made = msgspec.structs.replace(keep, note="\n".join(notes), parent_id=parent)
        if gone:
            act.edits += [
                statements.statement_row(made, keep),
                *(statements.merged_row(one.id, made.id) for one in gone),
            ]
    return made


def split(file: ProjectFile, id: str | None, span_ids: Iterable[str], *, text: str) -> Statement:
    """Move some claims of an entry, or (None) some that say none yet, to a new one beside it, in one action.

    Raises NotFoundError, or InputError for a span that is no claim of it, no span at all, or words that an entry has.
    """
    wanted = set(span_ids)
    with file.acting() as act:
        held = None if id is None else statements.entry(act.connection, id)
        moving = [span for span in annotations.claims(act.connection, id) if span.id in wanted]
        if not moving or len(moving) < len(wanted):
            raise _wrong_claims(held)
        _check_free(file, text)
        fresh = _registered(file, act.connection, text)
        made = msgspec.structs.replace(fresh, parent_id=None if held is None else held.parent_id)
        act.edits += [statements.statement_row(made), *_relinked(moving, made.id)]
    return made


def _wrong_claims(held: Statement | None) -> InputError:
    if held is None:
        return InputError("Choose claims that say no statement yet to link them to the new one.")
    return InputError("Choose claims of {name!r} to move to the new statement.", name=held.text)


def remove(file: ProjectFile, id: str) -> None:
    """Take an entry out of the registry. Raises NotFoundError, or InputError while a claim is linked to it.

    Narrower statements become those of its parent.
    """
    with file.acting() as act:
        held = statements.entry(act.connection, id)
        if count := len([one for one in annotations.claims(act.connection, id) if kind_of(one.annotator) != "model"]):
            raise InputError(
                "{name!r} has {count} claims; merge it with another statement, or link them elsewhere first.",
                name=held.text,
                count=count,
            )
        act.edits += _relinked(annotations.claims(act.connection, id), None)
        narrower = [one for one in statements.statements(act.connection) if one.parent_id == id]
        act.edits += [
            statements.statement_row(msgspec.structs.replace(one, parent_id=held.parent_id), one) for one in narrower
        ]
        act.edits += statements.removed_rows(act.connection, id)


def recoding(
    file: ProjectFile, span_ids: Iterable[str], id: str | None, agreement: Agreement | UnsetType | None = UNSET
) -> list[Recoded]:
    """Return what `recode` would change: the claims that say another statement, or none, with what they say now."""
    with file.reading() as view:
        found = _to_recode(view, file, span_ids, id, agreement)
        return [Recoded(claim, claim.span.statement_id) for claim in quoted_in_lines(view, found)]


def recode(
    file: ProjectFile, span_ids: Iterable[str], id: str | None, agreement: Agreement | UnsetType | None = UNSET
) -> int:
    """Link these claims, whoever marked them, to another statement, or (None) to none; one action.

    `agreement` not given: each claim keeps the one it has. Return how many claims were changed.
    Raises NotFoundError for an unknown id, InputError for what is no claim.
    """
    with file.acting() as act:
        found = _to_recode(act.connection, file, span_ids, id, agreement)
        act.edits += _relinked(found, id, agreement)
    return len(found)


def _to_recode(
    connection: Connection,
    file: ProjectFile,
    span_ids: Iterable[str],
    id: str | None,
    agreement: Agreement | UnsetType | None,
) -> list[Span]:
    if id is not None:
        statements.entry(connection, id)
    spans = [annotate.held_span(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    for span in spans:
        annotate.check_claim(file.scheme, msgspec.structs.replace(span, statement_id=id or "-"))
    return [span for span in spans if span != _linked(span, id, agreement)]


def _linked(span: Span, id: str | None, agreement: Agreement | UnsetType | None = UNSET) -> Span:
    kept = span.agreement if agreement is UNSET else agreement
    return msgspec.structs.replace(span, statement_id=id, agreement=None if id is None else kept)


def _relinked(spans: Iterable[Span], id: str | None, agreement: Agreement | UnsetType | None = UNSET) -> list[Edit]:
    return [annotations.span_row(_linked(span, id, agreement), span) for span in spans]


def _registered(file: ProjectFile, connection: Connection, text: str) -> Statement:
    """The entry with these words, or what is to become it."""
    fresh = checked(Statement(id="", text=text))
    known = file.companion(StatementSearch).exact(text)
    return (
        statements.entry(connection, known)
        if known is not None
        else msgspec.structs.replace(fresh, id=_fresh_id(connection, text))
    )


def _fresh_id(connection: Connection, text: str) -> str:
    """The id that these words make, unless an entry that says something else by now has it."""
    spelled, turn = normal_form(text), 1
    while statements.is_taken(connection, statement_id(spelled)):
        turn += 1
        spelled = f"{normal_form(text)}\n{turn}"
    return statement_id(spelled)


def _check_free(file: ProjectFile, text: str) -> None:
    if file.companion(StatementSearch).exact(text) is not None:
        raise InputError(
            "Another statement says {name!r} already; merge the two, or choose words that tell them apart.", name=text
        )


def _check_parent(connection: Connection, statement: Statement) -> None:
    """Raise NotFoundError for a parent that is not there, InputError for one that lies below the statement itself."""
    if statement.parent_id is None:
        return
    statements.entry(connection, statement.parent_id)
    held = {one.id: one for one in statements.statements(connection)} | {statement.id: statement}
    if len(parents(held)) < sum(one.parent_id is not None for one in held.values()):
        raise InputError("{name!r} cannot belong to a statement that belongs to it.", name=statement.text)
