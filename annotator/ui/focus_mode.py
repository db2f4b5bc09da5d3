"""Reading without anything beside the page. The text stays where it was, so that the eye need not look for it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from annotator.ui.panels.head import Head
from annotator.ui.workspace import Workspace


class FocusMode:
    """Puts the panes and the toolbar of a window away, and brings them back; `told` hears of both."""

    def __init__(self, head: Head, workspace: Workspace, told: Callable[[], object]) -> None:
        self._head, self._workspace, self._told = head, workspace, told
        self._away: list[QWidget] = []
        self.on = False

    def toggle(self) -> None:
        """Begin or end it."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Put away what stands beside the page and above it; the page keeps its place in the window."""
        if self.on:
            return
        self.on = True
        aside = self._aside()
        # What the person has put away already stays away afterwards.
        self._away = [widget for widget in self._all_beside() if not widget.isHidden()]
        above = 0 if self._head.isHidden() else self._head.height()
        for widget in self._away:
            widget.hide()
        self._workspace.set_room(above, max(0, aside), max(0, -aside))
        self._workspace.article.setFocus()
        self._told()

    def leave(self) -> None:
        """Bring everything back to where it was."""
        if not self.on:
            return
        self.on = False
        self._workspace.set_room(0, 0, 0)
        for widget in self._away:
            widget.show()
        self._away = []
        self._told()

    def _all_beside(self) -> list[QWidget]:
        beside = self._workspace.beside
        return [*self._workspace.panes, self._head, *([] if beside is None else [beside])]

    def _aside(self) -> int:
        """Twice the pixels from the middle that the page would have alone to where its middle is now."""
        article, viewport = self._workspace.article, self._workspace.article.viewport()
        bar = article.width() - viewport.width()
        now = 2 * viewport.mapTo(self._workspace, QPoint(0, 0)).x() + viewport.width()
        # A mirrored splitter puts a pane that stands alone at 1 instead of 0.
        mirrored = self._workspace.layoutDirection() == Qt.LayoutDirection.RightToLeft
        alone = 2 * (viewport.x() + mirrored) + self._workspace.width() - bar
        return now - alone
