from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.span import Parts, as_parts
from annotator.text.graphemes import boundaries
from annotator.text.parts import Edge, EdgeUnit, covers, joined, moved, next_split, split_start, without

TEXT = "قال «لن نرحل»، أضاف الوزير، «سنبقى هنا». وبالوزارة نعم"
PIECES = [*"ابم،. 1", "قال ", "مَّ", "👨‍👩‍👧 ", "«نعم» "]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=3, max_size=25).map("".join)


def marked(text: str) -> tuple[str, Parts]:
    """A text and its parts, which stand in square brackets."""
    parts: list[tuple[int, int]] = []
    plain = ""
    for piece in text.replace("]", "[").split("["):
        parts.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, tuple(parts[1::2])


def shown(text: str, parts: Parts) -> str:
    for start, end in reversed(parts):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


Case = tuple[str, str, str]


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("[قال] وزير النقل أمس", "النقل", "[قال] وزير [النقل] أمس"),
        ("[قال] وزير النقل أمس", "وزير", "[قال وزير] النقل أمس"),
        ("[قال] وزير [النقل] أمس", "وزير", "[قال وزير النقل] أمس"),
        ("قال [وزير] النقل أمس", "قال وزير النقل", "[قال وزير النقل] أمس"),
        ("قال [وزير النقل] أمس", "النقل أمس", "قال [وزير النقل أمس]"),
        ("قال [وزير النقل] أمس", "وزير", "قال [وزير النقل] أمس"),
        ("[قال]، نعم", "نعم", "[قال]، [نعم]"),
        ("نعم\n[قال]", "نعم", "[نعم\nقال]"),
    ],
)
def test_joining(before: str, words: str, after: str) -> None:
    text, parts = marked(before)
    start = text.index(words)
    assert shown(text, joined(text, parts, start, start + len(words))) == after


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("[قال وزير النقل] أمس", "وزير", "[قال] وزير [النقل] أمس"),
        ("[قال وزير النقل] أمس", "قال", "قال [وزير النقل] أمس"),
        ("[قال وزير النقل] أمس", "النقل", "[قال وزير] النقل أمس"),
        ("[قال وزير النقل] أمس", "النقل أمس", "[قال وزير] النقل أمس"),
        ("[«لن نرحل»، قال الوزير، «سنبقى»]", "قال الوزير", "[«لن نرحل»]، قال الوزير، [«سنبقى»]"),
        ("[لن نرحل. قال الوزير. سنبقى]", "قال الوزير", "[لن نرحل.] قال الوزير. [سنبقى]"),
        ("[قال] وزير [النقل]", "النقل", "[قال] وزير النقل"),
        ("[قال] وزير [النقل]", "قال وزير", "قال وزير [النقل]"),
        ("[وبيونغ] أمس", "و", "و[بيونغ] أمس"),
        ("[قال، ] أمس", "قال", "قال،  أمس"),
        ("[قال] أمس", "أمس", "[قال] أمس"),
    ],
)
def test_taking_out(before: str, words: str, after: str) -> None:
    text, parts = marked(before)
    start = text.index(words)
    assert shown(text, without(text, parts, start, start + len(words))) == after


@pytest.mark.parametrize(
    ("before", "edge", "outward", "unit", "after"),
    [
        ("[الوزير] السابق", "end", True, "letter", "[الوزير ]السابق"),
        ("[الوزير ]السابق", "end", True, "letter", "[الوزير ا]لسابق"),
        ("[الوزير ا]لسابق", "end", False, "letter", "[الوزير ]السابق"),
        ("[الوزير] السابق", "end", True, "word", "[الوزير السابق]"),
        ("[الوزير السابق]", "end", False, "word", "[الوزير] السابق"),
        ("قال [الوزير]، أمس", "end", True, "word", "قال [الوزير، أمس]"),
        ("قال [الوزير]", "start", True, "letter", "قال[ الوزير]"),
        ("قال [الوزير]", "start", True, "word", "[قال الوزير]"),
        ("قال ال[وزير]", "start", True, "word", "قال [الوزير]"),
        ("[قال الوزير]", "start", False, "word", "قال [الوزير]"),
        ("[مُحَمَّد]", "start", False, "letter", "مُ[حَمَّد]"),
        ("[مُحَمَّدٌ]", "end", False, "letter", "[مُحَمَّ]دٌ"),
        ("[قال] ثم [ا] نعم", "end", False, "letter", "[قال] ثم ا نعم"),
        ("[قال] ثم [نعم]", "start", False, "word", "قال ثم [نعم]"),
        ("[قال] ثم [نعم] لا", "end", True, "word", "[قال] ثم [نعم لا]"),
    ],
)
def test_an_edge_moves(before: str, edge: Edge, outward: bool, unit: EdgeUnit, after: str) -> None:
    text, parts = marked(before)
    found = moved(text, parts, edge, outward, unit)
    assert found is not None and shown(text, found) == after


@pytest.mark.parametrize(
    ("before", "edge", "outward", "unit"),
    [
        ("[قال] نعم", "start", True, "letter"),
        (" [قال] نعم", "start", True, "word"),
        ("قال [نعم]", "end", True, "letter"),
        ("قال [نعم].", "end", True, "word"),
        ("[م] نعم", "start", False, "letter"),
        ("[👨‍👩‍👧] نعم", "end", False, "letter"),
        ("[قال] نعم", "start", False, "word"),
        ("[قال] نعم", "end", False, "word"),
    ],
)
def test_an_edge_stays_at_the_limits(before: str, edge: Edge, outward: bool, unit: EdgeUnit) -> None:
    text, parts = marked(before)
    assert moved(text, parts, edge, outward, unit) is None


def test_clitics_go_one_by_one_and_come_back() -> None:
    text, parts = marked("قال [وبالوزارة أمس] ثم [نعم]")
    seen = []
    for _ in range(4):
        found = split_start(text, parts)
        assert found is not None
        parts = found
        seen.append(shown(text, parts))
    assert seen == [
        "قال و[بالوزارة أمس] ثم [نعم]",
        "قال وب[الوزارة أمس] ثم [نعم]",
        "قال وبال[وزارة أمس] ثم [نعم]",
        "قال [وبالوزارة أمس] ثم [نعم]",
    ]


def test_a_start_of_ones_own_goes_on_from_there() -> None:
    text = "وبالوزارة"
    assert next_split(text, 3, 9) == 4
    assert next_split(text, 6, 9) == 0
    assert next_split(text, 0, 1) is None
    assert split_start("مدرسة", ((0, 5),)) is None
    assert split_start("، نعم", ((0, 5),)) is None


Change = Callable[[str, Parts, int, int], Parts]


@given(TEXTS, st.data())
def test_what_is_changed_stays_in_order_between_graphemes(text: str, data: st.DataObject) -> None:
    edges = st.sampled_from(sorted(boundaries(text)))
    places = sorted(data.draw(st.sets(edges, min_size=2, max_size=6)))
    parts = tuple(zip(places[::2], places[1::2], strict=False))
    start, end = sorted((data.draw(edges), data.draw(edges)))
    if start == end:
        return
    more, less = joined(text, parts, start, end), without(text, parts, start, end)
    assert as_parts(more, len(text)) == more
    assert covers(more, start, end)
    assert all(covers(more, *part) for part in parts)
    assert not any(first < end and start < last for first, last in less)
    assert all(any(covers((part,), *one) for part in parts) for one in less)
    assert {edge for part in (*more, *less) for edge in part} <= set(boundaries(text))
