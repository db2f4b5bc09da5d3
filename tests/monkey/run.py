"""Let a monkey loose on the window: seeded random events, in a process of its own that is watched from here.

    python tests/monkey/run.py --events 100000 --seed 1
    python tests/monkey/run.py --replay FOLDER/events.jsonl --seed 1     what another run did, once more

It marks, drags, types, opens dialogs and answers them, switches languages, themes and projects while imports,
suggesters and exports run, in the sample and in articles that are hard to show. Every 200 events the project is
checked. It must not end the process, raise, make Qt warn, stand still, write outside its folder, or fail a check.
Prints what it did, and with it what went wrong, the seed and the last events; the exit code is then 1.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

import msgspec

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.monkey.child import Options, Report  # noqa: E402 (found only now)
from tests.monkey.traps import PATTERN  # noqa: E402

LAST = 25
"""Events that are shown of a run that failed."""
GROWTH = 1.5
"""How much more memory the last quarter of a run may take than the second one."""
SLACK_MIB = 60


class Outcome(msgspec.Struct):
    """How a run ended: its exit code, its report as far as it got, and what is wrong with it."""

    code: int
    report: Report
    problems: dict[str, str]
    folder: Path
    seed: int

    def told(self) -> str:
        """All that a person wants to know."""
        report = self.report
        memory = (
            f"{report.memory[0]} to {report.memory[-1]} MiB, at most {max(report.memory)}"
            f" (in use {report.in_use[0]} to {report.in_use[-1]}, at most {max(report.in_use)})"
            if report.memory
            else "?"
        )
        lines = [
            f"seed {self.seed}: {report.events} events in {report.seconds:.0f} s, {report.checks} checks,"
            f" {report.windows} windows, {report.marks} marks at the end, memory {memory}, exit code {self.code}",
            f"acts: {' '.join(f'{name} {count}' for name, count in sorted(report.acts.items()))}",
            *(f"slow: {seconds} s  {line}" for seconds, line in report.slowest),
        ]
        for kind, details in self.problems.items():
            lines += [f"\n*** {kind} (x {report.counts.get(kind, 1)})", details]
        if self.problems:
            events = self.folder / "events.jsonl"
            lines += ["\nthe last events:", *_tail(events)]
            lines += [f"once more: python tests/monkey/run.py --seed {self.seed} --replay {events}"]
        return "\n".join(lines)


def run(folder: Path, *, nice: int = 0, **options: object) -> Outcome:
    """Run once in an empty folder; `options` as in `child.Options`."""
    wanted = Options(folder=str(folder), **options)  # type: ignore[arg-type]
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_MESSAGE_PATTERN": PATTERN,
        "LANG": "C.UTF-8",
        **{name: str(folder / name.lower()) for name in ("HOME", "TMPDIR", *_XDG)},
    }
    for name in ("HOME", "TMPDIR", *_XDG):
        Path(environment[name]).mkdir(parents=True)
    begun = time.monotonic()
    with (folder / "output.txt").open("w") as output:
        code = subprocess.run(
            [sys.executable, "-W", "error::ResourceWarning", "-m", "tests.monkey.child", msgspec.json.encode(wanted)],
            cwd=folder / "home",
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: os.nice(nice),
        ).returncode
    return _outcome(folder, code, wanted.seed, time.monotonic() - begun)


_XDG = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


def _outcome(folder: Path, code: int, seed: int, seconds: float) -> Outcome:
    written = folder / "report.json"
    report = msgspec.json.decode(written.read_bytes(), type=Report) if written.exists() else Report(seconds=seconds)
    problems = dict(report.problems)
    if code != 0 or not report.ended:
        stacks = (folder / "stacks.txt").read_text(encoding="utf-8") if (folder / "stacks.txt").exists() else ""
        kind = "it stood still" if stacks.startswith("Timeout") else "the process ended"
        output = (folder / "output.txt").read_text(encoding="utf-8", errors="replace")
        problems[kind] = f"exit code {code}\n{stacks[:6000]}\n{output[-3000:]}"
    if not report.ended and (folder / "events.jsonl").exists():
        report.events = len((folder / "events.jsonl").read_text(encoding="utf-8").splitlines())
    for kind, figures in (("memory", report.memory), ("memory in use", report.in_use)):
        if told := grown(figures):
            problems[kind] = told
    return Outcome(code, report, problems, folder, seed)


def grown(memory: list[int]) -> str:
    """What to say if memory has not levelled off: quarters of a run of at least twenty checks are compared."""
    quarter = len(memory) // 4
    if quarter < 5:
        return ""
    early, late = (sum(memory[part * quarter : (part + 1) * quarter]) / quarter for part in (1, 3))
    return f"{early:.0f} MiB in the second quarter, {late:.0f} in the last" if late > early * GROWTH + SLACK_MIB else ""


def _tail(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[-LAST:] if path.exists() else []


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--seconds", type=float, default=1e9, help="end after so long, however many events are left")
    parser.add_argument("--stall", type=float, default=60.0, help="seconds that one event may take")
    parser.add_argument("--replay", default="", help="an events.jsonl of another run; give its seed as well")
    parser.add_argument("--folder", type=Path, help="an empty folder to work in; it is left there")
    parser.add_argument("--nice", type=int, default=5)
    given = parser.parse_args()
    folder = given.folder or Path(mkdtemp(prefix="monkey-"))
    folder.mkdir(parents=True, exist_ok=True)
    outcome = run(
        folder,
        nice=given.nice,
        seed=given.seed,
        events=given.events,
        seconds=given.seconds,
        stall_s=given.stall,
        replay=str(Path(given.replay).resolve()) if given.replay else "",
    )
    print(outcome.told())
    sys.exit(1 if outcome.problems else 0)


if __name__ == "__main__":
    main()
