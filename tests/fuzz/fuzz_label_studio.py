"""Label Studio's tasks, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("label-studio", [RECORD], SCHEME).values(),
    b'[{"data": {"t": "a"}, "completions": [{"result": [{"type": "labels", "value": '
    b'{"start": "0", "end": 1, "labels": ["X"]}}]}]}]',
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("label-studio", data)
