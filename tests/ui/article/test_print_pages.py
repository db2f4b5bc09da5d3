"""Pages of paper: every line once, whole, in order, and set as it is on the screen."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication

from annotator.errors import Cancelled
from annotator.ui.article.article_snapshot import ArticleSnapshot, own_font
from annotator.ui.article.marks import Mark, plain_colors
from annotator.ui.article.painting import Sheet, paint_lines
from annotator.ui.article.print_pages import PER_POINT, TEXT, Booklet, Heading, paginate
from annotator.ui.article.typefaces import article_font
from annotator.ui.i18n import set_language

MakeMark = Callable[..., Mark]
ARTICLE = (
    "قال وزير النقل سامر الحلبي إن «الميناء»، بحسب الوزارة، سيُفتح في موعده مع شركة Delta Ports.\n"
    "وأضاف أن العقد وُقِّع أمس 😀 وأن بِّسۡمِ ٱللَّهِ أُوْلَـٰٓئِكَ الأمم.\n"
) * 6 + "وقالت نقابة البحارة إن الحكومة لم تستشر أحدًا قبل أن توقّع العقد. " * 40
HEADING = Heading("الميناء يُفتح في موعده", ("Wakalat · 2026", "12 marks"))


def quiet(done: int, total: int) -> None:
    assert 0 <= done < total


def snapshot(
    marks: tuple[Mark, ...] = (), text: str = ARTICLE, tags: bool = False, rtl: bool = True
) -> ArticleSnapshot:
    white = replace(plain_colors(), page=QColor("white"), ink=QColor("black"))
    font = own_font(article_font(17.0), round(TEXT * PER_POINT))
    interface = own_font(QApplication.font())
    return ArticleSnapshot(
        text=text, rtl=rtl, marks=marks, font=font, interface=interface, mirrored=False, tags=tags, colors=white
    )


def paper(size: QPageSize.PageSizeId = QPageSize.PageSizeId.A5) -> QPageLayout:
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(40, 40, 40, 40))


def page_image(booklet: Booklet, number: int) -> QImage:
    image = QImage(booklet.width, booklet.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    booklet.paint(painter, number)
    painter.end()
    return image


def rows_with_ink(image: QImage, top: int, bottom: int) -> list[int]:
    blank = image.copy(0, 0, image.width(), 1)
    blank.fill(Qt.GlobalColor.white)
    return [row for row in range(top, bottom) if image.copy(0, row, image.width(), 1) != blank]


class TestPaginate:
    @settings(deadline=None)
    @given(
        paragraphs=st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=12), max_size=12),
        gap=st.integers(0, 9),
        room=st.integers(20, 120),
        taken=st.integers(0, 150),
    )
    def test_every_line_is_on_one_page_whole_and_in_order(
        self, paragraphs: list[list[int]], gap: int, room: int, taken: int
    ) -> None:
        pages = paginate(paragraphs, gap, room, taken)
        dealt = [(piece.paragraph, line) for page in pages for piece in page for line in range(piece.first, piece.last)]
        assert dealt == [(index, line) for index, lines in enumerate(paragraphs) for line in range(len(lines))]
        for number, page in enumerate(pages):
            y = taken if number == 0 else 0
            assert page or number == 0
            for place, piece in enumerate(page):
                assert piece.y >= y
                y = piece.y + sum(paragraphs[piece.paragraph][piece.first : piece.last])
                # Only a line that no page could hold goes beyond the end of one, and it has the page to itself.
                assert y <= room or (place == 0 and piece.y == 0 and piece.last - piece.first == 1)

    @settings(deadline=None)
    @given(counts=st.lists(st.integers(1, 12), max_size=20), room=st.integers(4, 12))
    def test_no_line_is_left_alone(self, counts: list[int], room: int) -> None:
        pages = paginate([[10] * count for count in counts], 5, room * 10)
        for page in pages:
            for piece in page:
                alone = piece.last - piece.first == 1
                assert not alone or counts[piece.paragraph] == 1

    def test_the_first_page_has_less_room(self) -> None:
        pages = paginate([[10]] * 10, 0, 50, taken=25)
        assert [len(page) for page in pages] == [2, 5, 3]
        assert pages[0][0].y == 25 and pages[1][0].y == 0

    def test_a_heading_that_fills_the_page_has_it_to_itself(self) -> None:
        assert [len(page) for page in paginate([[10, 10]], 0, 30, taken=29)] == [0, 1]


class TestBooklet:
    def test_lines_on_paper_are_the_lines_of_the_layout_and_none_is_cut(self, mark: MakeMark) -> None:
        marks = (mark("a", (4, 30)), mark("b", (10, 14)), mark("c", (40, 60), (70, 90), underline="wavy"))
        one = snapshot(marks)
        booklet = Booklet(one, HEADING, paper(), quiet)
        assert any(piece.first > 0 for pieces in booklet.pages for piece in pieces)
        page = one.page(booklet.width)
        for number, pieces in enumerate(booklet.pages):
            image = page_image(booklet, number)
            for piece in pieces:
                paragraph = page.laid(piece.paragraph)
                first, last = paragraph.lines[piece.first], paragraph.lines[piece.last - 1]
                height = last.bottom - first.top
                # Painted alone in the middle of much room, where nothing could cut it.
                alone = QImage(booklet.width, height + 400, QImage.Format.Format_RGB32)
                alone.fill(Qt.GlobalColor.white)
                painter = QPainter(alone)
                sheet = Sheet(paragraph, page.strips(piece.paragraph), 200 - first.top)
                paint_lines(painter, one.scene(page, 0), sheet, range(piece.first, piece.last))
                painter.end()
                assert rows_with_ink(alone, 0, 200) == rows_with_ink(alone, 200 + height, 400 + height) == []
                there = image.copy(0, piece.y, booklet.width, height)
                assert there == alone.copy(0, 200, booklet.width, height)

    def test_title_legend_and_numbers_are_there(self, mark: MakeMark) -> None:
        booklet = Booklet(snapshot((mark("Actor", (4, 14), fill="#ff00ff"),)), HEADING, paper(), quiet)
        bare = Booklet(snapshot(), HEADING, paper(), quiet)
        assert booklet.pages[0][0].y > bare.pages[0][0].y
        first, second = page_image(booklet, 0), page_image(booklet, 1)
        above = first.copy(0, 0, booklet.width, booklet.pages[0][0].y)
        assert {above.pixel(x, y) for x in range(above.width()) for y in range(0, above.height(), 4)} >= {
            QColor("#ff00ff").rgb()
        }
        # The title is the article's own, and stands where the article begins.
        title = above.copy(0, 0, booklet.width, 60)
        inked = [x for x in range(title.width()) if rows_with_ink(title.copy(x, 0, 1, title.height()), 0, 60)]
        assert inked[-1] > title.width() - 12
        feet = [image.copy(0, image.height() - 60, image.width(), 60) for image in (first, second)]
        assert all(rows_with_ink(foot, 0, 60) for foot in feet) and feet[0] != feet[1]

    def test_page_numbers_are_said_in_the_language_of_the_window(self) -> None:
        booklet = Booklet(snapshot(), HEADING, paper(), quiet)
        english = page_image(booklet, 1)
        set_language("ar")
        assert page_image(booklet, 1) != english

    def test_tags_go_to_paper_if_the_screen_has_them(self, mark: MakeMark) -> None:
        marks = tuple(mark(f"{place}", (place, place + 5)) for place in range(0, 900, 20))
        without = Booklet(snapshot(marks), HEADING, paper(), quiet)
        with_tags = Booklet(snapshot(marks, tags=True), HEADING, paper(), quiet)
        assert len(with_tags.pages) > len(without.pages)

    @pytest.mark.parametrize(("rtl", "text"), [(True, "Reuters: قالت"), (False, "قال Ali said so")])
    def test_lines_begin_on_the_side_of_the_article(self, rtl: bool, text: str) -> None:
        booklet = Booklet(snapshot(text=text, rtl=rtl), HEADING, paper(), quiet)
        image = page_image(booklet, 0)
        [piece] = booklet.pages[0]
        half = booklet.width // 2
        left, right = (image.copy(QRect(x, piece.y, half, 80)) for x in (0, half))
        assert bool(rows_with_ink(right, 0, 80)) == rtl
        assert bool(rows_with_ink(left, 0, 80)) != rtl

    def test_whoever_asks_it_to_stop_is_heard(self) -> None:
        def stop(done: int, _: int) -> None:
            if done == 3:
                raise Cancelled

        with pytest.raises(Cancelled):
            Booklet(snapshot(), HEADING, paper(), stop)

    def test_a_title_without_end_leaves_room_for_the_article(self) -> None:
        booklet = Booklet(snapshot(), Heading("عنوان طويل " * 2000, ("fact " * 2000,)), paper(), quiet)
        assert booklet.pages[0]
