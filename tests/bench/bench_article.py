"""The article view against a bare text widget: opening, jumping, painting, marking, and the memory all that takes.

    python tests/bench/bench_article.py [RUNS]

The bare widget is a read-only QTextEdit with the same text, font, size, window and direction, and no marks at all.
Every figure is the least of several fresh processes that take turns: what else the machine does can only make a
step longer. Prints each ratio with its bound and exits with 1 where one does not hold.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from articles import article, spans

HERE = Path(__file__).parent

Figures = dict[str, float]
"""The least by the name of a step: seconds, or MiB for `memory`."""


def make_articles(folder: Path) -> None:
    """The articles as files: each folder holds a text and its marks."""
    long = article(1_000_000)
    made = {
        "long": (long, 20_000),
        "long, few marks": (long, 200),
        "short part": (article(10_000), 200),
        "middling": (article(100_000), 2_000),
        "usual": (article(3_000), 40),
        "one paragraph": (article(200_000).replace("\n", " "), 4_000),
        "one stretch": (article(4_000) + "iVBORw0KGgoAAAANSUhEUg" * 22_000, 100),
    }
    for name, (text, count) in made.items():
        (folder / name).mkdir()
        (folder / name / "article.txt").write_text(text, encoding="utf-8")
        (folder / name / "marks.json").write_text(json.dumps(spans(text, count)))


def run(script: str, *words: str) -> dict[str, Any]:
    """What a driver says in a process of its own."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment["PYTHONPATH"] = str(HERE.parents[1])
    command = [sys.executable, str(HERE / script), *words]
    process = subprocess.run(command, capture_output=True, env=environment, text=True)
    if process.returncode != 0:
        raise SystemExit(f"bench_article: {' '.join(words[:2])} ended with {process.returncode}\n{process.stderr}")
    said: dict[str, Any] = json.loads(process.stdout)
    return said


def figures(runs: int, scene: str, folder: Path, *programs: str) -> list[Figures]:
    """The least figures of some programs that take turns in showing one article."""
    said: dict[str, defaultdict[str, list[float]]] = {program: defaultdict(list) for program in programs}
    # The first round warms the machine up.
    for turn in range(runs + 1):
        for program in programs:
            for step, value in run("article_scenes.py", program, scene, str(folder)).items():
                if turn:
                    said[program][step].append(value)
    return [{step: min(values) for step, values in said[program].items()} for program in programs]


@dataclass
class Report:
    """Prints figures beside their bounds, and remembers whether all hold."""

    failed: list[str] = field(default_factory=list)

    def ratio(self, name: str, ours: float, other: float, bound: float | None, unit: str = "ms") -> None:
        """`bound` is the most that ours may be, in others."""
        each = f"{_in(ours, unit)} / {_in(other, unit)} {unit}"
        self._line(name, f"{ours / other:6.2f}", each, bound, ours / other <= (bound or float("inf")))

    def quicker(self, name: str, ours: float, other: float, bound: float | None) -> None:
        """`bound` is how many times quicker than the other ours has to be at least."""
        each = f"{_in(ours, 'ms')} / {_in(other, 'ms')} ms"
        self._line(name, f"{other / ours:6.1f}×", each, bound, other / ours >= (bound or 0.0))

    def beyond(self, name: str, ours: float, other: float, bound: float) -> None:
        """`bound` is by how many milliseconds ours may be longer."""
        more = 1000 * (ours - other)
        self._line(name, f"{more:6.2f}", f"{_in(ours, 'ms')} - {_in(other, 'ms')} ms", bound, more <= bound)

    def _line(self, name: str, value: str, each: str, bound: float | None, holds: bool) -> None:
        if not holds:
            self.failed.append(name)
        says = "" if bound is None else f"bound {bound:g}" + ("" if holds else "  FAILS")
        print(f"  {name:<58} {value:>8}   {each:<24} {says}", flush=True)


def _in(value: float, unit: str) -> str:
    return f"{1000 * value:.2f}" if unit == "ms" else f"{value:.0f}"


def compare(runs: int, folder: Path) -> bool:
    """Measures, prints, and says whether all bounds hold."""
    make_articles(folder)
    report = Report()
    print("1,000,000 characters in 2,000 paragraphs, 20,000 spans, many nested three deep")
    ours, bare = figures(runs, "open", folder / "long", "musnad", "bare")
    report.ratio("open to first paint, in a new process", ours["open"], bare["open"], 2.0)
    report.ratio("memory after it", ours["memory"], bare["memory"], 2.0, "MiB")
    long, bare = figures(runs, "work", folder / "long", "musnad", "bare")
    report.ratio("open to first paint, after another article", long["open again"], bare["open again"], 2.0)
    report.ratio("first jump to the middle", long["jump"], bare["jump"], 1.2)
    report.ratio("repaint of a full viewport", long["repaint"], bare["repaint"], 3.0)
    report.ratio("memory after all of it", long["memory"], bare["memory"], 2.0, "MiB")
    report.beyond("one mark more at the middle, beyond the bare repaint (ms)", long["mark"], bare["repaint"], 16.0)
    (extra,) = figures(1, "work", folder / "long", "extra")
    report.quicker("one mark more, against 20,000 ExtraSelections", long["mark"], extra["mark"], 20.0)
    report.quicker("repaint, against 20,000 ExtraSelections", long["repaint"], extra["repaint"], None)

    print("What is painted, not what there is")
    (part,) = figures(runs, "work", folder / "short part", "musnad")
    report.ratio("repaint, against 200 spans in a hundredth of the text", long["repaint"], part["repaint"], 1.3)
    (few,) = figures(runs, "work", folder / "long, few marks", "musnad")
    report.ratio("repaint, against the same text with 200 (none in sight)", long["repaint"], few["repaint"], None)
    ours, bare = figures(runs, "open", folder / "middling", "musnad", "bare")
    report.ratio("open 100,000 characters with 2,000 spans", ours["open"], bare["open"], 2.0)
    (stretch,) = figures(runs, "open", folder / "one stretch", "musnad")
    report.ratio("open 480,000 letters without a break, against that", stretch["open"], ours["open"], 3.0)
    ours, bare = figures(runs, "work", folder / "one paragraph", "musnad", "bare")
    report.beyond("one mark more in one paragraph of 200,000 (ms)", ours["mark"], bare["repaint"], 16.0)

    print("3,000 characters, 40 spans")
    ours, bare = figures(runs, "open", folder / "usual", "musnad", "bare")
    report.ratio("open to painted, in a new process", ours["open"], bare["open"], 1.5)
    ours, bare = figures(runs, "work", folder / "usual", "musnad", "bare")
    report.ratio("open to painted, after another article", ours["open again"], bare["open again"], 1.5)
    keys = run("label_key.py", str(folder / "usual"))["keys"]
    percentiles = quantiles(keys, n=100)
    print(
        f"  a label key, stored and painted, 500 in a row: median {1000 * percentiles[49]:.1f} ms, 99th percentile"
        f" {1000 * percentiles[98]:.1f} ms; the bare widget repaints in {1000 * bare['repaint']:.2f} ms"
    )
    if report.failed:
        print(f"{len(report.failed)} bounds do not hold: {'; '.join(report.failed)}")
    return not report.failed


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(0 if compare(int(sys.argv[1]) if len(sys.argv) > 1 else 7, Path(temporary)) else 1)
