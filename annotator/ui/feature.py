"""The base of all features: an object that declares actions and rooms. The window loops over all of them."""

from collections.abc import Sequence

from annotator.ui.actions import Action
from annotator.ui.rooms import Room
from annotator.ui.session import Session
from annotator.ui.shell import Shell


class Feature:
    """Something that a window can do. It is made with the window, so it imports what it needs when it is needed."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    def actions(self) -> Sequence[Action]:
        """Return what a person can do with it, in the order of the menus."""
        return ()

    def rooms(self) -> Sequence[Room]:
        """Return its rooms."""
        return ()

    def start(self, session: Session) -> None:
        """Follow a project that was opened."""

    def stop(self) -> None:
        """End what belongs to the project that was open."""
