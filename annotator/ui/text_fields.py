"""Fields to type in, for one line and for several, that begin where the language begins and set Arabic as Latin."""

from PySide6.QtCore import QEvent, QMargins, Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from annotator.text.direction import base_direction

LIFT_PX = 4
"""Pixels by which Arabic stands lower than Qt would set it, because it measures the Latin typeface."""
_DIRECTIONS = (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange)


class LineField(QLineEdit):
    """A line whose caret stands where typing begins, also while it is empty, and which keeps its height."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textChanged.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        """Qt begins an empty line where the system's language begins, whatever that of the window is."""
        text = self.text()
        rtl = base_direction(text) == "rtl" if text else self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = QMargins(0, LIFT_PX, 0, 0) if rtl else QMargins(0, LIFT_PX // 2, 0, LIFT_PX // 2)
        if margins != self.textMargins():
            self.setTextMargins(margins)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(Qt.AlignmentFlag.AlignLeading if text else side | Qt.AlignmentFlag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DIRECTIONS:
            self._settle()


class PageField(QTextEdit):
    """Several lines of plain text, each set from where it begins.

    Not a QPlainTextEdit, which sets Arabic lines from the left (QTBUG-7516).
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        """Let an empty field begin where the window's language does; what is written runs by itself."""
        option = self.document().defaultTextOption()
        wanted = self.layoutDirection() if self.document().isEmpty() else Qt.LayoutDirection.LayoutDirectionAuto
        if option.textDirection() != wanted:
            option.setTextDirection(wanted)
            self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DIRECTIONS:
            self._settle()
