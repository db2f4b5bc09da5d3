"""The room of publishing: a person sees what a dataset comes to, writes it by keys alone, and finds it again."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.services.datasets import Report
from annotator.services.verifying import verified
from annotator.ui.focus_order import stops_in
from annotator.ui.main_window import MainWindow
from annotator.ui.publishing.feature import Publishing
from annotator.ui.publishing.page import ExportPage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NAME = "سامر الحلبي"
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def window(open_: Open, path: Path) -> MainWindow:
    """The window with a claim and its source in the first article."""
    with Project.open(path) as project:
        document = project.documents()[0]
        start = document.text.index(NAME)
        actor = project.annotate(document.id, (start, start + len(NAME)), "actor")
        claim = project.annotate(document.id, (start + 24, start + 40), "claim")
        project.link(claim.id, actor.id, "source")
    return open_(path)


def shown(window: MainWindow, qtbot: QtBot, articles: int = 3) -> ExportPage:
    page = window.features.get(Publishing).exporting().page
    qtbot.waitUntil(lambda: f"{articles} article" in page.target.write.text(), timeout=20_000)
    return page


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def test_a_dataset_is_seen_and_written_by_keys_alone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    press(window, Key.Key_E, CONTROL)
    assert window.rooms.current == "publish"
    page = shown(window, qtbot)
    assert page.formats.hasFocus() and page.consequences.text.toPlainText().count(NAME) >= 1
    assert "Nothing is lost" in " ".join(one.text() for one in page.consequences.findChildren(QLabel))
    press(window, Key.Key_Return, CONTROL)
    out = window.session.project.path.with_suffix(".jsonl")
    qtbot.waitUntil(lambda: window.messages.isVisible() and "manifest" in window.messages.text.text(), timeout=20_000)
    assert NAME in out.read_text(encoding="utf-8") and verified(out).problems == ()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert window.messages.offer is not None
    window.messages.offer.run()
    assert [Path(one.toLocalFile()) for one in opened] == [out.parent]
    # A second time the file is there, and goes only when that is said again.
    before = out.stat().st_mtime_ns
    press(window, Key.Key_Return, CONTROL)
    assert "exists already" in page.target.problem.text() and page.target.write.text() == "Replace"
    press(window, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: out.stat().st_mtime_ns != before, timeout=20_000)
    press(window, Key.Key_Escape)
    assert window.page is window.workspace


def test_every_control_is_reached_by_tab_and_a_change_is_counted_anew(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("file.export")
    page = shown(window, qtbot)
    page.form.readings.radios["mine"].click()
    assert window.session is not None
    page.form.filters.documents.tick([window.session.summaries()[0].id])
    page.form.filters.documents.changed.emit()
    shown(window, qtbot, 1)
    assert "--set layla" in page.form.command.text() and "--article" in page.form.command.text()
    page.form.copy.click()
    assert QGuiApplication.clipboard().text().startswith("musnad export ")
    # Of radio buttons Tab stops at the chosen one; the arrows lead on.
    stops = [one for one in stops_in(page) if not isinstance(one, QRadioButton) or one.isChecked()]
    page.formats.setFocus()
    met = []
    while (at := QApplication.focusWidget()) not in met:
        met.append(at)
        press(window, Key.Key_Tab)
    assert [one for one in stops if one not in met] == []
    order = [met.index(one) for one in (page.formats, page.form.filters.statuses, page.target.line, page.target.write)]
    assert order == sorted(order)


def test_the_last_request_is_remembered_with_its_project(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.registry.run("file.export")
    page = shown(window, qtbot)
    page.form.splits.way.button("parts").click()
    page.target.strict.click()
    page.target.line.selectAll()
    QTest.keyClicks(page.target.line, str(path.parent / "mine"))
    window.registry.run("file.close")
    window.open_project(path)
    window.registry.run("file.export")
    page = window.features.get(Publishing).exporting().page
    assert page.wish.is_divided and page.wish.strict
    assert page.target.path == str(path.parent / "mine.jsonl")


def test_a_writing_that_is_stopped_leaves_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    window.registry.run("file.export")
    page = shown(window, qtbot)
    assert window.session is not None
    begun, go_on = threading.Event(), threading.Event()
    export = window.session.project.export

    def slow(*given: Any, progress: Callable[[int, int, str], None], **more: Any) -> Report:
        begun.set()
        assert go_on.wait(10)
        return export(*given, progress=progress, **more)

    monkeypatch.setattr(window.session.project, "export", slow)
    press(window, Key.Key_Return, CONTROL)
    qtbot.waitUntil(begun.is_set)
    assert page.target.stop.isVisible() and not page.target.write.isEnabled()
    page.target.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: page.target.write.isEnabled(), timeout=10_000)
    assert "nothing was written" in window.messages.text.text()
    assert not path.with_suffix(".jsonl").exists()
    press(window, Key.Key_Escape)


def test_what_is_lost_can_be_refused(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.registry.run("file.export")
    page = shown(window, qtbot)
    page.formats.choose("conll2003")
    page._follow_format()
    qtbot.waitUntil(lambda: page.consequences.tabs.button("lost").text() != "Lost", timeout=20_000)
    page.target.strict.click()
    press(window, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "would lose" in page.target.problem.text(), timeout=20_000)
    assert not path.with_suffix(".conll").exists()


def test_the_preview_reads_as_the_file_does(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("file.export")
    page = shown(window, qtbot)
    [line, *_] = page.consequences.text.toPlainText().splitlines()
    assert json.loads(line)["text"].startswith("أعلن وزير النقل")
