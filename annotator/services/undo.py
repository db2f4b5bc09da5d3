"""Undo and redo: they write inverse changes, never rewrite history, and outlive the window.

The stacks are read from the journal. An action that takes back nothing was *done*; one that takes back a done
action is an *undo*; one that takes back an undo is a *redo*.
"""

from collections.abc import Callable, Iterable

from annotator.domain.change import Change
from annotator.store.journal import Edit

ROWS_READ = 20_000
"""How far back the journal is read when a project is opened, in rows."""


class History:
    """Which of my actions can be undone and redone, as stacks of action ids."""

    def __init__(self, actions: Iterable[tuple[str, str | None]] = ()) -> None:
        self.undoable: list[str] = []
        self.redoable: list[str] = []
        for action, undoes in actions:
            self.note(action, undoes)

    def note(self, action: str, undoes: str | None) -> None:
        """An action was written that took back `undoes` (None: it was done anew, and the redo stack is void)."""
        if undoes is None:
            self.undoable.append(action)
            self.redoable.clear()
        elif undoes in self.redoable:
            self.redoable.remove(undoes)
            self.undoable.append(action)
        else:
            if undoes in self.undoable:
                self.undoable.remove(undoes)
            self.redoable.append(action)


def inverse(changes: Iterable[Change], before: Callable[[Change], Edit]) -> list[Edit]:
    """The edits that take these changes back, last first; a row changed twice goes back to where it began."""
    edits: dict[tuple[str, str], Edit] = {}
    for change in changes:
        edits.setdefault((change.table, change.row_id), before(change))
    return list(reversed(edits.values()))
