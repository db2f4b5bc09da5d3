"""The bar of a review: how readings lie and whose they are, if names are shown, and rules with what they settle."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from annotator.ui.i18n import literal, number, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.segments import Segments
from annotator.ui.reader_icons import shape_icon

if TYPE_CHECKING:
    from annotator.domain.decision import Rule
    from annotator.ui.reviewing.words import DifferenceWords

OVERLAID, BESIDE = "overlaid", "beside"


class ReviewBar(QFrame):
    """Widgets alone, made anew with each review."""

    readers_chosen = Signal(tuple)
    rule_chosen = Signal(str)
    names_chosen = Signal(bool)
    layout_chosen = Signal(str)
    """`OVERLAID` or `BESIDE`."""

    def __init__(self) -> None:
        super().__init__()
        self.arrangement = OVERLAID
        self.chips: dict[str, QToolButton] = {}
        self.rules: dict[str, QPushButton] = {}
        self.names = QToolButton()
        self.names.setCheckable(True)
        self.names.clicked.connect(lambda: self.names_chosen.emit(self.names.isChecked()))
        self._readers: Sequence[str] = ()
        self._flow = FlowLayout(self, spacing=8)
        self._flow.setContentsMargins(20, 10, 20, 10)

    def fill(
        self,
        everybody: Sequence[str],
        readers: Sequence[str],
        rules: "Mapping[Rule, int]",
        teller: "DifferenceWords",
        *,
        hides_names: bool,
    ) -> None:
        """Show who can be compared and is, and the rules that would settle something."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.names:
                widget.deleteLater()
        self._readers = readers
        layouts = Segments([(OVERLAID, tr("Overlaid")), (BESIDE, tr("Side by side"))], self.arrangement)
        layouts.chosen.connect(self.layout_chosen.emit)
        self._flow.addWidget(layouts)
        self.chips = {handle: self._chip(handle, teller) for handle in everybody}
        self.names.setText(tr("Hide names"))
        self.names.setChecked(hides_names)
        self._flow.addWidget(self.names)
        self.rules = {rule: self._rule(rule, count) for rule, count in rules.items()}

    def _chip(self, handle: str, teller: "DifferenceWords") -> QToolButton:
        chip = QToolButton()
        chip.setText(literal(teller.name(handle)))
        chip.setAccessibleName(teller.reader(handle))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(shape_icon(teller.looks[handle]))
        chip.setCheckable(True)
        chip.setChecked(handle in self._readers)
        chip.clicked.connect(self._choose_readers)
        self._flow.addWidget(chip)
        return chip

    def _rule(self, rule: "Rule", count: int) -> QPushButton:
        button = QPushButton(f"{_rule_words(rule)} {number(count)}")
        button.setObjectName(f"rule_{rule}")
        button.clicked.connect(lambda: self.rule_chosen.emit(rule))
        self._flow.addWidget(button)
        return button

    def _choose_readers(self) -> None:
        chosen = tuple(handle for handle, chip in self.chips.items() if chip.isChecked())
        if len(chosen) > 1:
            self.readers_chosen.emit(chosen)
        else:
            for handle, chip in self.chips.items():
                chip.setChecked(handle in self._readers)


def _rule_words(rule: "Rule") -> str:
    return {
        "agreed": tr("Take what is agreed:"),
        "majority": tr("Take what most say:"),
        "punctuation": tr("Ignore outer punctuation:"),
        "proclitics": tr("Ignore proclitics:"),
    }.get(rule, rule)
