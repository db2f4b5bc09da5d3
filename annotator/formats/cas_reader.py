"""Reading CAS files, XMI or JSON: one reading a file, or one a view; whatever types they use."""

import posixpath
import re
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec

from annotator.domain.annotator import Annotator, check_handle, is_handle, kind_of
from annotator.domain.document import UNDETERMINED, Document, Origin, check_about, document_id
from annotator.domain.text_limits import NAME_LENGTH
from annotator.errors import InputError
from annotator.formats import metadata
from annotator.formats.cas_marks import CasMarks, at_least_one, username
from annotator.formats.cas_model import INITIAL_VIEW, Cas, CasTypes, Sofa
from annotator.formats.cas_types import looks_like_types, read_types
from annotator.formats.folder_sources import (
    PARTS_OF_DATASETS,
    ReadingFile,
    from_root,
    handle_of,
    load_file,
    reading_files,
    uploaded,
)
from annotator.formats.json_cas import parse_json
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, HEAD_BYTES, LIKELY, SURE, Sniff, reader
from annotator.formats.source import Source
from annotator.formats.xmi_parsing import parse_xmi
from annotator.formats.xml_reading import LARGEST_BYTES
from annotator.text.cleaning import clean
from annotator.text.titles import title_of

Parse = Callable[[bytes, CasTypes, Source], Cas]

TYPE_SYSTEMS = ("TypeSystem.xml", "typesystem.xml", "TypeSystem.XML")
"""The names under which a type system may lie beside a single file."""

_XMI_TEXT = re.compile(rb'sofaString=(?:"([^"]*)"|\'([^\']*)\')')
_JSON_TEXT = re.compile(rb'"sofaString"\s*:\s*"((?:[^"\\]|\\.)*)"')


def looks_xmi(name: str, head: bytes) -> float:
    """Return how sure it is that a file is XMI: by its suffix, and by its namespace."""
    known = b"http://www.omg.org/XMI" in head
    if name.lower().endswith(".xmi"):
        return SURE if known else CERTAIN
    return (CERTAIN if name.lower().endswith(".xml") else LIKELY) if known else 0.0


def looks_json_cas(name: str, head: bytes) -> float:
    """Return how sure it is that a file is a JSON CAS: by its fields."""
    known = b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head
    return (SURE if name.lower().endswith(".json") else LIKELY) if known else 0.0


@reader(id="cas-xmi", title="UIMA CAS XMI", suffix=".xmi", sniff=looks_xmi)
def read_cas_xmi(source: Source) -> Iterator[Record]:
    """Yield the readings of a file, or of all files of a folder with the type systems in it."""
    yield from _read(source, looks_xmi, parse_xmi, _XMI_TEXT)


@reader(id="cas-json", title="UIMA CAS JSON", suffix=".json", sniff=looks_json_cas)
def read_cas_json(source: Source) -> Iterator[Record]:
    """Yield the readings of a file, or of all files of a folder."""

    def parse(data: bytes, types: CasTypes, _: Source) -> Cas:
        return parse_json(data, types)

    yield from _read(source, looks_json_cas, parse, _JSON_TEXT)


def _read(source: Source, sniff: Sniff, parse: Parse, text: re.Pattern[bytes]) -> Iterator[Record]:
    if source.name in source.taken:
        return
    single = None if source.files else source.stream.read(LARGEST_BYTES + 1)
    names, types = _folder(source, sniff) if source.files else ([], _types_beside(source))

    def text_of(data: bytes) -> object:
        found = text.search(data)
        return found.groups() if found else data

    for file in reading_files(source, names, text_of):
        data = load_file(file.open(file.name), LARGEST_BYTES) if single is None else single
        if len(data) > LARGEST_BYTES:
            raise InputError("it has more than {most} MiB", most=LARGEST_BYTES >> 20)
        for record in records_of_cas(parse(data, types, source), file, source):
            yield source.fitted(record)


