"""The command line. Nothing here knows Qt: `__main__` hands in the desktop."""

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click
import msgspec

from annotator import __version__
from annotator.errors import InputError, MusnadError, NotFoundError, ProjectError
from annotator.text.controls import NAMES

if TYPE_CHECKING:
    from annotator.domain.scheme import Label, RelationType, Scheme
    from annotator.domain.search import Query
    from annotator.services.exchange import ImportReport, Report
    from annotator.services.project import Project
    from annotator.services.registry import ActorsReport

DEMO_FOLDER = "musnad-demo"


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


@musnad.command()
@click.argument("folder", metavar="[DIR]", default=DEMO_FOLDER, type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def demo(context: click.Context, folder: Path) -> None:
    """Make the sample project, export it, and open it (or draw it, where there is no display)."""
    from annotator.services.sample import ANNOTATOR as READER
    from annotator.services.sample import make_sample

    project, dataset = folder / "sample.musnad", folder / "sample.jsonl"
    _make_folder(folder)
    if project.exists():
        click.echo(f"The sample project is there already and stays as it is: {project}")
    else:
        click.echo(f"The sample project: {make_sample(project)}")
    _tell_export(_export(project, "jsonl", dataset))
    desktop: Desktop = context.obj
    if desktop.can_be_seen():
        context.exit(desktop.open(project, READER))
    picture = folder / "window.png"
    click.echo("There is no display, so the window is drawn into a file instead.")
    desktop.picture(project, picture, READER)
    click.echo(f"The window: {picture}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("{folder} cannot be made: {reason}.", folder=folder, reason=error.strerror) from error


@musnad.command()
@PROJECT
@click.option("--scheme", metavar="NAME|FILE", help="A scheme that comes with Musnad, or a TOML file.")
@ANNOTATOR
def new(project: Path, scheme: str | None, annotator: str | None) -> None:
    """Make an empty project."""
    from annotator.services.project import Project

    with Project.create(project, scheme=scheme, annotator=annotator) as made:
        click.echo(f"{project}: made for {made.annotator}, with the scheme {made.scheme.name} {made.scheme.version}.")


@musnad.command("import")
@PROJECT
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", metavar="NAME", help="What the files are; by their suffix if not given.")
@click.option("--encoding", metavar="NAME", help="The encoding of articles; found out if not given.")
@click.option("--annotator", metavar="HANDLE", help="Whose marks become that name nobody; yours if not given.")
@JSON
@click.pass_context
def import_(
    context: click.Context,
    project: Path,
    sources: Sequence[Path],
    format: str | None,
    encoding: str | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Bring in articles, or annotations where the format holds them."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator) as opened, Counter("Importing") as progress:
        report = opened.import_(sources, format, encoding=encoding, progress=progress)
        visual = [opened.document(id).title for id in report.visual]
    for _, error in report.failed:
        click.echo(f"musnad: {visible(str(error))}", err=True)
    if visual:
        click.echo(f"musnad: {visible(_visual_told(visual))}", err=True)
    click.echo(_json(report) if as_json else _import_told(report))
    context.exit(1 if report.failed else 0)


def _import_told(report: "ImportReport") -> str:
    parts = [f"{counted(report.added, 'article')} added"]
    parts += [f"{report.known:,} known already"] if report.known else []
    parts += [counted(report.sets, "reading")] if report.sets else []
    parts += [f"{counted(len(report.failed), 'file')} failed"] if report.failed else []
    return ", ".join(parts) + "."


def _visual_told(titles: Sequence[str]) -> str:
    which = "; ".join(titles[:3]) + ("; …" if len(titles) > 3 else "")
    return (
        f"{counted(len(titles), 'article')} in the order of the screen, as PDF files give them: {which}. "
        "They stay as they are; the window offers a copy in reading order."
    )


@musnad.command()
@PROJECT
@ANNOTATOR
@JSON
def documents(project: Path, annotator: str | None, as_json: bool) -> None:
    """List the articles of a project."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened:
        summaries = opened.summaries()
    if as_json:
        click.echo(_json(summaries))
        return
    _table(
        ["id", "title", "publisher", "date", "characters", "status", "my spans"],
        [
            (one.id[:8], one.title, one.publisher, one.published, f"{one.length:,}", one.status, f"{one.spans:,}")
            for one in summaries
        ],
        numbers={"characters", "my spans"},
    )


@musnad.command()
@PROJECT
@click.option("--with", "using", metavar="NAME,...", help="Which suggesters: aliases, cues, repeats; all if not given.")
@ANNOTATOR
@JSON
def suggest(project: Path, using: str | None, annotator: str | None, as_json: bool) -> None:
    """Let suggesters propose marks in every article; they wait there until you take or refuse them."""
    from annotator.services.project import Project

    names = None if using is None else [name.strip() for name in using.split(",") if name.strip()]
    with Project.open(project, annotator=annotator) as opened, Counter("Reading") as progress:
        report = opened.suggest(names, progress=progress)
    for name, title, error in report.failed:
        click.echo(f"musnad: {visible(f'{name}: {title}: {error}' if title else f'{name}: {error}')}", err=True)
    if as_json:
        click.echo(_json({"found": report.found, "failed": [[*place, str(error)] for *place, error in report.failed]}))
    else:
        _table(["suggester", "marks"], [(name, f"{count:,}") for name, count in report.found.items()], {"marks"})
    if report.failed:
        raise SystemExit(1)


@musnad.command()
@PROJECT
@click.argument("query")
@click.option("--whole", is_flag=True, help="Whole words only; a word with a clitic is another word.")
@click.option("--exact", is_flag=True, help="The spelling as it is typed.")
@click.option("--keep-teh-marbuta", is_flag=True, help="Tell ة from ه.")
@click.option("--regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--label", metavar="KEY", help="Only in marks with this label.")
@click.option("--attribute", metavar="KEY=VALUE", multiple=True, help="Only in marks with this value; repeatable.")
@click.option("--actor", metavar="NAME|ID", help="Only in mentions of this actor.")
@click.option("--publisher", metavar="NAME", help="Only in articles of this publisher.")
@click.option("--since", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="Published on this day or later.")
@click.option("--until", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="Published on this day or before.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="No more places than this.")
@ANNOTATOR
@JSON
def search(project: Path, query: str, limit: int | None, annotator: str | None, as_json: bool, **where: Any) -> None:
    """Find QUERY in all texts, whatever the spelling (harakat, alef and hamza forms, digits, tatweel)."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened, Counter("Searching") as progress:
        hits = opened.search(_query(opened, query, where), limit, progress)
    if as_json:
        click.echo(_json(hits))
        return
    rows = [(one.title, f"{one.start:,}", f"{one.before}[{one.text}]{one.after}") for one in hits]
    if rows:
        _table(["article", "at", "line"], rows, numbers={"at"})
    click.echo(counted(len(hits), "place"), err=True)


def _query(project: "Project", text: str, where: Mapping[str, Any]) -> "Query":
    from annotator.domain.search import Query

    pairs = [pair.partition("=") for pair in where["attribute"]]
    if wrong := next((key for key, mark, value in pairs if not (key and mark and value)), None):
        raise click.UsageError(f"--attribute wants KEY=VALUE, not {wrong!r}")
    since, until = (where[name].strftime("%Y-%m-%d") if where[name] else None for name in ("since", "until"))
    return Query(
        text=text,
        whole=where["whole"],
        exact=where["exact"],
        teh_marbuta=not where["keep_teh_marbuta"],
        regex=where["regex"],
        label=project.scheme.label(where["label"]).key if where["label"] else None,
        attributes={key: value for key, _, value in pairs},
        actor=_actor_id(project, where["actor"]) if where["actor"] else None,
        publisher=where["publisher"],
        since=since,
        until=until,
    )


def _actor_id(project: "Project", name: str) -> str:
    """The id of the actor that is called this, by any of its names in any spelling."""
    from annotator.text.normalize import normal_form

    wanted = normal_form(name)
    for actor in project.actors():
        if actor.id == name or wanted in map(normal_form, (actor.name, *actor.aliases)):
            return actor.id
    raise NotFoundError("This project has no actor {name!r}. `musnad actors` lists those it has.", name=name)


@musnad.command()
@PROJECT
@click.option("--export", "out", metavar="FILE", type=click.Path(path_type=Path), help="Write them as CSV.")
@click.option("--import", "table", metavar="FILE", type=click.Path(path_type=Path), help="Bring in a CSV table.")
@click.option("--encoding", metavar="NAME", help="The encoding of the table; found out if not given.")
@ANNOTATOR
@JSON
def actors(
    project: Path, out: Path | None, table: Path | None, encoding: str | None, annotator: str | None, as_json: bool
) -> None:
    """List the actors of a project, or move them out to a spreadsheet and back.

    The table's columns are id, name, kind, wikidata, aliases (with | between them) and note; only name and kind must
    be there. With both options the table comes in before the file is written.
    """
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=table is None) as opened:
        if table is not None:
            report = opened.import_actors(table, encoding)
            for row in report.merged:
                click.echo(f"musnad: {visible(f'line {row.line}: {row.name} is {row.into}')}", err=True)
            click.echo(_json(report) if as_json else _actors_told(report))
        if out is not None:
            written = opened.export_actors(out)
            # A pipe (/dev/stdout) carries the table and nothing else.
            click.echo(f"{counted(written, 'actor')}: {out}", err=as_json or not out.is_file())
        if out is not None or table is not None:
            return
        listed = opened.actors()
    if as_json:
        click.echo(_json(listed))
        return
    _table(
        ["id", "name", "kind", "wikidata", "aliases"],
        [(one.id[:8], one.name, one.kind, one.wikidata, "; ".join(one.aliases)) for one in listed],
    )


@musnad.command()
@PROJECT
@click.option("--set", "wanted", metavar="NAME|FILE", help="Give the project this scheme.")
@click.option(
    "--map", "renames", metavar="PATH=KEY", multiple=True, help="With --set: what becomes of a key; may be repeated."
)
@click.option("--drop", is_flag=True, help="With --set: take away what has no place in the new scheme.")
@click.option("--export", "out", metavar="FILE", type=click.Path(path_type=Path), help="Write the scheme as TOML.")
@ANNOTATOR
@JSON
def scheme(
    project: Path,
    wanted: str | None,
    renames: Sequence[str],
    drop: bool,
    out: Path | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Show the scheme of a project, give it another one, or write it as a file.

    Marks follow a new key that is told with --map: labels.claim=statement, labels.claim.polarity=truth,
    labels.claim.polarity.denied=no, relations.source=speaker. What would lose its place is counted and refused,
    unless --drop is given. One undo brings everything back.
    """
    from annotator.services.project import Project
    from annotator.services.schemes import load_scheme, save_scheme

    with Project.open(project, annotator=annotator, read_only=wanted is None) as opened:
        if wanted is not None:
            held = opened.set_scheme(load_scheme(wanted), dict(map(_rename, renames)), drop=drop)
            click.echo(f"{project}: now has the scheme {held.name} {held.version}.", err=as_json)
        if out is not None:
            save_scheme(opened.scheme, out)
            click.echo(f"The scheme {opened.scheme.name} {opened.scheme.version}: {out}", err=not out.is_file())
        shown = opened.scheme
    if as_json:
        click.echo(_json(shown))
    elif wanted is None and out is None:
        _tell_scheme(shown)


def _rename(text: str) -> tuple[str, str]:
    path, equals, key = text.partition("=")
    if not equals or path.split(".")[0] not in ("labels", "relations") or not key:
        raise click.UsageError(f"--map {text}: write it as labels.claim=statement.")
    return path, key


def _tell_scheme(scheme: "Scheme") -> None:
    click.echo(f"{scheme.name} {scheme.version}")
    from annotator.domain.scheme import title_in

    rows: list[tuple[str, Label | RelationType, str]] = [("label", label, "") for label in scheme.labels]
    rows += [("relation", kind, f"{', '.join(kind.from_)} → {', '.join(kind.to)}") for kind in scheme.relations]
    _table(
        ["", "key", "title", "letter", "between", "attributes"],
        [
            (
                what,
                item.key,
                title_in(item.title, "en", item.key),
                item.shortcut,
                ends,
                "; ".join(f"{one.key}: {', '.join(value.key for value in one.values)}" for one in item.attributes),
            )
            for what, item, ends in rows
        ],
    )


def _actors_told(report: "ActorsReport") -> str:
    parts = [f"{counted(report.added, 'actor')} added"]
    parts += [f"{report.changed:,} changed"] if report.changed else []
    parts += [f"{report.same:,} as before"] if report.same else []
    parts += [f"{counted(len(report.merged), 'row')} merged"] if report.merged else []
    return ", ".join(parts) + "."


@musnad.command()
@JSON
def formats(as_json: bool) -> None:
    """List the formats that can be read and written."""
    from annotator.formats.losses import KINDS
    from annotator.formats.registry import readers, writers
    from annotator.intake.kinds import kinds

    found: dict[str, dict[str, Any]] = {}
    blank: dict[str, Any] = {"reads": None, "writes": False, "loses": []}
    for kind in kinds():
        entry = {"id": kind.id, "title": kind.title, "suffixes": list(kind.suffixes), **blank}
        found[kind.id] = {**entry, "reads": "articles"}
    for reader in readers():
        entry = {"id": reader.id, "title": reader.title, "suffixes": [reader.suffix], **blank}
        found[reader.id] = {**entry, "reads": "annotations"}
    for writer in writers():
        entry = {"id": writer.id, "title": writer.title, "suffixes": [writer.suffix], **blank}
        lost = [name for feature, name in KINDS.items() if feature not in writer.holds]
        found[writer.id] = {**found.get(writer.id, entry), "writes": True, "loses": lost}
    if as_json:
        click.echo(_json([found[id] for id in sorted(found)]))
        return
    _table(
        ["id", "title", "suffix", "reads", "writes", "loses"],
        [
            (
                one["id"],
                one["title"],
                " ".join(one["suffixes"]),
                one["reads"],
                "annotations" if one["writes"] else None,
                (", ".join(one["loses"]) or "nothing") if one["writes"] else None,
            )
            for one in (found[id] for id in sorted(found))
        ],
    )


@musnad.command()
@PROJECT
@click.option("--format", metavar="NAME", required=True, help="One of those that `musnad formats` lists.")
@click.option("--out", metavar="PATH", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option(
    "--set",
    "handles",
    metavar="HANDLE|gold|all",
    multiple=True,
    help="Whose reading; may be repeated. All if not given.",
)
@click.option("--split", metavar="PARTS", help="Divide the articles: train=80,dev=10,test=10.")
@click.option("--strict", is_flag=True, help="Refuse to write a format that would lose anything.")
@JSON
def export(
    project: Path, format: str, out: Path, handles: Sequence[str], split: str | None, strict: bool, as_json: bool
) -> None:
    """Write a dataset."""
    report = _export(project, format, out, handles, split, strict)
    if as_json:
        click.echo(_json(report))
    else:
        _tell_export(report)


def _export(
    project: Path,
    format: str,
    out: Path,
    handles: Sequence[str] = (),
    split: str | None = None,
    strict: bool = False,
) -> "Report":
    from annotator.services import exchange
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened, Counter("Exporting") as progress:
        return exchange.export(opened, format, out, handles or None, split, strict=strict, progress=progress)


def _tell_export(report: "Report") -> None:
    from annotator.formats.losses import told
    from annotator.services.exchange import report_path

    counts = (
        counted(report.documents, "article"),
        counted(report.sets, "reading"),
        counted(report.spans, "span"),
        counted(report.relations, "relation"),
    )
    # A pipe (/dev/stdout) carries the dataset and nothing else.
    click.echo(f"The dataset ({', '.join(counts)}): {report.path}", err=not report.path.is_file())
    if report.losses:
        click.echo(f"musnad: lost: {told(report.losses)}; counted in {report_path(report.path)}", err=True)


@musnad.command()
@PROJECT
@JSON
@click.pass_context
def check(context: click.Context, project: Path, as_json: bool) -> None:
    """Look whether everything in a project holds together. Changes nothing."""
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        problems = opened.check()
        articles = len(opened.summaries())
    if as_json:
        click.echo(_json(problems))
    elif problems:
        click.echo("\n".join(map(visible, problems)))
    else:
        click.echo(f"{project}: {counted(articles, 'article')}; everything holds together.")
    context.exit(1 if problems else 0)


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


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value, enc_hook=str)).decode()


def _table(columns: Sequence[str], rows: Iterable[Sequence[str | None]], numbers: Iterable[str] = ()) -> None:
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
