"""Waiting until a window has laid itself out: on a busy machine that takes longer than any pause."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

ROUNDS = 6
"""So many looks in a row must find everything where it was."""
PAUSE_MS = 15


def settle(window: QWidget, qtbot: QtBot) -> None:
    """Let a window work until none of its parts moves any more."""
    seen: list[list[QRect]] = []

    def rests() -> bool:
        qtbot.wait(PAUSE_MS)
        parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]
        seen.append([QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts])
        return len(seen) > ROUNDS and all(one == other for one, other in pairwise(seen[-ROUNDS:]))

    qtbot.waitUntil(rests, timeout=10_000)
