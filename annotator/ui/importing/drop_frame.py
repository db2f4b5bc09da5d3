"""The frame that shows where files may be dropped, over the window while they are dragged across it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.files.feature import SUFFIX
from annotator.ui.i18n import tr, tr_n
from annotator.ui.panels.painting import large
from annotator.ui.theme import themes

EDGE_PX = 18
VEIL_ALPHA = 225
"""Opacity, of 255, of what lies over the window."""


class DropFrame(QWidget):
    """Covers its window, takes no events, and says what a drop would do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("drop_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text = ""
        self.hide()

    def show_for(self, paths: Sequence[Path], *, has_project: bool) -> None:
        """Show the frame for these files."""
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.text = tr("Drop here to open {name}", name=paths[0].name)
        elif has_project:
            self.text = tr_n("Drop {n} files here: what would come in is shown first", len(paths))
        else:
            self.text = tr("Open a project or begin one first; then drop the articles again.")
        self.setAccessibleName(self.text)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        veil = theme.color("page")
        veil.setAlpha(VEIL_ALPHA)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), veil)
            painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX), 14, 14)
            painter.setFont(large(self.font()))
            painter.setPen(theme.color("ink"))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(60, 0, -60, 0), wrapped, self.text)
