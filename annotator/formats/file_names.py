"""Names for the files of a dataset: readable, fit for every system, each only once."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from annotator.domain.document import Document
from annotator.formats.record import Record

LONGEST_BYTES = 120
"""Of a name without its suffix; file systems take 255 bytes."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_UNFIT = re.compile(r'[\x00-\x20<>:"/\\|?*\x7f]+')


class FileNames:
    """Gives every document and every annotator a name, the same one whenever it is asked for again."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._names: dict[str, str] = {}
        self._taken = {name.casefold() for name in taken}

    def of_document(self, document: Document) -> str:
        """Return the name of a document's files: that of the file it came from, or else its title."""
        if document.id not in self._names:
            paths = [PurePosixPath(one.path.replace("\\", "/")).name for one in document.origins if one.path]
            stem = next((name.rpartition(".")[0] or name for name in paths), "") or document.title
            self._names[document.id] = self._free(fit(stem) or document.id[:8])
        return self._names[document.id]

    def of_handle(self, handle: str) -> str:
        """Return the name of an annotator's folder or files."""
        if handle not in self._names:
            self._names[handle] = self._free(fit(handle) or "annotator")
        return self._names[handle]

    def _free(self, name: str) -> str:
        made, turn = name, 1
        while unicodedata.normalize("NFC", made).casefold() in self._taken:
            turn += 1
            made = f"{name}-{turn}"
        self._taken.add(unicodedata.normalize("NFC", made).casefold())
        return made


def fit(name: str) -> str:
    """Return a name that every system takes; empty where nothing is left of it."""
    shown = "".join(char for char in name if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn", "Co"))
    made = _UNFIT.sub("-", shown).strip("-. ")
    while len(made.encode()) > LONGEST_BYTES:
        made = made[:-1]
    made = made.strip("-. ")
    return f"{made}_" if _RESERVED.fullmatch(made) else made


def reading_path(record: Record, files: FileNames, folders: FileNames) -> str:
    """Return where the files of a reading lie, without suffix: part of the split, reader, document."""
    handle = [folders.of_handle(record.annotator.handle)] if record.annotator else []
    return "/".join([*([record.split] if record.split else []), *handle, files.of_document(record.document)])
