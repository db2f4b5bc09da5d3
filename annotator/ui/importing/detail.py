"""The chosen line of an import: its state, its beginning, and what can be corrected before it comes in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import OtherKindError
from annotator.ui.i18n import Phrase, ltr, phrase, tip, tr
from annotator.ui.importing.rows import STATES, Line, told
from annotator.ui.panels.about import LANGUAGES, direction_title, language_title, note_told
from annotator.ui.panels.origins import line as text_line
from annotator.ui.panels.painting import leading
from annotator.ui.panels.said_line import SaidLine

FIELDS: dict[str, Phrase] = {
    "title": phrase("Title"),
    "publisher": phrase("Publisher"),
    "author": phrase("Author"),
    "published": phrase("Date"),
    "url": phrase("Link"),
}


class LineDetail(QScrollArea):
    """Shows one line. `changed` carries the id of its article, a field and the new value."""

    changed = Signal(str, str, str)
    forced = Signal(object)
    """Read this Line as what its error says that it may be all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_detail")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line: Line | None = None
        self.state, self.note, self.begin = QLabel(), text_line(""), text_line("")
        self.state.setProperty("role", "title")
        self.begin.setObjectName("import_first_lines")
        self.intake = text_line("")
        self.intake.setProperty("role", "dim")
        self._names = {field: QLabel() for field in (*FIELDS, "language")}
        self.lines = {field: SaidLine(needed=field == "title") for field in FIELDS}
        self.languages = QComboBox()
        self.force = QPushButton()
        self.force.setObjectName("import_all_the_same")
        self.force.clicked.connect(lambda: self.forced.emit(self._line))
        self._heading = QLabel()
        self._heading.setProperty("role", "caption")
        self._build()
        for field, widget in self.lines.items():
            widget.said.connect(partial(self._say, field))
        self.languages.activated.connect(self._say_language)
        self.retranslate()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 14)
        column.setSpacing(8)
        for widget in (self.state, self.note):
            column.addWidget(widget)
        column.addWidget(self.force, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.begin)
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (field, name) in enumerate(self._names.items()):
            editor = self._editor(field)
            name.setProperty("role", "dim")
            name.setBuddy(editor)
            grid.addWidget(name, row, 0)
            grid.addWidget(editor, row, 1)
        column.addWidget(self._form)
        column.addWidget(self._heading)
        column.addWidget(self.intake)
        column.addStretch(1)
        self.setWidget(body)

    def _editor(self, field: str) -> QWidget:
        return self.languages if field == "language" else self.lines[field]

    def show_line(self, line: Line | None) -> None:
        """Show this line; None: nothing is chosen."""
        self._line = line
        self.state.setText(leading(STATES[line.arrival.state]()) if line is not None else "")
        self.note.setText(leading(told(line)) if line is not None else "")
        self.note.setVisible(bool(line is not None and told(line)))
        self._show_force(line)
        document = line.document if line is not None else None
        for widget in (self.begin, self._form):
            widget.setVisible(document is not None)
        notes = [note_told(note) for note in document.intake] if document is not None else []
        for widget in (self._heading, self.intake):
            widget.setVisible(bool(notes))
        self.intake.setText(leading("\n".join(notes)))
        if line is None or document is None:
            return
        self._show_beginning(line)
        for field, widget in self.lines.items():
            value = document.title if field == "title" else getattr(line.origin, field)
            widget.show_value(document.id, value or "")
        self._show_language(document.language)

    def _show_force(self, line: Line | None) -> None:
        """Offer to read a file that was held back because it looks like another kind."""
        error = line.arrival.error if line is not None else None
        may = isinstance(error, OtherKindError) and line is not None and Path(line.arrival.source).is_file()
        self.force.setVisible(may)
        if error is not None and may:
            format = error.fields.get("format")
            named = tr("Import as {format}", format=str(format)) if format else ""
            self.force.setText(named or tr("Import as an article all the same"))

    def _show_beginning(self, line: Line) -> None:
        rtl = line.arrival.direction == "rtl"
        # The first character decides on which side Qt sets the label.
        self.begin.setText(("\u200f" if rtl else "\u200e") + line.arrival.first_lines)
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.begin.setAlignment(edge | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)

    def _show_language(self, tag: str) -> None:
        direction = self._line.arrival.direction if self._line is not None else None
        with QSignalBlocker(self.languages):
            self.languages.clear()
            for code in dict.fromkeys((*LANGUAGES, tag)):
                self.languages.addItem(language_title(code), code)
            self.languages.setCurrentIndex(self.languages.findData(tag))
        self.languages.setToolTip(tip(direction_title(direction) if direction is not None else ""))

    def finish(self) -> None:
        """Commit the edits in progress."""
        for widget in self.lines.values():
            widget.finish()

    def _say(self, field: str, document_id: str, value: str) -> None:
        self.changed.emit(document_id, field, value)

    def _say_language(self) -> None:
        if self._line is not None and self._line.document is not None:
            self.changed.emit(self._line.document.id, "language", self.languages.currentData())

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for field, name in self._names.items():
            title = FIELDS[field]() if field in FIELDS else tr("Language")
            name.setText(title)
            self._editor(field).setAccessibleName(title)
        self.lines["published"].setPlaceholderText(tr("such as {day}", day=ltr("2026-11-30")))
        self._heading.setText(tr("When it came in"))
        self.show_line(self._line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
