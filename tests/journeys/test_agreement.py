"""The room of agreement: figures are there, follow the question, and lead to the places behind them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.app import open_window
from annotator.services.sample import make_sample
from annotator.ui.agreeing.charts import ArticleChart
from annotator.ui.agreeing.grids import ConfusionGrid, MeasureGrid, PairGrid
from annotator.ui.agreeing.page import AgreementPage
from annotator.ui.agreeing.scale import FigureScale
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, AgreementPage]]:
    make_sample(tmp_path / "sample.musnad")
    window = open_window(tmp_path / "sample.musnad", "layla")
    qtbot.addWidget(window)
    window.show()
    window.registry.run("navigate.agreement")
    page = window.findChild(AgreementPage)
    assert isinstance(page, AgreementPage)
    qtbot.waitUntil(lambda: page._figures is not None, timeout=20_000)
    yield window, page
    window.close()


def texts(scale: FigureScale, column: int) -> list[str]:
    items = [scale.item(row, column) for row in range(scale.rowCount())]
    return [item.text() for item in items if item is not None and item.text()]


def test_figures_stand_in_tables_and_follow_the_question(qtbot: QtBot, page: tuple[MainWindow, AgreementPage]) -> None:
    _, shown = page
    scale = shown.findChild(FigureScale)
    assert isinstance(scale, FigureScale)
    words = texts(scale, 2)
    assert len(words) > 15 and all(word == "undefined" or 0 <= float(word) <= 1 for word in words)
    before = shown._figures
    button = next(one for one in shown.findChildren(QToolButton) if one.objectName() == "character")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown._figures is not before, timeout=20_000)
    assert shown._figures is not None and shown._figures.unit == "character"
    assert "over letters" in shown._title.text()


def test_a_cell_opens_its_places_and_a_place_its_words(qtbot: QtBot, page: tuple[MainWindow, AgreementPage]) -> None:
    window, shown = page
    grid = shown.findChild(ConfusionGrid)
    assert isinstance(grid, ConfusionGrid)
    row = grid.rowCount() - 2
    grid.setFocus()
    grid.setCurrentCell(row, grid.columnCount() - 1)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown._places.count() > 0, timeout=20_000)
    place = shown._places.item(0).data(Qt.ItemDataRole.UserRole)
    assert (place.a, place.b) == ("claim", None)
    qtbot.keyClick(shown._places, Qt.Key.Key_Return)
    assert window.rooms.current == "article"
    assert window.workspace.article.selected_range() == (place.start, place.end)
    window.registry.run("navigate.agreement")
    pairs = shown.findChild(PairGrid)
    assert isinstance(pairs, PairGrid)
    pairs.setFocus()
    pairs.setCurrentCell(1, 0)
    qtbot.keyClick(pairs, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown._side.isVisible(), timeout=20_000)
    qtbot.mouseClick(shown._close, Qt.MouseButton.LeftButton)
    assert not shown._side.isVisible()


def test_a_figure_opens_the_differences_behind_it_and_a_dot_its_article(
    qtbot: QtBot, page: tuple[MainWindow, AgreementPage]
) -> None:
    window, shown = page
    scale = shown.findChild(FigureScale)
    assert isinstance(scale, FigureScale)
    row = next(row for row, one in enumerate(scale._rows) if one.figure == "by_label.claim")
    scale.setFocus()
    scale.setCurrentCell(row, 0)
    qtbot.keyClick(scale, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown._side.isVisible() and shown._places.count() > 0, timeout=20_000)
    assert "Claim" in shown._side._title.text()
    measures = shown.findChild(MeasureGrid)
    assert isinstance(measures, MeasureGrid) and measures.rowCount() == 3
    chart = shown.findChild(ArticleChart)
    assert isinstance(chart, ArticleChart)
    wanted = chart._dots[0]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.places()[0].toPoint())
    assert window.rooms.current == "review"
    assert window.session is not None and window.session.document is not None
    assert window.session.document.id in {one.id for one in chart._dots} and wanted.id


def test_tables_and_the_sentence_are_copied_and_the_page_speaks_arabic(
    qtbot: QtBot, page: tuple[MainWindow, AgreementPage]
) -> None:
    _, shown = page
    shown.copy("markdown")
    text = QGuiApplication.clipboard().text()
    assert "| layla | omar |" in text and "Krippendorff's nominal alpha is 0.86" in text
    shown.copy("latex")
    assert r"\begin{tabular}{lrrrrrr}" in QGuiApplication.clipboard().text()
    set_language("ar")
    shown.copy_sentence()
    assert "النطاق: النص كله" in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: "كريبندورف" in shown._title.text())


def test_one_reader_is_no_agreement(qtbot: QtBot, page: tuple[MainWindow, AgreementPage]) -> None:
    _, shown = page
    qtbot.mouseClick(shown._chips["omar"], Qt.MouseButton.LeftButton)
    assert shown._chips["omar"].isChecked() and shown.question.readers == ("layla", "omar")
    before = shown._figures
    qtbot.mouseClick(shown._chips["gold"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown._figures is not before, timeout=20_000)
    assert shown._figures is not None and shown._figures.readers == ("layla", "omar", "gold")
    shown._choose_pair("layla", "gold")
    assert "layla" in shown._measures_title.text().split("against")[0], "gold is what others are measured by"
    pair = next(one for one in shown._figures.pairs if (one.a, one.b) == ("layla", "gold"))
    cells = [shown._measures.item(0, column) for column in (0, 1)]
    assert [float(cell.text()) for cell in cells if cell is not None] == pytest.approx(
        [pair.by_label["actor"].recall_exact, pair.by_label["actor"].precision_exact], abs=0.006
    )
