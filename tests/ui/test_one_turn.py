"""One key, one answer: after each the actions are asked once, and no answer asks the database."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.agreeing.feature import COUNT_AFTER_MS
from annotator.ui.commands.editing import NAME_AFTER_MS
from annotator.ui.commenting.feature import READ_AFTER_MS
from annotator.ui.context import Context, Look
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

TEXT = "أعلن وزير النقل سامر الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده. وقال رائد الحلبي إن العمل بدأ."


class Watch:
    """Counts how often each action is asked, and what the database is asked."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: Counter[str] = Counter()
        self.refreshed = 0
        self.statements: list[str] = []
        self.while_asking: list[str] = []
        self._asking = False
        registry, refresh, ask = window.registry, window.registry.refresh, window.registry._ask

        def counted(action: Action) -> None:
            self.asked[action.id] += 1
            ask(action)

        def watched() -> None:
            self._asking, self.refreshed = True, self.refreshed + 1
            refresh()
            self._asking = False

        monkeypatch.setattr(registry, "_ask", counted)
        monkeypatch.setattr(registry, "refresh", watched)
        registry._soon.timeout.disconnect()
        registry._soon.timeout.connect(watched)
        connection = session_of(window).project._connection
        connection.set_trace_callback(self._hear)

    def _hear(self, statement: str) -> None:
        self.statements.append(statement)
        if self._asking:
            self.while_asking.append(statement)

    def clear(self) -> None:
        """Begin to count anew."""
        self.asked.clear()
        self.refreshed = 0
        self.statements.clear()


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    place = tmp_path / "turns.musnad"
    with Project.create(place, annotator="me") as project:
        for title in ("أول", "ثان"):
            project.add_document(f"{title}. {TEXT}", title=title)
    window = open_window(place, "me")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.wait(10)
    yield window
    window.close()


@pytest.fixture
def watch(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(window, monkeypatch)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.workspace.article, key, modifiers)


def test_a_key_that_marks_asks_every_action_once(window: MainWindow, watch: Watch, qtbot: QtBot) -> None:
    window.workspace.article.select(20, 32)
    qtbot.wait(10)
    watch.clear()
    press(window, Qt.Key.Key_A)
    qtbot.wait(10)
    assert len(session_of(window).spans) == 1
    assert watch.refreshed == 1
    assert set(watch.asked.values()) == {1} and len(watch.asked) > 80


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_every_key_asks_at_most_once_and_no_answer_reads(
    window: MainWindow, watch: Watch, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    session = session_of(window)
    for place in (20, 50):
        session.mark(place, place + 6, "actor")
    session.select(session.spans[0].id)
    qtbot.wait(10)
    watch.clear()
    press(window, key, modifiers)
    qtbot.wait(10)
    assert watch.refreshed == 1
    assert watch.while_asking == []


def test_a_mark_asks_the_database_little(window: MainWindow, watch: Watch, qtbot: QtBot) -> None:
    window.workspace.article.select(20, 32)
    # What a window that was just opened reads late, such as comments, is none of the mark's.
    qtbot.wait(3 * READ_AFTER_MS)
    watch.clear()
    press(window, Qt.Key.Key_A)
    qtbot.wait(10)
    reads = [one for one in watch.statements if one.lstrip().upper().startswith("SELECT")]
    assert len(reads) <= 14, "\n".join(reads)
    assert max(Counter(reads).values()) <= 3, Counter(reads).most_common(3)


def test_what_makes_sense_is_a_function_of_the_context(window: MainWindow) -> None:
    registry = window.registry
    nothing = [action.id for action in registry if action.enabled(Context())]
    assert "help.palette" in nothing and "annotate.delete" not in nothing and "edit.undo" not in nothing
    now = registry.context
    assert now.document is not None and not now.has_mark
    covered = Context(scheme=now.scheme, document=now.document, writable=True, covered=True, marks=3)
    assert not registry_enabled(registry, "navigate.next_mark", covered)
    in_sight = Context(scheme=now.scheme, document=now.document, writable=True, marks=3)
    assert registry_enabled(registry, "navigate.next_mark", in_sight)
    assert registry_enabled(registry, "annotate.label.actor", replace(in_sight, selection=(0, 3)))
    focused = Context(scheme=now.scheme, look=Look(focus=True))
    assert not registry_enabled(registry, "view.pane_documents", focused)


def registry_enabled(registry: ActionRegistry, action_id: str, context: Context) -> bool:
    [action] = [one for one in registry if one.id == action_id]
    return action.enabled(context)


def test_signals_outside_a_key_are_answered_together(window: MainWindow, watch: Watch, qtbot: QtBot) -> None:
    session = session_of(window)
    watch.clear()
    session.mark(20, 32, "actor")
    session.select(None)
    session.select(session.spans[0].id)
    assert watch.refreshed == 0
    qtbot.waitUntil(lambda: watch.refreshed > 0)
    # Long enough for what follows a mark late: none of it is about what may be done.
    qtbot.wait(COUNT_AFTER_MS + NAME_AFTER_MS)
    assert watch.refreshed == 1
    assert window.registry.action("annotate.delete").isEnabled()


def test_who_asks_at_once_is_answered_truly(window: MainWindow) -> None:
    session = session_of(window)
    session.mark(20, 32, "actor")
    assert window.registry.action("annotate.delete").isEnabled()
    session.select(None)
    assert not window.registry.action("annotate.delete").isEnabled()
