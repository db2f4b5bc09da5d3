"""The suggestion that is asked about, as it will be stored: its marks, links and values, and buttons that answer."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.ui.i18n import isolate, language, ltr, tr, tr_n
from annotator.ui.panels.frame_card import FrameCard, heads_frame, links_of
from annotator.ui.panels.painting import leading
from annotator.ui.panels.quote import QuoteBlock
from annotator.ui.session import Session
from annotator.ui.theme import themes

BETWEEN = "   ·   "


class SuggestionCard(QWidget):
    """Describes what Enter would store; `answered` carries the id of the action of the button that was pressed."""

    answered = Signal(str)
    mark_chosen = Signal(str)

    def __init__(self, session: Session, pointed: Span) -> None:
        """`pointed` is any part of what is suggested; the card is of the whole."""
        super().__init__()
        self.setObjectName("suggestion_card")
        self._session = session
        whole = session.readings.attribution(pointed)
        self._single = whole is None or len(whole.spans) == 1
        self.preview = session.readings.whole_preview(pointed)
        self.frame: FrameCard | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(9)
        self._build(pointed)

    def _build(self, pointed: Span) -> None:
        session, head = self._session, self.preview.head
        self._lines.addLayout(self._heading(pointed))
        label = session.scheme.label(head.label)
        text = session.document.text if session.document else ""
        self._lines.addWidget(QuoteBlock(head.quote(text), session.direction, themes().theme.mark_style(label)))
        if heads_frame(session.scheme, head):
            self.frame = FrameCard(session, fixed=True)
            by_id = {span.id: span for span in self.preview.spans}
            self.frame.show_links(head, links_of(session.scheme, head, self.preview.relations, by_id))
            self._lines.addWidget(self.frame)
        marks = tr_n("{n} marks", len(self.preview.fresh))
        links = tr_n("{n} links", len(self.preview.relations))
        self._lines.addWidget(_label(tr("If you take it: {marks}, {links}.", marks=marks, links=links), "dim"))
        if not session.project.read_only:
            self._add_answers()
        for line in self._described():
            self._lines.addWidget(_label(line, "dim"))

    def _heading(self, pointed: Span) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_label(tr("Suggestion, not stored yet"), "caption"), 1)
        suggestions = self._session.suggestions
        place = next((n for n, one in enumerate(suggestions, 1) if one.id == pointed.id), 0)
        row.addWidget(QLabel(tr("{n} of {count}", n=place, count=len(suggestions))))
        return row

    def _described(self) -> Iterator[str]:
        """Each mark with its label, its entry in the registry and its values, as they will be."""
        text = self._session.document.text if self._session.document else ""
        for span in sorted(self.preview.spans, key=lambda span: (span.id != self.preview.head.id, span.start)):
            label = self._session.scheme.label(span.label)
            told = [self._session.actor_name(span) or ""]
            told += [
                f"{title_in(one.title, language(), one.key)}: {title_in(value.title, language(), value.key)}"
                for one in label.attributes
                if (value := one.value(span.attributes.get(one.key, ""))) is not None
            ]
            words = BETWEEN.join(isolate(one) for one in told if one)
            title = isolate(title_in(label.title, language(), label.key))
            if words:
                yield f"{title} {isolate(_short(span.quote(text)))}: {words}"

    def _add_answers(self) -> None:
        whole = tr("Take it") if self._single else tr("Take the whole attribution")
        self._lines.addWidget(self._button(whole, "Enter", "suggest.accept", primary=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self._single:
            row.addWidget(self._button(tr("Only this part"), "", "suggest.accept_part"))
        row.addWidget(self._button(tr("Refuse"), "", "suggest.reject"))
        self._lines.addLayout(row)

    def _button(self, words: str, key: str, action: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(f"{words}   {ltr(key)}" if key else words)
        # The pane decides how wide the card is.
        button.setMinimumWidth(40)
        button.setObjectName(action)
        button.setAccessibleName(words)
        button.setProperty("primary", primary)
        # The article keeps the focus, and with it the keys.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.answered.emit(action))
        return button


def _short(quote: str, most: int = 24) -> str:
    return quote if len(quote) <= most else f"{quote[:most].rstrip()}…"


def _label(text: str, role: str) -> QLabel:
    label = QLabel(leading(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
