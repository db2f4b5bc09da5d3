"""Parquet for Hugging Face: its folder, what loads it, and what it is without its library."""

import json
import sys
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.services.verifying import verified
from tests.formats.consumers import consumer


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_has_what_the_hub_looks_for(sample: Project, tmp_path: Path) -> None:
    report = sample.export("parquet", tmp_path / "d", split="train=60,dev=20,test=20", options=["license=cc0-1.0"])
    assert report.losses == {}
    assert below(tmp_path / "d") == [
        "README.md",
        "croissant.json",
        "data/agreed/test-00000-of-00001.parquet",
        "data/agreed/train-00000-of-00001.parquet",
        "data/agreed/validation-00000-of-00001.parquet",
        "data/all/test-00000-of-00001.parquet",
        "data/all/train-00000-of-00001.parquet",
        "data/all/validation-00000-of-00001.parquet",
        "data/gold/train-00000-of-00001.parquet",
        "data/gold/validation-00000-of-00001.parquet",
        "manifest.json",
    ]
    card = (tmp_path / "d" / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlanguage:\n- ar\nlicense: cc0-1.0\n")
    assert "- config_name: gold\n  default: true\n" in card
    assert "    - name: attributes\n      dtype: json\n" in card
    assert "\n## Agreement\n\n- Krippendorff's alpha (nominal) over " in card
    told = json.loads((tmp_path / "d" / "croissant.json").read_text(encoding="utf-8"))
    assert "9 articles read by at least two of layla, omar" in told["rai:dataAnnotationAnalysis"][0]
    assert verified(tmp_path / "d").problems == ()
    (tmp_path / "e").mkdir()
    sample.export("parquet", tmp_path / "e" / "d", split="train=60,dev=20,test=20", options=["license=cc0-1.0"])
    for name in below(tmp_path / "d"):
        assert (tmp_path / "d" / name).read_bytes() == (tmp_path / "e" / "d" / name).read_bytes()


def test_a_folder_is_read_back_whole(sample: Project, tmp_path: Path) -> None:
    sample.export("parquet", tmp_path / "d")
    sample.export("jsonl", tmp_path / "a.jsonl")
    with Project.create(tmp_path / "b.musnad", annotator="salma") as again:
        report = again.import_(tmp_path / "d")
        assert (report.added, report.sets) == (10, 21)
        again.export("jsonl", tmp_path / "b.jsonl")
        (tmp_path / "again").mkdir()
        again.export("parquet", tmp_path / "again" / "d")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    for name in below(tmp_path / "d"):
        assert (tmp_path / "d" / name).read_bytes() == (tmp_path / "again" / "d" / name).read_bytes()


def test_a_dataset_without_gold_is_all_readings(sample: Project, tmp_path: Path) -> None:
    sample.export("parquet", tmp_path / "d", ["layla"])
    assert [name for name in below(tmp_path / "d") if "data" in name] == ["data/all/train-00000-of-00001.parquet"]
    assert "- config_name: all\n  default: true\n" in (tmp_path / "d" / "README.md").read_text(encoding="utf-8")


def test_many_rows_are_several_files(sample: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.parquet.ROWS_A_FILE", 8)
    sample.export("parquet", tmp_path / "d")
    names = [name for name in below(tmp_path / "d") if "/all/" in name]
    assert names == [f"data/all/train-{place:05}-of-00003.parquet" for place in range(3)]
    with Project.create(tmp_path / "b.musnad") as again:
        assert again.import_(tmp_path / "d").sets == 21


def test_what_is_missing_is_told_with_what_to_install(
    sample: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.export("parquet", tmp_path / "d")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r'needs pyarrow, .* pip install "musnad\[parquet\]"'):
        sample.export("parquet", tmp_path / "e")
    assert not (tmp_path / "e").exists()
    with pytest.raises(InputError, match=r'needs pyarrow, .* pip install "musnad\[parquet\]"'):
        sample.import_(tmp_path / "d")


LOAD = """
from datasets import load_dataset
found = {}
for config in [None, *sys.argv[2:]]:
    loaded = load_dataset(sys.argv[1], *([config] if config else []))
    found[config or ""] = {split: rows.num_rows for split, rows in loaded.items()}
row = load_dataset(sys.argv[1], sys.argv[-1], split="train")[0]
print(json.dumps([found, row["text"], row["spans"], row["relations"], row["frames"]]))
"""


@pytest.mark.heavy
def test_datasets_loads_the_folder(sample: Project, tmp_path: Path) -> None:
    sample.export("parquet", tmp_path / "d", split="train=60,dev=20,test=20")
    sample.export("jsonl", tmp_path / "d.jsonl")
    counts, text, spans, relations, frames = consumer(LOAD, tmp_path, tmp_path / "d", "gold", "agreed", "all")
    assert counts["all"] == {"train": 14, "validation": 5, "test": 2}
    assert counts[""] == counts["gold"] == {"train": 1, "validation": 1}
    lines = (tmp_path / "d.jsonl").read_text(encoding="utf-8").splitlines()
    told = next(line for line in map(json.loads, lines) if line["text"] == text)
    assert [one["attributes"] for one in spans] == [one["attributes"] for one in told["spans"]]
    assert [one["parts"] for one in spans] == [one["parts"] for one in told["spans"]]
    assert [one["attributes"] for one in relations] == [one["attributes"] for one in told["relations"]]
    assert frames == told["frames"]


@pytest.mark.heavy
def test_datasets_loads_lines_with_their_card(sample: Project, tmp_path: Path) -> None:
    sample.export("jsonl", tmp_path / "d", options=["card=true"], split="train=80,test=20")
    assert below(tmp_path / "d") == ["README.md", "data/test.jsonl", "data/train.jsonl", "manifest.json"]
    counts, *_ = consumer(LOAD, tmp_path, tmp_path / "d", "all")
    assert sum(counts[""].values()) == 21
    assert verified(tmp_path / "d").problems == ()
    with Project.create(tmp_path / "b.musnad") as again:
        assert again.import_(tmp_path / "d").sets == 21


CROISSANT = """
import warnings, mlcroissant
dataset = mlcroissant.Dataset(sys.argv[1])
rows = {one.uuid: len(list(dataset.records(one.uuid))) for one in dataset.metadata.record_sets}
first = next(iter(dataset.records("all/train-00000-of-00001")))
print(json.dumps([rows, first["all/train-00000-of-00001/text"].decode(), list(dataset.metadata.issues.errors)]))
"""


@pytest.mark.heavy
def test_croissant_reads_every_record_set(sample: Project, tmp_path: Path) -> None:
    sample.export("parquet", tmp_path / "d", split="train=60,dev=20,test=20")
    rows, text, errors = consumer(CROISSANT, tmp_path, tmp_path / "d" / "croissant.json")
    assert not errors
    assert rows["splits"] == 3 and rows["labels"] == 3 and rows["all/validation-00000-of-00001"] == 5
    assert text in {document.text for document in sample.documents()}
