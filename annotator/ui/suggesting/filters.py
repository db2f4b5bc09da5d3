"""Filters over a list of suggestions: by who suggests them, by label, and by the actor that is named."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.domain.span import Span
from annotator.ui.i18n import isolate, tr

TellApart = Callable[[Span], tuple[str, str]]
"""Returns what a filter tells suggestions apart by, and its title in the language of the window; an empty key: none."""
NARROW_PX = 76


class SuggestionFilters(QWidget):
    """A box for each thing that suggestions are told apart by; `changed` when another one is wanted."""

    changed = Signal()

    def __init__(self, by: Mapping[str, TellApart]) -> None:
        """`by` are the filters by name: "suggester", "label", "actor"."""
        super().__init__()
        self._by = dict(by)
        self.boxes = {name: QComboBox() for name in by}
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 11, 0)
        row.setSpacing(6)
        for name, box in self.boxes.items():
            box.setObjectName(f"filter.{name}")
            box.setMinimumWidth(NARROW_PX)
            box.setMinimumContentsLength(4)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self.changed)
            row.addWidget(box, 1)

    def offer(self, spans: Sequence[Span]) -> None:
        """Offer what there is among these suggestions; what is wanted stays, if it is still there."""
        for name, box in self.boxes.items():
            found = dict(filter(lambda item: item[0], map(self._by[name], spans)))
            wanted = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self._all(name), None)
                for key, title in sorted(found.items(), key=lambda item: item[1]):
                    box.addItem(isolate(title), key)
                box.setCurrentIndex(max(box.findData(wanted), 0))
            box.setAccessibleName(self._all(name))
            box.setVisible(bool(found))

    def wants(self, span: Span) -> bool:
        """Return whether a suggestion is among those that are wanted."""
        wanted = ((self._by[name], box.currentData()) for name, box in self.boxes.items())
        return all(key is None or by(span)[0] == key for by, key in wanted)

    @staticmethod
    def _all(name: str) -> str:
        return {"suggester": tr("All suggesters"), "label": tr("All labels"), "actor": tr("All actors")}[name]
