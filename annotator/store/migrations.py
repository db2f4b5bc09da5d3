"""The history of the project file's shape, top to bottom: append-only, each step atomic.

What a step needs is imported in it, `sqlite_utils` too: opening an up-to-date project should not pay for it.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import ProjectError
from annotator.store.schema import FIRST_TABLES, FIRST_VIEWS, FULL_TEXT, QUICK_READING, REFUSALS, REPLICAS
from annotator.store.seals import FIRST, SEALED

if TYPE_CHECKING:
    from sqlite_utils import Database


def first_tables(db: "Database") -> None:
    """Make the first tables, with the journal, and the views for other tools."""
    for statement in _statements(FIRST_TABLES + FIRST_VIEWS):
        db.execute(statement)


def full_text_search(db: "Database") -> None:
    """The index of the texts; `quick_reading` puts those in it that are here."""
    for statement in _statements(FULL_TEXT):
        db.execute(statement)


def quick_reading(db: "Database") -> None:
    """The list of documents without their texts, and room for the texts as the search folds them."""
    for statement in _statements(QUICK_READING):
        db.execute(statement)


def refusals(db: "Database") -> None:
    """The refused suggestions of models, and an index of those that were taken."""
    for statement in _statements(REFUSALS):
        db.execute(statement)


def replicas(db: "Database") -> None:
    """The replicas that a file has been. All that was done in it until now was done here, on whatever machine."""
    for statement in _statements(REPLICAS):
        db.execute(statement)
    db.execute("""INSERT INTO replicas (id, place, until)
                  SELECT DISTINCT device, '', (SELECT max(stamp) FROM changes) FROM changes ORDER BY device""")


def sealed(db: "Database") -> None:
    """The seals by which the file and its log know each other."""
    db.execute(SEALED)
    db.execute("INSERT INTO seal VALUES (? || ' ' || lower(hex(randomblob(8))))", (FIRST,))


def meeting(db: "Database") -> None:
    """Tables that refuse no row of a colleague's, and a journal of columns that can meet other journals."""
    from annotator.store.schema_meeting import DERIVED_TABLES, INDEXES, JOURNAL, JOURNAL_INDEXES, SYNCED_TABLES, VIEWS

    for view in ("claims_view", "mentions_view"):
        db.execute(f"DROP VIEW {view}")
    for table, statement in SYNCED_TABLES.items():
        columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})"))
        db.execute(f"CREATE TEMP TABLE old_rows AS SELECT * FROM {table}")
        db.execute(f"DROP TABLE {table}")
        db.execute(statement)
        db.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM temp.old_rows")
        db.execute("DROP TABLE temp.old_rows")
    db.execute("CREATE TEMP TABLE old_changes AS SELECT * FROM changes")
    db.execute('CREATE INDEX temp.old_order ON old_changes ("table", row_id, stamp, uid)')
    db.execute("DROP TABLE changes")
    for statement in _statements(INDEXES + JOURNAL):
        db.execute(statement)
    _convert(db.conn)
    for statement in _statements(JOURNAL_INDEXES + DERIVED_TABLES + VIEWS):
        db.execute(statement)


def _convert(connection: sqlite3.Connection) -> None:
    """Fill the new journal from `old_changes`, name the replicas and the project, and write the scheme's rows."""
    from annotator.store import old_journal

    replicas = old_journal.replica_ids(connection)
    connection.execute("CREATE TEMP TABLE made (uid, stamp, annotator, replica, action, undoes, tab, row_id, row)")
    rows = (
        (*change[:8], None if change.row is None else old_journal.to_json(change.row))
        for change in old_journal.converted(connection, replicas)
    )
    connection.executemany("INSERT INTO made VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute(
        """INSERT INTO changes
           SELECT uid, stamp, annotator, replica, row_number() OVER (PARTITION BY replica ORDER BY stamp, uid), action,
               undoes, tab, row_id, CASE WHEN row IS NULL THEN 'delete' ELSE 'put' END, row, 5 FROM made"""
    )
    connection.executemany("UPDATE replicas SET id = ? WHERE id = ?", [(new, old) for old, new in replicas.items()])
    connection.execute("INSERT INTO project SELECT substr(min(uid), 1, 16) FROM old_changes HAVING count(*) > 0")
    held = connection.execute("SELECT value FROM settings WHERE id = 'scheme'").fetchone()
    if held is not None:
        connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", old_journal.scheme_rows(held[0]))
    for table in ("made", "old_changes"):
        connection.execute(f"DROP TABLE temp.{table}")


