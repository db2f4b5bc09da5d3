"""TOML that somebody sent: read in bounded time, refused in one line."""

import re
from collections.abc import Iterator
from typing import Any

from annotator.errors import MusnadError

_OPAQUE = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
"""Strings and comments: what stands in them is no table, however much it looks like one."""

DEEPEST_KEY = 32
"""The most dots in a line outside its strings; a scheme needs two."""


def bare_lines(toml: str) -> Iterator[str]:
    """The lines of a file (TOML knows no other end of a line than the line feed) without strings and comments."""
    yield from _OPAQUE.sub(lambda found: "\n" * found[0].count("\n"), toml).split("\n")


def parsed(toml: str, place: str, error_type: type[MusnadError]) -> dict[str, Any]:
    """Return the values of the text of a TOML file called `place`; `error_type` names the line where it can."""
    import tomllib  # only what comes from a file needs it

    for number, line in enumerate(bare_lines(toml), 1):
        # A key such as `a.a.a…` takes the time of its length squared.
        if line.count(".") > DEEPEST_KEY:
            raise error_type("{place}, line {line}: its keys are nested too deep", place=place, line=number)
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise error_type("{place}: not valid TOML: {reason}", place=place, reason=str(error)) from error
    except RecursionError as error:
        raise error_type("{place}: its brackets are nested too deep", place=place) from error
    except ValueError as error:
        # Python turns no more than some thousand digits into a number.
        raise error_type("{place}: it holds a number that is too long", place=place) from error
