"""Finding formats, and adding one."""

from pathlib import Path

import pytest

from annotator.errors import NotFoundError
from annotator.formats import registry


def test_a_format_is_found_by_its_id_and_by_the_suffix() -> None:
    assert registry.find_writer("jsonl").suffix == ".jsonl"
    found = registry.reader_for(Path("A.JSONL"))
    assert found is not None
    assert found.id == "jsonl"
    assert registry.reader_for(Path("article.txt")) is None


@pytest.mark.parametrize(
    ("name", "head", "confidence"),
    [
        ("a.jsonl", b'\xef\xbb\xbf{"text": "a", "spans": []}', registry.SURE),
        ("a.JSONL", b'{"data": 1}', registry.CERTAIN),
        ("a.ndjson", b'{"text": "a", "annotator": null}', registry.LIKELY),
        ("a.ndjson", b'{"text": "a"}', 0.0),
        ("a.json", b'[{"text": "a", "spans": []}]', 0.0),
    ],
)
def test_native_lines_are_known_by_name_and_content(name: str, head: bytes, confidence: float) -> None:
    assert registry.find_reader("jsonl").sniff(name, head) == confidence


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"no format 'conll' that can be written; there is: .*jsonl"):
        registry.find_writer("conll")
    with pytest.raises(NotFoundError, match=r"no format 'conll' that can be read; there is: .*jsonl"):
        registry.find_reader("conll")


def test_every_format_says_what_it_is() -> None:
    described = [(one.id, one.title, one.suffix) for one in registry.writers()]
    described += [(one.id, one.title, one.suffix) for one in registry.readers()]
    for id, title, suffix in described:
        assert id.replace("-", "_").isidentifier()
        assert title.strip()
        assert suffix.startswith(".") or registry.find_writer(id).shape == "folder"
    assert all(writer.write.__doc__ for writer in registry.writers())
