"""The hand on the article: clicks, keys and drags that stumble easily, each made as a person makes it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.span import Span
from annotator.ui.answer_box import AnswerBox
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

Drag = Callable[[MainWindow, str], None]
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SAID = "أعلن وزير النقل رائد الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده.\n"
QUOTED = "وأضافت ليلى الأتاسي: «الميناء مغلق اليوم ولن ترسو فيه سفينة».\n"
LONG = "\n".join(f"بقيت السفن في عرض البحر {n} يومًا كاملًا بلا خبر." for n in range(40)) + "\n"
NOBODY = "ورحّب رائد الحلبي بالوفد.\nوأُعلن أن السفن رست في الميناء.\n"
LAST = "وقال خبير إن الميناء قديم."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of one article that is longer than the window."""
    place = tmp_path / "harbour.musnad"
    with Project.create(place) as project:
        project.add_document(SAID + QUOTED + LONG + LAST, title="الميناء")
        project.add_document(SAID + NOBODY, title="خبر")
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


def answer_box(window: MainWindow) -> AnswerBox:
    """The buttons beside what is proposed that are in sight."""
    return next(one for one in window.workspace.article.viewport().findChildren(AnswerBox) if one.isVisible())


def test_a_click_on_a_dashed_frame_offers_to_take_or_refuse_the_whole(window: MainWindow) -> None:
    session, article = session_of(window), window.workspace.article
    session.project.suggest(["cues"])
    click(window, "أعلن")
    assert session.pointed is not None and article.overlay is not None
    assert len(article.overlay.joints) == 2 and all(joint.proposed for joint in article.overlay.joints)
    card = window.workspace.inspector.suggestion
    assert card is not None and card.frame is not None
    assert [chip.text() for chip in card.frame.chips.values()] == ["وزير النقل رائد الحلبي", "أعلن"]
    shown = card.preview
    box = answer_box(window)
    assert article.viewport().rect().contains(box.geometry())
    set_language("ar")
    window.resize(820, 620)
    QApplication.processEvents()
    assert article.viewport().rect().contains(box.geometry()), "a margin that is too narrow cuts no button"
    QTest.mouseClick(box.take, LEFT)
    claim = marked(window, "ميناء الزهراء سيُفتح في موعده")
    assert roles(window, claim.id) == {"source": ["وزير النقل رائد الحلبي"], "cue": ["أعلن"]}
    stored = [(span.label, span.parts, span.attributes) for span in session.spans]
    assert sorted(stored) == sorted((span.label, span.parts, span.attributes) for span in shown.spans)
    click(window, "أضافت")
    before = len(session.suggestions)
    QTest.mouseClick(answer_box(window).refuse, LEFT)
    assert len(session.spans) == 3 and len(session.suggestions) == before - 2, "the name stays suggested"


def test_a_click_on_what_is_proposed_for_a_claim_keeps_the_proposal(
    window: MainWindow, drag: Drag, qtbot: QtBot
) -> None:
    claim = mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    linking = window.features.linking()
    qtbot.waitUntil(lambda: linking.proposal is not None)
    click(window, "أعلن")
    assert linking.proposal is not None and session_of(window).selected_id == claim
    QTest.mouseClick(answer_box(window).take, LEFT)
    assert set(roles(window, claim)) == {"source", "cue"}
    assert not any(one.isVisible() for one in window.workspace.article.viewport().findChildren(AnswerBox))


def entries(menu: QMenu) -> Iterator[list[QAction]]:
    """The entries of a menu and of all menus in it, lines left out."""
    held = [action for action in menu.actions() if not action.isSeparator()]
    yield held
    for action in held:
        if isinstance(inner := action.menu(), QMenu):
            yield from entries(inner)


def menus(window: MainWindow) -> list[QMenu]:
    return [held for action in window.menuBar().actions() if isinstance(held := action.menu(), QMenu)]


def test_the_menu_on_a_suggestion_a_proposal_and_a_claim_says_what_can_be_done(
    window: MainWindow, drag: Drag, qtbot: QtBot
) -> None:
    def ids(words: str) -> list[str]:
        place = point_at(window, words)
        article = window.workspace.article
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, article.viewport().mapToGlobal(place))
        QApplication.sendEvent(article.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = [one.objectName() for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        menu.close()
        return found

    session_of(window).project.suggest(["cues"])
    assert ids("أضافت")[:3] == ["suggest.accept", "suggest.accept_part", "suggest.reject"]
    session_of(window).project.undo()
    mark(window, drag, "ميناء الزهراء سيُفتح في موعده", Key.Key_C)
    qtbot.waitUntil(lambda: window.features.linking().proposal is not None)
    found = ids("ميناء الزهراء")
    assert found[:2] == ["annotate.take_proposal", "annotate.refuse_proposal"]
    assert {"annotate.link.source", "annotate.link.target", "annotate.delete"} <= set(found)


@pytest.mark.parametrize("scheme", ["actors-claims", "wojood"])
def test_no_menu_is_longer_than_fourteen_entries(
    open_: Callable[[Path | None], MainWindow], tmp_path: Path, scheme: str
) -> None:
    with Project.create(tmp_path / "p.musnad", scheme=scheme) as project:
        project.add_document(SAID, title="x")
    window = open_(tmp_path / "p.musnad")
    window.registry.complete()
    lengths = {menu.title(): max(map(len, entries(menu))) for menu in menus(window)}
    assert len(lengths) == 6 and max(lengths.values()) <= 14, lengths
    there = {one.objectName() for menu in menus(window) for held in entries(menu) for one in held}
    assert {action.id for action in window.registry if action.menu is not None} <= there
    if scheme == "actors-claims":
        first = next(entries(window.registry.menu("annotate")))
        assert [one.objectName() for one in first[:3]] == [f"annotate.label.{key}" for key in ("actor", "cue", "claim")]


def test_the_list_of_all_is_filtered_and_what_is_unsure_is_not_ticked(window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(window)
    session.show(session.summaries()[1].id)
    session.project.add_actor("رائد الحلبي", "person")
    session.project.suggest(["cues", "aliases"])
    press(window, Key.Key_J, modifiers=CTRL | SHIFT)
    pane = window.features.suggesting().pane
    assert pane is not None
    lines = {one.span.id: one.span for one in pane.lines.rows.items}
    ticked = {one.span.id for one in pane.chosen}
    sure = {one for one, span in lines.items() if session.readings.confidence(span) >= 0.6}
    assert ticked == sure and 0 < len(ticked) < len(lines)
    filters = {name: pane.findChild(QComboBox, f"filter.{name}") for name in ("suggester", "label", "actor")}

    def choose(name: str, key: str) -> list[Span]:
        box = filters[name]
        assert box is not None
        while box.currentData() != key:
            qtbot.keyClick(box, Key.Key_Down)
        return [one.span for one in pane.lines.rows.items]

    assert {span.label for span in choose("label", "cue")} == {"cue"}
    qtbot.keyClick(pane.all, Key.Key_Space)
    box = filters["label"]
    assert box is not None
    qtbot.keyClick(box, Key.Key_Home)
    assert {one.span.id for one in pane.chosen} >= {one for one, span in lines.items() if span.label == "cue"}
    named = choose("actor", session.project.actors()[0].id)
    assert [quote(window, span) for span in named] == ["رائد الحلبي"]
    qtbot.keyClick(filters["actor"], Key.Key_Home)
    assert {span.annotator for span in choose("suggester", "model:aliases")} == {"model:aliases"}
    QTest.mouseClick(pane.button, LEFT)
    assert {span.actor_id is not None for span in session.spans} == {True}, "only what is listed is taken"
