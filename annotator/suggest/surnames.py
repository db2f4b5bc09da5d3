"""A person by the last part of the name alone: الحلبي after سامر الحلبي, بن راشد after سالم بن راشد.

Whoever was named whole in a text may be called so everywhere behind that, and in its headline before. Who is never
named whole is known by a rare last name (الرئيس توريه), if one place shows that somebody bears it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from annotator.domain.actor import Actor
from annotator.suggest.names import Names
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import known, spelled
from annotator.text import tokens

Found = tuple[int, int, list[Actor]]

MIN_LETTERS = 4
"""Letters of a last name that is looked for alone; RARE_LETTERS of one whose bearer need not be named whole."""
RARE_LETTERS = 5
_DEFINITE = "ال"
_CLITICS = frozenset("وفبل")
_ON = "علي"
"""A first name, and in some countries as often the preposition على."""
_OPENING = frozenset('«“"‘”')

_BEARING = ("titles", "heads", "that")
"""Classes of words behind which somebody's name begins."""
_BEFORE = (*_BEARING, "prepositions", "before_subject", "particles", "circumstance")
"""Classes of words behind which a name begins, whoever's."""


class LastName(msgspec.Struct, frozen=True):
    """A last name as it may stand alone, and its bearer; `strictly` only where a name begins (باكر of أكبر الباكر)."""

    actor: Actor
    strictly: bool = False


class Surnames:
    """The last names of people. Made once, then asked for many texts."""

    def __init__(self, people: Iterable[Actor]) -> None:
        self._people = {actor.id: actor for actor in people}
        self._own = {actor.id: set(_last_parts(actor)) for actor in self._people.values()}
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for actor_id, own in self._own.items():
            for last in own:
                bearers[last].add(actor_id)
        rare = {last: next(iter(ids)) for last, ids in bearers.items() if len(ids) == 1 and _is_rare(last)}
        self._rare = Names((last, self._people[actor_id]) for last, actor_id in rare.items())

    def found(self, text: str, places: Iterable[Found]) -> list[Found]:
        """Return where last names stand alone, outside all `places` of names. Offsets are code points.

        A last name that two people of the text share, and one behind somebody's first name, is nobody's.
        """
        taken = sorted(places)
        named = [one for one in taken if len(one[2]) == 1 and one[2][0].id in self._people]
        whole = list(self._after_whole(text, named, taken))
        borne = {actors[0].id for *_, actors in (*named, *whole)}
        return [*whole, *self._by_rare_name(text, borne, [*taken, *whole])]

    def is_of_another(self, text: str, found: Found) -> bool:
        """Return whether a last name stands behind the first name of somebody who is not its bearer: محمد أردوغان."""
        start, end, actors = found
        if len(actors) != 1 or actors[0].id not in self._people or " " in text[start:end]:
            return False
        own = spelled(text[start:end]) in self._own[actors[0].id]
        return own and _behind_first_name(text, start, actors[0])

    def _after_whole(self, text: str, named: Sequence[Found], taken: Sequence[Found]) -> Iterator[Found]:
        first: dict[str, tuple[int, LastName]] = {}
        shared: defaultdict[str, set[str]] = defaultdict(set)
        for start, end, [actor] in named:
            name = text[start:end]
            own = len(name.split()) > 1 and _joined(last_part(name)) in self._own[actor.id]
            for last, strictly in _alone_as(last_part(name)) if own else ():
                first.setdefault(last, (end, LastName(actor, strictly)))
                shared[spelled(last)].add(actor.id)
        once = [(last, one) for last, one in first.items() if len(shared[spelled(last)]) == 1]
        for start, end, [(after, borne), *_] in Names(once).find(text):
            if (start >= after or _in_headline(text, start, after)) and _free(start, end, taken):
                begins = _begins(text, start, _BEFORE)
                if begins or (not borne.strictly and not _behind_first_name(text, start, borne.actor)):
                    yield start, end, [borne.actor]

    def _by_rare_name(self, text: str, borne: Collection[str], taken: Sequence[Found]) -> Iterator[Found]:
        found = [one for one in self._rare.find(text) if one[2][0].id not in borne and _free(one[0], one[1], taken)]
        own = [one for one in found if not _behind_first_name(text, one[0], one[2][0])]
        shown = {actors[0].id for start, _, actors in own if _shows_a_person(text, start, actors[0])}
        yield from (one for one in own if one[2][0].id in shown)


