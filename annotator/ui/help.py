"""The short guide, in the window's language, in a window of its own that may stay open beside the work."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator import resources
from annotator.ui.i18n import language, tr
from annotator.ui.interface_size import px
from annotator.ui.languages import DEFAULT
from annotator.ui.panels.markdown_page import MarkdownPage
from annotator.ui.screen import fit_to_screen


class Guide(QDialog):
    """Shows `resources/help/<language>.md`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setModal(False)
        fit_to_screen(self, QSize(px(620), px(680)))
        self.page = MarkdownPage()
        self.page.document().setDocumentMargin(24)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.page)
        self._read()

    def open(self) -> None:
        """Show it, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._read()
        super().changeEvent(event)

    def _read(self) -> None:
        self.setWindowTitle(tr("Guide"))
        self.page.setAccessibleName(tr("Guide"))
        code = next(code for code in (language(), DEFAULT) if resources.path("help", f"{code}.md").exists())
        self.page.show_text(resources.path("help", f"{code}.md").read_text(encoding="utf-8"), code)
