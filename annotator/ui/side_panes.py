"""The panes beside the article: the documents on one side; the selected mark over all marks on the other.

Made after the article has been painted for the first time: who opens a project waits for the page.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.document import Direction
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.ui.actions import ActionRegistry
from annotator.ui.i18n import tr
from annotator.ui.ordering.document_head import DocumentHead
from annotator.ui.panels.annotation_list import AnnotationList, MarkRow
from annotator.ui.panels.document_list import DocumentList
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.segments import Segments
from annotator.ui.session import Session
from annotator.ui.splice import spliced

if TYPE_CHECKING:
    from annotator.ui.panels.frame_list import FramePane


LIST_PX = 190
"""Pixels that the list below the card keeps, with its title: a few rows of it."""
TITLE_PX = 56
NO_ROWS_PX = 120
"""Pixels of the title of the list alone, and with what stands there while nothing is listed."""


class _Listed(NamedTuple):
    """The marks that are listed as rows, and what else the rows say: scheme, text and direction."""

    told: tuple[Scheme, str, Direction]
    spans: list[Span]
    rows: list[MarkRow]


class SidePanes(QObject):
    """Fills both panes, and keeps them true to the session."""

    frame_chosen = Signal(str)
    switched = Signal()
    """Now the frames of the article are listed instead of its marks, or the other way round."""

    def __init__(self, registry: ActionRegistry, left: QFrame, right: QFrame) -> None:
        super().__init__(left)
        self._session: Session | None = None
        self._listed: _Listed | None = None
        self.documents = DocumentList()
        self.inspector = Inspector(registry.action("annotate.delete"))
        self.inspector.actor_asked.connect(lambda: registry.run("annotate.link_actor"))
        self.inspector.statement_asked.connect(lambda: registry.run("annotate.link_statement"))
        self.inspector.answered.connect(registry.run)
        self.marks = AnnotationList()
        self.head = DocumentHead()
        self._right = right
        self.frames: FramePane | None = None
        """All frames of the article; made when they are first asked for."""
        self.switch: Segments | None = None
        """Marks or frames?"""
        self._switch_row = QHBoxLayout()
        self._switch_row.setContentsMargins(12, 12, 12, 6)
        self._shows_frames = False
        self._no_marks = QLabel()
        self._no_marks.setProperty("role", "dim")
        self._no_marks.setWordWrap(True)
        self._no_marks.setContentsMargins(16, 4, 16, 4)
        _stack(left, self.head, self.documents)
        self._fit = FitInspector(self.inspector, right, self._list_height)
        title = QWidget()
        title.setLayout(self._switch_row)
        _stack(right, self.inspector, title, self._no_marks, self.marks)
        self._say()

    def _list_height(self) -> int:
        """The pixels that the list below the card asks for, with its title, but for what can be scrolled."""
        shown = self.frames.list if self._shows_frames and self.frames is not None else self.marks
        rows = shown.model().rowCount()
        return min(LIST_PX, TITLE_PX + rows * max(shown.sizeHintForRow(0), 0) if rows else NO_ROWS_PX)

    def set_session(self, session: Session | None) -> None:
        """Show this project, or nothing."""
        self._session = session
        self.inspector.set_session(session)
        self.marks.set_labels(session.scheme.labels if session else ())
        if self._shows_frames and not (session and session.scheme.frames):
            self.show_frames(False)
        self._say()
        if session is None:
            self.head.clear()
            self.documents.show_rows([], None)
            self.marks.show_rows([], None)
            return
        self.documents.rows.title_direction = session.directions.of_title
        self.documents.rows.show_mine(session.project.my_documents())
        self.show_documents()
        self.show_marks()
        self.show_selection()

    def show_documents(self) -> None:
        """Show the project's documents as they are now."""
        if self._session is not None:
            rows, every = self._session.listed(), self._session.summaries()
            self.documents.show_rows(rows, self._session.document.id if self._session.document else None)
            self.head.show_count(len(rows), len(every), sum(one.status == "done" for one in every))

    def show_document(self) -> None:
        """Show which document is on the page."""
        if self._session is not None:
            self.documents.show_document(self._session.document.id if self._session.document else None)

    def show_direction(self) -> None:
        """The document on the page may run the other way now, and what quotes it with it."""
        self.show_marks()
        self.inspector.rebuild()
        self._fit.fit()

    def show_marks(self) -> None:
        """Show the marks of the document on the page as they are now."""
        session = self._session
        if session is None:
            return
        rows = self._rows(session)
        self.marks.show_rows(rows, session.selected_id)
        self._no_marks.setVisible(not rows and not self._shows_frames)
        if self.frames is not None and self._shows_frames:
            self.frames.show_frames(session)
        # A link more or less changes the card of a mark that is itself as it was.
        self.inspector.refresh()
        self._fit.fit()

    def _rows(self, session: Session) -> list[MarkRow]:
        """The marks as rows; the same objects where nothing changed, so that the list can tell."""
        text, direction = session.document.text if session.document else "", session.direction
        labels = {label.key: label for label in session.scheme.labels}
        held, told = self._listed, (session.scheme, text, direction)
        kept = (held.spans, held.rows) if held is not None and held.told == told else ([], [])
        made = spliced(*kept, session.spans, lambda span: MarkRow(span, labels[span.label], text, direction))
        self._listed = _Listed(told, list(session.spans), made)
        return made

    def show_selection(self) -> None:
        """Show which mark is selected."""
        if self._session is not None:
            self.marks.show_mark(self._session.selected_id)
            if self.frames is not None:
                self.frames.show_frame(self._session.selected_id)
            self.inspector.refresh()
            self._fit.fit()

    @property
    def shows_frames(self) -> bool:
        """Return whether the frames of the article are listed instead of its marks."""
        return self._shows_frames

    def show_frames(self, shown: bool) -> None:
        """List the frames of the article instead of its marks, or the marks again."""
        self._shows_frames = shown
        if shown and self.frames is None:
            from annotator.ui.panels.frame_list import FramePane

            self.frames = FramePane()
            self.frames.chosen.connect(self.frame_chosen)
            layout = self._right.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self.frames, 1)
        self.marks.setVisible(not shown)
        if self.frames is not None:
            self.frames.setVisible(shown)
        if self.switch is not None:
            self.switch.set_current("frames" if shown else "marks")
        self.show_marks()
        self.switched.emit()

    def restyle(self) -> None:
        """Wear the colours of the theme that is on."""
        self.inspector.rebuild()
        self._fit.fit()
        for pane in (self.documents, self.marks):
            pane.viewport().update()
        if self._shows_frames:
            self.show_marks()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._say()
        for pane in (self.head, self.documents, self.inspector, self.marks):
            pane.retranslate()
        if self.frames is not None:
            self.frames.retranslate()
        self.show_documents()
        self.show_marks()

    def _say(self) -> None:
        self._no_marks.setText(tr("None yet. What you mark in the article is listed here."))
        self._say_switch()

    def _say_switch(self) -> None:
        """Show the title of the list below: a choice where the scheme has frames."""
        choices = [("marks", tr("Marks")), ("frames", tr("Attributions"))]
        while (item := self._switch_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.switch = None
        if self._session is not None and self._session.scheme.frames:
            self.switch = Segments(choices, "frames" if self._shows_frames else "marks")
            self.switch.setAccessibleName(tr("What is listed"))
            self.switch.chosen.connect(lambda key: self.show_frames(key == "frames"))
            self._switch_row.addWidget(self.switch)
            self._switch_row.addStretch(1)
            return
        title = _caption()
        title.setContentsMargins(4, 0, 4, 0)
        title.setText(tr("Marks in this article"))
        self._switch_row.addWidget(title)


class FitInspector(QObject):
    """Keeps the inspector as tall as its card asks, as far as that leaves a few rows of the list below it."""

    def __init__(self, inspector: Inspector, pane: QWidget, list_height: Callable[[], int]) -> None:
        super().__init__(pane)
        self._inspector, self._pane, self._list_height = inspector, pane, list_height
        pane.installEventFilter(self)

    def fit(self) -> None:
        """Give the inspector the height that its card asks for now."""
        wanted = self._inspector.wanted_height(max(self._pane.width(), 200))
        room = self._pane.height() - self._list_height()
        self._inspector.setFixedHeight(min(wanted + 4, max(room, 160)))

    def eventFilter(self, watched: QObject, event: object) -> bool:
        if watched is self._pane and isinstance(event, QResizeEvent):
            self.fit()
        return False


def _caption() -> QLabel:
    label = QLabel()
    label.setProperty("role", "caption")
    label.setContentsMargins(16, 12, 16, 6)
    return label


def _stack(pane: QFrame, *widgets: QWidget) -> None:
    """Puts widgets over one another; the last one takes the room that is left."""
    lines = QVBoxLayout(pane)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    for widget in widgets:
        lines.addWidget(widget)
    lines.setStretch(len(widgets) - 1, 1)
