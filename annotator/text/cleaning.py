"""The changes that intake may make in a decoded text, once, before it becomes immutable. Nothing else is touched."""

import re

from annotator.cancellation import check_cancelled
from annotator.domain.document import IntakeNote
from annotator.errors import InputError

BOM = "\ufeff"
REPLACEMENT = "\ufffd"

LINE_ENDS = {"\r\n": "CRLF", "\r": "CR", "\x85": "NEL", "\u2028": "LS", "\u2029": "PS"}
"""Line ends that become a newline; the pair comes first, so that it counts as one."""

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")
SURROGATES = re.compile("[\ud800-\udfff]")


def clean(raw: str) -> tuple[str, tuple[IntakeNote, ...]]:
    """The text as a project keeps it, and what was done to make it; cleaning a clean text changes nothing.

    A leading BOM goes (each of them, if a file was saved by two tools in turn), line ends become newlines,
    C0 controls other than tab and newline become U+FFFD. No normalisation, no trimming.

    Raises InputError for half a surrogate pair, which no encoding can write down; its offset is in code
    points.
    """
    if broken := SURROGATES.search(raw):
        raise InputError(
            "Character {offset} of the text is half of a pair (U+{code}); save the text again as UTF-8.",
            offset=broken.start(),
            code=f"{ord(broken[0]):04X}",
        )
    check_cancelled()
    text = raw.lstrip(BOM)
    notes = [IntakeNote(kind="bom", count=len(raw) - len(text))]
    text, newlines = _one_newline(text)
    notes.append(newlines)
    check_cancelled()
    text, count = CONTROLS.subn(REPLACEMENT, text)
    notes.append(IntakeNote(kind="controls", count=count))
    return text, tuple(note for note in notes if note.count)


def _one_newline(text: str) -> tuple[str, IntakeNote]:
    """The text with newlines only; the note names the line ends that it had."""
    found = []
    total = 0
    for line_end, name in LINE_ENDS.items():
        if count := text.count(line_end):
            text = text.replace(line_end, "\n")
            found.append(name)
            total += count
    return text, IntakeNote(kind="newlines", detail=", ".join(found), count=total)
