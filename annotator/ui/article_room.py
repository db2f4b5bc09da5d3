"""The article's room: the workspace, with the labels in the middle of the head."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotator.ui.feature import Feature
from annotator.ui.rooms import Room


class ArticleRoom(Feature):
    """The room in which articles are read and marked."""

    def rooms(self) -> Sequence[Room]:
        shell = self.shell
        return [Room(key="article", page=lambda: shell.workspace, entered=self._read, middle=lambda: shell.head.labels)]

    def _read(self) -> None:
        """Go on in the article, whatever page stood in its place."""
        workspace = self.shell.workspace
        workspace.show_page(None)
        target = workspace.article if self.shell.registry.context.document else workspace.empty.button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
