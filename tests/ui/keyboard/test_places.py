"""What a key means to shortcuts, from its place and from what the layout types with it."""

from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.keyboard.places import (
    ARABIC,
    Key,
    keysym_character,
    letter,
    meanings,
    place_of,
    place_of_arabic,
    place_of_letter,
)

SIGNS = "1234567890-=[];'\\,./`"
PLACES = [*ascii_uppercase, *SIGNS]
TYPED = [chr(code).upper() for code in range(0x21, 0x7F)]


@pytest.mark.parametrize(
    ("char", "x11", "windows", "mac"),
    [
        ("A", 38, 0x1E, 0x00),
        ("Q", 24, 0x10, 0x0C),
        ("Z", 52, 0x2C, 0x06),
        ("M", 58, 0x32, 0x2E),
        ("1", 10, 0x02, 0x12),
        ("0", 19, 0x0B, 0x1D),
        ("-", 20, 0x0C, 0x1B),
        ("=", 21, 0x0D, 0x18),
        ("[", 34, 0x1A, 0x21),
        ("]", 35, 0x1B, 0x1E),
        (";", 47, 0x27, 0x29),
        ("'", 48, 0x28, 0x27),
        ("`", 49, 0x29, 0x32),
        ("\\", 51, 0x2B, 0x2A),
        (",", 59, 0x33, 0x2B),
        ("/", 61, 0x35, 0x2C),
    ],
)
def test_each_platform_numbers_its_keys(char: str, x11: int, windows: int, mac: int) -> None:
    assert place_of("x11", x11, 0) == char
    assert place_of("windows", windows, 0) == char
    assert place_of("mac", 0, mac) == char


@pytest.mark.parametrize("platform", ["x11", "windows", "mac"])
def test_every_place_has_one_key(platform: str) -> None:
    found = [place for code in range(256) if (place := place_of(platform, code, code))]  # type: ignore[arg-type]
    assert sorted(found) == sorted(PLACES)


def test_an_event_without_codes_has_no_place() -> None:
    assert place_of("none", 38, 38) == ""


def test_a_key_symbol_is_ascii_or_says_nothing() -> None:
    assert [keysym_character(code) for code in (0x61, 0x41, 0x2F, 0x100002F)] == ["A", "A", "/", "/"]
    # Arabic, Persian digits, dead keys, Enter, the letters of Latin-1.
    assert {keysym_character(code) for code in (0x5D4, 0x10006F1, 0xFE52, 0xFF0D, 0xE9)} == {""}


@pytest.mark.parametrize(
    ("place", "typed", "meant"),
    [
        ("A", "A", "A"),
        ("Q", "A", "A"),  # French
        ("Y", "Z", "Z"),  # German
        ("A", "", "A"),  # Arabic, Persian, Urdu
        ("Q", "/", "Q"),  # Hebrew
        ("L", "/", "L"),  # Arabic with Shift
        ("'", "I", "I"),  # Turkish
        ("[", "", ""),
        ("", "A", "A"),
        ("", "", ""),
    ],
)
def test_a_letter_is_the_one_typed_else_that_of_the_place(place: str, typed: str, meant: str) -> None:
    assert letter(Key(place, typed)) == meant


@pytest.mark.parametrize(
    ("key", "first"),
    [
        (Key("/", "/"), [("/", False)]),
        (Key("[", "{", shift=True), [("{", False), ("[", True)]),
        (Key("=", "+", shift=True), [("+", False), ("=", True)]),
        (Key("[", ""), [("[", False)]),  # Arabic
        (Key("[", "<", shift=True), [("<", False), ("[", True), ("{", False)]),  # Arabic
        (Key("[", "]"), [("[", False)]),  # Hebrew mirrors
        (Key("[", "}", shift=True), [("[", True), ("{", False)]),
        (Key("/", "-"), [("-", False), ("/", False)]),  # German
        (Key("6", "-"), [("-", False), ("6", False)]),  # French
        (Key("6", "6", shift=True), [("6", True), ("^", False)]),
        (Key("1", ""), [("1", False)]),  # Persian
        (Key("[", "X"), [("X", False), ("[", False)]),  # Kurdish
        (Key("Q", "A"), [("A", False)]),
        (Key("N", "N", shift=True), [("N", True)]),
        (Key("8", "[", third_level=True), [("[", False)]),
        (Key("E", "", third_level=True), []),
        (Key("", "+"), [("+", False)]),  # the keypad
    ],
)
def test_a_sign_is_the_one_typed_or_that_of_the_place(key: Key, first: list[tuple[str, bool]]) -> None:
    assert list(dict.fromkeys(meanings(key))) == first


@given(st.sampled_from(PLACES), st.sampled_from(["", *TYPED]), st.booleans(), st.booleans())
def test_no_letter_is_taken_for_another(place: str, typed: str, shift: bool, third: bool) -> None:
    found = [char for char, _ in meanings(Key(place, typed, shift, third)) if char in ascii_uppercase]
    assert len(found) <= 1
    if typed in ascii_uppercase and typed:
        assert found == [typed]


def test_the_arabic_letters_lead_back_to_their_places() -> None:
    assert all(place_of_arabic(letter) == place for place, letter in ARABIC.items())
    assert place_of_arabic("A") == ""


def test_letters_without_codes_lead_to_the_places_of_their_layout() -> None:
    assert [place_of_letter(letter) for letter in "שקیگچش"] == ["A", "E", "D", "'", "]", "A"]
    assert place_of_letter("ئ") == "Z"
    assert [place_of_letter(letter, commanding=True) for letter in "ئظدشס"] == ["", "/", "]", "A", "X"]
