"""Reading brat: an `.ann` file with its `.txt`, or folders of them, in which several people may have read a text.

The files of the BioNLP tasks (`.a1` with `.a2`) are read as one. Texts without annotations are documents unread.
"""

import posixpath
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.document import Document, Origin, document_id
from annotator.errors import InputError
from annotator.formats import metadata, utf8
from annotator.formats.brat_files import PARTS, WHOLE, files_of, first_files, unread_texts, with_texts
from annotator.formats.brat_lines import Standoff, parse
from annotator.formats.brat_marks import StandoffMarks
from annotator.formats.brat_offsets import placed
from annotator.formats.folder_sources import ReadingFile, from_root, load_file, reading_files
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.text.cleaning import clean
from annotator.text.titles import title_of

LARGEST_BYTES = 64 * 1024 * 1024
"""Of a text, or of its annotations: a large book has a tenth of that."""


def looks_brat(name: str, head: bytes) -> float:
    """Return how sure it is that a file is brat's: by its suffix, and by its first annotation."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    kind, tab, rest = first.split(b"\n", 1)[0].partition(b"\t")
    known = bool(tab) and ((kind[:1] in b"TERAMN#" and kind[-1:].isdigit()) or kind == b"*") and b" " in rest
    if name.lower().endswith((WHOLE, *PARTS[:2])):
        return SURE if known else CERTAIN if not first or kind[:1] in b"TERAMN#*" else LIKELY
    if name.lower().endswith(PARTS) and known:
        return SURE
    return LIKELY if known and kind[:1] == b"T" and _has_offsets(rest) else 0.0


def _has_offsets(rest: bytes) -> bool:
    words = rest.split(b"\t")[0].split(b" ")
    return len(words) >= 3 and words[1].isdigit() and words[2].split(b";")[0].isdigit()


@reader(id="brat", title="brat standoff", suffix=".ann", sniff=looks_brat)
def read_brat(source: Source) -> Iterator[Record]:
    """Yield one reading a file; an empty file is a reading too: done, and nothing found."""
    if source.name in source.taken:
        return
    single = None if source.files else source.stream.read(LARGEST_BYTES + 1)
    open = from_root(source)
    every = first_files(source.files)
    names = with_texts(every, source.files)
    if len(names) < len(every):
        source.left[named("readings of texts that are not there")] += len(every) - len(names)
    for file in reading_files(source, names, bytes, ".txt"):
        source.texts.add(file.text)
        record = _record(source, file, single)
        if record is not None:
            yield source.fitted(record)
    for name in unread_texts(source.files, source.texts):
        source.texts.add(name)
        source.name, source.line = name, 0
        _, text, document = _document(source, name, open)
        if text.strip():
            yield source.fitted(Record(document=document, scheme_name="", scheme_version=1))


def _record(source: Source, file: ReadingFile, single: bytes | None) -> Record | None:
    if single is not None and len(single) > LARGEST_BYTES:
        raise InputError("it has more than {most} MiB", most=LARGEST_BYTES >> 20)
    raw, text, document = _document(source, file.text, file.open)
    if not text.strip():
        source.left[named("empty articles")] += 1
        return None

    def at(line: int) -> None:
        source.line = line

    standoff = Standoff()
    for name in files_of(file, source.files):
        source.name = name
        data = single if single is not None and name == file.name else _loaded(source, file)
        parse(utf8.decoded(data), at, standoff, name)
    source.name = file.name
    source.left.update(standoff.left)
    parts_of = placed(raw, text, standoff.texts.values())
    bare = _bare(source, file, text, document)
    marks = StandoffMarks(
        standoff, document.id, bare.annotator.handle if bare.annotator else "", source, own=bool(file.item)
    )
    marks.place(parts_of)
    source.name, source.line = file.name, 0
    known = {actor.id for actor in bare.actors}
    record = msgspec.structs.replace(
        bare,
        spans=tuple(marks.spans),
        relations=tuple(marks.relations),
        frames=tuple(marks.frames),
        actors=(*bare.actors, *(actor for id, actor in marks.actors.items() if id not in known)),
        comments=(*bare.comments, *marks.comments),
    )
    return metadata.completed(record, file.item, source) if file.item else record


def _bare(source: Source, file: ReadingFile, text: str, document: Document) -> Record:
    """Return the record without marks: as the line beside it says, or the finished reading of somebody else."""
    if file.item is not None:
        return metadata.record_of(file.item, text, source)
    handle = source.annotator if file.annotator is None else file.annotator
    whose = Annotator(handle=check_handle(handle), kind=kind_of(handle))
    # What others hand out is finished, also where nothing was found.
    return Record(document=document, scheme_name="", scheme_version=1, annotator=whose, status="done")


def _loaded(source: Source, file: ReadingFile) -> bytes:
    name = source.name if source.files else posixpath.basename(source.name)
    return load_file(file.open(name), LARGEST_BYTES)


def _document(source: Source, name: str, open: Callable[[str], BinaryIO]) -> tuple[str, str, Document]:
    """The text as its file has it and as a project keeps it, and the document."""
    annotations, source.name = source.name, name
    data = load_file(open(name if source.files else posixpath.basename(name)), LARGEST_BYTES)
    raw = utf8.decoded(data)
    text, notes = clean(raw)
    source.name = annotations
    made = Document(id=document_id(text), title=title_of(text), text=text, origins=(Origin(path=name),), intake=notes)
    return raw, text, made
