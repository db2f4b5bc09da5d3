"""Project files as somebody might send them: one sound file, and seeded ways to make another of it that is not."""

import json
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from unittest.mock import patch

from annotator import Project
from annotator.domain.document import Origin
from annotator.errors import MusnadError
from annotator.store import block_writing
from annotator.store.blocks import COLUMNS as COLUMNS_OF_BLOCKS
from annotator.store.rows import COLUMNS, TABLES

Connection = sqlite3.Connection
Mutation = Callable[[random.Random, Connection], None]

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
TEXTS = (
    "قال وزير النقل سامر الحلبي إن الميناء سيفتح في موعده.\nوأضاف 😀 أن «العقد» وُقِّع أمس مع شركة Delta Ports.",
    "يرى بعض الخبراء أن المشروع سيعيد رسم طرق التجارة.\n" * 8,
    "المعارضة تطالب بتحقيق مستقل.",
)


def make_sound(path: Path) -> Path:
    """A project with something in every table."""
    with Project.create(path, annotator="layla") as project:
        for number, text in enumerate(TEXTS):
            origin = Origin(publisher="وكالة النورس", published="2026-03-03", url="https://example.org/1", path="a.txt")
            document = project.add_document(text, title=f"مقال {number}", origin=origin)
            mention = project.annotate(document.id, (4, 13), "actor")
            cue = project.annotate(document.id, (0, 3), "cue")
            claim = project.annotate(document.id, [(14, 20), (21, 27)], "claim")
            project.link(claim.id, mention.id, "source")
            project.link(claim.id, cue.id, "cue")
            project.name_actor(mention.id, f"وزير {number}", "person")
        actor = project.actors()[0]
        with patch.object(block_writing, "FEWEST", 1):
            project.annotate(document.id, (0, 9), "cue")
            project.update_actor(actor.id, note="")
        project.update_actor(actor.id, aliases=("الوزير", "Minister"), wikidata="Q42", note="ملاحظة")
        project.suggest(["cues"])
        with suppress(IndexError):
            project.reject(project.suggestions(project.summaries()[1].id)[0].id)
        project.delete(cue.id)
        project.undo()
    return path


# What a file may hold in place of what belongs there.


def value(rng: random.Random) -> object:
    """A value that some column of some row gets."""
    return rng.choice(
        (
            *("", "x", "0", "5", "null", "true", "[]", "{}", '""', "[[]]", "[5]", "{", '{"a": 1}', '{"a": "b"}'),
            *("[[0, 3]]", "[[3, 0]]", "[[0, 3], [1, 5]]", "[[-4, 9]]", "[[0, 900000]]", "[[0.5, 2]]", '[["a", "b"]]'),
            *(f"[[{2**62}, {2**63 - 1}]]", '[{"kind": "encoding"}]', '[{"kind": "zzz", "count": -1}]'),
            *(
                "[" * 100_000,
                '{"a":' * 50_000,
                "ا" * 300_000,
                "<b>" * 40_000,
                "a\nb\r\tc",
                "\x1b[2J\x07",
                "\u202e\u2066",
            ),
            *(
                "<img src='file:///etc/hostname'>",
                "../../x",
                "sqlite_master",
                "changes",
                "documents",
                "\U0010ffff",
                "\x00",
            ),
            *("ffffffffffff-ffffff-zzzzzzzz", "0", "zzz", "-1", "2026-13-45", "9" * 400, "gold", "model:cues", "layla"),
            *(0, 1, -1, 2**63 - 1, -(2**63), 3.5, None, b"\xff\xfe", b"abc"),
        )
    )


def mutate(rng: random.Random, source: Path, target: Path) -> str:
    """Write a hostile file at `target`, made of a sound one; what was done to it."""
    target.write_bytes(source.read_bytes())
    if rng.random() < 0.25:
        return _torn(rng, target)
    done = []
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            mutation = rng.choice(MUTATIONS)
            # An index that was spoiled before may claim more than there is when it is spoiled again.
            with suppress(sqlite3.Error, MemoryError):
                mutation(rng, connection)
                done.append(mutation.__name__)
    return "+".join(done)


