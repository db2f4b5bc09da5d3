"""Commands for project files: demo, new, copy, scheme, check."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator import paths
from annotator.cli.datasets import export_to, tell_export
from annotator.cli.group import ANNOTATOR, JSON, PATH, PROJECT, Desktop, Option, musnad
from annotator.cli.output import counted, say, say_json, tabulate

if TYPE_CHECKING:
    from annotator.domain.scheme import Attribute, Label, RelationType, Scheme

DEMO_FOLDER = "musnad-demo"


@musnad.command()
@click.argument("folder", metavar="[DIR]", default=DEMO_FOLDER, type=PATH)
@click.pass_context
def demo(context: click.Context, folder: Path) -> None:
    """Create the sample project, export it, and open it (without a display: draw the window into a PNG)."""
    from annotator.services.sample import ANNOTATOR as READER
    from annotator.services.sample import make_sample

    project, dataset = folder / "sample.musnad", folder / "sample.jsonl"
    with paths.making(folder):
        paths.kind(folder, doing="written")
        folder.mkdir(parents=True, exist_ok=True)
    if paths.exists(project):
        say(f"The sample project is there already and stays as it is: {project}")
    else:
        say(f"The sample project: {make_sample(project)}")
    tell_export(export_to(project, "jsonl", dataset))
    desktop: Desktop = context.obj
    if desktop.can_be_seen():
        context.exit(desktop.open(project, READER))
    picture = folder / "window.png"
    say("There is no display, so the window is drawn into a file instead.")
    desktop.picture(project, picture, READER)
    say(f"The window: {picture}")


@musnad.command()
@PROJECT
@click.option(
    "--scheme",
    cls=Option,
    excludes=["source"],
    metavar="NAME|FILE",
    help="Built-in scheme, or a TOML file (default: actors-claims).",
)
@click.option(
    "--scheme-from",
    "source",
    metavar="SOURCE",
    type=PATH,
    help="Dataset (file or folder) whose labels, attributes and relations become the scheme.",
)
@click.option(
    "--format",
    cls=Option,
    needs=["source"],
    metavar="NAME",
    help="With --scheme-from: format of SOURCE (default: detected).",
)
@ANNOTATOR
def new(project: Path, scheme: str | None, source: Path | None, format: str | None, annotator: str | None) -> None:
    """Create an empty project."""
    from annotator.services.foreign import scheme_from
    from annotator.services.project import Project

    chosen = scheme if source is None else scheme_from(source, format)
    with Project.create(project, scheme=chosen, annotator=annotator) as made:
        say(f"{project}: made for {made.annotator}, with the scheme {made.scheme.name} {made.scheme.version}.")


@musnad.command()
@PROJECT
@click.argument("to", metavar="TO", type=PATH)
def copy(project: Path, to: Path) -> None:
    """Copy a project, also while it is open in a window.

    TO is a folder, or a file that does not exist yet.
    """
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        say(f"{project}: copied to {opened.save_copy(to)}.")


@musnad.command()
@PROJECT
@click.option("--set", "wanted", metavar="NAME|FILE", help="Replace the scheme of the project.")
@click.option(
    *("--map", "renames"),
    cls=Option,
    needs=["wanted"],
    metavar="PATH=KEY",
    multiple=True,
    help="With --set: map a key to its new key. Repeatable.",
)
@click.option(
    "--drop", cls=Option, needs=["wanted"], is_flag=True, help="With --set: delete what does not fit the new scheme."
)
@click.option("--export", "out", metavar="FILE", type=PATH, help="Write the scheme to a TOML file.")
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
    """Show, replace or export the scheme of a project.

    With --set, --map renames keys in existing marks: labels.claim=statement, labels.claim.polarity=truth,
    labels.claim.polarity.denied=no, relations.source=speaker. Fails if marks do not fit the new scheme, unless --drop
    is given. One undo restores everything.
    """
    from annotator.services.project import Project
    from annotator.services.schemes import load_scheme, save_scheme

    with Project.open(project, annotator=annotator, read_only=wanted is None) as opened:
        if wanted is not None:
            held = opened.set_scheme(load_scheme(wanted), dict(map(_rename, renames)), drop=drop)
            say(f"{project}: now has the scheme {held.name} {held.version}.", err=as_json)
        if out is not None:
            save_scheme(opened.scheme, out)
            say(f"The scheme {opened.scheme.name} {opened.scheme.version}: {out}", err=paths.kind(out) != "file")
        shown = opened.scheme
    if as_json:
        say_json(shown)
    elif wanted is None and out is None:
        _tell_scheme(shown)


def _values(attribute: "Attribute") -> str:
    return attribute.open or ", ".join(value.key for value in attribute.listed)


def _rename(text: str) -> tuple[str, str]:
    path, equals, key = text.partition("=")
    if not equals or path.split(".")[0] not in ("labels", "relations") or not key:
        raise click.UsageError(f"--map {text}: write it as labels.claim=statement.")
    return path, key


def _tell_scheme(scheme: "Scheme") -> None:
    say(f"{scheme.name} {scheme.version}")
    from annotator.domain.scheme import title_in

    rows: list[tuple[str, Label | RelationType, str]] = [("label", label, "") for label in scheme.labels]
    rows += [("relation", kind, f"{', '.join(kind.from_)} → {', '.join(kind.to)}") for kind in scheme.relations]
    tabulate(
        ["", "key", "title", "letter", "between", "attributes"],
        [
            (
                what,
                item.key,
                title_in(item.title, "en", item.key),
                item.shortcut,
                ends,
                "; ".join(f"{one.key}: {_values(one)}" for one in item.attributes),
            )
            for what, item, ends in rows
        ],
    )


@musnad.command()
@PROJECT
@click.option(
    *("--clean", "copy"),
    metavar="FILE",
    type=PATH,
    help="Copy the rows of the project into a new file, without foreign tables and triggers; check the copy.",
)
@click.option(
    "--repair", "mend", is_flag=True, help="Rebuild what can be derived from the texts and the journal, then check."
)
@JSON
@click.pass_context
def check(context: click.Context, project: Path, copy: Path | None, mend: bool, as_json: bool) -> None:
    """Check the integrity of a project. Changes nothing unless --repair is given."""
    from annotator.services.project import Project

    if copy is not None:
        _tell_copy(project, copy, err=as_json)
        project = copy
    if mend:
        _tell_repair(project, err=as_json)
    with Project.open(project, read_only=True) as opened:
        problems = opened.check()
        articles = len(opened.summaries())
        unshown, links = sum(opened.unshown().values()), opened.unshown_links()
    if as_json:
        say_json(problems)
    elif problems:
        say(*problems)
    else:
        say(f"{project}: {counted(articles, 'article')}; everything holds together.")
        if unshown:
            say(f"{counted(unshown, 'row')} not shown: what they belong to has not come yet, or has gone.")
            say(*(f"{one.title}: {one.from_words} → {one.to_words} ({one.relation}, {one.annotator})" for one in links))
    context.exit(1 if problems else 0)


def _tell_copy(project: Path, copy: Path, *, err: bool) -> None:
    """Make the clean copy; print how many rows it has and lacks."""
    from annotator.store.cleaning import clean_copy

    cleaned = clean_copy(project, copy)
    say(f"{copy}: {counted(cleaned.kept, 'row')} of {project} taken over.", err=err)
    for table, rows in cleaned.dropped.items():
        say(f"{table}: {counted(rows, 'row')} left behind, which no Musnad wrote.", err=err)


def _tell_repair(project: Path, *, err: bool) -> None:
    from annotator.store.repair import repair

    say(*repair(project), err=err)
