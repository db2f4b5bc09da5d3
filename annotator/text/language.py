"""The language of a text: by its letters and small words where they tell, else by py3langid.

Each reading is of words, so that addresses, brand names and numbers decide nothing. A text that is too short to tell
has the language `UNDETERMINED`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from annotator.domain.document import UNDETERMINED
from annotator.text.direction import WORD, WORD_MARKS, WORDS_KEPT, base_direction, spoken

READ_CODE_POINTS = 20_000
"""Code points in which words are counted: the rest of an article is in the same language."""

SURE = 0.85
"""The share of py3langid's probability that a language must have among those that are possible."""

FEWEST_WORDS = 3
"""The fewest words that py3langid is asked about: of fewer it guesses."""

ENOUGH_WORDS = 200
"""Words that are told to be Arabic or Persian: of more every second, third and so on."""

ARABIC = frozenset(("ar", "arb", "apc", "arz", "ary", "acm", "acq", "afb", "aeb", "ajp", "apd", "arq", "ayl"))
"""Arabic and its spoken varieties, as ISO 639 has them."""

_SCRIPTS = {
    "arabic": re.compile(
        "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
    ),
    "hebrew": re.compile("[\u05d0-\u05f2\ufb1d-\ufb4f]"),
    "thaana": re.compile("[\u0780-\u07a5\u07b1]"),
    "syriac": re.compile("[\u0710-\u074f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_SHAPES = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_NOT_ARABIC = re.compile(f"[^{_SCRIPTS['arabic'].pattern[1:-1]}{WORD_MARKS} ]")
"""The signs that no word in Arabic letters alone has in it."""
_OWN_SCRIPT = {"thaana": "dv", "syriac": "syr"}

_SCRIPT_OF = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "sd", "ug", "ckb", "sdh", "azb", "pnb", "ks", "bal"), "arabic"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
    **{language: script for script, language in _OWN_SCRIPT.items()},
}


class _Marked(NamedTuple):
    """The letters that only one language of Arabic script has, and the share of words that must show it."""

    language: str
    least: float
    letters: str
    pairs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the expression that finds any of it in a word."""
        words = [rf"\b(?:{'|'.join(self.words)})\b"] if self.words else []
        return re.compile("|".join((f"[{self.letters}]", *self.pairs, *words)))


_MARKED = (
    _Marked("ug", 0.2, "ۈۋۇ", pairs=("ئە", "ئى", "ئې")),
    _Marked("sd", 0.15, "ٻڀٿٺٽڦڄڃڇڍڌڊڻڳڱڙڪ۾۽"),
    _Marked("ps", 0.15, "ټډړږښګڼۍېځڅ"),
    _Marked("ckb", 0.25, "ڕڵێۆەڤ", pairs=("ئه\u200c", "وه\u200c")),
    _Marked("ur", 0.25, "ٹڈڑںےہھ", words=("کا", "نے", "اور", "گا")),
)
_MARKED_BY = tuple((one.language, one.pattern, one.least) for one in _MARKED)
_MARKS = re.compile(f"[{''.join(one.letters for one in _MARKED)}]")
_MARKING = tuple(part for one in _MARKED for part in one.pairs + one.words)
"""All that marks any of them: most texts have nothing of it, and are looked through once."""

_ARABIC_WORD = re.compile(
    r"(?:[وفبكل]?ال|لل|ولل)\w{2,}|\w*[ةإأ]\w*|\w{2,}ى|(?:في|من|على|إلى|عن|أن|إن|التي|الذي|هذا|هذه|ذلك|مع|قال|وقال|بعد|قبل|لم|لن|قد|بين)"
)
_PERSIAN_WORD = re.compile(
    r"\w*(?:[پچژگکیۀ]|\u200c)\w*(?:\u200c\w+)*|(?:در|که|از|به|را|این|است|با|برای|آن|بود|شد|خود|هم|تا)"
)
_ONLY_ARABIC = re.compile(r"(?!(?:البته|الان|الگو|الزام|التماس|الحاق|الهام)\Z)ال\w{3,}")
_ONLY_PERSIAN = re.compile("در|از|این|است|برای|شد|بود|ن?می\u200c\\w+")
"""Words of which one tells in a headline."""
HEADLINE_WORDS = 8
"""A text of so many words, and at least two, is a headline."""
_YIDDISH_WORD = re.compile(
    "\\w*(?:\u05d9\u05d9\u05b4\u05d3|[װױײ\ufb1f\ufb2e\ufb2f]|\u05d0[\u05b7\u05b8]|\u05e4\u05bf)[\\w\u0591-\u05c7]*|"
    "(?:און|איז|פון|דער|דאס|מיט|נישט|האט|זיך|אויף|וועט|געווען|אונדז|וואס)"
)
_ENGLISH_WORD = re.compile("(?:the|of|and|to|in|said|is|was|that|for|with|by)", re.IGNORECASE)

_LATIN = ("en", "fr", "tr", "ku", "de", "es", "it", "pt", "nl", "az", "id", "sw")


def language_of(text: str) -> str:
    """Return the language of most words as a BCP 47 tag; UNDETERMINED where they do not tell."""
    sample = spoken(text[:READ_CODE_POINTS])
    if _SHAPES.search(sample):
        sample = unicodedata.normalize("NFKC", sample)
    words = WORD.findall(sample)
    if words and _NOT_ARABIC.search(" ".join(words)) is None:
        return _of_arabic_script(words)
    scripts = list(map(_script, words))
    # Of two that are as many, the one that comes first; names in Latin letters stand in a text of another script.
    counts = Counter(scripts)
    script = counts.most_common(1)[0][0] if scripts else "other"
    if script == "latin" and len(counts) > 1 and base_direction(sample) == "rtl":
        del counts["latin"]
        script = counts.most_common(1)[0][0]
    return _of_script(script, [word for word, own in zip(words, scripts, strict=True) if own == script])


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag without country and script; "ar" for every variety of Arabic."""
    language = tag.partition("-")[0].lower()
    return "ar" if language in ARABIC else language


