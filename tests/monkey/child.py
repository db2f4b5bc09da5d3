"""One run of the monkey, in this process: `python -m tests.monkey.child OPTIONS_AS_JSON`; see `run.py`.

Events come from timers, so that they go on inside dialogs and menus, which have event loops of their own. Each
event is written down before it is done.
"""

import ctypes
import gc
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from annotator import Project, app, resources
from annotator.errors import BusyError, MusnadError
from annotator.ui.main_window import MainWindow
from tests.monkey import faults, texts
from tests.monkey.acts import MOODS, Acts
from tests.monkey.traps import Traps

MOOD_LASTS = 60
"""Events."""
SLOW_S = 1.0
PATIENCE_S = 3.0
"""An act that takes longer is taken for one that waits in a loop of its own, as a drag does, and is not waited for."""


class Options(msgspec.Struct):
    """How to run. `replay`: the events of another run, done again in place of chosen ones."""

    folder: str
    seed: int
    events: int
    seconds: float = 1e9
    stall_s: float = 60.0
    check_every: int = 200
    replay: str = ""
    fault: str = ""


class Report(msgspec.Struct):
    """What came of it; memory in MiB, one figure at each check: resident, and as far as C and C++ hold on to it.

    What is resident and not in use is kept by the allocator: holes that later work is put into.
    """

    events: int = 0
    seconds: float = 0.0
    acts: dict[str, int] = {}
    checks: int = 0
    windows: int = 0
    slowest: list[tuple[float, str]] = []
    memory: list[int] = []
    in_use: list[int] = []
    marks: int = 0
    problems: dict[str, str] = {}
    counts: dict[str, int] = {}
    ended: bool = False


