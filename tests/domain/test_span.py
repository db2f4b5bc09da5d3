"""Parts are sorted, disjoint, half-open and inside the text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.span import Span, as_parts
from annotator.errors import InputError


@given(st.sets(st.integers(0, 60), max_size=16))
def test_parts_cover_exactly_the_offsets_that_were_given(offsets: set[int]) -> None:
    if not offsets:
        with pytest.raises(InputError):
            as_parts([], 61)
        return
    parts = as_parts([(offset, offset + 1) for offset in offsets], 61)
    span = Span(id="s", document_id="d", annotator="a", label="l", parts=parts)
    assert {offset for offset in range(61) if span.covers(offset)} == offsets
    assert all(first[1] < second[0] for first, second in itertools.pairwise(parts))
    assert span.length == len(offsets)
    assert (span.start, span.end) == (min(offsets), max(offsets) + 1)


@pytest.mark.parametrize("parts", [(3, 3), (4, 2), (-1, 2), (5, 11), [(0, 4), (3, 6)]])
def test_bad_parts_are_refused(parts: object) -> None:
    with pytest.raises(InputError):
        as_parts(parts, 10)  # type: ignore[arg-type] # wrong on purpose


def test_a_quote_shows_where_parts_were_left_out() -> None:
    span = Span(id="s", document_id="d", annotator="a", label="l", parts=((0, 3), (7, 9)))
    assert span.quote("abcdefghij") == "abc … hi"
