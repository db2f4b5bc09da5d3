"""Undo and redo: they write inverse changes, never rewrite history, and outlive the window.

The stacks are read from the journal. An action that takes back nothing was *done*; one that takes back a done
action is an *undo*; one that takes back an undo is a *redo*.
"""

from collections.abc import Iterable

ROWS_READ = 20_000
"""Rows of the journal that are read back when a project is opened."""


Stack = dict[str, None]
"""The ids of actions, the last one on top; a dictionary, because all of them are looked for at every action."""


class History:
    """The stacks of my actions that can be undone and redone."""

    def __init__(self, actions: Iterable[tuple[str, str | None]] = ()) -> None:
        self.undoable: Stack = {}
        self.redoable: Stack = {}
        self._refused: set[str] = set()
        for action, undoes in actions:
            self.note(action, undoes)

    def note(self, action: str, undoes: str | None) -> None:
        """An action was written that took back `undoes` (None: it was done anew, and the redo stack is void)."""
        if undoes is None:
            push(self.undoable, action)
            self.redoable.clear()
            self._refused.clear()
        elif undoes in self.redoable:
            del self.redoable[undoes]
            push(self.undoable, action)
        else:
            self.undoable.pop(undoes, None)
            push(self.redoable, action)

    def next(self, stack: Stack) -> str:
        """The action of a stack that is to be taken back next: the last one that was not refused before."""
        wanted = (action for action in reversed(stack) if action not in self._refused)
        return next(wanted, None) or next(reversed(stack))

    def refuse(self, action: str) -> None:
        """Others rest on an action, so it stays where it is, and does not stand in the way of older ones."""
        self._refused.add(action)

    def forget(self, action: str) -> None:
        """Newer work has replaced an action, so that there is nothing left to take back."""
        for stack in (self.undoable, self.redoable):
            stack.pop(action, None)


def push(stack: Stack, action: str) -> None:
    """Put an action on top of a stack, wherever in it it was."""
    stack.pop(action, None)
    stack[action] = None
