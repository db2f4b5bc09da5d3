"""Plain text files."""

import regex

from annotator.domain.document import IntakeNote, Origin
from annotator.errors import InputError
from annotator.intake.decoding import decode
from annotator.intake.files import File
from annotator.intake.kinds import Intake, kind
from annotator.intake.not_articles import refuse_binary, refuse_other_kinds
from annotator.text.cleaning import clean
from annotator.text.graphemes import clip

TITLE_LENGTH = 120
"""The most grapheme clusters in a title that is taken from the text."""

# U+FFFD alone is what cleaning leaves of control characters: nothing that anyone could read.
_VISIBLE = regex.compile(r"[^\s\p{Z}\p{Cc}\p{Cf}\ufffd]")


@kind(id="text", title="Text", suffixes=(".txt", ".text"))
def read_text(file: File) -> Intake:
    """The whole file is the article; its first line that is not blank is the title."""
    if not file.data:
        raise InputError("{name} is empty.", name=file.name)
    refuse_binary(file.name, file.data)
    raw, encoding = decode(file)
    if not file.chosen:
        refuse_other_kinds(file.name, raw)
    text, changes = clean(raw)
    if not _VISIBLE.search(text):
        raise InputError("{name} has only white space in it.", name=file.name)
    return Intake(
        text=text,
        title=_title(text),
        notes=(IntakeNote(kind="encoding", detail=encoding), *changes),
        origin=Origin(path=file.name),
    )


def _title(text: str) -> str:
    """The line that holds the first visible character; there is one."""
    visible = _VISIBLE.search(text)
    first = visible.start() if visible else 0
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", first)
    return clip(text[start : end if end >= 0 else len(text)].strip(), TITLE_LENGTH)
