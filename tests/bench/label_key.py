"""Presses a label's key five hundred times in the real window and says how long each took to be painted.

    python label_key.py FOLDER

FOLDER holds `article.txt` and `marks.json`, and takes a project file: every mark is stored in it. Prints one
JSON object: the seconds of each key, from the key event until everything was painted.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import Project, app
from annotator.domain.document import Document, document_id
from annotator.formats.record import Record

KEYS = 500


def make_project(folder: Path) -> Path:
    """The article with its marks as actors."""
    path, text = folder / "label.musnad", (folder / "article.txt").read_text("utf-8")
    with Project.create(path, annotator="bench") as project:
        document = Document(id=document_id(text), title="Keys", text=text)
        project.store_records([Record(document=document, scheme_name="actors-claims", scheme_version=1)])
        for parts in json.loads((folder / "marks.json").read_text("utf-8")):
            project.annotate(document.id, [tuple(part) for part in parts], "actor")
    return path


def main(folder: Path) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    window = app.open_window(make_project(folder), "bench")
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    article, session = window.workspace.article, window.session
    assert session is not None
    text = article.page.text
    took = []
    for place in range(KEYS):
        start = text.index(" ", place * (len(text) - 40) // KEYS) + 1
        article.select(start, text.index(" ", start + 1))
        article.ensure_visible(start)
        QApplication.processEvents()
        marks = len(session.spans)
        began = time.perf_counter()
        QTest.keyClick(article, Qt.Key.Key_C)
        QApplication.processEvents()
        took.append(time.perf_counter() - began)
        assert len(session.spans) == marks + 1
    print(json.dumps({"keys": took}))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
