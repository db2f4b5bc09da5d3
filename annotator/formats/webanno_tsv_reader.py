"""Reading WebAnno TSV 2 and 3: one reading a file, or those of a folder."""

from collections.abc import Iterator

from annotator.errors import InputError
from annotator.formats import utf8
from annotator.formats.cas_reader import records_of_cas
from annotator.formats.folder_sources import from_root, load_file, reading_files, uploaded
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, HEAD_BYTES, SURE, reader
from annotator.formats.source import Source
from annotator.formats.tsv_older import looks_older
from annotator.formats.tsv_parsing import TEXT, parse_tsv
from annotator.formats.tsv_schema import FORMAT

LARGEST_BYTES = 256 * 1024 * 1024
LONGEST_HEAD_BYTES = 8192
_HEAD = FORMAT.rstrip().encode()
_TEXT_LINES = (TEXT.encode(), b"#text=")


def looks_webanno(name: str, head: bytes) -> float:
    """Return how sure it is that a file is WebAnno TSV: by its first line."""
    begin = head.removeprefix(b"\xef\xbb\xbf")
    first = begin.partition(b"\n")[0][:LONGEST_HEAD_BYTES].decode(errors="replace")
    if not begin.startswith(_HEAD) and not (looks_older(first) and b"#text=" in head):
        return 0.0
    return SURE if name.lower().endswith(".tsv") else CERTAIN


@reader(id="webanno-tsv", title="WebAnno TSV 3.3", suffix=".tsv", sniff=looks_webanno)
def read_webanno_tsv(source: Source) -> Iterator[Record]:
    """Yield the reading of a file, or those of all files of a folder."""
    if source.name in source.taken:
        return
    single = None if source.files else source.stream.read(LARGEST_BYTES + 1)
    for file in reading_files(source, list(_names(source)), _text_lines):
        data = load_file(file.open(file.name), LARGEST_BYTES) if single is None else single
        if len(data) > LARGEST_BYTES:
            raise InputError("it has more than {most} MiB", most=LARGEST_BYTES >> 20)

        def at(line: int) -> None:
            source.line = line

        for record in records_of_cas(parse_tsv(utf8.decoded(data), at), file, source):
            yield source.fitted(record)


def _names(source: Source) -> Iterator[str]:
    """Yield the files of a folder that begin as such files do."""
    open = from_root(source)
    passed = uploaded(source.files)
    for name in (one for one in source.files if one not in passed):
        with open(name) as stream:
            if looks_webanno(name, stream.read(HEAD_BYTES)):
                yield name


def _text_lines(data: bytes) -> object:
    """Return the lines of a file that hold its text."""
    return [line for line in data.splitlines() if line.startswith(_TEXT_LINES)]
