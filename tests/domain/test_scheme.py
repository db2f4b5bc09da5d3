"""A scheme holds together, or is refused with the line and the reason."""

import msgspec
import pytest

from annotator import resources
from annotator.domain.scheme import Attribute, Label, OpenValues, RelationType, Scheme, check_attributes
from annotator.domain.scheme_file import read_scheme
from annotator.domain.scheme_toml import write_scheme
from annotator.errors import InputError, SchemeError
from annotator.services.schemes import load_scheme, shipped

SMALL = """
[scheme]
name = "small"
version = 1

[[labels]]
key = "actor"

[[labels]]
key = "claim"
shortcut = "C"

[[labels.attributes]]
key = "polarity"
default = "affirmed"
values = [{ key = "affirmed" }, { key = "denied" }]

[[relations]]
key = "source"
from = ["claim"]
to = ["actor"]

[[frames]]
head = "claim"
roles = ["source"]
"""


@pytest.mark.parametrize("name", shipped())
def test_shipped_schemes_hold_together_and_are_bilingual(name: str) -> None:
    scheme = load_scheme(name)
    assert msgspec.json.decode(msgspec.json.encode(scheme), type=Scheme) == scheme
    attributes = [
        *(item for label in scheme.labels for item in label.attributes),
        *(item for kind in scheme.relations for item in kind.attributes),
    ]
    values = [value for attribute in attributes for value in attribute.listed]
    for titled in (scheme.labels, scheme.relations, attributes, values):
        for one in titled:
            assert {"en", "ar"} <= one.title.keys(), one.key
    for label in scheme.labels:
        assert {"en", "ar"} <= label.description.keys(), label.key
    guided: list[Label | RelationType] = [*scheme.labels, *scheme.relations]
    for owner in guided:
        assert {"en", "ar"} <= owner.guidelines.keys(), owner.key


@pytest.mark.parametrize("name", shipped())
def test_labels_of_shipped_schemes_look_different(name: str) -> None:
    labels = load_scheme(name).labels
    assert len({(label.color, label.underline) for label in labels}) == len(labels)


def test_wojood_has_its_21_types() -> None:
    scheme = load_scheme("wojood")
    assert len(scheme.labels) == 21 and scheme.relations == () and scheme.frames == ()
    assert len({label.shortcut for label in scheme.labels} - {None}) == 21


def test_the_default_scheme_is_the_one_of_the_design() -> None:
    scheme = load_scheme("actors-claims")
    assert {label.key: label.shortcut for label in scheme.labels} == {"actor": "A", "cue": "Q", "claim": "C"}
    assert scheme.label("claim").defaults == {"quote_type": "indirect", "polarity": "affirmed"}
    assert scheme.relation("reported_by").depth == 3


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('to = ["actor"]', 'to = ["person"]', 21, "'person', which does not exist"),
        ('default = "affirmed"', 'default = "maybe"', 15, "not one of its values"),
        ('shortcut = "C"', 'shortcut = "N"', 11, "taken by the program"),
        ('shortcut = "C"', 'shortcut = "cc"', 11, "one letter from A to Z"),
        ('key = "claim"\nshortcut', 'key = "actor"\nshortcut', 10, "stands twice"),
        ('roles = ["source"]', 'roles = ["cue"]', 25, "not a relation"),
        ('head = "claim"', 'head = "actor"', 25, "does not lead from 'actor'"),
        ('key = "source"', 'key = "source"\ncolour = "red"', 20, "unknown field"),
        ('from = ["claim"]', 'from = ["claim"]\nmost = 0', 21, "must be 1 or more"),
        ('key = "source"', 'key = "Source"', 19, "lower-case"),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, line: int, reason: str) -> None:
    with pytest.raises(SchemeError) as caught:
        read_scheme(SMALL.replace(old, new, 1), "small.toml")
    assert f"small.toml, line {line}:" in str(caught.value)
    assert reason in str(caught.value)


GUIDELINES = r'''
[labels.guidelines]
en = """
A \"""LSline.
[[labels]]
# no comment
"""
ar = "[[labels]]"
'''.replace("LS", "\u2028")
GUIDED = SMALL.replace('key = "actor"\n', f'key = "actor"{GUIDELINES}', 1)
"""The small scheme with seven lines of guidelines, some of which look like tables, before its second label."""


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('shortcut = "C"', 'shortcut = "N"', 18, "taken by the program"),
        ('shortcut = "C"', 'shortcut = "C"\nguidelines = "text"', 19, "Expected `object`, got `str`"),
        ('shortcut = "C"', 'shortcut = "C"\nguidelines = { en = 1 }', 19, "Expected `str`, got `int`"),
        ('shortcut = "C"', 'shortcut = "C"\ncolor = "mauve"', 19, "Invalid enum value"),
        ('roles = ["source"]', 'roles = ["source"]\nexpected = ["cue"]', 33, "expects the role 'cue'"),
        ('from = ["claim"]', "from = []", 27, "needs a label at both ends"),
        ("version = 1", "version = 0", 4, "must be 1 or more"),
        ('name = "small"', 'name = " "', 3, "needs a name"),
    ],
)
def test_guidelines_do_not_move_the_lines_of_faults(old: str, new: str, line: int, reason: str) -> None:
    assert read_scheme(GUIDED, "small.toml").labels[0].guidelines["ar"] == "[[labels]]"
    with pytest.raises(SchemeError) as caught:
        read_scheme(GUIDED.replace(old, new, 1), "small.toml")
    assert f"small.toml, line {line}:" in str(caught.value)
    assert reason in str(caught.value)


