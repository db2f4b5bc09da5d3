"""Complements that make a cue of a candidate: a clause with أن or إن, a quotation, a colon, a noun it asks for."""

from typing import Literal

import msgspec

from annotator.domain.span import Range
from annotator.suggest.reporting import speakers
from annotator.suggest.reporting.candidates import Candidate
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.nouns import is_verbal_noun
from annotator.suggest.reporting.tokenized_text import TokenizedText

REACH = 45
"""Words between a verb and what it introduces; NOUN_REACH between a noun and its clause."""
NOUN_REACH = 8
PARTICIPLE_REACH = 12
NAME_WORDS = 8
"""Words of a quotation that may be a name or a term."""

_PREPOSITIONS = {"من": "min", "الي": "ila", "علي": "ala", "عن": "an", "في": "fi"}
_IN = {"في": False, "فيه": True, "فيها": True, "فيهما": True}
_ON_IT = frozenset(("عليها", "عليه", "عليهم", "عليهما", "فوقها", "فوقه"))
_ANSWERING = "رَدَّ"
_BEFORE_SILENCE = frozenset(("عن", "علي", "طلب", "طلبات", "طلبنا"))
"""Between a refusal and what is refused: لم يرد على طلب للتعليق."""
_WRITING = "كَتَبَ"
"""A verb that is no saying: what is written on a banner is not said by anyone who is named."""

How = Literal["that", "quote", "noun", "ask", "silence", "before"]


class Complement(msgspec.Struct, frozen=True, kw_only=True):
    """The start of a claim (code points) and the word at which the speaker's name must have ended.

    `quote` is a quotation that is the claim; `end` where the cue ends, if it takes in a word more (جاء فيها).
    """

    how: How
    start: int
    limit: int
    quote: Range | None = None
    end: int | None = None


def complement(page: TokenizedText, cue: Candidate, taken: frozenset[int] | set[int]) -> Complement | None:
    """Return the complement that the candidate introduces, or None. Words in `taken` belong to a nearer cue, and end
    the search.
    """
    return _Search(page, cue, taken).run()


def quoted_before(page: TokenizedText, cue: Candidate) -> Range | None:
    """The quotation that ends just before a candidate: «…»، قال فلان."""
    quote = page.closing(cue.first)
    if quote is None or cue.before or "quote" not in cue.entry.takes:
        return None
    apart = page.text[quote[1] : page.words[cue.first][0]].strip()
    if apart and apart not in ("،", ",", "-", "–", "—"):
        return None
    return quote if apart or not page.is_name(quote) else None


def _takes(cue: Candidate) -> frozenset[str]:
    """Return the complements that may follow this form of the word."""
    takes = cue.entry.takes
    if cue.entry.kind == "noun":
        # Of a noun, only what cannot be anything else: «بيان» alone says nothing. A noun may be the object, or the
        # deed behind a preposition: تعهد الشركة بدفع الأجور.
        return frozenset(kind for kind in takes if kind not in ("ask", "silence", "blame", "object", "deem"))
    if cue.aside:
        return takes - {"quote"}
    if cue.passive:
        return takes - {"act", "an-act", "object"}
    if cue.negated and cue.entry.lemma == _ANSWERING:
        return takes | {"silence"}
    return takes | {"object"} if cue.negated and cue.entry.act == "confirm" else takes


def _patience(page: TokenizedText, cue: Candidate) -> int:
    """Return the number of words that may stand before what a candidate introduces.

    A participle behind no comma may as well be a noun: a feminine one without tanwin (متحدثة باسمها), and one behind a
    word that can be no subject of its verb (تتخذ من المدينة مقرا لها).
    """
    if cue.entry.kind != "participle" or page.breaks(cue.first):
        return REACH
    if page.forms[cue.last].endswith("ه") and "\u064b" not in page.raws[cue.last][-2:]:
        return 1
    owned = any(form in word_class("to_him") for form in page.forms[cue.last + 1 : cue.last + 2])
    return 1 if owned else REACH


def _begins_with_bi(page: TokenizedText, word: int) -> bool:
    """Return whether a word begins with the preposition ب and no name: "بالانحياز", not "بوليفار"."""
    form, raw = page.forms[word], page.raws[word]
    return form.startswith("بال") or (form[:1] == "ب" and is_verbal_noun(raw[1:]))


