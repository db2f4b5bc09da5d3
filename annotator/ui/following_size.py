"""Widgets whose font or height was set on purpose, and which follow the size of the interface all the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.theme import themes


class _Following(QObject):
    def __init__(self, widget: QWidget, font: Callable[[QFont], QFont] | None, lines: float, more_px: int) -> None:
        super().__init__(widget)
        self._widget, self._font, self._lines, self._more_px = widget, font, lines, more_px
        themes().changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        if self._font is not None:
            self._widget.setFont(self._font(QApplication.font()))
        if self._lines:
            metrics = QFontMetrics(self._widget.font())
            self._widget.setFixedHeight(round(metrics.height() * self._lines) + self._more_px)


def follow_size(
    widget: QWidget, font: Callable[[QFont], QFont] | None = None, lines: float = 0.0, more_px: int = 0
) -> None:
    """Give a widget a font made of the interface's, and a height of so many lines of it and some pixels, from now on.

    Without `font` it keeps its own, without `lines` the height that it asks for.
    """
    _Following(widget, font, lines, more_px)
