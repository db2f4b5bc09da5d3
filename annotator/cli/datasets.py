"""What goes out as a whole: datasets, the registry, and the formats there are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import paths
from annotator.cli.group import ANNOTATOR, JSON, PATH, PROJECT, musnad
from annotator.cli.telling import Counter, counted, say, say_json, tabulate, tell

if TYPE_CHECKING:
    from annotator.services.datasets import Report
    from annotator.services.registry import ActorsReport


@musnad.command()
@PROJECT
@click.option("--export", "out", metavar="FILE", type=PATH, help="Write them as CSV.")
@click.option("--import", "table", metavar="FILE", type=PATH, help="Bring in a CSV table.")
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
                tell(f"line {row.line}: {row.name} is {row.into}")
            say_json(report) if as_json else say(_actors_told(report))
        if out is not None:
            written = opened.export_actors(out)
            # A pipe (/dev/stdout) carries the table and nothing else.
            say(f"{counted(written, 'actor')}: {out}", err=as_json or paths.kind(out) != "file")
        if out is not None or table is not None:
            return
        listed = opened.actors()
    if as_json:
        say_json(listed)
        return
    tabulate(
        ["id", "name", "kind", "wikidata", "aliases"],
        [(one.id[:8], one.name, one.kind, one.wikidata, "; ".join(one.aliases)) for one in listed],
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
    listed = _formats()
    if as_json:
        say_json(listed)
        return
    tabulate(
        ["id", "title", "suffix", "reads", "writes", "options", "loses"],
        [
            (
                one["id"],
                one["title"],
                " ".join(one["suffixes"]),
                one["reads"],
                "annotations" if one["writes"] else None,
                "; ".join(_option_told(option) for option in one.get("options", [])) or None,
                (", ".join(one["loses"]) or "nothing") if one["writes"] else None,
            )
            for one in listed
        ],
    )


def _formats() -> list[dict[str, Any]]:
    """Return the formats that can be read or written, by id."""
    from annotator.formats.losses import KINDS
    from annotator.formats.options import fields_of
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
        options = [
            {"key": field.key, "title": field.title, "default": field.default, "choices": list(field.choices)}
            for field in fields_of(writer.options)
        ]
        found[writer.id] = {**found.get(writer.id, entry), "writes": True, "loses": lost}
        found[writer.id] |= {"options": options} if options else {}
    return [found[id] for id in sorted(found)]


def _option_told(option: Mapping[str, Any]) -> str:
    """`tags=BIO|BIOES`."""
    return f"{option['key']}={'|'.join(option['choices']) or option['default']}"


@musnad.command()
@PROJECT
@click.option("--format", metavar="NAME", required=True, help="One of those that `musnad formats` lists.")
@click.option("--out", metavar="PATH", required=True, type=PATH, help="The file to write.")
@click.option(
    "--set",
    "handles",
    metavar="HANDLE|gold|all",
    multiple=True,
    help="Whose readings; may be repeated. Everyone's if not given; a model's only by its name, such as model:cues.",
)
@click.option("--split", metavar="PARTS", help="Divide the articles: train=80,dev=10,test=10.")
@click.option(
    "--option",
    "options",
    metavar="KEY=VALUE",
    multiple=True,
    help="An option of the format (see `musnad formats`).",
)
@click.option("--strict", is_flag=True, help="Refuse to write a format that would lose anything.")
@JSON
def export(project: Path, format: str, out: Path, strict: bool, as_json: bool, **wish: Any) -> None:
    """Write a dataset, with a manifest beside it that `musnad verify` holds it against.

    A format of one file writes --out. One that needs more makes it a folder, or a ZIP archive if it ends in .zip; a
    split is a file for each part where records cannot say which part they belong to.
    """
    report = export_to(project, format, out, strict=strict, **wish)
    if as_json:
        say_json(report)
    else:
        tell_export(report)


def export_to(
    project: Path,
    format: str,
    out: Path,
    handles: Sequence[str] = (),
    split: str | None = None,
    options: Sequence[str] = (),
    strict: bool = False,
) -> "Report":
    from annotator.services import datasets
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened, Counter("Exporting") as progress:
        return datasets.export(
            opened, format, out, handles or None, split, options=options, strict=strict, progress=progress
        )


def tell_export(report: "Report") -> None:
    from annotator.formats.losses import told
    from annotator.services.manifest import manifest_path

    counts = (
        counted(report.documents, "article"),
        counted(report.sets, "reading"),
        counted(report.spans, "span"),
        counted(report.relations, "relation"),
    )
    # A pipe (/dev/stdout) carries the dataset and nothing else.
    say(f"The dataset ({', '.join(counts)}): {report.path}", err=paths.kind(report.path) == "device")
    if report.losses:
        tell(f"lost: {told(report.losses)}; counted in {manifest_path(report.path)}")


@musnad.command()
@click.argument("dataset", metavar="FOLDER|FILE", type=PATH)
@JSON
@click.pass_context
def verify(context: click.Context, dataset: Path, as_json: bool) -> None:
    """Hold a dataset against its manifest: each file's hash, and each quotation and count that can be read back."""
    from annotator.services.verifying import verified

    report = verified(dataset)
    if as_json:
        say_json({"files": report.files, "problems": [str(problem) for problem in report.problems]})
    else:
        for problem in report.problems:
            tell(problem)
        if not report.problems:
            read = f"; {counted(report.spans, 'span')} read back" if report.read else ""
            say(f"{dataset}: {counted(report.files, 'file')} as they were written{read}.")
    context.exit(1 if report.problems else 0)
