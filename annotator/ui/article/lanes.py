"""The assignment of underlines to lanes below the line."""

from collections.abc import Sequence

Interval = tuple[int, int]


def assign_lanes(stretches: Sequence[Interval], lengths: Sequence[int]) -> list[int]:
    """A lane for each stretch of one line, 0 the nearest to the letters.

    `stretches` are half-open ranges on the line, `lengths` how long the marks are as a whole. Stretches that
    share a character never share a lane, and a longer mark lies below every shorter one that it holds whole,
    so that an actor inside a claim inside a longer claim stay three clear lines.
    """
    lanes = [0] * len(stretches)
    placed: list[int] = []
    # Equal lengths: the one further on goes first, so the order is the same on every line.
    for index in sorted(range(len(stretches)), key=lambda item: (lengths[item], -stretches[item][0], item)):
        start, end = stretches[index]
        met = [other for other in placed if stretches[other][0] < end and start < stretches[other][1]]
        held = [lanes[other] for other in met if start <= stretches[other][0] and stretches[other][1] <= end]
        lane = max(held, default=-1) + 1
        taken = {lanes[other] for other in met}
        while lane in taken:
            lane += 1
        lanes[index] = lane
        placed.append(index)
    return lanes
