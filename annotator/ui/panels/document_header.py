"""What is known of the article on the page: title, publisher, date, length, marks, hidden characters."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.document import Direction
from annotator.text.controls import OVERRIDES, find_controls
from annotator.ui.i18n import date, isolate, language, tr, tr_n
from annotator.ui.panels.painting import draw_line
from annotator.ui.session import Session
from annotator.ui.theme import themes

AFTER_PAINTING = 80
"""Milliseconds that leave an article that was just opened time to be painted."""


class TextLine(QWidget):
    """One line that gives way when the window is narrow, aligned to the side where the article begins."""

    def __init__(self, role: str, scale: float, weight: QFont.Weight) -> None:
        super().__init__()
        self._role = role
        self.text = ""
        self._direction: Direction = "rtl"
        self._side: Direction = "rtl"
        self._scale, self._weight = scale, weight
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, direction: Direction, side: Direction) -> None:
        """Show this text, laid out in `direction`."""
        self.text, self._direction, self._side = text, direction, side
        self.setToolTip(isolate(text))
        self.setAccessibleName(isolate(text))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setWeight(self._weight)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text) + 2, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        color = themes().theme.color(self._role)
        draw_line(QPainter(self), QRectF(self.rect()), self.text, self._font(), color, self._direction, self._side)


class DocumentHeader(QFrame):
    """Two calm lines above the article; the second counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_header")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session: Session | None = None
        self._counted: tuple[str, int, str] = ("", 0, "")
        self.title = TextLine("ink", 1.2, QFont.Weight.DemiBold)
        self.facts = TextLine("dim", 1.0, QFont.Weight.Normal)
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
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(14)
        above.addWidget(self.title, 1)
        above.addWidget(self.done)
        lines.addWidget(self._above)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.hidden)
        below.addWidget(self.facts, 1)
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
        self.title.set_text(document.title, session.direction, session.direction)
        # Title and facts stand on the side where the article begins.
        sides = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        for row in (self._above, self._below):
            row.setLayoutDirection(sides[session.direction])
        self.done.setLayoutDirection(self.layoutDirection())
        origin = document.origins[0] if document.origins else None
        words, hidden = self._count(document.id)
        facts = (
            isolate(origin.publisher) if origin and origin.publisher else "",
            date(origin.published) if origin and origin.published else "",
            "" if words is None else tr_n("{n} words", words),
            tr_n("{n} marks", len(session.spans)),
        )
        told = "   ·   ".join(filter(None, facts))
        self.facts.set_text(told, "rtl" if language() == "ar" else "ltr", session.direction)
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(hidden)

    def _count(self, document_id: str) -> tuple[int | None, str]:
        """Words and hidden characters, counted once for each document, after it has been painted."""
        if self._counted[0] == document_id:
            return self._counted[1], self._counted[2]
        QTimer.singleShot(AFTER_PAINTING, self, self._count_now)
        return None, ""

    def _count_now(self) -> None:
        from annotator.text.tokens import tokens

        document = self._session.document if self._session else None
        if document is not None and self._counted[0] != document.id:
            self._counted = (document.id, len(tokens(document.text)), self._tell_hidden(document.text))
            self.refresh()

    def _tell_hidden(self, text: str) -> str:
        controls = find_controls(text)
        names = sorted({control.name for control in controls})
        self.hidden.setToolTip(tr("Characters that show nothing: {names}", names=", ".join(names)))
        if not controls:
            return ""
        told = tr_n("{n} hidden characters", len(controls))
        return f"⚠ {told}" if OVERRIDES & set(names) else told
