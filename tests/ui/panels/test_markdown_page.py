"""Words of the other direction in the guide and in guidelines turn nothing around them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.ui.panels.markdown_page import MarkdownPage, set_apart

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("markdown", "apart"),
    [
        ("ى and ي, ة and ه", f"{FSI}ى{PDI} and {FSI}ي{PDI}, {FSI}ة{PDI} and {FSI}ه{PDI}"),
        ("(“وزير النقل”, “قَالَ”)", f"(“{FSI}وزير النقل{PDI}”, “{FSI}قَالَ{PDI}”)"),
        ("**A cafe\u0301** and `code`", "**A cafe\u0301** and `code`"),
    ],
)
def test_arabic_in_english(markdown: str, apart: str) -> None:
    assert set_apart(markdown, rtl=False) == apart


@pytest.mark.parametrize(
    ("markdown", "apart"),
    [
        ("يحرّك **[** و**]** بدايتها", f"يحرّك **{LRI}[{PDI}** و**{LRI}]{PDI}** بدايتها"),
        ("**الفاعلين** و**الأقوال** / **A**", f"**الفاعلين** و**الأقوال** / **{LRI}A{PDI}**"),
        ("اكتب `--format jsonl` ثم", f"اكتب {LRI}`--format jsonl`{PDI} ثم"),
    ],
)
def test_latin_in_arabic(markdown: str, apart: str) -> None:
    assert set_apart(markdown, rtl=True) == apart


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_guide_shows_no_asterisks_and_begins_at_its_beginning(code: str, qapp: QApplication, qtbot: QtBot) -> None:
    assert qapp is not None
    page = MarkdownPage()
    qtbot.addWidget(page)
    page.resize(300, 300)
    page.show_text(resources.path("help", f"{code}.md").read_text(encoding="utf-8"), code)
    page.show()
    page.resize(260, 200)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    qapp.processEvents()
    assert page.verticalScrollBar().value() == 0
    assert "*" not in page.toPlainText() and "`" not in page.toPlainText()
