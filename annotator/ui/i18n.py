"""The window's language: what is said in it, and how names, numbers and dates stand inside what is said.

Every string that a person sees is a literal first argument of `tr`, `tr_n` or `phrase`, or the template of a
MusnadError: `packaging/translations.py` finds them there. Fields are filled in after translation. Text
that is not ours (names, paths, titles) is isolated, so that it cannot turn the sentence around it. So are keys,
which are fields that say themselves: "{Enter} takes it   ·   {Ctrl+Enter} makes another".
"""

import re
import string
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

import msgspec
from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from annotator import resources
from annotator.domain.document import Direction
from annotator.errors import MusnadError
from annotator.ui import numerals
from annotator.ui.languages import DEFAULT, LANGUAGES, Language, UiLanguage, spoken_by_system
from annotator.ui.numerals import Digits, DigitsChoice
from annotator.ui.settings import DIGITS, LANGUAGE
from annotator.visible import clipped

CONTEXT = "musnad"
MOST_SHOWN = 1000
"""Code points of foreign text that a label, a tip or a sentence shows."""
FSI, PDI = "\u2068", "\u2069"
_MARKS: dict[Direction, str] = {"rtl": "\u200f", "ltr": "\u200e"}
_STRONG = frozenset(("L", "R", "AL"))
# What could reach out of a foreign string and turn our sentence: shown by name instead of obeyed.
_OVERRIDES = {0x202A: "[LRE]", 0x202B: "[RLE]", 0x202C: "[PDF]", 0x202D: "[LRO]", 0x202E: "[RLO]"}
_ISOLATES = {0x2066: "[LRI]", 0x2067: "[RLI]", 0x2068: "[FSI]", 0x2069: "[PDI]"}
_PATH_FIELDS = frozenset({"path", "folder", "saved", "kept", "lock", "file"})
_FILE = re.compile(
    r"\.(musnad(-share)?|txt|text|md|html?|xml|xmi|json|jsonl|csv|tsv|toml|docx?|odt|rtf|pdf|xlsx?|zip|gz|ann|conllu?|dna"
    r"|qdpx|ttl|jpe?g|png|svg|epub)$",
    re.IGNORECASE,
)
"""The end of a file's name, wherever one is named."""
_DATE_PATTERNS = {10: ("yyyy-MM-dd", "d MMMM yyyy"), 7: ("yyyy-MM", "MMMM yyyy"), 4: ("yyyy", "yyyy")}


class _State:
    """The language now spoken and the translators that Qt holds for it."""

    language: Language = DEFAULT
    digits: Digits = "latin"
    numbers: QLocale = LANGUAGES[DEFAULT].locale
    """Digits and separators of the numbers that are shown."""
    translators: Sequence[QTranslator] = ()


def language() -> Language:
    """Return the code of the language that the window speaks now."""
    return _State.language


def _speech() -> UiLanguage:
    return LANGUAGES[_State.language]


def ui_direction() -> Direction:
    """Return which way the window's language runs."""
    return "rtl" if _speech().is_mirrored else "ltr"


def listed(items: Iterable[str]) -> str:
    """Return those items that say something, with the commas of the window's language."""
    return _speech().comma.join(filter(None, items))


def set_language(code: Language) -> None:
    """Speak this language of `LANGUAGES` from now on, mirrored where it is; every widget gets LanguageChange."""
    _State.language = code
    _State.digits = numerals.digits(_speech())
    _State.numbers = numerals.locale_of(_speech(), _State.digits)
    # Number fields read and write by it.
    QLocale.setDefault(_State.numbers)
    app = QCoreApplication.instance()
    if not isinstance(app, QGuiApplication):
        return
    for translator in _State.translators:
        app.removeTranslator(translator)
        # The application would keep it, with all its strings.
        translator.deleteLater()
    _State.translators = _translators(code, app)
    app.setLayoutDirection(_speech().locale.textDirection())
    for translator in _State.translators:
        app.installTranslator(translator)
    # Numbers change even where no translator was there to say so.
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def _translators(code: Language, app: QCoreApplication) -> list[QTranslator]:
    """Qt's own strings and ours over them; a checkout that is not compiled yet speaks English."""
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for folder, name in ((qt_folder, f"qtbase_{code}"), (str(resources.path("i18n")), f"musnad_{code}")):
        translator = QTranslator(app)
        if translator.load(name, folder):
            loaded.append(translator)
        else:
            translator.deleteLater()
    return loaded


