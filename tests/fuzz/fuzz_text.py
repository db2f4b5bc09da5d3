"""Bytes of an article: decoding, telling it from other kinds of files, cleaning."""

from annotator.domain.document import document_id
from annotator.errors import MusnadError
from annotator.intake.source import ArticleSource
from annotator.intake.text import read_text
from annotator.text.cleaning import clean

SEEDS = [
    "قال 😀 الوزيرُ إن «العقد» وُقِّع.\nونفى.".encode(),
    "قال الوزير".encode("cp1256"),
    "قال الوزير".encode("iso8859-6"),
    "\ufeffقال\r\nالوزير".encode("utf-16-le"),
    '{"text": "قال"}\n'.encode(),
    "name,kind\nكريم,person\n".encode(),
    "قال O\nوزير B-PER\n".encode(),
    b"T1\tActor 0 3\tabc\n",
    b"<html><p>x</p>",
    b'[scheme]\nname = "x"\n[[labels]]\nkey = "a"\n',
]


def one(data: bytes) -> None:
    """Read one article; what comes in is clean and has a title."""
    try:
        [article] = read_text(ArticleSource(name="a.txt", data=data))
    except MusnadError as error:
        assert "a.txt" in str(error) and "\n" not in str(error)
        return
    assert clean(article.text)[0] == article.text
    assert article.title.strip()
    assert document_id(article.text)
