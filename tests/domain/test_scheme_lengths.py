"""What is longer than any scheme is read with is refused where it is written."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator import Project
from annotator.domain.scheme import LONGEST_PAGE, LONGEST_TITLE, Scheme, Value
from annotator.domain.scheme_faults import faults
from annotator.errors import SchemeError
from annotator.services.schemes import load_scheme

SCHEME = load_scheme("actors-claims")
LONG = "س" * (LONGEST_TITLE + 1)


def with_label(**changes: object) -> Scheme:
    return replace(SCHEME, labels=(replace(SCHEME.labels[0], **changes), *SCHEME.labels[1:]))


def with_attribute(**changes: object) -> Scheme:
    label = SCHEME.labels[0]
    return with_label(attributes=(replace(label.attributes[0], **changes), *label.attributes[1:]))


@pytest.mark.parametrize(
    ("scheme", "field"),
    [
        (replace(SCHEME, name=LONG), "name"),
        (replace(SCHEME, title={"ar": LONG}), "title.ar"),
        (with_label(title={"ar": LONG}), "title.ar"),
        (with_label(guidelines={"en": "x" * (LONGEST_PAGE + 1)}), "guidelines.en"),
        (with_label(description={"en": "x" * (LONGEST_PAGE + 1)}), "description.en"),
        (with_attribute(title={"en": LONG}), "title.en"),
        (with_attribute(values=(Value(key="a", title={"en": LONG}), Value(key="b")), default=None), "values"),
    ],
)
def test_the_field_that_is_too_long_is_named_and_the_project_keeps_its_scheme(
    scheme: Scheme, field: str, tmp_path: Path
) -> None:
    assert field in [one.field for one in faults(scheme)]
    with Project.create(tmp_path / "p.musnad") as project:
        with pytest.raises(SchemeError):
            project.set_scheme(scheme)
        assert project.scheme == SCHEME and project.check() == []


def test_what_is_just_short_enough_is_kept(tmp_path: Path) -> None:
    scheme = with_label(title={"ar": LONG[1:]}, guidelines={"en": "x" * LONGEST_PAGE})
    with Project.create(tmp_path / "p.musnad") as project:
        project.set_scheme(scheme)
        assert project.check() == []
    with Project.open(tmp_path / "p.musnad") as project:
        assert project.scheme.labels[0].title == {"ar": LONG[1:]}
