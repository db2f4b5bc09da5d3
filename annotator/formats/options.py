"""Options of a format: a typed struct from which the command line and the export dialog are made.

class Conll2003Options(Options, frozen=True, kw_only=True):
    tags: Annotated[Literal["bio", "bioes"], titled("Tags", bio=named("BIO"))] = "bio"

A field is a choice (`Literal`), a label of the scheme (`LabelKey`), a switch (`bool`), a number (`int`) or a text
(`str`); each has a default.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from annotator.domain.scheme import Scheme
from annotator.errors import InputError

FieldKind = Literal["choice", "switch", "number", "text"]
LABEL = "label of the scheme"


def titled(title: str, **choices: str) -> msgspec.Meta:
    """Name a field, and the values it may have, for people; the window translates all of it."""
    return msgspec.Meta(title=title, extra={"choices": choices})


def named(title: str) -> str:
    """Name a value of a field, or what a format loses, for people; the window translates it."""
    return title


LabelKey = Annotated[str, msgspec.Meta(description=LABEL)]
"""The key of a label of the scheme; empty for none in particular."""


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of a format that has none."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One option: what a form or a help text needs to know of it."""

    key: str
    title: str
    kind: FieldKind
    default: Any
    choices: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}
    """The titles of choices that differ from the choices themselves."""


def fields_of(options: type[Options], scheme: Scheme | None = None) -> list[Field]:
    """Return the options in their order; `scheme` fills in the choices that are its labels."""
    hints = get_type_hints(options, include_extras=True)
    defaults = {field.name: field.default for field in msgspec.structs.fields(options)}
    return [_field(key, hints[key], default, scheme) for key, default in defaults.items()]


def read_options(options: type[Options], given: Mapping[str, str] | Sequence[str], scheme: Scheme) -> Options:
    """Return the options that `KEY=VALUE` texts or a mapping give; the others have their defaults.

    Raises InputError that names the option and what it may be.
    """
    values = pairs(given)
    known = {field.key: field for field in fields_of(options, scheme)}
    for key, value in values.items():
        if key not in known:
            raise InputError(
                "There is no option {key!r}; this format has: {known}.", key=key, known=list(known) or ["-"]
            )
        if known[key].choices and value not in known[key].choices:
            raise InputError(
                "The option {key} cannot be {value!r}; it is one of: {known}.",
                key=key,
                value=value,
                known=[choice or '""' for choice in known[key].choices],
            )
    try:
        return msgspec.convert(values, options, strict=False)
    except msgspec.ValidationError as error:
        raise InputError("The options do not fit: {reason}.", reason=str(error)) from error


def pairs(given: Mapping[str, str] | Sequence[str]) -> dict[str, str]:
    """Return options by their keys, from a mapping or `KEY=VALUE` texts; InputError for what is neither."""
    return dict(given) if isinstance(given, Mapping) else dict(map(_pair, given))


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise InputError("{text!r} is no option: write it as KEY=VALUE.", text=text)
    return key.strip(), value


def _field(key: str, hint: Any, default: Any, scheme: Scheme | None) -> Field:
    notes: list[msgspec.Meta] = []
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
    title = next((note.title for note in notes if note.title), key)
    choices: tuple[str, ...] = ()
    titles: dict[str, str] = {}
    for note in notes:
        titles |= (note.extra or {}).get("choices", {})
    if get_origin(hint) is Literal:
        choices = get_args(hint)
    elif any(note.description == LABEL for note in notes) and scheme is not None:
        choices = ("", *(label.key for label in scheme.labels))
    kind: FieldKind = "choice" if choices else "switch" if hint is bool else "number" if hint is int else "text"
    return Field(key=key, title=title, kind=kind, default=default, choices=choices, titles=titles)
