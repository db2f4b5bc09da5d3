"""The registry of statements: finding, correcting, merging, splitting and recoding, with everyone's claims."""

import pytest

from annotator import Project
from annotator.domain.span import Span
from annotator.domain.statement import ClaimFigures, Statement, parents
from annotator.errors import InputError, NotFoundError
from annotator.services.statement_finder import StatementFinder

TEXT = "قال الوزير إن الميناء سيُغلق. وقالت نادية إن المرفأ يجب أن يبقى مفتوحًا، وإن العقد جاهز."
CLOSE, OPEN = "يجب إغلاق الميناء", "يجب أن يبقى الميناء مفتوحًا"


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def said(project: Project) -> Project:
    """Three claims: one agrees with a statement, one disagrees, one is not linked yet."""
    document = project.add_document(TEXT, title="الميناء")
    first = project.annotate(document.id, place("الميناء سيُغلق"), "claim")
    second = project.annotate(document.id, place("المرفأ يجب أن يبقى مفتوحًا"), "claim")
    project.annotate(document.id, place("العقد جاهز"), "claim")
    project.state(first.id, CLOSE, "yes")
    project.state(second.id, "يَجِبُ اغلاق الميناء", "no")
    return project


def claims(project: Project) -> list[Span]:
    return [span for document in project.documents() for span in project.spans(document.id)]


def everything(project: Project) -> object:
    return project.statement_registry(), claims(project)


def test_a_statement_in_another_spelling_is_the_same(said: Project) -> None:
    [entry] = said.statement_registry()
    assert entry.text == CLOSE
    assert [(one.statement_id, one.agreement) for one in claims(said)] == [
        (entry.id, "yes"),
        (entry.id, "no"),
        (None, None),
    ]
    assert said.claim_counts() == {entry.id: 2}
    assert [one.hit.text for one in said.claims(entry.id)] == ["الميناء سيُغلق", "المرفأ يجب أن يبقى مفتوحًا"]
    assert [one.hit.text for one in said.claims()] == ["العقد جاهز"]
    assert [one.hit.text for one in said.claims(entry.id, "مفتوح")] == ["المرفأ يجب أن يبقى مفتوحًا"]
    assert said.check() == []


def test_each_change_is_undone_as_one(said: Project) -> None:
    [entry] = said.statement_registry()
    other = said.add_statement(OPEN, parent_id=entry.id, note="ب", color="#1F78B4")
    assert other.color == "#1f78b4"
    ids = [one.id for one in claims(said)]
    actions = (
        lambda: said.update_statement(other.id, text="الميناء مفتوح", parent_id=None),
        lambda: said.merge_statements(entry.id, other.id),
        lambda: said.merge_statements(other.id, entry.id),
        lambda: said.split_statement(entry.id, [ids[1]], text="لا يجوز إغلاق المرفأ"),
        lambda: said.recode(ids, other.id, "unclear"),
        lambda: said.recode(ids, None),
        lambda: said.update(ids[0], label="cue"),
        lambda: said.delete_statement(other.id),
    )
    for act in actions:
        before = everything(said)
        act()
        after = everything(said)
        assert after != before
        said.undo()
        assert everything(said) == before
        said.redo()
        assert everything(said) == after
        assert said.check() == []
        said.undo()


def test_a_merged_statement_is_found_by_its_own_words_and_keeps_its_claims(said: Project) -> None:
    [entry] = said.statement_registry()
    other = said.add_statement("المرفأ مغلق", note="ملاحظة")
    said.recode([claims(said)[2].id], other.id, "yes")
    merged = said.merge_statements(entry.id, other.id)
    assert merged.note == "ملاحظة"
    assert said.find_statements("المرفا مغلق") == [merged]
    assert said.claim_counts() == {entry.id: 3}
    with pytest.raises(NotFoundError, match="no statement"):
        said.statement(other.id)


def test_a_recoding_is_shown_before_it_is_done_and_reaches_everyones_claims(said: Project) -> None:
    [entry] = said.statement_registry()
    other = said.add_statement(OPEN)
    path = said.path
    said.close()
    with Project.open(path, annotator="omar") as theirs:
        ids = [one.span.id for one in theirs.claims(entry.id)]
        shown = theirs.recoding(ids, other.id)
        assert [(one.claim.span.id, one.before) for one in shown] == [(one, entry.id) for one in ids]
        assert theirs.claim_counts() == {entry.id: 2}
        assert theirs.recode(ids, other.id) == 2
        assert theirs.recode(ids, other.id) == 0
        found = theirs.claims(other.id)
        assert [(one.span.annotator, one.span.agreement) for one in found] == [("layla", "yes"), ("layla", "no")]


def test_a_registry_tells_claims_articles_and_agreement_and_a_models_only_if_it_is_named(said: Project) -> None:
    [entry] = said.statement_registry()
    assert said.claim_figures() == {entry.id: ClaimFigures(2, 1, 1, 1), None: ClaimFigures(1, 1)}
    other = said.add_document("وقال سامر إن الميناء سيُغلق.", title="ثان").id
    path = said.path
    said.close()
    with Project.open(path, annotator="model:guess") as model:
        model.state(model.annotate(other, (15, 26), "claim").id, CLOSE, "unclear")
        assert model.claim_figures()[entry.id] == ClaimFigures(2, 1, 1, 1)
        assert model.claim_figures(["model:guess"])[entry.id] == ClaimFigures(3, 2, 1, 1, 1)
        assert model.claim_counts() == {entry.id: 2}


