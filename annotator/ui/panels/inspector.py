"""The selected mark: what it says, its label, its attributes, whom it names, and what it is linked to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Attribute, Label, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import language, tr
from annotator.ui.panels.actor_link import ActorCard
from annotator.ui.panels.frame_card import FrameCard, heads_frame, roles_played
from annotator.ui.panels.linked_marks import LinkedMarks, on_one_line
from annotator.ui.panels.open_value import OpenValue
from annotator.ui.panels.quote import QuoteBlock
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

    def __init__(self, body: QWidget, session: Session | None) -> None:
        self.body = body
        self._session = session
        self.attributes: dict[str, Segments | OpenValue] = {}
        self.quote: QuoteBlock | None = None
        self.labels: Segments | None = None
        self.frame: FrameCard | None = None
        self.actor: ActorCard | None = None
        self.roles: LinkedMarks | None = None
        self.played: LinkedMarks | None = None
        self.statement: StatementCard | None = None
        self.suggestion: SuggestionCard | None = None

    def show_mark(self, span: Span) -> None:
        """Show a mark as it is now; buttons keep their focus."""
        session = self._session
        if session is None:
            return
        if self.quote is not None:
            self.quote.show_text(span.quote(session.document.text if session.document else ""))
        for key, field in self.attributes.items():
            field.set_current(span.attributes.get(key))
        if self.labels is not None:
            # Pressing the button of the label that it has, changes nothing.
            self.labels.set_current(span.label)
        self._show_links(span, session)

    def _show_links(self, span: Span, session: Session) -> None:
        if self.frame is not None:
            self.frame.show_frame(span)
        if self.actor is not None:
            self.actor.show_actor(session.actor(span))
        if self.roles is not None:
            self.roles.show_links([(_title_of(key, session), marks) for key, marks in session.roles(span)])
        if self.played is not None:
            played = roles_played(session, span)
            self.played.show_links([(tr("{role} of", role=_title_of(key, session)), marks) for key, marks in played])
        if self.statement is not None:
            self.statement.show_statement(statement_of(session, span), span.agreement)


class CardStack(QWidget):
    """Holds all cards, one of them in sight: a widget that changes its parent is styled anew with all that is in it."""

    def __init__(self) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)

    def hold(self, body: QWidget) -> None:
        """Take a card in, out of sight."""
        body.hide()
        lines = self.layout()
        assert lines is not None
        lines.addWidget(body)


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
        self._card = Card(QWidget(), None)
        self._stack = CardStack()
        self._stack.hold(self._card.body)
        self.setWidget(self._stack)
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
        self._forget_kept()
        self._shape = None
        self.refresh()

    def _forget_kept(self) -> None:
        for card in self._kept.values():
            card.body.deleteLater()
        self._kept = {}

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
        if shape != self._shape:
            self._put_away()
            self._shape = shape
            if shape in self._kept:
                self._card = self._kept.pop(shape)
            else:
                self._card = self._built(span, pointed)
                self._stack.hold(self._card.body)
            self._keep_place()
        if span is not None and pointed is None:
            self._card.show_mark(span)
        self._card.body.show()

    def _put_away(self) -> None:
        """Take the card out of sight. The button that was clicked may be on it: it has to outlive its own signal."""
        old = self._card.body
        old.hide()
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
        layout = self._card.body.layout()
        return layout.totalHeightForWidth(width) if layout else 0

    def _shape_of(self, span: Span | None) -> object:
        """Everything that decides which widgets the card has."""
        if self._session is None or span is None:
            return ()
        # What is being written into a field belongs to the mark.
        own = span.id if any(one.open is not None for one in self._session.scheme.label(span.label).attributes) else ""
        return (span.label, self._more, self._session.direction, own)

    def _suggested(self, pointed: Span) -> object:
        """Everything that decides how the card of a suggestion looks."""
        assert self._session is not None
        return repr((pointed, [span.id for span in self._session.suggestions], self._session.relations))

    def _keep_place(self) -> None:
        """Leave the card where it stands when the scroll bar comes or goes beside it."""
        lines = self._card.body.layout()
        bar = self.verticalScrollBar()
        if lines is not None:
            taken = min(bar.sizeHint().width(), MARGIN_PX) if bar.maximum() > bar.minimum() else 0
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            # Qt mirrors layouts, but not their margins.
            left, right = (taken, 0) if mirrored else (0, taken)
            lines.setContentsMargins(MARGIN_PX - left, 12, MARGIN_PX - right, 6)

    def _built(self, span: Span | None, pointed: Span | None) -> Card:
        body = QWidget()
        self._card = Card(body, self._session)
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
            box.addWidget(self._frame_card(session))
        else:
            self._add_links(box, label, session)
        self._card.played = self._linked(box, session)
        if span.label in claim_labels(session.scheme):
            box.addWidget(self._statement_card(session))
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

    def _frame_card(self, session: Session) -> FrameCard:
        frame = self._card.frame = FrameCard(session)
        frame.mark_chosen.connect(self.mark_chosen)
        frame.role_asked.connect(self.role_asked)
        frame.link_removed.connect(self.link_removed)
        frame.link_attribute_chosen.connect(self.link_attribute_chosen)
        return frame

    def _statement_card(self, session: Session) -> StatementCard:
        card = self._card.statement = StatementCard(fixed=session.project.read_only)
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

    def _add_links(self, box: QVBoxLayout, label: Label, session: Session) -> None:
        if label.names_actor:
            card = self._card.actor = ActorCard(session)
            card.asked.connect(self.actor_asked)
            box.addWidget(card)
        self._card.roles = self._linked(box, session)

    def _linked(self, box: QVBoxLayout, session: Session) -> LinkedMarks:
        linked = LinkedMarks(session, box.spacing())
        linked.mark_chosen.connect(self.mark_chosen)
        box.addWidget(linked)
        return linked

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
        return on_one_line(title, field)

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
        self._forget_kept()
        self.refresh()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _title_of(key: str, session: Session) -> str:
    """The title of a relation in the language of the window."""
    return title_in(session.scheme.relation(key).title, language(), key)
