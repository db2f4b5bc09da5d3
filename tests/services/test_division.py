"""How a dataset is divided: near-duplicates together, strata alike, and frozen under a name."""

import json
from collections import Counter
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Origin
from annotator.errors import InputError, NotFoundError
from annotator.services.division import divided, frozen_splits
from annotator.services.preview import preview

SPLIT = "train=50,test=50"


@pytest.fixture
def articles(project: Project) -> Project:
    """Forty articles of two outlets, in the share of three to one."""
    for number in range(40):
        outlet = "النورس" if number % 4 else "المرسى"
        project.add_document(f"خبر رقم {number} عن {number * 7919}", origin=Origin(publisher=outlet))
    return project


def parts(project: Project, **wished: str) -> dict[str, str]:
    made = divided(project, SPLIT, **wished)  # type: ignore[arg-type]
    assert made is not None
    return dict(made.parts)


def test_a_stratum_is_divided_as_exactly_as_can_be(articles: Project) -> None:
    found = parts(articles, stratify="outlet")
    outlets = {one.id: one.publisher for one in articles.summaries()}
    assert Counter((outlets[id], part) for id, part in found.items()) == {
        ("النورس", "train"): 15,
        ("النورس", "test"): 15,
        ("المرسى", "train"): 5,
        ("المرسى", "test"): 5,
    }


def test_the_rarest_label_of_an_article_may_be_the_stratum(articles: Project) -> None:
    ids = [one.id for one in articles.documents()]
    for place, id in enumerate(ids):
        articles.annotate(id, (0, 3), "actor")
        if place % 10 == 0:
            articles.annotate(id, (0, 3), "claim")
    found = parts(articles, stratify="label")
    assert Counter(found[id] for id in ids[::10]) == {"train": 2, "test": 2}


def test_near_duplicates_stay_together(project: Project) -> None:
    body = " ".join(f"كلمة{number}" for number in range(120))
    ids = [project.add_document(f"{body} خاتمة {number}").id for number in range(12)]
    for wished in ({}, {"stratify": "month"}):
        found = parts(project, **wished)
        assert len({found[id] for id in ids}) == 1


def test_a_frozen_split_stays_as_it_is(articles: Project, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"There is no frozen split 'v1'; there is: -\. Add --split"):
        articles.export("conll2003", tmp_path / "d", frozen_split="v1")
    preview(articles, "conll2003", None, SPLIT, frozen_split="v1", stratify="outlet")
    assert frozen_splits(articles) == []
    articles.export("conll2003", tmp_path / "d", None, SPLIT, frozen_split="v1", stratify="outlet")
    assert frozen_splits(articles) == ["v1"]
    before = divided(articles, None, frozen="v1")
    assert before is not None and not before.fresh
    manifest = json.loads((tmp_path / "d" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["split"] == {"train": "50", "test": "50", "stratify": "outlet", "frozen": "v1"}
    first = (tmp_path / "d" / "train.conll").read_bytes()
    articles.export("conll2003", tmp_path / "d", frozen_split="v1")
    assert (tmp_path / "d" / "train.conll").read_bytes() == first
    # What comes later joins; nothing moves.
    new = articles.add_document("خبر لم يكن هنا من قبل").id
    after = divided(articles, None, frozen="v1")
    assert after is not None
    assert {id: part for id, part in after.parts.items() if id != new} == before.parts
    assert after.parts[new] in ("train", "test")
    with pytest.raises(InputError, match=r"'v1' is frozen with other shares \(train=50, test=50\)"):
        articles.export("conll2003", tmp_path / "d", None, "train=90,test=10", frozen_split="v1")


def test_what_is_no_split_is_told(articles: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="needed to stratify"):
        articles.export("jsonl", tmp_path / "d.jsonl", stratify="month")
    with pytest.raises(InputError, match="cannot be the name of a split"):
        articles.export("jsonl", tmp_path / "d.jsonl", None, SPLIT, frozen_split="\n")
