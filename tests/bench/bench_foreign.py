"""Importing corpus M from the files of other programs, against importing it from native JSON Lines.

    python tests/bench/bench_foreign.py [DOCUMENTS] [FORMAT...]

Each dataset is exported once into a temporary folder and imported into an empty project. Exits with 1 where brat takes
more than twice as long as JSON Lines.
"""

import sys
import tempfile
import time
from pathlib import Path

import corpus

from annotator import Project

FORMATS = ("brat", "cas-xmi", "cas-json", "webanno-tsv")
BOUND = 2.0


def imported(folder: Path, format: str, source: Path) -> float:
    """Seconds of importing a dataset into an empty project."""
    with Project.create(folder / f"{format}.musnad", annotator="bench") as project:
        began = time.perf_counter()
        report = project.import_(source, format)
        seconds = time.perf_counter() - began
    assert report.added and not report.failed and not report.left_out, report
    return seconds


def main() -> int:
    """Print the seconds of each format, and how often those of JSON Lines go into them."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else corpus.DOCUMENTS
    path = corpus.kept(documents)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.open(path, read_only=True) as project:
            project.export("jsonl", folder / "m.jsonl")
            for format in sys.argv[2:] or FORMATS:
                project.export(format, folder / format)
        native = imported(folder, "jsonl", folder / "m.jsonl")
        print(f"{documents:,} documents  jsonl {native:7.2f} s")
        ratios = {format: imported(folder, format, folder / format) / native for format in sys.argv[2:] or FORMATS}
    for format, ratio in ratios.items():
        print(f"{format:>12} {ratio * native:7.2f} s  {ratio:5.2f}×")
    return int(ratios.get("brat", 0.0) > BOUND)


if __name__ == "__main__":
    sys.exit(main())