def _folder(source: Source, sniff: Sniff) -> tuple[list[str], CasTypes]:
    """Return the files of a folder that the reader knows, and all type systems in it as one."""
    open, first = from_root(source), source.name
    names: list[str] = []
    types = CasTypes()
    known: set[bytes] = set()
    passed = uploaded(source.files)
    for name in source.files:
        if not name.lower().endswith((".xmi", ".xml", ".json")) or name in passed:
            continue
        with open(name) as stream:
            head = stream.read(HEAD_BYTES)
            if sniff(posixpath.basename(name), head) >= LIKELY:
                names.append(name)
            elif looks_like_types(head) and (data := head + stream.read(LARGEST_BYTES)) not in known:
                # Each reading of an export may have its own copy.
                known.add(data)
                source.name = name
                types.merged(read_types(data, source))
    source.name, source.line = first, 0
    return names, types


def _types_beside(source: Source) -> CasTypes:
    """Return the type system that lies beside a single file; an empty one where there is none."""
    name = source.name
    for beside in TYPE_SYSTEMS:
        with suppress(InputError):
            stream = source.open(beside)
            source.name = beside
            types = read_types(load_file(stream, LARGEST_BYTES), source)
            source.name, source.line = name, 0
            return types
    source.name = name
    return CasTypes()


def records_of_cas(cas: Cas, file: ReadingFile, source: Source) -> Iterator[Record]:
    """Yield a record for each view that somebody marked; for the first one where nobody marked any."""
    views = at_least_one(cas.sofas)
    made = [_View(cas, sofa, file, source) for sofa in views]
    marked = [view for view in made if not view.marks.is_empty] or made[:1]
    shared = len({view.document.id for view in marked}) < len(marked)
    for view in marked:
        yield view.record(named_by_view=shared and view.sofa.name != INITIAL_VIEW)


class _View:
    """One view of a file: its text as a document, and its marks."""

    def __init__(self, cas: Cas, sofa: Sofa, file: ReadingFile, source: Source) -> None:
        self._file, self._source, self.sofa = file, source, sofa
        self._username = username(cas)
        raw = sofa.text
        if file.item is not None:
            raw = metadata.restored_text(raw, file.item)
        text, notes = clean(raw)
        self.marks = CasMarks(cas, sofa, text, source, own=file.item is not None)
        self.document = Document(
            id=document_id(text),
            title=self.marks.title[:NAME_LENGTH].strip() or title_of(text),
            text=text,
            language=_language(self.marks.language),
            origins=(Origin(path=file.name or None, url=self.marks.address or None),),
            intake=notes,
        )

    def record(self, *, named_by_view: bool) -> Record:
        """Return the record of this view; views of one text are readings of those whose names they have."""
        item = self._file.item
        bare = self._bare(named_by_view) if item is None else metadata.record_of(item, self.document.text, self._source)
        spans, relations = self.marks.make(bare.document.id, bare.annotator.handle if bare.annotator else "")
        if bare.annotator is None:
            spans, relations = [], []
        record = msgspec.structs.replace(
            bare,
            spans=tuple(spans),
            relations=tuple(relations),
            comments=(*bare.comments, *self.marks.comments),
            label_names=self.marks.label_names,
            relation_names=self.marks.relation_names,
        )
        return record if item is None else metadata.completed(record, item, self._source)

    def _bare(self, named_by_view: bool) -> Record:
        handle = self._file.annotator
        if self._username:
            handle = handle_of(self._username, handle or self._source.annotator)
        elif handle is not None:
            handle = self._told_by_path(named_in_file=handle == self._source.annotator) or handle
        if named_by_view and is_handle(self.sofa.name):
            handle = self.sofa.name
        bare = Record(document=self.document, scheme_name="", scheme_version=1)
        if handle is None:
            return bare
        whose = Annotator(handle=check_handle(handle), kind=kind_of(handle))
        return msgspec.structs.replace(bare, annotator=whose, status="done")

    def _told_by_path(self, *, named_in_file: bool) -> str:
        """Return the annotator whom the file names, where a folder of its path is called so as well; empty for none.

        `named_in_file`: a part of the file's own name may be the annotator too.
        """
        *folders, name = self._file.name.split("/")
        pieces = {*folders, *(re.split(r"[_.\-]", name) if named_in_file else ())} - PARTS_OF_DATASETS
        said = (value for value in self.marks.said_of_all() if value in pieces)
        return next((value for value in said if is_handle(value) and not value.isdigit()), "")


def _language(given: str) -> str:
    try:
        check_about(language=given)
    except InputError:
        return UNDETERMINED
    return UNDETERMINED if given.startswith("x") else given
