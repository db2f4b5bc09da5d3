"""Databases of Discourse Network Analyzer, held against the default scheme."""

import io
import tempfile
from pathlib import Path

from annotator.errors import MusnadError
from annotator.formats.dna_reader import read_dna
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme
from tests.formats.test_dna import database

SCHEME = load_scheme("actors-claims")


def _seed() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return database(Path(folder) / "seed.dna").read_bytes()


SEEDS = [_seed()]


def one(data: bytes) -> None:
    """Read a database twice; it says the same."""
    try:
        found = [list(read_dna(Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla"))) for _ in "ab"]
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    assert found[0] == found[1]
