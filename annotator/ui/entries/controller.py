"""The page of a registry in one window: showing it, opening places, and doing what is asked for in one undo step."""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.errors import MusnadError
from annotator.services.mentions import Mention
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.entries.page import RegistryPage
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.session import Session


class RegistryPages(QObject):
    """Keeps the page true to the project. Made when it is first asked for, for the project that is open then."""

    def __init__(self, shell: Shell, session: "Session", page: RegistryPage, places: Iterable[MentionList]) -> None:
        """`places` are the lists on the page whose lines open in the article."""
        super().__init__(shell.over)
        self._shell, self._session = shell, session
        self._project = session.project
        self._shown: list[str] = []
        self._page = page
        page.closed.connect(self.close)
        page.chosen.connect(self._choose)
        page.filtered.connect(self.refresh)
        page.language_changed.connect(self.follow)
        session.written.connect(self.follow)
        for one in places:
            one.opened.connect(self._open)

    # What subclasses know: Qt's metaclass leaves no place for that of abc, so mypy alone asks for it.

    @abstractmethod
    def of_selected(self) -> str | None:
        """Return the id of the entry that the selected mark is linked to."""

    @abstractmethod
    def refresh(self) -> None:
        """Show everything as it is now; what is chosen stays chosen."""

    @abstractmethod
    def show_chosen(self) -> None:
        """Show what is chosen now."""

    @abstractmethod
    def finish(self) -> None:
        """Commit the edit in progress."""

    # Coming and going

    def toggle(self) -> None:
        """Show the registry in the article's place, or the article again."""
        if self._page.isVisible():
            self.close()
            return
        if (key := self.of_selected()) is not None:
            self._shown = [key]
        self._open_page()

    def show(self, key: str) -> None:
        """Show the registry in the article's place, at this entry."""
        self.finish()
        self._page.filter.clear()
        self._shown = [key]
        self._open_page()

    def _open_page(self) -> None:
        self.refresh()
        self._shell.show_page(self._page)
        self._shell.registry.touch()
        target = self._page.list if self._shown else self._page.filter
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> None:
        """Back to the article."""
        self.finish()
        self._shell.show_page(None)
        self._shell.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Put the page away; for the project that closes."""
        self._session.written.disconnect(self.follow)
        self._shell.show_page(None)
        self._page.deleteLater()
        self.deleteLater()

    # What is shown

    def follow(self) -> None:
        """Show everything anew, if it is in sight: something of it changed."""
        if self._page.isVisible():
            self.refresh()

    def _choose(self) -> None:
        self._shown = self._page.chosen_keys
        self.show_chosen()

    def go_on_with(self, key: str) -> None:
        """Choose one entry, and go on with the list."""
        self._shown = [key]
        self.refresh()
        self._page.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, mention: Mention) -> None:
        """Show a place in its article: selected as a mark if it is mine, else as text."""
        span, session, shell = mention.span, self._session, self._shell
        self.finish()
        if session.document is None or session.document.id != span.document_id:
            session.show(span.document_id)
        shell.show_page(None)
        session.select(span.id)
        if session.selected_id != span.id:
            session.select(None)
            shell.article.select(*span.parts[0])
        shell.article.ensure_visible(span.start)
        shell.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is changed

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except MusnadError as error:
            self._shell.tell_error(error)
            self.refresh()
