"""Reads hundreds of articles in a row in the real window, five marks and one undo in each, and tells whether it tires.

    QT_QPA_PLATFORM=offscreen python tests/bench/soak.py [--articles N] [--of N]

Prints a Markdown table: after so many articles, the memory of the process and the medians of the last tenth of the way,
beside a file that takes two rows a mark. Memory is to stay within 10 % once the first tenth is behind it.
"""

import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import corpus
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import app

MARKS, SETTLE_S = 5, 0.7
ROWS = 10
"""Lines of the table."""
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

Taken = dict[str, list[float]]


def memory_mib() -> float:
    """The memory that this process has in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES / 2**20


def timed(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    QApplication.processEvents()
    return 1000 * (time.process_time() - began)


def floor_of(folder: Path) -> Callable[[], None]:
    """Two rows in one full commit."""
    file = sqlite3.connect(folder / "floor.db", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        file.execute(f"PRAGMA {pragma}")
    file.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, row TEXT)")

    def write() -> None:
        file.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            file.execute("INSERT INTO rows (row) VALUES (?)", (json.dumps([1, 2]),))
        file.execute("COMMIT")

    return write


def read_articles(path: Path, folder: Path, articles: int) -> Iterator[tuple[int, float, Taken]]:
    """Yield, after each tenth of the way, how far it is, the memory, and what it took since the last one."""
    window = app.open_window(path, "bench")
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        QApplication.processEvents()
    session, article, write = window.session, window.workspace.article, floor_of(folder)
    assert session is not None
    taken: Taken = {what: [] for what in ("mark", "floor", "undo", "next")}
    for number in range(1, articles + 1):
        text = session.document.text if session.document is not None else ""
        for mark in range(MARKS):
            start = text.index(" ", 40 * mark + number % 30) + 1
            article.select(start, text.index(" ", start + 3))
            held = len(session.spans)
            taken["mark"].append(timed(lambda: QTest.keyClick(article, Qt.Key.Key_A)))
            assert len(session.spans) == held + 1, "the key made no mark"
            taken["floor"].append(timed(write))
        taken["undo"].append(timed(session.project.undo))
        taken["next"].append(timed(lambda: session.step_document(1)))
        assert session.document is not None and session.document.text != text, "there is no other article"
        if number % max(1, articles // ROWS) == 0:
            yield number, memory_mib(), taken
            taken = {what: [] for what in taken}
    window.close()


def main() -> None:
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=500, help="articles that are read (500)")
    parser.add_argument("--of", type=int, default=5_000, help="articles of the project (5000)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        path = Path(copy(corpus.kept(asked.of), folder / "soak.musnad"))
        print("| articles | memory, MiB | a mark, ms | floor, ms | an undo, ms | next article, ms |")
        print("|---:|---:|---:|---:|---:|---:|")
        seen: list[float] = []
        for number, memory, taken in read_articles(path, folder, asked.articles):
            seen.append(memory)
            middle = " | ".join(f"{statistics.median(some):.2f}" for some in taken.values())
            print(f"| {number} | {memory:.1f} | {middle} |", flush=True)
    print(f"\nMemory grew {100 * (seen[-1] / seen[0] - 1):.1f} % after the first tenth.", file=sys.stderr)


if __name__ == "__main__":
    main()
