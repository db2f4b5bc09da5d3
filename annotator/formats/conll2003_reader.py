"""Reading CoNLL: our own files with their very texts, those of others with a space between the tokens."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats import conll_tags, utf8
from annotator.formats.conll2003 import DOCSTART, unescaped
from annotator.formats.ids import span_id
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.text.cleaning import clean
from annotator.text.tagged_lines import cells, looks_tagged
from annotator.text.titles import title_of

LONGEST_LINE_BYTES = 1024 * 1024
MOST_TOKENS = 2_000_000
"""The most tokens of a document: a novel has a tenth of that."""

SUFFIXES = (".conll", ".conll2003", ".bio", ".iob", ".iob2", ".bioes")
_LOOKED_AT = 200


class _Row(msgspec.Struct, frozen=True):
    """A token with its tag. `gap` is what follows it in the text, None where the file does not say."""

    token: str
    tag: tuple[str, str]
    gap: str | None


class _Head(msgspec.Struct, frozen=True):
    """The line that begins a document; its fields are empty where it says nothing of ours."""

    id: str
    handle: str
    gap: str


def looks_conll(name: str, head: bytes) -> float:
    """Return how sure it is that a file is CoNLL: by its suffix, and by lines of a word and its tag."""
    lines = head.decode("utf-8", "replace").lstrip("\ufeff").splitlines()[:_LOOKED_AT]
    shown = [line for line in lines if line.strip()]
    # CoNLL-U and WebAnno's TSV have tags in other places.
    other = any(line.startswith("#FORMAT=") or line.count("\t") == 9 for line in shown[:20])
    tagged = looks_tagged(shown) and not other
    if name.lower().endswith(SUFFIXES):
        return SURE if tagged else CERTAIN
    return LIKELY if tagged else 0.0


def _tokens(data: bytes) -> object:
    """Return the first column of a file: the texts in it."""
    head = DOCSTART.encode()
    return [line.split(None, 1)[0] for line in data.splitlines() if line.strip() and not line.startswith(head)]


@reader(id="conll2003", title="CoNLL-2003", suffix=".conll", sniff=looks_conll, texts_of=_tokens)
def read_conll2003(source: Source) -> Iterator[Record]:
    """Yield the documents of a file, each with one reading of it.

    Columns are divided by tabs, or by spaces where a line has none; the first is the token, the last its tag.
    """
    head: _Head | None = None
    sentences: list[list[_Row]] = [[]]
    begun, count = 0, 0
    too_long = InputError("it is longer than {most} KiB; each line holds one token", most=LONGEST_LINE_BYTES >> 10)
    for line in utf8.lines(source, LONGEST_LINE_BYTES, too_long):
        if line.startswith(DOCSTART):
            if count or head:
                yield _placed(source, begun, head, sentences)
            head, sentences, begun, count = _head(line), [[]], source.line, 0
        elif not line.strip():
            sentences += [[]] if sentences[-1] else []
        else:
            sentences[-1].append(_row(line, own=head is not None))
            begun, count = begun or source.line, count + 1
            if count > MOST_TOKENS:
                raise InputError("the document has more than {most} tokens", most=MOST_TOKENS)
    if count or head:
        yield _placed(source, begun, head, sentences)


def _placed(source: Source, begun: int, head: _Head | None, sentences: Sequence[Sequence[_Row]]) -> Record:
    """The record of a document, whose faults are those of the line where it begins."""
    reached, source.line = source.line, begun
    record = source.fitted(_record(source, head, sentences))
    source.line = reached
    return record


def _head(line: str) -> _Head | None:
    row = line.split("\t")
    id, at, handle = row[1].partition("@") if len(row) == 4 else ("", "", "")
    gap = unescaped(row[2]) if at else None
    return None if gap is None else _Head(id, handle, gap)


def _row(line: str, *, own: bool) -> _Row:
    row = line.split("\t") if own else cells(line)
    if len(row) < 2 or not row[0]:
        raise InputError("it needs a token and a tag, with a tab between them")
    tag = conll_tags.parted(row[-1].strip())
    if tag is None:
        raise InputError("{tag!r} is no tag: it must be O, or B-, I-, E- or S- with a label", tag=row[-1])
    if not own:
        return _Row(" ".join(clean(row[0])[0].split()) or "\ufffd", tag, None)
    gap = unescaped(row[1]) if len(row) == 4 else None
    if gap is None:
        raise InputError("its second column does not say what follows the token, as those of this document do")
    return _Row(row[0], tag, gap)


def _record(source: Source, head: _Head | None, sentences: Sequence[Sequence[_Row]]) -> Record:
    rows = [row for sentence in sentences for row in sentence]
    gaps = [row.gap or "" for row in rows] if head else _gaps(sentences)
    ends = list(accumulate((len(row.token) + len(gap) for row, gap in zip(rows, gaps, strict=True)), initial=0))
    text = (head.gap if head else "") + "".join(row.token + gap for row, gap in zip(rows, gaps, strict=True))
    shift = len(head.gap) if head else 0
    document = _document(source, head, text)
    handle = (head.handle if head else "") or source.annotator
    spans: list[Span] = []
    for first, last, label in conll_tags.entities_of([row.tag for row in rows]):
        parts = ((shift + ends[first], shift + ends[last] - len(gaps[last - 1])),)
        id = span_id(document.id, handle, label, parts)
        spans.append(Span(id=id, document_id=document.id, annotator=handle, label=label, parts=parts))
    # A document of ours without a handle is one that nobody has opened.
    nobody = head is not None and not head.handle
    return Record(
        document=document,
        scheme_name="",
        scheme_version=1,
        annotator=None if nobody else Annotator(handle=check_handle(handle), kind=kind_of(handle)),
        # What others hand out is finished; how far one of ours was is not in the file.
        status=("doing" if spans else "todo") if head is not None else "done",
        spans=() if nobody else tuple(spans),
    )


def _document(source: Source, head: _Head | None, text: str) -> Document:
    if clean(text)[0] != text:
        raise InputError("the document holds carriage returns, line separators or control characters")
    if not text.strip():
        raise InputError("the document is empty")
    id = document_id(text)
    if head is not None and head.id != id:
        raise InputError("the document is said to be {given}, but its text has the id {id}", given=head.id, id=id)
    origins = () if head is not None else (Origin(path=source.name or None),)
    return Document(id=id, title=title_of(text), text=text, origins=origins)


def _gaps(sentences: Sequence[Sequence[_Row]]) -> list[str]:
    """Return the gap after each token of a file that does not say it: a space, or the end of a line."""
    return ["\n" if place == len(sentence) - 1 else " " for sentence in sentences for place, _ in enumerate(sentence)]
