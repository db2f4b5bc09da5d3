"""Reading CoNLL-U: our own documents with their very texts, those of others with a space between the words.

Marks of others are the tags that named-entity recognisers leave in MISC (`ner=B-PER`, as Stanza does), the mentions of
entities of CorefUD and GUM, and what further columns hold that `# global.columns` names: `SEM:NE`, `PARSEME:MWE`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from annotator.errors import InputError
from annotator.formats import conll_tags, utf8
from annotator.formats.conllu import unquoted, unspelled
from annotator.formats.conllu_mentions import ENTITY_KEYS, EXPRESSION, MENTIONS, Mentions, Noted, expressions
from annotator.formats.json_lines import LONGEST_LINE
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import Line
from annotator.formats.native_notes import RelationNotes, SpanNotes, ToolRelation, ToolSpan, native_line
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, reader
from annotator.formats.source import Source

COLUMNS: Sequence[str] = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
MOST_TOKENS = 2_000_000
"""The most tokens of a document: a novel has a tenth of that."""

_KNOWN = frozenset(COLUMNS)

_TAGS = ("ner", "NER", "NE")
"""The names of a named entity's tag in MISC."""


class _Word(NamedTuple):
    """A word or a piece of one: its form and what MISC says; of a multiword token also where it ends (`last`)."""

    number: int
    last: int
    form: str
    misc: Mapping[str, str]


class _Document:
    """A document as it is read: its comments, and its sentences. `keys` are those of its mentions."""

    def __init__(self, line: int, keys: str = ENTITY_KEYS) -> None:
        self.line = line
        self.keys = keys
        self.said: dict[str, str] = {}
        self.sentences: list[list[_Word]] = [[]]
        self.paragraphs: set[int] = set()
        self.noted: list[Noted] = []
        self.count = self._words = 0

    @property
    def begun(self) -> bool:
        return bool(self.count or "newdoc id" in self.said)

    def add(self, row: Mapping[str, str], line: int) -> None:
        """Add a row of the file: a word, one of several, or an empty node, which stands in no text."""
        misc = _misc(row)
        word = _word(row, misc)
        self.count += 1
        if not misc.keys().isdisjoint((*MENTIONS, EXPRESSION)) and (word is None or not word.last):
            self.noted.append(Noted(line, len(self.sentences), self._words, word is None, misc))
        if word is not None:
            self.sentences[-1].append(word)
            self._words += not word.last


def looks_conllu(name: str, head: bytes) -> float:
    """Return how sure it is that a file is CoNLL-U: by its suffix, and by ten columns that begin with a number."""
    lines = head.decode("utf-8", "replace").lstrip("\ufeff").splitlines()
    shown = [line for line in lines if line.strip() and not line.startswith("#")][:20]
    wide = next((len(_columns(line)) for line in lines[:20] if line.startswith("# global.columns")), len(COLUMNS))
    fits = bool(shown) and all(_looks_row(line, wide) for line in shown[:-1] or shown)
    ours = lines[:1] != [] and lines[0].startswith("# newdoc")
    if name.lower().endswith((".conllu", ".conll-u", ".conllup", ".cupt")):
        return SURE if fits or ours else CERTAIN
    return LIKELY if fits else 0.0


def _looks_row(line: str, columns: int) -> bool:
    row = line.split("\t")
    return len(row) == columns and row[0][:1].isdigit()


def _columns(comment: str) -> Sequence[str]:
    return comment.partition("=")[2].split()


def _forms(data: bytes) -> object:
    """Return the second column of a file: the words of its texts."""
    return [line.split(b"\t", 2)[1] for line in data.splitlines() if line[:1].isdigit() and b"\t" in line]


