"""Blind reading: at no door are others' marks seen on an article that the reader has not done."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.domain.search import Query
from annotator.errors import InputError, NotFoundError

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Huda leads and hides; omar has read the article, layla is to read it, and sami has been given nothing."""
    path = tmp_path_factory.mktemp("p") / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT, title="الميناء").id
        project.assign([document], ["layla", "omar"])
    with Project.open(path, annotator="omar") as project:
        claim = project.annotate(document, at("الميناء سيفتح"), "claim")
        source = project.annotate(document, at("سامر الحلبي"), "actor")
        project.link(claim.id, source.id, "source")
        project.name_actor(source.id, "سامر الحلبي", "person")
        project.state(claim.id, "يفتح الميناء", "yes")
        project.comment(document, "هذا قول واضح", span_id=claim.id)
        on_words = project.comment(document, "وهذه الكلمات", parts=at("نادية"))
        project.comment(document, "رد", reply_to=on_words.id)
        project.comment(document, "مقال قصير")
        project.set_status(document, "done")
    with Project.open(path, annotator="huda") as project:
        project.set_blind(True)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture
def layla(path: Path) -> Iterator[Project]:
    with Project.open(path, annotator="layla") as project:
        yield project


def only(project: Project) -> str:
    return project.summaries()[0].id


def exported(project: Project) -> set[str]:
    out = project.path.with_name("out.jsonl")
    out.unlink(missing_ok=True)
    project.export("jsonl", out)
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return {one["annotator"]["handle"] if isinstance(one["annotator"], dict) else one["annotator"] for one in records}


DOORS: dict[str, Callable[[Project, str], Any]] = {
    "marks": lambda project, document: project.spans(document, "omar"),
    "links": lambda project, document: project.relations(document, "omar"),
    "frames": lambda project, document: project.frames(document, "omar"),
    "readings": lambda project, document: [one for one in project.sets(document) if one.annotator == "omar"],
    "search among marks": lambda project, _: project.search(Query(text="الميناء", label="claim", annotator="omar")),
    "registry counts": lambda project, _: project.mention_counts(),
    "places of an actor": lambda project, _: project.mentions(project.actors()[0].id),
    "entries chosen for a name": lambda project, _: [
        one for one in project.find_actors("سامر الحلبي") if one.why == "chosen"
    ],
    "counts of statements": lambda project, _: project.claim_counts(),
    "figures of statements": lambda project, _: project.claim_figures(),
    "claims of a statement": lambda project, _: project.claims(project.statement_registry()[0].id),
    "who said what": lambda project, _: project.statements(annotator="omar"),
    "exports": lambda project, _: exported(project) - {"", None, project.annotator},
    "comments on marks": lambda project, document: [
        one.text for one in project.comments(document) if one.text != "مقال قصير"
    ],
    "the counts of progress": lambda project, _: [
        one for one in project.progress() if one.annotator == "omar" and one.marks
    ],
    "history of marks": lambda project, document: [
        row
        for entry in project.history(document_id=document)
        for row in entry.rows
        if entry.annotator == "omar" and row.table in ("spans", "relations") and row.after is not None
    ],
    "history of the project": lambda project, _: [
        row for entry in project.history() for row in entry.rows if entry.annotator == "omar" and row.table == "spans"
    ],
    "agreement": lambda project, _: project.agreement_places("layla", "omar"),
}


@pytest.mark.parametrize("door", DOORS)
def test_others_marks_are_seen_only_when_mine_are_done(layla: Project, door: str) -> None:
    document, look = only(layla), DOORS[door]
    layla.annotate(document, at("نادية"), "actor")
    assert not look(layla, document)
    layla.set_status(document, "done")
    assert look(layla, document)
    layla.set_status(document, "doing")
    assert not look(layla, document)


def test_a_hidden_mark_cannot_be_asked_for_compared_or_decided(layla: Project) -> None:
    document = only(layla)
    layla.set_status(document, "done")
    mark = layla.spans(document, "omar")[0].id
    layla.comparison(document, ["layla", "omar"])
    layla.undo()
    with pytest.raises(NotFoundError):
        layla.span(mark)
    for refused in (
        lambda: layla.comparison(document, ["layla", "omar"]),
        lambda: layla.review(document, ["layla", "omar"]),
        lambda: layla.apply_rule(document, ["layla", "omar"], "agreed"),
        lambda: layla.adjudicate(document, "x", ["layla", "omar"], "reject"),
    ):
        with pytest.raises(InputError, match="omar on this article are hidden"):
            refused()
    assert layla.comparison(document, ["layla"]).readers == ("layla",)


def sees(path: Path, who: str) -> bool:
    with Project.open(path, annotator=who) as project:
        return bool(project.spans(only(project), "omar"))