class Monkey:
    """Does the events, one at each tick."""

    def __init__(self, options: Options, traps: Traps, projects: list[Path], files: list[Path]) -> None:
        self._options, self._traps, self._projects, self._files = options, traps, projects, files
        self._acts = Acts(self.window, projects, files)
        self._recorded = _recorded(Path(options.replay)) if options.replay else []
        self._journal = (Path(options.folder) / "events.jsonl").open("w", encoding="utf-8", buffering=1)
        self._begun = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._main: MainWindow | None = None
        self.report = Report()
        self.random = Random(options.seed)
        self._acting = 0.0
        """When the act that is being done was begun, and what was asked then: QTest has a loop of its own as well."""
        self._asked = _asked()
        self._is_left = False

    def window(self) -> MainWindow:
        """The main window; a new one where it was closed."""
        if self._main is None or not (self._main.isVisible() or self._main.isMinimized()):
            if self._main is not None:
                self._main.deleteLater()
            self.report.windows += 1
            self._main = app.open_window(self.random.choice(self._projects), "layla")
            self._main.resize(1280, 820)
            self._main.show()
            self._main.activateWindow()
        return self._main

    def run(self) -> None:
        """Until all events are done, or the time is over."""
        self.window()
        self._next()
        QApplication.exec()
        self._traps.rest()

    def _next(self) -> None:
        """The next tick is ordered before an event is done, so that it comes inside the loop of a dialog as well."""
        if not self._is_left:
            QTimer.singleShot(0, self._tick)

    def _tick(self) -> None:
        self._next()
        if self._acting and _asked() == self._asked and time.monotonic() - self._acting < PATIENCE_S:
            return
        before, self._acting, self._asked = (self._acting, self._asked), time.monotonic(), _asked()
        try:
            if self._is_over():
                self._leave()
            else:
                self._act()
        except Exception as error:  # it would come out of whatever the window was doing
            self._traps.add_error(error)
        finally:
            self._acting, self._asked = before

    def _act(self) -> None:
        self._traps.beat()
        number = self.report.events
        self.report.events += 1
        # Each event has numbers of its own: what one needs does not move those of the next.
        self.random = Random(f"{self._options.seed}/{number}")
        self.window()
        act = self._recorded[number] if self._recorded else self._acts.choose(self.random, self._mood(number))
        line = json.dumps(act, ensure_ascii=False)
        self._journal.write(line + "\n")
        self._traps.where = f"event {number}: {line}"
        self._counts[act["do"]] += 1
        begun = time.monotonic()
        faults.break_at(number, self._options.fault)
        self._acts.do(act)
        self._note_time(time.monotonic() - begun, line)
        if self.report.events % self._options.check_every == 0:
            self._check()

    def _mood(self, number: int) -> Mapping[str, float]:
        """One mood for a while, so that something is got into and not only begun."""
        return Random(f"{self._options.seed}/mood/{number // MOOD_LASTS}").choice(MOODS)

    def _is_over(self) -> bool:
        done, wanted = self.report.events, len(self._recorded) or self._options.events
        return done >= wanted or time.monotonic() - self._begun > self._options.seconds

    def _note_time(self, seconds: float, line: str) -> None:
        """Keep the slowest ones. What ran in a dialog's own loop counts for the event that opened it as well."""
        if seconds > SLOW_S:
            self.report.slowest = sorted([*self.report.slowest, (round(seconds, 2), line)], reverse=True)[:10]

    def _check(self) -> None:
        gc.collect()
        self.report.memory.append(_resident_mib())
        self.report.in_use.append(_in_use_mib())
        self.write()
        session = self.window().session
        if session is None:
            return
        try:
            found = session.project.check()
        except BusyError:  # an import is at it; the next time then
            return
        except MusnadError as error:
            self._traps.add("check refused", str(error))
            return
        self.report.checks += 1
        for problem in found:
            self._traps.add("check", str(problem))

    def _leave(self) -> None:
        """Close whatever is open, the innermost first, until nothing holds the event loop."""
        self._traps.beat()
        blocking = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if blocking is not None:
            blocking.close()
            return
        self._is_left = True
        if self._main is not None:
            self._main.close()
        QApplication.quit()

    def write(self) -> None:
        """Write the report as it is by now."""
        report = self.report
        report.acts = dict(self._counts)
        report.seconds = round(time.monotonic() - self._begun, 1)
        report.problems, report.counts = self._traps.problems, dict(self._traps.counts)
        (Path(self._options.folder) / "report.json").write_bytes(msgspec.json.encode(report))

    def finish(self) -> None:
        """Look into each project from outside the window, and write the whole report."""
        for path in self._projects:
            with Project.open(path, annotator="layla") as project:
                self._traps.where = f"after the end: {path.name}"
                self.report.marks += sum(len(project.spans(one.id)) for one in project.documents())
                for problem in project.check():
                    self._traps.add("check", str(problem))
        self.report.ended = True
        self.write()


def make_projects(folder: Path, random: Random) -> list[Path]:
    """The sample, odd articles that are marked and linked at random, another scheme, and an empty project."""
    made = [folder / name for name in ("sample.musnad", "odd.musnad", "named.musnad", "empty.musnad")]
    with Project.create(made[0], annotator="layla") as project:
        project.import_(resources.path("sample", "sample.jsonl"))
    with Project.create(made[1], annotator="layla") as project:
        for text in texts.articles(random):
            document = project.add_document(text, title=texts.words(random, 4)[:80] or "؟")
            _mark(project, document.id, len(text), random)
        project.suggest(using=("cues",))
    with Project.create(made[2], annotator="layla", scheme="wojood") as project:
        text = texts.words(random, 200)
        document = project.add_document(text, title="أعلام")
        for start in range(0, len(text) - 9, 40):
            project.annotate(document.id, (start, start + 9), random.choice(project.scheme.labels).key)
    Project.create(made[3], annotator="layla").close()
    return made


