"""Messages in the window: a bar over its lower edge that never stops anyone from working.

It lies over the page and moves nothing, neither when it comes nor when it goes: somebody may be dragging.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.ui.announcing import announce
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

Level = Literal["info", "success", "warning", "error"]

SECONDS = 12
"""Seconds that good news stays."""

ABOVE_BUTTONS_PX = 6
FOOT_OF_PAGE_PX = 100
"""Pixels from the lower edge up to which a page has its last row."""

_ROLES = {"info": "accent", "success": "success", "warning": "warning", "error": "danger"}


class Offer(msgspec.Struct, frozen=True, eq=False):
    """Something that a message offers to do: the words of its button, in the window's language, and the deed."""

    title: str
    run: Callable[[], object]


class MessageBar(QFrame):
    """One message at a time, also for screen readers. Good news goes by itself, bad news and offers when closed."""

    accessible_role = "AlertMessage"

    def __init__(self, over: QWidget | None = None, foot: Callable[[], int] = lambda: 0) -> None:
        """`over`: what it lies over; `foot`: the pixels that it leaves free there at the lower edge."""
        super().__init__(over)
        self.setObjectName("message_bar")
        self._over, self._foot = over, foot
        if over is not None:
            over.installEventFilter(self)
        self._level: Level = "info"
        self._focused_before: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)
        self.offer: Offer | None = None
        """The offer of the message on show."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QToolButton()
        self.more.setProperty("flat", True)
        self.dismiss = QToolButton()
        self.dismiss.setProperty("flat", True)
        self._build()
        self.hide()
        self.retranslate()

    def _build(self) -> None:
        lines = self._lines = QVBoxLayout(self)
        row = self._row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (self.text, self.more, self.dismiss):
            row.addWidget(widget)
        lines.addLayout(row)
        self.more.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        self.dismiss.clicked.connect(self.hide)

    @cached_property
    def details(self) -> "QTextEdit":
        """Return the pane that unfolds; made when there is first something to unfold."""
        # Not a QPlainTextEdit, which sets Arabic lines from the left (QTBUG-7516).
        from PySide6.QtWidgets import QTextEdit

        details = QTextEdit()
        details.setAcceptRichText(False)
        details.setReadOnly(True)
        details.setAccessibleName(tr("Details"))
        details.setFixedHeight(110)
        details.hide()
        self._lines.addWidget(details)
        return details

    @cached_property
    def accept(self) -> QPushButton:
        """Takes an offer up; made when something is first offered."""
        accept = QPushButton()
        accept.clicked.connect(self._take_up)
        self._row.insertWidget(1, accept)
        return accept

    def tell(self, level: Level, text: str, details: str = "", offer: Offer | None = None) -> None:
        """Say something; what goes into `details` can be unfolded and copied, what is in `offer` be taken up.

        What went wrong is told as well in the dialog that the person has in front of them, which hides this bar.
        """
        self.offer = offer
        self._show(level, text, details)
        if level in ("warning", "error") and (dialog := _dialog_before(self.window())) is not None:
            bar_of(dialog).tell(level, text, details)
        if level in ("info", "success") and not details and offer is None:
            self._timer.start(SECONDS * 1000)

    def place(self) -> None:
        """Lie over the lower edge, as wide as the window and as high as the words need there."""
        if self._over is None or self.isHidden():
            return
        width, lowest = self._over.width(), self._over.height() - self._foot()
        self._lines.activate()
        height = min(max(self._lines.totalHeightForWidth(width), self._lines.totalMinimumSize().height()), lowest)
        self.setGeometry(0, lowest - height, width, height)
        self.raise_()

    def place_soon(self) -> None:
        """Do so once the event loop has laid out the page below."""
        QTimer.singleShot(0, self, self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # What it says, or what was unfolded in it, has another height.
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return done

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the person was, who comes to the bar by keyboard."""
        if now is not None and self.isAncestorOf(now) and not (before is not None and self.isAncestorOf(before)):
            self._focused_before = before

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focused, before = QApplication.focusWidget(), self._focused_before
        self._focused_before = None
        # Left to itself, Qt would go on to what comes next in the order of Tab.
        if focused is not None and before is not None and self.isAncestorOf(focused) and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self) -> None:
        offer = self.offer
        self.hide()
        if offer is not None:
            offer.run()

    def retranslate(self) -> None:
        """Say the buttons in the language of the window; a message stays in the one it was told in."""
        self.setAccessibleName(tr("Message"))
        self.more.setText(tr("Details"))
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(tr("Close this message"))
        self.dismiss.setAccessibleName(tr("Close this message"))
        self.restyle()

    def restyle(self) -> None:
        """Wear the colours of the theme that is on, if anything is told: a sheet of its own takes its time."""
        if self.isHidden():
            return
        theme = themes().theme
        color = theme.color(_ROLES[self._level]).name()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = "right" if mirrored else "left"
        # Qt mirrors layouts, but not their margins.
        self._lines.setContentsMargins(*((8, 6, 16, 6) if mirrored else (16, 6, 8, 6)))
        self.setStyleSheet(
            f"#message_bar {{ background: {theme.color('card').name()}; border: 0;"
            f" border-top: 1px solid {theme.color('line').name()}; border-{side}: 4px solid {color}; }}"
        )

    def _show(self, level: Level, text: str, details: str) -> None:
        self._timer.stop()
        self._level = level
        self.text.setText(leading(text))
        if details or "details" in vars(self):
            self.details.setPlainText(details)
            self.details.hide()
        self.more.setVisible(bool(details))
        if self.offer is not None or "accept" in vars(self):
            self.accept.setText(self.offer.title if self.offer else "")
            self.accept.setVisible(self.offer is not None)
        self.show()
        self.restyle()
        self.place()
        announce(self, text, urgent=level in ("warning", "error"))


def bar_of(dialog: QDialog) -> MessageBar:
    """Return the bar of a dialog, which lies above its buttons; made when something is first told in it."""
    return dialog.findChild(MessageBar) or MessageBar(dialog, partial(_height_of_buttons, dialog))


def height_of_foot(center: QWidget, page: QWidget | None) -> int:
    """Return the pixels of a page's last row, if the button that acts stands there: no message may cover it."""
    buttons = page.findChildren(QPushButton) if page is not None else []
    acting = (one for one in buttons if one.property("primary") and one.isVisible())
    heights = (center.height() - one.mapTo(center, QPoint(0, 0)).y() for one in acting)
    return max((height + ABOVE_BUTTONS_PX for height in heights if height <= FOOT_OF_PAGE_PX), default=0)


def _dialog_before(window: QWidget) -> QDialog | None:
    """The dialog that stands before a window, if a person is in one."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    return front if isinstance(front, QDialog) and front.isVisible() and front is not window else None


def _height_of_buttons(dialog: QDialog) -> int:
    """The pixels from the lowest row of a dialog, where its buttons are, to its lower edge."""
    lines = dialog.layout()
    lowest = lines.itemAt(lines.count() - 1) if lines is not None and lines.count() > 1 else None
    return dialog.height() - lowest.geometry().top() + ABOVE_BUTTONS_PX if lowest is not None else 0
