"""Commands for articles: import, documents, suggest, search."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from annotator import paths
from annotator.cli.group import ANNOTATOR, JSON, PATH, PROJECT, musnad
from annotator.cli.output import Counter, counted, say, say_json, tabulate, tell
from annotator.errors import NotFoundError

if TYPE_CHECKING:
    from annotator.domain.search import Query
    from annotator.services.exchange import ImportReport
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary


@musnad.command("import")
@PROJECT
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=PATH)
@click.option("--format", metavar="NAME", help="Format of the files (default: detected from name and content).")
@click.option("--encoding", metavar="NAME", help="Text encoding of articles (default: detected).")
@click.option("--annotator", metavar="HANDLE", help="Annotator for marks whose file names none (default: you).")
@click.option(
    "--map", "map_file", metavar="FILE.toml", type=PATH, help="Map from labels of the dataset to labels of the scheme."
)
@click.option(
    "--propose-map",
    "proposed",
    metavar="FILE.toml",
    type=PATH,
    help="Write a draft of such a map for SOURCE, to be finished by hand; import nothing.",
)
@JSON
@click.pass_context
def import_(
    context: click.Context,
    project: Path,
    sources: Sequence[Path],
    format: str | None,
    encoding: str | None,
    annotator: str | None,
    map_file: Path | None,
    proposed: Path | None,
    as_json: bool,
) -> None:
    """Import articles, or annotations if the format holds them.

    SOURCE is a file, or a folder of files with annotations, which is imported as one.

    Labels of a foreign dataset are matched with labels of the project's scheme by name. --map maps the others;
    --propose-map writes a draft of the map.
    """
    from annotator.formats.losses import told
    from annotator.services.foreign import load_map
    from annotator.services.project import Project

    if proposed is not None:
        _propose_map(project, sources, format, proposed)
        return
    with Project.open(project, annotator=annotator) as opened, Counter("Importing") as progress:
        label_map = None if map_file is None else load_map(map_file, opened.scheme)
        report = opened.import_(sources, format, encoding=encoding, label_map=label_map, progress=progress)
        visual = [opened.document(id).title for id in report.visual]
    for _, error in report.failed:
        tell(error)
    if visual:
        tell(_visual_told(visual))
    if report.left_out:
        tell(f"left out: {told(report.left_out)}")
    say_json(_import_listed(report)) if as_json else say(_import_told(report))
    context.exit(1 if report.failed else 0)


def _propose_map(project: Path, sources: Sequence[Path], format: str | None, out: Path) -> None:
    from annotator.services.files import written_whole
    from annotator.services.foreign import propose_map
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        text = propose_map(list(sources), format, opened.scheme, opened.annotator)
    with written_whole(out) as stream:
        stream.write(text.encode())
    say(f"The map, to be looked through: {out}", err=paths.kind(out) != "file")


def _import_listed(report: "ImportReport") -> dict[str, Any]:
    """Return a report for a script; what was left out only where there is any."""
    listed = msgspec.structs.asdict(report)
    return listed if report.left_out else {key: value for key, value in listed.items() if key != "left_out"}


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
@click.option("--duplicates", is_flag=True, help="Name the article that each one nearly repeats (wire copy).")
@ANNOTATOR
@JSON
def documents(project: Path, duplicates: bool, annotator: str | None, as_json: bool) -> None:
    """List the articles of a project."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened:
        summaries = opened.summaries(grouped=duplicates)
    if as_json:
        say_json(summaries)
        return
    columns = ["id", "title", "publisher", "date", "characters", "status", "my spans"]
    tabulate(
        [*columns, *(["repeats"] if duplicates else [])],
        [(*_cells(one), *([_repeated(one)] if duplicates else [])) for one in summaries],
        numbers={"characters", "my spans"},
    )


