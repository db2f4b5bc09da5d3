"""Does to a project, without a window, what people wait for, beside the least that it could take.

    python project_work.py JSONL MARKS

JSONL is a dataset (`run_all.py` makes one of `corpus`); MARKS is the number of marks that are made one by one. Prints
one JSON object: for each row `[seconds, seconds of the floor]`, in the same process and, where it is repeated, in turn.
"""

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from annotator import Project
from annotator.text.folding import fold

REPEATS = 5
TEXT_FILES = 200
RARE, FREQUENT = "زمهرير", "قال"
SEARCHED = 50
"""Hits that a first page shows."""

Row = tuple[float, float]


def seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def in_turn(ours: Callable[[], object], floor: Callable[[], object], repeats: int = REPEATS) -> Row:
    """The medians of both, taken in turn."""
    pairs = [(seconds(ours), seconds(floor)) for _ in range(repeats)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def plain(path: Path) -> sqlite3.Connection:
    """A file of documents, sets and spans as one would make it by hand, with full commits."""
    file = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        file.execute(f"PRAGMA {pragma}")
    file.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, title TEXT, text TEXT)")
    file.execute("CREATE TABLE sets (id INTEGER PRIMARY KEY, document_id TEXT, annotator TEXT)")
    file.execute("CREATE TABLE spans (id TEXT PRIMARY KEY, document_id TEXT, label TEXT, parts TEXT, attributes TEXT)")
    file.execute("CREATE INDEX spans_document ON spans (document_id)")
    return file


def taken_by_hand(lines: Sequence[str], path: Path) -> None:
    """Parse a dataset and write its documents, sets and spans with `executemany`."""
    records = [json.loads(line) for line in lines]
    file = plain(path)
    file.execute("BEGIN")
    file.executemany("INSERT INTO documents VALUES (?, ?, ?)", [(r["id"], r["title"], r["text"]) for r in records])
    sets = [(record["id"], record["annotator"]) for record in records]
    file.executemany("INSERT INTO sets (document_id, annotator) VALUES (?, ?)", sets)
    file.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", _rows(records))
    file.execute("COMMIT")
    file.close()


