"""Long work off the window's thread: one piece at a time, with progress, a way to stop, and results back home.

Work must not touch widgets. What it returns, and what it raises, arrives in the window's thread.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from annotator.errors import Cancelled, MusnadError
from annotator.services.patience import while_waiting
from annotator.ui.i18n import isolate, tr

Result = TypeVar("Result")

_TELL_EVERY = 0.05
"""Seconds between two reports of progress that reach the window; more would only keep it busy."""

_TELL_WAIT_S = 0.5
"""Seconds of waiting for another program after which it is told."""


@dataclass(eq=False)
class Task:
    """One piece of work and its way home; `cancel` asks it to stop at its next report."""

    label: str
    work: Callable[["Task"], Any]
    done: Callable[[Any], object]
    failed: Callable[[MusnadError], object]
    told: Callable[["Task", int, int, str], None]
    quiet: bool = False
    """It reads for a moment what a page shows: nobody is told that it runs."""
    cancelled: Event = field(default_factory=Event)
    _last: float = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next report; if it has not begun, it never will."""
        self.cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Tell that another program's writing is waited for; raises Cancelled if the person asked to stop."""
        if self.cancelled.is_set():
            raise Cancelled
        if seconds > _TELL_WAIT_S:
            self.progress(0, 0, tr("Waiting for another program to finish writing"))
        return True

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Report that `done` of `total` steps are made; raises Cancelled if the person asked to stop."""
        if self.cancelled.is_set():
            raise Cancelled
        if done >= total or monotonic() - self._last > _TELL_EVERY:
            self._last = monotonic()
            self.told(self, done, total, label or self.label)


class Tasks(QObject):
    """Runs work in one thread, in order of asking, so that two pieces never write at the same time."""

    started = Signal(object)
    """This Task waits or runs."""
    progressed = Signal(object, int, int, str)
    """Task, steps done, steps in all (0: unknown), what is being done."""
    finished = Signal(object)
    """This Task came home, whatever its end."""
    failed = Signal(object)
    """A MusnadError that the Task's owner did not ask for."""
    _came_home = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="musnad-work")
        self._running: list[Task] = []
        self._stopped = False
        self._came_home.connect(self._settle)

    def __len__(self) -> int:
        return len(self._running)

    @property
    def shown(self) -> int:
        """Return how many tasks wait or run of which a person is told."""
        return sum(not task.quiet for task in self._running)

    def run(
        self,
        work: Callable[[Task], Result],
        done: Callable[[Result], object],
        failed: Callable[[MusnadError], object] | None = None,
        label: str = "",
        *,
        quiet: bool = False,
    ) -> Task:
        """Start (or queue) work; `done` or `failed` is called in the window's thread, neither if it was stopped.

        Work that ended before it noticed a `cancel` has happened, and is `done`.
        Without `failed`, a MusnadError goes out by the signal of that name. Any other exception is a bug and is
        raised again in the window's thread, for `sys.excepthook`. After `stop` nothing is started: the task that
        is returned is a stopped one. `quiet` work shows no progress.
        """
        task = Task(label, work, done, failed or self.failed.emit, self.progressed.emit, quiet)
        if self._stopped:
            task.cancel()
            return task
        self._running.append(task)
        if not quiet:
            self.started.emit(task)
        self._executor.submit(self._work, task)
        return task

    def cancel(self) -> None:
        """Ask everything that waits or runs to stop."""
        for task in self._running:
            task.cancel()

    def stop(self) -> None:
        """Cancel everything and wait for the thread to end; nothing comes home any more. For the closing window."""
        self._stopped = True
        self.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _work(self, task: Task) -> None:
        """In the worker's thread."""
        result: object = None
        problem: BaseException | None = None
        try:
            if task.cancelled.is_set():
                raise Cancelled
            with while_waiting(task.wait):
                result = task.work(task)
        except BaseException as error:  # everything goes home and is raised there again
            problem = error
        self._came_home.emit(task, result, problem)

    def _settle(self, task: Task, result: object, problem: BaseException | None) -> None:
        """In the window's thread: what the work returned or raised. It may have been on its way when all stopped."""
        if self._stopped:
            return
        self._running.remove(task)
        self.finished.emit(task)
        if isinstance(problem, MusnadError):
            task.failed(problem)
        elif problem is not None and not isinstance(problem, Cancelled):
            raise problem
        elif problem is None:
            task.done(result)


class ProgressStrip(QWidget):
    """A strip with the running task, its progress, and a button to stop it; hidden while nothing runs."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_strip")
        self._tasks = tasks
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._stop = QToolButton(self)
        self._stop.setObjectName("progress_cancel")
        self._stop.setProperty("flat", True)
        self._stop.clicked.connect(tasks.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        for widget in (self._label, self._bar, self._stop):
            row.addWidget(widget)
        tasks.started.connect(self._start)
        tasks.progressed.connect(self._tell)
        tasks.finished.connect(self._finish)
        self._retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say the button's word in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._stop.setText(tr("Stop"))
        self._bar.setAccessibleName(tr("Progress"))

    def _start(self, task: Task) -> None:
        if self._tasks.shown == 1:
            self._tell(task, 0, 0, task.label)
        self.show()

    def _tell(self, task: Task, done: int, total: int, label: str) -> None:
        # What is not the task's own name is a file's or an article's.
        self._label.setText(label if label == task.label else isolate(label))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _finish(self, task: Task) -> None:
        del task
        self.setVisible(self._tasks.shown > 0)
