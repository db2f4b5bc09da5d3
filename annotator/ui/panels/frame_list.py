"""All frames of the article on the page: who says what, one row each, to go to and to look through."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyleOptionViewItem, QToolButton, QVBoxLayout, QWidget

from annotator.domain.scheme import Scheme
from annotator.ui.i18n import isolate, language, tip, tr, tr_n, ui_direction
from annotator.ui.panels.frame_rows import Article, FrameRow, filtered, rows_of
from annotator.ui.panels.painting import draw_line, large
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.session import Session
from annotator.ui.text_fields import LineField

PADDING = 10


class FrameModel(RowModel[FrameRow]):
    """The frames that the filter leaves, as rows."""

    def row_of(self, span_id: str | None) -> int:
        """The row of a frame by its head, -1 if it has none."""
        return next((place for place, row in enumerate(self.items) if row.head.id == span_id), -1)

    def shown(self, row: FrameRow) -> str:
        return row.quote

    def tip(self, row: FrameRow) -> str:
        return tip(_told(row))

    def spoken(self, row: FrameRow, place: int) -> str:
        return tr("{frame}. {n} of {count}", frame=_told(row), n=place + 1, count=len(self.items))


def _told(row: FrameRow) -> str:
    """Return the words of a row: who says what, and what is missing."""
    told = [*row.roles.values(), row.quote]
    words = " – ".join(isolate(one) for one in told)
    return f"{words}\n{_missing(row)}" if row.missing else words


def _missing(row: FrameRow) -> str:
    return tr("Missing: {roles}", roles=list(row.missing))


class FrameDelegate(RowDelegate):
    """Paints a row: the roles in their labels' colours over what is said, and at the end what is missing."""

    colors: dict[str, QColor]
    """The colour of each role."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, 2 * QFontMetrics(large(option.font)).height() + 14)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        # Who says what is in the article's language, and stands as the article runs.
        del mirrored
        row: FrameRow = index.data(ROW)
        inner = box.adjusted(PADDING, 4, -PADDING, -4)
        half = inner.height() / 2
        top = QRectF(inner.left(), inner.top(), inner.width(), half)
        if row.missing:
            top = self._paint_missing(painter, top, row, option)
        self._paint_roles(painter, top, row, option)
        said = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        draw_line(painter, said, row.quote, large(option.font), self.theme.color("ink"), row.direction)

    def _paint_missing(self, painter: QPainter, box: QRectF, row: FrameRow, option: QStyleOptionViewItem) -> QRectF:
        """Paint the missing roles at the end of the row; return the rectangle that is left."""
        words = _missing(row)
        width = min(QFontMetricsF(option.font).horizontalAdvance(words) + 2, box.width() * 0.5)
        rtl = row.direction == "rtl"
        place = QRectF(box.left() if rtl else box.right() - width, box.top(), width, box.height())
        way = ui_direction()
        draw_line(painter, place, words, option.font, self.theme.color("warning"), way, "ltr" if rtl else "rtl")
        return box.adjusted(width + 8, 0, 0, 0) if rtl else box.adjusted(0, 0, -width - 8, 0)

    def _paint_roles(self, painter: QPainter, box: QRectF, row: FrameRow, option: QStyleOptionViewItem) -> None:
        """Those who play a role, from where reading begins, as far as there is room."""
        font, rtl = large(option.font), row.direction == "rtl"
        metrics = QFontMetricsF(font)
        left, right = box.left(), box.right()
        for role, quote in row.roles.items():
            width = min(metrics.horizontalAdvance(quote) + 1, right - left)
            if width < 12:
                return
            place = QRectF(right - width if rtl else left, box.top(), width, box.height())
            draw_line(painter, place, quote, font, self.colors[role], row.direction)
            left, right = (left, right - width - PADDING) if rtl else (left + width + PADDING, right)


class FramePane(QWidget):
    """The list with its filter; `chosen` names the head of the frame that was clicked or walked to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = FrameDelegate()
        self._painter.colors = {}
        self.list = RowList("frame_list", self._painter, self)
        self.rows = FrameModel(self)
        self.list.setModel(self.rows)
        self.filter = LineField()
        self.filter.setObjectName("frame_filter")
        self.filter.setClearButtonEnabled(True)
        self.incomplete = QToolButton()
        self.incomplete.setObjectName("frame_incomplete")
        self.incomplete.setCheckable(True)
        self.incomplete.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._none = QLabel()
        self._none.setProperty("role", "dim")
        self._none.setWordWrap(True)
        self._none.setContentsMargins(16, 4, 16, 4)
        self._all: list[FrameRow] = []
        self._showing = False
        self._selected: str | None = None
        self._arrange()
        self.filter.textChanged.connect(self._refilter)
        self.incomplete.toggled.connect(self._refilter)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.clicked.connect(self._tell)
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 12, 6)
        head.setSpacing(6)
        head.addWidget(self.filter, 1)
        head.addWidget(self.incomplete)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(self._none)
        lines.addWidget(self.list, 1)

    def show_frames(self, session: Session) -> None:
        """Show the frames of the document on the page as they are now, where the list was scrolled to."""
        colors = _colors(session.scheme, self._painter)
        if colors != self._painter.colors:
            # Rows that say the same are not painted again by themselves.
            self._painter.colors = colors
            self.list.viewport().update()
        names = {actor.id: actor.name for actor in session.project.actors()}
        text = session.document.text if session.document else ""
        self._all = rows_of(
            Article(text, session.direction, session.scheme, session.spans, session.relations, names, language())
        )
        self._selected = session.selected_id
        self._refilter()

    def show_frame(self, span_id: str | None) -> None:
        """Mark the row of the selected frame."""
        self._selected = span_id
        self._showing = True
        self.list.show_current(self.rows.row_of(span_id))
        self._showing = False

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.list.setAccessibleName(tr("Attributions in this article"))
        self.filter.setPlaceholderText(tr("Actor, cue, value or words"))
        self.filter.setAccessibleName(tr("Filter the attributions"))
        self.incomplete.setText(tr("Incomplete"))
        self.incomplete.setToolTip(tr("Only those without a source or a cue"))
        self._refilter()

    def _refilter(self) -> None:
        self._showing = True
        place = self.list.verticalScrollBar().value()
        self.rows.set_rows(filtered(self._all, self.filter.text(), self.incomplete.isChecked()))
        self.list.verticalScrollBar().setValue(place)
        self._showing = False
        count = len(self.rows.items)
        some = tr_n("{n} of {count} attributions", count, count=len(self._all))
        self._none.setText(
            some if self._all else tr("None yet. Each claim that you mark is listed here with its roles.")
        )
        self._none.setVisible(count < len(self._all) or not self._all)
        self.show_frame(self._selected)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self.rows.row(current.row()).head.id)


def _colors(scheme: Scheme, painter: FrameDelegate) -> dict[str, QColor]:
    """The expected roles in their labels' colours; the others are dim, so that nobody takes a target for a source."""
    expected = {role for frame in scheme.frames for role in frame.expected}
    return {
        kind.key: painter.theme.mark_style(scheme.label(kind.to[0])).line
        if kind.key in expected
        else painter.theme.color("dim")
        for kind in scheme.relations
    }
