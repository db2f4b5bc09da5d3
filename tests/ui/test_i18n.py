"""The window speaks English and Arabic, whole sentences of both, and lets no name turn them around."""

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.errors import InputError, NotFoundError
from annotator.ui.i18n import (
    FSI,
    PDI,
    choose_language,
    date,
    isolate,
    number,
    path_text,
    phrase,
    preferred_language,
    set_language,
    tr,
    tr_error,
    tr_n,
)


def test_every_string_has_its_arabic(translations: ModuleType) -> None:
    assert translations.check() == []


ONE_WORD = {
    "خطة الوسم": "مخطط الوسم",
    "خطة وسم": "مخطط وسم",
    "القرينة": "قرينة القول",
    "ألفاظ القول": "قرائن القول",
    "بلفظ": "قرينة القول",
    "القطبية": "الإثبات والنفي",
    "اللوح ": "اللوحة",
    "يسمّي": "تُربط بـ، المقصود",
    "تسمّي": "تُربط بـ، المقصود",
    "العرض السريع": "تظهر دون فتح «المزيد»",
    "أشّر": "حدّد",
    "أشِّر": "حدّد",
}
"""Words that say in Arabic what another one says already, and that one: one thing has one name."""


@pytest.mark.parametrize("name", ["i18n/musnad_ar.ts", "help/ar.md", "schemes/actors-claims.toml"])
def test_one_thing_has_one_name_in_arabic(name: str) -> None:
    text = resources.path(*name.split("/")).read_text(encoding="utf-8")
    assert {word: better for word, better in ONE_WORD.items() if word in text} == {}


def test_hints_begin_with_their_keys_in_arabic() -> None:
    """A key after its meaning stands beside the meaning of the next key."""
    text = resources.path("i18n", "musnad_ar.ts").read_text(encoding="utf-8")
    hints = re.findall(r"<source>(\{[A-Z][^<]*)</source>\s*<translation>([^<]*)<", text)
    assert hints and [arabic for _, arabic in hints if not re.match(r"\{[A-Z]", arabic)] == []


TURNED = re.compile(r"(?<![\w.:/\u200e-])(?:\d+-\d|#[0-9A-Fa-f]{3})")
"""Numbers with hyphens, and colours: behind Arabic letters they are read from their other end (31-01-2024)."""


@pytest.mark.parametrize("name", ["i18n/musnad_ar.ts", "help/ar.md"])
def test_dates_ranges_and_colours_are_isolated_in_arabic(name: str) -> None:
    text = resources.path(*name.split("/")).read_text(encoding="utf-8")
    lines = (
        re.findall(r"<translation[^>]*>(.*?)</translation>", text, re.S) if name.endswith("ts") else text.split("\n")
    )
    turned = []
    for line in lines:
        bare = re.sub("\u2066[^\u2069]*\u2069", "", line)
        behind_arabic = (
            found for found in TURNED.finditer(bare) if re.search("[\u0621-\u064a][^A-Za-z]*$", bare[: found.start()])
        )
        turned += [line for _ in behind_arabic]
    assert turned == []


def test_arabic_mirrors_the_window_and_brings_qts_own_words(qapp: QApplication) -> None:
    set_language("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert tr("Undo") == "تراجع"
    assert qapp.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert QLocale().language() == QLocale.Language.Arabic
    set_language("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert tr("Undo") == "Undo"


def test_widgets_hear_of_the_change(qtbot: QtBot) -> None:
    class Listener(QLabel):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:
            self.heard += event.type() == QEvent.Type.LanguageChange

    label = Listener()
    qtbot.addWidget(label)
    set_language("ar")
    qtbot.waitUntil(lambda: label.heard > 0)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا علامات"),
        (1, "علامة واحدة"),
        (2, "علامتان"),
        (3, "٣ علامات"),
        (10, "١٠ علامات"),
        (11, "١١ علامة"),
        (100, "١٠٠ علامة"),
        (103, "١٠٣ علامات"),
        (1310, "١٬٣١٠ علامات"),
    ],
)
def test_arabic_has_six_plurals(count: int, said: str) -> None:
    set_language("ar")
    assert tr_n("{n} marks", count) == said


