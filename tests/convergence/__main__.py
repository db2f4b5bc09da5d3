"""`python -m tests.convergence 10000 [--first SEED] [--steps N]`: histories by number; the failing seeds are named."""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.convergence.histories import run


def main() -> int:
    """Run the histories; 0 if all of them converge."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--steps", type=int, default=30)
    given = parser.parse_args()
    began, failed = time.monotonic(), []
    memory = Path("/dev/shm")
    for seed in range(given.first, given.first + given.count):
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            try:
                run(Path(folder), seed, given.steps)
            except Exception:
                failed.append(seed)
                print(f"seed {seed}:\n{traceback.format_exc()}", flush=True)
        if (seed + 1) % 100 == 0:
            print(f"{seed + 1 - given.first} histories, {len(failed)} failed", flush=True)
    print(f"{given.count} histories in {time.monotonic() - began:.0f} s, failed: {failed or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
