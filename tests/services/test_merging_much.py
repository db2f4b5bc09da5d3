"""Bundles of much work: what taking them in, and back, costs must follow from what comes, not from its square."""

from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator import Project
from annotator.domain.annotator import Annotator
from annotator.domain.change import Change
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.services.bundles import Bundle, read
from annotator.store import bounded

MARKS = 1_000


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """One article with many marks of omar, as a bundle; layla has a project of her own."""
    with Project.create(tmp_path / "omar.musnad", annotator="omar") as project:
        document = project.add_document("قال " * MARKS)
        spans = tuple(
            Span(
                id=f"{place:032x}",
                document_id=document.id,
                annotator="omar",
                label="cue",
                parts=((4 * place, 4 * place + 3),),
            )
            for place in range(MARKS)
        )
        record = Record(
            document=document,
            scheme_name="actors-claims",
            scheme_version=1,
            annotator=Annotator(handle="omar"),
            status="doing",
            spans=spans,
        )
        project.store_records([record])
        project.share(tmp_path / "omar.musnad-share")
    Project.create(tmp_path / "layla.musnad", annotator="layla").close()
    return tmp_path / "omar.musnad-share"


def test_no_statement_of_a_merge_or_of_its_undo_reads_what_came_once_for_each_row(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST_STEPS", 3_000_000)
    with Project.open(bundle.with_name("layla.musnad"), annotator="layla") as project:
        assert project.merge(bundle).new > MARKS
        [document] = project.documents()
        assert len(project.spans(document.id, "omar")) == MARKS
        project.undo()
        assert project.documents() == [] and project.check() == []
        project.redo()
        assert len(project.spans(document.id, "omar")) == MARKS


def test_of_a_bundle_that_is_here_only_the_names_of_its_changes_are_read(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    kept = Bundle.lacking

    def counted(held: Bundle, unknown: Callable[[Collection[str]], Collection[str]]) -> list[Change]:
        found = kept(held, unknown)
        seen.append(len(found))
        return found

    with Project.open(bundle.with_name("layla.musnad"), annotator="layla") as project:
        first = project.merge(bundle)
        monkeypatch.setattr(Bundle, "lacking", counted)
        again = project.merge(bundle)
        assert (again.new, again.known, seen) == (0, len(read(bundle).lines), [0])
        assert first.new + first.known == again.known


def test_a_merge_tells_of_what_came_alone_what_waits(tmp_path: Path, bundle: Path) -> None:
    with Project.open(bundle.with_name("layla.musnad"), annotator="layla") as project:
        scheme = project.scheme
        labels = tuple(replace(one, key="signal") if one.key == "cue" else one for one in scheme.labels)
        relations = tuple(replace(one, to=("signal",)) if one.to == ("cue",) else one for one in scheme.relations)
        project.set_scheme(replace(scheme, labels=labels, relations=relations), {"labels.cue": "signal"})
        assert project.merge(bundle).waiting == {"spans": MARKS}
        with Project.create(tmp_path / "sami.musnad", annotator="sami") as other:
            other.annotate(other.add_document("نص آخر").id, (0, 2), "actor")
            other.share(tmp_path / "sami.musnad-share")
        assert project.merge(tmp_path / "sami.musnad-share").waiting == {}
        assert project.unshown() == {"spans": MARKS}
