"""Every form of an Arabic verb from its principal parts, as a dictionary gives them: past and present, he-form.

The class of a verb is read off the end of its parts, so the derived forms I to X need no tables of their own:

| class | told by | what it does |
|---|---|---|
| sound, assimilated, hamzated | none of the below | suffixes join the stem as it is: كَتَبَ كَتَبُوا كَتَبْتُ |
| doubled | the last letter bears a shadda | the pair opens before a consonant: رَدَّ رَدَدْتُ, أَقَرَّ أَقْرَرْتُ |
| hollow | a long vowel before the last letter | it shortens in a closed syllable: قَالَ قُلْتُ, لَمْ يَقُلْ, أَشَارَ أَشَرْتُ |
| defective in ى or ا | the last letter | نَفَى نَفَتْ نَفَوْا نَفَيْتُ, دَعَا دَعَوْتُ; يَنْفِي لَمْ يَنْفِ |
| defective in ِيَ | the last letters | خَشِيَ خَشُوا خَشِيتُ |

The passive recolours the vowels of the same parts (أَعْلَنَ أُعْلِنَ, يُعْلِنُ يُعْلَنُ, قَالَ قِيلَ). Imperatives are left out: in
news, an order stands inside what is said. Forms are fully vocalised, shadda before the vowel of its letter.
"""

import re
from collections.abc import Iterator

FATHA, DAMMA, KASRA, SUKUN, SHADDA = "\u064e", "\u064f", "\u0650", "\u0652", "\u0651"
SHORT_VOWELS = FATHA + DAMMA + KASRA

_OPEN = ("َ", "َتْ", "َا", "َتَا", "ُوا")
"""Suffixes of the past that begin with a vowel: he, she, the two of them (m., f.), they."""

_CLOSED = ("نَ", "تَ", "تِ", "تُمَا", "تُمْ", "تُنَّ", "تُ", "نَا")
"""Suffixes of the past that begin with a consonant: they (f.), you in five forms, I, we."""

_PREFIXES = {"one": "يتأن", "two": "يت", "many": "يت", "you": "ت"}
_Endings = tuple[tuple[str, ...], ...]
_SOUND: _Endings = (("ُ", "َ"), ("َانِ", "َا"), ("ُونَ", "ُوا"), ("ِينَ", "ِي"))
_WEAK: dict[str, _Endings] = {
    # one: indicative, subjunctive; two; many, and many women; a woman addressed
    "ُو": (("ُو", "ُوَ"), ("ُوَانِ", "ُوَا"), ("ُونَ", "ُوا", "ُونَ"), ("ِينَ", "ِي")),
    "ِي": (("ِي", "ِيَ"), ("ِيَانِ", "ِيَا"), ("ُونَ", "ُوا", "ِينَ"), ("ِينَ", "ِي")),
    "َى": (("َى",), ("َيَانِ", "َيَا"), ("َوْنَ", "َوْا", "َيْنَ"), ("َيْنَ", "َيْ")),
}

_LONG_BEFORE_LAST = re.compile(r"(?:ُو|ِي|َا)(?=[^\u064b-\u0652]$)")
_VOWEL_ORDER = re.compile(f"([{SHORT_VOWELS}])({SHADDA})")
_SEATS = (
    (re.compile("أَأْ|أَا"), "آ"),
    (re.compile("(?<=ُ)أ(?=ْ)"), "ؤ"),
    (re.compile("(?<=ِ)أ"), "ئ"),
    (re.compile("(?<!^)أ(?=ِ)"), "ئ"),
    (re.compile("(?<=َ)ئ(?=ُ$)"), "أ"),
)


def past(he: str, present: str) -> list[str]:
    """The past in all persons. `present` tells which short vowel a hollow verb takes (قُلْتُ, بِعْتُ)."""
    he = tidy(he)
    if he[-1] in "ىا":
        stem, weak = he[:-1], "و" if he[-1] == "ا" else "ي"
        forms = [he, stem + "تْ", stem + weak + "َا", stem + "تَا", stem + "وْا"]
        forms += [stem + weak + SUKUN + suffix for suffix in _CLOSED]
    elif he.endswith("ِيَ"):
        forms = [he, he + "تْ", he + "ا", he + "تَا", he[:-3] + "ُوا"]
        forms += [he[:-1] + suffix for suffix in _CLOSED]
    else:
        base = he[:-1]
        closed = _closed_past(base, tidy(present))
        forms = [base + suffix for suffix in _OPEN] + [_join(closed, suffix) for suffix in _CLOSED]
    return _spelled(forms)


def present(he: str) -> list[str]:
    """The present in all persons: indicative and subjunctive."""
    he = tidy(he)
    if he[-2:] in _WEAK:
        forms = _present(he[:-2], _WEAK[he[-2:]])
    else:
        forms = _present(he[:-1], _SOUND)
        forms += [_join(letter + _closed_present(he[:-1])[1:], "نَ") for letter in _PREFIXES["many"]]
    return _spelled(forms)


def jussive(he: str) -> list[str]:
    """The short forms of the present, which only follow لم, ل and لا (لَمْ يَقُلْ, لَمْ يَنْفِ): he, she or
    you, I, we.
    """
    he = tidy(he)
    stem = he[:-1] if he[-2:] in _WEAK else _closed_present(he[:-1]) + SUKUN
    return _spelled([letter + stem[1:] for letter in _PREFIXES["one"]])


