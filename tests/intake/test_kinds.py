"""Each kind of source comes in with what it says of itself, whatever it is called."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFontDatabase

import annotator
from annotator.domain.document import IntakeNote
from annotator.errors import InputError, OtherKindError
from annotator.intake import Article, ArticleSource
from annotator.intake.kinds import kind_of, read_source
from tests.intake.makers import BODY, feed, page, printed, word, workbook


def source(data: bytes, name: str = "file", **more: Any) -> ArticleSource:
    return ArticleSource(name=name, data=data, **more)


def one(data: bytes, name: str = "file", **more: Any) -> Article:
    [article] = read_source(source(data, name, **more))
    assert isinstance(article, Article)
    return article


def noted(article: Article) -> dict[str, IntakeNote]:
    return {note.kind: note for note in article.notes}


# Web pages


@pytest.mark.parametrize(
    ("declared", "encoding", "told"),
    [
        ("utf-8", "utf-8", "UTF-8"),
        ("windows-1256", "cp1256", "windows-1256"),
        ("utf-8", "cp1256", "windows-1256"),
        ("windows-1256", "utf-8", "UTF-8"),
        ("iso-8859-1", "utf-8", "UTF-8"),
        ("no-such", "utf-8-sig", "UTF-8"),
        ("utf-8", "utf-16", "UTF-16 LE"),
    ],
)
def test_a_page_comes_in_without_what_stands_around_its_article(declared: str, encoding: str, told: str) -> None:
    article = one(page(declared, encoding))
    assert article.text.split("\n") == ["الميناء يفتح في موعده", *BODY]
    origin = article.origin
    assert (article.title, origin.publisher, origin.author) == ("الميناء يفتح في موعده", "وكالة النورس", "ليلى حداد")
    assert (origin.published, origin.url) == ("2026-03-03", "https://alnawras.example/news/1")
    assert noted(article)["encoding"].detail == told
    assert noted(article)["body"].count > 50
    assert article.language == "ar"


def test_a_template_in_english_makes_no_english_article() -> None:
    assert one(page(language="en-US")).document.language == "ar"


def test_a_persian_page_keeps_its_language() -> None:
    assert one(page(language="fa-IR")).document.language == "fa-IR"


def test_a_page_in_another_encoding_is_believed_where_its_bytes_say_nothing() -> None:
    text = "<html><head><meta charset=windows-1252></head><body><article><p>Le ministre a déclaré à Genève que "
    text += "l’accord a été signé hier, et que le port ouvrira à la date prévue.</p></article></body></html>"
    article = one(text.encode("cp1252"))
    assert "déclaré à Genève" in article.text
    assert noted(article)["encoding"].detail == "cp1252"


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(InputError, match="page is a web page without an article"):
        one(b"<!DOCTYPE html><html><body><nav><a href='/'>x</a> <a href='/'>y</a></nav></body></html>", "page")


def test_short_lines_that_an_article_says_stay() -> None:
    said = "اقرأ القرآن، قال الشيخ لتلميذه وهو يغادر المكان."
    html = f"<html><body><article><p>{BODY[0]}</p><p>{said}</p><p>{BODY[1]}</p></article></body></html>"
    assert said in one(html.encode()).text


# Feeds

ITEM = (
    "<item><title>الميناء &amp; العقد</title><link>https://x.example/1</link><dc:creator>ليلى</dc:creator>"
    "<pubDate>Tue, 03 Mar 2026 08:00:00 +0300</pubDate><content:encoded><![CDATA[<p>{}</p><p>اقرأ أيضا: آخر</p>"
    "<script>x()</script><p>سطر<br>آخر</p>]]></content:encoded></item>"
)


@pytest.mark.parametrize(("encoding", "declared"), [("utf-8", None), ("cp1256", None), ("cp1256", "utf-8")])
def test_a_feed_is_an_article_for_each_item(encoding: str, declared: str | None) -> None:
    items = ITEM.format(BODY[0]) + "<item><title>ملخص</title><description>سطر واحد…</description></item>"
    found = list(read_source(source(feed(items, encoding, declared))))
    first, second = (item for item in found if isinstance(item, Article))
    assert first.text == f"{BODY[0]}\nسطر\nآخر"
    assert (first.title, first.language) == ("الميناء & العقد", "ar")
    assert (first.origin.publisher, first.origin.author) == ("النورس", "ليلى")
    assert (first.origin.published, first.origin.url) == ("2026-03-03T05:00:00Z", "https://x.example/1")
    assert "summary" not in noted(first) and "summary" in noted(second)


def test_an_item_without_a_text_is_left_out_and_named() -> None:
    found = list(read_source(source(feed("<item><title>فارغ</title></item>" + ITEM.format(BODY[0])), "f.xml")))
    assert [type(item) for item in found] == [InputError, Article]
    assert str(found[0]).startswith("f.xml, item 1: ")


def test_atom_is_a_feed() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>قافلة</title><entry><title>خبر</title>'
        '<link href="https://y.example/a"/><published>2026-05-06T07:08:09Z</published>'
        f'<author><name>سامر</name></author><content type="html">&lt;p&gt;{BODY[1]}&lt;/p&gt;</content></entry></feed>'
    )
    article = one(atom.encode())
    assert (article.text, article.origin.published, article.origin.author) == (BODY[1], "2026-05-06T07:08:09Z", "سامر")


def test_a_feed_that_is_cut_off_is_refused_with_its_line() -> None:
    whole = feed(ITEM.format(BODY[0]) + "\n" + ITEM.format(BODY[1]))
    with pytest.raises(InputError, match=r"f\.xml, line 2: the feed ends before its rss does"):
        list(read_source(source(whole[:-20], "f.xml")))


# Word


def test_a_word_document_comes_in_whole_and_in_order() -> None:
    def fill(document: Any) -> None:
        document.core_properties.author = "سامر"
        document.add_paragraph("بيان صحفي")
        document.add_heading("عنوان الوثيقة", 1)
        document.add_paragraph(BODY[0])
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "خلية", "أخرى"
        document.add_paragraph("خاتمة\tهنا")

    article = one(word(fill, datetime(2026, 3, 4, 8)))
    assert article.text == f"بيان صحفي\nعنوان الوثيقة\n{BODY[0]}\nخلية\nأخرى\nخاتمة\tهنا"
    assert (article.title, article.origin.author) == ("عنوان الوثيقة", "سامر")
    assert (article.origin.published or "").startswith("2026-03-04T08:00:00")


def test_tracked_changes_and_text_boxes_are_read_as_the_page_shows_them() -> None:
    from docx.oxml import parse_xml

    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ins = f'<w:p {w}><w:r><w:t>قال </w:t></w:r><w:ins w:id="1"><w:r><w:t>الوزير</w:t></w:r></w:ins>'
    ins += '<w:del w:id="2"><w:r><w:delText>المدير</w:delText></w:r></w:del><w:sdt><w:sdtContent><w:r><w:t> نعم'
    ins += "</w:t></w:r></w:sdtContent></w:sdt></w:p>"

    article = one(word(lambda document: document.element.body.insert(0, parse_xml(ins))))
    assert article.text == "قال الوزير نعم"


def test_the_day_of_the_template_is_nobodys_day() -> None:
    assert one(word(lambda document: document.add_paragraph("نص"))).origin.published is None


# PDF


@pytest.mark.usefixtures("qapp")
def test_a_pdf_comes_in_and_what_two_readers_see_differently_is_told() -> None:
    if "Noto Sans Arabic" not in QFontDatabase.families():
        pytest.skip("needs the font")
    article = one(printed("قال وزير النقل إن الميناء سيفتح في موعده.\nونفت النقابة ذلك."))
    assert article.text.startswith("قال وزير النقل إن الميناء سيفتح في موعده.")
    assert article.title == "قال وزير النقل إن الميناء سيفتح في موعده."
    assert not article.text.rstrip().endswith("1"), "the number of the page"
    assert "readers" not in noted(article)
    differing = one(printed(f"{BODY[1]}\n{BODY[2]}"))
    assert noted(differing)["readers"].count >= 1
    assert noted(differing)["readers"].detail == "1"


@pytest.mark.usefixtures("qapp")
def test_a_pdf_of_pictures_is_refused_with_the_mend() -> None:
    with pytest.raises(InputError, match=r"p\.pdf has no text that can be read: .*\(OCR\)"):
        one(printed(""), "p.pdf")


# Tables


def test_columns_are_found_by_their_names_and_told() -> None:
    table = (
        'headline,body,date,outlet\nخبر,"قال الوزير، في ملف\nمن سطرين",13/02/2026,النورس\nثان,نفت,03/04/2026,المرسى\n'
    )
    first, second = read_source(source(table.encode("cp1256"), "t.csv"))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.text, first.title, first.origin.publisher) == ("قال الوزير، في ملف\nمن سطرين", "خبر", "النورس")
    # That days stand first is said by the first row.
    assert (first.origin.published, second.origin.published) == ("2026-02-13", "2026-04-03")
    assert noted(first)["columns"].detail == "text=body, title=headline, publisher=outlet, published=date"


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["t.csv", "t", "t.txt"])
def test_a_table_is_known_by_its_content(divider: str, name: str) -> None:
    table = divider.join(("العنوان", "النص", "التاريخ")) + "\n" + divider.join(("خبر", "قال الوزير", "2026-01-02"))
    assert kind_of(source(table.encode(), name)).id == "csv"
    assert one(table.encode(), name).origin.published == "2026-01-02"


def test_a_day_that_may_be_another_is_not_guessed() -> None:
    assert one("text,date\nقال الوزير,03/04/2026\n".encode(), "t.csv").origin.published is None


def test_a_column_may_be_named() -> None:
    table = "a,b\nقصير,قال الوزير كلاما\n".encode()
    with pytest.raises(InputError, match=r"t\.csv is a table, .*: a, b\. Name it \(--column text=NAME\)"):
        one(table, "t.csv")
    assert one(table, "t.csv", columns={"text": "b", "title": "a"}).title == "قصير"
    with pytest.raises(InputError, match=r"t\.csv has no column 'c'; it has: a, b"):
        one(table, "t.csv", columns={"text": "c"})
    with pytest.raises(InputError, match="'x' is nothing that a column can hold"):
        one(table, "t.csv", columns={"x": "a"})


def test_the_text_is_the_long_column_where_no_name_says_so() -> None:
    table = f"a,b,c\n1,{'كلمة ' * 60},https://x.example/1\n"
    article = one(table.encode(), "t.csv")
    assert article.text.startswith("كلمة كلمة") and article.origin.url == "https://x.example/1"


def test_a_row_without_a_text_is_left_out_and_named() -> None:
    found = list(read_source(source("title,text\nأ,نص\n\nب,\nج,نص آخر\n".encode(), "t.csv")))
    assert [str(item) for item in found if isinstance(item, InputError)] == ["t.csv, line 4: the row has no text"]
    assert [item.title for item in found if isinstance(item, Article)] == ["أ", "ج"]


def test_every_sheet_with_a_text_comes_in() -> None:
    book = workbook(
        {
            "أخبار": [
                ["العنوان", "النص", "التاريخ", "رقم"],
                ["خبر", "قال الوزير", datetime(2026, 5, 6), 7],
                ["بلا نص", "", "", 8],
            ],
            "أسماء": [["اسم", "عمر"], ["سامر", 30]],
            "أخرى": [["Title", "Body"], ["x", "=1+1"], ["y", "نفت"]],
        }
    )
    found = list(read_source(source(book, "b.xlsx")))
    articles = [item for item in found if isinstance(item, Article)]
    assert articles[0].text == "قال الوزير"
    assert articles[0].origin.published == "2026-05-06"
    assert articles[-1].text == "نفت"
    assert "b.xlsx, أخبار, row 3: the row has no text" in [str(item) for item in found if isinstance(item, InputError)]


def test_lines_of_json_have_whatever_names_for_their_fields() -> None:
    lines = [
        {"article": {"body": "قالت الوزارة شيئا", "headline": "ع"}, "date": "2026-01-02", "tags": ["a", "b"]},
        {"article": {"body": "ونفت النقابة"}, "authors": ["ليلى", "سامر"]},
    ]
    data = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    first, second = read_source(source(data, "l.jsonl"))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.text, first.title, first.origin.published) == ("قالت الوزارة شيئا", "ع", "2026-01-02")
    assert (second.title, second.origin.author) == ("ونفت النقابة", "ليلى, سامر")


def test_lines_with_annotations_are_not_taken_for_bare_articles() -> None:
    data = '{"body": "قال", "date": "2026"}\n{"body": "قال الوزير", "entities": [[0, 3, "cue"]]}\n'.encode()
    with pytest.raises(OtherKindError, match=r"l\.jsonl, line 2: it holds annotations \(entities\)"):
        list(read_source(source(data, "l.jsonl")))
    assert len(list(read_source(source(data, "l.jsonl", chosen=True)))) == 2


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (page(), "html"),
        (feed(ITEM.format("x")), "feed"),
        (word(lambda document: document.add_paragraph("x")), "docx"),
        (workbook({"a": [["text", "title"], ["x", "y"]]}), "xlsx"),
        (b"%PDF-1.7\n", "pdf"),
        (b'{"body": "x", "date": "2026"}\n', "articles-jsonl"),
        ("قال: <html> ثم {كلام}".encode(), "text"),
        ("قال الوزير, ثم مضى, ثم عاد\nنص, آخر, هنا".encode(), "text"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a", "a.bin", "a.docx.txt"])
def test_the_content_says_what_it_is(data: bytes, kind: str, name: str) -> None:
    assert kind_of(source(data, name)).id == kind


def test_what_a_source_says_of_itself_fits_into_one_line() -> None:
    long = "ع" * 3000
    table = f'text,title,publisher\nنص,"{long}","سطر\nوآخر\0"\n'
    article = one(table.encode(), "t.csv")
    assert len(article.title) == 1000 and re.fullmatch("سطر وآخر.?", article.origin.publisher or "")


def test_a_text_is_read_without_the_libraries_of_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال الوزير", "utf-8")
    script = """
import sys
from annotator import Project
with Project.create("p.musnad") as project:
    assert project.import_("a.txt").added == 1
heavy = ("trafilatura", "feedparser", "docx", "lxml", "qalam", "pypdfium2", "python_calamine", "rensa")
print([name for name in heavy if name in sys.modules])
"""
    variables = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=variables, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
