"""Reading files of JSON Lines: one object a line, of whatever layout."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeVar

import msgspec

from annotator.errors import InputError
from annotator.formats.jsonl_faults import fault
from annotator.formats.source import Source
from annotator.formats.utf8 import raw_lines

LONGEST_LINE = 64 * 1024 * 1024
"""In bytes. A line holds one article; what is longer is another kind of file."""

Layout = TypeVar("Layout")


def numbered(source: Source) -> Iterator[bytes]:
    """Yield the lines that are not blank, as `raw_lines` does. Raises InputError for one that is too long."""
    too_long = InputError("it is longer than {most} MiB; each line must hold one article", most=LONGEST_LINE >> 20)
    return (raw for raw in raw_lines(source, LONGEST_LINE, too_long) if raw.strip())


class _Text(msgspec.Struct):
    text: str = ""


def texts_of(data: bytes) -> list[str]:
    """Return the texts in lines of JSON; none from the first one on that is no such line."""
    decode, found = msgspec.json.Decoder(_Text).decode, list[str]()
    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found += (decode(line).text for line in data.splitlines() if line.strip())
    return found


def decoded(raw: bytes, decoder: "msgspec.json.Decoder[Layout]") -> Layout:
    """Return what a line holds. Raises InputError that says what is wrong with it."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise fault(raw, error) from error
