"""An open project: the article with its header, and a pane on each side of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.domain.scheme import title_in
from annotator.ui.actions import ActionRegistry
from annotator.ui.after_painting import release
from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import language
from annotator.ui.mark_sheet import Layer, MarkSheet
from annotator.ui.panels.document_header import DocumentHeader
from annotator.ui.panes import Panes
from annotator.ui.reader_looks import reader_looks
from annotator.ui.recent_state import Places
from annotator.ui.session import Session
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.panels.annotation_list import AnnotationList
    from annotator.ui.panels.document_list import DocumentList
    from annotator.ui.panels.empty_page import EmptyPage
    from annotator.ui.panels.inspector import Inspector
    from annotator.ui.side_panes import SidePanes


_COMING_AND_GOING = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize)


class Workspace(Panes):
    """Shows what the session holds, and tells the session what the person chose."""

    text_selection_changed = Signal()
    foot_changed = Signal()
    """A bar below the article came, went, or has another height."""
    wanted = Signal()
    """Somebody asked for the article, or for what stands in its place: it should be in sight."""
    menu_requested = Signal(QPoint)
    documents_menu_requested = Signal(QPoint)
    document_renamed = Signal(str, str)
    list_asked = Signal(object)
    """Emitted when the list of documents is to show others, or in another order: a `ListWish`."""
    label_chosen = Signal(str)
    attribute_chosen = Signal(str, str)
    agreement_chosen = Signal(str)
    role_asked = Signal(str, str)
    """Emitted to ask who plays a role for the selected mark. With the link that an answer replaces, or empty."""
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.session: Session | None = None
        self._shown: str | None = None
        self._places: Places | None = None
        self._sheet = MarkSheet()
        self._seen_mark: str | None = None
        self._below: list[QWidget] = []
        self._registry = registry
        self.header = DocumentHeader()
        self.article = ArticleView()
        self._empty: EmptyPage | None = None
        self._page: QWidget | None = None
        self._sides: SidePanes | None = None
        self._build()
        self._connect()
        self.article.set_page_colors(themes().theme.page)

    def _build(self) -> None:
        self.header.done.setDefaultAction(self._registry.action("document.done"))
        self._reading = QFrame()
        self._reading.setAutoFillBackground(True)
        self._reading.setBackgroundRole(QPalette.ColorRole.Base)
        lines = self._lines = QVBoxLayout(self._reading)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.article, 1)
        self._center.addWidget(self._reading)

    def _connect(self) -> None:
        self.article.mark_clicked.connect(self._choose_clicked)
        self.article.selection_changed.connect(lambda *_: self.text_selection_changed.emit())
        self.article.menu_requested.connect(self.menu_requested)
        self.article.part_drawn.connect(
            lambda adds: self._registry.run("annotate.add_part" if adds else "annotate.remove_part")
        )
        self.article.viewport().installEventFilter(self)
        self.article.column_changed.connect(self._align_header)
        self.article.describe_marks = self._describe_marks
        self.article.speak_marks = self._speak_marks

    # The panes at the sides

    def add_below(self, bar: QWidget) -> None:
        """Give a bar its place below the article."""
        self._lines.addWidget(bar)
        self._below.append(bar)
        bar.installEventFilter(self)

    def foot_height(self) -> int:
        """The pixels that bars take below the article."""
        return sum(bar.height() for bar in self._below if bar.isVisible())

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in the article's place until an article is shown anew; None: the article again."""
        self._page = page
        if page is not None:
            if self._center.indexOf(page) < 0:
                self._center.addWidget(page)
            self._center.setCurrentWidget(page)
        elif self.session is not None:
            self._show_page_or_none(self.session)
        self.wanted.emit()
        # What was selected is out of sight now, or back.
        self.text_selection_changed.emit()

    @property
    def covered(self) -> bool:
        """Return whether another page stands in the article's place."""
        return self._page is not None

    def set_room(self, above: int, left: int, right: int) -> None:
        """Leave so many pixels of the page free above the header, and at the sides of the column."""
        self._reading.setContentsMargins(0, above, 0, 0)
        self.article.set_room(left, right)

    @property
    def sides(self) -> "SidePanes":
        """Return the panes beside the article; made when first needed, or after the first painting."""
        if self._sides is None:
            self._sides = self._make_sides()
            self._sides.set_session(self.session)
        return self._sides

    def _make_sides(self) -> "SidePanes":
        from annotator.ui.side_panes import SidePanes

        sides = SidePanes(self._registry, self._left, self._right)
        sides.documents.chosen.connect(self._choose_document)
        sides.documents.menu_requested.connect(self.documents_menu_requested)
        sides.documents.rows.renamed.connect(self.document_renamed)
        sides.head.changed.connect(lambda: self.list_asked.emit(sides.head.wish))
        sides.marks.chosen.connect(self._choose_mark)
        sides.frame_chosen.connect(self._choose_mark)
        sides.switched.connect(self._registry.touch)
        sides.marks.menu_requested.connect(self.menu_requested)
        sides.inspector.mark_chosen.connect(self._choose_mark)
        sides.inspector.label_chosen.connect(self.label_chosen)
        sides.inspector.attribute_chosen.connect(self.attribute_chosen)
        sides.inspector.agreement_chosen.connect(self.agreement_chosen)
        sides.inspector.role_asked.connect(self._ask_role)
        sides.inspector.link_removed.connect(self.link_removed)
        sides.inspector.link_attribute_chosen.connect(self.link_attribute_chosen)
        return sides

    @property
    def documents(self) -> "DocumentList":
        return self.sides.documents

    @property
    def inspector(self) -> "Inspector":
        return self.sides.inspector

    @property
    def marks(self) -> "AnnotationList":
        return self.sides.marks

    @property
    def shows_frames(self) -> bool:
        """Return whether the frames of the article are listed instead of its marks."""
        return self._sides is not None and self._sides.shows_frames

    def complete(self) -> None:
        """Fill the panes and draw the icons, if that was left for later."""
        from annotator.ui import accessibility

        self._registry.complete()
        self.sides.show_selection()
        accessibility.install(self.article)
        release()

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show this project, or nothing."""
        self.session = session
        self._shown = None
        if self._places is not None:
            self._places.write()
        self._places = Places(session.project.path, self) if session is not None else None
        self.header.set_session(session)
        if self._sides is not None:
            self._sides.set_session(session)
        self.take_beside()
        if session is None:
            self.article.set_article("", "rtl")
            return
        self.article.marks_are_fixed = session.project.read_only
        session.documents_changed.connect(self._show_documents)
        session.document_shown.connect(self._show_document)
        session.document_changed.connect(self._show_direction)
        session.marks_changed.connect(self._show_marks)
        session.selection_changed.connect(self._show_selection)
        session.actors_changed.connect(self._show_selection)
        self._show_document()

    def show_scheme(self) -> None:
        """Follow the scheme that the project has now."""
        if self._sides is not None:
            self._sides.set_session(self.session)
        self._sheet.forget()

    def remember_place(self) -> None:
        """Keep where the person is in the article for the next time it is shown."""
        if self._places is not None and self._shown is not None:
            self._places.leave(self._shown, self.article.top_offset())

    def remember_panes(self) -> None:
        """Keep the widths of the panes for the next run."""
        self.take_beside()
        self.remember_widths()

    def _show_documents(self) -> None:
        if self.session is not None:
            if self._sides is not None:
                self._sides.show_documents()
            self._show_page_or_none(self.session)

    @property
    def empty(self) -> "EmptyPage":
        """Return the page in the article's place when there is none; made when it is first needed."""
        if self._empty is None:
            from annotator.ui.panels.empty_page import EmptyPage

            self._empty = EmptyPage(self._registry.action("file.import"), self._registry.action("help.tour"))
            self._center.addWidget(self._empty)
        return self._empty

    def _show_page_or_none(self, session: Session) -> None:
        if session.document is None:
            # No article will be painted, so nothing waits for it.
            self.complete()
        if self._page is None:
            shown = self.empty if session.document is None else self._reading
            if shown is self._empty and self._center.currentWidget() is not shown:
                shown.button.setFocus()
            self._center.setCurrentWidget(shown)

    def _show_document(self) -> None:
        session = self.session
        if session is None:
            return
        self.remember_place()
        self._page = None
        before, self._shown = self._shown, session.document.id if session.document else None
        self._show_page_or_none(session)
        if self._shown != before:
            self.wanted.emit()
        self.article.set_title(session.document.title if session.document else "")
        self.article.setLocale(QLocale(session.document.language) if session.document else QLocale())
        self.article.set_article(session.document.text if session.document else "", session.direction)
        if self._sides is not None:
            self._sides.show_document()
        self._show_marks()
        if self._shown is not None:
            self.article.scroll_to_offset(self._places.offset(self._shown) if self._places else 0)
        self._show_selection()

    def _show_direction(self) -> None:
        if self.session is not None and self.session.direction != self.article.direction:
            self.article.set_direction(self.session.direction)
            if self._sides is not None:
                self._sides.show_direction()

    def _show_marks(self) -> None:
        session = self.session
        if session is None:
            return
        self.article.set_marks(self._sheet.marks(self._layers(session), session.scheme))
        self.article.set_selected_mark(session.chosen.id if session.chosen is not None else None)
        if self._sides is not None:
            self._sides.show_marks()
        self.header.refresh()

    def _layers(self, session: Session) -> list[Layer]:
        """Mine, the suggestions that nobody compares with mine, and each compared reading in its reader's lanes."""
        readings = session.readings
        compared = [one.annotator for one in readings.compared]
        open_ = [span for span in session.suggestions if span.annotator not in compared]
        looks = reader_looks(compared)
        lanes = [Layer(one.spans, looks[one.annotator], one.annotator) for one in readings.compared]
        return [Layer(session.spans), Layer(open_, "suggested"), *lanes]

    def _show_selection(self) -> None:
        session = self.session
        if session is None:
            return
        span, before = session.chosen, self._seen_mark
        self._seen_mark = span.id if span is not None else None
        self.article.set_selected_mark(self._seen_mark)
        # A mark that only changes its shape under the reader's eyes moves no page.
        if span is not None and not (span.id == before and self.article.shows(span.start, span.end)):
            self.article.ensure_visible(span.start)
        if self._sides is not None:
            self._sides.show_selection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Both answers wait until the article's viewport, which hears of the event after us, has dealt with it."""
        if watched is self.article.viewport():
            if event.type() == QEvent.Type.Paint and self._sides is None:
                QTimer.singleShot(0, self, self.complete)
            elif event.type() == QEvent.Type.Move:
                # The scroll bar changed sides with the language, or came or went: the column is elsewhere.
                QTimer.singleShot(0, self, self._align_header)
        elif watched in self._below and event.type() in _COMING_AND_GOING:
            self.foot_changed.emit()
        return super().eventFilter(watched, event)

    def _align_header(self) -> None:
        """Let the header's lines begin and end where the column of text does."""
        left = self.article.viewport().x() + self.article.column_left
        self.header.set_column(left, self.article.width() - left - self.article.page.width)

    # What was chosen

    def _choose_document(self, document_id: str) -> None:
        self._uncover()
        if self.session is not None and document_id != self._shown:
            self.session.show(document_id)

    def _choose_mark(self, span_id: str) -> None:
        self._uncover()
        if self.session is not None:
            self.session.select(span_id)

    def _ask_role(self, role: str, link: str) -> None:
        # The answer is a letter in the page.
        self._uncover()
        self.role_asked.emit(role, link)

    def _uncover(self) -> None:
        """Show the article again, because the person chose something of it."""
        if self.covered:
            self.show_page(None)

    def _choose_clicked(self, span_id: str) -> None:
        if self.session is not None:
            self.session.select(span_id or None)

    def _describe_marks(self, marks: Sequence[Mark]) -> str:
        from annotator.ui.panels.mark_tip import mark_tip

        return mark_tip(self.session, marks, self._commented) if self.session is not None else ""

    def _speak_marks(self, marks: Sequence[Mark]) -> str:
        from annotator.ui.panels.mark_words import mark_words

        return mark_words(self.session, marks, self._commented) if self.session is not None else ""

    @property
    def _commented(self) -> frozenset[str]:
        """Return the ids of the marks about which something was said."""
        return frozenset() if self._sides is None else self._sides.marks.rows.commented

    # How it looks and speaks

    def restyle(self) -> None:
        """Wear the colours of the theme that is on, in the size of the interface."""
        self.follow_size()
        self.article.set_page_colors(themes().theme.page)
        self._sheet.forget()
        self._show_marks()
        if self._sides is not None:
            self._sides.restyle()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for pane in (self.header, self._empty, self._sides):
            if pane is not None:
                pane.retranslate()
        self._sheet.forget()
        self._show_documents()
        self._show_marks()

    def label_title(self, key: str) -> str:
        """A label's name in the language of the window."""
        if self.session is None:
            return key
        return title_in(self.session.scheme.label(key).title, language(), key)
