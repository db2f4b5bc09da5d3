"""The features of a window: who adds one adds it here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from annotator.ui.actors.feature import Actors
from annotator.ui.agreeing.feature import Agreeing
from annotator.ui.article_room import ArticleRoom
from annotator.ui.commands.editing import Editing
from annotator.ui.commands.helping import Helping
from annotator.ui.commands.looking import Looking
from annotator.ui.commands.marking import Marking
from annotator.ui.commands.moving import Moving
from annotator.ui.commands.printing import Printing
from annotator.ui.commands.selecting import Selecting
from annotator.ui.commands.shaping import Shaping
from annotator.ui.commenting.feature import Commenting
from annotator.ui.comparing.feature import Comparing
from annotator.ui.error_trends.feature import ErrorsOverTime
from annotator.ui.feature import Feature
from annotator.ui.feedback.feature import Feedbacks
from annotator.ui.files.feature import Files
from annotator.ui.finding.feature import Finding
from annotator.ui.guard import reported
from annotator.ui.history.feature import Histories
from annotator.ui.home.feature import Home
from annotator.ui.importing.feature import Imports
from annotator.ui.learning.feature import Learns
from annotator.ui.linking.feature import Linking
from annotator.ui.ordering.feature import Ordering
from annotator.ui.preferences.feature import Preferences
from annotator.ui.publishing.feature import Publishing
from annotator.ui.reviewing.feature import Reviewing
from annotator.ui.scheme_editor.feature import SchemeEditing
from annotator.ui.searching.feature import Searching
from annotator.ui.session import Session
from annotator.ui.sharing.feature import Sharing
from annotator.ui.shell import Window
from annotator.ui.stating.feature import Stating
from annotator.ui.suggesting.feature import Suggesting
from annotator.ui.touring.feature import Touring

if TYPE_CHECKING:
    from annotator.domain.scheme import Scheme
    from annotator.ui.actions import Action

F = TypeVar("F")

FEATURES: tuple[type[Feature], ...] = (
    Files,
    Imports,
    Sharing,
    Editing,
    Printing,
    Finding,
    Searching,
    Preferences,
    Selecting,
    Marking,
    SchemeEditing,
    Linking,
    Actors,
    Stating,
    Suggesting,
    Learns,
    Shaping,
    Moving,
    Looking,
    Comparing,
    Commenting,
    Histories,
    Feedbacks,
    ErrorsOverTime,
    Helping,
    Touring,
    Ordering,
    Home,
    ArticleRoom,
    Agreeing,
    Reviewing,
    Publishing,
)
"""All features, in the order in which their actions stand in the menus."""


class Features:
    """The features of one window."""

    def __init__(self, shell: Window) -> None:
        self._all = tuple(feature(shell) for feature in FEATURES)
        files, actors = self.get(Files), self.get(Actors)
        self.transfers, self.offers = files.transfers, files.offers
        self.actor_link, self.actor_pages = actors.link_box, actors.pages
        self.finder = self.get(Finding).finder
        self.suggesting = self.get(Suggesting).controller
        self.project_search = self.get(Searching).search
        self.linking = self.get(Linking).controller
        self.focus_mode = self.get(Looking).focus_mode

    def __iter__(self) -> Iterator[Feature]:
        return iter(self._all)

    def get(self, kind: type[F]) -> F:
        """Return the feature of this class; KeyError if the window has none."""
        for feature in self._all:
            if isinstance(feature, kind):
                return feature
        raise KeyError(kind.__name__)

    def scheme_actions(self, scheme: "Scheme") -> "list[Action]":
        """Return the actions that come with a project's scheme."""
        return [action for feature in self for action in feature.scheme_actions(scheme)]

    # Their lives

    def start(self, session: Session) -> None:
        """Let all of them follow a project that was opened."""
        for feature in self:
            with reported():
                feature.start(session)

    def finish(self) -> None:
        """Let all of them write, or give up, what was begun: the project is about to be closed."""
        for feature in self:
            feature.finish()

    def stop(self) -> None:
        """End what belongs to the project that was open."""
        for feature in self:
            with reported():
                feature.stop()

    def close(self) -> None:
        """End what runs: the window is closed."""
        for feature in self:
            with reported():
                feature.close()

    # What goes on

    @property
    def in_focus(self) -> bool:
        """Return whether only the page is shown."""
        return self.get(Looking).in_focus

    def leave_focus(self) -> None:
        """Show what stands beside the page again."""
        self.get(Looking).leave_focus()

    @property
    def is_finding(self) -> bool:
        """Return whether the bar of the search in the article is open."""
        return self.finder.made is not None and self.finder.made.is_open

    @property
    def asks_for_actor(self) -> bool:
        """Return whether the box is open that asks who a mention is."""
        return self.actor_link.made is not None and self.actor_link.made.isVisible()
