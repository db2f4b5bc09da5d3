"""The window follows the scheme: with every key of the default one renamed, it says the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.scheme import Scheme
from annotator.ui.actor_words import kind_for, kinds
from annotator.ui.main_window import MainWindow
from annotator.ui.searching.stances import stance_title, stances
from tests.services.test_meanings import DEFAULT, RENAMED, TEXT

SCHEMES = pytest.mark.parametrize("scheme", [DEFAULT, RENAMED], ids=["plain", "renamed"])


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Scheme], MainWindow]]:
    """A function that shows a project of a scheme in which the first claim is whole, denied, and selected."""
    windows: list[MainWindow] = []

    def show(scheme: Scheme) -> MainWindow:
        path = tmp_path / "p.musnad"
        with Project.create(path, scheme=scheme, annotator="layla") as project:
            document = project.add_document(TEXT)
            project.suggest(["cues"])
            project.accept(*(span.id for span in project.suggestions(document.id)))
        window = open_window(path, "layla")
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        assert window.session is not None
        window.session.select(window.session.project.frames(document.id)[1].head)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@SCHEMES
def test_the_card_tells_the_claim_as_a_sentence(scheme: Scheme, shown: Callable[[Scheme], MainWindow]) -> None:
    window = shown(scheme)
    card = window.workspace.inspector
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "denied" in words
    asked = [button.text() for button in card.findChildren(QToolButton) if button.text().startswith("+ ")]
    assert asked == ["+ Target", "+ Addressee", "+ Reported by"]


@SCHEMES
def test_kinds_of_actors_and_stances_are_those_of_the_scheme(scheme: Scheme) -> None:
    assert list(kinds(scheme).values())[:2] == ["person", "organization"]
    titles = [stance_title(scheme, one) for one in stances(scheme)]
    assert titles == ["favour", "against", "neutral", "unclear", "no stance"]


@SCHEMES
def test_a_new_actor_is_of_the_kind_that_its_mention_has(scheme: Scheme, shown: Callable[[Scheme], MainWindow]) -> None:
    window = shown(scheme)
    assert window.session is not None
    unnamed = next(span for span in window.session.spans if span.quote(TEXT) == "مصدر مطلع")
    assert kind_for(scheme, unnamed).removeprefix("v_") == "unnamed_source"
