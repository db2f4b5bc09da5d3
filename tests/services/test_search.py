"""Searching a project: the same places as reading every text, in order, narrowed by marks and origins."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import Project
from annotator.cancellation import cancelled_by
from annotator.domain.document import Origin
from annotator.domain.search import Query
from annotator.errors import Cancelled, InputError
from annotator.services import document_order
from annotator.text.folding import find
from tests.older import make_older

CASES = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
SEARCHES = [
    pytest.param(case["text"], check, id=f"{case['id']}-{place}")
    for case in CASES
    for place, check in enumerate(case["checks"])
    if check["type"] == "search"
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One project that is searched again and again."""
    with Project.create(tmp_path_factory.mktemp("search") / "p.musnad", annotator="layla") as made:
        yield made


def places(project: Project, query: Query | str, document_id: str | None = None) -> list[tuple[int, int]]:
    hits = project.search(query)
    return [(hit.start, hit.end) for hit in hits if document_id in (None, hit.document_id)]


@pytest.mark.parametrize(("text", "check"), SEARCHES)
def test_the_cases_hold_for_a_whole_project(project: Project, text: str, check: dict[str, Any]) -> None:
    document = project.add_document(text)
    query = Query(text=check["query"], whole=check.get("whole", False))
    found = [document.text[slice(*place)] for place in places(project, query, document.id)]
    expected = [document.text[start:end] for start, end in find(document.text, check["query"], whole=query.whole)]
    assert found == expected
    assert len(found) == len(check["expect"])


LETTERS = "اأآبلمه ةىيَّـ1١\n\u200fa"


@settings(max_examples=60)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=40), max_size=4), st.text(LETTERS, min_size=1, max_size=6))
def test_nothing_is_missed_and_nothing_added(texts: list[str], query: str) -> None:
    import tempfile

    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.musnad", annotator="layla") as project,
    ):
        documents = [project.add_document(text) for text in texts if text.strip()]
        ids = list(dict.fromkeys(document.id for document in documents))
        expected = [(id_, *place) for id_ in ids for place in find(project.document(id_).text, query)]
        if not query.strip("\n\u200fـَّ "):
            with pytest.raises(InputError, match="nothing to look for"):
                project.search(query)
        else:
            assert [(hit.document_id, hit.start, hit.end) for hit in project.search(query)] == expected


def test_undo_takes_an_article_out_of_the_search_and_redo_puts_it_back(project: Project) -> None:
    project.add_document("كلمة فريدة: خنفشار")
    assert len(project.search("خنفشار")) == 1
    project.undo()
    assert project.search("خنفشار") == []
    project.redo()
    assert len(project.search("خِنْفِشار")) == 1


def test_a_hit_brings_its_line(project: Project) -> None:
    project.add_document("سطر أول\nقال الناطق الرسمي زنبركان إن الأمر انتهى.\nسطر ثالث", title="عنوان")
    [hit] = project.search("زنبركان")
    assert (hit.title, hit.text) == ("عنوان", "زنبركان")
    assert (hit.before, hit.after) == ("قال الناطق الرسمي ", " إن الأمر انتهى.")


def test_marks_narrow_the_search(project: Project) -> None:
    document = project.add_document("قال الطنبوري، ثم قال الطنبوري.")
    actor = project.add_actor("الطنبوري", "person")
    first, second = places(project, "الطنبوري", document.id)
    project.annotate(document.id, first, "actor", {"kind": "person"}, actor_id=actor.id)
    project.annotate(document.id, second, "actor", {"kind": "office"})
    find_ = Query(text="طنبوري")
    assert len(places(project, find_)) == 2
    from msgspec.structs import replace

    assert places(project, replace(find_, label="claim")) == []
    assert [place[0] for place in places(project, replace(find_, actor=actor.id))] == [first[0] + 2]
    assert [place[0] for place in places(project, replace(find_, attributes={"kind": "office"}))] == [second[0] + 2]
    assert places(project, replace(find_, label="actor", annotator="omar")) == []


def test_origins_narrow_the_search(project: Project) -> None:
    project.add_document("برقوق من الوكالة", origin=Origin(publisher="وكالة", published="2026-03-01T08:00:00"))
    project.add_document("برقوق من الصحيفة", origin=Origin(publisher="صحيفة", published="2026-05-01"))
    project.add_document("برقوق بلا مصدر")

    def found(**where: str) -> list[str]:
        return [hit.after.split()[-1] for hit in project.search(msgspec.convert({"text": "برقوق", **where}, Query))]

    assert found() == ["الوكالة", "الصحيفة", "مصدر"]
    assert found(publisher="صحيفة") == ["الصحيفة"]
    assert found(since="2026-03-01", until="2026-03-01") == ["الوكالة"]
    assert found(since="2026-04-01") == ["الصحيفة"]


