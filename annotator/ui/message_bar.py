"""What the window has to say, in the window: a bar above the article that never stops anyone from working."""

from functools import cached_property
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading
from annotator.ui.theme import themes

Level = Literal["info", "success", "warning", "error"]

SECONDS = 12
"""How long good news stays."""

_ROLES = {"info": "accent", "success": "success", "warning": "warning", "error": "danger"}


class MessageBar(QFrame):
    """One message at a time. Good news goes by itself, bad news when it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._level: Level = "info"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QToolButton()
        self.more.setProperty("flat", True)
        self.dismiss = QToolButton()
        self.dismiss.setProperty("flat", True)
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 6, 8, 6)
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (self.text, self.more, self.dismiss):
            row.addWidget(widget)
        lines.addLayout(row)
        self.more.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        self.dismiss.clicked.connect(self.hide)

    @cached_property
    def details(self) -> QPlainTextEdit:
        """What can be unfolded; made when there is first something to unfold."""
        details = QPlainTextEdit()
        details.setReadOnly(True)
        details.setFixedHeight(110)
        details.hide()
        self._lines.addWidget(details)
        return details

    def tell(self, level: Level, text: str, details: str = "") -> None:
        """Say something; what goes into `details` can be unfolded and copied."""
        self._show(level, text, details)
        if level in ("info", "success") and not details:
            self._timer.start(SECONDS * 1000)

    def retranslate(self) -> None:
        """Say the buttons in the language of the window; a message stays in the one it was told in."""
        self.setAccessibleName(tr("Message"))
        self.more.setText(tr("Details"))
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(tr("Close this message"))
        self.dismiss.setAccessibleName(tr("Close this message"))
        self.restyle()

    def restyle(self) -> None:
        """Wear the colours of the theme that is on."""
        theme = themes().theme
        color = theme.color(_ROLES[self._level]).name()
        side = "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
        self.setStyleSheet(
            f"#message_bar {{ background: {theme.color('card').name()}; border: 0;"
            f" border-bottom: 1px solid {theme.color('line').name()}; border-{side}: 4px solid {color}; }}"
        )

    def _show(self, level: Level, text: str, details: str) -> None:
        self._timer.stop()
        self._level = level
        self.text.setText(leading(text))
        if details or "details" in vars(self):
            self.details.setPlainText(details)
            self.details.hide()
        self.more.setVisible(bool(details))
        self.restyle()
        self.show()
