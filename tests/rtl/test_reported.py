"""Texts as newspapers of the region print them, at the doors where people met trouble with them."""

import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click.testing
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import Project, cli
from annotator.ui.actor_words import in_latin, toggle_transliteration
from annotator.ui.main_window import MainWindow

Reader = Any
Read = Callable[..., Reader]
Open = Callable[..., MainWindow]
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

ACRONYMS = "قناة سي.إن.إن نقلت عن الـإف.بي.آي. أن التحقيق بدأ. وقالت بي.بي.سي إن النتائج قريبة."


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ('הוא אמר ל"הארץ" כי "לא נסכים" לתנאים.', "הארץ", "הארץ"),
        (ACRONYMS, "سي", "سي.إن.إن"),
        (ACRONYMS, "بي.سي", "بي.بي.سي"),
        ("ג'ורג' בוש הגיע", "ורג", "ג'ורג'"),
        ("صرّح لـ«النورس» أمس", "النورس", "النورس"),
        ("وبحسب الـUNHCR أمس", "UNHCR", "UNHCR"),
    ],
)
def test_a_double_click_takes_the_word(read: Read, text: str, at: str, word: str) -> None:
    reader = read(text)
    assert reader.double_click(reader.point(text.index(at))) == word


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        (ACRONYMS, "نقلت", "قناة سي.إن.إن نقلت عن الـإف.بي.آي. أن التحقيق بدأ."),
        ("رہنما پی۔ ٹی۔ آئی نے بیان دیا۔", "بیان", "رہنما پی۔ ٹی۔ آئی نے بیان دیا۔"),
        ("انظر الفقرة 2.1. الشروط العامة من العقد.", "الشروط", "انظر الفقرة 2.1. الشروط العامة من العقد."),
    ],
)
def test_a_triple_click_takes_the_sentence(read: Read, text: str, at: str, sentence: str) -> None:
    reader = read(text)
    point = reader.point(text.index(at))
    reader.double_click(point)
    reader.click(point)
    assert text[slice(*reader.selected)].strip() == sentence


@pytest.mark.parametrize(
    ("text", "at", "inner"),
    [
        ('דובר צה"ל אמר ל"ידיעות אחרונות": "ננצח במערכה".', "במערכה", "ננצח במערכה"),
        ("قال تعالى ﴿إنا أعطيناك الكوثر﴾ في السورة.", "أعطيناك", "إنا أعطيناك الكوثر"),
        ("وأكد أن <<القرار نهائي>> ولا رجعة.", "نهائي", "القرار نهائي"),
        ("قال ״نعم״ ثم ‹القرار نهائي› وسكت.", "نهائي", "القرار نهائي"),
    ],
)
def test_the_second_key_takes_what_stands_between_the_marks(open_window: Open, text: str, at: str, inner: str) -> None:
    window = open_window(text)
    article = window.workspace.article
    article.setFocus()
    article.select(text.index(at), text.index(at))
    for _ in range(2):
        QTest.keyClick(article, Qt.Key.Key_F8)
    assert text[slice(*article.selected_range())] == inner


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("شركة Apple Inc تطلق iPhone في دبي", "rtl"),
        ("عاجل: بيان جديد https://www.example.com/news/2026/11/22/statement-full-text", "rtl"),
        ("🇸🇦🇪🇬🇯🇴🇶🇦🇰🇼 قمة", "rtl"),
        ("The minister said «نعم» to all of it", "ltr"),
    ],
)
def test_words_decide_the_direction_of_an_article(open_window: Open, text: str, direction: str) -> None:
    window = open_window(text)
    assert window.session is not None and window.session.direction == direction
    assert window.workspace.article.page.type.rtl == (direction == "rtl")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("خانۀ پدری در تهران", "خانه"),
        ("خانهٔ پدری در تهران", "خانۀ"),
        ("بلغ النمو ١٢٫٥ في المئة", "12.5"),
        ("النسبة ٥٠٪ تقريبا", "50%"),
        ("הפגנה בתל־אביב אמש", "תל-אביב"),
        ("لقاح كوفيد\u201119 متاح", "كوفيد-19"),
        ("او می\u200cرود خانه", "می رود"),
        ("بن\u200bعلي", "بن علي"),
        ("وَلَا تَكُ شَيۡـٔٗا مَّذۡكُورًا", "شيئا"),
        ("شاری هەولێر", "هه\u200cولێر"),
        ("די װעלט איז גרױס", "וועלט"),
        ("قال: هل وصل؟ نعم", "وصل? نعم"),
    ],
)
def test_a_search_of_the_project_finds_it(project: Project, text: str, query: str) -> None:
    project.add_document(text)
    assert len(project.search(query)) == 1


