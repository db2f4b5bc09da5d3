"""The header of the article on the page: two calm lines, and the details below them on request."""

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.document import Direction
from annotator.ui.after_painting import after_painting
from annotator.ui.i18n import MOST_SHOWN, date, isolate, tip, tr, tr_n, ui_direction
from annotator.ui.interface_size import px
from annotator.ui.panels.painting import draw_line, elided
from annotator.ui.session import Session
from annotator.ui.theme import themes
from annotator.visible import clipped

if TYPE_CHECKING:
    from annotator.ui.panels.about import Hidden
    from annotator.ui.panels.document_details import DocumentDetails

AFTER_PAINTING_MS = 80
"""Milliseconds that leave an article that was just opened time to be painted."""

UNNOTICED = 0.01
"""Seconds of work that nobody notices between two events."""

BORDERS = 14
"""Pixels of a badge that are not its words."""

SIDE_MARGIN_PX = 20
"""Pixels that stay free at the sides."""

MAX_HEIGHT_SHARE = 0.5
"""The share of the page's height that the details may take; the rest of them is scrolled."""


class TextLine(QWidget):
    """One line that gives way when the window is narrow, aligned to the side where the article begins."""

    accessible_role = "StaticText"

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
        text = clipped(text, MOST_SHOWN)
        self.text, self._direction, self._side = text, direction, side
        self.setToolTip(tip(isolate(text)))
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
        with QPainter(self) as painter:
            draw_line(painter, QRectF(self.rect()), self.text, self._font(), color, self._direction, self._side)


