"""All that people wait for, as a Markdown table: this checkout, its floor, and another checkout in the same run.

    python tests/bench/run_all.py [--against CHECKOUT] [--articles N] [--rounds N] [--growth N,N] [--out TABLE.md]

Each row is measured by a driver of this folder (`first_paint.py`, `window_work.py`, `project_work.py`,
`team_work.py`, `growth_work.py`), in processes of its own, this checkout and the other one in turn. Figures are
medians; only ratios of one run can be compared with those of another. Nothing fails: `reach` is what a row is to come
to.
"""

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import corpus
from checkouts import HERE, Measured, in_turn, sides

from annotator import Project

LENGTHS = {"3,000": (3_000, 40), "100,000": (100_000, 2_000)}
"""Articles that are marked in the window: their code points and marks."""
REACH = {
    "start to painted, with marks": "<= 1.5",
    "Project.annotate": "<= 3",
    "the last fifth of the marks / the first": "1",
    "import of a dataset": "<= 4",
    "import of text files": "<= 8",
    "memory of the import / of a quarter of it, MiB": "1",
    "search: first 50 of a rare word / re over all": "<= 0.02",
    "search: all of a frequent word / str.find over all": "<= 3",
    "suggest cues in one article / cues over its text": "<= 1.3",
    "another key for a label": "<= 3",
    "undo of that": "<= 3",
    "size of its file / its texts, bytes": "<= 4",
    "check / integrity_check": "<= 2.5",
    "export of JSON Lines": "<= 2",
    "agreement: alpha / krippendorff": "<= 1",
    "agreement: all figures, from the file / krippendorff": "<= 3",
    "merge of many changes / executemany": "<= 5",
    "merge of the same again / the first time": "<= 0.2",
    "merge of a day's work into the corpus / half a second": "<= 1",
    "differences of 2 x 1,000 marks / n log n from 500": "1",
    "differences of 2 x 2,000 marks / n log n from 1,000": "1",
    "differences of 2 x 4,000 marks / n log n from 2,000": "1",
    "review: six readings of 20,000 marks / opened plain": "<= 1.5",
    "review: a step to the next difference / a frame": "",
}
GROWTH_REACH = "<= 1.5"
"""Of what is done in a large project, for the same in a small one."""


GROWTH = "growth: "
GROWTH_TIMES = 7


class Row(NamedTuple):
    """One thing that people wait for: seconds here, of the floor and before; None where there is none."""

    what: str
    here: float
    floor: float | None = None
    before: float | None = None


