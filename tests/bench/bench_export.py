"""Datasets out of corpus M, against the same files made by hand, and the memory that it takes.

    python tests/bench/bench_export.py [ARTICLES] [RUNS]

The floors read the project file with sqlite3, table by table, and write what our files hold: JSON Lines with orjson,
parquet with pyarrow, tokens and tags of BIO, spaCy's docs with spaCy itself. Tokens are the program's own in both.
Seconds are those of the processor; the memory is the most that a process of its own takes above what it took idle.
Exits with 1 where a bound is not kept.
"""

import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import corpus
import orjson

from annotator import Project
from annotator.formats.spans_on_tokens import all_tokens, covering_tokens
from annotator.text.sentences import sentences

BOUNDS = {"jsonl": 2.0, "parquet": 2.0, "conll2003": 1.5, "spacy": 1.5}
MEMORY_BOUND_MB = 200
OTHERS = ("label-studio", "doccano", "prodigy", "conllu", "w3c")

Row = dict[str, Any]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield each article with its one reading, as native lines have it, read table by table."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        actors = {one["id"]: one for one in connection.execute("SELECT * FROM actors")}
        aliases: dict[str, list[str]] = {}
        for one in connection.execute("SELECT actor_id, alias FROM actor_aliases ORDER BY place"):
            aliases.setdefault(one["actor_id"], []).append(one["alias"])
        for one in connection.execute("SELECT * FROM documents ORDER BY added, id").fetchall():
            yield _row(connection, one, actors, aliases)


def _row(
    connection: sqlite3.Connection, one: sqlite3.Row, actors: dict[str, sqlite3.Row], aliases: dict[str, list[str]]
) -> Row:
    def asked(table: str) -> list[sqlite3.Row]:
        return connection.execute(f"SELECT * FROM {table} WHERE document_id = ?", (one["id"],)).fetchall()

    [reading] = asked("annotation_sets")
    spans = [_span(mark, one["text"], actors, aliases) for mark in asked("spans")]
    spans.sort(key=lambda mark: (mark["start"], -mark["end"]))
    relations = [
        {
            "id": link["id"],
            "label": link["label"],
            "from": link["from_id"],
            "to": link["to_id"],
            "attributes": json.loads(link["attributes"]),
        }
        for link in asked("relations")
    ]
    return {
        "id": one["id"],
        "title": one["title"],
        "offsets": "code points",
        "text": one["text"],
        "language": one["language"],
        "origins": [{key: origin[key] for key in ("url", "publisher", "published")} for origin in asked("origins")],
        "annotator": reading["annotator"],
        "annotator_kind": "person",
        "status": reading["status"],
        "scheme": {"name": "actors-claims", "version": 1},
        "split": None,
        "spans": spans,
        "relations": relations,
        "frames": _frames(spans, relations),
    }


def _span(mark: sqlite3.Row, text: str, actors: dict[str, sqlite3.Row], aliases: dict[str, list[str]]) -> Row:
    parts, actor = json.loads(mark["parts"]), actors.get(mark["actor_id"])
    return {
        "id": mark["id"],
        "label": mark["label"],
        "start": mark["start"],
        "end": mark["end"],
        "parts": parts,
        "text": " … ".join(text[start:end] for start, end in parts),
        "attributes": json.loads(mark["attributes"]),
        "actor": actor
        and {
            "id": actor["id"],
            "name": actor["name"],
            "kind": actor["kind"],
            "wikidata": actor["wikidata"],
            "aliases": aliases.get(actor["id"], []),
        },
    }


def _frames(spans: list[Row], relations: list[Row]) -> list[Row]:
    frames = {
        one["id"]: {"claim": one["id"], "source": [], "cue": [], "target": [], "addressee": []}
        for one in spans
        if one["label"] == "claim"
    }
    for one in relations:
        if one["from"] in frames and one["label"] in frames[one["from"]]:
            frames[one["from"]][one["label"]].append(one["to"])
    return list(frames.values())


def jsonl(path: Path, out: Path) -> None:
    with out.open("wb") as stream:
        for row in rows_of(path):
            stream.write(orjson.dumps(row))
            stream.write(b"\n")


