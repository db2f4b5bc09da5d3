"""The rows of the frames pane, and what a filter leaves of them; and 214 frames that scroll."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.ui.panels.frame_rows import Article, FrameRow, filtered, rows_of

TEXT = "قال رائد الحلبي إن الميناء مغلق. وأكّدت ليلى الأتاسي أن السفن ترسو."


@pytest.fixture
def rows(tmp_path: Path) -> list[FrameRow]:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء")

        def mark(words: str, label: str) -> str:
            start = TEXT.index(words)
            return project.annotate(document.id, (start, start + len(words)), label).id

        actor = project.add_actor("رائد محمود الحلبي", "person")
        raed, layla = mark("رائد الحلبي", "actor"), mark("ليلى الأتاسي", "actor")
        project.update(raed, actor_id=actor.id)
        closed, ships = mark("الميناء مغلق", "claim"), mark("السفن ترسو", "claim")
        project.link(closed, raed, "source")
        project.link(closed, mark("قال", "cue"), "cue")
        project.link(closed, layla, "target", {"stance": "against"})
        project.link(ships, layla, "source")
        names = {one.id: one.name for one in project.actors()}
        article = Article(
            TEXT, "rtl", project.scheme, project.spans(document.id), project.relations(document.id), names, "en"
        )
        return rows_of(article)


def test_a_row_says_who_says_what_and_what_is_missing(rows: list[FrameRow]) -> None:
    closed, ships = rows
    assert closed.quote == "الميناء مغلق" and closed.missing == ()
    assert closed.roles == {"source": "رائد الحلبي", "cue": "قال", "target": "ليلى الأتاسي"}
    assert ships.missing == ("Cue",)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ("", 2),
        ("الاتاسي", 2),
        ("محمود", 1),
        ("قَالَ", 1),
        ("against", 1),
        ("رائد ترسو", 0),
        ("affirmed", 2),
    ],
)
def test_a_filter_finds_actors_cues_values_and_words_in_any_spelling(
    rows: list[FrameRow], wanted: str, left: int
) -> None:
    assert len(filtered(rows, wanted, incomplete=False)) == left


def test_incomplete_leaves_those_that_lack_a_role(rows: list[FrameRow]) -> None:
    assert filtered(rows, "", incomplete=True) == [rows[1]]
    assert filtered(rows, "محمود", incomplete=True) == []
