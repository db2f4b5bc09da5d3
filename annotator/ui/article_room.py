"""The article's room: the workspace, with the labels in the middle of the head."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt

from annotator.ui.commands.reading_keys import ReadingKeys
from annotator.ui.feature import WindowFeature
from annotator.ui.rooms import Room, RoomKeys
from annotator.ui.scheme_ids import label_id

MENU = ("annotate.delete", "comment.add", None, "edit.copy", None, "edit.undo", "edit.redo")
"""The actions of the menu on an article, below the labels; None is a line."""


class ArticleRoom(WindowFeature):
    """The room in which articles are read and marked."""

    def rooms(self) -> Sequence[Room]:
        shell = self.shell
        return [Room(key="article", page=lambda: shell.workspace, entered=self._read, middle=lambda: shell.head.labels)]

    def attach(self) -> None:
        workspace = self.shell.workspace
        workspace.wanted.connect(partial(self.shell.rooms.show, "article"))
        workspace.menu_requested.connect(self._show_menu)
        self.shell.modes.found(RoomKeys(self.shell.rooms, self.shell.registry))
        self.shell.modes.found(ReadingKeys(self.shell.registry))

    def _show_menu(self, place: QPoint) -> None:
        """Open the menu of the article and of the list of marks: the labels, and what is done to a mark."""
        if self.shell.session is not None:
            labels = [label_id(label) for label in self.shell.session.scheme.labels]
            self.shell.registry.context_menu([*labels, None, *MENU], self.shell.over).popup(place)

    def _read(self) -> None:
        """Go on in the article, whatever page stood in its place."""
        workspace = self.shell.workspace
        workspace.show_page(None)
        target = workspace.article if self.shell.registry.context.document else workspace.empty.button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
