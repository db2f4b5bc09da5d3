"""The digits that numbers are shown in: those of the window's language, or the ones that a person prefers."""

from typing import Literal, get_args

from PySide6.QtCore import QLocale

from annotator.ui.languages import UiLanguage
from annotator.ui.settings import DIGITS

Digits = Literal["arabic", "latin"]
"""Arabic-Indic (٠١٢) or Latin (012) digits."""
DigitsChoice = Literal["language", "arabic", "latin"]

_ARABIC, _LATIN = "٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%"
_TO: dict[Digits, dict[int, str]] = {
    "arabic": dict(zip(map(ord, _LATIN[:10]), _ARABIC[:10], strict=True)),
    "latin": dict(zip(map(ord, _ARABIC), _LATIN, strict=True)),
}


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
    return speech.locale if own(speech) == wanted else speech.turned


def written_in(text: str, wanted: Digits) -> str:
    """Return the text with the digits of its numbers turned into these."""
    return text.translate(_TO[wanted])
