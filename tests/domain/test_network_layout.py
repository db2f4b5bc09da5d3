"""Places of nodes: the same each time, in sight, and those who agree nearer than those who do not."""

from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.network_layout import columns, plane, strongest
from annotator.domain.networks import NetworkEdge


def edge(start: str, end: str, weight: float = 1.0, claims: int = 1) -> NetworkEdge:
    places = tuple(f"{start}{end}{n}" for n in range(claims))
    return NetworkEdge(start=start, end=end, weight=weight, for_=weight > 0, against=weight < 0, places=places)


def test_columns_are_ordered_so_that_edges_do_not_cross() -> None:
    first, second = columns([edge("a", "z"), edge("b", "y"), edge("c", "x")])
    assert [first.index(one) for one in "abc"] == [second.index(one) for one in "zyx"]


def test_camps_lie_apart() -> None:
    camps = [edge(a, b, 3.0) for camp in ("abc", "xyz") for a in camp for b in camp if a < b]
    at = plane([*camps, edge("a", "x", -2.0), edge("b", "y", -2.0)])
    within = max(dist(at[one.start], at[one.end]) for one in camps)
    across = min(dist(at[a], at[b]) for a in "abc" for b in "xyz")
    assert within < across


NODES = st.sampled_from([f"n{place}" for place in range(9)])
EDGES = st.lists(
    st.tuples(NODES, NODES, st.integers(-3, 3)).filter(lambda one: one[0] < one[1]),
    max_size=14,
    unique_by=lambda one: one[:2],
).map(lambda found: [edge(a, b, float(weight)) for a, b, weight in found])


@given(EDGES)
@settings(max_examples=25)
def test_every_node_has_one_place_in_sight_whatever_the_order_of_the_edges(edges: list[NetworkEdge]) -> None:
    ends = {end for one in edges for end in (one.start, one.end)}
    at = plane(edges)
    assert at.keys() == ends and all(0 <= x <= 1 and 0 <= y <= 1 for x, y in at.values())
    assert plane(list(reversed(edges))) == at
    first, second = columns(edges)
    assert set(first) == {one.start for one in edges} and set(second) == {one.end for one in edges}
    assert columns(list(reversed(edges))) == (first, second)


def test_the_strongest_nodes_are_those_with_most_claims() -> None:
    edges = [edge("a", "s", claims=5), edge("b", "s", claims=1), edge("c", "t", claims=2)]
    assert strongest(edges, 1, columns=True) == {"a", "s"}
    assert strongest(edges, 2, columns=False) == {"s", "a"}
