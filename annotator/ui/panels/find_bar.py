"""The slim bar below the article in which one types what to look for. What is found is the business of `finder`."""

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from annotator.text.direction import base_direction
from annotator.ui.announcing import announce
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import tip, tr, tr_n
from annotator.ui.icons import icon
from annotator.ui.panels.painting import large, leading
from annotator.ui.text_fields import LineField
from annotator.ui.theme import themes

BOX = (120, 240, 400)
"""Pixels that the field is wide: at least, better, at most."""
SPACE_PX = 20
"""Pixels beside what is in the bar."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Wish(msgspec.Struct, frozen=True):
    """A query of the find bar: the words, and the differences of spelling that count."""

    query: str
    whole: bool
    exact: bool
    teh_marbuta: bool


class Outcome(msgspec.Struct, frozen=True):
    """The result of a search: the number of hits, the current one (from 0); `busy` while it is not known yet."""

    count: int | None = None
    place: int | None = None
    busy: bool = False

    def told(self) -> str:
        """In the language of the window."""
        if self.busy:
            return tr("Searching…")
        if self.count is None:
            return ""
        if self.count == 0:
            return tr("Nothing found")
        if self.place is None:
            return tr_n("{n} hits", self.count)
        return tr("{place} of {count}", place=self.place + 1, count=self.count)


class FindBar(QFrame):
    """A field, what came of it, the way from one hit to the next, and the switches. Hidden when it is made."""

    changed = Signal()
    """The wish is another one."""
    stepped = Signal(int)
    """To the next hit (1) or the one before (-1)."""
    closed = Signal()

    def __init__(self, previous: QAction, next_: QAction) -> None:
        super().__init__()
        self.setObjectName("find_bar")
        self.box = LineField()
        self.box.setObjectName("search_box")
        self.count = QLabel()
        self.count.setProperty("role", "dim")
        self.previous, self.next = _flat(previous), _flat(next_)
        self.whole, self.exact, self.teh_marbuta = _switch(False), _switch(False), _switch(True)
        self.dismiss = _flat()
        self._outcome = Outcome()
        self._column = 0, 0
        self._build()
        self._connect()
        self._say()
        self._restyle()
        self.hide()

    def _build(self) -> None:
        # Arabic needs more room than Latin to be read as easily, and harakat more than letters.
        follow_size(self.box, large, lines=1.6)
        self.box.setMinimumWidth(BOX[0])
        self.box.setMaximumWidth(BOX[2])
        self._field = _row(self.box, self.count, self.previous, self.next)
        self._switches = _row(self.whole, self.exact, self.teh_marbuta)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(6)
        self._rows.addWidget(self._field, 1)
        self._rows.addWidget(self._switches)
        self._outer = QHBoxLayout(self)
        self._outer.setSpacing(4)
        # The layout would ask for the width of one row, and two are there for where that is too much.
        self._outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._outer.addLayout(self._rows, 1)
        self._outer.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._change)
        for switch in (self.whole, self.exact, self.teh_marbuta):
            switch.toggled.connect(self._change)
        self.dismiss.clicked.connect(self.closed)
        themes().changed.connect(self._restyle)

    # What is looked for

    @property
    def wish(self) -> Wish:
        """Return the query as typed and switched on."""
        return Wish(
            query=self.box.text(),
            whole=self.whole.isChecked(),
            exact=self.exact.isChecked(),
            teh_marbuta=self.teh_marbuta.isChecked(),
        )

    def open(self, query: str) -> None:
        """Show the bar, with this query if it is one, ready to be typed over."""
        if query:
            self.box.setText(query)
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def tell(self, outcome: Outcome) -> None:
        """Say what came of it, to the eye and to a screen reader."""
        self._outcome = outcome
        self.count.setText(leading(outcome.told()))
        missing = outcome.count == 0
        if missing != bool(self.box.property("missing")):
            self.box.setProperty("missing", missing)
            self.count.setProperty("role", "warning" if missing else "dim")
            # A sheet's rule is looked for again only when it is told to.
            for widget in (self.box, self.count):
                widget.style().polish(widget)
        if self.isVisible():
            announce(self.box, outcome.told())

    def set_column(self, left: int, right: int) -> None:
        """Begin so many pixels from the side where the window begins, below the edge of the text."""
        self._column = left, right
        self._arrange()

    def _change(self) -> None:
        self._turn()
        # Exactly, ة is not ه, whatever was chosen.
        self.teh_marbuta.setEnabled(not self.exact.isChecked())
        self.changed.emit()

    def _turn(self) -> None:
        """Let the field run as what is typed does, or as the window does while it is empty."""
        text = self.box.text()
        rtl = bool(text) and base_direction(text) == "rtl"
        if text:
            self.box.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        else:
            self.box.unsetLayoutDirection()
        # Qt sets Arabic too high for its harakat, because it measures the Latin typeface.
        self.box.setTextMargins(0, 4 if rtl else 0, 0, 0)

    # How it looks and speaks

    def _say(self) -> None:
        self.setAccessibleName(tr("Find in the article"))
        self.box.setPlaceholderText(tr("Find in the article"))
        self.box.setAccessibleName(tr("Find in the article"))
        for switch, title, told in (
            (self.whole, tr("Whole words"), tr("Only words that stand alone, without an attached و or ال")),
            (self.exact, tr("Exact spelling"), tr("Only the same letters, with the same harakat and tatweel")),
            (self.teh_marbuta, "ة = ه", tr("Take ة and ه for the same letter")),
        ):
            switch.setText(title)
            switch.setToolTip(tip(told))
            switch.setAccessibleName(title if switch is not self.teh_marbuta else told)
        self.dismiss.setToolTip(tr("Close the search ({Esc})"))
        self.dismiss.setAccessibleName(tr("Close the search"))
        # The buttons behind it stay where they are while it changes.
        widest = (Outcome(0), Outcome(999, 998), Outcome(busy=True))
        metrics = QFontMetrics(_bold(self.count.font()))
        self.count.setMinimumWidth(max(metrics.horizontalAdvance(one.told()) for one in widest) + 6)
        self.count.setText(leading(self._outcome.told()))
        self._keep_heights()

    def _keep_heights(self) -> None:
        """Let no button be taller than its neighbours, as Arabic letters would make it."""
        for button in (self.previous, self.next, self.dismiss, self.whole, self.exact, self.teh_marbuta):
            button.setFixedHeight(self.box.height())

    def _restyle(self) -> None:
        self.dismiss.setIcon(icon("close"))
        self._keep_heights()

    def _arrange(self) -> None:
        """The switches beside the field where both fit, else below it."""
        needed = self._field.minimumSizeHint().width() + self._switches.sizeHint().width()
        needed += self.dismiss.sizeHint().width() + self._rows.spacing() + self._outer.spacing() + SPACE_PX
        # As far in as the text begins, unless that leaves too little room for all in one row.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = max(SPACE_PX, min(self._column[mirrored], self.width() - needed - BOX[1] + BOX[0]))
        self._outer.setContentsMargins(SPACE_PX if mirrored else side, 5, side if mirrored else SPACE_PX, 5)
        fits = side + needed <= self.width()
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    # What Qt tells

    def minimumSizeHint(self) -> QSize:
        widest = max(self._field.minimumSizeHint().width(), self._switches.sizeHint().width())
        width = widest + self.dismiss.sizeHint().width() + self._outer.spacing() + 2 * SPACE_PX
        return QSize(width, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.box.hasFocus():
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._arrange()
        super().changeEvent(event)


def _flat(action: QAction | None = None) -> QToolButton:
    """A button of an icon alone; it does what the action does, if it has one."""
    button = QToolButton()
    button.setProperty("flat", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action is not None:
        button.setDefaultAction(action)
    return button


def _switch(on: bool) -> QToolButton:
    button = QToolButton()
    button.setCheckable(True)
    button.setChecked(on)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for widget in widgets:
        line.addWidget(widget, int(isinstance(widget, QLineEdit)))
    line.addStretch()
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return row
