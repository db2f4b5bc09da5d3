"""The room of review, as a reviewer uses it: by keyboard and by mouse, in Arabic too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.reviewing.page import ReviewPage

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Layla and omar agree on a claim with its source, cut another one differently, and omar has a cue more."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        project.add_document(TEXT, title="الميناء")
        project.add_document("مقال آخر لم يقرأه أحد.")
    for who in ("layla", "omar"):
        with Project.open(path, annotator=who) as project:
            document = project.documents()[0].id
            claim = project.annotate(document, (30, 43), "claim")
            project.link(claim.id, project.annotate(document, (15, 26), "actor").id, "source")
            project.annotate(document, (61, 73 if who == "layla" else 74), "claim")
            if who == "omar":
                project.annotate(document, (75, 79), "cue")
    window = open_window(path, "huda")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.registry.context.several_read)
    window.registry.run("navigate.review")
    yield window
    window.close()


@pytest.fixture
def page(window: MainWindow) -> ReviewPage:
    found = window.findChild(ReviewPage)
    assert isinstance(found, ReviewPage)
    return found


def in_sight(window: MainWindow) -> QWidget | None:
    return window.page


def gold(window: MainWindow) -> list[tuple[str, tuple[int, int]]]:
    assert window.session is not None
    document = window.session.project.documents()[0].id
    return [(one.label, (one.start, one.end)) for one in window.session.project.spans(document, "gold")]


def project_path(window: MainWindow) -> Path:
    assert window.session is not None
    return window.session.project.path


def kind(page: ReviewPage) -> str:
    return page.chosen.kind if page.chosen is not None else ""


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def test_differences_are_answered_by_one_key_each(window: MainWindow, page: ReviewPage) -> None:
    assert window.rooms.current == "review" and page.list.count() == 2
    assert kind(page) == "boundary"
    press(window, Qt.Key.Key_1)
    assert gold(window) == [("claim", (61, 73))]
    assert kind(page) == "only", "on to the next open one"
    press(window, Qt.Key.Key_X)
    assert gold(window) == [("claim", (61, 73))]
    assert "2 of 2" in page.far.text()
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_U)
    assert "1 of 2" in page.far.text()


def test_the_gold_reading_is_finished_by_one_key_and_the_next_article_comes(qtbot: QtBot, window: MainWindow) -> None:
    path = project_path(window)
    window.close_project()
    for who in ("layla", "omar"):
        with Project.open(path, annotator=who) as reader:
            other = reader.documents()[1].id
            reader.set_status(other, "done")
    window.open_project(path, "huda")
    qtbot.waitUntil(lambda: window.registry.context.several_read)
    window.registry.run("navigate.review")
    page = next(one for one in window.findChildren(ReviewPage) if one.isVisible())
    assert not page.finish.isEnabled() and "2 left" in page.finish.text()
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.isVisible(), "what is open is told"
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_X)
    assert page.finish.isEnabled() and page.finish.property("primary")
    assert page.finish.text() == "Take 2 agreed marks, finish the gold reading"
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(gold(window)) == 3
    qtbot.waitUntil(
        lambda: (
            window.session is not None and window.session.document is not None and window.session.document.id == other
        )
    )
    assert window.rooms.current == "review"
    assert window.session is not None
    lines = window.session.project.overview().lines
    assert lines[0].statuses == {"layla": "doing", "omar": "doing", "gold": "done"}
    page.finish.click()
    qtbot.waitUntil(lambda: page.finish.text() == "Reopen the gold reading")


def test_an_answer_is_one_undo_step(window: MainWindow, page: ReviewPage) -> None:
    press(window, Qt.Key.Key_M)
    assert gold(window) == [("claim", (61, 74))]
    window.registry.run("edit.undo")
    assert gold(window) == [] and "0 of 2" in page.far.text()
    window.registry.run("edit.redo")
    assert gold(window) == [("claim", (61, 74))]


def test_selected_words_stand_in_place_of_the_readers(window: MainWindow, page: ReviewPage) -> None:
    page.article.select(62, 67)
    press(window, Qt.Key.Key_E)
    assert gold(window) == [("claim", (62, 67))]


def test_a_rule_says_how_much_it_settles_and_agreed_marks_come_with_their_links(
    qtbot: QtBot, window: MainWindow, page: ReviewPage
) -> None:
    assert {name: button.text()[-1] for name, button in page.bar.rules.items()} == {"agreed": "2", "punctuation": "1"}
    qtbot.mouseClick(page.bar.rules["agreed"], Qt.MouseButton.LeftButton)
    assert gold(window) == [("actor", (15, 26)), ("claim", (30, 43))]
    assert window.session is not None
    assert len(window.session.project.relations(window.session.project.documents()[0].id, "gold")) == 1
    qtbot.mouseClick(page.bar.rules["punctuation"], Qt.MouseButton.LeftButton)
    assert ("claim", (61, 73)) in gold(window)


def test_the_card_is_answered_by_mouse_with_reason_and_note(qtbot: QtBot, window: MainWindow, page: ReviewPage) -> None:
    page.reason.setCurrentIndex(page.reason.findData("boundary"))
    page.note.setText("الفاصلة خارج القول")
    button = page.findChild(QPushButton, "answer_take_omar")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session is not None
    [decision] = window.session.project.decisions()
    assert (decision.taken, decision.reason, decision.note) == ("omar", "boundary", "الفاصلة خارج القول")
    press(window, Qt.Key.Key_P)
    assert "الفاصلة خارج القول" in page.card.said.text() and page.note.text() == "الفاصلة خارج القول"


def test_letters_in_the_note_are_letters(window: MainWindow, page: ReviewPage) -> None:
    page.note.setFocus()
    QTest.keyClicks(page.note, "x1b")
    assert page.note.text() == "x1b" and gold(window) == []


def test_names_can_be_hidden_and_an_article_that_one_has_read_is_told(window: MainWindow, page: ReviewPage) -> None:
    page.bar.names.click()
    assert not any("layla" in chip.text() for chip in page.bar.chips.values())
    window.registry.run("navigate.next_document")
    assert page.list.count() == 2, "the review stays where there is something to review"
    set_language("ar")
    window.registry.run("navigate.article")
    window.registry.run("navigate.review")
    assert "حُسم" in page.far.text()


def test_readings_stand_side_by_side_and_scroll_together(qtbot: QtBot, window: MainWindow, page: ReviewPage) -> None:
    qtbot.mouseClick(page.findChild(QToolButton, "beside"), Qt.MouseButton.LeftButton)
    articles = page.columns.articles
    assert list(articles) == ["layla", "gold", "omar"]
    assert {article.direction for article in articles.values()} == {"rtl"}
    qtbot.waitUntil(lambda: all(article.isVisible() for article in articles.values()))
    for article in articles.values():
        article.set_text_size(40)
    leader = articles["omar"]
    leader.verticalScrollBar().setValue(leader.verticalScrollBar().maximum() // 2)
    place = leader.top_offset()
    tops = {round(article.span_rects(place, place + 1)[0].top()) for article in articles.values()}
    assert place > 0 and max(tops) - min(tops) <= 1
    assert page.chosen is not None
    mark = page.chosen.marks["omar"]
    assert mark is not None and leader.selected_mark() == mark.id
    press(window, Qt.Key.Key_2)
    assert gold(window) == [("claim", (61, 74))]


def test_letters_that_differ_have_a_heavy_line_and_agreed_marks_recede(page: ReviewPage) -> None:
    marks = {(mark.parts, mark.style.heavy, mark.style.lane is None) for mark in page.article.page.marks}
    assert (((73, 74),), True, False) in marks, "the comma that omar has more"
    assert (((30, 43),), False, True) in marks, "what is agreed has no lane"


def test_differences_are_sifted_walked_on_the_spine_and_marked_as_viewed(
    qtbot: QtBot, window: MainWindow, page: ReviewPage
) -> None:
    page.sieve.kind.setCurrentIndex(page.sieve.kind.findData("only"))
    page.sieve.kind.activated.emit(page.sieve.kind.currentIndex())
    assert page.list.count() == 1 and kind(page) == "only"
    page.sieve.kind.setCurrentIndex(0)
    page.sieve.kind.activated.emit(0)
    assert page.list.count() == 2
    place = page.spine._places[0]
    qtbot.mouseClick(page.spine, Qt.MouseButton.LeftButton, pos=QPoint(14, round(page.spine.y_of(place))))
    assert kind(page) == "boundary"
    press(window, Qt.Key.Key_V)
    assert kind(page) == "only" and page.spine._places[0].state == "viewed"
    page.sieve.is_open.click()
    press(window, Qt.Key.Key_X)
    assert page.list.count() == 1 and kind(page) == "boundary"


def test_a_mark_is_made_of_what_was_picked(qtbot: QtBot, window: MainWindow, page: ReviewPage) -> None:
    assert window.session is not None
    project = window.session.project
    document = project.documents()[0].id
    window.close()
    with Project.open(project.path, annotator="omar") as other:
        claim = next(one for one in other.spans(document) if one.start == 61)
        other.update(claim.id, attributes={"polarity": "denied"})
    window = open_window(project.path, "huda")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.registry.context.several_read)
    window.registry.run("navigate.review")
    found = window.findChild(ReviewPage)
    assert isinstance(found, ReviewPage)
    page = found
    qtbot.mouseClick(page.findChild(QRadioButton, "pick_boundary_layla"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.findChild(QRadioButton, "pick_attribute polarity_omar"), Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_E)
    assert window.session is not None
    [claim] = window.session.project.spans(document, "gold")
    assert (claim.start, claim.end, claim.attributes["polarity"]) == (61, 73, "denied")
    window.close()


def test_a_tie_is_given_to_somebody_who_has_not_read_the_article(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    project = window.session.project
    project.assign([project.summaries()[1].id], ["sami"])
    press(window, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: len(project.assignments()) == 2)
    [tie] = [one for one in project.assignments() if one.purpose == "tiebreak"]
    assert (tie.document_id, tie.annotator) == (project.summaries()[0].id, "sami")


def test_readings_that_are_hidden_from_now_on_do_not_stay_on_the_page(window: MainWindow) -> None:
    assert window.session is not None
    project = window.session.project
    document = project.summaries()[0].id
    project.set_blind(True)
    assert isinstance(in_sight(window), ReviewPage)
    # Who leads begins to read the article as well.
    project.set_status(document, "doing")
    assert in_sight(window) is window.workspace
    window.registry.run("navigate.review")
    page = in_sight(window)
    assert isinstance(page, ReviewPage) and "سيفتح" not in page.article.page.text
    project.set_status(document, "done")
    window.registry.run("navigate.review")
    assert isinstance(in_sight(window), ReviewPage) and project.review(document, ["layla", "omar"]).open
