"""The selected claim as a sentence: who said what about whom, each role a chip in it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.meanings import said_by
from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, RelationType, Scheme, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import isolate, language, literal, tip, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.role_chip import RoleChip
from annotator.ui.session import Session
from annotator.ui.theme import themes

_OPEN = "QToolButton:!focus {{ border: 1px dashed {line}; border-radius: 7px; padding: 3px 7px; }}"
"""A role that nobody plays yet."""
_TIGHT = "QToolButton { padding: 3px 2px; } QToolButton:focus { padding: 2px 1px; }"
"""A value in the middle of a sentence."""
_PLACE = re.compile(r"\{(\w+)\}")


class Link(msgspec.Struct, frozen=True):
    """A link of the frame, and the mark that it leads to."""

    relation: Relation
    to: Span


def heads_frame(scheme: Scheme, span: Span) -> bool:
    """Return whether a mark is read as a frame."""
    return any(frame.head == span.label for frame in scheme.frames)


def sentence(polarity: str | None, filled: Collection[str]) -> list[str]:
    """The clauses of the sentence in the window's language, with {roles} in their places, for the roles there are.

    All by their meanings: that of the claim's polarity, and those of the roles that somebody plays.
    """
    match polarity:
        case "denied":
            clauses = [tr("{source} denied {cue}")]
        case "no_comment":
            clauses = [tr("{source} declined to comment {cue}")]
        case _:
            clauses = [tr("{source} said {cue}")]
    if "target" in filled:
        clauses.append(tr("about {target}"))
    if "addressee" in filled:
        clauses.append(tr("to {addressee}"))
    return clauses


def pieces(clauses: list[str]) -> Iterator[tuple[str, bool]]:
    """The words and the {roles} of a sentence in their order; True for a role."""
    for clause in clauses:
        for place, piece in enumerate(_PLACE.split(clause)):
            if piece.strip():
                yield piece.strip(), place % 2 == 1


class FrameCard(QWidget):
    """Shows one frame; a chip's signal says what is to become of its link."""

    mark_chosen = Signal(str)
    role_asked = Signal(str, str)
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None
        self.chips: dict[str, RoleChip] = {}
        """The chips by the id of their link."""
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_frame(self, span: Span) -> None:
        """Show the frame of this mark as it is now; what is shown already stays, and with it the focus."""
        links = self._links(span)
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

    def _links(self, span: Span) -> list[Link]:
        marks = self._session.marks_by_id
        return [
            Link(item, marks[item.to_id])
            for kind in self._session.scheme.relations
            for item in self._session.relations
            if item.from_id == span.id and item.label == kind.key and item.to_id in marks
        ]

    def _clear(self) -> None:
        self.chips = {}
        while (item := self._lines.takeAt(0)) is not None:
            # The chip that was clicked has to outlive its own signal.
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self, span: Span, links: list[Link]) -> None:
        frame = next(item for item in self._session.scheme.frames if item.head == span.label)
        scheme = self._session.scheme
        meant = {kind.key: kind.means for kind in scheme.relations if kind.key in frame.roles and kind.means}
        told = set(meant)
        by_role: dict[str, list[Link]] = {}
        for link in links:
            by_role.setdefault(link.relation.label, []).append(link)
        if {"source", "cue"} <= set(meant.values()):
            self._lines.addWidget(self._sentence(span, by_role, {means: key for key, means in meant.items()}))
        else:
            told = set()
        for kind in self._kinds(span):
            if kind.key not in told and kind.key in by_role:
                self._lines.addWidget(_flow([_words(self._title(kind)), *self._chips(by_role[kind.key])]))
        asked = [
            kind
            for kind in self._kinds(span)
            if kind.key not in by_role
            and (kind.key in frame.roles or kind.depth is not None)
            and not (kind.key in told and meant[kind.key] in ("source", "cue"))
        ]
        if asked and not self._fixed:
            self._lines.addWidget(_flow([self._asking(kind) for kind in asked]))

    @property
    def _fixed(self) -> bool:
        return self._session.project.read_only

    def _kinds(self, span: Span) -> list[RelationType]:
        return [kind for kind in self._session.scheme.relations if span.label in kind.from_]

    @staticmethod
    def _title(kind: RelationType) -> str:
        return title_in(kind.title, language(), kind.key)

    def _sentence(self, span: Span, by_role: dict[str, list[Link]], keys: Mapping[str, str]) -> QWidget:
        """The sentence; `keys` are the scheme's relations by what they mean."""
        widgets: list[QWidget] = []
        scheme = self._session.scheme
        polarity = said_by(scheme.label(span.label), "polarity", span.attributes)
        for piece, is_role in pieces(sentence(polarity, {means for means, key in keys.items() if key in by_role})):
            if not is_role:
                widgets.append(_words(piece))
            elif keys[piece] in by_role:
                widgets += self._chips(by_role[keys[piece]])
            elif not self._fixed:
                widgets.append(self._asking(scheme.relation(keys[piece])))
        return _flow(widgets)

    def _chips(self, links: list[Link]) -> list[QWidget]:
        widgets: list[QWidget] = []
        for place, link in enumerate(links):
            if place:
                widgets.append(_words(tr("and")))
            widgets.append(self._chip(link))
            kind = self._session.scheme.relation(link.relation.label)
            widgets += [self._value(link.relation, attribute) for attribute in kind.attributes]
        return widgets

    def _chip(self, link: Link) -> RoleChip:
        session, relation = self._session, link.relation
        kind = session.scheme.relation(relation.label)
        style = themes().theme.mark_style(session.scheme.label(link.to.label))
        text = session.document.text if session.document else ""
        chip = RoleChip(self._title(kind), link.to.quote(text), session.direction, style, fixed=self._fixed)
        chip.clicked.connect(lambda: self.mark_chosen.emit(link.to.id))
        chip.change.connect(lambda: self.role_asked.emit(relation.label, relation.id))
        chip.remove.connect(lambda: self.link_removed.emit(relation.id))
        self.chips[relation.id] = chip
        return chip

    def _value(self, relation: Relation, attribute: Attribute) -> QToolButton:
        """An attribute of the link: a click gives it its next value."""
        title = title_in(attribute.title, language(), attribute.key)
        value = attribute.value(relation.attributes.get(attribute.key, ""))
        word = title_in(value.title, language(), value.key) if value is not None else title
        button = _button(f"({isolate(word)})", lambda: self._next_value(relation, attribute))
        button.setObjectName(f"{relation.id}.{attribute.key}")
        button.setStyleSheet(_TIGHT)
        button.setAccessibleName(f"{isolate(title)}: {isolate(word)}")
        button.setToolTip(tip(tr("{attribute}: click for the next value", attribute=title)))
        button.setEnabled(not self._fixed)
        return button

    def _next_value(self, relation: Relation, attribute: Attribute) -> None:
        value = attribute.after(relation.attributes.get(attribute.key))
        self.link_attribute_chosen.emit(relation.id, attribute.key, value or "")

    def _asking(self, kind: RelationType) -> QToolButton:
        """Return the button for a role that nobody plays yet: it asks who does."""
        button = _button(f"+ {self._title(kind)}", lambda: self.role_asked.emit(kind.key, ""))
        button.setObjectName(f"ask.{kind.key}")
        button.setStyleSheet(_OPEN.format(line=themes().theme.color("outline").name()))
        button.setAccessibleName(tr("Link: {role}…", role=self._title(kind)))
        return button


def _flow(widgets: list[QWidget]) -> QWidget:
    """Words and chips set like a line of text."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=3)
    flow.setContentsMargins(0, 0, 0, 0)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    height = max(widget.sizeHint().height() for widget in widgets)
    for widget in widgets:
        widget.setFixedHeight(height)
        flow.addWidget(widget)
    return holder


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(QApplication.font())
    return label


def _button(text: str, do: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setProperty("flat", True)
    button.setText(literal(text))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(do)
    return button
