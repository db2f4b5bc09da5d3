"""CoNLL files in the hands of the libraries that train and score taggers."""

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from tests.formats.consumers import consumer

COLUMNS = ["tokens", "pos_tags", "chunk_tags", "ner_tags"]


def sentences(path: Path) -> Iterator[list[str]]:
    """The tags of each sentence of a file."""
    held: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("-DOCSTART-") or not line:
            if held:
                yield held
            held = []
        else:
            held.append(line.split("\t")[3])


def entities(tags: list[str]) -> int:
    return sum(tag.startswith(("B-", "S-")) for tag in tags)


@pytest.mark.parametrize("tags", ["bio", "bioes"])
def test_nervaluate_finds_every_entity(sample: Project, tmp_path: Path, tags: str) -> None:
    from nervaluate import Evaluator

    sample.export("conll2003", tmp_path / "d.conll", ["layla"], options={"tags": tags})
    found = [[_as_bio(tag) for tag in one] for one in sentences(tmp_path / "d.conll")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = Evaluator(found, found, tags=["actor", "claim", "cue"], loader="list").evaluate()
    strict = told["overall"]["strict"]
    assert strict.correct == strict.possible == sum(map(entities, found)) > 100


def _as_bio(tag: str) -> str:
    return tag.replace("S-", "B-").replace("E-", "I-")


LOAD = """
from datasets import load_dataset
columns = json.loads(sys.argv[2])
given = {"comment_prefix": "#"} if len(columns) == 10 else {}
rows = load_dataset("conll", data_files=sys.argv[1], column_names=columns, delimiter="\\t", split="train", **given)
print(json.dumps([[row[name] for row in rows] for name in (columns[0], columns[-1])]))
"""


@pytest.mark.heavy
def test_the_loader_of_datasets_reads_both_kinds(sample: Project, tmp_path: Path) -> None:
    sample.export("conll2003", tmp_path / "d.conll", ["layla"])
    tokens, tags = consumer(LOAD, tmp_path, tmp_path / "d.conll", json.dumps(COLUMNS))
    assert tags == list(sentences(tmp_path / "d.conll"))
    assert "".join(map("".join, tokens))
    sample.export("conllu", tmp_path / "d.conllu", ["layla"], options={"edges": "expand"})
    columns = ["id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "deps", "misc"]
    ids, misc = consumer(LOAD, tmp_path, tmp_path / "d.conllu", json.dumps(columns))
    assert ids[0][0] == "1" and any("Spans=" in one for one in misc[0])


SCORE = """
import warnings
warnings.simplefilter("ignore")
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, IOBES, Entities
tags = json.loads(sys.argv[1])
scheme = {"bio": IOB2, "bioes": IOBES}[sys.argv[2]]
strict = Entities(tags, scheme=scheme)
print(json.dumps([f1_score(tags, tags, mode="strict", scheme=scheme), sum(len(one) for one in strict.entities)]))
"""


@pytest.mark.heavy
@pytest.mark.parametrize("tags", ["bio", "bioes"])
def test_seqeval_takes_the_tags_strictly(sample: Project, tmp_path: Path, tags: str) -> None:
    sample.export("conll2003", tmp_path / "d.conll", ["omar"], options={"tags": tags})
    found = list(sentences(tmp_path / "d.conll"))
    score, count = consumer(SCORE, tmp_path, json.dumps(found), tags)
    assert (score, count) == (1.0, sum(map(entities, found)))
