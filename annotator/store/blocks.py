"""Blocks of changes: many changes of one transaction as one row of the file, small because they are much alike.

The body is JSON that zlib made small: a list of groups, changes of one table to the same columns that follow one
another. A group is `[table, columns, values]`: for each column a list of what the changes store in it, the row's id
first. `columns` names them; without "id" where the changes put only some columns; none for deletes, which have the
ids alone.
"""

import zlib

# hashlib would load OpenSSL at every start.
from _blake2 import blake2b
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from annotator.domain.change import Change
from annotator.store.rows import JSON, TABLES, BrokenRowError, are_values, decode, faults, is_stamp

LEVEL = 3
"""Of compression: higher ones take several times as long for a tenth less."""
MOST_BYTES = 64 * 1024 * 1024
"""The longest body that is read."""
LARGE_BYTES = 64 * 1024
"""A block takes no more changes from here on."""
MOST_CHANGES = 256
NUMBER_DIGITS = 8
"""Hex digits in the uid of a change behind those of its block."""

COLUMNS = "number, uid, first, size, stamp, last, annotator, replica, counter, action, undoes, shape, body"


class Block(NamedTuple):
    """A row of `change_blocks`: COLUMNS."""

    number: int
    uid: str
    first: int
    size: int
    stamp: str
    last: str
    annotator: str
    replica: str
    counter: int
    action: str
    undoes: str | None
    shape: int
    body: bytes


class Note(NamedTuple):
    """A change to be kept in a block: `columns` are those that it puts, None: it deletes the row.

    `values` are what they store, the row's id before them unless it is the first of them. `document`: the one that
    the row is on, if it is on any.
    """

    table: str
    row_id: str
    columns: tuple[str, ...] | None
    values: Sequence[object]
    document: str | None


class Group(NamedTuple):
    """Changes of a block to the same columns of one table (`columns` None: deletes).

    `ids` are those of their rows; `values` are for each of the columns what the changes put there, as it is stored.
    """

    table: str
    columns: tuple[str, ...] | None
    ids: Sequence[str]
    values: Sequence[Sequence[Any]]

    @property
    def is_whole(self) -> bool:
        """Return whether the changes say all of their rows, as those do that name the id."""
        return self.columns is not None and self.columns[:1] == ("id",)


