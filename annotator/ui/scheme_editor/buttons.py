"""The buttons of the scheme editor: above, what is done to parts of a scheme; below, what is done to the whole."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from annotator.ui.i18n import tr

PARTS = ("label", "relation", "frame", "attribute", "up", "down", "remove")
FILES = ("import", "export")
END = ("back", "apply", "close")


class Buttons(dict[str, QPushButton]):
    """By their names; `scheme.<name>` is the objectName."""

    def __init__(self) -> None:
        super().__init__()
        for name in (*PARTS, *FILES, *END):
            button = QPushButton()
            button.setObjectName(f"scheme.{name}")
            button.setAutoDefault(False)
            self[name] = button
        self["apply"].setProperty("primary", True)

    def row(self, *names: str, end: tuple[str, ...] = ()) -> QHBoxLayout:
        """These side by side, and the others at the end of the row."""
        row = QHBoxLayout()
        for name in names:
            row.addWidget(self[name])
        row.addStretch(1)
        for name in end:
            row.addWidget(self[name])
        return row

    def enable(self, possible: bool, *names: str) -> None:
        """Say whether these can be used now."""
        for name in names:
            self[name].setEnabled(possible)

    def retranslate(self) -> None:
        """Name them in the language of the window."""
        titles = {
            "label": tr("Add label"),
            "relation": tr("Add relation"),
            "frame": tr("Add frame"),
            "attribute": tr("Add attribute"),
            "up": tr("Move up"),
            "down": tr("Move down"),
            "remove": tr("Remove"),
            "import": tr("Open file…"),
            "export": tr("Save as file…"),
            "back": tr("Back"),
            "apply": tr("Apply"),
            "close": tr("Close"),
        }
        for name, title in titles.items():
            self[name].setText(title)
