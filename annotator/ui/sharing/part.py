"""The part of a project that goes into a bundle: whose work, on which articles, and what an earlier bundle held."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.i18n import isolate, literal, tr


class PartDialog(QDialog):
    """After it was accepted, `annotators`, `only_this_article` and `earlier` say what is to be shared."""

    def __init__(
        self, handles: Sequence[str], mine: str, article: str | None, kinds: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("share_part")
        self.setWindowTitle(tr("Share a part"))
        self._kinds = kinds
        self.earlier: Path | None = None
        lines = QVBoxLayout(self)
        lines.addWidget(_heading(tr("Whose work")))
        self.boxes = {handle: QCheckBox(literal(isolate(handle))) for handle in handles}
        for handle, box in self.boxes.items():
            box.setObjectName(f"share_{handle}")
            box.setChecked(handle == mine)
            box.toggled.connect(self._follow)
            lines.addWidget(box)
        lines.addWidget(_heading(tr("On which articles")))
        self.all, self.this = QRadioButton(tr("All that they worked on")), QRadioButton()
        self.this.setText(literal(tr("Only the open one: {title}", title=isolate(article or ""))))
        self.this.setVisible(article is not None)
        self.all.setChecked(True)
        for button in (self.all, self.this):
            lines.addWidget(button)
        lines.addWidget(_heading(tr("Since an earlier bundle")))
        lines.addLayout(self._built_earlier())
        lines.addStretch(1)
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton(tr("Share…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("primary", True)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        lines.addWidget(self._buttons)
        self.setMinimumWidth(420)
        self._follow()

    def _built_earlier(self) -> QHBoxLayout:
        self._earlier = QLabel(tr("Everything, whatever was sent before"))
        self._earlier.setProperty("role", "dim")
        self._earlier.setWordWrap(True)
        choose = QPushButton(tr("Choose…"))
        choose.setAccessibleName(tr("Since an earlier bundle"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self._earlier, 1)
        row.addWidget(choose)
        return row

    @property
    def annotators(self) -> tuple[str, ...]:
        """Return whose work is to be shared."""
        return tuple(handle for handle, box in self.boxes.items() if box.isChecked())

    @property
    def only_this_article(self) -> bool:
        """Return whether only the open article is to be shared."""
        return self.this.isChecked()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Since an earlier bundle"), "", self._kinds)
        if chosen:
            self.leave_out(Path(chosen))

    def leave_out(self, earlier: Path) -> None:
        """Leave out what an earlier bundle held."""
        self.earlier = earlier
        self._earlier.setText(tr("What {name} did not hold", name=isolate(earlier.name)))

    def _follow(self) -> None:
        self._accept.setEnabled(bool(self.annotators))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    return label
