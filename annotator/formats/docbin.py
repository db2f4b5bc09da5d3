"""spaCy's DocBin as a file: packed docs in MessagePack, compressed; written piece by piece, whatever the size.

https://spacy.io/api/docbin#serialization-format lists what is in it. Texts are spelled by their tokens, each of which
may have a space behind it; strings are named by their hashes.
"""

import struct
import tempfile
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO, Any, NamedTuple

import msgspec

from annotator.errors import InputError
from annotator.formats.optional import optional

VERSION = "0.1"
LARGEST_BYTES = 4 * 1024**3
"""The most bytes that a file may unpack to."""

_SPAN = struct.Struct(">QQQllll")
_FLAGS = msgspec.msgpack.encode({"has_unknown_spaces": False})
_CHUNK_BYTES = 1 << 20
_INSIDE, _BEGIN = 1, 3
"""The values of the attribute ENT_IOB."""


class PackedSpan(NamedTuple):
    """A row of tokens from `first` to before `last`, with its offsets in the text."""

    label: str
    first: int
    last: int
    start: int
    end: int
    id: str = ""
    kb_id: str = ""


class PackedDoc(NamedTuple):
    """A doc: its tokens, whether a space follows each, its groups of spans, and what else is said of it."""

    words: Sequence[str]
    spaces: Sequence[bool]
    groups: Mapping[str, Sequence[PackedSpan]]
    user_data: Mapping[Any, Any]

    @property
    def text(self) -> str:
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


@contextmanager
def written_docs(stream: IO[bytes]) -> Iterator["DocBinWriter"]:
    """Write the docs that are added inside the block to a stream; nothing where it is left by an error."""
    with ExitStack() as held:
        docs = DocBinWriter(lambda: held.enter_context(tempfile.TemporaryFile()))
        yield docs
        packer = zlib.compressobj()
        for piece in docs.pieces():
            stream.write(packer.compress(piece))
        stream.write(packer.flush())


class DocBinWriter:
    """Collects docs in files that `open_part` makes: what stands first in a DocBin is known when all are there."""

    def __init__(self, open_part: Callable[[], IO[bytes]]) -> None:
        self._strings = optional("spacy.strings", "spacy")
        self._orth: int = optional("spacy.attrs", "spacy").ORTH
        self._ids: dict[str, int] = {}
        self._lengths = array("i")
        names = ("tokens", "spaces", "span_groups", "user_data")
        self._parts = {name: open_part() for name in names}

    def add(self, doc: PackedDoc) -> None:
        """Add a doc."""
        self._lengths.append(len(doc.words))
        self._parts["tokens"].write(array("Q", map(self._id, doc.words)).tobytes())
        self._parts["spaces"].write(bytes(doc.spaces))
        groups = {self._group(name, spans): [name] for name, spans in doc.groups.items()}
        self._parts["span_groups"].write(_packed(msgspec.msgpack.encode(groups)))
        self._parts["user_data"].write(_packed(msgspec.msgpack.encode(doc.user_data)))

    def pieces(self) -> Iterator[bytes]:
        """Yield the content of the DocBin, in the order in which spaCy writes it."""
        count = len(self._lengths)
        encode = msgspec.msgpack.encode
        yield b"\x8a" + encode("version") + encode(VERSION) + encode("attrs") + encode([self._orth])
        for name in ("tokens", "spaces"):
            yield encode(name) + _header(self._parts[name].tell())
            yield from _content(self._parts[name])
        yield encode("lengths") + encode(self._lengths.tobytes())
        yield encode("strings") + encode(sorted({*self._ids, ""}))
        yield encode("cats") + _list_header(count) + b"\x80" * count
        yield encode("flags") + _list_header(count) + _FLAGS * count
        for name in ("span_groups", "user_data"):
            yield encode(name) + _list_header(count)
            yield from _content(self._parts[name])

    def _id(self, text: str) -> int:
        """The number by which a string is named: its hash, or that of a symbol of spaCy's."""
        found = self._ids.get(text)
        if found is None:
            found = self._ids[text] = int(self._strings.get_string_id(text))
        return found

    def _group(self, name: str, spans: Sequence[PackedSpan]) -> bytes:
        packed = [_SPAN.pack(self._id(one.id), self._id(one.kb_id), self._id(one.label), *one[1:5]) for one in spans]
        return msgspec.msgpack.encode({"name": name, "attrs": {}, "spans": packed})


def _packed(data: bytes) -> bytes:
    return msgspec.msgpack.encode(data)


def _header(size: int) -> bytes:
    """Return what stands before bytes of this length."""
    return struct.pack(">BI", 0xC6, size)


def _list_header(count: int) -> bytes:
    return struct.pack(">BI", 0xDD, count)


def _content(part: Any) -> Iterator[bytes]:
    part.seek(0)
    while chunk := part.read(_CHUNK_BYTES):
        yield chunk


class _Bin(msgspec.Struct):
    attrs: list[int]
    tokens: bytes
    spaces: bytes
    lengths: bytes
    strings: list[str]
    span_groups: list[bytes] = []
    flags: list[dict[str, bool]] = []
    user_data: list[bytes | None] = []


class _Group(msgspec.Struct):
    spans: list[bytes]


