"""The foot of the export page: where the dataset goes, whether losses are refused, and the button that writes it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from annotator import paths
from annotator.errors import InputError, MusnadError
from annotator.formats.registry import Writer
from annotator.ui.i18n import literal, tr, tr_error, tr_n
from annotator.ui.panels.painting import leading
from annotator.ui.text_fields import LineField
from annotator.visible import printable

ZIP = ".zip"
EDGE_PX = 16


class Target(QFrame):
    """`write_wanted` once the place may be written to: what is there goes only if the person said so."""

    changed = Signal()
    write_wanted = Signal(Path)
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_target")
        self._suffix, self._folder, self._stem = "", False, Path()
        self._format = self._replaced = ""
        self._is_typed = False
        self._articles = 0
        self.problem = QLabel()
        self._title, self.line, self.strict = QLabel(), LineField(), QCheckBox()
        self.elsewhere, self.write, self.stop = QPushButton(), QPushButton(), QPushButton()
        self._build()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._follow_place)
        self.elsewhere.clicked.connect(self._choose)
        self.strict.toggled.connect(lambda _: self.changed.emit())
        self.write.clicked.connect(self.ask)
        self.stop.clicked.connect(self.stop_wanted)

    def _build(self) -> None:
        self.problem.setObjectName("export_problem")
        self.problem.setProperty("role", "warning")
        self.problem.setWordWrap(True)
        self.line.setObjectName("export_place")
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.strict.setObjectName("export_strict")
        self.write.setObjectName("export_write")
        self.write.setProperty("primary", True)
        for hidden in (self.problem, self.stop):
            hidden.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.line, 1)
        for widget in (self.elsewhere, self.strict, self.stop, self.write):
            row.addWidget(widget)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(EDGE_PX, 8, EDGE_PX, 10)
        lines.setSpacing(6)
        lines.addWidget(self.problem)
        lines.addLayout(row)

    # Where it goes

    def begin(self, project: Path, out: str) -> None:
        """Write beside a project, or (`out`) where its last dataset went."""
        self._stem = project.with_suffix("")
        self._is_typed = bool(out)
        self.line.setText(out or self._wished())

    def follow(self, writer: Writer, *, folder: bool) -> None:
        """Follow the format: a file gets its ending, a folder its name."""
        before, self._suffix = self._suffix, "" if folder else writer.suffix
        self._folder = folder
        self._format = writer.id
        text = self.line.text().strip()
        if not self._is_typed:
            self.line.setText(self._wished())
        elif text and before != self._suffix and not text.endswith(ZIP):
            bare = text.removesuffix(before)
            self.line.setText(bare if bare.endswith(self._suffix) else bare + self._suffix)

    def _wished(self) -> str:
        return f"{self._stem}-{self._format}" if self._folder else f"{self._stem}{self._suffix}"

    @property
    def path(self) -> str:
        """Return the place as typed, with the ending that such files have."""
        typed = self.line.text().strip()
        if not typed or self._folder or typed.endswith(self._suffix):
            return typed
        return typed + self._suffix

    @property
    def chosen(self) -> str:
        """Return the place if a person said it; empty where it only follows the format."""
        return self.path if self._is_typed else ""

    def _typed(self) -> None:
        self._is_typed = True

    def _follow_place(self) -> None:
        self._replaced = ""
        self.show_problem("")
        self.say(self._articles)
        self.changed.emit()

    def _choose(self) -> None:
        if self._folder:
            chosen = QFileDialog.getSaveFileName(self, tr("Folder of the dataset"), self.path)[0]
        else:
            chosen = QFileDialog.getSaveFileName(self, tr("Export"), self.path, f"*{self._suffix}")[0]
        if chosen:
            self._is_typed = True
            self.line.setText(chosen)
            # The system's dialog has asked already whether a file that is there may go.
            self._replaced = self.path

    # Writing

    def ask(self) -> None:
        """Ask for the dataset, or say what is wrong with its place."""
        if not self.write.isEnabled():
            return
        try:
            self._check()
        except MusnadError as error:
            self.show_problem(tr_error(error))
            return
        self.show_problem("")
        self.write_wanted.emit(Path(self.path))

    def _check(self) -> None:
        if not self.path:
            raise InputError("Say where the dataset shall be written.")
        if paths.exists(Path(self.path)) and self.path != self._replaced:
            # What is written over cannot be brought back by undo.
            self._replaced = self.path
            self.write.setText(tr("Replace"))
            raise InputError(
                "{name} exists already. Replace it, or choose another name.", name=printable(Path(self.path).name)
            )

    def show_problem(self, told: str) -> None:
        """Say why there is no dataset; empty: there will be one."""
        self.problem.setText(leading(told))
        self.problem.setVisible(bool(told))

    def show_writing(self, *, busy: bool) -> None:
        """Show that the dataset is being written."""
        self.stop.setVisible(busy)
        self.write.setEnabled(not busy)
        self.say(self._articles)
        if busy:
            self.write.setText(tr("Writing…"))

    def say(self, articles: int) -> None:
        """Say how many articles would be written."""
        self._articles = articles
        if self._replaced:
            return
        self.write.setText(tr_n("Write {n} articles", articles) if articles else tr("Write"))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(tr("To"))
        self.line.setAccessibleName(tr("Where to write"))
        self.elsewhere.setText(tr("Elsewhere…"))
        self.strict.setText(literal(tr("Refuse if anything is lost")))
        self.stop.setText(tr("Stop"))
        self.write.setToolTip(tr("Write the dataset ({Ctrl+Return})"))
        self.say(self._articles)
