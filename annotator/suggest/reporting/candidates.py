"""Places where a word or phrase of the lexicon stands and may attribute something."""

from typing import NamedTuple

import msgspec

from annotator.suggest.reporting.lexicon import LexiconEntry, lexicon, word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText
from annotator.suggest.reporting.word_forms import ON_NOUNS, WordReading, phrase_of_one
from annotator.text.clitics import clitics

_CIRCUMSTANCE = frozenset(("وهو", "وهي", "وهم", "وهما"))
_SPEAKER_FOLLOWS = "ل"


COUNTED_WORDS = 4
"""Words from a verb that may count, itself among them, in which its number stands: سيبلغ سعر القمح 81 دينارا."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Words `first` to `last`, of which `[start, end)` (code points) would be the cue.

    `before` is what is written onto the first word outside the cue (و، ب), `pronoun` what the last one bears.
    `negated` says that لم، لن or لا is part of the cue; `aside` that a clause in وهو holds it;
    `passive` that its harakat leave no other reading.
    """

    first: int
    last: int
    start: int
    end: int
    entry: LexiconEntry
    before: str = ""
    pronoun: str = ""
    negated: bool = False
    aside: bool = False
    passive: bool = False


def verbal_candidates(page: TokenizedText, word: int) -> list[Candidate]:
    """Return the readings of a word as a verb or participle of the lexicon; those with least written onto
    them first.
    """
    known = page.known.get(word)
    found = [reading for reading in known.verbal if _can_stand(page, word, reading)] if known else []
    if page.quote_at(page.words[word][0]) is None:
        found = [reading for reading in found if not _is_of_the_writer(page, word, reading)]
    if not found or page.has_class(word, "impersonal") or asks_for_silence(page, word) or _says_nothing(page, word):
        return []
    if _is_noun(page, word, found) or _is_name(page, word) or _is_formula(page, word) or _is_shown(page, word, found):
        return []
    found = [reading for reading in found if not (reading.form.entry.person and _is_counted(page, word))]
    # One candidate an entry, the likeliest reading first.
    ordered = sorted(found, key=_likely)
    entries = {reading.form.entry: reading for reading in reversed(ordered)}
    return [_verbal(page, word, entries[entry]) for entry in reversed(entries)]


def noun_candidates(page: TokenizedText, word: int) -> list[Candidate]:
    """Return the readings of a word as a noun of saying."""
    known = page.known.get(word)
    return [
        Candidate(
            first=word,
            last=word,
            start=page.words[word][0] + reading.start,
            end=page.words[word][1],
            entry=reading.form.entry,
            before=reading.before,
            pronoun=reading.pronoun,
        )
        for reading in (known.nominal if known else ())
    ]


def phrase_candidate(page: TokenizedText, word: int) -> Candidate | None:
    """The longest phrase of the lexicon that begins at a word, with و or ف before it or not."""
    known = page.known.get(word)
    if known is None or not known.opens_phrase:
        return None
    form = page.forms[word]
    for skipped in (0, 1) if form[:1] in "وف" else (0,):
        for rest, entry in lexicon().phrases.get(form[skipped:], ()):
            if (found := _phrase(page, word, skipped, rest, entry)) is not None:
                return found
    if (of_one := phrase_of_one(form)) is not None:
        start, end = page.words[word]
        return Candidate(first=word, last=word, start=start, end=end, entry=of_one[0], pronoun=of_one[1])
    return None


def _can_stand(page: TokenizedText, word: int, reading: WordReading) -> bool:
    return not reading.form.jussive or reading.before.endswith("ل") or _is_negated(page, word, reading)


def _is_of_the_writer(page: TokenizedText, word: int, reading: WordReading) -> bool:
    """Return whether a verb outside quotations would speak of me or us: only who is quoted does, or thinks at once
    (نرى أن); نصر is rather a name.
    """
    if reading.pronoun == "ني":
        return True
    ours = reading.form.present and reading.form.text[:1] == "ن"
    return ours and not any(form in word_class("that") for form in page.forms[word + 1 : word + 2])


