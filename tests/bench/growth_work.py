"""Does in the real window what must not take longer in a large project than in a small one.

    python growth_work.py ARTICLES TIMES

The project is a copy of `corpus.kept`, with so many articles. Prints one JSON object: for each thing the median seconds
of processor time, most of them of TIMES times: of the window's thread, because others look for near-duplicates
meanwhile; of the whole process for the filter, which has a thread of its own. What is done is in sight before the clock
stops: rows painted, lines of hits made, the mark on the page.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import corpus
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import app
from annotator.ui.main_window import MainWindow

SETTLE_S = 0.7
"""Seconds in which a window that was just opened does what it left for later."""
TIMEOUT_S = 60
FIRST = 50
"""Hits that a first page shows."""
RARE = "زمهرير"


def taken(do: Callable[[], object], clock: Callable[[], float] = time.thread_time) -> float:
    """Processor time until something was done and painted."""
    began = clock()
    do()
    QApplication.processEvents()
    return clock() - began


def often(
    do: Callable[[], object],
    times: int,
    between: Callable[[], object] = lambda: None,
    clock: Callable[[], float] = time.thread_time,
) -> float:
    """The median of several times; what is done `between` them does not count."""
    found = []
    for _ in range(times):
        found.append(taken(do, clock))
        between()
        QApplication.processEvents()
    return median(found)


def settle(seconds: float = SETTLE_S) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()


def opened(path: Path) -> tuple[MainWindow, float]:
    """The window with its list painted."""
    began = time.thread_time()
    window = app.open_window(path, "bench")
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    took = time.thread_time() - began
    session = window.session
    assert session is not None and session.spans, "the marks are not the person's who opened it"
    assert len(window.workspace.sides.documents.rows.items) == len(session.summaries())
    settle()
    return window, took


def work(window: MainWindow, times: int) -> dict[str, float]:
    session, article, sides = window.session, window.workspace.article, window.workspace.sides
    assert session is not None
    project, everything = session.project, len(session.summaries())

    def filtered(words: str) -> None:
        sides.head.words.setText(words)
        until = time.monotonic() + TIMEOUT_S
        while (len(session.listed()) == everything) == bool(words):
            assert time.monotonic() < until, "nothing was filtered"
            QApplication.processEvents()

    told = {"first letters of a filter": taken(lambda: filtered(corpus.FREQUENT), time.process_time)}
    filtered("")
    settle(0.1)
    told["filter"] = often(lambda: filtered(corpus.FREQUENT), times, lambda: filtered(""), time.process_time)

    def first(word: str) -> None:
        assert len(list(project.search(word, FIRST))) <= FIRST

    told["first 50 hits of all, the first time"] = taken(lambda: first(corpus.FREQUENT))
    told["first 50 hits, frequent word"] = often(lambda: first(corpus.FREQUENT), times)
    told["first 50 hits, rare word"] = often(lambda: first(RARE), times)
    told["all hits, the first time / 100 articles"] = taken(lambda: project.search(corpus.FREQUENT)) * 100 / everything
    told["all hits / 100 articles"] = often(lambda: project.search(corpus.FREQUENT), times) * 100 / everything
    assert len(project.search(corpus.FREQUENT)) > everything

    def step() -> None:
        session.step_document(1)

    told["next article"] = often(step, times)
    place = 0

    def choose() -> None:
        nonlocal place
        text, place = session.document.text if session.document else "", place + 1
        start = text.index(" ", 200 + 30 * place) + 1
        article.select(start, text.index(" ", start + 3))
        QApplication.processEvents()

    def press() -> None:
        before = len(session.spans)
        QTest.keyClick(article, Qt.Key.Key_A)
        assert len(session.spans) > before, "the key made no mark"

    choose()
    told["first mark of an article"] = taken(press)
    choose()
    told["mark"] = often(press, times, choose)
    count = 0

    def add() -> None:
        nonlocal count
        count += 1
        project.add_document(f"خبر جديد رقم {count} من المراسل")

    told["add an article"] = often(add, times)
    assert len(sides.documents.rows.items) == everything + times, "the list does not show what was added"
    told["take that back"] = often(project.undo, times)
    assert len(sides.documents.rows.items) == everything
    return told


def main(articles: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        path = Path(shutil.copy(corpus.kept(articles), folder))
        with path.open("rb") as copied:
            # Else the first mark waits until the copy has been written.
            os.fsync(copied.fileno())
        window, took = opened(path)
        print(json.dumps({"open to painted list": took, **work(window, times)}))
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
