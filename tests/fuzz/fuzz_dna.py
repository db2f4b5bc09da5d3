"""Databases of Discourse Network Analyzer, held against the default scheme: bytes, or cells of a sound database."""

import io
import sqlite3
import tempfile
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from annotator.errors import MusnadError
from annotator.formats.dna_reader import read_dna
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme
from annotator.store.foreign_database import HEAD
from tests.formats.test_dna import database

SCHEME = load_scheme("actors-claims")
CELLS = (
    *(("DOCUMENTS", one) for one in ("Text", "Title", "Date", "Coder", "Notes", "Source")),
    *(("STATEMENTS", one) for one in ("Start", "Stop", "DocumentId", "Coder", "StatementTypeId")),
    *(("ENTITIES", one) for one in ("Value", "ChildOf", "VariableId", "Red")),
    *(("VARIABLES", one) for one in ("Variable", "DataType")),
    *(("CODERS", "Name"), ("STATEMENTTYPES", "Label"), ("DATASHORTTEXT", "Entity"), ("DATABOOLEAN", "Value")),
    *(("ATTRIBUTEVALUES", "AttributeValue"), ("ATTRIBUTEVARIABLES", "AttributeVariable")),
)
"""The cells that a seed changes, one for each of its parts, in turn."""
SEEDS = [b"\0".join((b"\xef\xbb\xbfa\r\nb", b"t", b"-1", b"99")), "نص\0عنوان\0001772496000\0001".encode(), HEAD + b"x"]


@cache
def _sound() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return database(Path(folder) / "seed.dna").read_bytes()


def _changed(data: bytes) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(_sound())
        for place, part in enumerate(data.split(b"\0")):
            table, column = CELLS[place % len(CELLS)]
            text = part.decode("utf-8", "replace")
            value: str | bytes | int = part if part.startswith(b"\xff") else text
            with suppress(ValueError):
                value = int(text)
            with suppress(sqlite3.Error, OverflowError):
                db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, place // len(CELLS) + 1))
        db.commit()
        return db.serialize()


def one(data: bytes) -> None:
    """Read a database twice; it says the same."""
    held = data if data.startswith(HEAD) else _changed(data)
    try:
        found = [list(read_dna(Source(stream=io.BytesIO(held), scheme=SCHEME, annotator="layla"))) for _ in "ab"]
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    assert found[0] == found[1]