def test_english_has_two_plurals() -> None:
    assert [tr_n("{n} marks", count) for count in (0, 1, 2)] == ["0 marks", "1 mark", "2 marks"]


def test_numbers_and_dates_are_the_languages() -> None:
    assert (number(1310), number(2.5)) == ("1,310", "2.5")
    assert (date("2026-03-03"), date("2026-03-03T10:15:00Z")) == ("3 March 2026", "3 March 2026")
    set_language("ar")
    assert (number(1310), number(2.5)) == ("١٬٣١٠", "٢٫٥")
    assert (date("2026-03-03"), date("2026-03")) == ("٣ مارس ٢٠٢٦", "مارس ٢٠٢٦")


@pytest.mark.parametrize("text", ["yesterday", "2026-13-45", "2026-03-03x", ""])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert date(text) == isolate(text)


def test_foreign_strings_are_isolated() -> None:
    set_language("ar")
    assert tr("{name} is empty.", name="a.txt") == f"الملف {FSI}a.txt{PDI} فارغ."
    set_language("en")
    assert tr("{name} is empty.", name="a.txt") == "a.txt is empty."
    assert tr("{name} is empty.", name="قول.txt") == f"\u2066قول.txt{PDI} is empty."
    assert tr("{name} is empty.", name="قول") == f"{FSI}قول{PDI} is empty."


def test_isolating_twice_is_isolating_once() -> None:
    once = isolate("Delta قال")
    assert isolate(once) == once
    assert tr("{name} is empty.", name=once) == f"{once} is empty."


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\u202eb", "a[RLO]b"),
        ("a\u2069b", "a[PDI]b"),
        ("a\u2067b", "a[RLI]b"),
        ("\u2068a\u2069 b \u2068c\u2069", "\u2068a\u2069 b \u2068c\u2069"),
    ],
)
def test_no_name_reaches_out_of_its_isolate(given: str, shown: str) -> None:
    assert isolate(given) == f"{FSI}{shown}{PDI}"


def test_errors_are_told_in_the_windows_language() -> None:
    error = NotFoundError("There is no mark {id!r}.", id="x1")
    assert tr_error(error) == "There is no mark “x1”."
    set_language("ar")
    assert tr_error(error) == f"لا توجد علامة «{FSI}x1{PDI}»."
    assert str(error) == "There is no mark 'x1'."


def test_a_list_in_an_error_has_the_commas_of_its_language() -> None:
    error = InputError("Python lacks {libraries}.", libraries=["torch", "transformers"])
    assert str(error) == tr_error(error) == "Python lacks torch, transformers."
    set_language("ar")
    assert f"{FSI}torch{PDI}، {FSI}transformers{PDI}" in tr_error(error)


def test_fields_are_said_by_what_they_are() -> None:
    inner = InputError("The article is empty.")
    assert tr("{a} {b} {c} {d}", a=1310, b=["x", 2], c=inner, d=True) == "1,310 x, 2 The article is empty. True"
    assert tr("{share:.0%}", share=0.5) == "50%"


def test_a_phrase_is_said_at_display() -> None:
    undo = phrase("Undo")
    assert undo() == "Undo"
    set_language("ar")
    assert undo() == "تراجع"


def test_the_choice_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("ar_JO"))
    assert preferred_language() == "ar"
    choose_language("en")
    assert preferred_language() == "en"
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("fr_FR"))
    choose_language("ar")
    assert preferred_language() == "ar"


def test_a_language_we_do_not_speak_means_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("fr_FR"))
    assert preferred_language() == "en"


# The tool that keeps the .ts files


@pytest.fixture
def extract(translations: ModuleType, tmp_path: Path) -> Callable[[str], set[tuple[str, bool]]]:
    """What is found in a source file."""

    def extract(source: str) -> set[tuple[str, bool]]:
        (tmp_path / "window.py").write_text(source, encoding="utf-8")
        found: set[tuple[str, bool]] = translations.extract(tmp_path)
        return found

    return extract


