"""Patterns of the `regex` library that cost nothing until they are used: starting the window needs few of them."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex


class LazyPattern:
    """A pattern that is compiled, and the library imported, when it is first used.

    It keeps the interpreter's lock while it matches. `regex` itself gives it up for each match and waits to get it
    back: beside a worker that computes, a hundred words of an article would keep the window waiting half a second.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _compiled(self) -> "regex.Pattern[str]":
        import regex

        return regex.compile(self._source)

    @cached_property
    def search(self) -> "Callable[..., regex.Match[str] | None]":
        """As of a compiled pattern."""
        return partial(self._compiled.search, concurrent=False)

    @cached_property
    def match(self) -> "Callable[..., regex.Match[str] | None]":
        """As of a compiled pattern."""
        return partial(self._compiled.match, concurrent=False)

    @cached_property
    def finditer(self) -> "Callable[..., Iterator[regex.Match[str]]]":
        """As of a compiled pattern."""
        return partial(self._compiled.finditer, concurrent=False)

    @cached_property
    def findall(self) -> "Callable[..., list[str]]":
        """As of a compiled pattern without groups."""
        return partial(self._compiled.findall, concurrent=False)

    @cached_property
    def sub(self) -> "Callable[..., str]":
        """As of a compiled pattern."""
        return partial(self._compiled.sub, concurrent=False)
