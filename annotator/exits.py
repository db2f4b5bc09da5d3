"""The end of a command: its exit code, and the one line that a person is told."""

from typing import NamedTuple

from annotator.errors import MusnadError
from annotator.paths import explained

FAILED = 1
STOPPED = 130
"""The exit code that shells expect after Ctrl+C."""


class Exit(NamedTuple):
    """An exit code, and the line for standard error; None where there is nothing to tell."""

    code: int
    line: str | None = None


def exit_for(error: BaseException) -> Exit | None:
    """Return how a command ends that raised `error`; None for a bug of ours."""
    match error:
        case MusnadError():
            return Exit(FAILED, str(error))
        case KeyboardInterrupt():
            return Exit(STOPPED, "stopped. What was finished before is kept, nothing is half done.")
        case BrokenPipeError():
            return Exit(FAILED)
        case MemoryError():
            return Exit(FAILED, "There is not enough memory for this. Close other programs, or do less at once.")
        case OSError():
            return Exit(FAILED, str(explained(error, error.filename)))
    return None
