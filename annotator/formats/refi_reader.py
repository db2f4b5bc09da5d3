"""Reading REFI-QDA: coded selections become marks, codes labels, cases actors, notes comments and links relations."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from annotator.domain.annotator import Annotator, kind_of
from annotator.domain.comment import Comment
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Part, Span, as_parts
from annotator.errors import InputError
from annotator.formats.escapes import unescaped
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.refi_codes import ReadCode, ReadCodes
from annotator.formats.refi_layout import (
    AUTHOR,
    CONTINUES,
    DIRECTION,
    LANGUAGE,
    PROJECT_FILE,
    PUBLISHED,
    PUBLISHER,
    URL,
    plain_id,
)
from annotator.formats.refi_package import Package, below, group, local
from annotator.formats.refi_parts import Cases, Links, Notes, Users, target, targets
from annotator.formats.refi_text import RefiText, Selected, best_text
from annotator.formats.registry import SURE, reader
from annotator.formats.source import Source
from annotator.text.titles import title_of

NO_TEXT = named("texts that are not in the package, or not plain")
OTHER_SOURCES = named("pictures, recordings and pages of PDF files")
NO_PLACE = named("selections outside their text")
NO_CODE = named("codings by codes that are not there")
NO_ENDS = named("links that lead to no mark")
NO_NOTES = named("notes on nothing that is read")
OTHER_PARTS = named("sets, graphs and variables of texts")
_OTHERS = ("PictureSource", "AudioSource", "VideoSource")


def looks_refi(name: str, head: bytes) -> float:
    """Return how sure it is that a file is a REFI-QDA project: a ZIP archive that is called so."""
    return SURE if name.lower().endswith(".qdpx") and head.startswith(b"PK") else 0.0


@reader(id="refi-qda", title="REFI-QDA", suffix=".qdpx", sniff=looks_refi)
def read_refi_qda(source: Source) -> Iterator[Record]:
    """Yield the texts with each user's marks. Raises InputError that names the file inside and the place."""
    package = Package(source.stream)
    project = _Project(package.project(), source)
    texts: dict[str, list[tuple[Any, RefiText]]] = {}
    for element in project.sources():
        if (text := project.text(element, package)) is not None:
            texts.setdefault(document_id(text.text), []).append((element, text))
    first = True
    for id, held in texts.items():
        for record in project.records(id, held):
            if first:
                actors, statements = project.cases.actors.values(), project.codes.statements.values()
                record = msgspec.structs.replace(record, actors=tuple(actors), statements=tuple(statements))
            first = False
            yield source.fitted(record)
    project.count_left()


class _Mark(msgspec.Struct):
    """A mark while it is put together from its codings and parts."""

    id: str
    user: str
    label: str
    part: Part
    parts: list[Part]
    attributes: dict[str, str]
    selections: list[str]
    statement: str | None = None
    agreement: Any = None


