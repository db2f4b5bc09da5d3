"""The request for a dataset as fields: readings, filters, division and the options of its format."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.formats.registry import Writer
from annotator.services.dataset_wish import DatasetWish
from annotator.ui.i18n import Phrase, isolate, literal, tr
from annotator.ui.panels.painting import leading
from annotator.ui.publishing.facts import Facts
from annotator.ui.publishing.filters import DatasetFilters
from annotator.ui.publishing.options import OptionRows
from annotator.ui.publishing.readings import ReadingChoice
from annotator.ui.publishing.splits import SplitChoice, Splitting

EDGE_PX = 20


class WishForm(QScrollArea):
    """The middle of the page. `changed` whenever another dataset is asked for."""

    changed = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts: Facts | None = None
        self._writer: Writer | None = None
        self._kept: dict[str, Mapping[str, str]] = {}
        self.about = QLabel()
        self.readings, self.filters, self.splits = ReadingChoice(), DatasetFilters(), SplitChoice()
        self._titles = {key: QLabel() for key in ("format", "readings", "articles", "split", "options", "command")}
        self._form, self._options = QFormLayout(), QWidget()
        self._rows: OptionRows | None = None
        self.command, self.copy = QLabel(), QToolButton()
        self._build()
        for part in (self.readings, self.filters, self.splits):
            part.changed.connect(self.changed)
        self.copy.clicked.connect(self.copy_wanted)
        self.retranslate()

    def _build(self) -> None:
        self.about.setWordWrap(True)
        self.about.setProperty("role", "dim")
        self._build_command()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._options.setLayout(self._form)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(EDGE_PX, 14, EDGE_PX, 20)
        self._column.setSpacing(8)
        self._add("format", self.about)
        self._add("readings", self.readings)
        self._add("articles", self.filters)
        self._add("split", self.splits)
        self._add("options", self._options)
        self._add("command", self.command, self.copy)
        self._column.addStretch(1)
        self.setWidget(body)

    def _build_command(self) -> None:
        self.command.setObjectName("export_command")
        self.command.setWordWrap(True)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.command.setProperty("role", "dim")
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add(self, key: str, part: QWidget, beside: QWidget | None = None) -> None:
        """Add a section: its title, with a button at the end of the line, over what it holds."""
        if self._column.count():
            self._column.addSpacing(10)
        self._titles[key].setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(self._titles[key], 1)
        if beside is not None:
            head.addWidget(beside)
        self._column.addLayout(head)
        self._column.addWidget(part)

    # What it asks for

    def offer(self, facts: Facts) -> None:
        """Offer what a project has; what was chosen stays chosen."""
        self._facts = facts
        self.readings.offer(facts)
        self.filters.offer(facts)
        self.splits.offer(facts.frozen)
        if self._rows is None or self._rows.scheme != facts.scheme:
            self._rows = OptionRows(self._form, facts.scheme, self.changed.emit)
            self._show_options()

    @property
    def wish(self) -> DatasetWish:
        """The dataset that is asked for, in the format that is shown."""
        splitting = self.splits.splitting
        return DatasetWish(
            format=self._writer.id if self._writer is not None else "",
            annotators=self.readings.annotators,
            only=self.filters.selection,
            split=splitting.shares,
            stratify=splitting.stratify,
            frozen_split=splitting.frozen,
            options=self._rows.values() if self._rows is not None else {},
        )

    def show_wish(self, wish: DatasetWish, writer: Writer) -> None:
        """Ask for this dataset, as far as the project has what it names."""
        blocked = self.blockSignals(True)
        self.readings.choose(wish.annotators)
        self.filters.choose(wish.only)
        self.splits.choose(Splitting(wish.split, wish.stratify, wish.frozen_split))
        self._kept[writer.id] = wish.options
        self._writer = None
        self.blockSignals(blocked)
        self.show_format(writer)

    def show_format(self, writer: Writer) -> None:
        """Show the options of another format, as they were left."""
        if self._writer is not None and self._rows is not None:
            self._kept[self._writer.id] = self._rows.values()
        self._writer = writer
        self._show_options()
        self._say_format()
        self.changed.emit()

    def _show_options(self) -> None:
        if self._rows is None or self._writer is None:
            return
        self._rows.show(self._writer.options, self._kept.get(self._writer.id, {}))
        shown = bool(self._rows.widgets)
        self._options.setVisible(shown)
        self._titles["options"].setVisible(shown)

    # What it says

    def show_command(self, command: str) -> None:
        """Show the command that makes the same dataset."""
        self.command.setText(isolate(command))

    def _say_format(self) -> None:
        writer = self._writer
        if writer is not None:
            self._titles["format"].setText(leading(isolate(writer.title)))
            self._titles["options"].setText(leading(tr("Options of {format}", format=writer.title)))
            self.about.setText(leading(Phrase(writer.about)() if writer.about else ""))
            self.about.setVisible(bool(writer.about))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._titles["readings"].setText(leading(tr("Whose reading?")))
        self._titles["articles"].setText(leading(tr("Only these")))
        self._titles["split"].setText(leading(tr("Split")))
        self._titles["command"].setText(leading(tr("The same as a command")))
        self.copy.setText(literal(tr("Copy")))
        self.copy.setAccessibleName(tr("Copy the command"))
        for part in (self.readings, self.filters, self.splits):
            part.retranslate()
        self._show_options()
        self._say_format()
