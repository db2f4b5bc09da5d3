"""Reading without anything beside the page. The text stays where it was, so that the eye need not look for it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from annotator.ui.panels.head import Head
from annotator.ui.workspace import Workspace


class FocusMode:
    """Puts the panes and the toolbar of a window away, and brings them back; `told` hears of both."""

    def __init__(self, head: Head, workspace: Workspace, told: Callable[[], object]) -> None:
        self._head, self._workspace, self._told = head, workspace, told
        self._had_head = True
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
        self._had_head = not self._head.isHidden()
        above = self._head.height() if self._had_head else 0
        self._head.hide()
        self._workspace.stand_alone(True)
        self._workspace.set_room(above, max(0, aside), max(0, -aside))
        self._workspace.article.setFocus()
        self._told()

    def leave(self) -> None:
        """Bring everything back to where it was."""
        if not self.on:
            return
        self.on = False
        self._workspace.set_room(0, 0, 0)
        self._head.setVisible(self._had_head)
        self._workspace.stand_alone(False)
        self._told()

    def _aside(self) -> int:
        """Twice the pixels from the middle that the page would have alone to where its middle is now."""
        article, viewport = self._workspace.article, self._workspace.article.viewport()
        bar = article.width() - viewport.width()
        now = 2 * viewport.mapTo(self._workspace, QPoint(0, 0)).x() + viewport.width()
        # A mirrored splitter puts a pane that stands alone at 1 instead of 0.
        mirrored = self._workspace.layoutDirection() == Qt.LayoutDirection.RightToLeft
        alone = 2 * (viewport.x() + mirrored) + self._workspace.width() - bar
        return now - alone
