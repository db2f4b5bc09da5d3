"""Giving the project the scheme of a draft, after asking what becomes of the marks that would lose their place."""

from PySide6.QtCore import QObject

from annotator.services.scheme_draft import Draft
from annotator.ui.scheme_editor.losses import LossPage
from annotator.ui.session import Session


class Applying(QObject):
    """Asks on a page; what is answered there counts until the question is dropped."""

    def __init__(self, session: Session, page: LossPage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._draft: Draft | None = None
        self._moved: dict[str, str] = {}
        page.chosen.connect(self._move)

    def begin(self, draft: Draft) -> bool:
        """Apply a draft at once and say True, or fill the page with what would be lost. Raises MusnadError."""
        self._draft, self._moved = draft, {}
        if self._session.project.scheme_change(draft.scheme(), draft.renames()).losses:
            self._ask(draft)
            return False
        self._session.project.set_scheme(draft.scheme(), draft.renames())
        return True

    def finish(self) -> None:
        """Apply the draft with what was answered on the page. Raises MusnadError."""
        if self._draft is not None:
            renames = {**self._draft.renames(), **self._moved}
            self._session.project.set_scheme(self._draft.scheme(), renames, drop=True)

    def _ask(self, draft: Draft) -> None:
        wanted, renames = draft.scheme(), {**draft.renames(), **self._moved}
        change = self._session.project.scheme_change(wanted, renames)
        self._page.show_losses(change.losses, self._session.scheme, wanted, self._moved, renames)

    def _move(self, path: str, key: str) -> None:
        """Something that lost its place gets another, or none."""
        self._moved.pop(path, None)
        if key:
            self._moved[path] = key
        if self._draft is not None:
            self._ask(self._draft)