def _press(window: MainWindow, char: str, keys: Qt.KeyboardModifier = NONE) -> None:
    """A key of another layout, as an input method or a program makes it: with no native code."""
    handle = window.windowHandle()
    assert handle is not None
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(char), keys, "" if keys & CTRL else char)
        event.setAccepted(kind != QEvent.Type.ShortcutOverride)
        QCoreApplication.sendEvent(handle, event)
    QApplication.processEvents()


def _selected(window: MainWindow, words: str) -> None:
    article = window.workspace.article
    article.setFocus()
    start = article.page.text.index(words)
    article.select(start, start + len(words))


@pytest.mark.parametrize("char", ["\u05e9", "\u0634"], ids=["Hebrew", "Arabic"])
def test_a_letter_of_another_layout_is_its_place(open_window: Open, char: str) -> None:
    window = open_window("قال الوزير إن المباحثات ناجحة.")
    _selected(window, "الوزير")
    _press(window, char)
    assert window.session is not None
    assert [span.label for span in window.session.spans] == ["actor"]


def test_a_letter_of_persian_takes_nothing_back(open_window: Open) -> None:
    window = open_window("قال الوزير إن المباحثات ناجحة.")
    _selected(window, "الوزير")
    _press(window, "\u0634")
    _press(window, "\u0626", CTRL)
    assert window.session is not None and len(window.session.spans) == 1


@pytest.mark.parametrize("digit", ["\u06f1", "\u0661", "1"])
def test_a_digit_of_every_script_is_a_digit(open_window: Open, digit: str) -> None:
    window = open_window("وزیر نے کہا۔")
    _selected(window, "وزیر")
    _press(window, "\u0634")
    assert window.session is not None
    before = dict(window.session.spans[0].attributes)
    _press(window, digit)
    assert dict(window.session.spans[0].attributes) != before


def test_names_are_sorted_and_spelt_as_their_language_does(open_window: Open) -> None:
    window = open_window("متن")
    assert window.session is not None
    names = "یوسف پارسا بهرام گرگان کرمان ژاله چابهار هادی وحید"
    for name in names.split():
        window.session.project.add_actor(name, "person")
    QTest.keyClick(window.workspace.article, Qt.Key.Key_R, CTRL)
    page = window.features.actor_pages().page
    wanted = "بهرام پارسا چابهار ژاله کرمان گرگان وحید هادی یوسف"
    assert [row.title for row in page.rows.items] == wanted.split()


@pytest.mark.parametrize("name", ["نواز شریف", "ٹیپو سلطان", "ڕێبوار ئەحمەد"])
def test_names_in_latin_letters_are_latin_throughout(project: Project, name: str) -> None:
    actor = project.add_actor(name, "person")
    toggle_transliteration()
    try:
        latin = in_latin(actor)
    finally:
        toggle_transliteration()
    assert latin and all(char.isascii() or "LATIN" in unicodedata.name(char) for char in latin)


def test_the_half_spaces_of_persian_are_nothing_to_look_at(open_window: Open) -> None:
    window = open_window("می\u200cروند و نمی\u200cخواهند که خانه\u200cها را ببینند")
    assert window.session is not None
    assert not window.workspace.header.hidden.isVisible()
    result = click.testing.CliRunner().invoke(cli.musnad, ["search", str(window.session.project.path), "میروند"])
    assert "روند" in result.stdout
    assert "ZWNJ" not in result.stdout


def test_a_paragraph_without_a_space_costs_what_is_seen(open_window: Open) -> None:
    window = open_window("سبحان" * 40_000)
    began = time.monotonic()
    window.resize(900, 700)
    QApplication.processEvents()
    assert time.monotonic() - began < 5.0


def test_a_path_with_controls_of_direction_is_told_by_their_names(tmp_path: Path) -> None:
    result = click.testing.CliRunner().invoke(cli.musnad, ["new", str(tmp_path / "rlo\u202egpj.musnad")])
    assert "[RLO]" in result.stdout and "\u202e" not in result.stdout


def test_the_language_of_a_dataset_is_that_of_its_texts(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("כותרת\nטקסט.", "utf-8")
    project.import_(tmp_path / "a.txt")
    project.export("jsonl", tmp_path / "a.jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["language"] == "he"
    persian = project.add_document("وی تأکید کرد: «ما آماده‌ایم».")
    project.suggest(["cues"])
    assert project.suggestions(persian.id) == []
