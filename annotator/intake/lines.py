"""JSON Lines of articles, as scrapers and archives write them: an object a line, with whatever names for its fields."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from annotator.domain.document import IntakeNote
from annotator.errors import InputError, OtherKindError
from annotator.intake import columns
from annotator.intake.decoding import decode
from annotator.intake.kinds import ReadItem, kind
from annotator.intake.source import ArticleSource
from annotator.intake.tables import ArticleTable, articles
from annotator.visible import clipped

LONGEST_LINE = 8 * 1024 * 1024
_MARKS = ("spans", "entities", "relations", "labels", "label", "annotations", "frames", "annotator", "tokens")
"""Fields of datasets. A line that has one with something in it is no bare article."""


_NATIVE = frozenset(("id", "text", "title", "language"))
"""Fields of an article in a native dataset."""


def looks_like_lines(_: str, head: bytes) -> float:
    """Return how sure it is that these are articles in JSON Lines: the first line is an object with a text in it."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return 0.0
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # The first line may be longer than what is shown.
        return 0.0
    names = _flat(found) if isinstance(found, dict) else {}
    if any(found.get(mark) for mark in _MARKS if mark in found):
        return 0.0
    roles = {name: columns.role_of(name.rpartition(".")[2]) for name in names}
    if "text" not in roles.values():
        return 0.0
    # A line that says nothing in other words than ours may be one of a native dataset as well.
    return 0.9 if any(role is not None and name not in _NATIVE for name, role in roles.items()) else 0.5


@kind(id="articles-jsonl", title="Articles (JSON Lines)", suffixes=(".jsonl", ".ndjson"), sniff=looks_like_lines)
def read_lines(source: ArticleSource) -> Iterator[ReadItem]:
    """Yield an article for each line. Raises InputError that names the line, also where a line holds annotations."""
    text, encoding = decode(source)
    found = list(_objects(source, text.lstrip("\ufeff")))
    if not found:
        raise InputError("{name} is empty.", name=source.name)
    header = tuple(dict.fromkeys(name for _, fields in found for name in fields))
    columns.check_width(source.name, len(header))
    # The last part of a name says what it is: `article.body` is a text.
    wanted = {**_by_last_part(header), **source.columns}
    table = ArticleTable(
        header=header,
        rows=tuple(tuple(fields.get(name, "") for name in header) for _, fields in found),
        numbers=tuple(number for number, _ in found),
        notes=(IntakeNote(kind="encoding", detail=encoding),),
    )
    yield from articles(msgspec.structs.replace(source, columns=wanted), table)


def _by_last_part(header: tuple[str, ...]) -> dict[str, str]:
    """The columns whose role only the last part of their names tells, where no column says it plainly."""
    plain = {columns.role_of(name) for name in header}
    found: dict[str, str] = {}
    for name in header:
        role = columns.role_of(name.rpartition(".")[2])
        if role is not None and role not in plain and role not in found:
            found[role] = name
    return found


def _objects(source: ArticleSource, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    # Only LF ends a line: U+2028 may stand in a text.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        columns.check_height(source.name, number)
        if len(line) > LONGEST_LINE:
            raise InputError(
                "{name}, line {line}: it is longer than {most} MiB.",
                name=source.name,
                line=number,
                most=LONGEST_LINE >> 20,
            )
        found = _decoded(source.name, number, line)
        if not source.chosen and (marks := [mark for mark in _MARKS if found.get(mark)]):
            raise OtherKindError(
                "{name}, line {line}: it holds annotations ({fields}), not only an article; name the dataset's format "
                "(--format), or bring the bare articles in with --format articles-jsonl.",
                name=source.name,
                line=number,
                fields=marks,
                format="articles-jsonl",
            )
        yield number, _flat(found)


def _decoded(name: str, number: int, line: str) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        reason = "its brackets are nested too deep" if isinstance(error, RecursionError) else clipped(str(error), 160)
        raise InputError("{name}, line {line}: {reason}", name=name, line=number, reason=reason) from error
    if not isinstance(found, dict):
        raise InputError(
            "{name}, line {line}: it is no object; each line must hold one article.", name=name, line=number
        )
    return found


def _flat(found: Mapping[str, Any], within: str = "") -> dict[str, str]:
    """The fields as text, those of an object in it as `outer.inner`."""
    fields: dict[str, str] = {}
    for name, value in found.items():
        match value:
            case dict() if not within:
                fields |= _flat(value, f"{name}.")
            case list():
                fields[within + name] = ", ".join(str(item) for item in value if isinstance(item, str | int | float))
            case str() | int() | float() if not isinstance(value, bool):
                fields[within + name] = str(value)
            case _:
                pass
    return fields
