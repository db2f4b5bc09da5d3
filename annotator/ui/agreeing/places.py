"""The places behind a figure, at the side of its table, with the words around each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout

from annotator.text.direction import base_direction
from annotator.ui.i18n import isolate, tr_n, ui_direction

if TYPE_CHECKING:
    from annotator.services.comparing import Place

SIDE_PX = 330
AROUND = 24
"""Code points of text that are shown before and behind a place."""


class PlacesPanel(QFrame):
    """Hidden until places are shown; Enter or a double click chooses one."""

    place_chosen = Signal(object)
    """A `Place` to be shown in the article."""
    left = Signal()
    """The panel was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(SIDE_PX)
        self.hide()
        self.list, self._title, self.close_button = QListWidget(), QLabel(), QToolButton()
        self._title.setWordWrap(True)
        self.close_button.setText("✕")
        self.close_button.setProperty("flat", True)
        self.close_button.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.addLayout(head)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemActivated.connect(lambda item: self.place_chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        lines.addWidget(self.list, 1)

    def show_places(self, heading: str, found: "Sequence[tuple[Place, str]]") -> None:
        """Show these places, each with the text of its document."""
        self.list.clear()
        self._title.setText(heading + "\n" + tr_n("{n} places", len(found)))
        for place, text in found:
            item = QListWidgetItem(_quote(place, text))
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setTextAlignment(_side(text))
            self.list.addItem(item)
        self.show()
        if found:
            self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the panel, if it is open."""
        if self.isVisible():
            self.hide()
            self.left.emit()


def _quote(place: "Place", text: str) -> str:
    before = text[max(0, place.start - AROUND) : place.start].replace("\n", " ")
    behind = text[place.end : place.end + AROUND].replace("\n", " ")
    words = text[place.start : place.end].replace("\n", " ")
    return f"… {before}[{words}]{behind} …\n{isolate(place.title)}"


def _side(text: str) -> Qt.AlignmentFlag:
    is_rtl = base_direction(text) == "rtl"
    turned = is_rtl != (ui_direction() == "rtl")
    return Qt.AlignmentFlag.AlignTrailing if turned else Qt.AlignmentFlag.AlignLeading
