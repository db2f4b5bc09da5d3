"""The page without a project: create one, open one, look at the sample, go on where one was left."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.i18n import isolate, literal, path_text, tip, tr
from annotator.ui.recent_state import recent

WIDTH = 520


class Welcome(QWidget):
    """A quiet page in the middle of the window."""

    opened = Signal(str)
    """A recent project was chosen: its path."""

    def __init__(self, begin: QAction, open_: QAction, sample: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._actions = (begin, open_, sample)
        self._name = QLabel()
        self._says = QLabel()
        self._says.setProperty("role", "dim")
        self._says.setWordWrap(True)
        self.buttons = [self._button(action) for action in self._actions]
        self.buttons[0].setProperty("primary", True)
        self._heading = QLabel()
        self._heading.setProperty("role", "caption")
        self.recent: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._build()
        self.retranslate()

    @staticmethod
    def _button(action: QAction) -> QPushButton:
        button = QPushButton()
        button.setMinimumHeight(34)
        button.clicked.connect(action.trigger)
        return button

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        column.setMinimumWidth(360)
        lines = QVBoxLayout(column)
        lines.setSpacing(10)
        font = self._name.font()
        font.setPointSizeF(font.pointSizeF() * 2.4)
        font.setBold(True)
        self._name.setFont(font)
        row = QHBoxLayout()
        for button in self.buttons:
            row.addWidget(button)
        lines.addWidget(self._name)
        lines.addWidget(self._says)
        lines.addSpacing(12)
        lines.addLayout(row)
        lines.addSpacing(18)
        lines.addWidget(self._heading)
        lines.addLayout(self._list)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 3)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._name.setText(tr("Musnad"))
        self._says.setText(tr("Read the news, mark who says what about whom, and publish what you found."))
        self._heading.setText(tr("Recent projects"))
        for button, action in zip(self.buttons, self._actions, strict=True):
            button.setText(action.text())
            button.setToolTip(action.toolTip())
        self.refresh()

    def refresh(self) -> None:
        """List the recent projects that are still there."""
        for button in self.recent:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.recent = [self._recent_button(path) for path in recent()]
        for button in self.recent:
            self._list.addWidget(button)
        self._heading.setVisible(bool(self.recent))

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton()
        metrics = QFontMetrics(button.font())
        folder = metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, WIDTH // 2)
        button.setText(literal(f"{isolate(path.stem)}   ·   {path_text(folder)}"))
        # Qt mirrors "left" in a right-to-left window.
        button.setStyleSheet("text-align: left; padding: 7px 12px;")
        button.setToolTip(tip(path_text(path)))
        button.clicked.connect(lambda: self.opened.emit(str(path)))
        return button


class EmptyPage(QWidget):
    """The page in the article's place when there is none: ways to bring some."""

    def __init__(self, import_: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_page")
        self._import = import_
        self._says = QLabel()
        self._says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._says.setProperty("role", "title")
        self._how = QLabel()
        self._how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._how.setProperty("role", "dim")
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.button.clicked.connect(import_.trigger)
        lines = QVBoxLayout(self)
        lines.setSpacing(10)
        lines.addStretch(2)
        lines.addWidget(self._says)
        lines.addWidget(self._how)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        keys = self._import.shortcut().toString(self._import.shortcut().SequenceFormat.NativeText)
        self._says.setText(tr("No articles yet"))
        self._how.setText(tr("Drop files with articles here, or press {keys}.", keys=keys))
        self.button.setText(self._import.text())
