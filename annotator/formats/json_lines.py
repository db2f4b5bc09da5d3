"""Reading files of JSON Lines: one object a line, of whatever layout."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from annotator.errors import InputError
from annotator.formats.jsonl_faults import fault
from annotator.formats.source import Source

LONGEST_LINE = 64 * 1024 * 1024
"""In bytes. A line holds one article; what is longer is another kind of file."""

Layout = TypeVar("Layout")


def numbered(source: Source) -> Iterator[bytes]:
    """Yield the lines that are not blank; `source.line` counts them from 1.

    Only LF ends a line: U+2028 may stand in a title. Raises InputError for one that is too long.
    """
    number = 0
    while raw := source.stream.readline(LONGEST_LINE + 1):
        number += 1
        source.line = number
        if len(raw) > LONGEST_LINE:
            raise InputError("it is longer than {most} MiB; each line must hold one article", most=LONGEST_LINE >> 20)
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            yield raw


def decoded(raw: bytes, decoder: "msgspec.json.Decoder[Layout]") -> Layout:
    """Return what a line holds. Raises InputError that says what is wrong with it."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise fault(raw, error) from error
