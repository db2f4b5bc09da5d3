"""CoNLL-2003: a token a line with its tag, four columns divided by tabs, a blank line after each sentence.

The columns are those of the shared task: token, part of speech, chunk, named entity. We know no parts of speech, so
the second column says what follows the token in the text, which other programs may skip: `_` for one space, `=` for
nothing, otherwise the characters themselves with `\\n` and the like for those that show nothing. The line that begins
a document holds its id, its annotator and what precedes the first token, so that the same text comes back:

    -DOCSTART-    3f2a…@layla    =    O
    قال           _              _    B-cue

One reading of a document is written: the gold one, or else the first by name. A token has one tag, so of spans that
share one the outer one, or the earlier one, stays. No sentence ends inside a span.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated, BinaryIO, Literal

import msgspec

from annotator.domain.annotator import GOLD
from annotator.domain.span import Part, Span
from annotator.formats import conll_tags
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import KINDS, Feature
from annotator.formats.losses import NOTHING as HOLDS_NOTHING
from annotator.formats.options import LabelKey, Options, named, titled
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.spans_on_tokens import EdgesOption, all_tokens, cut_at, is_inside, place
from annotator.formats.written_names import WrittenNames
from annotator.text.sentences import sentences

DOCSTART = "-DOCSTART-"
NOTHING, SPACE = "=", "_"
_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,5}|10[0-9a-f]{4})\}")

# What of these is lost hangs on the options: `count_lost` counts the spans that really go.
_COUNTED = Feature.OVERLAP | Feature.NESTING | Feature.DISCONTINUITY | Feature.SUB_TOKEN


class Conll2003Options(Options, frozen=True, kw_only=True):
    """Options of the conversion from spans to tags."""

    label: Annotated[LabelKey, titled("Label")] = ""
    tags: Annotated[Literal["bio", "bioes"], titled("Tags", bio=named("BIO"), bioes=named("BIOES"))] = "bio"
    edges: EdgesOption = "expand"


class Tagged(msgspec.Struct, frozen=True):
    """A document's tokens with its tags, the places before which a sentence begins, and what was lost by kind."""

    ranges: Sequence[Part]
    tags: Sequence[str]
    starts: frozenset[int]
    lost: Counter[str]


def count_lost(dataset: Dataset, options: Conll2003Options) -> Mapping[str, int]:
    """Return what tags cannot say of this dataset, by kind."""
    names, lost = WrittenNames(dataset.scheme, fits_tag), Counter[str]()
    for record in chosen(dataset.records):
        lost.update(tagged(record, names, options).lost)
        lost[named("titles and origins of articles")] += 1
    return lost


@writer(
    id="conll2003",
    title="CoNLL-2003",
    use="training",
    about=named("A token and its tag on a line, for training taggers"),
    suffix=".conll",
    holds=HOLDS_NOTHING,
    shape="file_or_parts",
    options=Conll2003Options,
    count=count_lost,
    counted=_COUNTED,
)
def write_conll2003(dataset: Dataset, out: Sink, options: Conll2003Options) -> Mapping[str, int]:
    """Write one file, or one for each part of a divided dataset; return what is lost."""
    names, lost = WrittenNames(dataset.scheme, fits_tag), Counter[str]()
    for name, records in dataset.parts():
        with out.file(f"{name}.conll") as stream:
            for record in chosen(records):
                found = tagged(record, names, options)
                lost.update(found.lost)
                lost[named("titles and origins of articles")] += 1
                _write(record, found, stream)
    return lost


def chosen(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the one reading of each document that is written: the gold one, or else the first by name."""
    for _, readings in groupby(records, key=lambda record: record.document.id):
        yield min(readings, key=lambda one: (one.annotator is None or one.annotator.handle != GOLD, _handle(one)))


def fits_tag(name: str) -> bool:
    """Return whether a name can stand in a tag: what divides columns, or shows nothing, would be read as else."""
    return bool(name) and not any(char.isspace() or not char.isprintable() for char in name)


def tagged(record: Record, names: WrittenNames, options: Conll2003Options) -> Tagged:
    """Return the tokens of a record with their tags."""
    text, lost = record.document.text, Counter[str]()
    spans = [span for span in record.spans if options.label in ("", span.label)]
    lost[named("spans of other labels")] = len(record.spans) - len(spans)
    lost[KINDS[Feature.DISCONTINUITY]] = sum(len(span.parts) > 1 for span in spans)
    ranges: Sequence[Part] = all_tokens(text)
    if options.edges == "split":
        ranges = cut_at(ranges, (edge for span in spans for part in span.parts for edge in part))
    taken: dict[int, Span] = {}
    entities: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.id)):
        placed = place(span, ranges, options.edges)
        met = next((taken[token] for one in placed for token in range(one.first, one.last) if token in taken), None)
        if met is not None:
            lost[KINDS[Feature.NESTING if span.end <= met.end else Feature.OVERLAP]] += 1
            continue
        lost[KINDS[Feature.SUB_TOKEN]] += is_inside(span, ranges) or not placed
        entities += [(one.first, one.last, names.labels.get(span.label, span.label)) for one in placed]
        taken |= {token: span for one in placed for token in range(one.first, one.last)}
    tags = conll_tags.tags_of(len(ranges), entities, options.tags)
    return Tagged(ranges, tags, _starts(text, ranges, tags), +lost)


def _starts(text: str, ranges: Sequence[Part], tags: Sequence[str]) -> frozenset[int]:
    """The tokens that begin a sentence, but for those inside an entity."""
    first: set[int] = set()
    edges = iter([start for start, _ in sentences(text)])
    edge = next(edges, None)
    for token, (start, _) in enumerate(ranges):
        if edge is not None and start >= edge:
            if not tags[token].startswith(("I-", "E-")):
                first.add(token)
            while edge is not None and start >= edge:
                edge = next(edges, None)
    return frozenset(first)


def _write(record: Record, found: Tagged, stream: BinaryIO) -> None:
    text, ranges = record.document.text, found.ranges
    edges = [start for start, _ in ranges] + [len(text)]
    rows = [f"{DOCSTART}\t{record.document.id}@{_handle(record)}\t{escaped(text[: edges[0]])}\tO\n"]
    for token, ((start, end), tag) in enumerate(zip(ranges, found.tags, strict=True)):
        if token in found.starts:
            rows.append("\n")
        rows.append(f"{text[start:end]}\t{escaped(text[end : edges[token + 1]])}\t_\t{tag}\n")
    stream.write("".join([*rows, "\n"]).encode())


def _handle(record: Record) -> str:
    return record.annotator.handle if record.annotator else ""


def escaped(gap: str) -> str:
    """Return what stands between two tokens as a column: no space, nothing that shows nothing."""
    if gap == " ":
        return SPACE
    if not gap:
        return NOTHING
    return "".join(SPACE if char == " " else char if _is_plain(char) else f"\\u{{{ord(char):x}}}" for char in gap)


def unescaped(cell: str) -> str | None:
    """Return what `escaped` made a column of, None for what it did not make."""
    if cell == NOTHING:
        return ""
    gap = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell.replace(SPACE, " "))
    return gap if escaped(gap) == cell else None


def _is_plain(char: str) -> bool:
    return char.isprintable() and not char.isspace() and char not in "\\=_"
