"""The outcome of an export before it is written: what is lost, the first lines, and charts; one of the three."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.services.manifest import Counts
from annotator.ui.announcing import announce
from annotator.ui.i18n import Phrase, listed, ltr, number, tr, tr_n
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segments import Segments
from annotator.ui.publishing.charts import ChartCard
from annotator.ui.publishing.figures import charts
from annotator.visible import visible_lines

if TYPE_CHECKING:
    from annotator.services.outlook import Outlook
    from annotator.services.preview import PreviewedFile

LOST, PREVIEW, CHARTS = "lost", "preview", "charts"
EDGE_PX = 14
TAB_CHARACTERS = 12


class Consequences(QFrame):
    """Widgets alone; what was counted last stays in sight, dimmed in words, until it is counted anew."""

    def __init__(self) -> None:
        super().__init__()
        self._outlook: Outlook | None = None
        self._scheme: Scheme | None = None
        self._files: Sequence[PreviewedFile] = ()
        self.tabs = Segments([(LOST, ""), (PREVIEW, ""), (CHARTS, "")], LOST)
        self.counts, self.state = QLabel(), QLabel()
        self.state.setProperty("role", "dim")
        self._losses = QWidget()
        self._grid = QGridLayout(self._losses)
        self._lost = self._scrolled(self._losses)
        self.files, self.text = QComboBox(), QPlainTextEdit()
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._stack = PageStack()
        self._build()
        self.tabs.chosen.connect(self.turn)
        self.files.currentIndexChanged.connect(self._show_file)
        self.retranslate()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setColumnStretch(1, 1)
        for page in (self._lost, self._built_preview(), self._scrolled(self._cards)):
            self._stack.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        lines.setSpacing(10)
        lines.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeading)
        for label in (self.counts, self.state):
            label.setWordWrap(True)
            lines.addWidget(label)
        lines.addWidget(self._stack, 1)

    def _built_preview(self) -> QWidget:
        self.files.setObjectName("export_files")
        self.text.setObjectName("export_preview")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._set_text_runs()
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files)
        column.addWidget(self.text, 1)
        return shown

    def _set_text_runs(self) -> None:
        """Let the text run as the file has it: from left to right, also where a line begins with an Arabic word."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.text.setFont(font)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = self.text.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(TAB_CHARACTERS * QFontMetricsF(font).horizontalAdvance("0"))
        self.text.document().setDefaultTextOption(option)

    @staticmethod
    def _scrolled(body: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setWidget(body)
        body.setAutoFillBackground(False)
        return area

    def turn(self, tab: str) -> None:
        """Show one of the three."""
        self.tabs.set_current(tab)
        self._stack.setCurrentIndex((LOST, PREVIEW, CHARTS).index(tab))

    # What it shows

    def show_state(self, told: str) -> None:
        """Say what is being counted, or why nothing can be; empty: what stands here is so."""
        self.state.setText(leading(told))
        self.state.setVisible(bool(told))

    def show_outlook(self, found: "Outlook", scheme: Scheme) -> None:
        """Show what was counted."""
        self._outlook, self._scheme = found, scheme
        self.counts.setText(leading(counts_told(found.counts, found.claims)))
        self._show_losses(found.losses)
        _empty(self._column)
        for chart in charts(found, scheme):
            self._column.addWidget(ChartCard(chart))
        self._column.addStretch(1)
        announce(self.tabs, f"{self.counts.text()}. {losses_told(found.losses)}")

    def _show_losses(self, losses: Mapping[str, int]) -> None:
        _empty(self._grid)
        title = QLabel(leading(losses_told(losses)))
        title.setWordWrap(True)
        title.setProperty("role", "warning" if losses else "title")
        self._grid.addWidget(title, 0, 0, 1, 2)
        for row, (kind, count) in enumerate(losses.items(), start=1):
            self._add_loss(row, Phrase(kind)(), count)
        self._grid.setRowStretch(len(losses) + 1, 1)
        shown = tr("Lost")
        self.tabs.button(LOST).setText(f"{shown} {number(len(losses))}" if losses else shown)

    def _add_loss(self, row: int, kind: str, count: int) -> None:
        figure, words = QLabel(number(count)), QLabel(leading(kind))
        figure.setProperty("role", "title")
        figure.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        words.setWordWrap(True)
        self._grid.addWidget(figure, row, 0)
        self._grid.addWidget(words, row, 1)

    def show_preview(self, files: "Sequence[PreviewedFile]") -> None:
        """Show the first records as the format writes them."""
        held, self._files = self.files.currentText(), files
        blocked = self.files.blockSignals(True)
        self.files.clear()
        self.files.addItems([ltr(one.name) for one in files])
        self.files.setCurrentIndex(max(self.files.findText(held), 0))
        self.files.blockSignals(blocked)
        self.files.setEnabled(len(files) > 1)
        self._show_file()

    def _show_file(self) -> None:
        place = self.files.currentIndex()
        # As written, but for what would turn the lines on the screen: that is named.
        self.text.setPlainText(visible_lines(self._files[place].text) if 0 <= place < len(self._files) else "")

    def clear(self) -> None:
        """Show nothing: nothing can be counted."""
        self._outlook = None
        self.counts.clear()
        self.show_preview([])
        for layout in (self._grid, self._column):
            _empty(layout)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for key, title in ((LOST, tr("Lost")), (PREVIEW, tr("Preview")), (CHARTS, tr("Charts"))):
            self.tabs.button(key).setText(title)
        self.tabs.setAccessibleName(tr("Before it is written"))
        self.files.setAccessibleName(tr("File"))
        self.text.setAccessibleName(tr("Preview"))
        self._lost.setAccessibleName(tr("Lost"))
        if self._outlook is not None and self._scheme is not None:
            self.show_outlook(self._outlook, self._scheme)


def counts_told(counts: Counts, claims: int) -> str:
    """Return the counts of a dataset in words."""
    return listed(
        [
            tr_n("{n} articles", counts.documents),
            tr_n("{n} readings", counts.sets),
            tr_n("{n} marks", counts.spans),
            tr_n("{n} links", counts.relations),
            tr_n("{n} attributions", claims) if claims else "",
        ]
    )


def losses_told(losses: Mapping[str, int]) -> str:
    """Return in a sentence whether anything is lost."""
    if not losses:
        return tr("Nothing is lost: the format holds all of it.")
    return tr_n("The format has no place for {n} kinds of things:", len(losses))


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    if isinstance(layout, QGridLayout):
        for row in range(layout.rowCount()):
            layout.setRowStretch(row, 0)
