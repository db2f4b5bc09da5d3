"""Finding words in the article, however they are spelt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.modes import KeyTable, ModeKey
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.ui.finding.finder import Finder


class Finding(WindowFeature):
    """A bar below the article, and the keys that lead from hit to hit."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.finder: OnDemand[Finder] = OnDemand(self._make, lambda one: one.stop())

    def _make(self) -> "Finder":
        from annotator.ui.finding.finder import Finder

        return Finder(self.shell)

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="edit.find",
                title="Find in the article",
                tip="Find words in the article, however they are spelt",
                icon="search",
                shortcut=QKeySequence.StandardKey.Find,
                menu="edit",
                submenu="finding",
                begins_group=True,
                enabled=lambda now: now.has_document,
                run=lambda: self.finder().open(),
            ),
            Action(
                id="edit.find_next",
                title="Find next",
                icon="down",
                shortcut=QKeySequence.StandardKey.FindNext,
                menu="edit",
                submenu="finding",
                enabled=lambda now: now.has_document,
                run=lambda: self.finder().step(1),
            ),
            Action(
                id="edit.find_previous",
                title="Find previous",
                icon="up",
                shortcut=QKeySequence.StandardKey.FindPrevious,
                menu="edit",
                submenu="finding",
                enabled=lambda now: now.has_document,
                run=lambda: self.finder().step(-1),
            ),
        ]

    def close(self) -> None:
        self.finder.end()

    def attach(self) -> None:
        self.shell.modes.found(FindingKeys(self.finder))


class FindingKeys(KeyTable):
    """Escape puts the bar away, wherever in the window the focus is."""

    reach = "window"

    def __init__(self, finder: "OnDemand[Finder]") -> None:
        self._finder = finder

    def table(self) -> Sequence[ModeKey]:
        finder = self._finder.made
        return [ModeKey(("Esc",), finder.close)] if finder is not None and finder.is_open else []
