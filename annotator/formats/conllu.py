"""CoNLL-U: ten columns a token, of which we fill the word and MISC; everything else is in comments.

A reading is a document: `# newdoc id`, `# annotator`, and `# musnad` with what native JSON Lines says of it beside text
and marks. Each span has a number, `# span 1 = {…}`, and stands at its tokens: `Spans=1:claim,2:actor`; one on nothing
but spaces stands in its comment alone. Relations name the numbers: `# relation 1 = {"from": "1", "to": "2", …}`. MISC
also spells what follows a token, as UDPipe does: `SpaceAfter=No`, `SpacesAfter=\\s\\n`.

A span may begin inside a token. By default the token is then a multiword token of its pieces, as treebanks write
clitics: `1-2 وقال`, `1 و`, `2 قال`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from annotator.domain.span import Part, Span
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.jsonl_layout import Line, SpanItem, line_of
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.native_notes import SpanNotes, record_notes, relation_notes, span_notes
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.spans_on_tokens import EdgesOption, Placed, TokenLosses, all_tokens, cut_at, is_inside, place
from annotator.formats.written_names import WrittenNames, any_name
from annotator.text.sentences import sentences

_NAMED = {" ": "\\s", "\t": "\\t", "\n": "\\n", "|": "\\p", "\\": "\\\\"}
_SPELLED = re.compile(r"\\(?:([stnrp\\])|u\{([0-9a-f]{1,6})\})")
_UNSPELLED = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_NAME = re.compile(r"[%|=,:\s\x00-\x1f\x7f-\x9f\u2028\u2029]")
_QUOTED = re.compile(r"%([0-9a-f]{2,6});")
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


class ConlluOptions(Options, frozen=True, kw_only=True):
    """The treatment of spans that end inside a token."""

    edges: EdgesOption = "split"


class _Piece(NamedTuple):
    """A token, or a piece of one; `word` is the whole token."""

    start: int
    end: int
    word: int


class _Laid(NamedTuple):
    """A record on its pieces: where they lie, the rows that each span is, and of those that are written (`kept`)."""

    pieces: list[_Piece]
    ranges: list[Part]
    rows: Mapping[str, Sequence[Placed]]
    kept: Mapping[str, Sequence[Placed]]


def count_lost(dataset: Dataset, options: ConlluOptions) -> Mapping[str, int]:
    """Return what tokens cannot say, by kind; cut into pieces they can say all but what lies between them."""
    lost = TokenLosses()
    for record in dataset.records:
        found = _laid(record, options)
        lost.note(record, found.ranges, found.rows, found.kept)
    return lost.counts


@writer(
    id="conllu",
    title="CoNLL-U",
    use="training",
    about=named("A token on a line, with marks and links in its last column"),
    suffix=".conllu",
    holds=EVERYTHING & ~Feature.SCHEME & ~Feature.SPLITS & ~Feature.SUB_TOKEN,
    shape="file_or_parts",
    options=ConlluOptions,
    count=count_lost,
    counted=Feature.SUB_TOKEN,
)
def write_conllu(dataset: Dataset, out: Sink, options: ConlluOptions) -> Mapping[str, int]:
    """Write a document for each reading, in one file or one for each part of a divided dataset; return what is lost."""
    names, lost = WrittenNames(dataset.scheme, any_name), TokenLosses()
    for name, records in dataset.parts():
        with out.file(f"{name}.conllu") as stream:
            for record in records:
                found = _laid(record, options)
                lost.note(record, found.ranges, found.rows, found.kept)
                stream.write("".join(_document(record, found, names)).encode())
    return lost.counts


def _pieces(record: Record, options: ConlluOptions) -> list[_Piece]:
    words = all_tokens(record.document.text)
    edges = {edge for span in record.spans for part in span.parts for edge in part}
    cut = options.edges == "split" and any(is_inside(span, words) for span in record.spans)
    return [
        _Piece(start, end, number)
        for number, word in enumerate(words)
        for start, end in (cut_at([word], edges) if cut else [word])
    ]


def _laid(record: Record, options: ConlluOptions) -> _Laid:
    pieces = _pieces(record, options)
    ranges = [(one.start, one.end) for one in pieces]
    rows = {span.id: place(span, ranges, options.edges) for span in record.spans}
    return _Laid(pieces, ranges, rows, {id: found for id, found in rows.items() if found or options.edges == "split"})


def _document(record: Record, found: _Laid, names: WrittenNames) -> Iterator[str]:
    pieces, ranges, placed, line = found.pieces, found.ranges, found.kept, line_of(record)
    numbers = {id: str(number) for number, id in enumerate(placed, 1)}
    text = record.document.text
    first = pieces[0].start if pieces else len(text)
    yield from _comments(line, record, numbers, placed, ranges, names)
    if first:
        yield f"# spaces_before = {spelled(text[:first])}\n"
    yield from _sentences(text, pieces, _marks(record.spans, numbers, placed, names.labels))


def _comments(
    line: Line,
    record: Record,
    numbers: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    ranges: Sequence[Part],
    names: WrittenNames,
) -> Iterator[str]:
    kinds, labels = names.relations, names.labels
    yield f"# newdoc id = {record.document.id}\n"
    if record.annotator is not None:
        yield f"# annotator = {record.annotator.handle}\n"
    yield f"# musnad = {_json(record_notes(line))}\n"
    for item in line.spans:
        if item.id in placed:
            notes = _noted(item, placed[item.id], ranges, labels)
            yield f"# span {numbers[item.id]} = {_json(notes)}\n"
    links = [one for one in line.relations if one.from_ in numbers and one.to in numbers]
    for number, one in enumerate(links, 1):
        link = relation_notes(one, ends=True)
        link.label, link.from_, link.to = kinds.get(one.label, one.label), numbers[one.from_], numbers[one.to]
        yield f"# relation {number} = {_json(link)}\n"


def _noted(item: SpanItem, rows: Sequence[Placed], ranges: Sequence[Part], names: Mapping[str, str]) -> SpanNotes:
    """Return the comment of a span; everything, where it stands at no token."""
    if rows:
        return span_notes(item, attributes=True, at=(ranges[rows[0].first][0], ranges[rows[-1].last - 1][1]))
    notes = span_notes(item, attributes=True)
    notes.label, notes.parts = names.get(item.label, item.label), item.parts
    return notes


def _json(value: object) -> str:
    """JSON that no reader takes for two lines."""
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(value).decode())


def _marks(
    spans: Sequence[Span],
    numbers: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    names: Mapping[str, str],
) -> Mapping[int, list[str]]:
    """Return the spans that stand at each piece."""
    marks: defaultdict[int, list[str]] = defaultdict(list)
    for span in spans:
        said = f"{numbers.get(span.id)}:{quoted(names.get(span.label, span.label))}"
        for row in placed.get(span.id, ()):
            for piece in range(row.first, row.last):
                marks[piece].append(said)
    return marks


def _sentences(text: str, pieces: Sequence[_Piece], marks: Mapping[int, list[str]]) -> Iterator[str]:
    """Yield the lines of the sentences, with a blank line after each; a text without a word has one all the same."""
    starts = [start for start, _ in sentences(text)]
    behind = [piece.start for piece in pieces[1:]] + [len(text)]
    number, held = 0, list[tuple[_Piece, str, str]]()
    for place_, (piece, after) in enumerate(zip(pieces, behind, strict=True)):
        whole = place_ == 0 or pieces[place_ - 1].word != piece.word
        begins = whole and number < len(starts) and piece.start >= starts[number]
        while number < len(starts) and piece.start >= starts[number]:
            number += 1
        if begins and held:
            yield from _sentence(text, held)
            held = []
        held.append((piece, text[piece.end : after], ",".join(marks.get(place_, ()))))
    yield from _sentence(text, held)


def _sentence(text: str, held: Sequence[tuple[_Piece, str, str]]) -> Iterator[str]:
    if held:
        whole = text[held[0][0].start : held[-1][0].end]
        yield f"# text = {' '.join(whole.split())}\n"
    number = 0
    for _, group in groupby(held, key=lambda one: one[0].word):
        parts = list(group)
        first, last = number + 1, number + len(parts)
        if last > first:
            yield _row(f"{first}-{last}", text[parts[0][0].start : parts[-1][0].end], [_gap(parts[-1][1])])
        for piece, gap, spans in parts:
            number += 1
            said = [f"Spans={spans}" if spans else "", _gap(gap) if first == last else ""]
            yield _row(str(number), text[piece.start : piece.end], said)
    yield "\n"


def _row(id: str, form: str, misc: Sequence[str]) -> str:
    said = "|".join(one for one in misc if one) or "_"
    return f"{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{said}\n"


def _gap(gap: str) -> str:
    """Return MISC's words for the gap after a token; empty for one space."""
    if gap == " ":
        return ""
    return f"SpacesAfter={spelled(gap)}" if gap else "SpaceAfter=No"


def spelled(gap: str) -> str:
    """Return what stands between tokens in characters that show."""
    return "".join(
        _NAMED.get(char, char if char.isprintable() and not char.isspace() else f"\\u{{{ord(char):x}}}") for char in gap
    )


def unspelled(cell: str) -> str:
    """Return what `spelled` made a cell of; what it cannot have made stays."""
    return _SPELLED.sub(lambda found: _UNSPELLED[found[1]] if found[1] else _char(found[2]), cell)


def quoted(name: str) -> str:
    """Return a name without the signs that divide MISC."""
    return _NAME.sub(lambda found: f"%{ord(found[0]):02x};", name)


def unquoted(name: str) -> str:
    """Return the name that `quoted` had."""
    return _QUOTED.sub(lambda found: _char(found[1]), name)


def _char(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"
