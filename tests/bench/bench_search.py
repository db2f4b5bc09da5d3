"""Searching corpus M: the first fifty hits in their lines, against a linear scan of the normalised texts.

    python tests/bench/bench_search.py [RUNS]

The baseline is one compiled `re` over texts that are normalised already and lie in memory, stopped at its fiftieth
hit, too; ours reads the project file. Also measured: how large the index is, in pages of the file. Exits with 1
where a bound is not kept.
"""

import re
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

import corpus

from annotator import Project
from annotator.text.folding import fold

FIRST = 50
RARE_BOUND, SIZE_BOUND = 50.0, 2.5


def timed(do: Callable[[], int], runs: int) -> tuple[float, int]:
    """The median of the seconds, and what came of it."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        found = do()
        seconds.append(time.perf_counter() - began)
    return median(seconds), found


def ours(project: Project, words: str) -> int:
    """Hits with their lines (KWIC), as the window's first rows take them."""
    return len(list(project.search(words, FIRST)))


def scanned(forms: list[str], words: str) -> int:
    """Hits by reading every normalised text until there are fifty."""
    pattern, found = re.compile(re.escape(fold(words).form)), 0
    for form in forms:
        for _ in pattern.finditer(form):
            found += 1
            if found == FIRST:
                return found
    return found


def index_share(path: Path) -> tuple[float, int]:
    """Bytes of the index's pages for each byte of text (UTF-8, as it is stored), and the bytes of the text."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        text = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM documents").fetchone()[0]
        try:
            names = "name LIKE 'documents_fts%' OR name LIKE '%indexed%'"
            size = connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE {names}").fetchone()[0]
        except sqlite3.OperationalError:
            # A SQLite without dbstat: what the pages hold.
            size = connection.execute("SELECT sum(length(block)) FROM documents_fts_data").fetchone()[0]
    return size / text, text


def main(runs: int) -> bool:
    path = corpus.kept()
    with Project.open(path, annotator="bench", read_only=True) as project:
        forms = [fold(document.text).form for document in project.documents()]
        kept = True
        for name, words in (("frequent", corpus.FREQUENT), ("rare", corpus.RARE), ("phrase", corpus.PHRASE)):
            mine, count = timed(partial(ours, project, words), runs)
            theirs, same = timed(partial(scanned, forms, words), runs)
            ratio = theirs / mine
            print(f"{name:<9} {1000 * mine:8.2f} ms, scan {1000 * theirs:8.2f} ms: {ratio:6.1f} times, {count} hits")
            if name == "rare":
                kept = ratio >= RARE_BOUND and count == same == len(corpus.RARE_PLACES)
    share, text = index_share(path)
    print(f"index {share:.2f} times the text of {text / 1e6:.1f} MB (bound {SIZE_BOUND})")
    return kept and share <= SIZE_BOUND


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 7) else 1)
