"""The room of publishing: datasets out of the project, and networks of what is said in it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool

from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.files.feature import Files
from annotator.ui.i18n import tr
from annotator.ui.modes import ENTER, ModeKey
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.networks.controller import Networks
    from annotator.ui.publishing.controller import Exporting
    from annotator.ui.publishing.room import PublishRoom, Tab

WRITE = ("Ctrl+Return", "Ctrl+Enter")
AFTER_PAINTING_MS = 3000
"""Milliseconds that leave a window that was just opened time for everything that its first pages need."""


def _read_ahead() -> None:
    """Load all formats in another thread: whoever goes to the room should not wait a second for its page."""

    def load() -> None:
        from annotator.formats.registry import writers
        from annotator.services import discourse, outlook

        del discourse, outlook
        writers()

    QThreadPool.globalInstance().start(load)


class Publishing(Feature):
    """The pages of export and of networks; entering the room shows the one that was left last."""

    def attach(self) -> None:
        self.exporting: OnDemand[Exporting] = OnDemand(self._make_exporting, lambda one: one.stop())
        self.networks: OnDemand[Networks] = OnDemand(self._make_networks, lambda one: one.stop())
        self.room: OnDemand[PublishRoom] = OnDemand(self._make_room, lambda one: one.deleteLater())
        self.shell.feature(Files).show_export = lambda: self.show("export")

    def _make_exporting(self) -> "Exporting":
        from annotator.ui.publishing.controller import Exporting

        return Exporting(self.shell, self.session)

    def publish(self, document_ids: Collection[str]) -> None:
        """Go to the room, where a dataset of these articles is asked for."""
        self.show("export")
        self.exporting().choose_documents(document_ids)

    def _make_networks(self) -> "Networks":
        from annotator.ui.networks.controller import Networks

        return Networks(self.shell, self.session)

    def _make_room(self) -> "PublishRoom":
        from annotator.ui.publishing.room import PublishRoom

        room = PublishRoom({"export": lambda: self.exporting().page, "networks": lambda: self.networks().page})
        room.tabs.pages.chosen.connect(self._turn)
        return room

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.networks",
                after="view.actors",
                title="Networks",
                tip="Who says what about whom, who agrees with whom, and when",
                shortcut="Ctrl+Shift+N",
                menu="view",
                enabled=lambda now: now.has_project,
                run=lambda: self.show("networks"),
            ),
        ]

    def rooms(self) -> Sequence[Room]:
        return [
            Room(
                key="publish",
                page=lambda: self.room(),
                entered=self._enter,
                middle=lambda: self.room().tabs,
                keys=self._keys,
            )
        ]

    def _keys(self) -> Sequence[ModeKey]:
        if self.room.made is not None and self.room.made.tab == "networks":
            return [ModeKey(ENTER, None, tr("{Enter} opens the claims behind it"))]
        return [ModeKey(WRITE, lambda: self.exporting().page.target.ask(), tr("{Ctrl+Enter} writes the dataset"))]

    def show(self, tab: "Tab") -> None:
        """Go to the room, to this page of it."""
        self.room().tab = tab
        self.shell.rooms.enter("publish")

    def _turn(self, tab: "Tab") -> None:
        self.room().tab = tab
        self._enter()

    def _enter(self) -> None:
        """Make the page that is wanted, if it is the first time, and begin there."""
        self.room().turn(self.room().tab)
        if self.room().tab == "networks":
            self.networks().enter()
        else:
            self.exporting().enter()
        self.shell.registry.touch()

    def start(self, session: Session) -> None:
        session.documents_changed.connect(self._follow)
        after_painting(AFTER_PAINTING_MS, session, _read_ahead)

    def _follow(self) -> None:
        for part in (self.exporting, self.networks):
            if part.made is not None:
                part.made.follow()

    def stop(self) -> None:
        self.exporting.end()
        self.networks.end()
        self.room.end()
