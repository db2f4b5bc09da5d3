"""Remakes the lock files beside this script from pyproject.toml: `python packaging/lock.py`. Needs uv.

What is locked stays while it still fits; `python packaging/lock.py --upgrade` takes the newest of all.
The files name versions and hashes, never where they came from, so they serve behind any mirror. They hold
wheels (but see SOURCES), for every platform and Python that the project supports; plain pip installs them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASE = "packaging/requirements.lock"
DEVELOPMENT = "packaging/requirements-dev.lock"
HEAVY = "packaging/requirements-heavy.lock"
MODELS = "packaging/requirements-models.lock"
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
HASHES = ["--generate-hashes", "--only-binary", ":all:"]
# What only the heavier tests use, and has no wheel: start.py builds these two.
SOURCES = ["--no-binary", "jsonpath-rw", "--no-binary", "seqeval"]
HEADER = ["--custom-compile-command", "python packaging/lock.py"]


def lock(output: str, *options: str) -> None:
    """Writes one lock file. Raises CalledProcessError where no set of versions fits."""
    subprocess.run(
        [*COMPILE, *HASHES, *HEADER, "pyproject.toml", *options, "--output-file", output],
        cwd=ROOT,
        check=True,
    )


if __name__ == "__main__":
    words = sys.argv[1:]
    lock(BASE, "--group", "build", *words)
    # The files agree on what they share, so one environment can serve all.
    lock(DEVELOPMENT, "--group", "dev", "--constraint", BASE, *words)
    lock(HEAVY, "--group", "heavy", "--constraint", DEVELOPMENT, *SOURCES, *words)
    lock(MODELS, "--group", "dev", "--extra", "models", "--constraint", DEVELOPMENT, *words)
