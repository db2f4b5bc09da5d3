"""γ on the page of agreement: asked for by a button, since it takes long, and said with what it rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from annotator.errors import MusnadError
from annotator.ui.agreeing.words import figure
from annotator.ui.i18n import isolate, listed, tr, tr_error, tr_n
from annotator.ui.panels.painting import leading

if TYPE_CHECKING:
    from annotator.agreement.gamma import GammaFigure
    from annotator.agreement.units import Unit

THIN_N = 30
"""Units below which a figure should not stand alone."""


class GammaPanel(QFrame):
    """Widgets alone: `asked` to compute, `stopped` to give up."""

    asked = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._runs = False
        self._done = (0, 0)
        self._error: MusnadError | None = None
        self._figure: GammaFigure | None = None
        self._readers: Sequence[str] = ()
        self._unit: Unit = "token"
        self.value, self.told, self.warning = QLabel(), QLabel(), QLabel()
        self.value.setProperty("role", "title")
        for label in (self.told, self.warning):
            label.setWordWrap(True)
            label.setProperty("role", "dim")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setObjectName("agreement_gamma")
        self.button.clicked.connect(self._press)
        head = QHBoxLayout()
        head.addWidget(self.value, 1)
        head.addWidget(self.button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 10)
        lines.setSpacing(6)
        lines.addLayout(head)
        lines.addWidget(self.told)
        lines.addWidget(self.warning)
        self._say()

    def _press(self) -> None:
        if self._runs:
            self.forget()
            self.stopped.emit()
        else:
            self._runs, self._done, self._error, self._figure = True, (0, 0), None, None
            self._say()
            self.asked.emit()

    # What it shows

    def forget(self) -> None:
        """Something else is asked, or nothing any more: show no figure."""
        self._runs, self._error, self._figure = False, None, None
        self._say()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many articles of all are computed."""
        self._done = done, total
        self._say()

    def show_error(self, error: MusnadError) -> None:
        """Say why there is no figure."""
        self._runs, self._error = False, error
        self._say()

    def show_figure(self, found: "GammaFigure", readers: Sequence[str], unit: "Unit") -> None:
        """Show the figure of these readers."""
        self._runs, self._figure, self._readers, self._unit = False, found, readers, unit
        self._say()

    def _say(self) -> None:
        self.button.setText(tr("Stop") if self._runs else tr("Compute γ"))
        found = self._figure
        self.value.setText(leading("γ" if found is None else f"γ {figure(found.gamma)}"))
        self.told.setText(leading(self._words()))
        thin = found is not None and found.gamma is not None and found.n < THIN_N
        self.warning.setText(leading(tr("This rests on fewer than thirty marks and should not be published alone.")))
        self.warning.setVisible(thin)

    def _words(self) -> str:
        if self._error is not None:
            return tr_error(self._error)
        if self._runs:
            done, total = self._done
            return tr("{done} of {total} articles", done=done, total=total) if total else tr("Computing …")
        if self._figure is None:
            return tr("Place and label weighed together (Mathet et al. 2015). It takes seconds an article.")
        return gamma_told(self._figure, self._readers, self._unit)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def gamma_told(found: "GammaFigure", readers: Sequence[str], unit: "Unit") -> str:
    """Return the sentence that says how γ was computed, as it may stand in a paper."""
    return tr(
        "{gamma} over {marks} in {articles}, by {readers}; the mean of the articles, weighted by their marks. "
        "Unit: {unit}. Universe: the stretches that one of the readers marked. Place and label weigh the same.",
        gamma=f"γ = {figure(found.gamma)}",
        marks=tr_n("{n} marks", found.n),
        articles=tr_n("{n} articles with two readings or more", found.documents),
        readers=listed(isolate(one) for one in readers),
        unit=tr("letter") if unit == "character" else tr("word"),
    )
