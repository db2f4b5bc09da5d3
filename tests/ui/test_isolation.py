"""Names, titles and paths that could turn our sentences around cannot: they are isolated, and their controls shown.

(Cases BC01 and NU04 of the Arabic cases, for everything that the window says.)
"""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.document import Origin
from annotator.errors import InputError
from annotator.ui.i18n import isolate, set_language, tip, tr_error
from annotator.ui.languages import Language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.painting import draw_line
from annotator.ui.panels.quote import QuoteBlock
from annotator.ui.theme import themes

RLO, RLE = "\u202e", "\u202b"
TITLE = f"المرفق: تقرير{RLO}gpj.exe <b>مهم</b>"
PUBLISHER = f"وكالة {RLO}sretueR (Ltd)"
ACTOR = f"علي {RLE}Hassan <i>"
HANDLE = "ليلى"
FILE = f"مشروع{RLO}fdp.x"
LABEL = "Actor فاعل:"
FOREIGN = (TITLE, PUBLISHER, ACTOR, FILE, LABEL)
TEXT = f"قال علي {RLO}nassaH إن الميناء سيفتح."

OPENING, PDI = "\u2066\u2067\u2068", "\u2069"
STEERING = "\u202a\u202b\u202c\u202d\u202e"
SHOWN = str.maketrans({RLO: "[RLO]", RLE: "[RLE]"})


