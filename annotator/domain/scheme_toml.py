"""Writing a scheme as TOML, in the layout of those that ship: `read_scheme` reads it back as it was."""

import re
from collections.abc import Iterable, Iterator, Mapping

from annotator.domain.scheme import Attribute, FrameType, Label, RelationType, Scheme, Value

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
# What TOML lets no string hold, and what no eye would see in a file: both are written as numbers.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def write_scheme(scheme: Scheme) -> str:
    """The text of a TOML file; what a scheme leaves at its default is not written."""
    tables = [_table("[scheme]", [("name", scheme.name), ("version", scheme.version), ("title", scheme.title)])]
    for label in scheme.labels:
        tables += _label(label)
    for relation in scheme.relations:
        tables += _relation(relation)
    tables += (_frame(frame) for frame in scheme.frames)
    return "\n".join(tables)


def _label(label: Label) -> Iterator[str]:
    yield _table(
        "[[labels]]",
        [
            ("key", label.key),
            ("title", label.title),
            ("means", label.means),
            ("foreign", label.foreign),
            ("description", label.description),
            ("shortcut", label.shortcut),
            ("color", label.color),
            ("underline", label.underline),
            ("names_actor", label.names_actor or None),
        ],
    )
    yield from _below("labels", label.guidelines, label.attributes)


def _relation(relation: RelationType) -> Iterator[str]:
    yield _table(
        "[[relations]]",
        [
            ("key", relation.key),
            ("title", relation.title),
            ("means", relation.means),
            ("foreign", relation.foreign),
            ("shortcut", relation.shortcut),
            ("from", relation.from_),
            ("to", relation.to),
            ("most", relation.most),
            ("depth", relation.depth),
        ],
    )
    yield from _below("relations", relation.guidelines, relation.attributes)


def _frame(frame: FrameType) -> str:
    pairs: list[tuple[str, object]] = [("head", frame.head), ("title", frame.title), ("roles", frame.roles)]
    return _table("[[frames]]", [*pairs, ("expected", frame.expected or None)])


def _below(owner: str, guidelines: Mapping[str, str], attributes: Iterable[Attribute]) -> Iterator[str]:
    """Return the fields that get tables of their own below a label or a relation."""
    if guidelines:
        lines = (f"{_key(code)} = {_long_string(text)}\n" for code, text in guidelines.items())
        yield f"[{owner}.guidelines]\n{''.join(lines)}"
    for attribute in attributes:
        head = _table(
            f"[[{owner}.attributes]]",
            [
                ("key", attribute.key),
                ("title", attribute.title),
                ("means", attribute.means),
                ("foreign", attribute.foreign),
                ("quick", attribute.quick or None),
                ("default", attribute.default),
            ],
        )
        listed = "".join(f"  {_value(value)},\n" for value in attribute.listed)
        yield f"{head}values = {_string(attribute.open) if attribute.open is not None else f'[{chr(10)}{listed}]'}\n"


def _value(value: Value) -> str:
    title = f", title = {_inline(value.title)}" if value.title else ""
    means = f", means = {_string(value.means)}" if value.means is not None else ""
    foreign = f", foreign = {_string(value.foreign)}" if value.foreign is not None else ""
    return f"{{ key = {_string(value.key)}{means}{title}{foreign} }}"


def _table(header: str, pairs: Iterable[tuple[str, object]]) -> str:
    lines = (f"{key} = {_inline(value)}\n" for key, value in pairs if value is not None and value != {})
    return f"{header}\n{''.join(lines)}"


def _inline(value: object) -> str:
    """A value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Mapping():
            return f"{{ {', '.join(f'{_key(key)} = {_string(text)}' for key, text in value.items())} }}"
        case tuple():
            return f"[{', '.join(map(_string, value))}]"
    return _string(str(value))


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    return f'"{_escaped(text.translate(_ESCAPES))}"'


def _long_string(text: str) -> str:
    """Over as many lines as it has; quotation marks are escaped only where they would end the string."""
    text = re.sub(r'"{3,}|"+\Z', lambda found: '\\"' * len(found[0]), text.replace("\\", "\\\\"))
    return f'"""\n{_escaped(text)}"""'


def _escaped(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04X}", text)
