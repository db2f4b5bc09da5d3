"""What the walk through the museum of right-to-left bugs shares: the cases, a reader at the view, a window."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import Project, app
from annotator.domain.document import Direction
from annotator.text import graphemes
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import language, set_language
from annotator.ui.main_window import MainWindow
from tests.mouse import LEFT, NONE, pull

Case = dict[str, Any]
CASES: dict[str, Case] = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
}
ALT = Qt.KeyboardModifier.AltModifier
FILL = QColor("#ff00ff")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "case(id): drives this case of the museum of right-to-left bugs")


class Reader:
    """Someone in front of the article view, with a mouse and a keyboard. Offsets are code points."""

    def __init__(self, view: ArticleView) -> None:
        self.view = view

    @property
    def text(self) -> str:
        return self.view.page.text

    @property
    def selected(self) -> tuple[int, int]:
        return self.view.selected_range()

    @property
    def caret(self) -> int:
        return self.view.selection().caret.offset

    # Where things are

    def rects(self, start: int, end: int | None = None) -> list[QRectF]:
        return self.view.span_rects(start, start + 1 if end is None else end)

    def of(self, words: str, after: int = 0) -> tuple[int, int]:
        """The range of the first occurrence of some words."""
        start = self.text.index(words, after)
        return start, start + len(words)

    def point(self, offset: int, part: float = 0.5) -> QPoint:
        """A point on the grapheme at `offset`, `part` of the way from its right edge to its left one."""
        box = self.rects(offset)[0]
        return QPoint(round(box.right() - part * box.width()), round(box.center().y()))

    def entered(self, offset: int, near: float = 0.2) -> QPoint:
        """Just inside the edge at which reading enters a grapheme."""
        return self.point(offset, near if self._runs_left(offset) else 1 - near)

    def _across(self, offset: int) -> tuple[QPoint, QPoint]:
        return self.entered(offset, 0.05), self.entered(offset, 0.95)

    def left_behind(self, offset: int) -> QPoint:
        """Just inside the edge at which reading leaves a grapheme."""
        return self.entered(offset, 0.8)

    def _runs_left(self, offset: int) -> bool:
        paragraph, line, _ = self.view.page.line_of(offset)
        cell = line.ruler.cell_of(offset - paragraph.start)
        return cell is None or cell.rtl

    def seen(self, index: int = 0) -> list[str]:
        """The lines of a paragraph as the eye meets them from left to right, brackets as they are drawn."""
        return ["".join(_drawn(self, start, end) for start, end in line) for line in self.graphemes_seen(index)]

    def graphemes_seen(self, index: int = 0) -> list[list[tuple[int, int]]]:
        """The graphemes of each line of a paragraph, sorted by where `span_rects` says they are."""
        paragraph = self.view.page.laid(index)
        lines = []
        for line in paragraph.lines:
            bounds = graphemes.boundaries(self.text[line.start : line.end])
            ranges = [(line.start + bounds[i], line.start + bounds[i + 1]) for i in range(len(bounds) - 1)]
            lines.append(sorted(ranges, key=lambda one: self.rects(*one)[0].center().x()))
        return lines

    # What the reader does

    def press_mouse(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, point)

    def move_mouse(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        pull(self.view.viewport(), start, end, keys)

    def release_mouse(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, keys, point)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> tuple[int, int]:
        """Presses, moves and releases; the selection."""
        self.rest()
        self.press_mouse(start, keys)
        self.move_mouse(start, end, keys)
        self.release_mouse(end, keys)
        return self.selected

    def drag_over(self, start: int, end: int, keys: Qt.KeyboardModifier = NONE, back: bool = False) -> tuple[int, int]:
        """Drags from the first grapheme of a range to its last, or the other way; the selection."""
        last = graphemes.previous(self.text, end)
        first, final = (self.entered(start), self.left_behind(last)) if start < last else self._across(start)
        return self.drag(final, first, keys) if back else self.drag(first, final, keys)

    def rest(self) -> None:
        """Clicks beside the text, far from any click before, so that the next one is a first one."""
        self.click(self.view.viewport().rect().bottomLeft())

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, point)

    def double_click(self, point: QPoint) -> str:
        """Presses twice; what is selected."""
        self.rest()
        self.click(point)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, point)
        self.release_mouse(point)
        start, end = self.selected
        return self.text[start:end]

    def type(self, keys: str, times: int = 1) -> None:
        """Presses keys such as "Left" or "Ctrl+Shift+Left"."""
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        for _ in range(times):
            QTest.keyClick(self.view, combination.key(), combination.keyboardModifiers())

    # What is painted

    def mark(self, *parts: tuple[int, int], fill: QColor = FILL) -> None:
        """Shows one mark with these parts."""
        self.view.clear_selection()
        style = MarkStyle(QColor("#2563a8"), fill, fill, "solid")
        self.view.set_marks([Mark("m", parts, "actor", style)])

    def mark_unseen(self, *parts: tuple[int, int]) -> None:
        """Shows a mark that takes part in everything, in the colour of the page."""
        page = self.picture().pixelColor(1, 1)
        self.view.set_marks([Mark("m", parts, "", MarkStyle(page, page, page, "solid"))])

    def picture(self) -> QImage:
        """The page without caret and focus ring."""
        self.view.clearFocus()
        return self.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def filled(self, image: QImage, box: QRectF, color: QColor = FILL) -> float:
        """The share of the columns of a box that hold this colour anywhere."""
        found = _columns(image, box)
        return sum(color.rgb() in column for column in found) / max(1, len(found))

    def written(self, image: QImage, box: QRectF) -> float:
        """The share of the columns of a box that hold something else than the page."""
        found = _columns(image, box)
        return sum(column != {self.view._colors.page.rgb()} for column in found) / max(1, len(found))


def _columns(image: QImage, box: QRectF) -> list[set[int]]:
    """The colours in each column of a box."""
    piece = image.copy(box.toAlignedRect() if box.width() < 3 else _whole(box))
    pixels, width = memoryview(piece.constBits()).cast("I"), piece.width()
    # Rows of a picture with 32 bits a pixel follow each other without a gap.
    return [set(pixels[x::width].tolist()) for x in range(width)]


def _whole(box: QRectF) -> QRect:
    """The pixels that a box takes, as the page rounds them."""
    left, top = round(box.left()), round(box.top())
    return QRect(left, top, round(box.right()) - left, round(box.bottom()) - top)


def _drawn(reader: Reader, start: int, end: int) -> str:
    """A grapheme as it is drawn: mirrored where its glyph is that of the mirrored bracket."""
    text = reader.text[start:end]
    mirror = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"}.get(text)
    if mirror is None:
        return text
    paragraph = reader.view.page.line_of(start)[0]
    units = len(reader.text[paragraph.start : start].encode("utf-16-le")) // 2
    run = paragraph.layout.glyphRuns(units, 1)[0]
    [mirrored] = run.rawFont().glyphIndexesForString(mirror)
    return mirror if run.glyphIndexes()[0] == mirrored else text


Read = Callable[..., Reader]


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Case:
    """The case that the test is marked with."""
    marker = request.node.get_closest_marker("case")
    assert marker is not None
    return CASES[marker.args[0]]


@pytest.fixture
def read(qapp: QApplication) -> Iterator[Read]:
    """Opens texts: `read(text, direction="rtl", width=640, height=480, size=17.0, family=None)`."""
    opened: list[ArticleView] = []

    def open_one(
        text: str,
        direction: Direction = "rtl",
        width: int = 640,
        height: int = 480,
        size: float = 17.0,
        family: str | None = None,
    ) -> Reader:
        view = ArticleView()
        opened.append(view)
        view.resize(width, height)
        if family:
            view.set_font_family(family)
        view.set_text_size(size)
        view.set_article(text, direction)
        view.show()
        view.setFocus()
        qapp.processEvents()
        return Reader(view)

    yield open_one
    for view in opened:
        view.close()
        view.deleteLater()
    # Nothing else runs an event loop here, and windows that pile up make each test slower than the one before.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def reader(read: Read, case: Case) -> Reader:
    """A reader with the text of the case."""
    return read(case["text"], direction_of(case))


def direction_of(case: Case) -> Direction:
    return "ltr" if case["base_direction"] == "LTR" else "rtl"


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    yield
    if language() != "en":
        set_language("en")


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window on a project with these texts: `open_window(*texts, name="p")`."""
    opened: list[MainWindow] = []

    def open_one(*texts: str, name: str = "p") -> MainWindow:
        place = tmp_path / f"{name}.musnad"
        with Project.create(place) as project:
            for text in texts:
                project.add_document(text)
        window = app.open_window(place)
        opened.append(window)
        window.resize(1280, 820)
        window.show()
        qapp.processEvents()
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def bring(project: Project, tmp_path: Path) -> Callable[..., str]:
    """Imports bytes as a file and answers the document's id: `bring(data, name="a.txt", encoding=None)`."""

    def from_bytes(data: bytes, name: str = "a.txt", encoding: str | None = None) -> str:
        (tmp_path / name).write_bytes(data)
        before = {document.id for document in project.documents()}
        project.import_(tmp_path / name, encoding=encoding)
        [made] = [document.id for document in project.documents() if document.id not in before]
        return made

    return from_bytes


@pytest.fixture
def exported(project: Project, tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    """Exports the project as JSON Lines and answers the lines."""

    def lines() -> list[dict[str, Any]]:
        out = tmp_path / "out.jsonl"
        project.export("jsonl", out)
        return [json.loads(line) for line in out.read_bytes().decode().split("\n") if line]

    return lines
