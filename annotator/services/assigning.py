"""Handing documents out: who reads what, evenly or by hand, and whose marks stay hidden until then."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.decision import PURPOSES, Assignment, Purpose
from annotator.domain.moments import now
from annotator.errors import InputError
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.store import annotations, blinding, decisions, documents, settings
from annotator.store.connection import Connection
from annotator.store.edits import delete


def listed(file: ProjectFile) -> list[Assignment]:
    """Return every assignment, by document, annotator and purpose."""
    with file.reading() as connection:
        return decisions.assignments(connection)


def assign(
    file: ProjectFile,
    document_ids: Iterable[str],
    annotators: Iterable[str],
    purpose: Purpose = "read",
    blind: bool | None = None,
) -> list[Assignment]:
    """Give documents to people, each to all of them, as one action; what they have already is left as it is.

    `blind` does what `set_blind` does, in the same action; None leaves that as it is. Raises NotFoundError for a
    document, InputError for a name that no person may have and an unknown purpose.
    """
    people = list(dict.fromkeys(annotators))
    with file.acting() as act:
        given = [(document_id, who) for document_id in dict.fromkeys(document_ids) for who in people]
        _hide(act, blind)
        return given_out(act, given, purpose)


def assign_evenly(
    file: ProjectFile,
    document_ids: Sequence[str],
    annotators: Sequence[str],
    readers: int = 1,
    overlap: float = 1.0,
    seed: int = 0,
    blind: bool | None = None,
) -> list[Assignment]:
    """Give documents out so that everybody has as many as the others, as one action.

    Of the documents, the share `overlap` (0 to 1) gets `readers` people each, the rest one. The same documents, people
    and `seed` give the same result. Raises as `assign`.
    """
    given = planned_evenly(document_ids, annotators, readers, overlap, seed)
    with file.acting() as act:
        _hide(act, blind)
        return given_out(act, given, "read")


def planned_evenly(
    document_ids: Sequence[str], annotators: Sequence[str], readers: int = 1, overlap: float = 1.0, seed: int = 0
) -> list[tuple[str, str]]:
    """Return what `assign_evenly` would give: documents and people. Raises InputError as it does."""
    people = list(dict.fromkeys(annotators))
    if not 1 <= readers <= len(people):
        raise InputError("{readers} cannot read a document: name 1 to {most}.", readers=readers, most=len(people))
    if not 0 <= overlap <= 1:
        raise InputError("The share of documents that several read is between 0 and 1.")
    shuffled = sorted(dict.fromkeys(document_ids))
    random.Random(seed).shuffle(shuffled)
    several = round(len(shuffled) * overlap)
    loads = Counter(dict.fromkeys(people, 0))
    given: list[tuple[str, str]] = []
    for place, document_id in enumerate(shuffled):
        lightest = sorted(people, key=lambda who: (loads[who], people.index(who)))
        for who in lightest[: readers if place < several else 1]:
            given.append((document_id, who))
            loads[who] += 1
    return given


def my_documents(file: ProjectFile) -> frozenset[str]:
    """Return the documents that are assigned to me, to read them or to break a tie."""
    with file.reading() as connection:
        return decisions.given_to(connection, file.annotator)


def my_mark_counts(file: ProjectFile) -> dict[str, int]:
    """Return how many marks of mine each document has that has any."""
    with file.reading() as connection:
        return annotations.mark_counts(connection, file.annotator)


def unassign(file: ProjectFile, *assignment_ids: str, blind: bool | None = None) -> None:
    """Take assignments back, as one action; marks stay. One that is gone is passed over. `blind`: as in `assign`."""
    with file.acting() as act:
        _hide(act, blind)
        held = {one.id for one in decisions.assignments(act.connection)}
        act.edits += [delete("assignments", one) for one in dict.fromkeys(assignment_ids) if one in held]


def tie_breakers(file: ProjectFile, document_id: str) -> list[str]:
    """Return the people who may break a tie on a document: those who have not read it, the least loaded first."""
    with file.reading() as connection:
        return able_to_break_ties(connection, document_id, decisions.assignments(connection))


def able_to_break_ties(connection: Connection, document_id: str, held: Sequence[Assignment]) -> list[str]:
    """Return the people who have not read a document, and do not review it, the least loaded by `held` first."""
    people = [one.handle for one in annotations.annotators(connection) if one.kind == "person"]
    begun = annotations.begun_by(connection, document_id)
    loads = Counter(one.annotator for one in held)
    # Who reviews it has seen the readings.
    taken = {one.annotator for one in held if one.document_id == document_id}
    return sorted((one for one in people if one not in begun | taken), key=lambda who: (loads[who], who))


def given_out(act: Acting, given: Sequence[tuple[str, str]], purpose: Purpose) -> list[Assignment]:
    """Add the edits that give documents to people; what they have already is left as it is. Raises as `assign`."""
    if purpose not in PURPOSES:
        raise InputError("{purpose!r} is no purpose; there are: {known}.", purpose=purpose, known=", ".join(PURPOSES))
    held = {one.id: one for one in decisions.assignments(act.connection)}
    known = {one.handle for one in annotations.annotators(act.connection)}
    for who in dict.fromkeys(who for _, who in given):
        if kind_of(check_handle(who)) != "person":
            raise InputError("{handle!r} is no person, who could read a document.", handle=who)
        if who not in known:
            act.edits.append(annotations.annotator_row(Annotator(handle=who)))
    made = []
    for document_id, who in given:
        if not documents.has_document(act.connection, document_id):
            raise documents.unknown_document(document_id)
        row_id = decisions.assignment_id(document_id, who, purpose)
        one = held.get(row_id) or Assignment(
            id=row_id, document_id=document_id, annotator=who, given_by=act.annotator, made=now(), purpose=purpose
        )
        made.append(one)
        if row_id not in held:
            act.edits.append(decisions.assignment_row(one))
    return made


# Blind reading


def is_blind(file: ProjectFile) -> bool:
    """Return True if the project hides others' marks from whoever has not done a document yet."""
    with file.reading() as connection:
        return _is_blind(connection)


