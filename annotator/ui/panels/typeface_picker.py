"""Choosing the article's typeface: each one that is installed with a sample of it, tried on the page at once."""

from collections.abc import Iterator, Mapping

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.domain.document import Direction
from annotator.ui.article.shaping import Shaping, candidates, family_shaping, missing_letters
from annotator.ui.article.typefaces import article_font, used_family
from annotator.ui.i18n import isolate, listed, tr, tr_n
from annotator.ui.overlay import Overlay
from annotator.ui.panels.about import language_title
from annotator.ui.panels.painting import draw_line, small, text_option
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel

SAMPLE = "قالَ المُتحدِّثُ: «لا اتّفاقَ بعد» ٢٠٢٦"
"""Joined letters, lam-alef, harakat, a stacked shadda, quotation marks, digits."""

SIZE = 17.0
WIDTH = 340
SAMPLE_HEIGHT = 44


class Typeface(msgspec.Struct, frozen=True):
    """A row: an installed family (None: the best there is), and what it does (None: not looked at yet).

    `lacking` has the letters that it does not have, by language.
    """

    family: str | None
    shaping: Shaping | None
    lacking: Mapping[str, str] = {}


class TypefaceModel(RowModel[Typeface]):
    """The rows; `look_at_next` looks at one family, which takes its time, so it is called between events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unseen: Iterator[int] = iter(())

    def start(self) -> None:
        """List what is installed now; nothing is looked at yet."""
        known = {one.family: one for one in self.items}
        self.set_rows([known.get(family, Typeface(family, None)) for family in (None, *candidates())])
        self._unseen = iter([place for place, one in enumerate(self.items) if one.shaping is None])

    def look_at_next(self) -> bool:
        """Look at one family more; False when all have been looked at."""
        place = next(self._unseen, None)
        if place is None:
            return False
        chosen = self.items[place].family
        family = chosen or used_family()
        found = Shaping.GOOD if family is None else family_shaping(family)
        lacking = missing_letters(family) if family is not None and found.readable else {}
        self.put(place, Typeface(chosen, found, lacking))
        return True

    def row_of(self, family: str | None) -> int:
        """The row of a family; the first one, which chooses by itself, if it is not installed."""
        return next((place for place, one in enumerate(self.items) if one.family == family), 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = self.items[index.row()].shaping
        if found is None or found.readable:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def shown(self, row: Typeface) -> str:
        return name(row)

    def tip(self, row: Typeface) -> str | None:
        return self.spoken(row, 0)

    def spoken(self, row: Typeface, place: int) -> str:
        del place
        return ", ".join(filter(None, (isolate(name(row)), remark(row))))


def name(one: Typeface) -> str:
    """Return the name of a row."""
    return tr("Automatic") if one.family is None else one.family


def remark(one: Typeface) -> str:
    """Return the remark beside the name of a row; empty for a good typeface."""
    if one.family is None:
        return used_family() or ""
    return " · ".join(filter(None, (_fault(one), _lacks(one))))


def _lacks(one: Typeface) -> str:
    """Return the languages for which a family lacks letters, and how many those are."""
    letters = set().union(*one.lacking.values())
    languages = listed(language_title(language) for language in one.lacking)
    return tr_n("lacks {n} letters of {languages}", len(letters), languages=languages) if letters else ""


def _fault(one: Typeface) -> str:
    match one.shaping:
        case Shaping.NO_LETTERS:
            return tr("lacks Arabic letters")
        case Shaping.NOT_JOINED:
            return tr("does not join Arabic letters")
        case Shaping.OWN_COLORS:
            return tr("paints in colours of its own")
        case Shaping.MARKS_ASTRAY:
            return tr("misplaces vowel marks")
    return ""


class TypefaceDelegate(RowDelegate):
    """Paints the name, small, over a sample in the typeface itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(160, QFontMetrics(small(option.font)).height() + SAMPLE_HEIGHT + 12)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        one: Typeface = index.data(ROW)
        readable = one.shaping is not None and one.shaping.readable
        text = box.adjusted(12, 4, -12, -4)
        side: Direction = "rtl" if mirrored else "ltr"
        height = QFontMetricsF(small(option.font)).height()
        told = " · ".join(filter(None, (isolate(name(one)), remark(one))))
        above = QRectF(text.left(), text.top(), text.width(), height)
        role = "dim" if readable or one.shaping is None else "disabled"
        draw_line(painter, above, told, small(option.font), self.theme.color(role), side)
        if readable:
            below = QRectF(text.left(), above.bottom() + 2, text.width(), text.bottom() - above.bottom() - 2)
            _draw_sample(painter, below, article_font(SIZE, one.family), self.theme.color("ink").name(), side)


