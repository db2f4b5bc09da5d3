"""CoNLL-U, ours and other people's."""

from tests.formats.sinks import written
from tests.fuzz.reading import RECORD, SCHEME, read

SEEDS = [
    *written("conllu", [RECORD], SCHEME).values(),
    b"1\ta\t_\t_\t_\t_\t_\t_\t_\tner=S-X\n2-3\tbc\t_\t_\t_\t_\t_\t_\t_\t_\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n",
    b"# global.Entity = eid-etype\n# global.columns = ID FORM MISC\n"
    b"1\ta\tEntity=(e1-x(e2[1/2]-y)\n2\tb\tEntity=(e2[2/2]-y)e1)|Bridge=e1<e2:z\n",
    b"# global.columns = ID FORM X:NE X:MWE\n1\ta\tB-X\t1:Y;2\n2\tb\t_\t1\n",
]


def one(data: bytes) -> None:
    """Read a file; whatever it holds lies in its text."""
    read("conllu", data)
