"""Files in UTF-8, whole or line by line."""

from collections.abc import Iterator

from annotator.errors import InputError
from annotator.formats.source import Source

_BOM = b"\xef\xbb\xbf"


def decoded(data: bytes) -> str:
    """Return the text of a file. Raises InputError."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InputError("byte {place} is not UTF-8; save the file in UTF-8", place=error.start) from error


def raw_lines(source: Source, longest: int, too_long: InputError) -> Iterator[bytes]:
    """Yield the lines of a file with their ends; `source.line` counts them from 1.

    Only LF ends a line: U+2028 may stand in a title. Raises `too_long` for one of more than `longest` bytes.
    """
    number = 0
    while raw := source.stream.readline(longest + 1):
        number += 1
        source.line = number
        if len(raw) > longest:
            raise too_long
        yield raw.removeprefix(_BOM) if number == 1 else raw


def lines(source: Source, longest: int, too_long: InputError) -> Iterator[str]:
    """Yield the lines of a file without their ends, LF or CR LF; else as `raw_lines`. Raises InputError."""
    for raw in raw_lines(source, longest, too_long):
        try:
            yield raw.decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            raise InputError("it is not UTF-8; save the file in UTF-8") from error