def last_part(name: str) -> str:
    """Return the last name of a whole name, with what belongs to it: الحلبي, صلاح الدين, بن راشد, آل نهيان."""
    words = name.split()
    first = len(words) - 1
    while first > 0 and (spelled(words[first]) in word_class("second_parts") or _joins(words[first - 1])):
        first -= 1
    # A name that is joined all through (عبد الله) has no first name to leave out.
    return " ".join(words[first:]) if first or len(words) == 1 else ""


def _last_parts(actor: Actor) -> Iterator[str]:
    """Yield the last parts of a person's names, folded; what begins with an office (رئيس البلاد) is no name."""
    for name in (actor.name, *actor.aliases):
        first = spelled(name.split()[0]) if name.split() else ""
        if name == actor.name or not any(first in word_class(kind) for kind in ("titles", "heads", "offices")):
            yield _joined(last_part(name))


def _joined(last: str) -> str:
    """Return a last name folded and in one word: عبد الله and عبدالله are one."""
    return spelled(last).replace(" ", "")


def _joins(word: str) -> bool:
    return spelled(word) in word_class("joins")


def _alone_as(last: str) -> Iterator[tuple[str, bool]]:
    """Yield the ways to write a last name alone, and whether only where a name begins: with its article, without."""
    if len(spelled(last)) < MIN_LETTERS:
        return
    yield last, False
    if last.startswith(_DEFINITE) and " " not in last and len(last) - len(_DEFINITE) >= MIN_LETTERS:
        yield last.removeprefix(_DEFINITE), True


def _is_rare(last: str) -> bool:
    """Return whether a folded last name is no word and no first name, as far as small lists tell: توريه, not مبارك."""
    if len(last) < RARE_LETTERS or last.startswith(_DEFINITE) or " " in last or not last.isalpha():
        return False
    return known(last) is None and not any(last in word_class(kind) for kind in ("first_names", "verbal_nouns"))


def _free(start: int, end: int, taken: Iterable[Found]) -> bool:
    return not any(first < end and start < last for first, last, _ in taken)


def _in_headline(text: str, start: int, after: int) -> bool:
    """Return whether a place stands in the first line of a text whose body names somebody whole."""
    line = text.find("\n")
    return 0 <= start < line < after


def _word_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the word before a place that nothing but spaces parts from it; None where there is none in the line."""
    end = start
    while end and text[end - 1] == " ":
        end -= 1
    word = tokens.word_at(text, end - 1) if 0 < end < start else None
    return word if word is not None and word[1] == end else None


def _behind_first_name(text: str, start: int, actor: Actor) -> bool:
    """Return whether the word before a last name is rather somebody else's first name: شقيقه كريم الوهداني."""
    word = _word_before(text, start)
    if word is None:
        return False
    form = spelled(text[slice(*word)])
    if _consonants(form) == _consonants(spelled(actor.name.split()[0])):
        return False
    names = word_class("first_names")
    if form in word_class("prepositions"):
        return False
    attached = form[:1] in _CLITICS and len(form) > MIN_LETTERS and form[1:] in names
    if form != _ON and (form in names or attached):
        return True
    before = _word_before(text, word[0])
    return before is not None and spelled(text[slice(*before)]) in word_class("kin")


def _shows_a_person(text: str, start: int, actor: Actor) -> bool:
    """Return whether a title, a verb of saying or his own first name stands before a last name, or before its quote."""
    start -= text[start - 1 : start] in _OPENING and start > 0
    word = _word_before(text, start)
    own = word is not None and _consonants(spelled(text[slice(*word)])) == _consonants(spelled(actor.name.split()[0]))
    return own or _begins(text, start, _BEARING, bare=False)


def _consonants(form: str) -> str:
    """Return a folded name without long vowels, which foreign names have or lack as the writer likes: جوزف، جوزيف."""
    return form[:1] + "".join(letter for letter in form[1:] if letter not in "اوي")


def _begins(text: str, start: int, classes: Iterable[str], *, bare: bool = True) -> bool:
    """Return whether a name may begin here: behind a word of these classes or a verb of saying, and, where it may stand
    `bare`, behind punctuation or a clitic.
    """
    word = _word_before(text, start)
    if word is None:
        return bare
    raw = text[slice(*word)]
    form = spelled(raw)
    if any(form in word_class(kind) or form[1:] in word_class(kind) for kind in classes):
        return True
    reading = known(raw)
    return reading is not None and bool(reading.verbal or (bare and reading.nominal))
