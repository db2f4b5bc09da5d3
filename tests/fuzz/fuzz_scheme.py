"""Schemes in TOML."""

from annotator import resources
from annotator.domain.scheme_file import read_scheme
from annotator.domain.scheme_toml import write_scheme
from annotator.errors import MusnadError

_HEAD = b'[scheme]\nname = "x"\nversion = 1\n[[labels]]\nkey = "a"\n'
SEEDS = [
    *(path.read_bytes()[:4096] for path in sorted(resources.path("schemes").glob("*.toml"))),
    _HEAD + b'attributes = [{ key = "b", values = [{ key = "c" }] }]\n',
    _HEAD + b'[[relations]]\nkey = "r"\nfrom = ["a"]\nto = ["a"]\ndepth = 2\n',
]


def one(data: bytes) -> None:
    """Read a scheme; what was read is written and read again as it was."""
    try:
        scheme = read_scheme(data.decode("utf-8", "replace"), "s.toml")
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    assert read_scheme(write_scheme(scheme), "s.toml") == scheme
