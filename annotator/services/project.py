"""The project: the one door for the window, the command line and scripts."""

import getpass
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from annotator.domain.actor import Actor, actor_id
from annotator.domain.annotator import (
    AnnotationSet,
    Annotator,
    Status,
    check_handle,
    kind_of,
)
from annotator.domain.change import Changes
from annotator.domain.document import Document, IntakeNote, Origin, document_id
from annotator.domain.frame import Frame, frames_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Part, Span, as_parts
from annotator.errors import InputError, NotFoundError, ProjectError
from annotator.services import annotate, records, undo
from annotator.services.schemes import DEFAULT, load_scheme
from annotator.store import actors, annotations, documents, settings
from annotator.store.check import problems
from annotator.store.clock import device_name
from annotator.store.connection import Store, create_store, open_store, told
from annotator.store.documents import DocumentSummary
from annotator.store.journal import Edit, Journal
from annotator.text.cleaning import clean

if TYPE_CHECKING:
    from annotator.formats.record import Record
    from annotator.services.exchange import ImportReport, Report
    from annotator.services.readings import Progress

Listener = Callable[[Changes], None]
Item = TypeVar("Item", Span, Relation)


def default_handle() -> str:
    """Who someone is when they have not said: MUSNAD_ANNOTATOR, or the name they logged in with."""
    name = os.environ.get("MUSNAD_ANNOTATOR", "")
    if not name:
        with suppress(OSError, KeyError, ImportError):
            name = getpass.getuser()
    return check_handle("_".join(name.split()).replace("/", "_").replace("\\", "_") or "me")


