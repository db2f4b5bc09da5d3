import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.text.cleaning import clean

TEXTS = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\r\n\x85\u2028\u2029\ufeff\0\f\t"))
TOUCHED = {"\r", "\x85", "\u2028", "\u2029", *map(chr, range(0x20))} - {"\t", "\n"}


def test_says_what_it_did() -> None:
    assert clean("\ufeffأ\r\nب\rج\u2028د\0\x0b\tهـ") == (
        "أ\nب\nج\nد\ufffd\ufffd\tهـ",
        (
            IntakeNote(kind="bom", count=1),
            IntakeNote(kind="newlines", detail="CRLF, CR, LS", count=3),
            IntakeNote(kind="controls", count=2),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  سطر \n\n\t",
        "القرا\u0653ن",  # decomposed
        "ﺔﻴﺑﺮﻌﻟا",  # presentation forms
        "100\u00a0%\u202f5",
        "أ\u202eب\u200fج\u2066",
        "ب\ufeffت",  # a BOM inside a text is a hidden control like others
        "\x7f\x9f",
    ],
)
def test_leaves_alone_what_it_need_not_touch(text: str) -> None:
    assert clean(text) == (text, ())


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r"Character 2 .*U\+D83D"):
        clean("أب\ud83dج")


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    text, _ = clean(raw)
    assert clean(text) == (text, ())


@given(TEXTS)
def test_nothing_else_changes(raw: str) -> None:
    text, notes = clean(raw)
    body = raw.lstrip("\ufeff").replace("\r\n", "\n")
    assert len(text) == len(body)
    for before, after in zip(body, text, strict=True):
        assert before == after or (before in TOUCHED and after in "\n\ufffd")
    assert bool(notes) == (text != raw)


@given(TEXTS)
def test_counts_are_of_what_was_there(raw: str) -> None:
    counts = {note.kind: note.count for note in clean(raw)[1]}
    body = raw.lstrip("\ufeff")
    assert counts.get("bom", 0) == len(raw) - len(body)
    assert counts.get("newlines", 0) == sum(map(body.count, "\r\x85\u2028\u2029"))
    assert counts.get("controls", 0) == sum(body.count(char) for char in TOUCHED - set("\r\x85\u2028\u2029"))
