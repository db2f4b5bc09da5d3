"""Web Annotations, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("w3c", [RECORD], SCHEME).values(),
    b'{"motivation": "describing", "target": "urn:a", "body": {"type": "TextualBody", "value": "a"}}',
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("w3c", data)
