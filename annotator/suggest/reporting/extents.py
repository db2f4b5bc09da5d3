"""The extent of a claim."""

import re
from collections.abc import Callable, Mapping

from annotator.domain.span import Range
from annotator.suggest.reporting.candidates import Candidate, phrase_candidate
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.nouns import is_verbal_noun
from annotator.suggest.reporting.tokenized_text import TokenizedText

_END = re.compile(r"[\s.!؟?…،,؛;:–—-]+\Z")
_STOPS = " \t\n.…!؟?"
_CLOSERS = {'"': '"', "»": "«", "”": "“"}
_TANWIN = "\u064b"

FEMININE_LETTERS = 4
"""Letters that a feminine participle has more than."""
MAX_CLAIM_WORDS = 300
"""Words of a claim; a sentence that is longer is none, but text without stops."""


def to_the_end(
    page: TokenizedText, start: int, cues: Mapping[int, Candidate], cue: Candidate, *, noun: bool = False
) -> Range | None:
    """An indirect claim from `start`: to the end of its sentence, or to where the writer speaks again.

    `cues` are those of the text by their first word. A claim that is a `noun` goes on behind a comma only with
    more of its kind (فتح الملف، وعرض العقد). None where neither end is near.
    """
    first = page.word_from(start)
    end = page.sentence(cue.last)[1]
    opened = page.opening(first)
    if (
        opened is not None
        and opened[0] == start
        and not page.is_name(opened)
        and (not page.text[opened[1] : end].strip(_STOPS) or page.breaks(page.word_from(opened[1])))
    ):
        # Quoted whole: it runs to its mark, also over several sentences, and what follows a comma is not said.
        return opened
    stop = page.word_from(end)
    ends = _ends_of(page, cue, noun=noun)
    for word in range(first + 1, min(stop, first + MAX_CLAIM_WORDS)):
        inside = page.quote_at(page.words[word][0])
        if inside is not None and inside[0] > start:
            continue
        copula = page.forms[word] in ("هو", "هي") and noun
        if _resumes(page, word, cues) or ((page.comma(word) or copula) and ends(word)):
            return start, trimmed(page, start, page.words[word - 1][1], closing=page.closing(word))
    return (start, trimmed(page, start, end)) if stop - first <= MAX_CLAIM_WORDS else None


def _ends_of(page: TokenizedText, cue: Candidate, *, noun: bool) -> Callable[[int], bool]:
    """Return whether a claim of this cue ends at a comma, by the word behind it."""
    if cue.first and page.forms[cue.first - 1] in word_class("relatives"):
        # الذي أعلن الوزير افتتاحه هو الأول: the main clause goes on.
        return lambda word: page.forms[word] in ("هو", "هي") or page.forms[word][1:] not in word_class("that")
    aside = cue.entry.kind == "noun" and not cue.before and not cue.pronoun
    if aside or _is_subordinate(page, cue):
        return lambda word: page.forms[word][1:] not in word_class("that")
    if noun:
        return lambda word: _begins_clause(page, word)
    return lambda _word: False


def _begins_clause(page: TokenizedText, word: int) -> bool:
    """Return whether و or ف begins a clause of the writer's behind a comma, and no further noun, نحو وفتح الملف, and no
    further أن; a word that has the letter of its own begins none (واحدة، وزير).
    """
    form = page.forms[word]
    if form[:1] not in ("و", "ف") or page.has_class(word, "own_conjunction"):
        return False
    goes_on = form[1:] in word_class("that") or form[1:] in word_class("more_of_it")
    return not goes_on and not is_verbal_noun(page.raws[word][1:])


def _is_subordinate(page: TokenizedText, cue: Candidate) -> bool:
    """Return whether the main clause is still to come, behind a comma: وبعد أن أعلن …، الذي قال …."""
    if not cue.first or cue.before:
        return False
    if page.forms[cue.first - 1] in word_class("relatives"):
        return True
    begin = page.word_from(page.sentence(cue.first)[0])
    # Behind ومع ذلك، the main clause is that of the verb.
    closed = any(page.comma(word) for word in range(begin + 1, cue.first + 1))
    return begin < cue.first < begin + 3 and not closed and page.has_class(begin, "subordinators")


def back_to_clause(page: TokenizedText, end: int, floor: int) -> Range | None:
    """Return the range before a phrase like بحسب, from the start of its sentence or clause; None if it is empty."""
    word = page.word_from(floor)
    if word >= len(page.words) or page.words[word][1] > end:
        return None
    quote = page.opening(word)
    start = quote[0] if quote else page.words[word][0]
    return start, trimmed(page, start, end)


