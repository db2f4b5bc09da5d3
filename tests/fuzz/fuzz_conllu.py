"""CoNLL-U, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("conllu", [RECORD], SCHEME).values(),
    b"1\ta\t_\t_\t_\t_\t_\t_\t_\tner=S-X\n2-3\tbc\t_\t_\t_\t_\t_\t_\t_\t_\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n",
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("conllu", data)
