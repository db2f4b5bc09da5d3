"""Changes from elsewhere: what no door of ours could have written refuses all that came."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from annotator import Project
from annotator.domain.change import Change
from annotator.errors import InputError
from annotator.services.schemes import load_scheme
from annotator.store import scheme_rows

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح."


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> list[Change]:
    """What layla did: an article, marks and links, a comment on a passage, an assignment, a decision."""
    path = tmp_path_factory.mktemp("layla") / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT).id
        claim = project.annotate(document, (30, 43), "claim")
        actor = project.add_actor("سامر", "person", ["س"])
        source = project.annotate(document, (15, 26), "actor", actor_id=actor.id)
        project.link(claim.id, source.id, "source")
        project.state(claim.id, "الميناء سيفتح")
        project.comment(document, "انظر", parts=(3, 9))
        project.assign([document], ["omar"])
    with Project.open(path, annotator="omar") as project:
        project.annotate(document, (0, 3), "cue")
        project.set_status(document, "done")
    with Project.open(path, annotator="huda") as project:
        [one, *_] = project.review(document, ["layla", "omar"]).open
        project.adjudicate(document, one.id, ["layla", "omar"], "take", reader="layla", reason="boundary")
        return project.changes_since({})


@pytest.fixture
def here(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "here.musnad", annotator="sara")


def among(changes: list[Change], table: str, column: str = "id") -> Change:
    """The first new row of a table that says something in a column."""
    return next(one for one in changes if one.table == table and one.row and one.row.get(column) is not None)


def with_row(one: Change, **columns: Any) -> Change:
    return msgspec.structs.replace(one, row={**(one.row or {}), **columns})


LONG = "x" * 5000
FORGED: list[tuple[str, Callable[[Change], Change]]] = [
    *(
        ("spans", lambda one, name=name, value=value: msgspec.structs.replace(one, **{name: value}))
        for name, value in (
            *(("counter", 2**63), ("counter", 0), ("shape", -(2**70)), ("stamp", "zzz"), ("table", "changes")),
            *(("uid", LONG), ("action", LONG), ("undoes", LONG), ("annotator", LONG)),
            *(("annotator", "layla\u200b"), ("annotator", "a/b"), ("annotator", "\x1b[31m")),
        )
    ),
    *(
        (table, lambda one, column=column, value=value: with_row(one, **{column: value}))
        for table, column, value in (
            ("spans", "parts", []),
            ("spans", "parts", [[9, 3]]),
            ("spans", "parts", [[0, 5], [3, 9]]),
            ("spans", "parts", [[0, len(TEXT) + 1]]),
            ("spans", "parts", [[0, 2**70]]),
            ("spans", "annotator", "a b"),
            ("documents", "text", "another"),
            ("actor_aliases", "place", 2**63),
            ("comments", "passage", "[[3, 2]]"),
            ("comments", "passage", "no JSON"),
            ("assignments", "purpose", "nothing"),
            ("decisions", "verdict", "nothing"),
            ("decisions", "rule", "nothing"),
            ("decisions", "reason", "nothing"),
            ("settings", "value", "nothing"),
            ("settings", "value", {"place": "0"}),
        )
    ),
]


def test_what_no_musnad_wrote_is_refused_whole(here: Project, changes: list[Change]) -> None:
    with here:
        before = here.vector()
        for table, forge in FORGED:
            honest = among(changes, table, "passage" if table == "comments" else "id")
            forged = forge(honest)
            with pytest.raises(InputError, match="nothing was taken in"):
                here.apply([forged if one is honest else one for one in changes])
                pytest.fail(f"taken in: {forged}")
        assert here.vector() == before
        assert here.apply(changes).new
        assert here.check() == []


@pytest.mark.parametrize(
    "value",
    [
        {"place": 0, "key": "other"},
        {"place": 0},
        {"place": 0, "key": "claim", "shortcut": [1]},
        {"place": 0, "key": "claim", "nothing": 1},
        None,
        [],
    ],
)
def test_a_part_of_the_scheme_that_cannot_be_read_is_named(value: object) -> None:
    assert scheme_rows.part_fault("scheme/labels/claim", value) is not None


def test_every_part_of_a_shipped_scheme_can_be_read() -> None:
    parts = scheme_rows.parts_of(load_scheme("actors-claims")) | scheme_rows.parts_of(load_scheme("wojood"))
    assert {row_id: fault for row_id, value in parts.items() if (fault := scheme_rows.part_fault(row_id, value))} == {}


def test_marks_that_came_before_their_text_do_not_reach_beyond_it(here: Project, changes: list[Change]) -> None:
    mark = among(changes, "spans")
    far = with_row(mark, parts=[[0, 5000]])
    with here:
        here.apply([far if one is mark else one for one in changes if one.table != "documents"])
        with pytest.raises(InputError, match="outside of the text"):
            here.apply([one for one in changes if one.table == "documents"])


def test_the_lone_end_of_a_row_has_a_history(here: Project, changes: list[Change]) -> None:
    gone = [
        msgspec.structs.replace(among(changes, table), row=None, op="delete")
        for table in ("annotation_sets", "spans", "relations", "comments", "decisions")
    ]
    with here:
        here.apply(gone)
        assert len(here.history()) >= 1
        here.history_page()


def test_who_was_assigned_and_is_not_any_more_goes_on_working(tmp_path: Path) -> None:
    path = tmp_path / "lead.musnad"
    with Project.create(path, annotator="lead") as project:
        document = project.add_document(TEXT).id
    with Project.open(path, annotator="lead") as lead:
        lead.assign([document], ["sami"])
        copy = lead.save_copy(tmp_path / "sami.musnad")
        lead.undo()
        lead.share(tmp_path / "b", everything=True)
    with Project.open(copy, annotator="sami") as sami:
        sami.annotate(document, (0, 3), "cue")
        assert sami.merge(tmp_path / "b").new
        assert sami.assignments() == []
        assert len(sami.spans(document)) == 1
        assert sami.check() == []


def test_a_name_that_another_copy_took_away_is_registered_again(here: Project) -> None:
    with here:
        here.add_document(TEXT)
        [known] = [one for one in here.changes_since({}) if one.table == "annotators"]
        gone = {"uid": "0" * 32, "row": None, "op": "delete", "counter": 10_000, "stamp": "0" * 11 + "1-000000-a"}
        here.apply([msgspec.structs.replace(known, **gone)])
        assert here.annotators() == []
        here.annotate(here.documents()[0].id, (0, 3), "cue")
        assert [one.handle for one in here.annotators()] == ["sara"]
        assert here.check() == []
