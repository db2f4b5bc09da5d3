"""Telling files that are no text by how they begin, so that a message can say what they are."""

import re

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
_PROJECT = b"SQLite format 3\x00"
_PROJECT_MARK = b"MSND"
_MARK_PLACE = 68
_WEB_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*(<!--.{0,500}?-->\s*)?<(!doctype\s+html|html[\s>])", re.I | re.S)


def what_it_is(data: bytes) -> str | None:
    """Return what a file is that begins like this, in words, or None where it may be a text."""
    if data.startswith(_PROJECT) and data[_MARK_PLACE : _MARK_PLACE + 4] == _PROJECT_MARK:
        return "a Musnad project"
    if _WEB_PAGE.match(data):
        return "a web page"
    return next((title for start, title in _SIGNATURES if data.startswith(start)), None)