def _cells(one: "DocumentSummary") -> tuple[str | None, ...]:
    return (
        *(one.id[:8], one.title, one.publisher, one.published),
        *(f"{one.length:,}", one.status, f"{one.spans:,}"),
    )


def _repeated(one: "DocumentSummary") -> str | None:
    """The article that this one nearly repeats."""
    return one.group[:8] if one.group is not None and one.group != one.id else None


@musnad.command()
@PROJECT
@click.option(
    "--with",
    "using",
    metavar="NAME,...",
    help="Suggesters to run: aliases, cues, ner, repeats (default: all that can run).",
)
@ANNOTATOR
@JSON
@click.pass_context
def suggest(context: click.Context, project: Path, using: str | None, annotator: str | None, as_json: bool) -> None:
    """Run suggesters over all articles. Suggestions are stored until somebody accepts or refuses them."""
    from annotator.services.project import Project

    names = None if using is None else [name.strip() for name in using.split(",") if name.strip()]
    with Project.open(project, annotator=annotator) as opened, Counter("Reading") as progress:
        report = opened.suggest(names, progress=progress)
    for name, title, error in report.failed:
        tell(f"{name}: {title}: {error}" if title else f"{name}: {error}")
    for name, error in report.idle:
        tell(f"{name}: {error}")
    if as_json:
        failed = [[*place, str(error)] for *place, error in report.failed]
        say_json({"found": report.found, "failed": failed, "idle": {name: str(error) for name, error in report.idle}})
    else:
        tabulate(["suggester", "marks"], [(name, f"{count:,}") for name, count in report.found.items()], {"marks"})
    context.exit(1 if report.failed else 0)


@musnad.command()
@PROJECT
@click.argument("query")
@click.option("--whole", is_flag=True, help="Match whole words only; a word with a clitic is another word.")
@click.option("--exact", is_flag=True, help="Match the spelling exactly.")
@click.option("--keep-teh-marbuta", is_flag=True, help="Distinguish ة from ه.")
@click.option("--regex", is_flag=True, help="Treat QUERY as a regular expression.")
@click.option("--label", metavar="KEY", help="Search only in marks with this label.")
@click.option(
    "--attribute",
    metavar="KEY=VALUE",
    multiple=True,
    help="Search only in marks with this attribute value. Repeatable.",
)
@click.option("--actor", metavar="NAME|ID", help="Search only in mentions of this actor.")
@click.option("--publisher", metavar="NAME", help="Search only in articles of this publisher.")
@click.option(
    "--since",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Search only in articles published on or after this day.",
)
@click.option(
    "--until",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Search only in articles published on or before this day.",
)
@click.option("--limit", metavar="N", type=click.IntRange(1), help="Maximum number of results.")
@ANNOTATOR
@JSON
def search(project: Path, query: str, limit: int | None, annotator: str | None, as_json: bool, **where: Any) -> None:
    """Search all articles for QUERY, in any spelling (harakat, alef and hamza forms, digits, tatweel)."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened, Counter("Searching") as progress:
        hits = opened.search(_query(opened, query, where), limit, progress)
    if as_json:
        say_json(hits)
        return
    rows = [(one.title, f"{one.start:,}", f"{one.before}[{one.text}]{one.after}") for one in hits]
    if rows:
        tabulate(["article", "at", "line"], rows, numbers={"at"})
    say(counted(len(hits), "place"), err=True)


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
        actor=actor_id(project, where["actor"]) if where["actor"] else None,
        publisher=where["publisher"],
        since=since,
        until=until,
    )


def actor_id(project: "Project", name: str) -> str:
    """Return the id of the actor with this id or name, in any spelling. Raises NotFoundError."""
    from annotator.text.normalize import normal_form

    wanted = normal_form(name)
    for actor in project.actors():
        if actor.id == name or wanted in map(normal_form, (actor.name, *actor.aliases)):
            return actor.id
    raise NotFoundError("This project has no actor {name!r}. `musnad actors` lists those it has.", name=name)
