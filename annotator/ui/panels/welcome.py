"""The page without a project: create one, open one, look at the sample, go on where one was left."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.services.schemes import DEFAULT, load_scheme
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import isolate, literal, path_text, tip, tr
from annotator.ui.interface_size import px
from annotator.ui.panels.painting import draw_underline
from annotator.ui.recent_state import recent
from annotator.ui.settings import TOUR_OVER
from annotator.ui.theme import themes

WIDTH_PX = 620


class Welcome(QWidget):
    """A quiet page in the middle of the window."""

    opened = Signal(str)
    """A recent project was chosen: its path."""

    def __init__(self, *actions: QAction, parent: QWidget | None = None) -> None:
        """`actions` have a button each; the first is what somebody who has no project begins with."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self._actions = actions
        self._name = QLabel()
        self._strokes = Strokes()
        self._says = QLabel()
        self._says.setProperty("role", "dim")
        self._says.setWordWrap(True)
        self._stays = QLabel()
        self._stays.setProperty("role", "dim")
        self._stays.setWordWrap(True)
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
        column.setMaximumWidth(px(WIDTH_PX))
        column.setMinimumWidth(360)
        lines = QVBoxLayout(column)
        lines.setSpacing(10)
        follow_size(self._name, _huge)
        row = QHBoxLayout()
        for button in self.buttons:
            row.addWidget(button)
        lines.addWidget(self._name)
        lines.addWidget(self._strokes)
        lines.addWidget(self._says)
        lines.addWidget(self._stays)
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
        self._stays.setText(tr("A project is one file on this computer. There is no account, and nothing leaves it."))
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
        folder = metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, px(WIDTH_PX) // 2)
        button.setText(literal(f"{isolate(path.stem)}   ·   {path_text(folder)}"))
        # Qt mirrors "left" in a right-to-left window.
        button.setStyleSheet("text-align: left; padding: 7px 12px;")
        button.setToolTip(tip(path_text(path)))
        button.clicked.connect(lambda: self.opened.emit(str(path)))
        return button


def _huge(font: QFont) -> QFont:
    huge = QFont(font)
    huge.setPointSizeF(font.pointSizeF() * 2.4)
    huge.setBold(True)
    return huge


class Strokes(QWidget):
    """The lines below the three kinds of marks, on which the name of the program stands."""

    LENGTH_PX, GAP_PX = 46, 6

    def __init__(self) -> None:
        super().__init__()
        self._labels = load_scheme(DEFAULT).labels
        self.setFixedHeight(10)

    def sizeHint(self) -> QSize:
        return QSize(px(3 * self.LENGTH_PX + 2 * self.GAP_PX), 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        length, step = px(self.LENGTH_PX), px(self.LENGTH_PX + self.GAP_PX)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            for place, label in enumerate(self._labels):
                left = self.width() - place * step - length if mirrored else place * step
                style = themes().theme.mark_style(label)
                draw_underline(painter, left, 3, length, style.line, style.underline)


class EmptyPage(QWidget):
    """The page in the article's place when there is none: ways to bring some, and what comes then."""

    def __init__(self, import_: QAction, tour: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_page")
        self._import, self._tour = import_, tour
        self._hints = QLabel()
        self._hints.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hints.setProperty("role", "dim")
        self._hints.setWordWrap(True)
        self.tour = QPushButton()
        self.tour.clicked.connect(tour.trigger)
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
        lines.addSpacing(18)
        lines.addWidget(self._hints)
        lines.addWidget(self.tour, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        keys = self._import.shortcut().toString(self._import.shortcut().SequenceFormat.NativeText)
        self._says.setText(tr("No articles yet"))
        self._how.setText(tr("Drop files with articles here, or press {keys}.", keys=keys))
        self.button.setText(self._import.text())
        self._hints.setText(
            tr("Then select words and press the key of a label, and link who says what. The tour shows it once.")
        )
        self.tour.setText(self._tour.text())
        self.tour.setToolTip(self._tour.toolTip())
        # Who knows the way finds the tour under Help.
        for hint in (self._hints, self.tour):
            hint.setHidden(TOUR_OVER.get())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the tour unless somebody knows it by now, which is asked each time."""
        super().showEvent(event)
        self.retranslate()
