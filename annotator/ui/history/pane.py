"""The pane of history: of what, the list of actions, and the button that leads back to one of them."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from annotator.domain.scheme import Scheme
from annotator.services.deeds import HistoryLine
from annotator.ui.history.lines import HistoryList
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading
from annotator.ui.panels.pane_beside import PaneBeside, dim_label
from annotator.ui.panels.segment_place import SegmentPlace

Scope = Literal["mark", "article", "project"]
WIDTH_PX = 330


class HistoryPane(PaneBeside):
    """Widgets alone: the feature reads and goes back. `closed`: Esc or the cross."""

    scope_chosen = Signal()
    back_asked = Signal()

    def __init__(self, scheme: Scheme, scope: Scope, *, writable: bool) -> None:
        super().__init__("history", WIDTH_PX)
        self.scope = scope
        self._writable = writable
        self._has_mark = self._is_mine = False
        self._waits = True
        self._scopes = SegmentPlace()
        self._scopes.chosen.connect(self._choose)
        self._told = dim_label()
        self.list = HistoryList()
        self.list.rows.scheme = scheme
        self.back = QPushButton()
        self.back.setObjectName("history_back")
        self.back.clicked.connect(self.back_asked)
        self._arrange()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.retranslate()

    def _arrange(self) -> None:
        self.lines.addWidget(self._scopes)
        # Above the list: messages lie over the lower edge of the window.
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        self.lines.addLayout(row)
        self.lines.addWidget(self._told)
        self.lines.addWidget(self.none)
        self.lines.addWidget(self.list, 1)
        self.back.setVisible(self._writable)
        self._told.setVisible(self._writable)

    def show_waiting(self) -> None:
        """Say that the history is being read."""
        self._waits = True
        self.list.show_lines([])
        self._follow()

    def show_lines(self, lines: list[HistoryLine]) -> None:
        """Show what was read so far."""
        self._waits = False
        self.list.rows.with_titles = self.scope == "project"
        self.list.show_lines(lines)
        self._follow()

    def offer_mark(self, has_mark: bool, *, is_mine: bool) -> None:
        """Offer the history of the selected mark, or (nothing is selected) no more; the way back only for mine."""
        self._has_mark, self._is_mine = has_mark, is_mine
        self._say_scopes()
        self._follow()

    def choose(self, scope: Scope) -> None:
        """Show the history of something else; what it holds is still to be given."""
        self.scope = scope
        self._say_scopes()
        self.scope_chosen.emit()

    def _say_scopes(self) -> None:
        scopes: dict[Scope, str] = {"article": tr("This article"), "project": tr("The project")}
        if self._has_mark or self.scope == "mark":
            scopes = {"mark": tr("This mark"), **scopes}
        self._scopes.show_choices(tr("Whose history"), list(scopes.items()), self.scope)

    def _choose(self, key: str) -> None:
        self.choose("mark" if key == "mark" else "project" if key == "project" else "article")

    def _follow(self) -> None:
        """Offer the way back to the line that is chosen."""
        empty = not self.list.rows.items
        self.none.setText(tr("Reading the history…") if self._waits else tr("Nothing was done to it yet."))
        self.none.setVisible(empty)
        self.back.setEnabled(self.list.current_row is not None and (self._is_mine or self.scope != "mark"))
        told = {
            "mark": tr("The mark becomes what it was after the chosen action, with its links."),
            "article": tr("Your marks on this article become what they were after the chosen action."),
            "project": tr("Your marks on all articles become what they were after the chosen action."),
        }[self.scope]
        self._told.setText(leading(told + " " + tr("One undo takes that back.")))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("History"))
        self.say_title(tr("History"))
        self.list.setAccessibleName(tr("Actions, the newest first"))
        self.say_close(tr("Close the history"))
        self.back.setText(tr("Go back to this state"))
        self._say_scopes()
        self._follow()
        self.list.viewport().update()
