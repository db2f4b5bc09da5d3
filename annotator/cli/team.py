"""Commands for people who work on one project: assign, progress, feedback, history."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.group import ANNOTATOR, JSON, PROJECT, Option, listed, musnad
from annotator.cli.output import counted, say, say_json, tabulate
from annotator.cli.reviewing import whole_id

if TYPE_CHECKING:
    from annotator.domain.decision import Purpose


@musnad.command()
@PROJECT
@click.option("--to", "people", metavar="A,B,...", callback=listed, help="People who get documents.")
@click.option(
    "--documents",
    cls=Option,
    needs=["people", "break_ties"],
    metavar="ID,...",
    callback=listed,
    help="Documents to give (default: all).",
)
@click.option(
    "--readers",
    cls=Option,
    needs=["people"],
    excludes=["each", "purpose"],
    type=int,
    default=1,
    show_default=True,
    help="Readers of a document that several read.",
)
@click.option(
    "--overlap",
    cls=Option,
    needs=["people"],
    excludes=["each", "purpose"],
    type=float,
    default=1.0,
    show_default=True,
    help="Share of documents that several read.",
)
@click.option(
    "--each",
    cls=Option,
    needs=["people"],
    is_flag=True,
    help="Give every document to all of the people, not evenly.",
)
@click.option(
    "--purpose",
    cls=Option,
    needs=["people"],
    type=click.Choice(["read", "tiebreak", "review"]),
    default="read",
    show_default=True,
)
@click.option("--blind/--open", "blind", default=None, help="Hide others' marks until a reader is done, or show them.")
@click.option("--break-ties", is_flag=True, help="Give documents with open differences to who has not read them.")
@ANNOTATOR
@JSON
def assign(
    project: Path,
    people: list[str] | None,
    documents: list[str] | None,
    readers: int,
    overlap: float,
    each: bool,
    purpose: "Purpose",
    blind: bool | None,
    break_ties: bool,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Hand documents out to annotators, or (without --to) list who has which.

    Documents are given out evenly; --readers and --overlap say how many are read by several. --each gives all of them
    to everybody. What somebody has already stays. --break-ties asks for one more reading where readers differ and
    nobody has decided.
    """
    from annotator.services.project import Project

    is_listing = people is None and blind is None and not break_ties
    with Project.open(project, annotator=annotator, read_only=is_listing) as opened:
        chosen = [whole_id(opened, one) for one in documents or [one.id for one in opened.summaries(counted=False)]]
        if break_ties:
            opened.break_ties(chosen)
        if people:
            if each or purpose != "read":
                opened.assign(chosen, people, purpose, blind=blind)
            else:
                opened.assign_evenly(chosen, people, readers, overlap, blind=blind)
        elif blind is not None:
            opened.set_blind(blind)
        found = opened.assignments()
    if as_json:
        say_json(found)
        return
    tabulate(
        ["document", "annotator", "purpose", "given by"],
        [(one.document_id[:8], one.annotator, one.purpose, one.given_by) for one in found],
    )


@musnad.command()
@PROJECT
@JSON
def progress(project: Path, as_json: bool) -> None:
    """Tell how far everybody is."""
    from annotator.services.project import Project

    with Project.open(project, read_only=True) as opened:
        found = opened.progress()
    if as_json:
        say_json(found)
        return
    tabulate(
        ["annotator", "assigned", "begun", "done", "marks"],
        [(one.annotator, f"{one.assigned:,}", f"{one.begun:,}", f"{one.done:,}", f"{one.marks:,}") for one in found],
        numbers={"assigned", "begun", "done", "marks"},
    )


@musnad.command()
@PROJECT
@ANNOTATOR
@JSON
def feedback(project: Path, annotator: str | None, as_json: bool) -> None:
    """Tell what became of your marks in review, and why."""
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=True) as opened:
        found = opened.feedback()
        texts = {one.document_id: opened.document(one.document_id).text for one in found}
    if as_json:
        say_json(found)
        return
    tabulate(
        ["outcome", "error", "label", "words", "note", "by"],
        [
            (
                *(one.outcome, one.error, one.label),
                one.mine.quote(texts[one.document_id])[:40] if one.mine else "",
                *(one.decision.note, one.decision.annotator),
            )
            for one in found
        ],
    )


@musnad.command()
@PROJECT
@click.option("--document", metavar="ID", help="History of one document and what is on it.")
@click.option("--mark", cls=Option, excludes=["document"], metavar="ID", help="History of one mark and its links.")
@click.option("--go-back", "moment", metavar="WHEN", help="Go back to the state after a day, a time or an action.")
@ANNOTATOR
@JSON
def history(
    project: Path,
    document: str | None,
    mark: str | None,
    moment: str | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """List what was done, the newest first; or go back to the state of a day, as a new action.

    Days and times are written in ISO 8601 (2026-03-01, 2026-03-01T12:00); an action is the id that --json gives.
    Only your own readings go back; undo takes it back.
    """
    from annotator.services.project import Project

    with Project.open(project, annotator=annotator, read_only=moment is None) as opened:
        document_id = None if document is None else whole_id(opened, document)
        if moment is not None:
            chosen = None if document_id is None else [document_id]
            changed = opened.go_back(moment, chosen, span_id=mark)
            say_json({"changed": changed}) if as_json else say(f"{counted(changed, 'row')} as before.")
            return
        found = opened.history(span_id=mark, document_id=document_id)
    if as_json:
        say_json(found)
        return
    tabulate(
        ["when", "who", "action", "what"],
        [
            (
                *(one.moment[:19], one.annotator, ("undo of " if one.undoes else "") + one.action[:8]),
                "; ".join(f"{_deed(row.before, row.after)} {row.table} {row.name}".strip() for row in one.rows[:3]),
            )
            for one in found
        ],
    )


def _deed(before: object, after: object) -> str:
    return "new" if before is None else "gone" if after is None else "changed"
