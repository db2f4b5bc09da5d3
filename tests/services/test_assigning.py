"""Handing documents out."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import Project
from annotator.errors import InputError, NotFoundError
from annotator.services.assigning import hidden_documents

PEOPLE = ("layla", "omar", "sami")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("p") / "p.musnad", annotator="huda") as project:
        for number in range(12):
            project.add_document(f"قال الوزير {number}.")
        yield project


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.integers(1, 3), st.floats(0, 1), st.integers(0, 9))
def test_everybody_gets_as_many_as_the_others(project: Project, readers: int, overlap: float, seed: int) -> None:
    documents = [one.id for one in project.summaries()]
    given = project.assign_evenly(documents, PEOPLE, readers, overlap, seed)
    per_person = Counter(one.annotator for one in given)
    per_document = Counter(one.document_id for one in given)
    assert max(per_person.values()) - min(per_person.values()) <= 1
    assert sorted(per_document) == sorted(documents)
    assert sum(number == readers for number in per_document.values()) >= round(12 * overlap)
    again = {(one.document_id, one.annotator) for one in given}
    project.undo()
    assert project.assignments() == []
    second = project.assign_evenly(list(reversed(documents)), PEOPLE, readers, overlap, seed)
    assert {(one.document_id, one.annotator) for one in second} == again
    project.undo()


def test_by_hand_once_and_taken_back(project: Project) -> None:
    document = project.summaries()[0].id
    first = project.assign([document], ["layla", "omar"])
    assert project.assign([document], ["layla"]) == [first[0]]
    assert [(one.annotator, one.given_by, one.purpose) for one in project.assignments()] == [
        ("layla", "huda", "read"),
        ("omar", "huda", "read"),
    ]
    assert {one.annotator: one.assigned for one in project.progress()}["omar"] == 1
    project.unassign(first[0].id, first[0].id, "0" * 32)
    assert len(project.assignments()) == 1
    project.undo(), project.undo()
    for people, match in ((["model:cues"], "no person"), (["a b"], "name")):
        with pytest.raises(InputError, match=match):
            project.assign([document], people)
    with pytest.raises(NotFoundError):
        project.assign(["0" * 32], ["layla"])
    with pytest.raises(InputError, match="4 cannot read"):
        project.assign_evenly([document], PEOPLE, readers=4)


def test_a_blind_project_hides_others_until_mine_is_done(tmp_path: Path) -> None:
    with Project.create(tmp_path / "b.musnad", annotator="layla") as project:
        document, free = project.add_document("قال الوزير.").id, project.add_document("قالت.").id
        project.assign([document], ["layla"])

        def hidden() -> frozenset[str]:
            with project.reading() as connection:
                return hidden_documents(connection, "layla")

        assert hidden() == frozenset() and not project.is_blind
        project.set_blind(True)
        assert project.is_blind and hidden() == {document} and free not in hidden()
        project.set_status(document, "done")
        assert hidden() == frozenset()
        project.undo(), project.undo()
        assert not project.is_blind and project.check() == []


def test_a_tie_goes_to_somebody_who_has_not_read_it(tmp_path: Path) -> None:
    path = tmp_path / "t.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال الوزير.").id
        project.annotate(document, (0, 3), "cue")
        project.assign([project.add_document("قالت.").id, document], ["omar"])
    with Project.open(path, annotator="sami") as project:
        assert project.tie_breakers(document) == ["sami"]
