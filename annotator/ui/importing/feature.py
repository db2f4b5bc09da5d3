"""Importing articles and annotations: a page that shows what would come in."""

from typing import TYPE_CHECKING

from annotator.ui.feature import Feature, OnDemand
from annotator.ui.files.feature import Files
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.importing.controller import Importing


class Imports(Feature):
    """The import page, in the place of the article."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.page: OnDemand[Importing] = OnDemand(self._make, lambda one: one.stop())

    def _make(self) -> "Importing":
        from annotator.ui.importing.controller import Importing

        return Importing(self.shell, self.session, self.shell.feature(Files).transfers())

    def attach(self) -> None:
        self.shell.feature(Files).show_import = lambda: self.page().open()

    def stop(self) -> None:
        self.page.end()
