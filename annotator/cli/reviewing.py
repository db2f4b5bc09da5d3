"""Commands for comparing readings: agreement, differences."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.group import JSON, PROJECT, musnad
from annotator.cli.output import Counter, counted, say, say_json, tabulate
from annotator.errors import InputError

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference
    from annotator.agreement.figures import Figures
    from annotator.agreement.tally import Universe
    from annotator.agreement.units import Tokenizer, Unit
    from annotator.services.project import Project


def _listed(_context: click.Context, _option: click.Parameter, given: str | None) -> list[str] | None:
    """Return the words of a list `A,B`; None where the option is not given."""
    return None if given is None else [word.strip() for word in given.split(",") if word.strip()]


@musnad.command()
@PROJECT
@click.option("--between", metavar="A,B,...", callback=_listed, help="Annotators to compare (default: all people).")
@click.option("--unit", type=click.Choice(["token", "character"]), default="token", show_default=True)
@click.option(
    "--universe",
    type=click.Choice(["all", "marked", "units"]),
    default="all",
    show_default=True,
    help="Units that count: all, those marked by a reader compared, or the stretches that somebody marked.",
)
@click.option("--tokenizer", type=click.Choice(["words", "whitespace"]), default="words", show_default=True)
@click.option("--labels", metavar="A,B,...", callback=_listed, help="Labels that count (default: all of the scheme).")
@JSON
def agreement(
    project: Path,
    between: list[str] | None,
    unit: "Unit",
    universe: "Universe",
    tokenizer: "Tokenizer",
    labels: list[str] | None,
    as_json: bool,
) -> None:
    """Measure inter-annotator agreement.

    Counted are the documents that at least two of the annotators have begun. An undefined figure is null (JSON) or
    "undefined": chance alone would have agreed everywhere.
    """
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened, Counter("Comparing") as progress:
        figures = opened.agreement(
            between, unit=unit, universe=universe, tokenizer=tokenizer, labels=labels, progress=progress
        )
    say_json(figures) if as_json else _tell(figures)


def _tell(figures: "Figures") -> None:
    say(
        f"{', '.join(figures.readers)}: {counted(figures.documents, 'document')}, {counted(figures.n, 'unit')} "
        f"(unit: {figures.unit}, universe: {figures.universe}, tokenizer: {figures.tokenizer})"
    )
    say(f"Krippendorff's alpha {_figure(figures.token_alpha)}, span F1 (exact) {_figure(figures.span_f1_exact)}")
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
        found = opened.differences(_whole_id(opened, document), a, b)
    if as_json:
        say_json([_record(one) for one in found])
        return
    tabulate(
        ["place", "kind", "label", "a", "b", "details"],
        [
            (
                *(str(one.start), one.kind, one.label, one.a.id[:8] if one.a else "", one.b.id[:8] if one.b else ""),
                "; ".join(filter(None, (f"{detail.kind} {detail.key}".strip() for detail in one.details))),
            )
            for one in found
        ],
    )


def _whole_id(project: "Project", document: str) -> str:
    """Return the id that begins so. Raises NotFoundError, or InputError where several do."""
    found = [one.id for one in project.summaries(counted=False) if one.id.startswith(document)]
    if len(found) > 1 and document not in found:
        raise InputError(
            "{count} documents have ids that begin with {id!r}: write more of it.", count=len(found), id=document
        )
    return found[0] if len(found) == 1 else document


def _record(one: "Difference") -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "label": one.label,
        "start": one.start,
        "a": one.a,
        "b": one.b,
        "details": one.details,
    }
