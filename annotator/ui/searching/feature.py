"""Searching the whole project: the texts, and who said what about whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.searching.controller import ProjectSearch


class Searching(Feature):
    """The page of the search, in the place of the article."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.search: OnDemand[ProjectSearch] = OnDemand(self._make, lambda one: one.stop())

    def _make(self) -> "ProjectSearch":
        from annotator.ui.searching.controller import ProjectSearch

        return ProjectSearch(self.shell, self.session)

    def add_to(self, now: Context) -> Context:
        return replace(now, found=True) if self.search.made is not None and self.search.made.has_hits else now

    def stop(self) -> None:
        self.search.end()

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="edit.find_in_project",
                title="Find in all articles",
                tip="Find words in all articles of the project, however they are spelt",
                icon="search",
                shortcut="Ctrl+Shift+F",
                menu="edit",
                submenu="finding",
                begins_group=True,
                enabled=lambda now: now.has_project,
                run=lambda: self.search().open(),
            ),
            Action(
                id="edit.next_in_project",
                title="Next place in all articles",
                shortcut="F4",
                menu="edit",
                submenu="finding",
                enabled=lambda now: now.found,
                run=lambda: self.search().step(1),
            ),
            Action(
                id="edit.previous_in_project",
                title="Previous place in all articles",
                shortcut="Shift+F4",
                menu="edit",
                submenu="finding",
                enabled=lambda now: now.found,
                run=lambda: self.search().step(-1),
            ),
            Action(
                id="edit.statements",
                title="Who said what about whom",
                tip="All statements of an actor, or about one, over time",
                shortcut="Ctrl+Shift+W",
                menu="edit",
                submenu="finding",
                enabled=lambda now: now.has_project,
                run=lambda: self.search().open_statements(),
            ),
        ]
