"""The end of a command: its exit code, and the one line that a person is told."""

from typing import NamedTuple

from annotator.errors import FIELD_LENGTH, MusnadError
from annotator.paths import explained
from annotator.visible import clipped

FAILED = 1
_TOO_MUCH = "There is not enough memory for this. Close other programs, or do less at once."
_SET_UP = "Set up again to get what is missing: python3 packaging/start.py demo"
_NO_MEMORY = "failed to map segment"
"""The words of the system's loader about a library for which there is no memory."""
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
        case ImportError() if _NO_MEMORY in str(error):
            return Exit(FAILED, _TOO_MUCH)
        case ImportError() if not (error.name or "annotator").startswith("annotator"):
            reason = clipped(str(error), FIELD_LENGTH)
            return Exit(FAILED, f"A part of Musnad cannot be loaded: {reason}. {_SET_UP}")
        case MemoryError():
            return Exit(FAILED, _TOO_MUCH)
        case OSError():
            return Exit(FAILED, str(explained(error, error.filename)))
    return None
