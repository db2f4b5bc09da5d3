"""The options of a format as rows of a form, made from what the format declares."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from annotator.domain.scheme import Scheme, title_in
from annotator.formats.options import Field, Options, fields_of
from annotator.ui.i18n import Phrase, isolate, language, tr

LARGEST_NUMBER = 1_000_000


class OptionRows:
    """Rows of a form below those it has; `values` are what they say, as texts by the options' keys."""

    def __init__(self, form: QFormLayout, scheme: Scheme) -> None:
        self._form = form
        self._scheme = scheme
        self._rows: list[tuple[Field, QWidget]] = []

    def show(self, options: type[Options], row: int) -> None:
        """Put these options in place of those that are there, the first of them at this row."""
        for _, widget in self._rows:
            self._form.removeRow(widget)
        self._rows = [(field, self._widget(field)) for field in fields_of(options, self._scheme)]
        for place, (field, widget) in enumerate(self._rows):
            title = Phrase(field.title)()
            widget.setObjectName(f"option_{field.key}")
            widget.setAccessibleName(title)
            self._form.insertRow(row + place, title, widget)

    @property
    def widgets(self) -> list[QWidget]:
        """The widgets of the rows, from the first to the last."""
        return [widget for _, widget in self._rows]

    def values(self) -> dict[str, str]:
        """Return what is chosen, by key."""
        return {field.key: _value(widget) for field, widget in self._rows}

    def _widget(self, field: Field) -> QWidget:
        match field.kind:
            case "choice":
                combo = QComboBox()
                for choice in field.choices:
                    combo.addItem(self._said(field, choice), choice)
                combo.setCurrentIndex(combo.findData(field.default))
                return combo
            case "switch":
                switch = QCheckBox()
                # No wider than its box, so that the ring of the focus is around all of it.
                switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
                switch.setChecked(field.default)
                return switch
            case "number":
                number = QSpinBox()
                number.setMaximum(LARGEST_NUMBER)
                number.setValue(field.default)
                return number
        return QLineEdit(field.default)

    def _said(self, field: Field, choice: str) -> str:
        """Return the title of a choice: the format's, the scheme's if it is a label, else the choice itself."""
        if choice in field.titles:
            return Phrase(field.titles[choice])()
        label = next((label for label in self._scheme.labels if label.key == choice), None)
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
