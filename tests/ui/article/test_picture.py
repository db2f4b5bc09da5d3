"""Lines of the article as a picture: as on the screen, twice as fine."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.errors import Cancelled, InputError
from annotator.ui.article.article_snapshot import ArticleSnapshot, own_font
from annotator.ui.article.marks import Mark, plain_colors
from annotator.ui.article.picture import MARGIN, RATIO, picture
from annotator.ui.article.typefaces import article_font

MakeMark = Callable[..., Mark]
TEXT = (
    "قال وزير النقل سامر الحلبي إن «الميناء»، بحسب الوزارة، سيُفتح في موعده مع شركة Delta Ports.\n"
    "وأضاف أن العقد وُقِّع أمس وأن الأمم لن تنتظر.\n"
    "\n"
    "خاتمة"
)
WIDTH = 300


def quiet(done: int, total: int) -> None:
    assert 0 <= done < total


def snapshot(*marks: Mark, text: str = TEXT) -> ArticleSnapshot:
    return ArticleSnapshot(
        text=text,
        rtl=True,
        marks=marks,
        font=own_font(article_font(17.0)),
        interface=own_font(QApplication.font()),
        mirrored=True,
        tags=False,
        colors=plain_colors(),
    )


def height(image: QImage) -> int:
    return image.height() // RATIO - 2 * MARGIN


def test_it_is_twice_as_fine_with_margins_in_the_colour_of_the_page(qapp: QApplication) -> None:
    assert qapp is not None
    image = picture(snapshot(), 0, len(TEXT), WIDTH, quiet)
    assert image.width() == RATIO * (WIDTH + 2 * MARGIN)
    assert image.devicePixelRatio() == RATIO
    margin = RATIO * MARGIN - 4
    around = (
        QRect(0, 0, image.width(), margin),
        QRect(0, image.height() - margin, image.width(), margin),
        QRect(0, 0, margin, image.height()),
        QRect(image.width() - margin, 0, margin, image.height()),
    )
    for edge in around:
        blank = image.copy(edge)
        blank.fill(plain_colors().page)
        assert image.copy(edge) == blank


def test_it_has_the_whole_lines_of_the_selection_and_no_others() -> None:
    page = snapshot().page(WIDTH)
    first = page.laid(0)
    assert len(first.lines) > 2
    second, third = first.lines[1], first.lines[2]
    # A letter in the middle of each of two lines.
    image = picture(snapshot(), second.start + 4, third.start + 4, WIDTH, quiet)
    assert height(image) == third.bottom - second.top
    one = picture(snapshot(), second.start + 4, second.start + 5, WIDTH, quiet)
    assert height(one) == second.bottom - second.top
    pixels = (MARGIN * RATIO, (MARGIN + height(one)) * RATIO)
    both, alone = (item.copy(0, pixels[0], item.width(), pixels[1] - pixels[0] - 4) for item in (image, one))
    assert both == alone


def test_paragraphs_keep_their_distance_and_blank_ones_their_room() -> None:
    page = snapshot().page(WIDTH)
    image = picture(snapshot(), 0, len(TEXT), WIDTH, quiet)
    assert height(image) == sum(page.laid(index).height for index in range(4)) - page.type.gap


def test_marks_and_their_legend_are_in_it(mark: MakeMark) -> None:
    claim = mark("قول", (4, 14), fill="#ff00ff")
    plain, marked = picture(snapshot(), 0, 30, WIDTH, quiet), picture(snapshot(claim), 0, 30, WIDTH, quiet)
    assert marked.height() > plain.height()
    places = [y for y in range(marked.height()) for x in range(0, marked.width(), 3) if _is(marked, x, y, "#ff00ff")]
    assert min(places) < RATIO * MARGIN + 40 and max(places) > plain.height() - RATIO * MARGIN
    elsewhere = picture(snapshot(claim), TEXT.index("خاتمة"), len(TEXT), WIDTH, quiet)
    assert not any(
        _is(elsewhere, x, y, "#ff00ff") for y in range(elsewhere.height()) for x in range(0, elsewhere.width(), 3)
    )


def _is(image: QImage, x: int, y: int, color: str) -> bool:
    return image.pixelColor(x, y) == QColor(color)


def test_what_would_be_too_tall_is_refused_with_the_mend() -> None:
    with pytest.raises(InputError, match="Select fewer paragraphs"):
        picture(snapshot(text="فقرة\n" * 3000), 0, 15_000, WIDTH, quiet)


def test_whoever_asks_it_to_stop_is_heard() -> None:
    def stop(done: int, _: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        picture(snapshot(), 0, len(TEXT), WIDTH, stop)
