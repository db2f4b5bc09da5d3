"""The card of one entry of the registry: its name, kind, other names, Wikidata item and note."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from annotator.domain.actor import Actor
from annotator.domain.scheme import Scheme
from annotator.ui.actor_words import in_latin, kinds
from annotator.ui.entries.lines import Lines
from annotator.ui.i18n import isolate, tr
from annotator.ui.panels.painting import leading
from annotator.ui.searching.boxes import Field


class ActorEditor(QWidget):
    """The form; `changed` carries the field and its new value as soon as somebody is done with it."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._actor: Actor | None = None
        self.name, self.wikidata = Field("actor_name"), Field("actor_wikidata")
        self.kind = QComboBox()
        self.kind.setObjectName("actor_kind")
        self.aliases, self.note = Lines("actor_aliases"), Lines("actor_note")
        self._latin = QLabel()
        self._latin.setTextFormat(Qt.TextFormat.PlainText)
        self._latin.setProperty("role", "dim")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._titles = [QLabel() for _ in range(5)]
        fields = (self.name, self.kind, self.aliases, self.wikidata, self.note)
        for title, field in zip(self._titles, fields, strict=True):
            title.setProperty("role", "dim")
            self._form.addRow(title, field)
        self._form.insertRow(1, "", self._latin)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._tell_name)
        self.wikidata.editingFinished.connect(self._tell_wikidata)
        self.kind.activated.connect(lambda: self._tell("kind", self.kind.currentData()))
        self.aliases.finished.connect(lambda: self._tell("aliases", _lines(self.aliases.toPlainText())))
        self.note.finished.connect(lambda: self._tell("note", self.note.toPlainText()))

    def finish(self) -> None:
        """Commit the edit in progress, before another entry is shown."""
        self._tell_name()
        self._tell_wikidata()
        self.aliases.finish()
        self.note.finish()

    def refuse(self, field: str) -> None:
        """Say that a field cannot be as it is written; a name goes back to what it was, the rest can be mended."""
        if field == "wikidata":
            self.wikidata.set_missing(True)
        elif field == "name" and self._actor is not None:
            self.name.setText(self._actor.name)

    def show_actor(self, actor: Actor, scheme: Scheme, *, fixed: bool) -> None:
        """Show this entry; `fixed`: nothing can be changed."""
        is_another = self._actor is None or self._actor.id != actor.id
        self._actor = actor
        self.wikidata.set_missing(False)
        # Field by field, so that the cursor of a field that did not change stays, and so does what is being written.
        for field, text in ((self.name, actor.name), (self.wikidata, actor.wikidata or "")):
            if field.text() != text and (is_another or not (field.hasFocus() and field.isModified())):
                field.setText(text)
            field.setReadOnly(fixed)
        for area, text in ((self.aliases, "\n".join(actor.aliases)), (self.note, actor.note)):
            area.show_text(text)
            area.setReadOnly(fixed)
        self._show_kind(actor, scheme)
        self.kind.setEnabled(not fixed)
        latin = in_latin(actor)
        self._latin.setText(leading(isolate(latin)))
        self._form.setRowVisible(self._latin, bool(latin))

    def _show_kind(self, actor: Actor, scheme: Scheme) -> None:
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for key, title in ({actor.kind: actor.kind} | kinds(scheme)).items():
                self.kind.addItem(title, key)
            self.kind.setCurrentIndex(self.kind.findData(actor.kind))

    def _tell_name(self) -> None:
        self.name.setModified(False)
        self._tell("name", self.name.text().strip())

    def _tell_wikidata(self) -> None:
        self.wikidata.setModified(False)
        self._tell("wikidata", self.wikidata.text().strip() or None)

    def _tell(self, field: str, value: object) -> None:
        if self._actor is not None and value != getattr(self._actor, field):
            self.changed.emit(field, value)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        said = (tr("Name"), tr("Kind"), tr("Also called"), tr("Wikidata"), tr("Note"))
        fields = (self.name, self.kind, self.aliases, self.wikidata, self.note)
        for title, field, text in zip(self._titles, fields, said, strict=True):
            title.setText(text)
            field.setAccessibleName(text)
        self.aliases.setPlaceholderText(tr("Kunya, titles, names in Latin letters: one a line"))
        self.wikidata.setPlaceholderText("Q42")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))
