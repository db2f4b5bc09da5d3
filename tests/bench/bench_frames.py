"""Scrolling the pane of attributions through 214 of them (the most in one PolNeAR article), against a frame's time.

    python tests/bench/bench_frames.py

Each step scrolls by a turn of the wheel and is painted before the next. A step that takes longer than a screen of
60 Hz waits is a dropped frame; the baseline is a bare QListView with as many lines of text. Exits with 1 for one.
"""

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from articles import article
from PySide6.QtCore import QSettings, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from annotator import Project, app
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.ids import digest
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.ui.panels.frame_list import FramePane

FRAMES = 214
LENGTH = 280
"""Code points of text for each attribution."""
FRAME = 1 / 60
STEP = 40
PASSES = 3


def record() -> Record:
    """One article with its attributions: source, cue, claim and target, one after another."""
    text = article(FRAMES * LENGTH)
    document = Document(id=document_id(text), title="", text=text)
    spans, relations = [], []
    span = partial(Span, document_id=document.id, annotator="bench")
    relation = partial(Relation, document_id=document.id, annotator="bench")
    for place in range(FRAMES):
        start = place * LENGTH
        ids = {role: digest(f"{place}/{role}") for role in ("claim", "source", "cue", "target")}
        for role, first, last in (("source", 0, 14), ("cue", 16, 20), ("claim", 22, 200), ("target", 30, 44)):
            label = role if role in ("claim", "cue") else "actor"
            spans.append(span(id=ids[role], label=label, parts=((start + first, start + last),)))
        for role in ("source", "cue", "target"):
            made = digest(f"{place}/{role}/link")
            relations.append(relation(id=made, label=role, from_id=ids["claim"], to_id=ids[role]))
    return Record(
        document=document,
        scheme_name="actors-claims",
        scheme_version=1,
        annotator=Annotator(handle="bench"),
        spans=tuple(spans),
        relations=tuple(relations),
    )


def scrolled(view: QAbstractItemView) -> list[float]:
    """Seconds of each step from the first row to the last."""
    bar = view.verticalScrollBar()
    QApplication.processEvents()
    seconds = []
    for value in range(0, bar.maximum() + STEP, STEP):
        began = time.perf_counter()
        bar.setValue(value)
        QApplication.processEvents()
        seconds.append(time.perf_counter() - began)
    bar.setValue(0)
    return seconds


def steps(view: QAbstractItemView) -> list[float]:
    """The best of each step: what other programs did meanwhile is not the pane's."""
    return [min(times) for times in zip(*(scrolled(view) for _ in range(PASSES)), strict=True)]


def told(name: str, seconds: list[float]) -> int:
    """Prints the figures; how many frames were dropped."""
    dropped = sum(one > FRAME for one in seconds)
    middle, worst = 1000 * median(seconds), 1000 * max(seconds)
    print(f"{name:<6} {len(seconds)} steps, {middle:.2f} ms each, {worst:.2f} ms at most, {dropped} frames dropped")
    return dropped


def main(folder: Path) -> bool:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    path = folder / "frames.musnad"
    with Project.create(path, annotator="bench") as project:
        project.store_records([record()])
    window = app.open_window(path, "bench")
    pane = FramePane()
    assert window.session is not None
    pane.show_frames(window.session)
    assert len(pane.rows.items) == FRAMES
    bare = QListView()
    bare.setModel(QStringListModel([row.quote for row in pane.rows.items]))
    bare.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    bare.setUniformItemSizes(True)
    lists: tuple[QWidget, ...] = (pane, bare)
    for widget in lists:
        widget.resize(372, 700)
        widget.show()
    told("bare", steps(bare))
    dropped = told("frames", steps(pane.list))
    for widget in (*lists, window):
        widget.close()
    return dropped == 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(0 if main(Path(temporary)) else 1)
