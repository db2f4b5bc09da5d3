"""Modes of the article: a stack, each with its keys and its line of hints.

Marking is what happens without any mode. A question that is open, a proposal, a suggestion that is asked about: each
is a mode that stands above it, and the highest answers a key first, whenever each was made.
"""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from annotator.ui.actions import ActionRegistry
from annotator.ui.article.view import ArticleView


class Mode(Protocol):
    """Keys of the article that mean something for a while."""

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key is this mode's, so that no shortcut may have it."""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False, and nothing is done, if it means nothing."""

    def hint(self) -> str | None:
        """Return what the keys do now, in the window's language; None while they mean nothing."""


class Modes(QObject):
    """The stack of one article's modes."""

    def __init__(self, article: ArticleView, registry: ActionRegistry) -> None:
        super().__init__(article)
        self._article, self._registry = article, registry
        self._stack: list[Mode] = []
        article.installEventFilter(self)

    def push(self, mode: Mode) -> None:
        """Put a mode above all others."""
        self._stack.append(mode)

    def push_below(self, mode: Mode) -> None:
        """Put a mode below all others: it answers what they leave."""
        self._stack.insert(0, mode)

    def remove(self, mode: Mode) -> None:
        """Take a mode away, wherever it stands."""
        self._stack.remove(mode)

    def __iter__(self) -> Iterator[Mode]:
        return iter(self._stack[::-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._article or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and any(mode.claims(event) for mode in self):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            with self._registry.turn():
                return any(mode.press(event) for mode in self) and _used(event)
        return False


def _used(event: QKeyEvent) -> bool:
    """Accept the event, which may come ignored: Qt offers a key that nobody accepts to the widgets further out."""
    event.accept()
    return True
