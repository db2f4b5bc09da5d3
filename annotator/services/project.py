"""The project: the one door for the window, the command line and scripts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.change import Changes
from annotator.domain.search import Hit, Query
from annotator.services.door.actors import Actors
from annotator.services.door.documents import Documents
from annotator.services.door.meeting import Meeting
from annotator.services.door.scheme import SchemeDoor
from annotator.services.door.suggestions import Suggestions
from annotator.services.handles import default_handle

if TYPE_CHECKING:
    from annotator.domain.statement import Statement
    from annotator.formats.mapping import LabelMap
    from annotator.formats.record import Record
    from annotator.services.datasets import Report
    from annotator.services.exchange import ImportReport
    from annotator.services.readings import Progress
    from annotator.services.suggesting import SuggestReport

__all__ = ["Project", "default_handle"]


class Project(Documents, Actors, SchemeDoor, Suggestions, Meeting):
    """An open project file and the annotator who works in it.

    Every writing method is one user action: it is checked, written in one transaction with its journal rows, can
    be undone, and is told to listeners. Methods may be called from any thread, one at a time gets in.
    All offsets are Unicode code points, half-open.
    """

    def search(self, query: str | Query, limit: int | None = None, progress: "Progress | None" = None) -> list[Hit]:
        """Where the texts say this, whatever the spelling; `limit` the most places. See `services.search`."""
        from annotator.services.search import search

        wanted = Query(text=query) if isinstance(query, str) else query
        return list(islice(search(self, wanted, progress=progress), limit))

    def statements(
        self,
        source: str | None = None,
        target: str | None = None,
        stance: str | None = None,
        since: str | None = None,
        until: str | None = None,
        annotator: str | None = None,
    ) -> "list[Statement]":
        """What the actor `source` has said about the actor `target` (ids; None: anyone), oldest first.

        `stance` is the one towards the target; `since` and `until` are ISO 8601 days of publication, both
        included; `annotator` whose reading is asked, None: mine.
        """
        from annotator.domain.statement import Asked
        from annotator.services.statements import answers

        asked = Asked(
            source=source,
            target=target,
            stance=stance,
            since=since,
            until=until,
            annotator=annotator or self._annotator,
        )
        return answers(self, asked)

    def store_records(
        self, incoming: "Iterable[Record]", heard: "Callable[[], object] | None" = None
    ) -> Changes | None:
        """Take in whole annotation sets with their documents and actors: one transaction, one undo step.

        Others read and write while the records are read and compared with the file; only the writing itself is alone.
        `heard` is called all along, and ends it without a trace by raising Cancelled.
        """
        from annotator.services.door.taking_in import take_in

        return take_in(self, incoming, heard or _nobody)

    def import_(
        self,
        source: str | Path | Sequence[str | Path],
        format: str | None = None,
        *,
        encoding: str | None = None,
        annotator: str | None = None,
        label_map: "LabelMap | None" = None,
        progress: "Progress | None" = None,
    ) -> "ImportReport":
        """Bring in article files, or annotations where the format holds them; see `services.exchange`.

        One file that cannot be used raises InputError; of several, those that cannot are told in the report.
        """
        from annotator.services.exchange import import_file, import_files

        if isinstance(source, str | Path):
            return import_file(
                self, Path(source), format=format, encoding=encoding, annotator=annotator, label_map=label_map
            )
        return import_files(
            self,
            [Path(path) for path in source],
            format=format,
            encoding=encoding,
            annotator=annotator,
            label_map=label_map,
            progress=progress,
        )

    def export(
        self,
        format: str,
        out: str | Path,
        annotators: Sequence[str] | None = None,
        split: Mapping[str, int] | None = None,
        *,
        options: Mapping[str, str] | Sequence[str] = (),
        strict: bool = False,
        progress: "Progress | None" = None,
    ) -> "Report":
        """Write a dataset; see `services.datasets`. `annotators` None: every reading but what models propose."""
        from annotator.services.datasets import export

        return export(self, format, Path(out), annotators, split, options=options, strict=strict, progress=progress)

    def export_actors(self, out: str | Path) -> int:
        """Write the registry as a table (CSV) for spreadsheets; how many entries it has. Raises InputError."""
        from annotator.services.registry import export_actors

        return export_actors(self, Path(out))

    def suggest(
        self,
        using: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "SuggestReport":
        """Let suggesters (None: all) read documents (None: all); see `services.suggesting`."""
        from annotator.services.suggesting import run

        return run(self, using, [one.id for one in self.summaries()] if documents is None else documents, progress)

    def check(self) -> list[str]:
        """What does not hold in this file, a line each; an empty list is good news. Changes nothing."""
        from annotator.store.check import problems

        with self.reading() as connection:
            return problems(connection, self._scheme)


def _nobody() -> None:
    """Nobody hears."""
