"""Saying what is wrong with a line that is no JSON Lines: the true cause and the mend."""

import re

import msgspec

from annotator.errors import InputError
from annotator.signatures import what_it_is

_LONE_SURROGATE = re.compile(
    rb"(?<!\\)(?:\\\\)*(?:\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F])"
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_COMMENTS = (b"//", b"/*", b"#")


def fault(raw: bytes, error: Exception) -> InputError:
    """Return the error for a line that msgspec could not decode; `raw` still has its line feed if it had one."""
    line = raw.strip()
    if foreign := _foreign(raw, line):
        return foreign
    if isinstance(error, msgspec.ValidationError):
        if line.startswith(b"["):
            return InputError("{reason}; write each object of the list on a line of its own", reason=str(error))
        return InputError("{reason}", reason=str(error))
    if isinstance(error, UnicodeDecodeError):
        return InputError("it is not UTF-8; save the file in UTF-8")
    if isinstance(error, RecursionError):
        return InputError("its brackets are nested too deep")
    return _malformed(raw, line, error)


def _foreign(raw: bytes, line: bytes) -> InputError | None:
    """The error for a line of another kind of file."""
    if raw.startswith(_BOMS):
        return InputError("it is UTF-16; save the file in UTF-8")
    if what := what_it_is(raw):
        return InputError("it is {what}, not JSON Lines", what=what)
    if b"\0" in raw:
        return InputError("it holds bytes of value 0: the file is damaged or in UTF-16; save it in UTF-8")
    if line.startswith(b"<"):
        return InputError("it is a web page or XML, not JSON Lines")
    if line.startswith(_COMMENTS):
        return InputError("it is a comment, which JSON does not have; take it out")
    return None


def _malformed(raw: bytes, line: bytes, error: Exception) -> InputError:
    if _LONE_SURROGATE.search(raw):
        return InputError(
            "half a character (a surrogate without its pair) is written as \\ud800 or the like; "
            "write the file again with whole characters"
        )
    if line.endswith(b","):
        return InputError("it ends with a comma; each line must be one whole object, with nothing after it")
    if line.startswith((b"{", b"[")) and not line.endswith((b"}", b"]")):
        if raw.endswith(b"\n"):
            return InputError(
                "its object does not end on this line; JSON Lines needs one whole object a line, "
                "and this is JSON over several lines"
            )
        return InputError("it breaks off in the middle; the file was cut short, get it again")
    if not line.startswith(b"{"):
        return InputError("it is not valid JSON ({reason}); each line must be one object in braces", reason=str(error))
    return InputError("it is not valid JSON ({reason})", reason=str(error))
