"""Foreign labels, attributes and relations in the words of a scheme: as a map says, or as their names do."""

import tomllib

import msgspec
import pytest

from annotator.domain.document import Document
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.checking import checked
from annotator.formats.map_guess import names_in, proposed_map, sure_map
from annotator.formats.mapping import LabelMap, read_map
from annotator.formats.record import Record
from annotator.services.scheme_of import scheme_of
from annotator.services.schemes import load_scheme
from annotator.text.slug import slug

SCHEME = load_scheme("actors-claims")
TEXT = "قال الوزير نعم"


def span(id: str, label: str, start: int, end: int, **attributes: str) -> Span:
    return Span(id=id, document_id="d", annotator="omar", label=label, parts=((start, end),), attributes=attributes)


def record(*spans: Span, links: tuple[tuple[str, str, str], ...] = ()) -> Record:
    relations = tuple(
        Relation(id=f"r{place}", document_id="d", annotator="omar", label=label, from_id=start, to_id=end)
        for place, (label, start, end) in enumerate(links)
    )
    document = Document(id="d", title="t", text=TEXT)
    return Record(document=document, scheme_name="theirs", scheme_version=1, spans=spans, relations=relations)


FOREIGN = record(
    span("s1", "Entity", 4, 10, type="PER", Kind="person"),
    span("s2", "Entity", 0, 3, type="DATE"),
    span("s3", "Claim Text", 11, 14, Polarity="denied", negated="true"),
    links=(("Source", "s3", "s1"), ("When", "s3", "s2")),
)


def test_a_map_turns_names_and_drops_the_rest() -> None:
    label_map = read_map(
        """
        [labels]
        "Entity[type=PER]" = "actor"
        "Entity" = "-"
        "Claim Text" = "claim"
        [attributes]
        Kind = "kind"
        Polarity = "-"
        "negated=true" = "polarity=denied"
        [relations]
        Source = "source"
        """,
        "m.toml",
        SCHEME,
    )
    made = label_map.applied(FOREIGN)
    assert [(one.label, one.attributes) for one in made.spans] == [
        ("actor", {"kind": "person"}),
        ("claim", {"polarity": "denied"}),
    ]
    # A relation whose end is gone is gone too.
    assert [(one.label, one.from_id, one.to_id) for one in made.relations] == [("source", "s3", "s1")]
    assert checked(made, SCHEME) == made


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (
            '[labels]\nA = "verb"',
            r"m\.toml: 'A' in \[labels\] becomes 'verb', which the scheme does not have; it has: a",
        ),
        ('[relations]\nA = "verb"', r"m\.toml: 'A' in \[relations\] becomes 'verb'"),
        ("[labels]\nA = 5", r"m\.toml is no map of labels: Expected `str`"),
        ("[label]\n", r"m\.toml is no map of labels: Object contains unknown field"),
        ("[labels\n", r"m\.toml: not valid TOML"),
        ("a" + ".a" * 50_000 + " = 1", r"m\.toml, line 1: its keys are nested too deep"),
        ("x = " + "[" * 20_000, r"m\.toml: its brackets are nested too deep"),
    ],
)
def test_a_map_that_does_not_fit_names_the_place(toml: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_map(toml, "m.toml", SCHEME)


def test_names_that_the_scheme_has_need_no_map() -> None:
    names = names_in(
        [record(span("a", "ACTOR", 4, 10, Kind="person"), span("b", "Cue", 0, 3), span("c", "قول", 11, 14))]
    )
    assert sure_map(names, SCHEME) == LabelMap(
        labels={"ACTOR": "actor", "Cue": "cue", "قول": "claim"}, attributes={"Kind": "kind"}
    )


def test_a_proposed_map_is_one_to_begin_with() -> None:
    text = proposed_map(names_in([FOREIGN]), SCHEME)
    assert tomllib.loads(text) == {
        "labels": {"Entity": "-", "Claim Text": "-"},
        "attributes": {"type": "-", "Kind": "kind", "Polarity": "polarity", "negated": "-"},
        "relations": {"Source": "source", "When": "-"},
    }
    assert '"Entity" = "-"  # 2 nothing in the scheme is called so' in text
    odd = proposed_map(names_in([record(span("a", 'x"\\\n\u202e', 0, 3))]), SCHEME)
    assert tomllib.loads(odd)["labels"] == {'x"\\\n\u202e': "-"}
    assert "\u202e" not in odd


def test_a_label_that_its_value_decides_is_proposed_by_value() -> None:
    marks = (
        span("a", "NamedEntity", 4, 10, value="Actor", identifier="x"),
        span("b", "NamedEntity", 0, 3, value="DATE", identifier="y"),
        span("c", "Layer", 11, 14, feature="one"),
        span("d", "Cue", 0, 3, feature="two"),
    )
    labels = tomllib.loads(proposed_map(names_in([record(*marks)]), SCHEME))["labels"]
    assert labels == {
        "NamedEntity": "-",
        "NamedEntity[value=Actor]": "actor",
        "NamedEntity[value=DATE]": "-",
        "Layer": "-",
        "Layer[feature=one]": "-",
        "Cue": "cue",
    }
    made = LabelMap(labels=labels).applied(record(*marks))
    assert [(one.id, one.label) for one in made.spans] == [("a", "actor"), ("d", "cue")]


def test_a_scheme_is_made_of_what_a_dataset_uses() -> None:
    made = scheme_of([msgspec.structs.replace(FOREIGN, scheme_name="")], "Their Data")
    assert (made.name, [label.key for label in made.labels]) == ("their_data", ["entity", "claim_text"])
    assert [(one.key, one.foreign) for one in made.labels[0].attributes] == [("type", "type"), ("kind", "Kind")]
    assert [value.key for value in made.labels[0].attributes[0].listed] == ["PER", "DATE"]
    assert [(one.key, one.from_, one.to) for one in made.relations] == [
        ("source", ("claim_text",), ("entity",)),
        ("when", ("claim_text",), ("entity",)),
    ]
    # Their names lead to it without a map.
    fitted = sure_map(names_in([FOREIGN]), made).applied(FOREIGN)
    assert checked(fitted, made) == fitted


@pytest.mark.parametrize(
    ("name", "key"),
    [("Claim Text", "claim_text"), ("Ünïcode-é", "unicode_e"), ("2nd", "key_2nd"), ("قول", "key_"), ("A", "a")],
)
def test_keys_are_lower_case_ascii(name: str, key: str) -> None:
    assert slug(name).startswith(key)
    assert slug(name) == slug(name)
