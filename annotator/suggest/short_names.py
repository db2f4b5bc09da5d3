"""Bodies by a part of their name, in a text that has named them whole: حماس after حركة حماس, شركة الموانئ after شركة
الموانئ النورانية.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from annotator.domain.actor import Actor
from annotator.suggest.names import Names
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import spelled
from annotator.text import tokens

FoundName = tuple[int, int, list[Actor]]

MIN_LETTERS = 4
"""Letters of a name of one word that is left of a longer one."""
_DEFINITE = "ال"
_OF_ITS_KIND = ("ي", "يه")
"""Endings of adjectives that say whose a body is: السعودي، السعودية."""


def found(text: str, places: Iterable[FoundName], bodies: Collection[str]) -> list[FoundName]:
    """Return where parts of names stand for bodies that the text names whole, outside all `places` (code points).

    A part that two bodies of the text share is nobody's; one that an adjective of another follows is another's.
    """
    taken = sorted(places)
    parts: dict[str, Actor] = {}
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for start, end, actors in taken:
        if len(actors) == 1 and actors[0].id in bodies:
            for part in _parts(text[start:end]):
                parts.setdefault(part, actors[0])
                shared[spelled(part)].add(actors[0].id)
    names = Names((part, actor) for part, actor in parts.items() if len(shared[spelled(part)]) == 1)
    return [
        (start, end, actors)
        for start, end, actors in names.find(text)
        if not any(first < end and start < last for first, last, _ in taken) and not _is_specified(text, end)
    ]


def _parts(name: str) -> Iterator[str]:
    """Yield what may stand for a whole name: it without its head, and without the adjectives at its end."""
    words = name.replace('"', "").split()
    if len(words) > 1 and spelled(words[0]) in word_class("group_heads"):
        rest = words[1:]
        if len(rest) > 1 or (len(rest[0]) >= MIN_LETTERS and not rest[0].startswith(_DEFINITE)):
            yield " ".join(rest)
    kept = list(words)
    while len(kept) > 2 and _is_adjective(kept[-1]):
        kept.pop()
    if 1 < len(kept) < len(words):
        yield " ".join(kept)


def _is_adjective(word: str) -> bool:
    form = spelled(word)
    return form.startswith(_DEFINITE) and form.endswith(_OF_ITS_KIND)


def _is_specified(text: str, end: int) -> bool:
    """Return whether an adjective follows that says whose it is: وزارة الدفاع السنارية is not that of Nuran."""
    word = tokens.word_at(text, end + 1) if text[end : end + 1] == " " else None
    return word is not None and _is_adjective(text[slice(*word)])
