"""The noun group that names who speaks: behind the verb (قال الوزير إن), before it (الوزير قال إن), behind a phrase."""

import re

from annotator.domain.span import Range
from annotator.suggest.reporting.candidates import Candidate, asks_for_silence, phrase_candidate, verbal_candidates
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText

MAX_SPEAKER_WORDS = 18
"""Words of a speaker's name and description; what is longer was cut wrongly."""

SHORT_NAME_LETTERS = 5
"""Letters of names that begin with ل (لؤي، لطفي); what is longer begins with a preposition, except for لبنان."""

ASIDE = 40
"""Words of an aside between commas."""

ANTECEDENT = 4
"""Words of a noun group before a relative pronoun that are looked at."""

DATELINE = 8
"""Words that a dateline has at most."""
_DASH = re.compile(r"[–—]|\s-\s")

_PRONOUN = re.compile("(?:هما|ها|هم|ه)$")
_OWNED = re.compile(r"\w{3}(?:ها|هم|هما|ه)$")
_TANWIN = "\u064b"

_ABBREVIATING = frozenset((".", "/"))
_TOPIC = frozenset(("اما",))


def behind(
    page: TokenizedText, first: int, limit: int, *, person: bool = False, attached: bool = False
) -> Range | None:
    """The noun group that begins with word `first` and ends before word `limit`, or None.

    `attached`: a preposition is written onto its first word, and belongs to the cue (وفقًا للوزارة).

    `person`: the verb has an object of its own, so that a second noun group may follow and does not belong to it.
    """
    if first >= min(limit, len(page.words)) or page.breaks(first) or ":" in page.gap(first):
        return None
    if not attached and (_is_addressed(page, first) or _is_speech(page, first) or _is_manner(page, first)):
        return None
    # In وفقا لوكالة the ل is the cue's, and the word is no one who is told (قال لوكالة).
    last = _extent(page, first, limit, begins=attached)
    if person:
        last = _one_group(page, first, last)
    return _range(page, first, last) if first < last else None


def quoted_from(page: TokenizedText, limit: int) -> Range | None:
    """Return the person whom a report is taken from, just before word `limit`: نقلت الوكالة [عن الوزير] قوله."""
    floor = page.word_from(page.sentence(limit - 1)[0])
    for word in range(limit - 1, max(floor, limit - MAX_SPEAKER_WORDS), -1):
        lips = page.forms[word] == "لسان" and page.forms[word - 1] == "علي"
        if page.forms[word] == "عن" or lips:
            found = behind(page, word + 1, limit)
            ends = found is not None and (page.word_from(found[1]) == limit or page.comma(limit))
            return found if ends else None
    return None


def topic(page: TokenizedText, word: int) -> Range | None:
    """Return the topic of a word's sentence, where it has one: أما الوزير، …، فتابع الجلسة وقال."""
    first = page.word_from(page.sentence(word)[0])
    if page.forms[first] not in _TOPIC:
        return None
    return behind(page, first + 1, word)


def ahead(page: TokenizedText, cue: Candidate) -> Range | None:
    """The noun group before a verb that is its subject; None if the verb's clause begins with the verb."""
    last = _skip_particles(page, cue.first)
    if last <= 0 or (cue.before and cue.before != "ف"):
        return None
    if not page.gap(last).strip() and verbal_candidates(page, last - 1):
        # كتبت تقول: one verb beside another.
        return None
    if "-" in page.gap(last) and ")" in page.gap(last):
        # جنيف (وكالة)- وصف: a dateline.
        return None
    if page.forms[last - 1] in word_class("relatives"):
        return None if cue.pronoun else _antecedent(page, last - 1)
    if cue.pronoun and page.forms[last - 1] in word_class("whatever"):
        return None
    floor = page.word_from(page.sentence(cue.first)[0])
    if page.comma(last) or page.comma(cue.first):
        return _before_aside(page, floor, last) or _before_comma(page, floor, last)
    first = _clause_start(page, floor, last)
    # وبات المدير يعتقد, ومضى يقول
    first += first < last and page.has_class(first, "auxiliaries")
    if cue.before and (first == floor or page.forms[first - 1] not in _TOPIC):
        return None
    return _group(page, first, last)


