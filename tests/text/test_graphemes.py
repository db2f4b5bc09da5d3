import time
from itertools import pairwise

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.graphemes import boundaries, clip, next_, previous, snap

# Pieces that join with each other, and pieces that do not.
PIECES = [
    *"ابمaZ \n\r\t،.1٣",
    *"\u064e\u0651\u0654\u0670\u0640\u200c\u200d\u200f\u202e\u0600\u06dd\u0301\ufe0f\u20e3",
    *"👨👩👧🇸🇦🇪👍🏽ℹ©",
    *"\u0915\u094d\u0937\u0d4e\u1100\u1161\u11a8\uac00\u0e33\U0001e900",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=30).map("".join)
OFFSETS = st.integers(-3, 40)


def reference(text: str) -> list[int]:
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@given(TEXTS)
def test_boundaries_are_those_of_unicode(text: str) -> None:
    assert list(boundaries(text)) == reference(text)


EVERYDAY = st.text(
    st.sampled_from([chr(code) for code in (*range(0x20, 0x100), *range(0x600, 0x700), *range(0x2000, 0x2070), 0x0A)])
)


@given(EVERYDAY)
def test_the_quick_way_through_everyday_text_gives_the_same(text: str) -> None:
    assert list(boundaries(text)) == reference(text)


@given(TEXTS, OFFSETS, OFFSETS)
@example("a\r\nb", 2, 2)
def test_snap_is_the_smallest_range_of_whole_clusters(text: str, start: int, end: int) -> None:
    low, high = sorted(min(max(offset, 0), len(text)) for offset in (start, end))
    bounds = reference(text)
    assert snap(text, start, end) == (max(b for b in bounds if b <= low), min(b for b in bounds if b >= high))


@given(TEXTS, OFFSETS, OFFSETS)
def test_snapping_twice_is_snapping_once(text: str, start: int, end: int) -> None:
    snapped = snap(text, start, end)
    assert snap(text, *snapped) == snapped


@given(TEXTS)
def test_steps_walk_along_the_boundaries(text: str) -> None:
    bounds = reference(text)
    for before, after in pairwise(bounds):
        assert next_(text, before) == after
        assert previous(text, after) == before
    assert next_(text, len(text)) == len(text)
    assert previous(text, 0) == 0


@given(TEXTS, st.integers(1, 10))
def test_a_clipped_text_has_no_more_clusters_than_asked_for(text: str, most: int) -> None:
    clipped = clip(text, most)
    assert len(reference(clipped)) - 1 <= most
    assert clipped == text or (clipped.endswith("…") and text.startswith(clipped[:-1]))


def test_a_million_characters_do_not_slow_a_step() -> None:
    text = "قَالَ 👨‍👩‍👧 الوَزِيرُ " * 45_000
    start = time.perf_counter()
    for offset in range(500_000, 500_200):
        snap(text, offset, offset + 7)
    assert time.perf_counter() - start < 0.2
    assert boundaries("قال " * 250_000) == range(1_000_001)
