"""Keys keep their order and stay with what they do, in whatever sentence and language they are named."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

import annotator
from annotator import resources
from annotator.ui.i18n import set_language, tr, tr_n

KEY = re.compile(r"(?<![\w{+])(?:(?:Ctrl|Alt|Shift)\+\S|Enter|Return|Esc|Backspace|Tab|Del|PgUp|PgDown|F\d+)\b")
WORDS = ("title", "tip")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_language("en")


def literals() -> Iterator[str]:
    """Every string that is said in the window."""
    for path in Path(annotator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                said = node.args[:1] if name in ("tr", "tr_n", "phrase") else []
                said += [keyword.value for keyword in node.keywords if name == "Action" and keyword.arg in WORDS]
                yield from (one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_no_string_names_a_key_that_is_not_a_field() -> None:
    assert [text for text in literals() if KEY.search(text)] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_translation_names_a_key_that_is_not_a_field(language: str) -> None:
    tree = ElementTree.parse(resources.path("i18n", f"musnad_{language}.ts"))
    [ours] = [context for context in tree.iter("context") if context.findtext("name") == "musnad"]
    said = ["".join(message.itertext()) for message in ours.iter("translation")]
    assert said and [text for text in said if KEY.search(text)] == []


def order(text: str) -> list[str]:
    """The keys in a line that runs from right to left, from the right, as the eye meets them."""
    layout = QTextLayout(text)
    option = layout.textOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    found = [(line.cursorToX(match.start() + 1), match[0]) for match in re.finditer("[A-Za-z+]+", text)]
    return [key for _, key in sorted(found, reverse=True)]


def test_keys_of_an_arabic_hint_stand_in_the_order_of_reading() -> None:
    set_language("ar")
    said = tr("{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")
    assert order(said) == ["Enter", "Ctrl+Enter", "Esc"]
    assert said.startswith("\u2066Enter\u2069:")


def test_keys_beside_each_other_are_not_swapped() -> None:
    set_language("ar")
    assert order(tr("{Enter}   ·   {Esc}")) == ["Enter", "Esc"]
    assert order("Enter   ·   Esc") == ["Esc", "Enter"], "without isolates they are"


def test_a_key_is_a_field_that_says_itself() -> None:
    assert tr("{N} next mark") == "N next mark"
    assert tr_n("{n} suggestions   ·   {Tab} walks them", 3).startswith("3 suggestions   ·   Tab")
    set_language("ar")
    assert "\u2066Tab\u2069" in tr_n("{n} suggestions   ·   {Tab} walks them", 3)
