"""The page of a project without articles: ways to bring some, and what comes then."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.i18n import tr
from annotator.ui.settings import TOUR_OVER


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
