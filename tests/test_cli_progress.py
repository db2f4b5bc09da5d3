"""Progress of long work in a terminal."""

import io
import sys

import pytest

from annotator.cli import output


class Screen(io.StringIO):
    def __init__(self, live: bool) -> None:
        super().__init__()
        self._live = live

    def isatty(self) -> bool:
        return self._live


@pytest.mark.parametrize("live", [True, False])
def test_long_work_shows_where_it_is(live: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(live)
    clock = iter([0.0, 0.05, 6.0, 6.0, 12.0, 12.0])
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(output, "time", type("Clock", (), {"monotonic": lambda: next(clock)}))
    with output.Counter("Importing") as counter:
        counter(0, 2000, "a.txt")
        counter(1, 2000, "b\u202e.txt")
        counter(2, 2000, "c.txt")
    lines = ["Importing 2 of 2,000: b[RLO].txt", "Importing 3 of 2,000: c.txt"]
    shown = screen.getvalue()
    assert shown == ("".join(f"\r\x1b[K{line}" for line in lines) + "\r\x1b[K" if live else "\n".join(lines) + "\n")
