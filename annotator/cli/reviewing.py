"""Commands for people who read each other: agreement, differences, share, merge."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from annotator.cli.group import ANNOTATOR, JSON, PATH, PROJECT, Option, listed, musnad
from annotator.cli.output import Counter, counted, hidden_told, say, say_json, tabulate, tell
from annotator.errors import InputError

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference
    from annotator.agreement.figures import Figures
    from annotator.agreement.tables import TableFormat
    from annotator.agreement.tally import Universe
    from annotator.agreement.units import Tokenizer, Unit
    from annotator.domain.bundle import MergePreview, MergeReport
    from annotator.services.project import Project


@musnad.command()
@PROJECT
@click.option("--between", metavar="A,B,...", callback=listed, help="Annotators to compare (default: all people).")
@click.option("--unit", type=click.Choice(["token", "character"]), default="token", show_default=True)
@click.option(
    "--universe",
    type=click.Choice(["all", "marked", "units"]),
    default="all",
    show_default=True,
    help="Units that count: all, those marked by a reader compared, or the stretches that somebody marked.",
)
@click.option("--tokenizer", type=click.Choice(["words", "whitespace"]), default="words", show_default=True)
@click.option("--labels", metavar="A,B,...", callback=listed, help="Labels that count (default: all of the scheme).")
@click.option("--documents", metavar="ID,...", callback=listed, help="Documents that count (default: all read twice).")
@click.option("--gamma", "with_gamma", is_flag=True, help="Compute gamma too; needs the library pygamma-agreement.")
@click.option(
    "--table",
    cls=Option,
    excludes=["as_json"],
    type=click.Choice(["markdown", "latex", "csv"]),
    help="Tables for a paper or a spreadsheet.",
)
@JSON
def agreement(
    project: Path,
    between: list[str] | None,
    unit: "Unit",
    universe: "Universe",
    tokenizer: "Tokenizer",
    labels: list[str] | None,
    documents: list[str] | None,
    with_gamma: bool,
    table: "TableFormat | None",
    as_json: bool,
) -> None:
    """Measure inter-annotator agreement.

    Counted are the documents that at least two of the annotators have begun. Precision and recall are those of the
    second of a pair against the first: --between gold,model:cues measures a model. An undefined figure is null (JSON)
    or "undefined": chance alone would have agreed everywhere.
    """
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened, Counter("Comparing") as progress:
        chosen = None if documents is None else [whole_id(opened, one) for one in documents]
        figures = opened.agreement(
            between,
            unit=unit,
            universe=universe,
            tokenizer=tokenizer,
            labels=labels,
            documents=chosen,
            progress=progress,
        )
        hidden = sum(number for who, number in opened.hidden_readings().items() if who in figures.readers)
        weighed = None
        if with_gamma:
            weighed = opened.gamma(
                between, unit=unit, tokenizer=tokenizer, labels=labels, documents=chosen, progress=progress
            )
    if hidden:
        tell(hidden_told(hidden))
    if as_json:
        say_json(figures if weighed is None else {**msgspec.to_builtins(figures), "gamma": weighed})
    elif table is not None:
        from annotator.agreement import tables

        for one in (tables.by_label(figures), tables.by_pair(figures), tables.by_pair_and_label(figures)):
            say(tables.formatted(one, table, tables.sentence(figures)))
    else:
        _tell(figures)
        if weighed is not None:
            say(f"Gamma {_figure(weighed.gamma)} ({counted(weighed.documents, 'document')}, {weighed.n:,} units)")


def _tell(figures: "Figures") -> None:
    say(
        f"{', '.join(figures.readers)}: {counted(figures.documents, 'document')}, {counted(figures.n, 'unit')} "
        f"(unit: {figures.unit}, universe: {figures.universe}, tokenizer: {figures.tokenizer})"
    )
    say(f"Krippendorff's alpha {_figure(figures.token_alpha)}, span F1 (exact) {_figure(figures.span_f1_exact)}")
    for number, kappa in figures.fleiss_kappa.items():
        cut = _figure(figures.unitizing_alpha.get(number))
        say(f"Documents read by {number}: Fleiss' kappa {_figure(kappa)}, unitizing alpha {cut}")
    tabulate(
        ["a", "b", "documents", "units", "kappa", "F1 exact", "F1 overlap"],
        [
            (
                *(one.a, one.b, str(one.documents), f"{one.n:,}", _figure(one.token_kappa)),
                *(_figure(one.span_f1_exact), _figure(one.span_f1_overlap)),
            )
            for one in figures.pairs
        ],
    )
    tabulate(
        ["label", "alpha", "Fleiss' kappa", "unitizing alpha", "F1 exact", "F1 overlap", "spans"],
        [
            (
                *(label, _figure(one.token_alpha), _figure(one.fleiss_kappa), _figure(one.unitizing_alpha)),
                *(_figure(one.span_f1_exact), _figure(one.span_f1_overlap), f"{one.n:,}"),
            )
            for label, one in figures.by_label.items()
        ],
    )
    tabulate(
        ["reference", "compared", "label", "P", "R", "F1", "P overlap", "R overlap", "F1 overlap", "spans"],
        [
            (
                *(pair.a, pair.b, label, _figure(one.precision_exact), _figure(one.recall_exact)),
                *(_figure(one.f1_exact), _figure(one.precision_overlap), _figure(one.recall_overlap)),
                *(_figure(one.f1_overlap), f"{one.a:,} / {one.b:,}"),
            )
            for pair in figures.pairs
            for label, one in pair.by_label.items()
        ],
    )
    tabulate(
        ["relation or attribute", "figure", "value", "n"],
        [(label, "F1", _figure(one.f1), f"{one.n:,}") for label, one in figures.by_role.items()]
        + [(key, "kappa", _figure(one.kappa), f"{one.n:,}") for key, one in figures.by_attribute.items()],
    )
    if figures.warnings:
        say("Rest on little: " + ", ".join(f"{one.figure} ({one.n})" for one in figures.warnings))


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


@musnad.command()
@PROJECT
@click.argument("document")
@click.argument("a")
@click.argument("b")
@JSON
def differences(project: Path, document: str, a: str, b: str, as_json: bool) -> None:
    """List where annotators A and B differ on a document.

    DOCUMENT is an id, or the beginning of one. A difference is a frame with all that hangs on it, or a mark alone.
    """
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        found = opened.differences(whole_id(opened, document), a, b)
    if as_json:
        say_json([_record(one, a, b) for one in found])
        return
    tabulate(
        ["place", "kind", "label", "a", "b", "details"],
        [
            (
                *(str(one.start), one.kind, one.label, *(span.id[:8] if span else "" for span in one.marks.values())),
                "; ".join(filter(None, (f"{detail.kind} {detail.key}".strip() for detail in one.details))),
            )
            for one in found
        ],
    )


def whole_id(project: "Project", document: str) -> str:
    """Return the id that begins so, or the words as they are. Raises InputError where several ids do."""
    found = [one.id for one in project.summaries(counted=False) if one.id.startswith(document)]
    if len(found) > 1 and document not in found:
        raise InputError(
            "{count} documents have ids that begin with {id!r}: write more of it.", count=len(found), id=document
        )
    return found[0] if len(found) == 1 else document


def _record(one: "Difference", a: str, b: str) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "label": one.label,
        "start": one.start,
        "a": one.marks[a],
        "b": one.marks[b],
        "details": one.details,
    }


@musnad.command()
@PROJECT
@click.option("--out", metavar="FILE.musnad-share", type=PATH, required=True, help="Bundle to write.")
@click.option(
    *("--all", "everything"),
    cls=Option,
    excludes=["annotators"],
    is_flag=True,
    help="Everybody's work, and what models propose (default: yours).",
)
@click.option("--annotators", metavar="A,B,...", callback=listed, help="Annotators whose work to share.")
@click.option("--documents", metavar="ID,...", callback=listed, help="Documents to share (default: all worked on).")
@click.option("--since", metavar="BUNDLE", type=PATH, help="Leave out what an earlier bundle of yours held.")
@ANNOTATOR
@JSON
def share(
    project: Path,
    out: Path,
    everything: bool,
    annotators: list[str] | None,
    documents: list[str] | None,
    since: Path | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Write your work to a bundle for colleagues.

    The documents, the registry, the scheme and the assignments go along. A colleague takes it in with "musnad merge".
    """
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened:
        chosen = None if documents is None else [whole_id(opened, one) for one in documents]
        report = opened.share(out, annotators=annotators, documents=chosen, since=since, everything=everything)
    if as_json:
        say_json(report)
    else:
        say(f"{counted(report.documents, 'document')}, {counted(report.spans, 'mark')}: {out}")


