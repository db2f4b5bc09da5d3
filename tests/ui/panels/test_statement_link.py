"""Linking a claim to the registry of statements: what the card says, what the box offers, what the keys do there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.span import Span
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.statement_card import StatementCard
from annotator.ui.session import Session
from annotator.ui.stating.box import StatementLink
from annotator.ui.stating.feature import Stating

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CLAIM = "الميناء القديم سيُغلق قريبًا"
TEXT = f"قال الوزير إن {CLAIM}، ونفت النقابة أن يكون العقد قانونيًا."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        project.add_document(TEXT)
        project.add_statement("يجب إغلاق الميناء القديم")
        project.add_statement("العقد قانوني", parent_id=project.add_statement("الصفقة سليمة").id)
    made = app.open_window(place)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.workspace.complete()
    yield made
    made.close()


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def claim(window: MainWindow) -> Span:
    selected = session_of(window).selected
    assert selected is not None
    return selected


def mark(window: MainWindow, words: str = CLAIM) -> None:
    start = TEXT.index(words)
    assert session_of(window).mark(start, start + len(words), "claim") is not None


def card(window: MainWindow) -> StatementCard:
    found = window.workspace.inspector.statement
    assert found is not None
    return found


def ask(window: MainWindow, qtbot: QtBot) -> StatementLink:
    QTest.keyClick(window.workspace.article, Key.Key_K)
    box = window.features.get(Stating).box()
    assert box.isVisible() and QApplication.focusWidget() is box.line
    settled(box, qtbot)
    return box


def settled(box: StatementLink, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: box._asked is None, timeout=20_000)


def titles(box: StatementLink) -> list[str]:
    return [row.title for row in box.rows.items]


def test_one_key_asks_and_what_is_only_like_the_claim_waits_below(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    assert card(window).button.text() == "What does it say?"
    box = ask(window, qtbot)
    assert titles(box)[0].startswith("New statement") and CLAIM in titles(box)[0]
    assert "links the chosen statement" in window.foot.hint.accessibleName()
    QTest.keyClick(box.line, Key.Key_Escape)
    assert not box.isVisible() and claim(window).statement_id is None


def test_a_statement_is_found_in_another_spelling_and_linked(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    box = ask(window, qtbot)
    box.line.setText("اغلاق الميناء")
    settled(box, qtbot)
    assert titles(box)[0] == "يجب إغلاق الميناء القديم"
    QTest.keyClick(box.line, Key.Key_Return)
    said = session_of(window).project.statement(claim(window).statement_id or "")
    assert said.text == "يجب إغلاق الميناء القديم" and claim(window).agreement == "yes"
    assert "إغلاق" in card(window).button.text()


def test_enter_waits_for_what_is_being_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    box = ask(window, qtbot)
    box.line.setText("اغلاق الميناء")
    QTest.keyClick(box.line, Key.Key_Return)
    qtbot.waitUntil(lambda: claim(window).statement_id is not None, timeout=20_000)
    assert len(session_of(window).project.statement_registry()) == 3


def test_a_new_statement_is_one_key_and_one_undo(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    box = ask(window, qtbot)
    box.line.setText("الميناء يُغلق")
    QTest.keyClick(box.line, Key.Key_Return, CTRL)
    project = session_of(window).project
    assert [one.text for one in project.statement_registry()][-1] == "الميناء يُغلق"
    assert claim(window).statement_id == project.statement_registry()[-1].id
    session_of(window).undo()
    assert len(project.statement_registry()) == 3 and claim(window).statement_id is None


def test_agreement_follows_the_claim_and_is_changed_and_cleared_on_the_card(window: MainWindow, qtbot: QtBot) -> None:
    mark(window, "يكون العقد قانونيًا")
    session_of(window).set_attribute("polarity", "denied")
    box = ask(window, qtbot)
    box.line.setText("العقد قانوني")
    settled(box, qtbot)
    assert "الصفقة سليمة" in box.rows.items[0].detail
    QTest.keyClick(box.line, Key.Key_Return)
    assert claim(window).agreement == "no"
    shown = card(window).agreement
    assert shown is not None and shown.button("no").isChecked()
    shown.button("unclear").click()
    assert claim(window).agreement == "unclear"
    assert card(window).agreement is shown, "the card is the same, and the focus where it was"
    shown.button("unclear").click()
    assert claim(window).agreement is None
    box = ask(window, qtbot)
    box._take(next(row for row in box.rows.items if row.title == "No statement"))
    assert claim(window).statement_id is None and card(window).agreement is None


def test_an_actor_says_nothing(window: MainWindow) -> None:
    start = TEXT.index("الوزير")
    session_of(window).mark(start, start + 6, "actor")
    assert window.workspace.inspector.statement is None
    assert not window.registry.action("annotate.link_statement").isEnabled()


def test_the_card_speaks_arabic(window: MainWindow, qtbot: QtBot) -> None:
    mark(window)
    set_language("ar")
    QApplication.processEvents()
    assert card(window).button.text() == "ماذا يقول؟"
    box = ask(window, qtbot)
    assert titles(box)[0].startswith("مقولة جديدة")
