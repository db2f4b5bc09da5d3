"""`python -m tests.convergence 10000 [--first SEED] [--steps N] [--jobs N]`: histories by number, one process a core.

Failing seeds are named with their tracebacks, and can be run again alone: `--first SEED 1`.
"""

import argparse
import os
import sys
import time
from functools import partial
from multiprocessing import get_context

from tests.convergence.failures import failure

TOLD_EVERY = 100


def main() -> int:
    """Run the histories; 0 if all of them converge."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    began, failed = time.monotonic(), 0
    seeds = range(given.first, given.first + given.count)
    with get_context("spawn").Pool(given.jobs) as pool:
        for done, told in enumerate(pool.imap_unordered(partial(failure, steps=given.steps), seeds, chunksize=10), 1):
            if told is not None:
                failed += 1
                print(told, flush=True)
            if done % TOLD_EVERY == 0:
                print(f"{done} histories, {failed} failed, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{given.count} histories in {time.monotonic() - began:.0f} s, failed: {failed or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
