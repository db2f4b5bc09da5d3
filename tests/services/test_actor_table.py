"""The registry out to a spreadsheet and back: what meets what, what is refused, and one step back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import Project
from annotator.domain.actor import Actor
from annotator.errors import InputError, ProjectError
from annotator.services.actor_table import ActorsReport, MergedRow

HEADER = "id,name,kind,wikidata,aliases,note"


def table(tmp_path: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = tmp_path / "actors.csv"
    path.write_bytes("\n".join([header, *lines]).encode(encoding))
    return path


def refused(project: Project, path: Path) -> str:
    before = project.actors()
    with pytest.raises(InputError) as told:
        project.import_actors(path)
    assert project.actors() == before
    return str(told.value)


def test_a_registry_moves_to_another_project(project: Project, tmp_path: Path) -> None:
    project.add_actor("سامر الحلبي", "person", ["أبو سامر", "Samer | Halabi", "=HYPERLINK(1)"])
    project.add_actor("‏=وزارة النقل", "organization")
    out = tmp_path / "actors.csv"
    assert project.export_actors(out) == 2
    with Project.create(tmp_path / "other.musnad") as other:
        assert other.import_actors(out) == ActorsReport(added=2)
        assert other.actors() == project.actors()
        assert other.check() == []
    assert project.import_actors(out) == ActorsReport(same=2)
    project.undo()
    assert [actor.kind for actor in project.actors()] == ["person"]  # the import that changed nothing was no step


def test_what_was_edited_in_a_spreadsheet_counts(project: Project, tmp_path: Path) -> None:
    held = project.add_actor("سامر الحلبى", "person", ["أبو سامر", "wrong"])
    path = table(tmp_path, f"{held.id},سامر الحلبي,شخص,Q5,أبو سامر,وزير النقل")
    assert project.import_actors(path) == ActorsReport(changed=1)
    assert project.actors() == [
        Actor(id=held.id, name="سامر الحلبي", kind="person", aliases=("أبو سامر",), wikidata="Q5", note="وزير النقل")
    ]
    project.undo()
    assert project.actors() == [held]


def test_columns_that_are_not_there_stay(project: Project, tmp_path: Path) -> None:
    held = project.add_actor("سامر", "person", ["أبو سامر"])
    project.import_actors(table(tmp_path, f"{held.id},سامر الحلبي", header="id,name"))
    assert project.actors() == [Actor(id=held.id, name="سامر الحلبي", kind="person", aliases=("أبو سامر",))]


def test_a_row_without_an_id_meets_its_entry_in_any_spelling_and_takes_nothing(
    project: Project, tmp_path: Path
) -> None:
    held = project.add_actor("أحمد", "person", ["أبو علي"])
    path = table(tmp_path, "احمد,person,Ahmad,كاتب", "أَحمد,state,,", header="name,kind,aliases,note")
    assert project.import_actors(path) == ActorsReport(added=1, changed=1)
    assert project.actors()[0] == Actor(
        id=held.id, name="أحمد", kind="person", aliases=("أبو علي", "احمد", "Ahmad"), note="كاتب"
    )


@pytest.mark.parametrize(
    "twin", ["admin\u2066\u2069", "\u200fadmin", "ad\u00admin", "admin\u3164", "ad\u034fmin", "ADMIN"]
)
def test_names_that_differ_in_nothing_visible_are_one_entry(project: Project, tmp_path: Path, twin: str) -> None:
    report = project.import_actors(table(tmp_path, "admin,person", f"{twin},person", header="name,kind"))
    assert report == ActorsReport(added=1, merged=(MergedRow(line=3, name=twin, into="admin"),))
    [actor] = project.actors()
    assert actor.name == "admin"
    assert actor.aliases == (("ADMIN",) if twin == "ADMIN" else ())


def test_an_id_of_another_project_stays_unless_the_name_is_here(project: Project, tmp_path: Path) -> None:
    held = project.add_actor("أحمد", "person")
    path = table(tmp_path, f"{'a' * 32},احمد,person", f"{'b' * 32},ليلى,person", "7,منى,person", header="id,name,kind")
    report = project.import_actors(path)
    assert report == ActorsReport(added=2, changed=1, merged=(MergedRow(line=2, name="احمد", into="أحمد"),))
    ids = {actor.name: actor.id for actor in project.actors()}
    assert (ids["أحمد"], ids["ليلى"]) == (held.id, "b" * 32)
    assert len(ids["منى"]) == 32  # numbers of somebody's own are no ids of ours


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_are_found_out(project: Project, tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [
        delimiter.join(cells)
        for cells in (("name", "kind"), ("وزارة الخارجية", "organization"), ("الرئيس السابق", "person"))
    ]
    path = table(tmp_path, *lines[1:], header=lines[0], encoding=encoding)
    assert project.import_actors(path) == ActorsReport(added=2)
    assert [actor.name for actor in project.actors()] == ["وزارة الخارجية", "الرئيس السابق"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["أ,person", "ب,persn"],
            "actors.csv, line 3, column kind: 'persn' is no kind of actor; write one of: person,",
        ),
        (["أ,person", "ب,"], "actors.csv, line 3, column kind: '' is no kind"),
        (["ب,x", "ج,y", "د,z"], "2 more rows cannot be used."),
        ([",person"], "actors.csv, line 2, column name"),
    ],
)
def test_one_bad_row_and_nothing_comes_in(project: Project, tmp_path: Path, lines: list[str], told: str) -> None:
    assert told in refused(project, table(tmp_path, *lines, header="name,kind"))


def test_two_rows_with_one_id_are_refused(project: Project, tmp_path: Path) -> None:
    held = project.add_actor("أ", "person")
    told = refused(project, table(tmp_path, f"{held.id},ب,person", f"{held.id},ج,person", header="id,name,kind"))
    assert told == "actors.csv, line 3, column id: this entry stands on line 2 already."


def test_a_name_that_another_entry_has_is_refused(project: Project, tmp_path: Path) -> None:
    one, other = project.add_actor("أحمد", "person"), project.add_actor("ليلى", "person")
    told = refused(project, table(tmp_path, f"{other.id},احمد,person", header="id,name,kind"))
    assert told == f"actors.csv, line 2, column name: another entry, {one.id}, has this name and kind already."


def test_two_items_for_one_name_are_refused(project: Project, tmp_path: Path) -> None:
    told = refused(project, table(tmp_path, "أ,person,Q1", "أ,person,Q2", header="name,kind,wikidata"))
    assert told.startswith("actors.csv, line 3, column wikidata: the entry 'أ' is Q1 already")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04rest", "actors.csv is no table in CSV; save the sheet as CSV (UTF-8)."),
        (b"\xff\xfe\x00", "actors.csv: byte 2 of 3 is not UTF-16 LE"),
        (b"name,kind\n\x98\x99\xff,person", "actors.csv: this text is neither UTF-8 nor"),
        ("name;kind\nالوزير,person;person;x".encode(), "actors.csv, line 2: it has 3 cells under 2 columns"),
    ],
)
def test_files_that_are_no_table_are_refused(project: Project, tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "actors.csv"
    path.write_bytes(data)
    assert refused(project, path).startswith(told)


def test_the_project_itself_is_spared(project: Project) -> None:
    with pytest.raises(InputError, match="is the project itself"):
        project.export_actors(project.path)
    assert project.check() == []


def test_who_only_reads_may_take_the_table_and_not_bring_one(project: Project, tmp_path: Path) -> None:
    project.add_actor("أ", "person")
    out = tmp_path / "actors.csv"
    project.close()
    with Project.open(project.path, read_only=True) as reading:
        assert reading.export_actors(out) == 1
        out.write_text("name,kind\nب,person", encoding="utf-8")
        with pytest.raises(ProjectError):
            reading.import_actors(out)


@given(names=st.lists(st.sampled_from(["أحمد", "احمد", "ahmad", "Ahmad\u200f", "ليلى", "ليلي", "منى"]), max_size=12))
def test_twice_brings_no_more_than_once(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    folder = tmp_path_factory.mktemp("twice")
    path = table(folder, *(f"{name},person" for name in names), header="name,kind")
    with Project.create(folder / "p.musnad") as project:
        project.import_actors(path)
        once = project.actors()
        report = project.import_actors(path)
        assert project.actors() == once
        assert (report.added, report.changed) == (0, 0)
