"""The digits that numbers are shown in: those of the window's language, or the ones that a person prefers."""

from typing import Literal, get_args

from PySide6.QtCore import QLocale

from annotator.ui.languages import UiLanguage
from annotator.ui.settings import DIGITS

Digits = Literal["arabic", "latin"]
"""Arabic-Indic (٠١٢) or Latin (012) digits."""
DigitsChoice = Literal["language", "arabic", "latin"]

_OTHERWISE: dict[Digits, QLocale] = {
    "arabic": QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt),
    "latin": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
"""Fields whose numbers stand in a language that does not write these digits itself."""
_ZEROS = "0٠۰"
_SIGNS = str.maketrans("٬٫٪", ",.%")


def own(speech: UiLanguage) -> Digits:
    """Return the digits that a language writes unless somebody wants the others."""
    return "latin" if speech.locale.zeroDigit() == "0" else "arabic"


def chosen() -> DigitsChoice:
    """Return what the person chose; "language" where they chose nothing."""
    stored = DIGITS.get()
    return next((choice for choice in get_args(DigitsChoice) if choice == stored), "language")


def digits(speech: UiLanguage) -> Digits:
    """Return the digits that a window shows which speaks this language."""
    choice = chosen()
    return own(speech) if choice == "language" else choice


def locale_of(speech: UiLanguage, wanted: Digits) -> QLocale:
    """Return the locale that writes numbers in these digits, separators and all."""
    return speech.locale if own(speech) == wanted else _OTHERWISE[wanted]


def written_in(text: str, numbers: QLocale) -> str:
    """Return the text with the digits of its numbers turned into those of a locale."""
    zero = ord(numbers.zeroDigit())
    turned = text.translate({ord(one) + digit: chr(zero + digit) for one in _ZEROS for digit in range(10)})
    return turned.translate(_SIGNS) if zero == ord("0") else turned
