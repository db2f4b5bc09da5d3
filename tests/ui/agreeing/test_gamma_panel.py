"""γ on the page of agreement: computed when it is asked for, stopped, said with what it rests on."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.agreement.gamma import GammaFigure
from annotator.errors import InputError
from annotator.ui.agreeing.gamma_panel import GammaPanel
from annotator.ui.agreeing.gamma_work import GammaWork
from annotator.ui.agreeing.page import Asked

ASKED = Asked(readers=("layla", "omar"))


class Slow:
    """A project whose γ takes as long as a test wants."""

    def __init__(self) -> None:
        self.go_on, self.fails = Event(), False
        self.asked: list[tuple[object, ...]] = []

    def gamma(
        self, readers: tuple[str, ...], *, unit: str, tokenizer: str, progress: Callable[[int, int], object]
    ) -> GammaFigure:
        self.asked.append((readers, unit, tokenizer))
        progress(1, 3)
        if self.fails:
            raise InputError("Gamma needs a library.")
        assert self.go_on.wait(20)
        progress(3, 3)
        return GammaFigure(gamma=0.625, documents=3, n=12 if unit == "token" else 120)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def panel(qtbot: QtBot, slow: Slow) -> Iterator[GammaPanel]:
    shown = GammaPanel()
    qtbot.addWidget(shown)
    shown.show()
    work = GammaWork(shown, cast(Project, slow), QObject(shown))
    shown.setProperty("work", work)
    work.ask(ASKED)
    yield shown
    slow.go_on.set()
    work.stop()


def value(panel: GammaPanel) -> str:
    return panel.value.text().strip("\u200e")


def ask(panel: GammaPanel, asked: Asked) -> None:
    work = panel.property("work")
    assert isinstance(work, GammaWork)
    work.ask(asked)


def test_a_figure_says_what_it_rests_on_and_warns_where_that_is_little(
    panel: GammaPanel, slow: Slow, qtbot: QtBot
) -> None:
    assert value(panel) == "γ" and slow.asked == [], "nobody waits for what nobody asked for"
    panel.button.click()
    qtbot.waitUntil(lambda: "1 of 3 articles" in panel.told.text())
    slow.go_on.set()
    qtbot.waitUntil(lambda: value(panel) in ("γ 0.62", "γ 0.63"))
    for said in ("12 marks", "3 articles", "layla", "omar", "word", "weighted"):
        assert said in panel.told.text()
    assert panel.warning.isVisible() and "thirty" in panel.warning.text()
    ask(panel, Asked(readers=("layla", "omar"), unit="character"))
    assert value(panel) == "γ", "it was the answer to another question"
    panel.button.click()
    qtbot.waitUntil(lambda: "120 marks" in panel.told.text())
    assert not panel.warning.isVisible() and slow.asked[-1] == (("layla", "omar"), "character", "words")


def test_it_can_be_stopped_and_what_comes_late_is_not_shown(panel: GammaPanel, slow: Slow, qtbot: QtBot) -> None:
    panel.button.click()
    qtbot.waitUntil(lambda: "1 of 3" in panel.told.text())
    assert panel.button.text() == "Stop"
    panel.button.click()
    assert panel.button.text() == "Compute γ"
    slow.go_on.set()
    qtbot.wait(50)
    assert value(panel) == "γ"


def test_without_the_library_it_says_what_to_do(panel: GammaPanel, slow: Slow, qtbot: QtBot) -> None:
    slow.fails = True
    panel.button.click()
    qtbot.waitUntil(lambda: panel.told.text().strip("\u200e\u200f") == "Gamma needs a library.")
    assert panel.button.text() == "Compute γ"
