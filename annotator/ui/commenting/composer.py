"""Writing a comment: what it will be about, the field, and the buttons that send it or give it up."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.domain.span import Part
from annotator.ui.commenting.mention_field import MentionField
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import leading


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """The purpose of what is being written: a comment on a place of a document, an answer, or other words of one.

    Without a mark (`span_id`) and a passage (`part`, code points) it is about the whole document.
    """

    document_id: str = ""
    span_id: str | None = None
    part: Part | None = None
    quote: str = ""
    reply_to: str | None = None
    changes: str | None = None
    """The id of the comment that is put in other words."""


class Composer(QWidget):
    """`sent` carries the text; the aim is the composer's."""

    sent = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.aim = Aim()
        self.field = MentionField()
        self.field.setObjectName("comment_field")
        self._about = QLabel()
        self._about.setProperty("role", "dim")
        self._about.setWordWrap(True)
        self.send = QPushButton()
        self.send.setObjectName("comment_send")
        self.send.setProperty("primary", True)
        self.give_up = QToolButton()
        self.give_up.setProperty("flat", True)
        self.give_up.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addWidget(self._about)
        lines.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.send)
        row.addWidget(self.give_up)
        row.addStretch(1)
        lines.addLayout(row)
        self.send.clicked.connect(self._send)
        self.field.sent.connect(self._send)
        self.give_up.clicked.connect(self.given_up)
        self.field.given_up.connect(self.given_up)
        self.field.textChanged.connect(self._follow)
        self.retranslate()

    @property
    def text(self) -> str:
        """Return what is written so far."""
        return self.field.toPlainText()

    def begin(self, aim: Aim, text: str = "") -> None:
        """Write something else from now on."""
        self.aim = aim
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.retranslate()

    def aim_at(self, aim: Aim) -> None:
        """Let what is written be about something else, as long as nothing is."""
        if not self.text.strip() and aim != self.aim:
            self.aim = aim
            self.retranslate()

    def set_people(self, handles: Sequence[str]) -> None:
        """Offer these colleagues behind an @."""
        self.field.set_handles(handles)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._about.setText(leading(self._told()))
        self.field.setAccessibleName(self._told())
        self.field.setPlaceholderText(tr("Write… {sign} names a colleague", sign="@"))
        self.send.setText(tr("Save") if self.aim.changes else tr("Answer") if self.aim.reply_to else tr("Comment"))
        self.give_up.setText(tr("Cancel"))
        self._follow()

    def _told(self) -> str:
        if self.aim.changes:
            return tr("Your comment in other words")
        if self.aim.reply_to:
            return tr("Your answer")
        if self.aim.span_id:
            return tr("A comment on the mark {quote!r}", quote=self.aim.quote)
        if self.aim.part:
            return tr("A comment on the words {quote!r}", quote=self.aim.quote)
        return tr("A comment on the article")

    def _follow(self) -> None:
        self.send.setEnabled(bool(self.text.strip()))

    def _send(self) -> None:
        if self.text.strip():
            self.sent.emit(self.text.strip())
