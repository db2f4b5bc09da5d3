"""PDF: the text as one reader sees it, with another as its witness.

A PDF holds glyphs in places, no text. Where the two readers do not see the same words it is noted, page by page, and
nothing is repaired: nobody but a person can tell which of them is right.
"""

import re
import tempfile
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake.article import Article, made
from annotator.intake.kinds import kind
from annotator.intake.source import ArticleSource
from annotator.visible import clipped

START = b"%PDF-"
_START_WITHIN = 1024
MOST_PAGES = 2000
LARGEST_UNPACKED = 256 * 1024 * 1024
_CHUNK = 64 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
# Letters and digits only: readers differ in how they see spaces, harakat and brackets, which is no other word.
_WORD = re.compile(r"[^\W_]+")
_NUMBER_LINE = re.compile(r"\s*[-–—]?\s*[0-9٠-٩۰-۹]{1,4}\s*[-–—]?\s*")


class ReadPage(msgspec.Struct, frozen=True):
    """A page as both readers see it; `lines` is empty where the first finds no text that it trusts."""

    number: int
    lines: tuple[str, ...]
    witness: str | None

    def differing(self) -> int:
        """Return how many lines hold a word that the witness does not see; 0 without a witness."""
        if self.witness is None:
            return 0
        seen = Counter(_words(self.witness))
        return sum(1 for line in self.lines if "\ufffd" in line or Counter(_words(line)) - seen)


def looks_like_pdf(_: str, head: bytes) -> float:
    """Return how sure it is that this is a PDF; some have a few bytes in front."""
    return 1.0 if START in head[:_START_WITHIN] else 0.0


@kind(id="pdf", title="PDF", suffixes=(".pdf",), sniff=looks_like_pdf)
def read_pdf(source: ArticleSource) -> Iterator[Article]:
    """Yield the file as one article. Raises InputError for one that is damaged, locked, or has pictures only."""
    check_bounds(source)
    pages = _pages(source)
    text = "\n\n".join("\n".join(_body(page.lines)) for page in pages if page.lines)
    if not text.strip():
        raise InputError(
            "{name} has no text that can be read: its pages are pictures, or its letters are drawn without saying "
            "which they are. Run a text recogniser (OCR) on it, and import its result.",
            name=source.name,
        )
    yield made(text, name=source.name, title=_title(pages), notes=_notes(pages, text))


def _notes(pages: Sequence[ReadPage], text: str) -> list[IntakeNote]:
    differing = {page.number: count for page in pages if (count := page.differing())}
    empty = [page.number for page in pages if not page.lines]
    found = (
        IntakeNote(kind="readers", detail=_ranges(differing), count=sum(differing.values())),
        IntakeNote(kind="pictures", detail=_ranges(empty), count=len(empty)),
        IntakeNote(kind="forms", count=len(_FORMS.findall(text))),
    )
    return [note for note in found if note.count]


def _pages(source: ArticleSource) -> list[ReadPage]:
    with tempfile.TemporaryDirectory(prefix="musnad-") as folder:
        # The first reader opens files only.
        path = Path(folder) / "file.pdf"
        path.write_bytes(source.data)
        first = _first_reading(source.name, path)
    second = _witness(source.data)
    return [
        ReadPage(number, lines, second[number - 1] if second is not None and number <= len(second) else None)
        for number, lines in first
    ]


def _first_reading(name: str, path: Path) -> list[tuple[int, tuple[str, ...]]]:
    import qalam

    try:
        document = qalam.Document(str(path))
        pages = document.pages
        if len(pages) > MOST_PAGES:
            raise InputError(
                "{name} has {count} pages; it may have {most}.", name=name, count=len(pages), most=MOST_PAGES
            )
        return [
            (page.number, () if page.needs_ocr else tuple(line.text for line in page.lines if line.text.strip()))
            for page in pages
        ]
    except InputError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reason = clipped(" ".join(str(error).split()), 120)
        raise InputError("{name} cannot be read as a PDF: {reason}.", name=name, reason=reason) from error


def _witness(data: bytes) -> list[str] | None:
    """Return the text of each page as another reader sees it; None where it cannot read the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        return [_seen(page) for page in document]
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _seen(page: Any) -> str:
    found = page.get_textpage()
    try:
        return str(found.get_text_range())
    finally:
        found.close()
        page.close()


def _body(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page without its number."""
    kept = list(lines)
    while kept and _NUMBER_LINE.fullmatch(kept[-1]):
        kept.pop()
    return kept


def _title(pages: Sequence[ReadPage]) -> str | None:
    return next((line.strip() for page in pages for line in _body(page.lines) if _WORD.search(line)), None)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(char for char in folded if unicodedata.category(char) not in ("Mn", "Cf")))


def _ranges(numbers: Sequence[int] | dict[int, int]) -> str:
    """Return page numbers as `1–3, 7`; the rest of a long list as an ellipsis."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    told = ["–".join(map(str, run)) for run in runs[:8]]
    return ", ".join(told) + (", …" if len(runs) > 8 else "")


def check_bounds(source: ArticleSource) -> None:
    """Raise InputError for a file that unpacks to more than any article, before a reader unpacks it."""
    data, total = memoryview(source.data), 0
    for found in _STREAM.finditer(source.data):
        total += _unpacked(data[found.end() :], LARGEST_UNPACKED - total)
        if total >= LARGEST_UNPACKED:
            raise InputError(
                "{name} unpacks to more than {most} MiB, which no article does; it was not opened.",
                name=source.name,
                most=LARGEST_UNPACKED >> 20,
            )


def _unpacked(data: memoryview, most: int) -> int:
    """Return to how many bytes a stream unpacks, also one that is packed twice; at most about `most`."""
    if len(data) < 2 or data[0] & 0x0F != 8 or (data[0] << 8 | data[1]) % 31:
        return 0
    unpacker, again, size, twice = zlib.decompressobj(), zlib.decompressobj(), 0, 0
    for start in range(0, len(data), _CHUNK):
        waiting: bytes | memoryview = data[start : start + _CHUNK]
        while len(waiting) and not unpacker.eof and max(size, twice) < most:
            try:
                piece = unpacker.decompress(waiting, _CHUNK * 16)
            except zlib.error:
                return max(size, twice)
            waiting, size = unpacker.unconsumed_tail, size + len(piece)
            twice += _unpacked_again(again, piece, most)
        if unpacker.eof or max(size, twice) >= most:
            break
    return max(size, twice)


def _unpacked_again(unpacker: "zlib._Decompress", piece: bytes, most: int) -> int:
    try:
        return len(unpacker.decompress(piece, most)) if not unpacker.eof else 0
    except zlib.error:
        return 0
