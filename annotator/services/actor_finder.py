"""Finding entries of the registry by what somebody types: any of their names, in any spelling, in either script.

Names are compared in normal form; a Latin spelling meets an Arabic one in their skeleton of consonants; what is left
is compared letter by letter. The index is built once and renewed only where entries changed.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from annotator.domain.actor import Actor
from annotator.text.clitics import splits
from annotator.text.half_spaces import spaced
from annotator.text.normalize import normal_form
from annotator.text.transliterate import is_foreign, skeleton

Why = Literal["chosen", "name", "alias", "latin", "begins", "words", "similar"]
"""The reason why an entry was found, the surest first: it was chosen for this name before; the name is its own, another
of its names, or one of them in the other script; names of it begin so, share the words, or are much like it.
"""

SURE: frozenset[Why] = frozenset({"chosen", "name", "alias", "latin"})
"""Reasons that leave little doubt."""

READ_OF_NAME = 500
"""Code points of a name that are compared: what a project from elsewhere gives for a name may be a book, and the time
of comparing grows with the square of the length."""
LIKE = 75.0
"""Similarity (of 100) from which two names are called similar."""


class Match(msgspec.Struct, frozen=True):
    """An entry that was found, by which of its names, and why."""

    actor: Actor
    name: str
    why: Why

    @property
    def is_sure(self) -> bool:
        """Return whether there is little doubt."""
        return self.why in SURE


class _Name(msgspec.Struct, frozen=True):
    """One name of an entry as it is compared: its normal form, that without articles, its consonants, its script."""

    actor: Actor
    name: str
    own: bool
    form: str
    bare: str
    bones: str
    arabic: bool


class ActorFinder:
    """An index over the entries of a registry."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self._held: dict[str, tuple[Actor, tuple[_Name, ...]]] = {}
        self._names: list[_Name] = []
        self._bare: list[str] = []
        self.update(actors)

    def update(self, actors: Iterable[Actor]) -> None:
        """Let these be the entries; what is known of those that did not change stays."""
        before = self._held
        self._held = {}
        for actor in actors:
            known = before.get(actor.id)
            self._held[actor.id] = known if known and known[0] == actor else (actor, tuple(_names(actor)))
        self._names = [name for _, names in self._held.values() for name in names]
        self._bare = [name.bare for name in self._names]

    def find(self, query: str, chosen: Sequence[str] = (), limit: int = 12) -> list[Match]:
        """The entries that may be meant, the likeliest first, at most `limit` and each once.

        `chosen` are the ids of entries chosen for this name before, the likeliest first.
        """
        found: dict[str, Match] = {}
        for actor_id in chosen:
            if actor_id in self._held:
                actor = self._held[actor_id][0]
                found[actor_id] = Match(actor, actor.name, "chosen")
        query = query[:READ_OF_NAME]
        form = _form(query)
        if form:
            ways = dict.fromkeys((form, _form(spaced(query))))
            ranked = [one for way in ways for one in self._ranked(query, way)]
            for why, name in sorted(ranked, key=lambda one: _ORDER[one[0]]):
                found.setdefault(name.actor.id, Match(name.actor, name.name, why))
            if len(found) < limit:
                for name in self._similar(form, limit):
                    found.setdefault(name.actor.id, Match(name.actor, name.name, "similar"))
        return list(found.values())[:limit]

    def _ranked(self, query: str, form: str) -> list[tuple[Why, _Name]]:
        """The names that are the query's, begin like it or share its words; the surest, then the shortest, first."""
        forms = _without_clitics(form)
        bones, arabic = skeleton(query), is_foreign(query)
        ranked: list[tuple[int, int, int, int, Why, _Name]] = []
        for order, name in enumerate(self._names):
            why = _why(name, form, forms, bones, arabic)
            if why is not None:
                ranked.append((_ORDER[why], _how_far(name, forms[0], bones), len(name.form), order, why, name))
        return [(why, name) for *_, why, name in sorted(ranked, key=lambda item: item[:4])]

    def _similar(self, form: str, limit: int) -> list[_Name]:
        # Here, and not above: it costs 40 ms, and no article is opened with it.
        from rapidfuzz import fuzz, process

        hits = process.extract(_bare(form), self._bare, scorer=fuzz.ratio, score_cutoff=LIKE, limit=3 * limit)
        return [self._names[place] for _, _, place in hits]


MIN_JOINED_LETTERS = 4
"""Letters with fewer of which too many names begin alike, spaces aside."""
_ORDER: dict[Why, int] = {"chosen": 0, "name": 1, "alias": 2, "latin": 3, "begins": 4, "words": 5, "similar": 6}


def _names(actor: Actor) -> Iterable[_Name]:
    for place, name in enumerate((actor.name, *actor.aliases)):
        read = name[:READ_OF_NAME]
        for written in dict.fromkeys((read, spaced(read))):
            form = _form(written)
            yield _Name(actor, name, place == 0, form, _bare(form), skeleton(read), is_foreign(read))


def _form(name: str) -> str:
    """Return the normal form of a name; gershayim may be typed as two apostrophes."""
    return normal_form(name).replace("''", '"')


def _bare(form: str) -> str:
    """A normal form without the article of each word, so that حلبي finds الحلبي."""
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in form.split())


def _without_clitics(form: str) -> tuple[str, ...]:
    """Return the forms of a mention without its clitics and articles: لصين becomes صين."""
    end = len(form.split(" ", 1)[0])
    return tuple(dict.fromkeys(_bare(form[start:]) for start in (0, *splits(form, 0, end))))


def _how_far(name: _Name, bare: str, bones: str) -> int:
    """0 where what was typed is a whole word of the name or several, 1 where their consonants are, else 2."""
    if f" {bare} " in f" {name.bare} ":
        return 0
    return 1 if bones and f" {bones} " in f" {name.bones} " else 2


def _why(name: _Name, form: str, forms: tuple[str, ...], bones: str, arabic: bool) -> Why | None:
    if name.form == form or name.bare in forms:
        return "name" if name.own else "alias"
    if len(bones) > 1 and name.bones == bones:
        return "latin" if name.arabic != arabic else "similar"
    if name.form.startswith(form) or name.bare.startswith(forms[0]):
        return "begins"
    if len(form) > MIN_JOINED_LETTERS and name.form.replace(" ", "").startswith(form.replace(" ", "")):
        # عبدالملك is written both ways.
        return "begins"
    if f" {forms[0]}" in name.bare or (" " in name.bare and f" {name.bare} " in f" {forms[0]} "):
        return "words"
    if len(bones) > 1 and (name.bones.startswith(bones) or f" {bones}" in name.bones):
        return "words"
    words = forms[0].split()
    return "words" if len(words) > 1 and all(f" {word}" in f" {name.bare}" for word in words) else None
