"""A box over the card of the selected mark in which an entry of a registry is searched for, chosen or made."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from annotator.domain.span import ELLIPSIS, Span
from annotator.errors import MusnadError
from annotator.ui.announcing import announce
from annotator.ui.entries.rows import EntryDelegate, EntryRow, EntryRows
from annotator.ui.modes import ENTER, KeyTable, ModeAct, ModeKey
from annotator.ui.overlay import Overlay
from annotator.ui.panels.rows import RowList
from annotator.ui.searching.boxes import Field
from annotator.ui.session import Session
from annotator.ui.shell import Window

MOST_ROWS = 7
WIDTH = (300, 420)
"""Pixels: as wide as the card, within these."""
NEW, NOTHING = "+", "-"
"""Keys of the rows that are no entries."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AskBox(Overlay):
    """Enter takes the row that is chosen, Ctrl+Enter makes a new entry, Esc leaves. Subclasses know the registry."""

    def __init__(self, shell: Window, name: str) -> None:
        super().__init__(shell.over)
        self.setObjectName(name)
        self.setProperty("card", True)
        self._shell = shell
        self.mode = AskBoxKeys(self)
        self._span: Span | None = None
        self.line = Field(f"{name}_line", self)
        self.line.textChanged.connect(self.search)
        self.list = RowList(f"{name}_list", EntryDelegate(), self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = EntryRows(self.list)
        self.list.setModel(self.rows)
        self.list.clicked.connect(lambda index: self._take(self.rows.row(index.row())))
        self.list.selectionModel().currentChanged.connect(lambda index: self._say(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)

    # What subclasses say and do: Qt's metaclass leaves no place for that of abc, so mypy alone asks for it.

    @abstractmethod
    def question(self) -> str:
        """Return what the box asks."""

    @abstractmethod
    def registry_name(self) -> str:
        """Return the name of the list of entries."""

    @abstractmethod
    def hint(self) -> str:
        """Return what the keys do."""

    @abstractmethod
    def search(self, typed: str) -> None:
        """Show the rows for what is typed."""

    @abstractmethod
    def take(self, session: Session, span: Span, row: EntryRow) -> None:
        """Do what a row means. MusnadError is told."""

    # Its life

    def open(self) -> None:
        """Ask about the selected mark; opened while it is open, put it away."""
        session = self._shell.session
        if self.isVisible():
            self.dismiss()
        elif session is not None and session.selected is not None:
            self._span = session.selected
            self.line.name(self.question())
            self.list.setAccessibleName(self.registry_name())
            self.setAccessibleName(self.question())
            self.line.clear()
            self.search("")
            self.open_over(self.line)

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show these rows, the first of them chosen."""
        self.rows.set_rows(rows)
        self.list.show_current(0)
        self._say(0)
        if self.isVisible():
            self.place()

    @staticmethod
    def quote(session: Session, span: Span) -> str:
        """Return the words of the mark on one line."""
        text = session.document.text if session.document else ""
        return " ".join(span.quote(text).replace(ELLIPSIS, " ").split())

    def _say(self, place: int) -> None:
        """The focus stays in the line, so a screen reader has to be told what the arrows choose."""
        if self.isVisible() and 0 <= place < self.rows.rowCount():
            announce(self.line, self.rows.spoken(self.rows.row(place), place), urgent=True)

    # What the person does

    def _take(self, row: EntryRow) -> None:
        session, span = self._shell.session, self._span
        self.dismiss()
        if session is None or span is None:
            return
        try:
            self.take(session, span, row)
        except MusnadError as error:
            self._shell.tell_error(error)

    def key(self, event: QKeyEvent) -> bool:
        return self.mode.press(event)

    def take_current(self) -> None:
        """Take the row that is chosen."""
        self._take(self.rows.row(max(self.list.currentIndex().row(), 0)))

    def take_new(self) -> None:
        """Make a new entry, of what is typed."""
        self._take(self.rows.row(max(self.rows.place_of(NEW), 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Ctrl+Enter says elsewhere that the article is done; here it is the box's own.
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _ENTER
            and _with_control(event)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    # Where it stands

    def place(self) -> None:
        """Over the card of the mark where that is in sight, else below the mark."""
        rows = max(1, min(MOST_ROWS, self.rows.rowCount()))
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 1) + 2)
        anchor = self._anchor()
        self.setFixedWidth(max(WIDTH[0], min(anchor.width(), WIDTH[1])))
        self.adjustSize()
        left = min(max(anchor.left(), 6), self.over.width() - self.width() - 6)
        top = min(anchor.top(), self.over.height() - self.height() - 6)
        self.move(left, max(top, 6))

    def _anchor(self) -> QRect:
        """Return the top of the box and its width, in the window's pixels."""
        workspace = self._shell.workspace
        inspector = workspace.inspector
        if inspector.isVisible():
            corner = inspector.mapTo(self.over, QPoint(12, 12))
            return QRect(corner.x(), corner.y(), inspector.width() - 24, 1)
        article = workspace.article
        span = self._span
        rects = article.span_rects(*span.parts[0]) if span is not None else []
        below = rects[0].bottomRight().toPoint() if rects else QPoint(0, 0)
        corner = article.viewport().mapTo(self.over, below + QPoint(0, 10))
        width = WIDTH[1]
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(corner.x() - (width if mirrored else 0), corner.y(), width, 1)


class AskBoxKeys(KeyTable):
    """The keys of the box: Enter takes, the arrows choose; Tab stays, for there is nowhere else to go."""

    reach = "own"

    def __init__(self, box: AskBox) -> None:
        self._box = box

    def table(self) -> Sequence[ModeKey]:
        box = self._box
        if not box.isVisible():
            return []
        return [
            ModeKey(ENTER, box.take_current, box.hint()),
            ModeKey(("Ctrl+Return", "Ctrl+Enter"), box.take_new),
            ModeKey(("Esc",), box.dismiss),
            ModeKey(("Tab", "Shift+Tab", "Backtab", "Shift+Backtab"), lambda: None),
        ]

    def other(self, event: QKeyEvent) -> ModeAct | None:
        return (lambda: self._box.list.keyPressEvent(event)) if event.key() in _LIST_KEYS else None


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
