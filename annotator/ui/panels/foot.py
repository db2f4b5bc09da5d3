"""The foot of the window: saved, what keys do now, where I am, who I am."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from annotator.ui.i18n import clock, isolate, tip, tr, tr_n
from annotator.ui.panels.painting import leading

_MARGINS_PX = 5
"""Pixels that Qt leaves free above and below what stands in a status bar."""


class Foot(QStatusBar):
    """Four labels; the hint gives way first when the window is narrow."""

    given_up = Signal()
    """The person takes back what waits to be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = _label("saved")
        self.give_up = QToolButton()
        self.give_up.setObjectName("give_up_waiting")
        self.give_up.setProperty("flat", True)
        self.give_up.clicked.connect(self.given_up)
        self._waiting = 0
        self.hint = _Hint()
        self.place = _label("place")
        self.who = _label("who")
        self._at: datetime | None = None
        self._state = "quiet"
        self.addWidget(self.saved)
        self.addWidget(self.give_up)
        self.addWidget(self.hint, 1)
        self.give_up.hide()
        self.addPermanentWidget(self.place)
        self.addPermanentWidget(self.who)
        self.retranslate()

    def _keep_height(self) -> None:
        """As high as the highest of what may stand here: a bar that grew would move the article."""
        self.setFixedHeight(self.give_up.sizeHint().height() + _MARGINS_PX)

    def show_strip(self, strip: QWidget) -> None:
        """Give the progress of long work its place, before where I am."""
        # Qt counts the widgets on both sides: the first three stand at the start.
        self.insertPermanentWidget(3, strip)

    def tell_open(self, read_only: bool) -> None:
        """A project is open and nothing has been changed yet."""
        self._at = None
        self._tell("reading" if read_only else "saved")

    def tell_closed(self) -> None:
        """No project is open."""
        self._at = None
        self._tell("quiet")
        self.place.setText("")
        self.who.setText("")

    def tell_saving(self) -> None:
        """A change is being written."""
        self._tell("saving")

    def tell_saved(self) -> None:
        """A change has been written, now."""
        self._at = datetime.now()
        self._tell("saved")

    def tell_waiting(self, count: int) -> None:
        """So many changes are on the page and wait until another writer is done."""
        self._waiting = count
        self._tell("waiting")

    def tell_failed(self) -> None:
        """A change could not be written."""
        self._tell("failed")

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.give_up.setText(tr("Take back"))
        self._keep_height()
        self._tell(self._state)

    def tell_place(self, position: int, count: int) -> None:
        """Show the place of the article among all; `position` counts from 0, -1 is none."""
        self.place.setText(tr("Article {n} of {count}", n=position + 1, count=count) if position >= 0 else "")

    def tell_hint(self, text: str) -> None:
        """Show the hint for the keys."""
        self.hint.tell(text)

    def tell_who(self, handle: str) -> None:
        """Show the annotator whose marks these are."""
        self.who.setText(isolate(handle))
        self.who.setToolTip(tip(tr("You mark as {name}", name=handle)))

    def _tell(self, state: str) -> None:
        self._state = state
        self.saved.setText(self._words())
        waits = state == "waiting"
        self.saved.setToolTip(tip(tr("Somebody else is writing to the project just now.")) if waits else "")
        self.give_up.setToolTip(tip(tr("Take back what waits to be saved")))
        self.give_up.setVisible(waits)
        role = {"failed": "danger", "reading": "warning", "waiting": "warning"}.get(state, "dim")
        if role != (self.saved.property("role") or "dim"):
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)

    def _words(self) -> str:
        match self._state:
            case "quiet":
                return ""
            case "saving":
                return tr("Saving…")
            case "waiting":
                return tr_n("{n} changes wait to be saved", self._waiting)
            case "failed":
                return tr("Not saved")
            case "reading":
                return tr("Read only")
        if self._at is None:
            return tr("Saved")
        return tr("Saved · {time}", time=isolate(clock(self._at)))


class _Hint(QLabel):
    """One line that takes what room there is: what has none is told by dots, and whole where the pointer rests."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told = ""

    def tell(self, text: str) -> None:
        self._told = leading(text) if text else ""
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._told, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setText(shown)
        self.setToolTip("" if shown == self._told else tip(self._told))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
