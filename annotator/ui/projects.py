"""The project of a window: opening and showing it, following its scheme, closing it when everything is saved."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator import paths
from annotator.domain.meanings import key_of
from annotator.errors import ForeignPartsError, MusnadError
from annotator.ui import recent_state
from annotator.ui.beneath import Beneath
from annotator.ui.features import Features
from annotator.ui.guard import reported
from annotator.ui.i18n import tr
from annotator.ui.page_stack import PageStack
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session
from annotator.ui.shell import Window
from annotator.ui.waiting import Leaving

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.ui.panels.welcome import Welcome

AFTER_PAINTING_MS = 300
"""Milliseconds that leave a window that was just opened time to be painted."""


class Projects(QObject):
    """Holds the session of one window, and what the window shows without one."""

    def __init__(self, shell: Window, features: Features, stack: PageStack) -> None:
        super().__init__(shell.over)
        self._shell, self._features, self._stack = shell, features, stack
        self.session: Session | None = None
        self.leaving = Leaving(shell, features.transfers.end)
        self._beneath = Beneath(shell)
        self._welcome: Welcome | None = None
        self._scheme_ids: list[str] = []
        self._remember = QTimer(self)
        self._remember.timeout.connect(self._remember_recent)
        self._connect()

    def _connect(self) -> None:
        """Write what was chosen in a pane."""
        workspace, attempt = self._shell.workspace, self.attempt
        workspace.label_chosen.connect(lambda key: attempt(lambda s: s.relabel(key)))
        workspace.attribute_chosen.connect(self._set_attribute)
        workspace.link_removed.connect(lambda link: attempt(lambda s: s.project.delete(link)))
        workspace.link_attribute_chosen.connect(
            lambda link, key, value: attempt(lambda s: s.project.update(link, attributes={key: value or None}))
        )
        workspace.header.changed.connect(lambda *said: attempt(lambda session: session.say_about(*said)))

    def _set_attribute(self, key: str, value: str) -> None:
        """Give the selected mark a value, and tell where the entry that it names follows."""
        session, span = self.session, self.session.selected if self.session is not None else None
        self.attempt(lambda now: now.set_attribute(key, value or None))
        actor = session.actor(span) if session is not None and span is not None else None
        if session is None or span is None or actor is None or span.attributes.get(key) == value:
            return
        if key == key_of(session.scheme.label(span.label), "actor_kind") and actor.kind == value:
            told = tr("{name} is of this kind now, wherever it is mentioned. Undo takes it back.", name=actor.name)
            self._shell.messages.tell("info", told)

    def open(self, path: str | Path, annotator: str | None = None) -> bool:
        """Open a project file; an error is told in the window and leaves what was open."""
        from annotator.services.handles import usable_handle
        from annotator.services.project import Project

        path = Path(path)
        if self.session is not None and _same(self.session.project.path, path):
            return True
        if not self.leaving.may(lambda: self.open(path, annotator)):
            return False
        handle, trouble = annotator or recent_state.annotator_in(path), None
        if handle is None:
            handle, trouble = usable_handle()
        try:
            self._shell.show_project(Project.open(path, annotator=handle, hasty=True))
        except ForeignPartsError as error:
            from annotator.ui.soundness import tell_foreign

            tell_foreign(self._shell, path, error)
            return False
        except MusnadError as error:
            self._shell.tell_error(error)
            return False
        if trouble is not None:
            told = tr("{reason} Until then you work as {name}.", reason=trouble, name=handle)
            self._shell.messages.tell("warning", told)
        return True

    def show(self, project: "Project") -> None:
        """Show a project that was opened; it is closed in the end.

        Raises ProjectError if it cannot even be listed; what was shown before stays.
        """
        session = Session(project, self)
        try:
            ids = [item.id for item in session.summaries()]
        except BaseException:
            # Whatever it is: what nobody shows must not stay open and locked.
            session.close()
            session.deleteLater()
            raise
        self.close()
        self.session = session
        self._show_labels(session)
        session.scheme_changed.connect(lambda: self._change_scheme(session))
        with reported():
            self._show_first(session, ids)
        with reported():
            self._shell.workspace.set_session(session)
        self._follow(session)
        # Writing the settings takes longer than painting the article, and can wait for it.
        self._remember.start(AFTER_PAINTING_MS)
        self._shell.rooms.open()
        self._shell.registry.refresh()
        self._shell.article.setFocus()

    def _show_first(self, session: Session, ids: list[str]) -> None:
        last = recent_state.last_document(session.project.path)
        try:
            session.show(last if last in ids else next(iter(ids), None))
        except MusnadError as error:
            self._shell.tell_error(error)

    def _follow(self, session: Session) -> None:
        foot, registry = self._shell.foot, self._shell.registry
        session.written.connect(self.leaving.tell)
        for signal in (session.written, session.document_shown, session.selection_changed, session.documents_changed):
            signal.connect(registry.touch)
        self._features.start(session)
        foot.tell_open(session.project.read_only)
        self.leaving.follow(session.landing)
        self._beneath.follow(session)
        foot.tell_who(session.project.annotator)

    def _show_labels(self, session: Session) -> None:
        """Declare what comes with the project's scheme, and show its labels."""
        registry = self._shell.registry
        actions = self._features.scheme_actions(session.scheme)
        registry.add(*actions)
        self._scheme_ids = [action.id for action in actions]
        labels = [(label, registry.action(label_id(label))) for label in session.scheme.labels]
        self._shell.head.set_project(session.project.path.stem, labels)

    def _change_scheme(self, session: Session) -> None:
        """Follow the scheme that the project has now."""
        self._shell.registry.remove(*self._scheme_ids)
        self._show_labels(session)
        self._shell.workspace.show_scheme()
        self._shell.registry.touch()

    def leave(self) -> None:
        """Close the project, once what waits to be saved is saved."""
        if self.leaving.may(self.leave):
            self.close()

    def close(self) -> None:
        """Close the project; there is nothing left to save."""
        if self.session is None:
            return
        workspace = self._shell.workspace
        workspace.header.finish()
        self._features.finish()
        self._remember_recent()
        self._remember_left(self.session)
        workspace.remember_place()
        self._shell.rooms.close()
        # Gone first: what is told while the parts of the window part with it must not make one of them anew.
        session, self.session = self.session, None
        self._features.stop()
        with reported():
            workspace.set_session(None)
        self._shell.registry.remove(*self._scheme_ids)
        with reported():
            self._shell.head.set_project("", [])
        self._beneath.close(session)
        session.deleteLater()
        self._shell.foot.tell_closed()
        self.show_welcome()
        self._shell.registry.refresh()

    def _remember_recent(self) -> None:
        """Put the project among the recent ones, unless that was done already."""
        if self._remember.isActive() and self.session is not None:
            self._remember.stop()
            recent_state.remember_recent(self.session.project.path, self.session.project.annotator)

    @staticmethod
    def _remember_left(session: Session) -> None:
        """Remember what is left to do, for the page on which somebody chooses where to go on."""
        with reported(), suppress(MusnadError):
            articles, mine = session.summaries(), session.project.my_documents()
            given = [one for one in articles if one.id in mine] or articles
            left = sum(one.status != "done" for one in given)
            recent_state.remember_left(session.project.path, left, len(articles))

    @property
    def welcome(self) -> "Welcome":
        """The page without a project; made when it is first needed."""
        if self._welcome is None:
            from annotator.ui.panels.welcome import Welcome

            action = self._shell.registry.action
            self._welcome = Welcome(*map(action, ("file.new", "file.open", "file.sample", "help.tour")))
            self._welcome.opened.connect(lambda path: self.open(path))
            self._welcome.look_asked.connect(action("file.open").trigger)
            self._stack.addWidget(self._welcome)
        return self._welcome

    def show_welcome(self) -> None:
        """Show what can be done without a project."""
        self._shell.workspace.complete()
        self.welcome.refresh()
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.begin()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        if self._welcome is not None:
            self._welcome.retranslate()

    def attempt(self, change: Callable[[Session], object]) -> None:
        """A change that came from a pane instead of an action; an error is told."""
        if self.session is None:
            return
        try:
            change(self.session)
        except MusnadError as error:
            self._shell.tell_error(error)
            self._shell.workspace.header.refresh()
            self._shell.workspace.inspector.rebuild()


def _same(one: Path, other: Path) -> bool:
    return paths.resolved(one) == paths.resolved(other)
