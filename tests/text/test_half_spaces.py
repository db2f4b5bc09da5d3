"""A half space meets a space, and nothing; a space that is looked for meets nothing only where a half space stands."""

import pytest

from annotator import Project
from annotator.domain.actor import Actor
from annotator.services.actor_finder import ActorFinder
from annotator.suggest.names import Names
from annotator.text.folding import find


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("او می\u200cرود خانه", "می رود"),
        ("او می\u200cرود خانه", "میرود"),
        ("او می\u200cرود خانه", "او می رود خانه"),
        ("او می رود خانه", "می\u200cرود"),
        ("او میرود خانه", "می\u200cرود"),
        ("بن\u200bعلي", "بن علي"),
        ("بن\u200bعلي", "بنعلي"),
        ("کتاب\u200cخانه\u200cهای بزرگ تهران شهر", "کتاب خانه های بزرگ تهران"),
        ("کتاب خانه\u200cهای بزرگ", "کتاب\u200cخانه های"),
    ],
)
def test_a_half_space_meets_a_space_and_nothing(project: Project, text: str, query: str) -> None:
    assert len(find(text, query)) == 1
    document = project.add_document(text)
    (hit,) = project.search(query)
    assert (hit.document_id, (hit.start, hit.end)) == (document.id, find(text, query)[0])


@pytest.mark.parametrize(
    ("text", "query"),
    [("او میرود خانه", "می رود"), ("عبدالله", "عبد الله"), ("می\u200cرود و میرود", "می رود رود"), ("علي", " علي")],
)
def test_a_space_is_no_half_space_where_none_stands(text: str, query: str) -> None:
    assert find(text, query) == []


def test_every_way_of_writing_is_found_in_one_text() -> None:
    text = "می\u200cرود، می رود، میرود"
    assert [text[slice(*hit)] for hit in find(text, "می رود")] == ["می\u200cرود", "می رود"]
    assert len(find(text, "می\u200cرود")) == 3
    assert find(text, "\u200c") == []


@pytest.mark.parametrize(
    ("name", "text", "there"),
    [
        ("علی رضا نوری", "دیدار علی\u200cرضا نوری با او", "علی\u200cرضا نوری"),
        ("محمد\u200cجواد ظریف", "دیدار محمد جواد ظریف", "محمد جواد ظریف"),
        ("محمد\u200cجواد ظریف", "دیدار محمد\u200cجواد ظریف", "محمد\u200cجواد ظریف"),
        ("بن علي", "زار بن\u200bعلي تونس", "بن\u200bعلي"),
        ("نوری", "دیدار نوری\u200cها", None),
    ],
)
def test_names_of_the_registry_are_found_whichever_space_they_have(name: str, text: str, there: str | None) -> None:
    found = [text[start:end] for start, end, _ in Names([(name, 1)]).find(text)]
    assert found == ([] if there is None else [there])
    if there is not None:
        actor = Actor(id="a", name=name, kind="person")
        assert [match.why for match in ActorFinder([actor]).find(there)] == ["name"]
