"""Bundles: what is in them, what merging them does and undoes, and what is refused."""

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.errors import InputError
from annotator.services.bundles import read
from tests.convergence.histories import dump

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."
OTHER = "نفت النقابة ما قاله الوزير."

Open = Callable[..., Project]


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[ExitStack]:
    """What is closed in the end, while its folder is still there."""
    del tmp_path
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def team(stack: ExitStack, tmp_path: Path) -> tuple[list[Project], str]:
    """Three copies of one project with an article, opened by layla, omar and gold."""
    with Project.create(tmp_path / "begun.musnad", annotator="huda") as project:
        document = project.add_document(TEXT, title="الميناء").id
    projects = []
    for person in ("layla", "omar", "gold"):
        shutil.copy(tmp_path / "begun.musnad", tmp_path / f"{person}.musnad")
        projects.append(stack.enter_context(Project.open(tmp_path / f"{person}.musnad", annotator=person)))
    return projects, document


def worked(project: Project, document: str, at: int = 0) -> str:
    """Mark a claim with its source in a new entry; the claim's id."""
    claim = project.annotate(document, (30 + at, 43 + at), "claim")
    actor = project.add_actor(f"سامر {project.annotator}", "person")
    source = project.annotate(document, (15, 26), "actor", actor_id=actor.id)
    project.link(claim.id, source.id, "source")
    project.comment(document, "انظر هنا", span_id=claim.id)
    return claim.id


