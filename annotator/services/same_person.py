"""One person under two names: the changes of one are signed anew as the other's, the same way on every machine.

Whose marks are whose is decided by the names that they were made under, so a second name cannot simply be struck out.
Instead every change of the one is replaced by a change of the other that is derived from it: the same ones here and
on any machine on which the two are said to be one, however often.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from annotator.domain.annotator import check_handle, kind_of
from annotator.domain.change import Change
from annotator.domain.ids import digest
from annotator.errors import InputError
from annotator.text.folding import fold

NAMING = ("from_id", "to_id", "span_id", "reply_to", "derived_from")
"""Columns that name a row which is somebody's."""
OWNED = frozenset({"annotation_sets", "spans", "relations", "refusals", "comments"})


def alike(theirs: Iterable[str], ours: Iterable[str]) -> list[tuple[str, str]]:
    """Return the names that come and are nobody's here, but differ from one of ours only as spellings do."""
    held = {_plain(one): one for one in ours}
    known = set(held.values())
    return [(one, held[_plain(one)]) for one in theirs if one not in known and _plain(one) in held]


def checked(names: Mapping[str, str]) -> dict[str, str]:
    """Return names ({theirs: ours}) without those that are the same. Raises InputError for a name that is none.

    A person is no model and not the gold reading.
    """
    for theirs, ours in names.items():
        if kind_of(theirs) != kind_of(check_handle(ours)):
            raise InputError("{theirs!r} and {ours!r} cannot be one person.", theirs=theirs, ours=ours)
    return {theirs: ours for theirs, ours in names.items() if theirs != ours}


def _plain(handle: str) -> str:
    return "".join(letter for letter in fold(handle).form.casefold() if letter.isalnum())


def renamed(changes: Iterable[Change], names: Mapping[str, str]) -> list[Change]:
    """Return changes with those of the people in `names` signed by who they are."""
    held = list(changes)
    owned = {
        one.row_id: names[str(one.row["annotator"])]
        for one in held
        if one.table in OWNED and one.row is not None and one.row.get("annotator") in names
    }
    return [_renamed(one, names, owned) for one in held]


def _renamed(change: Change, names: Mapping[str, str], owned: Mapping[str, str]) -> Change:
    is_owned = change.table in OWNED and change.row_id in owned
    row = None if change.row is None else _row(change, names, owned)
    row_id = _id(change, owned, names)
    if change.table == "annotators":
        # The other name is nobody's, so it need not be known.
        return change
    if not is_owned and change.annotator not in names and row == change.row:
        return change
    return msgspec.structs.replace(
        change,
        uid=digest(f"{change.uid}\n{names.get(change.annotator, change.annotator)}"),
        replica=digest(f"{change.replica}\nrenamed")[:16],
        stamp=change.stamp.rpartition("-")[0] + "-" + digest(f"{change.replica}\nrenamed")[:16],
        annotator=names.get(change.annotator, change.annotator),
        row_id=row_id,
        row=row,
    )


def _id(change: Change, owned: Mapping[str, str], names: Mapping[str, str]) -> str:
    if change.table not in OWNED or change.row_id not in owned:
        return change.row_id
    if change.table == "annotation_sets":
        document, _, handle = change.row_id.rpartition("/")
        return f"{document}/{names.get(handle, handle)}"
    return digest(f"{change.row_id}\n{owned[change.row_id]}")


def _row(change: Change, names: Mapping[str, str], owned: Mapping[str, str]) -> dict[str, Any]:
    row = dict(change.row or {})
    if "id" in row:
        row["id"] = _id(change, owned, names)
    if row.get("annotator") in names:
        row["annotator"] = names[row["annotator"]]
    for column in NAMING:
        if row.get(column) in owned:
            row[column] = digest(f"{row[column]}\n{owned[row[column]]}")
    return row
