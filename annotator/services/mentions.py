"""Mentions of actors, and the entries that were chosen for a name before: both read from the links themselves."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from annotator.domain.annotator import kind_of
from annotator.domain.change import Changes
from annotator.domain.document import Direction, Document
from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.services import assigning
from annotator.services.door.file import ProjectFile
from annotator.store import annotations, documents
from annotator.store.blinding import BLINDING_TABLES
from annotator.store.connection import Connection
from annotator.store.links import links
from annotator.text.context import around
from annotator.text.direction import base_direction
from annotator.text.normalize import normal_form

ROOM = 60
"""Code points of the line on each side of a mention."""


class Mention(msgspec.Struct, frozen=True):
    """A span that names an actor or says a statement, and the line it stands in."""

    span: Span
    hit: Hit


def mentions(connection: Connection, actor_id: str, models: Collection[str] = ()) -> list[Mention]:
    """Return the mentions of an actor by document in the order of import, then in reading order.

    Everyone's but the models': what they proposed is listed only for those that are named.
    """
    spans = annotations.spans_of_actor(connection, actor_id)
    return quoted_in_lines(
        connection, [one for one in spans if kind_of(one.annotator) != "model" or one.annotator in models]
    )


def quoted_in_lines(connection: Connection, spans: Iterable[Span]) -> list[Mention]:
    """Return spans with the lines they stand in; spans of one document must follow each other."""
    return list(in_lines(connection, spans))


def in_lines(connection: Connection, spans: Iterable[Span]) -> Iterator[Mention]:
    """Yield the same, one by one: no article is read before a span of it is wanted."""
    read: Document | None = None
    direction: Direction = "rtl"
    for span in spans:
        if read is None or read.id != span.document_id:
            read = documents.document(connection, span.document_id)
            direction = read.direction or base_direction(read.text)
        yield Mention(span, line_of(span, read, direction))


def line_of(span: Span, document: Document, direction: Direction) -> Hit:
    """Return a mark as a hit: its words, and those around it in its line."""
    before, after = around(document.text, span.start, span.end, ROOM)
    return Hit(
        document_id=document.id,
        start=span.start,
        end=span.end,
        title=document.title,
        text=span.quote(document.text),
        before=before,
        after=after,
        direction=direction,
    )


class Choices:
    """An index of the entries that people linked to a name, whatever its spelling; true after every change.

    Only what people (and the gold reading) linked counts: a suggestion is nobody's choice.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._linked: dict[str, tuple[str, str]] = {}
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._changed: set[str] | None = None
        self._was_blind = False
        self._may_show_others = True
        file.listen(self._hear)

    def chosen(self, name: str) -> list[str]:
        """The ids of the entries linked to this name, the most frequent first."""
        self._read()
        return [actor_id for actor_id, count in self._counts[normal_form(name)].most_common() if count > 0]

    def _hear(self, changes: Changes) -> None:
        # This may be a worker's thread; the reading waits until somebody asks.
        self._may_show_others |= changes.touches(*BLINDING_TABLES)
        if self._changed is not None:
            self._changed |= changes.rows.get("spans", frozenset())

    def _read(self) -> None:
        if self._may_show_others:
            self._forget_if_blind()
        if self._changed is not None and not self._changed:
            return
        wanted, self._changed = self._changed, set()
        for span_id in wanted or ():
            if (known := self._linked.pop(span_id, None)) is not None:
                form, actor_id = known
                self._counts[form][actor_id] -= 1
        with self._file.reading() as connection:
            found = [link for link in links(connection, wanted) if kind_of(link.annotator) != "model"]
        for link in found:
            form = normal_form(link.quote)
            self._linked[link.span_id] = form, link.actor_id
            self._counts[form][link.actor_id] += 1

    def _forget_if_blind(self) -> None:
        """Read everything anew where what others did may be hidden, or shown, from now on."""
        self._may_show_others = False
        is_blind = assigning.is_blind(self._file)
        if is_blind or self._was_blind:
            self._linked.clear()
            self._counts.clear()
            self._changed = None
        self._was_blind = is_blind
