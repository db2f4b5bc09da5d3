"""A scheme that is written as TOML reads back as it was, and looks like one that a person wrote."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.scheme import (
    Attribute,
    Color,
    FrameType,
    Label,
    OpenValues,
    RelationType,
    RoleMeaning,
    Scheme,
    Underline,
    Value,
)
from annotator.domain.scheme_file import read_scheme
from annotator.domain.scheme_toml import write_scheme
from annotator.services.schemes import load_scheme, shipped

KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ['"""', '""""x', 'ends with "', "\\", "a\\\nb", "\r\n", "[[labels]]\n", "\u2067قول\u2069", "\n\nx\n", "#"]
)
TITLES = st.dictionaries(st.sampled_from(["en", "ar", "fa-AF"]) | TEXT, TEXT, max_size=3)
VALUES = st.lists(
    st.builds(Value, key=TEXT.filter(bool), title=TITLES), min_size=1, max_size=3, unique_by=lambda item: item.key
)


@st.composite
def attributes(draw: st.DrawFn) -> tuple[Attribute, ...]:
    made = []
    for key in draw(st.lists(KEYS, max_size=2, unique=True)):
        if (written := draw(st.sampled_from([None, *get_args(OpenValues)]))) is not None:
            made.append(Attribute(key=key, title=draw(TITLES), values=written, quick=draw(st.booleans())))
            continue
        values = tuple(draw(VALUES))
        default = draw(st.sampled_from([None, *(value.key for value in values)]))
        made.append(Attribute(key=key, title=draw(TITLES), values=values, default=default, quick=draw(st.booleans())))
    return tuple(made)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    letters = iter(draw(st.permutations("ABCDEFGH")))
    labels = tuple(
        Label(
            key=key,
            title=draw(TITLES),
            description=draw(TITLES),
            guidelines=draw(TITLES),
            shortcut=next(letters) if draw(st.booleans()) else None,
            color=draw(st.sampled_from(get_args(Color))),
            underline=draw(st.sampled_from(get_args(Underline))),
            names_actor=draw(st.booleans()),
            attributes=draw(attributes()),
        )
        for key in draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))
    )
    keys = [label.key for label in labels]
    meanings = iter(draw(st.permutations([None, *get_args(RoleMeaning)])))
    relations = tuple(
        RelationType(
            key=key,
            title=draw(TITLES),
            means=next(meanings),
            guidelines=draw(TITLES),
            shortcut=next(letters) if draw(st.booleans()) else None,
            from_=(keys[0],),
            to=(keys[0],),
            most=draw(st.none() | st.integers(1, 3)),
            depth=draw(st.none() | st.integers(1, 3)),
            attributes=draw(attributes()),
        )
        for key in draw(st.lists(KEYS, max_size=2, unique=True))
    )
    roles = tuple(relation.key for relation in relations)
    frames = (FrameType(head=keys[0], title=draw(TITLES), roles=roles, expected=roles[:1]),) if roles else ()
    return Scheme(
        name=draw(TEXT.filter(str.strip)),
        version=draw(st.integers(1, 99)),
        title=draw(TITLES),
        labels=labels,
        relations=relations,
        frames=frames,
    )


@settings(max_examples=60, deadline=None)
@given(schemes())
def test_what_is_written_reads_back_equal(scheme: Scheme) -> None:
    assert read_scheme(write_scheme(scheme), "written.toml") == scheme


@pytest.mark.parametrize("name", shipped())
def test_shipped_schemes_are_written_as_they_are_read(name: str) -> None:
    scheme = load_scheme(name)
    written = write_scheme(scheme)
    assert read_scheme(written, name) == scheme
    assert "[labels.guidelines]\nen = " + '"""\n' in written
    assert max(map(len, written.split("\n"))) < 400
