"""A reviewer decides on differences, and the gold reading comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError, NotFoundError
from annotator.services.adjudicating import Review
from annotator.services.overview import next_to_review

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."
READERS = ("layla", "omar")


def at(words: str, more: int = 0) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words) + more


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Layla and omar agree on one frame; of another claim they cut the source differently, and omar has a cue more."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        project.add_document(TEXT, title="الميناء")
    for who in ("layla", "omar", "sami"):
        with Project.open(path, annotator=who) as project:
            document = project.documents()[0].id
            claim = project.annotate(document, at("الميناء سيفتح"), "claim")
            source = project.annotate(document, at("سامر الحلبي"), "actor")
            project.link(claim.id, source.id, "source")
            second = project.annotate(document, at("«العقد» جاهز", 1 if who == "omar" else 0), "claim")
            project.link(second.id, project.annotate(document, at("نادية"), "actor").id, "source")
            if who != "layla":
                project.annotate(document, at("بحسب"), "cue")
    with Project.open(path, annotator="huda") as project:
        yield project


@pytest.fixture
def document(project: Project) -> str:
    return project.documents()[0].id


def look(project: Project, document: str, readers: tuple[str, ...] = READERS) -> Review:
    return project.review(document, readers)


def words(project: Project, document: str) -> list[tuple[str, str]]:
    return [(one.label, one.quote(TEXT)) for one in project.spans(document, "gold")]


def test_agreed_marks_are_taken_when_the_reviewer_says_so(project: Project, document: str) -> None:
    assert project.spans(document, "gold") == []
    assert look(project, document).rules == {"agreed": 3, "punctuation": 1}
    assert project.apply_rule(document, READERS, "agreed") == 3
    assert words(project, document) == [("actor", "سامر الحلبي"), ("claim", "الميناء سيفتح"), ("actor", "نادية")]
    [link] = project.relations(document, "gold")
    assert (link.label, link.decided_by) == ("source", "huda")
    gold = project.spans(document, "gold")[0]
    assert gold.derived_from in {one.id for who in READERS for one in project.spans(document, who)}
    assert project.apply_rule(document, READERS, "agreed") == 0
    project.undo()
    assert project.spans(document, "gold") == [] and project.decisions(document) == []


def test_the_gold_reading_is_finished_with_what_is_agreed_once_nothing_is_open(project: Project, document: str) -> None:
    with pytest.raises(InputError, match="2 differences are open"):
        project.finish_gold(document, READERS)
    for one in look(project, document).open:
        project.adjudicate(document, one.id, READERS, "reject")
    assert not look(project, document).is_done
    assert project.finish_gold(document, READERS) == 3
    assert len(words(project, document)) == 3 and look(project, document).is_done
    deed = project.next_deed()
    assert deed is not None and deed.kind == "finish_gold"
    [line] = project.overview().lines
    assert (line.statuses["gold"], line.statuses.get("huda", "todo")) == ("done", "todo"), "it is not huda's own"
    assert next_to_review(project.overview(), document) is None
    project.undo()
    assert words(project, document) == [] and not look(project, document).is_done
    project.redo()
    project.finish_gold(document, READERS, is_done=False)
    assert not look(project, document).is_done and len(words(project, document)) == 3
    assert project.check() == []


def test_all_rejected_is_a_finished_gold_reading_without_a_mark(project: Project) -> None:
    document = project.add_document("نص آخر.", title="ثان").id
    path = project.path
    project.close()
    for who in READERS:
        with Project.open(path, annotator=who) as reader:
            reader.set_status(document, "done")
            reader.set_status(reader.documents()[0].id, "done")
    with Project.open(path, annotator="huda") as huda:
        first = huda.documents()[0].id
        assert next_to_review(huda.overview(), first) == document
        assert huda.finish_gold(document, READERS) == 0
        assert next_to_review(huda.overview(), document) == first
        assert huda.spans(document, "gold") == [] and huda.check() == []


def test_taking_a_mark_brings_its_frame(project: Project, document: str) -> None:
    project.apply_rule(document, READERS, "agreed")
    boundary, only = look(project, document).open
    assert (boundary.kind, only.kind) == ("boundary", "only")
    decision = project.adjudicate(
        document, boundary.id, READERS, "take", reader="layla", reason="boundary", note="الفاصلة خارج القول"
    )
    assert (decision.taken, decision.reason, decision.annotator) == ("layla", "boundary", "huda")
    assert ("claim", "«العقد» جاهز") in words(project, document)
    assert len(project.relations(document, "gold")) == 2, "the source that was agreed upon is the one of this claim too"
    assert [one.id for one in look(project, document).open] == [only.id]
    project.adjudicate(document, only.id, READERS, "reject", reason="spurious")
    assert look(project, document).open == [] and project.check() == []
    assert [one.label for one in project.spans(document, "gold")].count("cue") == 0
    assert all(project.spans(document, who) for who in READERS), "what the readers made stays"


def test_who_has_no_mark_can_be_taken(project: Project, document: str) -> None:
    [only] = [one for one in look(project, document).open if one.kind == "only"]
    decision = project.adjudicate(document, only.id, READERS, "take", reader="layla")
    assert decision.gold == () and project.spans(document, "gold") == []


def test_both_merge_and_edit(project: Project, document: str) -> None:
    [boundary, _] = look(project, document).open
    project.adjudicate(document, boundary.id, READERS, "both")
    assert [one for one in words(project, document) if one[0] == "claim"] == [
        ("claim", "«العقد» جاهز،"),
        ("claim", "«العقد» جاهز"),
    ]
    project.adjudicate(document, boundary.id, READERS, "merge")
    assert [one for one in words(project, document) if one[0] == "claim"] == [("claim", "«العقد» جاهز،")]
    mine = project.spans(document, "gold")[0]
    project.adjudicate(document, boundary.id, READERS, "edit", gold=[mine.id])
    assert project.decisions(document)[-1].gold == (mine.id,)
    assert len(project.decisions(document)) == 1, "a new decision on the same marks takes the place of the old one"


def test_a_decision_replaces_what_stands_in_the_gold_reading_already(project: Project, document: str) -> None:
    project.close()
    with Project.open(project.path, annotator="gold") as gold:
        gold.annotate(document, at("«العقد» جاهز"), "claim")
    with Project.open(project.path, annotator="huda") as again:
        boundary = again.review(document, READERS).open[0]
        again.adjudicate(document, boundary.id, READERS, "reject")
        assert again.spans(document, "gold") == []
        again.adjudicate(document, boundary.id, READERS, "edit", parts=at("العقد"))
        assert [one.quote(TEXT) for one in again.spans(document, "gold") if one.label == "claim"] == ["العقد"]


def test_a_decision_can_be_reopened_and_undone(project: Project, document: str) -> None:
    [boundary, _] = look(project, document).open
    decision = project.adjudicate(document, boundary.id, READERS, "take", reader="omar")
    assert ("claim", "«العقد» جاهز،") in words(project, document)
    project.reopen(decision.id)
    assert boundary.id in [one.id for one in look(project, document).open]
    assert ("claim", "«العقد» جاهز،") not in words(project, document)
    project.undo()
    assert ("claim", "«العقد» جاهز،") in words(project, document)
    with pytest.raises(NotFoundError):
        project.reopen("0" * 32)


def test_rules_say_how_much_they_settle_and_are_one_step_each(project: Project, document: str) -> None:
    three = ("layla", "omar", "sami")
    assert look(project, document, three).rules == {"agreed": 3, "majority": 2, "punctuation": 1}
    assert project.apply_rule(document, three, "majority") == 2
    assert look(project, document, three).open == []
    assert ("cue", "بحسب") in words(project, document) and ("claim", "«العقد» جاهز") in words(project, document)
    assert {one.rule for one in project.decisions(document)} == {"majority"}
    project.undo()
    assert project.spans(document, "gold") == []


def test_a_proclitic_is_a_rule_of_its_own(tmp_path: Path) -> None:
    path, text = tmp_path / "q.musnad", "قال الوزير للصحفيين"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(text).id
    for who, start in (("layla", 11), ("omar", 12)):
        with Project.open(path, annotator=who) as project:
            project.annotate(document, (start, len(text)), "actor")
    with Project.open(path, annotator="huda") as project:
        assert project.review(document, READERS).rules == {"proclitics": 1}
        project.apply_rule(document, READERS, "proclitics")
        assert [one.parts for one in project.spans(document, "gold")] == [((12, len(text)),)]


def test_a_decision_stands_until_somebody_changes_what_it_was_about(project: Project, document: str) -> None:
    [boundary, _] = look(project, document).open
    project.adjudicate(document, boundary.id, READERS, "take", reader="layla")
    project.close()
    with Project.open(project.path, annotator="omar") as again:
        claim = next(one for one in again.spans(document) if one.quote(TEXT) == "«العقد» جاهز،")
        again.update(claim.id, parts=at("العقد» جاهز"))
    with Project.open(project.path, annotator="huda") as again:
        found = again.review(document, READERS)
        assert [one.kind for one in found.open] == ["boundary", "only"], "what is new is shown, and only that"
        again.adjudicate(document, found.open[0].id, READERS, "take", reader="omar")
        assert [one.quote(TEXT) for one in again.spans(document, "gold") if one.label == "claim"] == ["العقد» جاهز"]


def test_what_cannot_be_decided_is_refused(project: Project, document: str) -> None:
    [boundary, _] = look(project, document).open
    with pytest.raises(NotFoundError):
        project.adjudicate(document, "0" * 32, READERS, "reject")
    with pytest.raises(InputError, match="sami"):
        project.adjudicate(document, boundary.id, READERS, "take", reader="sami")
    with pytest.raises(InputError, match="no reason"):
        project.adjudicate(document, boundary.id, READERS, "reject", reason="mood")
    with pytest.raises(InputError, match="two annotators"):
        project.review(document, ["layla", "layla"])
    assert project.decisions() == []


def test_a_mark_can_be_made_of_what_several_say(tmp_path: Path) -> None:
    """The boundary of one, the attribute and the source of the other."""
    path = tmp_path / "m.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT).id
    for who, more, polarity, source in (("layla", 0, "affirmed", "سامر الحلبي"), ("omar", 1, "denied", "وزير النقل")):
        with Project.open(path, annotator=who) as project:
            claim = project.annotate(document, at("«العقد» جاهز", more), "claim", attributes={"polarity": polarity})
            project.link(claim.id, project.annotate(document, at(source), "actor").id, "source")
    with Project.open(path, annotator="huda") as project:
        one = next(each for each in project.review(document, READERS).open if each.label == "claim")
        names = {detail.kind: detail.name for detail in one.details}
        assert {"boundary", "attribute", "role"} <= names.keys()
        with pytest.raises(InputError, match="do not differ"):
            project.adjudicate(document, one.id, READERS, "edit", picks={"mood": "layla"})
        with pytest.raises(InputError, match="no such mark"):
            project.adjudicate(document, one.id, READERS, "edit", picks={names["role"]: "sami"})
        picks = {names["boundary"]: "layla", names["attribute"]: "omar", names["role"]: "omar"}
        project.adjudicate(document, one.id, READERS, "edit", picks=picks)
        [claim] = [span for span in project.spans(document, "gold") if span.label == "claim"]
        assert (claim.quote(TEXT), claim.attributes["polarity"]) == ("«العقد» جاهز", "denied")
        [link] = project.relations(document, "gold")
        assert project.span(link.to_id).quote(TEXT) == "وزير النقل" and project.check() == []


def test_the_gold_reading_can_be_compared_and_its_own_marks_stay_where_they_are_taken(
    project: Project, document: str
) -> None:
    pair = ("gold", "omar")
    project.apply_rule(document, READERS, "agreed")
    before = {span.id for span in project.spans(document, "gold")}
    found = project.review(document, pair).open
    assert {one.kind for one in found} == {"only"}
    cue = next(one for one in found if one.label == "cue")
    project.adjudicate(document, cue.id, pair, "take", reader="omar")
    assert ("cue", "بحسب") in words(project, document)
    assert before < {span.id for span in project.spans(document, "gold")}
    mine = next(span for span in project.spans(document, "gold") if span.quote(TEXT) == "الميناء سيفتح")
    project.close()
    with Project.open(project.path, annotator="gold") as gold:
        gold.update(mine.id, attributes={"polarity": "denied"})
    with Project.open(project.path, annotator="huda") as again:
        [claim] = [one for one in again.review(document, pair).open if one.marks["gold"] is not None]
        again.adjudicate(document, claim.id, pair, "take", reader="gold")
        [held] = [span for span in again.spans(document, "gold") if span.id == mine.id]
        assert held.attributes["polarity"] == "denied" and len(again.relations(document, "gold")) == 1
        again.adjudicate(document, claim.id, pair, "take", reader="omar")
        [held] = [span for span in again.spans(document, "gold") if span.quote(TEXT) == "الميناء سيفتح"]
        assert held.attributes.get("polarity") != "denied" and again.check() == []
        assert len(again.relations(document, "gold")) == 1


def test_a_source_that_readers_cut_differently_is_not_agreed_and_merges_with_its_claim(tmp_path: Path) -> None:
    path = tmp_path / "s.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT).id
    for who, source in (("layla", "سامر الحلبي"), ("omar", "وزير النقل سامر")):
        with Project.open(path, annotator=who) as project:
            claim = project.annotate(document, at("«العقد» جاهز"), "claim")
            project.link(claim.id, project.annotate(document, at(source), "actor").id, "source")
    with Project.open(path, annotator="huda") as project:
        found = project.review(document, READERS)
        assert found.comparison.agreed == () and "agreed" not in found.rules
        [one] = found.open
        assert len(one.concerned) == 2
        project.adjudicate(document, one.id, READERS, "merge")
        assert words(project, document) == [("actor", "وزير النقل سامر الحلبي"), ("claim", "«العقد» جاهز")]
        assert len(project.relations(document, "gold")) == 1 and project.check() == []
