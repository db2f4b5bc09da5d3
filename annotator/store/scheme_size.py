"""The bound on the size of a scheme."""

from annotator.domain.scheme import LONGEST_PAGE, LONGEST_TITLE

MOST_PARTS = 50_000
"""Titles, keys, values and the rest of a scheme, counted together; the largest that is known has 2,000."""

_PAGES = frozenset(("guidelines", "description"))


def is_oversize(value: object) -> bool:
    """Return whether a scheme is larger than a window can show: it may have come from anyone."""
    parts, left = [(value, LONGEST_TITLE)], MOST_PARTS
    while parts and left:
        part, longest = parts.pop()
        left -= 1
        if isinstance(part, str):
            if len(part) > longest:
                return True
        elif isinstance(part, dict):
            parts += [(one, LONGEST_PAGE if key in _PAGES else longest) for key, one in part.items()]
            parts += [(key, LONGEST_TITLE) for key in part]
        elif isinstance(part, list):
            parts += [(one, longest) for one in part]
    return bool(parts)
