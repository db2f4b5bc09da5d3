"""YAML, as far as a dataset's card needs it: mappings and lists in block style, texts that no reader takes for else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
"""Words that YAML 1.1 takes for something else than a text."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def yaml_of(value: Mapping[str, Any]) -> str:
    """Return a mapping of texts, numbers, truths, lists and mappings as YAML."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _entry(f"{_scalar(key)}:", held)
    else:
        for held in value:
            first, *rest = _lines(held) if _is_block(held) else [_scalar(held)]
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _entry(begin: str, held: Any) -> Iterator[str]:
    if not _is_block(held):
        yield f"{begin} {_scalar(held)}"
        return
    yield begin
    # A list may stand as far left as what it belongs to.
    indent = "" if isinstance(held, Sequence) else "  "
    yield from (f"{indent}{line}" for line in _lines(held))


def _is_block(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)


def _scalar(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case int() | float():
            return str(value)
        case str():
            return value if _PLAIN.fullmatch(value) and value.lower() not in _WORDS else _quoted(value)
    return "{}" if isinstance(value, Mapping) else "[]"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char if char.isprintable() else _escape(char)) for char in text) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"
