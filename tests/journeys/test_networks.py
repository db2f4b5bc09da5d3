"""Who agrees with whom: the network leads to the claims behind it, to the article, and out as a picture and as data."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.actor import Actor
from annotator.domain.statement import Agreement
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.networks.page import NetworkPage
from annotator.ui.publishing.feature import Publishing

CLAIM = "ميناء الزهراء سيُفتح في موعده"
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def window(open_: Open, path: Path) -> MainWindow:
    """The window with two claims of two actors, who disagree about one statement."""
    with Project.open(path) as project:
        first, *_ = project.documents()
        minister, union = project.add_actor("سامر الحلبي", "person"), project.add_actor("نقابة البحارة", "organization")
        statement = project.add_statement("الميناء يفتح في موعده")
        who_says: tuple[tuple[str, Actor, str, Agreement], ...] = (
            ("سامر الحلبي", minister, CLAIM, "yes"),
            ("نقابة البحارة", union, "لم تستشر أحدًا", "no"),
        )
        for words, actor, said, agreement in who_says:
            start, begin = first.text.index(words), first.text.index(said)
            source = project.annotate(first.id, (start, start + len(words)), "actor", actor_id=actor.id)
            claim = project.annotate(first.id, (begin, begin + len(said)), "claim")
            project.link(claim.id, source.id, "source")
            project.update(claim.id, statement_id=statement.id, agreement=agreement)
    return open_(path)


def shown(window: MainWindow, qtbot: QtBot) -> NetworkPage:
    page = window.features.get(Publishing).networks().page
    qtbot.waitUntil(lambda: page.view.placed is not None and len(page.edges.rows.items) == 2, timeout=20_000)
    return page


def test_a_network_leads_to_its_claims_and_these_to_the_article(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(
        QApplication.focusWidget() or window,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.rooms.current == "publish"
    page = shown(window, qtbot)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.shows_claims and len(page.claims.rows.items) == 1
    QTest.keyClick(page.claims, Qt.Key.Key_Escape)
    assert not page.shows_claims and window.rooms.current == "publish"
    # The month holds both, and time is told for and against.
    assert [(one.name, one.for_, one.against) for one in page.timeline.periods] == [("2026-03", 1, 1)]
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, Qt.Key.Key_Return)
    place = next(n for n, one in enumerate(page.claims.rows.items) if one.quote == CLAIM)
    page.claims.show_current(place)
    QTest.keyClick(page.claims, Qt.Key.Key_Return)
    assert window.session is not None and window.session.selected is not None
    assert window.page is window.workspace and window.session.selected.label == "claim"


def test_it_goes_out_as_a_picture_and_as_data(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.registry.run("view.networks")
    page = shown(window, qtbot)
    networks = window.features.get(Publishing).networks()
    networks.copy_table()
    head, *rows = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("source,target,source_label") and len(rows) == 2
    networks.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()
    QGuiApplication.clipboard().clear()
    networks.save_picture(tmp_path / "n.png")
    networks.export(tmp_path / "net")
    qtbot.waitUntil(lambda: (tmp_path / "net" / "manifest.json").exists(), timeout=20_000)
    assert QImage(str(tmp_path / "n.png")).height() == page.picture().height()
    assert "سامر الحلبي" in (tmp_path / "net" / "edges.csv").read_text(encoding="utf-8-sig")


def test_another_question_is_answered_and_another_language_spoken(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("view.networks")
    page = shown(window, qtbot)
    combo = page.question.combos["network"]
    combo.setCurrentIndex(combo.findData("conflict"))
    qtbot.waitUntil(lambda: len(page.edges.rows.items) == 1, timeout=20_000)
    assert page.view.placed is not None and not page.view.placed.drawn.in_columns
    page.question.since.setText("2027")
    qtbot.waitUntil(lambda: page.edges.rows.items == [] and "nothing to draw" in page.state.text(), timeout=20_000)
    set_language("ar")
    QApplication.processEvents()
    assert combo.currentText() == "من يخالف من" or any("\u0600" <= one <= "\u06ff" for one in combo.currentText())
    assert "لا شيء يُرسم" in page.state.text()
