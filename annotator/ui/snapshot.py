"""Takes the `Context` of a window: nothing in it is read from the database."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.ui.context import Context, Look
from annotator.ui.feature import Feature
from annotator.ui.settings import TRANSLITERATION
from annotator.ui.shell import Window
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.workspace import Workspace


def snapshot(shell: Window, features: Iterable[Feature]) -> Context:
    """Return what is open, shown and selected in a window."""
    now = _of_parts(shell)
    for feature in features:
        now = feature.add_to(now)
    return now


def _of_parts(shell: Window) -> Context:
    session, workspace = shell.session, shell.workspace
    look = _look(workspace)
    if session is None:
        return Context(look=look)
    project = session.project
    return Context(
        scheme=session.scheme,
        writable=not project.read_only,
        can_undo=project.can_undo,
        can_redo=project.can_redo,
        document=session.document,
        room=shell.rooms.current,
        covered=shell.covered,
        status=session.status,
        position=session.position(),
        documents=len(session.listed()),
        selection=workspace.article.selected_range(),
        selected=session.selected,
        pointed=session.pointed,
        marks=len(session.spans),
        suggestions=len(session.suggestions),
        look=look,
    )


def _look(workspace: "Workspace") -> Look:
    left, right = map(workspace.shows, workspace.panes)
    beside = workspace.beside
    return Look(
        panes=(left, right),
        details=workspace.header.chevron.isChecked(),
        tags=workspace.article.shows_tags,
        letters=workspace.article.letter_mode,
        frames=workspace.shows_frames,
        guidelines=beside is not None and beside.objectName() == "guidelines",
        latin=TRANSLITERATION.get(),
        theme=themes().choice,
    )
