"""The suggesters there are: what each does, and, for whoever sets the computer up, what one of them lacks."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.suggest.registry import Suggester, suggesters
from annotator.text.camel_data import installed
from annotator.text.morphology import BRING_DATABASE, DATABASE
from annotator.ui.i18n import listed, phrase, tr, tr_error
from annotator.ui.interface_size import px
from annotator.ui.panels.about import language_title
from annotator.ui.panels.painting import leading
from annotator.ui.screen import fit_to_screen
from annotator.ui.suggesting.choice import switch, switched_off
from annotator.ui.suggesting.titles import suggester_title, suggester_told
from annotator.ui.text_fields import LineField

WIDTH_PX = 520
_ASK_FOR_IT = phrase(
    "It needs parts that are not on this computer. Everything else works without it; whoever looks after the computer "
    "can add them."
)


class SuggestersDialog(QDialog):
    """A tick for each suggester, kept at once; nothing is downloaded from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggesters")
        self.setWindowTitle(tr("Suggesters"))
        self._page = QWidget()
        entries = QVBoxLayout(self._page)
        entries.setContentsMargins(20, 18, 20, 4)
        entries.setSpacing(14)
        for one in suggesters():
            entries.addLayout(self._entry(one))
        entries.addLayout(self._clitics())
        entries.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page)
        scroll.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(20, 6, 20, 16)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(scroll, 1)
        lines.addWidget(self._foot)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        self._fit()

    def _fit(self) -> None:
        """Left to itself, the dialog is as high as its lines would be if they were wider."""
        width = px(WIDTH_PX)
        height = self._page.heightForWidth(width) + self._foot.sizeHint().height()
        fit_to_screen(self, QSize(width, height))

    def _entry(self, one: Suggester) -> QVBoxLayout:
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
            below.addWidget(_label(_ASK_FOR_IT(), "dim"))
            below.addWidget(self._details([tr_error(missing.told)], missing.commands))
        lines.addLayout(below)
        return lines

    def _clitics(self) -> QVBoxLayout:
        """Return the row about the data that tells clitics apart; no choice, but something that can be missing."""
        has_database = installed(*DATABASE) is not None
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(_label(tr("Attached letters"), "strong"))
        told = (
            tr("Told apart from the word (و ف ب ك ل س) with the morphology database of camel-tools")
            if has_database
            else tr("Told apart from the word (و ف ب ك ل س) by rules; the morphology database of camel-tools is surer")
        )
        lines.addWidget(_label(told, "dim"))
        if not has_database:
            lines.addWidget(self._details([], (BRING_DATABASE,)))
        return lines

    def _details(self, told: Sequence[str], commands: Sequence[str]) -> QWidget:
        """Return what concerns only whoever sets the computer up, behind a button that unfolds it."""
        whole, inner = QWidget(), QWidget()
        inner.setObjectName("setup_details")
        button = QToolButton()
        button.setCheckable(True)
        button.setText(tr("For whoever sets up this computer") + " ▾")
        button.setProperty("flat", True)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(6)
        for line in told:
            rows.addWidget(_label(line, "dim"))
        for command in commands:
            rows.addLayout(_command(command))
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(inner)
        inner.hide()
        button.toggled.connect(inner.setVisible)
        button.toggled.connect(self._fit)
        return whole


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
