"""An article read and marked with the keyboard alone: nothing in here touches a mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator import Project
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from tests.mouse import drag

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TEXT = (
    "قَالَ د. سامر الحلبي 😀 لِلصَّحِيفَةِ إن «الميناء جاهز»، وأضاف الوزير، «سنفتحه غدًا».\n"
    "وبيونغ يانغ تنفي. واتهمت الصينُ الـCNN بالتضليل؟\n"
)


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def desk(open_: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """A window with one article."""
    place = tmp_path / "one.musnad"
    with Project.create(place) as project:
        project.add_document(TEXT, title="مقال")
    return open_(place)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(window.workspace.article, key, modifiers)


def letter(window: MainWindow, char: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key of the Arabic layout."""
    text = "" if modifiers & CTRL else char
    QTest.sendKeyEvent(QTest.KeyAction.Click, window.workspace.article, Key(ord(char)), text, modifiers)


def text_of(window: MainWindow) -> str:
    article = window.workspace.article
    return article.page.text[slice(*article.selected_range())]


def quotes(window: MainWindow) -> dict[str, list[str]]:
    """What is stored, by label, with its parts."""
    session = session_of(window)
    found: dict[str, list[str]] = {}
    document = session.project.documents()[0]
    for span in session.project.spans(document.id):
        found.setdefault(span.label, []).append("|".join(document.text[start:end] for start, end in span.parts))
    return found


def test_a_whole_article_by_keyboard(desk: MainWindow) -> None:
    session = session_of(desk)
    press(desk, Key.Key_Left, CTRL, 2)
    press(desk, Key.Key_Left, CTRL | SHIFT, 2)
    assert text_of(desk) == "سامر الحلبي"
    press(desk, Key.Key_A)

    press(desk, Key.Key_Left, CTRL)
    press(desk, Key.Key_F8)
    assert text_of(desk) == "لِلصَّحِيفَةِ"
    press(desk, Key.Key_Slash)
    assert text_of(desk) == "لصَّحِيفَةِ"
    press(desk, Key.Key_A)

    press(desk, Key.Key_Left, CTRL, 2)
    press(desk, Key.Key_F8, times=2)
    assert text_of(desk) == "الميناء جاهز"
    press(desk, Key.Key_C)
    press(desk, Key.Key_Left, CTRL, 4)
    press(desk, Key.Key_F8, times=2)
    press(desk, Key.Key_Plus)
    assert quotes(desk)["claim"] == ["الميناء جاهز|سنفتحه غدًا"]
    press(desk, Key.Key_Minus)
    assert quotes(desk)["claim"] == ["الميناء جاهز|سنفتحه غدًا"], "nothing is selected that could be taken out"

    press(desk, Key.Key_F7)
    assert text_of(desk) == "وبيونغ يانغ تنفي."
    press(desk, Key.Key_Escape)
    press(desk, Key.Key_Home)
    press(desk, Key.Key_F8)
    press(desk, Key.Key_Left, CTRL | SHIFT)
    press(desk, Key.Key_Slash)
    assert text_of(desk) == "بيونغ يانغ"
    press(desk, Key.Key_A)
    press(desk, Key.Key_F7)
    assert text_of(desk) == "واتهمت الصينُ الـCNN بالتضليل؟"
    press(desk, Key.Key_F8, SHIFT)
    assert text_of(desk) == "واتهمت"
    press(desk, Key.Key_Q)
    assert quotes(desk) == {
        "actor": ["سامر الحلبي", "لصَّحِيفَةِ", "بيونغ يانغ"],
        "claim": ["الميناء جاهز|سنفتحه غدًا"],
        "cue": ["واتهمت"],
    }

    press(desk, Key.Key_Slash)
    assert quotes(desk)["cue"] == ["اتهمت"]
    press(desk, Key.Key_Z, CTRL)
    assert quotes(desk)["cue"] == ["واتهمت"]
    press(desk, Key.Key_N, SHIFT, 4)
    assert session.selected is not None and session.selected.label == "actor"
    press(desk, Key.Key_BracketLeft, CTRL)
    assert quotes(desk)["actor"][0] == "د. سامر الحلبي"
    press(desk, Key.Key_BracketRight, CTRL | SHIFT)
    assert quotes(desk)["actor"][0] == "د. سامر"
    press(desk, Key.Key_Z, CTRL, 2)
    assert quotes(desk)["actor"][0] == "سامر الحلبي"
    assert session.project.check() == []


