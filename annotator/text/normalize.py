"""The form in which two spellings of one name meet. Only ever for comparing: nothing stored is changed."""

import unicodedata

from annotator.text.patterns import LazyPattern

# Marks of these scripts are vowels and readings that a writer may leave out; elsewhere a mark is spelling.
_OPTIONAL_MARKS = LazyPattern(r"(?V1)[\p{M}&&[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Zinh}]]")
_INVISIBLE = LazyPattern(r"[\p{Cf}\p{Cc}\p{DI}]")
# The small letters of the Quran are readings, too; U+FE73 is the end of a letter, not one.
_UNSEEN = LazyPattern(r"(?V1)[\p{Cf}\p{Cc}\p{DI}[\p{Lm}&&\p{sc=Arab}]\u0640\ufe73]")
# Shapes of marks without a letter, which Unicode takes for a mark on a space.
_LONE_MARKS = LazyPattern("[\ufc5e-\ufc63\ufe70\ufe72\ufe74-\ufe7f]")

_ALIKE = str.maketrans(
    {
        "\u06cc": "\u064a",  # Farsi yeh
        "\u06a9": "\u0643",  # keheh
        "\u06c1": "\u0647",  # heh goal
        "\u06be": "\u0647",  # heh doachashmee
        "\u06c3": "\u0629",  # teh marbuta goal
        "\u0672": "\u0627",  # alefs with a wavy hamza
        "\u0673": "\u0627",
        "\u05f3": "'",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u05f4": '"',
        "\u201c": '"',
        "\u201d": '"',
    }
)

_WRITTEN_OUT = str.maketrans(
    {
        "\ufd40": "رحمه الله",
        "\ufd41": "رضي الله عنه",
        "\ufd42": "رضي الله عنها",
        "\ufd43": "رضي الله عنهم",
        "\ufd44": "رضي الله عنهما",
        "\ufd45": "رضي الله عنهن",
        "\ufd46": "صلى الله عليه وآله",
        "\ufd47": "عليه السلام",
        "\ufd48": "عليهم السلام",
        "\ufd49": "عليهما السلام",
        "\ufd4a": "عليه الصلاة والسلام",
        "\ufd4b": "قدس سره",
        "\ufd4c": "صلى الله عليه وآله وسلم",
        "\ufd4d": "عليها السلام",
        "\ufd4e": "تبارك وتعالى",
        "\ufd4f": "رحمهم الله",
        "\ufdcf": "سلامه علينا",
        "\ufdfe": "سبحانه وتعالى",
        "\ufdff": "عز وجل",
    }
)
"""Words in one character that Unicode gives no letters for. The others it, or camel-tools, knows."""


def visible_form(name: str) -> str:
    """The name without characters that show nothing: two names that look the same are the same in this form."""
    return " ".join(_INVISIBLE.sub("", name).split())


def normal_form(name: str) -> str:
    """The name without what writers vary: the same for two colleagues who spell one name differently.

    Alef and its variants are one letter, so are ى and ي (and the Persian letters like them), ة and ه; digits
    are ASCII, presentation forms are letters, Latin is in lower case. Tatweel, vowel marks, hidden controls
    and outer or repeated spaces go. Hamza on its seat stays (ؤ ئ), for it tells names apart.

    Ids of actors are made of this: another form of a name is another id.
    """
    return " ".join(letters(" ".join(name.split())).split())


def letters(text: str, *, teh_marbuta: bool = True) -> str:
    """Part of a text in that form, with its spaces as they are; whole grapheme clusters only.

    `teh_marbuta=False` keeps ة and ه apart.
    """
    # Here, and not above: camel-tools has no part in a start of the program, and most runs compare no names.
    from camel_tools.utils import normalize

    form = normalize.normalize_unicode(_LONE_MARKS.sub("", text).translate(_WRITTEN_OUT))
    form = normalize.normalize_alef_maksura_ar(_UNSEEN.sub("", form).translate(_ALIKE))
    # A hamza on ى is ئ, which is made of ي.
    form = normalize.normalize_alef_ar(unicodedata.normalize("NFC", form))
    if teh_marbuta:
        form = normalize.normalize_teh_marbuta_ar(form)
    form = "".join(_ascii_digit(char) for char in form).casefold()
    return str(_OPTIONAL_MARKS.sub("", unicodedata.normalize("NFC", form)))


def _ascii_digit(char: str) -> str:
    """A decimal digit of any script as the ASCII one; other characters as they are."""
    return str(int(char)) if char.isdecimal() else char
