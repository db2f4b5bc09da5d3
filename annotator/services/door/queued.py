"""Actions that were made while somebody else wrote: queued until they can be written."""

from collections.abc import Sequence

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.change import Changes
from annotator.services.door.watched_edits import WatchedEdits
from annotator.services.undo import History, push
from annotator.store.edits import Edit, EditStream
from annotator.store.journal import Journal


class Queued(msgspec.Struct, frozen=True):
    """One action that waits, and what it touches.

    `undoes` names the action it takes back; `undoable` is False for registering people.
    """

    action: str
    edits: Sequence[Edit] | EditStream
    undoes: str | None = None
    undoable: bool = True
    changes: Changes = Changes()


def written(journal: Journal, annotator: str, queued: Queued) -> Changes:
    """Write an action that waits; what only registers people is nobody's action."""
    edits = queued.edits
    if not isinstance(edits, EditStream):
        edits = WatchedEdits(edits, check_cancelled)
    if not queued.undoable:
        return journal.found(annotator, edits)
    return journal.commit(annotator, edits, queued.undoes, queued.action)[1]


def recall(history: History, queued: Queued) -> None:
    """Make the history what it was before an action that will not be written after all.

    An action that took nothing back can be redone; one that took something back leaves that as it was.
    """
    if not queued.undoable:
        return
    was_done = queued.action in history.undoable
    del (history.undoable if was_done else history.redoable)[queued.action]
    if queued.undoes is None:
        push(history.redoable, queued.action)
    else:
        push(history.redoable if was_done else history.undoable, queued.undoes)
