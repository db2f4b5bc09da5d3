"""What a reader does with the mouse, at places taken from where the letters are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Drag = Callable[..., None]
Middle = Callable[..., QPoint]
LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)

NAMES = {
    "arabic": ("قال وزير النقل سامر الحلبي إن الميناء سيفتح", "سامر الحلبي"),
    "after an emoji": ("😀👨\u200d👩\u200d👧 قال سامر الحلبي 🇸🇦 نعم", "سامر الحلبي"),
    "latin within arabic": ("التقى د. John Smith (CNN) بالوزير", "John Smith"),
    "both scripts": ("نفت شركة Delta Ports قد طلبت", "شركة Delta Ports"),
    "lam-alef": ("في السلام الإسلامي والأمم خير", "السلام الإسلامي"),
    "full tashkeel": ("قَالَ مُحَمَّدٌ السَّلَّامُ لِلصَّحِيفَةِ", "مُحَمَّدٌ السَّلَّامُ"),
    "between quotation marks": ("أعلنت «الحياة اليوم»، أمس", "الحياة اليوم"),
    "numbers": ("عقدت قمة 2030 العربية أمس", "قمة 2030 العربية"),
    "one letter at its end": ("نقص فيتامين د شائع", "فيتامين د"),
    "hidden controls inside": ("قال سامر\u200f الحلبي\u200f نعم", "سامر\u200f الحلبي"),
}
FILLER = "كشف تقرير حديث أن روسيا تخطط لشراء ملايين القذائف من كوريا، "


@pytest.mark.parametrize("size", [12.0, 17.0, 30.0])
@pytest.mark.parametrize("width", [260, 700])
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("case", NAMES)
def test_a_drag_from_the_first_to_the_last_letter_of_a_name_stores_that_name(
    show: Show, drag: Drag, middle: Middle, case: str, direction: str, width: int, size: float
) -> None:
    text, name = NAMES[case]
    text = FILLER + text
    view = show(text, direction, width, 900, size)
    start = text.index(name)
    end = start + len(name)
    first, last = middle(view, start), middle(view, end - 1)
    drag(view, first, last)
    assert view.selected_range() == (start, end)
    view.clear_selection()
    drag(view, last, first)
    assert view.selected_range() == (start, end)


def test_what_is_drawn_while_dragging_is_what_is_stored(show: Show, drag: Drag, middle: Middle) -> None:
    text, name = NAMES["both scripts"]
    view = show(text)
    heard: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda start, end: heard.append((start, end)))
    start = text.index(name)
    drag(view, middle(view, start), middle(view, start + len(name) - 1))
    assert heard[-1] == view.selected_range() == (start, start + len(name))
    words = {(start, start + len(part)) for part in ("شركة", "شركة Delta", "شركة Delta Ports")}
    assert set(heard) - {(start, start), (start + 1, start + 1)} <= words


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("زار وبيونغ يانغ أمس", "بيونغ يانغ", id="without the waw before it"),
        pytest.param("قدم للصين عرضا", "لصين", id="without the lam before it"),
        pytest.param("قال السلام عليكم", "ا", id="the alef of a lam-alef"),
        pytest.param("قَالَ مُحَمَّدٌ نعم", "مَّ", id="a letter with its marks"),
    ],
)
@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri"])
def test_with_alt_a_drag_is_exact_to_the_letter(show: Show, drag: Drag, text: str, part: str, family: str) -> None:
    view = show(text, size=24.0, family=family)
    start = text.index(part, 4)
    rects = view.span_rects(start, start + len(part))
    y = round(rects[0].center().y())
    from_, to = QPoint(round(rects[-1].right() - 1), y), QPoint(round(rects[0].left() + 1), y)
    drag(view, from_, to, ALT)
    assert view.selected_range() == (start, start + len(part))
    view.letter_mode = True
    view.clear_selection()
    drag(view, to, from_)
    assert view.selected_range() == (start, start + len(part))


def test_a_double_click_takes_the_word_without_its_punctuation(show: Show, middle: Middle) -> None:
    text = "صرح الرئيس، أمس «الحياة» بأن 3.5% وصل؟نعم؛لا"
    view = show(text)
    for word in ("الرئيس", "الحياة", "3.5%", "نعم"):
        start = text.index(word)
        for place in (start, start + len(word) - 1):
            QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, place))
            assert view.selected_range() == (start, start + len(word))


def test_shift_click_extends_in_both_directions(show: Show, middle: Middle) -> None:
    text = "قال وزير النقل سامر الحلبي إن الميناء سيفتح"
    view = show(text)
    view.select(text.index("النقل"), text.index("النقل") + 5)
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, text.index("الحلبي") + 5))
    assert text[slice(*view.selected_range())] == "النقل سامر الحلبي"
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, text.index("قال")))
    assert text[slice(*view.selected_range())] == "قال وزير"


def test_a_click_selects_the_innermost_mark_and_again_the_next_one_out(
    show: Show, qtbot: QtBot, middle: Middle, mark: Callable[..., Mark]
) -> None:
    text = "قال وزير النقل سامر الحلبي إن الميناء سيفتح"
    view = show(text)
    view.set_marks([mark("long", (0, 40)), mark("inner", (15, 26)), mark("claim", (4, 30))])
    for expected in ("inner", "claim", "long", "inner"):
        with qtbot.waitSignal(view.mark_clicked) as heard:
            QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 17))
        assert heard.args == [expected]
        assert view.selected_mark() == expected
    with qtbot.waitSignal(view.mark_clicked) as heard:
        QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(5, view.height() - 5))
    assert heard.args == [""]
    assert view.selected_mark() is None


def test_marks_that_cover_the_same_letters_take_turns(show: Show, middle: Middle, mark: Callable[..., Mark]) -> None:
    view = show("قال وزير النقل سامر الحلبي إن الميناء سيفتح")
    view.set_marks([mark("b", (15, 26)), mark("a", (15, 26)), mark("c", (15, 19), (23, 26)), mark("out", (4, 30))])
    seen = []
    for _ in range(6):
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 17))
        seen.append(view.selected_mark())
    assert seen == ["a", "b", "c", "out", "a", "b"]


def test_between_the_parts_of_a_mark_there_is_no_mark(show: Show, middle: Middle, mark: Callable[..., Mark]) -> None:
    view = show("قال وزير النقل سامر الحلبي إن الميناء سيفتح")
    view.set_marks([mark("broken", (0, 8), (15, 26))])
    assert [item.id for item in view.marks_at(middle(view, 2))] == ["broken"]
    assert view.marks_at(middle(view, 11)) == []


def test_dragging_beyond_the_edge_scrolls_on(show: Show, qtbot: QtBot, middle: Middle) -> None:
    view = show("\n".join([FILLER] * 30), height=200)
    window = view.viewport()
    QTest.mousePress(window, LEFT, NONE, middle(view, 4))
    QTest.mouseMove(window, QPoint(300, 120))
    QTest.mouseMove(window, QPoint(300, 400))
    qtbot.waitUntil(lambda: view.page.scroll > 300, timeout=3000)
    QTest.mouseRelease(window, LEFT, NONE, QPoint(300, 400))
    start, end = view.selected_range()
    assert view.page.text[start:end].startswith("تقرير")
    assert end > view.top_offset()


def test_a_right_click_asks_for_a_menu_on_the_mark_under_it(
    show: Show, qtbot: QtBot, middle: Middle, mark: Callable[..., Mark]
) -> None:

    view = show("قال وزير النقل سامر الحلبي إن الميناء سيفتح")
    view.set_marks([mark("inner", (15, 26))])
    point = middle(view, 17)
    place = view.viewport().mapToGlobal(point)
    with qtbot.waitSignals([view.menu_requested, view.mark_clicked]):
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    assert view.selected_mark() == "inner"


def test_the_wheel_with_ctrl_changes_the_text_size_and_keeps_the_place(show: Show, qtbot: QtBot) -> None:

    view = show("\n".join([FILLER] * 60), height=300)
    view.scroll_to_offset(view.page.paragraphs.start(30))
    before, pointer = view.text_size(), QPoint(300, 150)
    pointed_at = view.offset_at(pointer)
    wheel = QWheelEvent(
        QPointF(pointer),
        QPointF(pointer),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.text_size_changed) as heard:
        QApplication.sendEvent(view.viewport(), wheel)
    assert heard.args == [before + 1]
    for _ in range(12):
        QApplication.sendEvent(view.viewport(), wheel)
        paragraph, line, top = view.page.line_of(pointed_at)
        assert top + line.top <= pointer.y() <= top + line.bottom
        pointed_at = view.offset_at(pointer)
        assert paragraph.line_of(pointed_at) is line
    place = view.top_offset()
    _, line, top = view.page.line_of(place)
    view.set_text_size(before)
    _, smaller, now = view.page.line_of(place)
    assert now + smaller.top == top + line.top
