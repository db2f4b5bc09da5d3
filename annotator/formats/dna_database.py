"""The rows of a database of Discourse Network Analyzer as values; also of version 2, and of 3 before its release."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from annotator.domain.annotator import GOLD, HANDLE_LENGTH, Annotator, is_handle, kind_of
from annotator.errors import InputError
from annotator.store.foreign_database import ForeignCell, ForeignDatabase
from annotator.text.slug import slug

_MODEL = re.compile(r"model:[a-z0-9_-]{1,32}")
MILLISECONDS = 10**11
"""A date above this is in milliseconds, as DNA 2 wrote it; in seconds it would be in the year 5138."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = (datetime(9999, 12, 31, tzinfo=UTC) - _EPOCH) // timedelta(seconds=1)


class DnaDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A row of DOCUMENTS; `published` is ISO 8601, empty where the date is none."""

    id: int
    title: str
    text: str
    coder: int
    author: str
    source: str
    section: str
    notes: str
    type: str
    published: str


class DnaVariable(msgspec.Struct, frozen=True):
    """A variable of a type of statements: its name, and the kind of its values."""

    type: int
    name: str
    kind: str


class DnaEntity(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a variable, with its attributes."""

    id: int
    variable: int
    value: str
    color: str
    parent: int
    attributes: dict[str, str]


class DnaStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A row of STATEMENTS with its values: of variables by their ids, as text or as the id of an entity."""

    id: int
    type: int
    document: int
    start: int
    stop: int
    coder: int
    values: dict[int, str]
    entities: dict[int, int]


class DnaDatabase:
    """Reads the tables once; what is odd about a value raises InputError that names its table and row."""

    def __init__(self, database: ForeignDatabase) -> None:
        self._db = database
        for table in ("documents", "statements", "variables"):
            if table not in database:
                raise InputError("it has no table {table}, so it is no database of DNA", table=table.upper())
        self.coders = self._coders()
        self.types = self._types()
        self.variables = {
            id: DnaVariable(type, name or f"variable {id}", kind)
            for id, name, kind, type in self._read(
                "variables", ("id", "variable", "datatype", "statementtypeid"), (_int, _text, _text, _int)
            )
        }
        self.entities = self._entities()
        # In DNA 2 a short text is its own value.
        self._by_entity = "entity" in database.columns("datashorttext")

    def count(self, table: str) -> int:
        """Return how many rows a table has; 0 for one that is not there."""
        return self._db.count(table)

    def documents(self) -> Iterator[DnaDocument]:
        """Yield the documents in the order of their ids."""
        names = ("id", "title", "text", "coder", "author", "source", "section", "notes", "type", "date")
        kinds = (_int, _text, _text, _int, _text, _text, _text, _text, _text, _int)
        for id, title, text, coder, author, source, section, notes, type, date in self._read("documents", names, kinds):
            yield DnaDocument(
                id=id,
                title=title,
                text=text,
                coder=coder,
                author=author,
                source=source,
                section=section,
                notes=notes,
                type=type,
                published=_published(date),
            )

    def statements(self) -> dict[int, list[DnaStatement]]:
        """Return the statements of each document, by its id, in the order of their ids."""
        values, entities = self._values()
        found: defaultdict[int, list[DnaStatement]] = defaultdict(list)
        names = ("id", "statementtypeid", "documentid", "start", "stop", "coder")
        for id, type, document, start, stop, coder in self._read("statements", names, (_int,) * 6):
            made = DnaStatement(
                id=id,
                type=type,
                document=document,
                start=start,
                stop=stop,
                coder=coder,
                values=values.get(id, {}),
                entities=entities.get(id, {}),
            )
            found[document].append(made)
        return found

    def _values(self) -> tuple[dict[int, dict[int, str]], dict[int, dict[int, int]]]:
        values: defaultdict[int, dict[int, Any]] = defaultdict(dict)
        entities: defaultdict[int, dict[int, Any]] = defaultdict(dict)
        tables = ["databoolean", "datainteger", "datalongtext"]
        if self._by_entity:
            for statement, variable, entity in self._of("datashorttext", "entity", _int):
                entities[statement][variable] = entity
        else:
            for statement, variable, value in self._of("datashorttext", "value", _kept):
                # Before version 3 came out, the value was a text at first and then the number of an entity.
                held = entities if isinstance(value, int) and value in self.entities else values
                held[statement][variable] = value if held is entities else _text(value)
        for table in tables:
            for statement, variable, value in self._of(table, "value", _text):
                values[statement][variable] = value
        return values, entities

    def links(self) -> Iterator[tuple[int, int]]:
        """Yield the statements that are linked, as version 2 linked them."""
        for _, source, target in self._read("statementlinks", ("id", "sourceid", "targetid"), (_int, _int, _int)):
            yield source, target

    def _of(self, table: str, column: str, kind: Callable[[ForeignCell], object]) -> Iterator[tuple[int, int, Any]]:
        columns = self._db.columns(table)
        if columns and "variableid" not in columns:
            raise InputError(
                "its table {table} has no column VariableId; this version of DNA is not known", table=table
            )
        for _, statement, variable, value in self._read(
            table, ("id", "statementid", "variableid", column), (_int, _int, _int, kind)
        ):
            yield statement, variable, value

    def _coders(self) -> dict[int, Annotator]:
        found: dict[int, Annotator] = {}
        taken: set[str] = set()
        for id, name in self._read("coders", ("id", "name"), (_int, _text)):
            bare = handle = name if _MODEL.fullmatch(name) else slug(name)[: HANDLE_LENGTH - 8]
            turn = 1
            while handle in taken or not is_handle(handle):
                turn += 1
                handle = f"{bare}_{turn}"
            taken.add(handle)
            shown = "" if name == handle or handle == GOLD else name
            found[id] = Annotator(handle=handle, kind=kind_of(handle), name=shown)
        return found

    def _types(self) -> dict[int, str]:
        column = "label" if "label" in self._db.columns("statementtypes") else "type"
        rows = self._read("statementtypes", ("id", column), (_int, _text))
        return {id: label.strip() or f"statement type {id}" for id, label in rows}

    def _entities(self) -> dict[int, DnaEntity]:
        table = "entities" if "entities" in self._db else "attributes"
        attributes = self._attributes()
        found: dict[int, DnaEntity] = {}
        names = ("id", "variableid", "value", "red", "green", "blue", "childof", "type", "alias", "notes")
        kinds = (_int, _int, _text, _int, _int, _int, _int, _text, _text, _text)
        for id, variable, value, red, green, blue, parent, *own in self._read(table, names, kinds):
            named = {name: text for name, text in zip(("Type", "Alias", "Notes"), own, strict=True) if text}
            color = "#" + "".join(f"{min(max(part, 0), 255):02x}" for part in (red, green, blue))
            found[id] = DnaEntity(
                id=id,
                variable=variable,
                value=value,
                color="" if color == "#000000" else color,
                parent=parent,
                attributes={**named, **attributes.get(id, {})},
            )
        return found

    def _attributes(self) -> dict[int, dict[str, str]]:
        """Return the attributes of entities by name, empty ones left out."""
        named_in = "attributevariable" if "attributevariable" in self._db.columns("attributevariables") else None
        names = dict(self._read("attributevariables", ("id", named_in or "metavariable"), (_int, _text)))
        found: defaultdict[int, dict[str, str]] = defaultdict(dict)
        table, columns = "attributevalues", ("id", "entityid", "attributevariableid", "attributevalue")
        if table not in self._db:
            table, columns = "attributemetadata", ("id", "attributeid", "metavariableid", "value")
        for _, entity, variable, value in self._read(table, columns, (_int, _int, _int, _text)):
            if value.strip():
                found[entity][names.get(variable) or f"attribute {variable}"] = value
        return found

    def _read(
        self, table: str, columns: tuple[str, ...], kinds: tuple[Callable[[ForeignCell], object], ...]
    ) -> Iterator[tuple[Any, ...]]:
        for row in self._db.rows(table, columns):
            try:
                yield tuple(kind(cell) for kind, cell in zip(kinds, row, strict=True))
            except ValueError as error:
                raise InputError(
                    "table {table}, row {id}: {reason}", table=table.upper(), id=str(row[0]), reason=str(error)
                ) from error


def _int(cell: ForeignCell) -> int:
    if cell is None or cell == "":
        return 0
    if isinstance(cell, bytes) or (isinstance(cell, float) and not cell.is_integer()):
        raise ValueError("it holds something else than a number")
    return int(cell)


def _text(cell: ForeignCell) -> str:
    if isinstance(cell, bytes):
        raise ValueError("it holds bytes that are no UTF-8 text")
    return "" if cell is None else str(cell)


def _kept(cell: ForeignCell) -> int | str:
    return cell if isinstance(cell, int) else _text(cell)


def _published(date: int) -> str:
    seconds = date // 1000 if abs(date) > MILLISECONDS else date
    if seconds == 0 or abs(seconds) > _LAST:
        return ""
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return (
        moment.date().isoformat() if seconds % 86400 == 0 else moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0") + "Z"
    )