def _present(base: str, endings_of: _Endings) -> list[str]:
    return [
        letter + base[1:] + ending
        for person, endings in zip(_PREFIXES, endings_of, strict=True)
        for letter in _PREFIXES[person]
        for ending in endings
    ]


def passive_past(he: str) -> str:
    """The passive he-form of the past: the last vowel of the stem becomes i, those before it u."""
    he = tidy(he)
    if he[-1] in "ىا":
        return _seat(_recolour(he[:-1], DAMMA, KASRA) + "يَ")
    base = he[:-1]
    if long := _LONG_BEFORE_LAST.search(base):
        return _seat(_recolour(base[: long.start() + 1], DAMMA, KASRA) + "ي" + base[-1] + FATHA)
    coloured = _recolour(base, DAMMA, DAMMA if base[-1] == SHADDA and not _moves(base) else KASRA)
    return _seat(coloured.replace("ُا", "ُو")) + FATHA


def passive_present(he: str) -> str:
    """The passive he-form of the present: u in the prefix, a as the last vowel of the stem."""
    he = tidy(he)
    he = he[0] + DAMMA + he[2:]
    if he[-2:] in _WEAK:
        return _seat(_last_vowel(he[:-2] + he[-2], FATHA) + "ى")
    base = he[:-1]
    if long := _LONG_BEFORE_LAST.search(base):
        return _seat(base[: long.start()] + "َا" + base[-1]) + DAMMA
    return _seat(_last_vowel(base, FATHA)) + DAMMA


def before_pronoun(form: str) -> str:
    """The form as an object pronoun joins it: أَخْبَرُوا loses its alef (أَخْبَرُوهُ), نَفَى has one
    (نَفَاهُ), ة is ت.
    """
    if form.endswith(("ُوا", "َوْا")):
        return form[:-1]
    if form.endswith("ى"):
        return form[:-1] + "ا"
    if form.endswith("ة"):
        return form[:-1] + "ت"
    return form[:-1] + "ُو" if form.endswith("تُمْ") else form


def participle(he: str) -> list[str]:
    """The forms in which a participle accompanies a verb (قَائِلًا, قَائِلَةً, قَائِلِينَ …); `he` without its case, or
    in ٍ.
    """
    he = tidy(he)
    if he.endswith("ٍ"):
        stem, plural = he[:-1] + "ِي", he[:-1] + "ِينَ"
    else:
        stem, plural = he, he + "ِينَ"
    return [stem + "ًا", stem + "َةً", stem + "َيْنِ", plural, stem + "َتَيْنِ", stem + "َاتٍ"]


def tidy(form: str) -> str:
    """The form with each shadda before the vowel of its letter, whichever way it was typed."""
    return _VOWEL_ORDER.sub(r"\2\1", form)


def _closed_past(base: str, present: str) -> str:
    """The stem before a consonant, without its sukun."""
    if base[-1] == SHADDA:
        return _opened(base, FATHA)
    if not _LONG_BEFORE_LAST.search(base):
        return base
    head, last = base[:-2], base[-1]
    if len(head) == 2:  # form I: one letter and its vowel
        head = head[0] + (DAMMA if "و" in present else KASRA)
    return head + last


def _closed_present(base: str) -> str:
    if base[-1] == SHADDA:
        return _opened(base, KASRA)
    long = _LONG_BEFORE_LAST.search(base)
    return base[: long.start() + 1] + base[-1] if long else base


def _opened(base: str, vowel: str) -> str:
    """A doubled stem with its pair apart: the vowel before it moves between them, or else `vowel` comes there."""
    head, letter = base[:-2], base[-2]
    if _moves(base):
        return head[:-1] + SUKUN + letter + head[-1] + letter
    return head + letter + vowel + letter


def _moves(doubled: str) -> bool:
    """Return whether the vowel before the pair can go: the letter that bears it follows a vowel (أَقَرَّ), not a sukun
    (اِحْتَجَّ).
    """
    return len(doubled) > 5 and doubled[-5] in SHORT_VOWELS


def _join(stem: str, suffix: str) -> str:
    """A consonant after a consonant: two equal ones are written as one (أَعْلَنَّا, سَكَتُّ)."""
    if stem[-1] == suffix[0]:
        return stem + SHADDA + suffix[1:]
    return stem + SUKUN + suffix


def _recolour(stem: str, others: str, last: str) -> str:
    vowels = [place for place, char in enumerate(stem) if char in SHORT_VOWELS]
    chars = list(stem)
    for place in vowels:
        chars[place] = last if place == vowels[-1] else others
    return "".join(chars)


def _last_vowel(stem: str, vowel: str) -> str:
    place = max(place for place, char in enumerate(stem) if char in SHORT_VOWELS)
    return stem[:place] + vowel + stem[place + 1 :]


def _seat(form: str) -> str:
    """Hamza on the seat that its vowels ask for, where inflection changed them; at the start it keeps its alef."""
    for seat, right in _SEATS:
        form = seat.sub(right, form)
    return form


def _spelled(forms: list[str]) -> list[str]:
    """The forms with their hamzas seated, each once; a final hamza before و is written both ways (تنبؤوا, تنبأوا)."""
    return list(dict.fromkeys(_variants(forms)))


def _variants(forms: list[str]) -> Iterator[str]:
    for form in forms:
        seated = _seat(tidy(form))
        yield seated
        if "أُو" in seated[1:]:
            yield seated[0] + seated[1:].replace("أُو", "ؤُو")
