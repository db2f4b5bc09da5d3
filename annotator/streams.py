"""The standard streams, made safe before anything is written to them.

A program may be started with some of them closed, full, or in an encoding that has no Arabic. None of that may reach
the work: what was asked for is done, and the exit code says how it went.
"""

import io
import os
import sys
from typing import TextIO

from annotator.errors import InputError
from annotator.paths import reason


class _Output(io.FileIO):
    """Standard output; a full disk behind it is told as that, and not as trouble with the file at work.

    It fails once: what is written afterwards goes nowhere, so that nothing else is told at the end of the process.
    """

    def write(self, data: bytes, /) -> int | None:  # type: ignore[override]
        try:
            return super().write(data)
        except BrokenPipeError:
            _discard(self.fileno())
            raise
        except OSError as error:
            _discard(self.fileno())
            raise InputError(
                "The output cannot be written: {reason}. Write it elsewhere.", reason=reason(error)
            ) from error


def _discard(number: int) -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, number)
    os.close(null)


class _Messages(io.FileIO):
    """Standard error; work does not end because nobody can be told of it."""

    def write(self, data: bytes, /) -> int | None:  # type: ignore[override]
        try:
            return super().write(data)
        except OSError:
            return len(data)


def prepare() -> None:
    """Give the process three open standard streams that take any text.

    UTF-8 goes to files and pipes, the console's encoding to a console; what that cannot show is escaped.
    """
    if sys.stdout is not sys.__stdout__ or sys.stderr is not sys.__stderr__:
        return  # somebody else reads what we say, and made streams for it
    _open_closed()
    sys.stdout = _text(sys.stdout, _Output(1, "w", closefd=False))
    sys.stderr = _text(sys.stderr, _Messages(2, "w", closefd=False), line_buffering=True)


def _open_closed() -> None:
    """Put the null device where a standard stream is closed, so that no file of ours gets its number."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is taken, and all below this one are open by now.
            os.open(os.devnull, os.O_RDWR)


def _text(stream: TextIO | None, raw: io.FileIO, *, line_buffering: bool = False) -> TextIO:
    if isinstance(stream, io.TextIOWrapper) and stream.isatty():
        stream.reconfigure(errors="backslashreplace")
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace", line_buffering=line_buffering
    )


def finish() -> None:
    """Write what is still held back. Raises InputError where standard output does not take it."""
    sys.stdout.flush()
