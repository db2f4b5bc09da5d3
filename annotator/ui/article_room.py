"""The article's room: the workspace, with the labels in the middle of the head."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt

from annotator.ui.commands.reading_keys import ReadingKeys
from annotator.ui.feature import WindowFeature
from annotator.ui.rooms import Room, RoomKeys
from annotator.ui.scheme_ids import label_id, relation_id
from annotator.ui.session import Session

MENU = ("annotate.delete", "comment.add", None, "edit.copy", None, "edit.undo", "edit.redo")
"""The actions of the menu on an article, below what answers, the labels and the links; None is a line."""
ANSWERS = ("suggest.accept", "suggest.accept_part", "suggest.reject")
PROPOSALS = ("annotate.take_proposal", "annotate.refuse_proposal")


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
        """Open the menu of the article and of the list of marks: what answers a proposal, the labels, the links."""
        if self.shell.session is not None:
            self.shell.registry.context_menu(self._entries(self.shell.session), self.shell.over).popup(place)

    def _entries(self, session: Session) -> list[str | None]:
        now, scheme = self.shell.registry.context, session.scheme
        labels = [label_id(label) for label in scheme.labels]
        if now.pointed is not None:
            return [*ANSWERS, None, *labels, None, *MENU[3:]]
        proposals = PROPOSALS if now.proposal else ()
        roles = {role for frame in scheme.frames for role in frame.roles}
        links = [relation_id(kind) for kind in scheme.relations if kind.key in roles and now.can_link(kind)]
        return [one for group in (proposals, labels, links) if group for one in (*group, None)] + list(MENU)

    def _read(self) -> None:
        """Go on in the article, whatever page stood in its place."""
        workspace = self.shell.workspace
        workspace.show_page(None)
        target = workspace.article if self.shell.registry.context.document else workspace.empty.button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
