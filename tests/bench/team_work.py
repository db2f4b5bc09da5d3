"""Does what a team waits for: agreement, bundles, differences, and a page of review, beside a named floor.

    python team_work.py ARTICLES CHANGES

ARTICLES of `corpus` are read by two people, who make the same marks but for every fifth; CHANGES are those of a large
bundle. Prints one JSON object: for each row `[seconds, seconds of the floor]`, in the same process.
"""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import log2
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import corpus
import krippendorff
import numpy as np
from msgspec.structs import replace

from annotator import Project
from annotator.agreement.coefficients import coincidences_of, krippendorff_alpha
from annotator.agreement.differences import compare
from annotator.agreement.units import ReaderMarks, UnitCut, UnitValues, coded
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document
from annotator.domain.ids import digest
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.services.bundles import read
from annotator.services.schemes import load_scheme

READERS = ("bench", "second")
DAY = 500
"""Changes of a day's work."""
SIZES = (500, 1_000, 2_000, 4_000)
"""Marks of each of two readings that are compared."""
SIX, MARKS = 6, 3_334
"""Readers of one article, and the marks of each."""
ROUNDS = 3

Row = tuple[float, float]


def seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def best(do: Callable[[], object]) -> float:
    return min(seconds(do) for _ in range(ROUNDS))


def record(document: Document, who: str, spans: Sequence[Span]) -> Record:
    return Record(
        document=document,
        scheme_name="actors-claims",
        scheme_version=1,
        annotator=Annotator(handle=who),
        status="done",
        spans=tuple(spans),
    )


def read_again(path: Path, who: str, most: int = sys.maxsize) -> None:
    """Let somebody else read the corpus: every fifth mark of theirs ends a little later."""
    with Project.open(path, annotator=who) as project:

        def records() -> Iterator[Record]:
            left = most
            for document in project.documents():
                marks = project.spans(document.id, READERS[0])[: max(0, left)]
                left -= len(marks)
                yield record(document, who, [_theirs(one, who, place, document) for place, one in enumerate(marks)])
                if left <= 0:
                    return

        project.store_records(records())


def _theirs(span: Span, who: str, place: int, document: Document) -> Span:
    later = ((span.start, min(span.end + 2, len(document.text))),) if place % 5 == 0 else span.parts
    return replace(span, id=digest(f"{who}/{span.id}"), annotator=who, parts=later)


def agreement(path: Path) -> dict[str, Row]:
    with Project.open(path, annotator=READERS[0], read_only=True) as project:
        codes = {label.key: code for code, label in enumerate(project.scheme.labels, 1)}
        rows: tuple[list[UnitValues], ...] = ([], [])
        for document in project.documents():
            cut = UnitCut(document.text, "token", "words")
            for row, who in zip(rows, READERS, strict=True):
                row.append(coded(cut, project.spans(document.id, who), codes)[0])
        one, other = (np.concatenate(row) for row in rows)
        table = np.array([one, other], dtype=float)
        floor = best(lambda: krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))
        width = len(codes) + 1

        def alpha() -> float | None:
            counts = np.bincount(one.astype(np.int64) * width + other, minlength=width**2)
            return krippendorff_alpha(coincidences_of([counts.reshape(width, width).astype(float)], 2))

        dashboard = min(seconds(project.agreement) for _ in range(2))
        return {
            "agreement: alpha / krippendorff": (best(alpha), floor),
            "agreement: all figures, from the file / krippendorff": (dashboard, floor),
        }


def bundles(corpus_file: Path, folder: Path, changes: int) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for name, most in (("large", changes), ("day", DAY)):
        sender = folder / f"{name}.musnad"
        shutil.copy(corpus_file, sender)
        read_again(sender, "third", most)
        bundle = sender.with_suffix(".musnad-share")
        with Project.open(sender, annotator="third") as project:
            project.share(bundle)
        shutil.copy(corpus_file, sender)
        with Project.open(sender, annotator="lead") as project:
            first = seconds(partial(project.merge, bundle))
            again = seconds(partial(project.merge, bundle))
        if name == "day":
            rows["merge of a day's work into the corpus / half a second"] = (first, 0.5)
        else:
            rows["merge of many changes / executemany"] = (first, by_hand(bundle, corpus_file, folder))
            rows["merge of the same again / the first time"] = (again, first)
    return rows