def _torn(rng: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    how = rng.choice(("cut", "flip", "page", "header", "swap", "zeros"))
    page = 4096
    place = rng.randrange(len(data))
    match how:
        case "cut":
            del data[place:]
        case "flip":
            for _ in range(rng.choice((1, 4, 64))):
                data[rng.randrange(100, len(data))] = rng.randrange(256)
        case "page":
            start = place // page * page
            data[start : start + page] = rng.randbytes(page)
        case "zeros":
            start = place // page * page
            data[start : start + page] = bytes(page)
        case "header":
            data[rng.randrange(16, 68)] = rng.randrange(256)
        case _:
            one, other = (rng.randrange(1, len(data) // page) * page for _ in range(2))
            data[one : one + page], data[other : other + page] = data[other : other + page], data[one : one + page]
    path.write_bytes(data)
    return f"bytes:{how}"


def loosely(connection: Connection, statement: str, values: tuple[object, ...]) -> None:
    """Run a statement as if no trigger, type or constraint were there; the schema is as before afterwards."""
    schema = connection.execute("SELECT rowid, type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE type = 'table'")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ' WHEN old.', ' WHEN 0 AND old.') WHERE type = 'trigger'"
    )
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ' ON changes', ' ON changes WHEN 0') WHERE type = 'trigger'"
    )
    connection.execute("DELETE FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'change_blocks'")
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    with suppress(sqlite3.Error):
        connection.execute(statement, values)
    connection.execute("PRAGMA writable_schema = ON")
    for rowid, kind, name, sql in schema:
        table = "change_blocks" if kind == "trigger" and name.startswith("change_blocks") else None
        held = connection.execute("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", (sql, rowid)).rowcount
        if table is not None and not held:
            connection.execute("INSERT INTO sqlite_master VALUES ('trigger', ?, ?, 0, ?)", (name, table, sql))
    connection.execute(f"PRAGMA schema_version = {version + 2}")
    connection.execute("PRAGMA writable_schema = OFF")


def cell(rng: random.Random, connection: Connection) -> None:
    """Another value in a column of one row, or of all."""
    table = rng.choice(list(COLUMNS))
    column = rng.choice(list(COLUMNS[table]))
    which = rng.choice(("1", "rowid = (SELECT max(rowid) FROM {t})", "rowid % 2")).format(t=table)
    loosely(connection, f'UPDATE {table} SET "{column}" = ? WHERE {which}', (value(rng),))


def cell_of_bytes(rng: random.Random, connection: Connection) -> None:
    """A text that is no UTF-8."""
    table = rng.choice(list(COLUMNS))
    column = rng.choice(list(COLUMNS[table]))
    loosely(connection, f"UPDATE {table} SET \"{column}\" = CAST(x'd984ff28' AS TEXT)", ())


def setting(rng: random.Random, connection: Connection) -> None:
    """Another value somewhere in the scheme."""
    places = ("$", "$.labels", "$.labels[0]", "$.labels[0].key", "$.labels[0].title", "$.labels[0].title.en")
    more = ("$.labels[2].attributes", "$.relations[0].from", "$.frames", "$.name", "$.version", "$.labels[1].color")
    deep = ("$.labels[2].attributes[0].values", "$.labels[0].shortcut", "$.relations[4].depth", "$.frames[0].roles")
    given = value(rng)
    loosely(
        connection,
        "UPDATE settings SET value = json_set(value, ?, ?)",
        (rng.choice(places + more + deep), given if not isinstance(given, bytes) else "x"),
    )


def rows_gone(rng: random.Random, connection: Connection) -> None:
    """Rows that others point to are not there."""
    table = rng.choice(list(COLUMNS))
    which = rng.choice(("1", "rowid % 2", "rowid = 1"))
    loosely(connection, f"DELETE FROM {table} WHERE {which}", ())


def block(rng: random.Random, connection: Connection) -> None:
    """A block of changes that says something else, or nothing."""
    column = rng.choice(("body", "body", "body", *COLUMNS_OF_BLOCKS.split(", ")))
    given = value(rng)
    if column == "body" and not isinstance(given, bytes):
        table = rng.choice(list(COLUMNS))
        columns = rng.choice((None, ["id"], list(TABLES.get(table, ())), rng.sample(list(COLUMNS[table]), 1)))
        content = rng.choice((given, [[table, columns, [[given] for _ in columns or "x"]]], [[table, columns, given]]))
        given = zlib.compress(json.dumps(content).encode("utf-8", "replace"))
    loosely(connection, f"UPDATE change_blocks SET {column} = ?", (given,))


def block_lost(rng: random.Random, connection: Connection) -> None:
    """What leads to the blocks leads elsewhere."""
    table = rng.choice(("change_blocks", "block_rows", "block_subjects", "first_stamps"))
    loosely(connection, f"DELETE FROM {table}", ())


def index_spoiled(rng: random.Random, connection: Connection) -> None:
    """The search index says something else."""
    connection.execute(
        rng.choice(
            (
                "DELETE FROM indexed",
                "DELETE FROM documents_fts_data",
                "UPDATE documents_fts_data SET block = randomblob(40)",
                "UPDATE documents_fts_config SET v = 99",
                "INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')",
            )
        )
    )