def _resumes(page: TokenizedText, word: int, cues: Mapping[int, Candidate]) -> bool:
    """Return whether the writer, and not the speaker, goes on with this word."""
    if word in cues and _is_coordinated(page, word, cues[word]):
        return True
    if page.forms[word] == "و" and word + 1 in cues and cues[word + 1].entry.kind == "verb":
        # Some set و apart: و قال.
        return True
    if _narrates_on(page, word) and any(after in cues for after in range(word + 1, word + 5)):
        return True
    if not page.comma(word):
        return False
    if page.has_class(word, "formula_begins") or (page.has_class(word, "auxiliaries") and word + 1 in cues):
        return True
    if page.forms[word] == "وذلك" and page.closing(word) is not None:
        # إن الطريق "مغلق تماما"، وذلك بعد الحريق: what is quoted closed the claim.
        return True
    if _turns(page, word) and any(after in cues for after in range(word + 1, word + 5)):
        return True
    if _points_out(page, word) or _comments(page, word, cues):
        return True
    if _narrates_on(page, word) or _is_circumstance(page, word):
        return True
    if (phrase := phrase_candidate(page, word)) is not None and (phrase.pronoun or "حد" in phrase.entry.lemma):
        return True
    # A conjunction and, after the subject at the most, a cue: فيما رفض الوزير، غير أن النقابة لم تؤكد.
    if page.forms[word] in word_class("clause_begins"):
        return any(after in cues for after in range(word + 1, word + 6))
    return False


def _narrates_on(page: TokenizedText, word: int) -> bool:
    if page.forms[word] in word_class("narrates_on"):
        return True
    return page.forms[word] == "في" and word + 1 < len(page.words) and page.forms[word + 1] == "حين"


def _turns(page: TokenizedText, word: int) -> bool:
    """Return whether the writer turns to another matter: إلى ذلك قال, من جهته أكد."""
    behind = page.forms[word + 1 : word + 3]
    return page.has_class(word, "prepositions") and any(form in word_class("turns") for form in behind)


def _points_out(page: TokenizedText, word: int) -> bool:
    """Return whether the writer says what was meant: وذلك في إشارة إلى، في إشارة إلى."""
    forms = page.forms[word : word + 3]
    if forms and forms[0] == "وذلك":
        forms = forms[1:]
    return len(forms) > 1 and forms[0] == "في" and forms[1] in ("اشاره", "تلميح", "رد", "تعليق")


def _comments(page: TokenizedText, word: int, cues: Mapping[int, Candidate]) -> bool:
    """Return whether the writer goes on about what was said: وهي تصريحات أثارت، وهذا ما أكده."""
    forms = page.forms[word : word + 3]
    if len(forms) < 3 or forms[0] not in ("وهو", "وهي", "وهذا"):
        return False
    if forms[1] == "ما":
        return word + 2 in cues or bool(page.known.get(word + 2))
    return forms[1].removeprefix("ال") in word_class("occasion")


def _is_coordinated(page: TokenizedText, word: int, cue: Candidate) -> bool:
    if cue.entry.kind == "participle":
        # Masculine and indefinite it stands beside a verb also without a comma: أكد أن … مشيرا إلى.
        return page.comma(word) or (page.forms[cue.last].endswith("ا") and not page.definite(cue.last))
    return cue.entry.kind == "verb" and cue.before in ("و", "ف")


def _is_circumstance(page: TokenizedText, word: int) -> bool:
    """An accusative participle (متذرعًا، مكتفية ب), which says what the speaker did beside."""
    form = page.forms[word]
    if not form.startswith("م"):
        return False
    if _TANWIN in page.raws[word][-2:]:
        return True
    # Many leave the tanwin out: مشيدا بالفريق.
    governs = form.endswith(("ه", "ا")) and len(form) > FEMININE_LETTERS and word + 1 < len(page.words)
    after = page.forms[word + 1] if governs else ""
    return after in ("الي", "علي", "عن") or after.startswith("بال")


def trimmed(page: TokenizedText, start: int, end: int, closing: Range | None = None) -> int:
    """`end` without the stops before it; `closing` is a quotation that closes there, whose marks stay."""
    if closing is not None and closing[0] >= start:
        end = max(end, closing[1])
    text = _END.sub("", page.text[start:end])
    while text[-1:] in _CLOSERS and text.count(_CLOSERS[text[-1]]) <= (text[-1] == _CLOSERS[text[-1]]):
        # It closes what opened before the claim, or what nobody opened.
        text = _END.sub("", text[:-1])
    return start + len(text)
