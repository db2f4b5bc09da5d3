"""The main window: one project on three panes, everything that can be done in the bars around them."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from annotator.errors import MusnadError, ProjectError
from annotator.ui.actions import ActionRegistry
from annotator.ui.after_painting import after_painting
from annotator.ui.context import Context
from annotator.ui.features import Features
from annotator.ui.i18n import tr, tr_error
from annotator.ui.importing.dropping import Drops
from annotator.ui.modes import Modes
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.foot import Foot
from annotator.ui.panels.head import Head
from annotator.ui.projects import AFTER_PAINTING_MS, Projects
from annotator.ui.rooms import Rooms
from annotator.ui.screen import fit_to_screen, keep_on_screen
from annotator.ui.session import Session
from annotator.ui.settings import GEOMETRY
from annotator.ui.snapshot import snapshot
from annotator.ui.theme import themes
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.project import Project
    from annotator.ui.message_bar import MessageBar
    from annotator.ui.tasks import Tasks

SIZE = (1280, 820)

F = TypeVar("F")


class MainWindow(QMainWindow):
    """Lays the parts out, and passes on what Qt tells: the `Shell` of commands and features."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._messages: MessageBar | None = None
        self.registry = ActionRegistry(self, staged=True)
        self.registry.failed.connect(self.tell_error)
        self.features = Features(self)
        self.registry.add(*(action for feature in self.features for action in feature.actions()))
        self.registry.build_menus(self.menuBar())
        self.head = Head(self.registry)
        self.workspace = Workspace(self.registry)
        self.foot = Foot()
        self.article, self.show_page = self.workspace.article, self.workspace.show_page
        self.put_beside, self.take_beside = self.workspace.put_beside, self.workspace.take_beside
        self.modes = Modes(self.article, self.registry)
        self._stack = PageStack()
        self.rooms = Rooms(self.registry, self.head, self._stack)
        self.rooms.declare(*(room for feature in self.features for room in feature.rooms()))
        self._build()
        self._drops = Drops(self)
        self.projects = Projects(self, self.features, self._stack)
        self._restore()
        self._connect()
        self.registry.refreshed.connect(self._show_context)
        self.registry.look_at(lambda: snapshot(self, self.features))
        after_painting(AFTER_PAINTING_MS, self, self._check_typeface)

    def _build(self) -> None:
        center = QWidget()
        lines = QVBoxLayout(center)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self._stack, 1)
        self.setCentralWidget(center)
        self.setStatusBar(self.foot)

    def _connect(self) -> None:
        self.workspace.text_selection_changed.connect(self.registry.touch_now)
        themes().changed.connect(self._restyle)
        for feature in self.features:
            feature.attach()

    def _check_typeface(self) -> None:
        from annotator.ui.typeface_choice import check_typeface

        check_typeface(self)

    def _restore(self) -> None:
        fit_to_screen(self, QSize(*SIZE))
        if (geometry := GEOMETRY.get()) is not None:
            # Remembered of a screen that may have been larger, or scaled less.
            self.restoreGeometry(geometry)
            keep_on_screen(self)

    # What commands and features get of the window

    @property
    def session(self) -> Session | None:
        return self.projects.session

    @property
    def messages(self) -> "MessageBar":
        if self._messages is None:
            from annotator.ui.message_bar import MessageBar

            self._messages = MessageBar(self.centralWidget(), self._kept_free)
            self.workspace.foot_changed.connect(self._messages.place)
            self._stack.currentChanged.connect(self._messages.place_soon)
        return self._messages

    def _kept_free(self) -> int:
        from annotator.ui.message_bar import height_of_foot

        page = None if self.page is self.workspace and not self.workspace.covered else self.page
        return max(height_of_foot(self.centralWidget() or self, page), self.workspace.foot_height())

    @property
    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    @property
    def beside(self) -> QWidget | None:
        return self.workspace.beside

    @property
    def covered(self) -> bool:
        return self.workspace.covered or self.rooms.current != "article"

    @property
    def tasks(self) -> "Tasks":
        return self.features.transfers().tasks

    @property
    def over(self) -> QWidget:
        return self

    def feature(self, kind: type[F]) -> F:
        """Return the feature of this class; KeyError if there is none."""
        return self.features.get(kind)

    def leave(self) -> bool:
        """Close the window, once what waits to be saved is saved; False if that has to wait."""
        return self.close()

    def open_project(self, path: str | Path, annotator: str | None = None) -> bool:
        """Open a project file in this window; an error is told in the window and leaves what was open."""
        return self.projects.open(path, annotator)

    def show_project(self, project: "Project") -> None:
        """Show a project that was opened; the window closes it in the end. Raises ProjectError if it has no list."""
        if self._messages is not None:
            self._messages.hide()
        self.projects.show(project)

    def close_project(self) -> None:
        """Close the project; there is nothing left to save."""
        self.projects.close()

    def leave_project(self) -> None:
        """Close the project, once what waits to be saved is saved."""
        self.projects.leave()

    def may_leave(self, then: "Callable[[], object]") -> bool:
        """Return True if the project may be closed now; else tell why, and do `then` as soon as it may."""
        return self.projects.leaving.may(then)

    def show_welcome(self) -> None:
        """Show what can be done without a project."""
        self.projects.show_welcome()

    def open_document(self, document_id: str) -> None:
        """Show a document of the project; NotFoundError if it has none with this id."""
        with self.registry.turn():
            self.change(lambda session: session.show(document_id))

    def change(self, do: "Callable[[Session], object]") -> None:
        """Do something to the open project; nothing happens without one."""
        if self.session is not None:
            do(self.session)

    def selected_text(self) -> str:
        """The text that is selected in the article, from the document itself."""
        if self.session is None or self.session.document is None:
            return ""
        start, end = self.workspace.article.selected_range()
        return self.session.document.text[start:end]

    def tell_error(self, error: MusnadError) -> None:
        """Say in the window what went wrong and the mend."""
        if isinstance(error, ProjectError) and self.session is not None:
            self.foot.tell_failed()
        self.messages.tell("error", tr_error(error))

    # How it looks and speaks

    def _show_context(self, now: Context) -> None:
        """Bring title and foot up to date with what is open and selected."""
        session = self.session
        self.setWindowTitle(tr("{project} – Musnad", project=session.project.path.stem) if session else tr("Musnad"))
        self.foot.tell_hint(self.modes.hint(now))
        if session is not None:
            self.foot.tell_place(now.position if now.room == "article" else -1, now.documents)

    def _restyle(self) -> None:
        if self._messages is not None:
            self._messages.restyle()
        self.foot.retranslate()
        self.workspace.restyle()
        self.head.retranslate()

    def _retranslate(self) -> None:
        self.registry.retranslate()
        for part in (self.head, self._messages, self.projects, self.workspace, self.foot):
            if part is not None:
                part.retranslate()
        self.registry.refresh()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.modes.press_far(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        from annotator.ui.focus_order import step

        return step(self, next_) or super().focusNextPrevChild(next_)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave(self.close):
            event.ignore()
            return
        # A picture of the window is not the size that the person chose.
        if not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            self.features.leave_focus()
            GEOMETRY.set(self.saveGeometry())
            self.workspace.remember_panes()
        self.close_project()
        self.features.close()
        super().closeEvent(event)
