"""The suggesters there are: what each does, whether it reads, and the command that brings what one lacks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.suggest.registry import Suggester, suggesters
from annotator.text.camel_data import installed
from annotator.text.morphology import BRING_DATABASE, DATABASE
from annotator.ui.i18n import listed, tr, tr_error
from annotator.ui.panels.about import language_title
from annotator.ui.panels.painting import leading
from annotator.ui.suggesting.choice import switch, switched_off
from annotator.ui.suggesting.titles import suggester_title, suggester_told
from annotator.ui.text_fields import LineField

WIDTH = 520


class SuggestersDialog(QDialog):
    """A tick for each suggester, kept at once; nothing is downloaded from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggesters")
        self.setWindowTitle(tr("Suggesters"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 18, 20, 16)
        lines.setSpacing(14)
        for one in suggesters():
            lines.addLayout(_entry(one))
        lines.addLayout(_clitics())
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        lines.addSpacing(4)
        lines.addWidget(buttons)
        # Left to itself, the dialog is as high as its lines would be if they were wider.
        self.setFixedSize(WIDTH, lines.totalHeightForWidth(WIDTH))


def _entry(one: Suggester) -> QVBoxLayout:
    missing = one.missing()
    tick = QCheckBox(suggester_title(one.name))
    tick.setObjectName(f"suggester.{one.name}")
    tick.setChecked(missing is None and one.name not in switched_off())
    tick.setEnabled(missing is None)
    tick.clicked.connect(lambda on: switch(one.name, on))
    lines = QVBoxLayout()
    lines.setSpacing(4)
    lines.addWidget(tick)
    below = QVBoxLayout()
    below.setContentsMargins(26, 0, 26, 0)
    below.setSpacing(6)
    below.addWidget(_label(suggester_told(one.name), "dim"))
    if one.reads:
        below.addWidget(_label(tr("Reads {languages}", languages=listed(map(language_title, one.reads))), "dim"))
    if missing is not None:
        below.addWidget(_label(tr_error(missing.told), "warning"))
        for command in missing.commands:
            below.addLayout(_command(command))
    lines.addLayout(below)
    return lines


def _clitics() -> QVBoxLayout:
    """Return the row about the data with which clitics are told apart; no choice, but something that can be missing."""
    has_database = installed(*DATABASE) is not None
    title = _label(tr("Attached letters"), "strong")
    lines = QVBoxLayout()
    lines.setSpacing(4)
    lines.addWidget(title)
    told = (
        tr("Told apart from the word (و ف ب ك ل س) with the morphology database of camel-tools")
        if has_database
        else tr("Told apart from the word (و ف ب ك ل س) by rules; the morphology database of camel-tools is surer")
    )
    lines.addWidget(_label(told, "dim"))
    if not has_database:
        lines.addLayout(_command(BRING_DATABASE))
    return lines


def _label(text: str, role: str) -> QLabel:
    label = QLabel(leading(text))
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _command(command: str) -> QHBoxLayout:
    """A command to be run in a terminal: to read, to select, to copy. Latin, so from the left in either language."""
    box = LineField(command)
    box.setReadOnly(True)
    box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    box.setAccessibleName(tr("Command for a terminal"))
    copy = QPushButton(tr("Copy"))
    copy.setAutoDefault(False)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(box, 1)
    row.addWidget(copy)
    return row
