"""Project files as older versions of Musnad made them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.store import migrations
from annotator.store.schema import APPLICATION_ID
from annotator.text.folding import fold

MADE_BY_ITSELF = ("documents_fts", "indexed", "folded", "_sqlite_migrations", "sqlite_", "seal")

TEXTS = "SELECT i.id, d.text FROM newer.indexed AS i JOIN newer.documents AS d ON d.id = i.document_id"


def make_older(path: Path, version: int) -> None:
    """Put a closed project into the shape that it had at `version`, with what that had room for."""
    older = path.with_suffix(".older")
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.migrate(connection, version)
        connection.execute("ATTACH ? AS newer", (str(path),))
        tables = [row[0] for row in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for table in tables:
            if not table.startswith(MADE_BY_ITSELF):
                columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
                names = ", ".join(f'"{name}"' for name in columns)
                connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}")
        if version >= 2:
            connection.execute("INSERT INTO main.indexed SELECT * FROM newer.indexed")
            forms = [(number, fold(text).form) for number, text in connection.execute(TEXTS)]
            connection.executemany("INSERT INTO main.documents_fts (rowid, form) VALUES (?, ?)", forms)
        if "folded" in tables:
            connection.executemany("INSERT INTO main.folded (id, form) VALUES (?, ?)", forms)
        connection.execute("DETACH newer")
        connection.execute("PRAGMA journal_mode = WAL")
    older.replace(path)
