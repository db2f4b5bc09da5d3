"""The command group, and the arguments and options that commands share."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import click
from click.core import ParameterSource

from annotator import log, paths, streams
from annotator.cli.output import Patience, say, tell
from annotator.domain.annotator import check_handle
from annotator.errors import MESSAGE_LENGTH, InputError
from annotator.exits import STOPPED, exit_for
from annotator.services.patience import while_waiting
from annotator.version import __version__
from annotator.visible import clipped, printable

EMPTY = "it is empty; give it a value, or leave it out."


class Desktop(Protocol):
    """The part of the window that the command line needs."""

    def can_be_seen(self) -> bool:
        """Return whether there is a display."""

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        """Show the window until it is closed; the exit code. MusnadError if it cannot be made."""

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        """Write a PNG of the window with this project in it; needs no display."""


class Told(click.ClickException):
    """An error told in one line on stderr, with its exit code."""

    def __init__(self, code: int, line: str | None) -> None:
        super().__init__(line or "")
        # click declares a constant of the class, and reads it from the instance.
        self.__dict__["exit_code"] = code

    def show(self, file: Any = None) -> None:
        """Write the line, if there is one."""
        del file
        if self.message:
            tell(self.message)


class Option(click.Option):
    """An option that says nothing without one of others (`needs`), or beside some (`excludes`); names of parameters."""

    def __init__(
        self, words: Sequence[str], *, needs: Sequence[str] = (), excludes: Sequence[str] = (), **said: Any
    ) -> None:
        super().__init__(words, **said)
        self.needs, self.excludes = needs, excludes


class Command(click.Command):
    """A command whose words are text: the bytes of a file's name may be anything, those of a word are UTF-8.

    An option that is given says something: none is passed over.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words into `ctx.params`. Raises InputError for bytes that are no text."""
        rest = super().parse_args(ctx, args)
        for name, value in ctx.params.items():
            ctx.params[name] = _as_text(value)
        for option in self.params:
            if isinstance(option, click.Option) and _is_given(ctx, option.name):
                _check_filled(ctx, option)
                self._check_company(ctx, option)
        return rest

    def _check_company(self, ctx: click.Context, option: click.Option) -> None:
        if not isinstance(option, Option):
            return
        words = {one.name: one.opts[-1] for one in self.params}
        if option.needs and not any(_is_given(ctx, name) for name in option.needs):
            needed = " or ".join(words[name] for name in option.needs)
            raise click.UsageError(f"{option.opts[-1]} says nothing without {needed}.", ctx)
        if other := next((name for name in option.excludes if _is_given(ctx, name)), None):
            raise click.UsageError(f"{option.opts[-1]} and {words[other]} exclude each other.", ctx)


def _is_given(ctx: click.Context, name: str | None) -> bool:
    return name is not None and ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _check_filled(ctx: click.Context, option: click.Option) -> None:
    """Raise click.BadParameter for an option that was given nothing, as by a shell's empty variable."""
    given = ctx.params[option.name or ""]
    if given == "" or (isinstance(given, tuple) and "" in given):
        raise click.BadParameter(EMPTY, ctx, option)


def listed(_context: click.Context, _option: click.Parameter, given: str | None) -> list[str] | None:
    """Return the words of a list `A,B`; None where the option is not given."""
    if given is None:
        return None
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not words:
        raise click.BadParameter(EMPTY)
    return words


def _as_text(word: object) -> object:
    """Return words as text, also where Python's locale is not that of the terminal. Raises InputError."""
    match word:
        case tuple():
            return tuple(map(_as_text, word))
        case list():
            return list(map(_as_text, word))
        case dict():
            return {_as_text(one): _as_text(other) for one, other in word.items()}
    if not isinstance(word, str) or word.isascii():
        return word
    text = printable(word)
    if "\ufffd" in text and "\ufffd" not in word:
        raise InputError("{word!r} is not UTF-8. Set the terminal to UTF-8 and type it again.", word=word)
    return text


class Commands(click.Group):
    """Commands, of which opening a project is the one that needs no name."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`musnad PROJECT` means `musnad open PROJECT`; a lone word that is no command is taken for a project."""
        if args[0] not in self.commands and (paths.exists(args[0]) or len(args) == 1):
            return "open", self.commands["open"], args
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command line. What ends it is told in one line; the exit code says how it went."""
        run: Callable[[], Any] = partial(super().main, *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            code = run()
            streams.finish()
        except click.UsageError as error:
            _tell_usage(error)
            code = error.exit_code
        except click.Abort:
            code = STOPPED
        except Exception as error:  # a bug is raised again by `_ending`, everything else has a line and an exit code
            ending = _ending(error)
            ending.show()
            code = ending.exit_code
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person should know of an error is told in one line."""
        try:
            with while_waiting(Patience()):
                return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            raise _ending(error) from error


def _ending(error: BaseException) -> click.ClickException:
    """Return the error that ends a command which raised `error`; raise a bug of ours again."""
    if isinstance(error, click.ClickException):
        return error
    ending = exit_for(error)
    if ending is None:
        raise error
    return Told(*ending)


def _tell_usage(error: click.UsageError) -> None:
    if error.ctx is not None:
        say(*error.ctx.get_usage().split("\n"), err=True)
        say(f"Try '{error.ctx.command_path} --help' for help.", "", err=True)
    say(f"Error: {clipped(error.format_message(), MESSAGE_LENGTH)}", err=True)


class FilePath(click.Path):
    """A path or the URI of a file, taken as it is given; whoever uses it says what is wrong with it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path without asking the disk, which may refuse to look."""
        del param, ctx
        return paths.of_uri(value) or Path(value)


PATH = FilePath()
PROJECT = click.argument("project", type=PATH)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
ANNOTATOR = click.option(
    "--annotator", metavar="HANDLE", help="Your handle (default: MUSNAD_ANNOTATOR, or the login name)."
)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[PROJECT | COMMAND [ARGS]...]",
)
@click.version_option(__version__, prog_name="musnad")
@click.pass_context
def musnad(context: click.Context) -> None:
    """Mark who says what about whom in right-to-left news.

    Without a command, open the window, with PROJECT if given.
    """
    log.start()
    if context.invoked_subcommand is None:
        context.exit(context.obj.open(None))


@musnad.command("open", hidden=True)
@PROJECT
@ANNOTATOR
@click.pass_context
def open_(context: click.Context, project: Path, annotator: str | None) -> None:
    """Open a project in the window."""
    if annotator is not None:
        check_handle(annotator)
    from annotator.store.preflight import check_is_project, real_path

    check_is_project(real_path(project), project)
    context.exit(context.obj.open(project, annotator))
