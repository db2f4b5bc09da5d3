"""Commands for datasets and tables: actors, formats, export, verify."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import paths
from annotator.cli.articles import document_id
from annotator.cli.group import ANNOTATOR, JSON, PATH, PROJECT, Option, musnad
from annotator.cli.output import Counter, counted, hidden_told, say, say_json, tabulate, tell

if TYPE_CHECKING:
    from annotator.services.actor_table import ActorsReport
    from annotator.services.dataset_wish import DatasetWish
    from annotator.services.datasets import Report
    from annotator.services.manifest import Counts
    from annotator.services.project import Project

_FILTERS = ("statuses", "outlets", "languages", "labels")


@musnad.command()
@PROJECT
@click.option("--export", "out", metavar="FILE", type=PATH, help="Write the actors to a CSV file.")
@click.option("--import", "table", metavar="FILE", type=PATH, help="Import actors from a CSV file.")
@click.option(
    "--encoding",
    cls=Option,
    needs=["table"],
    metavar="NAME",
    help="Text encoding of the imported table (default: detected).",
)
@ANNOTATOR
@JSON
def actors(
    project: Path, out: Path | None, table: Path | None, encoding: str | None, annotator: str | None, as_json: bool
) -> None:
    """List the actors of a project, or export them to a spreadsheet and import them again.

    The columns of the table are id, name, kind, wikidata, aliases (separated by |) and note; name and kind are
    required. If both options are given, the import runs first.
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
    """List the supported formats."""
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
        options = [
            {"key": field.key, "title": field.title, "default": field.default, "choices": list(field.choices)}
            for field in fields_of(writer.options)
        ]
        found[writer.id] = {**found.get(writer.id, entry), "writes": True, "loses": writer.loses}
        found[writer.id] |= {"options": options} if options else {}
    return [found[id] for id in sorted(found)]


def _option_told(option: Mapping[str, Any]) -> str:
    """Return an option as `tags=BIO|BIOES`."""
    return f"{option['key']}={'|'.join(option['choices']) or option['default']}"


@musnad.command()
@PROJECT
@click.option("--format", metavar="NAME", required=True, help="Format to write; see `musnad formats`.")
@click.option(
    "--out",
    metavar="PATH",
    type=PATH,
    help="File to write, or folder (.zip: archive) if there are several.",
)
@click.option(
    "--set",
    "handles",
    metavar="HANDLE|gold|all|agreed|majority",
    multiple=True,
    help="Annotator to export. Repeatable (default: all people and gold). Models by name only: model:cues. "
    "agreed: marked alike by all readers of an article; majority: by more than half of them.",
)
@click.option(
    "--status",
    "statuses",
    type=click.Choice(["todo", "doing", "done"]),
    multiple=True,
    help="Only annotation sets with this status. Repeatable.",
)
@click.option("--since", metavar="DATE", default="", help="Only articles published from this day, month or year on.")
@click.option("--until", metavar="DATE", default="", help="Only articles published up to this day, month or year.")
@click.option("--outlet", "outlets", metavar="NAME", multiple=True, help="Only articles of this publisher. Repeatable.")
@click.option("--language", "languages", metavar="TAG", multiple=True, help="Only articles in it. Repeatable.")
@click.option("--label", "labels", metavar="KEY", multiple=True, help="Only marks with this label. Repeatable.")
@click.option("--article", "articles", metavar="ID", multiple=True, help="Only this article. Repeatable.")
@click.option("--split", metavar="PARTS", help="Split the articles, in percent: train=80,dev=10,test=10.")
@click.option(
    "--stratify",
    type=click.Choice(["outlet", "month", "language", "label"]),
    help="Give each part the same share of these.",
)
@click.option(
    "--frozen-split",
    metavar="NAME",
    help="Split that stays as it is: made with --split the first time, used without it later.",
)
@click.option(
    "--option",
    "options",
    metavar="KEY=VALUE",
    multiple=True,
    help="Option of the format; see `musnad formats`. Repeatable.",
)
@click.option("--strict", is_flag=True, help="Fail if the format cannot hold everything.")
@click.option(
    "--preview",
    cls=Option,
    excludes=["count"],
    is_flag=True,
    help="Show the first articles as the format writes them; write nothing.",
)
@click.option("--count", is_flag=True, help="Count what would be written and what would be lost; write nothing.")
@JSON
def export(
    project: Path, format: str, out: Path | None, preview: bool, count: bool, as_json: bool, **wish: Any
) -> None:
    """Export a dataset and its manifest; `musnad verify` checks one against the other.

    A format that makes one file writes it to --out. Other formats write a folder, or a ZIP archive if --out ends in
    .zip. A split writes one file for each part if the format cannot store the part in each record. Near-duplicates
    stay in one part.
    """
    if preview:
        _show_preview(project, format, as_json, wish)
    elif count:
        _show_counts(project, format, as_json, wish)
    elif out is None:
        raise click.UsageError("Missing option '--out'.")
    else:
        report = export_to(project, format, out, **wish)
        say_json(report) if as_json else tell_export(report)


