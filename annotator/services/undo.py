"""Undo and redo: they write inverse changes, never rewrite history, and outlive the window.

The stacks are read from the journal. An action that takes back nothing was *done*; one that takes back a done
action is an *undo*; one that takes back an undo is a *redo*.
"""

from collections.abc import Iterable, Sequence

ROWS_READ = 20_000
"""Rows of the journal that are read back when a project is opened."""


class History:
    """The stacks of my actions that can be undone and redone, as ids."""

    def __init__(self, actions: Iterable[tuple[str, str | None]] = ()) -> None:
        self.undoable: list[str] = []
        self.redoable: list[str] = []
        self._refused: set[str] = set()
        for action, undoes in actions:
            self.note(action, undoes)

    def note(self, action: str, undoes: str | None) -> None:
        """An action was written that took back `undoes` (None: it was done anew, and the redo stack is void)."""
        if undoes is None:
            self.undoable.append(action)
            self.redoable.clear()
            self._refused.clear()
        elif undoes in self.redoable:
            self.redoable.remove(undoes)
            self.undoable.append(action)
        else:
            if undoes in self.undoable:
                self.undoable.remove(undoes)
            self.redoable.append(action)

    def next(self, stack: Sequence[str]) -> str:
        """The action of a stack that is to be taken back next: the last one that was not refused before."""
        return next((action for action in reversed(stack) if action not in self._refused), stack[-1])

    def refuse(self, action: str) -> None:
        """Others rest on an action, so it stays where it is, and does not stand in the way of older ones."""
        self._refused.add(action)

    def forget(self, action: str) -> None:
        """Newer work has replaced an action, so that there is nothing left to take back."""
        for stack in (self.undoable, self.redoable):
            if action in stack:
                stack.remove(action)