def read_docs(data: bytes) -> Iterator[PackedDoc]:
    """Yield the docs of a file. Raises InputError for what is no DocBin, or does not hold together.

    Named entities, where there are any, are the group `ents`.
    """
    try:
        yield from _Docs(msgspec.msgpack.decode(_unpacked(data), type=_Bin))
    except (msgspec.DecodeError, struct.error, UnicodeDecodeError, RecursionError, OverflowError) as error:
        raise InputError("it is no DocBin of spaCy's ({reason})", reason=str(error)) from error


def _unpacked(data: bytes) -> bytes:
    packer = zlib.decompressobj()
    try:
        found = packer.decompress(data, LARGEST_BYTES)
    except zlib.error as error:
        raise InputError("it is no DocBin of spaCy's ({reason})", reason=str(error)) from error
    if packer.unconsumed_tail:
        raise InputError("it unpacks to more than {most} bytes", most=LARGEST_BYTES)
    return found


class _Docs:
    """The docs of an unpacked file."""

    def __init__(self, packed: _Bin) -> None:
        names = optional("spacy.strings", "spacy")
        attrs = optional("spacy.attrs", "spacy")
        self._packed = packed
        self._strings = {int(names.get_string_id(text)): text for text in packed.strings}
        self._columns = {
            name: packed.attrs.index(getattr(attrs, name))
            for name in ("ORTH", "ENT_IOB", "ENT_TYPE")
            if getattr(attrs, name) in packed.attrs
        }
        if "ORTH" not in self._columns:
            raise InputError("it does not say how its tokens are spelled (ORTH)")

    def __iter__(self) -> Iterator[PackedDoc]:
        packed, width, reached = self._packed, len(self._packed.attrs), 0
        for number, (length,) in enumerate(struct.iter_unpack("<i", packed.lengths)):
            rows = packed.tokens[8 * width * reached : 8 * width * (reached + length)]
            spaces = packed.spaces[reached : reached + length]
            if length < 0 or len(rows) != 8 * width * length or len(spaces) != length:
                raise InputError("doc {number} is cut short", number=number + 1)
            if any(flags.get("has_unknown_spaces") for flags in packed.flags[number : number + 1]):
                spaces = b"\1" * max(0, length - 1) + b"\0" * min(1, length)
            yield self._doc(number, array("Q", rows), spaces)
            reached += length

    def _doc(self, number: int, rows: "array[int]", spaces: bytes) -> PackedDoc:
        width, packed = len(self._packed.attrs), self._packed
        words = [self._string(one) for one in rows[self._columns["ORTH"] :: width]]
        ends = self._ends(words, spaces)
        groups = dict(self._groups(packed.span_groups[number], ends)) if number < len(packed.span_groups) else {}
        if ents := list(self._ents(rows, ends)):
            groups["ents"] = ents
        said = packed.user_data[number] if number < len(packed.user_data) else None
        user_data = msgspec.msgpack.decode(said) if said else {}
        if not isinstance(user_data, dict):
            raise InputError("doc {number}: its user data are no mapping", number=number + 1)
        return PackedDoc(words, [space != 0 for space in spaces], groups, user_data)

    def _string(self, id: int) -> str:
        if (found := self._strings.get(id, "" if id == 0 else None)) is None:
            raise InputError("it names the string {id}, which is not in it", id=str(id))
        return found

    def _ends(self, words: Sequence[str], spaces: bytes) -> list[tuple[int, int]]:
        """Return where each token lies in the text."""
        found, reached = list[tuple[int, int]](), 0
        for word, space in zip(words, spaces, strict=True):
            found.append((reached, reached + len(word)))
            reached += len(word) + (space != 0)
        return found

    def _groups(self, data: bytes, ends: Sequence[tuple[int, int]]) -> Iterator[tuple[str, list[PackedSpan]]]:
        if not data or data == b"\x80" or data == b"\x90":
            return
        for group, names in msgspec.msgpack.decode(data, type=dict[bytes, list[str]]).items():
            spans = [self._span(_SPAN.unpack(one), ends) for one in msgspec.msgpack.decode(group, type=_Group).spans]
            for name in names:
                yield name, spans

    def _span(self, held: tuple[int, ...], ends: Sequence[tuple[int, int]]) -> PackedSpan:
        id, kb_id, label, first, last = held[:5]
        if not 0 <= first < last <= len(ends):
            raise InputError(
                "a span goes from token {first} to {last}; there are {count}", first=first, last=last, count=len(ends)
            )
        named = self._strings.get(id, ""), self._strings.get(kb_id, "")
        return PackedSpan(self._string(label), first, last, ends[first][0], ends[last - 1][1], *named)

    def _ents(self, rows: "array[int]", ends: Sequence[tuple[int, int]]) -> Iterator[PackedSpan]:
        """The named entities, which stand at the tokens."""
        if not self._columns.keys() >= {"ENT_IOB", "ENT_TYPE"}:
            return
        width = len(self._packed.attrs)
        tags = rows[self._columns["ENT_IOB"] :: width]
        labels = rows[self._columns["ENT_TYPE"] :: width]
        first = 0
        for token in range(len(ends) + 1):
            goes_on = token < len(ends) and tags[token] == _INSIDE
            if token and not goes_on and tags[token - 1] in (_INSIDE, _BEGIN):
                yield PackedSpan(self._string(labels[first]), first, token, ends[first][0], ends[token - 1][1])
            if token < len(ends) and not goes_on:
                first = token
