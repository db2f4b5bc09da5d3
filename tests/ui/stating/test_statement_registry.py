"""The page of all statements: what it says of claims, what is reached by Tab, and that it fits its place."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.document import Direction
from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.domain.statement import Agreement, ClaimFigures
from annotator.services.mentions import Mention
from annotator.ui.focus_order import stops_in
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.stating.claim_words import claim_told, figures_told, sides_told
from annotator.ui.stating.feature import Stating
from annotator.ui.stating.registry_page import StatementsPage

TEXT = "قال الوزير إن الميناء سيُغلق. وقالت نادية إن العقد جاهز."
LTR: Direction = "ltr"


def claim(id: str, agreement: Agreement | None = None) -> Mention:
    hit = Hit(document_id="d", start=0, end=3, title="Port", text="abc", before="", after="", direction=LTR)
    span = Span(id=id, document_id="d", annotator="omar", label="claim", parts=((0, 3),), agreement=agreement)
    return Mention(span, hit)


def plain(told: str) -> str:
    """Return words without what tells of their direction."""
    return told.translate(dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069")))


def test_a_claim_is_told_by_source_agreement_reader_and_article() -> None:
    told = plain(claim_told(claim("a", "no"), {"a": ("Nadia",)}))
    assert told.split("   ·   ") == ["Nadia", "disagrees", "omar", "Port"]
    assert claim_told(claim("a"), {}).startswith("nobody named")


def test_each_side_names_who_stands_there_the_most_frequent_first() -> None:
    said = [claim("a", "yes"), claim("b", "yes"), claim("c", "yes"), claim("d", "no"), claim("e")]
    sources = {"a": ("Samer",), "b": ("Nadia",), "c": ("Nadia", "Hind"), "d": ("Hind",), "e": ("Omar",)}
    told = plain(sides_told(said, sources))
    assert told.split("\n") == ["Agree: Nadia (2), Samer, Hind", "Disagree: Hind", "Not said: Omar"]


def test_figures_leave_out_what_nobody_says() -> None:
    assert figures_told(ClaimFigures(3, 2, 3)) == "3 claims · 2 articles · 3 agree"
    assert figures_told(ClaimFigures()) == "no claim yet"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    place = tmp_path / "p.musnad"
    with Project.create(place, annotator="layla") as project:
        document = project.add_document(TEXT, title="أول").id
        for words in ("الميناء سيُغلق", "العقد جاهز"):
            start = TEXT.index(words)
            project.annotate(document, (start, start + len(words)), "claim")
    made = app.open_window(place)
    qtbot.addWidget(made)
    made.resize(1360, 860)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def opened(window: MainWindow, qtbot: QtBot, rows: int) -> StatementsPage:
    window.registry.run("view.statements")
    page = window.features.get(Stating).pages().page
    qtbot.waitUntil(lambda: page.rows.rowCount() == rows)
    return page


def test_the_page_tells_a_beginner_what_to_do_and_fits_its_place(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, 1)
    how = page.stack.currentWidget()
    assert isinstance(how, QLabel)

    def says(words: str) -> bool:
        return words in how.text()

    for language, told in (("en", "makes a new one"), ("ar", "مقولة جديدة")):
        set_language("ar" if language == "ar" else "en")
        qtbot.waitUntil(partial(says, told))
    page.choose([page.rows.row(0).key])
    qtbot.waitUntil(lambda: page.entry.mentions.rows.rowCount() == 2)
    page.entry.all.click()
    page.entry.new_name.setText("الميناء مغلق")
    page.entry.button.click()
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1 and page.entry.editor.isVisibleTo(page))
    assert window.session is not None
    [made] = window.session.project.statement_registry()
    assert window.session.project.claim_figures() == {made.id: ClaimFigures(2, 1)}
    qtbot.waitUntil(lambda: page.entry.mentions.rows.rowCount() == 2 and page.entry.mentions.rows.ticked == [])
    page.entry.all.click()
    entry, editor = page.entry, page.entry.editor
    entry.new_name.setText("العقد جاهز")
    stops = stops_in(page)
    assert stops[1:] == [
        *(page.filter, page.list, page.new, editor.text, editor.parent_box, editor.note),
        *(entry.all, entry.query, entry.mentions, entry.new_name, entry.button, entry.recode),
    ]
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface is not None and interface.text(QAccessible.Text.Name).strip(), stop
    parts = (page.filter, page.list, editor.text, entry.mentions, entry.new_name)

    def fits() -> bool:
        lefts = [part.mapTo(page, QPoint(0, 0)).x() for part in parts]
        return all(
            left >= 0 and part.width() >= 180 and left + part.width() <= page.width()
            for left, part in zip(lefts, parts, strict=True)
        )

    for width in (900, 1100, 1500):
        window.resize(width, 700)
        qtbot.waitUntil(fits)


def test_who_may_only_read_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    project = window.session.project
    project.state(project.claims()[0].span.id, "الميناء مغلق", "yes")
    path = project.path
    window.close_project()
    window.show_project(Project.open(path, read_only=True))
    page = opened(window, qtbot, 2)
    QTest.keyClick(page.filter, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.entry.mentions.rows.rowCount() == 1 and page.entry.editor.isVisibleTo(page))
    assert page.entry.editor.text.isReadOnly() and not page.new.isEnabled()
    assert not page.entry.button.isVisible() and not page.entry.recode.isVisible()
