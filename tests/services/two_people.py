"""Two people at one project: what each of their actions changed, and what undoing must leave alone."""

from typing import Any

import msgspec

from annotator import Project
from annotator.domain.scheme import Scheme
from annotator.store.rows import TABLES
from annotator.store.scheme_rows import ROOT

TEXT = "قال وزير النقل سامر إنّ الأمر «كذا»، بحسب نادية، «وكذا». وأضاف سامر أن العقد جاهز."


PEOPLE = ("layla", "omar")


WHOLE = ""
"""Stands for the presence of a row."""


Column = tuple[str, str, str]


Cells = dict[Column, Any]


Difference = dict[Column, tuple[Any, Any]]


def cells(project: Project) -> Cells:
    """Every value of every row of the project; the presence of a row is a value too.

    The whole scheme is made of the rows of its parts, so it is nobody's.
    """
    found: Cells = {}
    with project.reading() as connection:
        for table in TABLES:
            for row in connection.execute(f"SELECT * FROM {table}"):
                values = dict(row)
                if (table, values["id"]) == ("settings", ROOT):
                    continue
                found[table, values["id"], WHOLE] = True
                found |= {(table, values["id"], column): value for column, value in values.items()}
    return found


class Oracle:
    """Which action each value of the project is owed to; an action that was undone owns nothing."""

    def __init__(self, now: Cells) -> None:
        self.now = now
        self.standing: dict[Column, list[int]] = {}
        self.done: list[Difference] = []

    def did(self, after: Cells) -> int | None:
        """Note an action that was done anew; its number, or None if it changed nothing."""
        changed = difference(self.now, after)
        self.now = after
        if not changed:
            return None
        self.done.append(changed)
        for column in changed:
            self.standing.setdefault(column, []).append(len(self.done) - 1)
        return len(self.done) - 1

    def owned(self, number: int) -> set[Column]:
        """The columns whose value is still that of an action."""
        return {column for column in self.done[number] if self.standing[column][-1:] == [number]}

    def undone(self, number: int, after: Cells) -> set[Column]:
        """Note an undo as it came out, which must not have touched what is not the action's; the columns restored."""
        changed = difference(self.now, after)
        assert changed.keys() <= self.owned(number), "newer work is left alone"
        for column, (_, value) in changed.items():
            assert value == self.done[number][column][0]
            self.standing[column].pop()
        self.now = after
        return set(changed)

    def redone(self, number: int, allowed: set[Column], after: Cells) -> set[Column]:
        """Note a redo as it came out; it does again at most what the undo restored and nobody changed since."""
        changed = difference(self.now, after)
        assert changed.keys() <= allowed, "newer work is left alone"
        for column, (_, value) in changed.items():
            assert value == self.done[number][column][1]
            self.standing[column].append(number)
        self.now = after
        return set(changed)


def difference(before: Cells, after: Cells) -> Difference:
    """The columns that differ, with both values."""
    columns = before.keys() | after.keys()
    return {one: (before.get(one), after.get(one)) for one in columns if before.get(one) != after.get(one)}


class Step:
    """An action on somebody's stack, and when it was done, or done again, or undone: in turns of both together.

    `below` is what each column that an undo restored owes its value to.
    """

    def __init__(self, number: int, turn: int) -> None:
        self.number = number
        self.turn = turn
        self.below: dict[Column, list[int]] = {}


class Person:
    """What one person can undo and redo, the next one last, and what was refused or had nothing left to restore."""

    def __init__(self) -> None:
        self.past: list[Step] = []
        self.future: list[Step] = []
        self.refused: set[int] = set()
        self.spent: set[int] = set()

    def next(self, stack: list[Step]) -> Step | None:
        """The action whose turn it is."""
        open_ones = [one for one in stack if one.number not in self.spent]
        return next(
            (one for one in reversed(open_ones) if one.number not in self.refused), open_ones[-1] if open_ones else None
        )


def renamed(scheme: Scheme, was: str, now: str) -> Scheme:
    """The scheme with another key for a label."""

    def other(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(now if key == was else key for key in keys)

    return msgspec.structs.replace(
        scheme,
        labels=tuple(msgspec.structs.replace(one, key=other((one.key,))[0]) for one in scheme.labels),
        relations=tuple(
            msgspec.structs.replace(one, from_=other(one.from_), to=other(one.to)) for one in scheme.relations
        ),
    )


def without_cues(scheme: Scheme) -> Scheme:
    """The scheme without its second label and what leads to it."""
    gone = scheme.labels[1].key
    relations = tuple(one for one in scheme.relations if gone not in one.to)
    roles = {one.key for one in relations}
    return msgspec.structs.replace(
        scheme,
        labels=tuple(one for one in scheme.labels if one.key != gone),
        relations=relations,
        frames=tuple(
            msgspec.structs.replace(
                one,
                roles=tuple(role for role in one.roles if role in roles),
                expected=tuple(role for role in one.expected if role in roles),
            )
            for one in scheme.frames
        ),
    )
