"""The columns of native lines as Hugging Face's `datasets` names their types: for its card, and in parquet files.

A feature is a dict as `Features.to_dict` makes it. What has open keys (attributes, the roles of frames) is of type
`Json`: an object to `datasets`, and a text with JSON in it to every other reader of a parquet file.
"""

from typing import Any

import msgspec
from msgspec import inspect

from annotator.formats.jsonl_layout import Line

ColumnType = dict[str, Any]

JSON: ColumnType = {"_type": "Json"}


def line_features() -> dict[str, ColumnType]:
    """Return the features of a native line, by column."""
    info = inspect.type_info(Line)
    assert isinstance(info, inspect.StructType)
    return {field.encode_name: _feature(field.type) for field in info.fields}


def as_yaml(features: dict[str, ColumnType]) -> list[dict[str, Any]]:
    """Return features as a card lists them."""
    return [{"name": name, **_in_yaml(feature)} for name, feature in features.items()]


def _feature(kind: inspect.Type) -> ColumnType:
    match kind:
        case inspect.UnionType(types=types):
            [only] = [one for one in types if not isinstance(one, inspect.NoneType)]
            return _feature(only)
        case inspect.StructType(fields=fields):
            return {field.encode_name: _feature(field.type) for field in fields}
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            return {"feature": _feature(item), "_type": "List"}
        case inspect.TupleType(item_types=items):
            return {"feature": _feature(items[0]), "_type": "List"}
        case inspect.DictType() | inspect.AnyType():
            return JSON
        case inspect.IntType():
            return {"dtype": "int64", "_type": "Value"}
        case inspect.BoolType():
            return {"dtype": "bool", "_type": "Value"}
        case inspect.StrType() | inspect.LiteralType():
            return {"dtype": "string", "_type": "Value"}
    raise TypeError(f"a column of type {kind} has no feature")


def _in_yaml(feature: ColumnType) -> dict[str, Any]:
    match feature.get("_type"):
        case "Value":
            return {"dtype": feature["dtype"]}
        case "Json":
            return {"dtype": "json"}
        case "List":
            return {"list": _short(_in_yaml(feature["feature"]))}
    return {"struct": as_yaml(feature)}


def _short(item: dict[str, Any]) -> Any:
    """The type of a list's items, which stands without its name where it has nothing else."""
    return item[next(iter(item))] if item.keys() in ({"dtype"}, {"struct"}) else item


def encoded(features: dict[str, ColumnType]) -> bytes:
    """Return what stands under the key `huggingface` in the metadata of a parquet file."""
    return msgspec.json.encode({"info": {"features": features}})
