"""What is known of the article on the page: title, publisher, date, length, marks, hidden characters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.document import Direction
from annotator.text.controls import OVERRIDES, find_controls
from annotator.text.tokens import tokens
from annotator.ui.i18n import date, isolate, tr, tr_n
from annotator.ui.panels.painting import draw_line
from annotator.ui.session import Session
from annotator.ui.theme import themes


class TitleLine(QWidget):
    """The article's title on one line, in the article's direction."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._direction: Direction = "rtl"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, text: str, direction: Direction) -> None:
        """Show this title."""
        self._text, self._direction = text, direction
        self.setToolTip(isolate(text))
        self.setAccessibleName(isolate(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, QFontMetrics(self._title_font()).height() + 6)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        color = themes().theme.color("ink")
        draw_line(painter, QRectF(self.rect()), self._text, self._title_font(), color, self._direction)


class DocumentHeader(QFrame):
    """Two calm lines above the article; the second counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_header")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session: Session | None = None
        self._counted = ("", 0, "")
        self.title = TitleLine()
        self.facts = QLabel()
        self.facts.setProperty("role", "dim")
        self.facts.setMinimumWidth(40)
        self.hidden = QLabel()
        self.hidden.setProperty("role", "key")
        self.done = QToolButton()
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.done.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._build()

    def _build(self) -> None:
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 14, 20, 8)
        lines.setSpacing(2)
        above = QHBoxLayout()
        above.setSpacing(14)
        above.addWidget(self.title, 1)
        above.addWidget(self.done)
        lines.addLayout(above)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.facts)
        below.addWidget(self.hidden)
        below.addStretch(1)
        lines.addWidget(self._below)

    def set_session(self, session: Session | None) -> None:
        """Tell of the documents of this project."""
        self._session = session
        self.refresh()

    def set_column(self, side: int) -> None:
        """Leave this many pixels free on both sides, so that the title stands above the text."""
        margins = self._lines.contentsMargins()
        self._lines.setContentsMargins(side, margins.top(), side, margins.bottom())

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._counted = ("", 0, "")
        self.refresh()

    def refresh(self) -> None:
        """Tell of the document on the page as it is now."""
        session = self._session
        if session is None or session.document is None:
            return
        document = session.document
        self.title.set_title(document.title, session.direction)
        # The facts stand under the title, on the side where the article begins.
        sides = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        self._below.setLayoutDirection(sides[session.direction])
        origin = document.origins[0] if document.origins else None
        words, hidden = self._count(document.id, document.text)
        facts = (
            isolate(origin.publisher) if origin and origin.publisher else "",
            date(origin.published) if origin and origin.published else "",
            tr_n("{n} words", words),
            tr_n("{n} marks", len(session.spans)),
        )
        self.facts.setText("   ·   ".join(filter(None, facts)))
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(hidden)

    def _count(self, document_id: str, text: str) -> tuple[int, str]:
        """Words and hidden characters, counted once for each document that is shown."""
        if self._counted[0] != document_id:
            self._counted = (document_id, len(tokens(text)), self._tell_hidden(text))
        return self._counted[1], self._counted[2]

    def _tell_hidden(self, text: str) -> str:
        controls = find_controls(text)
        names = sorted({control.name for control in controls})
        self.hidden.setToolTip(tr("Characters that show nothing: {names}", names=", ".join(names)))
        if not controls:
            return ""
        told = tr_n("{n} hidden characters", len(controls))
        return f"⚠ {told}" if OVERRIDES & set(names) else told
