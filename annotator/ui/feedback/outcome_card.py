"""The card of one mark: my words and those that count, the reviewer's reason and note, what was answered, and more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.comment import Comment
from annotator.domain.document import Direction
from annotator.services.feedback import Feedback
from annotator.text.direction import base_direction
from annotator.ui.feedback.words import error_words
from annotator.ui.i18n import isolate, moment, tr
from annotator.ui.panels.painting import leading, one_line

QUOTED = 300
"""Code points of a quotation in the card."""


class OutcomeCard(QFrame):
    """Widgets alone: the feature writes. `example_asked` carries whether it is one for the label, or against it."""

    answer_asked = Signal()
    understood = Signal()
    example_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title, self._by, self._note = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._by.setProperty("role", "dim")
        for label in (self._title, self._by, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._said = QVBoxLayout()
        self.understand, self.answer, self.good, self.bad = (QPushButton() for _ in range(4))
        self._buttons = {
            "understand": self.understand,
            "answer": self.answer,
            "example_for": self.good,
            "example_against": self.bad,
        }
        for name, button in self._buttons.items():
            button.setObjectName(f"feedback_{name}")
        self.understand.clicked.connect(self.understood)
        self.answer.clicked.connect(self.answer_asked)
        self.good.clicked.connect(lambda: self.example_asked.emit(True))
        self.bad.clicked.connect(lambda: self.example_asked.emit(False))
        self._arrange()

    def _arrange(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 10)
        lines.setSpacing(8)
        lines.addWidget(self._title)
        lines.addLayout(self._rows)
        lines.addWidget(self._by)
        lines.addWidget(self._note)
        lines.addLayout(self._said)
        for pair in ((self.understand, self.answer), (self.good, self.bad)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            lines.addLayout(row)
        lines.addStretch(1)

    def show_outcome(
        self,
        one: Feedback,
        title: str,
        text: str,
        direction: Direction,
        said: Sequence[Comment],
        *,
        is_seen: bool,
        writable: bool,
    ) -> None:
        """Show a mark of the document with this text, what was said about it, and whether I have understood it."""
        self._title.setText(leading(title))
        while self._rows.rowCount():
            self._rows.removeRow(0)
        if one.mine is not None:
            self._rows.addRow(tr("My mark"), _quote(one.mine.quote(text), direction))
        for span in one.gold:
            self._rows.addRow(tr("Gold"), _quote(span.quote(text), direction))
        reason = error_words(one.error) if one.error else ""
        parts = (isolate(one.decision.annotator), moment(one.decision.made), reason)
        self._by.setText(leading(" · ".join(filter(None, parts))))
        self._note.setText(isolate(one.decision.note))
        self._note.setVisible(bool(one.decision.note))
        self._show_said(said)
        self.understand.setText(tr("Not understood after all") if is_seen else tr("Understood"))
        self.answer.setText(tr("Answer"))
        self.good.setText(tr("Example for"))
        self.bad.setText(tr("Example against"))
        self.good.setToolTip(tr("Add the words to the guideline of the label as an example for it"))
        self.bad.setToolTip(tr("Add the words to the guideline of the label as an example against it"))
        for button in self._buttons.values():
            button.setVisible(writable)

    def _show_said(self, said: Sequence[Comment]) -> None:
        while (item := self._said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in said:
            label = QLabel(leading(f"{isolate(one.annotator)}: {isolate(one_line(one.text))}"))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._said.addWidget(label)


def _quote(words: str, direction: Direction) -> QWidget:
    label = QLabel(("\u200f" if direction == "rtl" else "\u200e") + one_line(words)[:QUOTED])
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    rtl = base_direction(words) == "rtl"
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return label
