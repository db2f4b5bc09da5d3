"""Commands for articles: documents, suggest, search."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.group import ANNOTATOR, JSON, PROJECT, listed, musnad
from annotator.cli.output import Counter, counted, say, say_json, tabulate, tell
from annotator.errors import NotFoundError
from annotator.visible import HALF_SPACE

if TYPE_CHECKING:
    from annotator.domain.search import Query
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary


@musnad.command()
@PROJECT
@click.option("--duplicates", is_flag=True, help="Name the article that each one nearly repeats (wire copy).")
@click.option(
    "--set-language",
    "languages",
    metavar="ID=TAG",
    multiple=True,
    help="Set the language of an article (ar, fa, ur, he, …; und: undetermined). Repeatable.",
)
@ANNOTATOR
@JSON
def documents(project: Path, duplicates: bool, languages: Sequence[str], annotator: str | None, as_json: bool) -> None:
    """List the articles of a project.

    The language of an article is detected when it is imported; --set-language corrects it. Suggesters read only
    languages that they know.
    """
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=not languages) as opened:
        for pair in languages:
            _set_language(opened, pair)
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


def _set_language(project: "Project", pair: str) -> None:
    begun, equals, tag = pair.partition("=")
    if not begun or not equals:
        raise click.UsageError(f"--set-language wants ID=TAG, not {pair!r}")
    project.update_document(document_id(project, begun), language=tag)


def document_id(project: "Project", begun: str) -> str:
    """Return the id of the one article whose id begins so. Raises NotFoundError."""
    found = [one.id for one in project.summaries(counted=False) if one.id.startswith(begun)]
    if len(found) != 1:
        raise NotFoundError("{count} articles have an id that begins with {id!r}.", count=len(found), id=begun)
    return found[0]


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
    callback=listed,
    help="Suggesters to run: aliases, cues, ner, repeats (default: all that can run).",
)
@ANNOTATOR
@JSON
@click.pass_context
def suggest(
    context: click.Context, project: Path, using: list[str] | None, annotator: str | None, as_json: bool
) -> None:
    """Run suggesters over all articles. Suggestions are stored until somebody accepts or refuses them."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator) as opened, Counter("Reading") as progress:
        report = opened.suggest(using, progress=progress)
    for name, title, error in report.failed:
        tell(f"{name}: {title}: {error}" if title else f"{name}: {error}")
    for name, error in report.idle:
        tell(f"{name}: {error}")
    for name, count in report.unread.items():
        tell(f"{name}: {counted(count, 'article')} not read, in a language that it does not know.")
    if as_json:
        failed = [[*place, str(error)] for *place, error in report.failed]
        idle = {name: str(error) for name, error in report.idle}
        say_json({"found": report.found, "failed": failed, "idle": idle, "unread": report.unread})
    else:
        tabulate(["suggester", "marks"], [(name, f"{count:,}") for name, count in report.found.items()], {"marks"})
    context.exit(1 if report.failed else 0)


@musnad.command()
@PROJECT
@ANNOTATOR
@JSON
def learn(project: Path, annotator: str | None, as_json: bool) -> None:
    """Learn who says what from the marks of the project.

    What is learned proposes marks as the suggester "learned". Its F1 is measured on articles that were held out, beside
    that of the rules alone, and for fewer articles (the learning curve).
    """
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator) as opened, Counter("Learning") as progress:
        made = opened.learn(progress)
    if as_json:
        say_json(made)
        return
    say(
        f"Learned from {counted(made.attributions, 'attribution')} in {counted(made.articles, 'article')}. "
        f"F1 on held-out articles ({made.folds} folds, n = {made.attributions:,} in {made.articles:,}):"
    )
    rows = [(f"learned from {one.articles:,}", _figure(one.cue_f1), _figure(one.whole_f1)) for one in made.curve]
    rows.append(("rules alone", _figure(made.rules_cue_f1), _figure(made.rules_whole_f1)))
    tabulate(["articles", "cue", "whole attribution"], rows)
    if made.confidence_error is not None:
        say(f"Confidence is off by {made.confidence_error:.3f} on average (n = {made.confidences:,} proposals).")


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


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
        say_json(list(hits))
        return
    rows = [(one.title, f"{one.start:,}", _bracketed(one.before, one.text, one.after)) for one in hits]
    if rows:
        tabulate(["article", "at", "line"], rows, numbers={"at"})
    say(counted(len(hits), "place"), err=True)


def _bracketed(before: str, found: str, after: str) -> str:
    """Return a line with brackets around what was found; a half space where they stand parts no letters any more."""
    return f"{before.rstrip(HALF_SPACE)}[{found.strip(HALF_SPACE)}]{after.lstrip(HALF_SPACE)}"


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
