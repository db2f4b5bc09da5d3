"""Suggestions that somebody has answered by marking: the same, something across it, or what was said by the same cue.

Offsets are code points. Nothing here writes.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span
from annotator.store import annotations
from annotator.store.connection import Connection

ALIKE = 0.5
"""Share of two claims that must be common for them to be the same one: with or without a preposition, marks, a clause.
"""


def unanswered(
    connection: Connection,
    scheme: Scheme,
    annotator: str,
    document_id: str,
    proposed: Iterable[Span],
    links: Iterable[Relation],
) -> list[Span]:
    """Return those of these proposals that stand beside everything somebody has marked; `links` are the proposals'.

    A proposal is answered by a copy of it, and by any mark that it would cross. What heads a frame (a claim) may lie
    in another or around it, so it is answered only by one that is much like it or was said by the same words (the
    cue); anything else by a mark of its label that shares a letter with it.
    """
    mine = annotations.spans(connection, document_id, annotator)
    if not mine:
        return list(proposed)
    return list(_Answers(scheme, mine, annotations.relations(connection, document_id, annotator)).open(proposed, links))


class _Answers:
    """One annotator's marks on a document, asked by place."""

    def __init__(self, scheme: Scheme, mine: Sequence[Span], relations: Sequence[Relation]) -> None:
        self._heads = {frame.head for frame in scheme.frames}
        self._cues = {kind.key for kind in scheme.relations if kind.means == "cue"}
        self._taken = {span.derived_from for span in mine}
        self._mine = [(span.start, span.end, span) for span in mine]
        by_id = {span.id: span for span in mine}
        self._said_by: dict[str, list[Parts]] = {}
        for link in relations:
            if link.label in self._cues and link.to_id in by_id:
                self._said_by.setdefault(link.from_id, []).append(by_id[link.to_id].parts)

    def open(self, proposed: Iterable[Span], links: Iterable[Relation]) -> Iterator[Span]:
        """Yield the proposals that nothing answers."""
        proposed = list(proposed)
        parts = {span.id: span.parts for span in proposed}
        cues = {link.from_id: parts[link.to_id] for link in links if link.label in self._cues and link.to_id in parts}
        for span in proposed:
            if span.id not in self._taken and not self._answered(span, cues.get(span.id)):
                yield span

    def _answered(self, span: Span, cue: Parts | None) -> bool:
        start, end = span.start, span.end
        near = [one for first, last, one in self._mine if first < end and start < last]
        return any(common and self._answers(one, span, cue, common) for one in near for common in [_common(one, span)])

    def _answers(self, one: Span, span: Span, cue: Parts | None, common: int) -> bool:
        """Return whether a mark of mine answers a proposal with which it has so many code points in common."""
        length, other = _length(span.parts), _length(one.parts)
        if common < min(length, other):
            return True
        if one.label != span.label:
            return False
        if span.label not in self._heads:
            return True
        said_by = self._said_by.get(one.id, ())
        if cue is None or any(_shared(cue, by) for by in said_by):
            # Of two claims, one within the other, each has words that say it; without any, it is the same once more.
            return True
        nested = _shared(cue, one.parts) or any(_shared(by, span.parts) for by in said_by)
        return not nested and common / (length + other - common) >= ALIKE


def _common(one: Span, other: Span) -> int:
    return _shared(one.parts, other.parts)


def _shared(one: Parts, other: Parts) -> int:
    """The code points that two sets of parts have in common."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def _length(parts: Parts) -> int:
    return sum(end - start for start, end in parts)