def preferred_language() -> Language:
    """Return the language last chosen, else the system's if the window speaks it, else English."""
    chosen = LANGUAGE.get()
    return next((code for code in LANGUAGES if code == chosen), None) or spoken_by_system()


def choose_language(code: Language) -> None:
    """`set_language`, and remember it for the next run."""
    LANGUAGE.set(code)
    set_language(code)


def choose_digits(choice: DigitsChoice) -> None:
    """Write numbers in these digits from now on, and in the next run."""
    DIGITS.set(choice)
    set_language(_State.language)


class Phrase(msgspec.Struct, frozen=True):
    """A string to be translated when it is shown: `phrase("Import…")` declares it, calling it says it."""

    text: str

    def __call__(self) -> str:
        return tr(self.text)


def phrase(text: str) -> Phrase:
    """Declare a literal now, translate it at each display."""
    return Phrase(text)


def tr(text: str, **fields: object) -> str:
    """The text in the window's language; strings in fields are isolated, numbers get its digits."""
    translated = _in_our_digits(QCoreApplication.translate(CONTEXT, text))
    return _FORMATTER.vformat(translated, (), fields) if fields or _names_keys(translated) else translated


def _names_keys(text: str) -> bool:
    return any(follows.isupper() for follows in (part[:1] for part in text.split("{")[1:]))


def tr_n(text: str, n: int, **fields: object) -> str:
    """The text in the form that this language has for `n` things; `{n}` stands for the number."""
    translated = _in_our_digits(QCoreApplication.translate(CONTEXT, text, None, n))
    return _FORMATTER.vformat(translated, (), {"n": n, **fields})


def tr_error(error: MusnadError) -> str:
    """Return the text of an error in the window's language."""
    translated = _in_our_digits(QCoreApplication.translate(CONTEXT, error.template))
    return _FORMATTER.vformat(translated, (), error.fields)


def _in_our_digits(text: str) -> str:
    """The numbers of a translation, which are written in its language's digits; Latin ones in it are names (UTF-8)."""
    return text if text.isascii() or _State.digits == "arabic" else numerals.written_in(text, _State.numbers)


def written(text: str) -> str:
    """Return a text of ours that no translation has, such as the guide's, with its numbers in the person's digits."""
    return _in_our_digits(text)


def ltr(text: str) -> str:
    """Keys, code: what runs from left to right in a sentence of any language, signs and all."""
    return f"\u2066{text}{PDI}"


def literal(text: str) -> str:
    """Return a text for buttons and menus, in which & stands for itself and underlines nothing."""
    return text.replace("&", "&&")


def isolate(text: str) -> str:
    """Foreign text that keeps its own direction inside ours; what could break out of that is made visible.

    What is longer than anyone would read is cut: a project may hold megabytes where a title belongs.
    """
    text = clipped(text, MOST_SHOWN).translate(_OVERRIDES)
    if not _is_closed(text):
        text = text.translate(_ISOLATES)
    elif text.startswith(FSI) and text.endswith(PDI) and _is_closed(text[1:-1]):
        return text
    # An isolate takes no direction from isolates within it: what has none of its own runs as the window does.
    return f"{FSI}{'' if _tells_direction(text) else _MARKS[ui_direction()]}{text}{PDI}"


def path_text(path: str | Path) -> str:
    """Return a path or the name of a file as it runs everywhere: from left to right, each of its names in itself.

    Arabic folders on both sides of a stroke would change places without it, and a suffix would come first.
    """
    shown = clipped(str(path), MOST_SHOWN).translate(_OVERRIDES).translate(_ISOLATES)
    if shown.isascii():
        return _foreign(shown)
    names = [part for part in re.split(r"([/\\])", shown) if part]
    return ltr("".join(part if part in "/\\" else ltr(part) for part in names) if len(names) > 1 else shown)


def tip(text: str) -> str:
    """A tool tip that holds foreign text: shown letter by letter, also where Qt would take it for HTML."""
    text = clipped(text, MOST_SHOWN)
    if "<" not in text:
        return text
    # It brings all the names that HTML has for letters, which no start of the window needs.
    from html import escape

    return f"<qt>{escape(text, quote=False).replace(chr(10), '<br>')}</qt>"


