"""Actions of the journal by the names that people have for them, and their history as lines, read as far as wanted."""

from collections.abc import Collection, Iterator

import msgspec

from annotator.domain.change import FOUNDING, IMPORT, reach_of
from annotator.domain.deed import MARKING, Deed, RowDeed, deed_of
from annotator.domain.row_history import Row
from annotator.services.door.file import ProjectFile
from annotator.services.history import Hiding, moment_of
from annotator.services.taking_back import RowNames
from annotator.store import past
from annotator.store.bonds import RowKey
from annotator.store.connection import Connection
from annotator.store.fold import outcome
from annotator.store.past import LAST_STAMP, ActionRow

SAMPLE_ROWS = 24
"""As many rows of an action are read to find its name; the others are only counted."""
LATELY_LINES, READ_FOR_LATELY = 5, 40
"""Lines of what was done lately, and the actions that are read for them."""
TURNS = 200
"""Steps after which a chain of undo and redo is no longer followed."""
TELLING_BEFORE = frozenset(
    (
        *("spans", "relations", "comments", "decisions", "annotation_sets", "assignments", "origins", "refusals"),
        *("actors", "statements"),
    )
)
"""Tables of rows whose name, label or document is told by what was said of them before."""


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """An action as people read it: by whom, when (ISO 8601, UTC), its deed, and the title of its document.

    `turns` counts undo and redo: 0 for an action that was done, 1 for taking it back, 2 for doing it again.
    """

    action: str
    annotator: str
    moment: str
    deed: Deed
    turns: int = 0
    title: str = ""


class HistoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some lines, the newest first, and the stamp from which the next page goes on; empty: there is no more."""

    lines: tuple[HistoryLine, ...]
    goes_on: str = ""


def next_deed(file: ProjectFile, *, again: bool = False) -> Deed | None:
    """Return what `undo`, or (`again`) `redo`, would take back or do again; None: nothing, or nothing that is told.

    An action that still waits to be written is not told.
    """
    action = file.next_action(again=again)
    if action is None:
        return None
    with file.reading() as view:
        return _told(view, _root(view, action)[0])


def page(
    file: ProjectFile,
    *,
    span_id: str | None = None,
    document_id: str | None = None,
    before: str = LAST_STAMP,
    seen: Collection[str] = (),
    most: int = 40,
) -> HistoryPage:
    """Return the last actions before a stamp that touched a mark, a document or (neither given) the project.

    `seen` are the actions of the pages before. Reads the journal backwards, no further than it must: on a document
    that nobody has touched for long that is all of it, so this is work for the background.
    """
    with file.apart() as view:
        if span_id is not None:
            found = past.actions_of_rows(view, [("spans", span_id), *past.links_ever_of(view, span_id)], before)
        else:
            found = past.actions_before(view, before, document_id)
        return _page(view, found, {FOUNDING, *seen}, most)


def lately(file: ProjectFile, most: int = LATELY_LINES) -> list[HistoryLine]:
    """Return what was done last, the newest first; what one person did in a row is one line, with how often.

    What somebody only viewed is left out. Reads the journal backwards: work for the background.
    """
    found: list[HistoryLine] = []
    for line in page(file, most=READ_FOR_LATELY).lines:
        if line.deed.kind == "view":
            continue
        last = found[-1] if found else None
        if last is not None and _run(last) == _run(line):
            found[-1] = _joined(last, line)
        elif len(found) < most:
            found.append(line)
        else:
            break
    return found


def _run(line: HistoryLine) -> tuple[object, ...]:
    """Return what is the same of lines that are told as one."""
    kind = "marks" if line.deed.kind in MARKING else line.deed.kind
    return line.annotator, kind, line.deed.value, line.turns


def _joined(last: HistoryLine, line: HistoryLine) -> HistoryLine:
    """Return a line for two deeds in a row, at the time of the later one."""
    one, other = last.deed, line.deed
    is_same = (one.kind, one.labels) == (other.kind, other.labels)
    on = one.document_id if one.document_id == other.document_id else None
    deed = Deed(
        kind=one.kind if is_same else "marks",
        labels=one.labels if is_same else (),
        count=one.count + other.count,
        value=one.value,
        document_id=on,
    )
    return msgspec.structs.replace(last, deed=deed, title=last.title if on is not None else "")


def _page(view: Connection, found: Iterator[tuple[str, str]], seen: set[str], most: int) -> HistoryPage:
    names, hides = RowNames(view), Hiding(view)
    lines: list[HistoryLine] = []
    for action, stamp in found:
        if action in seen:
            continue
        if len(lines) == most:
            # From this one on, whose stamp is the newest that has not been told.
            return HistoryPage(lines=tuple(lines), goes_on=stamp + LAST_STAMP)
        seen.add(action)
        line = _line(view, names, hides, action, stamp)
        if line is not None:
            lines.append(line)
    return HistoryPage(lines=tuple(lines))


def _line(view: Connection, names: RowNames, hides: Hiding, action: str, stamp: str) -> HistoryLine | None:
    rows = past.rows_of_action(view, action, SAMPLE_ROWS)
    if not rows or all(hides((one.table, one.row_id)) for one in rows):
        return None
    root, turns = _root(view, action)
    deed = _told(view, root, names) or Deed(kind="other")
    title = "" if deed.document_id is None else names.title(deed.document_id)
    return HistoryLine(
        action=action, annotator=rows[0].annotator, moment=moment_of(stamp), deed=deed, turns=turns, title=title
    )


def _root(view: Connection, action: str) -> tuple[str, int]:
    """Return the action that an undo or a redo is about in the end, and how often it was turned around."""
    turns = 0
    while turns < TURNS and (before := past.undone_by(view, action)) is not None:
        action, turns = before, turns + 1
    return action, turns


def _told(view: Connection, action: str, names: RowNames | None = None) -> Deed | None:
    names = names or RowNames(view)
    rows = past.rows_of_action(view, action, SAMPLE_ROWS)
    if not rows:
        return None
    held = {(one.table, one.row_id): _before(view, one) for one in rows}
    deed = deed_of(action, [_row_deed(one, held[one.table, one.row_id]) for one in rows])
    if len(rows) < SAMPLE_ROWS:
        return _named(names, deed, rows, held)
    if reach_of(action) == IMPORT and deed.kind != "import":
        # Articles may come after the rows that were read.
        articles = past.size_of(view, action, "documents")
        deed = Deed(kind="import", count=articles) if articles else deed
    if deed.table:
        deed = msgspec.structs.replace(deed, count=max(deed.count, past.size_of(view, action, deed.table)))
    return _named(names, deed, rows, held)


def _before(view: Connection, one: ActionRow) -> Row:
    """Return what was said of a row before the action, where that tells something that the action does not."""
    if one.is_new or one.table not in TELLING_BEFORE:
        return {}
    history = past.changes_of_rows(view, [(one.table, one.row_id)], one.stamp)
    return outcome([change for change in history if change.stamp < one.stamp])[1]


def _row_deed(one: ActionRow, before: Row) -> RowDeed:
    label = before.get("label") or (one.row or {}).get("label") or ""
    whose = str(before.get("annotator") or (one.row or {}).get("annotator") or "")
    return RowDeed(table=one.table, row_id=one.row_id, is_new=one.is_new, row=one.row, label=str(label), whose=whose)


def _named(names: RowNames, deed: Deed, rows: list[ActionRow], held: dict[RowKey, Row]) -> Deed:
    """Return the deed with what people call the first of its rows, and the document if it is the same for all."""
    whole = {key: {**held[key], **(one.row or {})} for one in rows if (key := (one.table, one.row_id)) in held}
    on = {str(row["document_id"]) for row in whole.values() if row.get("document_id")}
    on |= {row_id for table, row_id in whole if table == "documents"}
    first = whole.get((deed.table, deed.row_id), {})
    name = names.name((deed.table, deed.row_id), first) if deed.table else ""
    return msgspec.structs.replace(deed, name=name, document_id=next(iter(on)) if len(on) == 1 else None)
