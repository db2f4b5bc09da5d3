"""The rooms of a window: project, article, review, agreement, publishing. One is in sight; features declare them."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.context import Context, RoomKey
from annotator.ui.i18n import Phrase, phrase, tr
from annotator.ui.modes import KeyTable, ModeKey
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.head import Head

NAMES: dict[RoomKey, tuple[Phrase, Phrase]] = {
    "project": (phrase("Project"), phrase("Go to the project")),
    "article": (phrase("Article"), phrase("Go to the article")),
    "review": (phrase("Review"), phrase("Go to the review")),
    "agreement": (phrase("Agreement"), phrase("Go to the agreement")),
    "publish": (phrase("Publish"), phrase("Go to publishing")),
}
"""Each room's name and the title of the action that leads there, in their order: Ctrl+1 to Ctrl+5."""


def with_project(now: Context) -> bool:
    """For rooms that every project has."""
    return now.has_project


def nothing() -> None:
    """For rooms that need no more than being in sight."""


def no_keys() -> Sequence[ModeKey]:
    """For rooms that have no keys of their own."""
    return ()


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the window with a page of its own, as a feature declares it.

    `page` returns the room's page, made when it is first asked for; whoever made it ends it with the project.
    `entered` is called whenever a person goes there, once the page is in sight: bring it up to date and put the focus
    where work begins. `holds` is false while the room would be empty: then it is neither shown nor entered. `middle`
    returns what stands in the middle of the head while the room is in sight; without it nothing does. `keys` returns
    the room's table of keys as it is now: they act where nothing inside the page used them, and are hinted at.
    """

    key: RoomKey
    page: Callable[[], QWidget]
    entered: Callable[[], object] = nothing
    holds: Callable[[Context], bool] = with_project
    middle: Callable[[], QWidget] | None = None
    keys: Callable[[], Sequence[ModeKey]] = no_keys


class Rooms(QObject):
    """The rooms of one window, and the one that a person is in; none while no project is open."""

    changed = Signal(str)
    """Another room is in sight: its key."""

    def __init__(self, registry: ActionRegistry, head: Head, stack: PageStack) -> None:
        super().__init__(registry)
        self._registry, self._head, self._stack = registry, head, stack
        self._rooms: dict[RoomKey, Room] = {}
        self._current: RoomKey | None = None
        head.rooms.chosen.connect(self._choose)
        registry.refreshed.connect(self._show_names)

    def declare(self, *rooms: Room) -> None:
        """Give the window these rooms, with an action and a key for each."""
        held = {room.key: room for room in rooms}
        self._rooms = {key: held[key] for key in NAMES if key in held}
        self._registry.add(
            *(self._action(room, begins_group=not place) for place, room in enumerate(self._rooms.values()))
        )

    def _action(self, room: Room, *, begins_group: bool) -> Action:
        return Action(
            id=f"navigate.{room.key}",
            title=NAMES[room.key][1],
            shortcut=f"Ctrl+{list(NAMES).index(room.key) + 1}",
            menu="navigate",
            submenu="rooms",
            begins_group=begins_group,
            enabled=room.holds,
            checked=partial(_is_in, room.key),
            run=partial(self.enter, room.key),
        )

    @property
    def current(self) -> RoomKey:
        """The room in sight; the article's, as long as no project is open."""
        return self._current or "article"

    @property
    def room(self) -> Room:
        """Return the room in sight, as it was declared."""
        return self._rooms[self.current]

    def enter(self, key: RoomKey) -> None:
        """Go to a room and begin to work there; KeyError if no feature has declared it."""
        if self._current is not None:
            self.show(key)
            self._rooms[key].entered()

    def show(self, key: RoomKey) -> None:
        """Put a room in sight and leave the focus to whoever asked for it; nothing happens without a project."""
        if self._current is None or key == self._current:
            return
        self._current = key
        self._put()
        self._registry.touch()
        self.changed.emit(key)

    def open(self) -> None:
        """A project is open: begin in the article."""
        self._current = "article"
        self._put()

    def close(self) -> None:
        """No project is open, and there is no room to go to."""
        self._current = None
        self._head.rooms.show_rooms([], "")
        self._head.show_middle(None)

    def _put(self) -> None:
        room = self.room
        page = room.page()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._head.show_middle(room.middle() if room.middle is not None else None)

    def _choose(self, key: str) -> None:
        self._registry.run(f"navigate.{key}")

    def _show_names(self, now: Context) -> None:
        """Show the rooms that hold something; a choice of one is none."""
        if self._current is None:
            return
        names = [
            (key, NAMES[key][0](), self._registry.action(f"navigate.{key}"))
            for key, room in self._rooms.items()
            if room.holds(now)
        ]
        self._head.rooms.show_rooms(names if len(names) > 1 else [], self._current)


class RoomKeys(KeyTable):
    """The keys of the room in sight, and Escape, which leads to the article from everywhere."""

    reach = "window"

    def __init__(self, rooms: Rooms, registry: ActionRegistry) -> None:
        self._rooms, self._registry = rooms, registry

    def table(self) -> Sequence[ModeKey]:
        now = self._registry.context
        if not now.has_project or (now.room == "article" and now.covered):
            return []
        says = tr("{Esc} goes to the article") if now.room != "article" else ""
        return [*self._rooms.room.keys(), ModeKey(("Esc",), lambda: self._rooms.enter("article"), says)]


def _is_in(key: RoomKey, now: Context) -> bool:
    return now.has_project and now.room == key
