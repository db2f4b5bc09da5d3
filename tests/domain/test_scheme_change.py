"""What becomes of marks when the scheme changes: they follow renames, and what has no place is counted."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, Label, Scheme, Value, check_attributes
from annotator.domain.scheme_change import Loss, fitted
from annotator.domain.scheme_file import read_scheme
from annotator.domain.span import Span

OLD = read_scheme(
    """
[scheme]
name = "small"
version = 1
[[labels]]
key = "actor"
names_actor = true
[[labels]]
key = "claim"
[[labels.attributes]]
key = "polarity"
values = [{ key = "yes" }, { key = "no" }]
[[relations]]
key = "source"
from = ["claim"]
to = ["actor"]
[[relations.attributes]]
key = "stance"
values = [{ key = "for" }, { key = "against" }]
""",
    "small.toml",
)


def span(id: str, label: str, attributes: dict[str, str] | None = None, actor: str | None = None) -> Span:
    return Span(
        id=id,
        document_id="d",
        annotator="layla",
        label=label,
        parts=((0, 1),),
        attributes=attributes or {},
        actor_id=actor,
    )


def link(id: str, source: str, target: str, attributes: dict[str, str] | None = None) -> Relation:
    return Relation(
        id=id,
        document_id="d",
        annotator="layla",
        label="source",
        from_id=source,
        to_id=target,
        attributes=attributes or {},
    )


SPANS = [span("a", "actor", actor="x"), span("c", "claim", {"polarity": "no"}), span("e", "claim", {"polarity": "yes"})]
LINKS = [link("l", "c", "a", {"stance": "for"})]


def changed(**fields: object) -> Scheme:
    return msgspec.structs.replace(OLD, **fields)


def with_claim(**fields: object) -> Scheme:
    return changed(labels=(OLD.labels[0], msgspec.structs.replace(OLD.labels[1], **fields)))


def with_source(**fields: object) -> Scheme:
    return changed(relations=(msgspec.structs.replace(OLD.relations[0], **fields),))


def test_the_same_scheme_changes_nothing() -> None:
    fit = fitted(OLD, SPANS, LINKS)
    assert (fit.spans, fit.relations, fit.losses) == ({}, {}, ())


def test_marks_follow_a_renamed_label_attribute_and_value() -> None:
    polarity = Attribute(key="truth", values=(Value(key="yes"), Value(key="denied")))
    scheme = with_claim(key="statement", attributes=(polarity,))
    scheme = msgspec.structs.replace(
        scheme, relations=(msgspec.structs.replace(OLD.relations[0], from_=("statement",)),)
    )
    renames = {
        "labels.claim": "statement",
        "labels.claim.polarity": "truth",
        "labels.claim.polarity.no": "denied",
    }
    fit = fitted(scheme, SPANS, LINKS, renames)
    assert fit.losses == () and fit.relations == {}
    assert {key: item and (item.label, dict(item.attributes)) for key, item in fit.spans.items()} == {
        "c": ("statement", {"truth": "denied"}),
        "e": ("statement", {"truth": "yes"}),
    }


def test_two_keys_can_change_places() -> None:
    scheme = changed(labels=tuple(reversed(OLD.labels)), relations=())
    fit = fitted(scheme, SPANS, (), {"labels.actor": "claim", "labels.claim": "actor"})
    assert {key: item and item.label for key, item in fit.spans.items()} == {"a": "claim", "c": "actor", "e": "actor"}
    # The old actor's link to the registry is lost, and what claims said about polarity.
    assert {(loss.path, loss.kind) for loss in fit.losses} == {
        ("labels.actor", "actor"),
        ("labels.claim.polarity", "attribute"),
    }


@pytest.mark.parametrize(
    ("scheme", "losses", "gone"),
    [
        (changed(labels=OLD.labels[:1], relations=()), {Loss("labels.claim", "label", 2)}, {"c", "e", "l"}),
        (with_claim(attributes=()), {Loss("labels.claim.polarity", "attribute", 2)}, set()),
        (
            with_claim(attributes=(Attribute(key="polarity", values=(Value(key="yes"),)),)),
            {Loss("labels.claim.polarity.no", "value", 1)},
            set(),
        ),
        (changed(relations=()), {Loss("relations.source", "relation", 1)}, {"l"}),
        (with_source(to=("claim",)), {Loss("relations.source", "ends", 1)}, {"l"}),
        (with_source(attributes=()), {Loss("relations.source.stance", "attribute", 1)}, set()),
        (
            changed(labels=(msgspec.structs.replace(OLD.labels[0], names_actor=False), OLD.labels[1])),
            {Loss("labels.actor", "actor", 1)},
            set(),
        ),
    ],
)
def test_what_has_no_place_is_counted_by_kind(scheme: Scheme, losses: set[Loss], gone: set[str]) -> None:
    fit = fitted(scheme, SPANS, LINKS)
    assert set(fit.losses) == losses
    after = {**fit.spans, **fit.relations}
    assert {key for key, item in after.items() if item is None} == gone


KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.lists(KEYS, min_size=1, max_size=3, unique=True).map(lambda keys: tuple(Value(key=key) for key in keys))
ATTRIBUTES = st.lists(st.builds(Attribute, key=KEYS, values=VALUES), max_size=3, unique_by=lambda item: item.key)
LABELS = st.lists(
    st.builds(Label, key=KEYS, names_actor=st.booleans(), attributes=ATTRIBUTES.map(tuple)),
    min_size=1,
    max_size=3,
    unique_by=lambda item: item.key,
)
SCHEMES = st.builds(Scheme, name=st.just("s"), version=st.just(1), labels=LABELS.map(tuple))


@st.composite
def marked(draw: st.DrawFn) -> tuple[Scheme, list[Span]]:
    scheme = draw(SCHEMES)
    spans = []
    for number in range(draw(st.integers(0, 6))):
        label = draw(st.sampled_from(scheme.labels))
        said = {item.key: draw(st.sampled_from(item.listed)).key for item in label.attributes if draw(st.booleans())}
        spans.append(span(str(number), label.key, said, "x" if label.names_actor else None))
    return scheme, spans


@given(marked(), SCHEMES, st.dictionaries(KEYS.map(lambda key: f"labels.{key}"), KEYS, max_size=3))
def test_whatever_is_left_fits_the_new_scheme(
    project: tuple[Scheme, list[Span]], scheme: Scheme, renames: dict[str, str]
) -> None:
    _, spans = project
    fit = fitted(scheme, spans, (), renames)
    for held in spans:
        after = fit.spans.get(held.id, held)
        if after is not None:
            label = scheme.label(after.label)
            check_attributes(after.attributes, label.attributes, label.key)
            assert after.actor_id is None or label.names_actor
    if not fit.losses:
        assert None not in fit.spans.values()