def opening(page: TokenizedText, word: int) -> Range | None:
    """The subject of the sentence of a word, whether its verb opens it or stands behind the subject."""
    floor = page.word_from(page.sentence(word)[0])
    first = behind_dateline(page, floor)
    if page.definite(first) or page.has_class(first, "titles") or page.has_class(first, "heads"):
        return _group(page, first, word)
    if page.has_class(first, "prepositions") or page.has_class(first, "circumstance") or first + 1 >= word:
        return None
    if verbal_candidates(page, first + 1):
        # سامر يهاجم الخطة ويتهم: a name stands before its verb.
        return _group(page, first, first + 1)
    return behind(page, first + 1, word, person=True)


def _antecedent(page: TokenizedText, relative: int) -> Range | None:
    """The noun group that a relative pronoun follows: الصحيفة، التي قالت."""
    first, floor = relative, max(page.word_from(page.sentence(relative)[0]), relative - ANTECEDENT)
    while first > floor and not (first < relative and page.breaks(first)):
        form = page.forms[first - 1]
        if (
            form in word_class("prepositions")
            or form in word_class("that")
            or page.has_class(first - 1, "circumstance")
        ):
            break
        first -= 1
        if page.particle(first, "ب") or page.particle(first, "ل") or phrase_candidate(page, first) is not None:
            first += phrase_candidate(page, first) is not None
            break
    first += _is_verb_before(page, first, relative)
    if first >= relative:
        return None
    start, end = _range(page, first, relative)
    attached = page.particle(first, "ب") or page.particle(first, "ل")
    return (attached.end if attached is not None and page.forms[first][1:3] in ("ال", "ل") else start), end


def _is_verb_before(page: TokenizedText, first: int, relative: int) -> bool:
    """Return whether a group before a relative pronoun begins with the verb of its sentence: هاجم اللاعب الذي قال."""
    if relative - first < 2 or page.definite(first) or first != page.word_from(page.sentence(first)[0]):
        return False
    return page.definite(first + 1) and not any(page.has_class(first, kind) for kind in ("heads", "titles", "unnamed"))


def behind_dateline(page: TokenizedText, word: int) -> int:
    """The first word of the report proper: behind الزهراء (وكالة) —."""
    reach = range(word + 1, min(word + DATELINE, len(page.words)))
    return next((place for place in reach if _DASH.search(page.gap(place))), word)


def is_unnamed(page: TokenizedText, source: Range) -> bool:
    """Return whether the group's first word describes a speaker whom the article does not name (مصدر، مسؤول)."""
    return page.forms[page.word_at(source[0])].removeprefix("ل") in word_class("unnamed")


def _extent(page: TokenizedText, first: int, limit: int, *, begins: bool = False) -> int:
    """One past the last word of the group that begins with `first`; `begins`: surely so, whatever the word is."""
    word = first + begins
    limit = min(limit, first + MAX_SPEAKER_WORDS, len(page.words))
    while word < limit:
        quote = page.opening(word)
        if quote is not None:
            attached = page.forms[word - 1] in word_class("prepositions") and page.word_from(quote[1]) < limit
            if not (attached or page.is_name(quote)) or page.text[page.words[word - 1][1] : quote[0]].strip():
                break
            word = page.word_from(quote[1])
            continue
        if word > first and page.gap(word).strip() in _ABBREVIATING and _is_abbreviated(page, word - 1):
            word += 1
            continue
        if word > first and page.gap(word).strip(' \u00a0\n\u200f\u200e»"”'):
            return _with_anonymity(page, word, limit)
        if _ends(page, word, first):
            break
        word += 1
    return word


