"""Reading a database of Discourse Network Analyzer: statements become claims, concepts statements of the registry.

Coders become annotators; persons and organizations become actors of the registry and attributes of the claim, because
DNA knows who says it and not where that is said. Positions in UTF-16 units are converted once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

import msgspec

from annotator.domain.annotator import Annotator
from annotator.domain.comment import Comment
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.meanings import claim_labels
from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Agreement
from annotator.errors import InputError
from annotator.formats.dna_database import DnaDatabase, DnaDocument, DnaStatement
from annotator.formats.dna_registries import DnaRegistries, names_of
from annotator.formats.dna_tables import (
    ACTORS,
    AGREEMENT,
    CONCEPT,
    MADE,
    NO,
    SECTION,
    TYPE,
    URL,
    YES,
    note_id,
    parted_header,
    with_header,
)
from annotator.formats.foreign_text import ForeignText
from annotator.formats.ids import relation_id, span_id
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.store.foreign_database import HEAD, MOST_BYTES, ForeignDatabase
from annotator.text.titles import title_of

NO_TEXT = named("documents without a text")
NO_PLACE = named("statements outside their text")
NO_DOCUMENT = named("statements of documents that are not there")
PATTERNS = named("search patterns")
RIGHTS = named("rights of coders")
SPARE = named("values that no statement has")
LINKS = named("links between statements")
LINK = "statement link"
"""The relation that a link between statements becomes."""
OF_VALUES = named("attributes of values that are no actors")
_NAMES = (b"STATEMENTTYPES", b"DATASHORTTEXT")


def looks_dna(name: str, head: bytes) -> float:
    """Return how sure it is that a file is DNA's: a database, by its name or by the tables it begins with."""
    if not head.startswith(HEAD):
        return 0.0
    known = all(one in head.upper() for one in _NAMES)
    return SURE if name.lower().endswith(".dna") else LIKELY if known else 0.0


@reader(id="dna", title="Discourse Network Analyzer", suffix=".dna", sniff=looks_dna, foreign=False)
def read_dna(source: Source) -> Iterator[Record]:
    """Yield the documents with each coder's statements. Raises InputError that names the table and the row."""
    data = source.stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError("it is larger than {most} MiB", most=MOST_BYTES >> 20)
    with closing(ForeignDatabase(data)) as database:
        yield from _Reading(DnaDatabase(database), source).records()


