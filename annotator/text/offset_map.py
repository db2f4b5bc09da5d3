"""The way from a folded form back to its text, small enough to be kept: only where the two part company.

Most characters of a form stand for one character of the text, one after the other. A turn is a place where that is
not so: the offset in the form, and the start and end in the text of what stands there. Offsets are code points.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection

from annotator.cancellation import CHECK_EVERY, check_cancelled
from annotator.text.folding import Folded
from annotator.text.half_spaces import Wanted
from annotator.text.whole_words import WholeWords

_FIELDS = 3
_AT_ONCE = 64
"""Characters that are compared at once with what they mostly are."""


def turns_of(folded: Folded) -> bytes | None:
    """The turns of a folded text; None if it has clusters of which a form must not take a part."""
    return None if inner_places(folded) else turns_of_all(folded)


def inner_places(folded: Folded) -> frozenset[int]:
    """Return the places of a form that are inside a cluster, where no hit may begin or end."""
    inner = folded.places()[2]
    return frozenset(place for place, is_inner in enumerate(inner) if is_inner) if any(inner) else frozenset()


def turns_of_all(folded: Folded) -> bytes:
    """The turns of a folded text, whatever clusters it has."""
    starts, ends, _ = folded.places()
    turns = array("i")
    due = 0
    for first in range(0, len(starts), _AT_ONCE):
        if first % CHECK_EVERY == 0:
            check_cancelled()
        some, theirs = starts[first : first + _AT_ONCE], ends[first : first + _AT_ONCE]
        if some[0] == due and theirs[-1] - due == len(some) and some[1:] == theirs[:-1]:
            # Each stands for one character: they follow one another, and take no more than they are.
            due = theirs[-1]
            continue
        for place, (start, end) in enumerate(zip(some, theirs, strict=True), first):
            if start != due or end != start + 1:
                turns.extend((place, start, end))
                # What follows goes on from where this one starts.
                if end != start + 1:
                    turns.extend((place + 1, end, end + 1))
            due = end
    return turns.tobytes()


def find(
    form: str,
    turns: bytes,
    wanted: Wanted,
    text: str,
    words: WholeWords | None = None,
    inner: Collection[int] = (),
) -> list[tuple[int, int]]:
    """Return the places of a folded text, as `Folded.find` gives them: ranges of the text that do not overlap.

    `words`: only whole words of these; `inner`: places of the form at which no hit begins or ends.
    """
    if not wanted.form:
        return []
    source = _way_back(turns)
    hits: list[tuple[int, int]] = []
    behind, begin = 0, 0
    find_next = wanted.finder(form, text, lambda place: source(place)[0])
    while (found := find_next(begin)) is not None:
        place, after = found
        start, begin = source(place)[0], place + 1
        # A ligature that says the same letter twice is one hit.
        if start < behind or place in inner or after in inner:
            continue
        hit: tuple[int, int] | None = (start, source(after - 1)[1])
        if words is not None and hit is not None:
            hit = words.around(*hit)
        if hit is not None:
            behind, begin = hit[1], after
            hits.append(hit)
    return hits


def _way_back(turns: bytes) -> Callable[[int], tuple[int, int]]:
    """Return a function from a place of a form to the start and end in the text of what stands there."""
    way = array("i")
    way.frombytes(turns)
    places, starts, ends = way[0::_FIELDS], way[1::_FIELDS], way[2::_FIELDS]

    def source(place: int) -> tuple[int, int]:
        at = bisect_right(places, place) - 1
        if at < 0:
            return place, place + 1
        if places[at] == place:
            return starts[at], ends[at]
        start = starts[at] + place - places[at]
        return start, start + 1

    return source