def _likely(reading: WordReading) -> tuple[int, bool, bool]:
    """Less written onto the word before more, no I before an I (أُعلن is passive), active before passive."""
    return len(reading.before), reading.form.present and reading.form.text[0] in "أآ", reading.form.passive


def _verbal(page: TokenizedText, word: int, reading: WordReading) -> Candidate:
    start, end = page.words[word]
    negation = word - 1 if _is_negated(page, word, reading) else word
    before = reading.before
    if negation < word:
        form = page.forms[negation]
        before = form[0] if len(form) > 2 else ""
        start = page.words[negation][0] + (_behind_conjunction(page, negation) if before else 0)
    else:
        start += reading.start
    return Candidate(
        first=negation,
        last=word,
        start=start,
        end=end,
        entry=reading.form.entry,
        before=before,
        pronoun=reading.pronoun,
        negated=negation < word,
        aside=word > 0 and page.forms[word - 1] in _CIRCUMSTANCE,
        passive=reading.form.passive,
    )


def _is_negated(page: TokenizedText, word: int, reading: WordReading) -> bool:
    if not word or not reading.form.present or reading.before or page.apart(word):
        return False
    return page.has_class(word - 1, "negations")


def _is_formula(page: TokenizedText, word: int) -> bool:
    """Return whether the writer only adds something, and nobody speaks: يذكر أن, يشار إلى أن, علمًا أن."""
    if not page.has_class(word, "formulas"):
        return False
    behind = word + 1
    behind += behind < len(page.words) and page.has_class(behind, "circumstance")
    after = page.forms[behind : behind + 2]
    if after[:1] and after[0] in ("الي", "في"):
        after = after[1:]
    return bool(after) and after[0].removeprefix("ب") in word_class("that")


def _says_nothing(page: TokenizedText, word: int) -> bool:
    """Return whether a reader is sent elsewhere (اقرأ المزيد), or somebody points with the hand (أشار بيده)."""
    if page.forms[word] in word_class("links") or _is_no_longer(page, word):
        return True
    after = page.forms[word + 1 : word + 2]
    line = not word or "\n" in page.gap(word)
    return any(form in word_class("gestures") or (line and form in word_class("more")) for form in after)


def _is_no_longer(page: TokenizedText, word: int) -> bool:
    """Return whether a word says that something is no more: لم تعد الطريق صالحة."""
    return word > 0 and page.has_class(word, "no_longer") and page.forms[word - 1] in ("لم", "ولم", "فلم")


def _is_shown(page: TokenizedText, word: int, found: list[WordReading]) -> bool:
    """Return whether a fact shows something, and nobody says it: مما يهدد بالتوقف, وهو ما يؤكد أن."""
    if not word or page.apart(word) or any(reading.pronoun for reading in found):
        return False
    if page.forms[word - 1] in ("مما", "ومما"):
        return True
    asserts = page.forms[word - 1] == "ما" and all(reading.form.present for reading in found)
    return asserts and (page.comma(word - 1) or page.forms[word - 2] in ("وهو", "وهذا"))


def _is_counted(page: TokenizedText, word: int) -> bool:
    """Return whether a number follows, so that a verb like بلغ counts and tells nobody: سيبلغ 81 دولارا."""
    for after in range(word + 1, min(word + COUNTED_WORDS, len(page.words))):
        if page.apart(after) or page.forms[after] in word_class("prepositions"):
            return False
        if page.forms[after][:1].isdigit():
            return True
    return False


