"""The card of a difference: what each reader says of each detail, the answers with their keys, a reason and a note."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.i18n import isolate, literal, ltr, tr
from annotator.ui.panels.painting import leading
from annotator.ui.reviewing.words import DifferenceWords, reasons
from annotator.ui.text_fields import LineField

if TYPE_CHECKING:
    from annotator.agreement.differences import Detail, Difference
    from annotator.domain.decision import Decision


class _Pick(QWidget):
    """A reader's answer, which can be picked; the words wrap, as those of a button do not."""

    def __init__(self, words: str, name: str, reader: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setObjectName(name)
        self.button.setAccessibleName(words)
        self.button.setProperty("reader", reader)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(_line(words), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.button.click()


class DifferenceCard(QFrame):
    """Widgets alone: whoever holds it decides."""

    verdict_chosen = Signal(str, str)
    """A verdict, and the reader whose mark is taken (or empty)."""
    edit_chosen = Signal()
    left = Signal()
    """The note is written."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title, self.said = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self.said.setProperty("role", "dim")
        for label in (self._title, self.said):
            label.setWordWrap(True)
        self._rows, self._answers = QVBoxLayout(), QGridLayout()
        self._groups: dict[str, QButtonGroup] = {}
        self.reason, self.note = QComboBox(), LineField()
        self.reason.setObjectName("decision_reason")
        self.note.setObjectName("decision_note")
        self.note.returnPressed.connect(self.left.emit)
        last = QHBoxLayout()
        last.addWidget(self.reason)
        last.addWidget(self.note, 1)
        card = QVBoxLayout(self)
        card.addWidget(self._title)
        card.addLayout(self._rows)
        card.addLayout(self._answers)
        card.addLayout(last)
        card.addWidget(self.said)
        card.addStretch(1)

    @property
    def picks(self) -> dict[str, str]:
        """Return the readers that were picked, by the names of details."""
        checked = {name: group.checkedButton() for name, group in self._groups.items()}
        return {name: str(button.property("reader")) for name, button in checked.items() if button is not None}

    def show_difference(self, one: "Difference", decision: "Decision | None", teller: DifferenceWords) -> None:
        """Show a difference, and what was decided on it."""
        _empty(self._rows)
        _empty(self._answers)
        self._groups = {}
        self._title.setText(leading(teller.title(one)))
        for detail in one.details:
            if len(one.details) > 1:
                self._rows.addWidget(_line(teller.kind(detail), "caption"))
            self._show_detail(one, detail, teller)
        self._show_answers(one.marks, teller)
        self.said.setVisible(decision is not None)
        if decision is not None:
            words = tr("Decided by {who}: {what}", who=isolate(decision.annotator), what=teller.decision(decision))
            self.said.setText(leading(words))
        self._fill_reasons(decision.reason if decision is not None else "", decision.note if decision else "")

    def _show_detail(self, one: "Difference", detail: "Detail", teller: DifferenceWords) -> None:
        """Show what each reader says of a detail; where there are several, one's can be picked for each."""
        can_pick = len(one.details) > 1 and detail.kind != "only"
        group = QButtonGroup(self)
        # Nothing picked is a state of its own, to which a second click leads back.
        group.setExclusive(False)
        for reader in (who for who in one.marks if who in detail.values):
            words = tr("{reader}: {value}", reader=teller.reader(reader), value=teller.value(detail, reader))
            if not can_pick or one.marks[reader] is None:
                self._rows.addWidget(_line(words))
                continue
            pick = _Pick(words, f"pick_{detail.name}_{reader}", reader)
            pick.button.clicked.connect(lambda _, group=group, button=pick.button: _leave_one(group, button))
            group.addButton(pick.button)
            self._rows.addWidget(pick)
        if can_pick:
            self._groups[detail.name] = group

    def _show_answers(self, marks: Mapping[str, object], teller: DifferenceWords) -> None:
        for place, reader in enumerate(marks, 1):
            title = tr("{reader}: take", reader=teller.reader(reader))
            self._answer(title, str(place) if place < 10 else "", "take", reader)
        self._answer(tr("Take all"), "B", "both", "")
        self._answer(tr("Merge the boundaries"), "M", "merge", "")
        self._answer(tr("Reject all"), "X", "reject", "")
        title = tr("Take what is picked") if self._groups else tr("Take the selected words")
        self._button(title, "E", "answer_edit").clicked.connect(self.edit_chosen.emit)

    def _answer(self, title: str, key: str, verdict: str, reader: str) -> None:
        name = f"answer_{verdict}_{reader}" if reader else f"answer_{verdict}"
        self._button(title, key, name).clicked.connect(lambda: self.verdict_chosen.emit(verdict, reader))

    def _button(self, title: str, key: str, name: str) -> QPushButton:
        button = QPushButton(literal(f"{title}  {ltr(key)}" if key else title))
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        place = self._answers.count()
        self._answers.addWidget(button, place // 2, place % 2)
        return button

    def _fill_reasons(self, reason: str, note: str) -> None:
        self.reason.clear()
        for key, title in reasons():
            self.reason.addItem(title, key)
        self.reason.setCurrentIndex(max(0, self.reason.findData(reason)))
        self.reason.setAccessibleName(tr("Reason"))
        self.note.setPlaceholderText(tr("A note to the annotators"))
        self.note.setAccessibleName(tr("A note to the annotators"))
        self.note.setText(note)


def _leave_one(group: QButtonGroup, kept: QRadioButton) -> None:
    for button in group.buttons():
        if button is not kept:
            button.setChecked(False)


def _line(text: str, role: str = "") -> QLabel:
    label = QLabel(leading(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
