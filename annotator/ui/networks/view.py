"""The network as a widget: pointed at, walked through by arrows, and opened node by node and edge by edge."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.networks import NetworkEdge
from annotator.services.discourse import Drawing
from annotator.ui.announcing import announce
from annotator.ui.i18n import isolate, number, tip, tr, tr_n
from annotator.ui.networks.geometry import PLANE_PX, Geometry, Spot
from annotator.ui.networks.look import MINUS, signed, weight_told
from annotator.ui.networks.painting import FADED, NetworkPainter
from annotator.ui.slices import Slices
from annotator.ui.theme import themes

_STEPS = {
    Qt.Key.Key_Left.value: (-1, 0),
    Qt.Key.Key_Right.value: (1, 0),
    Qt.Key.Key_Up.value: (0, -1),
    Qt.Key.Key_Down.value: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
PICTURE_SCALE = 2
"""Pixels of a picture for each pixel of the window."""


class NetworkView(QWidget):
    """`node_opened` carries an id, `edge_opened` a NetworkEdge: the claims behind it are wanted."""

    accessible_role = "Chart"
    node_opened = Signal(str)
    edge_opened = Signal(object)
    moved = Signal(object)
    """The node that the arrows chose, as a Spot, to be brought into sight."""
    whole_changed = Signal()
    """All edges are painted now, or there are so many that this takes a while."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("network_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawn: Drawing | None = None
        self.placed: Geometry | None = None
        self._pointed: Spot | NetworkEdge | None = None
        self.current: Spot | None = None
        self._layers: list[QPixmap] = []
        self._drawing: Slices | None = None
        self.painted = 0
        """Edges that are painted so far."""

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show another network."""
        held = self.current.id if self.current is not None else None
        self._drawn, self._pointed, self.current = drawn, None, None
        self._place()
        if self.placed is not None and held is not None:
            self.current = next((spot for spot in self.placed.spots.values() if spot.id == held), None)
        if self.hasFocus():
            self._begin()
        self.setAccessibleDescription(self._told())
        self.updateGeometry()
        self.update()

    def _told(self) -> str:
        if self._drawn is None or self.placed is None:
            return ""
        figures = [tr_n("{n} nodes", len(self.placed.spots)), tr_n("{n} edges", len(self._drawn.edges))]
        return ". ".join((", ".join(figures), tr("The arrows walk through the nodes, {Enter} opens what is said.")))

    def _place(self) -> None:
        self.placed = None
        self.repaint_all()
        if self._drawn is not None:
            self.placed = Geometry(self._drawn, self.width(), self.height(), mirrored=self._mirrored())
            self.setMinimumHeight(self.placed.least[1])

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        return QSize(*PLANE_PX)

    # How it is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen, seen = self._pointed or self.current, QRectF(event.rect())
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), themes().theme.color("page"))
            made = self._painter()
            if made is None:
                return
            painter.setOpacity(FADED if chosen is not None else 1.0)
            for layer in self._whole(made):
                painter.drawPixmap(seen, layer, _scaled(seen, layer.devicePixelRatio()))
            painter.setOpacity(1.0)
            if chosen is not None:
                made.paint_near(painter, chosen)
            if self.current is not None and self.hasFocus():
                made.paint_ring(painter, self.current)

    def _painter(self) -> NetworkPainter | None:
        if self.placed is None:
            return None
        return NetworkPainter(self.placed, self.width(), self.font(), themes().theme, mirrored=self._mirrored())

    def _whole(self, made: NetworkPainter) -> Sequence[QPixmap]:
        """The edges, and what lies over them: painted once, for whoever points at parts should not wait for the rest.

        Thousands of edges come one after the other, between two answers of the window.
        """
        if not self._layers:
            self._layers = [self._blank(), self._blank()]
            self._drawing = Slices(self._steps(made, *self._layers), self._end_drawing, self)
            if not self.is_whole:
                self.whole_changed.emit()
        return self._layers

    def _steps(self, made: NetworkPainter, edges: QPixmap, over: QPixmap) -> Iterator[int]:
        with QPainter(over) as painter:
            made.paint_over(painter)
        yield 0
        for painted in made.steps(edges):
            self.painted = painted
            yield painted
            self.update()

    def _end_drawing(self) -> None:
        late, self._drawing = self._drawing is not None, None
        if late:
            self.update()
            self.whole_changed.emit()

    @property
    def is_whole(self) -> bool:
        """Return whether all edges are painted, as far as anything is."""
        return self._drawing is None or self._drawing.is_over

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        blank = QPixmap(self.size() * ratio)
        blank.setDevicePixelRatio(ratio)
        blank.fill(Qt.GlobalColor.transparent)
        return blank

    def repaint_all(self) -> None:
        """Paint everything anew: the colours are others."""
        self._layers = []
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        self.update()

    def picture(self) -> QImage:
        """Return the whole network as a picture, in the colours of the window, with nothing chosen."""
        image = self.empty_picture()
        for _ in self.picture_steps(image):
            pass
        return image

    def empty_picture(self, below: QSize | None = None) -> QImage:
        """Return a picture to be filled by `picture_steps`, with room below for another one of this size in pixels."""
        size, more = self.size() * PICTURE_SCALE, below or QSize(0, 0)
        room = QSize(max(size.width(), more.width()), size.height() + more.height())
        image = QImage(room, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(themes().theme.color("page"))
        return image

    def picture_steps(self, image: QImage) -> Iterator[int]:
        """Paint the whole network onto a picture, a few edges at a time."""
        made = self._painter()
        if made is not None:
            yield from made.steps(image)
            with QPainter(image) as painter:
                made.paint_over(painter)

    # What is said of it

    def told(self, what: Spot | NetworkEdge) -> str:
        """Return a node or an edge in words."""
        assert self._drawn is not None
        nodes = self._drawn.nodes
        if isinstance(what, Spot):
            places = {
                place for edge in self._drawn.all_edges if what.id in (edge.start, edge.end) for place in edge.places
            }
            return f"{isolate(nodes[what.id].label)}: {tr_n('{n} claims', len(places))}"
        return edge_told(what, nodes[what.start].label, nodes[what.end].label)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.placed is not None:
            what = self.placed.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.told(what)) if what is not None else "", self)
            return True
        return super().event(event)

    # What a person does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointed = self.placed.at(event.position()) if self.placed is not None else None
        if pointed is not self._pointed:
            self._pointed = pointed
            self.setCursor(Qt.CursorShape.PointingHandCursor if pointed is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = None
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        what = self.placed.at(event.position()) if self.placed is not None else None
        if event.button() != Qt.MouseButton.LeftButton or what is None:
            super().mousePressEvent(event)
        elif isinstance(what, Spot):
            self.current = what
            self.node_opened.emit(what.id)
        else:
            self.edge_opened.emit(what)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if self.placed is not None and step is not None:
            self._walk(*step)
        elif event.key() in _ENTER and self.current is not None:
            self.node_opened.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def _walk(self, right: int, down: int) -> None:
        assert self.placed is not None
        found = self.placed.beside(self.current, right, down)
        if found is not None:
            self.current = found
            self.moved.emit(found)
            announce(self, self.told(found), urgent=True)
            self.update()

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        held = (self.current.column, self.current.id) if self.current is not None else None
        self._place()
        if self.placed is not None and held is not None:
            self.current = self.placed.spots.get(held)

    def _begin(self) -> None:
        """Whoever comes here by keys begins at the first node."""
        if self.current is None and self.placed is not None:
            self.current = self.placed.beside(None, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._begin()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange):
            self.show_drawing(self._drawn)
        super().changeEvent(event)


def _scaled(box: QRectF, factor: float) -> QRectF:
    return QRectF(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor)


def edge_told(edge: NetworkEdge, start: str, end: str) -> str:
    """Return an edge in words, with its weight and what it rests on."""
    claims = tr_n("{n} claims", len(edge.places))
    figures = f"{signed(number(edge.for_), '+')} {signed(number(edge.against), MINUS)}"
    return f"{isolate(start)} ↔ {isolate(end)}: {weight_told(edge)} ({figures} · {claims})"
