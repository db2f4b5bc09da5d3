"""A person by the last word of the name alone, in a text that has named him whole before: الحلبي after سامر الحلبي."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from annotator.domain.actor import Actor
from annotator.suggest.names import Names
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import known, spelled
from annotator.text import tokens

Found = tuple[int, int, list[Actor]]

MIN_LETTERS = 4
"""Letters of a last name that is looked for alone."""

_BEFORE = ("titles", "heads", "prepositions", "before_subject", "particles", "that", "circumstance")
"""Classes of words behind which a name begins."""


def found(text: str, places: Iterable[Found], people: Collection[str]) -> list[Found]:
    """Return where last names stand alone, after the whole name and outside all `places`. Offsets are code points.

    A last name that two people of the text share, and one behind a word that may be somebody's first name, is nobody's.
    """
    taken = sorted(places)
    named: dict[str, tuple[int, Actor]] = {}
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for start, end, actors in taken:
        words = tokens.tokens(text, start, end)
        if len(actors) != 1 or actors[0].id not in people or len(words) < 2:
            continue
        last = text[slice(*words[-1])]
        if len(spelled(last)) >= MIN_LETTERS:
            named.setdefault(last, (end, actors[0]))
            shared[spelled(last)].add(actors[0].id)
    alone = [(last, one) for last, one in named.items() if len(shared[spelled(last)]) == 1]
    return list(_alone(text, Names(alone), taken))


def _alone(text: str, names: Names[tuple[int, Actor]], taken: list[Found]) -> Iterator[Found]:
    for start, end, [(after, actor), *_] in names.find(text):
        inside = any(first < end and start < last for first, last, _ in taken)
        if start >= after and not inside and _begins(text, start):
            yield start, end, [actor]


def _begins(text: str, start: int) -> bool:
    """Return whether a name may begin here: behind punctuation, a verb of saying, a title or a small word."""
    before = text[:start].rstrip()
    if not before or not before[-1].isalnum() or text[len(before) : start].find("\n") >= 0:
        return True
    if len(before) == start:
        return True  # behind a clitic
    word = tokens.word_at(text, len(before) - 1)
    if word is None:
        return True
    raw = text[slice(*word)]
    form = spelled(raw)
    if any(form in word_class(kind) or form[1:] in word_class(kind) for kind in _BEFORE):
        return True
    reading = known(raw)
    return reading is not None and bool(reading.verbal or reading.nominal)
