"""One history of a run of many, for the processes that share them."""

import tempfile
import traceback
from pathlib import Path

from tests.convergence.histories import run

MEMORY = Path("/dev/shm")


def failure(seed: int, steps: int) -> str | None:
    """Run a history; return the traceback if it does not converge."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        try:
            run(Path(folder), seed, steps)
        except Exception:
            return f"seed {seed}:\n{traceback.format_exc()}"
    return None
