"""What a format cannot hold is counted by kind."""

import pytest

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span
from annotator.formats.losses import EVERYTHING, KINDS, Feature, losses, told
from annotator.formats.record import Record

TEXT = "قال الوزير للصين إن الأمر كذا"
NOTHING = Feature(0)


def record(*parts: Parts, handle: str = "layla", text: str = TEXT, **fields: object) -> Record:
    spans = tuple(
        Span(id=f"{handle}{place}", document_id="d", annotator=handle, label="claim", parts=one)
        for place, one in enumerate(parts)
    )
    document = Document(id=document_id(text), title="", text=text)
    kept = {"spans": spans, "annotator": Annotator(handle=handle), **fields}
    return Record(document=document, scheme_name="s", scheme_version=1, **kept)  # type: ignore[arg-type] # by name


def lost(feature: Feature, *records: Record) -> int:
    """How much of one kind a format without this feature alone would lose."""
    counts = losses(records, EVERYTHING & ~feature)
    assert counts.keys() <= {KINDS[feature]}
    return counts.get(KINDS[feature], 0)


def test_a_format_that_holds_everything_loses_nothing() -> None:
    assert losses([record(((0, 3), (5, 7)), ((1, 9),))], EVERYTHING) == {}


def test_every_feature_has_a_name_in_reports() -> None:
    assert set(KINDS) == set(Feature)


@pytest.mark.parametrize(
    ("parts", "crossing", "nested"),
    [
        ([((0, 3),), ((4, 10),)], 0, 0),
        ([((0, 3),), ((3, 10),)], 0, 0),
        ([((0, 5),), ((4, 10),)], 1, 0),
        ([((0, 10),), ((4, 10),)], 0, 1),
        ([((0, 10),), ((0, 10),)], 0, 1),
        ([((0, 10),), ((0, 3),), ((2, 5),)], 1, 2),
        ([((0, 3), (8, 10)), ((4, 6),)], 0, 1),
    ],
)
def test_spans_that_cross_and_spans_inside_others(parts: list[Parts], crossing: int, nested: int) -> None:
    assert lost(Feature.OVERLAP, record(*parts)) == crossing
    assert lost(Feature.NESTING, record(*parts)) == nested


def test_spans_of_two_people_do_not_overlap() -> None:
    both = [record(((0, 5),)), record(((3, 8),), handle="omar")]
    assert lost(Feature.OVERLAP, *both) == 0
    assert lost(Feature.ANNOTATORS, *both) == 1


def test_two_documents_are_two_readings_and_not_a_further_one() -> None:
    assert lost(Feature.ANNOTATORS, record(), record(text="آخر")) == 0


def test_discontinuous_spans() -> None:
    assert lost(Feature.DISCONTINUITY, record(((0, 3), (5, 7)), ((0, 3),))) == 1


def test_a_span_that_cuts_a_token() -> None:
    # للصين holds a preposition and the name لصين, which begins at its second letter.
    start = TEXT.index("للصين")
    assert lost(Feature.SUB_TOKEN, record(((start + 1, start + 5),), ((start, start + 5),), ((0, 10),))) == 1


def test_what_hangs_on_spans_and_relations() -> None:
    marked = {"document_id": "d", "annotator": "layla", "label": "actor", "attributes": {"a": "b", "c": "d"}}
    spans = tuple(Span(id=str(end), parts=((0, end),), actor_id="x", **marked) for end in (3, 4))  # type: ignore[arg-type] # by name
    link = Relation(
        id="r", document_id="d", annotator="layla", label="l", from_id="a", to_id="b", attributes={"e": "f"}
    )
    full = record(spans=spans, relations=(link,))
    assert lost(Feature.ATTRIBUTES, full) == 4
    assert lost(Feature.ACTORS, full) == 2
    assert lost(Feature.RELATION_ATTRIBUTES, full) == 1
    assert lost(Feature.RELATIONS, full) == 1
    # Attributes of a relation that is lost are not lost once more.
    found = {
        "nested spans": 1,
        "attributes of spans": 4,
        "relations": 1,
        "links to actors": 2,
    }
    assert losses([full], NOTHING) == found


def test_the_counts_as_told() -> None:
    assert told({"overlapping spans": 412, "relations": 1310}) == "412 overlapping spans, 1,310 relations"


def test_what_there_is_only_one_of_is_told_without_a_number() -> None:
    assert told({KINDS[Feature.SCHEME]: 1, "relations": 68}) == "the scheme, 68 relations"