class Project:
    """An open project file and the annotator who works in it.

    Every writing method is one user action: it is checked, written in one transaction with its journal rows, can
    be undone, and is told to listeners. Methods may be called from any thread, one at a time gets in.
    All offsets are Unicode code points, half-open.
    """

    def __init__(self, store: Store, annotator: str) -> None:
        self._store = store
        self._connection = store.connection
        self._annotator = annotator
        self._lock = threading.RLock()
        self._listeners: list[Listener] = []
        with told(store.path):
            self._journal = Journal(store.connection, device_name())
            self._scheme = settings.scheme(store.connection)
            self._history = undo.History(self._journal.actions(annotator, self._journal.clock.device, undo.ROWS_READ))

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: str | Path,
        scheme: str | Path | Scheme | None = None,
        annotator: str | None = None,
    ) -> Self:
        """Make a new project file and open it.

        `scheme` is a shipped scheme's name, a TOML file, or a scheme; None the default one. `annotator` is my
        handle. Raises ProjectError if the file exists or cannot be written, SchemeError for a faulty scheme.
        """
        path = Path(path)
        chosen = scheme if isinstance(scheme, Scheme) else load_scheme(DEFAULT if scheme is None else scheme)
        handle = default_handle() if annotator is None else check_handle(annotator)
        create_store(path)
        store = open_store(path)
        with told(path):
            Journal(store.connection, device_name()).commit(handle, [settings.scheme_row(chosen)])
        return cls._entered(store, handle)

    @classmethod
    def open(cls, path: str | Path, annotator: str | None = None, *, read_only: bool = False) -> Self:
        """Open a project file; `read_only` leaves it to others to write and needs no lock.

        Raises ProjectError: no such file, not a project, damaged, newer, open in another Musnad, not writable.
        """
        handle = default_handle() if annotator is None else check_handle(annotator)
        return cls._entered(open_store(Path(path), read_only=read_only), handle)

    @classmethod
    def _entered(cls, store: Store, handle: str) -> Self:
        try:
            project = cls(store, handle)
            if not project.read_only and handle not in {one.handle for one in project.annotators()}:
                me = Annotator(handle=handle, kind=kind_of(handle))
                project._write([annotations.annotator_row(me)], undoable=False)
        except BaseException:
            store.close()
            raise
        return project

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        with self._lock:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def annotator(self) -> str:
        """My handle."""
        return self._annotator

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    # Documents

    def documents(self) -> list[Document]:
        """Every document with its text, in the order of import."""
        with self._reading():
            return documents.documents(self._connection)

    def document(self, document_id: str) -> Document:
        """One document, or NotFoundError."""
        with self._reading():
            return documents.document(self._connection, document_id)

    def summaries(self) -> list[DocumentSummary]:
        """A line for each document, without its text, with my status and number of spans."""
        with self._reading():
            return documents.summaries(self._connection, self._annotator)

    def add_document(
        self,
        text: str,
        title: str | None = None,
        origin: Origin | str | None = None,
        language: str = "ar",
        intake: Sequence[IntakeNote] = (),
    ) -> Document:
        """Add an article; its text is cleaned as DESIGN 4 says and never changes again.

        A text that is here already gains the origin and stays one document. `origin` may be a bare URL.
        Raises InputError for a text without a visible character.
        """
        cleaned, notes = clean(text)
        if not cleaned.strip():
            raise InputError("The article is empty.")
        if isinstance(origin, str):
            origin = Origin(url=origin)
        made = Document(
            id=document_id(cleaned),
            title=title or _title_of(cleaned),
            text=cleaned,
            language=language,
            origins=() if origin is None else (origin,),
            intake=(*intake, *notes),
        )
        with self._acting() as edits:
            if documents.has_document(self._connection, made.id):
                held = documents.document(self._connection, made.id).origins
                edits += [documents.origin_row(made.id, one) for one in made.origins if one not in held]
            else:
                edits.append(documents.document_row(made))
                edits += [documents.origin_row(made.id, one) for one in made.origins]
        return self.document(made.id)

    # Reading marks

    def spans(self, document_id: str, annotator: str | None = None) -> list[Span]:
        """Someone's spans on a document in reading order; None: mine."""
        with self._reading():
            return annotations.spans(self._connection, document_id, annotator or self._annotator)

    def relations(self, document_id: str, annotator: str | None = None) -> list[Relation]:
        """Someone's relations on a document; None: mine."""
        with self._reading():
            return annotations.relations(self._connection, document_id, annotator or self._annotator)

    def frames(self, document_id: str, annotator: str | None = None) -> list[Frame]:
        """Someone's frames on a document: each claim with its roles; None: mine."""
        with self._reading():
            return frames_of(self.spans(document_id, annotator), self.relations(document_id, annotator), self._scheme)

    def span(self, span_id: str) -> Span:
        """The span with this id, or NotFoundError."""
        with self._reading():
            found = annotations.span(self._connection, span_id)
        if found is None:
            raise NotFoundError("There is no mark {id!r}.", id=span_id)
        return found

    def annotators(self) -> list[Annotator]:
        """Everyone who is registered: persons, models and gold."""
        with self._reading():
            return annotations.annotators(self._connection)

    def sets(self, document_id: str) -> list[AnnotationSet]:
        """The annotation sets that have been begun on a document."""
        with self._reading():
            return annotations.annotation_sets(self._connection, document_id)

    def status(self, document_id: str, annotator: str | None = None) -> Status:
        """How far someone is with a document; None: I."""
        with self._reading():
            held = annotations.annotation_set(self._connection, document_id, annotator or self._annotator)
        return "todo" if held is None else held.status

    # Marking

    def annotate(
        self,
        document_id: str,
        parts: Part | Iterable[Part],
        label: str,
        attributes: Mapping[str, str] | None = None,
        actor_id: str | None = None,
    ) -> Span:
        """Mark a span; attributes that are not given get the label's defaults.

        The first mark turns my annotation set from todo to doing in the same action.
        Raises InputError or NotFoundError for what does not fit the document, the scheme or the registry.
        """
        with self._acting() as edits:
            text = documents.text_of(self._connection, document_id)
            span = Span(
                id=annotate.new_id(),
                document_id=document_id,
                annotator=self._annotator,
                label=label,
                parts=as_parts(parts, len(text)),
                attributes={**self._scheme.label(label).defaults, **(attributes or {})},
                actor_id=actor_id,
            )
            edits += annotate.new_span(self._connection, self._scheme, span)
        return span

    def link(self, from_id: str, to_id: str, label: str, attributes: Mapping[str, str] | None = None) -> Relation:
        """Link two of my spans in one document, as far as the scheme allows it (else InputError)."""
        with self._acting() as edits:
            head = self._mine(self.span(from_id))
            relation = Relation(
                id=annotate.new_id(),
                document_id=head.document_id,
                annotator=self._annotator,
                label=label,
                from_id=from_id,
                to_id=to_id,
                attributes={**self._scheme.relation(label).defaults, **(attributes or {})},
            )
            annotate.check_relation(self._connection, self._scheme, relation)
            edits.append(annotations.relation_row(relation))
        return relation

    def update(self, item_id: str, **changes: Any) -> Span | Relation:
        """Change one of my spans (`label`, `parts`, `attributes`, `actor_id`) or relations (`attributes`).

        Attributes are merged into those there are; None takes one away.
        """
        with self._acting() as edits:
            held = annotations.span(self._connection, item_id)
            if held is not None:
                _known(changes, {"label", "parts", "attributes", "actor_id"}, "span")
                span, fresh = annotate.changed_span(self._connection, self._scheme, self._mine(held), **changes)
                if span != held:
                    edits += fresh
                return span
            linked = annotations.relation(self._connection, item_id)
            if linked is None:
                raise NotFoundError("There is no mark or link {id!r}.", id=item_id)
            _known(changes, {"attributes"}, "relation")
            self._mine(linked)
            merged = annotate.merged(linked.attributes, changes.get("attributes") or {})
            relation = msgspec.structs.replace(linked, attributes=merged)
            annotate.check_relation(self._connection, self._scheme, relation)
            if relation != linked:
                edits.append(annotations.relation_row(relation))
            return relation

    def delete(self, *item_ids: str) -> None:
        """Delete my spans and relations, and with the spans the relations that touch them; one action."""
        with self._acting() as edits:
            for item_id in item_ids:
                if (span := annotations.span(self._connection, item_id)) is not None:
                    self._mine(span)
                elif (relation := annotations.relation(self._connection, item_id)) is not None:
                    self._mine(relation)
            edits += annotate.removed(self._connection, item_ids)

    def set_status(self, document_id: str, status: Status) -> None:
        """Say how far I am with a document: todo, doing or done."""
        if status not in ("todo", "doing", "done"):
            raise InputError("{status!r} is not a status: use todo, doing or done.", status=status)
        with self._acting() as edits:
            if not documents.has_document(self._connection, document_id):
                raise documents.unknown_document(document_id)
            if self.status(document_id) != status:
                edits.append(annotate.with_status(document_id, self._annotator, status))

    # Actors

    def actors(self) -> list[Actor]:
        """The registry, in the order its entries came."""
        with self._reading():
            return actors.actors(self._connection)

    def add_actor(self, name: str, kind: str, aliases: Iterable[str] = ()) -> Actor:
        """Register an actor; the same name (normalised) and kind is the same entry and gains the aliases."""
        from annotator.text.normalize import normal_form

        if not name.strip():
            raise InputError("An actor needs a name.")
        entry_id = actor_id(kind, normal_form(name))
        with self._acting() as edits:
            held = actors.actor(self._connection, entry_id) or Actor(id=entry_id, name=name, kind=kind)
            made = msgspec.structs.replace(held, aliases=tuple(dict.fromkeys((*held.aliases, *aliases))))
            if actors.actor(self._connection, entry_id) != made:
                edits += actors.actor_rows(self._connection, made)
        return made

    # Undo and redo

    @property
    def can_undo(self) -> bool:
        return bool(self._history.undoable)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.redoable)

    def undo(self) -> Changes | None:
        """Take back my last action; what it touched, or None when there is nothing to take back."""
        return self._take_back(self._history.undoable)

    def redo(self) -> Changes | None:
        """Do again what I undid last; what it touched, or None when there is nothing."""
        return self._take_back(self._history.redoable)

    def _take_back(self, stack: list[str]) -> Changes | None:
        with self._lock:
            if not stack:
                return None
            action = stack[-1]
            with told(self.path):
                edits = undo.inverse(self._journal.changes_of(action), self._journal.before)
            return self._write(edits, undoes=action)

    # Exchange

    def store_records(self, incoming: "Iterable[Record]") -> Changes | None:
        """Take in whole annotation sets with their documents and actors: one transaction, one undo step."""
        with self._lock:
            with told(self.path):
                edits = records.edits_for(self._connection, self._scheme, incoming, self._annotator)
            return self._write(edits) if edits else None

    def import_(
        self,
        source: str | Path | Sequence[str | Path],
        format: str | None = None,
        *,
        encoding: str | None = None,
        annotator: str | None = None,
        progress: "Progress | None" = None,
    ) -> "ImportReport":
        """Bring in article files, or annotations where the format holds them; see `services.exchange`.

        One file that cannot be used raises InputError; of several, those that cannot are told in the report.
        """
        from annotator.services.exchange import import_file, import_files

        if isinstance(source, str | Path):
            return import_file(self, Path(source), format=format, encoding=encoding, annotator=annotator)
        return import_files(
            self,
            [Path(path) for path in source],
            format=format,
            encoding=encoding,
            annotator=annotator,
            progress=progress,
        )

    def export(
        self,
        format: str,
        out: str | Path,
        annotators: Sequence[str] | None = None,
        split: Mapping[str, int] | None = None,
        *,
        strict: bool = False,
        progress: "Progress | None" = None,
    ) -> "Report":
        """Write a dataset; see `services.exchange`. `annotators` None: every reading."""
        from annotator.services.exchange import export

        return export(self, format, Path(out), annotators=annotators, split=split, strict=strict, progress=progress)

    def check(self) -> list[str]:
        """What does not hold in this file, a line each; an empty list is good news. Changes nothing."""
        with self._reading():
            return problems(self._connection, self._scheme)

    # Listening and writing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every action, in the thread that did it; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, told(self.path):
            yield

    @contextmanager
    def _acting(self) -> Iterator[list[Edit]]:
        """Collect the edits of one action; they are written when the block ends well, and nothing otherwise."""
        edits: list[Edit] = []
        with self._lock:
            with told(self.path):
                yield edits
            if edits:
                self._write(edits)

    def _write(self, edits: Sequence[Edit], *, undoes: str | None = None, undoable: bool = True) -> Changes:
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)
        with told(self.path):
            action, changes = self._journal.commit(self._annotator, edits, undoes)
        if undoable:
            self._history.note(action, undoes)
        for listener in tuple(self._listeners):
            listener(changes)
        return changes

    def _mine(self, item: Item) -> Item:
        if item.annotator != self._annotator:
            raise InputError("This mark is {annotator!r}'s; only they can change it.", annotator=item.annotator)
        return item


def _known(changes: Mapping[str, Any], allowed: set[str], what: str) -> None:
    if unknown := changes.keys() - allowed:
        raise InputError(
            "A {what} has no {unknown!r} to change; it has: {allowed}.",
            what=what,
            unknown=sorted(unknown)[0],
            allowed=", ".join(sorted(allowed)),
        )


def _title_of(text: str) -> str:
    """The first line that says something, for an article that came without a title."""
    line = next(line.strip() for line in text.split("\n") if line.strip())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"
