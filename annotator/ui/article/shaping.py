"""The test of a typeface: its letters are laid out and looked at, because what it says of itself is not reliable."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QRawFont, QTextLayout

from annotator.ui.article.typefaces import PREFERRED

_SIZE = 40.0
"""Points at which letters are looked at: large enough that rounding does not decide."""
_WIDE = 1e6
_GLYPHS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
)


OWN_LETTERS: Mapping[str, str] = {
    "fa": "پچژگکیۀ",
    "ur": "ٹڈڑےںہھۂۓ",
    "ckb": "ڕڵێۆەڤھ",
    "ps": "ټډړږښګڼۍېځڅ",
    "sd": "ٻڀٿٺٽڦڄڃڇڍڌڊڏڻڳڱڙڪ۽۾",
    "ug": "ۈۋېۇۆڭەھ",
}
"""The letters that languages of Arabic script have beside those of Arabic, by BCP 47 tag."""


class Shaping(Enum):
    """The quality of a typeface for a script."""

    GOOD = "good"
    NO_LETTERS = "no letters"
    NOT_JOINED = "not joined"
    """Letters stand alone, or lam and alef do not become one form."""
    OWN_COLORS = "own colours"
    """Its letters cannot be painted in the ink of the page, which a dark page needs."""
    MARKS_ASTRAY = "marks astray"
    """Letters join, but harakat are missing or do not stand over their letters."""

    @property
    def readable(self) -> bool:
        """Return whether an article can be set in it."""
        return self in (Shaping.GOOD, Shaping.MARKS_ASTRAY)


def candidates() -> list[str]:
    """The installed families that say they have Arabic letters: the preferred ones first, then by name."""
    found = [
        name
        for name in QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
        if not QFontDatabase.isPrivateFamily(name)
    ]
    places = {name: place for place, name in enumerate(PREFERRED)}
    return sorted(found, key=lambda name: (places.get(name, len(places)), name.casefold()))


def family_shaping(family: str) -> Shaping:
    """Return the quality of one family by itself. Loads its file: a millisecond or several for each family."""
    return shaping(_alone(family))


def missing_letters(family: str) -> dict[str, str]:
    """Return the letters that a family lacks, by language; other typefaces would lend them inside words."""
    font = _alone(family)
    lacking = {
        language: "".join(letter for letter in letters if 0 in _ids(font, letter))
        for language, letters in OWN_LETTERS.items()
    }
    return {language: letters for language, letters in lacking.items() if letters}


def _alone(family: str) -> QFont:
    font = QFont()
    font.setFamilies([family])
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def shaping(font: QFont) -> Shaping:
    """Return the quality of a font, together with the fonts that it takes missing letters from."""
    font = QFont(font)
    font.setPointSizeF(_SIZE)
    beh, lam, alef, beh_thrice, lam_alef = (_ids(font, text) for text in ("ب", "ل", "ا", "ببب", "لا"))
    if 0 in {*beh, *lam, *alef, *beh_thrice, *lam_alef}:
        return Shaping.NO_LETTERS
    if len(set(beh_thrice)) < 3 or set(lam_alef) & {*lam, *alef}:
        return Shaping.NOT_JOINED
    if not QRawFont.fromFont(font, QFontDatabase.WritingSystem.Arabic).fontTable("COLR").isEmpty():
        return Shaping.OWN_COLORS
    return Shaping.GOOD if _marks_stand(font, beh) else Shaping.MARKS_ASTRAY


def _marks_stand(font: QFont, beh: list[int]) -> bool:
    """Return whether a fatha stands over its letter, and a kasra under it."""
    for vocalised, above in (("بَ", True), ("بِ", False)):
        boxes = _ink(font, vocalised)
        letter = [box for glyph, box in boxes if glyph in beh]
        marks = [box for glyph, box in boxes if glyph not in beh]
        if len(boxes) == 1 and boxes[0][0] not in (0, *beh):
            continue  # letter and mark are one drawing
        if not letter or not marks or any(glyph == 0 for glyph, _ in boxes):
            return False
        base, mark = _united(letter), _united(marks)
        beside = not base.left() <= mark.center().x() <= base.right()
        astray = mark.center().y() >= base.center().y() if above else mark.center().y() <= base.center().y()
        if beside or astray:
            return False
    return True


def _runs(font: QFont, text: str) -> list[QGlyphRun]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    layout.endLayout()
    return list(line.glyphRuns(-1, -1, _GLYPHS))


def _ids(font: QFont, text: str) -> list[int]:
    return [glyph for run in _runs(font, text) for glyph in run.glyphIndexes()]


def _ink(font: QFont, text: str) -> list[tuple[int, QRectF]]:
    """Each glyph and where its ink is."""
    return [
        (glyph, run.rawFont().boundingRect(glyph).translated(QPointF(position)))
        for run in _runs(font, text)
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]


def _united(boxes: list[QRectF]) -> QRectF:
    whole = QRectF()
    for box in boxes:
        whole = whole.united(box)
    return whole
