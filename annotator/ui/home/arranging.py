"""The articles of the table as they were asked for: filtered, and sorted by a column."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from annotator.domain.annotator import Status
from annotator.services.overview import ArticleLine, folded_query

if TYPE_CHECKING:
    from annotator.services.comparing import Standing

NOBODY = "-"
"""Stands for articles that are assigned to nobody; no handle begins so, since it would be an option."""
ReaderKey = str
OrderKey = Literal["place", "title", "publisher", "date", "assigned", "marks", "differences", "agreement"] | ReaderKey
"""A column that the table is sorted by; a reader's is `reader/HANDLE`."""
READER = "reader/"
_STATUS: dict[Status, int] = {"done": 0, "doing": 1, "todo": 2}


class RowsWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Filters; an empty one lets everything through.

    `words` are looked for in title and outlet, in any spelling. `status` is that of `reader`. `assigned` is a handle or
    NOBODY. `since` and `until` are days of publication, both included. `undecided` and `comments`: only articles with
    open differences, or with open comments.
    """

    words: str = ""
    status: Status | None = None
    reader: str | None = None
    assigned: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    undecided: bool = False
    comments: bool = False


class Order(msgspec.Struct, frozen=True):
    """The column that the table is sorted by, and the way; articles that have no value there come last."""

    key: OrderKey = "place"
    falling: bool = False

    @property
    def needs_standings(self) -> bool:
        """Return whether every article must be compared before."""
        return self.key in ("differences", "agreement")


def arranged(
    lines: Iterable[ArticleLine], wanted: RowsWanted, order: Order, standings: Mapping[str, "Standing"], me: str
) -> list[ArticleLine]:
    """Return the articles that are wanted, in order."""
    words = folded_query(wanted.words)
    found = [line for line in lines if _is_wanted(line, wanted, words, standings, me)]
    value = _value(order.key, standings)
    placed = [(value(line), line) for line in found]
    held = sorted((one for one in placed if one[0] is not None), key=lambda one: one[0], reverse=order.falling)
    return [line for _, line in held] + [line for key, line in placed if key is None]


def _is_wanted(line: ArticleLine, wanted: RowsWanted, words: str, standings: Mapping[str, "Standing"], me: str) -> bool:
    day = (line.published or "")[:10]
    status = line.statuses.get(wanted.reader or me, "todo")
    return (
        (not words or words in line.folded)
        and (wanted.status is None or status == wanted.status)
        and (wanted.assigned is None or _is_assigned(line, wanted.assigned))
        and (wanted.publisher is None or line.publisher == wanted.publisher)
        and ((wanted.since is None and wanted.until is None) or _is_within(day, wanted))
        and (not wanted.undecided or (line.id in standings and standings[line.id].undecided > 0))
        and (not wanted.comments or line.comments > 0)
    )


def _is_within(day: str, wanted: RowsWanted) -> bool:
    return bool(day) and (wanted.since or "") <= day <= (wanted.until or "9999")


def _is_assigned(line: ArticleLine, handle: str) -> bool:
    return not line.assigned if handle == NOBODY else handle in line.assigned


def _value(key: OrderKey, standings: Mapping[str, "Standing"]) -> Callable[[ArticleLine], Any]:
    """Return what an article is sorted by: None where it has nothing."""

    def standing(line: ArticleLine) -> "Standing | None":
        return standings.get(line.id)

    if key.startswith(READER):
        handle = key.removeprefix(READER)
        return lambda line: _STATUS[line.statuses[handle]] if handle in line.statuses else None
    values: dict[str, Callable[[ArticleLine], Any]] = {
        "place": lambda line: line.place,
        "title": lambda line: line.title_rank,
        "publisher": lambda line: line.publisher_rank if line.publisher else None,
        "date": lambda line: line.published or None,
        "assigned": lambda line: line.assigned or None,
        "marks": lambda line: line.marks,
        "differences": lambda line: None if (found := standing(line)) is None else found.undecided,
        "agreement": lambda line: None if (found := standing(line)) is None else found.alpha,
    }
    return values[key]
