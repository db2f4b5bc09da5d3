"""Exporting a dataset: in which format, whose readings, where to."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QComboBox, QWidget

from annotator import paths
from annotator.domain.annotator import GOLD
from annotator.errors import InputError
from annotator.formats.registry import find_writer, writers
from annotator.services.project import Project
from annotator.ui.dialogs.form import FormDialog, PlaceField
from annotator.ui.dialogs.options import OptionRows
from annotator.ui.i18n import isolate, tr

NATIVE = "jsonl"
"""The format that holds everything comes first in mind, whatever the others are called."""


class ExportWish(msgspec.Struct, frozen=True):
    """A request for an export; `annotators` None means every reading but the models'. `options` are the format's."""

    format: str
    out: Path
    annotators: tuple[str, ...] | None
    options: Mapping[str, str] = {}


class ExportDialog(FormDialog):
    """After it was accepted, `wish` says what to write."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export"), tr("Export"), parent)
        self.setObjectName("export")
        self.wish: ExportWish | None = None
        self.format = QComboBox()
        for writer in writers():
            self.format.addItem(isolate(writer.title), writer)
        self.format.setCurrentText(isolate(find_writer(NATIVE).title))
        self.whose = QComboBox()
        self.whose.addItem(tr("All readings"), None)
        self.whose.addItem(tr("Mine ({name})", name=project.annotator), (project.annotator,))
        if any(annotator.handle == GOLD for annotator in project.annotators()):
            self.whose.addItem(tr("The gold reading"), (GOLD,))
        for annotator in project.annotators():
            if annotator.kind == "model":
                self.whose.addItem(tr("What {name} proposed", name=annotator.handle), (annotator.handle,))
        suffix = self.format.currentData().suffix
        self.place = PlaceField(str(project.path.with_suffix(suffix)), tr("Export"), suffix)
        self.format.currentIndexChanged.connect(self._follow_format)
        self.place.changed.connect(self._follow_place)
        self.form.addRow(tr("Format"), self.format)
        self.form.addRow(tr("Readings"), self.whose)
        self.form.addRow(tr("File"), self.place)
        self.options = OptionRows(self.form, project.scheme)
        self._follow_format()

    def act(self) -> None:
        if not self.place.path():
            raise InputError("Say where the dataset shall be written.")
        if paths.exists(self.place.path()) and self.place.path() != self.place.replaced:
            # A file that is written over cannot be brought back by undo.
            self.place.replaced = self.place.path()
            self.ok.setText(tr("Replace"))
            raise InputError(
                "{name} exists already. Replace it, or choose another name.", name=Path(self.place.path()).name
            )
        chosen = self.format.currentData()
        place = Path(self.place.path())
        self.wish = ExportWish(chosen.id, place, self.whose.currentData(), self.options.values())

    def _follow_place(self) -> None:
        self.place.replaced = ""
        self.ok.setText(tr("Export"))

    def _follow_format(self) -> None:
        suffix = self.format.currentData().suffix
        self.options.show(self.format.currentData().options, row=1)
        # Rows that came later are reached where they stand.
        for before, behind in pairwise([self.format, *self.options.widgets, self.whose]):
            self.setTabOrder(before, behind)
        typed = self.place.line.text().removesuffix(self.place.suffix)
        self.place.suffix = suffix
        self.place.line.setText(typed + suffix)
