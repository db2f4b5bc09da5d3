"""The map of a dataset's labels onto the project's: proposed, corrected, saved, opened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.formats.map_guess import Guessed
from annotator.formats.mapping import DROP, LabelMap
from annotator.ui.i18n import Phrase, isolate, language, number, phrase, tr, tr_n
from annotator.ui.panels.painting import leading
from annotator.visible import clipped

TABLES: dict[str, Phrase] = {
    "labels": phrase("Labels"),
    "attributes": phrase("Attributes"),
    "relations": phrase("Links"),
}
MOST_ROWS = 200
"""Rows that are shown; a dataset with more names than that is mapped in a file."""


class MapPane(QScrollArea):
    """A row for each foreign name: its count, and the key that it becomes. `saving` and `opening` ask for a file."""

    changed = Signal()
    saving = Signal()
    opening = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_map")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guesses: Sequence[Guessed] = ()
        self._scheme: Scheme | None = None
        self._busy = False
        self.choices: dict[tuple[str, str], QComboBox] = {}

    def wait(self) -> None:
        """Say that the dataset is being read."""
        self._busy, self._guesses = True, ()
        self._build({})

    def show_map(self, guesses: Sequence[Guessed], scheme: Scheme, made: LabelMap) -> None:
        """Show these names as `made` maps them; one that it does not name stays out."""
        self._busy, self._guesses, self._scheme = False, guesses, scheme
        self._build({"labels": made.labels, "attributes": made.attributes, "relations": made.relations})

    @property
    def label_map(self) -> LabelMap:
        """The map as it stands."""
        chosen: dict[str, dict[str, str]] = {table: {} for table in TABLES}
        for (table, name), box in self.choices.items():
            if box.currentData() != name:
                chosen[table][name] = box.currentData()
        return LabelMap(**chosen)

    @property
    def left_out(self) -> int:
        """Return how many marks and links have no place in the project."""
        out = {name for name, box in self.choices.items() if box.currentData() == DROP}
        return sum(one.count for one in self._guesses if one.table != "attributes" and (one.table, one.name) in out)

    def _build(self, made: Mapping[str, Mapping[str, str]]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 14)
        self.choices = {}
        if self._busy or not self._guesses:
            waiting = QLabel(tr("Reading the dataset…") if self._busy else tr("The dataset has no marks."))
            waiting.setProperty("role", "dim")
            column.addWidget(waiting)
        for table, title in TABLES.items():
            rows = [one for one in self._guesses if one.table == table][:MOST_ROWS]
            if rows:
                column.addWidget(_caption(title()))
                column.addLayout(self._rows(rows, made.get(table, {})))
        if self._guesses:
            column.addLayout(self._buttons())
        column.addStretch(1)
        old = self.takeWidget()
        self.setWidget(body)
        if old is not None:
            old.deleteLater()

    def _rows(self, rows: Sequence[Guessed], made: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(2, 1)
        for place, one in enumerate(rows):
            name, count = QLabel(leading(isolate(clipped(one.name, 40)))), QLabel(number(one.count))
            name.setTextFormat(Qt.TextFormat.PlainText)
            count.setProperty("role", "dim")
            box = QComboBox()
            box.setAccessibleName(tr("{name}, {n} times: becomes", name=isolate(one.name), n=number(one.count)))
            for key, title in self._targets(one.table):
                box.addItem(title, key)
            box.setCurrentIndex(max(0, box.findData(made.get(one.name, one.name))))
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
            self.choices[one.table, one.name] = box
            for across, widget in enumerate((name, count, box)):
                grid.addWidget(widget, place, across)
        return grid

    def _targets(self, table: str) -> list[tuple[str, str]]:
        """The keys that a foreign name may become, with their titles; the first one leaves it out."""
        found = {DROP: tr("Leave out")}
        if self._scheme is not None:
            owners: list[Label | RelationType] = [*self._scheme.labels, *self._scheme.relations]
            items: Mapping[str, Sequence[Label | RelationType | Attribute]] = {
                "labels": self._scheme.labels,
                "relations": self._scheme.relations,
                "attributes": [attribute for owner in owners for attribute in owner.attributes],
            }
            for item in items[table]:
                found.setdefault(item.key, isolate(item.title.get(language()) or item.key))
        return list(found.items())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for title, signal in ((tr("Save the map…"), self.saving), (tr("Open a map…"), self.opening)):
            button = QPushButton(title)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def told(self) -> str:
        """Return what of the dataset stays out, in words; "" for nothing."""
        return (
            tr_n("{n} marks and links have no place in the project and stay out", self.left_out)
            if self.left_out
            else ""
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            made = self.label_map
            self._build({"labels": made.labels, "attributes": made.attributes, "relations": made.relations})
        super().changeEvent(event)


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "caption")
    return label