@reader(id="conllu", title="CoNLL-U", suffix=".conllu", sniff=looks_conllu, texts_of=_forms)
def read_conllu(source: Source) -> Iterator[Record]:
    """Yield a record for each document. Raises InputError with the reason; `source.line` says where."""
    lines, document, columns = NativeLines(source), _Document(1), COLUMNS
    for line in utf8.lines(source, LONGEST_LINE, InputError("it is longer than {most} MiB", most=LONGEST_LINE >> 20)):
        if line.startswith("#"):
            key, equals, value = line[1:].partition("=")
            key, value = key.strip(), value.strip()
            if key.split(" ")[0] == "newdoc":
                if document.begun:
                    yield _record(document, lines, source)
                document = _Document(source.line, document.keys)
                document.said["newdoc id"] = value
            elif key.split(" ")[0] == "newpar" and document.count:
                document.paragraphs.add(len(document.sentences) - 1)
            elif key == "global.Entity":
                document.keys = value
            elif key == "global.columns":
                columns = tuple(value.split())
                if not {"ID", "FORM"} <= set(columns):
                    raise InputError("global.columns must name the columns ID and FORM")
            elif equals:
                document.said.setdefault(key, value)
        elif not line.strip():
            document.sentences += [[]] if document.sentences[-1] else []
        else:
            document.add(_row(line, columns), source.line)
            if document.count > MOST_TOKENS:
                raise InputError("the document has more than {most} tokens", most=MOST_TOKENS)
    if document.begun or document.said:
        yield _record(document, lines, source)


def _row(line: str, columns: Sequence[str]) -> Mapping[str, str]:
    """The cells of a line by their columns."""
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise InputError(
            "it has {count} columns; CoNLL-U has {wanted}, with a tab between them",
            count=len(cells),
            wanted=len(columns),
        )
    return dict(zip(columns, cells, strict=True))


def _word(row: Mapping[str, str], misc: Mapping[str, str]) -> _Word | None:
    """The word in a row; None for an empty node, which stands in no text."""
    first, dash, last = row["ID"].partition("-")
    if "." in first and not dash:
        return None
    if not (_is_number(first) and (not dash or _is_number(last))) or not row["FORM"]:
        raise InputError("{id!r} is no number of a word, or there is no word behind it", id=row["ID"])
    return _Word(int(first), int(last) if dash else 0, row["FORM"], misc)


def _misc(row: Mapping[str, str]) -> Mapping[str, str]:
    """The values of a word in a row: in MISC, and in columns of their own for names and expressions."""
    told = row.get("MISC", "_")
    pairs = (one.partition("=") for one in told.split("|") if one != "_") if told != "_" else ()
    said = {key: value for key, _, value in pairs}
    for column in () if row.keys() <= _KNOWN else row:
        kind = column.rpartition(":")[2]
        if column not in _KNOWN and kind in (*_TAGS, EXPRESSION) and row[column] not in ("_", "*"):
            said[kind] = row[column]
    return said


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _record(document: _Document, lines: NativeLines, source: Source) -> Record:
    """The record of a document, whose faults are those of the line where it begins."""
    reached, source.line = source.line, document.line
    record = source.fitted(lines.record(_line(document, source), ours="musnad" in document.said))
    source.line = reached
    return record


class _Placed(NamedTuple):
    """A word with its place in the text."""

    start: int
    end: int
    misc: Mapping[str, str]


def _line(document: _Document, source: Source) -> Line:
    said = document.said.get("musnad")
    notes: dict[str, Any] | None = None if said is None else _decoded(said, dict[str, Any])
    text, words = _text(document, spaced=said is None)
    if not text.strip():
        raise InputError("the document has no words")
    spans = sorted(_numbered_spans(document, words), key=_number)
    if spans:
        return native_line(text, notes, spans, _relations(document), source)
    mentions = Mentions(document.noted, document.keys, [(one.start, one.end) for one in words], source)
    source.line = document.line
    spans = [*_tagged_spans(words), *_expressions(document, words), *mentions.spans()]
    return native_line(text, notes, spans, [*_relations(document), *mentions.relations()], source)