class Badge(QLabel):
    """A few words that stand out; where there is no room for all of them, they end in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, text: str, role: str) -> None:
        """Say this in the role "key" (information) or "warning"."""
        self._told = text
        self.setProperty("role", role)
        # A sheet's rule is looked for again only when it is told to.
        self.style().polish(self)
        self.setText(text)
        self.setAccessibleName(text)
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(
            round(QFontMetricsF(self.font()).horizontalAdvance(self._told)) + BORDERS, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        if self.width() >= self.sizeHint().width():
            self.setText(self._told)
        else:
            self.setText(elided(self._told, self.font(), self.width() - BORDERS))


class Chevron(QToolButton):
    """Opens and closes what lies below it, and points to where that will go."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document_details_button")
        self.setProperty("flat", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(px(26), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            round_ = (Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(QPen(themes().theme.color("dim"), 1.6, Qt.PenStyle.SolidLine, *round_))
            middle, lift = QRectF(self.rect()).center(), -2.2 if self.isChecked() else 2.2
            ends = [QPointF(middle.x() + x, middle.y() + y) for x, y in ((-4.5, -lift), (0, lift), (4.5, -lift))]
            painter.drawPolyline(ends)


class DocumentHeader(QFrame):
    """The lines above the article. `changed` carries what the person says of one: its id, a field, a value."""

    changed = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_header")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session: Session | None = None
        self._counted: tuple[str, int, Hidden | None] = ("", 0, None)
        self._counting: tuple[str, Iterator[int]] = "", iter(())
        self._words = 0
        self._details: DocumentDetails | None = None
        self.title = TextLine("ink", 1.2, QFont.Weight.DemiBold)
        self.facts = TextLine("dim", 1.0, QFont.Weight.Normal)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hidden = Badge()
        self.done = QToolButton()
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.done.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.chevron = Chevron()
        self.chevron.toggled.connect(self._open)
        self._build()
        self._say()

    def _build(self) -> None:
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(SIDE_MARGIN_PX, 14, SIDE_MARGIN_PX, 8)
        lines.setSpacing(2)
        self._above = _row(self.title, self.done, spacing=14)
        self._below = _row(self.hidden, self.facts, self.chevron, spacing=10)
        lines.addWidget(self._above)
        lines.addWidget(self._below)

    def set_session(self, session: Session | None) -> None:
        """Tell of the documents of this project."""
        self._session = session
        if session is not None:
            session.document_changed.connect(self.refresh)
        self.refresh()

    def finish(self) -> None:
        """Commit the edit in progress, before the project is closed."""
        if self._details is not None:
            self._details.finish()

    def set_column(self, left: int, right: int) -> None:
        """Leave this many pixels free at the sides, so that the title stands above the text."""
        margins = self._lines.contentsMargins()
        self._lines.setContentsMargins(
            max(left, SIDE_MARGIN_PX), margins.top(), max(right, SIDE_MARGIN_PX), margins.bottom()
        )

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._say()
        if self._details is not None:
            self._details.rebuild()
        self.refresh()

    def _say(self) -> None:
        name = tr("About this article")
        self.chevron.setToolTip(name)
        self.chevron.setAccessibleName(name)

    def refresh(self) -> None:
        """Tell of the document on the page as it is now."""
        session = self._session
        if session is None or session.document is None:
            return
        document = session.document
        self.title.set_text(document.title, session.directions.of_title(document), session.direction)
        # Title and facts stand on the side where the article begins.
        sides = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        for row in (self._above, self._below):
            row.setLayoutDirection(sides[session.direction])
        self.done.setLayoutDirection(self.layoutDirection())
        words, hidden = self._count(document.id)
        origin = document.origins[0] if document.origins else None
        facts = (
            isolate(origin.publisher) if origin and origin.publisher else "",
            date(origin.published) if origin and origin.published else "",
            "" if words is None else tr_n("{n} words", words),
            tr_n("{n} marks", len(session.spans)),
        )
        told = "   ·   ".join(filter(None, facts))
        self.facts.set_text(told, ui_direction(), session.direction)
        self._tell_hidden(hidden)
        if self._details is not None and self.chevron.isChecked():
            self._details.show_document(session, words, hidden)
            self._fit()

    def _tell_hidden(self, hidden: "Hidden | None") -> None:
        told = hidden.told() if hidden else ""
        self.hidden.setVisible(bool(told))
        if hidden and told:
            self.hidden.tell(told, "warning" if hidden.overrides else "key")
            self.hidden.setToolTip(tip("\n".join((tr("Characters that show nothing:"), *hidden.lines()))))

    def _count(self, document_id: str) -> "tuple[int | None, Hidden | None]":
        """Words and hidden characters, counted once for each document, after it has been painted."""
        if self._counted[0] == document_id:
            return self._counted[1], self._counted[2]
        after_painting(AFTER_PAINTING_MS, self, self._count_now)
        return None, None

    def _count_now(self) -> None:
        from annotator.text.tokens import counted

        document = self._session.document if self._session else None
        if document is not None and document.id not in (self._counted[0], self._counting[0]):
            self._counting = document.id, counted(document.text)
            self._count_on()

    def _count_on(self) -> None:
        """Count for as long as nobody notices, and on once the window has done what else there is."""
        from annotator.ui.panels.about import hidden_in

        document, (document_id, counts) = self._session.document if self._session else None, self._counting
        if document is None or document.id != document_id:
            self._counting = "", iter(())
            return
        until = monotonic() + UNNOTICED
        for self._words in counts:
            if monotonic() > until:
                QTimer.singleShot(0, self, self._count_on)
                return
        self._counting = "", iter(())
        self._counted = document_id, self._words, hidden_in(document.text)
        self.refresh()

    # The details

    @property
    def details(self) -> "DocumentDetails":
        """Return the details that can be changed; made when they are first asked for."""
        if self._details is None:
            from annotator.ui.panels.document_details import DocumentDetails

            self._details = DocumentDetails()
            self._details.changed.connect(self.changed)
            self._lines.addWidget(self._details)
            page = self.parentWidget()
            if page is not None:
                page.installEventFilter(self)
        return self._details

    def _open(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.refresh()

    def _fit(self) -> None:
        page = self.parentWidget()
        if page is not None and self._details is not None:
            self._details.fit(int(page.height() * MAX_HEIGHT_SHARE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.chevron.isChecked():
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)


def _row(*widgets: QWidget, spacing: int) -> QWidget:
    """The widgets side by side; lines of text take what room there is."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, TextLine) else 0)
    return row
