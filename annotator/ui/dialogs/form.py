"""The common parts of the small dialogs: a column of named fields, a place to choose, two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import MusnadError
from annotator.ui.i18n import tr, tr_error
from annotator.ui.text_fields import LineField


class PlaceField(QWidget):
    """A path that can be typed or chosen."""

    changed = Signal(str)

    def __init__(self, path: str, title: str, suffix: str) -> None:
        super().__init__()
        self._title = title
        self.suffix = suffix
        self.replaced = ""
        """The file that is there and may be replaced, as the person agreed."""
        self.line = LineField(path)
        self.line.setAccessibleName(tr("File"))
        self.setFocusProxy(self.line)
        self.line.setMinimumWidth(320)
        self.line.textChanged.connect(self.changed)
        choose = QPushButton(tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(choose)

    def path(self) -> str:
        """The path as typed, with the suffix that such files have."""
        typed = self.line.text().strip()
        return typed if not typed or typed.endswith(self.suffix) else typed + self.suffix

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self._title, self.path(), f"*{self.suffix}")
        if chosen:
            self.line.setText(chosen)
            # The system's dialog has asked already whether a file that is there may go.
            self.replaced = self.path()


class FormDialog(QDialog):
    """Named fields and what is wrong with them; `accept` is refused as long as `act` raises."""

    def __init__(self, title: str, action: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox()
        self.ok = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 18, 20, 16)
        lines.setSpacing(14)
        lines.addLayout(self.form)
        lines.addWidget(self.problem)
        lines.addWidget(buttons)

    def act(self) -> None:
        """Do what the dialog is for; MusnadError keeps it open and is shown in it."""

    def accept(self) -> None:
        try:
            self.act()
        except MusnadError as error:
            self.problem.setText(tr_error(error))
            self.problem.show()
            return
        super().accept()
