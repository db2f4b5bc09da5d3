"""Words of a text as the lexicon reads them: without what is written onto them, and by such harakat as they have."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from annotator.suggest.reporting.conjugation import FATHA, KASRA, SHADDA, SHORT_VOWELS, SUKUN
from annotator.suggest.reporting.lexicon import LexiconEntry, WordForm, folded, lexicon
from annotator.text.clitics import Clitic, clitics

ON_VERBS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "ني", "نا", "ه", "ك")
ON_NOUNS = (*ON_VERBS, "ي")

SHORT_PHRASE_LETTERS = 3
"""Letters that a phrase of one word has more than, if it is to be known with a pronoun."""

_VOWELS = SHORT_VOWELS + SUKUN
_TANWIN = {"\u064b": FATHA, "\u064c": "\u064f", "\u064d": KASRA}
_MARKS = frozenset(_VOWELS + SHADDA) | _TANWIN.keys()


class WordReading(msgspec.Struct, frozen=True):
    """One way to read a word: where in it the form begins (code points), what stands before, and a pronoun behind."""

    start: int
    form: WordForm
    before: str
    pronoun: str


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> str:
    """The folded spelling of a word; texts repeat their words, so most are folded once."""
    return folded(word)


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[WordReading, ...]:
    """Every way to read a word as one of the lexicon's; only those that are spelt like it to the letter, if any are."""
    if not _may_be_known(spelled(word)):
        return ()
    found = list(_all_readings(word))
    exact = [reading for reading, to_the_letter in found if to_the_letter]
    return tuple(exact or (reading for reading, _ in found))


class WordEntry(msgspec.Struct, frozen=True):
    """The lexicon's entry for a word: readings as a verb or participle, as a noun, and whether it opens a phrase."""

    verbal: tuple[WordReading, ...]
    nominal: tuple[WordReading, ...]
    opens_phrase: bool


@lru_cache(maxsize=1 << 16)
def known(word: str) -> WordEntry | None:
    """Return the lexicon's entry for a word, or None, which is nearly always so."""
    found = readings(word)
    opens = _opens_phrase(spelled(word))
    if not found and not opens:
        return None
    verbal = tuple(reading for reading in found if reading.form.entry.kind in ("verb", "participle"))
    nominal = tuple(reading for reading in found if reading.form.entry.kind == "noun")
    return WordEntry(verbal, nominal, opens)


def phrase_of_one(form: str) -> tuple[LexiconEntry, str] | None:
    """The phrase of one word that bears a pronoun (برأيه، بتعبيرها), and the pronoun."""
    for pronoun in ON_NOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) > SHORT_PHRASE_LETTERS:
            for rest, entry in lexicon().phrases.get(form[: -len(pronoun)], ()):
                if not rest:
                    return entry, pronoun
    return None


def _opens_phrase(form: str) -> bool:
    phrases = lexicon().phrases
    behind = form[:1] in "وف" and form[1:] in phrases
    return form in phrases or behind or phrase_of_one(form) is not None


def _may_be_known(form: str) -> bool:
    """Return whether some reading of the spelling is worth trying: cheap, because nearly every word fails here."""
    known = lexicon()
    for skipped in range(min(5, len(form) - 1)):
        base = form[skipped:]
        if base in known.forms or any(base.endswith(end) and base[: -len(end)] in known.joined for end in ON_NOUNS):
            return True
        if base[0] not in "وفبكلسا":
            return False
    return False


def _all_readings(word: str) -> Iterator[tuple[WordReading, bool]]:
    """The readings, and whether the form is spelt as a careful writer would."""
    before: list[Clitic] = []
    for clitic in (None, *clitics(word, 0, len(word))):
        if clitic:
            before.append(clitic)
        after = before[-1] if before else None
        base = word[clitic.end :] if clitic else word
        for form, pronoun in _forms_of(base):
            start = _begins(word, before, form)
            if start is not None:
                letters = _skeleton(form.text)
                exact = _skeleton(base).startswith(letters[:-1]) if pronoun else _is_spelt(_skeleton(base), letters)
                if not exact and letters[:1] == "أ" and base[:2] == "ال":
                    continue  # an article, not ألحّ without its hamza
                if not exact and letters[:1] == "آ" and spelled(word[after.start :][:1] if after else "") == "س":
                    continue  # a name (سامر), not سآمر without its hamza
                yield WordReading(start, form, spelled(word[:start]), pronoun), exact


def _forms_of(base: str) -> Iterator[tuple[WordForm, str]]:
    known, spelling = lexicon(), spelled(base)
    # نقلًا is no verb, for all that نقلا is one.
    nominal = not _TANWIN.keys().isdisjoint(base)
    for form in known.forms.get(spelling, ()):
        if agrees(base, form.text) and not (nominal and form.entry.kind == "verb"):
            yield form, ""
    for pronoun in ON_NOUNS:
        if spelling.endswith(pronoun):
            for form in known.joined.get(spelling[: -len(pronoun)], ()):
                fits = form.entry.kind == "noun" or (form.entry.kind == "verb" and pronoun != "ي" and not form.passive)
                if fits and agrees(base, form.text):
                    yield form, pronoun


def _begins(word: str, before: list[Clitic], form: WordForm) -> int | None:
    """Return the place where the form begins behind these clitics, with its article or س; None where it cannot follow
    them.
    """
    kinds = [clitic.kind for clitic in before]
    after = before[-1].end if before else 0
    if form.entry.kind == "noun":
        return before[-1].start if kinds and kinds[-1] == "article" else after
    if "article" in kinds:
        return None
    if "particle" in kinds:
        particle = spelled(word[before[-1].start : before[-1].end])
        if form.entry.kind != "verb" or not form.present or particle not in ("س", "ل"):
            return None
        return before[-1].start if particle == "س" else after
    return after


def agrees(word: str, vocalised: str) -> bool:
    """Return whether the harakat that a word bears are those of the form; missing ones and the last letter's may be
    any.
    """
    written, expected = _letters(word), _letters(vocalised)
    for (_, marks), (_, wanted) in zip(written, expected[:-1], strict=False):
        if SHADDA in marks and SHADDA not in wanted:
            return False
        vowel, known = _vowel(marks), _vowel(wanted)
        if vowel and known and vowel != known:
            return False
    return True


def _vowel(marks: str) -> str:
    return next((mark for mark in marks if mark in _VOWELS), "")


def _letters(word: str) -> list[tuple[str, str]]:
    """Each letter with its marks, tanwin as its vowel."""
    found: list[tuple[str, str]] = []
    for char in word:
        if char in _MARKS:
            if found:
                found[-1] = found[-1][0], found[-1][1] + _TANWIN.get(char, char)
        elif char.isalpha() and char != "\u0640":
            found.append((char, ""))
    return found


def _is_spelt(written: str, letters: str) -> bool:
    """Return whether a word is spelt to the letter; many write نفي for نفى, though nobody the other way round."""
    return written == letters or (written.endswith("ي") and letters.endswith("ى") and written[:-1] == letters[:-1])


def _skeleton(word: str) -> str:
    return "".join(letter for letter, _ in _letters(word))
