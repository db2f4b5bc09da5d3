"""The order on the screen is that of UAX #9: numbers, signs, brackets and names. It is never mended in the text."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from annotator.domain.document import Direction
from annotator.text.direction import base_direction
from annotator.ui.i18n import isolate, set_language, tr
from annotator.ui.main_window import MainWindow

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
ALT = Qt.KeyboardModifier.AltModifier


def assert_one_piece(reader: Reader, words: str) -> None:
    """A highlight on these words is one rectangle, and a drag over them in either direction takes exactly them."""
    start, end = reader.of(words)
    assert len(reader.rects(start, end)) == 1
    assert reader.drag_over(start, end, ALT) == (start, end)
    assert reader.drag_over(start, end, ALT, back=True) == (start, end)


@pytest.mark.case("NU01")
def test_a_percent_sign_follows_its_number_to_the_left(read: Read, case: Case) -> None:
    reader = read(case["text"])
    assert_one_piece(reader, "25%")
    assert "%25" in reader.seen()[0]
    assert "25%" in read("עלה 25% השנה").seen()[0]


@pytest.mark.case("NU02")
def test_the_first_year_of_a_range_stands_on_the_right(reader: Reader) -> None:
    assert_one_piece(reader, "2020-2021")
    [first], [second] = reader.rects(12, 16), reader.rects(17, 21)
    assert second.right() < first.left()
    reader.mark((12, 16))
    image = reader.picture()
    assert reader.filled(image, first) == 1 and reader.filled(image, second.adjusted(0, 0, -1, 0)) == 0
    assert reader.double_click(reader.point(13)) == "2020"


@pytest.mark.case("NU04")
def test_the_first_time_of_a_range_stands_on_the_right(reader: Reader) -> None:
    [first], [second] = reader.rects(3, 8), reader.rects(*reader.of("19:00"))
    assert second.right() < first.left()
    assert reader.double_click(reader.point(4)) == "18:00"


@pytest.mark.case("NU04")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_range_in_our_own_words_keeps_its_order(language: Any) -> None:
    set_language(language)
    told = tr("{told}. This format cannot hold everything.", told="18:00 - 19:00")
    assert isolate("18:00 - 19:00") in told or (language == "en" and "18:00 - 19:00" in told)
    assert isolate(isolate("18:00 - 19:00")) == isolate("18:00 - 19:00")


@pytest.mark.case("NU05")
def test_a_sign_belongs_to_its_number(reader: Reader) -> None:
    for number in ("-32", "-٣٢"):
        assert_one_piece(reader, number)
        start = reader.of(number)[0]
        [sign], [digit] = reader.rects(start), reader.rects(start + 1)
        assert sign.left() > digit.left()  # drawn on the right of its digits
        assert reader.double_click(reader.point(start + 1)) == number
    assert reader.text == "هبطت الحرارة إلى -32 و -٣٢ درجة"


@pytest.mark.case("NU08")
def test_digits_of_every_set_run_from_left_to_right(reader: Reader) -> None:
    [line] = reader.seen()
    for year in ("٢٠٢٦", "۲۰۲۶", "2026"):
        assert year in line and year[::-1] not in line
        assert_one_piece(reader, year)


@pytest.mark.case("PM01")
def test_the_first_bracket_stands_at_the_right_end(reader: Reader) -> None:
    [opening] = reader.rects(0)
    assert all(rect.right() <= opening.right() + 0.5 for rect in reader.rects(0, len(reader.text)))
    assert opening.left() > reader.rects(1)[0].left()
    reader.mark((0, 1))
    image = reader.picture()
    assert reader.filled(image, opening.adjusted(1, 0, -1, 0)) == 1
    assert reader.filled(image, reader.rects(11)[0]) == 0


@pytest.mark.case("PM02")
def test_brackets_hold_the_latin_they_enclose(reader: Reader) -> None:
    assert_one_piece(reader, "(Unicode Conference)")
    [line] = reader.seen()
    assert "(Unicode Conference)" in line


@pytest.mark.case("ML01")
def test_a_latin_name_is_dragged_over_from_both_sides(reader: Reader) -> None:
    assert_one_piece(reader, "John Smith")
    [first], [last] = reader.rects(9), reader.rects(18)
    left, right = first.center().toPoint(), last.center().toPoint()
    left.setX(round(first.left()) + 1)
    right.setX(round(last.right()) - 1)
    assert reader.drag(left, right) == (9, 19)
    assert reader.drag(right, left) == (9, 19)


@pytest.mark.case("EM04")
def test_an_emoji_says_nothing_about_direction(case: Case, open_window: Callable[..., MainWindow]) -> None:
    assert base_direction(case["text"]) == "rtl"
    window = open_window(case["text"])
    assert window.session is not None and window.session.direction == "rtl"
    article = window.workspace.article
    [emoji], [last] = article.span_rects(0, 1), article.span_rects(len(case["text"]) - 1, len(case["text"]))
    assert emoji.left() > last.right()


@pytest.mark.parametrize(
    ("text", "direction", "seen"),
    [
        ("السعر $5.50 فقط", "rtl", "طقف 5.50$ رعسلا"),
        ("نشر في 12/3/2026 صباحا", "rtl", "احابص 12/3/2026 يف رشن"),
        ("قال «نعم» [أمس]", "rtl", "[سمأ] «معن» لاق"),
        ("He said مرحبا يا علي today", "ltr", "He said يلع اي ابحرم today"),
        ("نقلت CNN (الأميركية) الخبر", "rtl", "ربخلا (ةيكريمألا) CNN تلقن"),
    ],
)
def test_more_of_the_same(read: Read, text: str, direction: Direction, seen: str) -> None:
    assert read(text, direction).seen() == [seen]
