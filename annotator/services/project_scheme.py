"""Giving an open project another scheme, with everyone's marks, as one action."""

from annotator.domain.change import SCHEME
from annotator.domain.ids import new_id
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_change import Renames
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.services.scheme_changes import SchemeChange, planned


def change(file: ProjectFile, scheme: Scheme, renames: Renames | None = None) -> SchemeChange:
    """Return what `give` would do; nothing is changed. SchemeError for a scheme that does not hold together."""
    with file.reading() as view:
        return planned(view, file.scheme, scheme, renames)


def give(file: ProjectFile, scheme: Scheme, renames: Renames | None = None, *, drop: bool = False) -> Scheme:
    """Give the project this scheme; marks follow the renames. The scheme as it is kept, with its version.

    `renames` lead from the path of what is there ("labels.claim", "labels.claim.polarity.denied") to the key that
    takes its place. What has no place in the new scheme is refused with InputError, or goes with `drop`.
    """
    with file.acting(SCHEME + new_id()) as act:
        plan = planned(act.connection, act.scheme, scheme, renames)
        if plan.losses and not drop:
            raise InputError(
                "Marks would lose their place in this scheme: {losses}.",
                losses=[f"{loss.path} ({loss.count})" for loss in plan.losses],
            )
        act.edits += plan.edits
    return plan.scheme
