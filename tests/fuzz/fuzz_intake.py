"""Articles from tables, JSON Lines, markup, feeds, archives and dates: what intake parses itself."""

import io
import zipfile

from annotator.domain.document import check_about, check_origin
from annotator.errors import MusnadError
from annotator.intake import Article, ArticleSource, containers
from annotator.intake.dates import moment
from annotator.intake.kinds import read_source
from annotator.intake.markup import parsed, text_of
from annotator.intake.pdf import check_bounds
from annotator.intake.xlsx import check_sheet

_ZIP = io.BytesIO()
with zipfile.ZipFile(_ZIP, "w") as _made:
    _made.writestr("a.txt", "قال")
    _made.writestr("../b.txt", "x")

SEEDS = [
    b"c" + 'title,text,date\nخبر,"قال\nالوزير",13/02/2026\n'.encode(),
    b"c" + "sep=;\nالنص;التاريخ\nقال;٢٠٢٦\n".encode(),
    b"l" + '{"article": {"body": "قال"}, "date": "2026-01-02", "tags": ["a"]}\n'.encode(),
    b"m" + "<html><body><p>قال<br>الوزير &amp; <b>نعم</b></p><script>x</script></body></html>".encode(),
    b"f" + b"<rss><channel><item><title>x</title><description>&lt;p&gt;y</description></item></channel></rss>",
    b"z" + _ZIP.getvalue(),
    b"d" + "الثلاثاء، 3 كانون الثاني 2026".encode(),
    b"d" + b"Tue, 03 Mar 2026 08:00:00 +0300",
    b"x" + b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    b"p" + b"%PDF-1.4\nstream\nx\x9c\x03\x00\x00\x00\x00\x01endstream",
]


def one(data: bytes) -> None:
    """Give the bytes behind the first one to the parser that it names; what comes in fits into a project."""
    try:
        _read(data[:1], ArticleSource(name="a.x", data=data[1:], chosen=True))
    except MusnadError as error:
        assert "a.x" in str(error) and "\n" not in str(error)


def _read(wanted: bytes, source: ArticleSource) -> None:
    text = source.data.decode("utf-8", "replace")
    match wanted:
        case b"c" | b"l" | b"f":
            for item in read_source(source, {b"c": "csv", b"l": "articles-jsonl", b"f": "feed"}[wanted]):
                if isinstance(item, Article):
                    document = item.document
                    check_about(document.title, document.language)
                    check_origin(document.origins[0])
        case b"m":
            text_of(parsed(source.name, text))
        case b"z":
            for found in containers.sources(source) if containers.is_archive(source) else ():
                assert isinstance(found, MusnadError) or ".." not in found.name.split("/")
        case b"d":
            if (day := moment(text)) is not None:
                assert day[:4].isdigit()
        case b"x":
            check_sheet(source.name, source.data)
        case b"p":
            check_bounds(source)
