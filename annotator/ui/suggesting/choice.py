"""The suggesters that a person lets read: all that can, but for those that were switched off."""

from annotator.services.learning import NAME
from annotator.services.project import Project
from annotator.suggest.registry import suggesters
from annotator.ui.settings import SUGGESTERS_OFF


def switched_off() -> set[str]:
    """The names of those that are not to read."""
    return set((SUGGESTERS_OFF.get() or "").split())


def switch(name: str, on: bool) -> None:
    """Let a suggester read from now on, or no more."""
    off = switched_off() - {name} if on else switched_off() | {name}
    SUGGESTERS_OFF.set(" ".join(sorted(off)) or None)


def using(project: Project) -> list[str]:
    """The names of those that can read this project and may; what learns takes part once it has learned."""
    off = switched_off() | ({NAME} if project.learning() is None else set())
    return [one.name for one in suggesters() if one.name not in off and one.missing() is None]
