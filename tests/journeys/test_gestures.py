"""How many gestures an attribution takes: by what is proposed, by keyboard alone, and by mouse alone.

A gesture is a key with the keys held under it, a click, or a drag. Each way ends with the same: the claim, its source
and its cue, linked, with all attributes of the quick profile chosen.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.answer_box import AnswerBox
from annotator.ui.main_window import MainWindow
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
CLAIM = "وجود أي خطة للإغلاق"
TEXT = f"نفت وزارة النقل {CLAIM}.\n"
Drag = Callable[[MainWindow, str], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        project.add_document(TEXT + "بقيت السفن في البحر.", title="x")
    return place


class Hand:
    """Makes gestures in a window, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.count = 0

    def key(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.count += 1
            QTest.keyClick(QApplication.activePopupWidget() or self._window.workspace.article, key, held)

    def click(self, widget: QWidget | None, at: QPoint | None = None) -> None:
        assert widget is not None and widget.isVisible()
        self.count += 1
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())

    def drag(self, drag: Drag, words: str) -> None:
        self.count += 1
        drag(self._window, words)


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def stored(window: MainWindow) -> tuple[set[tuple[str, str]], set[tuple[str, str]], dict[str, str]]:
    """The marks with their words, the links by the words that they lead to, and the attributes of all marks."""
    session = session_of(window)
    quotes = {span.id: span.quote(window.workspace.article.page.text) for span in session.spans}
    marks = {(span.label, quotes[span.id]) for span in session.spans}
    links = {(link.label, quotes[link.to_id]) for link in session.relations}
    return marks, links, {key: value for span in session.spans for key, value in span.attributes.items()}


def is_whole(window: MainWindow, *, kind: bool = True) -> bool:
    """Return whether the attribution is there with all that the quick profile asks for."""
    marks, links, values = stored(window)
    asked = {"quote_type": "indirect", "polarity": "denied"} | ({"kind": "organization"} if kind else {})
    return (
        marks == {("claim", CLAIM), ("cue", "نفت"), ("actor", "وزارة النقل")}
        and links == {("source", "وزارة النقل"), ("cue", "نفت")}
        and asked.items() <= values.items()
    )


def test_an_attribution_takes_few_gestures_whichever_way(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    session = session_of(window)
    session.project.suggest(["cues"])
    hand = Hand(window)
    hand.key(Key.Key_Tab, Key.Key_Return)
    assert is_whole(window, kind=False) and hand.count <= 3, f"by proposals: {hand.count}"
    while session.spans or session.suggestions:
        session.undo()

    hand = Hand(window)
    window.workspace.article.select(0, 0)
    hand.key(Key.Key_F7)  # the sentence that nobody has marked
    hand.key(Key.Key_Left)  # its end
    hand.key(*[Key.Key_Right] * 4, held=CTRL | SHIFT)  # the claim, from behind
    hand.key(Key.Key_C, Key.Key_Return)  # with its source and cue
    hand.key(Key.Key_N, held=SHIFT)  # the source
    hand.key(Key.Key_1, Key.Key_O)
    assert is_whole(window) and hand.count <= 12, f"by keyboard: {hand.count}"
    while session.spans:
        session.undo()

    hand = Hand(window)
    hand.drag(drag, CLAIM)
    claim = window.registry.action(label_id(session.scheme.label("claim")))
    buttons = (one for one in window.head.labels.findChildren(QToolButton) if one.defaultAction() is claim)
    hand.click(next(buttons))
    viewport = window.workspace.article.viewport()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in viewport.findChildren(AnswerBox)))
    hand.click(next(one for one in viewport.findChildren(AnswerBox) if one.isVisible()).take)
    card = window.workspace.inspector
    assert card.frame is not None
    source = next(chip for chip in card.frame.chips.values() if chip.text() == "وزارة النقل")
    qtbot.waitUntil(source.isVisible)
    hand.click(source, QPoint(30, source.height() // 2))
    organization = card.segments("kind").button("organization")
    qtbot.waitUntil(organization.isVisible)
    hand.click(organization)
    assert is_whole(window) and hand.count <= 12, f"by mouse: {hand.count}"
