"""Before a scheme is changed: which marks would lose their place, and what becomes of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme, Value, title_in
from annotator.domain.scheme_change import Loss, Renames
from annotator.ui.i18n import language, tr, tr_n

NamedPlace = Label | RelationType | Attribute | Value

_CAN_MOVE = ("label", "relation", "attribute", "value")
"""The kinds of losses that may find another place; the others leave nothing to choose."""


class LossPage(QWidget):
    """A row for each loss with what can be done about it. `chosen`: an old path, and the key it gets ("": it goes)."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("losses")
        self._says = QLabel()
        self._says.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: dict[str, QComboBox] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(4, 4, 4, 4)
        lines.setSpacing(12)
        lines.addWidget(self._says)
        lines.addWidget(self._area, 1)

    def show_losses(
        self, losses: Sequence[Loss], held: Scheme, wanted: Scheme, moved: Renames, renames: Renames
    ) -> None:
        """Show what would be lost, and what was given another place here (`moved`, which are among the `renames`)."""
        question = tr("These marks have no place in the new scheme. What becomes of them? Undo brings them back.")
        self._says.setText(question)
        body = QWidget()
        rows = QGridLayout(body)
        rows.setColumnStretch(0, 1)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        self.choices = {}
        told = [(path, words_of_path(held, path), True) for path in moved]
        told += [(loss.path, loss_words(held, loss), loss.kind in _CAN_MOVE) for loss in losses]
        for row, (path, words, movable) in enumerate(told):
            says = QLabel(words)
            says.setTextFormat(Qt.TextFormat.PlainText)
            says.setWordWrap(True)
            rows.addWidget(says, row, 0)
            places = places_for(wanted, path, renames) if movable else ()
            rows.addWidget(self._choice(path, words, places, moved.get(path) if movable else None), row, 1)
        rows.setRowStretch(len(told), 1)
        old = self._area.takeWidget()
        self._area.setWidget(body)
        if old is not None:
            old.deleteLater()

    def _choice(self, path: str, words: str, places: Sequence[NamedPlace], key: str | None) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(words)
        combo.addItem(tr("take it away"), "")
        for place in places:
            combo.addItem(tr("becomes {title}", title=title_in(place.title, language(), place.key)), place.key)
        combo.setCurrentIndex(max(0, combo.findData(key or "")))
        combo.activated.connect(lambda: self.chosen.emit(path, combo.currentData()))
        combo.setEnabled(bool(places))
        if places:
            self.choices[path] = combo
        return combo


def loss_words(held: Scheme, loss: Loss) -> str:
    """Return a loss in the language of the window."""
    what = words_of_path(held, loss.path)
    match loss.kind:
        case "label":
            return tr_n("{n} marks with the label {what}", loss.count, what=what)
        case "relation":
            return tr_n("{n} links of the kind {what}", loss.count, what=what)
        case "attribute" | "value":
            return tr_n("{n} answers: {what}", loss.count, what=what)
        case "ends":
            return tr_n("{n} links of the kind {what}, between marks that it may no longer join", loss.count, what=what)
        case "links":
            return tr_n("{n} links of the kind {what}, more than are allowed", loss.count, what=what)
        case "actor":
            return tr_n("{n} marks with the label {what}, which name an actor of the registry", loss.count, what=what)


def words_of_path(held: Scheme, path: str) -> str:
    """Return the titles along a path of the scheme, from the outermost inwards."""
    return " · ".join(title_in(item.title, language(), item.key) for item in _along(held, path))


def places_for(wanted: Scheme, path: str, renames: Renames) -> Sequence[NamedPlace]:
    """Return the places in the new scheme that a lost item can take: of its kind, in what its owner has become."""
    table, *keys = path.split(".", 3)
    places: Sequence[NamedPlace] = wanted.labels if table == "labels" else wanted.relations
    above = table
    for key in keys[:-1]:
        above = f"{above}.{key}"
        owner = next((item for item in places if item.key == renames.get(above, key)), None)
        if owner is None:
            return ()
        places = owner.listed if isinstance(owner, Attribute) else getattr(owner, "attributes", ())
    return places


def _along(held: Scheme, path: str) -> list[NamedPlace]:
    table, *keys = path.split(".", 3)
    places: Sequence[NamedPlace] = held.labels if table == "labels" else held.relations
    found: list[NamedPlace] = []
    for key in keys:
        item = next(item for item in places if item.key == key)
        found.append(item)
        places = item.listed if isinstance(item, Attribute) else getattr(item, "attributes", ())
    return found
