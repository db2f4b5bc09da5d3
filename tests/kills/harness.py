"""Runs scenarios in processes that are killed (SIGKILL) at random moments."""

import gc
import json
import os
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.kills.scenario import BrokenPromiseError, Scenario, Tell, read
from tests.kills.scenarios import SCENARIOS


@dataclass(frozen=True)
class End:
    """How a process ended: what it had told, whether it was killed before it was done, and the seconds it had."""

    told: list[Any]
    killed: bool
    seconds: float


@dataclass
class Figures:
    """What became of the kills of one scenario."""

    kills: int = 0
    told: int = 0
    done_before: int = 0
    broken: list[str] = field(default_factory=list)


def killed(act: Callable[[Tell], None], told: Path, seconds: float) -> End:
    """Let a process act, kill it after some seconds, and return how it ended."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _act(act, told)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise BrokenPromiseError(f"the process failed by itself: {read(told)[-1]}")
    return End(read(told), os.WIFSIGNALED(status), time.monotonic() - began)


def _act(act: Callable[[Tell], None], told: Path) -> None:
    """In the process: act, and tell in a file, which outlives the process with every line that was written to it."""
    status = 1
    try:
        file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

        def tell(what: object) -> None:
            os.write(file, json.dumps(what).encode() + b"\n")

        try:
            act(tell)
            status = 0
        except BaseException:
            tell(traceback.format_exc())
    finally:
        os._exit(status)


def run(name: str, kills: int, seed: int, until: float = float("inf")) -> Figures:
    """Kill processes of a scenario until so many were killed in their work, or the time is over."""
    figures, chance = Figures(), random.Random(f"{name} {seed}")
    # How long the work takes; learnt, so that kills come all through it.
    span_s = 0.05
    gc.collect()
    while figures.kills < kills and time.monotonic() < until:
        with tempfile.TemporaryDirectory(prefix="musnad-kills-") as place:
            scenario = SCENARIOS[name](Path(place) / "work", chance.randrange(2**32))
            scenario.folder.mkdir()
            scenario.prepare()
            for _ in range(scenario.renew_every):
                span_s = _round(scenario, Path(place) / "told", span_s, chance, figures)
                if figures.kills >= kills or figures.broken:
                    break
        if len(figures.broken) > 4:
            break
    return figures


def _round(scenario: Scenario, told: Path, span_s: float, chance: random.Random, figures: Figures) -> float:
    """One kill; the seconds that the work seems to take."""
    try:
        scenario.begin()
        end = killed(scenario.act, told, chance.uniform(0.0, span_s))
        figures.kills += end.killed
        figures.done_before += not end.killed
        figures.told += len(end.told)
        scenario.verify(end.told)
    except Exception:
        figures.broken.append(traceback.format_exc())
        return span_s
    finally:
        told.unlink(missing_ok=True)
    return min(span_s * 1.1, scenario.longest_s) if end.killed else span_s * 0.8