def script_of(tag: str) -> str:
    """Return the script of a language: arabic, hebrew, thaana, syriac; latin for all others, as far as we know them."""
    return _SCRIPT_OF.get(primary(tag), "latin")


@lru_cache(maxsize=WORDS_KEPT)
def _script(word: str) -> str:
    """The script of most letters of a word."""
    counts = {}
    for name, letters in _SCRIPTS.items():
        counts[name] = len(letters.findall(word))
        if 2 * counts[name] > len(word):
            # No other can have as many.
            return name
    name = max(counts, key=counts.__getitem__)
    return name if counts[name] else "other"


def _of_script(script: str, words: Sequence[str]) -> str:
    deciders: dict[str, Callable[[Sequence[str]], str]]
    deciders = {"arabic": _of_arabic_script, "hebrew": _of_hebrew_script, "latin": _of_latin_script}
    if script in deciders:
        return deciders[script](words)
    return _OWN_SCRIPT.get(script) or _guessed(words, None)


def _of_hebrew_script(words: Sequence[str]) -> str:
    return "yi" if _share(words, _YIDDISH_WORD) >= 0.15 else "he"


def _of_latin_script(words: Sequence[str]) -> str:
    return (
        "en" if len({word.lower() for word in words if _ENGLISH_WORD.fullmatch(word)}) >= 3 else _guessed(words, _LATIN)
    )


def _of_arabic_script(words: Sequence[str]) -> str:
    together = " ".join(words)
    is_marked = _MARKS.search(together) is not None or any(part in together for part in _MARKING)
    for language, letters, least in _MARKED_BY if is_marked else ():
        if letters.search(together) is None:
            continue
        if sum(letters.search(word) is not None for word in words) >= max(1, least * len(words)):
            return language
    some = words[:: 1 + len(words) // ENOUGH_WORDS]
    read = Counter(map(_arabic_or_persian, some))
    for language, other in (("ar", "fa"), ("fa", "ar")):
        if read[language] >= max(2, 3 * read[other], 0.1 * len(some)):
            return language
    return _of_headline(words, read) or _guessed(words, ("ar", "fa", "ur", "ps", "ug"))


def _of_headline(words: Sequence[str], read: Counter[str]) -> str:
    """Return the language of few words, one of which is of no other language; empty where there is none."""
    if not 2 <= len(words) <= HEADLINE_WORDS:
        return ""
    for language, only, other in (("ar", _ONLY_ARABIC, "fa"), ("fa", _ONLY_PERSIAN, "ar")):
        if not read[other] and any(map(only.fullmatch, words)):
            return language
    return ""


@lru_cache(maxsize=WORDS_KEPT)
def _arabic_or_persian(word: str) -> str:
    """The one of both languages that a word is of; empty where it may be of either."""
    if _PERSIAN_WORD.fullmatch(word):
        return "fa"
    return "ar" if _ARABIC_WORD.fullmatch(word) else ""


def _share(words: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(word) is not None for word in words) / len(words)


def _guessed(words: Sequence[str], among: Sequence[str] | None) -> str:
    """The likeliest of these languages (None: any) if py3langid is sure of it."""
    if len(words) < FEWEST_WORDS:
        return UNDETERMINED
    likely = {one: share for one, share in _identifier()(" ".join(words)) if among is None or one in among}
    language = max(likely, key=likely.__getitem__)
    whole = sum(likely.values())
    return language if whole and likely[language] / whole >= SURE else UNDETERMINED


@cache
def _identifier() -> Callable[[str], list[tuple[str, float]]]:
    # The model takes a second to load; what letters tell does without.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    rank: Callable[[str], list[tuple[str, float]]] = made.rank
    return rank
