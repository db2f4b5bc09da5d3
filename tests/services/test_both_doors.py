"""The door for datasets takes what the door for editing takes, and refuses what it refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.domain.document import Origin
from annotator.errors import InputError

LONG = "ط" * 1001


def brought(project: Project, folder: Path, **fields: Any) -> None:
    (folder / "d.jsonl").write_text(json.dumps({"text": "قال الوزير", **fields}), encoding="utf-8")
    project.import_(folder / "d.jsonl")


def actor(**fields: Any) -> dict[str, Any]:
    return {"id": "a" * 32, "name": "كريم", "kind": "person", **fields}


@pytest.mark.parametrize(
    ("fields", "edit", "reason"),
    [
        ({"title": " "}, lambda p, id: p.update_document(id, title=" "), "needs a title"),
        ({"title": LONG}, lambda p, id: p.update_document(id, title=LONG), "has 1001 characters; it may have 1000"),
        ({"language": "عربي"}, lambda p, id: p.update_document(id, language="عربي"), "is not a language"),
        ({"language": ""}, lambda p, _: p.add_document("x", language=""), "is not a language"),
        ({"actors": [actor(name="\n")]}, lambda p, _: p.add_actor("\n", "person"), "n actor needs"),
        ({"actors": [actor(name=LONG)]}, lambda p, _: p.add_actor(LONG, "person"), "has 1001 characters"),
        ({"actors": [actor(kind=" ")]}, lambda p, _: p.add_actor("كريم", " "), "'كريم' needs a kind"),
        ({"actors": [actor(aliases=[LONG])]}, lambda p, _: p.add_actor("ك", "person", [LONG]), "has 1001 characters"),
        (
            {"actors": [actor(wikidata="douglas")]},
            lambda p, _: p.update_actor(p.add_actor("x", "person").id, wikidata="douglas"),
            "'douglas' is no Wikidata item",
        ),
        ({"annotator": "a/b"}, lambda p, _: Project.open(p.path, annotator="a/b"), "cannot be an annotator's name"),
        ({"annotator": "omar", "annotator_kind": "model"}, None, "the names of models, and no others, begin"),
        ({"annotator": "model:x", "annotator_kind": "person"}, None, "the names of models, and no others, begin"),
        ({"status": "done"}, None, "its status is done, but it names no annotator"),
        ({"intake": [{"kind": "bom", "detail": "", "count": 10**20}]}, None, r"10\^20|Expected `int`|number"),
        ({"text": " \n"}, lambda p, _: p.add_document(" \n"), "article is empty"),
    ],
)  # fmt: skip
def test_what_is_refused(
    fields: dict[str, Any],
    edit: Callable[[Project, str], object] | None,
    reason: str,
    project: Project,
    tmp_path: Path,
) -> None:
    document = project.add_document("مقال")
    if edit is not None:
        with pytest.raises(InputError, match=reason):
            edit(project, document.id)
    with pytest.raises(InputError, match=rf"d\.jsonl, line 1: .*{reason}"):
        brought(project, tmp_path, **fields)
    assert [one.text for one in project.documents()] == ["مقال"] and not project.actors()[1:]


DAYS = ["2024", "2024-02", "2024-02-29", "2024-02-29T08:00", "2024-02-29 08:00:59Z", "2024-02-29T08:00:00.123+03:00"]
NO_DAYS = [
    *("31/12/2023", "2023-13-01", "2023-02-29", "2024-00-10", "0000-01-01", "20231231", "2023-W52-7", "31 ديسمبر 2023"),
    *("٢٠٢٣-١٢-٣١", "2023-12-31T25:00", "2023-12-31 ", " 2023-12-31", "", "2023-12-31T", "2023-1-1", "12023-01-01"),
]


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_is_none(day: str, project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no day of publication: write it as 2024-01-31"):
        project.add_document("مقال", origin=Origin(published=day))
    with pytest.raises(InputError, match=r"line 1: .* is no day of publication"):
        brought(project, tmp_path, origins=[{"published": day}])
    assert project.documents() == []


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_is_one(day: str, project: Project, tmp_path: Path) -> None:
    brought(project, tmp_path, origins=[{"published": day}])
    assert project.add_document("آخر", origin=Origin(published=day)).origins[0].published == day


def test_an_item_may_be_an_address_and_aliases_are_not_blank(project: Project, tmp_path: Path) -> None:
    brought(project, tmp_path, actors=[actor(wikidata="https://www.wikidata.org/wiki/q42", aliases=["ك", " ", "ك"])])
    [made] = project.actors()
    assert (made.wikidata, made.aliases) == ("Q42", ("ك",))
    project.export_actors(tmp_path / "a.csv")
    assert project.import_actors(tmp_path / "a.csv").same == 1


def test_half_a_character_is_told(project: Project) -> None:
    for edit in (
        lambda: project.add_document("مقال", title="\ud800"),
        lambda: project.add_document("مقال", origin=Origin(publisher="\udfff")),
        lambda: project.add_actor("\ud800", "person"),
    ):
        with pytest.raises(InputError, match="half a character"):
            edit()


def test_a_table_of_many_aliases_is_read_back(project: Project, tmp_path: Path) -> None:
    aliases = [f"كنية {number:05} " + "ط" * 50 for number in range(4000)]
    held = project.add_actor("كريم", "person", aliases)
    # An entry of an earlier scheme, and a namesake that is another item.
    project.update_actor(project.add_actor("قديم", "person").id, kind="oldkind")
    brought(project, tmp_path, actors=[actor(id="b" * 32, wikidata="Q1"), actor(id="c" * 32, wikidata="Q2")])
    project.export_actors(tmp_path / "a.csv")
    assert project.import_actors(tmp_path / "a.csv").same == 4
    with Project.create(tmp_path / "q.musnad") as other:
        assert other.import_actors(tmp_path / "a.csv").added == 4
        assert sorted(one.id for one in other.actors()) == sorted(one.id for one in project.actors())
        assert held in other.actors()
    project.export("jsonl", tmp_path / "out.jsonl")
    with Project.create(tmp_path / "r.musnad") as other:
        other.import_(tmp_path / "out.jsonl")
        assert held in other.actors()
