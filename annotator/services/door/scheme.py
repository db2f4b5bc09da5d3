"""The door's part about the scheme: another one for a project that is marked already."""

from typing import TYPE_CHECKING

from annotator.domain.scheme import Scheme
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile

if TYPE_CHECKING:
    from annotator.domain.scheme_change import Renames
    from annotator.services.scheme_changes import SchemeChange


class SchemeDoor(ProjectFile):
    """Changing the scheme with everyone's marks, as one action."""

    def scheme_change(self, scheme: Scheme, renames: "Renames | None" = None) -> "SchemeChange":
        """What `set_scheme` would do; nothing is changed. SchemeError for a scheme that does not hold together."""
        from annotator.services.scheme_changes import planned

        with self.reading() as connection:
            return planned(connection, self._scheme, scheme, renames)

    def set_scheme(self, scheme: Scheme, renames: "Renames | None" = None, *, drop: bool = False) -> Scheme:
        """Give the project this scheme; marks follow the renames. The scheme as it is kept, with its version.

        `renames` lead from the path of what is there ("labels.claim", "labels.claim.polarity.denied") to the key that
        takes its place. What has no place in the new scheme is refused with InputError, or goes with `drop`.
        """
        with self.acting() as edits:
            change = self.scheme_change(scheme, renames)
            if change.losses and not drop:
                raise InputError(
                    "Marks would lose their place in this scheme: {losses}.",
                    losses=[f"{loss.path} ({loss.count})" for loss in change.losses],
                )
            edits += change.edits
        return change.scheme
