"""Merging bundles: a preview, then all of it or nothing, as one action that can be taken back."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from annotator.domain.bundle import Alike, MarkCounts, MergePreview, MergeReport, Refused
from annotator.domain.change import Change
from annotator.domain.span import ELLIPSIS
from annotator.services import same_person
from annotator.services.bundles import Bundle, read
from annotator.services.door.meeting import Meeting
from annotator.store import annotations, meeting, settings
from annotator.store.bonds import NEEDS, RowKey
from annotator.store.connection import Connection
from annotator.store.fold import folded
from annotator.store.incoming import by_row
from annotator.store.references import has_row, stored_row
from annotator.store.row_histories import histories, ordered
from annotator.text.folding import fold

SAME = "same/"
"""The beginning of the id of a setting that gives a person's other name."""

Row = Mapping[str, Any]


def merge(file: Meeting, path: Path, same: Mapping[str, str] | None = None) -> MergeReport:
    """Take in a bundle: all of it that is not here, in one action.

    `same` says of names in the bundle whose they are here ({theirs: ours}); the project remembers it. Raises
    InputError, with nothing taken in, for a bundle that is damaged or newer, or in which somebody changed what is not
    theirs.
    """
    names = same_person.checked(same or {})
    bundle = read(path)
    changes = _coming(file, bundle, names)
    remembered = [settings.value_row(SAME + theirs, ours) for theirs, ours in names.items()]
    applied = file.merge_in(changes, bundle.name, bundle.manifest.sender, remembered)
    return MergeReport(
        name=bundle.name,
        sender=bundle.manifest.sender,
        new=applied.new,
        known=len(bundle.lines) - applied.new - len(applied.held_back),
        held_back=len(applied.held_back),
        documents=len(applied.changes.rows.get("documents", ())),
        waiting=file.unshown(applied.changes.rows),
    )


def preview(file: Meeting, path: Path, same: Mapping[str, str] | None = None) -> MergePreview:
    """Return what `merge` would do with a bundle; nothing is written. Raises InputError as `merge`."""
    names = same_person.checked(same or {})
    bundle = read(path)
    with file.reading() as connection:
        coming = file.sifted(_coming(file, bundle, names))
        return _Foreseen(connection, coming).told(bundle, file.project_id)


def _coming(file: Meeting, bundle: Bundle, same: Mapping[str, str]) -> list[Change]:
    """Return the changes that are not here, signed by who their makers are here."""
    with file.reading() as connection:
        held = settings.values(connection, SAME)
        names = {**{key.removeprefix(SAME): str(value) for key, value in held.items()}, **same}
        if names:
            # Whoever signs them, their uids are others.
            return same_person.renamed(bundle.changes, names)
        return bundle.lacking(partial(meeting.unknown, connection))


class _Foreseen:
    """The rows that changes concern, as they are and as they would be."""

    def __init__(self, connection: Connection, coming: meeting.Coming) -> None:
        self._connection = connection
        self._coming = coming
        fresh = by_row(coming.fresh)
        earlier = histories(connection, fresh)
        self._rows: dict[RowKey, tuple[Row | None, Row | None]] = {}
        for key, changes in fresh.items():
            row = stored_row(connection, key) if earlier[key] else None
            self._rows[key] = row, folded(key[0], ordered([*earlier[key], *changes]))

    def told(self, bundle: Bundle, project_id: str) -> MergePreview:
        new_actors, met = self._actors()
        theirs = {one.annotator for one in self._coming.fresh}
        ours = [one.handle for one in annotations.annotators(self._connection)]
        return MergePreview(
            name=bundle.name,
            sender=bundle.manifest.sender,
            made=bundle.manifest.made,
            is_same_project=bundle.manifest.project == project_id,
            new_changes=len(self._coming.fresh),
            known_changes=len(bundle.lines) - len(self._coming.fresh) - len(self._coming.held_back),
            documents=tuple(str(now["title"]) for _, now in self._new("documents")),
            marks=self._marks(),
            relations=len(list(self._new("relations"))),
            comments=len(list(self._new("comments"))),
            decisions=len(list(self._new("decisions"))),
            assignments=len(list(self._new("assignments"))),
            actors_new=new_actors,
            actors_met=met,
            scheme=self._scheme(),
            alike=tuple(Alike(theirs=one, ours=other) for one, other in same_person.alike(sorted(theirs), ours)),
            refused=tuple(self._refused()),
        )

    def _of(self, table: str) -> Iterable[tuple[str, Row | None, Row | None]]:
        return ((row_id, before, now) for (name, row_id), (before, now) in self._rows.items() if name == table)

    def _new(self, table: str) -> Iterable[tuple[str, Row]]:
        return ((row_id, now) for row_id, before, now in self._of(table) if before is None and now is not None)

    def _marks(self) -> dict[str, dict[str, MarkCounts]]:
        found: dict[str, dict[str, list[int]]] = {}
        for _, before, now in self._of("spans"):
            row = now or before
            if row is None or before == now:
                continue
            counts = found.setdefault(row["annotator"], {}).setdefault(row["label"], [0, 0, 0])
            counts[0 if before is None else 2 if now is None else 1] += 1
        return {
            who: {label: MarkCounts(new=new, changed=changed, gone=gone) for label, (new, changed, gone) in one.items()}
            for who, one in sorted(found.items())
        }

    def _actors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        held = self._connection.execute("SELECT name FROM actors").fetchall()
        known = {fold(name).form for (name,) in held}
        coming = [str(now["name"]) for _, now in self._new("actors")]
        new = tuple(name for name in coming if fold(name).form not in known)
        met = [name for name in coming if fold(name).form in known]
        met += [str(now["name"]) for _, before, now in self._of("actors") if before is not None and now is not None]
        return new, tuple(met)

    def _scheme(self) -> tuple[str, ...]:
        return tuple(
            sorted(row_id.removeprefix("scheme/") for row_id, before, now in self._of("settings") if before != now)
        )

    def _refused(self) -> Iterable[Refused]:
        for one in self._coming.held_back:
            yield Refused(table=one.table, id=one.row_id, name="", reason="future")
        labels = self._labels()
        for (table, row_id), (_, now) in self._rows.items():
            if now is None:
                continue
            lacking = any(not self._has((need.parent, str(now[need.column]))) for need in NEEDS[table])
            if lacking or (table == "spans" and now["label"] not in labels):
                reason = "parent" if lacking else "label"
                yield Refused(table=table, id=row_id, name=self._name(table, now), reason=reason)

    def _has(self, key: RowKey) -> bool:
        return self._rows[key][1] is not None if key in self._rows else has_row(self._connection, key)

    def _labels(self) -> set[str]:
        held = {key for (key,) in self._connection.execute("SELECT key FROM known_labels")}
        for row_id, _, now in self._of("settings"):
            parts = row_id.split("/")
            if parts[:2] == ["scheme", "labels"] and len(parts) == 3:
                held = held | {parts[2]} if now is not None else held - {parts[2]}
        return held

    def _name(self, table: str, row: Row) -> str:
        if table != "spans":
            return str(row.get("name") or row.get("label") or row.get("title") or "")
        key = ("documents", str(row["document_id"]))
        document = self._rows[key][1] if key in self._rows else stored_row(self._connection, key)
        text = "" if document is None else str(document["text"])
        return ELLIPSIS.join(text[start:end] for start, end in row["parts"])[:60]