class _Reading:
    """One database while it is turned into records."""

    def __init__(self, database: DnaDatabase, source: Source) -> None:
        self._db, self._source = database, source
        self._names = names_of(database)
        self._labels = _Labels(database.types, source.scheme)
        self._registries = DnaRegistries(database)
        self._links = defaultdict[int, list[int]](list)
        for start, end in database.links():
            self._links[start].append(end)

    def records(self) -> Iterator[Record]:
        """Yield the records; the first one has all entries of the registries."""
        statements = self._db.statements()
        self._count_left(statements)
        first = True
        for text, documents in self._texts().items():
            held = [one for document, _ in documents for one in statements.pop(document.id, ())]
            for record in self._of_text(text, documents, held):
                if first:
                    record = msgspec.structs.replace(
                        record,
                        actors=tuple(self._registries.actors.values()),
                        statements=tuple(self._registries.statements.values()),
                    )
                first = False
                yield self._source.fitted(record)
        self._source.left[NO_DOCUMENT] += sum(map(len, statements.values()))
        self._source.left[LINKS] += sum(map(len, self._links.values()))

    def _texts(self) -> dict[str, list[tuple[DnaDocument, ForeignText]]]:
        """The documents by the id of their text: one text is one document, whatever DNA has of it."""
        found: defaultdict[str, list[tuple[DnaDocument, ForeignText]]] = defaultdict(list)
        for document in self._db.documents():
            try:
                text = ForeignText(document.text, "utf16")
            except InputError as error:
                raise InputError(
                    "table {table}, row {id}: {reason}", table="DOCUMENTS", id=document.id, reason=error
                ) from error
            if text.text.strip():
                found[document_id(text.text)].append((document, text))
            else:
                self._source.left[NO_TEXT] += 1
        return found

    def _of_text(
        self, id: str, documents: list[tuple[DnaDocument, ForeignText]], statements: list[DnaStatement]
    ) -> Iterator[Record]:
        texts = {document.id: text for document, text in documents}
        by: dict[str, list[DnaStatement]] = {}
        people = {annotator.handle: annotator for annotator in self._db.coders.values()}
        for one in statements:
            by.setdefault(self._handle(one.coder), []).append(one)
        comments = tuple(self._comments(id, documents))
        notes: list[Comment] = []
        authors = [people[one.annotator] for one in comments if one.annotator in people]
        bare = Record(document=_document(id, documents), scheme_name="", scheme_version=1)
        if not by:
            yield msgspec.structs.replace(bare, comments=comments, authors=tuple(authors))
        for place, handle in enumerate(sorted(by)):
            notes.clear()
            spans = dict(self._spans(by[handle], texts, _Set(id, handle, notes)))
            yield msgspec.structs.replace(
                bare,
                annotator=people.get(handle, Annotator(handle=handle)),
                status="done",
                spans=tuple(spans.values()),
                relations=tuple(self._relations(spans)),
                comments=(*(() if place else comments), *notes),
                authors=() if place else tuple(authors),
            )

    def _handle(self, coder: int) -> str:
        known = self._db.coders.get(coder)
        return self._source.annotator if known is None else known.handle

    def _spans(
        self, statements: Iterable[DnaStatement], texts: Mapping[int, ForeignText], whose: "_Set"
    ) -> Iterator[tuple[int, Span]]:
        """Yield the spans of one coder, each with the id of its statement."""
        turns: Counter[tuple[str, tuple[int, int]]] = Counter()
        for one in statements:
            part = texts[one.document].stretch(one.start, one.stop)
            if part is None:
                self._source.left[NO_PLACE] += 1
                continue
            label = self._labels.of(one.type)
            turn = turns[label.key, part]
            turns[label.key, part] += 1
            id = span_id(whose.document, whose.annotator, label.key, (part,), turn)
            left: list[str] = []
            attributes, concept, agreement = self._said(one, label, left)
            if left:
                whose.notes.append(_note(whose.document, whose.annotator, "\n".join(left), id))
            made = Span(
                id=id,
                document_id=whose.document,
                annotator=whose.annotator,
                label=label.key,
                parts=(part,),
                attributes=attributes,
                statement_id=concept,
                agreement=agreement,
            )
            yield one.id, made

    def _relations(self, spans: Mapping[int, Span]) -> Iterator[Relation]:
        """Yield the links between statements of one coder in one text; others are counted, as what no project has."""
        for start, first in spans.items():
            for end in self._links.pop(start, ()):
                last = spans.get(end)
                label = None if last is None or last.id == first.id else self._labels.link(first.label, last.label)
                if last is None or label is None:
                    self._source.left[LINKS] += 1
                    continue
                yield Relation(
                    id=relation_id(first.document_id, label, first.id, last.id),
                    document_id=first.document_id,
                    annotator=first.annotator,
                    label=label,
                    from_id=first.id,
                    to_id=last.id,
                )

    def _said(
        self, one: DnaStatement, label: "_Named", left: list[str]
    ) -> tuple[dict[str, str], str | None, Agreement | None]:
        """The attributes of a statement, the entry it says, and whether its source agrees.

        `left` gains a line for each value that the scheme has no attribute for.
        """
        attributes: dict[str, str] = {}
        concept: str | None = None
        agreement: str | None = None
        for variable in sorted({*one.values, *one.entities}):
            name, value = self._names.get(variable, f"variable {variable}"), self._value(one, variable)
            known = self._db.variables.get(variable)
            if known is not None and known.kind == "boolean":
                value = NO if value == "0" else YES
            if name == CONCEPT and label.is_claim and (found := self._registries.concept(one, variable, value)):
                concept = found
            elif name == AGREEMENT and label.is_claim:
                agreement = value
            elif value.strip():
                _give(attributes, left, label, known.name if known else name, value)
        if concept is not None:
            return attributes, concept, "no" if agreement == NO else "yes" if agreement == YES else None
        if agreement is not None:
            _give(attributes, left, label, AGREEMENT, agreement)
        return attributes, None, None

    def _value(self, one: DnaStatement, variable: int) -> str:
        entity = self._db.entities.get(one.entities.get(variable, 0))
        return one.values.get(variable, "") if entity is None else entity.value

    def _comments(self, id: str, documents: Iterable[tuple[DnaDocument, ForeignText]]) -> Iterator[Comment]:
        for document, _ in documents:
            said = {SECTION: document.section, TYPE: document.type}
            fields, notes = parted_header(document.notes)
            text = with_header(said, notes if URL in fields else document.notes)
            if text.strip():
                yield _note(id, self._handle(document.coder), text)

    def _count_left(self, statements: Mapping[int, Iterable[DnaStatement]]) -> None:
        used = {entity for held in statements.values() for one in held for entity in one.entities.values()}
        for entity in self._db.entities.values():
            if self._names.get(entity.variable) in (*ACTORS, CONCEPT) or not entity.value.strip():
                continue
            self._source.left[SPARE] += entity.id not in used
            self._source.left[OF_VALUES] += len(entity.attributes)
        self._source.left[PATTERNS] += self._db.count("regexes")
        self._source.left[RIGHTS] += self._db.count("coderrelations")


