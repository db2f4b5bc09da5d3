"""Fields of the scheme editor's forms: each has a title, writes one field of an item, and says what is wrong in it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.i18n import isolate, language, literal, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.scheme_editor.letter_box import LetterBox
from annotator.ui.text_fields import LineField, PageField

Item = dict[str, Any]
Choices = Sequence[tuple[str, str]]
"""Keys and their titles."""


class Form(QWidget):
    """Titled fields below each other. `changed`: an item is another now; `renamed`: it wants another key."""

    changed = Signal()
    renamed = Signal(str)

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self._faults: dict[str, QLabel] = {}
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(4, 4, 12, 4)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_faults(self, faults: Sequence[tuple[str, str]]) -> None:
        """Say at each field what is wrong in it; (field, words) where the form has that field."""
        for field, label in self._faults.items():
            words = "\n".join(said for name, said in faults if name == field)
            label.setText(words)
            label.setVisible(bool(words))

    def set(self, field: str, value: Any) -> None:
        """Write a field of the item."""
        if self.item.get(field) != value:
            self.item[field] = value
            self.changed.emit()

    def add(self, field: str, title: str, widget: QWidget) -> None:
        """Add a row for a field; what is wrong in it is said below the widget."""
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "dim")
        name.setContentsMargins(0, 5, 0, 0)
        name.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(title)
        fault = QLabel()
        fault.setTextFormat(Qt.TextFormat.PlainText)
        fault.setProperty("role", "warning")
        fault.setWordWrap(True)
        fault.hide()
        self._faults[field] = fault
        below = QVBoxLayout()
        below.setSpacing(2)
        below.addWidget(widget)
        below.addWidget(fault)
        self._rows.addRow(name, below)

    def fault(self, field: str) -> QLabel:
        """Return the label below a field that says what is wrong in it."""
        return self._faults[field]

    # Kinds of fields

    def key(self, field: str = "key") -> LineField:
        """The name that files and offsets use; committed when the person leaves it, because others refer to it."""
        line = _latin(self.item[field])
        line.editingFinished.connect(
            lambda: self.renamed.emit(line.text().strip()) if line.text().strip() != self.item[field] else None
        )
        self.add(field, tr("Key"), line)
        return line

    def letter(self) -> LineField:
        """One letter, or none."""
        line = LetterBox(self.item["shortcut"] or "")
        line.setObjectName("key")
        line.chosen.connect(lambda letter: self.set("shortcut", letter or None))
        self.add("shortcut", tr("Letter"), line)
        return line

    def words(self, field: str, title: str, *, long: bool = False) -> None:
        """The same words in both languages, each in its own direction; the window's language first."""
        names = {"en": tr("English"), "ar": tr("Arabic")}
        for code, name in sorted(names.items(), key=lambda item: item[0] != language()):
            told = f"{title} · {name}"
            widget = self._page(field, code) if long else self._line(field, code)
            widget.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight
            )
            self.add(f"{field}.{code}", told, widget)

    def _line(self, field: str, code: str) -> LineField:
        line = LineField(self.item[field].get(code, ""))
        line.setObjectName(f"{field}.{code}")
        line.setCursorPosition(0)
        line.textChanged.connect(lambda text: self._say(field, code, text))
        return line

    def _page(self, field: str, code: str) -> PageField:
        page = PageField(f"{field}.{code}")
        page.setPlainText(self.item[field].get(code, ""))
        page.setFixedHeight(QFontMetrics(page.font()).lineSpacing() * 6)
        # What is shown is only read here: it was typed here, so nothing of an article passes through the widget.
        page.textChanged.connect(lambda: self._say(field, code, page.toPlainText()))
        return page

    def _say(self, field: str, code: str, text: str) -> None:
        words = {**self.item[field], code: text}
        self.set(field, {key: said for key, said in words.items() if said})

    def check(self, field: str, words: str) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(words)
        box.setAccessibleName(words)
        box.setChecked(self.item[field])
        box.toggled.connect(lambda on: self.set(field, on))
        self.add(field, "", box)
        return box

    def choice(self, field: str, title: str, choices: Choices, none: str | None = None) -> QComboBox:
        """One of these; `none` is what having none of them is called."""
        combo = QComboBox()
        combo.setObjectName(field)
        for key, name in ([("", none)] if none is not None else []) + list(choices):
            combo.addItem(name, key)
        combo.setCurrentIndex(max(0, combo.findData(self.item[field] or "")))
        combo.activated.connect(lambda: self.set(field, combo.currentData() or (None if none is not None else "")))
        self.add(field, title, combo)
        return combo

    def several(self, field: str, title: str, choices: Choices) -> list[QCheckBox]:
        """Any of these, in their order."""
        holder = QWidget()
        flow = FlowLayout(holder, spacing=10)
        flow.setContentsMargins(0, 4, 0, 0)
        boxes = []
        for key, name in choices:
            box = QCheckBox(literal(name))
            box.setObjectName(key)
            box.setAccessibleName(f"{isolate(title)}: {isolate(name)}")
            box.setChecked(key in self.item[field])
            boxes.append(box)
            flow.addWidget(box)
        chosen: Callable[[], list[str]] = lambda: [box.objectName() for box in boxes if box.isChecked()]  # noqa: E731
        for box in boxes:
            box.toggled.connect(lambda: self.set(field, chosen()))
        self.add(field, title, holder)
        return boxes

    def bound(self, field: str, title: str) -> QSpinBox:
        """A number from 1, or any number."""
        spin = QSpinBox()
        spin.setRange(0, 99)
        spin.setSpecialValueText(tr("any number"))
        spin.setValue(self.item[field] or 0)
        spin.setFixedWidth(150)
        spin.valueChanged.connect(lambda value: self.set(field, value or None))
        self.add(field, title, spin)
        return spin

    def beside(self, field: str, title: str, *widgets: QWidget) -> None:
        """Widgets in one row."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        self.add(field, title, holder)


def _latin(text: str) -> LineField:
    line = LineField(text)
    line.setObjectName("key")
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return line
