"""Hostile files of every kind: a clear error that names the file, no crash, no hang, nothing half-imported."""

import io
import json
import random
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

import pytest

from annotator import Project
from annotator.domain.document import check_about, check_origin
from annotator.errors import InputError, MusnadError
from annotator.intake import Article, ArticleSource, containers
from annotator.intake.kinds import read_source
from annotator.intake.markup import MOST_ELEMENTS
from tests.hostile import check_message
from tests.intake.makers import BODY, archive, feed, page, printed, word, workbook

LONGEST_S = 20.0
"""Seconds after which a reader of one of these small files counts as hanging; a busy machine takes some of them."""
ITEM = "<item><title>خ</title><content:encoded><![CDATA[<p>قال الوزير</p>]]></content:encoded></item>"
LINE = {"body": BODY[0], "date": "2026-01-01", "a": {"b": [1, "x"]}}

SEEDS: Mapping[str, Callable[[], bytes]] = {
    "html": page,
    "feed": lambda: feed(ITEM * 3),
    "docx": lambda: word(lambda document: (document.add_heading("ع", 1), document.add_paragraph(BODY[0]))),
    "pdf": lambda: printed("\n".join(BODY)),
    "csv": lambda: ("title,text,date\n" + 'خبر,"قال الوزير\nنعم",2026-01-02\n' * 5).encode(),
    "xlsx": lambda: workbook({"a": [["title", "text", "date"], ["x", BODY[0], datetime(2026, 1, 2)]]}),
    "articles-jsonl": lambda: "\n".join([json.dumps(LINE, ensure_ascii=False)] * 4).encode(),
    "zip": lambda: archive({"a.txt": b"x", "b.zip": archive({"c.txt": b"y"})}),
}
PIECES = [
    *(
        b"\xff\xfe",
        b"<!ENTITY x 'y'>",
        b'"',
        b"\0",
        b"\xe2\x80\xae",
        b"]]>",
        b"{",
        b"\n\n",
        b"PK\x03\x04",
        b"<a>" * 300,
    ),
    *(b"=cmd|' /C calc'!A0", b"\xed\xa0\x80", "\ufffe".encode(), b"9" * 400, b"../../x", b"[" * 3000),
]


@cache
def seed(kind: str) -> bytes:
    return SEEDS[kind]()


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The same bytes cut off, flipped, shortened, doubled, blanked, or with something strange in them."""
    made = bytearray(data)
    start, end = sorted(dice.randrange(len(made) + 1) for _ in range(2))
    match dice.randrange(6):
        case 0:
            del made[start:]
        case 1:
            for _ in range(dice.randrange(1, 20)):
                made[dice.randrange(len(made))] = dice.randrange(256)
        case 2:
            del made[start:end]
        case 3:
            made[end:end] = made[start:end] * dice.randrange(1, 4)
        case 4:
            made[start:end] = bytes(dice.randrange(50))
        case _:
            made[start:start] = dice.choice(PIECES)
    return bytes(made)


def damaged_inside(data: bytes, dice: random.Random) -> bytes:
    """A document that is an archive, with one of its parts damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    name = dice.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    return archive({**parts, name: damaged(parts[name], dice)})


def read(kind: str, data: bytes) -> None:
    """Read it to the end; whatever comes in fits into a project, and every error names the file in one line."""
    source = ArticleSource(name="file.x", data=data, chosen=True)
    began = time.monotonic()
    try:
        items: list[object]
        if kind == "zip":
            items = list(containers.sources(source)) if containers.is_archive(source) else []
        else:
            items = list(read_source(source, kind))
    except MusnadError as error:
        check_message(str(error), "file.x")
        items = []
    assert time.monotonic() - began < LONGEST_S
    for item in items:
        if isinstance(item, Article):
            check_about(item.document.title, item.document.language)
            check_origin(item.document.origins[0])
            item.document.text.encode()
        elif isinstance(item, InputError):
            check_message(str(item), "file.x")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", SEEDS)
def test_a_few_damaged_files(kind: str) -> None:
    dice = random.Random(kind)
    for _ in range(8):
        read(kind, damaged(seed(kind), dice))


@pytest.mark.heavy
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", SEEDS)
def test_a_hundred_damaged_files_and_parts_of_files(kind: str) -> None:
    dice = random.Random(f"{kind} at length")
    for _ in range(100):
        read(kind, damaged(seed(kind), dice))
    for _ in range(100 if kind in ("docx", "xlsx") else 0):
        read(kind, damaged_inside(seed(kind), dice))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def document_with(body: str) -> bytes:
    return with_part(seed("docx"), "word/document.xml", f"<w:document {W}>{body}".encode())


def sheet_with(cells: str, encoding: str = "utf-8") -> bytes:
    sheet = f"<worksheet {S}><sheetData>{cells}</sheetData></worksheet>"
    return with_part(seed("xlsx"), "xl/worksheets/sheet1.xml", sheet.encode(encoding))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {one: opened.read(one) for one in opened.namelist()}
    return archive({**parts, name: content})


def pdf_with(stream: bytes) -> bytes:
    return b"%PDF-1.4\n4 0 obj<</Filter/FlateDecode>>stream\n" + stream + b"\nendstream endobj\n%%EOF"


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

