"""The facts about an article in words of the window's language: its language, its length, its hidden characters."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from annotator.domain.document import Direction, IntakeNote
from annotator.text.controls import OVERRIDES, find_controls
from annotator.ui.i18n import Phrase, isolate, number, phrase, tr, tr_n

LANGUAGES: Mapping[str, Phrase] = {
    "ar": phrase("Arabic"),
    "fa": phrase("Persian"),
    "und": phrase("Undetermined"),
    "ur": phrase("Urdu"),
    "he": phrase("Hebrew"),
    "ckb": phrase("Central Kurdish"),
    "ku": phrase("Kurdish"),
    "ps": phrase("Pashto"),
    "sd": phrase("Sindhi"),
    "ug": phrase("Uyghur"),
    "dv": phrase("Dhivehi"),
    "syr": phrase("Syriac"),
    "yi": phrase("Yiddish"),
    "en": phrase("English"),
    "fr": phrase("French"),
    "tr": phrase("Turkish"),
}
"""The languages that are offered; an article may come with any other tag."""

_CONTROLS: Mapping[str, Phrase] = {
    "SHY": phrase("soft hyphen"),
    "ALM": phrase("Arabic letter mark"),
    "ZWSP": phrase("zero-width space"),
    "ZWNJ": phrase("zero-width non-joiner"),
    "ZWJ": phrase("zero-width joiner"),
    "LRM": phrase("left-to-right mark"),
    "RLM": phrase("right-to-left mark"),
    "LRE": phrase("left-to-right embedding"),
    "RLE": phrase("right-to-left embedding"),
    "PDF": phrase("end of embedding or override"),
    "LRO": phrase("left-to-right override"),
    "RLO": phrase("right-to-left override"),
    "WJ": phrase("word joiner"),
    "LRI": phrase("left-to-right isolate"),
    "RLI": phrase("right-to-left isolate"),
    "FSI": phrase("first-strong isolate"),
    "PDI": phrase("end of isolate"),
    "BOM": phrase("byte order mark"),
}


class Hidden(msgspec.Struct, frozen=True):
    """The hidden characters of a text: how many of each, by the name that Unicode's charts give it."""

    counts: Mapping[str, int]

    @property
    def overrides(self) -> int:
        """Return the number of them that could make the text read as something else."""
        return sum(count for name, count in self.counts.items() if name in OVERRIDES)

    def told(self) -> str:
        """All of them in a few words: a warning where there are overrides, else information; "" for none."""
        if self.overrides:
            return "⚠ " + tr_n("{n} direction overrides, shown without their effect", self.overrides)
        total = sum(self.counts.values())
        return tr_n("{n} hidden characters", total) if total else ""

    def lines(self) -> list[str]:
        """Each kind with its name and its number."""
        return [
            f"{f'{isolate(name)}  {_CONTROLS[name]()}' if name in _CONTROLS else name} × {number(count)}"
            for name, count in sorted(self.counts.items(), key=lambda item: (item[0] not in OVERRIDES, item[0]))
        ]


def hidden_in(text: str) -> Hidden:
    """The hidden characters of a text."""
    return Hidden(Counter(control.name for control in find_controls(text)))


def language_title(tag: str) -> str:
    """A language in the window's words; a tag that is not among them stands for itself."""
    return LANGUAGES[tag]() if tag in LANGUAGES else isolate(tag)


def direction_title(direction: Direction) -> str:
    """A direction in the window's words."""
    return tr("Right to left") if direction == "rtl" else tr("Left to right")


def length_told(words: int, characters: int) -> str:
    """Return the length of a text in words; characters are code points."""
    return " · ".join((tr_n("{n} words", words), tr_n("{n} characters", characters)))


def note_told(note: IntakeNote) -> str:
    """Return a note of intake in words: what it changed in the text."""
    match note.kind:
        case "encoding":
            return tr("Read as {encoding}", encoding=note.detail)
        case "bom":
            return tr("A byte order mark at the beginning was left out")
        case "newlines":
            return tr_n("{n} line ends ({kinds}) were made alike", note.count, kinds=note.detail)
        case "controls":
            return tr_n("{n} control characters were replaced by \N{REPLACEMENT CHARACTER}", note.count)
        case "visual_order":
            return tr("Lines stored as they are seen were turned into reading order")
        case "body":
            return tr_n("{n} characters of the page around the article were left out", note.count)
        case "summary":
            return tr("Only the feed's summary of the article")
        case "columns":
            return tr("Columns: {columns}", columns=note.detail)
        case "readers":
            return tr_n("Two readers differ on {n} lines (page {pages})", note.count, pages=note.detail)
        case "pictures":
            return tr_n("{n} pages are pictures and have no text ({pages})", note.count, pages=note.detail)
        case "forms":
            return tr_n("{n} letters are stored as they are drawn (presentation forms)", note.count)
        case "evidence":
            return tr("The page is kept as it came: {file}", file=note.detail)