def by_hand(bundle: Path, corpus_file: Path, folder: Path) -> float:
    """Seconds for `executemany` of the same rows into the same file."""
    path = shutil.copy(corpus_file, folder / "by hand.musnad")
    changes = [one for one in read(bundle).changes if one.annotator == "third" and one.table == "spans" and one.row]
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("PRAGMA synchronous = FULL")
    file.create_function("reader", 0, lambda: None)
    began = time.perf_counter()
    file.execute("BEGIN")
    file.executemany(
        f"INSERT INTO changes VALUES ({', '.join('?' * 12)})",
        [
            (
                *(c.uid, c.stamp, c.annotator, c.replica, c.counter, c.action, c.undoes, c.table, c.row_id, c.op),
                json.dumps(c.row, ensure_ascii=False),
                c.shape,
            )
            for c in changes
        ],
    )
    columns = ("id", "document_id", "annotator", "label", "parts", "attributes", "start", "end")
    names = ", ".join(f'"{one}"' for one in columns)
    file.executemany(
        f"INSERT INTO spans ({names}) VALUES ({', '.join('?' * len(columns))})",
        [
            (
                *(row[one] for one in columns[:4]),
                json.dumps(row["parts"]),
                json.dumps(row["attributes"]),
                row["parts"][0][0],
                row["parts"][-1][1],
            )
            for row in (one.row for one in changes)
            if row is not None
        ],
    )
    file.execute("COMMIT")
    took = time.perf_counter() - began
    file.close()
    return took


def marks(who: str, count: int, document_id: str = "d") -> list[Span]:
    """Claims side by side with a cue and two actors in each; every seventh mark of each reader lies otherwise."""
    shift = len(who)
    found = []
    for place in range(count):
        start = 20 * (place // 4) + (0, 0, 4, 10)[place % 4]
        end = start + (18, 3, 4, 6)[place % 4] + (place % 7 == shift % 7)
        label = ("claim", "cue", "actor", "actor")[place % 4]
        found.append(
            Span(
                id=digest(f"{who}/{place}"), document_id=document_id, annotator=who, label=label, parts=((start, end),)
            )
        )
    return found


def differences() -> dict[str, Row]:
    """Each row's floor is what n log n would make of the size before."""
    scheme, took = load_scheme("actors-claims"), dict[int, float]()
    for size in SIZES:
        readings = [ReaderMarks(annotator=who, spans=tuple(marks(who, size))) for who in ("a", "bb")]
        took[size] = best(partial(compare, readings, scheme))
    return {
        f"differences of 2 x {size:,} marks / n log n from {before:,}": (
            took[size],
            took[before] * size * log2(size) / (before * log2(before)),
        )
        for before, size in pairwise(SIZES)
    }


def window(folder: Path) -> dict[str, Row]:
    """Six readings of one article for review, against the same readings laid into the open article."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from annotator import app
    from annotator.ui.reviewing.feature import Reviewing

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    path, people = folder / "six.musnad", [f"reader{place}" + "x" * place for place in range(SIX)]
    with Project.create(path, annotator="lead") as project:
        document = project.add_document("قال الوزير إن الميناء\n" * (20 * MARKS // 4 // 21 + 1))
        project.store_records([record(document, who, marks(who, MARKS, document.id)) for who in people])
    opened = app.open_window(path, "lead")
    opened.resize(1440, 900)
    opened.show()
    QApplication.processEvents()
    session = opened.session
    assert session is not None

    def shown(do: Callable[[], object]) -> float:
        return seconds(lambda: (do(), QApplication.processEvents(), opened.grab()))

    plain = shown(lambda: session.compare(*people))
    session.compare()
    QApplication.processEvents()
    review = shown(lambda: opened.registry.run("navigate.review"))
    page = opened.features.get(Reviewing).page()
    steps = [shown(lambda: page.step(1)) for _ in range(15)]
    opened.close()
    return {
        "review: six readings of 20,000 marks / opened plain": (review, plain),
        "review: a step to the next difference / a frame": (median(steps), 1 / 60),
    }


def main(articles: int, changes: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        source = corpus.kept(articles)
        both = Path(shutil.copy(source, folder / "both.musnad"))
        read_again(both, READERS[1])
        rows = agreement(both)
        both.unlink()
        rows |= bundles(source, folder, changes) | differences() | window(folder)
    print(json.dumps(rows))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
