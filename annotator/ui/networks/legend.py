"""The legend of a network: what its strokes mean, in the window's direction."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.networks import NetworkEdge
from annotator.services.discourse import Drawing
from annotator.ui.i18n import tr
from annotator.ui.networks.look import edge_pen
from annotator.ui.panels.painting import small
from annotator.ui.theme import themes

STROKE_PX, GAP_PX = 26.0, 16.0
_SAMPLES = ((1.0, 1, 0), (-1.0, 0, 1), (0.0, 1, 1), (0.0, 0, 0))


class NetworkLegend(QWidget):
    """A short line and a word for each kind of edge."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "statements"
        self.setFont(small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show the words for this network."""
        self._kind = drawn.options.network if drawn is not None else self._kind
        self.updateGeometry()
        self.update()

    def _words(self) -> list[tuple[NetworkEdge, str]]:
        words = {
            "targets": (tr("in favour +"), tr("against −"), tr("both ±"), tr("neither")),
            "statements": (tr("agrees +"), tr("disagrees −"), tr("both ±"), tr("unclear")),
        }.get(self._kind, (tr("they agree +"), tr("they disagree −")))
        edges = [
            NetworkEdge(start="", end="", weight=weight, for_=for_, against=against, places=())
            for weight, for_, against in _SAMPLES
        ]
        return list(zip(edges, words, strict=False))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        wide = sum(STROKE_PX + 5 + metrics.horizontalAdvance(word) + GAP_PX for _, word in self._words())
        return QSize(round(wide), round(metrics.height()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        metrics, theme = QFontMetricsF(self.font()), themes().theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            at = 0.0
            for edge, word in self._words():
                wide = metrics.horizontalAdvance(word) + 2
                left = self.width() - at - STROKE_PX if mirrored else at
                middle = self.height() / 2
                painter.setPen(edge_pen(edge, 2.0, theme))
                painter.drawLine(QPointF(left, middle), QPointF(left + STROKE_PX, middle))
                painter.setPen(theme.color("dim"))
                text = left - 5 - wide if mirrored else left + STROKE_PX + 5
                painter.drawText(QRectF(text, 0, wide, self.height()), Qt.AlignmentFlag.AlignCenter, word)
                at += STROKE_PX + 5 + wide + GAP_PX

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
