"""What has A said about B: answered from marks and links, by actor, stance, day and annotator."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.attribution import Attribution
from annotator.domain.document import Origin

TEXT = "قال سالم إن الميناء جاهز. ونفى الوزير أن تكون الشركة، بحسب سالم، قد تأخرت."


def part(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


class Told:
    """A project with two claims of Salem's and one of the minister's, in two articles."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.salem, self.minister, self.port, self.firm = (
            project.add_actor(name, kind)
            for name, kind in (
                ("سالم الحلبي", "person"),
                ("الوزير", "office"),
                ("الميناء", "organization"),
                ("الشركة", "organization"),
            )
        )
        late = project.add_document(TEXT, title="لاحق", origin=Origin(published="2026-05-02T10:00:00"))
        early = project.add_document(TEXT + " ", title="سابق", origin=Origin(published="2026-03-01"))
        undated = project.add_document(TEXT + "  ", title="بلا تاريخ")
        for document in (late, early, undated):
            self.mark(document.id)

    def mark(self, document_id: str) -> None:
        project = self.project
        actor = {
            name: project.annotate(document_id, part(words, nth), "actor", actor_id=held.id).id
            for name, words, nth, held in (
                ("salem", "سالم", 0, self.salem),
                ("salem again", "سالم", 1, self.salem),
                ("minister", "الوزير", 0, self.minister),
                ("port", "الميناء", 0, self.port),
                ("firm", "الشركة", 0, self.firm),
            )
        }
        ready = project.annotate(document_id, part("الميناء جاهز"), "claim")
        project.link(ready.id, actor["salem"], "source")
        project.link(ready.id, actor["port"], "target", {"stance": "favour"})
        first, second = part("أن تكون الشركة"), part("قد تأخرت")
        denied = project.annotate(document_id, [first, second], "claim", {"polarity": "denied"})
        for who in ("minister", "salem again"):
            project.link(denied.id, actor[who], "source")
        project.link(denied.id, actor["firm"], "target", {"stance": "against"})


@pytest.fixture
def told(project: Project) -> Told:
    return Told(project)


def seen(found: list[Attribution]) -> list[tuple[str, str]]:
    return [(one.title, one.quote) for one in found]


READY, DENIED = "الميناء جاهز", "أن تكون الشركة … قد تأخرت"


def test_all_that_an_actor_said_by_date(told: Told) -> None:
    found = told.project.statements(told.salem.id)
    assert seen(found) == [
        *(("سابق", READY), ("سابق", DENIED)),
        *(("لاحق", READY), ("لاحق", DENIED)),
        *(("بلا تاريخ", READY), ("بلا تاريخ", DENIED)),
    ]
    assert [one.date for one in found[::2]] == ["2026-03-01", "2026-05-02T10:00:00", None]


def test_a_statement_says_everything(told: Told) -> None:
    one = told.project.statements(told.minister.id)[0]
    assert (one.sources, one.targets) == (("الوزير", "سالم الحلبي"), ("الشركة",))
    assert (one.stance, one.polarity, one.direction) == ("against", "denied", "rtl")
    span = told.project.span(one.id)
    assert (one.document_id, one.start, one.end) == (span.document_id, span.start, span.end)


def test_about_whom_and_with_which_stance(told: Told) -> None:
    ask = told.project.statements
    assert {one.quote for one in ask(target=told.port.id)} == {READY}
    assert {one.quote for one in ask(told.salem.id, told.firm.id)} == {DENIED}
    assert ask(told.minister.id, told.port.id) == []
    assert {one.quote for one in ask(told.salem.id, stance="favour")} == {READY}
    assert ask(told.salem.id, told.port.id, stance="against") == []
    assert len(ask()) == 6


def test_days_are_both_included(told: Told) -> None:
    ask = told.project.statements
    assert {one.title for one in ask(told.salem.id, since="2026-03-01", until="2026-03-01")} == {"سابق"}
    assert {one.title for one in ask(told.salem.id, since="2026-03-02", until="2026-05-02")} == {"لاحق"}


def test_everybody_has_their_own_reading(told: Told) -> None:
    assert told.project.statements(told.salem.id, annotator="omar") == []
    assert len(told.project.statements(told.salem.id, annotator="layla")) == 6


def test_the_stance_is_the_one_towards_whom_was_asked(told: Told) -> None:
    project = told.project
    document = project.documents()[0]
    claim = next(span for span in project.spans(document.id) if span.quote(TEXT) == READY)
    firm = next(span for span in project.spans(document.id) if span.actor_id == told.firm.id)
    project.link(claim.id, firm.id, "target", {"stance": "unclear"})
    both = [one for one in project.statements(told.salem.id, told.firm.id) if one.id == claim.id]
    assert [(one.stance, one.targets) for one in both] == [("unclear", ("الميناء", "الشركة"))]


def test_who_is_not_linked_is_called_by_the_words(told: Told) -> None:
    project = told.project
    document = project.documents()[0]
    mention = next(span for span in project.spans(document.id) if span.actor_id == told.port.id)
    project.update(mention.id, actor_id=None)
    found = [one for one in project.statements(told.salem.id) if one.document_id == document.id]
    assert found[0].targets == ("الميناء",)
    assert all(one.document_id != document.id for one in project.statements(target=told.port.id))


def test_undo_takes_a_statement_back(told: Told) -> None:
    relation = next(one for one in told.project.relations(told.project.documents()[0].id) if one.label == "source")
    told.project.delete(relation.id)
    assert len(told.project.statements(told.salem.id)) == 5
    told.project.undo()
    assert len(told.project.statements(told.salem.id)) == 6


@pytest.fixture
def entities(tmp_path: Path) -> Iterator[Project]:
    """A project whose scheme has no frames."""
    scheme = tmp_path / "plain.toml"
    scheme.write_text(
        '[scheme]\nname = "plain"\nversion = 1\n[[labels]]\nkey = "place"\ncolor = "blue"\nunderline = "solid"\n',
        encoding="utf-8",
    )
    with Project.create(tmp_path / "plain.musnad", scheme=scheme) as made:
        yield made


def test_a_scheme_without_frames_has_no_statements(entities: Project) -> None:
    document = entities.add_document(TEXT)
    entities.annotate(document.id, part("الميناء"), "place")
    assert entities.statements() == []
