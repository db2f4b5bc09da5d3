"""A process killed with SIGKILL loses at most the action in flight, and never leaves a half one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator import Project

ROUNDS = 25

WRITER = """
import sys
from annotator import Project
project = Project.open(sys.argv[1])
document = project.documents()[0]
print("ready", flush=True)
number = 0
while True:
    source = project.annotate(document.id, (4, 26), "actor")
    claim = project.annotate(document.id, [(30, 37), (38, 43)], "claim")
    project.link(claim.id, source.id, "source")
    # One line per finished action: what was printed must be there after the kill.
    print(claim.id, flush=True)
    number += 1
    if number % 5 == 0:
        project.delete(source.id, claim.id)
        print("-" + claim.id, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_many_kills_lose_at_most_the_action_in_flight(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document(article)
    chance = random.Random(7)
    promised: set[str] = set()
    for _ in range(ROUNDS):
        promised = _killed_after(chance.uniform(0.0, 0.05), path, promised)
        with Project.open(path) as project:
            assert project.check() == []
            claims = {span.id for span in project.spans(document.id) if span.label == "claim"}
            linked = {relation.from_id for relation in project.relations(document.id)}
            assert len(promised - claims) <= 1  # deleted, and killed before it could say so
            assert promised & claims <= linked
            promised &= claims


def _killed_after(seconds: float, path: Path, promised: set[str]) -> set[str]:
    """Let a real process write for a moment, kill it, and return the claims that it said were saved."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        os.kill(writer.pid, signal.SIGKILL)
        lines = writer.stdout.read().split()
    said = set(promised)
    for line in lines:
        said = said - {line[1:]} if line.startswith("-") else said | {line}
    return said
