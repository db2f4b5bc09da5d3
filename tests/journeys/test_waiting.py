"""Somebody else writes to the project: nobody waits for them, and nothing is lost."""

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.document import document_id
from annotator.ui.main_window import MainWindow
from tests.journeys.conftest import Drag
from tests.stalls import EventLoop
from tests.writers import another_program_writes, stored

LIMIT_S = 0.5


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(window.workspace.article, key, modifier or Qt.KeyboardModifier.NoModifier)


def stored_labels(path: Path) -> list[str]:
    return stored(path, "SELECT label FROM spans WHERE annotator = 'layla' ORDER BY start")


def landed(window: MainWindow) -> bool:
    return window.session is not None and window.session.landing.count == 0


def place_of_article(window: MainWindow) -> QRect:
    article = window.workspace.article
    return QRect(article.mapTo(window, QPoint()), article.size())


def test_marks_made_meanwhile_are_on_the_page_at_once_and_in_the_file_later(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop
) -> None:
    assert window.session is not None
    session, before = window.session, place_of_article(window)
    with another_program_writes(path) as end:
        with event_loop.never_stalls(LIMIT_S):
            drag(window, "سامر الحلبي")
            press(window, qtbot, Qt.Key.Key_A)
            assert [span.label for span in session.spans] == ["actor"]
            drag(window, "أعلن")
            press(window, qtbot, Qt.Key.Key_Q)
            drag(window, "ميناء الزهراء سيُفتح في موعده")
            press(window, qtbot, Qt.Key.Key_C)
            event_loop.run(0.3)
        assert [span.label for span in session.spans] == ["cue", "actor", "claim"]
        assert stored_labels(path) == []
        assert window.foot.saved.text() == "3 changes wait to be saved"
        assert place_of_article(window) == before
        end()
        qtbot.waitUntil(lambda: landed(window))
    assert stored_labels(path) == ["cue", "actor", "claim"]
    assert window.foot.saved.text().startswith("Saved")
    assert place_of_article(window) == before
    assert session.project.check() == []


def test_what_waits_can_be_taken_back_from_the_foot(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop
) -> None:
    assert window.session is not None
    with another_program_writes(path), event_loop.never_stalls(LIMIT_S):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        drag(window, "أعلن")
        press(window, qtbot, Qt.Key.Key_Q)
        press(window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert [span.label for span in window.session.spans] == ["actor"]
        assert window.foot.saved.text() == "1 change waits to be saved"
        button = window.findChild(QToolButton, "give_up_waiting")
        assert button is not None and button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.session.spans == []
        assert window.foot.saved.text().startswith("Saved")
        assert not button.isVisible()
    assert stored_labels(path) == []


def test_everything_else_that_a_person_does_goes_on(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop
) -> None:
    assert window.session is not None
    session = window.session
    drag(window, "ميناء الزهراء سيُفتح في موعده")
    press(window, qtbot, Qt.Key.Key_C)
    claim = session.selected
    assert claim is not None
    with another_program_writes(path) as end, event_loop.never_stalls(LIMIT_S):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        mention = session.selected
        assert mention is not None
        session.project.link(claim.id, mention.id, "source")
        session.project.name_actor(mention.id, "سامر الحلبي", "person")
        event_loop.turn()
        window.registry.action("document.done").trigger()
        session.say_about(claim.document_id, "title", "عنوان آخر")
        event_loop.run(0.05)
        assert session.status == "done"
        assert session.document is not None and session.document.title == "عنوان آخر"
        assert [key for key, _ in session.roles(claim)] == ["source"]
        assert session.actor_name(session.marks_by_id[mention.id]) == "سامر الحلبي"
        session.step_document(1)
        session.step_document(-1)
        assert len(session.spans) == 2
        end()
        qtbot.waitUntil(lambda: landed(window))
    assert stored(path, "SELECT status FROM annotation_sets") == ["done"]
    assert stored(path, "SELECT name FROM actors") == ["سامر الحلبي"]
    assert stored(path, "SELECT label FROM relations") == ["source"]
    assert session.project.check() == []


def test_the_window_closes_when_what_waited_is_in_the_file(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop
) -> None:
    with another_program_writes(path) as end, event_loop.never_stalls(LIMIT_S):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        assert not window.close()
        assert window.isVisible()
        assert "1 change is not saved yet" in window.messages.text.text()
        event_loop.run(0.2)
        assert window.isVisible()
        end()
        qtbot.waitUntil(lambda: not window.isVisible())
    assert stored_labels(path) == ["actor"]


def test_the_window_closes_at_once_when_what_waits_is_given_up(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop
) -> None:
    with another_program_writes(path), event_loop.never_stalls(LIMIT_S):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        assert not window.close()
        offer = next(one for one in window.messages.findChildren(QPushButton) if one.text() == "Close without them")
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.isVisible())
    assert stored_labels(path) == []


# An import in the same window


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readings of 150 articles by omar, 40 marks each: a second or two of work."""
    return written(tmp_path_factory.mktemp("waiting"), 150)


@pytest.fixture(scope="module")
def long_dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of 500 articles, so that there is time to stop it while it is written."""
    return written(tmp_path_factory.mktemp("waiting"), 500)


