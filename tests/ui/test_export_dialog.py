"""The export dialog: what a format declares is what it asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.i18n import set_language


@pytest.fixture
def proposed(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال وزير النقل إن الميناء سيفتح.")
        project.annotate(document.id, (4, 14), "actor")
    with Project.open(path, annotator="model:cues") as model:
        model.annotate(document.id, (0, 3), "cue")
    with Project.open(path, annotator="layla") as project:
        yield project


def rows(dialog: ExportDialog) -> dict[str, QComboBox]:
    return {
        box.objectName().removeprefix("option_"): box
        for box in dialog.findChildren(QComboBox)
        if box.objectName().startswith("option_")
    }


def choose(dialog: ExportDialog, format: str) -> None:
    found = [place for place in range(dialog.format.count()) if dialog.format.itemData(place).id == format]
    dialog.format.setCurrentIndex(found[0])


def test_the_options_of_a_format_are_rows_that_come_and_go(proposed: Project, qtbot: QtBot) -> None:
    dialog = ExportDialog(proposed)
    qtbot.addWidget(dialog)
    assert dialog.format.currentData().id == "jsonl"
    choose(dialog, "doccano")
    assert rows(dialog) == {}
    choose(dialog, "conll2003")
    shown = rows(dialog)
    assert list(shown) == ["label", "tags", "edges"]
    chain = [dialog.format]
    while chain[-1] is not dialog.whose:
        chain.append(chain[-1].nextInFocusChain())  # type: ignore[arg-type]
    assert [one for one in chain if isinstance(one, QComboBox)] == [dialog.format, *shown.values(), dialog.whose]
    labels = [shown["label"].itemText(place).strip("\u2068\u2069") for place in range(shown["label"].count())]
    assert labels == ["All", "Actor", "Cue", "Claim"]
    shown["edges"].setCurrentIndex(shown["edges"].findData("split"))
    dialog.accept()
    assert dialog.wish is not None
    assert dialog.wish.options == {"label": "", "tags": "bio", "edges": "split"}
    assert dialog.wish.out.suffix == ".conll"


def test_what_models_proposed_is_chosen_by_name(proposed: Project, qtbot: QtBot) -> None:
    dialog = ExportDialog(proposed)
    qtbot.addWidget(dialog)
    assert [dialog.whose.itemData(place) for place in range(dialog.whose.count())] == [
        None,
        ("layla",),
        ("model:cues",),
    ]


def test_the_options_are_in_arabic_too(proposed: Project, qtbot: QtBot) -> None:
    set_language("ar")
    dialog = ExportDialog(proposed)
    qtbot.addWidget(dialog)
    choose(dialog, "conll2003")
    assert rows(dialog)["edges"].accessibleName() == "علامات تنتهي داخل كلمة"
    assert rows(dialog)["edges"].currentText() == "تشمل الكلمة كلها"
    set_language("en")
