"""From words to attributions: who says what in a text, as far as its words show it."""

from bisect import bisect_left

import msgspec

from annotator.domain.span import Parts, Range
from annotator.suggest.reporting import according, extents, headlines, speakers
from annotator.suggest.reporting.candidates import Candidate, verbal_candidates
from annotator.suggest.reporting.introducing import PASSING_ON, SAYING, Cue, find_cues, find_phrases
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText

_DESCRIBING = "وَصَفَ"
_CALLING = "أَهَابَ"
"""أهاب بالمواطنين: whom it names are called on."""

_NEEDING_AN_OBJECT = frozenset(("اِتَّهَمَ", "نَاشَدَ", "حَثَّ", "حَضَّ", "أَبْلَغَ", "أَخْبَرَ"))
"""Beside these and a conjunction a single noun is whom they accuse or tell: واتهم قوات الحلف بالتقدم."""

SECOND_PART = 16
"""Words between the parts of an interrupted quotation: «…»، قالت فلانة وهي ترفع نسخة، «…»."""


class ReportedSpeech(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its cue and, if the words show one, its source. All offsets are code points.

    A headline «name: claim» has neither `cue` nor `found`.
    """

    found: Candidate | None
    cue: Range | None
    claim: Parts
    source: Range | None
    unnamed: bool = False
    silent: bool = False


def attributions(text: str) -> list[ReportedSpeech]:
    """Every attribution that the rules see, in reading order of the cues."""
    page = TokenizedText(text)
    cues = find_cues(page)
    taken = {word for cue in cues for word in range(cue.found.first, cue.found.last + 1)}
    phrases = find_phrases(page, taken)
    reader = _Reader(page, cues, phrases)
    found = [one for cue in cues if (one := reader.attribution(cue)) is not None]
    found += [one for said in phrases if (one := reader.by_phrase(said)) is not None]
    if (title := _headline(page, found)) is not None:
        found.append(title)
    return sorted(found, key=_place)


def _place(one: ReportedSpeech) -> Range:
    return one.cue or one.claim[0]


def _headline(page: TokenizedText, found: list[ReportedSpeech]) -> ReportedSpeech | None:
    """The first line, if it is «name: claim» and no cue introduces anything in it before the colon."""
    said = headlines.headline(page, [one.source for one in found if one.source is not None])
    if said is None or any(_place(one)[0] < said[1][0] for one in found):
        return None
    source, claim = said
    return ReportedSpeech(
        found=None, cue=None, claim=(claim,), source=source, unnamed=speakers.is_unnamed(page, source)
    )


class _Reader:
    """Gives each cue its claim and its source, in reading order."""

    def __init__(self, page: TokenizedText, cues: list[Cue], phrases: list[according.AccordingPhrase]) -> None:
        self.page = page
        self.cues = {cue.found.first: cue.found for cue in cues}
        self.starts = [cue.found.start for cue in cues]
        self.phrases = phrases
        self.phrase_starts = [said.found.start for said in phrases]
        self.last: Range | None = None
        self.last_cue = 0
        self.reach = 0

    def attribution(self, cue: Cue) -> ReportedSpeech | None:
        found, goes_on = cue.found, cue.goes_on
        source = self._source(cue)
        claim = self._claim(cue, source)
        if not claim or any(start >= end for start, end in claim):
            return None
        # Inside another's claim, it is not the speaker of the article who changes, unless his words are passed on.
        if found.start >= self.reach or found.entry.lemma == SAYING:
            self.last, self.last_cue = source, found.start
            self.reach = claim[-1][1] if goes_on.how in ("that", "noun") else found.end
        return ReportedSpeech(
            found=found,
            cue=(found.start, goes_on.end or found.end),
            claim=claim,
            source=source,
            unnamed=source is not None and speakers.is_unnamed(self.page, source),
            silent=goes_on.how == "silence",
        )

    def by_phrase(self, said: according.AccordingPhrase) -> ReportedSpeech | None:
        """The phrase as an attribution of its own, also beside a cue: تراجعت الصادرات، بحسب الوزارة."""
        start = said.found.start
        claim = according.claim(self.page, said, self.cues)
        if not claim or any(first >= last for first, last in claim):
            return None
        return ReportedSpeech(
            found=said.found,
            cue=(start, said.end),
            claim=claim,
            source=said.source,
            unnamed=said.source is not None and speakers.is_unnamed(self.page, said.source),
        )

    def _cue_before(self, offset: int, found: Candidate) -> bool:
        """Return whether a cue stands before the offset in the candidate's sentence."""
        begin = self.page.sentence(found.first)[0]
        return bisect_left(self.starts, begin) < bisect_left(self.starts, offset)

    def _claim(self, cue: Cue, source: Range | None) -> Parts | None:
        goes_on = cue.goes_on
        if goes_on.how == "before" and goes_on.quote is not None:
            second = self._second_part(cue, source)
            return (goes_on.quote, second) if second is not None else (goes_on.quote,)
        if goes_on.quote is not None:
            return (goes_on.quote,)
        noun = goes_on.how in ("noun", "silence")
        found = extents.to_the_end(self.page, goes_on.start, self.cues, cue.found, noun=noun)
        if found is None:
            return None
        around = self.page.quote_at(cue.found.start)
        return self._without_phrase(found if around is None else (found[0], min(found[1], around[1] - 1)))

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

    def _second_part(self, cue: Cue, source: Range | None) -> Range | None:
        page = self.page
        first = page.word_from(source[1] if source and source[0] > cue.found.start else cue.found.end)
        for word in range(first, min(first + SECOND_PART, cue.goes_on.limit)):
            if word in self.cues or ":" in page.gap(word):
                return None
            quote = page.opening(word)
            if quote is not None and page.comma(word):
                return quote
        return None

    def _source(self, cue: Cue) -> Range | None:
        page, found = self.page, cue.found
        if found.passive and found.entry.person:
            # اتُّهم الموظف بالرشوة: whom it names is accused, and nobody accuses.
            return None
        inside = bisect_left(self.phrase_starts, found.end), bisect_left(self.phrase_starts, cue.goes_on.start)
        for said in self.phrases[slice(*inside)]:
            if said.source is not None:
                # أفادت الإذاعة نقلا عن شهود: both speak; without a subject of its own the verb is theirs.
                if found.entry.kind != "verb":
                    return said.source
                own = speakers.behind(page, found.last + 1, said.found.first) or speakers.ahead(page, found)
                return own or said.source
        if found.entry.kind == "participle" or (found.entry.kind != "verb" and (found.pronoun or found.before)):
            return self._subject_of(found)
        if "in-that" in found.entry.takes:
            return self._text_of(cue)
        if found.entry.lemma == PASSING_ON and (quoted := speakers.quoted_from(page, cue.goes_on.limit)) is not None:
            return quoted
        before = speakers.ahead(page, found) if found.entry.kind == "verb" else None
        if before is not None and found.entry.person:
            return before
        own = speakers.behind(page, found.last + 1, cue.goes_on.limit, person=found.entry.person)
        if own is not None and found.entry.lemma == _CALLING:
            own = self._without_called(own)
        if own is not None and found.entry.lemma == _DESCRIBING:
            own = self._without_described(own)
        if own is not None and found.entry.person and self._is_told(own, cue):
            own = None
        if found.entry.kind == "noun":
            return own
        if self._is_impersonal(cue):
            # المدير يعتقد, but not السفينة التي يعتقد.
            relative = page.forms[max(found.first - 1, 0)] in word_class("relatives")
            return own or (None if found.before or relative else before)
        return own or before or speakers.topic(page, found.first) or self._so_far(found)

    def _without_called(self, group: Range) -> Range | None:
        """Return the words of a group before those whom أهاب calls on; None if there are none."""
        page, first = self.page, self.page.word_at(group[0])
        called = next((word for word in range(first, page.word_from(group[1])) if page.particle(word, "ب")), None)
        if called is None:
            return group
        return (group[0], page.words[called - 1][1]) if called > first else None

    def _without_described(self, group: Range) -> Range:
        """Return a group without the noun that is described behind a bare name: سامي in وصف سامي الظروف بأنها صعبة."""
        page, first = self.page, self.page.word_at(group[0])
        if page.definite(first) or any(page.has_class(first, kind) for kind in ("heads", "titles", "unnamed")):
            return group
        described = (word for word in range(first + 1, page.word_from(group[1])) if page.definite(word))
        noun = next((word for word in described if not page.forms[word].endswith("ي")), None)
        return group if noun is None else (group[0], page.words[noun - 1][1])

    def _is_impersonal(self, cue: Cue) -> bool:
        """Return whether a verb that is rather passive opens its clause, so that nobody is named: ويتوقع أن."""
        found = cue.found
        return self.page.has_class(found.last, "passives") and cue.goes_on.limit == found.last + 1

    def _so_far(self, found: Candidate) -> Range | None:
        """Return the current speaker: the one before in the sentence, or its subject, or else the last speaker."""
        if self._cue_before(found.start, found) or not found.before:
            return self._near(found)
        return speakers.opening(self.page, found.first) or self._near(found)

    def _is_told(self, group: Range, cue: Cue) -> bool:
        """Return whether the only noun group behind a verb is its object: وطالبوا الحكومة, and the speaker is as
        before.
        """
        page, found = self.page, cue.found
        if self._disagrees(found.last, page.word_from(group[0])):
            return True
        if page.word_from(group[1]) < cue.goes_on.limit and not self._ends_its_verb(group):
            return False
        form = page.forms[found.last]
        told = page.forms[page.word_from(group[0])]
        if form.endswith("وا") or (told.endswith("ه") and not form.endswith("ت") and form[0] not in "يت"):
            return True
        if found.entry.lemma == _DESCRIBING and page.forms[cue.goes_on.limit] in word_class("held_to_be"):
            return not self._another_follows(page.word_from(group[1]), cue.goes_on.limit)
        if found.entry.lemma in _NEEDING_AN_OBJECT and found.before and not found.pronoun:
            return True
        begin = page.sentence(found.first)[0]
        spoken = self.last is not None and self.last_cue >= begin
        return spoken and (told in word_class("parties") or told.endswith("ين"))

    def _another_follows(self, first: int, limit: int) -> bool:
        """Return whether a further noun stands between two words, and no time: وصف الوزير أمس الوضع بأنه صعب."""
        page = self.page
        return any(page.definite(word) and not page.has_class(word, "circumstance") for word in range(first, limit))

    def _disagrees(self, verb: int, noun: int) -> bool:
        """Return whether a verb of a man stands beside the noun of a woman or of things: وطالب القوات بالانسحاب."""
        page, form = self.page, self.page.forms[verb]
        feminine = page.raws[noun].endswith(("ة", "ات")) and (page.definite(noun) or page.has_class(noun, "heads"))
        return (
            (feminine or page.forms[noun] in word_class("plurals"))
            and not form.startswith("ت")
            and not form.endswith(("ت", "ن"))
        )

    def _ends_its_verb(self, group: Range) -> bool:
        """Return whether nothing but time and place stands between a noun group and what is said."""
        page, after = self.page, self.page.word_from(group[1])
        return page.forms[after] in word_class("circumstance") or page.forms[after] in ("من", "الي", "علي")

    def _text_of(self, cue: Cue) -> Range | None:
        """Return the owner of a text that says it (جاء في بيان للوزارة, جاء في بيان الوزارة); None where
        none is near.
        """
        page, word = self.page, cue.found.last + 3
        if cue.goes_on.end is not None or word >= cue.goes_on.limit:
            return None
        attached = page.particle(word, "ل")
        if attached is None:
            return speakers.behind(page, word, cue.goes_on.limit) if page.definite(word) else None
        last = speakers.behind(page, word + 1, cue.goes_on.limit)
        return attached.end, last[1] if last is not None else page.words[word][1]

    def _subject_of(self, found: Candidate) -> Range | None:
        """Return the speaker of a participle: the one so far in its sentence, or the subject of the verb
        that opens it.
        """
        if found.entry.lemma == SAYING and (quoted := speakers.quoted_from(self.page, found.first)) is not None:
            return quoted
        begin = self.page.sentence(found.first)[0]
        first = speakers.behind_dateline(self.page, self.page.word_from(begin))
        if self._cue_before(found.start, found):
            verb = self._beside(self.page.word_from(self.last_cue + 1), found.first)
            return self.last if verb is None else speakers.behind(self.page, verb + 1, found.first, person=True)
        if (topic := speakers.topic(self.page, found.first)) is not None:
            return topic
        verb = self._beside(first, found.first)
        if verb is None and self.page.has_class(first, "prepositions"):
            return self._near(found)
        subject = speakers.behind(self.page, (first if verb is None else verb) + 1, found.first, person=True)
        points = subject is not None and self.page.forms[self.page.word_at(subject[0])] in ("ذلك", "هذا")
        # جاء ذلك في رسالة له مؤكدا
        return self._near(found) if subject is None or points else subject

    def _beside(self, first: int, word: int) -> int | None:
        """Return the verb of saying in the clause of a participle, with a subject behind it: وهنا رد الحاكم قائلا."""
        page = self.page
        begin = next((place for place in range(word, first, -1) if page.comma(place)), first)
        quote = page.quote_at(page.words[word][0])
        known = (
            place
            for place in reversed(page.known)
            if begin <= place < word and page.quote_at(page.words[place][0]) == quote
        )
        verbs = (one for one in known if verbal_candidates(page, one) and not page.has_class(one, "circumstance"))
        return next((one for one in verbs if speakers.behind(page, one + 1, word, person=True) is not None), None)

    def _near(self, found: Candidate) -> Range | None:
        """The last speaker, if his is this sentence of the paragraph or the one before."""
        page = self.page
        if self.last is None or "\n" in page.text[self.last[1] : found.start]:
            return None
        begin = page.sentence(found.first)[0]
        before = page.sentence(max(page.word_from(begin) - 1, 0))[0]
        return self.last if self.last_cue >= before else None