def test_a_bundle_brings_my_work_and_nobody_elses(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (layla, omar, gold), document = team
    worked(layla, document)
    omar.apply(layla.changes_since(omar.vector()))
    worked(omar, document, at=1)
    report = omar.share(tmp_path / "o.musnad-share")
    assert (report.documents, report.spans) == (1, 2)
    merged = gold.merge(tmp_path / "o.musnad-share")
    assert 0 < merged.new < report.changes == merged.new + merged.known, "the article and its scheme are here"
    assert len(gold.spans(document, "omar")) == 2 and gold.spans(document, "layla") == []
    assert [one.annotator for one in gold.comments(document)] == ["omar"]
    assert gold.check() == []
    omar.share(tmp_path / "all.musnad-share", everything=True)
    gold.merge(tmp_path / "all.musnad-share")
    assert len(gold.spans(document, "layla")) == 2


def test_an_article_goes_along_with_who_added_it_and_with_who_gave_it_to_somebody(
    stack: ExitStack, team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, _), document = team
    added = layla.add_document(OTHER).id
    layla.share(tmp_path / "added.musnad-share")
    omar.assign([document], ["sami"])
    omar.share(tmp_path / "given.musnad-share")
    sami = stack.enter_context(Project.create(tmp_path / "sami.musnad", annotator="sami"))
    sami.merge(tmp_path / "added.musnad-share")
    assert [one.id for one in sami.documents()] == [added]
    sami.merge(tmp_path / "given.musnad-share")
    assert {one.id for one in sami.documents()} == {added, document}
    assert [one.document_id for one in sami.assignments()] == [document]


def test_what_an_earlier_bundle_of_another_part_left_out_comes_with_a_later_one(
    team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, _), document = team
    other = layla.add_document(OTHER).id
    for place in (document, other):
        layla.annotate(place, (0, 3), "cue")
    layla.share(tmp_path / "1.musnad-share", documents=[document])
    layla.share(tmp_path / "2.musnad-share", since=tmp_path / "1.musnad-share")
    layla.share(tmp_path / "3.musnad-share", since=tmp_path / "2.musnad-share")
    for name in "12":
        omar.merge(tmp_path / f"{name}.musnad-share")
    assert [len(omar.spans(place, "layla")) for place in (document, other)] == [1, 1] and omar.check() == []
    assert read(tmp_path / "3.musnad-share").lines == ()
    held = {change.uid for change in read(tmp_path / "1.musnad-share").changes}
    assert held.isdisjoint(change.uid for change in read(tmp_path / "2.musnad-share").changes)


def test_any_order_twice_and_cut_in_two_makes_the_same_project(
    stack: ExitStack, team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, gold), document = team
    bundles = []
    for project in (layla, omar):
        worked(project, document)
        project.share(tmp_path / f"{project.annotator}-1.musnad-share")
        project.add_document(OTHER, title="النقابة")
        worked(project, document, at=2)
        project.set_status(document, "done")
        project.share(
            tmp_path / f"{project.annotator}-2.musnad-share", since=tmp_path / f"{project.annotator}-1.musnad-share"
        )
        bundles += [tmp_path / f"{project.annotator}-{number}.musnad-share" for number in (1, 2)]
    dumps = []
    for number, order in enumerate(list(permutations(bundles))[::5]):
        path = shutil.copy(gold.path, tmp_path / f"try{number}.musnad")
        project = stack.enter_context(Project.open(path, annotator="gold"))
        for bundle in (*order, order[0]):
            project.merge(bundle)
        assert project.check() == []
        state = dump(project)
        # Each copy notes its own merges.
        state.pop("table merges"), state.pop("journal")
        dumps.append(state)
    assert all(one == dumps[0] for one in dumps)
    assert len(dumps[0][f"{document}/layla"][0]) == 4


def test_a_merge_is_taken_back_as_if_it_had_never_come_and_done_again(
    team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, _), document = team
    worked(omar, document)
    mine = layla.annotate(document, (0, 3), "cue")
    before = dump(layla)
    worked(layla, document)
    layla.undo(), layla.undo(), layla.undo(), layla.undo(), layla.undo()
    omar.share(tmp_path / "o.musnad-share")
    layla.merge(tmp_path / "o.musnad-share")
    merged = dump(layla)
    layla.undo()
    after = dump(layla)
    assert {key: value for key, value in after.items() if key not in ("journal", "annotators", "table annotators")} == {
        key: value for key, value in before.items() if key not in ("journal", "annotators", "table annotators")
    }
    assert layla.spans(document) == [mine] and layla.check() == []
    layla.redo()
    again = dump(layla)
    assert {key: value for key, value in again.items() if key != "journal"} == {
        key: value for key, value in merged.items() if key != "journal"
    }
    layla.undo()
    assert layla.merge(tmp_path / "o.musnad-share").new > 0, "after it was taken back it can be brought again"
    assert len(layla.spans(document, "omar")) == 2 and layla.check() == []


def test_what_newer_work_rests_on_stays_when_a_merge_is_taken_back(
    team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, _), _ = team
    document = omar.add_document(OTHER, title="النقابة").id
    omar.annotate(document, (4, 11), "actor")
    omar.share(tmp_path / "o.musnad-share")
    layla.merge(tmp_path / "o.musnad-share")
    layla.close()
    with Project.open(layla.path, annotator="huda") as third:
        third.annotate(document, (0, 3), "cue")
    with Project.open(layla.path, annotator="layla") as again:
        undone = again.undo()
        assert undone is not None and again.spans(document, "omar") == []
        assert ("documents", document, "used", "huda") in [
            (one.table, one.row_id, one.reason, one.annotator) for one in undone.kept
        ]
        assert len(again.spans(document, "huda")) == 1 and again.check() == []
        again.redo()
        assert len(again.spans(document, "omar")) == 1 and again.check() == []


def test_projects_that_were_founded_apart_join(stack: ExitStack, tmp_path: Path) -> None:
    first = stack.enter_context(Project.create(tmp_path / "a.musnad", annotator="layla"))
    second = stack.enter_context(Project.create(tmp_path / "b.musnad", annotator="omar"))
    document = first.add_document(TEXT).id
    second.add_document(TEXT)
    worked(second, document)
    second.share(tmp_path / "b.musnad-share")
    assert not first.merge_preview(tmp_path / "b.musnad-share").is_same_project
    first.merge(tmp_path / "b.musnad-share")
    assert len(first.spans(document, "omar")) == 2 and len(first.documents()) == 1


def test_the_preview_says_what_would_happen_and_does_nothing(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (layla, omar, _), document = team
    layla.add_actor("سامر omar", "person")
    worked(omar, document)
    omar.add_document(OTHER, title="النقابة")
    omar.annotate(omar.documents()[1].id, (0, 3), "cue")
    labels = tuple(
        msgspec.structs.replace(one, color="pink") if one.key == "cue" else one for one in omar.scheme.labels
    )
    omar.set_scheme(msgspec.structs.replace(omar.scheme, labels=labels))
    omar.share(tmp_path / "o.musnad-share")
    before = dump(layla)
    told = layla.merge_preview(tmp_path / "o.musnad-share")
    assert dump(layla) == before
    assert told.is_same_project and told.documents == ("النقابة",)
    assert {label: one.new for label, one in told.marks["omar"].items()} == {"claim": 1, "actor": 1, "cue": 1}
    assert (told.relations, told.comments, told.actors_met) == (1, 1, ("سامر omar",))
    assert told.scheme == ("about", "labels/cue") and told.refused == ()
    assert layla.merge(tmp_path / "o.musnad-share").new == told.new_changes
    assert layla.merge_preview(tmp_path / "o.musnad-share").new_changes == 0


def test_what_will_wait_is_named(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (layla, omar, _), document = team
    labels = tuple(
        msgspec.structs.replace(one, key="signal") if one.key == "cue" else one for one in layla.scheme.labels
    )
    relations = tuple(
        msgspec.structs.replace(one, to=("signal",)) if one.to == ("cue",) else one for one in layla.scheme.relations
    )
    scheme = msgspec.structs.replace(layla.scheme, labels=labels, relations=relations)
    layla.set_scheme(scheme, {"labels.cue": "signal"})
    omar.annotate(document, (0, 3), "cue")
    omar.share(tmp_path / "o.musnad-share")
    [refused] = layla.merge_preview(tmp_path / "o.musnad-share").refused
    assert (refused.table, refused.name, refused.reason) == ("spans", "قال", "label")
    assert layla.merge(tmp_path / "o.musnad-share").waiting == {"spans": 1}


def test_a_name_that_only_spellings_tell_apart_is_noticed_and_can_be_made_one(
    stack: ExitStack, team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, gold), document = team
    shutil.copy(gold.path, tmp_path / "other.musnad")
    second = stack.enter_context(Project.open(tmp_path / "other.musnad", annotator="Layla"))
    worked(layla, document)
    worked(second, document, at=3)
    second.share(tmp_path / "L.musnad-share")
    layla.share(tmp_path / "l.musnad-share")
    omar.merge(tmp_path / "l.musnad-share")
    [alike] = omar.merge_preview(tmp_path / "L.musnad-share").alike
    assert (alike.theirs, alike.ours) == ("Layla", "layla")
    omar.merge(tmp_path / "L.musnad-share", {"Layla": "layla"})
    assert len(omar.spans(document, "layla")) == 4 and omar.spans(document, "Layla") == []
    assert omar.check() == [] and omar.merge_preview(tmp_path / "L.musnad-share").new_changes == 0
    second.delete(second.spans(document)[0].id)
    second.share(tmp_path / "L2.musnad-share")
    omar.merge(tmp_path / "L2.musnad-share")
    assert len(omar.spans(document, "layla")) == 3, "the project remembers who is who"
    assert len(omar.relations(document, "layla")) == 1 or len(omar.relations(document, "layla")) == 2


def test_a_mark_of_somebody_else_makes_the_whole_bundle_refused(
    team: tuple[list[Project], str], tmp_path: Path
) -> None:
    (layla, omar, gold), document = team
    mark = layla.annotate(document, (0, 3), "cue")
    layla.share(tmp_path / "l.musnad-share")
    gold.merge(tmp_path / "l.musnad-share")
    bundle = read(tmp_path / "l.musnad-share")
    [own] = [one for one in bundle.changes if one.row_id == mark.id]
    forged = msgspec.structs.replace(
        own, uid="f" * 32, annotator="omar", row={"parts": [[4, 9]]}, stamp=own.stamp[:12] + "-ffffff-" + "f" * 16
    )
    _write(tmp_path / "bad.musnad-share", bundle.manifest, [*bundle.changes, forged])
    before = dump(gold)
    with pytest.raises(InputError, match=rf"omar changed a mark of layla \(spans {mark.id}\)"):
        gold.merge(tmp_path / "bad.musnad-share")
    assert dump(gold) == before
    del omar


def _write(path: Path, manifest: object, held: object, **also: object) -> None:
    import hashlib

    content = b"".join(msgspec.json.encode(one) + b"\n" for one in held)  # type: ignore[attr-defined]
    raw = msgspec.to_builtins(manifest)
    raw |= {"changes": content.count(b"\n"), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps({**raw, **also}))
        archive.writestr("changes.jsonl", content)


def test_a_project_is_told_from_a_bundle(team: tuple[list[Project], str]) -> None:
    people, _ = team
    with pytest.raises(InputError, match="is a project, not a bundle"):
        people[0].merge(people[1].path)


def test_a_damaged_truncated_or_newer_bundle_is_refused_whole(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (layla, omar, _), document = team
    worked(omar, document)
    good = tmp_path / "o.musnad-share"
    omar.share(good)
    data, bundle, bad = good.read_bytes(), read(good), tmp_path / "bad.musnad-share"

    def refused(match: str) -> None:
        before = dump(layla)
        with pytest.raises(InputError, match=match):
            layla.merge(bad)
        assert dump(layla) == before

    for cut in range(0, len(data), max(1, len(data) // 40)):
        bad.write_bytes(data[:cut])
        refused("bad.musnad-share")
    for place in range(0, len(data), max(1, len(data) // 60)):
        bad.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        before = dump(layla)
        try:
            layla.merge(bad)
        except InputError:
            assert dump(layla) == before
        else:
            # A bit that says nothing of the content (a date, a flag).
            layla.undo()
    _write(bad, bundle.manifest, bundle.changes, musnad_share=2)
    refused("newer Musnad")
    _write(bad, bundle.manifest, [msgspec.structs.replace(one, shape=999) for one in bundle.changes])
    refused("newer Musnad")
    _write(bad, bundle.manifest, bundle.changes[:-1], changes=len(bundle.changes))
    refused("manifest")
    for odd in (
        {},
        {"changes.jsonl": "x"},
        {"manifest.json": "{}", "changes.jsonl": ""},
        {"../x": "", "manifest.json": ""},
    ):
        with zipfile.ZipFile(bad, "w") as archive:
            for name, content in odd.items():
                archive.writestr(name, content)
        refused("bad.musnad-share")
    broken = [msgspec.structs.replace(one, table="sqlite_master") for one in bundle.changes]
    _write(bad, bundle.manifest, broken)
    refused("cannot be used")


def test_the_same_work_gives_the_same_changes(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (_, omar, _), document = team
    worked(omar, document)
    omar.share(tmp_path / "1.musnad-share")
    omar.share(tmp_path / "2.musnad-share")
    assert read(tmp_path / "1.musnad-share").manifest.sha256 == read(tmp_path / "2.musnad-share").manifest.sha256


def test_the_command_line_shares_previews_and_merges(team: tuple[list[Project], str], tmp_path: Path) -> None:
    (layla, omar, _), document = team
    worked(omar, document)
    for project in (layla, omar):
        project.close()
    run, bundle = CliRunner(), str(tmp_path / "o.musnad-share")
    told = run.invoke(musnad, ["share", str(omar.path), "--out", bundle, "--annotator", "omar", "--json"])
    assert told.exit_code == 0 and json.loads(told.stdout)["spans"] == 2, told.output
    told = run.invoke(musnad, ["merge", str(layla.path), bundle, "--preview"])
    assert told.exit_code == 0 and "omar: claim: 1 new" in told.output
    (tmp_path / "bad.musnad-share").write_bytes(b"PK")
    told = run.invoke(
        musnad, ["merge", str(layla.path), str(tmp_path / "bad.musnad-share"), bundle, "--annotator", "layla", "--json"]
    )
    assert told.exit_code == 1 and json.loads(told.stdout)[0]["sender"] == "omar"
    with Project.open(layla.path, annotator="layla") as opened:
        assert len(opened.spans(document, "omar")) == 2
