"""Does what an annotator does in the real window, and says how long each took to be painted.

    python window_work.py LENGTH MARKS KEYS

Makes an article of so many characters with so many marks of the person's own, opens it, and presses keys. Between
them the same is done to a bare text widget: a mark is one more format, and two rows in one FULL commit. Then it goes
through the other articles of the project; between them the same widget shows the same article with its marks, read from
SQLite. Prints one JSON object of seconds: `first claim` (the first label key of the session, C), and lists of `claim`,
`label` (A), `undo`, `select`, `floor`, `next` and `next floor`; each with ` cpu` behind it in processor time.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import articles
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator import Project, app
from annotator.domain.document import Document, document_id
from annotator.domain.span import Span
from annotator.formats.record import Record

OTHERS, OTHER_LENGTH = 20, 3_000
SETTLE_S = 0.7
"""Seconds in which a window that was just opened does what it left for later."""


def make_project(folder: Path, length: int, marks: int) -> tuple[Path, str]:
    """An article with marks of `bench`, and others of usual size, as a project; its path and the text."""
    path, text = folder / "work.musnad", articles.article(length)
    with Project.create(path, annotator="bench") as project:
        project.store_records([_record(text, marks)])
        project.store_records(_record(f"{number}. {articles.article(OTHER_LENGTH)}", 40) for number in range(OTHERS))
    return path, text


def _record(text: str, marks: int) -> Record:
    from annotator.domain.annotator import Annotator

    document = Document(id=document_id(text), title="An article", text=text)
    spans = tuple(
        Span(
            id=f"{document.id[:20]}{number:012x}", document_id=document.id, annotator="bench", label=label, parts=parts
        )
        for number, parts in enumerate(articles.spans(text, marks))
        for label in (("claim", "actor")[number % 2],)
    )
    who = Annotator(handle="bench")
    return Record(document=document, scheme_name="actors-claims", scheme_version=1, annotator=who, spans=spans)


class Floor:
    """A text widget with marks as formats, and a file that takes two rows for each."""

    def __init__(self, folder: Path, text: str, marks: int) -> None:
        self._file = sqlite3.connect(folder / "floor.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self._file.execute(f"PRAGMA {pragma}")
        for table in ("spans", "changes"):
            self._file.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, row TEXT)")
        self.widget = QTextEdit()
        self.widget.setPlainText(text)
        self._format = QTextCharFormat()
        self._format.setBackground(QColor("#cde"))
        for parts in articles.spans(text, marks):
            for start, end in parts:
                self._dress(start, end)
        self.widget.resize(800, 700)
        self.widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.widget.show()

    def _dress(self, start: int, end: int) -> None:
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(self._format)

    def show(self, path: Path, document: str) -> None:
        """Show an article of a project with its marks."""
        with closing(sqlite3.connect(path)) as project:
            [text] = project.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
            marks = project.execute("SELECT parts FROM spans WHERE document_id = ?", (document,)).fetchall()
        self.widget.setPlainText(text)
        cursor = QTextCursor(self.widget.document())
        cursor.beginEditBlock()
        for start, end in (part for [parts] in marks for part in json.loads(parts)):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._format)
        cursor.endEditBlock()

    def mark(self, start: int, end: int) -> None:
        """One more mark: a format, and two rows."""
        self._file.execute("BEGIN IMMEDIATE")
        for table in ("spans", "changes"):
            self._file.execute(f"INSERT INTO {table} (row) VALUES (?)", (json.dumps([start, end]),))
        self._file.execute("COMMIT")
        self._dress(start, end)
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(start)
        self.widget.setTextCursor(cursor)


def timed(do: Callable[[], object]) -> tuple[float, float]:
    """Seconds until something was done and painted, and those of processor time."""
    began, cpu = time.perf_counter(), time.process_time()
    do()
    QApplication.processEvents()
    return time.perf_counter() - began, time.process_time() - cpu


def main(folder: Path, length: int, marks: int, keys: int) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    path, text = make_project(folder, length, marks)
    window = app.open_window(path, "bench")
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        QApplication.processEvents()
    article, session = window.workspace.article, window.session
    assert session is not None and len(session.spans) == marks, "the marks are not the person's who opened it"
    floor = Floor(folder, text, marks)
    QApplication.processEvents()
    window.activateWindow()
    QApplication.processEvents()
    told: defaultdict[str, list[float]] = defaultdict(list)

    def note(what: str, took: tuple[float, float]) -> None:
        told[what].append(took[0])
        told[f"{what} cpu"].append(took[1])

    middle = len(text) // 2

    def choose(place: int) -> tuple[int, int]:
        start = text.index(" ", middle + place * 37 % min(2000, len(text) - middle - 200)) + 1
        end = text.index(" ", start + 3)
        article.select(start, end)
        article.ensure_visible(start)
        QApplication.processEvents()
        return start, end

    def press(key: Qt.Key) -> tuple[float, float]:
        before = len(session.spans)
        took = timed(lambda: QTest.keyClick(article, key))
        assert len(session.spans) > before, f"{key} made no mark"
        return took

    choose(0)
    # Whoever selects text is about to mark: what a claim needs is read meanwhile, as long as a person takes.
    time.sleep(0.3)
    first = press(Qt.Key.Key_C)[0]
    for place in range(1, keys + 1):
        start, end = choose(place)
        note("label", press(Qt.Key.Key_A))
        note("floor", timed(partial(floor.mark, start, end)))
        note("undo", timed(session.project.undo))
        choose(place + keys)
        note("claim", press(Qt.Key.Key_C))
        near = next(span for span in session.spans if span.start >= start)
        note("select", timed(partial(session.select, near.id)))
        session.select(None)
        QTest.mouseMove(article, QPoint(5, 5))
        QApplication.processEvents()
    for _ in range(OTHERS - 1):
        note("next", timed(partial(session.step_document, 1)))
        assert session.document is not None
        note("next floor", timed(partial(floor.show, path, session.document.id)))
    print(json.dumps({"first claim": first, **told}))
    window.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary), *map(int, sys.argv[1:]))
