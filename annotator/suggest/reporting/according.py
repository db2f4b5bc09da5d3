"""According to X: phrases that name the speaker before, inside or after what he says."""

from collections.abc import Collection, Mapping

import msgspec

from annotator.domain.span import Parts, Range
from annotator.suggest.reporting import extents, speakers
from annotator.suggest.reporting.candidates import Candidate, verbal_candidates
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText

_WHAT = ("ما", "لما")
_LIKE = "كما"
_ON_WHAT = "على ما"
LOOSE = frozenset((_LIKE, "حسبما", "بحسبما", "وفقما", _ON_WHAT))
"""Phrases only where a verb of saying follows."""

_LOOSELY = frozenset(("وفق", "حسب", "بحسب", "وفقا ل", "طبقا ل", "تبعا ل"))
"""These also mean only "in keeping with"."""

_BY = "بحسب"
"""Of these the only one that hardly ever means it, before a noun that measures nothing: بحسب إحصائية طبية."""

_THEN = frozenset(("فان", "فانه", "فانها"))
SHORT_QUOTATION_WORDS = 6
"""Words that may be quoted in a clause of the writer's own."""
COMMA_WITHIN_WORDS = 14
"""Words after the speaker in which the comma before the claim is looked for (وفقًا لتقرير أصدره المعهد في مارس، …)."""


class AccordingPhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase with its cue's end, its speaker if it names one, and the word that comes behind both."""

    found: Candidate
    end: int
    source: Range | None
    after: int


def read_phrase(page: TokenizedText, found: Candidate, taken: Collection[int]) -> AccordingPhrase | None:
    """The phrase with what belongs to it, or None where it names nobody (وفق القانون)."""
    following, end = found.last + 1, found.end
    if page.forms[found.first] == "فحسب":
        return None
    needs_verb = found.entry.lemma.endswith("ما")
    if not needs_verb and following < len(page.words) and page.forms[following] in _WHAT:
        needs_verb, following = True, following + 1
    if needs_verb:
        if following >= len(page.words) or following in taken:
            return None
        verbs = verbal_candidates(page, following)
        # ردا على ما قاله: what was said is answered, and nothing is said.
        if not verbs or (found.entry.lemma == _ON_WHAT and verbs[0].pronoun):
            return None
        end, following = page.words[following][1], following + 1
    if found.pronoun:
        return AccordingPhrase(found=found, end=end, source=None, after=following)
    inside = following < len(page.words) and page.words[following][0] < end
    source = speakers.behind(page, following, page.word_from(page.sentence(found.last)[1]), attached=inside)
    if source is None:
        return AccordingPhrase(found=found, end=end, source=None, after=following) if needs_verb else None
    if source[0] < end:
        source = end, source[1]
    if not needs_verb and (_names_nobody(page, following) or not _may_speak(page, found, following)):
        return None
    return AccordingPhrase(found=found, end=end, source=source, after=page.word_from(source[1]))


def claim(page: TokenizedText, said: AccordingPhrase, breaks: Mapping[int, Candidate]) -> Parts | None:
    """Return the claim that the phrase attributes: behind it, before it, or on both sides."""
    found = said.found
    begin = page.sentence(found.first)[0]
    if (clause := _clause(page, said, breaks)) is not None:
        return (clause,)
    opens = page.word_from(begin) == found.first
    if opens or found.before == "و":
        behind = None if found.entry.lemma == _LIKE else _behind(page, said, breaks)
        # قرر الحاكم إقالته، ووفقا لبيان البلدية. closes the sentence, for all its و.
        closes = not opens and said.after >= page.word_from(page.sentence(found.last)[1])
        if behind is not None or not closes:
            return behind
    if found.entry.lemma == _LIKE and not page.comma(found.first):
        return None
    quote = _whole_quotation(page, found, begin)
    first = quote or _before(page, found, begin)
    if first is None:
        return None
    second = _second(page, said, breaks, quoted=quote is not None)
    return (first, second) if second is not None else (first,)


def _clause(page: TokenizedText, said: AccordingPhrase, breaks: Mapping[int, Candidate]) -> Range | None:
    """A clause that the speaker's name runs into: نقلا عن شهود أن الباب أغلق."""
    word, stop = said.after, page.word_from(page.sentence(said.found.last)[1])
    if said.source is None or word + 1 >= stop:
        return None
    if page.forms[word].removeprefix("ب") not in word_class("that"):
        return None
    quote = page.opening(word + 1)
    return extents.to_the_end(page, quote[0] if quote else page.words[word + 1][0], breaks, said.found)


def _names_nobody(page: TokenizedText, word: int) -> bool:
    form = page.forms[word]
    known = word_class("no_speaker")
    return form in known or form.removeprefix("ل") in known or (form.startswith("لل") and "ا" + form[1:] in known)


def _whole_quotation(page: TokenizedText, found: Candidate, begin: int) -> Range | None:
    """The quotation before a phrase, unless only some words of the clause stand in its marks."""
    quote = page.closing(found.first)
    if quote is None or (page.is_name(quote) and quote[0] > begin):
        return None
    opens = page.word_from(quote[0]) <= page.word_from(begin) + 1
    return (
        quote
        if opens or ":" in page.gap(page.word_from(quote[0])) or page.length(quote) > SHORT_QUOTATION_WORDS
        else None
    )


def _may_speak(page: TokenizedText, found: Candidate, word: int) -> bool:
    """Return whether the word behind a phrase inside a clause can begin a speaker: not وفق خطة واضحة."""
    if found.entry.lemma not in _LOOSELY or page.breaks(found.first) or page.closing(found.first) is not None:
        return True
    begins = page.word_from(page.sentence(found.first)[0]) == found.first
    if found.entry.lemma == _BY or (begins and found.entry.lemma.endswith(" ل")):
        return True
    form = page.forms[word].removeprefix("ل")
    if page.definite(word) or page.forms[word].startswith("لل") or page.opening(word) is not None:
        return True
    return any(form in word_class(kind) for kind in ("heads", "titles", "unnamed", "named", "speaking_texts"))


def _behind(page: TokenizedText, said: AccordingPhrase, breaks: Mapping[int, Candidate]) -> Parts | None:
    stop = page.word_from(page.sentence(said.found.last)[1])
    for word in range(said.after, min(stop, said.after + COMMA_WITHIN_WORDS)):
        if page.forms[word] in _THEN and word + 1 < stop:
            word += 1
        elif not page.comma(word):
            continue
        quote = page.opening(word)
        found = extents.to_the_end(page, quote[0] if quote else page.words[word][0], breaks, said.found)
        return (found,) if found is not None else None
    return None


def _before(page: TokenizedText, found: Candidate, begin: int) -> Range | None:
    clause = extents.back_to_clause(page, page.words[found.first - 1][1], begin)
    if clause is None:
        return None
    closed = page.closing(found.first)
    return (clause[0], closed[1]) if closed else clause


def _second(
    page: TokenizedText, said: AccordingPhrase, breaks: Mapping[int, Candidate], *, quoted: bool
) -> Range | None:
    word = said.after
    if word >= page.word_from(page.sentence(said.found.last)[1]) or not page.comma(word):
        return None
    quote = page.opening(word)
    if quoted:
        return quote
    if word in breaks or page.forms[word] in word_class("clause_begins"):
        return None
    return extents.to_the_end(page, quote[0] if quote else page.words[word][0], breaks, said.found)
