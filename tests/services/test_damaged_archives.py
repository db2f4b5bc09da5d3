"""Archives that were damaged on their way, at every door that takes one: told in a line, and nothing else happens."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from annotator import Project
from annotator.errors import MusnadError
from annotator.services.verifying import verified

ROUNDS = 120
TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيُفتح في موعده.\nوأضاف رائد أن العمل يبدأ غدًا.\n"


@pytest.fixture(scope="module")
def sender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A colleague's project with a few articles and a mark on each."""
    with Project.create(tmp_path_factory.mktemp("sender") / "p.musnad", annotator="omar") as made:
        for number in range(5):
            document = made.add_document(f"{TEXT * 4}{number}")
            made.annotate(document.id, (4, 14), "actor")
        yield made


def share(project: Project, path: Path) -> object:
    return project.share(path)


def export(format: str) -> Callable[[Project, Path], object]:
    return lambda project, path: project.export(format, path)


MAKE = {
    "verify": ("brat.zip", export("brat")),
    "import": ("brat.zip", export("brat")),
    "qdpx": ("a.qdpx", export("refi-qda")),
    "docx": ("a.docx", export("docx")),
    "xlsx": ("a.xlsx", export("xlsx")),
    "merge": ("a.musnad-share", share),
}


def damaged(data: bytes, random: Random) -> bytes:
    """Return the bytes with a few of them changed, or cut short."""
    made = bytearray(data)
    for _ in range(random.choice([1, 1, 2, 6])):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made[: random.randrange(len(made))] if random.random() < 0.15 else made)


@pytest.mark.parametrize("door", MAKE)
def test_a_damaged_archive_is_told_in_a_line(door: str, sender: Project, project: Project, tmp_path: Path) -> None:
    name, make = MAKE[door]
    whole, path, random, told = tmp_path / name, tmp_path / f"damaged-{name}", Random(door), 0
    make(sender, whole)
    data = whole.read_bytes()
    for _ in range(ROUNDS):
        path.write_bytes(damaged(data, random))
        try:
            if door == "verify":
                told += bool(verified(path).problems)
            elif door == "merge":
                project.merge_preview(path)
            else:
                told += bool(project.import_(path).failed)
        except MusnadError as error:
            assert "\n" not in str(error)
            told += 1
    assert told > ROUNDS // 2
    assert project.check() == []


def _hiding(data: bytes) -> bytes:
    """Return the archive with a directory that reads on from its first entry, as if all others were its comment."""
    made, first, end = bytearray(data), data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    second = data.index(b"PK\x01\x02", first + 1)
    made[first + 32 : first + 34] = (end - second).to_bytes(2, "little")
    return bytes(made)


@pytest.mark.parametrize("format", ["brat", "articles"])
def test_files_that_a_damaged_directory_hides_are_missed(
    format: str, sender: Project, project: Project, tmp_path: Path
) -> None:
    whole, path = tmp_path / "whole.zip", tmp_path / "hiding.zip"
    if format == "brat":
        sender.export(format, whole)
    else:
        with zipfile.ZipFile(whole, "w") as archive:
            for name in "abc":
                archive.writestr(f"{name}.txt", f"{TEXT}{name}")
    path.write_bytes(_hiding(whole.read_bytes()))
    assert len(zipfile.ZipFile(path).namelist()) == 1
    try:
        told = str(project.import_(path).failed)
    except MusnadError as error:
        told = str(error)
    assert "it names 1 of its" in told and project.documents() == []


def test_a_file_that_no_reader_asks_for_is_missed_too(sender: Project, project: Project, tmp_path: Path) -> None:
    path = tmp_path / "brat.zip"
    sender.export("brat", path)
    data = bytearray(path.read_bytes())
    data[data.index(b"manifest.json") + len("manifest.json") + 20] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(MusnadError, match=r"manifest\.json is damaged"):
        project.import_(path)
