"""A view to read in, pictures of it, and the gestures of a reader."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.domain.document import Direction
from annotator.domain.scheme import Underline
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.view import ArticleView
from tests import mouse

Show = Callable[..., ArticleView]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Show]:
    """Opens a view on a text: `show(text, direction="rtl", width=640, height=480, size=17.0, family=None)`."""
    views: list[ArticleView] = []

    def open_view(
        text: str,
        direction: Direction = "rtl",
        width: int = 640,
        height: int = 480,
        size: float = 17.0,
        family: str | None = None,
    ) -> ArticleView:
        view = ArticleView()
        views.append(view)
        view.resize(width, height)
        if family:
            view.set_font_family(family)
        view.set_text_size(size)
        view.set_article(text, direction)
        view.show()
        view.setFocus()
        qapp.processEvents()
        return view

    yield open_view
    for view in views:
        view.close()
        view.deleteLater()


@pytest.fixture(scope="module")
def reader(qapp: QApplication) -> Iterator[Show]:
    """The same, with one view that is used again and again: for tests with many examples."""
    view = ArticleView()
    view.show()

    def load(text: str, direction: Direction, width: int, height: int, size: float, family: str | None) -> ArticleView:
        view.resize(width, height)
        view.set_font_family(family)
        view.set_text_size(size)
        view.set_article(text, direction)
        qapp.processEvents()
        return view

    yield load
    view.close()
    view.deleteLater()


@pytest.fixture(scope="session")
def picture() -> Callable[[ArticleView], QImage]:
    """What the viewport shows, without caret and focus ring."""

    def grab(view: ArticleView) -> QImage:
        view.clearFocus()
        return view.viewport().grab().toImage()

    return grab


def _style(underline: Underline = "solid", fill: str = "#cfe0f5") -> MarkStyle:
    return MarkStyle(QColor("#2563a8"), QColor(fill), QColor("#9fc0ea"), underline)


@pytest.fixture(scope="session")
def mark() -> Callable[..., Mark]:
    """Makes a mark: `mark(id, (start, end), ..., underline="solid", fill=colour)`."""

    def make(mark_id: str, *parts: tuple[int, int], underline: Underline = "solid", fill: str = "#cfe0f5") -> Mark:
        return Mark(mark_id, parts, mark_id, _style(underline, fill))

    return make


@pytest.fixture(scope="session")
def drag() -> Callable[..., None]:
    """Press, a few moves on the way, release: `drag(view, from, to, keys)`."""

    def do(view: ArticleView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = mouse.NONE) -> None:
        mouse.drag(view.viewport(), start, end, keys)

    return do


@pytest.fixture(scope="session")
def middle() -> Callable[..., QPoint]:
    """The middle of the first rectangle of a range, or of one letter if no end is given."""

    def of(view: ArticleView, start: int, end: int | None = None) -> QPoint:
        return view.span_rects(start, start + 1 if end is None else end)[0].center().toPoint()

    return of


@pytest.fixture(scope="session")
def look() -> MarkStyle:
    return _style()
