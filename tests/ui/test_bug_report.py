"""What nobody caught is told once, by a window that goes on, and is in the log."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.ui import bug_report
from annotator.ui.main_window import MainWindow
from annotator.ui.message_bar import Level, MessageBar
from annotator.ui.suggesting.dialog import SuggestersDialog
from tests.processes import run_python


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(bug_report, "_last_heard", {})
    monkeypatch.setattr(sys, "excepthook", bug_report.report_bug)
    window = app.open_window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The details of what the message bar was given to say."""
    details: list[str] = []
    tell = window.messages.tell

    def keep(level: Level, text: str, more: str = "") -> None:
        details.append(more)
        tell(level, text, more)

    monkeypatch.setattr(window.messages, "tell", keep)
    return details


class Unmeasured(QPushButton):
    """A widget whose layout fails, at every repaint."""

    def sizeHint(self) -> QSize:
        return QSize(max([]), 0)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        raise RuntimeError(arg__1.text())


def test_a_fault_in_painting_is_told_once_however_often_it_comes(
    window: MainWindow, told: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    button = Unmeasured(window)
    for _ in range(100):
        button.sizeHint()
    assert told == []  # not while Qt measures
    qtbot.waitUntil(lambda: bool(told))
    assert "max() arg is an empty sequence" in told[0] and "Unmeasured" not in window.messages.text.text()
    window.messages.hide()
    button.sizeHint()
    qtbot.wait(20)
    assert len(told) == 1 and window.messages.isHidden()
    assert len([record for record in caplog.records if "uncaught" in record.message]) == 1


def test_what_a_person_tries_again_later_is_told_again(
    window: MainWindow, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = Unmeasured(window)
    now = [100.0]
    monkeypatch.setattr(bug_report, "monotonic", lambda: now[0])
    for _ in range(5):
        QTest.keyClick(button, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    assert len(told) == 1
    now[0] += bug_report.QUIET_S + 1
    QTest.keyClick(button, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(told) == 2)


def test_a_fault_before_the_window_shows_is_told_when_it_does(
    window: MainWindow, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bug_report, "RETRY_MS", 10)
    window.hide()
    Unmeasured(window).sizeHint()
    qtbot.wait(30)
    assert told == []
    window.show()
    qtbot.waitUntil(lambda: len(told) == 1)


@pytest.mark.parametrize("modal", [True, False])
def test_a_fault_is_told_in_the_dialog_in_front_above_its_buttons(
    window: MainWindow, qtbot: QtBot, modal: bool
) -> None:
    dialog = SuggestersDialog(window)
    qtbot.addWidget(dialog)
    dialog.setModal(modal)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(Unmeasured(dialog), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: dialog.findChild(MessageBar) is not None)
    bar, buttons = dialog.findChild(MessageBar), dialog.findChild(QDialogButtonBox)
    assert isinstance(bar, MessageBar) and isinstance(buttons, QDialogButtonBox)
    assert bar.isVisible() and "RuntimeError" in bar.details.toPlainText()
    assert dialog.rect().contains(bar.geometry())
    assert bar.geometry().bottom() < buttons.mapTo(dialog, QPoint()).y()
    assert window.messages.text.text() == bar.text.text(), "it stays in the window when the dialog is gone"
    window.messages.tell("info", "Nothing to worry about")
    assert "Nothing" not in bar.text.text()


def test_telling_that_fails_is_not_told_by_itself(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[str] = []

    def tell(*_: object) -> None:
        calls.append("told")
        raise LookupError("nor this")

    monkeypatch.setattr(window.messages, "tell", tell)
    Unmeasured(window).sizeHint()
    qtbot.waitUntil(lambda: "nor this" in caplog.text)
    qtbot.wait(50)
    assert calls == ["told"]


MAIN = """
import sys
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from annotator import app
from annotator.ui.main_window import MainWindow
import annotator.ui.article.painting, annotator.ui.article.pointer, annotator.ui.article.keys
{inject}

def act():
    [window] = [one for one in app.QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    article = window.workspace.article
    QTest.mousePress(article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    QTest.mouseRelease(article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    QTest.keyClick(article, Qt.Key.Key_Right)
    window.resize(900, 700)
    {late}
    for turn in range(20):
        article.viewport().update()
        QTest.qWait(5)
    article.select(0, 4)
    window.registry.action("annotate.label.actor").trigger()
    QTest.qWait(20)
    print("message", window.messages.isVisible(), len(window.session.spans), window.isVisible(), flush=True)
    if not window.close():
        QTest.qWait(20)
        print("stays", window.messages.isVisible(), window.isVisible(), flush=True)
        window.close()
    print("closed", flush=True)

app.application()
QTimer.singleShot(300, act)
code = app.main([sys.argv[1]], annotator="layla")
print("end", code, flush=True)
"""
INJECTED = {
    "paint": "annotator.ui.article.painting.paint = lambda *_: max([])",
    "mouse": "annotator.ui.article.pointer.Pointer.press = lambda *_: [][0]",
    "key": "annotator.ui.article.keys.Keys.press = lambda *_: next(iter(()))",
    "hint": "annotator.ui.panels.document_header.TextLine._font = lambda *_: int('x')",
}
LATE = {"close": "window.features.leave_focus = lambda *_: 1 / 0"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as made:
        made.add_document("قال الرئيس إن الأمر انتهى.\n" * 5, title="خبر")
        return made.path


@pytest.mark.parametrize("place", [*INJECTED, *LATE])
def test_the_window_lives_and_saves_whatever_fails_in_it(place: str, project: Path, tmp_path: Path) -> None:
    code = MAIN.format(inject=INJECTED.get(place, ""), late=LATE.get(place, ""))
    done = run_python(code, str(project), folder=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and lines[-1:] == ["end 0"], f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    told = place != "close"
    # What fails in closing is told by the window, which stays for it once.
    stays = [] if told else ["stays True True"]
    assert lines == [f"message {told} 1 True", *stays, "closed", "end 0"]
    log = (tmp_path / "state" / "musnad" / "musnad.log").read_text(encoding="utf-8")
    assert log.count("Traceback") == 1, log
    with Project.open(project, annotator="layla") as saved:
        assert len(saved.spans(saved.documents()[0].id)) == 1
        assert saved.check() == []


def test_what_ends_the_process_all_the_same_leaves_its_stack_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "a folder" / "musnad.log"
    code = "import sys, faulthandler, pathlib\nfrom annotator import log\nlog.start(pathlib.Path(sys.argv[1]))\n"
    assert run_python(f"{code}faulthandler._sigsegv()", str(log), folder=tmp_path).returncode < 0
    assert "Segmentation fault" in log.read_text(encoding="utf-8")


def _unwritable(folder: Path) -> Path:
    (folder / "file").write_text("")
    return folder / "file" / "musnad.log"


def _big(folder: Path) -> Path:
    (folder / "musnad.log").write_text("before\n" * 200_000)
    return folder / "musnad.log"


@pytest.mark.parametrize(("make", "size"), [(_unwritable, None), (_big, 0)])
def test_a_log_is_done_without_or_begun_anew(make: Callable[[Path], Path], size: int | None, tmp_path: Path) -> None:
    log = make(tmp_path)
    code = "import sys, pathlib\nfrom annotator import log\nlog.start(pathlib.Path(sys.argv[1])); print('ok')"
    done = run_python(code, str(log), folder=tmp_path)
    assert (done.stdout, done.returncode) == ("ok\n", 0), done.stderr
    assert (log.stat().st_size if log.exists() else None) == size
