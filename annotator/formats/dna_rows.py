"""The rows of a database of Discourse Network Analyzer that records make."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import accumulate

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator
from annotator.domain.comment import Comment
from annotator.domain.document import Origin
from annotator.domain.scheme import Attribute, Label, Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.formats.actors_csv import joined_aliases
from annotator.formats.claims import Claim, claims_of
from annotator.formats.dna_tables import (
    ACTORS,
    AGREEMENT,
    ALIAS,
    CONCEPT,
    KIND,
    NO,
    NOTES,
    ORGANIZATION,
    PERMISSIONS,
    PERSON,
    SECTION,
    TYPE,
    URL,
    VERSION,
    WIKIDATA,
    YES,
    note_id,
    parted_header,
    with_header,
)
from annotator.formats.record import Record
from annotator.store.foreign_database import ForeignCell
from annotator.text.slug import slug
from annotator.text.units import unit_lengths

DnaRow = tuple[ForeignCell, ...]

ITERATIONS = 100_000
"""Rounds of SHA-256 by which DNA keeps a password."""
_BLUE, _YELLOW = (69, 117, 180), (239, 208, 51)
USUAL = {PERSON: "short text", ORGANIZATION: "short text", CONCEPT: "short text", AGREEMENT: "boolean"}
"""The variables that DNA itself gives a type of statements."""
_ADMIN = Annotator(handle="admin", name="Admin")


class _Entity(msgspec.Struct):
    """A value of a variable, before its id is known."""

    color: str = ""
    parent: str | None = None
    attributes: dict[str, str] = {}


class _Type(msgspec.Struct, frozen=True):
    """A type of statements: its variables by name, each with its id and kind, and the attribute it is made of."""

    id: int
    label: Label
    variables: dict[str, tuple[int, str, Attribute | None]]


class DnaRows:
    """Collects records, and gives the rows of all tables."""

    def __init__(self, scheme: Scheme, labels: Sequence[Label], password: str) -> None:
        self._scheme = scheme
        self._coders: dict[str, tuple[int, str]] = {}
        self._secret = _hashed(password)
        self._documents: dict[str, int] = {}
        self._coders_of: dict[int, int] = {}
        self._rows: defaultdict[str, list[DnaRow]] = defaultdict(list)
        self._short: list[tuple[int, int, str]] = []
        self._entities: defaultdict[int, dict[str, _Entity]] = defaultdict(dict)
        self._types: dict[str, _Type] = {}
        self._units: list[int] = []
        for label in labels:
            self._add_type(label)

    def add(self, record: Record) -> None:
        """Take a record in."""
        if record.document.id not in self._documents:
            self._add_document(record)
        self._add_registries(record)
        spans = [span for span in record.spans if span.label in self._types]
        if record.annotator is None or not spans:
            return
        coder = self._coder(record.annotator)
        self._coders_of.setdefault(self._documents[record.document.id], coder)
        claims = {claim.span.id: claim for claim in claims_of(record, self._scheme)}
        for span in sorted(spans, key=lambda one: _order(one, claims, record)):
            self._add_statement(span, claims.get(span.id), record, coder)

    def tables(self) -> Mapping[str, list[DnaRow]]:
        """Return the rows of each table."""
        ids: dict[tuple[int, str], int] = {}
        for variable, values in self._entities.items():
            for value in sorted(values):
                ids[variable, value] = len(ids) + 1
        self._rows["SETTINGS"] = [("version", VERSION), ("date", "2022-01-01")]
        self._rows["DOCUMENTS"] = [self._with_coder(row) for row in self._rows["DOCUMENTS"]]
        self._rows["CODERS"] = [_coder_row(id, name, self._secret) for id, name in self._coders.values()]
        for (variable, value), id in ids.items():
            held = self._entities[variable][value]
            parent = None if held.parent is None else ids.get((variable, held.parent))
            self._rows["ENTITIES"].append((id, variable, value, *_rgb(held.color), parent))
        self._add_attributes(ids)
        self._rows["DATASHORTTEXT"] = [
            (place, statement, variable, ids[variable, value])
            for place, (statement, variable, value) in enumerate(self._short, 1)
        ]
        return self._rows

    def _add_type(self, label: Label) -> None:
        made = _Type(len(self._types) + 1, label, {})
        self._types[label.key] = made
        name = label.foreign or label.title.get("en") or label.key
        self._rows["STATEMENTTYPES"].append((made.id, name, *_YELLOW))
        own = {variable_name(one).casefold(): one for one in label.attributes}
        # In an order that a scheme which is made of this database has as well.
        for name, kind in USUAL.items():
            attribute = own.pop(name, None)
            self._add_variable(
                made,
                name if attribute is None else variable_name(attribute),
                kind if attribute is None else _kind(attribute),
                attribute,
            )
        for attribute in sorted(own.values(), key=variable_name):
            self._add_variable(made, variable_name(attribute), _kind(attribute), attribute)

    def _add_variable(self, made: _Type, name: str, kind: str, attribute: Attribute | None) -> None:
        id = len(self._rows["VARIABLES"]) + 1
        self._rows["VARIABLES"].append((id, name, kind, made.id))
        made.variables[name] = id, kind, attribute

    def _coder(self, annotator: Annotator) -> int:
        if annotator.handle not in self._coders:
            self._coders[annotator.handle] = len(self._coders) + 1, shown_name(annotator)
        return self._coders[annotator.handle][0]

    def _with_coder(self, row: DnaRow) -> DnaRow:
        """Return a row of a document with the one who wrote its notes, or the first who coded a statement in it."""
        id, title, text, writer, *rest = row
        coder = writer or self._coders_of.get(int(str(id))) or self._coder(_ADMIN)
        return (id, title, text, coder, *rest)

    def _add_document(self, record: Record) -> None:
        document, origin = record.document, next(iter(record.document.origins), Origin())
        self._documents[document.id] = id = len(self._documents) + 1
        self._units = [0, *accumulate(unit_lengths(document.text, "utf16"))]
        note = note_of(record)
        fields, notes = parted_header(note.text if note else "")
        known = {person.handle: person for person in record.authors}
        writer = self._coder(known.get(note.annotator, Annotator(handle=note.annotator))) if note else None
        notes = with_header({URL: origin.url or ""}, notes)
        texts = (origin.author or "", origin.publisher or "", fields.get(SECTION, ""), notes, fields.get(TYPE, ""))
        date = day_of(origin.published)[0] if origin.published else 0
        self._rows["DOCUMENTS"].append((id, document.title, document.text, writer, *texts, date))

    def _add_statement(self, span: Span, claim: Claim | None, record: Record, coder: int) -> None:
        made = self._types[span.label]
        id = len(self._rows["STATEMENTS"]) + 1
        place = self._units[span.start], self._units[span.end]
        self._rows["STATEMENTS"].append((id, made.id, self._documents[record.document.id], *place, coder))
        said = {**_said(claim), **values_of(note_of(record, span.id))}
        for name, (variable, kind, attribute) in made.variables.items():
            value = said.get(name, "") if attribute is None else span.attributes.get(attribute.key, "")
            if kind == "short text":
                self._entities[variable].setdefault(value, _Entity())
                self._short.append((id, variable, value))
            elif value:
                table = {"boolean": "DATABOOLEAN", "long text": "DATALONGTEXT"}[kind]
                cell: ForeignCell = int(value == YES) if kind == "boolean" else value
                self._rows[table].append((len(self._rows[table]) + 1, id, variable, cell))

    def _add_registries(self, record: Record) -> None:
        words = {one.id: one.text for one in record.statements}
        for made in self._types.values():
            for name, (variable, _, attribute) in made.variables.items():
                if name == CONCEPT and attribute is None:
                    for statement in record.statements:
                        self._note(variable, statement.text, _of_statement(statement, words))
                if name.casefold() in ACTORS:
                    for actor in record.actors:
                        if (actor.kind == "person") == (ACTORS[name.casefold()] == "person"):
                            self._note(variable, actor.name, _of_actor(actor))

    def _note(self, variable: int, value: str, entity: _Entity) -> None:
        held = self._entities[variable].setdefault(value, entity)
        if not held.attributes and not held.color and held.parent is None:
            self._entities[variable][value] = entity

    def _add_attributes(self, ids: Mapping[tuple[int, str], int]) -> None:
        named: dict[tuple[int, str], int] = {}
        for (variable, value), entity in ids.items():
            for name, text in self._entities[variable][value].attributes.items():
                if (variable, name) not in named:
                    named[variable, name] = len(named) + 1
                    self._rows["ATTRIBUTEVARIABLES"].append((len(named), variable, name))
                row = (len(self._rows["ATTRIBUTEVALUES"]) + 1, entity, named[variable, name], text)
                self._rows["ATTRIBUTEVALUES"].append(row)


def shown_name(annotator: Annotator) -> str:
    """Return the name that a coder gets: the one from which reading makes the handle again."""
    return annotator.name if annotator.name and slug(annotator.name) == annotator.handle else annotator.handle


def day_of(published: str) -> tuple[int, str]:
    """Return a moment of publication in seconds since 1970, UTC, and as it is read again."""
    text = {4: f"{published}-01-01", 7: f"{published}-01"}.get(len(published), published).replace(",", ".")
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    seconds = int(moment.timestamp())
    shown = datetime.fromtimestamp(seconds, UTC).isoformat().removesuffix("+00:00")
    return seconds, "" if seconds == 0 else shown.removesuffix("T00:00:00") if seconds % 86400 == 0 else f"{shown}Z"


def note_of(record: Record, span_id: str | None = None) -> Comment | None:
    """Return the comment that reading a database made: of the notes on the document, or of values of a statement."""
    place = span_id or record.document.id
    said = (one for one in record.comments if one.span_id == span_id)
    return next((one for one in said if one.id == note_id(place, one.text)), None)


def values_of(note: Comment | None) -> dict[str, str]:
    """Return the values of variables that such a comment on a span tells of."""
    lines = note.text.split("\n") if note else []
    return {name: value for name, colon, value in (line.partition(": ") for line in lines) if colon}


def _said(claim: Claim | None) -> dict[str, str]:
    """The values of a claim that no attribute holds, by variable."""
    if claim is None:
        return {}
    sources = claim.parties("source")
    people = [party.name for party in sources if party.kind == "person"]
    others = [party.name for party in sources if party.kind != "person"]
    agreement = {"yes": YES, "no": NO}.get(claim.span.agreement or "", "")
    found = {AGREEMENT: agreement, CONCEPT: claim.statement.text if claim.statement else ""}
    return {**found, PERSON: next(iter(people), ""), ORGANIZATION: next(iter(others), "")}


def _order(span: Span, claims: Mapping[str, Claim], record: Record) -> tuple[object, ...]:
    """Reading order, and then what a statement says: not its id, which reading it again makes anew."""
    said = tuple(sorted({**_said(claims.get(span.id)), **values_of(note_of(record, span.id))}.items()))
    return span.start, -span.end, span.label, said, tuple(sorted(span.attributes.items())), span.id


def variable_name(attribute: Attribute) -> str:
    """Return the name of the variable that an attribute becomes."""
    return attribute.foreign or attribute.key


def _kind(attribute: Attribute) -> str:
    if attribute.open == "text":
        return "long text" if variable_name(attribute).casefold() not in ACTORS else "short text"
    values = {value.key for value in attribute.listed}
    return "boolean" if values and values <= {YES, NO} else "short text"


def _of_statement(statement: Statement, words: Mapping[str, str]) -> _Entity:
    attributes = {NOTES: statement.note} if statement.note.strip() else {}
    return _Entity(statement.color, words.get(statement.parent_id or ""), attributes)


def _of_actor(actor: Actor) -> _Entity:
    kind = "" if actor.kind in ("person", "organization") else actor.kind
    fields = {ALIAS: joined_aliases(actor.aliases), KIND: kind, NOTES: actor.note, WIKIDATA: actor.wikidata or ""}
    return _Entity(attributes={name: text for name, text in fields.items() if text.strip()})


def _rgb(color: str) -> Iterator[int]:
    for place in (1, 3, 5):
        yield int(color[place : place + 2] or "0", 16)


def _coder_row(id: int, name: str, secret: str) -> DnaRow:
    return (id, name, *_BLUE, 0, 14, secret, 300, 0, 0, 1, *([1] * len(PERMISSIONS)))


def _hashed(password: str) -> str:
    """The password as DNA keeps it: salted, hashed many times. The salt is always the same, as the bytes must be."""
    salt = hashlib.sha256(b"musnad").digest()[:16]
    found = salt + password.encode()
    for _ in range(ITERATIONS):
        found = hashlib.sha256(found).digest()
    return base64.b64encode(salt + found).decode()
