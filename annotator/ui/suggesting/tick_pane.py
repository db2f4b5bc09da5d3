"""A list beside the article in which each line can be unticked, and a button or two for those that are left."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from annotator.services.mentions import Mention
from annotator.ui.entries.mention_list import MentionList, TickAll
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading
from annotator.ui.suggesting.filters import SuggestionFilters

MIN_WIDTH_PX = 300


class TickPane(QFrame):
    """Lines of which some are chosen; `done` carries them as Mentions, `opened` one that is to be looked at.

    `refused` carries them too, from the second button.
    """

    closed = Signal()
    done = Signal(object)
    refused = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        title: Callable[[], str],
        button: Callable[[int], str],
        told: Callable[[Mention], str],
        *,
        refuse: Callable[[int], str] | None = None,
        filters: SuggestionFilters | None = None,
    ) -> None:
        """`title` and what the buttons say of so many lines are said anew in another language; `told` is of each line.

        Without `refuse` there is no second button, and without `filters` nothing to choose what is listed by.
        """
        super().__init__()
        self._filters = filters
        self._all_lines: Sequence[Mention] = ()
        self.setObjectName("tick_pane")
        self.setAutoFillBackground(True)
        self.setMinimumWidth(MIN_WIDTH_PX)
        self._say_title, self._say_button, self._say_refuse = title, button, refuse
        self._title = QLabel()
        self._title.setProperty("role", "caption")
        self._title.setWordWrap(True)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setProperty("flat", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        self.lines: MentionList = MentionList("tick_list", ticks=True, told=told)
        self.all = TickAll("tick_all", self.lines)
        self.lines.ticked_changed.connect(self._count)
        self.lines.opened.connect(self.opened)
        self.button = QPushButton()
        self.button.setObjectName("tick_done")
        self.button.setProperty("primary", True)
        self.button.setMinimumHeight(34)
        self.button.clicked.connect(lambda: self.done.emit(self.chosen))
        self.refuse = QPushButton(self)
        self.refuse.setObjectName("tick_refuse")
        self.refuse.setVisible(refuse is not None)
        self.refuse.clicked.connect(lambda: self.refused.emit(self.chosen))
        self._arrange()
        self._say()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setContentsMargins(11, 0, 11, 0)
        row.addWidget(self.all)
        column.addLayout(row)
        if self._filters is not None:
            self._filters.changed.connect(self._filter)
            column.addWidget(self._filters)
        column.addWidget(self.lines, 1)
        column.addWidget(self.button)
        column.addWidget(self.refuse)

    def sizeHint(self) -> QSize:
        return QSize(380, 600)

    @property
    def chosen(self) -> list[Mention]:
        """The lines that are ticked, in the order of the list."""
        return self.lines.rows.ticked

    def show_lines(self, mentions: Sequence[Mention], ticked: Collection[str] | None = None) -> None:
        """Show these, as far as the filters want them; with ids of spans, these are ticked, else those that were."""
        self._all_lines = mentions
        self._filter()
        if ticked is not None:
            self.lines.tick(ticked)
        self._say()

    def _filter(self) -> None:
        filters = self._filters
        if filters is not None:
            filters.offer([one.span for one in self._all_lines])
        wanted = [one for one in self._all_lines if filters is None or filters.wants(one.span)]
        self.lines.show_mentions(wanted, self._all_lines)

    def begin(self) -> None:
        """Ready to read the list and to take ticks away."""
        self.lines.show_current(0)
        self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _count(self) -> None:
        count = len(self.chosen)
        self.button.setText(self._say_button(count))
        self.button.setEnabled(count > 0)
        if self._say_refuse is not None:
            self.refuse.setText(self._say_refuse(count))
            self.refuse.setEnabled(count > 0)

    def _say(self) -> None:
        title = self._say_title()
        self._title.setText(leading(title))
        self.setAccessibleName(title)
        self.lines.setAccessibleName(title)
        self.all.setText(tr("All"))
        self._close.setToolTip(tr("Close this list ({Esc})"))
        self._close.setAccessibleName(tr("Close this list"))
        self._count()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL and self.chosen:
            self.done.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._filter()
            self._say()


_CONTROL = Qt.KeyboardModifier.ControlModifier