TRAPS: Mapping[str, tuple[str, Callable[[], bytes], str]] = {
    "a page of a thousand elements in each other": (
        *("html", lambda: b"<html><body>" + b"<div>" * 1000, "nests its elements 1000 deep"),
    ),
    "a page of too many elements": (
        *("html", lambda: b"<html><body>" + b"<p>x</p>" * 2 * MOST_ELEMENTS, "more than 20,?000 elements"),
    ),
    "a page that declares entities": (
        *("html", lambda: b'<!DOCTYPE html [<!ENTITY a "b">]>\n<html><p>&a;', "line 1: it declares entities"),
    ),
    "a page longer than any": ("html", lambda: b"<html><p>" + b"x " * 5_000_000, "MiB of text"),
    "a billion laughs": (
        *(
            "feed",
            lambda: b'<!DOCTYPE l [\n<!ENTITY a "&b;&b;">]><rss><channel>&a;</channel></rss>',
            "line 2: it declares",
        ),
    ),
    "a deep feed": ("feed", lambda: b"<rss>" + b"<a>" * 100_000 + b"</rss>", "nests its elements"),
    "a feed of too many items": (
        "feed",
        lambda: b"<rss>" + b"<item>x</item>" * 6000 + b"</rss>",
        "more than 5,?000 items",
    ),
    "a feed that is cut off": ("feed", lambda: feed(ITEM)[:-9], "the feed ends before its rss does"),
    "ten million columns": ("csv", lambda: b"text,title" + b"," * 10**7 + b"\nx,y\n", "10,?000,?002 columns"),
    "ten million cells": ("csv", lambda: b"text,title\nx" + b"," * 10**7 + b"\n", "10,?000,?001 columns"),
    "two thousand columns": ("csv", lambda: b",".join([b"text"] * 2000) + b"\nx", "2,?000 columns"),
    "a million rows": ("csv", lambda: b"text,title\n" + b"x,y\n" * 10**6, "more than 200,?000 rows"),
    "a line of ten megabytes": ("csv", lambda: b'text,title\n"' + b"x " * 5 * 10**6 + b'",y', "more than 4 MiB"),
    "a quotation mark that is not closed": ("csv", lambda: b'text,title\nx,y\n"z,a\n', "line 3: a quotation mark"),
    "brackets a hundred thousand deep": (
        *("articles-jsonl", lambda: b'{"text":' + b"[" * 100_000, "line 1: its brackets are nested too deep"),
    ),
    "a line of twenty megabytes": (
        *("articles-jsonl", lambda: b'{"text":"' + b"x" * 20_000_000 + b'"}', "longer than 8 MiB"),
    ),
    "half a character": ("articles-jsonl", lambda: b'{"body":"\\ud800","date":"1"}', "line 1: JSON is malformed"),
    "a list instead of an object": ("articles-jsonl", lambda: b'[{"body":"x"}]', "line 1: it is no object"),
    "a cell in the last corner": ("xlsx", lambda: sheet_with(FAR), "a sheet may have 5,?000,?000 cells"),
    "the same in single quotes": ("xlsx", lambda: sheet_with(FAR.replace('"', "'")), "a sheet may have 5,?000,?000"),
    "the same in UTF-16": ("xlsx", lambda: sheet_with(FAR, "utf-16"), "a sheet in UTF-16"),
    "a cell nowhere": ("xlsx", lambda: sheet_with('<c r="&#88;FD9999999"/>'), "which is no place of a sheet"),
    "a sheet with entities": ("xlsx", lambda: sheet_with("<!ENTITY a 'b'>"), "declares entities"),
    "a deep Word document": ("docx", lambda: document_with("<w:body>" + "<w:p>" * 100_000), "cannot be read as a Word"),
    "a Word document with entities": ("docx", lambda: document_with("<!ENTITY a 'b'>"), "declares entities"),
    "a Word document without a body": ("docx", lambda: document_with("</w:document>"), "a Word document without text"),
    "a part that unpacks to sixty megabytes": (
        *("docx", lambda: with_part(seed("docx"), "word/x.xml", b" " * 60_000_000), "times its size"),
    ),
    "a stream that unpacks to four hundred megabytes": (
        *("pdf", lambda: pdf_with(zlib.compress(b" " * 400_000_000, 9)), "unpacks to more than 256 MiB"),
    ),
    "the same packed twice": (
        *("pdf", lambda: pdf_with(zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)), "unpacks to more than 256"),
    ),
    "arrays in arrays": ("pdf", lambda: b"%PDF-1.4\n1 0 obj" + b"[" * 100_000, "cannot be read as a PDF"),
}


@pytest.mark.heavy
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_told(name: str) -> None:
    kind, make, reason = TRAPS[name]
    data = make()
    began = time.monotonic()
    with pytest.raises(InputError, match=reason) as told:
        list(read_source(ArticleSource(name="file.x", data=data, chosen=True), kind))
    check_message(str(told.value), "file.x")
    assert time.monotonic() - began < LONGEST_S


def test_cells_that_a_spreadsheet_would_run_are_text(project: Project) -> None:
    data = b"text,title\n=cmd|' /C calc'!A0,@SUM(1)\n"
    project.import_(ArticleSource(name="t.csv", data=data))
    assert [(one.text, one.title) for one in project.documents()] == [("=cmd|' /C calc'!A0", "@SUM(1)")]


def test_a_member_of_an_archive_without_a_name_is_passed_over(project: Project) -> None:
    # As long as the real name, so that the archive stays whole.
    data = archive({"a.txt": "قال".encode(), "b.txt": b"x"}).replace(b"b.txt", b"\0.txt")
    assert project.import_(ArticleSource(name="z.zip", data=data)).added == 1


def test_a_file_that_breaks_off_brings_nothing(project: Project) -> None:
    data = b'{"body": "x", "date": "2026"}\n{"body": "y", "date'
    with pytest.raises(InputError, match=r"l\.jsonl, line 2: "):
        project.import_(ArticleSource(name="l.jsonl", data=data))
    assert project.documents() == []
