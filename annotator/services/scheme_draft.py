"""A scheme while it is being edited: may be faulty at any moment, and remembers what each thing was called.

Its items are plain dicts in the shape of the scheme's JSON, so that a form can set any field by its name. "was" is
the path that an item has in the scheme of the project (None: it is new), and is no part of the scheme.
"""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from annotator.domain.scheme import Scheme
from annotator.domain.scheme_faults import Fault, faults

DraftTable = Literal["labels", "relations", "frames"]
DraftItem = dict[str, Any]

_STYLES = [
    (color, underline)
    for underline in ("solid", "dashed", "dotted", "wavy", "double", "dash_dot")
    for color in ("blue", "orange", "green", "purple", "red", "cyan", "pink", "olive", "gray")
]


class Draft:
    """A scheme in the scheme editor. Renaming or removing an item keeps the rest of the scheme in step with it."""

    def __init__(self, scheme: Scheme) -> None:
        self.data: DraftItem = msgspec.json.decode(msgspec.json.encode(scheme))
        for table in ("labels", "relations"):
            self.data[table] = [_with_paths(dict(item), table) for item in self.data[table]]
        self.data["frames"] = [dict(item) for item in self.data["frames"]]

    def items(self, table: DraftTable) -> list[DraftItem]:
        """The labels, relations or frames, to be edited in place."""
        found: list[DraftItem] = self.data[table]
        return found

    def scheme(self) -> Scheme:
        """The scheme as it stands now."""
        return msgspec.convert(_without_paths(self.data), Scheme)

    def faults(self) -> list[Fault]:
        """Return the faults of the draft as it is now."""
        return list(faults(self.scheme()))

    def renames(self) -> dict[str, str]:
        """The keys that are others than they were, by their old paths."""
        named = ((item["was"], item["key"]) for item in self._named() if item["was"] is not None)
        return {was: key for was, key in named if was.rpartition(".")[2] != key}

    def _named(self) -> Iterator[DraftItem]:
        """Everything that marks may refer to."""
        for item in (*self.items("labels"), *self.items("relations")):
            yield item
            for attribute in item["attributes"]:
                yield attribute
                if not isinstance(attribute["values"], str):
                    yield from attribute["values"]

    # Changing it

    def add(self, table: DraftTable) -> DraftItem:
        """A new item at the end, with a key of its own and, for a label, a look that no other has."""
        items = self.items(table)
        item: DraftItem
        if table == "frames":
            heads = {frame["head"] for frame in items}
            free = [label["key"] for label in self.items("labels") if label["key"] not in heads]
            item = {"head": free[0] if free else "", "title": {}, "roles": [], "expected": []}
        else:
            key = _free_key("label" if table == "labels" else "relation", items)
            item = {"key": key, "title": {}, "guidelines": {}, "shortcut": None, "attributes": [], "was": None}
            item |= (
                self._look()
                if table == "labels"
                else {"means": None, "from": [], "to": [], "most": None, "depth": None}
            )
        items.append(item)
        return item

    def _look(self) -> DraftItem:
        taken = {(label["color"], label["underline"]) for label in self.items("labels")}
        used = {color for color, _ in taken}
        free = [style for style in _STYLES if style not in taken] or _STYLES
        # A hue that no label has tells more than another line below the same one.
        color, underline = next((style for style in free if style[0] not in used), free[0])
        return {"means": None, "description": {}, "names_actor": False, "color": color, "underline": underline}

    def add_attribute(self, owner: DraftItem) -> DraftItem:
        """A new attribute with two values for a label or a relation."""
        key = _free_key("attribute", owner["attributes"])
        values: list[DraftItem] = [{"key": name, "title": {}, "means": None, "was": None} for name in ("yes", "no")]
        item: DraftItem = {"key": key, "title": {}, "means": None, "values": values, "default": None, "quick": False}
        item["was"] = None
        owner["attributes"].append(item)
        return item

    @staticmethod
    def open_values(attribute: DraftItem, kind: str) -> None:
        """Let an attribute take what is written (`kind`: text, number, link) or, "", one of a list of values."""
        if kind != (attribute["values"] if isinstance(attribute["values"], str) else ""):
            listed: list[DraftItem] = [{"key": name, "title": {}, "means": None, "was": None} for name in ("yes", "no")]
            attribute["values"] = kind or listed
            attribute["default"] = None

    @staticmethod
    def move(items: list[DraftItem], index: int, by: int) -> int:
        """Let an item change places with the one `by` further on, if there is one; where it is then."""
        to = index + by
        if not 0 <= to < len(items):
            return index
        items[index], items[to] = items[to], items[index]
        return to

    def rename(self, table: DraftTable, item: DraftItem, key: str) -> None:
        """Call a label or a relation something else, wherever the scheme names it."""
        old, item["key"] = item["key"], key
        if any(other["key"] == old for other in self.items(table)):
            return
        for holder, field in self._mentions(table):
            held = holder[field]
            holder[field] = (
                [key if name == old else name for name in held]
                if isinstance(held, list)
                else key
                if held == old
                else held
            )

    def remove(self, table: DraftTable, item: DraftItem) -> None:
        """Take an item out, and out of everything that names it; frames of a label that goes, go."""
        self.items(table).remove(item)
        if table == "frames" or any(other["key"] == item["key"] for other in self.items(table)):
            return
        if table == "labels":
            self.data["frames"] = [frame for frame in self.items("frames") if frame["head"] != item["key"]]
        for holder, field in self._mentions(table):
            if isinstance(holder[field], list):
                holder[field] = [name for name in holder[field] if name != item["key"]]

    def _mentions(self, table: DraftTable) -> Iterator[tuple[DraftItem, str]]:
        """The fields that name labels, or relations."""
        if table == "labels":
            yield from ((kind, end) for kind in self.items("relations") for end in ("from", "to"))
            yield from ((frame, "head") for frame in self.items("frames"))
        else:
            yield from ((frame, field) for frame in self.items("frames") for field in ("roles", "expected"))


def _with_paths(item: DraftItem, above: str) -> DraftItem:
    """The item, and all attributes and values in it, with the paths they have now."""
    path = f"{above}.{item['key']}"
    fresh = {**item, "was": path}
    for field in ("attributes", "values"):
        if isinstance(item.get(field), list):
            fresh[field] = [_with_paths(dict(below), path) for below in item[field]]
    return fresh


def _without_paths(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_paths(below) for key, below in value.items() if key != "was"}
    return [_without_paths(below) for below in value] if isinstance(value, list) else value


def _free_key(stem: str, items: list[DraftItem]) -> str:
    taken = {item["key"] for item in items}
    return next(key for number in range(1, len(items) + 2) if (key := f"{stem}_{number}") not in taken)
