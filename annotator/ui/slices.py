"""Work of many small steps that has to be done in the window's thread, such as painting thousands of lines."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer

UNNOTICED_S = 0.012
"""Seconds that the window may take for work that nobody waits for, before it answers what else there is."""


class Slices(QObject):
    """Takes steps for as long as nobody notices, and on in the next turn; what is short is done at once."""

    def __init__(self, steps: Iterator[object], done: Callable[[], object], parent: QObject) -> None:
        """Begin; `done` is called after the last step, unless the work was cancelled or `parent` is gone."""
        super().__init__(parent)
        self._steps, self._done = steps, done
        self.is_over = False
        """Nothing more is going to happen."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._go_on()

    def cancel(self) -> None:
        """Take no further step."""
        if not self.is_over:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        self._next.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        until = monotonic() + UNNOTICED_S
        for _ in self._steps:
            if monotonic() > until:
                self._next.start()
                return
        self._end()
        self._done()
