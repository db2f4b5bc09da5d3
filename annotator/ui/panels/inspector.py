"""The selected mark: what it says, its label, its attributes, whom it names, and what it is linked to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Attribute, Label, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import isolate, language, tr
from annotator.ui.panels.actor_link import ActorCard
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.frame_card import FrameCard, heads_frame, roles_played
from annotator.ui.panels.open_value import OpenValue
from annotator.ui.panels.quote import Chip, QuoteBlock
from annotator.ui.panels.segments import SegmentRow, Segments
from annotator.ui.panels.statement_card import StatementCard, statement_of
from annotator.ui.panels.suggestion_card import SuggestionCard
from annotator.ui.session import Session
from annotator.ui.theme import themes

MARGIN_PX = 12
"""Pixels between the card and the sides of its pane."""
CARDS_KEPT = 6
"""Cards that wait to be shown again: making one takes longer than everything else that a mark does to the window."""


class Card:
    """The widgets of a card that show another mark of the same kind without being made anew."""

    def __init__(self, body: QWidget) -> None:
        self.body = body
        self.attributes: dict[str, Segments | OpenValue] = {}
        self.quote: QuoteBlock | None = None
        self.labels: Segments | None = None
        self.frame: FrameCard | None = None
        self.statement: StatementCard | None = None
        self.suggestion: SuggestionCard | None = None

    def show_mark(self, span: Span, text: str) -> None:
        """Show a mark of an article's text as it is now; buttons keep their focus."""
        if self.quote is not None:
            self.quote.show_text(span.quote(text))
        for key, field in self.attributes.items():
            field.set_current(span.attributes.get(key))
        if self.labels is not None:
            # Pressing the button of the label that it has, changes nothing.
            self.labels.set_current(span.label)
        if self.frame is not None:
            self.frame.show_frame(span)
        if self.statement is not None:
            self.statement.show_agreement(span.agreement)


