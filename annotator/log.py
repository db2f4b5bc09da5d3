"""Loggers by topic, so that one can be listened to alone: `MUSNAD_LOG=services,ui`."""

import contextlib
import faulthandler
import logging
import os
from pathlib import Path
from typing import TextIO

from annotator.visible import clipped

program = logging.getLogger("musnad.program")
services = logging.getLogger("musnad.services")
ui = logging.getLogger("musnad.ui")

TOPICS = {"program": program, "services": services, "ui": ui}

MAX_BYTES = 1_000_000
"""Size at which a log file is set aside for a new one at the next start; the one before is dropped."""


def start(file: Path | None = None) -> None:
    """Write warnings to stderr, and everything of the topics that MUSNAD_LOG names; with `file`, there as well.

    If the process is killed by a fault in C or C++, the stack of each thread is written to the file. A file that
    cannot be written is done without.
    """
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    for topic in filter(None, map(str.strip, os.environ.get("MUSNAD_LOG", "").split(","))):
        if topic in TOPICS:
            TOPICS[topic].setLevel(logging.DEBUG)
        else:
            known = ", ".join(TOPICS)
            program.warning("MUSNAD_LOG: there is no topic %s; there are: %s", clipped(repr(topic), 80), known)
    if file is not None:
        with contextlib.suppress(OSError):
            _start_file(file)


def _start_file(file: Path) -> None:
    stream = _opened(file)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    logging.getLogger("musnad").addHandler(handler)
    # Whoever asked Python for it already (-X faulthandler) wants it where they asked for it.
    if not faulthandler.is_enabled():
        faulthandler.enable(stream)


def _opened(file: Path) -> TextIO:
    """The file at its end; it stays open as long as the process lives."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > MAX_BYTES:
        file.replace(file.with_suffix(".old.log"))
    return file.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
