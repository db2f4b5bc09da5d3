"""The three panes of an open project: documents, the article with its header, the selected mark over all marks."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.ui import memory
from annotator.ui.actions import ActionRegistry
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import language, tr, tr_n
from annotator.ui.panels.annotation_list import AnnotationList, MarkRow
from annotator.ui.panels.document_header import DocumentHeader
from annotator.ui.panels.document_list import DocumentList
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.welcome import EmptyPage
from annotator.ui.session import Session
from annotator.ui.settings import settings
from annotator.ui.theme import themes

WIDTHS = (270, 800, 372)


class Workspace(QSplitter):
    """Shows what the session holds, and tells the session what the person chose."""

    text_selection_changed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("workspace")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.session: Session | None = None
        self._shown: str | None = None
        self._drawn: dict[str, tuple[Span, Mark]] = {}
        self._registry = registry
        self.documents = DocumentList()
        self.header = DocumentHeader()
        self.article = ArticleView()
        self._empty: EmptyPage | None = None
        self.inspector = Inspector(registry.action("annotate.delete"))
        self.marks = AnnotationList()
        self._documents_title = _caption()
        self._marks_title = _caption()
        self._no_marks = QLabel()
        self._build()
        self._connect()
        self.article.set_page_colors(themes().theme.page)
        self._say()

    def _build(self) -> None:
        self.header.done.setDefaultAction(self._registry.action("document.done"))
        self._reading = QFrame()
        lines = QVBoxLayout(self._reading)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.article, 1)
        self._center = QStackedWidget()
        self._center.addWidget(self._reading)
        self._no_marks.setProperty("role", "dim")
        self._no_marks.setWordWrap(True)
        self._no_marks.setContentsMargins(16, 4, 16, 4)
        self.right = RightPane(self.inspector, (self._marks_title, self._no_marks), self.marks)
        left = _pane((self._documents_title,), self.documents)
        for pane, least in ((left, 180), (self._center, 380), (self.right, 290)):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        stored = settings().value("splitter")
        if stored is None or not self.restoreState(stored):
            self.setSizes(list(WIDTHS))

    def _connect(self) -> None:
        self.documents.chosen.connect(self._choose_document)
        self.marks.chosen.connect(self._choose_mark)
        self.inspector.mark_chosen.connect(self._choose_mark)
        self.article.mark_clicked.connect(self._choose_clicked)
        self.article.selection_changed.connect(lambda *_: self.text_selection_changed.emit())
        self.article.menu_requested.connect(self.menu_requested)
        self.article.viewport().installEventFilter(self)
        self.article.text_size_changed.connect(self._align_header)
        self.marks.menu_requested.connect(self.menu_requested)

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show this project, or nothing."""
        self.session = session
        self._shown = None
        self.inspector.set_session(session)
        self.header.set_session(session)
        self.marks.set_labels(session.scheme.labels if session else ())
        if session is None:
            self.documents.show_rows([], None)
            self.marks.show_rows([], None)
            self.article.set_article("", "rtl")
            return
        session.documents_changed.connect(self._show_documents)
        session.document_shown.connect(self._show_document)
        session.marks_changed.connect(self._show_marks)
        session.selection_changed.connect(self._show_selection)
        self._show_documents()
        self._show_document()

    def remember_place(self) -> None:
        """Keep where the person is in the article for the next time it is shown."""
        if self.session is not None and self._shown is not None:
            memory.remember_place(self.session.project.path, self._shown, self.article.top_offset())

    def remember_panes(self) -> None:
        """Keep the widths of the panes for the next run."""
        settings().setValue("splitter", self.saveState())

    def _show_documents(self) -> None:
        session = self.session
        if session is None:
            return
        shown = session.document.id if session.document else None
        self.documents.show_rows(session.summaries(), shown)
        self._documents_title.setText(tr_n("{n} articles", len(session.summaries())))
        self._show_page_or_none(session)

    @property
    def empty(self) -> EmptyPage:
        """What stands in the article's place when there is none; made when it is first needed."""
        if self._empty is None:
            self._empty = EmptyPage(self._registry.action("file.import"))
            self._center.addWidget(self._empty)
        return self._empty

    def _show_page_or_none(self, session: Session) -> None:
        self._center.setCurrentWidget(self.empty if session.document is None else self._reading)

    def _show_document(self) -> None:
        session = self.session
        if session is None:
            return
        self.remember_place()
        self._shown = session.document.id if session.document else None
        self._show_page_or_none(session)
        self.article.set_article(session.document.text if session.document else "", session.direction)
        self.documents.show_document(self._shown)
        self._show_marks()
        if self._shown is not None:
            self.article.scroll_to_offset(memory.offset_in(session.project.path, self._shown))
        self._show_selection()

    def _show_marks(self) -> None:
        session = self.session
        if session is None:
            return
        text = session.document.text if session.document else ""
        labels = {label.key: label for label in session.scheme.labels}
        rows = [MarkRow(span, labels[span.label], text, session.direction) for span in session.spans]
        styles = {key: themes().theme.mark_style(label) for key, label in labels.items()}
        drawn = {row.span.id: self._mark(row, styles[row.label.key]) for row in rows}
        self._drawn = drawn
        self.article.set_marks([mark for _, mark in drawn.values()])
        self.article.set_selected_mark(session.selected_id)
        self.marks.show_rows(rows, session.selected_id)
        self._no_marks.setVisible(not rows)
        self.header.refresh()

    def _mark(self, row: MarkRow, style: MarkStyle) -> tuple[Span, Mark]:
        """The span as the page draws it: the same object as before where nothing about it changed."""
        span, mark = self._drawn.get(row.span.id, (None, None))
        if span is row.span and mark is not None:
            return span, mark
        return row.span, Mark(row.span.id, row.span.parts, row.title, style)

    def _show_selection(self) -> None:
        session = self.session
        if session is None:
            return
        self.article.set_selected_mark(session.selected_id)
        if session.selected is not None:
            self.article.ensure_visible(session.selected.start)
        self.marks.show_mark(session.selected_id)
        self.inspector.refresh()
        self.right.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The article's column moves when its viewport is resized, after this filter has seen it."""
        if event.type() == QEvent.Type.Resize and watched is self.article.viewport():
            QTimer.singleShot(0, self, self._align_header)
        return super().eventFilter(watched, event)

    def _align_header(self) -> None:
        """Let the header's lines begin and end where the column of text does."""
        self.header.set_column(max(self.article.column_left, 20))

    # What was chosen

    def _choose_document(self, document_id: str) -> None:
        if self.session is not None and document_id != self._shown:
            self.session.show(document_id)

    def _choose_mark(self, span_id: str) -> None:
        if self.session is not None:
            self.session.select(span_id)

    def _choose_clicked(self, span_id: str) -> None:
        if self.session is not None:
            self.session.select(span_id or None)

    # How it looks and speaks

    def restyle(self) -> None:
        """Wear the colours of the theme that is on."""
        self.article.set_page_colors(themes().theme.page)
        self._drawn = {}
        self._show_marks()
        self.inspector.rebuild()
        self.right.fit()
        for pane in (self.documents, self.marks):
            pane.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._say()
        for pane in (self.documents, self.header, self._empty, self.inspector, self.marks):
            if pane is not None:
                pane.retranslate()
        self._drawn = {}
        self._show_documents()
        self._show_marks()
        self.right.fit()

    def _say(self) -> None:
        self._no_marks.setText(tr("None yet. What you mark in the article is listed here."))
        self._marks_title.setText(tr("Marks in this article"))

    def label_title(self, key: str) -> str:
        """A label's name in the language of the window."""
        if self.session is None:
            return key
        return title_in(self.session.scheme.label(key).title, language(), key)


class RightPane(QFrame):
    """The inspector, as tall as its card asks but at most two thirds, over the list of marks."""

    def __init__(self, inspector: Inspector, above_list: tuple[QWidget, ...], marks: QWidget) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._inspector = inspector
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(inspector)
        for widget in above_list:
            lines.addWidget(widget)
        lines.addWidget(marks, 1)

    def fit(self) -> None:
        """Give the inspector the height that its card asks for now."""
        wanted = self._inspector.wanted_height(max(self.width(), 200))
        self._inspector.setFixedHeight(min(wanted + 4, max(round(self.height() * 0.66), 160)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _caption() -> QLabel:
    label = QLabel()
    label.setProperty("role", "caption")
    label.setContentsMargins(16, 12, 16, 6)
    return label


def _pane(above: tuple[QWidget, ...], body: QWidget) -> QFrame:
    pane = QFrame()
    pane.setAutoFillBackground(True)
    lines = QVBoxLayout(pane)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    for widget in above:
        lines.addWidget(widget)
    lines.addWidget(body, 1)
    return pane
