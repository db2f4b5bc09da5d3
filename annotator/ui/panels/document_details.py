"""The rest of what is known of an article, below its header: where it is from, what can be said of it anew."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.document import Document, Origin
from annotator.ui.i18n import ltr, tr
from annotator.ui.panels.about import (
    LANGUAGES,
    Hidden,
    direction_title,
    language_title,
    length_told,
    note_told,
)
from annotator.ui.panels.document_list import status_title
from annotator.ui.panels.origins import line, origin_lines
from annotator.ui.panels.painting import leading
from annotator.ui.panels.said_line import SaidLine
from annotator.ui.panels.segments import Segments
from annotator.ui.session import Session

AUTOMATIC = "auto"
OF_ORIGIN = ("publisher", "author", "published", "url")
"""The fields of an article's first origin that can be changed."""


class DocumentDetails(QScrollArea):
    """Names and values in two columns. `changed` carries a document's id, a field (or "status") and its value."""

    changed = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document_details")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = SaidLine(needed=True)
        self.lines: dict[str, SaidLine] = {}
        self.languages = QComboBox()
        self._document: Document | None = None
        self._session: Session | None = None
        self._filled: object = None
        self._most = 0
        self.rebuild()

    # Building

    def rebuild(self) -> None:
        """Make everything anew, in the language of the window."""
        body = QWidget()
        body.setObjectName("document_details_body")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 8, 0, 6)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.title = SaidLine(needed=True)
        self.lines = {"title": self.title, **{field: SaidLine() for field in OF_ORIGIN}}
        for field, widget in self.lines.items():
            widget.said.connect(partial(self._say, field))
        self.lines["published"].setPlaceholderText(tr("such as {day}", day=ltr("2026-11-30")))
        self._origins, self._hidden, self._intake = _Stack(), _Stack(), _Stack()
        self.languages = _CalmCombo()
        self.languages.activated.connect(lambda: self._tell("language", self.languages.currentData()))
        self.direction = Segments([(AUTOMATIC, ""), *((one, direction_title(one)) for one in ("rtl", "ltr"))], None)
        self.direction.chosen.connect(lambda key: self._tell("direction", None if key == AUTOMATIC else key))
        self.status = Segments([(key, status_title(key)) for key in ("todo", "doing", "done")], None)
        self.status.chosen.connect(lambda key: self._tell("status", key))
        self.length = line("")
        self._rows = {
            name: self._add(title, widget)
            for name, title, widget in (
                ("title", tr("Title"), self.title),
                ("publisher", tr("Publisher"), self.lines["publisher"]),
                ("author", tr("Author"), self.lines["author"]),
                ("published", tr("Date"), self.lines["published"]),
                ("url", tr("Link"), self.lines["url"]),
                ("origins", tr("Origin"), self._origins),
                ("language", tr("Language"), self.languages),
                ("direction", tr("Direction"), self.direction),
                ("status", tr("My status"), self.status),
                ("length", tr("Length"), self.length),
                ("hidden", tr("Hidden characters"), self._hidden),
                ("intake", tr("When it came in"), self._intake),
            )
        }
        self._filled = None
        # The widget that was used last may still be telling of it.
        old = self.takeWidget()
        self.setWidget(body)
        if old is not None:
            old.deleteLater()

    def _add(self, title: str, widget: QWidget) -> tuple[QLabel, QWidget]:
        row = self._grid.rowCount()
        name = QLabel(title)
        name.setProperty("role", "dim")
        name.setBuddy(widget)
        widget.setAccessibleName(title)
        name.setContentsMargins(0, 5, 0, 0)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        leading_edge = isinstance(widget, Segments | QComboBox)
        self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft if leading_edge else Qt.AlignmentFlag(0))
        return name, widget

    def fit(self, most: int) -> None:
        """Be as tall as everything in it, but not taller than `most` pixels."""
        self._most = most
        self._refit()

    def _refit(self) -> None:
        # Without a scroll bar, whether one is shown or not: what it takes away would call for it.
        wanted = self._grid.totalHeightForWidth(max(self.maximumViewportSize().width(), 200))
        self.setFixedHeight(max(80, min(wanted, self._most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Lines were added, or have broken anew; the scroll area watches its widget already.
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._refit()
        return super().eventFilter(watched, event)

    # Showing

    def show_document(self, session: Session, words: int | None, hidden: Hidden | None) -> None:
        """Show the document on the page as it is now."""
        document = session.document
        if document is None:
            return
        self._session, self._document = session, document
        shape = (document.id, document.origins, document.intake, hidden)
        if shape != self._filled:
            self._filled = shape
            self._fill(document, hidden)
        self.title.show_value(document.id, document.title)
        origin = next(iter(document.origins), Origin())
        for field in OF_ORIGIN:
            self.lines[field].show_value(document.id, getattr(origin, field) or "")
        self._show_language(document.language)
        self.direction.button(AUTOMATIC).setText(
            tr("Automatic: {direction}", direction=direction_title(session.directions.of_text(document.id)).lower())
        )
        self.direction.set_current(document.direction or AUTOMATIC)
        self.status.set_current(session.status)
        self.length.setText(leading(length_told(words, len(document.text)) if words is not None else "…"))
        for widget in (*self.lines.values(), self.languages, self.direction, self.status):
            widget.setEnabled(not session.project.read_only)

    def _fill(self, document: Document, hidden: Hidden | None) -> None:
        """Fill the read-only rows: origins, hidden characters, changes by intake."""
        self._origins.fill([origin_lines(origin) for origin in document.origins] or [line(tr("Not known"))])
        hidden_lines = hidden.lines() if hidden else []
        warning = [_warning(hidden.told())] if hidden and hidden.overrides else []
        self._hidden.fill([*warning, *map(line, hidden_lines)])
        self._intake.fill([line(note_told(note)) for note in document.intake])
        for name, known in (("hidden", bool(hidden_lines)), ("intake", bool(document.intake))):
            for widget in self._rows[name]:
                widget.setVisible(known)

    def _show_language(self, tag: str) -> None:
        with QSignalBlocker(self.languages):
            self.languages.clear()
            for code in dict.fromkeys((*LANGUAGES, tag)):
                self.languages.addItem(language_title(code), code)
            self.languages.setCurrentIndex(self.languages.findData(tag))

    def finish(self) -> None:
        """Commit the edits in progress."""
        for widget in self.lines.values():
            widget.finish()

    def _say(self, field: str, document_id: str, value: str) -> None:
        self.changed.emit(document_id, field, value)

    def _tell(self, field: str, value: object) -> None:
        if self._document is not None:
            self.changed.emit(self._document.id, field, value)


class _CalmCombo(QComboBox):
    """A choice that the wheel scrolls past instead of turning it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Stack(QWidget):
    """Widgets one below the other, all of them replaced at once."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 4, 0, 0)
        self._lines.setSpacing(4)

    def fill(self, widgets: list[QWidget]) -> None:
        """Show these and no others."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._lines.addWidget(widget)


def _warning(text: str) -> QLabel:
    label = line(text)
    label.setProperty("role", "warning")
    return label
