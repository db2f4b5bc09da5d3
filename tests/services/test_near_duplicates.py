"""Near-duplicates of a project: found in the texts, the same everywhere, kept in one part of a dataset."""

import json
import random
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Origin
from annotator.errors import InputError
from annotator.intake.near import alike, groups, signatures
from annotator.services.articles import About
from annotator.services.splits import read_shares, split_of
from annotator.text.shingles import shingles

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
RANDOM = random.Random(11)
WORDS = ["".join(RANDOM.choices(LETTERS, k=RANDOM.randint(3, 8))) for _ in range(4000)]


def report(words: int = 120) -> list[str]:
    return RANDOM.choices(WORDS, k=words)


def changed(words: list[str], count: int) -> list[str]:
    """The same report with some words changed."""
    other = list(words)
    for place in RANDOM.sample(range(len(words)), count):
        other[place] = RANDOM.choice(WORDS)
    return other


def test_spelling_is_no_difference_between_runs_of_words() -> None:
    assert shingles("قالَت الوزارةُ إنّ المينـاء سيُفتح غدًا.") == shingles("قالت «الوزاره» ان الميناء سيفتح غدا")
    assert shingles("كلمتان اثنتان") == ["كلمتان اثنتان"]
    assert shingles("… !") == []


def test_a_report_with_words_changed_is_found_and_another_is_not() -> None:
    first = [report() for _ in range(40)]
    again = [changed(words, 6) for words in first]
    texts = {str(place): " ".join(words) for place, words in enumerate([*first, *again])}
    made = dict(zip(texts, signatures(texts.values()), strict=True))
    assert groups(made) == {str(place): str(place % 40) for place in range(80)}
    assert alike(made["0"], made["0"]) == 1
    assert alike(made["0"], made["1"]) < 0.1
    assert alike((), ()) == 0


def test_texts_without_words_are_nobodys_copies() -> None:
    made = dict(zip("abc", signatures(["…", "!!", "٭"]), strict=True))
    assert groups(made) == {}


def test_a_thousand_copies_are_one_group_and_take_no_time() -> None:
    [one] = signatures([" ".join(report())])
    found = groups({str(place): one for place in range(1000)})
    assert set(found.values()) == {"0"} and len(found) == 1000


def test_the_group_is_called_after_the_article_that_came_first(project: Project) -> None:
    words = report()
    alone = project.add_document(" ".join(report()))
    made = [project.add_document(" ".join(words) + f"\n{outlet}") for outlet in ("النورس", "المرسى", "قافلة")]
    wanted = {one.id: made[0].id for one in made}
    assert project.near_duplicates() == wanted
    assert [one.group for one in project.summaries(grouped=True)] == [None, *wanted.values()]
    assert alone.id not in wanted
    later = project.add_document(" ".join(changed(words, 4)))
    assert project.near_duplicates() == wanted | {later.id: made[0].id}
    project.remove_document(made[0].id)
    assert set(project.near_duplicates().values()) == {made[1].id}
    project.undo()
    assert project.near_duplicates() == wanted | {later.id: made[0].id}


def test_copies_of_a_report_lie_in_one_part_of_a_dataset(project: Project, tmp_path: Path) -> None:
    shares = read_shares("train=50,test=50")
    first = [report() for _ in range(12)]
    originals = [project.add_document(" ".join(words)) for words in first]
    copies = [project.add_document(" ".join(changed(words, 5))) for words in first]
    together = [
        split_of(one.id, shares) == split_of(other.id, shares) for one, other in zip(originals, copies, strict=True)
    ]
    assert not all(together), "each by its own id they would lie apart"
    project.export("jsonl", tmp_path / "set.jsonl", "all", split="train=50,test=50")
    lines = [json.loads(line) for line in (tmp_path / "set.jsonl").read_text("utf-8").splitlines()]
    part = {line["id"]: line["split"] for line in lines}
    for one, other in zip(originals, copies, strict=True):
        assert part[one.id] == part[other.id] == split_of(one.id, shares)


def test_what_copies_of_a_report_repeat_counts_once_where_asked(project: Project) -> None:
    body = " ".join(report())
    actor = project.add_actor("سامر", "person")
    made = [
        project.add_document(f"قال سامر إن العمل انتهى. {body}", origin=Origin(published="2026-03-03")),
        project.add_document(f"قال سامر إن العملَ انتهى! {body}", origin=Origin(published="2026-03-04")),
        project.add_document("قال سامر إن العمل انتهى. ثم مضى كل إلى بيته.", origin=Origin(published="2026-03-05")),
    ]
    for document in made:
        claim = project.annotate(document.id, (9, document.text.index("تهى") + 3), "claim")
        mention = project.annotate(document.id, (4, 8), "actor", actor_id=actor.id)
        project.link(claim.id, mention.id, "source")
    assert [one.document_id for one in project.statements(actor.id)] == [one.id for one in made]
    assert [one.document_id for one in project.statements(actor.id, once=True)] == [made[0].id, made[2].id]


def test_where_an_article_is_from_can_be_said_later_and_undone(project: Project) -> None:
    document = project.add_document("مقال")
    assert document.origins == ()
    said = project.update_document(document.id, publisher=" وكالة النورس ", published="2026-03-03", author="ليلى")
    assert [(one.publisher, one.published, one.author) for one in said.origins] == [
        ("وكالة النورس", "2026-03-03", "ليلى")
    ]
    assert project.update_document(document.id, author="").origins[0].author is None
    project.undo()
    project.undo()
    assert project.document(document.id).origins == ()
    assert not project.check()


def test_a_corrected_origin_is_not_put_back_by_the_same_file(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("قال الوزير", "utf-8")
    project.import_(file)
    [document] = project.documents()
    project.update_document(document.id, publisher="وكالة")
    project.import_(file)
    [origin] = project.document(document.id).origins
    assert (origin.publisher, origin.path) == ("وكالة", "a.txt")


@pytest.mark.parametrize("about", [{"published": "غدًا"}, {"url": "x" * 9000}, {"author": "\udfff"}])
def test_what_cannot_be_an_origin_is_refused(project: Project, about: About) -> None:
    document = project.add_document("مقال")
    with pytest.raises(InputError):
        project.update_document(document.id, **about)
    assert project.document(document.id).origins == ()


def test_an_author_goes_out_and_comes_in(project: Project, tmp_path: Path) -> None:
    document = project.add_document("مقال")
    project.update_document(document.id, author="ليلى حداد")
    project.export("jsonl", tmp_path / "set.jsonl", "all")
    with Project.create(tmp_path / "other.musnad") as other:
        other.import_(tmp_path / "set.jsonl")
        assert [one.author for one in other.document(document.id).origins] == ["ليلى حداد"]
