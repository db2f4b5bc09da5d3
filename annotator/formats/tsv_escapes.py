"""The escapes of WebAnno TSV 3: those of texts, and those of values, in which more characters mean something."""

import re

NONE, NULL = "_", "*"
"""A cell without an annotation, and a feature without a value."""

_TEXT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f", "\b": "\\b", "\\": "\\\\"}
_VALUE = re.compile(r"->|[\\\[\]|_;*\t\n]")
_WRITTEN = {"\t": "\\t", "\n": "\\n"}
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_ESCAPED_IN_JAVA = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_READ = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_TOKEN = re.compile(r"\\.|[^\\]|\\$", re.DOTALL)
_ID = re.compile(r"((?:\\.|[^\\\[])*)\[(\d{1,9})\]", re.DOTALL)


def text_escaped(text: str) -> str:
    """Return a text as one line."""
    return "".join(_TEXT.get(char, char) for char in text)


def value_escaped(value: str) -> str:
    """Return a value as a cell holds it."""
    return _VALUE.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), value)


def unescaped_cell(written: str) -> str:
    """Return what `text_escaped` or `value_escaped` made a line or a cell of."""
    return _ESCAPED.sub(lambda found: _READ.get(found[1], found[1]), written) if "\\" in written else written


def unescaped_text(written: str, version: str) -> str:
    """Return the text in a line of a file of this version: the first wrote it as it is, the second as Java does."""
    if "\\" not in written or version in ("3", "3.0"):
        return written
    found = _ESCAPED_IN_JAVA.sub(_read_in_java, written)
    # Java writes a character beyond U+FFFF as two.
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _read_in_java(found: re.Match[str]) -> str:
    said = found[1]
    return chr(int(said[1:], 16)) if len(said) > 1 else _READ.get(said, said)


def pieces(cell: str, mark: str) -> list[str]:
    """Return the parts of a cell that a mark divides where it is not escaped."""
    if mark not in cell:
        return [cell]
    found = [""]
    for token in _TOKEN.findall(cell):
        if token == mark:
            found.append("")
        else:
            found[-1] += token
    return found


def parted(piece: str) -> tuple[str, int | None]:
    """Return a piece without its disambiguation id, and the id; None for none."""
    found = _ID.fullmatch(piece)
    return (found[1], int(found[2])) if found else (piece, None)
