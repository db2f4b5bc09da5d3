"""The typefaces of articles, by script."""

from PySide6.QtGui import QFont, QFontDatabase

PREFERRED = (
    "Noto Naskh Arabic",
    "Amiri",
    "Scheherazade New",
    "Vazirmatn",
    "Geeza Pro",
    "Traditional Arabic",
    "Noto Sans Arabic",
)
LATIN = ("Noto Serif", "Noto Sans", "DejaVu Sans")


def article_font(points: float, family: str | None = None) -> QFont:
    """The chosen family, else the first of the preferred Arabic ones that is installed; size in points."""
    arabic = used_family(family)
    latin = [name for name in LATIN if QFontDatabase.hasFamily(name)]
    font = QFont()
    if arabic is not None:
        font.setFamilies([arabic, *latin, *font.families()])
    font.setPointSizeF(points)
    return font


def used_family(family: str | None = None) -> str | None:
    """The family that sets the Arabic letters if this one is chosen; None where no suitable one is installed."""
    wanted = (*((family,) if family else ()), *PREFERRED)
    return next((name for name in wanted if QFontDatabase.hasFamily(name)), None)
