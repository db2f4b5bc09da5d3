"""Messages repeat what came from outside in one line, not too long, and without obeying it."""

from pathlib import Path

import pytest

import annotator
from annotator.errors import FIELD_LENGTH, MESSAGE_LENGTH, InputError, NotFoundError
from annotator.visible import clipped, visible


def test_a_long_id_is_cut_and_keeps_both_ends() -> None:
    message = str(NotFoundError("There is no mark {id!r} to link.", id="a" * 100_000 + "z"))
    assert len(message) < 300
    assert message.startswith("There is no mark 'aaa") and message.endswith("z' to link.")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\nb\r\tc", "a b[U+000D] c"),
        ("\x1b[31m\0\x9b", "[U+001B][31m[U+0000][U+009B]"),
        ("\u202eabc\u2066\ufeff", "[RLO]abc[LRI][BOM]"),
        ("a\u2028b", "a b"),
        ("\udcff", "[U+DCFF]"),
        ("می\u200cشود 👨\u200d👩", "می\u200cشود 👨\u200d👩"),
    ],
)
def test_controls_are_shown(given: str, shown: str) -> None:
    assert str(InputError("{name}", name=given)) == shown
    assert str(InputError("{path}", path=Path(given.replace("\0", "0")))) == shown.replace("[U+0000]", "0")
    assert InputError("{name}", name=given).fields == {"name": shown}


def test_what_is_quoted_is_quoted_as_it_came() -> None:
    assert str(InputError("{name!r}", name="a\n\u202e")) == r"'a\n\u202e'"


def test_lists_are_cut_too() -> None:
    message = str(InputError("known: {known}", known=["label" * 10] * 5000))
    assert len(message) < MESSAGE_LENGTH and message.endswith("…")


def test_a_number_of_any_length_is_told() -> None:
    assert str(InputError("{start}", start=10**6000)) == "10^6000"
    assert str(InputError("{start:,}", start=-1234)) == "-1,234"


def test_errors_in_errors_stay_short() -> None:
    error = InputError("{text}", text="x\n" * 10_000)
    for _ in range(20):
        error = InputError("{a} {b} {c}", a=error, b="y" * 5000, c="z" * 5000)
    assert len(str(error)) <= MESSAGE_LENGTH and "\n" not in str(error)


def test_clipping_keeps_its_bound() -> None:
    assert clipped("x" * FIELD_LENGTH, FIELD_LENGTH) == "x" * FIELD_LENGTH
    assert len(clipped("x" * 1000, 10)) == 10
    assert visible("plain") == "plain"


def test_what_catches_everything_says_why() -> None:
    root = Path(annotator.__file__).parent
    for path in root.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if line.lstrip().startswith(("except Exception", "except:")):
                assert "#" in line or lines[number].lstrip().startswith("#"), f"{path.relative_to(root)}:{number}"
