"""The frame of a pane that stands beside the article for a while: its name, a cross, and what it holds below."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.ui.i18n import tip
from annotator.ui.panels.painting import leading

MIN_WIDTH_PX = 300
HEIGHT_PX = 640


class PaneBeside(QFrame):
    """Widgets alone: a feature says what they show. `closed`: Esc or the cross.

    `lines` holds what stands below the head; `none` says why there is nothing, in a subclass's words and place.
    """

    closed = Signal()

    def __init__(self, name: str, width_px: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(MIN_WIDTH_PX)
        self._width_px = width_px
        self._title, self._close = QLabel(), QToolButton()
        self._title.setProperty("role", "caption")
        self._close.setText("✕")
        self._close.setProperty("flat", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        self.none = dim_label()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(12, 8, 12, 10)
        self.lines.setSpacing(8)
        self.lines.addLayout(head)

    def say_title(self, title: str) -> None:
        """Show what the pane holds."""
        self._title.setText(leading(title))

    def say_close(self, closes: str) -> None:
        """Tell what the cross does."""
        self._close.setToolTip(tip(closes))
        self._close.setAccessibleName(closes)

    @abstractmethod
    def retranslate(self) -> None:
        """Say everything in the language of the window."""

    def sizeHint(self) -> QSize:
        return QSize(self._width_px, HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def dim_label() -> QLabel:
    """Return a label for what stands back, its words wrapped."""
    label = QLabel()
    label.setProperty("role", "dim")
    label.setWordWrap(True)
    return label


def scrolled(card: QWidget, height_px: int) -> QScrollArea:
    """Return a card as high as its pane lets it be, and at least so high."""
    scroll = QScrollArea()
    scroll.setWidget(card)
    scroll.setWidgetResizable(True)
    scroll.setMinimumHeight(height_px)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