def test_each_edge_moves_by_a_letter_or_a_word_and_each_press_is_one_step(desk: MainWindow) -> None:
    session = session_of(desk)
    start = TEXT.index("سامر")
    session.mark(start, start + len("سامر الحلبي"), "actor")
    moves = [
        (Key.Key_BracketLeft, NONE, " سامر الحلبي"),
        (Key.Key_BracketLeft, SHIFT, "سامر الحلبي"),
        (Key.Key_BracketLeft, SHIFT, "امر الحلبي"),
        (Key.Key_BracketLeft, CTRL, "سامر الحلبي"),
        (Key.Key_BracketRight, NONE, "سامر الحلبي "),
        (Key.Key_BracketRight, NONE, "سامر الحلبي 😀"),
        (Key.Key_BracketRight, CTRL, "سامر الحلبي 😀 لِلصَّحِيفَةِ"),
        (Key.Key_BracketRight, SHIFT, "سامر الحلبي 😀 لِلصَّحِيفَ"),
        (Key.Key_BracketRight, CTRL | SHIFT, "سامر الحلبي"),
        (Key.Key_BracketLeft, CTRL | SHIFT, "الحلبي"),
        (Key.Key_BracketRight, CTRL | SHIFT, "الحلبي"),
    ]
    before = ["سامر الحلبي"]
    for key, modifiers, expected in moves:
        press(desk, key, modifiers)
        assert quotes(desk) == {"actor": [expected]}
        if expected != before[-1]:
            before.append(expected)
    assert desk.messages.isHidden()
    for expected in reversed(before[:-1]):
        press(desk, Key.Key_Z, CTRL)
        assert quotes(desk) == {"actor": [expected]}


def test_the_keys_work_with_the_arabic_layout(desk: MainWindow) -> None:
    start = TEXT.index("وبيونغ")
    session_of(desk).mark(start, start + len("وبيونغ يانغ"), "actor")
    for char, modifiers, expected in (
        ("ظ", NONE, "بيونغ يانغ"),
        ("ج", NONE, "وبيونغ يانغ"),
        ("د", NONE, "وبيونغ يانغ "),
        ("د", CTRL, "وبيونغ يانغ تنفي"),
        ("د", SHIFT, "وبيونغ يانغ تنف"),
        ("ج", CTRL | SHIFT, "يانغ تنف"),
    ):
        letter(desk, char, modifiers)
        assert quotes(desk) == {"actor": [expected]}


def test_the_split_key_goes_through_the_clitics_of_the_selection_the_mark_and_the_caret(desk: MainWindow) -> None:
    article = desk.workspace.article
    start = TEXT.index("بالتضليل")
    article.select(start + 3, start + 3)
    seen = []
    for _ in range(4):
        press(desk, Key.Key_Slash)
        seen.append(text_of(desk))
    assert seen == ["التضليل", "تضليل", "بالتضليل", "التضليل"]
    press(desk, Key.Key_A)
    for expected in ("تضليل", "بالتضليل", "التضليل"):
        press(desk, Key.Key_Slash)
        assert quotes(desk) == {"actor": [expected]}
    press(desk, Key.Key_Z, CTRL)
    assert quotes(desk) == {"actor": ["بالتضليل"]}


def test_growing_and_shrinking(desk: MainWindow) -> None:
    article = desk.workspace.article
    at = TEXT.index("جاهز") + 2
    article.select(at, at)
    words = ["", "جاهز", "الميناء جاهز", "«الميناء جاهز»", TEXT.split("\n")[0], TEXT]
    for expected in [*words[1:], words[-1]]:
        press(desk, Key.Key_F8)
        assert text_of(desk) == expected
    for expected in reversed(words[:-1]):
        press(desk, Key.Key_F8, SHIFT)
        assert text_of(desk) == expected
    assert article.selected_range() == (at, at)


def test_the_words_between_two_halves_of_a_claim_are_taken_out(desk: MainWindow) -> None:
    start, end = TEXT.index("الميناء"), TEXT.index("».\n")
    session = session_of(desk)
    session.mark(start, end, "claim")
    article = desk.workspace.article
    inner = TEXT.index("وأضاف")
    article.select(inner, inner + len("وأضاف الوزير"))
    press(desk, Key.Key_Minus)
    assert quotes(desk) == {"claim": ["الميناء جاهز»|«سنفتحه غدًا"]}
    assert article.selected_range() == (inner + 12, inner + 12)
    article.select(inner, inner + len("وأضاف الوزير"))
    press(desk, Key.Key_Plus)
    assert quotes(desk) == {"claim": ["الميناء جاهز»|وأضاف الوزير|«سنفتحه غدًا"]}
    press(desk, Key.Key_Z, CTRL, 2)
    assert quotes(desk) == {"claim": [TEXT[start:end]]}
    article.select(start, end)
    press(desk, Key.Key_Minus)
    assert quotes(desk) == {"claim": [TEXT[start:end]]}, "a mark does not vanish by its parts"


def test_a_drag_with_ctrl_is_the_same_and_one_step(desk: MainWindow) -> None:
    session, article = session_of(desk), desk.workspace.article
    start = TEXT.index("الميناء")
    session.mark(start, start + len("الميناء جاهز"), "claim")
    for words, expected in (("سنفتحه غدًا", "الميناء جاهز|سنفتحه غدًا"), ("جاهز", "الميناء|سنفتحه غدًا")):
        first = TEXT.index(words)
        here, there = (
            article.span_rects(place, place + 1)[0].center().toPoint() for place in (first, first + len(words) - 1)
        )
        drag(article.viewport(), here, there, CTRL)
        assert quotes(desk) == {"claim": [expected]}
        drawn = article.page.marks.get(session.selected_id)
        assert drawn is not None and session.selected is not None and drawn.parts == session.selected.parts
        assert text_of(desk) == ""
    press(desk, Key.Key_Z, CTRL)
    assert quotes(desk) == {"claim": ["الميناء جاهز|سنفتحه غدًا"]}


