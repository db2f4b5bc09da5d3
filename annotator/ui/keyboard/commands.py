"""Brings commands of the keyboard (Ctrl+C, Alt+F) to windows, menus and text fields by the places of the keys."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTextEdit,
    QWidget,
)

from annotator.ui.keyboard import events
from annotator.ui.keyboard.dispatch import combination
from annotator.ui.keyboard.places import ARABIC

_ALT = Qt.KeyboardModifier.AltModifier
_TAKE_BACK = frozenset(combination(QKeySequence(key)).toCombined() for key in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"))
"""The keys of undo and redo, which every text field claims."""


class CommandReader:
    """Reads commands by place before anybody else does.

    The press of a key with Ctrl, Alt or Meta is passed on as the Latin layout would send it. In open menus, and
    with Alt, a letter means the title that underlines it, or the letter of the other script on the same key.
    """

    def __init__(self) -> None:
        self._passing_on = False
        self._target: QAction | QWidget | None = None

    def takes(self, window: QObject, event: QKeyEvent) -> bool:
        """Return True if nobody else may have this event of a window."""
        return not self._passing_on and self._read(window, event)

    def _read(self, window: QObject, event: QKeyEvent) -> bool:
        if (menu := _open_menu()) is not None:
            return self._in_menu(window, event, menu)
        if event.type() == QEvent.Type.KeyPress and self._target is not None:
            target, self._target = self._target, None
            _choose(target)
            return True
        placed = events.by_place(event)
        if (past := _past_field(placed or event)) is not None and self._pass_on(past, event, placed or event):
            return True
        if placed is not None and self._pass_on(window, event, placed):
            return True
        self._target = self._underlined(event)
        if self._target is not None:
            event.accept()
        return placed is not None or self._target is not None

    def _underlined(self, event: QKeyEvent) -> QAction | QWidget | None:
        """Return the action or button that Alt and this key reach in the window, if nothing further inside used the
        key.
        """
        if event.type() != QEvent.Type.ShortcutOverride or event.modifiers() != _ALT:
            return None
        return _underlined_in(QApplication.activeWindow(), event)

    def _in_menu(self, window: QObject, event: QKeyEvent, menu: QMenu | QMenuBar) -> bool:
        titles = [action.text() for action in menu.actions() if action.isVisible() and action.isEnabled()]
        char = _meant(event, titles)
        if not char or char == event.text().upper():
            return False
        self._pass_on(window, event, events.retyped(event, char, char.lower()))
        return True

    def _pass_on(self, window: QObject, event: QKeyEvent, instead: QKeyEvent) -> bool:
        """Send another event in the place of this one; True if somebody wanted it."""
        self._passing_on = True
        try:
            QCoreApplication.sendEvent(window, instead)
        finally:
            self._passing_on = False
        event.setAccepted(instead.isAccepted())
        return instead.isAccepted()


def _past_field(event: QKeyEvent) -> QWidget | None:
    """Return the window that gets undo and redo instead of the text field in which nothing could be taken back.

    A field in which something was written keeps these keys, also once all of it is taken back.
    """
    asks = event.type() == QEvent.Type.ShortcutOverride and event.keyCombination().toCombined() in _TAKE_BACK
    field = QApplication.focusWidget() if asks else None
    if isinstance(field, QComboBox | QAbstractSpinBox):
        # Its text is a field within it.
        field = field.findChild(QLineEdit)
    if isinstance(field, QLineEdit):
        return None if field.isUndoAvailable() or field.isRedoAvailable() else field.window()
    if isinstance(field, QTextEdit):
        document = field.document()
        return None if document.isUndoAvailable() or document.isRedoAvailable() else field.window()
    return None


def _open_menu() -> QMenu | QMenuBar | None:
    """The menu that hears the keys now."""
    popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
    if isinstance(popup, QMenu):
        return popup
    return focused if isinstance(focused, QMenuBar) and popup is None else None


def _meant(event: QKeyEvent, titles: Iterable[str]) -> str:
    """The letter that a title underlines and that this key means: as typed, in Latin, or in Arabic."""
    underlined = {_mnemonic(title) for title in titles}
    latin = events.letter(event)
    typed = event.text().upper()
    return next((char for char in (typed, latin, ARABIC.get(latin, "")) if char and char in underlined), "")


def _mnemonic(title: str) -> str:
    """The letter that a title underlines, upper case; empty if it underlines none."""
    sequence = QKeySequence.mnemonic(title)
    return chr(combination(sequence).key()) if sequence.count() else ""


def _underlined_in(window: QWidget | None, event: QKeyEvent) -> QAction | QWidget | None:
    targets = dict(_underlining(window)) if window is not None else {}
    char = _meant(event, targets)
    return next((target for title, target in targets.items() if char and _mnemonic(title) == char), None)


def _underlining(window: QWidget) -> Iterator[tuple[str, QAction | QWidget]]:
    """The titles of a window that underline a letter, each with what it is the title of."""
    for bar in window.findChildren(QMenuBar):
        yield from ((action.text(), action) for action in bar.actions() if action.isVisible() and action.isEnabled())
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.window() is window:
            yield button.text(), button
    for label in window.findChildren(QLabel):
        if label.isVisible() and (buddy := label.buddy()) is not None:
            yield label.text(), buddy


def _choose(target: QAction | QWidget) -> None:
    """Open a menu of the bar, press a button, or bring the focus to a field."""
    if isinstance(target, QAction):
        bars = [bar for bar in target.associatedObjects() if isinstance(bar, QMenuBar)]
        for bar in bars:
            bar.setActiveAction(target)
    elif isinstance(target, QAbstractButton):
        target.animateClick()
    else:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
