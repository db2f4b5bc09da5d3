"""The door: `musnad`, or `python -m annotator`."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from annotator.errors import MusnadError, ProjectError


class Desktop:
    """The window as the command line sees it; Qt is imported when it is needed."""

    def can_be_seen(self) -> bool:
        """Whether a person would see the window; only Linux runs without a display."""
        if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
            return False
        return _has_display()

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        """Show the window until it is closed; the exit code. MusnadError if it cannot be made."""
        if not _has_display() and "QT_QPA_PLATFORM" not in os.environ:
            raise ProjectError("There is no display to open the window on. `musnad --help` lists what works without.")
        code: int = _app().main([] if project is None else [str(project)], annotator=annotator)
        return code

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        """Write a PNG of the window with this project in it; needs no display."""
        _app().picture(project, out, annotator=annotator)


def main() -> None:
    """Run what the command line asks for."""
    _speak_unicode()
    desktop = Desktop()
    arguments = sys.argv[1:]
    if _is_project(arguments):
        sys.exit(_open_at_once(desktop, Path(arguments[0])))
    from annotator.cli import musnad

    musnad(prog_name="musnad", obj=desktop)


def _is_project(arguments: Sequence[str]) -> bool:
    return len(arguments) == 1 and arguments[0].endswith(".musnad") and Path(arguments[0]).is_file()


def _open_at_once(desktop: Desktop, project: Path) -> int:
    """The commonest start: without the time that the command line takes to import."""
    # Hardly anything that a start makes is garbage; looking for some takes a tenth of it. `app.main` goes on.
    gc.disable()
    try:
        return desktop.open(project)
    except MusnadError as error:
        print(f"musnad: {error}", file=sys.stderr)
        return 1


def _app() -> ModuleType:
    try:
        from annotator import app
    except ImportError as error:
        raise ProjectError(
            "The window cannot be made: {reason}. Set up again to get what is missing: python3 packaging/start.py demo",
            reason=str(error),
        ) from error
    return app


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _speak_unicode() -> None:
    """Titles are Arabic: write UTF-8 to files and pipes everywhere, and never fail over what cannot be shown."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
