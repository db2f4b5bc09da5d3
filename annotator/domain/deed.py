"""Deeds: actions as people name them (link source, mark claim, import 12 articles), from what they did to rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from annotator.domain.annotator import GOLD
from annotator.domain.change import BACK, IMPORT, SCHEME
from annotator.domain.decision import VIEWED

DeedKind = Literal[
    "mark",
    "marks",
    "delete",
    "reshape",
    "relabel",
    "attribute",
    "name_actor",
    "say_statement",
    "link",
    "unlink",
    "link_attribute",
    "take",
    "refuse",
    "status",
    "import",
    "import_marks",
    "remove",
    "about",
    "actor",
    "merge_actors",
    "remove_actor",
    "statement",
    "merge_statements",
    "remove_statement",
    "split_statement",
    "unsay_statement",
    "agree",
    "scheme",
    "setting",
    "view",
    "comment",
    "change_comment",
    "delete_comment",
    "resolve",
    "reopen",
    "decide",
    "finish_gold",
    "reopen_decision",
    "assign",
    "unassign",
    "merge",
    "back",
    "other",
]


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """The deed of an action: `count` times something of a kind, to marks or links with these labels.

    `table` and `row_id` are the first row of it, `name` what people call that: the words of a mark, the name of an
    actor, a title. `value` is the status that was set. `document_id` is None where several are concerned, or none.
    """

    kind: DeedKind
    labels: tuple[str, ...] = ()
    count: int = 1
    name: str = ""
    value: str = ""
    table: str = ""
    row_id: str = ""
    document_id: str | None = None


class RowDeed(msgspec.Struct, frozen=True, kw_only=True):
    """The part of an action that concerns one row: `row` holds the columns that were put, None for a delete.

    `is_new`: the row was not there before. `label` is the label of a mark or link, also where it was not put.
    """

    table: str
    row_id: str
    is_new: bool
    row: Mapping[str, Any] | None
    label: str = ""
    whose: str = ""
    """The handle of the annotator whose row it is."""

    @property
    def is_gone(self) -> bool:
        return self.row is None

    def puts(self, *columns: str) -> bool:
        """Return whether a row that was there got another value in one of these columns."""
        return self.row is not None and not self.is_new and any(column in self.row for column in columns)


def deed_of(action: str, rows: Sequence[RowDeed]) -> Deed:
    """Return the deed that an action is, by the most telling of its rows."""
    tables: dict[str, list[RowDeed]] = {}
    for one in rows:
        tables.setdefault(one.table, []).append(one)
    if action.startswith(BACK):
        return Deed(kind="back")
    if "merges" in tables:
        return Deed(kind="merge")
    if action.startswith(SCHEME):
        return Deed(kind="scheme")
    found = next(filter(None, (tell(tables) for tell in _TELLING)), None) or Deed(kind="other")
    if action.startswith(IMPORT) and found.kind in ("mark", "link", "take", "actor", "statement"):
        return msgspec.structs.replace(found, kind="import_marks", labels=())
    return found


MARKING: frozenset[DeedKind] = frozenset(
    (
        *("mark", "marks", "delete", "reshape", "relabel", "attribute", "name_actor", "say_statement"),
        *("unsay_statement", "agree", "link", "unlink", "link_attribute", "take", "refuse"),
    )
)
"""Kinds of deeds that are done to marks one after the other; many of them are told as one, "marks"."""


Tables = Mapping[str, Sequence[RowDeed]]
Tell = Callable[[Tables], Deed | None]


def _gold(tables: Tables) -> Deed | None:
    """The gold reading was said to be done."""
    some = [one for one in tables.get("annotation_sets", ()) if one.whose == GOLD and (one.row or {}).get("status")]
    return _of("finish_gold", some) if some and (some[0].row or {})["status"] == "done" else None


def _decisions(tables: Tables) -> Deed | None:
    some = tables.get("decisions", ())
    return _plain(some, "decide", "decide", "reopen_decision")


def _documents(tables: Tables) -> Deed | None:
    return _plain(tables.get("documents", ()), "import", "about", "remove")


def _comments(tables: Tables) -> Deed | None:
    some = tables.get("comments", ())
    resolved = [one for one in some if one.puts("resolved_by")]
    if resolved:
        row = resolved[0].row or {}
        return _of("resolve" if row["resolved_by"] else "reopen", resolved)
    return _plain(some, "comment", "change_comment", "delete_comment")


def _assignments(tables: Tables) -> Deed | None:
    return _plain(tables.get("assignments", ()), "assign", "assign", "unassign")


def _registries(tables: Tables) -> Deed | None:
    """An actor or a statement: merged, changed, made; unless a mark was linked to it."""
    actors = (*tables.get("actors", ()), *tables.get("actor_aliases", ()))
    if any(one.puts("merged_into") for one in actors):
        return _of("merge_actors", actors)
    spans = tables.get("spans", ())
    if any(one.puts("actor_id") for one in spans) or not actors:
        return _statements(tables.get("statements", ()), spans)
    named = [one for one in actors if one.table == "actors"]
    return _plain(named or actors, "actor", "actor", "remove_actor")


def _statements(some: Sequence[RowDeed], spans: Sequence[RowDeed]) -> Deed | None:
    if any(one.puts("merged_into") for one in some):
        return _of("merge_statements", some)
    if gone := [one for one in some if one.is_gone]:
        return _of("remove_statement", gone)
    if len(spans) > 1 and (fresh := [one for one in some if one.is_new]):
        return _of("split_statement", fresh)
    return _of("statement", some) if some and not spans else None


def _refusals(tables: Tables) -> Deed | None:
    some = tables.get("refusals", ())
    return _of("refuse", some) if any(not one.is_gone for one in some) else None


def _marks(tables: Tables) -> Deed | None:
    spans, links = tables.get("spans", ()), tables.get("relations", ())
    fresh = [one for one in spans if one.is_new]
    if any((one.row or {}).get("derived_from") for one in fresh):
        return _told("take", fresh)
    if gone := [one for one in spans if one.is_gone]:
        return _told("delete", gone)
    if made := [one for one in links if one.is_new]:
        return _told("link", made)
    if fresh:
        return _told("mark", fresh)
    return _changed(spans)


_COLUMNS: tuple[tuple[DeedKind, tuple[str, ...]], ...] = (
    ("relabel", ("label",)),
    ("name_actor", ("actor_id",)),
    ("say_statement", ("statement_id",)),
    ("agree", ("agreement",)),
    ("reshape", ("parts",)),
    ("attribute", ("attributes",)),
)
"""The kind of deed by the columns of a mark that it changes, the most telling first."""


def _changed(spans: Iterable[RowDeed]) -> Deed | None:
    for kind, columns in _COLUMNS:
        some = [one for one in spans if one.puts(*columns)]
        # Label and attributes are written together; only one that is another is a new label.
        if kind == "relabel":
            some = [_relabelled(one) for one in some if (one.row or {})["label"] != one.label]
        if some:
            says_none = kind == "say_statement" and (some[0].row or {})["statement_id"] is None
            return _told("unsay_statement" if says_none else kind, some)
    return None


def _relabelled(one: RowDeed) -> RowDeed:
    return msgspec.structs.replace(one, label=str((one.row or {})["label"]))


def _links(tables: Tables) -> Deed | None:
    some = tables.get("relations", ())
    gone = [one for one in some if one.is_gone]
    return _told("unlink", gone) if gone else _told("link_attribute", some) if some else None


def _rest(tables: Tables) -> Deed | None:
    for one in tables.get("annotation_sets", ()):
        if one.row is not None and "status" in one.row:
            return msgspec.structs.replace(_of("status", [one]), value=str(one.row["status"]))
    if "origins" in tables:
        return _of("about", tables["origins"])
    some = tables.get("settings", ())
    viewed = bool(some) and all(one.row_id.startswith(VIEWED) for one in some)
    return Deed(kind="view" if viewed else "setting") if some else None


_TELLING: tuple[Tell, ...] = (
    _gold,
    _decisions,
    _documents,
    _comments,
    _assignments,
    _registries,
    _refusals,
    _marks,
    _links,
    _rest,
)
"""The order in which deeds tell of an action: the most telling first."""


def _plain(some: Sequence[RowDeed], made: DeedKind, changed: DeedKind, gone: DeedKind) -> Deed | None:
    """Return the deed of rows of one table, by what became of most of them; None where there are none."""
    if not some:
        return None
    kinds: dict[DeedKind, list[RowDeed]] = {}
    for one in some:
        kinds.setdefault(made if one.is_new else gone if one.is_gone else changed, []).append(one)
    return _of(*max(kinds.items(), key=lambda item: len(item[1])))


def _of(kind: DeedKind, some: Sequence[RowDeed]) -> Deed:
    return Deed(kind=kind, count=len(some), table=some[0].table, row_id=some[0].row_id)


def _told(kind: DeedKind, some: Sequence[RowDeed]) -> Deed:
    labels = tuple(dict.fromkeys(one.label for one in some if one.label))
    return msgspec.structs.replace(_of(kind, some), labels=labels)
