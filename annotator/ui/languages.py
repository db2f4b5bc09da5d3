"""The languages that the window speaks: a row each. Adding one is described in CONTRIBUTING.md."""

from typing import Literal

import msgspec
from PySide6.QtCore import QLocale, Qt

Language = Literal["en", "ar"]
"""The code that names the translations of a language (`musnad_ar.ts`) and its guide (`help/ar.md`)."""
DEFAULT: Language = "en"
"""The language of the source, and of a window whose system speaks none of ours."""


class UiLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """A language of the window."""

    name: str
    """Its own name."""
    offer: str
    """The command that changes to it, in English; the translations have it in every language."""
    locale: QLocale
    """Digits, separators, month names, the direction."""
    comma: str = ", "
    """The separator between the items of a list."""
    quotes: str = "“{}”"

    @property
    def is_mirrored(self) -> bool:
        """Return whether the window runs from right to left."""
        return self.locale.textDirection() == Qt.LayoutDirection.RightToLeft


LANGUAGES: dict[Language, UiLanguage] = {
    "en": UiLanguage(
        name="English",
        offer="Show the window in English",
        locale=QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    ),
    "ar": UiLanguage(
        name="العربية",
        offer="Show the window in Arabic",
        locale=QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt),
        comma="، ",
        quotes="«{}»",
    ),
}
"""In the order in which the command changes from one to the next."""


def spoken_by_system() -> Language:
    """Return the code of the system's language, or of `DEFAULT` if the window does not speak it."""
    system = QLocale.system().language()
    return next((code for code, one in LANGUAGES.items() if one.locale.language() == system), DEFAULT)


def after(code: Language) -> Language:
    """Return the code of the language that follows; the first after the last."""
    codes = list(LANGUAGES)
    return codes[(codes.index(code) + 1) % len(codes)]
