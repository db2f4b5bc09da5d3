"""The window offers a copy in reading order for what a PDF gave in the order of the screen; it never makes one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.ui.main_window import MainWindow

SEEN = "ﺔﻴﺑﺮﻌﻟا ﺔﻐﻠﻟا"
READ = "اللغة العربية"
Open = Callable[..., MainWindow]


@pytest.fixture
def open_(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens a window on a project with these articles."""
    opened: list[MainWindow] = []

    def one(*texts: str) -> MainWindow:
        place = tmp_path / "p.musnad"
        with Project.create(place) as project:
            for text in texts:
                project.add_document(text)
        window = app.open_window(place)
        opened.append(window)
        qtbot.addWidget(window)
        window.show()
        return window

    yield one
    for window in opened:
        window.close()


def texts(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [document.text for document in window.session.project.documents()]


def shown(window: MainWindow) -> str:
    assert window.session is not None and window.session.document is not None
    return window.session.document.text


def take_up(window: MainWindow) -> None:
    QTest.mouseClick(window.messages.accept, Qt.MouseButton.LeftButton)


def test_who_opens_such_an_article_is_offered_a_copy_and_may_undo_it(qtbot: QtBot, open_: Open) -> None:
    window = open_(SEEN)
    qtbot.waitUntil(lambda: window.messages.isVisible())
    assert window.messages.accept.isVisible()
    assert texts(window) == [SEEN]
    take_up(window)
    qtbot.waitUntil(lambda: shown(window) == READ)
    assert texts(window) == [SEEN, READ]
    assert not window.messages.accept.isVisible()
    window.registry.run("edit.undo")
    assert texts(window) == [SEEN]


def test_closing_the_message_is_an_answer(qtbot: QtBot, open_: Open) -> None:
    window = open_(SEEN, "مقال سليم")
    qtbot.waitUntil(lambda: window.messages.isVisible())
    QTest.mouseClick(window.messages.dismiss, Qt.MouseButton.LeftButton)
    offers = window.features.offers()
    assert offers is not None and window.session is not None
    for text in ("مقال سليم", SEEN):
        window.session.show(next(one.id for one in window.session.project.documents() if one.text == text))
        offers.look()
        assert not window.messages.isVisible()
    assert texts(window) == [SEEN, "مقال سليم"]


def test_an_offer_goes_with_its_article(qtbot: QtBot, open_: Open) -> None:
    window = open_(SEEN, "مقال سليم")
    qtbot.waitUntil(lambda: window.messages.isVisible())
    window.registry.run("navigate.next_document")
    assert not window.messages.isVisible()


@pytest.mark.parametrize("articles", [("مقال سليم",), (SEEN, READ)])
def test_nothing_is_offered_where_nothing_is_to_do(open_: Open, articles: tuple[str, ...]) -> None:
    window = open_(*articles)
    assert window.features.offers() is not None
    window.features.offers().look()
    assert not window.messages.isVisible()


def test_an_import_offers_all_copies_at_once(qtbot: QtBot, open_: Open, tmp_path: Path) -> None:
    window = open_("مقال سليم")
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    files[0].write_text(SEEN, encoding="utf-8")
    files[1].write_text(f"{SEEN} ﺔﻴﺑﺮﻌﻟا", encoding="utf-8")
    window.features.transfers().import_files(files)
    qtbot.waitUntil(lambda: window.messages.isVisible())
    assert "2 articles added" in window.messages.text.text()
    take_up(window)
    qtbot.waitUntil(lambda: len(texts(window)) == 5)
    assert texts(window)[3:] == [READ, f"العربية {READ}"]
    window.registry.run("edit.undo")
    assert len(texts(window)) == 3
