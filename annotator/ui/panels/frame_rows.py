"""The frames of an article as rows: who says what by which cue, what is missing, and which rows a filter leaves."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.domain.document import Direction
from annotator.domain.frame import Frame, frames_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, Scheme, title_in
from annotator.domain.span import Span
from annotator.text.folding import fold


class FrameRow(msgspec.Struct, frozen=True):
    """One frame as the list shows it: the quotes of its roles by role, and of its head. `missing` are roles' titles."""

    head: Span
    direction: Direction
    quote: str
    roles: dict[str, str]
    missing: tuple[str, ...]
    haystack: str
    """All that can be looked for in it, in the form in which spellings meet."""


class Article(msgspec.Struct, frozen=True):
    """The input of the rows: one reading of one text. `names` are the registry's, by id."""

    text: str
    direction: Direction
    scheme: Scheme
    spans: Sequence[Span]
    relations: Sequence[Relation]
    names: dict[str, str]
    language: str


def rows_of(article: Article) -> list[FrameRow]:
    """A row for each frame, in reading order."""
    spans = {span.id: span for span in article.spans}
    links: dict[str, list[Relation]] = {}
    for relation in article.relations:
        links.setdefault(relation.from_id, []).append(relation)
    frames = frames_of(article.spans, article.relations, article.scheme)
    return [_row(article, frame, spans, links.get(frame.head, [])) for frame in frames]


def filtered(rows: Iterable[FrameRow], wanted: str, incomplete: bool) -> list[FrameRow]:
    """The rows in which every word is found, in any spelling: an actor, a cue, a value, or what is said."""
    words = _folded(wanted).split()
    return [row for row in rows if (row.missing or not incomplete) and all(word in row.haystack for word in words)]


def _row(article: Article, frame: Frame, spans: dict[str, Span], links: list[Relation]) -> FrameRow:
    head, scheme = spans[frame.head], article.scheme
    played = {role: [spans[one] for one in ids] for role, ids in frame.roles.items() if ids}
    roles = {
        role: ("، " if article.direction == "rtl" else ", ").join(span.quote(article.text) for span in players)
        for role, players in played.items()
    }
    quote = head.quote(article.text)
    told = [quote, *roles.values(), *_values(scheme.label(head.label).attributes, head.attributes, article.language)]
    for span in (span for players in played.values() for span in players):
        told += _values(scheme.label(span.label).attributes, span.attributes, article.language)
        told.append(article.names.get(span.actor_id or "", ""))
    for link in links:
        told += _values(scheme.relation(link.label).attributes, link.attributes, article.language)
    titles = {kind.key: title_in(kind.title, article.language, kind.key) for kind in scheme.relations}
    missing = tuple(titles[role] for role in frame.missing(scheme))
    return FrameRow(head, article.direction, quote, roles, missing, _folded("\n".join(told)))


def _values(attributes: Iterable[Attribute], held: Mapping[str, str], language: str) -> list[str]:
    """The values of these attributes, in the window's language."""
    found = (item.value(held.get(item.key, "")) for item in attributes)
    return [title_in(value.title, language, value.key) for value in found if value is not None]


def _folded(text: str) -> str:
    return fold(text).form
