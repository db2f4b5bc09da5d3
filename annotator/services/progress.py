"""Progress of long work, as the services tell it."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""A function that is told how many steps are done, of how many, and what comes next; it raises Cancelled to stop."""
