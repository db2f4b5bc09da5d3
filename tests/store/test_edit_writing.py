"""Edits that are written many at a time: the same rows and the same journal as one by one."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import Project
from annotator.store import edit_writing
from annotator.store.edits import Edit, delete, put

NUMBERS = count()


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Project]]:
    """Two projects with the same article."""
    folder = tmp_path_factory.mktemp("writing")
    with (
        Project.create(folder / "one.musnad", annotator="layla") as one,
        Project.create(folder / "many.musnad", annotator="layla") as many,
    ):
        yield one, many


def _span(number: int, label: str, **rest: Any) -> dict[str, Any]:
    parts, made = [[number, number + 1]], {"attributes": {}, "annotator": "layla"}
    return {"id": f"{number:032x}", "label": label, "parts": parts, **made, **rest}


EDITS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(("put", "relabel", "delete")), st.sampled_from(("actor", "claim"))),
    max_size=12,
)


def _edits(wanted: Sequence[tuple[int, str, str]], document_id: str, first: int) -> list[Edit]:
    """Edits of five rows from `first` on; a label alone is only put where the row is there."""
    held: set[int] = set()
    edits = []
    for number, what, label in wanted:
        row_id = f"{first + number:032x}"
        if what == "delete":
            held.discard(number)
            edits.append(delete("spans", row_id))
        elif what == "put" or number not in held:
            held.add(number)
            edits.append(put("spans", _span(first + number, label, document_id=document_id)))
        else:
            edits.append(put("spans", {"id": row_id, "label": label}))
    return edits


def _state(project: Project) -> list[tuple[Any, ...]]:
    with project.reading() as view:
        return [
            tuple(row)
            for statement in (
                "SELECT * FROM spans ORDER BY id",
                """SELECT counter, annotator, "table", row_id, op, row FROM changes WHERE "table" = 'spans'
                   ORDER BY counter""",
            )
            for row in view.execute(statement)
        ]


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_together_is_the_same_as_one_by_one(projects: tuple[Project, Project], wanted: list[Any]) -> None:
    first = 5 * next(NUMBERS)
    for project, most in zip(projects, (1, 500), strict=True):
        document_id = project.add_document("قال الوزير إن الميناء مفتوح. " * 400).id
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(edit_writing, "MOST_TOGETHER", most)
            edits = _edits(wanted, document_id, first)
            changes = project.write(edits) if edits else None
            assert changes is None or changes.documents <= {document_id}
    one, many = map(_state, projects)
    assert many == one


def test_a_row_that_lacks_another_is_refused_with_all_that_came_with_it(projects: tuple[Project, Project]) -> None:
    (project, _), before = projects, _state(projects[0])
    edits = [put("spans", _span(900_000 + number, "actor", document_id="no such")) for number in range(3)]
    with pytest.raises(Exception, match="there is no row no such of documents"):
        project.write(edits)
    assert _state(project) == before


def test_the_histories_of_an_action_are_those_of_its_rows(projects: tuple[Project, Project]) -> None:
    project, document_id = projects[0], projects[0].add_document("قال الوزير إن الميناء مفتوح. " * 400).id
    first, second = (project.annotate(document_id, (number, number + 1), "actor") for number in (10, 20))
    project.update(first.id, label="claim")
    project.delete(first.id, second.id)
    journal = project._journal
    action = journal.history("spans", first.id)[-1].action
    keys = journal.rows_of(action)
    assert set(keys) == {("spans", first.id), ("spans", second.id)}
    read = {key: stored.changes() for key, stored in journal.histories(action)}
    assert read == {key: journal.history(*key) for key in keys}
