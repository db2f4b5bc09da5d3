"""The README and the gate start the project in the same way."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
GATE = ROOT / ".ci" / "run"


def commands(text: str) -> list[str]:
    """The lines that call the start script, without the remarks behind them."""
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith("python3 packaging/start.py")]


def test_the_readme_gives_the_demo_first_and_the_tests_second() -> None:
    expected = ["python3 packaging/start.py demo", "python3 packaging/start.py test"]
    assert commands((ROOT / "README.md").read_text(encoding="utf-8"))[:2] == expected


def test_the_gate_begins_with_the_tests_as_the_readme_runs_them() -> None:
    readme = commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert commands(GATE.read_text(encoding="utf-8"))[0] == readme[1]


def test_the_gate_can_be_run() -> None:
    assert os.access(GATE, os.X_OK)
