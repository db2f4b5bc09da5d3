"""Options of a format: declared once, shown and read by themselves."""

from typing import Annotated, Literal

import pytest

from annotator.errors import InputError
from annotator.formats.options import Field, LabelKey, Options, fields_of, named, read_options, titled
from annotator.services.schemes import load_scheme

SCHEME = load_scheme("actors-claims")


class Sample(Options, frozen=True, kw_only=True):
    tags: Annotated[Literal["BIO", "BIOES"], titled("Tags", BIO=named("begin, inside"))] = "BIO"
    label: LabelKey = ""
    texts: Annotated[bool, titled("Texts")] = True
    width: int = 3
    name: str = "x"


def test_a_form_knows_each_field() -> None:
    labels = ("", *(label.key for label in SCHEME.labels))
    assert fields_of(Sample, SCHEME) == [
        Field(
            key="tags",
            title="Tags",
            kind="choice",
            default="BIO",
            choices=("BIO", "BIOES"),
            titles={"BIO": "begin, inside"},
        ),
        Field(key="label", title="label", kind="choice", default="", choices=labels),
        Field(key="texts", title="Texts", kind="switch", default=True),
        Field(key="width", title="width", kind="number", default=3),
        Field(key="name", title="name", kind="text", default="x"),
    ]
    assert fields_of(Options) == []


def test_values_are_read_by_their_types() -> None:
    given = ["tags=BIOES", "label=claim", "texts=false", "width=7", "name=a=b"]
    assert read_options(Sample, given, SCHEME) == Sample(tags="BIOES", label="claim", texts=False, width=7, name="a=b")
    assert read_options(Sample, {}, SCHEME) == Sample()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["tag=BIO"], "There is no option 'tag'; this format has: tags, label, texts, width, name."),
        (["tags=IO"], "The option tags cannot be 'IO'; it is one of: BIO, BIOES."),
        (["label=verb"], "The option label cannot be 'verb'; it is one of: \"\", actor, cue, claim."),
        (["width=wide"], "The options do not fit: Expected `int`"),
        (["tags"], "'tags' is no option: write it as KEY=VALUE."),
        (["=x"], "'=x' is no option"),
    ],
)
def test_what_does_not_fit_is_told(given: list[str], told: str) -> None:
    with pytest.raises(InputError) as error:
        read_options(Sample, given, SCHEME)
    assert str(error.value).startswith(told)


def test_a_format_without_options_says_so() -> None:
    with pytest.raises(InputError, match="this format has: -"):
        read_options(Options, ["a=b"], SCHEME)