def _ends(page: TokenizedText, word: int, first: int) -> bool:
    form = page.forms[word]
    if form in word_class("circumstance") or form in word_class("relatives") or form in word_class("that"):
        return True
    if form[1:] in word_class("that") and form[0] in "وفب":
        return True
    if word > first and (phrase := phrase_candidate(page, word)) is not None and "source" in phrase.entry.takes:
        return True
    if word == first and (form in word_class("manners") or _is_time(page, word)):
        return True
    if word == first:
        # Spelt with its dots, it is somebody's name: قال علي المزروعي.
        if page.raws[word] == "علي":
            return False
        return form in word_class("prepositions") or form in word_class("clause_begins")
    if form == "ل":
        # قال المتحدث لـ«الشرق»: to whom, and not who.
        return True
    if form.startswith("لل") and "ا" + form[1:] in word_class("addressees"):
        return True
    if _is_manner(page, word) or _is_time(page, word):
        return True
    if form in ("في", "علي") and word + 1 < len(page.words):
        return is_occasion(page, word + 1)
    return form in ("الي", "حتي", "مع") or form.startswith("وهو")


def _is_time(page: TokenizedText, word: int) -> bool:
    """Return whether a point in time begins here: هذا العام, مطلع أيار."""
    if page.forms[word] in ("هذا", "هذه"):
        return word + 1 < len(page.words) and page.forms[word + 1] in word_class("times")
    return page.forms[word] in word_class("parts_of_time")


def is_occasion(page: TokenizedText, word: int) -> bool:
    """Return whether the word behind في is where something was said (في بيانها), and not where the speaker belongs."""
    base = _PRONOUN.sub("", page.forms[word].removeprefix("ال")).removesuffix("ت")
    known = word_class("occasion")
    return page.has_class(word, "circumstance") or page.forms[word] in known or base in known or base + "ه" in known


def _is_speech(page: TokenizedText, word: int) -> bool:
    """Return whether a word is somebody's own speech, which a verb opens or closes: وختم بيانه بالقول."""
    form = page.forms[word]
    base = _PRONOUN.sub("", form)
    return base != form and base in word_class("occasion")


def _is_abbreviated(page: TokenizedText, word: int) -> bool:
    """Return whether a word is an initial or a title that a stop or a stroke follows: د. سامر، أ.د. سامر،
    السيد/ سامر.
    """
    raw = page.raws[word]
    return max(map(len, raw.split("."))) == 1 or page.has_class(word, "titles")


def _is_manner(page: TokenizedText, word: int) -> bool:
    """Return whether an accusative follows that agrees with nothing before it: قال سامي مبتسمًا."""
    return _TANWIN in page.raws[word][-2:] and _TANWIN not in page.raws[word - 1][-2:]


def _is_addressed(page: TokenizedText, word: int) -> bool:
    """Return whether a group that begins so is the one spoken to (لها، للصحفيين، لميريديان) or the manner
    (بالإنجليزية).
    """
    form = page.forms[word]
    if form in word_class("to_him") or form.startswith(("لل", "بال", "كال")):
        return True
    if form[0] == "ب" and form[-1] == "ه" and len(form) > SHORT_NAME_LETTERS and not form.startswith("بو"):
        return page.particle(word, "ب") is not None
    return form.startswith("ل") and len(form) > SHORT_NAME_LETTERS and page.particle(word, "ل") is not None


def _with_anonymity(page: TokenizedText, word: int, limit: int) -> int:
    """The end of an aside in which the speaker asks not to be named, or `word`, where the group ends without it."""
    if not page.comma(word) or not asks_for_silence(page, word):
        return word
    return next((after for after in range(word + 1, limit) if page.comma(after)), limit)


def _one_group(page: TokenizedText, first: int, last: int) -> int:
    """Return the place where a second noun group begins among the words: the one who is told or asked."""
    for word in range(first + 1, last):
        before = word - 1
        if page.opening(word) is not None or page.forms[word] in word_class("prepositions"):
            continue
        if (page.definite(before) or is_owned(page, word)) and _starts_group(page, word, first):
            return word
    return last


