"""Ctrl+drag: what is drawn of a mark with more or fewer parts is what will be stored."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView
from tests.mouse import pull

Show = Callable[..., ArticleView]
Middle = Callable[..., QPoint]
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
Drag = Callable[..., None]
PARTS = "قال «لن نرحل»، أضاف الوزير، «سنبقى هنا» أمس"


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize(
    ("before", "first", "last", "adds", "words", "after"),
    [
        ("لن نرحل", "سنبقى", "هنا", True, "سنبقى هنا", ["لن نرحل", "سنبقى هنا"]),
        ("لن نرحل", "قال", "نرحل", True, "قال «لن نرحل", ["قال «لن نرحل"]),
        ("سنبقى", "هنا", "هنا", True, "هنا", ["سنبقى هنا"]),
        ("«لن نرحل»، أضاف الوزير، «سنبقى هنا»", "أضاف", "الوزير", False, "أضاف الوزير", ["«لن نرحل»", "«سنبقى هنا»"]),
        ("سنبقى هنا", "هنا", "هنا", False, "هنا", ["سنبقى"]),
        ("سنبقى هنا", "هنا", "سنبقى", False, "سنبقى هنا", ["سنبقى هنا"]),
    ],
)
def test_ctrl_and_a_drag_draw_the_parts_that_will_be_stored(
    show: Show,
    qtbot: QtBot,
    middle: Middle,
    mark: Callable[..., Mark],
    direction: str,
    before: str,
    first: str,
    last: str,
    adds: bool,
    words: str,
    after: list[str],
) -> None:
    view = show(PARTS, direction, 900)
    held = PARTS.index(before), PARTS.index(before) + len(before)
    view.set_marks([mark("broken", held), mark("other", (0, 20))])
    view.set_selected_mark("broken")
    window = view.viewport()
    here, there = middle(view, PARTS.index(first)), middle(view, PARTS.index(last) + len(last) - 1)
    QTest.mousePress(window, LEFT, CTRL, here)
    pull(window, here, there, CTRL)
    drawn = view.page.marks.get("broken")
    assert drawn is not None and [PARTS[start:end] for start, end in drawn.parts] == after
    with qtbot.waitSignal(view.part_drawn) as heard:
        QTest.mouseRelease(window, LEFT, CTRL, there)
    assert heard.args == [adds]
    assert PARTS[slice(*view.selected_range())] == words
    restored = view.page.marks.get("broken")
    assert restored is not None and restored.parts == (held,)
    assert view.selected_mark() == "broken"


def test_escape_gives_up_a_part_that_is_being_drawn(
    show: Show, qtbot: QtBot, middle: Middle, mark: Callable[..., Mark]
) -> None:
    view = show(PARTS)
    view.set_marks([mark("broken", (5, 12))])
    view.set_selected_mark("broken")
    window = view.viewport()
    here, there = middle(view, PARTS.index("سنبقى")), middle(view, PARTS.index("هنا") + 1)
    with qtbot.assertNotEmitted(view.part_drawn):
        QTest.mousePress(window, LEFT, CTRL, here)
        pull(window, here, there, CTRL)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(window, LEFT, CTRL, there)
    drawn = view.page.marks.get("broken")
    assert drawn is not None and drawn.parts == ((5, 12),)
    start, end = view.selected_range()
    assert start == end
    assert view.selected_mark() == "broken"


@pytest.mark.parametrize("fixed", [True, False])
def test_without_a_mark_to_change_a_drag_with_ctrl_only_selects(
    show: Show, qtbot: QtBot, drag: Drag, middle: Middle, mark: Callable[..., Mark], fixed: bool
) -> None:
    view = show(PARTS)
    view.set_marks([mark("broken", (5, 12))])
    view.marks_are_fixed = fixed
    view.set_selected_mark("broken" if fixed else None)
    with qtbot.assertNotEmitted(view.part_drawn):
        drag(view, middle(view, PARTS.index("سنبقى")), middle(view, PARTS.index("هنا") + 1), CTRL)
    assert PARTS[slice(*view.selected_range())] == "سنبقى هنا"
