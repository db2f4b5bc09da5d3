"""A team of three, each with a project file of their own: from assignments to gold and to a dataset, in Arabic."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.cli import musnad
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.reviewing.page import ReviewPage
from annotator.ui.sharing.feature import Sharing
from annotator.ui.sharing.preview import MergeDialog
from tests.journeys.conftest import FIRST, SECOND

Drag = Callable[[MainWindow, str], None]
SOURCE, CLAIM = "نقابة البحارة", "لم تستشر أحدًا"


@pytest.mark.heavy
def test_two_colleagues_and_a_reviewer_go_from_assignments_to_a_dataset(
    qtbot: QtBot, drag: Drag, tmp_path: Path
) -> None:
    set_language("ar")
    files = {who: tmp_path / f"{who}.musnad" for who in ("huda", "layla", "omar")}
    with Project.create(files["huda"], annotator="huda") as project:
        articles = [
            project.add_document(text, title=title).id for text, title in ((FIRST, "الميناء"), (SECOND, "خبراء"))
        ]
        project.assign(articles[:1], ["layla", "omar"])
        project.share(tmp_path / "work.musnad-share")
    for who, claim in (("layla", CLAIM), ("omar", f"{CLAIM}»")):
        Project.create(files[who], annotator=who).close()
        window = opened(qtbot, files[who], who)
        merge(qtbot, window, tmp_path / "work.musnad-share")
        read(window, drag, articles[0], claim, more=who == "omar")
        window.features.get(Sharing).write(tmp_path / f"{who}.musnad-share")
        qtbot.waitUntil((tmp_path / f"{who}.musnad-share").exists, timeout=20_000)
        window.close()
    window = opened(qtbot, files["huda"], "huda")
    for who in ("layla", "omar"):
        assert who in merge(qtbot, window, tmp_path / f"{who}.musnad-share")
    review(qtbot, window)
    window.close()
    out = tmp_path / "gold.jsonl"
    told = CliRunner().invoke(
        musnad, ["export", str(files["huda"]), "--format", "jsonl", "--set", "gold", "--out", str(out)]
    )
    assert told.exit_code == 0, told.output
    [record] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    spans = [(one["label"], FIRST[one["parts"][0][0] : one["parts"][-1][1]]) for one in record["spans"]]
    assert (record["annotator"], sorted(spans)) == ("gold", [("actor", SOURCE), ("claim", CLAIM)])


def opened(qtbot: QtBot, path: Path, who: str) -> MainWindow:
    """The window of somebody at their own file."""
    window = open_window(path, who)
    qtbot.addWidget(window)
    window.resize(1280, 820)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def merge(qtbot: QtBot, window: MainWindow, bundle: Path) -> str:
    """Look at a bundle and take it in; the words of its preview."""
    window.features.get(Sharing).look(bundle)
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None, timeout=20_000)
    shown = window.findChild(MergeDialog)
    assert isinstance(shown, MergeDialog)
    words = "\n".join(label.text() for label in shown.findChildren(QLabel))
    window.messages.text.clear()
    shown.accept()
    qtbot.waitUntil(lambda: window.messages.text.text() != "", timeout=20_000)
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is None, timeout=20_000)
    return words


def read(window: MainWindow, drag: Drag, article: str, claim: str, *, more: bool) -> None:
    """Mark a source and a claim, and (`more`) a cue, by mouse and keyboard; then say that all is done."""
    assert window.session is not None
    window.session.show(article)
    for words, key in ((SOURCE, Qt.Key.Key_A), (claim, Qt.Key.Key_C), ("قالت", Qt.Key.Key_Q)):
        if key != Qt.Key.Key_Q or more:
            window.workspace.article.letter_mode = True
            drag(window, words)
            QTest.keyClick(window.workspace.article, key)
            window.workspace.article.set_selected_mark(None)
    window.registry.run("document.done")
    assert window.session.status == "done"


def review(qtbot: QtBot, window: MainWindow) -> None:
    """Take what is agreed by mouse, then decide the boundary and the cue by keys, with a reason and a note."""
    qtbot.waitUntil(lambda: window.registry.context.several_read, timeout=20_000)
    window.registry.run("navigate.review")
    page = window.findChild(ReviewPage)
    assert isinstance(page, ReviewPage) and page.list.count() == 2
    assert "من" in page.far.text()
    button = page.findChild(QPushButton, "rule_agreed")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rows = {one.label: row for row, one in enumerate(page._shown)}
    page.list.setCurrentRow(rows["claim"])
    page.reason.setCurrentIndex(page.reason.findData("boundary"))
    QTest.keyClick(page.list, Qt.Key.Key_C)
    assert window.focusWidget() is page.note
    page.note.setText("القوس خارج القول")
    QTest.keyClick(page.note, Qt.Key.Key_Return)
    assert window.focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_1)
    assert page.chosen is not None and page.chosen.label == "cue"
    QTest.keyClick(page.list, Qt.Key.Key_X)
    assert window.session is not None
    decisions = window.session.project.decisions()
    assert {(one.rule, one.verdict, one.reason, one.note) for one in decisions} == {
        ("agreed", "take", "", ""),
        ("", "take", "boundary", "القوس خارج القول"),
        ("", "reject", "", ""),
    }