def _is_for(form: str, name: str) -> bool:
    """Return whether a word is one of a class behind لل."""
    return form.startswith("لل") and "ا" + form[1:] in word_class(name)


class _Search:
    """One walk from a candidate to the right, over the words of its sentence."""

    def __init__(self, page: TokenizedText, cue: Candidate, taken: frozenset[int] | set[int]) -> None:
        self.page, self.cue, self.taken = page, cue, taken
        self.takes = _takes(cue)
        self.first = cue.last + 1
        self.cue_end: int | None = None
        self.near = cue.entry.kind == "noun"
        self.patience = _patience(page, cue)
        self.weak: Complement | None = None
        self.perhaps: Complement | None = None
        """The announced noun, unless a clause follows: then it speaks (أعلن الادعاء أن، أعلن اتحاد المزارعين أن)."""
        self.perhaps_at = len(page.words)

    def run(self) -> Complement | None:
        page = self.page
        if not self._enter():
            return None
        word = self.first
        stop = min(page.word_from(page.sentence(self.cue.last)[1]), self.cue.last + 1 + self._reach())
        while word < stop:
            if "quote" in self.takes and ":" in page.gap(word):
                return self._quote(word, page.opening(word))
            if ":" in page.gap(word):
                break
            if self.near and page.comma(word):
                break
            quote = page.opening(word)
            if quote is not None and self.near and word > self.first:
                break
            if quote is not None and self.takes & {"bi-noun", "bi-act"} and _begins_with_bi(page, word):
                # اتهمه "بالانحياز": the preposition stands inside the marks.
                return Complement(how="noun", start=quote[0], limit=word, quote=quote)
            if quote is not None:
                if "quote" in self.takes and not self._is_name(word, quote):
                    return self._quote(word, quote)
                word = page.word_from(quote[1])
                continue
            if word in self.taken or (self.cue.entry.lemma == _WRITING and page.forms[word] in _ON_IT):
                break
            found = self._at(word)
            if found is not None:
                # The nearer of two deeds is the one that is announced: إعلان الشركة توقف محطتها عن العمل.
                nearer = self.perhaps if found.how == "noun" else None
                return (nearer or found) if word - self.first <= self.patience else None
            word += 1
        if word == stop and (quote := self._in_next_line(stop)) is not None:
            return self._quote(stop, quote)
        return (self.weak or self.perhaps) if self.patience > 1 else None

    def _in_next_line(self, word: int) -> Range | None:
        """Return the quotation that opens the line behind a colon which closes that of the verb."""
        page = self.page
        if "quote" not in self.takes or word >= len(page.words) or ":" not in page.gap(word):
            return None
        return page.opening(word)

    def _is_name(self, word: int, quote: Range) -> bool:
        """Return whether a quotation is a name or a term, and not what is said: short, behind a preposition that no
        comma parts from it, or where a clause of the verb is still to come.
        """
        page = self.page
        if page.is_name(quote):
            return True
        if ":" in page.gap(word) or page.comma(word) or page.length(quote) > NAME_WORDS:
            return False
        if page.forms[word - 1] in word_class("prepositions") or page.has_class(self.cue.last, "passives"):
            return True
        return "that" in self.takes and self._comes_clause(page.word_from(quote[1]))

    def _comes_clause(self, word: int) -> bool:
        """Return whether أن or إن follows behind a comma, before any nearer cue: قال صاحب «كتاب النهر»، أمس، إن."""
        page = self.page
        stop = page.word_from(page.sentence(self.cue.last)[1])
        for after in range(word, min(stop, word + PARTICIPLE_REACH)):
            if after in self.taken or page.opening(after) is not None:
                return False
            if page.forms[after] in word_class("that"):
                return page.comma(after) or page.comma(word)
        return False

    def _reach(self) -> int:
        return {"noun": NOUN_REACH, "participle": PARTICIPLE_REACH}.get(self.cue.entry.kind, REACH)

    def _enter(self) -> bool:
        """Step over في and what goes with it where the verb asks for that; False where nothing can follow."""
        if self.first >= len(self.page.words):
            return False
        if "in-that" in self.takes:
            with_pronoun = _IN.get(self.page.forms[self.first])
            if with_pronoun is None or self.page.gap(self.first).strip():
                return False
            if with_pronoun:
                self.cue_end = self.page.words[self.first][1]
            self.takes |= {"that", "quote"}
            self.first += 1
        return self.first < len(self.page.words)

    def _quote(self, word: int, quote: Range | None) -> Complement:
        # قال الناطق: إن العملية انتهت
        said = word + 1 if self.page.forms[word] in word_class("that") and word + 1 < len(self.page.words) else word
        start = quote[0] if quote else self.page.words[said][0]
        return Complement(how="quote", start=start, limit=word, quote=quote, end=self.cue_end)

    def _at(self, word: int) -> Complement | None:
        """Return the complement that the word introduces, if it is one that the candidate takes."""
        form = self.page.forms[word]
        if form in word_class("that"):
            return self._that(word)
        if form[:1] == "ب":
            return self._with_bi(word)
        if form in _PREPOSITIONS:
            return self._with_preposition(word, _PREPOSITIONS[form])
        if form[:1] == "ل" and "li-act" in self.takes and (found := self._with_li(word)) is not None:
            return found
        return self._noun(word)

    def _that(self, word: int) -> Complement | None:
        page = self.page
        before = page.forms[word - 1]
        if word + 1 >= len(page.words):
            return None
        if not page.gap(word).strip():
            if before in _PREPOSITIONS:
                key = f"{_PREPOSITIONS[before]}-that"
                return self._clause(word, word - 1) if key in self.takes else None
            if word > self.first and page.has_class(word - 1, "before_that"):
                return None
        if "that" not in self.takes or self.weak is not None or self._is_of_the_deed(word):
            return None
        return self._clause(word, word)

    def _is_of_the_deed(self, word: int) -> bool:
        """Return whether a clause belongs to the deed that is announced (إطلاق حملة للتأكيد على أن), and not to the
        verb.
        """
        page = self.page
        for between in range(self.perhaps_at + 1, word):
            form = page.forms[between]
            occasion = form == "في" and between + 1 < word and speakers.is_occasion(page, between + 1)
            if (form in word_class("prepositions") and not occasion) or page.comma(between):
                return True
        return False

    def _clause(self, word: int, limit: int) -> Complement:
        page = self.page
        start = page.words[word + 1][0]
        quote = page.opening(word + 1)
        # What is denied is a possibility: نفى [أن يكون قد …], but نفى أنّ [الشركة …].
        possible = self.cue.entry.act == "deny" and page.forms[word] == "ان" and page.forms[word + 1][:1] in "يت"
        if possible:
            start = page.words[word][0]
        elif quote is not None:
            start = quote[0]
        return Complement(how="that", start=start, limit=limit, end=self.cue_end)

    def _with_bi(self, word: int) -> Complement | None:
        page, form = self.page, self.page.forms[word]
        if form == "ب" and any(kind.startswith("bi-") for kind in self.takes):
            # بـ«المأساوي»: between these marks even a word or two are said.
            quote = page.opening(word + 1)
            return Complement(how="noun", start=quote[0], limit=word, quote=quote) if quote is not None else None
        if form[1:] in word_class("that"):
            # Many write أوضح بأن for أوضح أن.
            joined = not self.takes.isdisjoint(("bi-that", "that"))
            return self._clause(word, word) if joined and word + 1 < len(page.words) else None
        if not self.takes & {"bi-noun", "bi-act"} or form in word_class("no_bi"):
            return None
        attached = page.particle(word, "ب")
        if attached is None:
            return None
        found = Complement(how="noun", start=attached.end, limit=word)
        if is_verbal_noun(page.text[attached.end : page.words[word][1]]):
            return found
        if "bi-noun" in self.takes and self.weak is None and not self.near:
            self.weak = found
        return None

    def _with_li(self, word: int) -> Complement | None:
        page = self.page
        attached = page.particle(word, "ل")
        if attached is None:
            return None
        noun = page.text[attached.end : page.words[word][1]]
        # In للحوار the second ل is that of the article.
        noun = noun[1:] if page.forms[word].startswith("لل") else noun
        return Complement(how="noun", start=attached.end, limit=word) if is_verbal_noun(noun) else None

    def _with_preposition(self, word: int, name: str) -> Complement | None:
        page, following = self.page, word + 1
        if following >= len(page.words) or page.forms[following] in word_class("that"):
            return None
        quote = page.opening(following)
        found = Complement(
            how="noun", start=quote[0] if quote else page.words[following][0], limit=word, end=self.cue_end
        )
        if not self.takes & {f"{name}-noun", f"{name}-act"}:
            return None
        if is_verbal_noun(page.raws[following]):
            return found
        if f"{name}-noun" in self.takes and self.weak is None and not self.near:
            self.weak = found
        return None

    def _noun(self, word: int) -> Complement | None:
        page, takes = self.page, self.takes
        form = page.forms[word]
        if "ask" in takes and form in word_class("ask"):
            return Complement(how="ask", start=page.words[word][0], limit=word)
        if "silence" in takes and (form in word_class("silence") or _is_for(form, "silence")):
            limit = word
            while limit > self.first and page.forms[limit - 1] in _BEFORE_SILENCE:
                limit -= 1
            start = page.words[word][0] + (form not in word_class("silence"))
            return Complement(how="silence", start=start, limit=limit)
        if "blame" in takes and form in word_class("blame"):
            return Complement(how="noun", start=page.words[word][0], limit=word)
        if "deem" in takes and (deemed := self._deemed(word)) is not None:
            return deemed
        if self.near and not (word > self.first and page.definite(word - 1) and not page.definite(word)):
            # Of a noun only the deed of its owner: إعلان الشركة توقف المحطة.
            return None
        if takes & {"object", "act"} and self._is_object(word):
            found = Complement(how="noun", start=page.words[word][0], limit=word)
            if "that" not in takes:
                return found
            self.perhaps = self.perhaps or found
            self.perhaps_at = min(self.perhaps_at, word)
        return None

    def _deemed(self, word: int) -> Complement | None:
        """Find what is held to be something (اعتبر غياب المركز مشكلة); of a pronoun, only what it is held to be."""
        page, verb = self.page, self.page.forms[self.cue.last].lstrip("وف")
        found = Complement(how="noun", start=page.words[word][0], limit=word)
        if self.cue.pronoun:
            free = not page.definite(word) and not speakers.is_owned(page, word)
            return found if free and page.forms[word] not in word_class("circumstance") else None
        if not verb.startswith(("اعتبر", "معتبر")) or page.has_class(word, "heads"):
            return None  # تعتبر is as often passive; اعتبر اتحاد المزارعين: who speaks
        points = page.forms[word] in ("هذا", "هذه", "ذلك", "تلك")
        named = word > self.first and speakers.is_owned(page, word)
        return found if points or named or (not page.definite(word) and is_verbal_noun(page.raws[word])) else None

    def _is_object(self, word: int) -> bool:
        """Return whether the word begins what is announced or denied, and not one more word of the speaker's name."""
        page, form = self.page, self.page.forms[word]
        behind = word > self.first and not page.gap(word).strip()
        if form in word_class("bodies") or (word == self.first and form in word_class("heads")):
            # أعلنت إدارة الشركة إطلاق الخطة: who announces.
            return False
        if behind and any(page.has_class(word - 1, kind) for kind in ("heads", "prepositions", "noun_prepositions")):
            return False
        if "object" in self.takes and form in word_class("denied"):
            return True
        if word > self.first and speakers.is_owned(page, word):
            return "object" in self.takes or is_verbal_noun(page.raws[word])
        if word > self.first and page.definite(word) and not self._takes_preposition(word):
            return False
        return is_verbal_noun(page.raws[word])

    def _takes_preposition(self, word: int) -> bool:
        """Return whether what follows shows a noun to be a deed, and no part of a name: أعلنت الوزارة
        التوصل إلى اتفاق.
        """
        page, after = self.page, word + 1
        if after >= len(page.words) or page.gap(after).strip():
            return False
        if page.forms[after] in _PREPOSITIONS:
            return True
        return page.particle(after, "ب") is not None or page.forms[after].startswith(("لل", "لهذ", "لتلك", "لذلك"))
