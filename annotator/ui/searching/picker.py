"""A button that opens a list of which several may be ticked: none ticked narrows nothing."""

from collections.abc import Callable, Collection, Iterator, Sequence
from time import monotonic

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QToolButton, QVBoxLayout, QWidget

from annotator.text.normalize import normal_form
from annotator.ui.i18n import Phrase, isolate, literal, tip, tr
from annotator.ui.interface_size import px
from annotator.ui.panels.painting import one_line
from annotator.ui.panels.rows import Index, RowModel
from annotator.ui.screen import fit_to_screen
from annotator.ui.searching.boxes import Field

MANY = 12
"""Entries from which a line to search in them is shown."""
SIZE_PX = (320, 320)
SLICE_S = 0.015
"""Seconds of searching before whoever types has their turn."""
BUTTON_HEIGHT = 1.6
"""Times the height of a line."""
_CHECKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked

Title = Callable[[str], str]


class TickRows(RowModel[str]):
    """Rows are keys; a title is asked for when its row is in sight. `ticked` carries a key, and whether it is on."""

    ticked = Signal(str, bool)

    def __init__(self, title: Title, keys: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self._title = title
        self._keys = set(keys)

    def shown(self, row: str) -> str:
        return one_line(self._title(row))

    def tip(self, row: str) -> str | None:
        return tip(self._title(row))

    def spoken(self, row: str, place: int) -> str:
        del place
        return self.shown(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            return _CHECKED if self.items[index.row()] in self._keys else _OPEN
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        key, on = self.items[index.row()], value in (_CHECKED, _CHECKED.value)
        self._keys = self._keys | {key} if on else self._keys - {key}
        self.dataChanged.emit(index, index)
        self.ticked.emit(key, on)
        return True


class Ticks(QListView):
    """The list of a picker: Space ticks, and letters are not searched for here but in the line above."""

    def keyboardSearch(self, search: str) -> None:
        del search


class Picker(QToolButton):
    """Shows how many are ticked; `changed` once the ticks differ."""

    changed = Signal()

    def __init__(self, name: str, title: Phrase) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(round(QFontMetrics(self.font()).height() * BUTTON_HEIGHT))
        self._title = title
        self._offered: dict[str, None] = {}
        self._titled: Title = str
        self._keys: set[str] = set()
        self.clicked.connect(self.open)
        self.retranslate()

    @property
    def keys(self) -> frozenset[str]:
        """The keys that are ticked."""
        return frozenset(self._keys)

    def offer(self, keys: Sequence[str], titled: Title) -> None:
        """Offer these keys, whose titles are asked for when they are shown; ticks stay where they are among them."""
        self._offered, self._titled = dict.fromkeys(keys), titled
        self._keys &= self._offered.keys()
        self.setEnabled(bool(self._offered))
        self.retranslate()

    def tick(self, keys: Collection[str]) -> None:
        """Tick these and no others, as far as they are offered, without announcing it."""
        self._keys = set(keys) & self._offered.keys()
        self.retranslate()

    def open(self) -> None:
        """Show the list below the button."""
        popup = TickPopup(self, list(self._offered), TickRows(self._titled, self._keys, self), self._title())
        popup.rows.ticked.connect(self._take)
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below.setX(below.x() + self.width() - SIZE_PX[0])
        popup.move(below)
        popup.show()
        popup.begin()

    def _take(self, key: str, ticked: bool) -> None:
        self._keys = self._keys | {key} if ticked else self._keys - {key}
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the title, and what is ticked."""
        ticked = [self._titled(key) for key in sorted(self._keys)[:MANY]]
        if not ticked:
            shown = tr("{title}: all", title=self._title())
        elif len(self._keys) == 1:
            shown = tr("{title}: {what}", title=self._title(), what=isolate(one_line(ticked[0])[:40]))
        else:
            shown = tr("{title}: {n} of {all}", title=self._title(), n=len(self._keys), all=len(self._offered))
        self.setText(literal(f"{shown} ▾"))
        self.setAccessibleName(shown)
        self.setToolTip(tip("\n".join(ticked)))
        if bool(ticked) != bool(self.property("ticked")):
            self.setProperty("ticked", bool(ticked))
            self.style().polish(self)


class TickPopup(QFrame):
    """The list itself, with a line that narrows it where it is long; it ends when it is put away."""

    def __init__(self, button: QWidget, keys: list[str], rows: TickRows, title: str) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setObjectName("tick_popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, QSize(*map(px, SIZE_PX)))
        self._keys, self.rows = keys, rows
        self.rows.setParent(self)
        self._forms: dict[str, str] = {}
        self._found: Iterator[list[str]] = iter(())
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._look_on)
        self.line = Field("tick_line", self)
        self.line.name(tr("Find in {n}", n=len(keys)))
        self.line.setVisible(len(keys) >= MANY)
        self.line.textChanged.connect(self._narrow)
        self.list = Ticks(self)
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.rows)
        self.rows.set_rows(keys)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(6, 6, 6, 6)
        lines.addWidget(self.line)
        lines.addWidget(self.list, 1)

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.list.setCurrentIndex(self.rows.index(0, 0))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, text: str) -> None:
        self._found = self._search(normal_form(text))
        self._look_on()

    def _look_on(self) -> None:
        """Show what was found by now, and go on after whoever types."""
        found = next(self._found, None)
        if found is not None:
            self.rows.set_rows(found)
            self.list.setCurrentIndex(self.rows.index(0, 0))
            self._looking.start()

    def _search(self, wanted: str) -> Iterator[list[str]]:
        """Yield what says this in any spelling, each time with what was found since."""
        found: list[str] = []
        until = monotonic() + SLICE_S
        for key in self._keys:
            if wanted and key not in self._forms:
                self._forms[key] = normal_form(self.rows.shown(key))
            if not wanted or wanted in self._forms[key]:
                found.append(key)
            if monotonic() > until:
                yield list(found)
                until = monotonic() + SLICE_S
        yield found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
