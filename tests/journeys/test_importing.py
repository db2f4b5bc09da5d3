"""A person's way from files to articles: shown first, corrected, some of it left out, then imported."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.ui.importing.controller import Importing
from annotator.ui.importing.drop_frame import DropFrame
from annotator.ui.importing.feature import Imports
from annotator.ui.main_window import MainWindow
from tests.intake.makers import BODY, page

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text("خبر جديد تمامًا\nقال الوزير.", "utf-8")
    (place / "b.html").write_bytes(page())
    (place / "c.txt").write_text("\n".join(BODY) + "\nانتهى", "utf-8")
    (place / "d.bin").write_bytes(b"\0" * 100)
    return place


def shown(window: MainWindow, qtbot: QtBot, *paths: Path) -> Importing:
    """The page with everything that these hold."""
    imports = window.features.get(Imports).page()
    imports.read(list(paths))
    qtbot.waitUntil(lambda: not imports.page.busy, timeout=20_000)
    return imports


def titles(imports: Importing) -> list[str]:
    return [line.title for line in imports.page.list.rows.items]


def test_what_comes_in_is_shown_corrected_and_chosen_before_anything_is_written(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    assert window.session is not None
    project = window.session.project
    before = len(project.documents())
    imports = shown(window, qtbot, folder)
    page_ = imports.page
    assert page_.isVisible() and page_.list.hasFocus()
    assert titles(imports) == ["خبر جديد تمامًا", "الميناء يفتح في موعده", BODY[0], "d.bin"]
    assert [line.chosen for line in page_.lines] == [True, True, True, False]
    assert len(project.documents()) == before
    # Space leaves the current line out; what cannot be read stays out.
    QTest.keyClick(page_.list, Qt.Key.Key_Down)
    QTest.keyClick(page_.list, Qt.Key.Key_Down)
    QTest.keyClick(page_.list, Qt.Key.Key_Space)
    assert not page_.lines[2].chosen
    QTest.keyClick(page_.list, Qt.Key.Key_Down)
    QTest.keyClick(page_.list, Qt.Key.Key_Space)
    assert not page_.lines[3].chosen
    # The first one gets an outlet and another title.
    QTest.keyClick(page_.list, Qt.Key.Key_Home)
    for field, value in (("publisher", "قافلة"), ("title", "عنوان آخر"), ("published", "2026-04-05")):
        page_.detail.lines[field].setFocus()
        page_.detail.lines[field].selectAll()
        page_.detail.lines[field].insert(value)
        QTest.keyClick(page_.detail.lines[field], Qt.Key.Key_Return)
    page_.detail.lines["published"].setFocus()
    page_.detail.lines["published"].selectAll()
    page_.detail.lines["published"].insert("5 April")
    QTest.keyClick(page_.detail.lines["published"], Qt.Key.Key_Return)
    assert "no day of publication" in window.messages.text.text()
    assert "Import 2 articles" in page_.bring.text()
    QTest.keyClick(page_.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not page_.isVisible(), timeout=10_000)
    made = project.documents()[before:]
    assert [one.title for one in made] == ["عنوان آخر", "الميناء يفتح في موعده"]
    assert (made[0].origins[0].publisher, made[0].origins[0].published) == ("قافلة", "2026-04-05")
    assert "d.bin" in window.messages.text.text()
    window.registry.run("edit.undo")
    qtbot.waitUntil(lambda: len(project.documents()) == before)


def test_the_list_can_be_narrowed_to_what_needs_an_eye(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    imports = shown(window, qtbot, folder)
    QTest.mouseClick(imports.page.facets["failed"], Qt.MouseButton.LeftButton)
    assert titles(imports) == ["d.bin"]
    assert "control characters" in imports.page.detail.note.text()
    QTest.mouseClick(imports.page.facets["near"], Qt.MouseButton.LeftButton)
    assert titles(imports) == [BODY[0]]
    assert "الميناء يفتح في موعده" in imports.page.detail.note.text()
    QTest.mouseClick(imports.page.facets[None], Qt.MouseButton.LeftButton)
    assert len(titles(imports)) == 4


def test_escape_gives_up_and_nothing_is_written(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    assert window.session is not None
    before = len(window.session.project.documents())
    imports = shown(window, qtbot, folder)
    QTest.keyClick(imports.page.list, Qt.Key.Key_Escape)
    assert not imports.page.isVisible() and window.workspace.article.isVisible()
    assert len(window.session.project.documents()) == before
    window.registry.run("file.import")
    assert imports.page.isVisible() and titles(imports) == []


def test_text_is_pasted(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("file.import")
    imports = window.features.get(Imports).page()
    QGuiApplication.clipboard().setText("قال الوزير من الحافظة.")
    QTest.keyClick(imports.page.files, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: not imports.page.busy and titles(imports) == ["قال الوزير من الحافظة."], timeout=10_000)
    QTest.mouseClick(imports.page.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not imports.page.isVisible(), timeout=10_000)
    assert window.session is not None
    assert window.session.project.documents()[-1].origins[0].path == "Pasted text"
    QGuiApplication.clipboard().clear()


def test_file_dialogs_open_beside_the_project(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    asked: list[str] = []

    def choose(*given: object) -> tuple[list[str], str]:
        asked.append(str(given[2]))
        return [str(folder / "a.txt")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.registry.run("file.import")
    imports = window.features.get(Imports).page()
    QTest.mouseClick(imports.page.files, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not imports.page.busy and len(titles(imports)) == 1, timeout=10_000)
    assert asked == [str(window.session.project.path.parent)]


def test_another_encoding_is_tried_where_none_is_detected(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "mac.txt"
    file.write_bytes("قال الرئيس إن المحادثات ستستمر".encode("mac_arabic"))
    imports = shown(window, qtbot, file)
    assert imports.page.lines[0].arrival.state == "failed" and not imports.page.bring.isEnabled()
    box = imports.page.encoding
    box.setCurrentIndex(box.findData("mac_arabic"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: not imports.page.busy, timeout=10_000)
    assert titles(imports) == ["قال الرئيس إن المحادثات ستستمر"]


def test_a_foreign_dataset_gets_a_map_that_can_be_corrected(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.session is not None
    file = tmp_path / "d.conll"
    file.write_text("-DOCSTART- O\n\nقال O\nسامر B-PER\nالحلبي I-PER\nأمس B-DATE\n. O\n", "utf-8")
    imports = shown(window, qtbot, file)
    assert imports.page.lines[0].arrival.state == "annotations"
    qtbot.waitUntil(lambda: ("labels", "PER") in imports.page.map.choices, timeout=10_000)
    choices = imports.page.map.choices
    assert choices["labels", "PER"].currentData() == choices["labels", "DATE"].currentData() == "-"
    assert "2 marks and links" in imports.page.summary.text()
    choices["labels", "PER"].setCurrentIndex(choices["labels", "PER"].findData("actor"))
    assert "1 mark or link" in imports.page.summary.text()
    project = window.session.project
    QTest.keyClick(imports.page.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not imports.page.isVisible(), timeout=10_000)
    [document] = [one for one in project.documents() if "سامر الحلبي أمس" in one.text]
    assert [span.quote(document.text) for span in project.spans(document.id)] == ["سامر الحلبي"]


def test_what_looks_like_another_kind_comes_in_where_a_person_says_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "about schemes.txt"
    file.write_text('[scheme]\nname = "x"\nversion = 1\n\n[[labels]]\nkey = "a"\n', "utf-8")
    imports = shown(window, qtbot, file)
    assert imports.page.lines[0].arrival.state == "failed" and imports.page.detail.force.isVisible()
    QTest.mouseClick(imports.page.detail.force, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: imports.page.lines[0].document is not None, timeout=10_000)
    assert imports.page.bring.isEnabled() and not imports.page.detail.force.isVisible()


def test_the_list_of_articles_says_which_repeat_others(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    for name, more in (("a.txt", ""), ("b.txt", "\nانتهى")):
        (tmp_path / name).write_text("\n".join(BODY) + more, "utf-8")
    imports = shown(window, qtbot, tmp_path / "a.txt", tmp_path / "b.txt")
    QTest.mouseClick(imports.page.bring, Qt.MouseButton.LeftButton)
    rows = window.workspace.documents.rows
    qtbot.waitUntil(lambda: len(rows.groups) == 2, timeout=20_000)
    first, second = rows.items[-2:]
    assert rows.subtitle(first) == "Others repeat it" and rows.subtitle(second) == "Near-duplicate"
    assert "Near-duplicate" in rows.spoken(second, 0)


def test_dragging_shows_where_to_drop(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), *how))
    frame = window.findChild(DropFrame)
    assert frame is not None and frame.isVisible() and frame.size() == window.size()
    assert "what would come in is shown first" in frame.text
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not frame.isVisible()
