"""The words of the table of articles, in the language of the window."""

from typing import TYPE_CHECKING

from annotator.ui.home.arranging import READER, OrderKey
from annotator.ui.i18n import date, fixed, isolate, listed, number, tr, tr_n
from annotator.ui.panels.document_list import status_title

if TYPE_CHECKING:
    from annotator.services.comparing import Standing
    from annotator.services.overview import ArticleLine

NOTHING = "—"


def column_title(key: OrderKey) -> str:
    """Return the name of a column in the language of the window; a reader's is their handle."""
    if key.startswith(READER):
        return isolate(key.removeprefix(READER))
    return {
        "place": tr("Order of import"),
        "title": tr("Article"),
        "publisher": tr("Publisher"),
        "date": tr("Date"),
        "assigned": tr("Assigned to"),
        "marks": tr("Marks"),
        "differences": tr("Differences"),
        "agreement": tr("Agreement α"),
    }[key]


def cell_text(line: "ArticleLine", key: str, standing: "Standing | None") -> str:
    """Return what a cell says, in the language of the window."""
    if key.startswith(READER):
        who = key.removeprefix(READER)
        if who in line.statuses or who in line.assigned:
            return f"{isolate(who)}: {status_title(line.statuses.get(who, 'todo'))}"
        return tr("{who} is not to read it", who=who)
    match key:
        case "title":
            return line.title
        case "publisher":
            return line.publisher or NOTHING
        case "date":
            return date(line.published) if line.published else NOTHING
        case "assigned":
            return listed(isolate(who) for who in line.assigned) or NOTHING
        case "marks":
            return number(line.marks) if line.marks else ""
        case "differences":
            return _differences(line, standing)
    return NOTHING if standing is None or standing.alpha is None else fixed(standing.alpha, 2)


def _differences(line: "ArticleLine", standing: "Standing | None") -> str:
    if line.is_hidden and len(line.statuses) > 1:
        return tr("hidden until done")
    if standing is None:
        return "…" if line.compared else NOTHING
    if standing.undecided:
        return tr("{open} of {all} open", open=standing.undecided, all=standing.differences)
    return tr_n("{n} decided", standing.differences) if standing.differences else tr("no differences")


def line_told(line: "ArticleLine", standing: "Standing | None") -> str:
    """Return all that is known of an article, a line each."""
    known = (isolate(line.publisher) if line.publisher else "", date(line.published) if line.published else "")
    assigned = listed(isolate(who) for who in line.assigned)
    told = [
        isolate(line.title),
        " · ".join(filter(None, known)),
        tr("Assigned to: {names}", names=assigned) if assigned else "",
        *(f"{isolate(who)}: {status_title(status)}" for who, status in line.statuses.items()),
        tr_n("{n} marks", line.marks) if line.marks else "",
        tr_n("{n} open comments", line.comments) if line.comments else "",
        _differences(line, standing) if line.compared else "",
    ]
    return "\n".join(filter(None, told))
