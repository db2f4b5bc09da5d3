"""The selected claim as rows, one for each role: who plays it, and a place to say who does. A row never moves."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, RelationType, Scheme, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import isolate, language, literal, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.role_chip import RoleChip
from annotator.ui.panels.value_menu import ValueButton, choices_of
from annotator.ui.readings import reading_order
from annotator.ui.scheme_ids import relation_key
from annotator.ui.session import Session
from annotator.ui.theme import themes

_OPEN = "QToolButton:!focus {{ border: 1px dashed {line}; border-radius: 7px; padding: 3px 9px; }}"
"""A role that nobody plays yet."""
_BARE = "QToolButton { padding: 3px 4px; } QToolButton:focus { padding: 2px 3px; }"
"""One more for a role that somebody plays, or a value beside who does: as narrow as it can be read."""
NARROWEST_PX = 44
WIDEST_TITLE_PX = 90
MOST_ON_A_LINE = 2
"""Chips that share the line of their row, each as wide as there is room; more of them take lines of their own."""


class Link(msgspec.Struct, frozen=True):
    """A link of the frame, and the mark that it leads to."""

    relation: Relation
    to: Span


def heads_frame(scheme: Scheme, span: Span) -> bool:
    """Return whether a mark is read as a frame."""
    return any(frame.head == span.label for frame in scheme.frames)


def links_of(scheme: Scheme, span: Span, relations: Iterable[Relation], marks: Mapping[str, Span]) -> list[Link]:
    """Return the links that a mark sends out to some of these marks, in the order of the scheme."""
    sent = [item for item in relations if item.from_id == span.id and item.to_id in marks]
    return [Link(item, marks[item.to_id]) for kind in scheme.relations for item in sent if item.label == kind.key]


def roles_played(session: Session, span: Span) -> list[tuple[str, list[Span]]]:
    """Return the relations that lead to a mark: each kind in the scheme's order with the marks it comes from."""
    marks = session.marks_by_id
    return [
        (kind.key, sorted({one.id: one for one in found}.values(), key=reading_order))
        for kind in session.scheme.relations
        if (
            found := [
                marks[link.from_id]
                for link in session.relations
                if link.label == kind.key and link.to_id == span.id and link.from_id in marks
            ]
        )
    ]


