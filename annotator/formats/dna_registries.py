"""Values of a database of Discourse Network Analyzer as entries of the registries: actors and statements."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from annotator.domain.actor import Actor, actor_id, checked_item
from annotator.domain.statement import Statement, statement_id
from annotator.errors import InputError
from annotator.formats.actors_csv import parted_aliases
from annotator.formats.dna_database import DnaDatabase, DnaEntity, DnaStatement
from annotator.formats.dna_tables import ACTORS, ALIAS, CONCEPT, KIND, NOTES, WIKIDATA
from annotator.text.normalize import normal_form


def names_of(database: DnaDatabase) -> dict[int, str]:
    """Return the names of the variables as they are compared, by id."""
    return {id: variable.name.casefold() for id, variable in database.variables.items()}


class DnaRegistries:
    """The actors and statements that a database makes, each by its id."""

    def __init__(self, database: DnaDatabase) -> None:
        self._entities = database.entities
        self._names = names_of(database)
        self._ids: dict[int, str] = {}
        self._by_words: dict[str, str] = {}
        self.statements = self._statements()
        self.actors = self._actors()

    def concept(self, one: DnaStatement, variable: int, value: str) -> str | None:
        """Return the id of the entry that a statement says by this variable."""
        return self._ids.get(one.entities.get(variable, 0)) or self._by_words.get(value)

    def _of_variable(self, wanted: Iterable[str]) -> Iterator[tuple[str, DnaEntity]]:
        for entity in self._entities.values():
            name = self._names.get(entity.variable, "")
            if name in wanted and entity.value.strip():
                yield name, entity

    def _statements(self) -> dict[str, Statement]:
        found: dict[str, Statement] = {}
        for _, entity in self._of_variable((CONCEPT,)):
            self._ids[entity.id] = id = self._by_words.get(entity.value) or _free_id(entity.value, found)
            self._by_words[entity.value] = id
            held = dict(entity.attributes)
            notes = held.pop(NOTES, "")
            lines = [f"{name}: {text}" for name, text in held.items()]
            note = "\n".join([*lines, *([notes] if notes else [])])
            found[id] = Statement(id=id, text=entity.value, note=note, color=entity.color)
        for _, entity in self._of_variable((CONCEPT,)):
            id, parent = self._ids[entity.id], self._ids.get(entity.parent)
            if parent not in (None, id):
                found[id] = msgspec.structs.replace(found[id], parent_id=parent)
        return found

    def _actors(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for name, entity in self._of_variable(ACTORS):
            made = _actor(entity, ACTORS[name])
            held = found.get(made.id)
            if held is not None and held.name != made.name:
                made = msgspec.structs.replace(held, aliases=tuple(dict.fromkeys((*held.aliases, made.name))))
            found[made.id] = made
        return found


def _free_id(text: str, taken: Mapping[str, Statement]) -> str:
    """The id that the registry gives to these words; entries that DNA keeps apart stay apart."""
    spelled, turn = normal_form(text) or text, 1
    while statement_id(spelled) in taken:
        turn += 1
        spelled = f"{normal_form(text)}\n{turn}"
    return statement_id(spelled)


def _actor(entity: DnaEntity, kind: str) -> Actor:
    held = dict(entity.attributes)
    kind = held.pop(KIND, kind)
    aliases = parted_aliases(held.pop(ALIAS, ""), typed=False)
    item = held.pop(WIKIDATA, None)
    note = held.pop(NOTES, "")
    lines = [f"{name}: {value}" for name, value in held.items()]
    return Actor(
        id=actor_id(kind, normal_form(entity.value) or entity.value),
        name=entity.value,
        kind=kind,
        aliases=aliases,
        wikidata=None if item is None else _item(item, lines),
        note="\n".join([*lines, *([note] if note else [])]),
    )


def _item(text: str, lines: list[str]) -> str | None:
    try:
        return checked_item(text)
    except InputError:
        lines.append(f"{WIKIDATA}: {text}")
        return None
