"""Panes, scroll bars, tabs, badges and paper: everything follows the direction of the document or of the window."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.document import Direction
from annotator.text.direction import base_direction
from annotator.ui.article.article_snapshot import ArticleSnapshot, own_font
from annotator.ui.article.marks import plain_colors
from annotator.ui.article.print_pages import PER_POINT, Booklet, Heading
from annotator.ui.article.typefaces import article_font
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.annotation_list import AnnotationModel
from annotator.ui.panels.rows import ROW

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
Open = Callable[..., MainWindow]


def starts_right(reader: Reader) -> list[bool]:
    """For each paragraph, whether its first word touches the right edge of the column."""
    view = reader.view
    edge = view.column_left + view.page.width
    found = []
    for index in range(len(view.page.paragraphs)):
        paragraph = view.page.laid(index)
        word = reader.rects(paragraph.start, paragraph.start + len(paragraph.text.split()[0]))
        found.append(abs(max(rect.right() for rect in word) - edge) < 3)
    return found


@pytest.mark.case("LM01")
def test_every_pane_shares_the_direction_of_the_document(case: Case, open_window: Open) -> None:
    window = open_window(case["text"])
    session, workspace = window.session, window.workspace
    assert session is not None and session.document is not None
    session.mark(0, 7, "actor")
    assert workspace.article.page.type.rtl
    marks = workspace.sides.marks.model()
    assert isinstance(marks, AnnotationModel)
    assert marks.index(0).data(ROW).direction == "rtl"
    assert workspace.sides.documents.rows.title_direction(session.summaries()[0]) == "rtl"
    assert workspace.header.title._direction == "rtl"
    quotes = [widget for widget in workspace.sides.inspector.findChildren(QWidget) if hasattr(widget, "heightForWidth")]
    directions = {widget._direction for widget in quotes if hasattr(widget, "_direction")}
    assert directions == {"rtl"}
    session.say_about(session.document.id, "direction", "ltr")
    assert not workspace.article.page.type.rtl
    assert marks.index(0).data(ROW).direction == "ltr"


@pytest.mark.case("LM01")
def test_nothing_is_out_of_reach(read: Read, case: Case) -> None:
    reader = read("\n".join([case["text"]] * 40), width=90, height=200)
    assert reader.view.horizontalScrollBar().maximum() == 0
    for keys in ("Ctrl+End", "Ctrl+Home"):
        reader.type(keys)
        caret = reader.view.caret_rect()
        assert QRectF(reader.view.viewport().rect()).contains(caret.center())
    assert all(rect.left() >= 0 and rect.right() <= 90 for rect in reader.rects(0, len(case["text"])))


def test_a_click_below_the_text_answers_its_last_line(read: Read) -> None:
    reader = read("السطر الأول\nالثاني")
    assert reader.view.offset_at(QPoint(reader.view.width() // 2, reader.view.height() - 3)) >= 12


@pytest.mark.case("LM02")
def test_every_paragraph_begins_on_the_right_whatever_it_begins_with(reader: Reader, qtbot: QtBot) -> None:
    assert base_direction(reader.text) == "rtl"
    assert starts_right(reader) == [True, True, True]
    plain = QPlainTextEdit(reader.text)  # the trap
    qtbot.addWidget(plain)
    assert plain.cursorRect().left() < plain.width() / 2


@pytest.mark.case("LM02")
def test_what_the_window_unfolds_begins_on_the_right_too(open_window: Open) -> None:
    messages = open_window("مقال").messages
    messages.tell("warning", "رسالة", "السطر الأول\nin.csv: السطر الثاني")
    QTest.mouseClick(messages.more, Qt.MouseButton.LeftButton)
    details = messages.details
    assert details.isVisible()
    assert details.cursorRect().left() > details.width() / 2


@pytest.mark.case("LM04")
def test_what_is_painted_by_hand_is_mirrored_and_can_be_hit(open_window: Open) -> None:
    set_language("ar")
    window = open_window("عمود وكلمة أخرى")
    QApplication.processEvents()
    buttons = window.head.labels.buttons
    boxes = [QRect(button.mapTo(window, QPoint(0, 0)), button.size()) for button in buttons]
    assert all(after.right() < before.left() for before, after in pairwise(boxes))
    article = window.workspace.article
    for label, button in zip(window.session.scheme.labels, buttons, strict=True):  # type: ignore[union-attr]
        article.select(0, 4)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.session is not None and window.session.spans[-1].label == label.key
        window.registry.run("edit.undo")
    documents = article.window().findChild(type(window.workspace.sides.documents))
    assert documents is not None
    assert documents.mapTo(window, QPoint(0, 0)).x() > article.mapTo(window, QPoint(0, 0)).x()
    picture = buttons[0].grab().toImage()
    set_language("en")
    QApplication.processEvents()
    assert picture != buttons[0].grab().toImage()
    assert documents.mapTo(window, QPoint(0, 0)).x() < article.mapTo(window, QPoint(0, 0)).x()


@pytest.mark.case("LM05")
def test_a_tab_goes_on_to_the_left(read: Read, case: Case) -> None:
    reader = read(case["text"])
    alone = read(case["text"].split("\t")[0])
    for offset in range(5):
        [here], [there] = reader.rects(offset), alone.rects(offset)
        assert _from_edge(reader, here.right()) == pytest.approx(_from_edge(alone, there.right()), abs=0.5)
    words = [reader.rects(*reader.of(word))[0] for word in ("تجربة", "كلمة", "أخرى")]
    assert all(after.right() < before.left() for before, after in pairwise(words))
    assert all(rect.left() >= 0 for rect in words)
    [tab] = reader.rects(5)
    assert tab.right() == pytest.approx(words[0].left(), abs=1) and tab.left() == pytest.approx(words[1].right(), abs=1)
    assert len(reader.rects(0, 10)) == 1
    assert reader.double_click(reader.point(7)) == "كلمة" and reader.selected == (6, 10)


def _from_edge(reader: Reader, x: float) -> float:
    return float(reader.view.column_left + reader.view.page.width - x)


@pytest.mark.case("LM08")
def test_a_badge_is_one_box_above_the_start_of_its_span(reader: Reader) -> None:
    start, end = reader.of("منظمة")
    reader.view.set_tags(True)
    reader.mark((start, end))
    page = reader.view.page
    [strip] = [strip for line in page.strips(0) for strip in line]
    line = page.laid(0).lines[0]
    box = page.tagger.box(line, strip.tag).translated(reader.view.column_left, page.top(0))
    [span] = reader.rects(start, end)
    assert box.right() == pytest.approx(span.right(), abs=1)
    assert box.bottom() <= span.top()
    letters = [reader.rects(offset)[0] for offset in range(len(reader.text))]
    assert not any(box.intersects(letter) for letter in letters)
    shown = reader.picture()
    order = reader.graphemes_seen()
    reader.view.set_tags(False)
    assert reader.graphemes_seen() == order
    assert shown != reader.picture()


@pytest.mark.case("LM10")
@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("[1] فقرة أولى", "rtl"),
        ("(Reuters) - قالت الوزارة إن العدد ارتفع", "rtl"),
        ("1. First point", "ltr"),
        ("123", "rtl"),
    ],
)
def test_the_direction_is_that_of_most_letters(text: str, direction: Direction, open_window: Open) -> None:
    window = open_window(text)
    assert base_direction(text) == direction
    assert window.session is not None and window.session.direction == direction


@pytest.mark.case("LM10")
def test_a_direction_that_was_chosen_is_kept(case: Case, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(case["text"])
    header = window.workspace.header
    QTest.mouseClick(header.chevron, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(header.details.isVisible)
    QTest.mouseClick(header.details.direction.button("ltr"), Qt.MouseButton.LeftButton)
    assert not window.workspace.article.page.type.rtl
    place = window.session.project.path  # type: ignore[union-attr]
    window.close_project()
    window.open_project(place)
    assert window.session is not None
    turned = window.session.direction
    assert turned == "ltr"
    window.registry.run("edit.undo")
    assert window.session.direction == "rtl" and window.workspace.article.page.type.rtl


@pytest.mark.case("PD06")
def test_paper_has_the_layout_of_the_screen(case: Case) -> None:
    font = article_font(17)
    snapshot = ArticleSnapshot(
        text=case["text"],
        rtl=True,
        marks=(),
        font=own_font(font, 100),
        interface=own_font(QFont(), 40),
        mirrored=False,
        tags=False,
        colors=plain_colors(),
    )
    layout = QPageLayout(
        QPageSize(QSizeF(400, 300), QPageSize.Unit.Point), QPageLayout.Orientation.Portrait, _margins()
    )
    booklet = Booklet(snapshot, Heading("عنوان", ()), layout, lambda *_: None)
    image = QImage(booklet.width, booklet.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    booklet.paint(painter, 0)
    painter.end()
    page = snapshot.page(booklet.width)
    [line] = page.laid(0).lines
    cells = line.ruler.cells
    assert cells[-1].right == pytest.approx(booklet.width, abs=2 * PER_POINT)
    assert [case["text"][cell.start] for cell in cells[:3]] == ["1", "2", "3"]
    first, last = cells[-1], cells[0]
    assert (first.start, first.left) > (last.start, last.left) or first.start == 0
    glyphs = [glyph for run in page.laid(0).layout.glyphRuns(4, 5) for glyph in run.glyphIndexes()]
    screen = ArticleSnapshot(**{name: getattr(snapshot, name) for name in snapshot.__struct_fields__}).page(600)
    assert glyphs == [glyph for run in screen.laid(0).layout.glyphRuns(4, 5) for glyph in run.glyphIndexes()]
    assert _has_ink(image, QRect(booklet.width - 400, 0, 400, booklet.height))


def _margins() -> Any:
    from PySide6.QtCore import QMarginsF

    return QMarginsF(20, 20, 20, 20)


def _has_ink(image: QImage, box: QRect) -> bool:
    pixels = memoryview(image.copy(box).constBits()).cast("I").tolist()
    return len(set(pixels)) > 1
