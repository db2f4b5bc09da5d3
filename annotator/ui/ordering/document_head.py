"""The head of the list of documents: how many there are and are done, and which of them are listed how."""

from typing import get_args

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from annotator.ui.i18n import listed, literal, tip, tr, tr_n
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.listing import ListOrder, ListPart, ListWish
from annotator.ui.panels.document_list import status_title
from annotator.ui.panels.painting import leading
from annotator.ui.searching.boxes import Field

PARTS: tuple[ListPart, ...] = get_args(ListPart)
ORDERS: tuple[ListOrder, ...] = get_args(ListOrder)


class DocumentHead(QWidget):
    """`changed` when others are wanted, or another order: `wish` says which."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wish = ListWish()
        self._counts = (0, 0, 0)
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self.words = Field("document_filter")
        self.words.setClearButtonEnabled(True)
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("document_order")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu = KeyedMenu(self)
        self.menu_button.setMenu(self.menu)
        self._build()
        self.words.textChanged.connect(lambda words: self._ask(replace(self.wish, words=words)))
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.menu_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 10, 16, 6)
        lines.setSpacing(6)
        lines.addWidget(self.count)
        lines.addLayout(row)

    def clear(self) -> None:
        """List everything as it came: another project is shown, or none."""
        with QSignalBlocker(self):
            self.words.clear()
        self.wish = ListWish()
        self.retranslate()

    def show_count(self, shown: int, among: int, done: int) -> None:
        """Tell how many documents are listed of all, and how many are done."""
        self._counts = (shown, among, done)
        every = tr_n("{n} articles", among)
        count = every if shown == among else tr("{shown} of {all}", shown=shown, all=every)
        self.count.setText(leading(listed([count, tr_n("{n} done", done)])))

    def _ask(self, wish: ListWish) -> None:
        if wish != self.wish:
            self.wish = wish
            self._fill()
            self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.words.name(tr("Title or publisher"))
        self.show_count(*self._counts)
        self._fill()

    def _fill(self) -> None:
        """Fill the menu, and say what it does now."""
        self.menu.clear()
        self._add_choices(self.menu, "part", [(one, _part_title(one)) for one in PARTS])
        self.menu.addSection(literal(tr("Sorted by")))
        self._add_choices(self.menu, "order", [(one, _order_title(one)) for one in ORDERS])
        self.menu.addSeparator()
        falling = self.menu.addAction(literal(tr("Falling")))
        falling.setCheckable(True)
        falling.setChecked(self.wish.falling)
        falling.triggered.connect(lambda on: self._ask(replace(self.wish, falling=on)))
        told = tr("{part}, by {order}", part=_part_title(self.wish.part), order=_order_title(self.wish.order))
        self.menu_button.setText("▾" if self.wish == ListWish(words=self.wish.words) else "▾ •")
        self.menu_button.setToolTip(tip(told))
        self.menu_button.setAccessibleName(tr("Which articles are listed"))
        self.menu_button.setAccessibleDescription(told)

    def _add_choices(self, menu: QMenu, name: str, choices: list[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for key, title in choices:
            action = menu.addAction(literal(title))
            action.setCheckable(True)
            action.setChecked(getattr(self.wish, name) == key)
            action.setData(key)
            group.addAction(action)
        group.triggered.connect(lambda action: self._ask(replace(self.wish, **{name: action.data()})))


def _part_title(part: ListPart) -> str:
    if part == "all":
        return tr("All articles")
    return tr("Assigned to me") if part == "mine" else status_title(part)


def _order_title(order: ListOrder) -> str:
    return {
        "place": tr("Order of import"),
        "title": tr("Title"),
        "date": tr("Date"),
        "publisher": tr("Publisher"),
        "marks": tr("My marks"),
        "status": tr("Status"),
    }[order]
