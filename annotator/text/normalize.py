"""The form in which two spellings of one name meet. Only ever for comparing: nothing stored is changed."""

import regex

# Marks of these scripts are vowels and readings that a writer may leave out; elsewhere a mark is spelling.
_OPTIONAL_MARKS = regex.compile(r"(?V1)[\p{M}&&[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Zinh}]]")
_UNSEEN = regex.compile(r"[\p{Cf}\p{Cc}\u0640]")

_ALIKE = str.maketrans(
    {
        "\u06cc": "\u064a",  # Farsi yeh
        "\u06a9": "\u0643",  # keheh
        "\u06c1": "\u0647",  # heh goal
        "\u06be": "\u0647",  # heh doachashmee
        "\u05f3": "'",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u05f4": '"',
        "\u201c": '"',
        "\u201d": '"',
    }
)


def normal_form(name: str) -> str:
    """The name without what writers vary: the same for two colleagues who spell one name differently.

    Alef and its variants are one letter, so are ى and ي (and the Persian letters like them), ة and ه; digits
    are ASCII, presentation forms are letters, Latin is in lower case. Tatweel, vowel marks, hidden controls
    and outer or repeated spaces go. Hamza on its seat stays (ؤ ئ), for it tells names apart.

    Ids of actors are made of this: another form of a name is another id.
    """
    # Here, and not above: camel-tools has no part in a start of the program, and most runs compare no names.
    from camel_tools.utils import normalize

    form = " ".join(normalize.normalize_unicode(name).split())
    form = _OPTIONAL_MARKS.sub("", _UNSEEN.sub("", form))
    form = normalize.normalize_alef_ar(form)
    form = normalize.normalize_alef_maksura_ar(form)
    form = normalize.normalize_teh_marbuta_ar(form)
    form = "".join(_ascii_digit(char) for char in form.translate(_ALIKE))
    return " ".join(form.casefold().split())


def _ascii_digit(char: str) -> str:
    """A decimal digit of any script as the ASCII one; other characters as they are."""
    return str(int(char)) if char.isdecimal() else char
