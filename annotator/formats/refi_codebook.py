"""The codes of a REFI-QDA project: labels, values of their attributes below them, and the registry of statements."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from annotator.domain.scheme import Scheme
from annotator.domain.statement import AGREEMENTS, Statement, parents
from annotator.formats.refi_layout import AGREEMENT, STATEMENTS, guid, made_guid
from annotator.formats.written_names import WrittenNames

MOST_DEPTH = 50
"""Codes below codes; statements that lie deeper stand beside the one above them."""

COLORS: Mapping[str, str] = {
    "blue": "#1F78B4",
    "orange": "#E6850F",
    "green": "#33A02C",
    "purple": "#6A3D9A",
    "red": "#D62728",
    "cyan": "#17BECF",
    "pink": "#E377C2",
    "olive": "#8C8C1A",
    "gray": "#7F7F7F",
}
"""The colours of labels, which are names, as QDA programs want them."""


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A code with those below it; `codable` False: it only groups them."""

    guid: str
    name: str
    codable: bool = True
    color: str = ""
    description: str = ""
    below: tuple["Code", ...] = ()


@cache
def label_code(label: str) -> str:
    """Return the GUID of the code of a label, by its key."""
    return made_guid("label", label)


@lru_cache(maxsize=10_000)
def value_code(label: str, attribute: str, value: str) -> str:
    """Return the GUID of the code that says that an attribute of a label has this value."""
    return made_guid("value", label, attribute, value)


@cache
def agreement_code(agreement: str) -> str:
    """Return the GUID of the code that says whether the source of a claim agrees."""
    return made_guid("agreement", agreement)


def codes_of(
    scheme: Scheme, written: Mapping[tuple[str, str], Iterable[str]], statements: Iterable[Statement]
) -> tuple[Code, ...]:
    """Return the codes of a scheme; `written` are values of open attributes, by label and attribute."""
    entries = sorted(statements, key=lambda one: guid(one.id))
    return (*_labels(scheme, written), *_registry(entries))


def _labels(scheme: Scheme, written: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[Code]:
    names = WrittenNames(scheme, fits=bool)
    for label in scheme.labels:
        groups: list[Code] = []
        for attribute in label.attributes:
            values = sorted(written.get((label.key, attribute.key), ()))
            values = [*(value.key for value in attribute.listed), *values]
            below = tuple(
                Code(guid=value_code(label.key, attribute.key, value), name=value) for value in dict.fromkeys(values)
            )
            name = names.attributes[attribute.key]
            groups.append(
                Code(guid=made_guid("attribute", label.key, attribute.key), name=name, codable=False, below=below)
            )
        description = label.description.get("en") or next(iter(label.description.values()), "")
        yield Code(
            guid=label_code(label.key),
            name=names.labels[label.key],
            color=COLORS.get(label.color, COLORS["gray"]),
            description=description,
            below=tuple(groups),
        )


def _registry(entries: list[Statement]) -> Iterator[Code]:
    if not entries:
        return
    wider = parents({one.id: one for one in entries})
    below: dict[str | None, list[Statement]] = {}
    for one in entries:
        below.setdefault(wider.get(one.id), []).append(one)

    def tree(parent: str | None, depth: int) -> tuple[Code, ...]:
        found: list[Code] = []
        for one in below.get(parent, ()):
            deeper = tree(one.id, depth + 1)
            nested = depth < MOST_DEPTH
            code = Code(guid=guid(one.id), name=one.text, color=one.color.upper(), description=one.note)
            found += [msgspec.structs.replace(code, below=deeper)] if nested else [code, *deeper]
        return tuple(found)

    yield Code(guid=made_guid(STATEMENTS), name=STATEMENTS, codable=False, below=tree(None, 1))
    agreements = tuple(Code(guid=agreement_code(one), name=one) for one in AGREEMENTS)
    yield Code(guid=made_guid(AGREEMENT), name=AGREEMENT, codable=False, below=agreements)
