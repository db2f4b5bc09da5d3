"""Writing REFI-QDA: a project (`.qdpx`) that NVivo, MAXQDA, ATLAS.ti or QualCoder open, and its codebook (`.qdc`)."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any

from annotator import zips
from annotator.domain.comment import Comment
from annotator.domain.scheme import Scheme
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import NOT_XML, escaped
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.refi_codebook import Code, codes_of
from annotator.formats.refi_layout import (
    CASE_VARIABLES,
    CODEBOOK_NAMESPACE,
    INTERNAL,
    PART_OF,
    PROJECT_FILE,
    PROJECT_NAMESPACE,
    SOURCES,
    TEXT_VARIABLES,
    guid,
    made_guid,
)
from annotator.formats.refi_project import CodedText, Gathered, RefiLink, case_values, gathered, links, texts, user_guid
from annotator.formats.registry import writer
from annotator.formats.written_names import WrittenNames

LOST = Feature.STATUS | Feature.SPLITS | Feature.SCHEME
EMPTY = named("readings without a mark")
ORIGINS = named("origins of articles after the first, and files they came in")
INTAKE = named("notes of what intake changed")
TAKEN_FROM = named("what marks were taken from")
DECIDED = named("who decided on marks")
TIMES = named("times of comments")
PASSAGES = named("passages that comments are about")
RESOLVED = named("who resolved comments")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")
"""A time as XML Schema has it."""
_NAMES: dict[str | None, str] = {None: PROJECT_NAMESPACE}
Values = Iterable[tuple[str, str]]
_Note = tuple[Mapping[str, str], str, Iterable[str]]
"""The attributes of a note, its text, and the notes that answer it."""


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what a project of REFI-QDA has no place for."""
    lost: Counter[str] = Counter()
    documents: set[str] = set()
    for record in dataset.records:
        lost[EMPTY] += record.annotator is not None and not record.spans
        for marks in (record.spans, record.relations):
            lost[TAKEN_FROM] += sum(mark.derived_from is not None for mark in marks)
            lost[DECIDED] += sum(mark.decided_by is not None for mark in marks)
        lost[TIMES] += sum(_MOMENT.fullmatch(one.made) is None and bool(one.made) for one in record.comments)
        lost[PASSAGES] += sum(one.parts is not None for one in record.comments)
        lost[RESOLVED] += sum(one.resolved_by is not None for one in record.comments)
        if record.document.id not in documents:
            documents.add(record.document.id)
            origins = record.document.origins
            lost[ORIGINS] += max(0, len(origins) - 1) + any(one.path for one in origins[:1])
            lost[INTAKE] += len(record.document.intake)
    return {kind: count for kind, count in lost.items() if count}


