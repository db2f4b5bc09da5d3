"""The base of all features: one object that declares what it brings. The window loops over all of them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from annotator.domain.scheme import Scheme
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.rooms import Room
from annotator.ui.session import Session
from annotator.ui.shell import Shell, Window

T = TypeVar("T")


class OnDemand(Generic[T]):
    """A part of a feature: calling it returns the part, made the first time; `made` never makes it."""

    def __init__(self, make: Callable[[], T], end: Callable[[T], object] = lambda _: None) -> None:
        self._make, self._end = make, end
        self.made: T | None = None

    def __call__(self) -> T:
        if self.made is None:
            self.made = self._make()
        return self.made

    def end(self) -> None:
        """End the part, if it was ever made; the next call makes another."""
        made, self.made = self.made, None
        if made is not None:
            self._end(made)


class Feature:
    """Something that a window can do.

    It is made with the window, so its module imports only what it needs to declare; the parts that do the work are
    `OnDemand`. It gets the `Shell`, never the window, and finds another feature by `shell.feature`.
    """

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    # What it declares

    def actions(self) -> Sequence[Action]:
        """Return what a person can do with it, in the order of the menus."""
        return ()

    def scheme_actions(self, scheme: Scheme) -> Sequence[Action]:
        """Return the actions that come with a project's scheme, and go with it."""
        del scheme
        return ()

    def rooms(self) -> Sequence[Room]:
        """Return its rooms."""
        return ()

    def add_to(self, now: Context) -> Context:
        """Return the context of the window with what only this feature knows; asked once a change."""
        return now

    # Its life

    def attach(self) -> None:
        """Connect to the parts of the window, which stand from now on."""

    def start(self, session: Session) -> None:
        """Follow a project that was opened."""
        del session

    def finish(self) -> None:
        """Write, or give up, what was begun: the project is about to be closed."""

    def stop(self) -> None:
        """End what belongs to the project that was open."""

    def close(self) -> None:
        """End what runs: the window is closed."""

    @property
    def session(self) -> Session:
        """Return the open project, which there must be."""
        session = self.shell.session
        assert session is not None, "there is no project to work on"
        return session


class WindowFeature(Feature):
    """A feature that arranges parts of the window, and gets all of them."""

    shell: Window

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
