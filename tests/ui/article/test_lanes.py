from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.lanes import assign_lanes

STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 30)), max_size=30).map(
    lambda items: [((start, start + size), size + more) for start, size, more in items]
)


def test_an_actor_inside_a_claim_inside_a_longer_claim_are_three_lanes() -> None:
    assert assign_lanes([(0, 40), (5, 30), (8, 12)], [40, 25, 4]) == [2, 1, 0]


def test_marks_that_do_not_meet_share_the_nearest_lane() -> None:
    assert assign_lanes([(0, 5), (5, 9), (20, 30)], [5, 4, 10]) == [0, 0, 0]


@given(STRETCHES)
def test_marks_that_meet_never_share_a_lane_and_what_holds_another_lies_below(
    items: list[tuple[tuple[int, int], int]],
) -> None:
    stretches, lengths = [item[0] for item in items], [item[1] for item in items]
    lanes = assign_lanes(stretches, lengths)
    for one, (start, end) in enumerate(stretches):
        for other, (other_start, other_end) in enumerate(stretches):
            if one != other and start < other_end and other_start < end:
                assert lanes[one] != lanes[other]
                if start <= other_start and other_end <= end and lengths[one] > lengths[other]:
                    assert lanes[one] > lanes[other]