@writer(
    id="refi-qda",
    title="REFI-QDA",
    use="tools",
    about=named("A project for QualCoder, NVivo, MAXQDA and ATLAS.ti"),
    suffix=".qdpx",
    holds=EVERYTHING & ~LOST,
    count=count_lost,
)
def write_refi_qda(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write the package; its XML as it is made, so that memory does not grow with the project."""
    with out.file(f"{dataset.card.name}.qdpx") as stream, zipfile.ZipFile(stream, "w") as archive:
        with _entry(archive, PROJECT_FILE) as file:
            _Xml(file, dataset).write()
        seen: set[str] = set()
        for record in dataset.records:
            if record.document.id not in seen:
                seen.add(record.document.id)
                with _entry(archive, f"{SOURCES}{guid(record.document.id)}.txt") as file:
                    file.write(record.document.text.encode())


@writer(
    id="refi-codebook",
    title="REFI-QDA codebook",
    use="tools",
    about=named("The labels alone, for programs of qualitative analysis"),
    suffix=".qdc",
    holds=Feature.SCHEME,
)
def write_codebook(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write the codes alone."""
    from lxml import etree

    found = gathered(dataset)
    with out.file(f"{dataset.card.name}.qdc") as stream, etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("CodeBook", {"origin": dataset.card.program}, nsmap={None: CODEBOOK_NAMESPACE}):
            _write_codes(xml, codes_of(dataset.scheme, found.written, found.statements.values()), CODEBOOK_NAMESPACE)


def _entry(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    return archive.open(zips.entry(name), "w", force_zip64=True)


class _Xml:
    """Writes `project.qde`, in the order that its schema asks for."""

    def __init__(self, stream: IO[bytes], dataset: Dataset) -> None:
        self._stream, self._dataset = stream, dataset
        self._links: list[RefiLink] = []
        self._notes: list[_Note] = []
        self._scheme: Scheme = dataset.scheme
        self._names = dict(WrittenNames(dataset.scheme, fits=bool).relations)
        self._attributes = dict(WrittenNames(dataset.scheme, fits=bool).attributes)

    def write(self) -> None:
        """Write all of it."""
        from lxml import etree

        found = gathered(self._dataset)
        with etree.xmlfile(self._stream, encoding="utf-8") as xml:
            self._xml: Any = xml
            xml.write_declaration()
            attributes = {"name": _fit(self._dataset.card.name), "origin": _fit(self._dataset.card.program)}
            with xml.element("Project", attributes, nsmap={None: PROJECT_NAMESPACE}):
                self._users(found)
                codes = codes_of(self._scheme, found.written, found.statements.values())
                with xml.element("CodeBook"):
                    _write_codes(xml, codes, PROJECT_NAMESPACE)
                self._variables()
                self._cases(found)
                self._texts()
                self._group("Notes", (self._note(*one) for one in self._notes))
                self._group("Links", map(self._link, self._links))

    def _users(self, found: Gathered) -> None:
        people = sorted(found.people.values(), key=lambda one: one.handle)
        self._group(
            "Users",
            (
                self._element("User", {"guid": user_guid(one.handle), "name": one.name or one.handle, "id": one.handle})
                for one in people
            ),
        )

    def _variables(self) -> None:
        self._group(
            "Variables",
            (
                self._element("Variable", {"guid": _variable(name), "name": name, "typeOfVariable": "Text"})
                for name in dict.fromkeys((*CASE_VARIABLES, *TEXT_VARIABLES))
            ),
        )

    def _cases(self, found: Gathered) -> None:
        self._group("Cases", (self._case(id, found) for id in sorted(found.actors, key=guid)))

    def _case(self, id: str, found: Gathered) -> Any:
        actor = found.actors[id]
        case = self._element("Case", {"guid": guid(id), "name": actor.name})
        if actor.note:
            self._add(case, "Description", actor.note)
        self._values(case, case_values(actor))
        for selection in found.mentions.get(id, ()):
            case.append(self._element("SelectionRef", {"targetGUID": selection}))
        return case

    def _texts(self) -> None:
        self._group("Sources", self._sources())

    def _sources(self) -> Iterator[Any]:
        """Yield the texts, and keep what has to stand behind all of them."""
        for records, text in texts(self._dataset):
            for record in records:
                self._links += links(record, self._names)
            self._notes += self._notes_of(records)
            yield self._text(text)

    def _text(self, text: CodedText) -> Any:
        path = f"{INTERNAL}{text.guid}.txt"
        made = self._element("TextSource", {"guid": text.guid, "name": text.document.title, "plainTextPath": path})
        for one in text.selections:
            place = {"startPosition": str(one.start), "endPosition": str(one.end)}
            about = {"guid": one.guid, "name": one.name, **place, "creatingUser": one.user}
            selection = self._element("PlainTextSelection", about)
            for coding, code in one.codings:
                of = self._element("Coding", {"guid": coding, "creatingUser": one.user})
                of.append(self._element("CodeRef", {"targetGUID": code}))
                selection.append(of)
            self._refer(selection, one.notes)
            made.append(selection)
        self._refer(made, text.notes)
        self._values(made, text.values)
        return made

    def _notes_of(self, records: Sequence[Record]) -> Iterator[_Note]:
        """Yield what the notes on a document are made of: its comments, and the attributes of its links."""
        comments = sorted((one for record in records for one in record.comments), key=lambda one: guid(one.id))
        answers = _answers(comments)
        for comment in comments:
            about = {
                "guid": guid(comment.id),
                "name": " ".join(comment.text.split())[:80],
                "creatingUser": user_guid(comment.annotator),
                "creationDateTime": comment.made if _MOMENT.fullmatch(comment.made) else "",
            }
            yield about, comment.text, answers.get(comment.id, ())
        for record in records:
            yield from self._notes_of_links(record)

    def _notes_of_links(self, record: Record) -> Iterator[_Note]:
        for one in sorted(record.relations, key=lambda relation: guid(relation.id)):
            if one.attributes:
                said = {self._attributes[key]: value for key, value in one.attributes.items()}
                lines = "\n".join(f"{key}: {value}" for key, value in sorted(said.items()))
                yield {"guid": made_guid("note", guid(one.id)), "name": PART_OF}, lines, ()

    def _note(self, about: Mapping[str, str], text: str, answers: Iterable[str]) -> Any:
        note = self._element("Note", about)
        self._add(note, "PlainTextContent", text)
        self._refer(note, answers)
        return note

    def _link(self, one: RefiLink) -> Any:
        about = {"guid": one.guid, "name": one.name, "direction": "OneWay"}
        link = self._element("Link", {**about, "originGUID": one.origin, "targetGUID": one.target})
        self._refer(link, [one.note] if one.note else [])
        return link

    def _group(self, name: str, elements: Iterable[Any]) -> None:
        """Write elements inside a group, which must not be empty."""
        found = iter(elements)
        first = next(found, None)
        if first is None:
            return
        with self._xml.element(name):
            self._xml.write(first)
            for element in found:
                self._xml.write(element)

    def _element(self, name: str, attributes: Mapping[str, str]) -> Any:
        from lxml import etree

        held = {key: _fit(value) for key, value in attributes.items() if value}
        return etree.Element(f"{{{PROJECT_NAMESPACE}}}{name}", held, nsmap=_NAMES)

    def _add(self, parent: Any, name: str, text: str) -> None:
        child = self._element(name, {})
        child.text = _fit(text)
        parent.append(child)

    def _refer(self, parent: Any, notes: Iterable[str]) -> None:
        for note in notes:
            parent.append(self._element("NoteRef", {"targetGUID": note}))

    def _values(self, parent: Any, values: Values) -> None:
        for name, value in values:
            held = self._element("VariableValue", {})
            held.append(self._element("VariableRef", {"targetGUID": _variable(name)}))
            self._add(held, "TextValue", value)
            parent.append(held)


def _answers(comments: Iterable[Comment]) -> dict[str, list[str]]:
    """The answers to each comment that hang on nothing else."""
    found: dict[str, list[str]] = {}
    for one in comments:
        if one.reply_to is not None and one.span_id is None:
            found.setdefault(one.reply_to, []).append(guid(one.id))
    return found


def _write_codes(xml: Any, codes: Iterable[Code], namespace: str) -> None:
    from lxml import etree

    with xml.element("Codes"):
        for code in codes:
            xml.write(_code(code, namespace, etree))


def _code(code: Code, namespace: str, etree: Any) -> Any:
    made = etree.Element(f"{{{namespace}}}Code", nsmap={None: namespace})
    about = {"guid": code.guid, "name": code.name, "isCodable": str(code.codable).lower(), "color": code.color}
    for key, value in about.items():
        if value:
            made.set(key, _fit(value))
    if code.description.strip():
        described = etree.SubElement(made, f"{{{namespace}}}Description")
        described.text = _fit(code.description)
    for below in code.below:
        made.append(_code(below, namespace, etree))
    return made


def _variable(name: str) -> str:
    return made_guid("variable", name)


def _fit(text: str) -> str:
    plain = text.isascii() and text.isprintable() and "\\" not in text
    return text if plain else escaped(text, NOT_XML)