class _Set(msgspec.Struct, frozen=True):
    """The annotation set that is being read, and the comments that its statements make."""

    document: str
    annotator: str
    notes: list[Comment]


def _note(document: str, annotator: str, text: str, span: str | None = None) -> Comment:
    id = note_id(span or document, text)
    return Comment(id=id, document_id=document, annotator=annotator, text=text, made=MADE, span_id=span)


def _give(attributes: dict[str, str], left: list[str], label: "_Named", name: str, value: str) -> None:
    key = label.attribute(name, value)
    if key is None:
        left.append(f"{name}: {value}")
    else:
        attributes[key] = value


class _Named(msgspec.Struct, frozen=True):
    """A label of the project for a type of statements; `label` None where nobody holds records against a scheme."""

    key: str
    is_claim: bool
    label: Label | None

    def attribute(self, name: str, value: str) -> str | None:
        """The key of the attribute for a variable; None if the label has none, or not with this value."""
        if self.label is None:
            return name
        found = next((one for one in self.label.attributes if name.casefold() in _called(one)), None)
        return found.key if found is not None and found.value(value) is not None else None


class _Labels:
    """The labels of the project for types of statements: called alike, or else the one of claims."""

    def __init__(self, types: Mapping[int, str], scheme: Scheme | None) -> None:
        self._types, self._scheme = types, scheme
        self._found: dict[int, _Named] = {}

    def of(self, type: int) -> _Named:
        """The label for a type. Raises InputError if the scheme has none."""
        if type not in self._found:
            name = self._types.get(type, f"statement type {type}")
            self._found[type] = _Named(name, True, None) if self._scheme is None else self._chosen(name, self._scheme)
        return self._found[type]

    def link(self, start: str, end: str) -> str | None:
        """The relation for a link between statements with these labels; None if the scheme has none."""
        if self._scheme is None:
            return LINK
        found = (one for one in self._scheme.relations if LINK in _called(one))
        return next((one.key for one in found if start in one.from_ and end in one.to), None)

    def _chosen(self, name: str, scheme: Scheme) -> _Named:
        claims = claim_labels(scheme)
        alike = [label for label in scheme.labels if name.casefold() in _called(label)]
        made = next(iter([*alike, *(label for label in scheme.labels if label.key in claims)]), None)
        if made is None:
            raise InputError("the scheme has no label for the statements {name!r}, and none of claims", name=name)
        return _Named(made.key, made.key in claims, made)


def _called(item: Label | Attribute | RelationType) -> set[str]:
    return {one.casefold() for one in (item.key, item.foreign or item.key, *item.title.values())}


def _document(id: str, documents: Iterable[tuple[DnaDocument, ForeignText]]) -> Document:
    held = list(documents)
    title = next((one.title for one, _ in held if one.title.strip()), "") or title_of(held[0][1].text)
    origins = [
        Origin(
            url=parted_header(one.notes)[0].get(URL),
            publisher=one.source.strip() or None,
            author=one.author.strip() or None,
            published=one.published or None,
        )
        for one, _ in held
    ]
    return Document(
        id=id,
        title=title,
        text=held[0][1].text,
        origins=tuple(dict.fromkeys(one for one in origins if one != Origin())),
        intake=held[0][1].intake,
    )