def sayings(root: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that a window says, with where it says it. What people type stays as they typed it."""
    for widget in (root, *root.findChildren(QWidget)):
        place = f"{type(widget).__name__}#{widget.objectName()}"
        yield f"{place} title", widget.windowTitle()
        yield f"{place} name", widget.accessibleName()
        yield f"{place} description", widget.accessibleDescription()
        yield f"{place} tip", widget.toolTip()
        for action in widget.actions():
            yield f"{place} action {action.objectName()}", action.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"{place} text", widget.text()
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield f"{place} text", widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from ((f"{place} item", widget.itemText(row)) for row in range(widget.count()))
        elif isinstance(widget, QListView) and widget.model() is not None:
            yield from rows(place, widget)


def rows(place: str, view: QListView) -> Iterator[tuple[str, str]]:
    for row in range(view.model().rowCount()):
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = view.model().index(row, 0).data(role)
            if said:
                yield f"{place} row {role.name}", str(said)


def reaches_out(text: str) -> list[str]:
    """Foreign strings in a text that lie in no isolate, although something else stands beside them."""
    found = []
    for name in (*(foreign.translate(SHOWN) for foreign in FOREIGN), HANDLE):
        at = text.find(name)
        while at >= 0:
            depth = sum((char in OPENING) - (char == PDI) for char in text[:at])
            if depth < 1 and text.strip("\u200e\u200f\u2068\u2069") != name:
                found.append(name)
            at = text.find(name, at + 1)
    return found


def faults(root: QWidget) -> list[tuple[str, str]]:
    """Where a window lets a foreign string turn what it says."""
    QApplication.processEvents()
    found = []
    for place, text in sayings(root):
        plain = unescape(text.removeprefix("<qt>").removesuffix("</qt>")) if text.startswith("<qt>") else text
        # The preview shows the lines of a file as they run there: it says nothing beside them.
        is_file = place == "QPlainTextEdit#export_preview text"
        if set(STEERING) & set(text) or (not is_file and reaches_out(plain)):
            found.append((place, text))
        if place.endswith("tip") and "<b>" in text:
            found.append((place, text))
    for label in root.findChildren(QLabel):
        if "<b>" in label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            found.append((label.objectName(), label.text()))
    return found


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A project in which every name is hostile, or of the other script."""
    with Project.create(tmp_path / "plain.musnad") as plain:
        actor, *rest = plain.scheme.labels
    scheme = replace(plain.scheme, labels=(replace(actor, title={"en": LABEL, "ar": LABEL}, description={}), *rest))
    path = tmp_path / f"{FILE}.musnad"
    with Project.create(path, scheme=scheme, annotator=HANDLE) as project:
        origin = Origin(publisher=PUBLISHER, published="2026-03-03", path=f"{FILE}.docx")
        document = project.add_document(TEXT, title=TITLE, origin=origin)
        known = project.add_actor(ACTOR, "person")
        mention = project.annotate(document.id, (4, 16), "actor", actor_id=known.id)
        claim = project.annotate(document.id, (20, 32), "claim")
        project.link(claim.id, mention.id, "source")
    made = app.open_window(path, annotator=HANDLE)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.show()
    made.workspace.complete()
    yield made
    made.close()


@pytest.mark.parametrize("language", get_args(Language))
def test_the_window_keeps_foreign_names_apart(window: MainWindow, language: Language) -> None:
    set_language(language)
    QApplication.processEvents()
    session = window.session
    assert session is not None
    said: set[str] = set()
    for selected in (None, *(span.id for span in session.spans)):
        session.select(selected)
        assert faults(window) == []
        said |= {text for _, text in sayings(window)}
    window.workspace.article.select(4, 16)
    assert faults(window) == []
    for name in FOREIGN:
        assert any(name.translate(SHOWN) in text for text in said), "it was said somewhere"


@pytest.mark.parametrize("language", get_args(Language))
def test_what_is_known_of_an_article_is_kept_apart(window: MainWindow, language: Language) -> None:
    set_language(language)
    QApplication.processEvents()
    window.workspace.header.chevron.click()
    assert faults(window.workspace.header) == []


@pytest.mark.parametrize("language", get_args(Language))
def test_messages_keep_foreign_names_apart(
    window: MainWindow, language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    set_language(language)
    QApplication.processEvents()
    bad = tmp_path / f"{FILE}.txt"
    bad.write_bytes(b"")
    window.features.transfers().import_files([bad])
    qtbot.waitUntil(lambda: not window.messages.isHidden())
    assert FILE.translate(SHOWN) in window.messages.text.text()
    assert faults(window) == []
    window.tell_error(InputError("{path} cannot be written. Choose another folder.", path=bad))
    assert FILE.translate(SHOWN) in window.messages.text.text()
    assert faults(window) == []


@pytest.mark.parametrize("language", get_args(Language))
def test_pages_and_the_welcome_page_keep_them_apart(window: MainWindow, language: Language, qtbot: QtBot) -> None:
    set_language(language)
    QApplication.processEvents()
    assert window.session is not None
    window.registry.run("file.export")
    preview = window.findChild(QPlainTextEdit, "export_preview")
    assert isinstance(preview, QPlainTextEdit)
    qtbot.waitUntil(lambda: "[RLO]" in preview.toPlainText())
    assert faults(window) == []
    window.registry.run("edit.find_in_project")
    assert faults(window) == []
    for action_id in ("help.palette", "help.shortcuts"):
        window.registry.run(action_id)
        assert faults(window) == []
    window.registry.run("file.close")
    assert FILE.translate(SHOWN) in " ".join(button.text() for button in window.projects.welcome.recent)
    assert faults(window) == []


def test_an_error_that_holds_another_keeps_both_apart() -> None:
    set_language("ar")
    inner = InputError("{path} cannot be written. Choose another folder.", path=FILE)
    assert reaches_out(tr_error(InputError("{name!r}: {reason}", name=TITLE, reason=inner))) == []


def test_a_time_reads_from_left_to_right_in_the_foot(window: MainWindow) -> None:
    """NU04: what is our own is isolated too where it could be turned."""
    set_language("ar")
    window.foot.tell_saved()
    QApplication.processEvents()
    said = window.foot.saved.text()
    opened, closed = said.index("\u2068"), said.index(PDI)
    assert ":" in said[opened:closed]


def picture(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(500, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", [TITLE, PUBLISHER, FILE])
def test_painted_lines_show_overrides_by_name(window: MainWindow, name: str) -> None:
    def line(text: str) -> QImage:
        black = QColor("black")
        return picture(lambda painter: draw_line(painter, QRectF(0, 0, 500, 40), text, window.font(), black, "rtl"))

    assert line(name) == line(name.translate(SHOWN)) != line(name.replace(RLO, ""))


def test_quotations_show_overrides_by_name(window: MainWindow) -> None:
    assert window.session is not None
    style = themes().theme.mark_style(window.session.scheme.labels[0])

    def block(text: str) -> QImage:
        quote = QuoteBlock(text, "rtl", style)
        quote.resize(400, 80)
        return quote.grab().toImage()

    assert block(TEXT) == block(TEXT.translate(SHOWN)) != block(TEXT.replace(RLO, ""))


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        (f"x {isolate(TITLE)}", False),
        (TITLE.translate(SHOWN), False),
        (f"x {TITLE.translate(SHOWN)}", True),
        (f"{isolate('x')} {HANDLE}", True),
    ],
)
def test_the_judge_can_tell(text: str, bad: bool) -> None:
    assert bool(reaches_out(text)) == bad


def test_a_tip_shows_letters_where_qt_would_see_html() -> None:
    assert tip("قال <b>نعم</b>\nلا") == "<qt>قال &lt;b&gt;نعم&lt;/b&gt;<br>لا</qt>"
    assert tip("plain & simple") == "plain & simple"


def test_what_begins_with_an_isolated_name_runs_as_the_window_does() -> None:
    told = f"{isolate('سامر')} (2)"
    set_language("ar")
    assert isolate(told) == f"\u2068\u200f{told}{PDI}", "else the number would stand before the name"
    set_language("en")
    assert isolate(told) == f"\u2068\u200e{told}{PDI}"
    for own in ("سامر", f"of {isolate('سامر')}", f"({isolate('سامر')}) و"):
        assert isolate(own) == f"\u2068{own}{PDI}"
