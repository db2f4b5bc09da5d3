"""The tree of a scheme: the scheme, its labels and relations with their attributes, its frames."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from annotator.domain.scheme import Label
from annotator.domain.scheme_faults import Fault
from annotator.services.scheme_draft import Draft, DraftItem, DraftTable
from annotator.ui.i18n import tip, tr
from annotator.ui.panels.swatch import SIZE, swatch
from annotator.ui.scheme_editor.pages import title_of
from annotator.ui.theme import themes


class TreePlace(msgspec.Struct, frozen=True):
    """Something in a draft: the scheme (no table), a whole table (no index), an item, or an attribute of one."""

    table: DraftTable | None = None
    index: int | None = None
    attribute: int | None = None


def place_of(fault: Fault) -> TreePlace:
    """Return the place of a fault in the tree."""
    match fault.table:
        case "labels" | "relations" | "frames":
            return TreePlace(fault.table, fault.index, fault.attribute)
    return TreePlace()


class SchemeTree(QTreeWidget):
    """Shows a draft; what is wrong is in the colour of warnings and says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scheme_tree")
        self.setHeaderHidden(True)
        self.setIconSize(SIZE)
        self.setFixedWidth(250)

    @property
    def place(self) -> TreePlace:
        """Return the current place."""
        row = self.currentItem()
        return TreePlace() if row is None else row.data(0, Qt.ItemDataRole.UserRole)

    def show_draft(self, draft: Draft, faults: Mapping[TreePlace, str], place: TreePlace) -> None:
        """Show the draft as it is now, with this place current."""
        with QSignalBlocker(self):
            self.clear()
            self._add(None, title_of(draft.data), TreePlace(), faults)
            titles: dict[DraftTable, str] = {
                "labels": tr("Labels"),
                "relations": tr("Relations"),
                "frames": tr("Frames"),
            }
            for table, title in titles.items():
                head = self._add(None, title, TreePlace(table), faults)
                font = head.font(0)
                font.setBold(True)
                head.setFont(0, font)
                for index, item in enumerate(draft.items(table)):
                    self._add_item(head, item, TreePlace(table, index), faults)
            self.expandToDepth(0)
            self._choose(place)

    def _add_item(
        self, head: QTreeWidgetItem, item: DraftItem, place: TreePlace, faults: Mapping[TreePlace, str]
    ) -> None:
        row = self._add(head, title_of(item), place, faults)
        if place.table == "labels":
            look = Label(key="sample", color=item["color"], underline=item["underline"])
            row.setIcon(0, swatch(look))
        for number, attribute in enumerate(item.get("attributes", ())):
            below = TreePlace(place.table, place.index, number)
            self._add(row, title_of(attribute), below, faults)

    def _add(
        self, head: QTreeWidgetItem | None, title: str, place: TreePlace, faults: Mapping[TreePlace, str]
    ) -> QTreeWidgetItem:
        row = QTreeWidgetItem([title])
        row.setData(0, Qt.ItemDataRole.UserRole, place)
        if place in faults:
            row.setForeground(0, themes().theme.color("warning"))
            row.setText(0, f"⚠ {title}")
            row.setToolTip(0, tip(faults[place]))
        if head is None:
            self.addTopLevelItem(row)
        else:
            head.addChild(row)
        return row

    def _choose(self, place: TreePlace) -> None:
        """Make a place current, or the nearest one there is."""
        rows = {row.data(0, Qt.ItemDataRole.UserRole): row for row in self._rows()}
        nearest = (place, TreePlace(place.table, place.index), TreePlace(place.table), TreePlace())
        row = next(rows[one] for one in nearest if one in rows)
        self.setCurrentItem(row)
        row.setExpanded(True)
        self.scrollToItem(row)

    def _rows(self) -> list[QTreeWidgetItem]:
        found = [row for number in range(self.topLevelItemCount()) if (row := self.topLevelItem(number)) is not None]
        for row in found:
            # The list grows while it is walked: what is below follows.
            below = (row.child(number) for number in range(row.childCount()))
            found.extend(one for one in below if one is not None)
        return found
