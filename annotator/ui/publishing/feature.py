"""The room of publishing: datasets out of the project."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from annotator.ui.feature import Feature, OnDemand
from annotator.ui.files.feature import Files
from annotator.ui.i18n import tr
from annotator.ui.modes import ModeKey
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.publishing.controller import Exporting

WRITE = ("Ctrl+Return", "Ctrl+Enter")


class Publishing(Feature):
    """The export page; entering the room and the action in the menu of files show it."""

    def attach(self) -> None:
        self.exporting: OnDemand[Exporting] = OnDemand(self._make, lambda one: one.stop())
        self.shell.feature(Files).show_export = lambda: self.shell.rooms.enter("publish")

    def _make(self) -> "Exporting":
        from annotator.ui.publishing.controller import Exporting

        return Exporting(self.shell, self.session)

    def publish(self, document_ids: Collection[str]) -> None:
        """Go to the room, where a dataset of these articles is asked for."""
        self.shell.rooms.enter("publish")
        self.exporting().choose_documents(document_ids)

    def rooms(self) -> Sequence[Room]:
        return [
            Room(
                key="publish",
                page=lambda: self.exporting().page,
                entered=lambda: self.exporting().enter(),
                keys=self._keys,
            )
        ]

    def _keys(self) -> Sequence[ModeKey]:
        return [
            ModeKey(WRITE, lambda: self.exporting().page.target.ask(), tr("{Ctrl+Enter} writes the dataset")),
        ]

    def start(self, session: Session) -> None:
        session.documents_changed.connect(self._follow)

    def _follow(self) -> None:
        if self.exporting.made is not None:
            self.exporting.made.follow()

    def stop(self) -> None:
        self.exporting.end()