def test_strings_are_found_wherever_they_stand(extract: Callable[[str], set[tuple[str, bool]]]) -> None:
    source = """
class InputError(MusnadError): ...
class Special(InputError): ...
tr("plain"); i18n.tr("by " "name", n=1); tr_n("{n} things", 3); phrase("later")
tr("yes" if good else "no")
Action(id="not this", title="Title", tip="Tip", run=run)
raise Special("went {how}", how="wrong")
ValueError("not this either")
"""
    plain = {"plain", "by name", "later", "yes", "no", "Title", "Tip", "went {how}"}
    assert extract(source) == {*((text, False) for text in plain), ("{n} things", True)}


def test_a_string_that_is_no_literal_is_an_error(
    translations: ModuleType, extract: Callable[[str], set[tuple[str, bool]]]
) -> None:
    with pytest.raises(translations.ExtractionError, match=r"window\.py:2: tr\(\) needs a literal"):
        extract("\ntr(text)")


def test_update_keeps_what_is_translated_and_drops_what_is_gone(translations: ModuleType) -> None:
    message = translations.Message
    held = [message("kept", False, ("بقي",)), message("gone", False, ("ذهب",))]
    merged = translations.merged("ar", {("kept", False), ("new", False), ("{n} x", True)}, held)
    assert sorted(merged) == [
        message("kept", False, ("بقي",)),
        message("new", False, ("",)),
        message("{n} x", True, ("",) * 6),
    ]


def test_a_file_is_read_as_it_was_written(translations: ModuleType, tmp_path: Path) -> None:
    message = translations.Message
    messages = [message("a & <b>", False, ("أ & <ب>",)), message("{n} x", True, tuple("abcdef"), "why")]
    path = tmp_path / "x.ts"
    path.write_text(translations.write_ts("ar", {"musnad": messages}), encoding="utf-8")
    assert translations.read_ts(path) == {"musnad": messages}


@pytest.mark.parametrize(
    ("source", "forms", "faulty"),
    [
        ("{a} of {b}", ("{b}: {a}",), False),
        ("{a} of {b}", ("{a}",), True),
        ("{a}", ("{a} {c}",), True),
        ("{a!r}", ("{a}",), False),
        ("plain", ("",), True),
        ("plain", ("{",), True),
        ("{n} x", ("none", "one", "two", "{n}", "{n}", "{n}"), False),
        ("{n} x", ("none", "one", "two", "some", "{n}", "{n}"), True),
    ],
)
def test_a_translation_has_the_fields_of_its_source(
    translations: ModuleType, source: str, forms: tuple[str, ...], faulty: bool
) -> None:
    message = translations.Message(source, len(forms) > 1, forms)
    assert bool(list(translations.faults(message, "ar"))) is faulty


def test_a_language_that_is_left_is_not_kept(qapp: QApplication) -> None:
    for code in ("ar", "en") * 4:
        set_language(code)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(qapp.findChildren(QTranslator)) <= 2


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/tmp/تجربة/مقالات.jsonl", ["tmp", "تجربة", "مقالات.jsonl"]),
        ("تجربة.jsonl", ["تجربة.jsonl"]),
        ("C:\\أخبار\\يونيو", ["C:", "أخبار", "يونيو"]),
    ],
)
def test_a_path_runs_from_left_to_right_name_by_name(path: str, parts: list[str]) -> None:
    """Not «jsonl.تجربة/…»: each name is an isolate of its own in one that runs from left to right."""
    set_language("ar")
    shown = path_text(path)
    assert shown.startswith("\u2066") and shown.endswith(PDI)
    assert [one for one in re.split("[\u2066\u2069/\\\\]+", shown) if one] == parts
    assert "".join(char for char in shown if char not in f"\u2066{PDI}") == path
    for said in (tr("Copied to {path}", path=path), tr_error(InputError("There is no file {path}.", path=path))):
        assert shown in said


def test_the_name_of_a_file_is_one_wherever_it_is_named() -> None:
    set_language("ar")
    name = "تقرير أولي.jsonl"
    assert f"\u2066{name}{PDI}" in tr_error(InputError("{name}: byte {place} is not UTF-8.", name=name, place=3))
    assert f"{FSI}سالم{PDI}" in tr_error(InputError("{name}: byte {place} is not UTF-8.", name="سالم", place=3))
