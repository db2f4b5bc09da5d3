"""Actions on articles that were chosen, in the list beside the page or in the table of the project."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from annotator.domain.annotator import Status
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.i18n import isolate, listed, literal, tr, tr_n
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.listing import ListWish, arranged
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.domain.decision import Assignment
    from annotator.services.project import Project
    from annotator.services.tie_breaking import TieBreaks
    from annotator.ui.ordering.assign_dialog import AssignDialog, AssignWish
    from annotator.ui.tasks import Task, Tasks

FEW = 20
"""Articles that are changed at once; more are changed in the background."""
MOST_AT_ONCE = 300
"""Articles that are sorted and filtered at once; more are in the background."""
STATUSES: tuple[Status, ...] = ("todo", "doing", "done")


def _on_page(now: Context) -> bool:
    """Return whether an article is in sight in a project that takes changes."""
    return now.can_mark


class Ordering(WindowFeature):
    """Each deed is one action, which undo takes back."""

    def attach(self) -> None:
        workspace = self.shell.workspace
        workspace.documents_menu_requested.connect(self._show_list_menu)
        workspace.document_renamed.connect(self.rename)
        workspace.list_asked.connect(self._ask)
        self._tasks: OnDemand[Tasks] = OnDemand(self._made_tasks, _end_tasks)
        self._wish = ListWish()
        self._arranging: Task | None = None

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="article.rename",
                title="Rename the article",
                tip="Write another title for the article on the page, in the list of articles",
                enabled=_on_page,
                run=lambda: self._rename_shown(),
            ),
            Action(
                id="article.assign",
                title="Assign the article…",
                tip="Give the article on the page to people to read or to review",
                enabled=_on_page,
                run=lambda: self.assign(self._shown()),
            ),
            Action(
                id="article.remove",
                title="Remove the article from the project",
                tip="Take the article on the page out of the project, with everyone’s marks; undo brings it back",
                enabled=_on_page,
                run=lambda: self.remove(self._shown()),
            ),
        ]

    def _shown(self) -> list[str]:
        document = self.session.document
        return [] if document is None else [document.id]

    def _rename_shown(self) -> None:
        """Let the person write another title in the list, which comes into sight for it."""
        workspace = self.shell.workspace
        left = workspace.panes[0]
        if not workspace.shows(left):
            self.shell.registry.run("view.pane_documents")
        for document_id in self._shown():
            if workspace.documents.rows.row_of(document_id) < 0:
                # The list shows others: by their words, or by who is to read them.
                workspace.sides.head.clear()
                self._ask(ListWish())
            workspace.documents.setFocus()
            workspace.documents.rename(document_id)

    def _made_tasks(self) -> "Tasks":
        from annotator.ui.tasks import Tasks

        return Tasks(self.shell.over)

    def start(self, session: Session) -> None:
        self._wish = ListWish()
        session.documents_changed.connect(self._follow)

    def finish(self) -> None:
        self._tasks.end()

    def stop(self) -> None:
        self._tasks.end()

    # The list beside the page

    def _follow(self) -> None:
        """Show what is mine in the list, and list what is wanted now."""
        self.shell.workspace.documents.rows.show_mine(self.session.project.my_documents())
        self._arrange()

    def _ask(self, wish: ListWish) -> None:
        self._wish = wish
        self._arrange()

    def _arrange(self) -> None:
        """List what is wanted: at once where it is little, or else in the background."""
        session, wish = self.session, self._wish
        if self._arranging is not None:
            self._arranging.cancel()
        if wish == ListWish():
            self._list(session, None)
            return
        project, every = session.project, session.summaries()

        def work(_: object) -> list[str]:
            marks = project.my_mark_counts() if wish.order == "marks" else {}
            return arranged(every, wish, project.my_documents(), marks)

        if len(every) <= MOST_AT_ONCE:
            self._list(session, work(None))
        else:
            self._arranging = self._tasks().run(work, lambda ids: self._list(session, ids))

    def _list(self, session: Session, document_ids: Sequence[str] | None) -> None:
        if self.shell.session is session and not (document_ids is None and session.listing.is_whole):
            session.listing.arrange(document_ids)
            self.shell.workspace.sides.show_documents()
            self.shell.registry.touch()

    def _show_list_menu(self, point: QPoint) -> None:
        documents, session = self.shell.workspace.documents, self.session
        ids = documents.chosen_ids
        menu = self.show_menu(ids, point, rename=lambda: documents.rename(ids[0]))
        if len(ids) == 1:
            # The row of the article on the page is the current one again.
            shown = session.document.id if session.document else None
            menu.aboutToHide.connect(lambda: documents.show_document(shown))

    # What is done

    def show_menu(
        self, document_ids: Sequence[str], point: QPoint, *, rename: Callable[[], object] | None = None
    ) -> KeyedMenu:
        """Show what can be done with these articles, at a point of the screen, and return the menu."""
        menu = self.menu(document_ids, rename=rename)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
        return menu

    def menu(self, document_ids: Sequence[str], *, rename: Callable[[], object] | None = None) -> KeyedMenu:
        """Return the menu of what can be done with these articles; `rename` lets a person write another title."""
        menu = KeyedMenu(self.shell.over)
        ids, writable = list(document_ids), not self.session.project.read_only
        if len(ids) != 1:
            menu.addSection(tr_n("{n} articles chosen", len(ids)))
        else:
            _add(menu, tr("Open the article"), lambda: self.open(ids[0]))
            _add(menu, tr("Rename…"), rename or _nothing, enabled=writable and rename is not None)
        self._add_statuses(menu, ids, writable=writable)
        _add(menu, tr("Assign…"), lambda: self.assign(ids), enabled=writable)
        _add(menu, tr("Break ties"), lambda: self.break_ties(ids), enabled=writable)
        menu.addSeparator()
        _add(menu, tr("Export…"), lambda: self.export(ids))
        _add(menu, tr("Bundle…"), lambda: self.share(ids))
        menu.addSeparator()
        _add(menu, tr("Remove from the project"), lambda: self.remove(ids), enabled=writable)
        return menu

    def _add_statuses(self, menu: KeyedMenu, document_ids: Sequence[str], *, writable: bool) -> None:
        from annotator.ui.panels.document_list import status_title

        statuses = menu.addMenu(literal(tr("My status")))
        for status in STATUSES:
            _add(statuses, status_title(status), partial(self.set_status, document_ids, status), enabled=writable)

    def open(self, document_id: str) -> None:
        """Show an article on the page."""
        self.shell.change(lambda session: session.show(document_id))
        self.shell.rooms.enter("article")

    def rename(self, document_id: str, title: str) -> None:
        """Give an article another title."""
        if title.strip():
            self.shell.change(lambda session: session.project.update_document(document_id, title=title.strip()))

    def set_status(self, document_ids: Sequence[str], status: Status) -> None:
        """Say how far I am with articles."""
        from annotator.ui.panels.document_list import status_title

        ids = tuple(document_ids)

        def done(count: int) -> None:
            if count > 1:
                self._tell(tr_n("{n} articles are now: {status}", count, status=status_title(status)))

        self._run(len(ids), lambda project: project.set_statuses(ids, status), done, tr("Setting the status"))

    def remove(self, document_ids: Sequence[str]) -> None:
        """Take articles out of the project; the one on the page gives way to the next that stays."""
        session, gone = self.session, set(document_ids)
        if not gone or session.project.read_only:
            return
        shown = session.document.id if session.document is not None else None
        order = [one.id for one in session.listed()]
        following = [*order[session.position() :], *reversed(order[: max(session.position(), 0)])]
        heir = next((one for one in following if one not in gone), None)

        def done(_: object) -> None:
            if shown in gone and self.shell.session is session:
                room = self.shell.rooms.current
                session.show(heir)
                # Who asks for an article is brought to it; nobody has asked.
                self.shell.rooms.show(room)
            self._tell(tr_n("{n} articles removed, with everyone’s marks", len(gone)))

        self._run(len(gone), lambda project: project.remove_document(*gone), done, tr("Removing articles"))

    def assign(self, document_ids: Sequence[str]) -> None:
        """Ask who is to read articles, and give them out."""
        from annotator.ui.ordering.assign_dialog import AssignDialog

        if not document_ids or self.session.project.read_only:
            return
        dialog = AssignDialog(self.session.project, list(document_ids), self.shell.over)
        dialog.accepted.connect(lambda: self._give(dialog))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _give(self, dialog: "AssignDialog") -> None:
        wish = dialog.wish
        if wish is not None:
            self.give(wish)

    def give(self, wish: "AssignWish") -> None:
        """Give articles out, or take them back."""
        ids = wish.documents

        def work(task: "Task") -> "list[Assignment]":
            del task
            return wish.carry_out(project)

        def done(given: "list[Assignment]") -> None:
            if wish.way == "back":
                self._tell(tr_n("{n} articles taken back", len(ids)))
                return
            told = tr_n("{n} assignments", len(given))
            people = listed(isolate(one) for one in dict.fromkeys(one.annotator for one in given))
            words = f"{told}: {people}" if people else told
            self._tell(words, tr("Send them in a bundle…"), lambda: self.share(ids))

        project = self.session.project
        self.shell.tasks.run(work, done, None, tr("Assigning"))

    def break_ties(self, document_ids: Sequence[str]) -> None:
        """Give articles with undecided differences to people who have not read them."""
        ids, project = tuple(document_ids), self.session.project

        def work(task: "Task") -> "TieBreaks":
            return project.break_ties(ids, task.progress)

        def done(broken: "TieBreaks") -> None:
            told = [
                tr_n("{n} ties assigned", len(broken.given)) if broken.given else "",
                tr_n("for {n} articles nobody is left who has not read them", len(broken.nobody))
                if broken.nobody
                else "",
            ]
            words = listed(told) or tr("No article among them has an undecided difference.")
            self.shell.messages.tell("warning" if broken.nobody else "success", words)

        self.shell.tasks.run(work, done, None, tr("Comparing the readings"))

    def share(self, document_ids: Sequence[str]) -> None:
        """Write a bundle of articles."""
        from annotator.ui.sharing.feature import Sharing

        self.shell.feature(Sharing).share(tuple(document_ids))

    def export(self, document_ids: Sequence[str]) -> None:
        """Write a dataset of articles."""
        from annotator.ui.publishing.feature import Publishing

        self.shell.feature(Publishing).publish(document_ids)

    # How

    def _run(
        self,
        count: int,
        do: "Callable[[Project], int | None]",
        done: "Callable[[int], object]",
        label: str,
    ) -> None:
        """Do something to so many articles: at once where they are few."""
        project = self.session.project
        if count <= FEW:
            found: list[int | None] = []
            self.shell.change(lambda _: found.append(do(project)))
            if found:
                done(found[0] or 0)
            return
        self.shell.tasks.run(lambda _: do(project), lambda found: done(found or 0), None, label)

    def _tell(self, words: str, title: str = "", run: Callable[[], object] | None = None) -> None:
        """Say what was done, and offer to go on with it, or (without `run`) to take it back."""
        from annotator.ui.message_bar import Offer

        offer = Offer(title or tr("Undo"), run or (lambda: self.shell.registry.run("edit.undo")))
        self.shell.messages.tell("success", words, "", offer)


def _nothing() -> None:
    """For what cannot be done here."""


def _add(menu: object, title: str, run: Callable[[], object], *, enabled: bool = True) -> None:
    from PySide6.QtWidgets import QMenu

    assert isinstance(menu, QMenu)
    action = menu.addAction(literal(title))
    action.setEnabled(enabled)
    action.triggered.connect(lambda: run())


def _end_tasks(tasks: "Tasks") -> None:
    tasks.stop()
    tasks.deleteLater()
