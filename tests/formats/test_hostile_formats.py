"""A hundred spoiled files and more for each reader: records that hold together, or one line that says what is wrong."""

import io
import json
import time
import zlib
from collections.abc import Iterator

import pytest

from annotator.errors import MusnadError
from annotator.formats.registry import find_reader
from annotator.formats.source import Source
from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, check
from tests.hostile import LONGEST_S, mutated, spoiled

LINES = ("doccano", "prodigy")
VALUES = ("label-studio", "w3c")
BYTES = ("conllu", "parquet", pytest.param("spacy", marks=pytest.mark.heavy))


def file_of(format: str) -> bytes:
    """What the reader of a format reads of our record."""
    files = written(format, [RECORD], SCHEME)
    return next(data for name, data in files.items() if find_reader(format).sniff(name, data[:65536]) > 0)


def tried(format: str, files: Iterator[bytes]) -> tuple[int, int]:
    """How many files were read, and how many refused."""
    read = refused = 0
    for data in files:
        began = time.perf_counter()
        source = Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla", name="d")
        try:
            for record in find_reader(format).read(source):
                check(record)
            read += 1
        except MusnadError as error:
            refused += 1
            assert not set(str(error)) & set("\n\r\x1b\0\u2028\u202e")
        assert time.perf_counter() - began < LONGEST_S
    return read, refused


@pytest.mark.parametrize("format", LINES + VALUES + BYTES)
def test_spoiled_bytes(format: str) -> None:
    read, refused = tried(format, mutated(file_of(format), 120, 11))
    assert read + refused == 120 and refused > 40


@pytest.mark.parametrize("format", LINES)
def test_lines_with_other_values(format: str) -> None:
    good = json.loads(file_of(format))
    read, refused = tried(format, (json.dumps(line).encode() for line in spoiled(good, 150, 12)))
    assert read > 5 and refused > 40


@pytest.mark.parametrize("format", VALUES)
def test_values_with_other_values(format: str) -> None:
    good = json.loads(file_of(format))
    read, refused = tried(format, (json.dumps(made).encode() for made in spoiled(good, 150, 13)))
    assert read > 5 and refused > 20


@pytest.mark.parametrize("format", LINES + VALUES + BYTES)
def test_every_cut_of_a_file(format: str) -> None:
    data = file_of(format)
    _, refused = tried(format, (data[:end] for end in range(0, len(data), max(1, len(data) // 40))))
    assert refused > 10


@pytest.mark.parametrize("format", ["doccano", "prodigy", "label-studio", "w3c"])
@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"{}", b"[]", b"[{}]", b"null", b"\xff\xfe{\0"])
def test_what_is_no_file_of_the_kind(format: str, data: bytes) -> None:
    tried(format, iter([data]))


def test_bytes_that_are_no_text_are_told_wherever_they_stand() -> None:
    broken = b'[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "labels", "value": {"text": "\xef"}}]}]}]'
    assert tried("label-studio", iter([broken])) == (0, 1)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.docbin.LARGEST_BYTES", 1 << 20)
    source = Source(stream=io.BytesIO(zlib.compress(b"\0" * (1 << 24))), scheme=SCHEME, annotator="layla")
    with pytest.raises(MusnadError, match="it unpacks to more than 1048576 bytes"):
        list(find_reader("spacy").read(source))
