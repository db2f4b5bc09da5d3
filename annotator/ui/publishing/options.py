"""The options of a format as rows of a form, made from what the format declares."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from annotator.domain.scheme import Scheme, title_in
from annotator.formats.options import Field, Options, fields_of
from annotator.services.dataset_wish import as_text
from annotator.ui.i18n import Phrase, isolate, language, tr
from annotator.ui.text_fields import LineField

LARGEST_NUMBER = 1_000_000


class OptionRows:
    """Rows of a form; `values` are what they say, as texts by the options' keys."""

    def __init__(self, form: QFormLayout, scheme: Scheme, changed: Callable[[], object]) -> None:
        """`changed` is called when a value is another one."""
        self._form = form
        self.scheme = scheme
        self._changed = changed
        self._rows: list[tuple[Field, QWidget]] = []
        while form.rowCount():
            form.removeRow(0)

    def show(self, options: type[Options], given: Mapping[str, str]) -> None:
        """Put these options in place of those that are there, with the values that are given for them."""
        for _, widget in self._rows:
            self._form.removeRow(widget)
        fields = fields_of(options, self.scheme)
        self._rows = [(field, self._widget(field, given.get(field.key, as_text(field)))) for field in fields]
        for field, widget in self._rows:
            title = Phrase(field.title)()
            widget.setObjectName(f"option_{field.key}")
            widget.setAccessibleName(title)
            self._form.addRow(title, widget)

    @property
    def widgets(self) -> list[QWidget]:
        """The widgets of the rows, from the first to the last."""
        return [widget for _, widget in self._rows]

    def values(self) -> dict[str, str]:
        """Return what is chosen, by key."""
        return {field.key: _value(widget) for field, widget in self._rows}

    def _widget(self, field: Field, value: str) -> QWidget:
        match field.kind:
            case "choice":
                return self._combo(field, value)
            case "switch":
                return self._switch(value)
            case "number":
                return self._number(field, value)
        line = LineField(value)
        line.textChanged.connect(lambda _: self._changed())
        return line

    def _combo(self, field: Field, value: str) -> QComboBox:
        combo = QComboBox()
        for choice in field.choices:
            combo.addItem(self._said(field, choice), choice)
        held = combo.findData(value)
        combo.setCurrentIndex(held if held >= 0 else combo.findData(field.default))
        combo.currentIndexChanged.connect(lambda _: self._changed())
        return combo

    def _switch(self, value: str) -> QCheckBox:
        switch = QCheckBox()
        # No wider than its box, so that the ring of the focus is around all of it.
        switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        switch.setChecked(value == "true")
        switch.toggled.connect(lambda _: self._changed())
        return switch

    def _number(self, field: Field, value: str) -> QSpinBox:
        number = QSpinBox()
        number.setMaximum(LARGEST_NUMBER)
        number.setValue(int(value) if value.isdecimal() else field.default)
        number.valueChanged.connect(lambda _: self._changed())
        return number

    def _said(self, field: Field, choice: str) -> str:
        """Return the title of a choice: the format's, the scheme's if it is a label, else the choice itself."""
        if choice in field.titles:
            return Phrase(field.titles[choice])()
        label = next((label for label in self.scheme.labels if label.key == choice), None)
        if label is not None:
            return isolate(title_in(label.title, language(), label.key))
        return isolate(choice) if choice else tr("All")


def _value(widget: QWidget) -> str:
    match widget:
        case QComboBox():
            return str(widget.currentData())
        case QCheckBox():
            return str(widget.isChecked()).lower()
        case QSpinBox():
            return str(widget.value())
        case QLineEdit():
            return widget.text()
    raise AssertionError("no other widget is made for an option")
