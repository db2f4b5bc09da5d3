"""The offer of a copy in reading order for an article that came in visual order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.ui.i18n import tr, tr_n
from annotator.ui.message_bar import Offer
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.document import Document
    from annotator.ui.session import Session
    from annotator.ui.tasks import Task

AFTER_PAINTING_MS = 400
"""Milliseconds that leave an article that was just opened time to be painted."""


class RepairOffers(QObject):
    """Looks at each article that is shown in one project, and offers what it needs once."""

    def __init__(self, shell: Shell, session: "Session") -> None:
        super().__init__(session)
        self._shell = shell
        self._session = session
        self._offered: set[str] = set()
        self._shown: Offer | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_PAINTING_MS)
        self._timer.timeout.connect(self.look)
        session.document_shown.connect(self._wait)
        self._wait()

    def offer(self, document_ids: Sequence[str], told: str = "") -> bool:
        """Offer copies of these articles, with what else there is to tell; False if there is nothing to offer."""
        fresh = [one for one in document_ids if one not in self._offered]
        if not fresh or not self._shell.registry.context.writable:
            return False
        self._offered.update(fresh)
        text = tr_n(
            "{n} articles seem to stand in the order of the screen, as PDF files give them: last letter first.",
            len(fresh),
        )
        title = tr_n("Add {n} copies in reading order", len(fresh))
        self._shown = Offer(title, lambda: self._repair(fresh))
        self._shell.messages.tell("info", " ".join(filter(None, (told, text))), offer=self._shown)
        return True

    def _wait(self) -> None:
        messages = self._shell.messages
        if self._shown is not None and messages.offer is self._shown:
            # It was about the article that is gone.
            messages.hide()
        self._shown = None
        if self._session.document is not None and self._session.document.id not in self._offered:
            self._timer.start()

    def look(self) -> None:
        """Offer a copy of the article on the page if it needs one, unless that was offered before."""
        from annotator.text.visual_order import looks_visual

        document = self._session.document
        if document is None or self._shell.session is not self._session:
            return
        if looks_visual(document.text) and not self._is_repaired(document):
            self.offer([document.id])

    def _is_repaired(self, document: "Document") -> bool:
        from annotator.services.repairs import repaired

        return repaired(document).id in {item.id for item in self._session.summaries()}

    def _repair(self, document_ids: Sequence[str]) -> None:
        project = self._session.project

        def work(task: "Task") -> list["Document"]:
            task.progress(0, 0)
            return project.add_repaired(*document_ids)

        self._shell.tasks.run(work, self._show, label=tr("Putting letters in order"))

    def _show(self, made: list["Document"]) -> None:
        here = {item.id for item in self._session.summaries()}
        if made[0].id not in here:
            # Taken back before the news of it came.
            return
        self._session.show(made[0].id)
        self._shell.messages.tell(
            "success", tr_n("{n} copies in reading order were added; the originals are untouched.", len(made))
        )
