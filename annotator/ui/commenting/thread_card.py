"""The chosen thread: everything that was said in it, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.domain.comment import MOST_CHARACTERS, Comment
from annotator.services.threads import PlacedThread
from annotator.text.direction import base_direction
from annotator.ui.commenting.words import when
from annotator.ui.i18n import isolate, tip, tr
from annotator.ui.panels.painting import leading
from annotator.visible import clipped

_SHOWN_BY_NAME = {0x202D: "[LRO]", 0x202E: "[RLO]"}


class ThreadCard(QFrame):
    """Widgets alone: the feature writes."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)
    resolve_asked = Signal()
    opened = Signal()
    """The place of the thread is to be shown in its article."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._about = QToolButton()
        self._about.setProperty("flat", True)
        self._about.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._about.clicked.connect(self.opened)
        self.resolve = QPushButton()
        self.resolve.setObjectName("comment_resolve")
        self.resolve.clicked.connect(self.resolve_asked)
        self._said = QVBoxLayout()
        self._said.setSpacing(10)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 10)
        lines.setSpacing(8)
        lines.addLayout(self._said)
        row = QHBoxLayout()
        row.addWidget(self.resolve)
        row.addWidget(self._about)
        row.addStretch(1)
        lines.addLayout(row)
        lines.addStretch(1)

    def show_thread(self, placed: PlacedThread, me: str, *, writable: bool) -> None:
        """Show a thread; `me` may change and delete what I said."""
        while (item := self._said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in placed.thread.comments:
            self._said.addWidget(self._comment(one, is_mine=writable and one.annotator == me))
        by = placed.thread.first.resolved_by
        self._about.setText(tr("Show the place"))
        self.resolve.setText(tr("Resolve") if by is None else tr("Reopen"))
        self.resolve.setToolTip("" if by is None else tip(tr("Resolved by {who}", who=by)))
        self.resolve.setEnabled(writable)

    def _comment(self, one: Comment, *, is_mine: bool) -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        head = QHBoxLayout()
        who, time = QLabel(leading(isolate(one.annotator))), QLabel(leading(when(one)))
        who.setProperty("role", "title")
        time.setProperty("role", "dim")
        time.setWordWrap(True)
        head.addWidget(who)
        head.addWidget(time, 1)
        lines.addLayout(head)
        lines.addWidget(_words(one.text))
        if is_mine:
            row = QHBoxLayout()
            row.setSpacing(2)
            row.addWidget(_tool(tr("Edit"), partial(self.edit_asked.emit, one)))
            row.addWidget(_tool(tr("Delete"), partial(self.delete_asked.emit, one)))
            row.addStretch(1)
            lines.addLayout(row)
        return box


def _words(text: str) -> QLabel:
    """Return a label of foreign words in several lines, which run their own way."""
    rtl = base_direction(text) == "rtl"
    shown = clipped(text, MOST_CHARACTERS).translate(_SHOWN_BY_NAME)
    # Qt would set a line that begins with @name the way that name runs.
    said = QLabel("\n".join(("\u200f" if rtl else "\u200e") + line for line in shown.split("\n")))
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    said.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return said


def _tool(title: str, run: object) -> QToolButton:
    button = QToolButton()
    button.setText(title)
    button.setProperty("flat", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(run)
    return button
