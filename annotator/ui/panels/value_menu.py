"""A list of values to choose from: opened by a button or a digit, each value with a letter that chooses it."""

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.domain.scheme import Attribute, title_in
from annotator.ui.i18n import isolate, language, literal, tip, tr
from annotator.ui.keyboard import events
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.panels.segments import Choice


class ValueMenu(KeyedMenu):
    """Lists values under the title of their attribute; `chosen` carries a key, or "" for no value."""

    chosen = Signal(str)

    def __init__(
        self, title: str, choices: Sequence[Choice], current: str | None, parent: QWidget, *, clearable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("value_menu")
        self.setAccessibleName(title)
        self.aboutToHide.connect(self.deleteLater)
        self.addSection(literal(title))
        self._by_letter: dict[str, QAction] = {}
        for (key, words), letter in zip(choices, letters(key for key, _ in choices), strict=True):
            self._by_letter[letter] = self._add(f"{literal(words)}\t{letter}", key, checked=key == current)
        if clearable:
            self._add(literal(tr("No value")), "", checked=current is None)

    def _add(self, text: str, key: str, *, checked: bool) -> QAction:
        action = self.addAction(text)
        action.setObjectName(key)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda: self.chosen.emit(key))
        if checked:
            self.setActiveAction(action)
        return action

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, from the side where reading begins."""
        rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = widget.rect().bottomRight() if rtl else widget.rect().bottomLeft()
        self.popup(widget.mapToGlobal(corner + QPoint(0, 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        action = self._by_letter.get(events.letter(event) or "") if plain else None
        if action is None:
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()


class ValueButton(QToolButton):
    """Shows the value of an attribute, and opens the list of all of them; `chosen` carries a key."""

    chosen = Signal(str)

    def __init__(self, title: str, choices: Sequence[Choice], current: str | None, *, clearable: bool = False) -> None:
        super().__init__()
        self._title, self._choices, self._clearable = title, choices, clearable
        self.setToolTip(tip(title))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open_list)
        self.show_value(current)

    def show_value(self, current: str | None) -> None:
        """Show this value; None: the title of the attribute."""
        self._current = current
        word = dict(self._choices).get(current or "", self._title)
        if (text := f"{literal(isolate(word))} ▾") != self.text():
            self.setText(text)
            self.setAccessibleName(f"{isolate(self._title)}: {isolate(word)}")

    def open_list(self) -> None:
        """Open the list of the values below the button."""
        menu = ValueMenu(self._title, self._choices, self._current, self, clearable=self._clearable)
        menu.chosen.connect(self.chosen)
        menu.open_below(self)


def choices_of(attribute: Attribute) -> list[Choice]:
    """Return the values of an attribute with their titles in the language of the window."""
    return [(value.key, title_in(value.title, language(), value.key)) for value in attribute.listed]


def letters(keys: Iterable[str]) -> list[str]:
    """Return a letter for each key of a list: the first of its own that is free, else the first free of all."""
    found: list[str] = []
    for key in keys:
        own = [letter for letter in key.upper() if letter in ascii_uppercase]
        found.append(next((one for one in (*own, *ascii_uppercase) if one not in found), ""))
    return found