def _mark(project: Project, document_id: str, length: int, random: Random) -> None:
    claims: list[str] = []
    actors: list[str] = []
    for _ in range(random.randint(0, 40)):
        start = random.randrange(length)
        end = min(length, start + random.choice((1, 1, 2, 4, 9, 30, 300)))
        label = random.choice(("actor", "claim", "cue"))
        try:
            span = project.annotate(document_id, (start, end), label)
        except MusnadError:  # the same mark twice, or one of nothing but spaces
            continue
        {"claim": claims, "actor": actors}.get(label, []).append(span.id)
    for claim, actor in zip(claims, actors, strict=False):
        project.link(claim, actor, random.choice(("source", "target", "addressee")))


def make_files(folder: Path, random: Random) -> list[Path]:
    """What may be imported or dropped: odd articles, annotated articles, a broken file, a project."""
    folder.mkdir()
    files = []
    for number, text in enumerate(texts.articles(random) * 3):
        files.append(folder / f"{number}.txt")
        files[-1].write_text(text + texts.words(random, 3), encoding="utf-8")
    (folder / "broken.jsonl").write_text('{"text": \n', encoding="utf-8")
    sample = resources.path("sample", "sample.jsonl").read_bytes()
    (folder / "annotated.jsonl").write_bytes(sample)
    (folder / "actors.csv").write_text("name,kind\nسامر الحلبي,person\n", encoding="utf-8")
    return [*files, folder / "broken.jsonl", folder / "annotated.jsonl", folder / "actors.csv"]


def answer_dialogs(random: Callable[[], Random], inside: list[Path], out: Path) -> None:
    """Let nothing of the system's own be asked: files are chosen inside the folder, nothing is printed or visited."""

    def chosen(*_: object, **__: object) -> tuple[str, str]:
        return random().choice(("", *map(str, inside))), ""

    def saved(*_: object, **__: object) -> tuple[str, str]:
        return random().choice(("", str(out / f"out-{random().randrange(9)}"))), ""

    def accept(*_: object) -> int:
        return random().randrange(2)

    def refuse(*_: object) -> int:
        return 0

    def visit(_: QUrl | str) -> bool:
        return True

    answers: dict[str, Any] = {
        "getOpenFileName": chosen,
        "getOpenFileNames": lambda *_, **__: ([name] if (name := chosen()[0]) else [], ""),
        "getSaveFileName": saved,
        "getExistingDirectory": lambda *_, **__: str(out),
    }
    for name, answer in answers.items():
        setattr(QFileDialog, name, staticmethod(answer))
    QFileDialog.exec = accept  # type: ignore[method-assign]
    QFileDialog.selectedFiles = lambda _: [str(out / "chosen.pdf")]  # type: ignore[method-assign]
    QPrintDialog.exec = refuse  # type: ignore[method-assign]
    QDesktopServices.openUrl = visit  # type: ignore[method-assign]


def _asked() -> tuple[QWidget | None, QWidget | None]:
    """The menu and the dialog that wait for an answer."""
    return QApplication.activePopupWidget(), QApplication.activeModalWidget()


def _recorded(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _resident_mib() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") >> 20


class _Allocator(ctypes.Structure):
    """`struct mallinfo2` of glibc."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks")
    ] + [("keepcost", ctypes.c_size_t)]


def _in_use_mib() -> int:
    try:
        asked = ctypes.CDLL(None).mallinfo2
    except AttributeError:  # another library, or an old one
        return 0
    asked.restype = _Allocator
    told = asked()
    return int(told.uordblks + told.hblkhd) >> 20


def main() -> None:
    """Run, and write the report."""
    options = msgspec.json.decode(sys.argv[1], type=Options)
    folder, random = Path(options.folder), Random(options.seed)
    projects, files = make_projects(folder, random), make_files(folder / "files", random)
    out = folder / "out"
    out.mkdir()
    application = app.application()
    application.setQuitOnLastWindowClosed(False)
    traps = Traps(folder, options.stall_s)
    monkey = Monkey(options, traps, projects, files)
    answer_dialogs(lambda: monkey.random, [*files, *projects], out)
    traps.set()
    monkey.run()
    monkey.finish()


if __name__ == "__main__":
    main()
