"""The names of the rooms beside the project's: the one in sight stands out, the others are a click away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from annotator.ui.i18n import tr, tr_n
from annotator.ui.panels.button_row import ButtonRow

GAP_PX = 2
MIN_WIDTH_PX = 34
"""Pixels between two buttons, and those of the sign that opens the menu of the others."""


class RoomBar(ButtonRow):
    """A button for each room; `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(GAP_PX, MIN_WIDTH_PX)
        self.setObjectName("rooms")
        self._shown: list[tuple[str, str]] = []
        self._current = ""
        self.buttons: list[QToolButton] = []

    def show_rooms(self, rooms: Sequence[tuple[str, str, QAction]], current: str) -> None:
        """Name these rooms: of each the key, its name in the window's language, and the action that leads there."""
        named = [(key, name) for key, name, _ in rooms]
        if named != self._shown:
            self._shown = named
            self.buttons = [self._button(key, name) for key, name in named]
            self.set_row([(button, action) for button, (_, _, action) in zip(self.buttons, rooms, strict=True)])
        for button, (_, _, action) in zip(self.buttons, rooms, strict=True):
            button.setChecked(button.objectName() == current)
            button.setToolTip(action.toolTip())
        if current != self._current:
            self._current = current
            self.arrange()
        self.setVisible(bool(rooms))

    def _button(self, key: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(key)
        button.setText(name)
        button.setProperty("flat", True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._choose(button))
        return button

    def _choose(self, button: QToolButton) -> None:
        # A click on the room in sight leaves its button on; whether another one comes is for the window to say.
        button.setChecked(not button.isChecked())
        self.chosen.emit(button.objectName())

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(tr("Rooms"))

    def say_more(self, count: int) -> None:
        # The room in sight is named, also where it waits in the menu; in a narrow window the labels need the room.
        name = next((button.text() for button in self.buttons[len(self.buttons) - count :] if button.isChecked()), "")
        wide = self.fontMetrics().horizontalAdvance(name) + 3 * MIN_WIDTH_PX <= self.width()
        self.more.setText(f"{name} ▾" if name and wide else "▾")
        self.more.setProperty("flat", True)
        self.more.setCheckable(True)
        self.more.setChecked(bool(name))
        self.more.setAccessibleName(tr_n("{n} more rooms", count))
