"""The group that holds every command, and what all of them take."""

from pathlib import Path
from typing import Any, Protocol

import click

from annotator import __version__, log
from annotator.cli.telling import visible
from annotator.errors import MusnadError, ProjectError


class Desktop(Protocol):
    """What the command line needs of the window."""

    def can_be_seen(self) -> bool:
        """Whether there is a display."""

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        """Show the window until it is closed; the exit code. MusnadError if it cannot be made."""

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        """Write a PNG of the window with this project in it; needs no display."""


class Told(click.ClickException):
    """An error in one line on stderr."""

    def show(self, file: Any = None) -> None:
        """Write the line."""
        click.echo(f"musnad: {visible(self.message)}", file=file, err=file is None)


class Stopped(Told):
    """Ctrl+C, in the exit code that shells expect for it."""

    exit_code = 130


class Commands(click.Group):
    """Commands, of which opening a project is the one that needs no name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`musnad PROJECT` means `musnad open PROJECT`; a lone word that is no command is taken for a project."""
        if args[0] not in self.commands and (Path(args[0]).exists() or len(args) == 1):
            return "open", self.commands["open"], args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person should know of an error is told in one line."""
        try:
            return super().invoke(ctx)
        except MusnadError as error:
            raise Told(str(error)) from error
        except KeyboardInterrupt as error:
            raise Stopped("stopped. What was finished before is kept, nothing is half done.") from error


PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON instead of words.")
ANNOTATOR = click.option("--annotator", metavar="HANDLE", help="Who you are; your login name if not given.")


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

    Without a command: open the window, with PROJECT in it if one is named.
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
    if not project.exists():
        raise ProjectError("There is no project {path}. Make one with: musnad new {path}", path=project)
    context.exit(context.obj.open(project, annotator))
