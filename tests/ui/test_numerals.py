"""Numbers are written in the digits that the person prefers, wherever one is shown."""

import ast
import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator import Project, app
from annotator.domain.document import Origin
from annotator.errors import InputError
from annotator.ui.i18n import choose_digits, clock, date, fixed, number, set_language, tr, tr_error, tr_n, written
from annotator.ui.languages import LANGUAGES, UiLanguage
from annotator.ui.main_window import MainWindow
from annotator.ui.numerals import DigitsChoice
from annotator.ui.settings import DIGITS

UI = Path(annotator.ui.__file__).parent
WRITERS = {"i18n.py", "numerals.py"}
"""The modules that turn numbers into text."""


@pytest.fixture(autouse=True)
def _as_they_were() -> Iterator[None]:
    yield
    if DIGITS.get() != "language":
        choose_digits("language")


@pytest.mark.parametrize(
    ("language", "choice", "shown"),
    [
        ("ar", "language", ("١٬٣١٠", "٠٫٨٠", "٣ مارس ٢٠٢٦", "٢٠٢٦", "١٨:٠٥", "٣ علامات")),
        ("ar", "latin", ("1,310", "0.80", "3 مارس 2026", "2026", "18:05", "3 علامات")),
        ("ar", "arabic", ("١٬٣١٠", "٠٫٨٠", "٣ مارس ٢٠٢٦", "٢٠٢٦", "١٨:٠٥", "٣ علامات")),
        ("en", "language", ("1,310", "0.80", "3 March 2026", "2026", "18:05", "3 marks")),
        ("en", "arabic", ("١٬٣١٠", "٠٫٨٠", "٣ March ٢٠٢٦", "٢٠٢٦", "١٨:٠٥", "٣ marks")),
    ],
)
def test_every_kind_of_number_has_the_chosen_digits(
    language: str, choice: DigitsChoice, shown: tuple[str, ...]
) -> None:
    set_language("ar" if language == "ar" else "en")
    choose_digits(choice)
    said = (number(1310), fixed(0.8, 2), date("2026-03-03"), date("2026"), clock(time(18, 5)), tr_n("{n} marks", 3))
    assert said == shown


def test_numbers_that_a_translation_holds_follow_too_and_names_with_digits_stay() -> None:
    set_language("ar")
    choose_digits("latin")
    error = InputError("cells cut at 32,767 characters")
    assert "32,767" in tr_error(error) and not re.search("[٠-٩]", tr_error(error))
    assert "UTF-8" in tr("it is UTF-16; save the file in UTF-8")
    assert written("٢١ نوعًا") == "21 نوعًا"
    choose_digits("arabic")
    assert "UTF-8" in tr("it is UTF-16; save the file in UTF-8")


def test_the_choice_is_remembered_and_a_bad_one_is_none() -> None:
    set_language("ar")
    choose_digits("latin")
    set_language("ar")
    assert number(5) == "5"
    DIGITS.set("roman")
    set_language("ar")
    assert number(5) == "٥"


def test_no_module_writes_numbers_past_the_chosen_digits() -> None:
    """Only i18n asks a locale to write something, and nobody shows a bare count."""
    past = []
    for path in UI.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        past += [f"{path.name}: {said}" for call in calls if (said := _goes_past(call)) and path.name not in WRITERS]
    assert past == []


def _goes_past(call: ast.Call) -> str:
    said = ast.unparse(call)
    shows = isinstance(call.func, ast.Attribute) and call.func.attr in ("setText", "addItem", "setNum", "display")
    locale = re.search(r"(locale\(\)|QLocale\([^)]*\))\.toString\(", said)
    return said if locale or (shows and re.search(r"str\(len\(|f'\{len\(|setNum\(|display\(", said)) else ""


def _texts(window: MainWindow) -> Iterator[str]:
    """All that the window says of itself, without keys and without what is isolated because it is not ours."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.property("role") == "key":
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            for row in range(model.rowCount()):
                yield str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")


ROOMS = (
    "navigate.project",
    "navigate.publish",
    "navigate.article",
    "view.frames",
    "document.details",
    "view.actors",
    "view.statements",
    "edit.statements",
    "file.import",
)
_NOT_OURS = re.compile("[\u2066-\u2068][^\u2069]*\u2069|F\\d+|Ctrl\\S*|\\b[1-9] (?=[A-Z])")


@pytest.mark.heavy
def test_no_room_shows_other_digits(qtbot: QtBot, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad") as project:
        for place in range(3):
            origin = Origin(publisher="وكالة", published=f"2026-0{place + 1}-03")
            document = project.add_document(f"قال الوزير {'كلامًا ' * (place + 1)}", title="خبر", origin=origin)
            cue = project.annotate(document.id, (0, 3), "cue")
            claim = project.annotate(document.id, (11, 16), "claim")
            project.link(claim.id, cue.id, "cue")
    window = app.open_window(tmp_path / "p.musnad")
    qtbot.addWidget(window)
    window.show()
    choose_digits("arabic")
    seen = ""
    for action in ROOMS:
        window.registry.run(action)
        texts = [_NOT_OURS.sub("", text) for text in _texts(window)]
        seen += "\n".join(texts)
        assert [text for text in texts if re.search("[0-9]", text)] == [], action
    assert re.search("[٠-٩]", seen)
    window.close()


def test_another_language_writes_its_own_digits_and_takes_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    persian = UiLanguage(name="فارسی", offer="", locale=QLocale(QLocale.Language.Persian, QLocale.Country.Iran))
    monkeypatch.setitem(LANGUAGES, "ar", persian)
    set_language("ar")
    assert (number(1310), clock(time(18, 5))) == ("۱٬۳۱۰", "۱۸:۰۵")
    choose_digits("latin")
    assert (number(1310), clock(time(18, 5)), date("2026-03-03")[:2]) == ("1,310", "18:05", "3 ")
