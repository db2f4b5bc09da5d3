"""One role of a frame: its title, its key, and who plays it or a button that asks who does."""

from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, RelationType, Scheme, title_in
from annotator.domain.span import Span
from annotator.ui.article.marks import MarkStyle
from annotator.ui.i18n import isolate, language, literal, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.role_chip import RoleChip
from annotator.ui.panels.value_menu import ValueButton, choices_of
from annotator.ui.scheme_ids import relation_key
from annotator.ui.session import Session
from annotator.ui.theme import themes

NARROWEST_PX = 44
MOST_ON_A_LINE = 2
"""Chips that share the line of their row, each as wide as there is room; more of them take lines of their own."""


class Link(msgspec.Struct, frozen=True):
    """A link of the frame, and the mark that it leads to."""

    relation: Relation
    to: Span


class RoleRow(QWidget):
    """A row of a frame. Other players of the role take the chips that are there, as long as they are as many."""

    mark_chosen = Signal(str)
    role_asked = Signal(str, str)
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)

    def __init__(self, session: Session, kind: RelationType, title_width: int, *, fixed: bool) -> None:
        """`title_width` is the room for titles in pixels, the same in all rows; `fixed`: nothing may be changed."""
        super().__init__()
        self._session, self._kind, self._fixed = session, kind, fixed
        self.links: Sequence[Link] = ()
        """The links that are shown now."""
        self.chips: list[RoleChip] = []
        """The chip of each link."""
        self._values: list[list[tuple[Attribute, ValueButton]]] = []
        self._players: QWidget | None = None
        self._ask = None if fixed else self._asking()
        self.setObjectName(f"role.{kind.key}")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addWidget(_title(title_of(kind), title_width))
        self._line.addWidget(_key(None if fixed else relation_key(kind, session.scheme)))

    def show_links(self, links: Sequence[Link]) -> None:
        """Show who plays the role now."""
        if self._players is not None and len(links) == len(self.links):
            self.links = links
            for place in range(len(links)):
                self._say(place)
            return
        self.links = links
        if self._ask is not None:
            # It stays, and with it the focus.
            self._ask.setParent(self)
        if self._players is not None:
            # The chip that was clicked has to outlive its own signal.
            self._line.removeWidget(self._players)
            self._players.hide()
            self._players.deleteLater()
        self._players = self._made()
        self._line.addWidget(self._players, 1)
        # A layout shows what comes late a turn later.
        self._players.show()

    def _made(self) -> QWidget:
        self.chips, self._values = [], []
        if not self.links and self._ask is None:
            return _line([dim_label("–")])
        widgets = [widget for place in range(len(self.links)) for widget in self._chip_and_values(place)]
        if self._ask is not None and (self._kind.most is None or len(self.links) < self._kind.most):
            self._say_ask(self._ask)
            widgets.append(self._ask)
        return _line(widgets) if len(self.links) <= MOST_ON_A_LINE else _flow(widgets)

    def _chip_and_values(self, place: int) -> list[QWidget]:
        chip = RoleChip(title_of(self._kind), "", self._session.direction, self._style(place), fixed=self._fixed)
        chip.clicked.connect(lambda: self.mark_chosen.emit(self.links[place].to.id))
        chip.change.connect(lambda: self.role_asked.emit(self._kind.key, self.links[place].relation.id))
        chip.remove.connect(lambda: self.link_removed.emit(self.links[place].relation.id))
        self.chips.append(chip)
        self._values.append([(one, self._value(place, one)) for one in self._kind.attributes])
        self._say(place)
        return [chip, *(button for _, button in self._values[place])]

    def _style(self, place: int) -> MarkStyle:
        return themes().theme.mark_style(self._session.scheme.label(self.links[place].to.label))

    def _say(self, place: int) -> None:
        """Let a chip and the buttons of its values say what the link in this place is now."""
        document, link = self._session.document, self.links[place]
        self.chips[place].show_mark(link.to.quote(document.text if document else ""), self._style(place))
        for attribute, button in self._values[place]:
            button.setObjectName(f"{link.relation.id}.{attribute.key}")
            button.show_value(link.relation.attributes.get(attribute.key))

    def _value(self, place: int, attribute: Attribute) -> ValueButton:
        """An attribute of the link: a list of its values."""
        title = title_in(attribute.title, language(), attribute.key)
        button = ValueButton(title, choices_of(attribute), None, clearable=attribute.default is None)
        button.setProperty("place", "bare")
        # In a narrow pane it gives way, before the card is cut.
        button.setMinimumWidth(NARROWEST_PX)
        button.setEnabled(not self._fixed and bool(attribute.listed))
        button.chosen.connect(
            lambda key: self.link_attribute_chosen.emit(self.links[place].relation.id, attribute.key, key)
        )
        return button

    def _asking(self) -> QToolButton:
        """Return the button that asks who plays the role."""
        button = QToolButton(self)
        button.hide()
        button.setObjectName(f"ask.{self._kind.key}")
        button.setProperty("flat", True)
        button.setAccessibleName(tr("Link: {role}…", role=title_of(self._kind)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.role_asked.emit(self._kind.key, ""))
        return button

    def _say_ask(self, button: QToolButton) -> None:
        """Let the button ask with words where nobody plays the role yet, else with a sign beside who does."""
        place = "bare" if self.links else "open"
        if button.property("place") != place:
            words = tr("another claim") if heads_some(self._session.scheme, self._kind.to) else tr("select words")
            button.setText("+" if self.links else literal(f"+ {isolate(words)}"))
            button.setMinimumWidth(0 if self.links else NARROWEST_PX)
            button.setProperty("place", place)
            button.style().polish(button)
        button.show()


def title_of(kind: RelationType) -> str:
    """Return the title of a role in the language of the window."""
    return title_in(kind.title, language(), kind.key)


def heads_some(scheme: Scheme, labels: Iterable[str]) -> bool:
    """Return whether marks of these labels head frames themselves."""
    return not {frame.head for frame in scheme.frames}.isdisjoint(labels)


def _title(text: str, width: int) -> QLabel:
    title = dim_label(QFontMetrics(QLabel().font()).elidedText(text, Qt.TextElideMode.ElideRight, width))
    title.setFixedWidth(width)
    return title


def dim_label(text: str) -> QLabel:
    """Return a label that stands back behind what it belongs to."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "dim")
    return label


def _key(letter: str | None) -> QLabel:
    """The key of a role, or as much room."""
    key = QLabel(letter or "")
    key.setFixedWidth(22)
    key.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if letter is not None:
        key.setProperty("role", "key")
    key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return key


def _line(widgets: Sequence[QWidget]) -> QWidget:
    """Chips and buttons on one line, the chips as narrow as they must be."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def _flow(widgets: Sequence[QWidget]) -> QWidget:
    """Chips and buttons on as many lines as they need."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=3)
    flow.setContentsMargins(0, 0, 0, 0)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
