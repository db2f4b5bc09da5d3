"""How the command line tells: tables for people, JSON for programs, progress on stderr."""

import sys
import time
from collections.abc import Iterable, Sequence

import click
import msgspec

from annotator.text.controls import NAMES


class Counter:
    """Progress on stderr: a line that rewrites itself on a terminal, now and then a new one elsewhere."""

    EVERY = 5.0
    """Seconds between two lines where nobody looks on."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._live = sys.stderr.isatty()
        self._told = time.monotonic()

    def __call__(self, done: int, total: int, label: str) -> None:
        """Tell that `done` of `total` steps are made and that `label` comes next."""
        pause = 0.1 if self._live else self.EVERY
        if time.monotonic() - self._told < pause:
            return
        self._told = time.monotonic()
        line = f"{self._doing} {done + 1:,} of {total:,}: {visible(label)[:50]}"
        click.echo(f"\r\x1b[K{line}" if self._live else line, nl=not self._live, err=True)

    def __enter__(self) -> "Counter":
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            click.echo("\r\x1b[K", nl=False, err=True)


def counted(number: int, thing: str) -> str:
    """`1 span`, `1,310 spans`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    """One line in which what steers a terminal or its direction is shown and not obeyed: `[RLO]`, `[U+001B]`."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in NAMES:
        return f"[{NAMES[char]}]"
    if char in "\n\t\u2028\u2029":
        return " "
    # C0 and C1 controls: a terminal takes them for commands.
    return f"[U+{ord(char):04X}]" if char < " " or "\x7f" <= char < "\xa0" else char


def json_text(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value, enc_hook=str)).decode()


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[str | None]], numbers: Iterable[str] = ()) -> None:
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
