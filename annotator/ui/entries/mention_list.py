"""Mentions of actors as lines of a concordance, with a box to tick where some of them are to be chosen."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction
from annotator.services.mentions import Mention
from annotator.ui.i18n import isolate, tr
from annotator.ui.panels.painting import draw_line, large, small, two_lines_px
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.searching.kwic import Ground, columns, kwic_line
from annotator.ui.theme import Theme

PADDING = 10
TICK, BOX = 26, 15
"""Pixels at the beginning of a row for the box, and of the box."""
MIN_HEIGHT_PX = 150
"""Pixels that the list is high at least."""
WIDEST = 150.0
"""Pixels of the middle column at most: a long mention runs on into the words after it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MentionRows(RowModel[Mention]):
    """Mentions, and which of them are ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> list[Mention]:
        """The mentions that are shown and ticked, in the order of the rows; one that comes back is ticked as before."""
        return [mention for mention in self.items if mention.span.id in self._ticked]

    def tick_all(self, ticked: bool) -> None:
        """Tick every row that is shown, or none of them."""
        shown = {mention.span.id for mention in self.items}
        self.tick(self._ticked | shown if ticked else self._ticked - shown)

    def keep(self, span_ids: Collection[str]) -> None:
        """Take the ticks of all others away."""
        self._ticked &= set(span_ids)

    def tick(self, span_ids: Collection[str]) -> None:
        """Tick these, whether they are shown or not, and no others."""
        self._ticked = set(span_ids)
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self.items) - 1, 0), 0))

    def toggle(self, place: int) -> None:
        """Tick a row, or take the tick away."""
        self._ticked ^= {self.items[place].span.id}
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)

    def shown(self, row: Mention) -> str:
        return row.hit.text

    def spoken(self, row: Mention, place: int) -> str:
        line = isolate(f"{row.hit.before}{row.hit.text}{row.hit.after}")
        title, count = isolate(row.hit.title), len(self.items)
        said = tr("{title}: {line}. {n} of {count}", title=title, line=line, n=place + 1, count=count)
        return tr("Ticked: {mention}", mention=said) if row.span.id in self._ticked else said

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            ticked = self.items[index.row()].span.id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)


def _where(mention: Mention) -> str:
    return f"{isolate(mention.hit.title)}   ·   {isolate(mention.span.annotator)}"


class MentionDelegate(RowDelegate):
    """Paints a row: the line with the mention, and below it the article and whose mark it is."""

    ticks = False
    told: Callable[[Mention], str] = staticmethod(_where)
    """Return the second line of a row, in the window's language."""
    middle = 60.0
    """Width of the middle column, in pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, two_lines_px(option.font) + 16)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        mention: Mention = index.data(ROW)
        inner = box.adjusted(PADDING, 3, -PADDING, -3)
        if self.ticks:
            place = QRectF(inner.right() - TICK if mirrored else inner.left(), inner.top(), TICK, inner.height())
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _draw_box(painter, place, self.theme, ticked=ticked)
            inner.adjust(0 if mirrored else TICK, 0, -TICK if mirrored else 0, 0)
        below = QFontMetricsF(small(option.font)).height()
        line = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - below)
        hit = mention.hit
        places = columns(line, self.middle)
        made = kwic_line(hit, large(option.font).toString(), places.before(hit.direction), places.after(hit.direction))
        ground = Ground(self.theme.color("ink"), self.theme.color("hit"))
        made.paint(painter, line, places.axis(hit.direction), ground)
        side: Direction = "rtl" if mirrored else "ltr"
        where = QRectF(inner.left(), line.bottom(), inner.width(), below)
        draw_line(painter, where, self.told(mention), small(option.font), self.theme.color("dim"), side)


def _draw_box(painter: QPainter, place: QRectF, theme: Theme, *, ticked: bool) -> None:
    """A box in the middle of a place, filled and ticked or empty."""
    box = QRectF(place.center().x() - BOX / 2, place.center().y() - BOX / 2, BOX, BOX)
    painter.setBrush(theme.color("accent") if ticked else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent" if ticked else "outline"), 1.4))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        x, y = box.center().x(), box.center().y()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent_ink"), 1.8))
        painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 2.8), QPointF(x + 3.8, y - 2.8)])


class MentionList(RowList):
    """The lines; Enter or a click opens a place, Space or a click on the box ticks it."""

    opened = Signal(object)
    ticked_changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        ticks: bool,
        told: Callable[[Mention], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._painter = MentionDelegate()
        self._painter.ticks = ticks
        if told is not None:
            self._painter.told = told
        super().__init__(name, self._painter, parent)
        self.rows = MentionRows(self)
        self.setModel(self.rows)
        self.setMinimumHeight(MIN_HEIGHT_PX)
        self.setAccessibleName(tr("Mentions"))

    def show_mentions(self, mentions: Sequence[Mention], among: Sequence[Mention] | None = None) -> None:
        """Show these; ticks stay that are on one of them, or of those `among` which they were chosen."""
        self.rows.keep({mention.span.id for mention in (mentions if among is None else among)})
        metrics = QFontMetricsF(large(self.font()))
        wide = max((metrics.horizontalAdvance(mention.hit.text) for mention in mentions[:200]), default=0.0)
        self._painter.middle = min(max(wide, 40.0), WIDEST)
        self.rows.set_rows(mentions)
        self.ticked_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.key() in _ENTER and place >= 0:
            self.opened.emit(self.rows.row(place))
        elif event.key() == Qt.Key.Key_Space and place >= 0 and self._painter.ticks:
            self._toggle(place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._painter.ticks and self._is_tick(event.position().toPoint()):
            self._toggle(index.row())
        else:
            self.opened.emit(self.rows.row(index.row()))

    def _is_tick(self, at: QPoint) -> bool:
        reach = PADDING + TICK + 6
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return at.x() > self.viewport().width() - reach
        return at.x() < reach

    def tick_all(self, ticked: bool) -> None:
        """Tick every line, or none."""
        self.rows.tick_all(ticked)
        self.ticked_changed.emit()

    def tick(self, span_ids: Collection[str]) -> None:
        """Tick these, and no others."""
        self.rows.tick(span_ids)
        self.ticked_changed.emit()

    def _toggle(self, place: int) -> None:
        self.rows.toggle(place)
        self.ticked_changed.emit()


class TickAll(QCheckBox):
    """A box that ticks every line of a list, or takes all the ticks away, and shows whether all have one."""

    def __init__(self, name: str, lines: MentionList) -> None:
        super().__init__()
        self.setObjectName(name)
        self._lines = lines
        self.clicked.connect(lambda: lines.tick_all(len(lines.rows.ticked) < len(lines.rows.items)))
        lines.ticked_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        rows = self._lines.rows
        count = len(rows.ticked)
        state = Qt.CheckState.Checked if count == len(rows.items) else Qt.CheckState.PartiallyChecked
        self.setCheckState(state if count else Qt.CheckState.Unchecked)
        self.setEnabled(bool(rows.items))