def test_who_says_a_claim_is_read_for_many_at_once(said: Project) -> None:
    first, second, third = claims(said)
    document = said.documents()[0].id
    minister = said.annotate(document, place("الوزير"), "actor")
    nadia = said.annotate(document, place("نادية"), "actor")
    said.name_actor(nadia.id, "نادية الحسن", "person")
    for claim, source in ((first, minister), (second, nadia), (second, minister)):
        said.link(claim.id, source.id, "source")
    found = said.claim_sources([first.id, second.id, third.id])
    assert found == {first.id: ("الوزير",), second.id: ("الوزير", "نادية الحسن")}


def test_claims_that_say_nothing_yet_get_their_statement_in_one_action(said: Project) -> None:
    [loose] = said.claims()
    before = everything(said)
    made = said.split_statement(None, [loose.span.id], text="العقد جاهز للتوقيع")
    assert [one.span.id for one in said.claims(made.id)] == [loose.span.id]
    with pytest.raises(InputError, match="say no statement yet"):
        said.split_statement(None, [loose.span.id], text="أخرى")
    said.undo()
    assert everything(said) == before


def test_only_the_first_claims_are_read_where_that_is_wished(said: Project) -> None:
    [entry] = said.statement_registry()
    assert [one.hit.text for one in said.claims(entry.id, limit=1)] == ["الميناء سيُغلق"]
    assert [one.hit.text for one in said.claims(entry.id, "مفتوح", limit=1)] == ["المرفأ يجب أن يبقى مفتوحًا"]


def test_each_change_of_the_registry_is_called_by_its_name(said: Project) -> None:
    [entry] = said.statement_registry()
    ids = [one.id for one in claims(said)]

    def told() -> tuple[str, int]:
        deed = said.next_deed()
        assert deed is not None
        return deed.kind, deed.count

    said.update_statement(entry.id, text="الميناء مغلق")
    assert told() == ("statement", 1)
    said.recode(ids[:2], entry.id, "unclear")
    assert told() == ("agree", 2)
    said.recode(ids, said.add_statement(OPEN).id)
    assert told() == ("say_statement", 3)
    made = said.split_statement(claims(said)[0].statement_id, ids[:2], text="ثالثة")
    assert told() == ("split_statement", 1)
    said.recode(ids[:2], None)
    assert told() == ("unsay_statement", 2)
    said.delete_statement(made.id)
    assert told() == ("remove_statement", 1)
    said.merge_statements(entry.id, *(one.id for one in said.statement_registry()))
    assert told()[0] == "merge_statements"


def test_who_agreed_with_one_statement_has_not_agreed_with_another(said: Project) -> None:
    first = claims(said)[0]
    said.recode([first.id], None)
    said.update(first.id, statement_id=said.add_statement(OPEN).id)
    assert claims(said)[0].agreement is None


def test_what_makes_no_sense_is_refused(said: Project) -> None:
    [entry] = said.statement_registry()
    document = said.documents()[0]
    cue = said.annotate(document.id, (0, 3), "cue")
    narrower = said.add_statement(OPEN, parent_id=entry.id)
    loose = claims(said)[-1]
    before = everything(said)
    for act, reason in (
        (lambda: said.update(cue.id, statement_id=entry.id), "says nothing"),
        (lambda: said.recode([cue.id], entry.id), "says nothing"),
        (lambda: said.update(loose.id, agreement="yes"), "link it to one first"),
        (lambda: said.state(loose.id, " "), "needs words"),
        (lambda: said.add_statement("أ", color="red"), "no colour"),
        (lambda: said.update_statement(narrower.id, text=CLOSE), "merge the two"),
        (lambda: said.update_statement(entry.id, parent_id=narrower.id), "belongs to it"),
        (lambda: said.delete_statement(entry.id), "2 claims"),
        (lambda: said.split_statement(entry.id, [loose.id], text="جديد"), "Choose claims"),
    ):
        with pytest.raises(InputError, match=reason):
            act()
    assert everything(said) == before


def test_a_circle_of_parents_is_cut_at_its_first_id() -> None:
    ring = {id: Statement(id=id, text=id, parent_id=parent) for id, parent in (("a", "b"), ("b", "c"), ("c", "a"))}
    assert parents({**ring, "d": Statement(id="d", text="d", parent_id="a")}) == {"b": "c", "c": "a", "d": "a"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("يجب إغلاق الميناء", ["close"]),
        ("اغلاق ميناء", ["close"]),
        ("الميناء مفتوح", ["open"]),
        ("والميناء", ["close", "open"]),
        ("ضرائب", ["tax"]),
        ("xyz", []),
    ],
)
def test_words_in_any_spelling_find_a_statement(query: str, found: list[str]) -> None:
    finder = StatementFinder([("close", CLOSE), ("open", OPEN), ("tax", "الضرائبُ مرتفعة")])
    assert finder.find(query, 5)[: len(found)] == found
    assert bool(finder.find(query, 5)) is bool(found)
