"""The input of a reader: a file, the files beside it, and the project that it is read for."""

from collections import Counter
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from annotator.domain.document import UNDETERMINED
from annotator.domain.scheme import Scheme
from annotator.errors import InputError
from annotator.formats.checking import checked
from annotator.formats.fitting import trimmed
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.text.language import language_of


def _no_siblings(name: str) -> BinaryIO:
    raise InputError("there is no file {name} beside it", name=name)


class Source(msgspec.Struct, kw_only=True):
    """A file with annotations. `stream` is its content, `name` its name, `open(name)` opens a file beside it.

    A folder is read one file of the format after the other, with the same source: `name` is then the path of the file
    in the folder (`data/train.conll`), and `open` also reaches other files of the folder (`../annotation.conf`). All
    of a folder is one import. `files` are the paths of everything in the folder, sorted; empty for a single file.

    `scheme` is the project's, None where nobody holds records against one; `annotator` the handle that marks become
    whose annotator the file does not name; `map` turns the file's labels into the scheme's. A reader keeps `line` at
    where it is, counted from 1 (0: nowhere in particular): whoever tells of an error names the file and the line, also
    when it is the project that refuses a record.

    `left` counts, by kind, what a reader does not bring: what no project can hold, and what leads nowhere. A reader
    that reads several files of a folder at once puts their paths into `taken` and passes over them when they come.
    `texts` are the files of a folder that have come in as the texts of documents. `asked` are the foreign names that
    somebody's map decides.
    """

    stream: BinaryIO
    scheme: Scheme | None
    annotator: str
    name: str = ""
    line: int = 0
    map: LabelMap | None = None
    open: Callable[[str], BinaryIO] = _no_siblings
    files: tuple[str, ...] = ()
    left: Counter[str] = msgspec.field(default_factory=Counter)
    taken: set[str] = msgspec.field(default_factory=set)
    texts: set[str] = msgspec.field(default_factory=set)
    asked: frozenset[str] = frozenset()

    def fitted(self, record: Record) -> Record:
        """Return a record as the project takes it: in its scheme's words, and checked. Raises InputError.

        Of what a map has turned, that for which the scheme has no place is left out and counted in `left`.
        """
        if self.map is not None:
            record = self.map.applied(record)
            if self.scheme is not None:
                record = trimmed(record, self.scheme, self.left)
        record = msgspec.structs.replace(record, file=self.name, line=self.line)
        if self.scheme is None:
            return record
        document = record.document
        if document.language == UNDETERMINED:
            document = msgspec.structs.replace(document, language=language_of(document.text))
            record = msgspec.structs.replace(record, document=document)
        return checked(record, self.scheme)
