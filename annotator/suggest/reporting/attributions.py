"""From words to attributions: who says what in a text, as far as its words show it."""

from bisect import bisect_left

import msgspec

from annotator.domain.span import Parts
from annotator.suggest.reporting import according, extents, speakers
from annotator.suggest.reporting.candidates import Candidate, noun_candidates, phrase_candidate, verbal_candidates
from annotator.suggest.reporting.complements import Complement, complement, quoted_before
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.page import Page, Range

_SAYING = "قَوْل"
_PASSING_ON = "نَقَلَ"

SECOND_PART = 16
"""Words between the parts of an interrupted quotation: «…»، قالت فلانة وهي ترفع نسخة، «…»."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its cue and, if the words show one, its source. All offsets are code points."""

    found: Candidate
    cue: Range
    claim: Parts
    source: Range | None
    unnamed: bool = False
    silent: bool = False


class _Cue(msgspec.Struct, frozen=True):
    found: Candidate
    goes_on: Complement


def attributions(text: str) -> list[Attribution]:
    """Every attribution that the rules see, in reading order of the cues."""
    page = Page(text)
    cues = _cues(page)
    taken = {word for cue in cues for word in range(cue.found.first, cue.found.last + 1)}
    phrases = _phrases(page, taken)
    reader = _Reader(page, cues, phrases)
    found = [one for cue in cues if (one := reader.attribution(cue)) is not None]
    found += [one for said in phrases if (one := reader.by_phrase(said)) is not None]
    return sorted(found, key=lambda one: one.cue)


def _cues(page: Page) -> list[_Cue]:
    """The verbs and participles that introduce something, and the nouns that introduce what no verb does."""
    taken: set[int] = set()
    found: list[_Cue] = []
    fixed = _inside_phrases(page)
    # From the end: what is nearest before a clause introduces it, and a verb further left must not.
    for word in reversed(page.known):
        candidates = [] if word in fixed else [*_verbal(page, word), *_direct(page, word)]
        cue = next((cue for one in candidates if (cue := _introduces(page, one, taken))), None)
        if cue is not None:
            found.append(cue)
            taken.update(range(cue.found.first, cue.found.last + 1))
    introduced = {cue.goes_on.limit for cue in found}
    for word in page.known:
        candidates = [] if word in taken or word in fixed else _nominal(page, word)
        cue = next((cue for one in candidates if (cue := _introduces(page, one, taken))), None)
        if cue is not None and cue.goes_on.limit not in introduced:
            found.append(cue)
            introduced.add(cue.goes_on.limit)
    return sorted(found, key=lambda cue: cue.found.start)


def _verbal(page: Page, word: int) -> list[Candidate]:
    """What a word may be as a verb; none where it only describes a noun, and a verb before it is the one that says.

    قالت الوزارة في بيان نشرته على موقعها إن: what was published is the statement.
    """
    candidates = verbal_candidates(page, word)
    if not any(_describes(page, word, one) for one in candidates):
        return candidates
    begin = page.word_from(page.sentence(word)[0])
    leads = any(
        any(not _describes(page, before, one) for one in verbal_candidates(page, before))
        for before in page.known
        if begin <= before < word and page.quote_at(page.words[before][0]) is None
    )
    return [] if leads else candidates


def _describes(page: Page, word: int, verb: Candidate) -> bool:
    """Whether a verb belongs to the noun before it: نشرته, الذي تحدث, مصادر تحدثت."""
    if verb.entry.kind != "verb" or verb.before or not word:
        return False
    if verb.pronoun and not verb.entry.person:
        return True
    before = page.forms[word - 1]
    if page.gap(word).strip() or (word > 1 and page.forms[word - 2] in word_class("that")):
        # أن مسؤولًا قال: the noun is the subject of a clause of its own.
        return False
    return before in word_class("relatives") or before in word_class("unnamed") or before in word_class("occasion")


def _inside_phrases(page: Page) -> set[int]:
    """Words of phrases that name a speaker: قول in على حد قوله is no cue of its own."""
    found: set[int] = set()
    for word in page.known:
        phrase = phrase_candidate(page, word)
        if phrase is not None and "source" in phrase.entry.takes and phrase.entry.lemma not in according.LOOSE:
            found.update(range(phrase.first, phrase.last + 1))
    return found