def started(checkouts: Mapping[str, Path], rounds: int) -> Iterator[Row]:
    """From the start of the process to the painted article, against a bare text widget."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {
            name: in_turn("sample_project.py", [str(Path(folder, name))], {name: checkout}, 1, warm=False)[name][0]
            for name, checkout in checkouts.items()
        }
        words = {name: ["musnad", made["project"]] for name, made in paths.items()}
        first = in_turn("first_paint.py", words, checkouts, 1, warm=False)["here"][0]
        words["bare"] = ["bare", paths["here"]["text"], ",".join(first["families"]), str(first["points"])]
        runs = in_turn("first_paint.py", words, {**checkouts, "bare": HERE}, rounds)
    runs = {name: [{**run, "painted": run["painted"] - run["began"]} for run in some] for name, some in runs.items()}
    bare = runs.pop("bare")
    yield _row("start to painted, with marks", "painted", runs, bare)
    yield _row("start to painted, with marks, processor time", "cpu", runs, bare)
    yield _row("memory then, MiB", "memory", runs, bare)


def _row(what: str, figure: str, runs: Mapping[str, Sequence[Measured]], floor: Sequence[Measured]) -> Row:
    values = {name: median(float(run[figure]) for run in some) for name, some in runs.items()}
    return Row(what, values["here"], median(float(run[figure]) for run in floor), values.get("before"))


def in_window(checkouts: Mapping[str, Path], rounds: int, keys: int) -> Iterator[Row]:
    """Keys in the window, against a text widget and a file of two rows."""
    for name, (length, marks) in LENGTHS.items():
        runs = in_turn("window_work.py", [str(length), str(marks), str(keys)], checkouts, rounds)
        for what, figure, least in (
            ("a label key to painted, processor time", "label cpu", "floor cpu"),
            ("a label key to painted", "label", "floor"),
            ("a claim key to painted, processor time", "claim cpu", "floor cpu"),
            ("a claim key to painted", "claim", "floor"),
            ("undo of a mark, processor time", "undo cpu", None),
            ("undo of a mark", "undo", None),
            ("select a mark, processor time", "select cpu", None),
            ("select a mark", "select", None),
            ("the next article, processor time", "next cpu", "next floor cpu"),
            ("the next article", "next", "next floor"),
        ):
            taken = {side: [one for run in some for one in run[figure]] for side, some in runs.items()}
            floor = None if least is None else median(one for run in runs["here"] for one in run[least])
            before = median(taken["before"]) if "before" in taken else None
            yield Row(f"{what}, {name} characters", median(taken["here"]), floor, before)
            if figure == "label":
                percentiles = {side: quantiles(some, n=100)[98] for side, some in taken.items()}
                what = f"{what}, 99th percentile, {name} characters"
                yield Row(what, percentiles["here"], None, percentiles.get("before"))
        first = {side: median(run["first claim"] for run in some) for side, some in runs.items()}
        yield Row(f"the first claim of a session, {name} characters", first["here"], None, first.get("before"))


def in_project(checkouts: Mapping[str, Path], rounds: int, articles: int, marks: int) -> Iterator[Row]:
    """Work on a whole project, without a window."""
    with tempfile.TemporaryDirectory() as folder:
        path, dataset = Path(folder, "corpus.musnad"), Path(folder, "corpus.jsonl")
        corpus.make(path, articles)
        with Project.open(path, annotator="bench") as project:
            project.export("jsonl", dataset)
        runs = in_turn("project_work.py", [str(dataset), str(marks)], checkouts, rounds, warm=False)
        yield from memory_of_import(checkouts, Path(folder), dataset)
    for what in (one for one in runs["here"][0] if one != "began"):
        ours = {side: median(run[what][0] for run in some) for side, some in runs.items()}
        yield Row(what, ours["here"], median(run[what][1] for run in runs["here"]), ours.get("before"))


def in_team(checkouts: Mapping[str, Path], rounds: int, articles: int, changes: int) -> Iterator[Row]:
    """Agreement, bundles, differences and review, without and with a window."""
    runs = in_turn("team_work.py", [str(articles), str(changes)], checkouts, rounds, warm=False)
    for what in (one for one in runs["here"][0] if one != "began"):
        ours = {side: median(run[what][0] for run in some) for side, some in runs.items()}
        yield Row(what, ours["here"], median(run[what][1] for run in runs["here"]), ours.get("before"))


def growing(checkouts: Mapping[str, Path], rounds: int, sizes: Sequence[int]) -> Iterator[Row]:
    """What must not take longer in a large project: in ever larger ones, each against the smallest."""
    runs = {
        size: in_turn("growth_work.py", [str(size), str(GROWTH_TIMES)], checkouts, rounds, warm=False) for size in sizes
    }
    smallest, *larger = sizes
    for what in (one for one in runs[smallest]["here"][0] if one != "began"):
        floor = median(float(run[what]) for run in runs[smallest]["here"])
        for size in larger:
            found = {name: median(float(run[what]) for run in some) for name, some in runs[size].items()}
            what_here = f"{GROWTH}{what}, {size:,} articles / {smallest:,}"
            yield Row(what_here, found["here"], floor, found.get("before"))


def memory_of_import(checkouts: Mapping[str, Path], folder: Path, dataset: Path) -> Iterator[Row]:
    """The most memory that bringing a dataset in takes, and a quarter of it: it is not to grow with the dataset."""
    quarter, lines = folder / "quarter.jsonl", dataset.read_bytes().splitlines(keepends=True)
    quarter.write_bytes(b"".join(lines[: max(1, len(lines) // 4)]))
    found: dict[str, list[float]] = {}
    for name, checkout in checkouts.items():
        for source in (dataset, quarter):
            empty = folder / f"{name} {source.stem}.musnad"
            in_turn("empty_project.py", [str(empty)], {name: checkout}, 1, warm=False)
            run = in_turn("import_memory.py", [str(source), str(empty)], {name: checkout}, 1, warm=False)[name][0]
            found.setdefault(name, []).append(float(run["memory"]))
    before = found["before"][0] if "before" in found else None
    here, smaller = found["here"]
    yield Row("memory of the import / of a quarter of it, MiB", here, smaller, before)


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    reach = {row.what: GROWTH_REACH for row in rows if row.what.startswith(GROWTH)} | REACH
    lines = [
        "| what | here | floor | here / floor | reach | before | here / before |",
        "|---|---:|---:|---:|---|---:|---:|",
    ]
    for row in rows:
        shown = [_shown(value, row.what) for value in (row.here, row.floor, row.before)]
        ratio = "" if not row.floor else f"{row.here / row.floor:.2f}"
        change = "" if not row.before else f"{row.here / row.before:.2f}"
        lines.append(
            f"| {row.what} | {shown[0]} | {shown[1]} | {ratio} | {reach.get(row.what, '')} | {shown[2]} | {change} |"
        )
    return "\n".join(lines) + "\n"


def _shown(value: float | None, what: str) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if "bytes" in what or "MiB" in what else f"{1000 * value:,.2f} ms"


def _asked() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--against", type=Path, metavar="CHECKOUT", help="another checkout, measured in the same run")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each side (5)")
    parser.add_argument("--articles", type=int, default=300, help="articles of the dataset that is imported (300)")
    parser.add_argument("--marks", type=int, default=2_000, help="marks that are made one by one (2000)")
    parser.add_argument("--changes", type=int, default=20_000, help="changes of a bundle (20000)")
    parser.add_argument(
        "--growth",
        type=lambda sizes: [int(size) for size in sizes.split(",")],
        default=[100, 1_000, 5_000],
        metavar="N,N,…",
        help="articles of the projects that are compared (100,1000,5000); larger ones take minutes to make, once",
    )
    parser.add_argument("--keys", type=int, default=30, help="keys that are pressed in the window (30)")
    parser.add_argument("--out", type=Path, metavar="TABLE.md", help="where the table goes; it is printed in any case")
    return parser.parse_args()


def main() -> None:
    asked = _asked()
    checkouts = sides(asked.against)
    rows: list[Row] = []
    for found in (
        started(checkouts, 3 * asked.rounds),
        in_window(checkouts, max(1, asked.rounds // 2), asked.keys),
        in_project(checkouts, max(1, asked.rounds // 2), asked.articles, asked.marks),
        in_team(checkouts, max(1, asked.rounds // 2), asked.articles, asked.changes),
        growing(checkouts, max(1, asked.rounds // 2), asked.growth),
    ):
        for row in found:
            rows.append(row)
            print(table([row]).splitlines()[-1], file=sys.stderr, flush=True)
    print(table(rows))
    if asked.out is not None:
        asked.out.write_text(table(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
