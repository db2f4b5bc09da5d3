"""The program as it is here and as it was before, measured by one driver in the same run.

    drivers = in_turn("window_work.py", arguments, {"here": HERE, "before": Path("../before")}, rounds=5)

A driver is a script of this folder that prints one JSON object. It imports the package of the checkout that it is run
with, so that both are asked the same; where they do not offer the same doors, it says so and ends with an error.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2]
TIMEOUT_S = 3_600
Measured = Mapping[str, Any]


def sides(against: Path | None) -> dict[str, Path]:
    """The checkouts to measure, this one first."""
    if against is None:
        return {"here": HERE}
    if not (against / "annotator" / "__init__.py").is_file():
        raise SystemExit(f"{against} is no checkout of the program: it has no annotator/__init__.py.")
    return {"here": HERE, "before": against.resolve()}


def in_turn(
    driver: str,
    words: Sequence[str] | Mapping[str, Sequence[str]],
    checkouts: Mapping[str, Path],
    rounds: int,
    *,
    warm: bool = True,
) -> dict[str, list[Measured]]:
    """Run a driver `rounds` times with each checkout, one after the other, and return what each run said.

    `words` are the driver's arguments: the same for all sides, or those of each.

    `warm`: a first run, which compiles modules and fills the caches of the system, does not count.
    """
    said: dict[str, list[Measured]] = {name: [] for name in checkouts}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds + warm):
            for name, checkout in checkouts.items():
                own = words[name] if isinstance(words, Mapping) else words
                measured = _run(driver, own, checkout, Path(folder, name))
                if number or not warm:
                    said[name].append(measured)
    return said


def _run(driver: str, words: Sequence[str], checkout: Path, home: Path) -> Measured:
    home.mkdir(exist_ok=True)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(checkout)}
    environment["MUSNAD_ANNOTATOR"] = "bench"
    environment |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(home))
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(Path(__file__).with_name(driver)), *words]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=TIMEOUT_S)
    if done.returncode:
        raise SystemExit(f"{driver} with {checkout} ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    measured: Measured = json.loads(done.stdout.splitlines()[-1])
    return {**measured, "began": began}
