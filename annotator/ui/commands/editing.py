"""Undo and redo, which say what they would take back, and copying."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence

from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.feature import Feature
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.change import Changes
    from annotator.domain.deed import Deed
    from annotator.ui.session import Session

MANY_ROWS = 300
"""Rows of an action from which on it is taken back in the background: a tenth of a second's work."""
NAME_AFTER_MS = 500
"""Milliseconds of quiet after which it is read what would be taken back: no key that marks waits for it, and a tip
comes later. The menu reads it when it opens.
"""


class Editing(Feature):
    """Undo and redo, and what goes to the clipboard as text."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._deeds: dict[bool, Deed | None] = {}
        """The deeds that undo (False) and redo (True) would be about; one that was not read yet is missing."""

    def attach(self) -> None:
        self._soon = QTimer(self.shell.over, singleShot=True, interval=NAME_AFTER_MS)
        self._soon.timeout.connect(self._read)
        self.shell.registry.menu("edit").aboutToShow.connect(self._read)

    def start(self, session: "Session") -> None:
        session.written.connect(self._forget)
        after_painting(NAME_AFTER_MS, self.shell.over, self._read)

    def stop(self) -> None:
        self._soon.stop()
        self._deeds = {}

    def _forget(self) -> None:
        self._deeds = {}
        self._soon.start()

    def _read(self) -> None:
        """Name both actions for menu and tool bar."""
        if self.shell.session is None:
            return
        for again in (False, True):
            self.deed(again=again)
        self.shell.registry.say_anew("edit.undo", "edit.redo")

    def deed(self, *, again: bool) -> "Deed | None":
        """Return what undo, or (`again`) redo, would be about now; None where that is not told."""
        if again not in self._deeds:
            self._deeds[again] = None if self.shell.session is None else self.session.project.next_deed(again=again)
        return self._deeds[again]

    def _title(self, *, again: bool) -> str:
        deed = self._deeds.get(again)
        if deed is None or self.shell.session is None:
            return tr("Redo") if again else tr("Undo")
        from annotator.ui.deed_words import deed_words

        what = deed_words(deed, self.session.scheme)
        return tr("Redo: {what}", what=what) if again else tr("Undo: {what}", what=what)

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="edit.undo",
                title=partial(self._title, again=False),
                icon="undo",
                shortcut=QKeySequence.StandardKey.Undo,
                menu="edit",
                toolbar=True,
                begins_group=True,
                enabled=lambda now: now.can_undo,
                # A page that covers the article stays: it shows itself what changed.
                run=lambda: self._take_back(again=False),
            ),
            Action(
                id="edit.redo",
                title=partial(self._title, again=True),
                icon="redo",
                shortcut=QKeySequence.StandardKey.Redo,
                more_keys=("Ctrl+Shift+Z", "Ctrl+Y"),
                menu="edit",
                toolbar=True,
                enabled=lambda now: now.can_redo,
                run=lambda: self._take_back(again=True),
            ),
            Action(
                id="edit.copy",
                title="Copy",
                shortcut=QKeySequence.StandardKey.Copy,
                menu="edit",
                begins_group=True,
                enabled=lambda now: now.text != "" or now.has_mark,
                run=lambda: copy(self.shell),
            ),
        ]

    def _take_back(self, *, again: bool) -> None:
        """Undo, or redo (`again`), say what that was, and what newer work was left alone."""
        shell, session = self.shell, self.shell.session
        if session is None:
            return
        deed, project = self.deed(again=again), session.project
        take_back = project.redo if again else project.undo

        def show(changes: "Changes | None") -> None:
            if shell.session is session and changes is not None:
                session.show_place(changes, stay=shell.covered)
                _tell(shell, session, deed, changes, again=again)

        if project.next_size(again=again) > MANY_ROWS:
            shell.tasks.run(lambda _: take_back(), show, label=tr("Taking back a large change"))
        else:
            show(take_back())


def _tell(shell: Shell, session: "Session", deed: "Deed | None", changes: "Changes", *, again: bool) -> None:
    """Say what was taken back or done again, where that is not in sight, and what newer work was left alone."""
    from annotator.ui.deed_words import line_words
    from annotator.ui.message_bar import Offer
    from annotator.ui.undo_words import words

    told = [] if deed is None or changes.kept else [line_words(deed, session.scheme, 2 if again else 1)]
    elsewhere = _elsewhere(shell, session, changes)
    if elsewhere is not None:
        told.append(tr("In the article {title!r}.", title=elsewhere[1]))
    told += [words(changes.kept)] if changes.kept else []
    if told:
        offer = None if elsewhere is None else Offer(tr("Show"), partial(_show, shell, elsewhere[0]))
        shell.messages.tell("warning" if changes.kept else "info", "  ".join(told), offer=offer)


def _elsewhere(shell: Shell, session: "Session", changes: "Changes") -> tuple[str, str] | None:
    """Return the id and title of the one article that changed, if it is not in sight."""
    shown = None if session.document is None or shell.covered else session.document.id
    if len(changes.documents) != 1 or shown in changes.documents:
        return None
    return next(((one.id, one.title) for one in session.summaries() if one.id in changes.documents), None)


def _show(shell: Shell, document_id: str) -> None:
    shell.change(lambda session: session.show(document_id))
    shell.rooms.enter("article")


def copy(shell: Shell) -> None:
    """Copy the selected text, or else what the selected mark says."""
    text = shell.selected_text()
    session = shell.session
    if not text and session is not None and session.document is not None and session.selected is not None:
        text = session.selected.quote(session.document.text)
    QGuiApplication.clipboard().setText(text)
