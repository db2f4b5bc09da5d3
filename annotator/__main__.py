"""The door: `musnad`, or `python -m annotator`."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from annotator import log, signals, streams
from annotator.errors import ProjectError
from annotator.paths import is_file

PROBE_S = 10
"""Seconds after which a display that does not let Qt in is given up."""


class Desktop:
    """The window as the command line sees it; Qt is imported when it is needed."""

    def can_be_seen(self) -> bool:
        """Return whether a person would see the window; only Linux runs without a display."""
        if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
            return False
        from annotator import display

        return display.is_reachable() and _qt_finds_it()

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        """Show the window until it is closed; the exit code. MusnadError if it cannot be made."""
        if "QT_QPA_PLATFORM" not in os.environ:
            from annotator import display

            if not display.is_reachable():
                raise display.no_display()
        code: int = _app().main([] if project is None else [str(project)], annotator=annotator)
        return code

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        """Write a PNG of the window with this project in it; needs no display."""
        _app().picture(project, out, annotator=annotator)


def main() -> None:
    """Run what the command line asks for, and end with its exit code."""
    try:
        streams.prepare()
        signals.end_cleanly()
        code = _run(sys.argv[1:])
    except (Exception, KeyboardInterrupt) as error:
        code = _told(error)
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    desktop = Desktop()
    if _is_project(arguments):
        # The commonest start: without the time that the command line takes to import. Hardly anything that a start
        # makes is garbage; looking for some takes a tenth of it. `app.main` goes on.
        gc.disable()
        return desktop.open(Path(arguments[0]))
    from annotator.cli import musnad

    musnad(prog_name="musnad", obj=desktop)
    return 0


def _told(error: BaseException) -> int:
    """Tell in one line what ended the program; the exit code."""
    from annotator.exits import FAILED, Exit, exit_for

    ending = exit_for(error)
    if ending is None:
        log.start()
        log.program.debug("uncaught", exc_info=error)
        ending = Exit(
            FAILED,
            f"Something went wrong in Musnad itself ({type(error).__name__}: {error}). What was done before is saved. "
            "Run it again with MUSNAD_LOG=program for the details to report.",
        )
    if ending.line:
        from annotator.cli.output import tell

        tell(ending.line)
    return ending.code


def _is_project(arguments: Sequence[str]) -> bool:
    return len(arguments) == 1 and arguments[0].endswith(".musnad") and is_file(arguments[0])


def _app() -> ModuleType:
    from annotator.quick_qt import imported_quickly

    try:
        with imported_quickly():
            from annotator import app
    except ImportError as error:
        raise ProjectError(
            "The window cannot be made: {reason}. Set up again to get what is missing: python3 packaging/start.py demo",
            reason=str(error),
        ) from error
    return app


def _qt_finds_it() -> bool:
    """Return whether Qt gets a window there; tried in another process, because it ends the one that fails.

    The server may refuse us, or a library may be missing.
    """
    # The demo alone asks, and every start would pay for it.
    import subprocess

    tried = [sys.executable, "-c", "from annotator import app; app.application()"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            tried, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=PROBE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    main()
