"""Beginning a project: where its file lies, and under which name I mark."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.errors import InputError
from annotator.services.project import Project, default_handle
from annotator.ui.dialogs.form import FormDialog, PlaceField
from annotator.ui.i18n import tr


class NewProjectDialog(FormDialog):
    """After it was accepted, `project` is the new project, open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("New project"), tr("Create"), parent)
        self.setObjectName("new_project")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = folder if Path(folder).is_dir() else str(Path.home())
        self.place = PlaceField(_free_name(Path(folder), tr("My project")), tr("New project"), ".musnad")
        self.who = QLineEdit(default_handle())
        self.form.addRow(tr("File"), self.place)
        self.form.addRow(tr("Your name"), self.who)
        self.project: Project | None = None

    def act(self) -> None:
        if not self.place.path():
            raise InputError("Say where the project's file shall be.")
        self.project = Project.create(self.place.path(), annotator=self.who.text().strip())


def _free_name(folder: Path, name: str) -> str:
    """A path in `folder` that no file has yet."""
    candidates = [folder / f"{name}.musnad", *(folder / f"{name} {number}.musnad" for number in range(2, 100))]
    return str(next((path for path in candidates if not path.exists()), candidates[0]))