def schema(rng: random.Random, connection: Connection) -> None:
    """Parts that Musnad does not make."""
    table = rng.choice([*COLUMNS, "indexed", "_sqlite_migrations"])
    columns = ", ".join(f'NULL AS "{column}"' for column in COLUMNS.get(table, {"id": str}))
    statements = rng.choice(
        (
            (f"DROP TABLE {table}",),
            (f"DROP TABLE {table}", f"CREATE VIEW {table} AS SELECT {columns} FROM ({ENDLESS})"),
            (f"DROP TABLE {table}", f"CREATE VIEW {table} AS SELECT {columns}, hex(zeroblob(400000000)) AS x"),
            (f"CREATE TRIGGER t AFTER INSERT ON {table} BEGIN INSERT INTO {table} SELECT * FROM {table}; END",),
            (f"CREATE TRIGGER t BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END",),
            (f"CREATE TRIGGER t AFTER UPDATE ON {table} BEGIN DELETE FROM spans WHERE id IN ({ENDLESS}); END",),
            (f"ALTER TABLE {table} ADD COLUMN more TEXT",),
            (f"ALTER TABLE {table} ADD COLUMN big AS (hex(zeroblob(300000000)))",),
            (f"ALTER TABLE {table} RENAME TO other",),
            (f"CREATE INDEX {table}_more ON {table} (hex(zeroblob(1000)))",),
            ("CREATE VIRTUAL TABLE more USING fts5(a)",),
            ("DROP TRIGGER changes_are_history_delete",),
            ("DROP VIEW claims_view", f"CREATE VIEW claims_view AS {ENDLESS}"),
            (f"PRAGMA user_version = {rng.choice((-1, 0, 1, 2, 3, 99))}",),
            ("DELETE FROM _sqlite_migrations",),
        )
    )
    for statement in statements:
        connection.execute(statement)


MUTATIONS: tuple[Mutation, ...] = (
    cell,
    cell,
    cell,
    cell_of_bytes,
    setting,
    rows_gone,
    block,
    block_lost,
    index_spoiled,
    schema,
)


def use(path: Path, folder: Path, *, thorough: bool = True) -> list[str]:
    """Do with a project what people do; what was told instead of done. Only a MusnadError may be raised.

    Not `thorough` leaves out what writes often.
    """
    told: list[str] = []

    def attempt(step: Callable[[], object]) -> None:
        try:
            step()
        except MusnadError as error:
            told.append(str(error))

    def work() -> None:
        with Project.open(path, annotator="layla") as project:
            for step in _steps(project, folder) if thorough else _first_steps(project, folder):
                attempt(step)

    attempt(work)
    return told


def _look_at(project: Project, one: str) -> None:
    project.frames(one)
    project.suggestions(one)


def _first_steps(project: Project, folder: Path) -> list[Callable[[], object]]:
    """A look at everything, a mark, and out again."""
    ids: list[str] = []
    with suppress(MusnadError):
        ids = [summary.id for summary in project.summaries()]
    return [
        project.check,
        project.documents,
        project.actors,
        *(partial(_look_at, project, one) for one in ids),
        *(partial(project.annotate, one, (0, 2), "cue") for one in ids[:1]),
        *(project.undo, project.undo, project.redo),
        lambda: project.search("الميناء"),
        lambda: project.export("jsonl", folder / "out.jsonl"),
    ]


def _steps_in(project: Project, one: str) -> list[Callable[[], object]]:
    """What is done in one article."""
    return [
        lambda: project.document(one),
        lambda: (project.spans(one), project.relations(one), project.frames(one), project.sets(one)),
        lambda: project.suggestions(one),
        lambda: project.accept(*(span.id for span in project.suggestions(one))),
        lambda: project.annotate(one, (0, 2), "cue"),
        lambda: project.update_document(one, title="جديد"),
        lambda: [project.update(span.id, label=span.label) for span in project.spans(one)],
        lambda: project.delete(*(span.id for span in project.spans(one)[:2])),
        project.undo,
        lambda: project.set_status(one, "done"),
    ]


def _steps(project: Project, folder: Path) -> list[Callable[[], object]]:
    ids: list[str] = []
    with suppress(MusnadError):
        ids = [summary.id for summary in project.summaries()]
    steps: list[Callable[[], object]] = [project.check, project.undo, project.redo, project.actors, project.documents]
    for one in ids:
        steps += _steps_in(project, one)
    steps += [
        lambda: project.search("الميناء"),
        project.statements,
        project.mention_counts,
        lambda: project.find_actors("وزير"),
        lambda: [project.mentions(actor.id) for actor in project.actors()],
        lambda: project.merge_actors(*[actor.id for actor in project.actors()[:2]] or ["none"]),
        lambda: project.add_actor("جديد", "person"),
        lambda: project.suggest(["cues", "aliases", "repeats"]),
        lambda: project.set_scheme(project.scheme),
        lambda: project.export("jsonl", folder / "out.jsonl"),
        lambda: project.export_actors(folder / "out.csv"),
        *[project.undo] * 4,
        *[project.redo] * 4,
        project.check,
    ]
    return steps
