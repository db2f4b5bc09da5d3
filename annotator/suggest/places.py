"""Names that say only where something is, what somebody is, or after whom it is called, and so name nobody: في مصر،
وزير خارجية مصر، شارع سعد زغلول.
"""

from itertools import islice
from typing import NamedTuple

from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import known, spelled
from annotator.text import tokens

BEFORE_WORDS = 6
"""Words before a name that are looked at; CONSTRUCT_WORDS of them may stand between an office and the name."""
CONSTRUCT_WORDS = 3
GOVERNED_WORDS = 3
"""Words from what governs a preposition to the preposition: عاد الوفد مساء من نوران."""
_DEFINITE = "ال"
_QUOTES = frozenset('«“"‘”')
HEADLINE_LETTERS = 40
"""Letters behind the colon of a headline in which its first word lies."""
_FROM_AND_TO = frozenset(("من", "الي", "عبر", "مع"))


class _Word(NamedTuple):
    """A word before a name: as it is written, and folded."""

    raw: str
    form: str

    def is_of(self, *names: str, definite: bool = False) -> bool:
        """Return whether it is of one of these classes, with or without a conjunction and a preposition before it.

        `definite`: or, with its article.
        """
        bare = _bare(self.form)
        forms = (self.form, bare, bare.removeprefix(_DEFINITE)) if definite else (self.form, bare)
        return any(form in word_class(name) for name in names for form in forms)

    @property
    def definite(self) -> bool:
        return _bare(self.form).startswith(_DEFINITE)


def names_no_actor(text: str, start: int, end: int, kind: str | None, *, by_city: bool = False) -> bool:
    """Return whether the name at `[start, end)` (code points) is no mention of the actor that bears it.

    `kind` is what the kind of the actor means, `by_city` that the name is not the state's own (its capital). A state is
    none where it says where something is (في، مدينة، عاد من, at the head of a line), whose office it is (وزير خارجية،
    سفير) or what body (وكالة أنباء), and where its name is an adjective or counts people; a state or a person is none
    behind what is called after them (جامعة، شارع; اتفاق, after a city). A last name is no word of time.
    """
    if kind not in ("state", "person") and not text.startswith(_DEFINITE, start):
        return False
    clitic, before = _before(text, start)
    if not before:
        return kind == "state" and not clitic and _heads_line(text, start, end)
    if clitic == "" and before[0].is_of("times") and " " not in text[start:end]:
        return text.startswith(_DEFINITE, start)
    if kind not in ("state", "person"):
        return False
    if clitic == "" and before[0].is_of("named_after"):
        return True
    if kind != "state":
        return False
    if _first_word(text, end) in word_class("new_places") or (by_city and _is_city(clitic, before)):
        return True
    return _is_no_state(text[start:end], clitic, before)


def _is_city(clitic: str, before: list[_Word]) -> bool:
    """Return whether the city that stands for a state is only a city: اتفاق باريس, عبر الهاتف من بغداد."""
    if clitic:
        return False
    if before[0].form in ("من", "الي"):
        return not _governed(before[1:], "from_powers")
    return before[0].is_of("after_cities")


def _first_word(text: str, start: int) -> str:
    """Return the folded word that follows a place behind one space; empty if none does."""
    word = tokens.word_at(text, start + 1) if text[start : start + 1] == " " else None
    return spelled(text[slice(*word)]) if word is not None else ""


def _heads_line(text: str, start: int, end: int) -> bool:
    """Return whether a name says at the head of a line where something happens: نوران: افتتاح سوق.

    What it says itself is in quotation marks or in the first person: نوران: لن نوافق.
    """
    after = text[end : end + 3].lstrip()
    if text[max(0, start - 1) : start].strip() or not after.startswith((":", "..")):
        return False
    said = text[text.index(after[0], end) :].lstrip(":. ")
    words = tokens.tokens(said[:HEADLINE_LETTERS])
    first = spelled(said[slice(*words[0])]) if words else ""
    return said[:1] not in _QUOTES and first not in word_class("first_person")


def _is_no_state(name: str, clitic: str, before: list[_Word]) -> bool:
    if clitic.endswith("ب"):
        return not _governed(before, "tied") and not any(map(_takes_bi, before[:GOVERNED_WORDS]))
    if clitic.endswith("ل"):
        # انتخب رئيسا لنوران
        return _governed(before, "travel") or before[0].form.removesuffix("ا") in word_class("offices")
    if clitic:
        return False
    first = before[0]
    if first.is_of("where"):
        return not _governed(before[1:], "trusting")
    if _is_capital(before):
        return True
    if first.form.isdecimal() or first.is_of("places", "visits") or _is_office(before) or _is_adjective(name, first):
        return True
    # سفير نوران لدى المملكة, المبعوث الجديد إلى المملكة
    if first.form in ("لدي", "الي") and any(word.is_of("offices", definite=True) for word in before[1:]):
        return True
    return first.form in _FROM_AND_TO and _governed(before[1:], "travel")


def _is_capital(before: list[_Word]) -> bool:
    """Return whether a name says which capital or city it is: العاصمة نوران, العاصمة النورانية زهرون."""
    named = before[0] if not before[0].form.endswith("يه") or len(before) < 2 else before[1]
    return _bare(named.form) in ("العاصمه", "المدينه")


def _is_office(before: list[_Word]) -> bool:
    """Return whether the name ends a chain of nouns that begins with an office or a body: وزير خارجية، وكالة أنباء."""
    for word in islice(before, CONSTRUCT_WORDS):
        if word.is_of("offices", "bodies_of"):
            return True
        if word.definite or word.is_of("prepositions", "that", "particles"):
            return False
    return False


def _is_adjective(name: str, before: _Word) -> bool:
    """Return whether the name is rather an adjective of the noun before: السلطات السعودية."""
    described = before.definite and before.raw.endswith(("ة", "ات"))
    return described and name.startswith(_DEFINITE) and name.endswith("ية") and " " not in name


def _governed(before: list[_Word], name: str) -> bool:
    return any(word.is_of(name) for word in before[:GOVERNED_WORDS])


def _takes_bi(word: _Word) -> bool:
    """Return whether a word of saying takes what is said in ب: ندد بنوران."""
    found = known(word.raw)
    readings = (*found.verbal, *found.nominal) if found is not None else ()
    return any(kind.startswith("bi-") for one in readings for kind in one.form.entry.takes)


def _before(text: str, start: int) -> tuple[str, list[_Word]]:
    """Return what is written onto a name, and the words before it that only spaces part, the nearest first."""
    whole = tokens.word_at(text, start)
    behind = whole[0] if whole is not None else start
    clitic = text[behind:start]
    found: list[_Word] = []
    while len(found) < BEFORE_WORDS and behind > 1 and text[behind - 1] == " ":
        word = tokens.word_at(text, behind - 2)
        if word is None or word[1] != behind - 1:
            break
        raw = text[slice(*word)]
        found.append(_Word(raw, spelled(raw)))
        behind = word[0]
    return clitic, found


def _bare(form: str) -> str:
    """Return a folded word without a conjunction and a preposition of one letter before it: وبجامعة."""
    form = form[1:] if form[:1] in "وف" else form
    return form[1:] if form[:1] in "بل" else form
