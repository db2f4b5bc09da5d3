"""A field in which typing finds a statement of the registry; what is found comes a moment later."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.domain.statement import Statement
from annotator.text.normalize import normal_form
from annotator.ui.panels.painting import one_line
from annotator.ui.searching.boxes import EntryBox, Offered
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project

MOST_OFFERED = 12


class StatementBox(EntryBox):
    """`key` is the id of the statement that is meant: once its words are typed to their end, or it was chosen."""

    def __init__(self, name: str, tasks: Tasks, project: "Project", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tasks, self._project = tasks, project
        self._asked: Task | None = None
        self._without: str | None = None

    def leave_out(self, key: str | None) -> None:
        """Never offer this one."""
        self._without = key

    def ask(self, text: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self.offer(())
        if not text.strip():
            return

        def look(task: Task) -> tuple[Task, list[Statement]]:
            return task, self._project.find_statements(text, MOST_OFFERED)

        def show(outcome: tuple[Task, list[Statement]]) -> None:
            if outcome[0] is self._asked:
                self._asked = None
                self._offer_statements(text, outcome[1])

        self._asked = self._tasks.run(look, show, quiet=True)

    def _offer_statements(self, text: str, found: list[Statement]) -> None:
        wanted = normal_form(text)
        kept = [one for one in found if one.id != self._without]
        self.offer([Offered(one.id, one_line(one.text), normal_form(one.text) == wanted) for one in kept])
        if self.hasFocus() and kept:
            self.completer().complete()
