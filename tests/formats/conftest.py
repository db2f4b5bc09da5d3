"""Lines of native JSON Lines, right ones to be spoiled."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.domain.document import document_id
from annotator.formats.record import Record
from annotator.formats.registry import find_reader
from annotator.formats.source import Source
from annotator.services.sample import make_sample
from annotator.services.schemes import load_scheme

TEXT = "قال 😀 الوزيرُ إن «العقد»، بحسب الوزارة، «وُقِّع».\nونفى."


class Reading:
    """Reads lines as the reader of a project with the default scheme; keeps the source to ask for the place."""

    source: Source

    def __call__(self, *lines: dict[str, Any] | bytes) -> list[Record]:
        data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        self.source = Source(stream=io.BytesIO(data), scheme=load_scheme("actors-claims"), annotator="layla")
        return list(find_reader("jsonl").read(self.source))


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once; nobody writes to it."""
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.musnad")


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of the sample project."""
    shutil.copy(sample_file, tmp_path / "sample.musnad")
    with Project.open(tmp_path / "sample.musnad", annotator="layla") as project:
        yield project


@pytest.fixture
def reading() -> Reading:
    return Reading()


@pytest.fixture
def line() -> Callable[..., dict[str, Any]]:
    """A function that makes a line with these fields in place of the usual ones."""

    def made(**fields: Any) -> dict[str, Any]:
        actor = {"id": "a1", "name": "الوزير", "kind": "person", "wikidata": None}
        claim = {"id": "s2", "label": "claim", "start": 17, "end": 24, "parts": [[17, 24]], "text": TEXT[17:24]}
        usual = {
            "id": document_id(TEXT),
            "title": "العقد\u2028والميناء",
            "text": TEXT,
            "language": "ar",
            "origins": [],
            "annotator": "omar",
            "status": "doing",
            "scheme": {"name": "actors-claims", "version": 1},
            "spans": [
                {"id": "s1", "label": "actor", "start": 6, "end": 13, "text": TEXT[6:13], "actor": actor},
                {**claim, "attributes": {"polarity": "denied"}, "actor": None},
            ],
            "relations": [{"id": "r1", "label": "source", "from": "s2", "to": "s1", "attributes": {}}],
        }
        return {**usual, **fields}

    return made