class _Project:
    """The project's XML, read group by group."""

    def __init__(self, root: Any, source: Source) -> None:
        if local(root) != "Project":
            raise InputError("{name} holds no project but {found!r}", name=PROJECT_FILE, found=local(root))
        self._root, self._source = root, source
        self.codes = ReadCodes(next(below(root, "CodeBook"), None))
        self.cases = Cases(root)
        self._users = Users(root, source.annotator)
        self._notes = Notes(root, self._users)
        self._links = Links(root)
        self._selections: dict[str, Any] = {}
        self._ids: set[str] = set()

    def sources(self) -> Iterator[Any]:
        """Yield the texts, those of PDF files among them."""
        for element in group(self._root, "Sources", "TextSource", "PDFSource", *_OTHERS):
            if local(element) == "TextSource":
                yield element
                continue
            pages = list(below(element, "Representation"))
            yield from pages
            self._source.left[OTHER_SOURCES] += local(element) in _OTHERS or not pages
            self._source.left[OTHER_SOURCES] += sum(1 for _ in below(element, "PDFSelection"))

    def text(self, element: Any, package: Package) -> RefiText | None:
        """Return the text of a source, read so that its selections fit best; None if there is none to be read."""
        inline = next((one.text for one in below(element, "PlainTextContent")), None)
        path = element.get("plainTextPath", "")
        raw = inline if inline is not None else package.text(path) if path else None
        if raw is None or not raw.strip():
            self._source.left[NO_TEXT] += 1
            return None
        selected = [_selected(one) for one in below(element, "PlainTextSelection")]
        return best_text(raw, selected)

    def records(self, id: str, held: list[tuple[Any, RefiText]]) -> Iterator[Record]:
        """Yield the readings of a text by handle; one without an annotator where nobody has marked it."""
        marks = [mark for element, text in held for mark in self._marks(element, text)]
        by: defaultdict[str, list[_Mark]] = defaultdict(list)
        for mark in self._joined(marks):
            by[mark.user].append(mark)
        about = [note for element, _ in held for note in self._notes.on(element, id, None)]
        document = _document(id, held, self.cases.values)
        bare = Record(document=document, scheme_name="", scheme_version=1)
        if not by:
            yield self._with(bare, about)
        for place, handle in enumerate(sorted(by)):
            spans = [_span(mark, id, handle, len(document.text), self.cases.named) for mark in by[handle]]
            owners = {selection: mark.id for mark in by[handle] for selection in mark.selections}
            notes = [
                note for mark in by[handle] for one in mark.selections for note in self._of_selection(one, id, mark.id)
            ]
            record = msgspec.structs.replace(
                bare,
                annotator=self._users.people.get(handle, Annotator(handle=handle, kind=kind_of(handle))),
                status="done",
                spans=tuple(spans),
                relations=tuple(self._relations(id, handle, owners)),
            )
            yield self._with(record, [*([] if place else about), *notes])

    def count_left(self) -> None:
        """Count what was not brought along."""
        left = self._source.left
        left[NO_ENDS] += len(self._links.all.keys() - self._links.used)
        left[NO_NOTES] += self._notes.left()
        for name, item in (("Sets", "Set"), ("Graphs", "Graph")):
            left[OTHER_PARTS] += sum(1 for _ in group(self._root, name, item))

    def _marks(self, element: Any, text: RefiText) -> Iterator[_Mark]:
        for selection in below(element, "PlainTextSelection"):
            selected = _selected(selection)
            part = text.stretch(selected.start, selected.end)
            if part is None:
                self._source.left[NO_PLACE] += 1
                continue
            yield from self._coded(selection, selected.guid, part)

    def _coded(self, selection: Any, guid: str, part: Part) -> Iterator[_Mark]:
        """The marks of a selection: one for each label; values of its attributes are of the mark, not marks."""
        codings: list[tuple[str, str, ReadCode]] = []
        for coding in below(selection, "Coding"):
            code = next((self.codes.codes.get(one) for one in targets(coding, "CodeRef")), None)
            if code is None:
                self._source.left[NO_CODE] += 1
                continue
            user = self._users.handle(coding if coding.get("creatingUser") else selection)
            codings.append((plain_id(coding.get("guid", "")) or "", user, code))
        found: dict[tuple[str, str], _Mark] = {}
        for id, user, code in codings:
            if code.label and not code.attribute and (user, code.label) not in found:
                found[user, code.label] = self._mark(id, user, code.label, part, guid)
        for id, user, code in codings:
            mark = (
                found.get((user, code.label))
                if code.label
                else next((one for one in found.values() if one.user == user), None)
            )
            if mark is None:
                label = code.label or "statement"
                mark = found[user, label] = self._mark(id, user, label, part, guid)
            if code.attribute:
                mark.attributes[code.attribute] = code.value
            mark.statement = code.statement or mark.statement
            mark.agreement = code.agreement or mark.agreement
        self._selections[guid] = selection
        yield from found.values()

    def _mark(self, id: str, user: str, label: str, part: Part, selection: str) -> _Mark:
        if not id or id in self._ids:
            id = (plain_id(selection) or selection) + f"-{len(self._ids)}"
        self._ids.add(id)
        return _Mark(id=id, user=user, label=label, part=part, parts=[part], attributes={}, selections=[selection])

    def _joined(self, marks: Iterable[_Mark]) -> list[_Mark]:
        """The marks, with the further parts of each in it: links say which continue which."""
        held = list(marks)
        first = {selection: mark for mark in held for selection in mark.selections}
        gone: set[str] = set()
        for part in held:
            for id, link in list(self._links.leading_from(part.selections[0])):
                whole = first.get(target(link))
                if link.get("name") == CONTINUES and whole is not None and _is_part(part, whole, gone):
                    whole.parts += part.parts
                    whole.selections += part.selections
                    gone.add(part.id)
                    self._links.used.add(id)
        return [mark for mark in held if mark.id not in gone]

    def _relations(self, document: str, handle: str, owners: Mapping[str, str]) -> Iterator[Relation]:
        for selection, start in owners.items():
            for id, link in list(self._links.leading_from(selection)):
                end = owners.get(target(link))
                if end is None:
                    continue
                self._links.used.add(id)
                yield Relation(
                    id=id if id == plain_id(link.get("guid", "")) else f"{start}-{id}",
                    document_id=document,
                    annotator=handle,
                    label=unescaped(link.get("name", "")) or "link",
                    from_id=start,
                    to_id=end,
                    attributes=self._notes.attributes_of(link),
                )

    def _of_selection(self, selection: str, document: str, span: str) -> Iterator[Comment]:
        element = self._selections.get(selection)
        if element is not None:
            yield from self._notes.on(element, document, span)
            for coding in below(element, "Coding"):
                yield from self._notes.on(coding, document, span)

    def _with(self, record: Record, notes: Iterable[Comment]) -> Record:
        comments = tuple(notes)
        people = self._users.people
        authors = {one.annotator: people[one.annotator] for one in comments if one.annotator in people}
        return msgspec.structs.replace(record, comments=comments, authors=tuple(authors.values()))


