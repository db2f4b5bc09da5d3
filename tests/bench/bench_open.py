"""Opening corpus M: from the start of the process to the first painted article, against its first 50 articles.

    python tests/bench/bench_open.py [RUNS]

Both projects open in turn, so that both meet the same machine. Exits with 1 where M takes longer than its bound.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

import corpus
from bench_start import Start, start, surroundings

FEW = 50
BOUND = 1.3


def compare(runs: int, folder: Path) -> bool:
    """Measures, prints, and says whether the bound holds."""
    environment = surroundings(folder)
    paths = {count: corpus.kept(count) for count in (FEW, corpus.DOCUMENTS)}
    starts: dict[int, list[Start]] = {count: [] for count in paths}
    for path in paths.values():
        start("musnad", str(path), environment=environment)
    for _ in range(runs):
        for count, path in paths.items():
            starts[count].append(start("musnad", str(path), environment=environment))
    seconds = {count: median(one.seconds for one in taken) for count, taken in starts.items()}
    for count, taken in starts.items():
        memory = median(one.memory for one in taken)
        print(f"{count:5} articles {1000 * seconds[count]:5.0f} ms to the first paint, {memory:5.0f} MiB at most")
    ratio = seconds[corpus.DOCUMENTS] / seconds[FEW]
    print(f"ratio {ratio:.2f} (bound {BOUND})")
    return ratio <= BOUND


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(0 if compare(int(sys.argv[1]) if len(sys.argv) > 1 else 7, Path(temporary)) else 1)
