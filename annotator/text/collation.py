"""The order of names by the alphabet of their language: Arabic, Persian, Urdu, Kurdish, Pashto,
Sindhi, Uyghur, Hebrew and Latin.

Alphabets follow CLDR's. Letters that a language writes alike (ا أ إ, ي ى ی) have one place and differ only where all
else is equal; marks, tatweel and hidden controls count for nothing.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

CollationKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]
"""The places of the letters, their variants, and the name itself."""

_ALPHABETS = {
    "ar": "ءأؤإئاآٱ ب پ تة ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق كک گ ل ڵ م نں هہھەۀۂ وۆۋ يیىێېے",
    "fa": "آ اءأإئؤٱ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق کك گ ل ڵ م نں وۆۋ هہھەةۀۂ یيىێېے",
    "ur": "آ اأإٱ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق کك گ ل ڵ م ن ں وؤۆۋ ہهۀۂةەۃ ھ ء یيىئێې ےۓ",
    "ckb": "ئءأؤإ اآ ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق کك گ ل ڵ م ن هھہ ەة و ۆ یيى ێ",
    "ps": "آاأإٱ ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق کك ګگ ل م ن ڼ وؤ هہھةەۀ یيى ې ۍ ئ",
    "sd": "اآأإٱ ب ٻ ڀ ت ٿ ٽ ٺ ث پ ج ڄ ڃ چ ڇ ح خ د ڌ ڏ ڊ ڍ ذ ر ڙ ز س ش ص ض ط ظ ع غ ف ڦ ق ڪ كک گ ڳ ڱ ل م ن ڻ وؤ هہ ھ ء "
    "يیىئ",
    "ug": "ا ەة ب پ ت ج چ خ د ر ز ژ س ش غ ف ق كک گ ڭ ل م ن ھه و ۇ ۆ ۈ ۋ ې ىی ي",
    "he": "א ב ג ד ה וװױ ז ח ט יײ כך ל מם נן ס ע פף צץ ק ר ש ת",
}
_TELLING = {
    "ur": frozenset("ٹڈڑےںہھ"),
    "ckb": frozenset("ڕڵێۆە"),
    "ps": frozenset("ټډړږښګڼۍځڅ"),
    "sd": frozenset("ٻڀٿٺٽڦڄڃڇڍڌڊڻڳڱڙ"),
    "ug": frozenset("ۇۈۋڭ"),
    "fa": frozenset("پچژگکیۀ"),
    "ar": frozenset("كيةىأإ"),
    "he": frozenset(map(chr, range(0x5D0, 0x5EB))),
}
"""Letters by which each alphabet is known."""

_RTL, _REST = 0, 1
READ_OF_NAME = 1000
"""Code points of a name by which it is sorted: what a project from elsewhere gives for a name may be a book."""
SHARE_OF_NAMES = 0.2
"""The share of names that show a letter of Uyghur or Sindhi alone, above which a list is in that language."""
KEPT = 50_000
"""Keys that are kept: a list of names is sorted anew at every change of the registry."""


def sorter(names: Iterable[str]) -> Callable[[str], CollationKey]:
    """Return the key by which these names are sorted: that of the alphabet that most of them are written in."""
    return partial(sort_key, alphabet=alphabet_of(names))


def alphabet_of(names: Iterable[str]) -> str:
    """Return the language whose alphabet these names are written in: ar, fa, ur, ckb, ps, sd, ug or he; ar for none."""
    counts: Counter[str] = Counter()
    total = 0
    for name in names:
        total += 1
        letters = set(name[:READ_OF_NAME])
        counts.update(language for language, telling in _TELLING.items() if not telling.isdisjoint(letters))
    # They have most letters of Arabic as well.
    for language in ("ug", "sd"):
        if counts[language] > total * SHARE_OF_NAMES:
            return language
    # The letters of Persian serve Urdu, Kurdish and Pashto as well, which only their own letters tell from it.
    for language in ("ur", "ckb", "ps"):
        if counts[language] >= max(1, counts["fa"] / 3, counts["ar"]):
            return language
    return max(("ar", "fa", "he"), key=lambda language: counts[language])


@lru_cache(KEPT)
def sort_key(name: str, alphabet: str) -> CollationKey:
    """Return the key of a name in the alphabet of a language (`alphabet_of`). Other letters follow those of it."""
    places = _places(alphabet)
    read = unicodedata.normalize("NFKC", name[:READ_OF_NAME])
    # Uyghur writes hamza before a vowel that begins a syllable, and does not sort by it.
    read = read.replace("ئ", "") if alphabet == "ug" else read
    letters = [letter for letter in read if letter in places or _counts(letter)]
    found = [places.get(letter) or (_REST, _basic(letter), 0) for letter in letters]
    return tuple((group, place) for group, place, _ in found), tuple(variant for *_, variant in found), name


@cache
def _places(alphabet: str) -> dict[str, tuple[int, int, int]]:
    """The group, place and variant of each letter; spaces come before all letters."""
    found = dict.fromkeys(" -\u200c\xa0‑־", (_RTL, 0, 0))
    for place, letters in enumerate(_ALPHABETS[alphabet].split(), 1):
        found |= {letter: (_RTL, place, variant) for variant, letter in enumerate(letters)}
    return found


def _counts(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LN" and letter != "\u0640"


def _basic(letter: str) -> int:
    """The place of a letter of another script: that of its lower case without marks."""
    return ord(unicodedata.normalize("NFKD", letter.casefold())[0])
