"""Files of every kind, made by the tests themselves."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

BODY = (
    "قال وزير النقل سامر الحلبي إن الميناء سيفتح في موعده المحدد، وإن الأعمال انتهت قبل أسبوع من الآن.",
    "وأضاف أن «العقد»، بحسب الوزارة، وُقِّع أمس مع شركة Delta Ports في العاصمة بحضور ممثلي العمال.",
    "ونفت النقابة أن يكون أي من أعضائها قد طلب تأجيل الافتتاح إلى نهاية العام المقبل.",
)

PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="rtl"><head><meta charset="{charset}"><title>{title} | {publisher}</title>
<meta property="og:site_name" content="{publisher}"><meta name="author" content="ليلى حداد">
<link rel="canonical" href="https://alnawras.example/news/1"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="2026-03-03T08:00:00+03:00"></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{title}</h1><p>{0}</p>
<div class="related"><h3>اقرأ أيضًا</h3><a href="/x">خبر آخر لا علاقة له بالموضوع</a></div>
<p>{1}</p><p>اقرأ أيضًا: <a href="/y">خبر ثالث</a></p><p>{2}</p>
<p>اشترك في نشرتنا البريدية لتصلك آخر الأخبار</p></article>
<aside><p>الأكثر قراءة: خبر أول، خبر ثان</p></aside>
<footer>جميع الحقوق محفوظة © {publisher} 2026</footer></body></html>"""


def page(charset: str = "utf-8", encoding: str | None = None, language: str = "ar") -> bytes:
    """A page as an outlet makes it; it may declare another charset than it has."""
    text = PAGE.format(
        *BODY, charset=charset, title="الميناء يفتح في موعده", publisher="وكالة النورس", language=language
    )
    return text.encode(encoding or charset)


def feed(items: str, encoding: str = "utf-8", declared: str | None = None) -> bytes:
    """An RSS feed around items."""
    text = (
        f'<?xml version="1.0" encoding="{declared or encoding}"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>النورس</title><language>ar</language>{items}</channel></rss>"
    )
    return text.encode(encoding)


def word(fill: Any, created: datetime | None = None) -> bytes:
    """A Word document; `fill` writes into it."""
    import docx

    document = docx.Document()
    if created is not None:
        document.core_properties.created = created
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook in Excel's format."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    book.close()
    return out.getvalue()


def archive(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive; names are taken as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name) if ".." in name else name, data)
    return out.getvalue()


def printed(text: str, family: str = "Noto Sans Arabic") -> bytes:
    """A PDF as Qt prints it; an application must be there."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setDefaultFont(QFont(family, 14))
    document.setPlainText(text)
    document.print_(writer)
    del document, writer
    return bytes(out.data().data())
