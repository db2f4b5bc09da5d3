"""Start-up: from the start of the process to the first painted article, and the memory that took.

    python tests/bench/bench_start.py [RUNS]

Musnad with the sample project and a bare window with the same article start in turn, so that both meet the
same machine. Prints the medians and exits with 1 where Musnad needs more than its bounds allow.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from annotator import Project, resources

DRIVER = str(Path(__file__).with_name("first_paint.py"))
START_BOUND = 1.5
MEMORY_BOUND = 2.0


@dataclass(frozen=True)
class Start:
    """One start of one program.

    Seconds to the first paint, those of processor time, peak memory in MiB, the article's families and size.
    """

    seconds: float
    cpu: float
    memory: float
    font: tuple[str, str]


def start(*words: str, environment: dict[str, str]) -> Start:
    """Starts the driver once and measures it from outside."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, DRIVER, *words], stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"bench_start: {words[0]} ended with exit code {process.returncode}")
    report = json.loads(told)
    memory = report["memory"] or usage.ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    font = (",".join(report["families"]), str(report["points"]))
    return Start(report["painted"] - began, report["cpu"], memory, font)


def make_project(folder: Path) -> tuple[Path, Path]:
    """The sample as a project, and the text of its first article in a file."""
    path, text = folder / "sample.musnad", folder / "article.txt"
    with Project.create(path, annotator="bench") as project:
        project.import_(resources.path("sample", "sample.jsonl"))
        text.write_text(project.documents()[0].text, encoding="utf-8")
    return path, text


def surroundings(folder: Path) -> dict[str, str]:
    """No display, no settings of the person's, and compiled modules as after an installation."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment | {"XDG_CONFIG_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def heaviest_imports(project: Path, environment: dict[str, str]) -> list[tuple[str, float]]:
    """The five packages whose modules take longest to import, with their own milliseconds together."""
    command = [sys.executable, "-X", "importtime", DRIVER, "musnad", str(project)]
    lines = subprocess.run(command, capture_output=True, text=True, env=environment).stderr.splitlines()
    spent: Counter[str] = Counter()
    for line in lines:
        own, _, module = line.removeprefix("import time:").partition("|")
        if own.strip().isdigit():
            name = module.rpartition("|")[2].strip()
            spent[".".join(name.split(".")[: 2 if name.startswith("annotator.") else 1])] += int(own)
    return [(name, microseconds / 1000) for name, microseconds in spent.most_common(5)]


def compare(runs: int, folder: Path) -> bool:
    """Measures, prints, and says whether both bounds hold."""
    environment = surroundings(folder)
    project, text = make_project(folder)
    font = start("musnad", str(project), environment=environment).font
    start("bare", str(text), *font, environment=environment)
    ours, bare = [], []
    for _ in range(runs):
        ours.append(start("musnad", str(project), environment=environment))
        bare.append(start("bare", str(text), *font, environment=environment))
    for name, starts in (("musnad", ours), ("bare", bare)):
        seconds, memory = median(s.seconds for s in starts), median(s.memory for s in starts)
        print(f"{name:<7} {1000 * seconds:5.0f} ms to the first paint, {memory:5.0f} MiB at most")
    start_ratio = median(s.seconds for s in ours) / median(s.seconds for s in bare)
    memory_ratio = median(s.memory for s in ours) / median(s.memory for s in bare)
    print(f"start ratio {start_ratio:.2f} (bound {START_BOUND})")
    print(f"memory ratio {memory_ratio:.2f} (bound {MEMORY_BOUND})")
    if start_ratio > START_BOUND:
        print("the heaviest imports:")
        for name, milliseconds in heaviest_imports(project, environment):
            print(f"  {name:<30} {milliseconds:6.1f} ms")
    return start_ratio <= START_BOUND and memory_ratio <= MEMORY_BOUND


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(0 if compare(int(sys.argv[1]) if len(sys.argv) > 1 else 7, Path(temporary)) else 1)