def test_expressions_search_the_text_as_it_is(project: Project) -> None:
    project.add_document("بلغ العدد ٤٥ غضنفرًا و46 هزبرًا")
    assert [hit.text for hit in project.search(Query(text=r"\d+ (?=غضنفر|هزبر)", regex=True))] == ["٤٥ ", "46 "]
    with pytest.raises(InputError, match="character 3"):
        project.search(Query(text="(أ", regex=True))


def test_an_empty_query_is_told(project: Project) -> None:
    for nothing in ("", " ", "\u200f"):
        with pytest.raises(InputError, match="nothing to look for"):
            project.search(nothing)


def test_only_as_much_is_read_as_is_wanted(project: Project) -> None:
    for place in range(5):
        project.add_document(f"شنكبوت رقم {place}")
    told: list[int] = []
    assert len(project.search("شنكبوت", 2, lambda *now: told.append(now[1]))) == 2
    assert told == [5, 5]

    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        project.search("شنكبوت", progress=stop)


def test_a_project_from_before_the_index_is_indexed_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.musnad"
    with Project.create(path, annotator="layla") as made:
        made.add_document("نص قديم فيه خنفشار")
    make_older(path, 1)
    with Project.open(path, annotator="layla") as opened:
        assert [hit.text for hit in opened.search("خنفشار")] == ["خنفشار"]
        assert opened.check() == []


def test_a_project_from_before_the_kept_forms_is_searched_as_well(tmp_path: Path) -> None:
    path = tmp_path / "old.musnad"
    with Project.create(path, annotator="layla") as made:
        made.add_document("نص قديم فيه خَنفشار")
    make_older(path, 2)
    with Project.open(path, annotator="layla") as opened:
        assert [hit.text for hit in opened.search("خنفشار")] == ["خَنفشار"]
        opened.undo()
        assert opened.search("خنفشار") == []


def test_every_way_of_reading_finds_what_folding_finds(project: Project) -> None:
    """A mark, a ligature and a family: the forms that are kept, and those that are made anew."""
    for text in ("مدرسةٌ صَغيرة", "ﷲ أكبر مدرسه", "عائلة 👨\u200d👩\u200d👧 في المدرسة"):
        document = project.add_document(text)
        for query in (
            *(Query(text="مدرسة"), Query(text="مدرسة", whole=True), Query(text="مدرسة", teh_marbuta=False)),
            *(Query(text="المدرسة", exact=True), Query(text="له"), Query(text="الله")),
        ):
            expected = find(text, query.text, whole=query.whole, exact=query.exact, teh_marbuta=query.teh_marbuta)
            assert places(project, query, document.id) == expected


def test_a_word_of_common_pieces_is_looked_for_in_few_articles(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        for number in range(20):
            project.add_document(f"أزمة تقرير {number}", title="A")
        wanted = project.add_document("جاء الزمهرير", title="B")
        looked_at: list[int] = []

        def heard(_done: int, total: int, _title: str = "") -> None:
            looked_at.append(total)

        hits = list(project.hits("زمهرير", heard))
    assert [hit.document_id for hit in hits] == [wanted.id]
    assert looked_at == [1]


def test_candidates_come_page_by_page_in_the_order_of_documents(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_order, "FIRST_PAGE", 2)
    made = [project.add_document(f"قرنبوط رقم {place}").id for place in range(30)]
    told: list[tuple[int, int]] = []

    def heard(done: int, total: int, _title: str = "") -> None:
        told.append((done, total))

    hits = list(project.hits("قرنبوط", heard))
    assert [hit.document_id for hit in hits] == made
    count = len(project.documents())
    assert told == [(place, count) for place in range(count - 30, count)]
    assert [hit.document_id for hit in project.hits(Query(text="قرنبوط", regex=True))] == made
    project.remove_document(made[0])
    project.undo()
    # It has come last into the index and is still the first of the documents.
    assert [hit.document_id for hit in project.hits("قرنبوط")] == made
    assert [hit.document_id for hit in project.hits(Query(text="قرنبوط", regex=True))] == made


def test_a_search_is_cancelled_between_two_hits_of_one_article(project: Project) -> None:
    project.add_document("قال الوزير. " * 50)
    checks = 0

    def check() -> None:
        nonlocal checks
        checks += 1
        if checks > 10:
            raise Cancelled

    with cancelled_by(check), pytest.raises(Cancelled):
        list(project.search("الوزير"))
