"""The hand on the article: clicks, keys and drags that stumble easily, each made as a person makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.span import Span
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

Drag = Callable[[MainWindow, str], None]
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SAID = "أعلن وزير النقل رائد الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده.\n"
QUOTED = "وأضافت ليلى الأتاسي: «الميناء مغلق اليوم ولن ترسو فيه سفينة».\n"
LONG = "\n".join(f"بقيت السفن في عرض البحر {n} يومًا كاملًا بلا خبر." for n in range(40)) + "\n"
LAST = "وقال خبير إن الميناء قديم."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of one article that is longer than the window."""
    place = tmp_path / "harbour.musnad"
    with Project.create(place) as project:
        project.add_document(SAID + QUOTED + LONG + LAST, title="الميناء")
        project.add_document(SAID, title="خبر")
    return place


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def press(window: MainWindow, *keys: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys in the article, where the person is reading."""
    for key in keys:
        QTest.keyClick(window.workspace.article, key, modifiers)


def mark(window: MainWindow, drag: Drag, words: str, key: Key) -> str:
    """Mark words with a label's key, and return the id of the mark."""
    drag(window, words)
    press(window, key)
    return marked(window, words).id


def quote(window: MainWindow, span: Span) -> str:
    return span.quote(window.workspace.article.page.text)


def marked(window: MainWindow, words: str) -> Span:
    """My mark of these words."""
    return next(span for span in session_of(window).spans if quote(window, span) == words)


def roles(window: MainWindow, claim: str) -> dict[str, list[str]]:
    """Who plays which role of a claim."""
    session = session_of(window)
    return {role: [quote(window, one) for one in to] for role, to in session.roles(session.marks_by_id[claim])}


def point_at(window: MainWindow, words: str) -> QPoint:
    """The middle of some words of the article, in the viewport."""
    article = window.workspace.article
    start = article.page.text.index(words)
    article.ensure_visible(start)
    return article.span_rects(start, start + len(words))[0].center().toPoint()


def click(window: MainWindow, words: str) -> None:
    QTest.mouseClick(window.workspace.article.viewport(), LEFT, pos=point_at(window, words))


def test_del_leaves_the_mark_alone_while_other_words_are_selected(window: MainWindow, drag: Drag) -> None:
    cue = mark(window, drag, "أعلن", Key.Key_Q)
    click(window, "أعلن")
    assert session_of(window).selected_id == cue
    drag(window, "رائد الحلبي")
    press(window, Key.Key_Delete, Key.Key_Backspace)
    assert [span.id for span in session_of(window).spans] == [cue]
    assert not window.registry.action("annotate.delete").isEnabled()
    press(window, Key.Key_Escape)
    press(window, Key.Key_Delete)
    assert session_of(window).spans == [], "the mark alone is selected now"


def test_a_double_click_answers_a_question_as_a_drag_does(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    claim = mark(window, drag, "في عرض البحر", Key.Key_C)
    press(window, Key.Key_S)
    viewport, place = window.workspace.article.viewport(), point_at(window, "خبر")
    # Qt tells of a double click as of a click, and then of the second one.
    QTest.mouseClick(viewport, LEFT, pos=place)
    QTest.mouseDClick(viewport, LEFT, pos=place)
    qtbot.waitUntil(lambda: bool(session_of(window).relations))
    assert roles(window, claim) == {"source": ["خبر"]}
    assert session_of(window).selected_id == claim


def test_a_claim_by_hand_in_quotation_marks_is_direct(window: MainWindow, drag: Drag) -> None:
    claim = mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    assert session_of(window).marks_by_id[claim].attributes["quote_type"] == "direct"


def test_tab_goes_on_from_where_the_reader_has_gone(window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(window)
    session.project.suggest(["cues"])
    press(window, Key.Key_Tab)
    assert session.pointed is not None and quote(window, session.pointed) == "أعلن"
    press(window, Key.Key_F, modifiers=CTRL)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.insert("وقال خبير")
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.selected_text() == "وقال خبير")
    press(window, Key.Key_Return)
    assert session.spans == [], "Enter is about the words that are selected"
    press(window, Key.Key_Tab)
    assert session.pointed is not None and quote(window, session.pointed) == "قال"


def test_one_key_takes_the_whole_attribution_from_any_part_of_it_and_shift_only_this_part(window: MainWindow) -> None:
    session = session_of(window)
    session.project.suggest(["cues"])
    press(window, Key.Key_Tab)
    assert "Enter takes the whole attribution" in window.foot.hint.text()
    press(window, Key.Key_Return)
    claim = marked(window, "ميناء الزهراء سيُفتح في موعده")
    assert roles(window, claim.id) == {"source": ["وزير النقل رائد الحلبي"], "cue": ["أعلن"]}
    assert session.pointed is not None and quote(window, session.pointed) == "أضافت", "and goes on to the next"
    press(window, Key.Key_Return, modifiers=SHIFT)
    assert quote(window, session.spans[-1]) == "أضافت" and len(session.spans) == 4
    press(window, Key.Key_Z, Key.Key_Z, modifiers=CTRL)
    assert session.spans == []


def test_the_whole_of_an_unmarked_sentence_is_shown(window: MainWindow) -> None:
    article = window.workspace.article
    text = article.page.text
    for _ in range(40):
        press(window, Key.Key_F7)
        start, end = article.selected_range()
        for place in (start, end - 1):
            box = article.span_rects(place, place + 1)[0]
            assert box.top() >= 0 and box.bottom() <= article.viewport().height(), text[start:end]


def test_words_selected_by_key_leave_the_stop_outside(window: MainWindow) -> None:
    article = window.workspace.article
    press(window, Key.Key_End, modifiers=CTRL)
    press(window, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert window.selected_text() == "قديم"
    press(window, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert window.selected_text() == "الميناء قديم"
    article.select(article.page.text.index("قديم"), article.page.text.index("قديم"))
    press(window, Key.Key_Left, Key.Key_Left, modifiers=CTRL | SHIFT)
    assert window.selected_text() == "قديم"


def test_a_message_that_is_closed_by_key_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.article.setFocus()
    window.messages.tell("warning", "x")
    window.messages.dismiss.setFocus()
    qtbot.keyClick(window.messages.dismiss, Key.Key_Space)
    assert window.workspace.article.hasFocus() and not window.messages.isVisible()


def test_done_that_is_taken_back_leaves_an_untouched_article_untouched(window: MainWindow, drag: Drag) -> None:
    press(window, Key.Key_Return, Key.Key_Return, modifiers=CTRL)
    assert session_of(window).status == "todo"
    mark(window, drag, "أعلن", Key.Key_Q)
    press(window, Key.Key_Return, Key.Key_Return, modifiers=CTRL)
    assert session_of(window).status == "doing"
