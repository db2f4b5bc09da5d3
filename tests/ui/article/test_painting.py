"""What the page looks like, down to the pixel where it matters."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.exceptions import capture_exceptions

from annotator.ui.article import painting
from annotator.ui.article.marks import Mark, plain_colors
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
TEXT = "قال السلام الأمم كَتَبَ لله أُوْلَـٰٓئِكَ بِّسۡمِ Ali Hassan office إن ١٨ 😀 الاتحاد وصل"


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
def test_letters_are_the_same_to_the_pixel_with_and_without_marks(
    show: Show, picture: Callable[[ArticleView], QImage], mark: Callable[..., Mark], family: str
) -> None:
    view = show(TEXT, width=420, height=900, size=26.0, family=family)
    before = picture(view)
    page = plain_colors().page
    clear = replace(mark("0", (0, 1)).style, line=page, fill=page, selected_fill=page)
    # Every letter begins a mark, and none of them shows: only a change of shape could.
    view.set_marks([Mark(str(start), ((start, min(start + 3, len(TEXT))),), "", clear) for start in range(len(TEXT))])
    view.scroll_to_offset(0)
    lines = [(line.start, line.baseline) for line in view.page.laid(0).lines]
    after = picture(view)
    top = view.page.top(0)
    plain = show(TEXT, width=420, height=900, size=26.0, family=family)
    for (_, baseline), line in zip(lines, plain.page.laid(0).lines, strict=True):
        rows = round(1.2 * view.page.type.em)
        here = after.copy(QRect(0, top + baseline - rows, before.width(), rows))
        there = before.copy(QRect(0, top + line.baseline - rows, before.width(), rows))
        assert here == there


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
def test_letters_are_the_same_to_the_pixel_selected_and_found(
    show: Show, picture: Callable[[ArticleView], QImage], family: str
) -> None:
    view = show(TEXT, width=420, height=900, size=26.0, family=family)
    page = plain_colors().page
    # Every second letter is found and a stretch is selected that begins inside a ligature; neither shows.
    view.set_page_colors(replace(plain_colors(), selection=page, hit=page, hit_current=page))
    before = picture(view)
    view.select(6, 40)
    view.set_hits([(start, start + 1) for start in range(0, len(TEXT), 2)])
    assert picture(view) == before


def test_marks_do_show(show: Show, picture: Callable[[ArticleView], QImage], mark: Callable[..., Mark]) -> None:
    view = show("قال وزير النقل سامر الحلبي إن الميناء سيفتح")
    box = view.span_rects(4, 14)[0].toRect()
    for underline in ("solid", "dashed", "double", "dotted", "wavy", "dash_dot"):
        view.set_marks([mark("m", (4, 14), underline=underline, fill="#ff00ff")])
        image = picture(view)
        assert image.pixelColor(box.left() + 1, box.top() + 1) == QColor("#ff00ff")
        assert image.pixelColor(box.left() - 3, box.top() + 1) == plain_colors().page
        line = view.page.laid(0).lines[0]
        y = view.page.top(0) + round(line.lane_y(0))
        row = {image.pixelColor(x, y + by).name() for x in range(box.left(), box.right()) for by in (-1, 0, 1)}
        assert len(row - {"#ff00ff", plain_colors().page.name()}) > 0


def test_a_page_that_is_painted_in_pieces_is_the_page_painted_at_once(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("\n".join([TEXT] * 4), width=420)
    view.set_marks([mark("long", (5, 150)), mark("short", (12, 20), (40, 60), underline="wavy")])
    view.set_selected_mark("short")
    size = view.viewport().size()
    whole, pieces = (QImage(size, QImage.Format.Format_RGB32) for _ in range(2))
    pieces.fill(Qt.GlobalColor.red)
    sheets = [
        painting.Sheet(paragraph, view.page.strips(index), top)
        for index, paragraph, top in view.page.visible(view.window_height)
    ]
    scene = painting.Scene(sheets, view.column_left, plain_colors(), (0, 0), "short")
    painter = QPainter(whole)
    painting.paint(painter, scene, whole.rect())
    painter.end()
    for y in range(0, whole.height(), 23):
        painter = QPainter(pieces)
        stale = QRect(0, y, whole.width(), 23)
        painter.setClipRect(stale)
        painting.paint(painter, scene, stale)
        painter.end()
    assert pieces == whole


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans", "Noto Nastaliq Urdu"])
@pytest.mark.parametrize("size", [12.0, 20.0, 36.0])
def test_stacked_marks_stay_inside_the_height_of_their_line(show: Show, family: str, size: float) -> None:
    view = show("بِّسۡمِ ٱللَّهِ أُوْلَـٰٓئِكَ إٍ أٌ لـَلّٰه قلجع", width=1800, size=size, family=family)
    (line,) = view.page.laid(0).lines
    image = QImage(view.width(), 600, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(20, 300 - line.baseline)
    line.draw(painter)
    painter.end()
    data, step = bytes(image.constBits()), image.bytesPerLine()
    rows = [row for row in range(600) if min(data[row * step : row * step + image.width()]) < 128]
    assert line.baseline - line.top >= 300 - rows[0]
    assert line.lane_y(0) - line.baseline >= rows[-1] - 300


def test_the_line_grows_only_where_lanes_need_it(show: Show, mark: Callable[..., Mark]) -> None:
    view = show(f"{TEXT}\n{TEXT}", width=420)
    heights = [line.bottom - line.top for line in view.page.laid(0).lines]
    view.set_marks([mark("a", (0, 12)), mark("b", (4, 9))])
    assert [line.bottom - line.top for line in view.page.laid(0).lines] == heights
    view.set_marks([mark(str(place), (0, 4 + place)) for place in range(6)])
    grown = [line.bottom - line.top for line in view.page.laid(0).lines]
    assert grown[0] > heights[0] + 3 * view.page.type.lane
    assert grown[1:] == heights[1:]


def test_the_selection_is_drawn_where_its_letters_are(show: Show, picture: Callable[[ArticleView], QImage]) -> None:
    view = show("قال Ali Hassan إن التقرير صدر", size=20.0)
    view.select(0, 7)
    image = picture(view)
    selection = plain_colors().selection
    rects = view.span_rects(0, 7)
    assert len(rects) == 2
    for rect in rects:
        assert image.pixelColor(round(rect.center().x()), round(rect.top()) + 1) == selection
    hassan = view.span_rects(8, 14)[0]
    assert image.pixelColor(round(hassan.center().x()), round(hassan.top()) + 1) != selection


@pytest.mark.parametrize(
    "place",
    ["mark_layout.Strip._columns", "painting._paint_behind", "page.dress", "tags.Tagger._place", "surface.place_of"],
)
def test_where_marks_cannot_be_painted_the_text_can_be_read(
    place: str, show: Show, mark: Callable[..., Mark], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in anything but the letters leaves the letters, and is told."""
    view = show(TEXT, width=420, height=300)
    before = _ink_of(view.viewport().grab().toImage())
    with capture_exceptions() as raised, monkeypatch.context() as broken:
        broken.setattr(f"annotator.ui.article.{place}", lambda *_: max([]))
        view.set_marks([mark("one", (0, 9))])
        view.set_tags(True)
        view.set_text_size(17.0)
        after = _ink_of(view.viewport().grab().toImage())
    assert raised and {kind for kind, *_ in raised} == {ValueError}
    assert after > before * 0.9


def _ink_of(image: QImage) -> int:
    """How many pixels are as dark as letters."""
    ink = plain_colors().ink.rgb()
    return sum(image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height()))
