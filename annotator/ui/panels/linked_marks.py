"""The marks that a mark is linked to: a line for each relation, its title and a chip for each mark."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.span import Span
from annotator.ui.i18n import isolate
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.quote import Chip
from annotator.ui.session import Session
from annotator.ui.theme import themes

Linked = tuple[str, Sequence[Span]]
"""The title of a relation in the language of the window, and the marks."""


class LinkedMarks(QWidget):
    """Lines of chips that go to their marks; made anew only where the links are others."""

    mark_chosen = Signal(str)

    def __init__(self, session: Session, spacing_px: int) -> None:
        super().__init__()
        self._session = session
        self._shown: Sequence[Linked] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(spacing_px)
        self.hide()

    def show_links(self, lines: Sequence[Linked]) -> None:
        """Show these lines; without any, take no room."""
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._lines.takeAt(0)) is not None:
            # The chip that was clicked has to outlive its own signal.
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for title, marks in lines:
            line = on_one_line(title, self._chips(title, marks))
            self._lines.addWidget(line)
            # A layout shows what comes late a turn later.
            line.show()
        self.setVisible(bool(lines))

    def _chips(self, role: str, marks: Sequence[Span]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, to_end=True)
        flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        for mark in marks:
            flow.addWidget(self._chip(role, mark))
        return holder

    def _chip(self, role: str, mark: Span) -> Chip:
        session = self._session
        style = themes().theme.mark_style(session.scheme.label(mark.label))
        chip = Chip(mark.quote(session.document.text if session.document else ""), session.direction, style)
        chip.setAccessibleName(f"{isolate(role)}: {isolate(chip.text())}")
        chip.clicked.connect(lambda: self.mark_chosen.emit(mark.id))
        return chip


def on_one_line(title: str, value: QWidget) -> QWidget:
    """Return a dim title and what belongs to it on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    name = QLabel(title)
    name.setTextFormat(Qt.TextFormat.PlainText)
    name.setProperty("role", "dim")
    # As tall as a chip, so that the title stands on the line of the first one.
    name.setContentsMargins(0, 7, 0, 0)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(value, 1)
    return holder
