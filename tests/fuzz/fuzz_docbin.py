"""Packed docs of spaCy's, below their compression, which no fuzzer sees through."""

import struct
import zlib

import msgspec

from annotator.errors import MusnadError
from annotator.formats.docbin import read_docs
from tests.fuzz.reading import read

_GROUP = {"name": "sc", "attrs": {}, "spans": [struct.pack(">QQQllll", 0, 0, 0, 0, 1, 0, 1)]}
_DATA = {
    "version": "0.1",
    "attrs": [65],
    "tokens": b"\0" * 16,
    "spaces": b"\1\0",
    "lengths": struct.pack("<i", 2),
    "strings": ["", "a"],
    "cats": [{}],
    "flags": [{"has_unknown_spaces": False}],
    "span_groups": [msgspec.msgpack.encode({msgspec.msgpack.encode(_GROUP): ["sc"]})],
    "user_data": [msgspec.msgpack.encode({"musnad": {"record": {"title": "a"}}})],
}
SEEDS = [msgspec.msgpack.encode(_DATA)]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    packed = zlib.compress(data)
    try:
        list(read_docs(packed))
    except MusnadError as error:
        assert "\n" not in str(error)
    read("spacy", packed)
