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


TITLES = ("Source", "Cue", "Target", "Addressee", "Reported by")
"""The titles of the roles of a claim."""


@SCHEMES
def test_the_card_tells_the_roles_of_the_claim_and_asks_for_those_that_are_open(
    scheme: Scheme, shown: Callable[[Scheme], MainWindow]
) -> None:
    window = shown(scheme)
    card = window.workspace.inspector
    words = [label.text() for label in card.findChildren(QLabel)]
    assert [one for one in words if one in TITLES] == list(TITLES)
    buttons = card.findChildren(QToolButton)
    assert "denied" in [button.text() for button in buttons if button.isChecked()]
    asked = [button.accessibleName() for button in buttons if button.text().startswith("+ ")]
    assert asked == [f"Link: {title}…" for title in TITLES[2:]]


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
    assert (kind_for(scheme, unnamed) or "").removeprefix("v_") == "unnamed_source"
