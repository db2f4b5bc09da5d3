"""The export page: what a format declares is what it asks, and what is asked is what the command line would ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.document import Origin
from annotator.services.dataset_wish import DatasetWish
from annotator.services.selection import Selection
from annotator.ui.i18n import set_language
from annotator.ui.publishing.facts import facts_of
from annotator.ui.publishing.page import ExportPage
from annotator.ui.searching.picker import TickPopup


@pytest.fixture
def proposed(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        origin = Origin(publisher="النورس", published="2026-03-03")
        document = project.add_document("قال وزير النقل إن الميناء سيفتح.", title="الميناء", origin=origin)
        project.add_document("He said so.", title="So", language="en")
        project.annotate(document.id, (4, 14), "actor")
    with Project.open(path, annotator="model:cues") as model:
        model.annotate(document.id, (0, 3), "cue")
    with Project.open(path, annotator="layla") as project:
        yield project


@pytest.fixture
def page(proposed: Project, qtbot: QtBot) -> ExportPage:
    made = ExportPage()
    qtbot.addWidget(made)
    made.offer(facts_of(proposed, proposed.summaries()))
    made.target.begin(proposed.path, "")
    made.show_wish(DatasetWish())
    return made


def rows(page: ExportPage) -> dict[str, QComboBox]:
    return {
        box.objectName().removeprefix("option_"): box
        for box in page.findChildren(QComboBox)
        if box.objectName().startswith("option_") and box.isVisibleTo(page)
    }


def choose(page: ExportPage, format: str) -> None:
    [place] = [
        place for place, row in enumerate(page.formats.rows.items) if row.writer is not None and row.writer.id == format
    ]
    page.formats.setCurrentIndex(page.formats.rows.index(place))


def test_the_options_of_a_format_are_rows_that_come_and_go(page: ExportPage) -> None:
    assert page.wish.format == "jsonl"
    choose(page, "doccano")
    assert rows(page) == {} and page.wish.options == {}
    choose(page, "conll2003")
    shown = rows(page)
    assert list(shown) == ["label", "tags", "edges"]
    labels = [shown["label"].itemText(place).strip("\u2068\u2069") for place in range(shown["label"].count())]
    assert labels == ["All", "Actor", "Cue", "Claim"]
    shown["edges"].setCurrentIndex(shown["edges"].findData("split"))
    assert page.wish.options == {"label": "", "tags": "bio", "edges": "split"}
    choose(page, "doccano")
    choose(page, "conll2003")
    assert page.wish.options["edges"] == "split"


def test_what_models_proposed_is_chosen_by_name(page: ExportPage, qtbot: QtBot) -> None:
    readings = page.form.readings
    assert list(page.wish.annotators) == []
    assert list(readings.chips) == ["all", "layla", "model:cues", "agreed", "majority"]
    assert not readings.radios["gold"].isVisibleTo(page)
    with qtbot.waitSignal(page.changed):
        readings.radios["named"].click()
    readings.chips["all"].click()
    readings.chips["model:cues"].click()
    assert list(page.wish.annotators) == ["all", "model:cues"]
    readings.radios["mine"].click()
    assert list(page.wish.annotators) == ["layla"]
    readings.radios["majority"].click()
    assert list(page.wish.annotators) == ["majority"]


def test_everything_that_can_be_asked_is_shown_and_asked_again(page: ExportPage, proposed: Project) -> None:
    document = proposed.documents()[0].id
    only = Selection(
        statuses=frozenset(("doing", "done")),
        since="2026-01-01",
        until="2026-12-31",
        outlets=frozenset(("النورس",)),
        languages=frozenset(("ar",)),
        labels=frozenset(("actor", "claim")),
        documents=frozenset((document,)),
    )
    wish = DatasetWish(
        format="conllu",
        annotators=("layla", "agreed"),
        only=only,
        split="train=50,test=50",
        stratify="outlet",
        frozen_split="v2",
        options={"edges": "drop"},
        strict=True,
    )
    page.show_wish(wish)
    assert page.wish == wish
    # What the project has no longer is not asked for.
    page.show_wish(
        DatasetWish(annotators=("omar",), only=Selection(labels=frozenset(("gone",))), frozen_split="gone", format="no")
    )
    left = page.wish
    assert (left.format, left.annotators, left.only, left.is_divided) == ("jsonl", (), Selection(), False)


def test_a_frozen_split_needs_no_parts(page: ExportPage, proposed: Project, tmp_path: Path) -> None:
    proposed.export("conllu", tmp_path / "d", split="train=80,dev=20", frozen_split="v1")
    page.offer(facts_of(proposed, proposed.summaries()))
    splits = page.form.splits
    assert not splits.shares.isVisibleTo(page)
    splits.way.button("frozen").click()
    assert (page.wish.frozen_split, page.wish.split) == ("v1", "")
    assert not splits.shares.isVisibleTo(page)
    splits.name.setEditText("v2")
    assert (page.wish.frozen_split, page.wish.split) == ("v2", "train=80,dev=10,test=10")
    assert splits.shares.isVisibleTo(page)


def test_ticks_are_found_in_any_spelling_and_set_by_keys(page: ExportPage, qtbot: QtBot) -> None:
    picker = page.form.filters.outlets
    names = {f"k{place}": f"صحيفة {place}" for place in range(20)} | {"port": "أخبار الميناء"}
    picker.offer(list(names), names.__getitem__)
    page.show()
    picker.open()
    popup = picker.findChild(TickPopup)
    assert popup is not None
    ticks = popup.list
    popup.line.setText("اخبار")
    qtbot.waitUntil(lambda: popup.rows.items == ["port"])
    QTest.keyClick(popup.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert picker.keys == {"port"} and "أخبار الميناء" in picker.accessibleName()
    popup.line.clear()
    qtbot.waitUntil(lambda: len(popup.rows.items) == 21)
    assert popup.rows.data(popup.rows.index(20), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.keyClick(ticks, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: picker.findChild(TickPopup) is None)


def test_the_place_follows_the_format_until_somebody_types(page: ExportPage, proposed: Project) -> None:
    target, beside = page.target, proposed.path.parent
    writer = page.writer
    target.follow(writer, folder=False)
    assert Path(target.path) == beside / "p.jsonl"
    choose(page, "brat")
    target.follow(page.writer, folder=True)
    assert Path(target.path) == beside / "p-brat"
    target.line.clear()
    QTest.keyClicks(target.line, str(beside / "mine"))
    target.follow(writer, folder=False)
    assert Path(target.path) == beside / "mine.jsonl" and target.chosen == target.path


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    target = page.target
    target.follow(page.writer, folder=False)
    (tmp_path / "old.jsonl").write_text("mine", encoding="utf-8")
    target.line.setText(str(tmp_path / "old"))
    with qtbot.assertNotEmitted(target.write_wanted):
        target.ask()
    assert "old.jsonl exists already" in target.problem.text() and target.write.text() == "Replace"
    target.line.setText(str(tmp_path / "new"))
    assert target.write.text() == "Write" and target.problem.text().strip("\u200e") == ""
    target.line.setText(str(tmp_path / "old"))
    with qtbot.assertNotEmitted(target.write_wanted):
        target.ask()
    with qtbot.waitSignal(target.write_wanted) as written:
        target.ask()
    assert written.args == [tmp_path / "old.jsonl"]


def test_the_page_is_in_arabic_too(page: ExportPage) -> None:
    set_language("ar")
    choose(page, "conll2003")
    assert rows(page)["edges"].accessibleName() == "علامات تنتهي داخل كلمة"
    assert rows(page)["edges"].currentText() == "تشمل الكلمة كلها"
    assert page.form.about.text().strip("\u200f") == "كلمة ووسمها في كل سطر، لتدريب الواسمات"
    set_language("en")
