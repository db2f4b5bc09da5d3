"""An open project as the window sees it: the document on the page, its marks, and the one that is selected.

Every pane reads from here and hears from here; nothing in it draws. Offsets are code points.
"""

import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.annotator import Status
from annotator.domain.change import Changes, Kept
from annotator.domain.document import Direction, Document
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.errors import MusnadError, NotFoundError
from annotator.ui.directions import Directions
from annotator.ui.landing import Landing
from annotator.ui.listing import Listing
from annotator.ui.readings import TABLES, Readings, SpanSelection, reading_order

if TYPE_CHECKING:
    from annotator.domain.actor import Actor
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary

LIST_TABLES = ("documents", "origins", "annotation_sets", "assignments")
REGISTRY_TABLES = frozenset(("actors", "actor_aliases"))
NEWS_DELAY_MS = 150
"""Milliseconds that news from a worker may wait for more of it."""


class Session(QObject):
    """Holds the project, what is on the page and what is selected, and keeps them true after every change."""

    documents_changed = Signal()
    document_shown = Signal()
    document_changed = Signal()
    """Emitted when the title, language, direction or origins of the document shown have changed."""
    marks_changed = Signal()
    selection_changed = Signal()
    written = Signal()
    actors_changed = Signal()
    comments_changed = Signal()
    scheme_changed = Signal()
    """The project has another scheme, and the marks are those that fit it."""
    closed = Signal()
    """The project is being closed: nothing may be asked of it any more."""
    _heard = Signal(object)

    def __init__(self, project: "Project", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.document: Document | None = None
        self.direction: Direction = "rtl"
        self.readings = Readings(project)
        """Mine, and those of others that are on the page with it."""
        self.selection: SpanSelection | None = None
        """The span that is selected, in whoever's reading."""
        self.listing = Listing(project)
        self.directions = Directions(project, lambda: self.document)
        # An import changes the project in a worker; the signal brings the news into this thread.
        self._heard.connect(self._hear_from_afar)
        self._home = threading.get_ident()
        self._open = True
        self._stop_listening = project.listen(self._listen)
        self._late = QTimer(self, singleShot=True, interval=NEWS_DELAY_MS)
        self._late.timeout.connect(self._tell_late)
        self._late_tables: set[str] = set()
        self.landing = Landing(project, self)

    def close(self) -> None:
        """Stop listening and close the file."""
        self._stop_listening()
        self.closed.emit()
        self._open = False
        self._late.stop()
        self.landing.stop()
        self.project.close()

    @property
    def scheme(self) -> Scheme:
        return self.project.scheme

    def summaries(self) -> list["DocumentSummary"]:
        """All documents without their texts, in order of import; read again only after a change."""
        return self.listing.summaries()

    def listed(self) -> list["DocumentSummary"]:
        """Return the documents that the list shows, in its order (`Listing.arrange`)."""
        return self.listing.listed()

    def position(self) -> int:
        """Return the place of the shown document in the list, from 0; -1 for none."""
        return self.listing.place(self.document.id if self.document else "")

    @property
    def spans(self) -> list[Span]:
        """Return my marks on the document shown, in reading order."""
        return self.readings.mine.spans

    @property
    def relations(self) -> list[Relation]:
        """Return my links on the document shown."""
        return self.readings.mine.relations

    @property
    def suggestions(self) -> list[Span]:
        """Return the suggestions for the document shown that I have not answered, in reading order."""
        return self.readings.suggestions

    @property
    def marks_by_id(self) -> dict[str, Span]:
        """Return my marks on the document shown by their ids."""
        return self.readings.mine.by_id

    @property
    def chosen(self) -> Span | None:
        """Return the span that is selected, in whoever's reading."""
        return self.readings.span(self.selection)

    @property
    def selected_id(self) -> str | None:
        """Return the id of my mark that is selected."""
        selection = self.selection
        return selection.span if selection is not None and selection.annotator == self.project.annotator else None

    @property
    def selected(self) -> Span | None:
        """Return my mark that is selected."""
        return self.marks_by_id.get(self.selected_id or "")

    @property
    def pointed(self) -> Span | None:
        """Return the open suggestion that is selected: it is asked about."""
        return self.readings.suggested(self.selection)

    @property
    def pointed_id(self) -> str | None:
        """Return the id of the open suggestion that is selected."""
        return None if (span := self.pointed) is None else span.id

    def compare(self, *annotators: str) -> None:
        """Show these annotators' readings beside mine, on every document from now on; without any, only mine."""
        self.readings.compare(annotators, self.document.id if self.document else None)
        self._tell_marks(self.selected, self.selection)

    @property
    def status(self) -> Status:
        """Return my status of the document shown."""
        held = self.listing.find(self.document.id) if self.document else None
        return held.status if held is not None else "todo"

    def show(self, document_id: str | None) -> None:
        """Put a document on the page (None: an empty page) with nothing selected.

        Raises ProjectError for a document that cannot be read, and nothing changes; for marks that cannot be read,
        and the document is shown without them.
        """
        self._read_document(document_id)
        self.selection = None
        try:
            self.readings.read(self.document.id if self.document else None)
        finally:
            self.document_shown.emit()
            self.marks_changed.emit()
            self.selection_changed.emit()

    def _read_document(self, document_id: str | None) -> None:
        shown = self.document
        self.document = self.project.document(document_id) if document_id else None
        if self.document is not None:
            if shown is not None and shown.id == document_id:
                # A text never changes: the same string, so that who holds it need not compare a million letters.
                self.document = replace(self.document, text=shown.text)
            self.direction = self.document.direction or self.directions.of_text(self.document.id)

    def select(self, span_id: str | None) -> None:
        """Select a span of a reading on the page; None or an unknown id selects nothing."""
        selection = self.readings.find(span_id)
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def step_document(self, by: int) -> None:
        """Show the document `by` places further down the list, if there is one."""
        place = self.position() + by
        if 0 <= place < len(self.listed()):
            self.show(self.listed()[place].id)

    def step_mark(self, by: int, offset: int | None = None) -> None:
        """Select the next mark (by=1) or the previous one (by=-1) in reading order.

        With nothing selected, the search begins at `offset`.
        """
        if not self.spans:
            return
        ids = [span.id for span in self.spans]
        if self.selected_id in ids:
            place = ids.index(self.selected_id) + by
        else:
            before = sum(1 for span in self.spans if span.start < (offset or 0))
            place = before if by > 0 else before - 1
        self.select(ids[max(0, min(place, len(ids) - 1))])

    def mark(self, start: int, end: int, label: str) -> Span | None:
        """Mark a stretch of the text with a label and select the new mark."""
        if self.document is None:
            return None
        from annotator.services.quoting import told_by_words

        told = told_by_words(self.scheme, label, self.document.text, [(start, end)])
        span = self.project.annotate(self.document.id, (start, end), label, told)
        self.select(span.id)
        return span

    def relabel(self, label: str) -> None:
        """Give the selected mark another label."""
        if self.selected is not None and self.selected.label != label:
            self.project.update(self.selected.id, label=label)

    def set_attribute(self, key: str, value: str | None) -> None:
        """Set an attribute of the selected mark; None takes its value away."""
        if self.selected is not None:
            self.project.update(self.selected.id, attributes={key: value})

    def delete_selected(self) -> None:
        """Delete the selected mark and select the one that follows it in the list."""
        if self.selected is None:
            return
        place = self.spans.index(self.selected)
        self.project.delete(self.selected.id)
        if self.spans:
            self.select(self.spans[min(place, len(self.spans) - 1)].id)

    def undo(self, *, stay: bool = False) -> Sequence[Kept]:
        """Take back the last action and show where it was; with `stay` not in another document. What it left alone."""
        return self.show_place(self.project.undo(), stay=stay)

    def redo(self, *, stay: bool = False) -> Sequence[Kept]:
        """Do the action taken back again and show where it was, as `undo` does."""
        return self.show_place(self.project.redo(), stay=stay)

    def say_about(self, document_id: str, field: str, value: Any) -> None:
        """Say something else about a document: its title, language or direction, or my status."""
        if field == "status":
            self.project.set_status(document_id, value)
        else:
            self.project.update_document(document_id, **{field: value})

    def toggle_done(self) -> bool:
        """Mark my reading of the document done, or take that back; True if it is done now.

        Taken back, it is what it would be otherwise: in progress where I have marked something, else not begun.
        """
        if self.document is None:
            return False
        done = self.status != "done"
        self.project.set_status(self.document.id, "done" if done else "doing" if self.spans else "todo")
        return done

    def roles(self, span: Span) -> list[tuple[str, list[Span]]]:
        """The relations that a mark sends out: each kind in the scheme's order with the marks it leads to."""
        by_id = self.marks_by_id
        found: dict[str, list[Span]] = {}
        for relation in self.relations:
            if relation.from_id == span.id and relation.to_id in by_id:
                found.setdefault(relation.label, []).append(by_id[relation.to_id])
        order = [kind.key for kind in self.scheme.relations]
        return [(key, sorted(found[key], key=reading_order)) for key in order if key in found]

    def actor(self, span: Span) -> "Actor | None":
        """The entry of the registry that a mention is linked to, if it is there and can be read."""
        if span.actor_id is None:
            return None
        with suppress(MusnadError):
            return self.project.actor(span.actor_id)
        return None

    def actor_name(self, span: Span) -> str | None:
        """The registry's name for the actor that a mention is linked to."""
        return None if (actor := self.actor(span)) is None else actor.name

    def _listen(self, changes: Changes) -> None:
        if threading.get_ident() == self._home:
            try:
                self._hear(changes)
            except Exception:  # a view's, of any kind
                # What was written is written, and shown as soon as whatever failed is over.
                QTimer.singleShot(0, self, self.read_anew)
                raise
        else:
            self._heard.emit(changes)

    def read_anew(self) -> None:
        """Read again all that is shown."""
        if not self._open:
            return
        self.listing.forget()
        self.documents_changed.emit()
        self.show(self.document.id if self.document else None)
        self._tell(REGISTRY_TABLES)

    def _hear_from_afar(self, changes: Changes) -> None:
        """A worker tells of thousands of articles: the one shown follows at once, the rest a few times a second."""
        if not self._open:
            return
        if changes.touches(*LIST_TABLES):
            self.listing.follow(changes)
        self._late_tables |= changes.rows.keys()
        if not self._late.isActive():
            self._late.start()
        self._follow_shown(changes)

    def _tell_late(self) -> None:
        """Tell of everything that came from afar since it was last told."""
        tables, self._late_tables = self._late_tables, set()
        if tables & set(LIST_TABLES):
            self.documents_changed.emit()
        self._tell(tables)

    def _hear(self, changes: Changes) -> None:
        if changes.touches("settings"):
            self._hear_scheme()
        if changes.touches(*LIST_TABLES):
            self.listing.follow(changes)
            self.documents_changed.emit()
        self._follow_shown(changes)
        self._tell(changes.rows.keys())
        self.landing.note()

    def _hear_scheme(self) -> None:
        """Another scheme: no view may see a mark of the old one."""
        self.readings.read(self.document.id if self.document else None)
        if self.chosen is None:
            self.selection = None
        self.scheme_changed.emit()
        self.marks_changed.emit()
        self.selection_changed.emit()

    def _follow_shown(self, changes: Changes) -> None:
        document = self.document.id if self.document is not None else None
        if document in changes.documents:
            self._reread_document(document, changes)
        if document is not None and changes.touches("actors"):
            # Mentions are of the kind of the entries that they name.
            was = self.selected, self.selection
            self.readings.read(document)
            self._tell_marks(*was)
        elif document in changes.documents:
            self._refresh(changes)

    def _tell(self, tables: Collection[str]) -> None:
        if not REGISTRY_TABLES.isdisjoint(tables):
            self.actors_changed.emit()
        if "comments" in tables:
            self.comments_changed.emit()
        self.written.emit()

    def _reread_document(self, document_id: str, changes: Changes) -> None:
        """Read the metadata of the document shown again; one that was just taken away stays until it is left."""
        if changes.touches(*LIST_TABLES):
            with suppress(NotFoundError):
                self._read_document(document_id)
                self.document_changed.emit()

    def _refresh(self, changes: Changes) -> None:
        if self.document is None or not changes.touches(*TABLES):
            return
        was = self.selected, self.selection
        self.readings.follow(self.document.id, changes)
        self._tell_marks(*was)

    def _tell_marks(self, was: Span | None, asked: SpanSelection | None) -> None:
        """Tell of other marks, and of what was selected where that is gone or another now."""
        self.marks_changed.emit()
        if self.chosen is None:
            self.selection = None
        if was != self.selected or asked != self.selection:
            self.selection_changed.emit()

    def show_place(self, changes: Changes | None, *, stay: bool) -> Sequence[Kept]:
        """After undo or redo: the document it happened in, and the mark it brought back or changed."""
        if changes is None:
            return ()
        elsewhere = self.document is None or self.document.id not in changes.documents
        if changes.documents and elsewhere and not stay:
            known = {item.id for item in self.summaries()}
            target = next((item for item in sorted(changes.documents) if item in known), None)
            if target is not None:
                self.show(target)
        if self.document is not None and self.listing.find(self.document.id) is None:
            self.show(None)
        touched = changes.rows.get("spans", frozenset())
        self.select(next((span.id for span in self.spans if span.id in touched), self.selected_id))
        return changes.kept
