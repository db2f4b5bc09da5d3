"""JSON CAS 0.4 as text, in and out: the feature structures of a CAS, with the type system inside."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from annotator.errors import InputError
from annotator.formats.cas_model import FS_ARRAY, INITIAL_VIEW, SOFA, TOP, Cas, CasTypes, Sofa, Structure
from annotator.formats.jsonl_faults import fault


class JsonCas(msgspec.Struct, rename={"types": "%TYPES", "structures": "%FEATURE_STRUCTURES", "views": "%VIEWS"}):
    """The layout of a file."""

    types: dict[str, dict[str, Any]] | None = None
    structures: list[dict[str, Any]] | dict[str, dict[str, Any]] = []
    views: dict[str, Any] | None = None


def parse_json(data: bytes, types: CasTypes) -> Cas:
    """Return the CAS in a JSON file; `types` are known beside those in it. Raises InputError."""
    try:
        read = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=JsonCas)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if isinstance(error, msgspec.ValidationError):
            raise InputError("{reason}", reason=str(error)) from error
        raise fault(data, error) from error
    types.merged(_types(read.types or {}))
    sofas: list[Sofa] = []
    structures: dict[int, Structure] = {}
    for id, given in _listed(read.structures):
        type = given.get("%TYPE")
        if not isinstance(type, str) or not isinstance(id, int) or isinstance(id, bool):
            raise InputError("a feature structure has no %ID that is a number, or no %TYPE")
        if id in structures:
            raise InputError("the id {id} stands twice in the file", id=id)
        if type == SOFA:
            text = given.get("sofaString")
            sofas.append(Sofa(id, str(given.get("sofaID", "")), text if isinstance(text, str) else ""))
        else:
            structures[id] = _structure(id, type, given)
    return Cas(sofas=sofas, structures=structures, types=types)


def _listed(given: list[dict[str, Any]] | dict[str, dict[str, Any]]) -> Iterator[tuple[Any, dict[str, Any]]]:
    if isinstance(given, list):
        for one in given:
            yield one.get("%ID"), one
        return
    for id, one in given.items():
        yield int(id) if id.isascii() and id.isdigit() and len(id) <= 18 else None, one


def _types(given: Mapping[str, Mapping[str, Any]]) -> CasTypes:
    types = CasTypes()
    for name, one in given.items():
        types.supertypes[name] = str(one.get("%SUPER_TYPE", TOP))
        types.features[name] = {
            key: str(feature.get("%RANGE", ""))
            for key, feature in one.items()
            if not key.startswith("%") and isinstance(feature, dict)
        }
    return types


def _structure(id: int, type: str, given: Mapping[str, Any]) -> Structure:
    made = Structure(id, "uima.cas.FSArray" if type.endswith("[]") else type)
    for key, value in given.items():
        if key == "%ELEMENTS":
            _elements(made, value)
        elif key == "@sofa":
            made.sofa = _number(key, value)
        elif key in ("begin", "end"):
            setattr(made, key, _number(key, value))
        elif key.startswith("@"):
            if value is not None:
                made.refs[key[1:]] = [_number(key, value)]
        elif not key.startswith("%"):
            made.values[key.lstrip("#^")] = _text(value)
    return made


def _elements(made: Structure, value: Any) -> None:
    listed = value if isinstance(value, list) else [value]
    if made.type == "uima.cas.FSArray":
        made.refs["elements"] = [_number("%ELEMENTS", one) for one in listed if one is not None]
    else:
        made.values["elements"] = " | ".join(map(_text, listed))


def _number(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**18:
        raise InputError("{key} is {value!r}, which is no number", key=key, value=str(value))
    return value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def json_cas(structures: Sequence[Structure], text: str, sofa: int, types: CasTypes) -> bytes:
    """Return the content of a JSON CAS file with one view."""
    about = {
        "%ID": sofa,
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": INITIAL_VIEW,
        "mimeType": "text",
        "sofaString": text,
    }
    members = [one.id for one in structures if one.sofa == sofa]
    content = {
        "%TYPES": {name: _declared(name, types) for name in sorted(types.supertypes)},
        "%FEATURE_STRUCTURES": [about, *map(_written, structures)],
        "%VIEWS": {INITIAL_VIEW: {"%SOFA": sofa, "%MEMBERS": members}},
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _declared(name: str, types: CasTypes) -> dict[str, Any]:
    features = types.features.get(name, {})
    ranges = {feature: "uima.cas.TOP[]" if range == FS_ARRAY else range for feature, range in features.items()}
    return {
        "%NAME": name,
        "%SUPER_TYPE": types.supertypes[name],
        **{feature: {"%NAME": feature, "%RANGE": ranges[feature]} for feature in sorted(ranges)},
    }


def _written(one: Structure) -> dict[str, Any]:
    made: dict[str, Any] = {"%ID": one.id, "%TYPE": one.type}
    if one.sofa is not None:
        made["@sofa"] = one.sofa
    if one.begin is not None:
        made |= {"begin": one.begin, "end": one.end}
    if one.type == FS_ARRAY:
        return {**made, "%ELEMENTS": one.refs.get("elements", [])}
    return {**made, **one.values, **{f"@{name}": ids[0] for name, ids in one.refs.items()}}
