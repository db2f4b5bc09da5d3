"""Cues: the words that introduce what somebody says, with what they introduce."""

import msgspec

from annotator.suggest.reporting import according, extents, speakers
from annotator.suggest.reporting.candidates import Candidate, noun_candidates, phrase_candidate, verbal_candidates
from annotator.suggest.reporting.complements import Complement, complement, quoted_before
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.nouns import is_verbal_noun
from annotator.suggest.reporting.tokenized_text import TokenizedText

SAYING = "قَوْل"
"""Lemma of the noun that stands for its verb: نقل عنه قوله."""
PASSING_ON = "نَقَلَ"
"""Lemma of the verb that passes on what another says."""
LINK = 20
"""Words from a verb that passes on to whom it names, and from there to what he said."""
_SAYING = frozenset(("قَالَ", "أَضَافَ", "أَوْضَحَ", "تَابَعَ"))
"""Lemmas of verbs that may stand behind what is said, without quotation marks."""
MIN_SAID_WORDS = 2
"""Words of what is said before a verb; with fewer it is a circumstance: أمس، قال المدير."""
NEAR_WORDS = 2
"""Words from a verb that describes a noun to what it says."""


class Cue(msgspec.Struct, frozen=True):
    """A candidate that introduces something, and what it introduces."""

    found: Candidate
    goes_on: Complement


def find_cues(page: TokenizedText) -> list[Cue]:
    """The verbs and participles that introduce something, and the nouns that introduce what no verb does."""
    taken: set[int] = set()
    found: list[Cue] = []
    fixed = _inside_phrases(page)
    # From the end: what is nearest before a clause introduces it, and a verb further left must not.
    for word in reversed(page.known):
        candidates = [] if word in fixed else [*_verbal(page, word), *_direct(page, word)]
        cue = _nearest(page, candidates, taken)
        if cue is not None:
            found.append(cue)
            taken.update(range(cue.found.first, cue.found.last + 1))
    introduced = {cue.goes_on.limit for cue in found}
    for word in page.known:
        candidates = [] if word in taken or word in fixed else _nominal(page, word)
        cue = _nearest(page, candidates, taken)
        if cue is not None and cue.goes_on.limit not in introduced:
            found.append(cue)
            introduced.add(cue.goes_on.limit)
    return sorted(found, key=lambda cue: cue.found.start)


def _nearest(page: TokenizedText, candidates: list[Candidate], taken: set[int]) -> Cue | None:
    """Return the reading of a word that introduces what is nearest: ذكرت الوكالة أن … is no ذكّرت … «…»."""
    cues = [cue for one in candidates if (cue := _introduces(page, one, taken))]
    return min(cues, key=lambda cue: cue.goes_on.limit, default=None)


def _verbal(page: TokenizedText, word: int) -> list[Candidate]:
    """Return the readings of a word as a verb; none where it only describes a noun, and a verb before it is the one
    that says.

    قالت الوزارة في بيان نشرته على موقعها إن: what was published is the statement.
    """
    candidates = verbal_candidates(page, word)
    if not any(_describes(page, word, one) for one in candidates) or _says_at_once(page, candidates):
        return candidates
    begin = page.word_from(page.sentence(word)[0])
    leads = any(
        any(not _describes(page, before, one) for one in verbal_candidates(page, before))
        for before in page.known
        if begin <= before < word and page.quote_at(page.words[before][0]) is None
    )
    return [] if leads else candidates


def _says_at_once(page: TokenizedText, candidates: list[Candidate]) -> bool:
    """Return whether what is said follows so near that it is said by this verb: الشائعة التي قالت إن، التي وصفها
    بالعادلة.
    """
    if page.forms[candidates[0].first - 1] not in word_class("relatives"):
        return False
    ahead = (complement(page, one, frozenset()) for one in candidates)
    return any(
        found is not None and found.limit - one.last <= NEAR_WORDS for one, found in zip(candidates, ahead, strict=True)
    )


def _describes(page: TokenizedText, word: int, verb: Candidate) -> bool:
    """Return whether a verb belongs to the noun before it: نشرته, الذي تحدث, مصادر تحدثت."""
    if verb.entry.kind != "verb" or verb.before or not word:
        return False
    if verb.pronoun and not verb.entry.person:
        return True
    before = page.forms[word - 1]
    if page.apart(word) or (word > 1 and page.forms[word - 2] in word_class("that")):
        # أن مسؤولًا قال: the noun is the subject of a clause of its own.
        return False
    if before in ("ذلك", "هذا"):
        # إلى ذلك قال, هذا وأعلن: a turn to another matter.
        return False
    return any(before in word_class(kind) for kind in ("relatives", "unnamed", "occasion"))


def _inside_phrases(page: TokenizedText) -> set[int]:
    """Words of phrases that name a speaker: قول in على حد قوله is no cue of its own."""
    found: set[int] = set()
    for word in page.known:
        phrase = phrase_candidate(page, word)
        if phrase is not None and "source" in phrase.entry.takes and phrase.entry.lemma not in according.LOOSE:
            found.update(range(phrase.first, phrase.last + 1))
    return found


def _direct(page: TokenizedText, word: int) -> list[Candidate]:
    """قول, which stands for its verb: مكتفيًا بالقول إن، نقل عنه قوله."""
    return [one for one in noun_candidates(page, word) if one.entry.lemma == SAYING]


def _nominal(page: TokenizedText, word: int) -> list[Candidate]:
    found = noun_candidates(page, word)
    phrase = phrase_candidate(page, word)
    if phrase is not None and "source" not in phrase.entry.takes:
        found.append(phrase)
    return found