def _is_adjective(page: TokenizedText, word: int) -> bool:
    """Return whether a definite word may belong to the definite noun before it: الوزير الفرنسي, الأمين العام."""
    form = page.forms[word]
    return form.endswith(("ي", "يه", "يين", "يون")) or form in word_class("adjectives") or form in word_class("titles")


def is_owned(page: TokenizedText, word: int) -> bool:
    """Return whether a noun bears its owner: أبلغ الرئيس أعضاءها, نفت الشركة مسؤوليتها."""
    form = page.forms[word]
    # Folded, ة is ه.
    if "ة" in page.raws[word][-2:]:
        return False
    return _OWNED.search(form) is not None and form not in word_class("selves")


def _starts_group(page: TokenizedText, word: int, first: int) -> bool:
    before = word - 1
    form = page.forms[word]
    if page.forms[word][:1].isascii():
        return False
    if page.definite(word):
        latin = page.forms[before][:1].isascii()
        return latin or form in word_class("parties") or not _is_adjective(page, word)
    if is_owned(page, word):
        return True
    # An indefinite word goes on with a name behind a title (الوزير سامر) or a head (وزير النقل سامر).
    if page.forms[before] in word_class("titles"):
        return False
    led = any(page.has_class(place, "heads") for place in range(first, word))
    return form in word_class("heads") or not led


def _skip_particles(page: TokenizedText, word: int) -> int:
    """Back over قد and كان, which stand between a subject and its verb."""
    while word > 0 and page.forms[word - 1] in word_class("particles") and not page.gap(word).strip():
        word -= 1
    return word


def _clause_start(page: TokenizedText, floor: int, last: int) -> int:
    """The word with which the clause before word `last` begins, without conjunctions."""
    first = last
    while first > floor and last - first < MAX_SPEAKER_WORDS:
        if first < last and (page.breaks(first) or ":" in page.gap(first)):
            break
        if page.has_class(first - 1, "before_subject") or page.forms[first - 1] in word_class("that"):
            break
        if page.forms[first - 1][1:] in word_class("that"):
            break
        first -= 1
    return first


def _before_aside(page: TokenizedText, floor: int, last: int) -> Range | None:
    """The subject before an aside between commas: أما الوزير، المعروف بكذا، فقال."""
    opened = next((word for word in range(last - 1, max(floor, last - ASIDE), -1) if page.comma(word)), None)
    if opened is None or page.forms[opened][1:] in word_class("prepositions"):
        # وفي هذا الصدد، begins a clause, and is no aside.
        return None
    first = _clause_start(page, floor, opened)
    if asks_for_silence(page, opened):
        return _range(page, first, last) if first < opened else None
    return _group(page, first, opened)


def _before_comma(page: TokenizedText, floor: int, last: int) -> Range | None:
    """The subject of a sentence that a comma alone parts from its verb: وكانت وزارة الصحة، أعلنت."""
    if page.has_class(floor, "was"):
        return _group(page, floor + 1, last)
    leads = page.definite(floor) or page.has_class(floor, "heads") or page.has_class(floor, "titles")
    return _group(page, floor, last) if leads else None


def _group(page: TokenizedText, first: int, last: int) -> Range | None:
    """The words as a speaker's name, if they may be one."""
    if first >= last or last - first >= MAX_SPEAKER_WORDS or _ends(page, first, first) or _is_addressed(page, first):
        return None
    end = _extent(page, first, last)
    return _range(page, first, end) if end > first else None


def _range(page: TokenizedText, first: int, last: int) -> Range:
    """From the first word to the last, with the marks of a quoted name, and without a preposition behind it."""
    while last - 1 > first and page.forms[last - 1] in word_class("prepositions"):
        last -= 1
    start, end = page.words[first][0], page.words[last - 1][1]
    if page.forms[first].startswith(("وال", "فال")) and not page.has_class(first, "own_conjunction"):
        start += 1
    opened, closed = page.opening(first), page.quote_at(end - 1)
    start = opened[0] if opened else start
    return start, (closed[1] if closed and closed[0] >= start else end)
