"""Patterns of the `regex` library that cost nothing until they are used: starting the window needs few of them."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


class Lazy:
    """A pattern that is compiled, and the library imported, when `compiled` is first asked for."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def compiled(self) -> "regex.Pattern[str]":
        import regex

        return regex.compile(self._source)
