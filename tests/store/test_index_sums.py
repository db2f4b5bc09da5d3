"""Sums over trigrams are equal for equal sets, whichever way they are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.store import index_sums
from annotator.store.index_sums import IndexSums, sum_of

FORMS = st.dictionaries(st.integers(1, 1 << 40), st.text("ابت 😀x", max_size=12), max_size=6)


def vocabulary(forms: dict[int, str]) -> list[tuple[str, str]]:
    """What an index of these forms holds: each trigram with its documents."""
    held: dict[str, set[int]] = {}
    for number, form in forms.items():
        for place in range(len(form) - 2):
            held.setdefault(form[place : place + 3], set()).add(number)
    return [(term, ",".join(map(str, sorted(numbers)))) for term, numbers in sorted(held.items())]


@settings(max_examples=60)
@given(FORMS, st.integers(1, 40))
def test_what_an_index_holds_has_the_sums_of_the_forms(forms: dict[int, str], batch: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_sums, "_BATCH_CHARACTERS", batch)
        sums = IndexSums(forms, vocabulary(forms))
    assert {number: sums.of(number) for number in forms} == {number: sum_of(form) for number, form in forms.items()}
    assert sums.strays == set()


def test_another_trigram_one_less_and_a_document_of_nobody_are_told() -> None:
    rows = vocabulary({1: "كلمة", 2: "كلام"})
    assert IndexSums([1, 2], rows[1:]).of(1) != sum_of("كلمة") or IndexSums([1, 2], rows[1:]).of(2) != sum_of("كلام")
    assert IndexSums([1, 2], [*rows, ("xyz", "2")]).of(2) != sum_of("كلام")
    assert IndexSums([1, 2], [*rows, ("xyz", "3,77")]).strays == {3, 77}
    assert IndexSums([1, 2], [*rows, ("ab", "1")]).of(1) != sum_of("كلمة")
    assert IndexSums([], []).of(5) == sum_of("ab") == (0, 0)