def _direct(page: Page, word: int) -> list[Candidate]:
    """قول, which stands for its verb: مكتفيًا بالقول إن، نقل عنه قوله."""
    return [one for one in noun_candidates(page, word) if one.entry.lemma == _SAYING]


def _nominal(page: Page, word: int) -> list[Candidate]:
    found = noun_candidates(page, word)
    phrase = phrase_candidate(page, word)
    if phrase is not None and "source" not in phrase.entry.takes:
        found.append(phrase)
    return found


def _introduces(page: Page, found: Candidate, taken: set[int]) -> _Cue | None:
    """The candidate as a cue; words inside a quotation are the speaker's, and no cue."""
    if page.quote_at(found.start) is not None:
        return None
    ahead = complement(page, found, taken)
    if ahead is None or ahead.how == "quote":
        quote = quoted_before(page, found) if found.entry.kind == "verb" else None
        if quote is not None:
            stop = page.word_from(page.sentence(found.last)[1])
            return _Cue(found, Complement(how="before", start=quote[0], limit=stop, quote=quote))
    return _Cue(found, ahead) if ahead is not None else None


def _phrases(page: Page, taken: set[int]) -> list[according.Phrase]:
    found: list[according.Phrase] = []
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


class _Reader:
    """Gives each cue its claim and its source, in reading order."""

    def __init__(self, page: Page, cues: list[_Cue], phrases: list[according.Phrase]) -> None:
        self.page = page
        self.cues = {cue.found.first: cue.found for cue in cues}
        self.starts = [cue.found.start for cue in cues]
        self.phrases = phrases
        self.phrase_starts = [said.found.start for said in phrases]
        self.last: Range | None = None
        self.last_cue = 0
        self.reach = 0

    def attribution(self, cue: _Cue) -> Attribution | None:
        found, goes_on = cue.found, cue.goes_on
        source = self._source(cue)
        claim = self._claim(cue, source)
        if not claim or any(start >= end for start, end in claim):
            return None
        # Inside another's claim, it is not the speaker of the article who changes.
        if found.start >= self.reach:
            self.last, self.last_cue = source, found.start
            self.reach = claim[-1][1] if goes_on.how in ("that", "noun") else found.end
        return Attribution(
            found=found,
            cue=(found.start, goes_on.end or found.end),
            claim=claim,
            source=source,
            unnamed=source is not None and speakers.is_unnamed(self.page, source),
            silent=goes_on.how == "silence",
        )

    def by_phrase(self, said: according.Phrase) -> Attribution | None:
        """The phrase as an attribution of its own, unless it only adds to that of a cue before it in its sentence."""
        start = said.found.start
        if said.found.before != "و" and self._cue_before(start, said.found):
            return None
        claim = according.claim(self.page, said, self.cues)
        if not claim or any(first >= last for first, last in claim):
            return None
        return Attribution(
            found=said.found,
            cue=(start, said.end),
            claim=claim,
            source=said.source,
            unnamed=said.source is not None and speakers.is_unnamed(self.page, said.source),
        )

    def _cue_before(self, offset: int, found: Candidate) -> bool:
        """Whether a cue stands before the offset in the candidate's sentence."""
        begin = self.page.sentence(found.first)[0]
        return bisect_left(self.starts, begin) < bisect_left(self.starts, offset)

    def _claim(self, cue: _Cue, source: Range | None) -> Parts | None:
        goes_on = cue.goes_on
        if goes_on.how == "before" and goes_on.quote is not None:
            second = self._second_part(cue, source)
            return (goes_on.quote, second) if second is not None else (goes_on.quote,)
        if goes_on.quote is not None:
            return (goes_on.quote,)
        noun = goes_on.how in ("noun", "silence")
        found = extents.to_the_end(self.page, goes_on.start, self.cues, cue.found, noun=noun)
        return self._without_phrase(found) if found is not None else None

    def _without_phrase(self, claim: Range) -> Parts:
        """The claim, less what says between commas from whom it is: البطولة، بحسب رئيس الاتحاد، ستبدأ في مايو."""
        page, (start, end) = self.page, claim
        within = bisect_left(self.phrase_starts, start + 1), bisect_left(self.phrase_starts, end)
        for said in self.phrases[slice(*within)]:
            first = said.found.first
            if said.source is None or said.found.before or not page.comma(first):
                continue
            before = start, extents.trimmed(page, start, page.words[first - 1][1], closing=page.closing(first))
            if said.after >= page.word_from(end):
                return (before,)
            if page.comma(said.after):
                quote = page.opening(said.after)
                return before, (quote[0] if quote else page.words[said.after][0], end)
        return (claim,)

    def _second_part(self, cue: _Cue, source: Range | None) -> Range | None:
        page = self.page
        first = page.word_from(source[1] if source and source[0] > cue.found.start else cue.found.end)
        for word in range(first, min(first + SECOND_PART, cue.goes_on.limit)):
            if word in self.cues or ":" in page.gap(word):
                return None
            quote = page.opening(word)
            if quote is not None and page.comma(word):
                return quote
        return None

    def _source(self, cue: _Cue) -> Range | None:
        page, found = self.page, cue.found
        inside = bisect_left(self.phrase_starts, found.end), bisect_left(self.phrase_starts, cue.goes_on.start)
        for said in self.phrases[slice(*inside)]:
            if said.source is not None:
                return said.source
        if found.entry.kind == "participle" or (found.entry.kind != "verb" and (found.pronoun or found.before)):
            return self._subject_of(found)
        if "in-that" in found.entry.takes:
            return self._text_of(cue)
        if found.entry.lemma == _PASSING_ON and (quoted := speakers.quoted_from(page, cue.goes_on.limit)) is not None:
            return quoted
        before = speakers.ahead(page, found) if found.entry.kind == "verb" else None
        if before is not None and found.entry.person:
            return before
        own = speakers.behind(page, found.last + 1, cue.goes_on.limit, person=found.entry.person)
        if own is not None and found.entry.person and self._is_told(own, cue):
            own = None
        return own or before or speakers.topic(page, found.first) or self._near(found)

    def _is_told(self, group: Range, cue: _Cue) -> bool:
        """Whether the only noun group behind a verb is its object: وطالبوا الحكومة, and the speaker is as before."""
        page, found = self.page, cue.found
        if self.last is None or "noun" not in cue.goes_on.how or page.word_from(group[1]) < cue.goes_on.limit:
            return False
        form = page.forms[found.last]
        begin = page.sentence(found.first)[0]
        told = page.forms[page.word_from(group[0])]
        return form.endswith("وا") or (
            self.last_cue >= begin and (told in word_class("parties") or told.endswith("ين"))
        )

    def _text_of(self, cue: _Cue) -> Range | None:
        """Whose text says it: جاء في بيان للوزارة, جاء في بيان الوزارة; None where that is not said so near."""
        page, word = self.page, cue.found.last + 3
        if cue.goes_on.end is not None or word >= cue.goes_on.limit:
            return None
        attached = page.particle(word, "ل")
        if attached is None:
            return speakers.behind(page, word, cue.goes_on.limit) if page.definite(word) else None
        last = speakers.behind(page, word + 1, cue.goes_on.limit)
        return attached.end, last[1] if last is not None else page.words[word][1]

    def _subject_of(self, found: Candidate) -> Range | None:
        """Who a participle speaks for: the speaker so far in its sentence, or the subject of the verb that opens it."""
        if found.entry.lemma == _SAYING and (quoted := speakers.quoted_from(self.page, found.first)) is not None:
            return quoted
        if self._cue_before(found.start, found):
            return self.last
        begin = self.page.sentence(found.first)[0]
        if (topic := speakers.topic(self.page, found.first)) is not None:
            return topic
        first = speakers.behind_dateline(self.page, self.page.word_from(begin)) + 1
        return speakers.behind(self.page, first, found.first, person=True) or self._near(found)

    def _near(self, found: Candidate) -> Range | None:
        """The last speaker, if nothing but a sentence's end lies between."""
        if self.last is None or "\n" in self.page.text[self.last[1] : found.start]:
            return None
        return self.last
