"""The command that imports: articles of every kind, annotations, and a preview of both."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from annotator import paths
from annotator.cli.group import JSON, PATH, PROJECT, musnad
from annotator.cli.output import Counter, counted, say, say_json, tabulate, tell
from annotator.errors import InputError

if TYPE_CHECKING:
    from annotator.services.arrivals import Arrival, ImportPreview
    from annotator.services.exchange import ImportReport
    from annotator.services.gathering import Given, IntakeWish
    from annotator.services.project import Project

STDIN = "-"


class _Given(click.ParamType["str | Path"]):
    """A file or folder as a path; an address or `-` as it is."""

    name = "source"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "str | Path":
        if isinstance(value, str) and (value == STDIN or paths.is_address(value)):
            return value
        return Path(PATH.convert(value, param, ctx))


@musnad.command("import")
@PROJECT
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=_Given())
@click.option("--preview", is_flag=True, help="Show what would come in; import nothing.")
@click.option("--format", metavar="NAME", help="Format of the files (default: detected from name and content).")
@click.option("--encoding", metavar="NAME", help="Text encoding of articles (default: detected).")
@click.option(
    "--column",
    "columns",
    metavar="ROLE=NAME",
    multiple=True,
    help="Column of a table that holds ROLE: text, title, url, publisher, published, author, language. Repeatable.",
)
@click.option("--keep-pages", is_flag=True, help="Keep each web page as it came (HTML or WARC) beside the project.")
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
    sources: Sequence[str | Path],
    preview: bool,
    format: str | None,
    encoding: str | None,
    columns: Sequence[str],
    keep_pages: bool,
    annotator: str | None,
    map_file: Path | None,
    proposed: Path | None,
    as_json: bool,
) -> None:
    """Import articles, or annotations if the format holds them.

    SOURCE is a file (text, web page, feed, Word, PDF, table in CSV, Excel or JSON Lines), a folder or ZIP archive of
    such files, the address of a page or feed (the only thing that is fetched), or - for a text on standard input. A
    folder of files with annotations is imported as one.

    Labels of a foreign dataset are matched with labels of the project's scheme by name. --map maps the others;
    --propose-map writes a draft of the map.
    """
    from annotator.formats.losses import told
    from annotator.services.foreign import load_map
    from annotator.services.gathering import IntakeWish
    from annotator.services.project import Project

    if proposed is not None:
        _propose_map(project, sources, format, proposed)
        return
    wish = IntakeWish(kind=format, encoding=encoding, columns=_columns(columns), keep_pages=keep_pages)
    given = [_stdin() if one == STDIN else one for one in sources]
    if preview:
        with Project.open(project, annotator=annotator, read_only=True) as opened, Counter("Reading") as progress:
            _show_preview(context, opened, given, wish, progress, as_json=as_json)
        return
    with Project.open(project, annotator=annotator) as opened, Counter("Importing") as progress:
        label_map = None if map_file is None else load_map(map_file, opened.scheme)
        report = opened.import_(
            given,
            format,
            encoding=encoding,
            columns=wish.columns,
            keep_pages=keep_pages,
            label_map=label_map,
            progress=progress,
        )
        visual = [opened.document(id).title for id in report.visual]
    for _, error in report.failed:
        tell(error)
    if visual:
        tell(_visual_told(visual))
    if report.left_out:
        tell(f"left out: {told(report.left_out)}")
    say_json(_import_listed(report)) if as_json else say(_import_told(report))
    context.exit(1 if report.failed else 0)


def _columns(pairs: Sequence[str]) -> Mapping[str, str]:
    parts = [pair.partition("=") for pair in pairs]
    if wrong := next((role for role, mark, _ in parts if not (role and mark)), None):
        raise click.UsageError(f"--column wants ROLE=NAME, not {wrong!r}")
    return {role.strip(): name.strip() for role, _, name in parts}


def _stdin() -> "Given":
    from annotator.intake import ArticleSource
    from annotator.intake.files import LARGEST_BYTES

    data = sys.stdin.buffer.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise InputError("Standard input has more than {most} MiB; save it to files.", most=LARGEST_BYTES // 2**20)
    return ArticleSource(name="standard input", data=data)


# What would come in


def _show_preview(
    context: click.Context,
    project: "Project",
    given: "Sequence[Given]",
    wish: "IntakeWish",
    progress: Counter,
    *,
    as_json: bool,
) -> None:
    seen = project.preview(given, wish, progress)
    failed = [one for one in seen.arrivals if one.error is not None]
    for one in failed:
        tell(one.error)
    if as_json:
        say_json([_as_json(one) for one in seen.arrivals])
    else:
        tabulate(
            ["state", "title", "publisher", "date", "language", "characters", "source"],
            [_cells(one) for one in seen.arrivals if one.error is None],
            numbers={"characters"},
        )
        say(_preview_told(seen))
    context.exit(1 if failed else 0)


def _cells(one: "Arrival") -> Sequence[str | None]:
    document = one.document
    if document is None:
        return (one.state, f"a dataset ({one.kind})", None, None, None, None, one.source)
    origin = document.origins[0]
    told = f"{one.state} {one.twin.share:.0%}" if one.state == "near" and one.twin is not None else one.state
    return (
        *(told, document.title, origin.publisher, origin.published),
        *(document.language, f"{len(document.text):,}", one.source),
    )


def _as_json(one: "Arrival") -> Mapping[str, Any]:
    document = one.document
    found: dict[str, Any] = {"source": one.source, "kind": one.kind, "state": one.state}
    if one.error is not None:
        found["error"] = str(one.error)
    if document is not None:
        origin = document.origins[0]
        found |= {"id": document.id, "title": document.title, "first_lines": one.first_lines}
        found |= {"publisher": origin.publisher, "published": origin.published, "author": origin.author}
        found |= {"url": origin.url, "language": document.language, "direction": one.direction}
        found |= {"characters": len(document.text), "visual_order": one.is_visual, "intake": document.intake}
        found["duplicate_of"] = None if one.twin is None or one.twin.id == document.id else one.twin
    return found


def _preview_told(seen: "ImportPreview") -> str:
    new = seen.count("new", "near", "noted")
    parts = [f"{counted(new, 'article')} would come in"]
    parts += [f"{seen.count('near'):,} of them nearly repeat others"] if seen.count("near") else []
    parts += [f"{seen.count('noted'):,} to be looked at"] if seen.count("noted") else []
    parts += [f"{seen.count('known'):,} known already"] if seen.count("known") else []
    parts += [counted(seen.count("annotations"), "dataset")] if seen.count("annotations") else []
    parts += [f"{seen.count('failed'):,} cannot be read"] if seen.count("failed") else []
    return ", ".join(parts) + ". Nothing was written."


# What came in


def _propose_map(project: Path, sources: Sequence[str | Path], format: str | None, out: Path) -> None:
    from annotator.services.files import written_whole
    from annotator.services.foreign import propose_map
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        text = propose_map(list(map(Path, sources)), format, opened.scheme, opened.annotator)
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