def key_of(table: str, row_id: str) -> int:
    """Return the number by which blocks are found that say something of a row; seldom that of another row, too."""
    digest = blake2b(f"{table}/{row_id}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def subject_of(table: str, document_id: str | None) -> int:
    """Return the number by which blocks are found that concern a document; a table, where rows are on none."""
    return key_of(table, "") if document_id is None else key_of("documents", document_id)


def stamp_at(stamp: str, place: int) -> str:
    """Return the stamp that comes so many after another one."""
    return f"{stamp[:13]}{int(stamp[13:19], 16) + place:06x}{stamp[19:]}" if place else stamp


def body_of(notes: Sequence[Note]) -> bytes:
    """Return the body of a block of these changes."""
    groups = []
    for (table, columns), some in groupby(notes, key=lambda one: (one.table, one.columns)):
        groups.append((table, columns, list(zip(*(one.values for one in some), strict=True))))
    return zlib.compress(msgspec.json.encode(groups), LEVEL)


_GROUPS: msgspec.json.Decoder[list[tuple[str, tuple[str, ...] | None, list[list[Any]]]]] = msgspec.json.Decoder(
    list[tuple[str, tuple[str, ...] | None, list[list[Any]]]]
)


@lru_cache(maxsize=8)
def groups_in(block: Block) -> Sequence[Group]:
    """Return what a block says, in the order of its changes. Raises BrokenRowError.

    Rows of one document are asked for one after the other, so the last blocks are kept.
    """
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(block.body, MOST_BYTES)
        if not unpacking.eof or unpacking.unused_data:
            raise _broken(block, "it is longer than any that Musnad writes")
        groups = [_group(*one) for one in _GROUPS.decode(text)]
    except (zlib.error, msgspec.DecodeError, RecursionError, ValueError, TypeError) as error:
        raise _broken(block, error) from error
    if not _is_sound(block, groups):
        raise _broken(block, "it does not hold together")
    return groups


def _group(table: str, columns: tuple[str, ...] | None, values: list[list[Any]]) -> Group:
    is_whole = columns is not None and columns[:1] == ("id",)
    return Group(table, columns, values[0] if values else [], values if is_whole else values[1:])


def _broken(block: Block, reason: object) -> BrokenRowError:
    return BrokenRowError("change_blocks", block.number, reason)


def _is_sound(block: Block, groups: Sequence[Group]) -> bool:
    """Return whether the groups are as many changes as the block says, each with what it needs."""
    for table, columns, ids, values in groups:
        if table not in TABLES or len(values) != len(columns or ()) or not set(columns or ()) <= set(TABLES[table]):
            return False
        if set(map(type, ids)) != {str} or any(len(column) != len(ids) for column in values):
            return False
    return 0 < block.size == sum(len(one.ids) for one in groups) and _is_signed(block)


def _is_signed(block: Block) -> bool:
    head, tail = block.stamp[:13], block.stamp[19:]
    return (
        is_stamp(block.stamp)
        and block.last == stamp_at(block.stamp, block.size - 1)
        and is_stamp(block.last)
        and (block.last[:13], block.last[19:]) == (head, tail)
        and block.first >= 0
        and block.counter > 0
    )


def changes_in(block: Block) -> list[Change]:
    """Return the changes of a block, in their order. Raises BrokenRowError."""
    return list(_changes_in(block))


def changes_of(block: Block, ids: Mapping[str, Collection[str]]) -> list[Change]:
    """Return the changes of a block to these rows, given as the ids of each table. Raises BrokenRowError."""
    found: list[Change] = []
    begun = 0
    for group in groups_in(block):
        wanted = ids.get(group.table, ())
        places = [place for place, row_id in enumerate(group.ids) if row_id in wanted]
        found += _changes_at(block, group, begun, places)
        begun += len(group.ids)
    return found


def _changes_in(block: Block) -> Iterator[Change]:
    begun = 0
    for group in groups_in(block):
        yield from _changes_at(block, group, begun, range(len(group.ids)))
        begun += len(group.ids)


def _changes_at(block: Block, group: Group, begun: int, places: Sequence[int]) -> Iterator[Change]:
    """Yield the changes at these places of a group, the first of which is so far into the block."""
    for place, row in zip(places, _said(block, group, places), strict=True):
        number = begun + place
        yield Change(
            uid=f"{block.uid}{block.first + number:08x}",
            stamp=stamp_at(block.stamp, number),
            annotator=block.annotator,
            replica=block.replica,
            counter=block.counter + number,
            action=block.action,
            undoes=block.undoes,
            table=group.table,
            row_id=group.ids[place],
            op="delete" if row is None else "put",
            row=row,
            shape=block.shape,
        )


def _said(block: Block, group: Group, places: Sequence[int]) -> Sequence[dict[str, Any] | None]:
    """Return the columns that the changes at these places of a group put; None for deletes."""
    if group.columns is None or not places:
        return [None] * len(places)
    chosen = group.values
    if len(places) < len(group.ids):
        chosen = [[column[place] for place in places] for column in chosen]
    read = [read_column(block, group.table, *column) for column in zip(group.columns, chosen, strict=True)]
    return [dict(zip(group.columns, row, strict=True)) for row in zip(*read, strict=True)]


_JSON: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


def _read(block: Block, table: str, texts: Sequence[Any]) -> list[Any]:
    """Return what JSON texts say, equal ones as one value. Raises BrokenRowError."""
    try:
        read = {text: _JSON.decode(text) for text in set(texts)}
    except (msgspec.DecodeError, RecursionError, ValueError, TypeError):
        # One by one, to name it.
        read = {text: decode(text, Any, table, block.number) for text in set(texts)}
    return [read[text] for text in texts]


def read_column(block: Block, table: str, column: str, values: Sequence[Any]) -> Sequence[Any]:
    """Return the values that changes put in a column, with their JSON read. Raises BrokenRowError."""
    if (table, column) in JSON:
        values = _read(block, table, values)
    if not are_values(table, column, values):
        reasons = (fault for value in values for fault in faults(table, {column: value}, decoded=True))
        raise _broken(block, next(reasons, column))
    return values
