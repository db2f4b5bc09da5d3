"""Reading files that are one JSON value: a list of items, each of which can be told from the others in an error."""

from collections.abc import Iterator

import msgspec

from annotator.errors import InputError
from annotator.formats.source import Source
from annotator.signatures import what_it_is

LARGEST_BYTES = 512 * 1024 * 1024
"""A file is read whole; what is larger is exported in parts by every tool that we know."""


def whole(source: Source) -> bytes:
    """Return the content of a file. Raises InputError for one that is too large."""
    data = source.stream.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise InputError("it is larger than {most} MiB; export it in several files", most=LARGEST_BYTES >> 20)
    return data.removeprefix(b"\xef\xbb\xbf")


def items_of(data: bytes) -> Iterator[msgspec.Raw]:
    """Yield the items of a list, or the one object that a file is. Raises InputError for what is no JSON."""
    try:
        if data.lstrip().startswith(b"{"):
            yield msgspec.json.decode(data, type=msgspec.Raw)
        else:
            yield from msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(data, error) from error


def json_fault(data: bytes, error: Exception) -> InputError:
    """Return the error for what is no JSON, or of another layout."""
    if isinstance(error, UnicodeDecodeError):
        return InputError("it is not UTF-8; save the file in UTF-8")
    if isinstance(error, RecursionError):
        return InputError("its brackets are nested too deep")
    if isinstance(error, msgspec.ValidationError):
        return InputError("{reason}", reason=str(error))
    if what := what_it_is(data):
        return InputError("it is {what}, not JSON", what=what)
    return InputError("it is not valid JSON ({reason})", reason=str(error))
