"""Finding words in the article, however they are spelt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.finding.finder import Finder


class Finding(Feature):
    """A bar below the article, and the keys that lead from hit to hit."""

    def __init__(self, shell: Shell) -> None:
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
                enabled=lambda now: now.has_document,
                run=lambda: self.finder().step(1),
            ),
            Action(
                id="edit.find_previous",
                title="Find previous",
                icon="up",
                shortcut=QKeySequence.StandardKey.FindPrevious,
                menu="edit",
                enabled=lambda now: now.has_document,
                run=lambda: self.finder().step(-1),
            ),
        ]

    def close(self) -> None:
        self.finder.end()

    def escape(self) -> bool:
        if self.finder.made is None or not self.finder.made.is_open:
            return False
        self.finder.made.close()
        return True