def parquet(path: Path, out: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    writer, held = None, list[Row]()
    for row in [*rows_of(path), None]:
        if row is not None:
            for one in (*row["spans"], *row["relations"]):
                one["attributes"] = orjson.dumps(one["attributes"]).decode()
            row["frames"] = [orjson.dumps(one).decode() for one in row["frames"]]
            held.append(row)
        if held and (row is None or len(held) == 500):
            table = pa.Table.from_pylist(held, schema=writer.schema if writer else None)
            writer = writer or pq.ParquetWriter(out, table.schema, compression="zstd")
            writer.write_table(table)
            held = []
    if writer is not None:
        writer.close()


def conll2003(path: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows_of(path):
            text = row["text"]
            tokens, tags = all_tokens(text), dict[int, str]()
            first = {start: place for place, (start, _) in enumerate(tokens)}
            for one in row["spans"]:
                place = first.get(one["start"])
                if place is not None and place not in tags:
                    tags[place], inside = f"B-{one['label']}", place + 1
                    while inside < len(tokens) and tokens[inside][0] < one["end"]:
                        tags[inside], inside = f"I-{one['label']}", inside + 1
            begin = {start for start, _ in sentences(text)}
            stream.write(f"-DOCSTART-\t{row['id']}@{row['annotator']}\t=\tO\n")
            for place, (start, end) in enumerate(tokens):
                if start in begin:
                    stream.write("\n")
                stream.write(f"{text[start:end]}\t_\t_\t{tags.get(place, 'O')}\n")
            stream.write("\n")


def spacy(path: Path, out: Path) -> None:
    import spacy as library
    from spacy.tokens import Doc, DocBin, Span

    vocab, docs = library.blank("ar").vocab, DocBin(attrs=["ORTH"], store_user_data=True)
    for row in rows_of(path):
        text = row["text"]
        tokens = covering_tokens(text)
        doc = Doc(vocab, [text[start:end] for start, end, _ in tokens], [space for *_, space in tokens])
        first = {start: place for place, (start, *_) in enumerate(tokens)}
        last = {end: place + 1 for place, (_, end, _) in enumerate(tokens)}
        places = [(first.get(one["start"]), last.get(one["end"]), one) for one in row["spans"]]
        doc.spans["sc"] = [Span(doc, a, b, one["label"]) for a, b, one in places if a is not None and b is not None]
        doc.user_data["musnad"] = {key: row[key] for key in ("id", "title", "origins", "spans", "relations")}
        docs.add(doc)
    docs.to_disk(out)


FLOORS: dict[str, Callable[[Path, Path], None]] = {
    "jsonl": jsonl,
    "parquet": parquet,
    "conll2003": conll2003,
    "spacy": spacy,
}


def timed(do: Callable[[], object], runs: int) -> float:
    """The median of the seconds of the processor; once before, so that everything is imported."""
    do()
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        do()
        seconds.append(time.process_time() - began)
    return median(seconds)


def memory_mb(articles: int, format: str) -> float:
    """The most memory that an export takes above a process that has exported a few articles."""
    code = "import sys; sys.path[:0] = sys.argv[1:2]; import bench_export; bench_export.tell_memory(*sys.argv[2:])"
    words = [str(Path(__file__).parent), str(articles), format]
    ran = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return float(ran.stdout)


def tell_memory(articles: str, format: str) -> None:
    """Print the megabytes that an export takes above idle, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        idle = 0
        for count in (50, int(articles)):
            with Project.open(corpus.kept(count), annotator="bench", read_only=True) as project:
                project.export(format, Path(folder) / f"d{count}")
            idle, most = idle or _peak_kb(), _peak_kb()
    print((most - idle) / 1024)


def _peak_kb() -> int:
    # Not ru_maxrss: a process begins with the peak of the one that started it.
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    return int(found[1]) if found else 0


def main(articles: int, runs: int) -> bool:
    path, kept = corpus.kept(articles), True
    with tempfile.TemporaryDirectory() as name, Project.open(path, annotator="bench", read_only=True) as project:
        folder = Path(name)
        for format, bound in BOUNDS.items():
            mine = timed(lambda format=format: project.export(format, folder / f"ours-{format}"), runs)  # type: ignore[misc]
            floor = timed(lambda format=format: FLOORS[format](path, folder / f"floor-{format}"), runs)  # type: ignore[misc]
            used = memory_mb(articles, format)
            kept &= mine / floor <= bound and used <= MEMORY_BOUND_MB
            ratio = f"{mine:7.2f} s, by hand {floor:6.2f} s: {mine / floor:5.2f} (bound {bound})"
            print(f"{format:<13}{ratio}, {used:4.0f} MB")
        for format in OTHERS:
            mine = timed(lambda format=format: project.export(format, folder / f"ours-{format}"), 1)  # type: ignore[misc]
            print(f"{format:<13}{mine:7.2f} s{'':36}{memory_mb(articles, format):4.0f} MB")
    return kept


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(0 if main(*(given + [corpus.DOCUMENTS, 3][len(given) :])) else 1)
