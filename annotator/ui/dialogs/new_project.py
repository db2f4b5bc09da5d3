"""Beginning a project: where its file lies, under which name I mark, and by which scheme."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from annotator import paths
from annotator.domain.scheme import title_in
from annotator.errors import InputError
from annotator.services.handles import usable_handle
from annotator.services.project import Project
from annotator.services.schemes import DEFAULT, load_scheme, shipped
from annotator.ui.dialogs.form import FormDialog, PlaceField
from annotator.ui.i18n import language, tr
from annotator.ui.text_fields import LineField


class NewProjectDialog(FormDialog):
    """After it was accepted, `project` is the new project, open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("New project"), tr("Create"), parent)
        self.setObjectName("new_project")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = folder if paths.exists(folder) else str(paths.home() or Path.cwd())
        self.place = PlaceField(_free_name(Path(folder), tr("My project")), tr("New project"), ".musnad")
        self.who = LineField(usable_handle()[0])
        self.form.addRow(tr("File"), self.place)
        self.schemes = SchemeChoice()
        self.form.addRow(tr("Your name"), self.who)
        self.form.addRow(tr("Scheme"), self.schemes)
        self.project: Project | None = None

    def act(self) -> None:
        if not self.place.path():
            raise InputError("Say where the project's file shall be.")
        self.project = Project.create(
            self.place.path(), scheme=self.schemes.currentData(), annotator=self.who.text().strip()
        )


class SchemeChoice(QComboBox):
    """The schemes that come with the program, and any other one in a file; the data is its name or its path."""

    def __init__(self) -> None:
        super().__init__()
        for name in sorted(shipped(), key=lambda name: name != DEFAULT):
            self.addItem(title_in(load_scheme(name).title, language(), name), name)
        self.addItem(tr("From a file…"), None)
        self._last = 0
        self.activated.connect(self._choose)

    def _choose(self, place: int) -> None:
        """The last line asks for a file, which takes a line of its own."""
        if self.itemData(place) is None:
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Open scheme"), "", "*.toml")
            place = self._last
            if chosen:
                place = self.count() - 1
                self.insertItem(place, Path(chosen).name, chosen)
            self.setCurrentIndex(place)
        self._last = place


def _free_name(folder: Path, name: str) -> str:
    """A path in `folder` that no file has yet."""
    candidates = [folder / f"{name}.musnad", *(folder / f"{name} {number}.musnad" for number in range(2, 100))]
    return str(next((path for path in candidates if not paths.exists(path)), candidates[0]))
