"""A project that somebody sent, in the window: nothing of it is read as HTML, loaded, or too long to be laid out."""

import ast
import gc
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from annotator.ui.i18n import tip
from tests.hostile_projects.project_files import loosely, mutate
from tests.hostile_projects.watched import Bait, can_watch
from tests.hostile_projects.windows import use_window

UI = Path(__file__).parents[2] / "annotator" / "ui"
pytestmark = pytest.mark.usefixtures("desktop")

TITLES = (
    *("$.labels[#].title", "$.relations[#].title", "$.labels[#].attributes[0].title", "$.frames[0].title"),
    "$.labels[#].attributes[0].values[0].title",
)
PAGES = ("$.labels[#].guidelines", "$.labels[#].description", "$.relations[#].guidelines")
COLUMNS = {
    "documents": ("title",),
    "origins": ("publisher", "url", "path", "published"),
    "annotators": ("name",),
    "actors": ("name", "note", "kind"),
    "actor_aliases": ("alias",),
}


@pytest.fixture
def uncaught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What was raised and nobody caught."""
    from annotator.errors import MusnadError

    seen: list[BaseException] = []
    monkeypatch.setattr(
        sys, "excepthook", lambda _kind, error, _trace: None if isinstance(error, MusnadError) else seen.append(error)
    )
    return seen


def spoiled(sound: Path, target: Path, change: Callable[[sqlite3.Connection], None]) -> Path:
    target.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        change(connection)
    return target


def say_everywhere(connection: sqlite3.Connection, words: str, page: str) -> None:
    """Let every title, name, note and page of a project say this."""
    for table, columns in COLUMNS.items():
        for column in columns:
            loosely(connection, f"UPDATE {table} SET {column} = ?", (words if column != "url" else f"http://{words}",))
    for places, said in ((TITLES, words), (PAGES, page)):
        for place in places:
            for number in range(3):
                path = place.replace("#", str(number))
                both = "json_object('en', ?, 'ar', ?)"
                loosely(connection, f"UPDATE settings SET value = json_replace(value, ?, {both})", (path, said, said))


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Bait]:
    if not can_watch():
        pytest.skip("this system does not tell who opens a file")
    made = Bait(tmp_path / "bait")
    yield made
    made.close()


def test_the_bait_tells_when_it_is_taken(bait: Bait) -> None:
    assert not bait.was_taken()
    document = QTextDocument()
    document.setHtml(f"<img src='{bait.url}'>")
    document.documentLayout().documentSize()
    assert bait.was_taken()


def test_nothing_that_a_project_says_is_read_as_html_or_loads_anything(
    sound: Path, tmp_path: Path, bait: Bait, uncaught: list[BaseException]
) -> None:
    words = f"<img src='{bait.url}'><b>Zz</b>"
    page = f"{words}\n\n![x]({bait.url}) ![y]({bait.path})\n\n<style>@import '{bait.url}'</style>"
    path = spoiled(sound, tmp_path / "rich.musnad", lambda connection: say_everywhere(connection, words, page))
    met: set[str] = set()

    def look() -> None:
        # A window of an earlier test that is collected meanwhile takes its widgets along, and nobody tells their names
        # in the list.
        gc.collect()
        gc.disable()
        try:
            for widget in filter(isValid, QApplication.allWidgets()):
                _is_plain(widget, met)
        finally:
            gc.enable()

    use_window(path, look)
    assert not bait.was_taken()
    assert uncaught == []
    assert {"label", "tip"} <= met


def _is_plain(widget: QWidget, met: set[str]) -> None:
    """A label shows its text letter by letter; a tip that Qt takes for HTML has the signs of HTML written out."""
    if widget.metaObject().className() == "QTipLabel" or not isinstance(widget, QLabel):
        told = widget.text() if isinstance(widget, QLabel) else widget.toolTip()
        if "Zz" in told:
            met.add("tip")
            assert not QtText.mightBeRichText(told) or "<b>Zz" not in told
    elif "Zz" in widget.text():
        met.add("label")
        # Qt does so before it measures or paints a label.
        widget.ensurePolished()
        assert widget.textFormat() == Qt.TextFormat.PlainText, widget.text()


def test_every_tip_passes_through_the_one_place_that_makes_it_plain() -> None:
    """`setToolTip` gets `tip(…)`, our own words without fields, or a tip that was made before."""
    faults = []
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr == "setToolTip" and not _is_tip(node.args[-1], file):
                    faults.append(f"{file.name}:{node.lineno}")
                if node.func.attr == "showText" and not _is_tip(node.args[1], file):
                    faults.append(f"{file.name}:{node.lineno}")
    assert faults == []


def _is_tip(node: ast.expr, file: Path) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="tip")) | ast.Call(func=ast.Attribute(attr="toolTip" | "describe_marks")):
            return True
        case ast.Call(func=ast.Name(id="tr"), keywords=[]) | ast.Constant(value=""):
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _is_tip(body, file) and _is_tip(orelse, file)
        case ast.Name(id=name):
            return _is_ours(name, file)
    return False


def _is_ours(name: str, file: Path) -> bool:
    """Whether everything that a name may stand for is our own words."""
    given = [
        value
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
        for value in [node.value]
    ]
    return bool(given) and all(_is_tip(value, file) for value in given)


def test_a_tip_is_plain_and_bounded() -> None:
    assert tip("<b>x</b>") == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
    assert len(tip("x" * 5_000_000)) < 2000


MEGABYTES = {
    "a title": ("UPDATE documents SET title = ?",),
    "where it is from": ("UPDATE origins SET publisher = ?1, url = 'http://' || ?1, path = ?1, published = ?1",),
    "who is in it": ("UPDATE actors SET name = ?1, note = ?1", "UPDATE actor_aliases SET alias = ?1"),
    "what a label is called": ("UPDATE settings SET value = json_set(value, '$.labels[0].title.en', ?)",),
    "who marked": ("UPDATE annotators SET name = ?",),
}


@pytest.mark.parametrize(
    "kind", ["a title", *(pytest.param(kind, marks=pytest.mark.heavy) for kind in MEGABYTES if kind != "a title")]
)
def test_megabytes_where_a_name_belongs_do_not_stop_the_window(
    sound: Path, tmp_path: Path, kind: str, uncaught: list[BaseException]
) -> None:
    words = "عنوان طويل " * 450_000

    def change(connection: sqlite3.Connection) -> None:
        for statement in MEGABYTES[kind]:
            loosely(connection, statement, (words,))

    path = spoiled(sound, tmp_path / "big.musnad", change)
    began = time.process_time()
    use_window(path)
    assert time.process_time() - began < 10
    assert uncaught == []


@pytest.mark.parametrize("seeds", [range(4), pytest.param(range(4, 30), marks=pytest.mark.heavy)], ids=("few", "many"))
def test_hostile_files_work_or_are_told_of_in_the_window(
    sound: Path, tmp_path: Path, seeds: range, uncaught: list[BaseException]
) -> None:
    for seed in seeds:
        rng = random.Random(seed)
        path = tmp_path / f"{seed}.musnad"
        how = mutate(rng, sound, path)
        use_window(path)
        assert uncaught == [], f"{seed} ({how})"