def _is_name(page: TokenizedText, word: int) -> bool:
    """Return whether a word that people are called by is one here: قالت وعد الخطيب, الباحثة أمل سالم."""
    if not page.has_class(word, "names"):
        return False
    if page.forms[word] in word_class("names") and (not word or "\n" in page.gap(word)):
        return True
    if not word or page.apart(word):
        return False
    following = page.forms[word + 1] if word + 1 < len(page.words) else ""
    if following in word_class("that") or following in word_class("prepositions") or following.startswith("ب"):
        return False
    known = page.known.get(word - 1)
    behind_verb = known is not None and bool(known.verbal)
    return behind_verb or any(page.has_class(word - 1, kind) for kind in ("titles", "heads"))


def _is_noun(page: TokenizedText, word: int, found: list[WordReading]) -> bool:
    """Return whether a bare word behind a head or preposition is a noun that is spelt like a verb: وزير نقل, عدم ذكر
    اسمه.
    """
    if not word or page.apart(word):
        return False
    before = page.forms[word - 1]
    if before in word_class("prepositions") and page.raws[word - 1] != "علي":
        # Behind a preposition no و joins a verb: من واجبنا.
        return True
    if any(reading.before for reading in found):
        return False
    if page.forms[word] in word_class("noun_like") and not _may_follow(page, word - 1):
        return True
    return (
        before in word_class("heads")
        or before in word_class("prepositions")
        or before in word_class("anonymous")
        or before == "عدم"
    )


def _may_follow(page: TokenizedText, word: int) -> bool:
    """Return whether a bare verb that is spelt like a noun may stand behind a word: الوزير نقل عنه, not سوق نقل."""
    if page.definite(word) or page.forms[word] in word_class("that") or page.forms[word].startswith("لكن"):
        return True
    return any(
        page.has_class(word, kind) for kind in ("particles", "relatives", "before_subject", "negations", "turns")
    )


def asks_for_silence(page: TokenizedText, word: int) -> bool:
    """Return whether a speaker asks here not to be named (طلب عدم ذكر اسمه), which is no report but part of
    who he is.
    """
    if page.forms[word] not in word_class("anonymous") or word + 1 >= len(page.words):
        return False
    names = word_class("anonymity")
    return page.forms[word + 1] == "عدم" or any(form in names for form in page.forms[word + 1 : word + 4])


def _behind_conjunction(page: TokenizedText, word: int) -> int:
    start, end = page.words[word]
    found = clitics(page.text, start, end)
    return found[0].end - start if found else 0


def _phrase(
    page: TokenizedText, word: int, skipped: int, rest: tuple[str, ...], entry: LexiconEntry
) -> Candidate | None:
    last = word + len(rest)
    if last >= len(page.words) or tuple(page.forms[word + 1 : last]) != rest[:-1]:
        return None
    ending = _ending(page, last, rest[-1]) if rest else _Ending(last, page.words[word][1], "")
    if ending is None or any(page.gap(place).strip() for place in range(word + 1, last + 1)):
        return None
    return Candidate(
        first=word,
        last=ending.last,
        start=page.words[word][0] + (_behind_conjunction(page, word) if skipped else 0),
        end=ending.end,
        entry=entry,
        before=page.forms[word][:skipped],
        pronoun=ending.pronoun,
    )


class _Ending(NamedTuple):
    last: int
    end: int
    pronoun: str


def _ending(page: TokenizedText, last: int, wanted: str) -> _Ending | None:
    """Return the ending of a phrase whose last word should be `wanted`: it alone, with a pronoun, or with a ل on the
    next.
    """
    form, end = page.forms[last], page.words[last][1]
    if form == wanted:
        return _Ending(last, end, "")
    if wanted == _SPEAKER_FOLLOWS and form in word_class("to_him"):
        return _Ending(last, end, form[1:])
    if wanted == _SPEAKER_FOLLOWS:
        attached = page.particle(last, wanted)
        # The speaker begins inside this word, so it is not the phrase's.
        return _Ending(last - 1, attached.end, "") if attached is not None else None
    pronoun = next((pronoun for pronoun in ON_NOUNS if form == wanted + pronoun), None)
    return _Ending(last, end, pronoun) if pronoun is not None else None
