"""Routing ties: articles whose differences are undecided go to people who have not read them."""

from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.decision import Assignment
from annotator.services.assigning import able_to_break_ties, given_out
from annotator.services.comparing import standing
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.store import decisions


class TieBreaks(msgspec.Struct, frozen=True, kw_only=True):
    """The people asked to break ties; the documents that nobody is left for, and how many have no open difference."""

    given: tuple[Assignment, ...] = ()
    nobody: tuple[str, ...] = ()
    settled: int = 0


def break_ties(file: ProjectFile, document_ids: Iterable[str], progress: Progress | None = None) -> TieBreaks:
    """Give each document with undecided differences to somebody who has not read it, the least loaded first.

    One action. A document that somebody is to break a tie on already is left as it is, and so is one whose differences
    are decided, or that I may not compare.
    """
    wanted = list(dict.fromkeys(document_ids))
    tied = _tied(file, wanted, progress)
    given: list[Assignment] = []
    nobody: list[str] = []
    with file.acting() as act:
        held = decisions.assignments(act.connection)
        asked = {one.document_id for one in held if one.purpose == "tiebreak"}
        for document_id in (one for one in tied if one not in asked):
            able = able_to_break_ties(act.connection, document_id, [*held, *given])
            # Who asks has compared the readings.
            able = [one for one in able if one != act.annotator]
            if able:
                given += given_out(act, [(document_id, able[0])], "tiebreak")
            else:
                nobody.append(document_id)
    return TieBreaks(given=tuple(given), nobody=tuple(nobody), settled=len(wanted) - len(tied))


def _tied(file: ProjectFile, document_ids: Sequence[str], progress: Progress | None) -> list[str]:
    """Return the documents that have undecided differences."""
    tied = []
    for done, document_id in enumerate(document_ids):
        if progress is not None:
            progress(done, len(document_ids), "")
        found = standing(file, document_id)
        if found is not None and found.undecided:
            tied.append(document_id)
    return tied
