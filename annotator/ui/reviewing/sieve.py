"""The choice of differences to show: of a kind, of a label, of a reader who stands alone, or those still open."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from annotator.agreement.differences import ORDER
from annotator.ui.i18n import isolate, number, tr
from annotator.ui.reviewing.words import DifferenceWords, kind_words

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference

EVERYTHING = ""


class Sieve(QWidget):
    """Three choices and a box; each choice says how many differences it leaves."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.label, self.reader = QComboBox(), QComboBox(), QComboBox()
        self.is_open = QCheckBox()
        for name, box in (("kind", self.kind), ("label", self.label), ("reader", self.reader)):
            box.setObjectName(f"sieve_{name}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.activated.connect(lambda _: self.changed.emit())
        self.is_open.setObjectName("sieve_open")
        self.is_open.clicked.connect(lambda: self.changed.emit())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.arrange(2)

    def arrange(self, columns: int) -> None:
        """Set the choices in so many columns."""
        for place, widget in enumerate((self.kind, self.label, self.reader, self.is_open)):
            self._grid.addWidget(widget, place // columns, place % columns)

    def fill(self, differences: "Sequence[Difference]", readers: Sequence[str], teller: DifferenceWords) -> None:
        """Offer what there is among these differences; choices stay where they can."""
        kinds = Counter[str](kind for one in differences for kind in {detail.kind for detail in one.details})
        titles: dict[str, str] = {kind: kind_words(kind) for kind in ORDER if kinds[kind]}
        _offer(self.kind, tr("All kinds"), titles, kinds)
        labels = Counter(one.label for one in differences)
        _offer(self.label, tr("All labels"), {key: teller.label(key) for key in labels}, labels)
        alone = Counter(who for one in differences for who in readers if one.stands_alone(who))
        names = {who: tr("{reader} alone", reader=teller.reader(who)) for who in readers}
        _offer(self.reader, tr("All readers"), names, alone)
        self.reader.setVisible(len(readers) > 2)
        self.is_open.setText(tr("Open only"))

    def passing(self, differences: "Iterable[Difference]", decided: Mapping[str, object]) -> "list[Difference]":
        """Return the differences that are to be shown."""
        left_out = decided if self.is_open.isChecked() else {}
        return [one for one in differences if one.id not in left_out and self._passes(one)]

    def _passes(self, one: "Difference") -> bool:
        kind, label, reader = (box.currentData() for box in (self.kind, self.label, self.reader))
        return (
            (not kind or any(detail.kind == kind for detail in one.details))
            and (not label or one.label == label)
            and (not reader or self.reader.isHidden() or one.stands_alone(reader))
        )


def _offer(box: QComboBox, all_words: str, titles: Mapping[str, str], counts: Mapping[str, int]) -> None:
    held = box.currentData()
    box.clear()
    box.addItem(all_words, EVERYTHING)
    for key, title in titles.items():
        box.addItem(f"{isolate(title)} ({number(counts.get(key, 0))})", key)
    box.setCurrentIndex(max(0, box.findData(held)))
    box.setAccessibleName(all_words)
