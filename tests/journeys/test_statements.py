"""An analyst orders what is said, with the keyboard: find, rename, split, recode as previewed, merge, open a place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.main_window import MainWindow
from annotator.ui.stating.feature import Stating
from annotator.ui.stating.registry import StatementPages

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TEXT = "قال الوزير إن الميناء سيُغلق. وقالت نادية إن المرفأ يبقى مفتوحًا، وإن العقد جاهز، وإن الأسعار سترتفع."
CLOSE, PRICES = "يجب إغلاق الميناء", "الأسعار في ازدياد"


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> QWidget:
    """A key where the focus is; where it is afterwards."""
    for _ in range(times):
        QTest.keyClick(focus(), key, modifiers)
        QApplication.processEvents()
    return focus()


def write(words: str) -> None:
    """Type words where the focus is, as a keyboard of their language does."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, 0, NONE, letter))


def tab_to(widget: QWidget) -> None:
    """Tab, until the focus is there."""
    stops: list[str] = []
    while QApplication.focusWidget() is not widget:
        stops.append(press(Key.Key_Tab).objectName())
        assert len(stops) < 40, stops


@pytest.fixture
def desk(open_: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """Four claims of two people: two say one statement, and two say none yet; one more statement waits for claims."""
    place = tmp_path / "said.musnad"
    with Project.create(place, annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء").id
        sources = {}
        for name in ("الوزير", "نادية"):
            start = TEXT.index(name)
            sources[name] = project.annotate(document, (start, start + len(name)), "actor").id
        for words, source in (
            ("الميناء سيُغلق", "الوزير"),
            ("المرفأ يبقى مفتوحًا", "نادية"),
            ("العقد جاهز", "نادية"),
            ("الأسعار سترتفع", "نادية"),
        ):
            start = TEXT.index(words)
            claim = project.annotate(document, (start, start + len(words)), "claim")
            project.link(claim.id, sources[source], "source")
        first, second, *_ = project.claims()
        project.state(first.span.id, CLOSE, "yes")
        project.state(second.span.id, CLOSE, "no")
        project.add_statement(PRICES)
    return open_(place)


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def said(window: MainWindow) -> dict[str, list[tuple[str, str | None]]]:
    """What the claims of every statement say, and whether their sources agree."""
    project = project_of(window)
    return {
        one.text: [(claim.hit.text, claim.span.agreement) for claim in project.claims(one.id)]
        for one in project.statement_registry()
    }


def pages_of(window: MainWindow) -> StatementPages:
    return window.features.get(Stating).pages()


def test_what_is_said_is_ordered_by_keyboard(desk: MainWindow, qtbot: QtBot) -> None:
    article, project = desk.workspace.article, project_of(desk)
    press(Key.Key_S, CTRL | SHIFT)
    page = pages_of(desk).page
    assert focus() is page.filter
    qtbot.waitUntil(lambda: page.rows.rowCount() == 3)
    assert [row.title for row in page.rows.items] == ["No statement yet", PRICES, CLOSE]
    assert page.rows.items[2].detail == "2 claims · 1 article · 1 agrees · 1 disagrees"
    before = said(desk)

    # Found in another spelling, and renamed.
    write("اغلاق ميناء")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.entry.mentions.rows.rowCount() == 2)
    assert page.entry.sides.text().splitlines()[0].startswith("Agree: ")
    tab_to(page.entry.editor.text)
    press(Key.Key_A, CTRL)
    write("الميناء يُغلق")
    press(Key.Key_Return)
    assert set(said(desk)) == {"الميناء يُغلق", PRICES}
    page.list.setFocus()
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said(desk) == before)
    page.filter.clear()
    qtbot.waitUntil(lambda: page.rows.rowCount() == 3)

    # One of its claims says something else.
    qtbot.waitUntil(lambda: page.entry.mentions.rows.rowCount() == 2)
    tab_to(page.entry.mentions)
    press(Key.Key_End)
    press(Key.Key_Space)
    tab_to(page.entry.new_name)
    write("المرفأ مفتوح")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 4)
    assert said(desk)["المرفأ مفتوح"] == [("المرفأ يبقى مفتوحًا", "no")]
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said(desk) == before and page.rows.rowCount() == 3)

    # Claims that say nothing yet are recoded, as previewed.
    page.list.setFocus()
    press(Key.Key_Home)
    qtbot.waitUntil(
        lambda: [one.hit.text for one in page.entry.mentions.rows.items] == ["العقد جاهز", "الأسعار سترتفع"]
    )
    tab_to(page.entry.all)
    press(Key.Key_Space)
    tab_to(page.entry.recode)
    press(Key.Key_Space)
    assert focus() is page.recoding.box and not page.recoding.button.isEnabled()
    write("الاسعار في ازدياد")
    qtbot.waitUntil(page.recoding.button.isEnabled)
    assert page.recoding.button.text() == "Recode 2 claims"
    press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: said(desk)[PRICES] == [("العقد جاهز", None), ("الأسعار سترتفع", None)])
    deed = project.next_deed()
    assert deed is not None and (deed.kind, deed.count) == ("say_statement", 2)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)

    # Two are one: what would move is shown, and one undo brings it back.
    page.list.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.merging and page.merging.mentions.rows.rowCount() == 2)
    tab_to(page.merging.button)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert [len(claims) for claims in said(desk).values()] == [4]
    deed = project.next_deed()
    assert deed is not None and deed.kind == "merge_statements"
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)

    # A claim leads back to its place.
    press(Key.Key_Home)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.entry and page.entry.mentions.isVisible())
    tab_to(page.entry.mentions)
    press(Key.Key_Home)
    assert press(Key.Key_Return) is article
    assert desk.session is not None and desk.session.selected is not None
    assert project.check() == []
