"""Lists as parameters of statements: `json_each(?)` takes them apart, however long they are."""

from collections.abc import Iterable

import msgspec


def json_list(values: Iterable[str]) -> str:
    """Return strings as the JSON of their list."""
    return msgspec.json.encode(list(values)).decode()
