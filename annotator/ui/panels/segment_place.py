"""A place for segments whose titles, or whose choices, change while somebody uses them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.ui.panels.segments import Choice, Segments


class SegmentPlace(QWidget):
    """Holds one row of segments at the side where reading begins; `chosen` carries the key of a choice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[object, ...] = ()
        self.segments: Segments | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    def show_choices(self, name: str, choices: Sequence[Choice], current: str) -> None:
        """Show these choices under this name; the keyboard's focus stays among them."""
        said = (name, *choices)
        if said == self._said and self.segments is not None:
            self.segments.set_current(current)
            return
        old, self._said = self.segments, said
        focus = QApplication.focusWidget()
        held = old is not None and focus is not None and old.isAncestorOf(focus)
        if old is not None:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.segments = Segments(choices, current)
        self.segments.setAccessibleName(name)
        self.segments.chosen.connect(self.chosen)
        self._lines.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeading)
        if held:
            self.segments.button(current).setFocus()