def fold_anew(db: "Database") -> None:
    """Forget the search index, which held the texts as an older program folded them: `migrate` makes it anew."""
    with suppress(sqlite3.DatabaseError):
        # A damaged table cannot be told to forget, and goes all the same.
        db.execute("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
    db.execute("DROP TABLE documents_fts")
    db.execute(FULL_TEXT[FULL_TEXT.index("CREATE VIRTUAL TABLE") :])
    for table in ("folded", "indexed"):
        db.execute(f"DELETE FROM {table}")


def views_by_meaning(db: "Database") -> None:
    """The views for other tools, which had the keys of the default scheme written in them."""
    from annotator.store.schema_views import VIEWS_BY_MEANING

    for statement in _statements(VIEWS_BY_MEANING):
        db.execute(statement)


def comments(db: "Database") -> None:
    """The comments of people on documents and marks."""
    from annotator.store.schema_comments import COMMENTS

    for statement in _statements(COMMENTS):
        db.execute(statement)


def authors(db: "Database") -> None:
    """The author of an article, as its outlet says."""
    db.execute("ALTER TABLE origins ADD COLUMN author TEXT")


def statements(db: "Database") -> None:
    """The registry of statements, and the claims that are linked to them."""
    from annotator.store.schema_statements import SHOWN, STATEMENTS

    for statement in _statements(STATEMENTS):
        db.execute(statement)
    db.execute(f"CREATE VIEW marks AS {SHOWN['marks']}")


def review(db: "Database") -> None:
    """Add tables for merged bundles, assignments and decisions."""
    from annotator.store.schema_review import REVIEW

    for statement in _statements(REVIEW):
        db.execute(statement)


def threads(db: "Database") -> None:
    """Let comments be about a passage, and be resolved."""
    db.execute("ALTER TABLE comments ADD COLUMN passage TEXT")
    db.execute("ALTER TABLE comments ADD COLUMN resolved_by TEXT")


def fold_quotation_marks(db: "Database") -> None:
    """Make the search index anew: quotation marks of all kinds are alike since."""
    fold_anew(db)


def learned(db: "Database") -> None:
    """Add a place for what the project has learned from its marks, beside the journal."""
    from annotator.store.schema_learned import LEARNED

    for statement in _statements(LEARNED):
        db.execute(statement)


def kinds_of_entries(db: "Database") -> None:
    """Let a mention show the kind of the entry that it names."""
    from annotator.store.schema_kinds import KINDS, SHOWN

    for statement in _statements(KINDS):
        db.execute(statement)
    db.execute(f"CREATE VIEW marks AS {SHOWN['marks']}")


def fold_signs_of_neighbours(db: "Database") -> None:
    """Make the search index anew: more letters and signs of neighbouring languages are alike since."""
    fold_anew(db)


def trigrams_alone(db: "Database") -> None:
    """Drop the folded texts: folding them again takes less time than reading them."""
    db.execute("DROP TABLE folded")


def blocks(db: "Database") -> None:
    """Add a place for changes that are written many at once; those that are here stay where they are."""
    from annotator.store.schema_blocks import BLOCKS

    for statement in _statements(BLOCKS):
        db.execute(statement)


STEPS: tuple[Callable[["Database"], None], ...] = (
    first_tables,
    full_text_search,
    quick_reading,
    refusals,
    replicas,
    sealed,
    meeting,
    fold_anew,
    views_by_meaning,
    comments,
    authors,
    statements,
    review,
    threads,
    fold_quotation_marks,
    learned,
    kinds_of_entries,
    fold_signs_of_neighbours,
    trigrams_alone,
    blocks,
)
VERSION = len(STEPS)
"""The `PRAGMA user_version` of a project that has had every step."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps this file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_version(connection: sqlite3.Connection, name: str) -> bool:
    """Return whether the file is up to date; False: it needs `migrate`. ProjectError if a newer Musnad made it."""
    version = version_of(connection)
    if version > VERSION:
        raise ProjectError(
            "{name} was made by a newer Musnad (file version {version}, this program knows {known}). "
            "Update Musnad to open it; nothing was changed.",
            name=name,
            version=version,
            known=VERSION,
        )
    return version == VERSION


def migrate(connection: sqlite3.Connection, version: int | None = None) -> None:
    """Apply the steps up to `version` (None: all) that are still to come, each in a transaction of its own.

    What is derived from the rows is made anew in the end, by the rules of today.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("musnad")
    for number, step in enumerate(STEPS[:version], 1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(Database(connection, execute_plugins=False))


def _numbered(step: Callable[["Database"], None], number: int) -> Callable[["Database"], None]:
    def apply(db: "Database") -> None:
        step(db)
        if number == VERSION:
            from annotator.store import derived

            # In the same transaction: no kill may leave a file that is up to date without it.
            derived.rebuild(db.conn)
        db.execute(f"PRAGMA user_version = {number}")

    return apply


def _statements(script: str) -> list[str]:
    """The statements of a script one by one: executescript() would commit the transaction around it."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
