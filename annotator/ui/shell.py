"""The shell: what features get of a window. The window with its parts is for those few that arrange it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from annotator.errors import MusnadError
from annotator.ui.actions import ActionRegistry
from annotator.ui.article.view import ArticleView
from annotator.ui.modes import Modes
from annotator.ui.panels.foot import Foot
from annotator.ui.panels.head import Head
from annotator.ui.rooms import Rooms
from annotator.ui.session import Session
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.ui.message_bar import MessageBar
    from annotator.ui.tasks import Tasks

F = TypeVar("F")


class Shell(Protocol):
    """The window as those see it that work in it. It knows none of them."""

    registry: ActionRegistry
    rooms: Rooms
    modes: Modes
    foot: Foot

    @property
    def session(self) -> Session | None:
        """The open project; None where none is."""

    @property
    def messages(self) -> "MessageBar":
        """Return the bar of messages over the page."""

    @property
    def article(self) -> ArticleView:
        """Return the view of the article on the page."""

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in the article's place until an article is shown anew; None: the article again."""

    @property
    def beside(self) -> QWidget | None:
        """Return the pane that was put beside the article."""

    def put_beside(self, pane: QWidget) -> None:
        """Let a pane stand beside the article, instead of another one."""

    def take_beside(self) -> None:
        """Take that pane away again."""

    @property
    def covered(self) -> bool:
        """Return whether another room, or another page in the article's place, hides the article."""

    @property
    def tasks(self) -> "Tasks":
        """Runs long work in the background, with progress and a button to stop it."""

    @property
    def over(self) -> QWidget:
        """Return the widget that dialogs and sheets stand over."""

    def feature(self, kind: type[F]) -> F:
        """Return the window's feature of this class; KeyError if it has none."""

    def leave(self) -> bool:
        """Close the window, once what waits to be saved is saved; False if that has to wait."""

    def tell_error(self, error: MusnadError) -> None:
        """Say what went wrong, and the mend."""

    def change(self, do: Callable[[Session], object]) -> None:
        """Do something to the open project; nothing happens without one."""

    def selected_text(self) -> str:
        """The text that is selected in the article, from the document itself."""

    def open_project(self, path: str | Path, annotator: str | None = None) -> bool:
        """Open a project file in place of the one that is open; False, and the error is told, if that fails."""

    def show_project(self, project: "Project") -> None:
        """Show a project that was opened; the window closes it in the end."""

    def close_project(self) -> None:
        """Close the project that is open."""

    def leave_project(self) -> None:
        """Close the project, once what waits to be saved is saved."""

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Return True if the project may be closed now; else tell why, and do `then` as soon as it may."""


class Window(Shell, Protocol):
    """The shell with the parts of the window, for those that arrange them, such as the order of Tab."""

    head: Head
    workspace: Workspace

    @property
    def page(self) -> QWidget | None:
        """Return the widget below the head: the workspace, or the page without a project."""
