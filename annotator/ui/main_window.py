"""The main window: one project on three panes, everything that can be done in the bars around them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from annotator import paths
from annotator.errors import ForeignPartsError, MusnadError, ProjectError
from annotator.ui import commands, memory
from annotator.ui.actions import ActionRegistry
from annotator.ui.beneath import Beneath
from annotator.ui.commands.files import SUFFIX
from annotator.ui.context import Context
from annotator.ui.hints import hint
from annotator.ui.i18n import tr, tr_error
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.foot import Foot
from annotator.ui.panels.head import Head
from annotator.ui.session import Session
from annotator.ui.settings import GEOMETRY, LABEL_TAGS, TEXT_SIZE, TYPEFACE
from annotator.ui.snapshot import snapshot
from annotator.ui.theme import themes
from annotator.ui.waiting import Leaving
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from annotator.services.project import Project
    from annotator.ui.actors.controller import ActorPages
    from annotator.ui.actors.link_box import ActorLink
    from annotator.ui.finder import Finder
    from annotator.ui.focus_mode import FocusMode
    from annotator.ui.linking import Linking
    from annotator.ui.message_bar import MessageBar
    from annotator.ui.offers import RepairOffers
    from annotator.ui.panels.welcome import Welcome
    from annotator.ui.searching.controller import ProjectSearch
    from annotator.ui.suggesting.controller import Suggesting
    from annotator.ui.transfers import Transfers

SIZE = (1280, 820)

AFTER_PAINTING_MS = 300
"""Milliseconds that leave a window that was just opened time to be painted."""


class MainWindow(QMainWindow):
    """Holds the session, runs the declared actions, and tells what came of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.session: Session | None = None
        self._messages: MessageBar | None = None
        self._transfers: Transfers | None = None
        self._offers: RepairOffers | None = None
        self._linking: Linking | None = None
        self._scheme_ids: list[str] = []
        self._remember = QTimer(self)
        self._remember.timeout.connect(self._remember_recent)
        self.registry = ActionRegistry(self, staged=True)
        self.registry.failed.connect(self.tell_error)
        commands.declare(self)
        self.registry.build_menus(self.menuBar())
        self.head = Head(self.registry)
        self._welcome: Welcome | None = None
        self.workspace = Workspace(self.registry)
        self.foot = Foot()
        self.leaving = Leaving(self)
        self.beneath = Beneath(self)
        self._build()
        self._connect()
        self._restore()
        self.registry.look_at(lambda: snapshot(self))
        self.registry.refreshed.connect(self._show_context)
        self.registry.refresh()
        QTimer.singleShot(AFTER_PAINTING_MS, self, self._check_typeface)

    def _build(self) -> None:
        center = QWidget()
        lines = QVBoxLayout(center)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._stack = PageStack()
        self._stack.addWidget(self.workspace)
        lines.addWidget(self.head)
        lines.addWidget(self._stack, 1)
        self.setCentralWidget(center)
        self.setStatusBar(self.foot)

    def _connect(self) -> None:
        self.workspace.text_selection_changed.connect(self.registry.touch_now)
        self.workspace.menu_requested.connect(self._show_menu)
        self.workspace.label_chosen.connect(lambda key: self._try(lambda s: s.relabel(key)))
        self.workspace.attribute_chosen.connect(
            lambda key, value: self._try(lambda s: s.set_attribute(key, value or None))
        )
        # Who selects text may be about to make a claim.
        self.workspace.text_selection_changed.connect(lambda: self.linking)
        self.workspace.role_asked.connect(lambda role, link: self.link(lambda one: one.ask(role, link or None)))
        self.workspace.link_removed.connect(lambda link: self._try(lambda s: s.project.delete(link)))
        self.workspace.link_attribute_chosen.connect(
            lambda link, key, value: self._try(lambda s: s.project.update(link, attributes={key: value or None}))
        )
        self.workspace.article.text_size_changed.connect(TEXT_SIZE.set)
        self.workspace.header.changed.connect(lambda *said: self._try(lambda session: session.say_about(*said)))
        themes().changed.connect(self._restyle)

    @property
    def messages(self) -> "MessageBar":
        """What is said over the page; made when there is first something to say."""
        if self._messages is None:
            from annotator.ui.message_bar import MessageBar

            self._messages = MessageBar(self.centralWidget(), self.workspace.foot_height)
            self.workspace.foot_changed.connect(self._messages.place)
        return self._messages

    @cached_property
    def finder(self) -> "Finder":
        """The search in the article; made when somebody first looks for something."""
        from annotator.ui.finder import Finder

        return Finder(self)

    @property
    def is_finding(self) -> bool:
        """Whether the bar of the search is open."""
        return "finder" in self.__dict__ and self.finder.is_open

    @cached_property
    def project_search(self) -> "ProjectSearch":
        """The search in all articles; made when somebody first looks for something, gone with the project."""
        from annotator.ui.searching.controller import ProjectSearch

        assert self.session is not None, "there is no project to search"
        return ProjectSearch(self, self.session)

    @property
    def has_found(self) -> bool:
        """Whether the search in all articles has found something."""
        return "project_search" in self.__dict__ and self.project_search.has_hits

    @cached_property
    def suggesting(self) -> "Suggesting":
        """What lets suggesters read and takes their suggestions; made with the first of them, gone with the project."""
        from annotator.ui.suggesting.controller import Suggesting

        assert self.session is not None, "there is nothing to suggest without a project"
        return Suggesting(self, self.session)

    def _meet_suggestions(self) -> None:
        """The keys that answer suggestions are there as soon as there are any."""
        if self.session is not None and self.session.suggestions:
            self.suggesting.meet()

    @cached_property
    def actor_link(self) -> "ActorLink":
        """The box that links a mention to the registry; made when somebody first asks who it is."""
        from annotator.ui.actors.link_box import ActorLink

        box = ActorLink(self)
        box.toggled.connect(self.registry.touch)
        return box

    def _close_link_box(self) -> None:
        """Another mark, another article: nobody may be linked who is out of sight."""
        if "actor_link" in self.__dict__:
            self.actor_link.dismiss()

    @property
    def asks_for_actor(self) -> bool:
        """Whether the box is open that asks who a mention is."""
        return "actor_link" in self.__dict__ and self.actor_link.isVisible()

    @cached_property
    def actor_pages(self) -> "ActorPages":
        """The registry of actors; made when somebody first looks at it, gone with the project."""
        from annotator.ui.actors.controller import ActorPages

        assert self.session is not None, "there is no project with actors"
        return ActorPages(self, self.session)

    @cached_property
    def focus_mode(self) -> "FocusMode":
        """Reading without anything beside the page; made when it is first begun."""
        from annotator.ui.focus_mode import FocusMode

        return FocusMode(self.head, self.workspace, self.registry.touch)

    @property
    def in_focus(self) -> bool:
        """Whether only the page is shown."""
        return "focus_mode" in self.__dict__ and self.focus_mode.on

    def leave_focus(self) -> None:
        """Show what stands beside the page again."""
        if self.in_focus:
            self.focus_mode.leave()

    def _check_typeface(self) -> None:
        from annotator.ui.typeface_choice import check_typeface

        check_typeface(self)

    def _restore(self) -> None:
        self.resize(*SIZE)
        geometry = GEOMETRY.get()
        if geometry is not None:
            self.restoreGeometry(geometry)
        size = TEXT_SIZE.get()
        if size is not None:
            self.workspace.article.set_text_size(size)
        commands.restore_panes(self)
        typeface = TYPEFACE.get()
        if typeface is not None:
            self.workspace.article.set_font_family(typeface)
        self.workspace.article.set_tags(LABEL_TAGS.get())

    # The project

    def open_project(self, path: str | Path, annotator: str | None = None) -> bool:
        """Open a project file in this window; an error is told in the window and leaves what was open."""
        from annotator.services.handles import usable_handle
        from annotator.services.project import Project

        path = Path(path)
        if self.session is not None and _same(self.session.project.path, path):
            return True
        if not self.leaving.may(lambda: self.open_project(path, annotator)):
            return False
        handle, trouble = annotator or memory.annotator_in(path), None
        if handle is None:
            handle, trouble = usable_handle()
        try:
            self.show_project(Project.open(path, annotator=handle, hasty=True))
        except ForeignPartsError as error:
            from annotator.ui.soundness import tell_foreign

            tell_foreign(self, path, error)
            return False
        except MusnadError as error:
            self.tell_error(error)
            return False
        if trouble is not None:
            self.messages.tell("warning", tr("{reason} Until then you work as {name}.", reason=trouble, name=handle))
        return True

    def show_project(self, project: "Project") -> None:
        """Show a project that was opened; the window closes it in the end.

        Raises ProjectError if it cannot even be listed; what was shown before stays.
        """
        session = Session(project, self)
        try:
            ids = [item.id for item in session.summaries()]
        except ProjectError:
            session.close()
            session.deleteLater()
            raise
        self.close_project()
        if self._messages is not None:
            self._messages.hide()
        self.session = session
        self._show_labels(session)
        session.scheme_changed.connect(lambda: self._change_scheme(session))
        last = memory.last_document(project.path)
        self._try(lambda one: one.show(last if last in ids else next(iter(ids), None)))
        self.workspace.set_session(session)
        session.written.connect(self.leaving.tell)
        for signal in (session.written, session.document_shown, session.selection_changed, session.documents_changed):
            signal.connect(self.registry.touch)
        session.selection_changed.connect(lambda: self.linking)
        session.selection_changed.connect(self._close_link_box)
        session.marks_changed.connect(self._meet_suggestions)
        self._meet_suggestions()
        # Writing the settings takes longer than painting the article, and can wait for it.
        self._remember.start(AFTER_PAINTING_MS)
        QTimer.singleShot(AFTER_PAINTING_MS, session, lambda: self.offers)
        self.foot.tell_open(project.read_only)
        self.leaving.follow(session.landing)
        self.beneath.follow(session)
        self.foot.tell_who(project.annotator)
        self._stack.setCurrentWidget(self.workspace)
        self.registry.refresh()
        self.workspace.article.setFocus()

    def _show_labels(self, session: Session) -> None:
        """Declare what comes with the project's scheme, and show its labels."""
        self.registry.add(*commands.scheme_actions(self, session.scheme))
        self._scheme_ids = commands.scheme_ids(session.scheme)
        labels = [(label, self.registry.action(commands.label_id(label))) for label in session.scheme.labels]
        self.head.set_project(session.project.path.stem, labels)

    def _change_scheme(self, session: Session) -> None:
        """Follow the scheme that the project has now."""
        if self._linking is not None:
            self._linking.leave()
        self.registry.remove(*self._scheme_ids)
        self._show_labels(session)
        self.workspace.show_scheme()
        self.registry.touch()

    def leave_project(self) -> None:
        """Close the project, once what waits to be saved is saved."""
        if self.leaving.may(self.leave_project):
            self.close_project()

    def stop_transfers(self) -> None:
        """Stop what goes in or out of the project; what was written by then stays."""
        if self._transfers is not None:
            self._transfers.stop()
            self._transfers = None

    def close_project(self) -> None:
        """Close the project; there is nothing left to save."""
        if self.session is None:
            return
        self.workspace.header.finish()
        if "actor_pages" in self.__dict__:
            self.actor_pages.finish()
        self.stop_transfers()
        self.leave_focus()
        self._close_link_box()
        self._remember_recent()
        self.workspace.remember_place()
        # Gone first: what is told while the parts of the window part with it must not make one of them anew.
        session, self.session = self.session, None
        if "suggesting" in self.__dict__:
            self.__dict__.pop("suggesting").close()
        for cover in ("project_search", "actor_pages"):
            if cover in self.__dict__:
                self.__dict__.pop(cover).stop()
        self._offers = None
        if self._linking is not None:
            self._linking.close()
            self._linking = None
        self.workspace.set_session(None)
        self.registry.remove(*self._scheme_ids)
        self.head.set_project("", [])
        self.beneath.close(session)
        session.deleteLater()
        self.foot.tell_closed()
        self.show_welcome()
        self.registry.refresh()

    def _remember_recent(self) -> None:
        """Put the project among the recent ones, unless that was done already."""
        if self._remember.isActive() and self.session is not None:
            self._remember.stop()
            memory.remember_recent(self.session.project.path, self.session.project.annotator)

    @property
    def welcome(self) -> "Welcome":
        """The page without a project; made when it is first needed."""
        if self._welcome is None:
            from annotator.ui.panels.welcome import Welcome

            action = self.registry.action
            self._welcome = Welcome(action("file.new"), action("file.open"), action("file.sample"))
            self._welcome.opened.connect(lambda path: self.open_project(path))
            self._stack.addWidget(self._welcome)
        return self._welcome

    def show_welcome(self) -> None:
        """Show what can be done without a project."""
        self.workspace.complete()
        self.welcome.refresh()
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.buttons[0].setFocus()

    @property
    def offers(self) -> "RepairOffers | None":
        """What watches for articles in visual order; made once the first page is painted. None without a project."""
        if self._offers is None and self.session is not None:
            from annotator.ui.offers import RepairOffers

            self._offers = RepairOffers(self, self.session)
        return self._offers

    @property
    def linking(self) -> "Linking | None":
        """What completes frames in the page; made when a mark is first selected. None without a project."""
        if self._linking is None and self.session is not None:
            from annotator.ui.linking import Linking

            self._linking = Linking(self.session, self.workspace.article, self.registry)
            self._linking.failed.connect(self.tell_error)
        return self._linking

    @property
    def transfers(self) -> "Transfers":
        """What goes in and out of the project, off the window's thread; made when first needed."""
        if self._transfers is None:
            from annotator.ui.transfers import Transfers

            self._transfers = Transfers(self)
        return self._transfers

    # The document and its marks

    def open_document(self, document_id: str) -> None:
        """Show a document of the project; NotFoundError if it has none with this id."""
        if self.session is not None:
            with self.registry.turn():
                self.session.show(document_id)

    def change(self, do: "Callable[[Session], object]") -> None:
        """Do something to the open project; nothing happens without one."""
        if self.session is not None:
            do(self.session)

    def link(self, do: "Callable[[Linking], object]") -> None:
        """Do something to the frame of the selected mark; nothing happens without a project."""
        if self.linking is not None:
            do(self.linking)

    def selected_text(self) -> str:
        """The text that is selected in the article, from the document itself."""
        if self.session is None or self.session.document is None:
            return ""
        start, end = self.workspace.article.selected_range()
        return self.session.document.text[start:end]

    def has_document(self) -> bool:
        """Whether an article is on the page."""
        return self.registry.context.has_document

    @property
    def has_proposal(self) -> bool:
        """Whether something is proposed for the selected mark."""
        return self._linking is not None and self._linking.proposal is not None

    def linking_hint(self) -> str | None:
        """What the keys do while a frame is being completed; None where none is."""
        return None if self._linking is None else self._linking.hint()

    # How it looks and speaks

    def tell_error(self, error: MusnadError) -> None:
        """Say in the window what went wrong and the mend."""
        if isinstance(error, ProjectError) and self.session is not None:
            self.foot.tell_failed()
        self.messages.tell("error", tr_error(error))

    def _try(self, change: "Callable[[Session], object]") -> None:
        """A change that came from a pane instead of an action."""
        if self.session is None:
            return
        try:
            change(self.session)
        except MusnadError as error:
            self.tell_error(error)
            self.workspace.header.refresh()
            self.workspace.inspector.rebuild()

    def _show_menu(self, place: "QPoint") -> None:
        if self.session is None:
            return
        labels = [commands.label_id(label) for label in self.session.scheme.labels]
        self.registry.context_menu([*labels, None, *commands.CONTEXT], self).popup(place)

    def _show_context(self, now: Context) -> None:
        """Bring title and foot up to date with what is open and selected."""
        session = self.session
        self.setWindowTitle(tr("{project} – Musnad", project=session.project.path.stem) if session else tr("Musnad"))
        self.foot.tell_hint(hint(self, now))
        if session is not None:
            self.foot.tell_place(now.position, now.documents)

    def _restyle(self) -> None:
        if self._messages is not None:
            self._messages.restyle()
        self.foot.retranslate()
        self.workspace.restyle()
        self.head.update()

    def _retranslate(self) -> None:
        self.registry.retranslate()
        for part in (self.head, self._messages, self._welcome, self.workspace, self.foot):
            if part is not None:
                part.retranslate()
        self.registry.refresh()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape comes here when nothing further inside had a use for it.
        if event.key() == Qt.Key.Key_Escape and self.is_finding:
            self.finder.close()
        elif event.key() == Qt.Key.Key_Escape and self.in_focus:
            self.leave_focus()
        elif event.key() == Qt.Key.Key_Escape and self.has_document():
            self.workspace.article.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        from annotator.ui.focus_order import step

        return step(self, next_) or super().focusNextPrevChild(next_)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _files(event)
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.open_project(paths[0])
        elif self.session is None:
            self.messages.tell("warning", tr("Open a project or begin one first; then drop the articles again."))
        elif self.registry.context.writable:
            self.transfers.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.may(self.close):
            event.ignore()
            return
        # A picture of the window is not the size that the person chose.
        if not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            self.leave_focus()
            GEOMETRY.set(self.saveGeometry())
            self.workspace.remember_panes()
        self.close_project()
        if self._transfers is not None:
            self._transfers.stop()
            self._transfers = None
        if "finder" in self.__dict__:
            self.finder.stop()
        super().closeEvent(event)


def _files(event: QDropEvent) -> list[Path]:
    """The local files that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _same(one: Path, other: Path) -> bool:
    return paths.resolved(one) == paths.resolved(other)
