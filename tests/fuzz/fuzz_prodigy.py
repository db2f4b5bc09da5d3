"""Prodigy's tasks, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("prodigy", [RECORD], SCHEME).values(),
    b'{"text": "a b", "spans": [{"start": 0, "end": 1, "label": "X"}], "answer": "reject"}',
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("prodigy", data)
