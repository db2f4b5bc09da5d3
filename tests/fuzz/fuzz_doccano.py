"""doccano's lines, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("doccano", [RECORD], SCHEME).values(),
    b'{"text": "a b", "label": [[0, 1, "X"]]}',
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("doccano", data)
