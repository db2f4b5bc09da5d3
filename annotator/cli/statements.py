"""The command for statements: who said what about whom, and the registry of what is said."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.articles import actor_id
from annotator.cli.group import ANNOTATOR, JSON, PROJECT, Option, musnad
from annotator.cli.output import say_json, tabulate

if TYPE_CHECKING:
    from annotator.services.project import Project

QUESTION = ("source", "target", "stance", "since", "until")
"""Options that ask for what was said, and nothing of the registry."""


@musnad.command()
@PROJECT
@click.option("--source", metavar="NAME|ID", help="Only what this actor said.")
@click.option("--target", metavar="NAME|ID", help="Only what was said about this actor.")
@click.option("--stance", metavar="KEY", help="Only with this stance towards the target.")
@click.option("--since", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="Published on or after this day.")
@click.option("--until", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="Published on or before this day.")
@click.option(
    "--registry",
    cls=Option,
    excludes=QUESTION,
    is_flag=True,
    help="List the registry of statements instead: claims, articles, agreement.",
)
@click.option(
    *("--find", "query"), cls=Option, excludes=QUESTION, metavar="WORDS", help="Search the registry, in any spelling."
)
@ANNOTATOR
@JSON
def statements(
    project: Path,
    source: str | None,
    target: str | None,
    stance: str | None,
    since: "click.DateTime | None",
    until: "click.DateTime | None",
    registry: bool,
    query: str | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """List who said what about whom, oldest first; or the statements that claims are linked to."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened:
        if registry or query is not None:
            _list_registry(opened, query, as_json=as_json)
            return
        found = opened.statements(
            None if source is None else actor_id(opened, source),
            None if target is None else actor_id(opened, target),
            stance,
            _day(since),
            _day(until),
            annotator,
        )
    if as_json:
        say_json(found)
        return
    rows = [(one.date, "; ".join(one.sources), one.quote, "; ".join(one.targets), one.stance) for one in found]
    tabulate(["date", "source", "claim", "target", "stance"], rows)


def _list_registry(project: "Project", query: str | None, *, as_json: bool) -> None:
    from annotator.domain.statement import ClaimFigures

    none = ClaimFigures()
    entries = project.statement_registry() if query is None else project.find_statements(query)
    figures = project.claim_figures()
    if as_json:
        say_json([_fields(one) | _fields(figures.get(one.id, none)) for one in entries])
        return
    titles = {one.id: one.text for one in project.statement_registry()}
    rows = [
        (one.id[:8], one.text, titles.get(one.parent_id or ""), *map(str, _fields(figures.get(one.id, none)).values()))
        for one in entries
    ]
    counted = ("claims", "articles", "yes", "no", "unclear")
    tabulate(["id", "statement", "belongs to", *counted], rows, numbers=set(counted))


def _fields(item: object) -> dict[str, object]:
    import msgspec

    return dict(msgspec.to_builtins(item))


def _day(day: object) -> str | None:
    return None if day is None else str(day)[:10]