class FrameCard(QWidget):
    """Shows one frame; a chip's signal says what is to become of its link."""

    mark_chosen = Signal(str)
    role_asked = Signal(str, str)
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)

    def __init__(self, session: Session, *, fixed: bool = False) -> None:
        """`fixed`: nothing in it may be changed, as in a project that is only read."""
        super().__init__()
        self._session = session
        self._fixed = fixed or session.project.read_only
        self._only_played = False
        self._shown: object = None
        self.chips: dict[str, RoleChip] = {}
        """The chips by the id of their link."""
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def show_frame(self, span: Span) -> None:
        """Show the frame of this mark of mine as it is now; what is shown already stays, and with it the focus."""
        session = self._session
        self._show(span, links_of(session.scheme, span, session.relations, session.marks_by_id))

    def show_links(self, span: Span, links: list[Link]) -> None:
        """Show a mark with these links, which need not be stored: only the roles that somebody plays."""
        self._only_played = True
        self._show(span, links)

    def _show(self, span: Span, links: list[Link]) -> None:
        shape = (span, links, language(), themes().theme.name)
        if shape == self._shown:
            return
        self._shown = shape
        focused = next((place for place, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        self._clear()
        self._build(span, links)
        if focused is not None and self.chips:
            chips = list(self.chips.values())
            chips[min(focused, len(chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.chips = {}
        while (item := self._lines.takeAt(0)) is not None:
            # The chip that was clicked has to outlive its own signal.
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self, span: Span, links: list[Link]) -> None:
        by_role: dict[str, list[Link]] = {}
        for link in links:
            by_role.setdefault(link.relation.label, []).append(link)
        kinds = [kind for kind in self._kinds(span) if kind.key in by_role or self._has_place(span, kind)]
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(self._title(kind)) for kind in kinds), default=0)
        for kind in kinds:
            self._lines.addWidget(self._row(kind, by_role.get(kind.key, []), min(widest + 2, WIDEST_TITLE_PX)))

    def _kinds(self, span: Span) -> list[RelationType]:
        return [kind for kind in self._session.scheme.relations if span.label in kind.from_]

    def _has_place(self, span: Span, kind: RelationType) -> bool:
        """Return whether a role has a row though nobody plays it."""
        if self._only_played:
            return False
        frame = next(item for item in self._session.scheme.frames if item.head == span.label)
        return kind.key in frame.roles or kind.depth is not None

    @staticmethod
    def _title(kind: RelationType) -> str:
        return title_in(kind.title, language(), kind.key)

    # One row

    def _row(self, kind: RelationType, links: list[Link], width: int) -> QWidget:
        """A role: its title, its key, and who plays it or a button that asks who does."""
        row = QWidget()
        row.setObjectName(f"role.{kind.key}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(_title(self._title(kind), width))
        line.addWidget(_key(None if self._fixed else relation_key(kind, self._session.scheme)))
        line.addWidget(self._players(kind, links), 1)
        row.setMinimumHeight(self._height())
        return row

    def _height(self) -> int:
        """The height of a row in pixels, whoever plays the role: that of a chip."""
        style = themes().theme.mark_style(self._session.scheme.labels[0])
        return RoleChip("", "", self._session.direction, style).sizeHint().height()

    def _players(self, kind: RelationType, links: list[Link]) -> QWidget:
        if not links:
            return _line([_dim("–") if self._fixed else self._asking(kind, bare=False)])
        widgets = [widget for link in links for widget in self._chip_and_values(kind, link)]
        if not self._fixed and (kind.most is None or len(links) < kind.most):
            widgets.append(self._asking(kind, bare=True))
        return _line(widgets) if len(links) <= MOST_ON_A_LINE else _flow(widgets)

    def _chip_and_values(self, kind: RelationType, link: Link) -> list[QWidget]:
        return [self._chip(kind, link), *(self._value(link.relation, attribute) for attribute in kind.attributes)]

    def _chip(self, kind: RelationType, link: Link) -> RoleChip:
        session, relation = self._session, link.relation
        style = themes().theme.mark_style(session.scheme.label(link.to.label))
        text = session.document.text if session.document else ""
        chip = RoleChip(self._title(kind), link.to.quote(text), session.direction, style, fixed=self._fixed)
        chip.clicked.connect(lambda: self.mark_chosen.emit(link.to.id))
        chip.change.connect(lambda: self.role_asked.emit(relation.label, relation.id))
        chip.remove.connect(lambda: self.link_removed.emit(relation.id))
        self.chips[relation.id] = chip
        return chip

    def _value(self, relation: Relation, attribute: Attribute) -> ValueButton:
        """An attribute of the link: a list of its values."""
        title = title_in(attribute.title, language(), attribute.key)
        current = relation.attributes.get(attribute.key)
        button = ValueButton(title, choices_of(attribute), current, clearable=attribute.default is None)
        button.setObjectName(f"{relation.id}.{attribute.key}")
        button.setStyleSheet(_BARE)
        # In a narrow pane it gives way, before the card is cut.
        button.setMinimumWidth(NARROWEST_PX)
        button.setEnabled(not self._fixed and bool(attribute.listed))
        button.chosen.connect(lambda key: self.link_attribute_chosen.emit(relation.id, attribute.key, key))
        return button

    def _asking(self, kind: RelationType, *, bare: bool) -> QToolButton:
        """Return the button that asks who plays a role: with words where nobody does yet."""
        words = tr("another claim") if heads_some(self._session.scheme, kind.to) else tr("select words")
        button = _button("+" if bare else f"+ {isolate(words)}", lambda: self.role_asked.emit(kind.key, ""))
        button.setObjectName(f"ask.{kind.key}")
        button.setStyleSheet(_BARE if bare else _OPEN.format(line=themes().theme.color("outline").name()))
        button.setMinimumWidth(0 if bare else NARROWEST_PX)
        button.setAccessibleName(tr("Link: {role}…", role=self._title(kind)))
        return button


def heads_some(scheme: Scheme, labels: Iterable[str]) -> bool:
    """Return whether marks of these labels head frames themselves."""
    return not {frame.head for frame in scheme.frames}.isdisjoint(labels)


def _title(text: str, width: int) -> QLabel:
    title = _dim(QFontMetrics(QLabel().font()).elidedText(text, Qt.TextElideMode.ElideRight, width))
    title.setFixedWidth(width)
    return title


def _dim(text: str) -> QLabel:
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


def _button(text: str, do: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setProperty("flat", True)
    button.setText(literal(text))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(do)
    return button