def _show_preview(project: Path, format: str, as_json: bool, wish: Mapping[str, Any]) -> None:
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        asked = _wish(opened, format, **wish)
        files = opened.export_preview(**asked.asked, **asked.wished)
    if as_json:
        say_json(files)
        return
    for file in files:
        tell(f"--- {file.name}")
        say(file.text)


def _show_counts(project: Path, format: str, as_json: bool, wish: Mapping[str, Any]) -> None:
    from annotator.formats.losses import told
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened, Counter("Counting") as progress:
        found = opened.export_outlook(_wish(opened, format, **wish), progress)
    if as_json:
        say_json(found)
        return
    say(f"{_counts_told(found.counts)}, {counted(found.claims, 'claim')}")
    for part, articles in found.parts.items():
        say(f"{part}: {counted(articles, 'article')}")
    if found.losses:
        tell(f"would lose: {told(found.losses)}")


def _counts_told(counts: "Counts | Report") -> str:
    """Return the counts of a dataset as a person reads them."""
    return ", ".join(
        (
            counted(counts.documents, "article"),
            counted(counts.sets, "reading"),
            counted(counts.spans, "span"),
            counted(counts.relations, "relation"),
        )
    )


def _wish(project: "Project", format: str, **given: Any) -> "DatasetWish":
    """The dataset that options of the command line ask for."""
    from annotator.formats.options import pairs
    from annotator.services.dataset_wish import DatasetWish
    from annotator.services.selection import Selection

    filters: dict[str, Any] = {name: frozenset(given.get(name, ())) for name in _FILTERS}
    filters |= {name: given.get(name, "") for name in ("since", "until")}
    documents = frozenset(document_id(project, begun) for begun in given.get("articles", ()))
    return DatasetWish(
        format=format,
        annotators=tuple(given.get("handles", ())),
        only=Selection(**filters, documents=documents),
        split=given.get("split") or "",
        stratify=given.get("stratify"),
        frozen_split=given.get("frozen_split") or "",
        options=pairs(given.get("options", ())),
        strict=given.get("strict", False),
    )


def export_to(project: Path, format: str, out: Path, **wish: Any) -> "Report":
    from annotator.services.project import Project

    # A split that is to be frozen is written into the project.
    read_only = wish.get("frozen_split") is None
    with Project.open(project, read_only=read_only) as opened, Counter("Exporting") as progress:
        asked = _wish(opened, format, **wish)
        return opened.export(out=out, **asked.asked, strict=asked.strict, progress=progress, **asked.wished)


def tell_export(report: "Report") -> None:
    from annotator.formats.losses import told
    from annotator.services.manifest import manifest_path

    # A pipe (/dev/stdout) carries the dataset and nothing else.
    say(f"The dataset ({_counts_told(report)}): {report.path}", err=paths.kind(report.path) == "device")
    if report.hidden:
        tell(hidden_told(report.hidden))
    if report.losses:
        tell(f"lost: {told(report.losses)}; counted in {manifest_path(report.path)}")


@musnad.command()
@click.argument("dataset", metavar="FOLDER|FILE", type=PATH)
@JSON
@click.pass_context
def verify(context: click.Context, dataset: Path, as_json: bool) -> None:
    """Check a dataset against its manifest: the hash of each file, and quotes and counts if they can be read."""
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
