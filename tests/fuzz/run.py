"""Coverage-guided fuzzing of what reads files from elsewhere.

    python tests/fuzz/run.py                     every target, a minute each
    python tests/fuzz/run.py jsonl --seconds 600

A target is a file `fuzz_NAME.py` beside this one with `SEEDS: list[bytes]` and `one(data: bytes) -> None`, which lets
every exception through that is not told to a person as a MusnadError. Coverage is collected in `annotator` only.

Fuzzing needs atheris, which is no dependency of the project: it has wheels for Linux only. This command installs the
version below, and nothing else, into a folder of its own (`.fuzz/`, ignored by git) the first time it runs. What it
learns stays there in `corpus/NAME`; the input of a crash is written to `crashes/NAME-…`. Turn it into a test.
"""

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

ATHERIS = "atheris==3.0.0"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOME = ROOT / ".fuzz"
PACKAGES = HOME / "packages"
SLOWEST_S = 5
"""An input that takes longer is reported as a hang."""
LARGEST_BYTES = 4096
MEMORY_MIB = 2048


def targets() -> list[str]:
    """Return the names of all targets."""
    return sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py"))


def main() -> int:
    """Run the targets that were named, each in a process of its own; the exit code says whether one crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of: {', '.join(targets())}; all if none is named"
    )
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if unknown := set(given.targets) - set(targets()):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    if given.here:
        fuzz(given.targets[0], given.seconds)
    install()
    return max(start(name, given.seconds) for name in given.targets or targets())


def install() -> None:
    """Install atheris into its folder, unless it is there."""
    if not PACKAGES.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*pip, "--target", str(PACKAGES), ATHERIS], check=True)


def start(name: str, seconds: int) -> int:
    """Fuzz one target in a process of its own; its exit code."""
    paths = [str(PACKAGES), str(ROOT), os.environ.get("PYTHONPATH", "")]
    command = [sys.executable, __file__, name, "--seconds", str(seconds), "--here"]
    print(f"--- {name}", flush=True)
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}, check=False).returncode


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one target in this process; ends it."""
    import atheris  # type: ignore[import-untyped]

    with atheris.instrument_imports(include=["annotator"]):
        target = importlib.import_module(f"tests.fuzz.fuzz_{name}")
    corpus, crashes = HOME / "corpus" / name, HOME / "crashes"
    corpus.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(exist_ok=True)
    for number, seed in enumerate(target.SEEDS):
        (corpus / f"seed-{number}").write_bytes(seed)
        # What is imported when it is first used is no hang.
        target.one(seed)
    flags = {
        "max_total_time": seconds,
        "timeout": SLOWEST_S,
        "max_len": LARGEST_BYTES,
        "rss_limit_mb": MEMORY_MIB,
        "print_final_stats": 1,
        "artifact_prefix": f"{crashes}/{name}-",
    }
    atheris.Setup([name, *(f"-{flag}={value}" for flag, value in flags.items()), str(corpus)], target.one)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
