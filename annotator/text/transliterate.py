"""Arabic and Hebrew names in Latin letters, for readers who know neither, and the key under which
both spellings meet.

The scheme is that of the *International Journal of Middle East Studies* for names in running text: ALA-LC without
its dots and macrons, with ʿ for ع and ʾ for a hamza inside a word, `al-` for the article (never assimilated), `a`
for ة. Short vowels are written where the text writes them; the commonest names, which hardly ever come with
vowels, stand in a table. Where nobody wrote a vowel none is invented: the result says what is there.

Buckwalter's alphabet (camel-tools' `ar2bw`), one ASCII sign a letter, is the step between.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from annotator.text.hebrew_names import HEBREW, hebrew_in_latin

if TYPE_CHECKING:
    from camel_tools.utils.charmap import CharMapper

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u200c\u200d]+")

_UYGHUR = re.compile("[ۇۈۋڭ]|ئى|[\u0626\u06be]\\w*\u0649|\u0649(?=[^\\W\\d_])")
_WITH_HAMZA = "أإآ"
"""Alefs that no article begins with: إلهام is a name."""
_FIRST_VOWEL = re.compile("^\u0626([\u064a\u06cc\u0649\u06ce\u06d0\u0648\u06c6\u06c7\u06c8])(?=.)")
_FIRST_VOWELS = {
    **dict.fromkeys("\u064a\u06cc\u0649\u06ce\u06d0", "\u0625\u0650"),
    **dict.fromkeys("\u0648\u06c6\u06c7\u06c8", "\u0623\u064f"),
}
"""Vowels that begin a word on hamza (ئێران, ئۇيغۇر), as alef with the vowel."""

REMEMBERED = 20_000
"""Words whose spelling is kept: names share most of theirs."""


def _table(pairs: str) -> dict[str, str]:
    """Words in pairs as a table."""
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SOUNDS = str.maketrans(
    {
        "o": "",
        "ژ": "zh",
        **_table(
            """
            ' ʾ   | ʾa   > ʾ   & ʾ   < ʾi   } ʾ   A a   p a   Y a   ` a   v th   H h   x kh   * dh   $ sh   S s
            D d   T t   Z z   E ʿ   g gh   F an   N un   K in   { a   P p   J ch   V v   G g   W w   I y   w u   y i
            """
        ),
    }
)
"""The sounds of each sign; W and I are و and ي where they are consonants."""

_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"_", ""),
        (r"([auiFNK])~", r"~\1"),
        (r"(.)~", r"\1\1"),
        # Alef carries tanwin, and the vowel that a word begins with.
        (r"FA|AF", "F"),
        (r"^[A{>](?=[aui])|^<(?=i)", ""),
        (r"^[A{>|]", "a"),
        (r"^<", "i"),
        (r"^['&}](?=.)", ""),
        # A prime keeps apart what would be read as one sound (Adʹham), as in ALA-LC.
        (r"([tTdDsSkg])o?(?=[hH])", r"\1ʹ"),
        # و and ي are consonants at the beginning, before and after a vowel, and before each other.
        (r"^w|w(?=[auioFNKAY|pwy])(?!o?$)|(?<=[aA|])w|(?<=w)w", "W"),
        (r"^y|y(?=[auioFNKAY|pwWy])(?!o?$)|(?<=[aA|])y|(?<=y)y", "I"),
        (r"uw", "u"),
        (r"iy", "i"),
        (r"a[AYp`]", "a"),
    )
)

_KNOWN = _table(
    """
    محمد Muhammad   احمد Ahmad   محمود Mahmud   حسن Hasan   حسين Husayn   علي ʿAli   عمر ʿUmar
    عثمان ʿUthman   خالد Khalid   سعيد Saʿid   سعد Saʿd   مصطفي Mustafa   يوسف Yusuf   ابراهيم Ibrahim
    اسماعيل Ismaʿil   عبد ʿAbd   الله Allah   الرحمن al-Rahman   الرحيم al-Rahim   العزيز al-ʿAziz
    الملك al-Malik   بن bin   ابن ibn   بنت bint   ابو Abu   ابي Abi   ام Umm   ال Al   فاطمه Fatima
    مريم Maryam   زينب Zaynab   ليلي Layla   ناديه Nadia   كريم Karim   كمال Kamal   جمال Jamal   طارق Tariq
    وليد Walid   ماجد Majid   ناصر Nasir   رشيد Rashid   سليمان Sulayman   سلمان Salman   فيصل Faysal
    فهد Fahd   بشار Bashshar   حسني Husni   يحيي Yahya   موسي Musa   عيسي ʿIsa   هدي Huda   مني Muna
    حمد Hamad   حمزه Hamza   رئيس Raʾis   وزير Wazir   شيخ Shaykh   امير Amir   ملك Malik   سيد Sayyid
    """
)
"""Words that newspapers print without their vowels, in normal form."""

_MIND = _table(
    """
    sch 5   tch 5   tsh 5   ch 5   sh 5   kh x   gh g   dj g   dh z   th s   ph f   ck k   j g   q k   c k
    p b   v f
    """
)
"""Spellings of one Arabic letter by different hands (Osman, Othman; Gamal, Jamal; Nadhir, Nazir)."""
_DIGRAPHS = re.compile("|".join(_MIND))
_ARTICLE = re.compile(r"\b(?:[aeiu]l[- ]|a(sh|th|dh|[strdnz])-(?=\1))")
_ALLAH = re.compile(r"\babd[aeou]?l+ah\b")
_SERVANT = re.compile(r"\babd[aeiou]?(?:l[- ]?(?=\w)|([rsnztd])-?(?=\1))")


def is_foreign(text: str) -> bool:
    """Return whether any of the text is written in Arabic or Hebrew letters."""
    return _ARABIC.search(text) is not None or HEBREW.search(text) is not None


def transliterate(text: str) -> str:
    """The text with its Arabic and Hebrew in Latin letters, each word begun with a capital. What is neither stays."""
    is_uyghur = _UYGHUR.search(text) is not None
    latin = _ARABIC.sub(lambda found: _arabic(_with_vowels(found[0], is_uyghur=is_uyghur)), text)
    return hebrew_in_latin(latin)


def _with_vowels(word: str, *, is_uyghur: bool) -> str:
    """Return a word of Kurdish or Uyghur with the vowels of Arabic where it begins with one on a hamza."""
    if is_uyghur:
        word = word.replace("\u0649", "\u064a")
    return _FIRST_VOWEL.sub(lambda found: _FIRST_VOWELS[found[1]], word)


def skeleton(name: str) -> str:
    """The consonants of a name, the same for its Arabic and its usual Latin spellings: سامر الحلبي and Samer al-Halabi.

    Words stay apart by a space, articles go. Names that differ in vowels alone share a skeleton, so it proposes, and
    does not decide.
    """
    latin = unicodedata.normalize("NFKD", transliterate(name)).casefold().replace("ʿ", "").replace("ʾ", "")
    latin = "".join(char for char in latin if not unicodedata.combining(char) and char not in "'`’‘")
    latin = _SERVANT.sub("abd ", _ALLAH.sub("abd llah", _ARTICLE.sub("", latin)))
    return " ".join(filter(None, map(_consonants, re.findall(r"\w+", latin))))


@lru_cache(maxsize=REMEMBERED)
def _consonants(word: str) -> str:
    minded = _DIGRAPHS.sub(lambda found: _MIND[found[0]], word)
    bare = re.sub(r"[aeiouywʹ]", "", re.sub(r"(?<=.)h$", "", minded))
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=REMEMBERED)
def _arabic(word: str) -> str:
    """One Arabic word."""
    from annotator.text.normalize import letters

    bare = letters(word)
    article = bare.startswith("ال") and len(bare) > 4 and word[0] not in _WITH_HAMZA
    known = _KNOWN.get(bare) or (_KNOWN.get(bare[2:], "") if article else "")
    if known:
        return known if bare in _KNOWN or known.startswith("al-") else f"al-{known}"
    spelled = _spelled(word)
    if article:
        return "al-" + _said(re.sub(r"^[A{][aui]?l[~aui]*", "", spelled))
    return _said(spelled)


_OTHER_LETTERS = str.maketrans(
    _table(
        """
        ی ي   ې ي   ے ي   ۓ ي   ێ ي   ۍ ي   ک ك   ڪ ك   ګ گ   ہ ه   ھ ه   ۀ ه   ۂ ه   ە َ   ۃ ة   ٹ ت   ټ ت
        ٿ ته   ٽ ت   ٺ ته   ڀ به   ٻ ب   ڦ په   ڄ ج   ڃ ن   ڇ چ   ڌ ده   ڊ د   ڍ ده   ڏ د   ڎ د   ڙ ر   ږ ژ   ښ ش
        ڻ ن   ڽ ن   ڳ گ   ڱ نگ   ڠ نگ   ݢ گ   ڬ گ   ݣ نگ   ۊ و   ۏ و   ۉ و   ۅ و   ڶ ل   ݪ ل   ؼ ك   ؽ ي   ۑ ي   ٲ أ
        ٳ إ   ڈ د   ډ د   ڑ ر   ړ ر   ڕ ر   ں ن   ڼ ن   ڵ ل   ۆ و   ۇ و   ۈ و   ۋ و   ڭ نگ   ځ ز   څ تس   ٱ ا
        """
    )
)
"""Letters of Persian, Urdu, Kurdish, Pashto and Uyghur as those of Arabic that sound most like them."""


def _spelled(word: str) -> str:
    """The word in Buckwalter's alphabet, without presentation forms and what is not seen."""
    shown = "".join(char for char in unicodedata.normalize("NFKC", word) if unicodedata.category(char) != "Cf")
    shown = shown.translate(_OTHER_LETTERS)
    digits = "".join(str(int(char)) if char.isdecimal() else char for char in shown)
    # A letter that no table knows is left out: a name in Latin letters has no others.
    return _ARABIC.sub("", str(_mapper()(digits)).replace("ژ", "\0")).replace("\0", "ژ")


@cache
def _mapper() -> "CharMapper":
    # Here, and not above: no article is opened with it.
    from camel_tools.utils.charmap import CharMapper

    return CharMapper.builtin_mapper("ar2bw")


def _said(spelled: str) -> str:
    """Return the sound of a word in Buckwalter's alphabet, begun with a capital."""
    for pattern, instead in _RULES:
        spelled = pattern.sub(instead, spelled)
    said = spelled.translate(_SOUNDS)
    first = next((place for place, char in enumerate(said) if char.isalpha() and char not in "ʿʾ"), None)
    return said if first is None else said[:first] + said[first].upper() + said[first + 1 :]
