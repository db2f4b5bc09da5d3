"""Who says what, entered as one thing: a claim, its source and its cue by keys, by letters, by new selections."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.linking.controller import LinkingController
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

Drag = Callable[[MainWindow, str], None]
Key = Qt.Key

# Nothing here is a word of saying that the rules know, so that nothing is proposed.
PLAIN = "رائد الحلبي يهمس في أذن ليلى الأتاسي همسة خافتة: الميناء مغلق اليوم ولا سفينة ترسو فيه.\n"
SAID = "أعلن وزير النقل رائد الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of one article."""
    place = tmp_path / "harbour.musnad"
    with Project.create(place) as project:
        project.add_document(PLAIN + SAID, title="الميناء")
    return place


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def linking_of(window: MainWindow) -> LinkingController:
    assert window.features.linking() is not None
    return window.features.linking()


def press(window: MainWindow, *keys: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys in the article, where the person is reading."""
    for key in keys:
        QTest.keyClick(window.workspace.article, key, modifiers)


def undo(window: MainWindow) -> None:
    press(window, Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)


def quote(window: MainWindow, span_id: str) -> str:
    session = session_of(window)
    assert session.document is not None
    return session.project.span(span_id).quote(session.document.text)


def roles(window: MainWindow) -> dict[str, list[str]]:
    """What the selected mark is linked to, by relation."""
    session = session_of(window)
    assert session.selected is not None
    return {role: [quote(window, span.id) for span in spans] for role, spans in session.roles(session.selected)}


def letter_of(window: MainWindow, words: str) -> str:
    """The letter that the mark of these words wears."""
    overlay = window.workspace.article.overlay
    text = window.workspace.article.page.text
    assert overlay is not None
    return next(b.letter for b in overlay.badges if "".join(text[s:e] for s, e in b.parts) == words)


def type_letter(window: MainWindow, letter: str) -> None:
    code = Qt.Key(ord(letter))
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, window.workspace.article, code, letter.lower(), Qt.KeyboardModifier.NoModifier
    )


def mark(window: MainWindow, drag: Drag, words: str, key: Key) -> None:
    drag(window, words)
    press(window, key)


def test_a_claim_takes_its_source_and_cue_by_letters(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "رائد الحلبي", Key.Key_A)
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    mark(window, drag, "يهمس", Key.Key_Q)
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    claim = session_of(window).selected_id
    press(window, Key.Key_S)
    question = linking_of(window).question
    assert question is not None
    # The nearest first: she is named after him, and before the claim.
    assert [quote(window, one) for one in question.choices] == ["ليلى الأتاسي", "رائد الحلبي"]
    assert "Source?" in window.foot.hint.text()
    type_letter(window, letter_of(window, "رائد الحلبي"))
    assert linking_of(window).question is None and roles(window) == {"source": ["رائد الحلبي"]}
    # With a claim and no text, the label's key Q asks for its cue instead of changing the claim into one.
    press(window, Key.Key_Q, Key.Key_Return)
    assert roles(window) == {"source": ["رائد الحلبي"], "cue": ["يهمس"]}
    assert session_of(window).selected_id == claim
    undo(window)
    assert session_of(window).relations[0].label == "source" and len(session_of(window).relations) == 1
    undo(window)
    assert session_of(window).relations == []


def test_letters_are_those_of_the_arabic_layout_for_who_types_with_it(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    type_letter(window, "س")
    assert letter_of(window, "ليلى الأتاسي") == "ب"
    type_letter(window, "ب")
    assert roles(window) == {"source": ["ليلى الأتاسي"]}


def test_escape_leaves_the_question_and_keys_mean_labels_again(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    press(window, Key.Key_S, Key.Key_Escape)
    assert linking_of(window).question is None
    assert window.workspace.article.overlay is None
    assert session_of(window).selected is not None
    assert session_of(window).relations == []


def test_a_new_selection_becomes_the_source_in_one_step(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    press(window, Key.Key_S)
    drag(window, "ليلى الأتاسي")
    qtbot.waitUntil(lambda: bool(session_of(window).relations))
    assert roles(window) == {"source": ["ليلى الأتاسي"]}
    assert window.selected_text() == ""
    undo(window)
    assert [span.label for span in session_of(window).spans] == ["claim"]
    assert session_of(window).relations == []


def test_a_selection_by_keyboard_is_linked_by_enter_or_by_the_role_s_key(window: MainWindow, drag: Drag) -> None:
    article = window.workspace.article
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    press(window, Key.Key_S)
    article.select(0, 0)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(window, Key.Key_Left, Key.Key_Left, modifiers=both)
    assert window.selected_text() == "رائد الحلبي"
    assert "Enter takes the selection" in window.foot.hint.text()
    press(window, Key.Key_Return)
    assert roles(window) == {"source": ["رائد الحلبي"]}
    # Text that is selected answers the next question at once; what is marked already is not marked again.
    press(window, Key.Key_Left, Key.Key_Left, modifiers=both)
    article.select(0, 11)
    press(window, Key.Key_T)
    assert roles(window) == {"source": ["رائد الحلبي"], "target": ["رائد الحلبي"]}
    assert len(session_of(window).spans) == 2


def test_a_click_on_a_mark_answers(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    actor = session_of(window).selected
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    claim = session_of(window).selected_id
    press(window, Key.Key_T)
    article = window.workspace.article
    assert actor is not None
    qtbot.mouseClick(
        article.viewport(),
        Qt.MouseButton.LeftButton,
        pos=article.span_rects(actor.start, actor.end)[0].center().toPoint(),
    )
    assert session_of(window).selected_id == claim
    assert roles(window) == {"target": ["ليلى الأتاسي"]}


def test_enter_takes_what_the_sentence_proposes_in_one_step(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    qtbot.waitUntil(lambda: linking_of(window).proposal is not None)
    overlay = window.workspace.article.overlay
    assert overlay is not None and [joint.proposed for joint in overlay.joints] == [True, True]
    assert "Enter takes" in window.foot.hint.text()
    assert len(session_of(window).spans) == 1
    press(window, Key.Key_Return)
    assert roles(window) == {"source": ["وزير النقل رائد الحلبي"], "cue": ["أعلن"]}
    undo(window)
    assert [span.label for span in session_of(window).spans] == ["claim"]
    assert session_of(window).relations == []


def test_three_keys_after_the_selection_are_enough_even_without_waiting(window: MainWindow, drag: Drag) -> None:
    drag(window, "ميناء الزهراء سيُفتح في موعده")
    press(window, Key.Key_C, Key.Key_Return)
    assert set(roles(window)) == {"source", "cue"}


def test_escape_refuses_a_proposal_and_it_does_not_come_back(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    qtbot.waitUntil(lambda: linking_of(window).proposal is not None)
    press(window, Key.Key_Escape)
    assert linking_of(window).proposal is None and session_of(window).selected is not None
    claim = session_of(window).selected_id
    session_of(window).select(None)
    session_of(window).select(claim)
    QApplication.processEvents()
    assert linking_of(window).proposal is None


def test_whoever_ignores_a_proposal_goes_on(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    qtbot.waitUntil(lambda: linking_of(window).proposal is not None)
    mark(window, drag, "أعلن", Key.Key_Q)
    assert [span.label for span in session_of(window).spans] == ["cue", "claim"]
    assert session_of(window).relations == []


def test_an_existing_mark_is_preferred_to_a_new_one(window: MainWindow, drag: Drag) -> None:
    drag(window, "وزير النقل رائد الحلبي")
    press(window, Key.Key_A)
    mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    press(window, Key.Key_Return)
    assert [span.label for span in session_of(window).spans] == ["cue", "actor", "claim"]


def test_claims_chain_three_deep_and_no_deeper(window: MainWindow, drag: Drag) -> None:
    words = ("يهمس في أذن ليلى", "همسة خافتة", "الميناء مغلق", "ولا سفينة", "ترسو فيه")
    for one in words:
        mark(window, drag, one, Key.Key_C)
    ids = {quote(window, span.id): span.id for span in session_of(window).spans}
    for inner, outer in zip(words[1:4], words, strict=False):
        session_of(window).select(ids[inner])
        press(window, Key.Key_R)
        type_letter(window, letter_of(window, outer))
    assert len(session_of(window).relations) == 3
    # A fourth link would make the chain too long, and one back would close a circle: neither is offered.
    session_of(window).select(ids["ترسو فيه"])
    press(window, Key.Key_R)
    question = linking_of(window).question
    assert question is not None and ids["ولا سفينة"] not in question.choices
    press(window, Key.Key_Escape)
    session_of(window).select(ids[words[0]])
    press(window, Key.Key_R)
    question = linking_of(window).question
    assert question is not None and question.choices == ()
    press(window, Key.Key_Escape)
    for left in (2, 1, 0):
        undo(window)
        assert len(session_of(window).relations) == left


def test_another_cue_takes_the_place_of_the_one_there_is(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "يهمس", Key.Key_Q)
    mark(window, drag, "همسة", Key.Key_Q)
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    press(window, Key.Key_Q)
    type_letter(window, letter_of(window, "يهمس"))
    press(window, Key.Key_Q)
    type_letter(window, letter_of(window, "همسة"))
    assert roles(window) == {"cue": ["همسة"]}
    undo(window)
    session_of(window).select(next(span.id for span in session_of(window).spans if span.label == "claim"))
    assert roles(window) == {"cue": ["يهمس"]}


def test_digits_walk_through_the_values_of_attributes(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    session = session_of(window)
    press(window, Key.Key_2)
    assert session.selected is not None and session.selected.attributes["polarity"] == "denied"
    type_letter(window, "٢")
    assert session.selected.attributes["polarity"] == "no_comment"
    press(window, Key.Key_2)
    assert session.selected.attributes["polarity"] == "affirmed"
    undo(window)
    assert session.selected.attributes["polarity"] == "no_comment"


def test_what_could_answer_goes_when_it_is_gone(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    claim = session_of(window).selected_id
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    session_of(window).select(claim)
    press(window, Key.Key_S)
    question = linking_of(window).question
    assert question is not None and len(question.choices) == 1
    session_of(window).project.undo()
    question = linking_of(window).question
    assert question is not None and question.choices == ()
    press(window, Key.Key_Escape)
    assert linking_of(window).question is None


def test_what_cannot_be_written_is_told_in_the_window(window: MainWindow, drag: Drag) -> None:
    mark(window, drag, "ليلى الأتاسي", Key.Key_A)
    mark(window, drag, "الميناء مغلق اليوم", Key.Key_C)
    press(window, Key.Key_S)
    linking_of(window).answer("nowhere")
    assert "nowhere" in window.messages.text.text()
    assert session_of(window).relations == []
