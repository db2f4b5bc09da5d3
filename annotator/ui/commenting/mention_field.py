"""The field in which a comment is written: Enter sends it, and @ offers the names of colleagues."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QTextEdit

from annotator.ui.article.offsets import Utf16Map

HEIGHT_PX = 84
_MENTION = re.compile(r"(?<![\w./@+-])@(\S*)$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_NAMES = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""The keys of the list of names, while it is shown."""
_SENDING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ControlModifier)


class MentionField(QTextEdit):
    """Plain text in several lines. `sent`: Enter, with Ctrl or without; `given_up`: Esc. Shift+Enter begins a line."""

    sent = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(HEIGHT_PX)
        self._handles = QStringListModel(self)
        self.names = QListView()
        """The names that are offered."""
        self.completer = QCompleter(self._handles, self)
        self.completer.setPopup(self.names)
        self.completer.setWidget(self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.completer.activated.connect(self.insert_mention)
        self.textChanged.connect(self._offer)

    def set_handles(self, handles: Sequence[str]) -> None:
        """Offer these colleagues."""
        self._handles.setStringList(list(handles))

    def insert_mention(self, handle: str) -> None:
        """Put a colleague's name in the place of what was typed of it."""
        cursor = self.textCursor()
        typed = self._typed()
        if typed is not None:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, Utf16Map(typed).length)
        cursor.insertText(f"{handle} ")
        self.setTextCursor(cursor)

    def _answer(self, event: QKeyEvent) -> None:
        """Take the chosen name, or put the list away; the arrows are left to the list."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        index = self.names.currentIndex()
        self.names.hide()
        if event.key() != Qt.Key.Key_Escape and index.isValid():
            self.insert_mention(str(index.data()))

    def _typed(self) -> str | None:
        """Return what stands between an @ and the cursor; None where no name is being typed."""
        cursor = self.textCursor()
        line = cursor.block().text()
        found = _MENTION.search(line[: Utf16Map(line).to_points(cursor.positionInBlock())])
        return None if found is None else found[1]

    def _offer(self) -> None:
        typed, popup = self._typed(), self.names
        if typed is None or not self.hasFocus():
            popup.hide()
            return
        self.completer.setCompletionPrefix(typed)
        count = self.completer.completionCount()
        if not count or (count == 1 and self.completer.currentCompletion() == typed):
            popup.hide()
            return
        box = self.cursorRect()
        box.setWidth(popup.sizeHintForColumn(0) + 40)
        self.completer.complete(box)
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter would be the window's, which says that the article is done.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.names.isVisible() and event.key() in _OF_NAMES:
            self._answer(event)
        elif event.key() in _ENTER and event.modifiers() in _SENDING:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
