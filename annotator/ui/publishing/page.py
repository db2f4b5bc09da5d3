"""The export page: formats, what is asked of them, and what it would come to, side by side; the place at the foot."""

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from annotator.formats.registry import Writer, find_writer
from annotator.services.dataset_wish import NATIVE, DatasetWish
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading
from annotator.ui.publishing.consequences import Consequences
from annotator.ui.publishing.facts import Facts
from annotator.ui.publishing.form import WishForm
from annotator.ui.publishing.formats import FormatList, held_words
from annotator.ui.publishing.target import Target
from annotator.ui.theme import themes

WIDTHS_PX = (310, 450, 420)
EDGE_PX = 12


class ExportPage(QWidget):
    """Widgets alone: the controller counts and writes. `changed` when another dataset is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_page")
        self.formats, self.form, self.consequences = FormatList(), WishForm(), Consequences()
        self.target = Target()
        self._heading, self._holds = QLabel(), QLabel()
        self._build()
        self.formats.selectionModel().currentChanged.connect(lambda: self._follow_format())
        self.form.changed.connect(self.changed)
        self.target.changed.connect(self.changed)
        themes().changed.connect(self._restyle)
        self.retranslate()

    def _build(self) -> None:
        self._holds.setWordWrap(True)
        for label in (self._heading, self._holds):
            label.setProperty("role", "dim")
            label.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        across = QSplitter()
        across.setChildrenCollapsible(False)
        for pane, width in zip((self._left(), self.form, self.consequences), WIDTHS_PX, strict=True):
            across.addWidget(pane)
            pane.setMinimumWidth(width * 2 // 3)
        across.setSizes(list(WIDTHS_PX))
        across.setStretchFactor(1, 1)
        across.setStretchFactor(2, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(across, 1)
        lines.addWidget(self.target)

    def _left(self) -> QFrame:
        left = QFrame()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, EDGE_PX, 0, EDGE_PX)
        column.addWidget(self._heading)
        column.addWidget(self.formats, 1)
        column.addWidget(self._holds)
        return left

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.formats.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self, facts: Facts) -> None:
        """Offer what a project has."""
        self.form.offer(facts)

    @property
    def writer(self) -> Writer:
        """Return the chosen format; the one that holds everything, if none is."""
        row = self.formats.row
        return row.writer if row is not None and row.writer is not None else find_writer(NATIVE)

    @property
    def wish(self) -> DatasetWish:
        """The dataset that is asked for."""
        return msgspec.structs.replace(self.form.wish, strict=self.target.strict.isChecked())

    def show_wish(self, wish: DatasetWish) -> None:
        """Ask for this dataset, in the format that holds everything where there is no such format."""
        self.formats.choose(NATIVE)
        self.formats.choose(wish.format)
        self.target.strict.setChecked(wish.strict)
        self.form.show_wish(wish, self.writer)
        self._say_format()

    def _follow_format(self) -> None:
        self.form.show_format(self.writer)
        self._say_format()

    def _say_format(self) -> None:
        row = self.formats.row
        if row is None or row.writer is None:
            return
        held, lost = held_words(row, held=True), held_words(row, held=False)
        told = tr("Holds: {features}", features=held) if held else ""
        if lost:
            told = "\n".join(filter(None, (told, tr("No place for: {features}", features=lost))))
        self._holds.setText(leading(told))

    def _restyle(self) -> None:
        self.formats.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Export"))
        self.formats.setAccessibleName(tr("Format"))
        self._heading.setText(leading(tr("Formats")))
        self._say_format()
        for part in (self.form, self.consequences, self.target):
            part.retranslate()
        self.formats.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
