"""Files that are no text, told by how they begin, so that the message can say what they are."""

import re

from annotator.errors import InputError
from annotator.intake.files import File

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
    (b"\x7fELF", "a program"),
)
_WEB_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*(<!--.{0,500}?-->\s*)?<(!doctype\s+html|html[\s>])", re.I | re.S)


def refuse_other_kinds(file: File) -> None:
    """InputError if the file begins like a known format that is not plain text."""
    title = next((title for start, title in _SIGNATURES if file.data.startswith(start)), None)
    if title is None and _WEB_PAGE.match(file.data):
        title = "a web page"
    if title is not None:
        raise InputError(
            "{name} is {what}, not a text; save the article's text as a .txt file.", name=file.name, what=title
        )