def _pairs(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Return `THEIRS=OURS` words as a mapping."""
    found = dict(word.partition("=")[::2] for word in given)
    if not all([*found, *found.values()]):
        raise click.BadParameter("write it as THEIRS=OURS")
    return found


@musnad.command()
@PROJECT
@click.argument("bundles", metavar="BUNDLE...", nargs=-1, required=True, type=PATH)
@click.option("--preview", is_flag=True, help="Tell what would happen; change nothing.")
@click.option(
    "--same",
    metavar="THEIRS=OURS",
    multiple=True,
    callback=_pairs,
    help="A name in the bundle that is somebody's here.",
)
@ANNOTATOR
@JSON
@click.pass_context
def merge(
    context: click.Context,
    project: Path,
    bundles: tuple[Path, ...],
    preview: bool,
    same: dict[str, str],
    annotator: str | None,
    as_json: bool,
) -> None:
    """Take in bundles of colleagues.

    In any order, and as often as you like: the project is the same in the end. A damaged bundle is refused whole, the
    others are taken in.
    """
    from annotator.errors import MusnadError
    from annotator.services.project import Project

    reports: list[MergePreview | MergeReport] = []
    is_failed = False
    with Project.open(project, annotator=annotator, read_only=preview) as opened:
        for bundle in bundles:
            try:
                reports.append(opened.merge_preview(bundle, same) if preview else opened.merge(bundle, same))
            except MusnadError as error:
                tell(error)
                is_failed = True
    if as_json:
        say_json(reports)
    else:
        for report in reports:
            _tell_merge(report)
    context.exit(1 if is_failed else 0)


def _tell_merge(report: "MergePreview | MergeReport") -> None:
    from annotator.domain.bundle import MergeReport

    if isinstance(report, MergeReport):
        taken = f"{counted(report.new, 'change')} taken in, {report.known:,} known already"
        say(f"{report.name} of {report.sender}: {taken}")
        return
    say(f"{report.name} of {report.sender}: {counted(report.new_changes, 'new change')}")
    for title in report.documents:
        say(f"  new document: {title}")
    for who, labels in report.marks.items():
        for label, counts in labels.items():
            say(f"  {who}: {label}: {counts.new:,} new, {counts.changed:,} changed, {counts.gone:,} gone")
    for names, told in (
        (report.actors_new, "new actors"),
        (report.actors_met, "actors known"),
        (report.scheme, "scheme"),
    ):
        if names:
            say(f"  {told}: {', '.join(names)}")
    for one in report.alike:
        say(f"  {one.theirs!r} looks like {one.ours!r}: if they are one person, add --same {one.theirs}={one.ours}")
    for refused in report.refused:
        say(f"  will not be shown ({refused.reason}): {refused.table} {refused.name or refused.id}")