def file_kinds(title: str, patterns: str) -> str:
    """Return the filter of a file dialog, such as "Tables (*.csv)". Qt reads the patterns, so they are not isolated."""
    return f"{title} ({patterns})"


def _tells_direction(text: str) -> bool:
    """Return whether a text without isolates, or what stands outside of them, begins to run one way or the other."""
    if PDI not in text:
        return True
    depth = 0
    for char in text:
        if char == PDI:
            depth -= 1
        elif ord(char) in _ISOLATES:
            depth += 1
        elif not depth and bidirectional(char) in _STRONG:
            return True
    return False


def _is_closed(text: str) -> bool:
    """Return whether every isolate in the text is closed in it, and none from outside."""
    depth = 0
    for char in text:
        if char == PDI:
            depth -= 1
        elif ord(char) in _ISOLATES:
            depth += 1
        if depth < 0:
            return False
    return depth == 0


def number(value: int | float) -> str:
    """A number with the window's digits and separators: 1,310 or ١٬٣١٠."""
    if isinstance(value, int):
        return _State.numbers.toString(value)
    return _State.numbers.toString(value, "g", 6)


def fixed(value: float, places: int) -> str:
    """A number with so many digits after the point: 0.80 or ٠٫٨٠."""
    return _State.numbers.toString(value, "f", places)


def date(iso: str) -> str:
    """An ISO 8601 date, time, month or year as people write it (٣ مارس ٢٠٢٦); anything else isolated as it is."""
    for length, (pattern, shown) in _DATE_PATTERNS.items():
        parsed = QDate.fromString(iso[:length], pattern)
        if parsed.isValid() and (length == len(iso) or iso[length] in "T "):
            return numerals.written_in(_speech().locale.toString(parsed, shown), _State.numbers)
    return isolate(iso)


def moment(iso: str) -> str:
    """Return a time in ISO 8601 as people write it here (13 October 2026, 16:20); what is none isolated as it is."""
    parsed = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not parsed.isValid():
        return isolate(iso)
    day = parsed.date().toString(Qt.DateFormat.ISODate)
    return listed((date(day), numerals.written_in(parsed.time().toString("HH:mm"), _State.numbers)))


def lately(iso: str) -> str:
    """Return a time in ISO 8601 as its time of day if that is today, else as its day; nothing for what is no time."""
    try:
        made = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    return clock(made) if made.date() == datetime.now(made.tzinfo).date() else date(made.date().isoformat())


def clock(moment: time | datetime) -> str:
    """A time of day: 18:45 or ١٨:٤٥."""
    return numerals.written_in(f"{moment:%H:%M}", _State.numbers)


class _Formatter(string.Formatter):
    """Fills fields in by what they are: numbers in our digits, all else isolated; `!r` means quoted."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        """A key and a path are known by the name of their field: from left to right, whatever stands around them."""
        if isinstance(key, str) and key[:1].isupper():
            return key if _State.language == "en" else _Ready(ltr(key))
        value = super().get_value(key, args, kwargs)
        return (
            _Path(value)
            if isinstance(value, str | Path) and (key in _PATH_FIELDS or _FILE.search(str(value)))
            else value
        )

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """`{name!r}` in an error's template puts the value between the language's quotation marks."""
        if conversion != "r":
            return super().convert_field(value, conversion)
        shown = path_text(value) if isinstance(value, _Path) else _foreign(str(value))
        return _Ready(_speech().quotes.format(shown))

    def format_field(self, value: Any, format_spec: str) -> Any:
        """One field; a format such as `{share:.0%}` is the caller's own wish, and gets our digits."""
        if format_spec:
            return numerals.written_in(super().format_field(value, format_spec), _State.numbers)
        match value:
            case bool() | None | _Ready():
                return str(value)
            case _Path():
                return path_text(value)
            case int() | float():
                return number(value)
            case MusnadError():
                return tr_error(value)
            case list() | tuple():
                return _speech().comma.join(self.format_field(item, "") for item in value)
        return _foreign(str(value))


class _Path(str):
    """A field that is a path, or the name of a file."""

    __slots__ = ()


class _Ready(str):
    """A field that needs no more isolating."""

    __slots__ = ()


def _foreign(text: str) -> str:
    """Isolated where it could matter: plain ASCII in an English sentence cannot turn anything."""
    return clipped(text, MOST_SHOWN) if not text or (_State.language == "en" and text.isascii()) else isolate(text)


_FORMATTER = _Formatter()