def test_a_fault_in_an_attribute_or_a_value_is_named_with_its_line() -> None:
    toml = (
        SMALL
        + """
[[labels]]
key = "event"

[[labels.attributes]]
key = "size"
values = [{ key = "big" }]

[[labels.attributes]]
key = "place"
default = "here"
values = [
  { key = "here" },
  { key = "there", titel = { en = "There" } },
]
"""
    )
    for old, new in (
        ("", ""),
        ('titel = { en = "There" }', "title = 1"),
        ('"there", titel = { en = "There" }', '"here"'),
    ):
        wrong = toml.replace(old, new, 1)
        with pytest.raises(SchemeError) as caught:
            read_scheme(wrong, "x.toml")
        number = int(str(caught.value).split("line ")[1].split(":")[0])
        named = wrong.split("\n")[number - 1]
        assert named.startswith(("  { key =", "values = [")) and number > 35, (str(caught.value), named)


def test_broken_toml_is_named_with_its_line() -> None:
    with pytest.raises(SchemeError, match=r"not valid TOML.*line 2"):
        read_scheme("[scheme]\nname = = 1", "x.toml")


def test_unknown_labels_and_values_list_what_there_is() -> None:
    scheme = load_scheme("actors-claims")
    with pytest.raises(InputError, match="actor, cue, claim"):
        scheme.label("person")
    with pytest.raises(InputError, match="affirmed, denied"):
        check_attributes({"polarity": "perhaps"}, scheme.label("claim").attributes, "claim")
    with pytest.raises(InputError, match="no attribute 'tone'"):
        check_attributes({"tone": "warm"}, scheme.label("claim").attributes, "claim")


def test_resources_are_found() -> None:
    assert resources.path("schemes", "actors-claims.toml").is_file()


BY_MEANING = """
[scheme]
name = "reports"
version = 1
[[labels]]
key = "statement"
[[labels]]
key = "speaker"
names_actor = true
[[labels]]
key = "verb"
[[relations]]
key = "by"
from = ["statement"]
to = ["speaker"]
[[relations]]
key = "with"
from = ["statement"]
to = ["verb"]
[[relations]]
key = "inside"
from = ["statement"]
to = ["statement"]
depth = 2
[[frames]]
head = "statement"
roles = { source = "by", cue = "with", reported_by = "inside" }
"""


def test_a_frame_may_name_its_roles_by_what_they_mean() -> None:
    scheme = read_scheme(BY_MEANING, "s.toml")
    assert {kind.key: kind.means for kind in scheme.relations} == {
        "by": "source",
        "with": "cue",
        "inside": "reported_by",
    }
    assert scheme.frames[0].roles == ("by", "with")
    assert read_scheme(write_scheme(scheme), "s.toml") == scheme


MEANING_FAULTS = {
    "a role that there is none of": ('key = "by"\n', 'key = "by"\nmeans = "sorcerer"\n', "line 14"),
    "two relations of one meaning": ('key = "with"\n', 'key = "with"\nmeans = "source"\n', "both mean the source"),
    "a value of another meaning": (
        'key = "statement"\n[[labels]]',
        'key = "statement"\nattributes = [{ key = "p", means = "polarity", '
        'values = [{ key = "x", means = "favour" }] }]\n[[labels]]',
        "a value cannot mean 'favour'",
    ),
    "a meaning without a list": (
        'key = "statement"\n[[labels]]',
        'key = "statement"\nattributes = [{ key = "p", means = "polarity", values = "text" }]\n[[labels]]',
        "needs a list of values",
    ),
    "a default that is no number": (
        'key = "statement"\n[[labels]]',
        'key = "statement"\nattributes = [{ key = "p", values = "number", default = "many" }]\n[[labels]]',
        "not one of its values",
    ),
}


@pytest.mark.parametrize(("before", "after", "told"), MEANING_FAULTS.values(), ids=MEANING_FAULTS.keys())
def test_a_meaning_that_does_not_hold_together_is_refused(before: str, after: str, told: str) -> None:
    assert before in BY_MEANING
    toml = BY_MEANING.replace(before, after, 1)
    if "both mean" in told:
        toml = toml.replace('key = "by"\n', 'key = "by"\nmeans = "source"\n')
        toml = toml.replace('roles = { source = "by", cue = "with", reported_by = "inside" }', 'roles = ["by", "with"]')
    with pytest.raises(SchemeError, match=told):
        read_scheme(toml, "s.toml")


OPEN: dict[OpenValues, tuple[list[str], list[str]]] = {
    "text": (["حاضر", "x" * 10_000], ["", "   ", "x" * 10_001]),
    "number": (["0", "-12", "+3.5", "007"], ["", "x", "1e5", "٣", "1.", "9" * 40, "0x1", "nan"]),
    "link": (
        ["https://example.org/a?b=1", "http://x"],
        ["", "example.org", "file:///etc", "https://a b", "javascript:x"],
    ),
}


@pytest.mark.parametrize("kind", list(OPEN))
def test_open_values_take_what_they_are_for(kind: OpenValues) -> None:
    attribute = Attribute(key="note", values=kind)
    taken, refused = OPEN[kind]
    for text in taken:
        assert check_attributes({"note": text}, [attribute], "claim") == {"note": text}
    for text in refused:
        with pytest.raises(InputError, match=r"claim\.note takes"):
            check_attributes({"note": text}, [attribute], "claim")
