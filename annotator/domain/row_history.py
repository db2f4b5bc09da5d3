"""The history of one row of the journal: which change each of its columns owes its value to, and what an undo of one
action may restore of it.

A column that an undo restored owes its value to the same change as before: what was taken back does not stand any
more, so it keeps nobody from taking back what came before it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.change import Change, Reason, revives

Row = Mapping[str, Any]
PRESENCE = ""
"""Stands beside the columns for whether the row is there at all."""

TOGETHER: Mapping[str, tuple[str, ...]] = {"spans": ("label", "attributes"), "relations": ("label", "attributes")}
"""Columns of a table that say one thing: where one changes, all are written, and restored together or not at all."""


class Moment(msgspec.Struct, frozen=True):
    """A row between two changes: its columns (as they were last, if it is deleted), the uid of the change to which
    each column and its presence are owed, and who touched each last."""

    exists: bool = False
    row: Row = {}
    owed: Mapping[str, str] = {}
    by: Mapping[str, str] = {}

    def owes(self, column: str) -> str | None:
        """Return the change to which a column is owed; one that came later than the row is empty since the row is."""
        return self.owed.get(column, self.owed.get(PRESENCE))


class Newer(msgspec.Struct, frozen=True):
    """Newer work that an undo leaves alone: in which columns (none: the whole row), and whose it is."""

    columns: tuple[str, ...]
    reason: Reason
    annotator: str


class Restored(msgspec.Struct, frozen=True):
    """The effect of an undo on a row: `row` to put (None: delete it) if `changes`, and the newer work it
    leaves alone.
    """

    changes: bool = False
    row: Row | None = None
    newer: Newer | None = None


def restored(history: Sequence[Change], action: str) -> Restored:
    """Return the effect of undoing an action on the row with this history (all of it, in the order of stamps)."""
    return _at_a_glance(history, action) or _restored(history, action)


def _at_a_glance(history: Sequence[Change], action: str) -> Restored | None:
    """Return the effect where nothing has happened to the row since, and the history says it without being replayed."""
    *earlier, last = history
    if last.action != action or any(one.action == action for one in earlier):
        return None
    before = earlier[-1].row if earlier else None
    if last.row is None:
        return Restored(changes=True, row=before) if before is not None and "id" in before else None
    if before is None:
        return Restored(changes=True) if "id" in last.row else None
    was_there, row = False, dict[str, Any]()
    for one in earlier:
        was_there = one.row is not None and (was_there or revives(one.action, one.row))
        row |= one.row or {}
    return _columns_put(last.table, row, last.row) if was_there else None


def _columns_put(table: str, before: Row, after: Row) -> Restored:
    """Return the effect of undoing what led from one state of a row to another, where nothing newer stands."""
    changed = [column for column in after if before.get(column) != after[column]]
    columns = _with_companions(table, changed)
    return Restored(changes=True, row={column: before.get(column) for column in columns}) if changed else Restored()


def _restored(history: Sequence[Change], action: str) -> Restored:
    moments, now = _replayed(history)
    before, after = moments[action]
    if not after.exists:
        return _brought_back(after, now) if before.exists else Restored()
    if not before.exists:
        return _taken_away(after, now)
    return _columns_restored(next(iter(history), None), before, after, now)


def _brought_back(after: Moment, now: Moment) -> Restored:
    """The action deleted the row. It comes back with what others did to it unaware of that."""
    if now.owed[PRESENCE] == after.owed[PRESENCE]:
        return Restored(changes=True, row=now.row)
    return Restored(newer=Newer((), "changed" if now.exists else "deleted", now.by[PRESENCE]))


def _taken_away(after: Moment, now: Moment) -> Restored:
    """The action made the row. It goes only as it was made: what somebody changed of it since is their work."""
    if not now.exists:
        return Restored()
    newer = [column for column, change in now.owed.items() if after.owes(column) != change]
    if newer:
        return Restored(newer=Newer((), "changed", now.by[newer[0]]))
    return Restored(changes=True)


def _columns_restored(first: Change | None, before: Moment, after: Moment, now: Moment) -> Restored:
    """The action changed columns of the row."""
    changed = [column for column in after.row if before.row.get(column) != after.row[column]]
    if not changed:
        return Restored()
    if not now.exists:
        return Restored(newer=Newer((), "deleted", now.by[PRESENCE]))
    table = first.table if first is not None else ""
    newer = _with_companions(table, [column for column in changed if now.owed[column] != after.owed[column]])
    free = [column for column in _with_companions(table, changed) if column not in newer]
    # Where both led to the same value, there is nothing to tell.
    kept = [column for column in newer if now.row.get(column) != before.row.get(column)]
    return Restored(
        changes=bool(free),
        row={column: before.row.get(column) for column in free},
        newer=Newer(tuple(kept), "changed", now.by[kept[0]]) if kept else None,
    )


def _with_companions(table: str, columns: Sequence[str]) -> list[str]:
    companions = TOGETHER.get(table, ())
    return list(dict.fromkeys((*columns, *(() if set(companions).isdisjoint(columns) else companions))))


def _replayed(history: Iterable[Change]) -> tuple[dict[str, tuple[Moment, Moment]], Moment]:
    """For each action the row before its first change and after its last one; and the row as it is now."""
    moments: dict[str, tuple[Moment, Moment]] = {}
    now = Moment()
    for change in history:
        before, _ = moments.get(change.action, (now, now))
        taken_back, _ = moments.get(change.undoes or "", (None, None))
        now = _after(now, change, taken_back)
        moments[change.action] = before, now
    return moments, now


def _after(now: Moment, change: Change, taken_back: Moment | None) -> Moment:
    """The row after a change; `taken_back` is the row as it was before the action that this change takes back."""
    if change.row is None:
        if not now.exists:
            return now
        deletion = _owed(change, taken_back, PRESENCE, same=taken_back is not None and not taken_back.exists)
        return Moment(
            exists=False,
            row=now.row,
            owed={**now.owed, PRESENCE: deletion},
            by={**now.by, PRESENCE: change.annotator},
        )
    row = {**now.row, **change.row}
    comes_back = not now.exists and revives(change.action, change.row)
    # A row that comes back is new as a whole.
    changed = [one for one in row if comes_back or one not in now.row or now.row[one] != row[one]]
    owed = {column: _owed(change, taken_back, column, same=_same(taken_back, row, column)) for column in changed}
    if comes_back:
        owed[PRESENCE] = _owed(change, taken_back, PRESENCE, same=taken_back is not None and taken_back.exists)
    return Moment(
        exists=now.exists or comes_back,
        row=row,
        owed={**now.owed, **owed},
        by={**now.by, **dict.fromkeys(owed, change.annotator)},
    )


def _owed(change: Change, taken_back: Moment | None, column: str, *, same: bool) -> str:
    """The change that a column owes its value to after this one, which gave it the `same` value as before or not."""
    if taken_back is not None and same:
        return taken_back.owes(column) or change.uid
    return change.uid


def _same(taken_back: Moment | None, row: Row, column: str) -> bool:
    return taken_back is not None and taken_back.exists and taken_back.row.get(column) == row.get(column)
