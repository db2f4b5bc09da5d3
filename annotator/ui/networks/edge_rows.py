"""The edges of a network as rows, the strongest first: what the drawing says, for those who read rather than look."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.networks import NetworkEdge
from annotator.services.discourse import Drawing
from annotator.ui.i18n import isolate, tip, tr_n, ui_direction
from annotator.ui.networks.look import fill_sign, sign_of_edge, weight_told
from annotator.ui.networks.view import edge_told
from annotator.ui.panels.painting import draw_line, small
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel

SWATCH_PX, PADDING_PX = 11.0, 10.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EdgeRows(RowModel[NetworkEdge]):
    """Edges of a drawing, which names their ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawn: Drawing | None = None

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show all edges of a network, the strongest first."""
        self._drawn = drawn
        edges = drawn.all_edges if drawn is not None else ()
        self.set_rows(sorted(edges, key=lambda one: (-len(one.places), -abs(one.weight), one.start, one.end)))

    def label(self, id: str) -> str:
        """Return the name of a node."""
        return self._drawn.nodes[id].label if self._drawn is not None else ""

    def shown(self, row: NetworkEdge) -> str:
        arrow = "→" if self._drawn is not None and self._drawn.in_columns else "↔"
        if ui_direction() == "rtl" and arrow == "→":
            arrow = "←"
        return f"{isolate(self.label(row.start))} {arrow} {isolate(self.label(row.end))}"

    def figures(self, row: NetworkEdge) -> str:
        """Return the weight, and how many claims there are for it."""
        return f"{weight_told(row)}   ·   {tr_n('{n} claims', len(row.places))}"

    def tip(self, row: NetworkEdge) -> str | None:
        return tip(self.spoken(row, 0))

    def spoken(self, row: NetworkEdge, place: int) -> str:
        del place
        return edge_told(row, self.label(row.start), self.label(row.end))


class EdgeDelegate(RowDelegate):
    """Paints the swatch of what an edge says, its ends, and its figures where the line ends."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, QFontMetrics(option.font).height() + 14)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        edge: NetworkEdge = index.data(ROW)
        model = index.model()
        assert isinstance(model, EdgeRows)
        inner = box.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        figures = model.figures(edge)
        wide = QFontMetricsF(small(option.font)).horizontalAdvance(figures) + 6
        x = inner.right() - SWATCH_PX if mirrored else inner.left()
        swatch = QRectF(x, inner.center().y() - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX)
        fill_sign(painter, swatch, sign_of_edge(edge), self.theme)
        room = SWATCH_PX + PADDING_PX
        names = inner.adjusted(wide if mirrored else room, 0, -room if mirrored else -wide, 0)
        behind = QRectF(inner.left() if mirrored else inner.right() - wide, inner.top(), wide, inner.height())
        way = ui_direction()
        draw_line(painter, names, model.shown(edge), option.font, self.theme.color("ink"), way)
        draw_line(painter, behind, figures, small(option.font), self.theme.color("dim"), way)


class EdgeList(RowList):
    """`opened` carries the edge whose claims are wanted."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("network_edges", EdgeDelegate(), parent)
        self.rows = EdgeRows(self)
        self.setModel(self.rows)
        self.clicked.connect(lambda index: self.opened.emit(self.rows.items[index.row()]))

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show all edges of a network."""
        self.rows.show_drawing(drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _ENTER and row >= 0:
            self.opened.emit(self.rows.items[row])
        else:
            super().keyPressEvent(event)