class Inspector(QScrollArea):
    """A card for the selected mark; without one it says how to make one."""

    label_chosen = Signal(str)
    attribute_chosen = Signal(str, str)
    mark_chosen = Signal(str)
    actor_asked = Signal()
    statement_asked = Signal()
    agreement_chosen = Signal(str)
    role_asked = Signal(str, str)
    """A role, and the link that goes when somebody else plays it (empty: one more plays it)."""
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)
    answered = Signal(str)
    """The suggestion on the card is to be answered by the action with this id."""

    def __init__(self, delete: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._delete = delete
        self._session: Session | None = None
        self._shape: object = None
        self._more = False
        self._card = Card(QWidget())
        self._kept: dict[object, Card] = {}
        """Cards that are not in sight, by their shape; the one that was shown last comes last."""
        self.verticalScrollBar().rangeChanged.connect(self._keep_place)

    def set_session(self, session: Session | None) -> None:
        """Inspect marks of this project."""
        self._session = session
        self.rebuild()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Selected mark"))
        self.rebuild()

    def rebuild(self) -> None:
        """Build the card anew, after the language or the theme changed."""
        for card in self._kept.values():
            card.body.deleteLater()
        self._kept = {}
        self._shape = None
        self.refresh()

    @property
    def labels(self) -> Segments | None:
        """The buttons of the label of the selected mark."""
        return self._card.labels

    @property
    def frame(self) -> FrameCard | None:
        """The rows of its roles, if the selected mark heads a frame."""
        return self._card.frame

    @property
    def suggestion(self) -> SuggestionCard | None:
        """The card of the suggestion that is asked about."""
        return self._card.suggestion

    @property
    def statement(self) -> StatementCard | None:
        """The statement, if the selected mark is a claim."""
        return self._card.statement

    def refresh(self) -> None:
        """Show the selected mark as it is now; a card that is still right keeps its buttons and their focus."""
        span = self._session.selected if self._session else None
        pointed = self._session.pointed if self._session else None
        shape = self._shape_of(span) if pointed is None else self._suggested(pointed)
        if shape != self._shape or self.widget() is None:
            self._put_away()
            self._shape = shape
            self._card = self._kept.pop(shape) if shape in self._kept else self._built(span, pointed)
            self.setWidget(self._card.body)
            self._keep_place()
        if span is not None and self._session is not None:
            self._card.show_mark(span, self._session.document.text if self._session.document else "")

    def _put_away(self) -> None:
        """Take the card out of sight. The button that was clicked may be on it: it has to outlive its own signal."""
        if self.widget() is None:
            return
        old = self.takeWidget()
        if self._shape is None or self.suggestion is not None:
            old.deleteLater()
            return
        self._kept[self._shape] = self._card
        if len(self._kept) > CARDS_KEPT:
            self._kept.pop(next(iter(self._kept))).body.deleteLater()

    def segments(self, attribute: str) -> Segments:
        """The buttons of an attribute that is in sight; KeyError if none is."""
        found = self._card.attributes[attribute]
        if not isinstance(found, Segments):
            raise KeyError(attribute)
        return found

    def open_value(self, attribute: str) -> OpenValue:
        """The field of an attribute with open values that is in sight; KeyError if none is."""
        found = self._card.attributes[attribute]
        if not isinstance(found, OpenValue):
            raise KeyError(attribute)
        return found

    def wanted_height(self, width: int) -> int:
        """Return the height of the whole card at this width, in pixels."""
        widget = self.widget()
        layout = widget.layout() if widget else None
        return layout.totalHeightForWidth(width) if layout else 0

    def _shape_of(self, span: Span | None) -> object:
        """Everything that decides which widgets the card has."""
        if self._session is None or span is None:
            return ()
        heads = heads_frame(self._session.scheme, span)
        # The rows of a frame follow its roles by themselves, and keep the focus where it is.
        roles = [] if heads else [(key, [mark.id for mark in marks]) for key, marks in self._session.roles(span)]
        played = [(key, [(mark.id, mark.parts) for mark in marks]) for key, marks in roles_played(self._session, span)]
        named = repr((self._session.actor(span), statement_of(self._session, span)))
        # What is being written into a field belongs to the mark.
        own = span.id if any(one.open is not None for one in self._session.scheme.label(span.label).attributes) else ""
        return (span.label, named, repr((roles, played)), self._more, self._session.direction, own)

    def _suggested(self, pointed: Span) -> object:
        """Everything that decides how the card of a suggestion looks."""
        assert self._session is not None
        return repr((pointed, [span.id for span in self._session.suggestions], self._session.relations))

    def _keep_place(self) -> None:
        """Leave the card where it stands when the scroll bar comes or goes beside it."""
        body = self.widget()
        lines = body.layout() if body is not None else None
        bar = self.verticalScrollBar()
        if lines is not None:
            taken = min(bar.sizeHint().width(), MARGIN_PX) if bar.maximum() > bar.minimum() else 0
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            # Qt mirrors layouts, but not their margins.
            left, right = (taken, 0) if mirrored else (0, taken)
            lines.setContentsMargins(MARGIN_PX - left, 12, MARGIN_PX - right, 6)

    def _built(self, span: Span | None, pointed: Span | None) -> Card:
        body = QWidget()
        self._card = Card(body)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 6)
        card = QFrame()
        card.setProperty("card", True)
        outer.addWidget(card)
        box = QVBoxLayout(card)
        box.setContentsMargins(14, 10, 14, 12)
        box.setSpacing(9)
        if pointed is not None and self._session is not None:
            box.addWidget(self._suggestion_card(pointed, self._session))
        elif span is None or self._session is None:
            self._build_empty(box)
        else:
            self._build_mark(box, span, self._session)
        outer.addStretch(1)
        return self._card

    def _build_empty(self, box: QVBoxLayout) -> None:
        box.addWidget(_label(tr("No mark selected"), "caption"))
        says = _label(tr("Select words in the article and press the key of a label, or click a mark."), "dim")
        says.setWordWrap(True)
        box.addWidget(says)

    def _build_mark(self, box: QVBoxLayout, span: Span, session: Session) -> None:
        label = session.scheme.label(span.label)
        box.addLayout(self._heading(label))
        text = session.document.text if session.document else ""
        quote = self._card.quote = QuoteBlock(span.quote(text), session.direction, themes().theme.mark_style(label))
        box.addWidget(quote)
        if heads_frame(session.scheme, span):
            box.addWidget(self._frame_card(span, session))
        else:
            self._add_links(box, span, session)
        self._add_played(box, span, session)
        if span.label in claim_labels(session.scheme):
            box.addWidget(self._statement_card(span, session))
        quick = [item for item in label.attributes if item.quick]
        rest = [item for item in label.attributes if not item.quick]
        # A label without a quick profile shows what it has: one question more is better than an empty card.
        self._add_attributes(box, label, quick or rest, span)
        if quick and rest:
            self._add_more(box, label, rest, span)
        choices = [(item.key, title_in(item.title, language(), item.key)) for item in session.scheme.labels]
        labels = self._card.labels = Segments(choices, span.label)
        labels.chosen.connect(self.label_chosen)
        box.addWidget(SegmentRow(tr("Label"), labels))

    def _suggestion_card(self, pointed: Span, session: Session) -> SuggestionCard:
        card = self._card.suggestion = SuggestionCard(session, pointed)
        card.answered.connect(self.answered)
        return card

    def _add_played(self, box: QVBoxLayout, span: Span, session: Session) -> None:
        """The claims in which a mark plays a role, and the way back to them."""
        for key, marks in roles_played(session, span):
            kind = session.scheme.relation(key)
            title = tr("{role} of", role=title_in(kind.title, language(), key))
            box.addWidget(_pair(title, self._chips(title, marks, session)))

    def _frame_card(self, span: Span, session: Session) -> FrameCard:
        frame = self._card.frame = FrameCard(session)
        frame.mark_chosen.connect(self.mark_chosen)
        frame.role_asked.connect(self.role_asked)
        frame.link_removed.connect(self.link_removed)
        frame.link_attribute_chosen.connect(self.link_attribute_chosen)
        frame.show_frame(span)
        return frame

    def _statement_card(self, span: Span, session: Session) -> StatementCard:
        card = self._card.statement = StatementCard(statement_of(session, span), span, fixed=session.project.read_only)
        card.asked.connect(self.statement_asked)
        card.agreement_chosen.connect(self.agreement_chosen)
        return card

    def _heading(self, label: Label) -> QLayout:
        row = QHBoxLayout()
        title = title_in(label.title, language(), label.key)
        row.addWidget(_label(tr("Selected: {label}", label=title), "caption"), 1)
        button = QToolButton()
        button.setProperty("flat", True)
        button.setDefaultAction(self._delete)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        return row

    def _add_links(self, box: QVBoxLayout, span: Span, session: Session) -> None:
        if session.scheme.label(span.label).names_actor:
            card = ActorCard(session.actor(span), session)
            card.asked.connect(self.actor_asked)
            box.addWidget(card)
        for key, marks in session.roles(span):
            kind = session.scheme.relation(key)
            title = title_in(kind.title, language(), key)
            box.addWidget(_pair(title, self._chips(title, marks, session)))

    def _chips(self, role: str, marks: list[Span], session: Session) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, to_end=True)
        flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        text = session.document.text if session.document else ""
        for mark in marks:
            style = themes().theme.mark_style(session.scheme.label(mark.label))
            chip = Chip(mark.quote(text), session.direction, style)
            chip.setAccessibleName(f"{isolate(role)}: {isolate(chip.text())}")
            chip.clicked.connect(lambda _=False, target=mark.id: self.mark_chosen.emit(target))
            flow.addWidget(chip)
        return holder

    def _add_attributes(self, box: QVBoxLayout, label: Label, attributes: list[Attribute], span: Span) -> None:
        numbered = label.numbered
        for attribute in attributes:
            title = title_in(attribute.title, language(), attribute.key)
            current = span.attributes.get(attribute.key)
            if attribute.open is not None:
                box.addWidget(self._open_row(attribute.key, title, OpenValue(attribute.open, current)))
                continue
            choices = [(value.key, title_in(value.title, language(), value.key)) for value in attribute.listed]
            segments = Segments(choices, current, clearable=attribute.default is None)
            segments.chosen.connect(lambda value, key=attribute.key: self.attribute_chosen.emit(key, value))
            self._card.attributes[attribute.key] = segments
            key = str(numbered.index(attribute.key) + 1)
            box.addWidget(SegmentRow(title, segments, key if len(key) == 1 else ""))

    def _open_row(self, key: str, title: str, field: OpenValue) -> QWidget:
        field.setObjectName(f"attribute.{key}")
        field.setAccessibleName(title)
        field.setReadOnly(self._session is None or self._session.project.read_only)
        field.chosen.connect(lambda value: self.attribute_chosen.emit(key, value))
        self._card.attributes[key] = field
        return _pair(title, field)

    def _add_more(self, box: QVBoxLayout, label: Label, rest: list[Attribute], span: Span) -> None:
        button = QToolButton()
        button.setObjectName("more")
        button.setProperty("flat", True)
        word = tr("Less") if self._more else tr("More")
        button.setText(f"{word} {'▴' if self._more else '▾'}")
        button.setAccessibleName(word)
        button.clicked.connect(self._toggle_more)
        if self._more:
            self._add_attributes(box, label, rest, span)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _toggle_more(self) -> None:
        self._more = not self._more
        self.refresh()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _pair(title: str, value: QWidget, alignment: Qt.AlignmentFlag | None = None) -> QWidget:
    """A dim title and what belongs to it on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    name = _label(title, "dim")
    # As tall as a chip, so that the title stands on the line of the first one.
    name.setContentsMargins(0, 7, 0, 0)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(value, 1, *(() if alignment is None else (alignment,)))
    return holder
