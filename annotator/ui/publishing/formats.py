"""The list of formats: by what they are for, each with how much of the project it can hold."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.formats.losses import Feature
from annotator.formats.registry import Use, Writer, writers
from annotator.ui.i18n import Phrase, isolate, listed, phrase, tip, tr, ui_direction
from annotator.ui.panels.painting import draw_line, small
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel

USES: Mapping[Use, Phrase] = {
    "training": phrase("For training"),
    "tools": phrase("For annotation tools"),
    "reading": phrase("For analysts"),
    "keeping": phrase("To keep and exchange"),
}
"""The headings, in their order."""
SHOWN: Mapping[Feature, Phrase] = {
    Feature.OVERLAP: phrase("crossing marks"),
    Feature.NESTING: phrase("nested marks"),
    Feature.DISCONTINUITY: phrase("split parts"),
    Feature.SUB_TOKEN: phrase("parts of words"),
    Feature.ATTRIBUTES: phrase("attributes"),
    Feature.RELATIONS: phrase("links"),
    Feature.ACTORS: phrase("actors"),
    Feature.STATEMENTS: phrase("statements"),
    Feature.ANNOTATORS: phrase("several readings"),
    Feature.COMMENTS: phrase("comments"),
}
"""The features that tell formats apart, one square of a row each."""
SQUARE_PX, GAP_PX, EDGE_PX = 6.5, 3.0, 12.0


class FormatRow(msgspec.Struct, frozen=True):
    """A heading, or a format below it."""

    use: Use
    writer: Writer | None = None

    @property
    def holds(self) -> Feature:
        """Return what is not lost whole: what a writer counts itself it holds in part."""
        assert self.writer is not None
        return self.writer.holds | self.writer.counted


def format_rows() -> list[FormatRow]:
    """Return the headings with their formats, by title."""
    known = sorted(writers(), key=lambda one: one.title.casefold())
    rows: list[FormatRow] = []
    for use in USES:
        below = [FormatRow(use, one) for one in known if one.use == use]
        rows += [FormatRow(use), *below] if below else []
    return rows


def held_words(row: FormatRow, *, held: bool) -> str:
    """Return the features that a format holds, or those that it has no place for, in words."""
    return listed(title() for feature, title in SHOWN.items() if (feature in row.holds) == held)


class FormatRows(RowModel[FormatRow]):
    """Headings cannot be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.items[index.row()].writer is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def shown(self, row: FormatRow) -> str:
        return row.writer.title if row.writer is not None else USES[row.use]()

    def tip(self, row: FormatRow) -> str | None:
        if row.writer is None:
            return None
        lines = [Phrase(row.writer.about)() if row.writer.about else "", *_holding(row)]
        return tip("\n".join(filter(None, lines)))

    def spoken(self, row: FormatRow, place: int) -> str:
        del place
        if row.writer is None:
            return USES[row.use]()
        about = Phrase(row.writer.about)() if row.writer.about else ""
        return ". ".join(filter(None, (isolate(row.writer.title), USES[row.use](), about)))


def _holding(row: FormatRow) -> Sequence[str]:
    held, lost = held_words(row, held=True), held_words(row, held=False)
    return [
        tr("Holds: {features}", features=held) if held else "",
        tr("No place for: {features}", features=lost) if lost else "",
    ]


class FormatDelegate(RowDelegate):
    """Paints a title, and where the line ends a square for each feature: full where the format holds it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, round(QFontMetricsF(option.font).height()) + 12)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: FormatRow = index.data(ROW)
        if row.writer is None:
            self._paint_heading(painter, option, USES[row.use](), box)
            return
        squares = len(SHOWN) * (SQUARE_PX + GAP_PX)
        text = box.adjusted(EDGE_PX, 0, -EDGE_PX - squares, 0)
        if mirrored:
            text = box.adjusted(EDGE_PX + squares, 0, -EDGE_PX, 0)
        # Titles are foreign words, which begin where the window's language begins.
        draw_line(painter, text, row.writer.title, option.font, self.theme.color("ink"), "ltr", ui_direction())
        self._paint_squares(painter, row, box, mirrored)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, title: str, box: QRectF) -> None:
        font = small(option.font)
        font.setBold(True)
        text = box.adjusted(4, 6, -4, 0)
        draw_line(painter, text, title, font, self.theme.color("dim"), ui_direction())

    def _paint_squares(self, painter: QPainter, row: FormatRow, box: QRectF, mirrored: bool) -> None:
        assert row.writer is not None
        ink = self.theme.color("ink")
        for place, feature in enumerate(SHOWN):
            after = (len(SHOWN) - place) * (SQUARE_PX + GAP_PX) + EDGE_PX - GAP_PX
            left = box.left() + after - SQUARE_PX if mirrored else box.right() - after
            square = QRectF(left, box.center().y() - SQUARE_PX / 2, SQUARE_PX, SQUARE_PX)
            painter.setPen(QPen(ink if feature in row.holds else self.theme.color("outline"), 1))
            painter.setBrush(ink if feature in row.writer.holds else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square, 1.5, 1.5)
            if feature in row.writer.counted:
                # Held as far as the options allow.
                half = QRectF(square.left(), square.center().y(), SQUARE_PX, SQUARE_PX / 2)
                painter.fillRect(half, ink)


class FormatList(RowList):
    """The formats; the current row is the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("export_formats", FormatDelegate(), parent)
        self.rows = FormatRows(self)
        self.setModel(self.rows)
        self.rows.set_rows(format_rows())

    @property
    def row(self) -> FormatRow | None:
        """Return the row of the chosen format."""
        place = self.currentIndex().row()
        return self.rows.items[place] if place >= 0 else None

    def choose(self, id: str) -> None:
        """Choose a format, if there is one of this id."""
        found = [place for place, row in enumerate(self.rows.items) if row.writer is not None and row.writer.id == id]
        if found:
            self.show_current(found[0])
