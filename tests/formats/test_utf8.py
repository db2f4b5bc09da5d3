"""Lines of files in UTF-8: where they end, where they are, and what is wrong with one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats import utf8
from annotator.formats.source import Source

TOO_LONG = InputError("too long")


def source(data: bytes) -> Source:
    return Source(stream=io.BytesIO(data), scheme=None, annotator="layla")


@given(st.lists(st.text(st.characters(exclude_characters="\n\r\ufeff", exclude_categories=["Cs"]))))
def test_lines_come_back_as_they_were_written(written: list[str]) -> None:
    for end in ("\n", "\r\n"):
        data = "".join(line + end for line in written).encode()
        assert list(utf8.lines(source(data), 10_000, TOO_LONG)) == written
        assert list(utf8.lines(source(b"\xef\xbb\xbf" + data), 10_000, TOO_LONG)) == (written or [""])


def test_a_fault_is_that_of_its_line() -> None:
    held = source("سطر\nسطر\n".encode() + b"\xd8\n")
    with pytest.raises(InputError, match="save the file in UTF-8"):
        list(utf8.lines(held, 100, TOO_LONG))
    assert held.line == 3
    held = source(b"12345\n123456\n")
    with pytest.raises(InputError, match="too long"):
        list(utf8.lines(held, 6, TOO_LONG))
    assert held.line == 2


def test_a_whole_file_names_the_byte() -> None:
    assert utf8.decoded("نص".encode()) == "نص"
    with pytest.raises(InputError, match="byte 4 is not UTF-8"):
        utf8.decoded("نص".encode() + b"\xff")