def test_who_leads_and_who_reviews_see_everything_unless_they_read_it_themselves(path: Path) -> None:
    assert sees(path, "huda") and sees(path, "omar") and not sees(path, "sami") and not sees(path, "layla")
    with Project.open(path, annotator="huda") as project:
        document = only(project)
        project.assign([document], ["sami"], "review")
        project.assign([document], ["layla"], "review")
    assert sees(path, "sami") and not sees(path, "layla")
    with Project.open(path, annotator="huda") as project:
        project.annotate(document, at("نادية"), "actor")
    assert not sees(path, "huda")
    with Project.open(path, annotator="huda") as project:
        project.undo()
        assert project.spans(document, "omar")
        project.assign([document], ["huda"])
        assert not project.spans(document, "omar")
        project.set_blind(False)
        assert project.spans(document, "omar")


def test_rules_hold_for_marks_that_are_hidden(layla: Project) -> None:
    """Who may not see a mark can still not take away what it rests on."""
    with pytest.raises(InputError, match="1 mentions"):
        layla.delete_actor(layla.actors()[0].id)
    layla.set_status(only(layla), "done")
    before = layla.relations(only(layla), "omar"), layla.spans(only(layla), "omar")
    layla.undo()
    made = layla.annotate(only(layla), at("نادية"), "actor")
    layla.delete(made.id)
    layla.set_status(only(layla), "done")
    assert (layla.relations(only(layla), "omar"), layla.spans(only(layla), "omar")) == before
    assert layla.check() == []


def test_models_are_not_hidden(layla: Project) -> None:
    layla.suggest()
    assert layla.suggestions(only(layla))


def test_what_waits_to_be_written_hides_and_shows_at_once(layla: Project, path: Path) -> None:
    layla.hurry()
    document, other = only(layla), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        layla.annotate(document, at("نادية"), "actor")
        assert layla.waiting and not layla.spans(document, "omar") and layla.spans(document)
        layla.set_status(document, "done")
        assert layla.waiting == 2 and layla.spans(document, "omar")
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert layla.land() == 0 and layla.spans(document, "omar")


def test_importing_a_reading_again_takes_away_what_it_lost_also_where_it_is_hidden(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "omar.jsonl"
    with Project.open(path, annotator="omar") as project:
        project.export("jsonl", out, ["omar"])
    record = json.loads(out.read_text("utf-8"))
    record["spans"] = [one for one in record["spans"] if one["label"] == "claim"]
    record["relations"], record["comments"] = [], []
    out.write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    with Project.open(path, annotator="layla") as project:
        project.import_(out, "jsonl")
        assert project.spans(only(project), "omar") == []
        project.set_status(only(project), "done")
        assert [one.label for one in project.spans(only(project), "omar")] == ["claim"]
        assert project.relations(only(project), "omar") == [] and project.check() == []


def test_a_bundle_brings_hidden_marks_and_its_links_stay(path: Path, tmp_path: Path) -> None:
    """Links of others are not lost because who takes them in may not see their ends."""
    with Project.open(path, annotator="huda") as project:
        bundle = tmp_path / "all.musnad-share"
        project.share(bundle, everything=True)
    with Project.create(tmp_path / "q.musnad", annotator="layla") as layla:
        layla.merge(bundle)
        document = only(layla)
        assert layla.is_blind and not layla.relations(document, "omar")
        layla.set_status(document, "done")
        assert len(layla.relations(document, "omar")) == 1 and layla.check() == []


def test_who_exports_or_counts_is_told_how_much_is_hidden(path: Path, tmp_path: Path, layla: Project) -> None:
    layla.annotate(only(layla), at("نادية"), "actor")
    report = layla.export("jsonl", tmp_path / "one.jsonl")
    assert (report.sets, report.hidden) == (1, 1) and layla.hidden_readings() == {"omar": 1}
    layla.set_status(only(layla), "done")
    assert layla.export("jsonl", tmp_path / "two.jsonl").hidden == 0 and layla.hidden_readings() == {}
    layla.set_status(only(layla), "doing")
    layla.close()
    told = CliRunner().invoke(
        musnad, ["agreement", str(path), "--between", "layla,omar"], env={"MUSNAD_ANNOTATOR": "layla"}
    )
    assert told.exit_code == 0 and "read blind: 1 reading left out" in told.stderr
    # Somebody who is not of the project, such as a script, is no reader.
    told = CliRunner().invoke(musnad, ["agreement", str(path), "--json"], env={"MUSNAD_ANNOTATOR": "statistics"})
    assert json.loads(told.stdout)["documents"] == 1 and not told.stderr
