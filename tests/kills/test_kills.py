"""Processes that are killed at any moment of their work lose nothing, leave nothing half done, and bar no way."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("run.py")


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_three_hundred_kills_harm_nothing() -> None:
    done = subprocess.run(
        [sys.executable, str(RUN), "--kills", "300", "--seed", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" 0 broken") == 9
