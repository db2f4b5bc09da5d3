"""Output of the command line: tables for people, JSON for programs, progress on stderr."""

import sys
import time
from collections.abc import Iterable, Sequence

import click
import msgspec

from annotator.visible import printable, visible

__all__ = ["Counter", "counted", "json_text", "say", "say_json", "tabulate", "tell", "visible"]


class Counter:
    """Progress on stderr: a line that rewrites itself on a terminal, now and then a new one elsewhere."""

    PAUSE_S = 5.0
    """Seconds between two lines where nobody looks on."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._live = sys.stderr.isatty()
        self._told = time.monotonic()

    def __call__(self, done: int, total: int, label: str) -> None:
        """Tell that `done` of `total` steps are made and that `label` comes next."""
        pause = 0.1 if self._live else self.PAUSE_S
        if time.monotonic() - self._told < pause:
            return
        self._told = time.monotonic()
        line = f"{self._doing} {done + 1:,} of {total:,}: {visible(label)[:50]}"
        # Not with `say`, which would show what rewrites the line instead of doing it.
        click.echo(f"\r\x1b[K{line}" if self._live else line, nl=not self._live, err=True)

    def __enter__(self) -> "Counter":
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            click.echo("\r\x1b[K", nl=False, err=True)


class Patience:
    """Waits for another program's writing, and says so on stderr."""

    TOLD_AFTER_S = 0.5
    LONGEST_S = 120.0

    def __init__(self) -> None:
        self._told = False

    def __call__(self, seconds: float) -> bool:
        """Tell once that it has been waited for some time; False if that is long enough."""
        if seconds > self.TOLD_AFTER_S and not self._told:
            self._told = True
            tell("another program is writing to the project; waiting for it. Ctrl+C stops.")
        return seconds < self.LONGEST_S


def counted(number: int, thing: str) -> str:
    """`1 span`, `1,310 spans`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def say(*lines: str, err: bool = False) -> None:
    """Write each line to stdout (`err`: to stderr), where nothing in it can steer a terminal."""
    for line in lines:
        click.echo(visible(printable(line)), err=err)


def tell(problem: object) -> None:
    """Write one line on stderr about what went wrong, or was lost."""
    say(f"musnad: {problem}", err=True)


def hidden_told(count: int) -> str:
    """Return the words about readings that a blind project hides from who asks."""
    return f"the project is read blind: {counted(count, 'reading')} left out until your own is done"


def json_text(value: object) -> str:
    """Return the value as JSON; bytes of file names that are not UTF-8 become U+FFFD."""
    try:
        data = msgspec.json.encode(value, enc_hook=str)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_printable(msgspec.to_builtins(value, enc_hook=str)))
    return msgspec.json.format(data).decode()


def _printable(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case dict():
            return {printable(key): _printable(held) for key, held in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
    return value


def say_json(value: object) -> None:
    """Write the value to stdout for programs."""
    click.echo(json_text(value))


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[str | None]], numbers: Iterable[str] = ()) -> None:
    """Write a table to stdout, with the columns in `numbers` set to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell or "-")) for cell in row))
    # Nothing is cut where a program reads on.
    Console(width=None if sys.stdout.isatty() else 10_000).print(table)
