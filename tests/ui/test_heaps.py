"""Memory that one worker gave back serves the next: glibc would keep it for the thread that it was in."""

import platform
from pathlib import Path

import pytest

from tests.processes import run_python

HEAPS = """
import sys, threading
from annotator import app
if {shared}:
    app.open_window()
else:
    app.application()

def resident_mib():
    return int(open("/proc/self/statm").read().split()[1]) * 4 >> 10

def work(turn, done, kept):
    turn.wait()
    taken = [bytes(1000) for _ in range(40_000)]
    kept.append(taken[-1])
    del taken
    done.set()
    end.wait()

end, kept = threading.Event(), []
turns = [(threading.Event(), threading.Event()) for _ in range(8)]
threads = [threading.Thread(target=work, args=(*pair, kept)) for pair in turns]
for thread in threads:
    thread.start()
before = resident_mib()
for turn, done in turns:
    turn.set()
    done.wait()
print(resident_mib() - before)
end.set()
"""


@pytest.mark.heavy
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other allocators have no heap for each thread")
def test_what_one_worker_gave_back_is_there_for_the_next(tmp_path: Path) -> None:
    kept = [int(run_python(HEAPS.format(shared=shared), folder=tmp_path).stdout) for shared in (True, False)]
    assert kept[0] < 120 and kept[0] < kept[1] / 2
