"""The choice of readings: all people's, mine, gold, what readers have in common, or those that are named."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QRadioButton, QToolButton, QVBoxLayout, QWidget

from annotator.domain.annotator import GOLD
from annotator.ui.i18n import isolate, literal, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.publishing.facts import Facts
from annotator.ui.searching.picker import BUTTON_HEIGHT

ALL, MINE, AGREED, MAJORITY, NAMED = "all", "mine", "agreed", "majority", "named"
IN_COMMON = (AGREED, MAJORITY)


class ReadingChoice(QWidget):
    """Radio buttons, the last of which shows a button for each annotator. `changed` when others are chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self.radios = {key: QRadioButton() for key in (ALL, MINE, GOLD, AGREED, MAJORITY, NAMED)}
        self.chips: dict[str, QToolButton] = {}
        self._named = QWidget()
        self._flow = FlowLayout(self._named, spacing=4)
        self._flow.setContentsMargins(24, 0, 0, 0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(5)
        for key, radio in self.radios.items():
            radio.setObjectName(f"readings_{key}")
            radio.clicked.connect(self._choose)
            lines.addWidget(radio)
        lines.addWidget(self._named)
        self.radios[ALL].setChecked(True)
        self._named.hide()

    def offer(self, facts: Facts) -> None:
        """Offer the readings of a project; a choice that was made stays."""
        held, self._facts = self.annotators, facts
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        handles = [ALL, *(one.handle for one in facts.annotators), *IN_COMMON]
        self.chips = {handle: self._chip(handle) for handle in handles}
        self.radios[GOLD].setVisible(facts.has_gold)
        self.retranslate()
        self.choose(held)

    def _chip(self, handle: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName(f"reading_{handle}")
        chip.setCheckable(True)
        # Arabic letters would make it taller than its Latin neighbours.
        chip.setFixedHeight(round(QFontMetrics(chip.font()).height() * BUTTON_HEIGHT))
        chip.clicked.connect(lambda: self.changed.emit())
        self._flow.addWidget(chip)
        return chip

    @property
    def annotators(self) -> tuple[str, ...]:
        """The handles and rules that are chosen; empty: all people and gold."""
        key = next(key for key, radio in self.radios.items() if radio.isChecked())
        if key == NAMED:
            return tuple(handle for handle, chip in self.chips.items() if chip.isChecked())
        me = self._facts.me if self._facts is not None else ""
        return {ALL: (), MINE: (me,)}.get(key, (key,))

    def choose(self, annotators: Sequence[str]) -> None:
        """Choose these, as far as they are offered, without announcing it."""
        known = tuple(one for one in annotators if one in self.chips)
        me = self._facts.me if self._facts is not None else ""
        simple = {(): ALL, (ALL,): ALL, (me,): MINE, (GOLD,): GOLD, (AGREED,): AGREED, (MAJORITY,): MAJORITY}
        self.radios[simple.get(known, NAMED)].setChecked(True)
        for handle, chip in self.chips.items():
            chip.setChecked(handle in known)
        self._show_chips()

    def _choose(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        for radio in self.radios.values():
            # Qt would have Tab stop at the one that had the focus last, chosen or not.
            policy = Qt.FocusPolicy.StrongFocus if radio.isChecked() else Qt.FocusPolicy.ClickFocus
            radio.setFocusPolicy(policy)
        self._named.setVisible(self.radios[NAMED].isChecked())

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        titles = {
            ALL: tr("All people and gold, a record each"),
            MINE: tr("Mine ({name})", name=self._facts.me if self._facts is not None else ""),
            GOLD: tr("The gold reading"),
            AGREED: tr("Only what all readers marked alike"),
            MAJORITY: tr("What more than half of the readers marked"),
            NAMED: tr("By name; what models propose only so"),
        }
        for key, radio in self.radios.items():
            radio.setText(literal(titles[key]))
        named = {ALL: tr("all people and gold"), AGREED: tr("agreed"), MAJORITY: tr("majority")}
        for handle, chip in self.chips.items():
            chip.setText(literal(named.get(handle) or isolate(handle)))