def written(folder: Path, articles: int) -> Path:
    path = folder / "omar.jsonl"
    line = "قال وزير النقل سامر الحلبي إن ميناء الزهراء سيُفتح في موعده، وأضاف أن العقد وُقّع أمس.\n"
    with path.open("w", encoding="utf-8") as out:
        for number in range(articles):
            out.write(json.dumps(record(f"المقال رقم {number}\n{line * 30}", number), ensure_ascii=False) + "\n")
    return path


def record(text: str, number: int) -> dict[str, object]:
    spans = [
        {"id": f"{number}-{place}", "label": "actor", "start": place, "end": place + 6, "parts": [[place, place + 6]]}
        for place in range(20, 1620, 40)
    ]
    about = {"id": document_id(text), "title": f"مقال {number}", "text": text, "language": "ar", "origins": []}
    reading = {"annotator": "omar", "status": "done", "scheme": {"name": "actors-claims", "version": 1}}
    filled = [{**span, "attributes": {"kind": "person"}, "actor": None} for span in spans]
    return {**about, **reading, "spans": filled, "relations": []}


def writing_now(window: MainWindow) -> bool:
    """The import has come to where it writes."""
    return window.session is not None and window.session.project.is_taken


def test_marks_made_during_an_import_are_on_the_page_at_once(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop, dataset: Path
) -> None:
    assert window.session is not None
    session = window.session
    words = ["سامر الحلبي", "أعلن", "ميناء الزهراء", "وزير النقل", "موعده", "الثلاثاء", "الحكومة", "البحارة"]

    def mark(some: list[str]) -> None:
        for word in some:
            drag(window, word)
            press(window, qtbot, Qt.Key.Key_A)
            assert session.selected is not None and session.selected in session.spans

    before = place_of_article(window)
    with event_loop.never_stalls(LIMIT_S):
        with another_program_writes(path):
            # The import has come to where it writes, and waits there: it has the project for itself.
            window.features.transfers().import_files([dataset])
            qtbot.waitUntil(lambda: writing_now(window), timeout=30_000)
            mark(words[:4])
            assert session.landing.count == 4
        mark(words[4:])
        assert place_of_article(window) == before
        qtbot.waitUntil(lambda: not len(window.features.transfers().tasks) and landed(window), timeout=60_000)
    assert len(stored_labels(path)) == len(words)
    assert stored(path, "SELECT count(*) FROM spans WHERE annotator = 'omar'") == [150 * 40]
    assert "150 articles added" in window.messages.text.text()
    assert session.project.check() == []
    for _ in range(len(words) + 1):
        session.undo(stay=True)
    assert stored(path, "SELECT count(*) FROM spans") == [0]


def test_an_import_is_taken_back_in_the_background_and_can_be_stopped(
    window: MainWindow, path: Path, qtbot: QtBot, event_loop: EventLoop, dataset: Path
) -> None:
    tasks = window.features.transfers().tasks
    window.features.transfers().import_files([dataset])
    qtbot.waitUntil(lambda: not len(tasks), timeout=60_000)
    with event_loop.never_stalls(LIMIT_S):
        press(window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(tasks)
        # At once: taking back 150 articles is soon done.
        qtbot.mouseClick(window.findChild(QToolButton, "progress_cancel"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not len(tasks), timeout=30_000)
        assert stored(path, "SELECT count(*) FROM documents") == [153]
        press(window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not len(tasks), timeout=60_000)
    assert stored(path, "SELECT count(*) FROM documents") == [3]
    assert window.session is not None and len(window.session.summaries()) == 3
    assert window.session.project.check() == []


@pytest.mark.parametrize("phase", ["reading", "writing"])
def test_stop_ends_the_import_of_one_file_at_once_and_leaves_nothing_of_it(
    window: MainWindow, path: Path, qtbot: QtBot, event_loop: EventLoop, long_dataset: Path, phase: str
) -> None:
    window.features.transfers().import_files([long_dataset])
    tasks = window.features.transfers().tasks
    if phase == "writing":
        qtbot.waitUntil(lambda: writing_now(window) or not len(tasks), timeout=60_000)
    event_loop.turn()
    stop = window.findChild(QToolButton, "progress_cancel")
    with event_loop.watched():
        began = time.monotonic()
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not len(window.features.transfers().tasks), timeout=30_000)
        took = time.monotonic() - began
    assert took - event_loop.held_up <= 0.5
    assert "stopped before the end" in window.messages.text.text()
    assert stored(path, "SELECT count(*) FROM documents") == [3]
    assert stored(path, "SELECT count(*) FROM changes WHERE \"table\" = 'spans'") == [0]


def test_closing_the_window_waits_for_no_import(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, event_loop: EventLoop, dataset: Path
) -> None:
    window.features.transfers().import_files([dataset])
    tasks = window.features.transfers().tasks
    qtbot.waitUntil(lambda: writing_now(window) or not len(tasks), timeout=30_000)
    with event_loop.never_stalls(0.5):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        assert window.close()
    assert stored_labels(path) == ["actor"]
    with Project.open(path) as opened:
        # All of it or nothing: on a quick machine it may have come to its end while the mark was made.
        assert len(opened.summaries()) in (3, 153)
        assert opened.check() == []