def test_unmarked_sentences_are_found_until_there_are_none(desk: MainWindow) -> None:
    session = session_of(desk)
    press(desk, Key.Key_F7)
    assert text_of(desk) == TEXT.split("\n")[0]
    press(desk, Key.Key_A)
    assert session.selected is not None
    press(desk, Key.Key_F7)
    assert text_of(desk) == "وبيونغ يانغ تنفي."
    assert session.selected is None
    press(desk, Key.Key_F7)
    assert text_of(desk) == "واتهمت الصينُ الـCNN بالتضليل؟"
    press(desk, Key.Key_F7)
    assert text_of(desk) == "واتهمت الصينُ الـCNN بالتضليل؟"
    assert "sentence" in desk.messages.text.text()
    press(desk, Key.Key_F7, SHIFT)
    assert text_of(desk) == "وبيونغ يانغ تنفي."
    press(desk, Key.Key_F7, SHIFT)
    assert text_of(desk) == "وبيونغ يانغ تنفي."


def test_the_caret_goes_with_the_marks(desk: MainWindow) -> None:
    session, article = session_of(desk), desk.workspace.article
    places = [TEXT.index(words) for words in ("سامر", "الصين")]
    for place in places:
        session.mark(place, place + 4, "actor")
    session.select(None)
    article.select(0, 0)
    for place in places:
        press(desk, Key.Key_N)
        assert article.selected_range() == (place, place)
    press(desk, Key.Key_Escape)
    assert session.selected is None
    press(desk, Key.Key_Return)
    assert session.selected is not None and session.selected.start == places[1]
    article.select(2, 7)
    press(desk, Key.Key_N, SHIFT)
    assert article.selected_range() == (2, 7), "text that is selected may be meant for the mark that is sought"


def test_moving_the_end_of_a_long_mark_does_not_move_the_page(
    open_: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    text = "يرى بعض الخبراء أن المشروع سيعيد رسم طرق التجارة.\n" * 80
    place = tmp_path / "long.musnad"
    with Project.create(place) as project:
        project.add_document(text, title="مقال")
    window = open_(place)
    session, article = session_of(window), window.workspace.article
    session.mark(0, len(text) - 20, "claim")
    article.ensure_visible(len(text) - 20)
    top = article.page.scroll
    assert top > 1000
    for key, modifiers in ((Key.Key_BracketRight, CTRL), (Key.Key_BracketRight, SHIFT), (Key.Key_Z, CTRL)):
        press(window, key, modifiers)
        assert article.page.scroll == top
    assert session.selected is not None and session.selected.end > len(text) - 20
    press(window, Key.Key_BracketLeft, CTRL | SHIFT)
    assert article.page.scroll < 100, "the start that moved is seen"


def test_letter_mode_is_a_tick(desk: MainWindow) -> None:
    article, action = desk.workspace.article, desk.registry.action("view.letter_mode")
    press(desk, Key.Key_L, CTRL)
    assert article.letter_mode and action.isChecked()
    press(desk, Key.Key_L, CTRL)
    assert not article.letter_mode and not action.isChecked()


def test_every_key_of_these_actions_is_their_own(desk: MainWindow) -> None:
    mine = [
        *("edit.grow", "edit.shrink", "view.letter_mode", "annotate.split_clitic"),
        *("annotate.add_part", "annotate.remove_part", "navigate.mark_here"),
        *("navigate.next_unmarked", "navigate.previous_unmarked"),
        *(
            f"annotate.{edge}_{way}{unit}"
            for edge in ("start", "end")
            for way in ("earlier", "later")
            for unit in ("", "_word")
        ),
    ]
    keys = {
        action.id: {key.toString() for key in desk.registry.action(action.id).shortcuts()} for action in desk.registry
    }
    for action_id in mine:
        assert keys[action_id], action_id
        assert not any(taken & keys[action_id] for other, taken in keys.items() if other != action_id)


def test_a_reader_changes_no_marks(open_: Callable[[Path | None], MainWindow], tmp_path: Path) -> None:
    place = tmp_path / "one.musnad"
    with Project.create(place, annotator="me") as project:
        document = project.add_document(TEXT, title="مقال")
        project.annotate(document.id, (9, 13), "actor")
    window = open_(None)
    window.show_project(Project.open(place, annotator="me", read_only=True))
    session = session_of(window)
    session.select(session.spans[0].id)
    for key in (Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_Slash, Key.Key_Plus):
        press(window, key)
    window.workspace.article.select(20, 24)
    press(window, Key.Key_Plus)
    assert [span.parts for span in session.project.spans(document.id)] == [((9, 13),)]
    assert window.messages.isHidden()
