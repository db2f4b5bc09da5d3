"""Clitics with and without camel-tools' morphology database; the database is the tests' own."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.text import clitics
from annotator.text.morphology import splits
from tests.camel_data import make_database, make_folder


@pytest.fixture(autouse=True)
def folder(camel_folder: Path) -> Path:
    """Nothing here may ask the network for data."""
    return camel_folder


def ends(word: str) -> list[int]:
    return splits()(word, 0, len(word))


def test_without_a_database_the_rules_alone_tell(folder: Path) -> None:
    assert splits() is clitics.splits
    assert not folder.exists(), "asking makes nothing"


def test_without_a_catalogue_a_database_is_not_read(folder: Path) -> None:
    make_database(folder, "لبنان")
    (folder / "catalogue.json").unlink()
    assert splits() is clitics.splits


@pytest.mark.parametrize(
    ("word", "by_rules", "by_database"),
    [
        ("لبنان", [1], []),
        ("ولبنان", [1, 2], [1]),
        ("للبنان", [1, 2], [1]),
        ("وزير", [1], []),
        ("والوزير", [1, 3], [1, 3]),
        ("للوزير", [1, 2], [1, 2]),
        ("بنان", [1], [1]),
        ("لبنانَ", [1], []),
        ("وبيونغ", [1, 2], [1, 2]),
    ],
)
def test_the_database_leaves_what_the_word_has(
    folder: Path, word: str, by_rules: list[int], by_database: list[int]
) -> None:
    assert ends(word) == by_rules
    make_database(folder, "لبنان", "وزير")
    assert ends(word) == by_database


def test_a_word_with_two_readings_keeps_the_one_that_has_a_clitic(folder: Path) -> None:
    make_database(folder, "لبنان", "بنان")
    assert ends("لبنان") == [1]


def test_suggestions_are_surer_with_the_database(folder: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "one.musnad") as project:
        [document] = (project.add_document("زارت بنان لبنان وكتبت لبنان مرتين، فقيل لبنان وبنان."),)
        project.add_actor("بنان", "person")
        project.suggest(["aliases"])
        assert len(project.suggestions(document.id)) == 5
        make_database(folder, "لبنان")
        project.suggest(["aliases"])
        assert [span.quote(document.text) for span in project.suggestions(document.id)] == ["بنان", "بنان"]


def test_a_broken_database_is_told(folder: Path) -> None:
    path = make_database(folder, "لبنان")
    path.write_text("###DEFINES###\nnonsense\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"morphology\.db cannot be read: .*invalid DEFINES line"):
        splits()


def test_the_folder_alone_is_no_database(folder: Path) -> None:
    make_folder(folder)
    assert splits() is clitics.splits
