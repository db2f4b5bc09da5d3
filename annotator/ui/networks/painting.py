"""Paints a network: edges by what they say, nodes by what they are, names where there is room."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice, QPainter, QPen

from annotator.domain.networks import NetworkEdge
from annotator.text.direction import base_direction
from annotator.ui.i18n import tr, ui_direction
from annotator.ui.networks.geometry import TOP_PX, Geometry, Spot, name_box
from annotator.ui.networks.look import draw_told, edge_pen, weight_told
from annotator.ui.panels.painting import elided, small, text_option
from annotator.ui.theme import Theme

FEW_EDGES = 24
"""Edges up to which each says its weight; of more, those do that are pointed at."""
AT_ONCE = 20
"""Edges that are painted between two looks at the clock: a few milliseconds."""
FADED = 0.22
NAME_HEIGHT = 1.5
LONGEST_NAME_PX = 170


ChosenPart = Spot | NetworkEdge | None


class NetworkPainter:
    """Paints one geometry: all of it, or only what is near a chosen node or edge, over the rest of it faded."""

    def __init__(self, geometry: Geometry, width: float, font: QFont, theme: Theme, *, mirrored: bool) -> None:
        self._geometry, self._width, self._theme, self._mirrored = geometry, width, theme, mirrored
        self._font = small(font)
        self._most = max((abs(edge.weight) for edge in geometry.drawn.edges), default=0.0)

    def steps(self, onto: QPaintDevice) -> Iterator[int]:
        """Paint the edges onto a picture, a few at a time, and yield how many are painted."""
        edges = self._geometry.drawn.edges
        for first in range(0, len(edges), AT_ONCE):
            some = edges[first : first + AT_ONCE]
            with QPainter(onto) as painter:
                self._paint_some(painter, some, ())
            yield first + len(some)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the edges: nodes, names, and weights where there are few."""
        edges, spots = self._geometry.drawn.edges, list(self._geometry.spots.values())
        self._paint_some(painter, (), spots)
        if len(edges) <= FEW_EDGES:
            self._paint_weights(painter, edges)
        self._paint_names(painter, spots)
        if self._geometry.drawn.in_columns:
            self._paint_headings(painter)

    def paint_near(self, painter: QPainter, chosen: Spot | NetworkEdge) -> None:
        """Paint what is chosen, with the edges that touch it and the nodes at their ends."""
        edges = [edge for edge in self._geometry.drawn.edges if self._touches(edge, chosen)]
        keys = dict.fromkeys(key for edge in edges for key in self._geometry.ends(edge))
        if isinstance(chosen, Spot):
            keys[chosen.column, chosen.id] = None
        spots = [self._geometry.spots[key] for key in keys]
        self._paint_some(painter, edges, spots)
        self._paint_weights(painter, edges)
        self._paint_names(painter, spots)

    def paint_ring(self, painter: QPainter, spot: Spot) -> None:
        """Paint the ring of the focus around a node."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(spot.x, spot.y), spot.radius + 4, spot.radius + 4)

    def _touches(self, edge: NetworkEdge, chosen: Spot | NetworkEdge) -> bool:
        if isinstance(chosen, Spot):
            return (chosen.column, chosen.id) in self._geometry.ends(edge)
        return edge is chosen

    def _paint_some(self, painter: QPainter, edges: Iterable[NetworkEdge], spots: Iterable[Spot]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for edge in edges:
            painter.setPen(edge_pen(edge, self._most, self._theme))
            painter.drawLine(*self._geometry.line(edge))
        for spot in spots:
            self._paint_node(painter, spot)

    # Its parts

    def _paint_node(self, painter: QPainter, spot: Spot) -> None:
        node = self._geometry.drawn.nodes[spot.id]
        painter.setPen(QPen(self._theme.color("ink"), 1.4))
        box = QRectF(spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius)
        if node.type == "statement":
            painter.setBrush(self._theme.color("card"))
            painter.drawRoundedRect(box, 3, 3)
        else:
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(box)

    def _paint_weights(self, painter: QPainter, edges: Iterable[NetworkEdge]) -> None:
        for place, edge in enumerate(edges):
            start, end = self._geometry.line(edge)
            # Not all in the middle, where lines cross.
            share = 0.38 + 0.24 * (place % 5) / 4
            draw_told(painter, start + (end - start) * share, weight_told(edge), self._theme)

    def _paint_names(self, painter: QPainter, spots: Iterable[Spot]) -> None:
        """Name the nodes, the greatest first; in a plane a name that would lie on another waits to be pointed at."""
        taken: list[QRectF] = []
        for spot in sorted(spots, key=lambda one: (-one.radius, one.id)):
            box = self._name_box(painter, spot)
            if spot.side == 0 and any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            self._paint_name(painter, spot, box)

    def _room(self, spot: Spot) -> float:
        """The pixels that a name may take: in a column, up to the edge of the drawing."""
        if spot.side == 0:
            return LONGEST_NAME_PX
        return min(spot.x, self._width - spot.x) - 28

    def _name_box(self, painter: QPainter, spot: Spot) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        name = elided(self._geometry.drawn.nodes[spot.id].label, painter.font(), self._room(spot))
        width = metrics.horizontalAdvance(name) + 4
        # Arabic letters reach below the line of the Latin typeface that Qt measures.
        height = metrics.height() * NAME_HEIGHT
        return name_box(spot, width, height, self._width, mirrored=self._mirrored)

    def _paint_name(self, painter: QPainter, spot: Spot, box: QRectF) -> None:
        label = self._geometry.drawn.nodes[spot.id].label
        if spot.side == 0:
            ground = self._theme.color("page")
            ground.setAlpha(200)
            painter.fillRect(box, ground)
        painter.setPen(self._theme.color("ink"))
        option = text_option(base_direction(label))
        option.setAlignment(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(box, elided(label, painter.font(), self._room(spot)), option)

    def _paint_headings(self, painter: QPainter) -> None:
        drawn = self._geometry.drawn
        is_about = drawn.options.network == "targets"
        titles = (tr("Who speaks"), tr("About whom") if is_about else tr("What is said"))
        painter.setPen(self._theme.color("dim"))
        for column, title in enumerate(titles):
            spot = next((one for one in self._geometry.spots.values() if one.column == column), None)
            if spot is None:
                continue
            width = QFontMetricsF(painter.font()).horizontalAdvance(title) + 8
            box = QRectF(min(max(spot.x - width / 2, 0), self._width - width), 4, width, TOP_PX - 10)
            option = text_option(ui_direction())
            option.setAlignment(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(box, title, option)
