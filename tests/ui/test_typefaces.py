"""Typefaces are judged by what they do with Arabic letters, chosen beside the page, and remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui import typeface_choice
from annotator.ui.article import shaping as judged
from annotator.ui.article.shaping import Shaping, candidates, family_shaping, missing_letters, shaping
from annotator.ui.article.typefaces import article_font, used_family
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.typeface_picker import Typeface, TypefacePicker, remark
from annotator.ui.settings import settings
from annotator.ui.typeface_choice import check_typeface, choose_typeface

TEXT = "قالَ المُتحدِّثُ إنّ الميناءَ سيُفتح. لا اتّفاقَ بعد.\n" * 40


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        project.add_document(TEXT)
    made = open_window(tmp_path / "p.musnad", annotator="layla")
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def picker(window: MainWindow, qtbot: QtBot) -> TypefacePicker:
    """The sheet, open, with every typeface looked at."""
    window.registry.run("view.typeface")
    found = window.findChild(TypefacePicker)
    assert found is not None
    qtbot.waitUntil(lambda: all(one.shaping is not None for one in found.model.items))
    return found


def without(*features: str, family: str = "Noto Naskh Arabic") -> QFont:
    """A font that lacks some of what OpenType does to Arabic."""
    font = QFont()
    font.setFamilies([family])
    for feature in features:
        font.setFeature(QFont.Tag(feature), 0)
    return font


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "Noto Nastaliq Urdu", "DejaVu Sans"])
def test_typefaces_that_set_arabic_are_good(qapp: QApplication, family: str) -> None:
    assert qapp is not None
    assert family_shaping(family) is Shaping.GOOD


@pytest.mark.parametrize("family", ["Noto Sans", "DejaVu Serif", "Noto Sans Hebrew"])
def test_typefaces_without_arabic_letters_are_found_out(qapp: QApplication, family: str) -> None:
    assert qapp is not None
    assert QFontDatabase.hasFamily(family)
    assert family_shaping(family) is Shaping.NO_LETTERS
    assert family not in candidates()


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
def test_letters_that_stand_alone_are_found_out(qapp: QApplication, family: str) -> None:
    assert qapp is not None
    assert shaping(without("init", "medi", "fina", family=family)) is Shaping.NOT_JOINED


def test_a_lam_that_never_meets_its_alef_is_found_out(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    real = judged._ids
    # Three forms of beh, but lam and alef as they stand alone.
    monkeypatch.setattr(
        judged,
        "_ids",
        lambda font, text: real(font, "ا") + real(font, "ل") if text == "لا" else real(font, text),
    )
    assert family_shaping("Amiri") is Shaping.NOT_JOINED


def test_vowel_marks_that_miss_their_letters_are_found_out(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    real = judged._ink
    beh = judged._ids(article_font(40.0, "Amiri"), "ب")[0]
    monkeypatch.setattr(
        judged,
        "_ink",
        lambda font, text: [
            (glyph, box if glyph == beh else box.translated(400, 0)) for glyph, box in real(font, text)
        ],
    )
    found = family_shaping("Amiri")
    assert found is Shaping.MARKS_ASTRAY and found.readable


def test_the_preferred_ones_come_first(qapp: QApplication) -> None:
    assert qapp is not None
    assert candidates()[:2] == ["Noto Naskh Arabic", "Amiri"]
    assert used_family("No such typeface") == "Noto Naskh Arabic" == used_family()
    assert used_family("Amiri") == "Amiri"


def test_a_row_is_tried_on_the_page_at_once_and_remembered(window: MainWindow, picker: TypefacePicker) -> None:
    article = window.workspace.article
    article.scroll_pixels(300)
    place = article.top_offset()
    assert picker.list.currentIndex().row() == 0 and article.font_family() is None
    QTest.keyClick(picker.list, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Down)
    assert article.font_family() == "Amiri" == settings().value("typeface")
    assert article.page.type.font.families()[0] == "Amiri"
    assert article.top_offset() == place
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert picker.isHidden()
    window.registry.run("view.typeface")
    assert picker.model.items[picker.list.currentIndex().row()].family == "Amiri"
    QTest.keyClick(picker.list, Qt.Key.Key_Home)
    assert article.font_family() is None and settings().value("typeface") is None
    QTest.keyClick(picker.list, Qt.Key.Key_Escape)
    assert picker.isHidden()


def test_a_click_chooses_and_the_page_stays_in_sight(window: MainWindow, picker: TypefacePicker) -> None:
    row = picker.model.row_of("Noto Sans Arabic")
    box = picker.list.visualRect(picker.model.index(row, 0))
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    article = window.workspace.article
    assert article.font_family() == "Noto Sans Arabic"
    edge = article.viewport().mapTo(window, QPoint(article.column_left + article.page.width, 0)).x()
    assert picker.x() >= edge


def test_what_cannot_set_arabic_cannot_be_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = family_shaping
    monkeypatch.setattr(
        "annotator.ui.panels.typeface_picker.family_shaping",
        lambda family: Shaping.NOT_JOINED if family == "Amiri" else real(family),
    )
    window.registry.run("view.typeface")
    picker = window.findChild(TypefacePicker)
    assert picker is not None
    qtbot.waitUntil(lambda: all(one.shaping is not None for one in picker.model.items))
    row = picker.model.row_of("Amiri")
    index = picker.model.index(row, 0)
    assert "does not join" in str(picker.model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=picker.list.visualRect(index).center())
    assert window.workspace.article.font_family() is None
    for _ in range(2):
        QTest.keyClick(picker.list, Qt.Key.Key_Down)
    assert window.workspace.article.font_family() == picker.model.items[row + 1].family


@pytest.mark.usefixtures("qapp")
def test_letters_of_other_languages_than_arabic_are_looked_for() -> None:
    lacking = missing_letters("Amiri Quran")
    assert lacking["fa"] == "پچژگکۀ" and set("ٹڈڑے") <= set(lacking["ur"]) and set("ڕڵێۆە") <= set(lacking["ckb"])
    assert missing_letters("Amiri") == {}
    told = remark(Typeface("Amiri Quran", Shaping.GOOD, lacking))
    assert told.startswith("lacks ") and "Persian" in told and "Central Kurdish" in told


def test_every_reason_has_its_words() -> None:
    reasons = {remark(Typeface("x", found)) for found in Shaping}
    assert len(reasons) == len(Shaping)
    assert remark(Typeface("x", None)) == remark(Typeface("x", Shaping.GOOD)) == ""


def test_one_family_is_looked_at_at_a_time(window: MainWindow) -> None:
    window.registry.run("view.typeface")
    picker = window.findChild(TypefacePicker)
    assert picker is not None
    model = picker.model
    assert all(one.shaping is None for one in model.items)
    assert model.look_at_next()
    assert sum(one.shaping is not None for one in model.items) == 1


def test_a_chosen_typeface_that_does_not_join_gives_way_to_one_that_does(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_typeface(window, "DejaVu Sans")
    monkeypatch.setattr(typeface_choice, "shaping", lambda _: Shaping.NOT_JOINED)
    check_typeface(window)
    assert window.workspace.article.font_family() == "Noto Naskh Arabic"
    assert "DejaVu Sans does not join" in window.messages.text.text()
    assert settings().value("typeface") == "DejaVu Sans"


def test_all_is_well_without_a_word(window: MainWindow) -> None:
    check_typeface(window)
    assert window.messages.isHidden()
    assert window.workspace.article.font_family() is None


def test_a_typeface_that_is_gone_is_replaced_by_the_best_there_is(window: MainWindow) -> None:
    choose_typeface(window, "A typeface that was uninstalled")
    check_typeface(window)
    assert window.messages.isHidden()
    assert window.workspace.article.page.type.font.families()[0] == "Noto Naskh Arabic"