def _draw_sample(painter: QPainter, box: QRectF, font: QFont, color: str, side: Direction) -> None:
    """The sample with its ink in the middle of the box, made smaller where it would not fit."""
    ink = QFontMetricsF(font).tightBoundingRect(SAMPLE)
    scale = min(1.0, box.height() / max(1.0, ink.height()), box.width() / max(1.0, ink.width() + 8))
    font.setPointSizeF(font.pointSizeF() * scale)
    metrics = QFontMetricsF(font)
    ink = metrics.tightBoundingRect(SAMPLE)
    baseline = box.center().y() - ink.center().y()
    line = QRectF(box.left(), baseline - metrics.ascent(), box.width(), metrics.height())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(line, SAMPLE, text_option("rtl", side))


class TypefacePicker(Overlay):
    """A sheet beside the page. `chosen` carries the family as soon as its row is reached; None: automatic."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("typeface_picker")
        self.model = TypefaceModel(self)
        self.list = RowList("typeface_list", TypefaceDelegate(), self)
        self.list.setModel(self.model)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._none = QLabel(wordWrap=True)
        self._none.setProperty("role", "dim")
        self._keys = QLabel(wordWrap=True)
        self._keys.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 12)
        for label in (self._title, self._none, self._keys):
            label.setContentsMargins(10, 0, 10, 0)
        for widget in (self._title, self._none, self.list, self._keys):
            column.addWidget(widget)
        # One family each time the window has nothing else to do.
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look)
        self._showing = True
        self.list.selectionModel().currentChanged.connect(self._choose)

    def open(self, family: str | None) -> None:
        """Show what is installed, with the family that is chosen now."""
        self._say()
        self._showing = True
        self.model.start()
        self.list.show_current(self.model.row_of(family))
        self._showing = False
        self._none.setVisible(self.model.rowCount() < 2)
        self._looking.start()
        self.open_over(self.list)

    def place(self) -> None:
        """Beside the page, on the side where its marks are listed, so that the page shows what is tried."""
        over = self.over.rect().adjusted(0, 96, 0, -44)
        width = min(WIDTH, over.width() - 40)
        rtl = self.over.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = over.left() + 14 if rtl else over.right() - 14 - width
        rows = self.list.sizeHintForRow(0) * self.model.rowCount() + 4
        height = min(over.height(), rows + self._title.sizeHint().height() + self._keys.heightForWidth(width - 40) + 60)
        self.setGeometry(x, over.top(), width, max(height, min(over.height(), 160)))

    def key(self, event: QKeyEvent) -> bool:
        """Enter keeps what is chosen and puts the sheet away; the list knows the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
            return True
        return False

    def dismiss(self) -> None:
        """Put the sheet away; what was not looked at yet waits for the next time."""
        self._looking.stop()
        super().dismiss()

    def _say(self) -> None:
        self._title.setText(tr("Typeface of the article"))
        self._none.setText(tr("No installed typeface has Arabic letters."))
        self._keys.setText(tr("{keys} try another   ·   {Enter} keeps it", keys="↑ ↓"))
        self.list.setAccessibleName(self._title.text())

    def _look(self) -> None:
        if not self.model.look_at_next():
            self._looking.stop()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self.model.items[current.row()].family)
