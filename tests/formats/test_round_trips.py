"""Every format that keeps what a tool has no place for beside its own fields: written and read, all of it is there."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.checking import checked
from annotator.formats.options import fields_of
from annotator.formats.record import Record
from annotator.formats.registry import find_reader, find_writer
from annotator.formats.source import Source
from tests.formats.sinks import written
from tests.services.test_round_trip import SCHEME, projects

WHOLE = ("conllu", "doccano", "jsonl", "label-studio", "parquet", "prodigy", "w3c")
"""Formats that bring everything back, whatever the tool itself sees of it."""

WITH_SPACY = (*WHOLE, pytest.param("spacy", marks=pytest.mark.heavy))


def read(format: str, files: Mapping[str, bytes]) -> list[Record]:
    """The records that the reader of a format finds in these files, as those of a folder."""
    return list(_read(format, files))


def _read(format: str, files: Mapping[str, bytes]) -> Iterator[Record]:
    reader = find_reader(format)
    for name, data in files.items():
        if reader.sniff(name.rpartition("/")[2], data[:65536]) >= 0.5:
            stream = io.BytesIO(data)
            source = Source(stream=stream, scheme=SCHEME, annotator="layla", name=name, files=tuple(files))
            yield from reader.read(source)


def told(records: Iterable[Record]) -> Any:
    """What records say, whatever the order of what has none."""
    held = list(records)
    sets = {
        (one.document.id, one.annotator and one.annotator.handle): (
            one.document,
            one.annotator,
            one.status,
            sorted(one.spans, key=lambda span: span.id),
            sorted(one.relations, key=lambda relation: relation.id),
            sorted(one.comments, key=lambda comment: comment.id),
        )
        for one in held
    }
    actors = {actor.id: actor for one in held for actor in one.actors}
    return sets, actors


def as_of_a_project(records: Iterable[Record]) -> list[Record]:
    """The records as a project gives them: by document, then by handle; the last one with all actors."""
    fit = [checked(one, SCHEME) for one in records]
    held = sorted(fit, key=lambda one: (one.document.id, one.annotator.handle if one.annotator else ""))
    named = [{span.actor_id for span in one.spans} for one in held]
    bare = [
        replace(one, actors=tuple(actor for actor in one.actors if actor.id in ids))
        for one, ids in zip(held[:-1], named, strict=False)
    ]
    return [*bare, held[-1]]


@pytest.mark.parametrize("format", WITH_SPACY)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_what_is_written_is_read(format: str, records: list[Record]) -> None:
    check(format, as_of_a_project(records))


@pytest.mark.heavy
@pytest.mark.parametrize("format", WITH_SPACY)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_what_is_written_is_read_in_many_projects(format: str, records: list[Record]) -> None:
    check(format, as_of_a_project(records))


@pytest.mark.parametrize("format", WITH_SPACY)
def test_characters_that_some_formats_forbid_come_back(format: str) -> None:
    text = "ق\ufffe\uffff\u200f\u00ad 𐤀\U0010ffff\t|\\\u00a0»\n\n\u2066ـً <b>&amp;{}\"' قال"
    document = Document(id=document_id(text), language="ar", title="\ufffe <&\"'|\\", text=text)
    marks = [(0, 1), (1, 2), (2, 5), (3, 4), (6, 9), (9, 12), (14, 16), (len(text) - 3, len(text))]
    spans = tuple(
        Span(id=f"s{number}", document_id=document.id, annotator="layla", label="claim", parts=(part,))
        for number, part in enumerate(marks)
    )
    reader = Annotator(handle="layla")
    record = Record(
        document=document, scheme_name=SCHEME.name, scheme_version=SCHEME.version, annotator=reader, spans=spans
    )
    check(format, [record])


@pytest.mark.parametrize("format", ["jsonl", "doccano", "prodigy", "label-studio", "w3c"])
def test_half_a_character_is_refused(format: str) -> None:
    document = Document(id=document_id("قال نعم"), title="t", text="قال نعم")
    record = Record(document=document, scheme_name=SCHEME.name, scheme_version=SCHEME.version)
    files = {name: data.replace("نعم".encode(), b"\\ud83d") for name, data in written(format, [record], SCHEME).items()}
    with pytest.raises(InputError):
        read(format, files)


def check(format: str, records: list[Record]) -> None:
    """Hold what comes back against what was written: all of it, and the same bytes again, by every rule for edges."""
    for options in _rules(format):
        files = written(format, records, SCHEME, **options)
        found = read(format, files)
        if options.get("edges") in (None, "split"):
            # Not compared in the assertion itself: telling two projects apart in words takes minutes.
            is_same = told(found) == told(records)
            assert is_same, "what comes back says something else"
        again = [replace(one, scheme_name=SCHEME.name, scheme_version=SCHEME.version) for one in found]
        second = written(format, as_of_a_project(again), SCHEME, **options)
        assert [name for name in {**files, **second} if files.get(name) != second.get(name)] == []


def _rules(format: str) -> list[dict[str, str]]:
    edges = next((one for one in fields_of(find_writer(format).options) if one.key == "edges"), None)
    return [{"edges": rule} for rule in edges.choices] if edges else [{}]
