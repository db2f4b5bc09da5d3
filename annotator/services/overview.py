"""The articles of a project at a glance: how far everybody is with each, who is to read it, and what to do next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from annotator.domain.annotator import GOLD, Status, kind_of
from annotator.domain.document import Direction
from annotator.services.door.file import ProjectFile
from annotator.store import annotations, blinding, comments, decisions, documents, settings
from annotator.store.connection import Connection
from annotator.text import collation
from annotator.text.folding import fold

MOST_KEPT = 50_000
"""Folded titles that are kept: the overview is read anew after every change."""


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article in the overview. `place` counts from 0 in the order of import.

    `title_rank` and `publisher_rank` are its places by the alphabet of the titles and outlets; `folded` is what a
    filter finds words in. `statuses` are those of everybody who has begun it; `assigned` who is to read it or to break
    a tie; `compared` the people whose readings of it I may compare. `marks` of people and the gold reading, differences
    that were `decided` and `comments` that are open are counted as far as I may see them.
    """

    id: str
    title: str
    publisher: str | None
    published: str | None
    direction: Direction | None
    place: int
    title_rank: int
    publisher_rank: int
    folded: str
    status: Status
    statuses: Mapping[str, Status]
    assigned: tuple[str, ...]
    compared: tuple[str, ...]
    marks: int
    decided: int
    comments: int
    is_mine: bool
    is_hidden: bool
    """Others' marks on it are hidden from me."""


class TeamLine(msgspec.Struct, frozen=True, kw_only=True):
    """The progress of somebody: of `total` articles (those assigned to them, or else begun), so many are done."""

    annotator: str
    total: int
    done: int
    begun: int


NextKind = Literal["read", "review", "comments"]


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do next: with which article to begin, and how many there are (of comments: threads)."""

    kind: NextKind
    document_id: str
    count: int


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """All articles in the order of import, everybody's progress, and whether the project is read blind."""

    annotator: str
    lines: tuple[ArticleLine, ...]
    readers: tuple[str, ...]
    """Everybody who has begun or is to read an article, and the gold reading: people by handle, gold last."""
    team: tuple[TeamLine, ...]
    is_blind: bool


def overview(file: ProjectFile) -> Overview:
    """Return the articles at a glance. A few statements read all of it, however many articles there are."""
    me = file.annotator
    with file.reading() as connection:
        lines = tuple(_lines(connection, me))
        is_blind = settings.values(connection, blinding.BLIND).get(blinding.BLIND, False) is not False
    people = {who for line in lines for who in (*line.statuses, *line.assigned)}
    readers = tuple(sorted(people, key=lambda who: (who == GOLD, who)))
    team = tuple(_team(lines, readers))
    return Overview(annotator=me, lines=lines, readers=readers, team=team, is_blind=is_blind)


def _lines(connection: Connection, me: str) -> Iterable[ArticleLine]:
    held = documents.summaries(connection, me, counted=False)
    statuses, assigned = _statuses(connection), _assigned(connection)
    marks, decided = annotations.mark_counts(connection), decisions.counts(connection)
    said, hidden = comments.open_threads(connection), blinding.hidden_documents(connection, me)
    titles = _ranks(one.title for one in held)
    outlets = _ranks(one.publisher or "" for one in held)
    for place, one in enumerate(held):
        begun = statuses.get(one.id, {})
        people = tuple(sorted(who for who in begun if kind_of(who) == "person"))
        is_hidden = one.id in hidden
        yield ArticleLine(
            id=one.id,
            title=one.title,
            publisher=one.publisher,
            published=one.published,
            direction=one.direction,
            place=place,
            title_rank=titles[one.title],
            publisher_rank=outlets[one.publisher or ""],
            folded=_folded(f"{one.title}\n{one.publisher or ''}"),
            status=one.status,
            statuses=begun,
            assigned=tuple(assigned.get(one.id, ())),
            compared=() if is_hidden or len(people) < 2 else people,
            marks=marks.get(one.id, 0),
            decided=decided.get(one.id, 0),
            comments=said.get(one.id, 0),
            is_mine=me in assigned.get(one.id, ()),
            is_hidden=is_hidden,
        )


def _statuses(connection: Connection) -> Mapping[str, Mapping[str, Status]]:
    """Return by document who has begun it, and how far they are."""
    found: defaultdict[str, dict[str, Status]] = defaultdict(dict)
    for document_id, who, status in annotations.statuses(connection):
        if kind_of(who) != "model" and status != "todo":
            found[document_id][who] = status
    return found


def _assigned(connection: Connection) -> Mapping[str, Sequence[str]]:
    """Return by document who is to read it, or to break a tie."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for given in decisions.assignments(connection):
        if given.purpose != "review" and given.annotator not in found[given.document_id]:
            found[given.document_id].append(given.annotator)
    return found


def _ranks(names: Iterable[str]) -> dict[str, int]:
    """Number names by the alphabet that most of them are written in."""
    distinct = list(dict.fromkeys(names))
    return {name: rank for rank, name in enumerate(sorted(distinct, key=collation.sorter(distinct)))}


@lru_cache(MOST_KEPT)
def _folded(words: str) -> str:
    return fold(words).form


def folded_query(words: str) -> str:
    """Return words as `ArticleLine.folded` has them."""
    return fold(words.strip()).form.strip()


def _team(lines: Iterable[ArticleLine], readers: Iterable[str]) -> Iterable[TeamLine]:
    lines = tuple(lines)
    for who in readers:
        given = [line for line in lines if who in line.assigned] or [line for line in lines if who in line.statuses]
        held = [line.statuses.get(who, "todo") for line in given]
        yield TeamLine(annotator=who, total=len(held), done=held.count("done"), begun=held.count("doing"))


def next_steps(found: Overview, settled: Iterable[str] = ()) -> list[NextStep]:
    """Return what to do next, the most urgent first; `settled` are articles without an open difference.

    What I began comes before what I am to read; where nothing is assigned to me, anything that I have not done.
    """
    mine = [line for line in found.lines if line.is_mine] or list(found.lines)
    unread = sorted((line for line in mine if line.status != "done"), key=lambda line: line.status != "doing")
    decided = set(settled)
    several = [line for line in found.lines if _is_to_review(line) and line.id not in decided]
    said = [line for line in found.lines if line.comments]
    steps: list[tuple[NextKind, list[ArticleLine], int]] = [
        ("read", unread, len(unread)),
        ("review", several, len(several)),
        ("comments", said, sum(line.comments for line in said)),
    ]
    return [NextStep(kind=kind, document_id=some[0].id, count=count) for kind, some, count in steps if some]


def next_to_review(found: Overview, after: str) -> str | None:
    """Return the next article that several have read and whose gold reading is not done, behind this one; then before.

    None where no other is left.
    """
    ids = [line.id for line in found.lines]
    place = ids.index(after) + 1 if after in ids else 0
    return next((one.id for one in (*found.lines[place:], *found.lines[:place]) if _is_to_review(one)), None)


def _is_to_review(line: ArticleLine) -> bool:
    done = [who for who in line.compared if line.statuses[who] == "done"]
    return len(done) > 1 and line.statuses.get(GOLD) != "done"
