"""Hebrew names in Latin letters, as newspapers in English spell them: Binyamin Netanyahu, ʿAkiva, Ben-Gurion.

Vowels are those that are written: points, and ו and י where they stand for vowels. The commonest names are
in a table.
"""

import re
import unicodedata
from functools import lru_cache

HEBREW = re.compile(
    "[\u05d0-\u05f2\ufb1d-\ufb4f][\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05f4\ufb1d-\ufb4f'\u2019`\u00b4\\u200c-\\u200f]*"
)
_MAQAF = re.compile("(?<=\\w)\u05be(?=\\w)")
REMEMBERED = 20_000
"""Words whose spelling is kept: names share most of theirs."""


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_KNOWN = _table(
    """
    אברהם Avraham   יצחק Yitzhak   יעקב Yaakov   משה Moshe   אהרן Aharon   אהרון Aharon   דוד David   דויד David
    שלמה Shlomo   שמואל Shmuel   שמעון Shimon   יוסף Yosef   יהודה Yehuda   בנימין Binyamin   נתניהו Netanyahu
    ישראל Yisrael   ירושלים Yerushalayim   אריאל Ariel   אלי Eli   אהוד Ehud   יאיר Yair   יאיל Yael   יעל Yael
    נפתלי Naftali   אביגדור Avigdor   גדעון Gideon   רחל Rahel   שרה Sarah   רבקה Rivka   לאה Leah   מרים Miriam
    חנה Hannah   אסתר Esther   רות Ruth   תמר Tamar   גולדה Golda   מאיר Meir   שמיר Shamir   רבין Rabin   פרס Peres
    שרון Sharon   ברק Barak   לפיד Lapid   גנץ Gantz   בנט Bennett   הרצוג Herzog   כהן Cohen   לוי Levi   בן Ben
    בר Bar   בת Bat   אבו Abu   אבי Avi   עמוס Amos   עוז Oz   עמיר Amir   חיים Hayim   נח Noah   דן Dan   גד Gad
    תל Tel   אביב Aviv   חיפה Haifa   עזה Gaza   צבי Tzvi   זאב Zeev   מנחם Menahem   מנדל Mendel   הלוי Halevi
    שלום Shalom   טלי Tali   נועה Noa   אורי Uri   רון Ron   אסף Asaf   אילן Ilan   אורן Oren   גיל Gil   ליאור Lior
    """
)
"""Names as they are known, without points."""

_POINTS = str.maketrans(
    {
        **dict.fromkeys("\u05b1\u05b5\u05b6", "e"),
        **dict.fromkeys("\u05b2\u05b7\u05b8", "a"),
        **dict.fromkeys("\u05b3\u05b9\u05ba\u05c7", "o"),
        "\u05b4": "i",
        "\u05bb": "u",
    }
)
_SOUNDS = _table(
    """
    ג g   ד d   ז z   ח h   ט t   ל l   מ m   ם m   נ n   ן n   ס s   ע ʿ   צ tz   ץ tz   ק k   ר r   ש sh   ת t
    ך kh   ף f
    """
)
_WITH_GERESH = _table("ג j   ז zh   צ ch   ץ ch   ת th   ד dh   ח kh   ע gh   ט z   ר gh")
# Letters that are stopped at the beginning and where a point says so, and breathed elsewhere.
_STOPPED, _BREATHED = _table("ב b   כ k   פ p"), _table("ב v   כ kh   פ f")
_DAGESH, _SIN_DOT, _HOLAM = "\u05bc", "\u05c2", "\u05b9"
_LETTER = re.compile("([\u05d0-\u05ea])([\u0591-\u05bd\u05bf-\u05c7]*)(['\u2019`\u00b4\u05f3]?)")
_VOWELS = "aeiou"
_UNPOINTED = tuple(
    (re.compile(f"{pattern}(?![\u0591-\u05c7])"), pointed)
    for pattern, pointed in (("^אי", "\u05d0\u05b4"), ("^או", "\u05d0\u05b9"), ("(?<=.)אל$", "\u05d0\u05b5ל"))
)
"""Alef as writers without points use it: אי is i, או is o, and אל ends names as el."""


def hebrew_in_latin(text: str) -> str:
    """Return the text with its Hebrew in Latin letters, each word begun with a capital. Other letters stay."""
    return _MAQAF.sub("-", HEBREW.sub(lambda found: _word(found[0]), text))


@lru_cache(maxsize=REMEMBERED)
def _word(word: str) -> str:
    spelled = unicodedata.normalize("NFKD", word).translate({0x5F0: "וו", 0x5F1: "וי", 0x5F2: "יי", 0x5F4: '"'})
    bare = "".join(char for char in spelled if "\u05d0" <= char <= "\u05ea")
    if known := _KNOWN.get(bare):
        return known
    for pattern, pointed in _UNPOINTED:
        spelled = pattern.sub(pointed, spelled)
    said = ""
    letters = _LETTER.findall(spelled)
    for place, (letter, points, geresh) in enumerate(letters):
        said += _said(letter, points, geresh, said, is_last=place == len(letters) - 1) + _vowel(letter, points)
    first = next((place for place, char in enumerate(said) if char.isalpha() and char != "ʿ"), 0)
    return said[:first] + said[first : first + 1].upper() + said[first + 1 :]


def _said(letter: str, points: str, geresh: str, before: str, *, is_last: bool) -> str:
    """Return the sound of a letter without its vowel; `before` is what was said already."""
    if geresh and letter in _WITH_GERESH:
        return _WITH_GERESH[letter]
    if letter in _STOPPED:
        return (_STOPPED if _DAGESH in points or not before else _BREATHED)[letter]
    if letter == "ש":
        return "s" if _SIN_DOT in points else "sh"
    if letter == "א":
        if _vowel(letter, points):
            return ""
        return "a" if not before or (is_last and before[-1] not in _VOWELS) else ""
    if letter == "ה":
        return "" if is_last and before[-1:] == "a" else "a" if is_last and not points else "h"
    if letter == "ו":
        return _vav(points, before, is_last=is_last)
    if letter == "י":
        vowel = bool(_vowel(letter, points))
        return "y" if not before or vowel else "" if before[-1] == "i" else "y" if before[-1] in _VOWELS else "i"
    return _SOUNDS[letter]


def _vav(points: str, before: str, *, is_last: bool) -> str:
    if _HOLAM in points:
        return "o"
    if _DAGESH in points and before[-1:] not in tuple(_VOWELS):
        return "u"
    if not before or before[-1] in _VOWELS or _vowel(" ", points):
        return "v"
    return "u" if is_last else "o"


def _vowel(letter: str, points: str) -> str:
    """Return the vowel under a letter; that of ו is the letter itself where it is holam."""
    found = "".join(char for char in points.translate(_POINTS) if char in _VOWELS)
    return "" if letter == "ו" and _HOLAM in points else found[:1]
