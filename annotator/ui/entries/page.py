"""A registry in the place of the article: all entries on one side, those that are chosen on the other."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import plain
from annotator.ui.cover_page import CoverPage
from annotator.ui.entries.entry_panel import EntryPanel
from annotator.ui.entries.merge_panel import MergePanel
from annotator.ui.entries.rows import EntryDelegate, EntryRow, EntryRows
from annotator.ui.i18n import literal, tr
from annotator.ui.icons import icon
from annotator.ui.panels.quiet_area import QuietArea
from annotator.ui.panels.rows import RowList
from annotator.ui.searching.boxes import Field
from annotator.ui.theme import themes

LIST, LEAST_LIST = 260, 150
"""Pixels that the list of entries is wide and high at least."""
BESIDE = 380
"""Pixels that what is chosen needs beside the list; in a narrower page the list stands above it."""
EDGE = 22


class RegistryPage(CoverPage):
    """Widgets alone: a controller says what they show and does what is asked for. Subclasses have the words."""

    chosen = Signal()
    """Other entries are chosen in the list."""
    filtered = Signal(str)
    new_asked = Signal(str)
    language_changed = Signal()
    entry: EntryPanel
    merging: MergePanel

    def __init__(
        self, name: str, panels: Sequence[QWidget], actions: Sequence[QAction] = (), least_px: int = LIST
    ) -> None:
        """`panels` show what is chosen, each in its turn; `actions` have buttons below the list, `least_px` wide."""
        super().__init__(f"{name}_registry")
        self._actions = actions
        self._least_px = least_px
        self.total = self._chosen = 0
        self._showing = False
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self.filter = Field(f"{name}_filter")
        self.filter.textChanged.connect(self.filtered)
        self.list = RowList(f"{name}_list", EntryDelegate())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows = EntryRows(self.list)
        self.list.setModel(self.rows)
        self.list.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.new = QPushButton()
        self.new.setObjectName(f"{name}_new")
        self.new.clicked.connect(lambda: self.new_asked.emit(self.filter.text().strip()))
        self.buttons = [_button(action) for action in actions]
        self._dismiss = QToolButton()
        self._dismiss.setProperty("flat", True)
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dismiss.clicked.connect(self.closed)
        self._none = QLabel()
        self._none.setProperty("role", "dim")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        for panel in (self._none, *panels):
            self.stack.addWidget(panel)
        self._build()
        themes().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    # What subclasses say: Qt's metaclass leaves no place for that of abc, so mypy alone asks for it.

    @abstractmethod
    def title(self) -> str:
        """Return the name of the registry."""

    @abstractmethod
    def find_words(self) -> str:
        """Return what the field above the list finds."""

    @abstractmethod
    def new_words(self) -> str:
        """Return what makes a new entry."""

    @abstractmethod
    def counted(self, count: int) -> str:
        """Return so many entries in words."""

    @abstractmethod
    def chosen_words(self, count: int) -> str:
        """Return in words that so many entries are chosen, more than can be shown."""

    @abstractmethod
    def how(self) -> str:
        """Return what can be done here, for who has chosen nothing yet."""

    def _build(self) -> None:
        side = self._side = QWidget()
        self.list.setMinimumHeight(LEAST_LIST)
        # Tab goes down one side before it goes down the other.
        for half in (side, self.stack):
            half.setProperty("column", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        files = QHBoxLayout()
        for button in self.buttons:
            files.addWidget(button)
        for item in (self.filter, self.list, self.new):
            column.addWidget(item)
        column.addLayout(files)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self._dismiss)
        body = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(EDGE)
        self._halves.addWidget(side)
        self._halves.addWidget(self.stack, 1)
        # In a low window, what does not fit is scrolled to.
        lines = QVBoxLayout(self)
        lines.setContentsMargins(EDGE, 10, EDGE, 14)
        lines.addLayout(head)
        lines.addWidget(QuietArea(body), 1)

    # What is listed and chosen

    @property
    def chosen_keys(self) -> list[str]:
        """The ids of the entries that are chosen, in the order of the list."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.rows.row(place).key for place in places]

    def show_rows(self, rows: list[EntryRow], total: int, chosen: list[str]) -> None:
        """List these entries of `total`, with those chosen that are among them."""
        self.total = total
        self._showing = True
        top = self.list.verticalScrollBar().value()
        self.rows.set_rows(rows)
        self.choose(chosen)
        self.list.verticalScrollBar().setValue(top)
        self._showing = False
        self.count.setText(self.counted(total))
        self._say_nothing()

    def choose(self, keys: list[str]) -> None:
        """Choose these entries in the list."""
        model, flags = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        places = [place for key in keys if (place := self.rows.place_of(key)) >= 0]
        model.clear()
        for place in places:
            model.setCurrentIndex(self.rows.index(place, 0), flags.Select)
        if places:
            self.list.scrollTo(self.rows.index(places[0], 0))

    def show_nothing(self, chosen: int = 0) -> None:
        """No entry is chosen, or more than can be shown."""
        self._chosen = chosen
        self._say_nothing()
        self.stack.setCurrentWidget(self._none)

    def _say_nothing(self) -> None:
        how = self.how()
        self._none.setText(f"{self.chosen_words(self._chosen)}\n\n{how}" if self._chosen else how)

    def _tell_chosen(self) -> None:
        if not self._showing:
            self.chosen.emit()

    # How it looks and speaks

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.title())
        self.list.setAccessibleName(self.title())
        self.filter.name(self.find_words())
        self.new.setText(self.new_words())
        self._say_nothing()
        self._dismiss.setToolTip(tr("Back to the article ({Esc})"))
        self._dismiss.setAccessibleName(tr("Back to the article"))
        self.count.setText(self.counted(self.total))
        self.entry.retranslate()
        for button, action in zip(self.buttons, self._actions, strict=True):
            button.setText(literal(plain(action.text())))

    def set_fixed(self, fixed: bool) -> None:
        """Set whether nothing can be changed."""
        self.new.setEnabled(not fixed)
        self.merging.set_fixed(fixed)

    def _restyle(self) -> None:
        self._dismiss.setIcon(icon("close"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._least_px + BESIDE
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight,
        )
        # No wider than the buttons below the list need, which other languages and larger letters make wider.
        across = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Maximum
        self._side.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.list.setMinimumWidth(0 if narrow else self._least_px)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus() and self.rows.rowCount():
            self.choose([self.rows.row(0).key])
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()
        super().changeEvent(event)


def _button(action: QAction) -> QPushButton:
    button = QPushButton()
    button.setObjectName(action.objectName())
    button.clicked.connect(action.trigger)
    return button
