"""Hits are counted at once, and their lines are made when they are asked for."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.services import searched_texts
from annotator.store import full_text


def test_hits_are_a_sequence_whose_lines_are_made_one_by_one(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        for number in range(5):
            project.add_document(f"مقال {number}: " + "قالَ الوزير شيئًا. " * 3)
        hits = project.search("قال")
        lines = list(project.hits("قال"))
    # The file is closed, and they still have their lines.
    assert (len(hits), hits.documents) == (20, 5)
    assert hits == lines == list(hits) and hits != lines[1:]
    assert hits[3:9] == lines[3:9] and hits[-1] == lines[-1]
    with pytest.raises(IndexError):
        hits[20]
    assert [hit.text for hit in hits[:3]] == ["قال", "قالَ", "قالَ"]


def test_a_limit_takes_the_first_hits(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        for number in range(3):
            project.add_document(f"خبر {number} " + "قال " * 4)
        every = project.search("قال")
        for limit in (0, 1, 4, 6, 12, 99):
            found = project.search("قال", limit)
            assert (len(found), list(found)) == (min(limit, 12), every[:limit])


def test_what_is_kept_of_a_text_follows_what_is_said_of_it(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        first = project.add_document("خنفشار في النص", title="Before")
        assert [hit.title for hit in project.search("خنفشار")] == ["Before"]
        project.update_document(first.id, title="After", direction="ltr")
        assert [(hit.title, hit.direction) for hit in project.search("خنفشار")] == [("After", "ltr")]
        last = project.add_document("خنفشار في آخر النصوص")
        project.undo()
        # It gets the number in the index that the last one had.
        other = project.add_document("نص ثالث فيه خنفشار")
        assert [hit.document_id for hit in project.search("خنفشار")] == [first.id, other.id] != [last.id]


def test_texts_beyond_the_bound_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched_texts, "MOST_KEPT_BYTES", 2_000)
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        made = [project.add_document(f"خنفشار رقم {number}").id for number in range(4)]
        for _ in range(2):
            assert [hit.document_id for hit in project.search("خنفشار")] == made
        kept = project.companion(searched_texts.SearchedTexts)
        assert len(kept._kept) == 1
        project.remove_document(made[0])
        assert kept._kept == {} and kept._bytes == 0


def test_the_order_of_the_index_is_told_where_it_is_that_of_the_documents(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        assert numbers(project) == []
        made = [project.add_document(f"نص رقم {number}").id for number in range(3)]
        assert numbers(project) == [1, 2, 3]
        project.remove_document(made[0])
        assert numbers(project) == [2, 3]
        project.undo()
        # It comes last into the index, and is still the first of the documents.
        assert numbers(project) is None


def numbers(project: Project) -> list[int] | None:
    with project.reading() as view:
        return full_text.numbers(view)