def set_blind(file: ProjectFile, blind: bool) -> None:
    """Hide others' marks, or show them, from now on; one action.

    On a document that somebody has not done they see their own marks and what models propose. Who hides them leads:
    they, and who is to review a document, see everybody's marks unless they read it themselves.
    """
    with file.acting() as act:
        _hide(act, blind)


def _hide(act: Acting, blind: bool | None) -> None:
    if blind is not None and _is_blind(act.connection) != blind:
        act.edits.append(settings.value_row(blinding.BLIND, act.annotator if blind else False))


def _is_blind(connection: Connection) -> bool:
    return settings.values(connection, blinding.BLIND).get(blinding.BLIND, False) is not False


hidden_documents = blinding.hidden_documents


def hidden_readings(file: ProjectFile) -> dict[str, int]:
    """Return how many readings of each annotator are hidden from me, because the project is read blind."""
    with file.reading() as connection:
        return blinding.hidden_readings(connection)


def hides_others(file: ProjectFile, document_id: str) -> bool:
    """Return True if others' marks on a document are hidden from me."""
    with file.reading() as connection:
        return blinding.is_hidden(connection, document_id, "")


def check_open(file: ProjectFile, document_id: str, annotators: Iterable[str]) -> None:
    """Raise InputError if the marks of one of these on a document are hidden from me."""
    with file.reading() as connection:
        hidden = [one for one in annotators if blinding.is_hidden(connection, document_id, one)]
    if hidden:
        raise InputError(
            "This project is read blind: the marks of {names} on this article are hidden from you until your own "
            "reading is done. Who leads the project can give you its review.",
            names=", ".join(hidden),
        )


class ReaderProgress(msgspec.Struct, frozen=True, kw_only=True):
    """The progress of a reader: documents assigned to them, begun and done, and their marks."""

    annotator: str
    assigned: int
    begun: int
    done: int
    marks: int


def progress(file: ProjectFile) -> list[ReaderProgress]:
    """Return how far every person is, and the gold reading, by handle."""
    with file.reading() as connection:
        given = Counter(one.annotator for one in decisions.assignments(connection) if one.purpose != "review")
        rows = annotations.set_counts(connection)
        handles = [one.handle for one in annotations.annotators(connection) if one.kind != "model"]
    return [
        ReaderProgress(
            annotator=who,
            assigned=given[who],
            begun=rows.get((who, "doing"), 0),
            done=rows.get((who, "done"), 0),
            marks=rows.get((who, ""), 0),
        )
        for who in handles
    ]
