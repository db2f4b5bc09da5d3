"""The features of a window beyond showing articles: each is made when it is first needed, and ended in time."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from annotator.ui.article_room import ArticleRoom
from annotator.ui.comparing.feature import Comparing
from annotator.ui.feature import Feature as Declared
from annotator.ui.home.feature import Home
from annotator.ui.modes import Modes
from annotator.ui.session import Session
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.actors.controller import ActorPages
    from annotator.ui.actors.link_box import ActorLink
    from annotator.ui.finder import Finder
    from annotator.ui.focus_mode import FocusMode
    from annotator.ui.linking import Linking
    from annotator.ui.repair_prompt import RepairOffers
    from annotator.ui.searching.controller import ProjectSearch
    from annotator.ui.suggesting.controller import Suggesting
    from annotator.ui.transfers import Transfers

T = TypeVar("T")

FEATURES: tuple[type[Declared], ...] = (Home, ArticleRoom, Comparing)
"""All features, in the order in which their actions stand in the menus."""


class Feature(Generic[T]):
    """One feature: calling it gives it, and makes it the first time; `made` never makes it."""

    def __init__(self, make: Callable[[], T], end: Callable[[T], object] = lambda _: None) -> None:
        self._make, self._end = make, end
        self.made: T | None = None

    def __call__(self) -> T:
        if self.made is None:
            self.made = self._make()
        return self.made

    def end(self) -> None:
        """End it, if it was ever made; the next call makes another."""
        made, self.made = self.made, None
        if made is not None:
            self._end(made)


class Features:
    """The features of one window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.declared = tuple(feature(shell) for feature in FEATURES)
        # As long as the window is open:
        self.finder: Feature[Finder] = Feature(self._make_finder, lambda one: one.stop())
        self.actor_link: Feature[ActorLink] = Feature(self._make_actor_link)
        self.modes: Feature[Modes] = Feature(lambda: Modes(shell.workspace.article, shell.registry))
        self.focus_mode: Feature[FocusMode] = Feature(self._make_focus_mode)
        # As long as a project is open:
        self.transfers: Feature[Transfers] = Feature(self._make_transfers, lambda one: one.stop())
        self.suggesting: Feature[Suggesting] = Feature(self._make_suggesting, lambda one: one.close())
        self.project_search: Feature[ProjectSearch] = Feature(self._make_project_search, lambda one: one.stop())
        self.actor_pages: Feature[ActorPages] = Feature(self._make_actor_pages, lambda one: one.stop())
        self.offers: Feature[RepairOffers] = Feature(self._make_offers)
        self.linking: Feature[Linking] = Feature(self._make_linking, lambda one: one.close())

    def __iter__(self) -> Iterator[Declared]:
        return iter(self.declared)

    # How each is made

    def _make_finder(self) -> "Finder":
        from annotator.ui.finder import Finder

        return Finder(self._shell)

    def _make_actor_link(self) -> "ActorLink":
        from annotator.ui.actors.link_box import ActorLink

        box = ActorLink(self._shell)
        box.toggled.connect(self._shell.registry.touch)
        return box

    def _make_focus_mode(self) -> "FocusMode":
        from annotator.ui.focus_mode import FocusMode

        # Without the head nobody would find the way back.
        self._shell.rooms.changed.connect(self.leave_focus)
        return FocusMode(self._shell.head, self._shell.workspace, self._shell.registry.touch)

    def _make_transfers(self) -> "Transfers":
        from annotator.ui.transfers import Transfers

        return Transfers(self._shell, self.offers)

    def _make_suggesting(self) -> "Suggesting":
        from annotator.ui.suggesting.controller import Suggesting

        return Suggesting(self._shell, self._session, self.modes())

    def _make_project_search(self) -> "ProjectSearch":
        from annotator.ui.searching.controller import ProjectSearch

        return ProjectSearch(self._shell, self._session)

    def _make_actor_pages(self) -> "ActorPages":
        from annotator.ui.actors.controller import ActorPages

        return ActorPages(self._shell, self._session)

    def _make_offers(self) -> "RepairOffers":
        from annotator.ui.repair_prompt import RepairOffers

        return RepairOffers(self._shell, self._session)

    def _make_linking(self) -> "Linking":
        from annotator.ui.linking import Linking

        linking = Linking(self._session, self._shell.workspace.article, self._shell.registry, self.modes())
        linking.failed.connect(self._shell.tell_error)
        return linking

    @property
    def _session(self) -> Session:
        session = self._shell.session
        assert session is not None, "there is no project to work on"
        return session

    # Their lives

    def start(self, session: Session) -> None:
        """A project is open: features that answer to what is selected in it are made with the first of that."""
        for feature in self.declared:
            feature.start(session)
        session.selection_changed.connect(self._follow_selection)
        session.marks_changed.connect(self._meet_suggestions)
        self._meet_suggestions()

    def follow_text_selection(self) -> None:
        """Tell the features that the text selection changed: it may become a claim."""
        if self._shell.session is not None:
            self.linking()

    def _follow_selection(self) -> None:
        if self._shell.session is not None:
            self.linking()
        # Another mark, another article: nobody may be linked who is out of sight.
        self.close_actor_link()

    def _meet_suggestions(self) -> None:
        """The keys that answer suggestions are there as soon as there are any."""
        session = self._shell.session
        if session is not None and session.suggestions:
            self.suggesting().meet()

    def finish(self) -> None:
        """The project is about to be closed: what was begun is written or stopped."""
        if self.actor_pages.made is not None:
            self.actor_pages.made.finish()
        self.transfers.end()
        self.leave_focus()
        self.close_actor_link()

    def end_project(self) -> None:
        """End what belongs to the project that was open."""
        for feature in (self.suggesting, self.project_search, self.actor_pages, self.offers, self.linking):
            feature.end()
        for declared in self.declared:
            declared.stop()

    def end(self) -> None:
        """The window is closed."""
        self.transfers.end()
        self.finder.end()

    # What goes on

    @property
    def in_focus(self) -> bool:
        """Return whether only the page is shown."""
        return self.focus_mode.made is not None and self.focus_mode.made.on

    def leave_focus(self) -> None:
        """Show what stands beside the page again."""
        if self.in_focus:
            self.focus_mode().leave()

    @property
    def is_finding(self) -> bool:
        """Return whether the bar of the search in the article is open."""
        return self.finder.made is not None and self.finder.made.is_open

    @property
    def has_found(self) -> bool:
        """Return whether the search in all articles has found something."""
        return self.project_search.made is not None and self.project_search.made.has_hits

    @property
    def asks_for_actor(self) -> bool:
        """Return whether the box is open that asks who a mention is."""
        return self.actor_link.made is not None and self.actor_link.made.isVisible()

    def close_actor_link(self) -> None:
        """Ask no more who a mention is."""
        if self.actor_link.made is not None:
            self.actor_link.made.dismiss()

    @property
    def has_proposal(self) -> bool:
        """Return whether something is proposed for the selected mark."""
        return self.linking.made is not None and self.linking.made.proposal is not None

    def escape(self) -> bool:
        """Escape came when nothing further inside had a use for it; False if there is nothing to leave."""
        if self.is_finding:
            self.finder().close()
        elif self.in_focus:
            self.leave_focus()
        else:
            return False
        return True
