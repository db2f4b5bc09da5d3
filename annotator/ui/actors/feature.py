"""The registry of actors: linking a mention to an entry, the page of all entries, names in Latin letters."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.files.feature import Files
from annotator.ui.i18n import file_kinds, tr
from annotator.ui.scheme_ids import LINK_KEY
from annotator.ui.session import Session
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.ui.actors.controller import ActorPages
    from annotator.ui.actors.link_box import ActorLink


class Actors(WindowFeature):
    """Links mentions to entries, and shows the page of all entries."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.link_box: OnDemand[ActorLink] = OnDemand(self._make_link_box)
        self.pages: OnDemand[ActorPages] = OnDemand(self._make_pages, lambda one: one.stop())

    def _make_link_box(self) -> "ActorLink":
        from annotator.ui.actors.link_box import ActorLink

        box = ActorLink(self.shell)
        box.toggled.connect(self._follow_box)
        return box

    def _follow_box(self) -> None:
        """Let the box's keys be those of the window while it is open."""
        box, modes = self.link_box(), self.shell.modes
        if box.isVisible():
            modes.push(box.mode)
        else:
            modes.remove(box.mode)
        self.shell.registry.touch()

    def _make_pages(self) -> "ActorPages":
        from annotator.ui.actors.controller import ActorPages

        return ActorPages(self.shell, self.session)

    def start(self, session: Session) -> None:
        # Another mark, another article: nobody may be linked who is out of sight.
        session.selection_changed.connect(self._dismiss)

    def _dismiss(self) -> None:
        if self.link_box.made is not None:
            self.link_box.made.dismiss()

    def finish(self) -> None:
        if self.pages.made is not None:
            self.pages.made.finish()
        self._dismiss()

    def stop(self) -> None:
        self.pages.end()

    def _toggle_latin(self) -> None:
        """Show names in Latin letters as well, or no more."""
        from annotator.ui.actor_words import toggle_transliteration

        toggle_transliteration()
        if self.shell.session is not None:
            self.shell.workspace.sides.restyle()
            if self.pages.made is not None:
                self.pages.made.follow()

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="file.import_actors",
                after="file.export",
                title="Import actors…",
                tip="Bring actors in from a CSV table",
                menu="file",
                submenu="actors",
                begins_group=True,
                enabled=lambda now: now.writable,
                run=lambda: choose_actors(self.shell),
            ),
            Action(
                id="file.export_actors",
                after="file.import_actors",
                title="Export actors…",
                tip="Write the registry of actors as a CSV table for spreadsheets",
                menu="file",
                submenu="actors",
                enabled=lambda now: now.has_project,
                run=lambda: choose_actors_out(self.shell),
            ),
            Action(
                id="annotate.link_actor",
                title="Who is it?",
                tip="Link the mention to an actor of the registry",
                shortcut=LINK_KEY,
                menu="annotate",
                begins_group=True,
                enabled=_can_link,
                run=lambda: self.link_box().open(),
            ),
            Action(
                id="view.actors",
                title="Actors",
                tip="All actors of the registry: correct, merge and split them",
                shortcut="Ctrl+R",
                menu="view",
                begins_group=True,
                enabled=lambda now: now.has_project,
                run=lambda: self.pages().toggle(),
            ),
            Action(
                id="view.transliteration",
                title="Names in Latin letters",
                tip="Show the names of actors in Latin letters as well",
                menu="view",
                checked=lambda now: now.look.latin,
                run=lambda: self._toggle_latin(),
            ),
        ]


def _can_link(now: Context) -> bool:
    """Return whether the selected mark is a mention that may be linked."""
    return now.label is not None and now.label.names_actor


def choose_actors(shell: Window) -> None:
    """Ask which table of actors to bring in."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(shell.over, tr("Import actors"), "", _tables())
    if chosen:
        shell.feature(Files).transfers().import_actors(Path(chosen))


def choose_actors_out(shell: Window) -> None:
    """Ask where to write the table of actors."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(shell.over, tr("Export actors"), "actors.csv", _tables())
    if chosen:
        shell.feature(Files).transfers().export_actors(Path(chosen))


def _tables() -> str:
    return file_kinds(tr("Tables"), "*.csv *.tsv *.txt")