def _is_part(part: "_Mark", whole: "_Mark", gone: Container[str]) -> bool:
    """True if a mark may be a further part of another."""
    same = (part.label, part.user) == (whole.label, whole.user)
    return part is not whole and same and part.id not in gone and whole.id not in gone


def _selected(selection: Any) -> Selected:
    guid = plain_id(selection.get("guid", "")) or ""
    places = selection.get("startPosition", ""), selection.get("endPosition", "")
    try:
        start, end = (int(place) for place in places)
    except ValueError as error:
        raise InputError(
            "the selection {id} has no place ({start} to {end})", id=guid or "-", start=places[0], end=places[1]
        ) from error
    return Selected(guid, start, end, unescaped(selection.get("name", "")))


def _span(mark: _Mark, document: str, handle: str, length: int, named_by: Mapping[str, str]) -> Span:
    try:
        parts = as_parts(mark.parts, length)
    except InputError:
        parts = (mark.part,)
    actor = next((named_by[one] for one in mark.selections if one in named_by), None)
    return Span(
        id=mark.id,
        document_id=document,
        annotator=handle,
        label=mark.label,
        parts=parts,
        attributes=mark.attributes,
        actor_id=actor,
        statement_id=mark.statement,
        agreement=mark.agreement if mark.statement else None,
    )


def _document(id: str, held: list[tuple[Any, RefiText]], values_of: Any) -> Document:
    element, text = held[0]
    values = [values_of(one) for one, _ in held]
    origins = [
        Origin(url=one.get(URL), publisher=one.get(PUBLISHER), published=one.get(PUBLISHED), author=one.get(AUTHOR))
        for one in values
    ]
    title = unescaped(element.get("name", ""))
    direction = values[0].get(DIRECTION)
    return Document(
        id=id,
        title=title if title.strip() else title_of(text.text),
        text=text.text,
        language=values[0].get(LANGUAGE, "ar"),
        direction="rtl" if direction == "rtl" else "ltr" if direction == "ltr" else None,
        origins=tuple(dict.fromkeys(one for one in origins if one != Origin())),
        intake=text.intake,
    )
