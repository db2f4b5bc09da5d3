"""Tables of actors."""

from annotator.domain.actor import Actor
from annotator.errors import MusnadError
from annotator.formats.actors_csv import read_actors, write_actors
from annotator.services.actor_table import taken_in
from annotator.services.schemes import load_scheme

SCHEME = load_scheme("actors-claims")
SEEDS = [
    '\ufeffid,name,kind,wikidata,aliases,note\r\n,سامر,person,Q42,أ|ب\\|,"x\r\ny"\r\n'.encode(),
    "sep=;\r\nname;kind\r\nكريم;person\r\n".encode(),
    f"id\tname\tkind\n{'a' * 32}\t'=1\tstate\n".encode(),
]


def _taken(text: str) -> list[Actor]:
    return taken_in(read_actors(text), (), SCHEME, "a.csv")[0]


def one(data: bytes) -> None:
    """Read a table; the registry that it makes is written and read again as it was."""
    try:
        actors = _taken(data.decode("utf-8", "replace"))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    assert _taken("".join(write_actors(actors))) == actors
