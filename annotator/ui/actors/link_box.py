"""The box over a mention's card in which an actor is searched for, and the entries of the registry that match."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from annotator.domain.span import ELLIPSIS, Span
from annotator.errors import MusnadError
from annotator.ui.actor_words import BETWEEN, kind_for, kinds, other_names, why
from annotator.ui.actors.rows import ActorDelegate, ActorRow, ActorRows
from annotator.ui.announcing import announce
from annotator.ui.i18n import tr
from annotator.ui.modes import ENTER, Deed, KeyTable, ModeKey
from annotator.ui.overlay import Overlay
from annotator.ui.panels.rows import RowList
from annotator.ui.searching.boxes import Field
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match
    from annotator.ui.session import Session

MOST_ROWS = 7
WIDTH = (300, 420)
"""Pixels: as wide as the card, within these."""
NEW, NOBODY = "+", "-"
"""Keys of the rows that are no entries."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ActorLink(Overlay):
    """Links the selected mention: Enter takes the row that is chosen, Ctrl+Enter makes a new entry, Esc leaves."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell.over)
        self.setObjectName("actor_link")
        self.setProperty("card", True)
        self._shell = shell
        self.mode = ActorLinkKeys(self)
        self._span: Span | None = None
        self.line = Field("actor_link_line", self)
        self.line.textChanged.connect(self._search)
        self.list = RowList("actor_link_list", ActorDelegate(), self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = ActorRows(self.list)
        self.list.setModel(self.rows)
        self.list.clicked.connect(lambda index: self._take(self.rows.row(index.row())))
        self.list.selectionModel().currentChanged.connect(lambda index: self._say(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)

    def open(self) -> None:
        """Ask who the selected mention names; opened while it is open, put it away."""
        session = self._shell.session
        if self.isVisible():
            self.dismiss()
        elif session is not None and session.selected is not None:
            self._span = session.selected
            self.line.name(tr("Who is it?"))
            self.list.setAccessibleName(tr("Actors"))
            self.setAccessibleName(tr("Who is it?"))
            self.line.clear()
            self._search("")
            self.open_over(self.line)

    # What is offered

    def _search(self, typed: str) -> None:
        session, span = self._shell.session, self._span
        if session is None or span is None:
            return
        name = typed.strip() or self._quote(session, span)
        matches = session.project.find_actors(name, MOST_ROWS - 1)
        new = ActorRow(NEW, tr("New actor “{name}”", name=name), _kind(session, span), foreign=False)
        if typed.strip():
            rows = [*(_row(match, session) for match in matches), new]
        else:
            # Nobody has typed: what is only like the name must not be taken by one key.
            rows = [_row(match, session) for match in matches if match.is_sure]
            rows += [new, *(_row(match, session) for match in matches if not match.is_sure)]
            if span.actor_id is not None:
                rows.append(ActorRow(NOBODY, tr("Nobody in the registry"), foreign=False))
        self.rows.set_rows(rows)
        self.list.show_current(0)
        self._say(0)
        if self.isVisible():
            self.place()

    @staticmethod
    def _quote(session: "Session", span: Span) -> str:
        """Return the words of the mention, as a name."""
        text = session.document.text if session.document else ""
        return " ".join(span.quote(text).replace(ELLIPSIS, " ").split())

    def _say(self, place: int) -> None:
        """The focus stays in the line, so a screen reader has to be told what the arrows choose."""
        if self.isVisible() and 0 <= place < self.rows.rowCount():
            announce(self.line, self.rows.spoken(self.rows.row(place), place), urgent=True)

    # What the person does

    def _take(self, row: ActorRow) -> None:
        session, span = self._shell.session, self._span
        self.dismiss()
        if session is None or span is None:
            return
        try:
            if row.key == NEW:
                self._make(session, span)
            elif row.key != span.actor_id:
                session.project.update(span.id, actor_id=None if row.key == NOBODY else row.key)
        except MusnadError as error:
            self._shell.tell_error(error)

    def _make(self, session: "Session", span: Span) -> None:
        name = self.line.text().strip() or self._quote(session, span)
        session.project.name_actor(span.id, name, kind_for(session.scheme, span))

    def key(self, event: QKeyEvent) -> bool:
        return self.mode.press(event)

    def take_current(self) -> None:
        """Take the row that is chosen."""
        self._take(self.rows.row(max(self.list.currentIndex().row(), 0)))

    def take_new(self) -> None:
        """Make a new entry, under the name that is typed."""
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
        """Over the card of the mention where that is in sight, else below the mention."""
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


class ActorLinkKeys(KeyTable):
    """The keys of the box: Enter takes, the arrows choose; Tab stays, for there is nowhere else to go."""

    reach = "own"

    def __init__(self, box: ActorLink) -> None:
        self._box = box

    def table(self) -> Sequence[ModeKey]:
        box = self._box
        if not box.isVisible():
            return []
        says = tr("{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")
        return [
            ModeKey(ENTER, box.take_current, says),
            ModeKey(("Ctrl+Return", "Ctrl+Enter"), box.take_new),
            ModeKey(("Esc",), box.dismiss),
            ModeKey(("Tab", "Shift+Tab", "Backtab", "Shift+Backtab"), lambda: None),
        ]

    def other(self, event: QKeyEvent) -> Deed | None:
        return (lambda: self._box.list.keyPressEvent(event)) if event.key() in _LIST_KEYS else None


def _row(match: "Match", session: "Session") -> ActorRow:
    actor = match.actor
    reason = why(match)
    names = other_names(actor, without=match.name if reason else "")
    kind = kinds(session.scheme).get(actor.kind, actor.kind)
    return ActorRow(actor.id, actor.name, kind, BETWEEN.join(filter(None, (reason, *names))))


def _kind(session: "Session", span: Span) -> str:
    key = kind_for(session.scheme, span)
    return kinds(session.scheme).get(key, key)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
