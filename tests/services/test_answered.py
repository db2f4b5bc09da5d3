"""Suggestions never cross or repeat what somebody has marked, and stay beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project

TEXT = (
    "تعهدت بلدية رأس الغزال بإرسال صهاريج مياه إلى الحي مساء السبت.\n"
    "وقال المتحدث فادي الصوان إن «الشبكة القديمة لا تحتمل ضغط الضخ الجديد».\n"
    "وقال الخبير نديم عساف إن الوزير أعلن أن المحطة ستعمل غدًا.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project whose one article the rules have read."""
    with Project.create(tmp_path / "p.musnad", annotator="layla") as opened:
        opened.add_document(TEXT, title="x")
        opened.suggest(["cues"])
        yield opened


def only(project: Project) -> str:
    return project.documents()[0].id


def mark(project: Project, words: str, label: str) -> str:
    start = TEXT.index(words)
    return project.annotate(only(project), (start, start + len(words)), label).id


def proposed(project: Project, label: str) -> list[str]:
    return [one.quote(TEXT) for one in project.suggestions(only(project)) if one.label == label]


QUOTED = "«الشبكة القديمة لا تحتمل ضغط الضخ الجديد»"


@pytest.mark.parametrize("words", [QUOTED[1:-1], QUOTED, QUOTED + ".", QUOTED[:-8], "إن " + QUOTED])
def test_a_claim_that_is_much_like_mine_does_not_come_again(project: Project, words: str) -> None:
    assert QUOTED in proposed(project, "claim")
    mark(project, words, "claim")
    assert QUOTED not in proposed(project, "claim")


def test_a_proposal_across_a_mark_of_mine_is_none(project: Project) -> None:
    before = proposed(project, "claim")
    mark(project, "الجديد».\nوقال", "actor")
    assert proposed(project, "claim") == [one for one in before if one != QUOTED]
    assert "قال" in proposed(project, "cue"), "the other cue of these letters is nobody's"


def test_a_part_of_a_claim_said_by_the_cue_that_i_have_linked_does_not_come_again(project: Project) -> None:
    claim = mark(project, TEXT.splitlines()[1] + "\n" + TEXT.splitlines()[2], "claim")
    assert QUOTED in proposed(project, "claim"), "it has a cue of its own"
    project.link(claim, mark(project, "قال", "cue"), "cue")
    assert QUOTED not in proposed(project, "claim")


def test_a_report_within_a_report_is_still_proposed(project: Project) -> None:
    inner, outer = "المحطة ستعمل غدًا", "الوزير أعلن أن المحطة ستعمل غدًا"
    assert {inner, outer} <= set(proposed(project, "claim"))
    project.link(mark(project, outer, "claim"), mark(project, "قال الخبير"[:3], "cue"), "cue")
    assert inner in proposed(project, "claim") and outer not in proposed(project, "claim")


def test_a_preview_is_what_taking_stores(project: Project) -> None:
    document = only(project)
    for one in project.suggested_attributions(document):
        seen = project.preview_suggestion(one.shown.id)
        before = {span.id for span in project.spans(document)}, {link.id for link in project.relations(document)}
        project.accept(one.shown.id)
        spans = [span for span in project.spans(document) if span.id not in before[0]]
        links = [link for link in project.relations(document) if link.id not in before[1]]
        assert [(s.label, s.parts, s.attributes, s.actor_id) for s in sorted(spans, key=lambda s: s.parts)] == [
            (s.label, s.parts, s.attributes, s.actor_id)
            for s in sorted(seen.spans, key=lambda s: s.parts)
            if s.id in seen.fresh
        ]
        of_preview = {span.id: span.parts for span in seen.spans}
        of_project = {span.id: span.parts for span in project.spans(document)}
        assert sorted((link.label, of_project[link.from_id], of_project[link.to_id]) for link in links) == sorted(
            (link.label, of_preview[link.from_id], of_preview[link.to_id]) for link in seen.relations
        )


def test_every_suggestion_belongs_to_one_attribution(project: Project) -> None:
    document = only(project)
    parts = [part.id for one in project.suggested_attributions(document) for part in one.spans]
    assert sorted(parts) == sorted(one.id for one in project.suggestions(document))
    labels = [{part.label for part in one.spans} for one in project.suggested_attributions(document)]
    assert labels.count({"claim", "cue", "actor"}) >= 3
