"""Kill processes at random moments of their work, and see that nothing is lost, half done, or in the way.

    python tests/kills/run.py                           every kind of work, 100 kills each
    python tests/kills/run.py --kills 10000             as many in all
    python tests/kills/run.py actions copy --seed 7

Each kill is a SIGKILL that meets a process at work. Afterwards what it had reported must be in the project, what it
was doing must be there whole or not at all, the next start must find nothing in its way, and leave nothing behind.
Exits with 1 where something does not hold, with the seed that shows it again.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.kills import harness
from tests.kills.scenarios import SCENARIOS


def main() -> int:
    """Run what the command line asks for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", metavar="KIND", help=f"of: {', '.join(SCENARIOS)}; all if none")
    parser.add_argument("--kills", type=int, help="in all kinds together (100 each if not given)")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--seconds", type=float, default=float("inf"), help="the most that it may take")
    given = parser.parse_args()
    if unknown := set(given.scenarios) - set(SCENARIOS):
        parser.error(f"no such kind of work: {', '.join(sorted(unknown))}")
    names = given.scenarios or list(SCENARIOS)
    os.environ["MUSNAD_ANNOTATOR"] = "layla"
    print(f"seed {given.seed}, in {tempfile.gettempdir()}")
    began, broken = time.monotonic(), 0
    for number, name in enumerate(names):
        kills = (
            100
            if given.kills is None
            else given.kills * (number + 1) // len(names) - given.kills * number // len(names)
        )
        broken += _run(name, kills, given.seed, began + given.seconds * (number + 1) / len(names))
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if broken else 0


def _run(name: str, kills: int, seed: int, until: float) -> int:
    figures = harness.run(name, kills, seed, until)
    print(
        f"{name:12} {figures.kills:6} kills, {figures.done_before:5} were done before, {figures.told:7} reports, "
        f"{len(figures.broken)} broken",
        flush=True,
    )
    for one in figures.broken:
        print(one, file=sys.stderr)
    return len(figures.broken)


if __name__ == "__main__":
    sys.exit(main())