def _text(document: _Document, *, spaced: bool) -> tuple[str, list[_Placed]]:
    """The text of a document and its words; what is `spaced` does not say how a sentence goes on."""
    pieces, words = [unspelled(document.said.get("spaces_before", ""))], list[_Placed]()
    reached = len(pieces[0])
    for number, sentence in enumerate(document.sentences):
        if spaced and number in document.paragraphs and pieces:
            pieces[-1] = pieces[-1].rstrip(" ") + "\n"
            reached = sum(map(len, pieces))
        rest = list(sentence)
        while rest:
            whole = rest.pop(0)
            inner = [rest.pop(0) for _ in range(whole.last - whole.number + 1) if rest] if whole.last else [whole]
            words += _inside(whole.form, inner, reached)
            piece = whole.form + _after(whole.misc)
            pieces.append(piece)
            reached += len(piece)
    text = "".join(pieces)
    return text.rstrip() if spaced else text, words


def _inside(form: str, inner: Sequence[_Word], start: int) -> Iterator[_Placed]:
    """Return where the pieces of a token lie in it; all of it where they are not spelled as it is."""
    exact = "".join(one.form for one in inner) == form
    at = start
    for one in inner:
        yield _Placed(at, at + len(one.form), one.misc) if exact else _Placed(start, start + len(form), one.misc)
        at += len(one.form)


def _after(misc: Mapping[str, str]) -> str:
    if "SpacesAfter" in misc:
        return unspelled(misc["SpacesAfter"])
    return "" if misc.get("SpaceAfter") == "No" else " "


def _numbered_spans(document: _Document, words: Sequence[_Placed]) -> Iterator[ToolSpan]:
    """Yield the spans that have a number; words that follow each other are one part."""
    rows: dict[str, list[int]] = {}
    labels: dict[str, str] = {}
    for place, word in enumerate(words):
        for one in (word.misc.get("Spans") or "").split(","):
            number, colon, label = one.partition(":")
            if colon:
                rows.setdefault(number, []).append(place)
                labels.setdefault(number, unquoted(label))
    for number, places in rows.items():
        notes = document.said.get(f"span {number}")
        yield ToolSpan(
            key=number,
            label=labels[number],
            parts=tuple(_parts(places, words)),
            notes=SpanNotes() if notes is None else _decoded(notes, SpanNotes),
        )
    for key, value in document.said.items():
        number = key.removeprefix("span ")
        if number != key and number not in rows:
            bare: SpanNotes = _decoded(value, SpanNotes)
            if bare.parts and bare.label:
                yield ToolSpan(key=number, label=bare.label, parts=bare.parts, notes=bare)


def _number(span: ToolSpan) -> tuple[int, str]:
    return len(span.key), span.key


def _parts(places: Sequence[int], words: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    first = places[0]
    for before, place in zip(places, (*places[1:], -1), strict=True):
        if place != before + 1:
            yield words[first].start, words[before].end
            first = place


def _tagged_spans(words: Sequence[_Placed]) -> Iterator[ToolSpan]:
    """Yield the named entities that tags make."""
    tags = []
    for word in words:
        given = next((word.misc[name] for name in _TAGS if name in word.misc), conll_tags.OUTSIDE)
        tag = conll_tags.parted(given)
        if tag is None:
            raise InputError("{tag!r} is no tag: it must be O, or B-, I-, E- or S- with a label", tag=given)
        tags.append(tag)
    for first, last, label in conll_tags.entities_of(tags):
        yield ToolSpan(key=f"word {first}", label=label, parts=((words[first].start, words[last - 1].end),))


def _expressions(document: _Document, words: Sequence[_Placed]) -> Iterator[ToolSpan]:
    for key, label, places in expressions(document.noted):
        yield ToolSpan(key=key, label=label, parts=tuple(_parts(places, words)))


def _relations(document: _Document) -> Iterator[ToolRelation]:
    for key, value in document.said.items():
        if key.startswith("relation "):
            notes: RelationNotes = _decoded(value, RelationNotes)
            yield ToolRelation(label=notes.label, from_key=notes.from_, to_key=notes.to, notes=notes)


def _decoded(text: str, kind: Any) -> Any:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError("a comment of ours cannot be read: {reason}", reason=str(error)) from error