def _introduces(page: TokenizedText, found: Candidate, taken: set[int]) -> Cue | None:
    """The candidate as a cue; words inside a quotation are the speaker's, and no cue."""
    if page.quote_at(found.start) is not None:
        return _quotes_another(page, found, taken)
    ahead = complement(page, found, taken) or _passes_on(page, found, taken)
    if ahead is not None and (_is_aside(page, found, ahead) or _is_gloss(page, found, ahead)):
        return None
    if ahead is None or ahead.how == "quote":
        quote = quoted_before(page, found) if found.entry.kind == "verb" else None
        if quote is not None:
            stop = page.word_from(page.sentence(found.last)[1])
            return Cue(found, Complement(how="before", start=quote[0], limit=stop, quote=quote))
    ahead = ahead or _said_before(page, found, taken)
    return Cue(found, ahead) if ahead is not None else None


def _said_before(page: TokenizedText, found: Candidate, taken: set[int]) -> Complement | None:
    """The clause before a verb of saying that closes a sentence with its subject: الباب مغلق، يقول المدير."""
    begin, end = page.sentence(found.first)
    stop, first = page.word_from(end), page.word_from(begin)
    says = found.entry.lemma in _SAYING and not found.before and not found.pronoun and not found.negated
    if not says or not page.comma(found.first) or any(word in taken for word in range(first, found.first)):
        return None
    subject = speakers.behind(page, found.last + 1, stop)
    clause = extents.back_to_clause(page, page.words[found.first - 1][1], begin)
    if subject is None or clause is None or page.word_from(subject[1]) != stop or found.first - first < MIN_SAID_WORDS:
        return None
    if any(page.has_class(first, kind) for kind in ("prepositions", "circumstance", "subordinators")):
        return None
    return Complement(how="before", start=clause[0], limit=stop, quote=clause)


def _quotes_another(page: TokenizedText, found: Candidate, taken: set[int]) -> Cue | None:
    """A cue inside a quotation, whose speaker names another: «قالت اللجنة إن …»."""
    if found.entry.kind != "verb" or found.pronoun:
        return None
    ahead, quote = complement(page, found, taken), page.quote_at(found.start)
    if ahead is None or quote is None or ahead.how != "that" or ahead.start >= quote[1]:
        return None
    named = speakers.behind(page, found.last + 1, ahead.limit, person=found.entry.person)
    return Cue(found, ahead) if named is not None else None


def _passes_on(page: TokenizedText, found: Candidate, taken: set[int]) -> Complement | None:
    """The chain of نقلت الوكالة عن الوزير قوله إن: what is passed on begins with whom it is from."""
    if found.entry.lemma != PASSING_ON:
        return None
    stop = page.word_from(page.sentence(found.last)[1])
    source = next((word for word in range(found.last + 1, min(found.last + LINK, stop)) if _is_from(page, word)), None)
    if source is None:
        return None
    if any(word in taken for word in range(source + 1, min(source + LINK, stop))):
        return Complement(how="that", start=page.words[source][0], limit=source)
    # ونقل الموقع عن مصادر، تسجيل أول إصابة
    deeds = (word for word in range(source + 2, min(source + LINK, stop)) if page.comma(word))
    deed = next((word for word in deeds if is_verbal_noun(page.raws[word]) and not page.definite(word)), None)
    return None if deed is None else Complement(how="noun", start=page.words[deed][0], limit=deed)


def _is_from(page: TokenizedText, word: int) -> bool:
    form = page.forms[word]
    return form == "عن" or (form == "علي" and word + 1 < len(page.words) and page.forms[word + 1] == "لسان")


def _is_aside(page: TokenizedText, found: Candidate, ahead: Complement) -> bool:
    """Return whether a verb with its object stands between commas, and the clause behind them is another's.

    أكد في حوار مع الصحيفة، ونقله موقع آخر، أن …
    """
    aside = found.before == "و" and found.pronoun and not found.entry.person and ahead.how == "that"
    return bool(aside) and page.comma(found.first) and page.comma(ahead.limit)


def _is_gloss(page: TokenizedText, found: Candidate, ahead: Complement) -> bool:
    """Return whether the writer says what was meant (في إشارة إلى الإضراب) or adds something (تجدر الإشارة إلى أن)."""
    if found.entry.act == "warn" and found.entry.kind == "verb" and ahead.how == "noun" and found.before == "و":
        # المجاعة تخنق القطاع وتهدد بالامتداد: joined to the verb of a thing, and without a subject of its own.
        return page.forms[found.last][1:2] in ("ي", "ت") and ahead.limit == found.last + 1
    if found.entry.kind != "noun" or not found.first:
        return False
    before = page.forms[found.first - 1]
    if page.has_class(found.first - 1, "formula_begins") or (ahead.how == "noun" and before in ("في", "وفي")):
        return True
    # ذكر المستشار في حديث صحفي أن: the verb says it, on an occasion.
    begin = page.word_from(page.sentence(found.first)[0])
    occasion = before == "في" and speakers.is_occasion(page, found.first)
    return occasion and any(verbal_candidates(page, word) for word in page.known if begin <= word < found.first)


def find_phrases(page: TokenizedText, taken: set[int]) -> list[according.AccordingPhrase]:
    found: list[according.AccordingPhrase] = []
    after = 0
    for word in page.known:
        if word < after or word in taken or page.quote_at(page.words[word][0]) is not None:
            continue
        one = phrase_candidate(page, word)
        if one is None or "source" not in one.entry.takes:
            continue
        said = according.read_phrase(page, one, taken)
        if said is not None:
            found.append(said)
            after = said.after
    return found
