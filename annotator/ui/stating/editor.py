"""The form of one statement: its words, the wider statement that it belongs to, and a note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from annotator.domain.statement import Statement
from annotator.ui.entries.lines import Lines
from annotator.ui.i18n import tr
from annotator.ui.panels.painting import one_line
from annotator.ui.searching.boxes import Field
from annotator.ui.stating.statement_box import StatementBox
from annotator.ui.tasks import Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project


class StatementEditor(QWidget):
    """`changed` carries the field and its new value as soon as somebody is done with it."""

    changed = Signal(str, object)

    def __init__(self, tasks: Tasks, project: "Project") -> None:
        super().__init__()
        self._statement: Statement | None = None
        self._wider = ""
        self._showing = False
        self.text = Field("statement_text")
        self.parent_box = StatementBox("statement_parent", tasks, project)
        self.note = Lines("statement_note")
        self._titles = [QLabel() for _ in range(3)]
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, field in zip(self._titles, (self.text, self.parent_box, self.note), strict=True):
            title.setProperty("role", "dim")
            form.addRow(title, field)
        self.text.editingFinished.connect(self._tell_text)
        self.parent_box.changed.connect(self._tell_parent)
        self.parent_box.editingFinished.connect(self._settle_parent)
        self.note.finished.connect(lambda: self._tell("note", self.note.toPlainText()))
        self.retranslate()

    def finish(self) -> None:
        """Commit the edit in progress, before another entry is shown."""
        self._tell_text()
        self.note.finish()

    def refuse(self, field: str) -> None:
        """Say that a field cannot be as it is written: it goes back to what it was."""
        if self._statement is None:
            return
        if field == "text":
            self.text.setText(self._statement.text)
        elif field == "parent_id":
            self._show_parent()

    def show_statement(self, statement: Statement, wider: str, *, fixed: bool) -> None:
        """Show this entry, which belongs to what `wider` says; `fixed`: nothing can be changed."""
        is_another = self._statement is None or self._statement.id != statement.id
        self._statement, self._wider = statement, one_line(wider)
        self.parent_box.leave_out(statement.id)
        # What is being written stays.
        if self.text.text() != statement.text and (is_another or not self._is_written(self.text)):
            self.text.setText(statement.text)
        if is_another or not self._is_written(self.parent_box):
            self._show_parent()
        self.note.show_text(statement.note)
        for field in (self.text, self.parent_box, self.note):
            field.setReadOnly(fixed)

    @staticmethod
    def _is_written(field: Field) -> bool:
        return field.hasFocus() and field.isModified()

    def _show_parent(self) -> None:
        assert self._statement is not None
        self._showing = True
        self.parent_box.show_entry(self._statement.parent_id, self._wider)
        self._showing = False

    def _tell_text(self) -> None:
        self.text.setModified(False)
        self._tell("text", self.text.text().strip())

    def _tell_parent(self) -> None:
        # While somebody types, no entry is meant; it belongs to none only once the field is empty.
        if not self._showing and (self.parent_box.key is not None or not self.parent_box.text().strip()):
            self.parent_box.setModified(False)
            self._tell("parent_id", self.parent_box.key)

    def _settle_parent(self) -> None:
        """Show the one that it belongs to, to whoever leaves the field with words that are no statement's."""
        if not self.parent_box.text().strip():
            self._tell("parent_id", None)
        elif self.parent_box.key is None:
            self.parent_box.setModified(False)
            self._show_parent()

    def _tell(self, field: str, value: object) -> None:
        if self._statement is not None and value != getattr(self._statement, field):
            self.changed.emit(field, value)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        said = (tr("Statement"), tr("Belongs to"), tr("Note"))
        for title, field, text in zip(self._titles, (self.text, self.parent_box, self.note), said, strict=True):
            title.setText(text)
            field.setAccessibleName(text)
        self.parent_box.setPlaceholderText(tr("A wider statement, by its words"))
