"""Text from elsewhere in one line: controls are named, and joiners that are spelling are left alone."""

import pytest

from annotator.text.controls import find_controls
from annotator.visible import visible, visible_lines

SPELLING = [
    "گفت‌وگوها",
    "می‌رود",
    "میَ‌رود",
    "ه‍. ق",
    "👨‍👩‍👧",
    "👩🏽‍⚕️",
    "❤️‍🔥",
    "🐈‍⬛",
]


@pytest.mark.parametrize("text", SPELLING)
def test_joiners_that_are_spelling_are_neither_named_nor_counted(text: str) -> None:
    assert visible(text) == text and find_controls(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u200cا", "[ZWNJ]ا"),
        ("ا\u200c", "ا[ZWNJ]"),
        ("ا \u200c ب", "ا [ZWNJ] ب"),
        ("م\u200c\u200cر", "م[ZWNJ][ZWNJ]ر"),
        ("a\u200db", "a[ZWJ]b"),
        ("\u200d", "[ZWJ]"),
        ("a\u202eb\x1b\n", "a[RLO]b[U+001B] "),
    ],
)
def test_what_is_no_spelling_is_named_and_counted(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(find_controls(text)) == sum(char in "\u200c\u200d\u202e" for char in text)


def test_lines_and_tabs_stay_where_a_text_is_shown_as_it_is() -> None:
    assert visible_lines("a\tب\u202e\r\nگفت\u200cوگوها\ufeff") == "a\tب[RLO]\r\nگفت\u200cوگوها[BOM]"
