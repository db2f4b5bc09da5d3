"""The registry as somebody who types a name meets it: an index that follows every change."""

from annotator.domain.change import Changes
from annotator.services.actor_finder import ActorFinder, Match
from annotator.services.door.file import ProjectFile
from annotator.services.mentions import Choices
from annotator.store import actors


class ActorSearch:
    """Finds entries of one open project; built when it is first asked."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._finder = ActorFinder()
        self._choices = Choices(file)
        self._stale = True
        file.listen(self._hear)

    def find(self, query: str, limit: int) -> list[Match]:
        """The entries that may be meant; those that were linked to this name before come first."""
        if self._stale:
            self._stale = False
            with self._file.reading() as view:
                self._finder.update(actors.actors(view))
        return self._finder.find(query, self._choices.chosen(query), limit)

    def _hear(self, changes: Changes) -> None:
        # This may be a worker's thread; the index is renewed when somebody asks.
        if changes.touches("actors", "actor_aliases"):
            self._stale = True