def _rows(records: Sequence[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for record in records:
        for span in record["spans"]:
            values = json.dumps(span["parts"]), json.dumps(span["attributes"])
            yield span["id"], record["id"], span["label"], *values


def annotating(folder: Path, marks: int) -> dict[str, Row]:
    """Marks made one by one; the first and the last fifth tell whether they take longer as they become many."""
    took: list[float] = []
    least: list[float] = []
    file = plain(folder / "floor.db")
    file.execute("CREATE TABLE changes (id INTEGER PRIMARY KEY, row TEXT)")

    def by_hand(number: int) -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("INSERT INTO spans VALUES (?, 'd', 'actor', '[[0, 4]]', '{}')", (f"{number:032x}",))
        file.execute("INSERT INTO changes (row) VALUES (?)", (f"{number:032x} put [[0, 4]] actor",))
        file.execute("COMMIT")

    with Project.create(folder / "marks.musnad", annotator="bench") as project:
        documents = [project.add_document(f"{place} " + "كلمة " * 600).id for place in range(20)]
        for number in range(marks):
            start = number * 5 % 2_900 + 5
            began = time.perf_counter()
            project.annotate(documents[number % 20], (start, start + 4), "actor")
            took.append(time.perf_counter() - began)
            least.append(seconds(partial(by_hand, number)))
    fifth = max(1, marks // 5)
    return {
        "Project.annotate": (median(took), median(least)),
        "the last fifth of the marks / the first": (median(took[-fifth:]), median(took[:fifth])),
    }


def importing(folder: Path, dataset: Path) -> dict[str, Row]:
    lines = dataset.read_text(encoding="utf-8").splitlines()
    path = folder / "imported.musnad"
    with Project.create(path, annotator="bench") as project:
        rows = {"import of a dataset": (seconds(lambda: project.import_(dataset)), 0.0)}
    by_hand = seconds(lambda: taken_by_hand(lines, folder / "by hand.db"))
    rows = {what: (took, by_hand) for what, (took, _) in rows.items()}
    text = sum(len(json.loads(line)["text"].encode()) for line in lines)
    rows["size of its file / its texts, bytes"] = (path.stat().st_size, text)
    return rows | text_files(folder, lines)


def text_files(folder: Path, lines: Sequence[str]) -> dict[str, Row]:
    import hashlib

    source = folder / "texts"
    source.mkdir()
    for number, line in enumerate(lines[:TEXT_FILES]):
        (source / f"{number}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
    paths = sorted(source.iterdir())

    def by_hand() -> None:
        read = [path.read_text(encoding="utf-8") for path in paths]
        file = plain(folder / "texts by hand.db")
        file.execute("BEGIN")
        rows = [(hashlib.sha256(text.encode()).hexdigest(), "", text) for text in read]
        file.executemany("INSERT OR IGNORE INTO documents VALUES (?, ?, ?)", rows)
        file.execute("COMMIT")

    with Project.create(folder / "texts.musnad", annotator="bench") as project:
        took = seconds(lambda: project.import_(paths))
    return {"import of text files": (took, seconds(by_hand))}


def working(folder: Path) -> dict[str, Row]:
    """What is done to the whole of a project that a dataset was imported into."""
    with Project.open(folder / "imported.musnad", annotator="bench") as project:
        forms = [fold(document.text).form for document in project.documents()]
        rows = searching(project, forms)
        file = sqlite3.connect(folder / "imported.musnad")

        def checked() -> None:
            file.execute("PRAGMA integrity_check").fetchall()
            file.execute("PRAGMA foreign_key_check").fetchall()

        rows["check / integrity_check"] = in_turn(project.check, checked, 3)
        out = folder / "out.jsonl"

        def by_hand() -> None:
            with out.with_suffix(".hand").open("w", encoding="utf-8") as stream:
                for row in file.execute("SELECT id, title, text FROM documents"):
                    spans = file.execute("SELECT * FROM spans WHERE document_id = ?", (row[0],)).fetchall()
                    stream.write(json.dumps([*row, spans], ensure_ascii=False) + "\n")

        rows["export of JSON Lines"] = in_turn(lambda: project.export("jsonl", out), by_hand, 3)
        number = iter(range(1_000))
        added = [seconds(lambda: project.add_document(f"خبر رقم {next(number)}")) for _ in range(REPEATS)]
        rows["adding an article / summaries read again"] = (median(added), seconds(lambda: project.summaries()))
        for _ in added:
            project.undo()
        took = seconds(project.undo)
        assert not project.summaries(counted=False), "the import was not taken back"
        rows["undo / redo of the import"] = (took, seconds(project.redo))
        file.close()
    return rows


def searching(project: Project, forms: Sequence[str]) -> dict[str, Row]:
    """Searches against `re` and `str.find` over the folded texts, which are all in memory there."""
    rows: dict[str, Row] = {}
    for name, word in (("rare", RARE), ("frequent", FREQUENT)):
        wanted = fold(word).form
        first = in_turn(partial(_first, project, word), partial(_scan, re.compile(re.escape(wanted)), forms))
        rows[f"search: first {SEARCHED} of a {name} word / re over all"] = first
        every = in_turn(partial(project.search, word), partial(_find, wanted, forms), 3)
        rows[f"search: all of a {name} word / str.find over all"] = every
    return rows


def _first(project: Project, word: str) -> None:
    assert len(list(project.search(word, limit=SEARCHED))) <= SEARCHED


def _scan(pattern: re.Pattern[str], forms: Sequence[str]) -> int:
    return sum(1 for form in forms for _ in pattern.finditer(form))


def _find(word: str, forms: Sequence[str]) -> int:
    found = 0
    for form in forms:
        place = form.find(word)
        while place >= 0:
            found += 1
            place = form.find(word, place + 1)
    return found


def suggesting(folder: Path) -> dict[str, Row]:
    """Suggesters that read one article of many, against the reader of cues over its text."""
    from annotator.suggest.cues import suggest_cues
    from annotator.suggest.registry import Context

    with Project.open(folder / "imported.musnad", annotator="bench") as project:
        document, context = project.documents()[0], Context(scheme=project.scheme)

        def run(using: Sequence[str] | None) -> None:
            assert project.suggest(using, [document.id]).failed == []

        def floor() -> None:
            suggest_cues(document, context)

        floor()
        return {
            "suggest cues in one article / cues over its text": in_turn(lambda: run(["cues"]), floor),
            "suggest all in one article / cues over its text": in_turn(lambda: run(None), floor, 3),
        }


def renaming(folder: Path) -> dict[str, Row]:
    """Another key for a label that half of the marks have, against one UPDATE and a journal row for each mark."""
    with Project.open(folder / "imported.musnad", annotator="bench") as project:
        held = project.scheme
        labels = tuple(msgspec.structs.replace(one, key=RENAMED.get(one.key, one.key)) for one in held.labels)
        relations = tuple(
            msgspec.structs.replace(one, from_=tuple(map(_renamed, one.from_)), to=tuple(map(_renamed, one.to)))
            for one in held.relations
        )
        wanted = msgspec.structs.replace(held, labels=labels, relations=relations)
        renames = {f"labels.{key}": other for key, other in RENAMED.items()}
        took = seconds(lambda: project.set_scheme(wanted, renames, drop=True))
        file = sqlite3.connect(folder / "imported.musnad")
        count = file.execute("SELECT count(*) FROM spans WHERE label = 'speaker'").fetchone()[0]
        file.close()
        assert count, "no mark was renamed"
        back = seconds(project.undo)
    return {
        "another key for a label": (took, floor := seconds(partial(_renamed_by_hand, folder, count))),
        "undo of that": (back, floor),
    }


RENAMED = {"actor": "speaker"}


def _renamed(key: str) -> str:
    return RENAMED.get(key, key)


def _renamed_by_hand(folder: Path, count: int) -> None:
    file = sqlite3.connect(folder / "by hand.db", isolation_level=None)
    file.execute("CREATE TABLE changes (id INTEGER PRIMARY KEY, span TEXT, row TEXT)")
    file.execute("BEGIN IMMEDIATE")
    ids = [row[0] for row in file.execute("SELECT id FROM spans LIMIT ?", (count,))]
    file.execute("UPDATE spans SET label = 'speaker'")
    rows = [(one, '{"label":"speaker","attributes":{}}') for one in ids]
    file.executemany("INSERT INTO changes (span, row) VALUES (?, ?)", rows)
    file.execute("COMMIT")
    file.close()


def main(dataset: Path, marks: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rows = annotating(folder, marks) | importing(folder, dataset) | working(folder)
        rows |= suggesting(folder) | renaming(folder)
    print(json.dumps(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
