"""Where two lists differ, and what is made of one from what was made of the other."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.splice import splice, spliced

ITEMS = st.lists(st.integers(0, 5), max_size=12)


@given(ITEMS, ITEMS)
def test_what_is_put_in_for_what_is_gone_makes_the_other_list(before: list[int], after: list[int]) -> None:
    head, gone, come = splice(before, after)
    assert [*before[:head], *after[head : head + come], *before[head + gone :]] == after
    assert len(before) - gone == len(after) - come


@given(ITEMS, ITEMS)
def test_only_what_came_is_made(before: list[int], after: list[int]) -> None:
    asked: list[int] = []

    def make(item: int) -> str:
        asked.append(item)
        return str(item)

    assert spliced(before, list(map(str, before)), after, make) == list(map(str, after))
    head, _, come = splice(before, after)
    assert asked == after[head : head + come]
