"""The values of an attribute: a small table of keys and titles, one row a value."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.meanings import VALUES
from annotator.ui.i18n import isolate, tr
from annotator.ui.scheme_editor.meaning_titles import meaning_title

_CODES = ("en", "ar")
_MEANS = 3
"""The column with the meaning of each value, shown where the attribute has one."""


class ValueTable(QWidget):
    """Edits the list of values in place. `changed`: one of them is another, came or went."""

    changed = Signal()

    def __init__(self, attribute: dict[str, Any]) -> None:
        super().__init__()
        self._attribute = attribute
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([tr("Key"), tr("English"), tr("Arabic"), tr("Means")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Values"))
        self.table.setFixedHeight(210)
        add, remove = QPushButton(tr("Add value")), QPushButton(tr("Remove value"))
        for button, do in ((add, self.add), (remove, self.remove)):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        lines.addLayout(row)
        self.fill()
        self.table.itemChanged.connect(self._write)

    def add(self) -> None:
        """A value at the end, ready to be named."""
        taken = {value["key"] for value in self._values}
        key = next(name for number in range(1, len(taken) + 2) if (name := f"value_{number}") not in taken)
        self._values.append({"key": key, "title": {}, "means": None, "was": None})
        self.fill()
        self.table.setCurrentCell(len(self._values) - 1, 0)
        self.table.edit(self.table.currentIndex())
        self.changed.emit()

    def remove(self) -> None:
        """Take the value out whose row is current."""
        row = self.table.currentRow()
        if 0 <= row < len(self._values):
            gone = self._values.pop(row)
            if self._attribute["default"] == gone["key"]:
                self._attribute["default"] = None
            self.fill()
            self.changed.emit()

    @property
    def _values(self) -> list[dict[str, Any]]:
        held = self._attribute["values"]
        return [] if isinstance(held, str) else held

    def fill(self) -> None:
        """Show the values as they are now."""
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._values))
        for row, value in enumerate(self._values):
            for column, text in enumerate((value["key"], *(value["title"].get(code, "") for code in _CODES))):
                self.table.setItem(row, column, QTableWidgetItem(text))
            self.table.setCellWidget(row, _MEANS, self._meanings(value))
        self.table.setColumnHidden(_MEANS, self._attribute["means"] is None)
        self.table.blockSignals(False)

    def follow_meaning(self) -> None:
        """Offer what values may mean now; what a value of another attribute would mean is forgotten."""
        known = VALUES.get(self._attribute["means"], ())
        for value in self._values:
            if value.get("means") not in known:
                value["means"] = value["key"] if value["key"] in known else None
        self.fill()
        self.changed.emit()

    def _meanings(self, value: dict[str, Any]) -> QComboBox:
        means = self._attribute["means"]
        combo = QComboBox()
        combo.addItem(tr("nothing more"), None)
        for one in VALUES.get(means, ()):
            combo.addItem(meaning_title(means, one), one)
        combo.setCurrentIndex(max(0, combo.findData(value.get("means"))))
        combo.setAccessibleName(f"{tr('Means')}: {isolate(value['key'])}")
        combo.activated.connect(lambda: self._mean(value, combo.currentData()))
        return combo

    def _mean(self, value: dict[str, Any], means: str | None) -> None:
        value["means"] = means
        self.changed.emit()

    def _write(self, cell: QTableWidgetItem) -> None:
        value, text = self._values[cell.row()], cell.text().strip()
        if cell.column() == 0:
            if self._attribute["default"] == value["key"]:
                self._attribute["default"] = text
            value["key"] = text
        else:
            titles = {**value["title"], _CODES[cell.column() - 1]: text}
            value["title"] = {code: said for code, said in titles.items() if said}
        self.changed.emit()
