"""The examples of CONTRIBUTING.md are run as they stand there: each adds the thing that it is about."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.formats import registry as formats
from annotator.intake import kinds
from annotator.registry import Registry
from annotator.store import edits, migrations, rows
from annotator.suggest import registry as suggesters

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

PAGE = Path(__file__).parents[1] / "CONTRIBUTING.md"
EXAMPLES = dict(re.findall(r"^### (.+?)\n.*?^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S))


def run_example(title: str) -> dict[str, Any]:
    """Run the example below a heading; what it has defined."""
    defined: dict[str, Any] = {"__name__": "example"}
    exec(compile(EXAMPLES[title], f"CONTRIBUTING.md: {title}", "exec", dont_inherit=True), defined)
    return defined


@pytest.fixture(autouse=True)
def _nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the examples register is gone after each test."""
    formats.writers()
    suggesters.suggesters()
    kinds.kinds()
    lists: list[Registry[Any]] = [formats._writers, formats._readers, suggesters._suggesters, kinds._kinds]
    for held in lists:
        monkeypatch.setattr(held, "_items", dict(held._items))


def test_each_heading_has_its_example() -> None:
    assert list(EXAMPLES) == [
        "A format to write",
        "A format to read",
        "A kind of article source",
        "A suggester",
        "An action",
        "A feature",
        "A room",
        "A language of the window",
        "A column",
    ]


def test_a_format_to_write(project: Project, tmp_path: Path) -> None:
    run_example("A format to write")
    document = project.add_document("قال الوزير إن الميناء سيفتح.")
    claim = project.annotate(document.id, (11, 27), "claim")
    project.link(claim.id, project.annotate(document.id, (4, 10), "actor").id, "source")
    report = project.export("quotes", tmp_path / "q.tsv")
    assert (tmp_path / "q.tsv").read_text(encoding="utf-8") == "actor\tالوزير\nclaim\tإن الميناء سيفتح\n"
    assert report.losses["relations"] == 1


def test_a_format_to_read(project: Project, tmp_path: Path) -> None:
    run_example("A format to read")
    (tmp_path / "a.first").write_text("قال الوزير نعم.\nوأضاف آخر.\n", encoding="utf-8")
    for _ in range(2):
        project.import_(tmp_path / "a.first")
    cues = [span.quote(one.text) for one in project.documents() for span in project.spans(one.id)]
    assert cues == ["قال", "وأضاف"]
    assert project.check() == []


def test_a_kind_of_article_source(project: Project, tmp_path: Path) -> None:
    run_example("A kind of article source")
    (tmp_path / "m.txt").write_text("MINUTES 2026-03-03\nقال الرئيس: نبدأ.\n", "utf-8")
    assert project.import_(tmp_path / "m.txt").added == 1
    [document] = project.documents()
    assert (document.text, document.origins[0].published) == ("قال الرئيس: نبدأ.\n", "2026-03-03")


def test_a_suggester(project: Project) -> None:
    run_example("A suggester")
    document = project.add_document("قال الوزير إن الوزير السابق غادر.")
    assert project.suggest(["ministers"]).found == {"ministers": 2}
    assert [span.parts for span in project.suggestions(document.id)] == [((4, 10),), ((14, 20),)]


@pytest.fixture
def with_feature(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> "Callable[[str, str], MainWindow]":
    """A function that makes a window with the feature of an example, given its heading and its class."""
    from annotator.ui import features
    from annotator.ui.main_window import MainWindow

    def make(title: str, name: str) -> MainWindow:
        monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, run_example(title)[name]))
        window = MainWindow()
        qtbot.addWidget(window)
        return window

    return make


def test_an_action(project: Project, qtbot: QtBot, with_feature: "Callable[[str, str], MainWindow]") -> None:
    document = project.add_document("قال الوزير نعم.")
    project.annotate(document.id, (4, 10), "actor")
    window = with_feature("An action", "Counting")
    assert not window.registry.action("help.count").isEnabled()
    window.show_project(project)
    qtbot.waitUntil(window.registry.action("help.count").isEnabled)
    window.registry.run("help.count")
    assert "1 marks" in window.messages.text.text()
    assert "Count the marks" in [entry.title for entry in window.registry.entries()]


def test_a_feature(project: Project, with_feature: "Callable[[str, str], MainWindow]") -> None:
    first, second = (project.add_document(f"{title} قال الوزير نعم.") for title in ("أول", "ثان"))
    window = with_feature("A feature", "Bookmarks")
    window.show_project(project)
    window.workspace.complete()
    menu = [action.objectName() for action in window.registry.menu("navigate").actions()]
    place = menu.index("navigate.mark_here")
    assert menu[place + 1 : place + 3] == ["navigate.keep", "navigate.kept"]
    window.workspace.article.select(5, 9)
    window.registry.run("navigate.keep")
    window.open_document(second.id)
    window.registry.run("navigate.kept")
    assert window.session is not None and window.session.document is not None
    assert window.session.document.id == first.id and window.workspace.article.selected_range() == (5, 5)
    window.close_project()


def test_a_room(project: Project, with_feature: "Callable[[str, str], MainWindow]") -> None:
    from PySide6.QtWidgets import QLabel

    project.add_document("قال الوزير نعم.")
    window = with_feature("A room", "Balance")
    window.show_project(project)
    assert not window.registry.action("navigate.agreement").isEnabled()
    project.add_document("وأضاف آخر.")
    window.registry.run("navigate.agreement")
    page = window.page
    assert isinstance(page, QLabel) and page.text() == "2"
    assert [button.objectName() for button in window.head.rooms.buttons] == [
        "project",
        "article",
        "agreement",
        "publish",
    ]
    window.close_project()
    assert window.page is window.projects.welcome


@pytest.fixture
def languages() -> Iterator[None]:
    """The window's languages are as before in the end."""
    from annotator.ui import i18n
    from annotator.ui.languages import LANGUAGES

    held = dict(LANGUAGES)
    yield
    i18n.set_language("en")
    LANGUAGES.clear()
    LANGUAGES.update(held)


@pytest.mark.usefixtures("languages", "qapp")
def test_a_language_of_the_window() -> None:
    from annotator.ui import i18n
    from annotator.ui.languages import after

    run_example("A language of the window")
    speak: Callable[[Any], None] = i18n.set_language
    speak("fa")
    assert (i18n.number(1310), i18n.ui_direction(), i18n.listed(["الف", "ب"])) == ("۱٬۳۱۰", "rtl", "الف، ب")
    assert [after("en"), after("ar")] == ["ar", "fa"]


def test_a_column(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = project.add_actor("سامر الحلبي", "person")
    project.close()
    for held in (rows.TABLES, rows.COLUMNS):
        monkeypatch.setitem(held, "actors", held["actors"])
    steps = run_example("A column")["STEPS"]
    monkeypatch.setattr(migrations, "STEPS", steps)
    monkeypatch.setattr(migrations, "VERSION", len(steps))
    with Project.open(tmp_path / "p.musnad") as opened:
        held = opened._connection.execute("SELECT * FROM actors").fetchone()
        with opened.acting() as act:
            act.edits.append(edits.put("actors", {**dict(held), "born": "1970"}))
        born = "SELECT born FROM actors WHERE id = ?"
        assert opened._connection.execute(born, (actor.id,)).fetchone()[0] == "1970"
        assert opened.check() == []
        opened.undo()
        assert opened._connection.execute(born, (actor.id,)).fetchone()[0] is None
        assert opened.check() == []
    assert [path.name for path in tmp_path.glob("*before-version*")]
