"""The bar below the table of articles: what can be done with those that are chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton

from annotator.ui.i18n import isolate, literal, tip, tr, tr_n
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.panels.document_list import status_title
from annotator.ui.panels.flow import FlowLayout


class BulkBar(QFrame):
    """Buttons alone, shown while articles are ticked; `asked` carries the deed, `status_asked` a status."""

    asked = Signal(str)
    """One of: assign, tie, export, share, remove, none (choose nothing)."""
    status_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("home_bulk")
        self.setProperty("card", True)
        self.count = QLabel()
        self.count.setProperty("role", "title")
        self.buttons = {key: self._button(key) for key in ("assign", "status", "tie", "export", "share", "remove")}
        self.buttons["none"] = self._button("none")
        self._statuses = KeyedMenu(self)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.buttons["none"].setProperty("flat", True)
        self.buttons["status"].setMenu(self._statuses)
        self.buttons["status"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        flow = FlowLayout(self, spacing=8)
        flow.setContentsMargins(14, 8, 14, 8)
        for widget in (self.count, *self.buttons.values()):
            flow.addWidget(widget)

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"home_{key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if key != "status":
            button.clicked.connect(lambda: self.asked.emit(key))
        return button

    def show_count(self, count: int, *, writable: bool) -> None:
        """Tell how many articles are chosen; hide where none are."""
        self.count.setText(tr_n("{n} articles chosen", count))
        for key in ("assign", "status", "tie", "remove"):
            self.buttons[key].setEnabled(writable)
        self.setVisible(count > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("What to do with the chosen articles"))
        for key, title, says in (
            ("assign", tr("Assign…"), tr("Give them to people to read or to review")),
            ("status", tr("My status") + " ▾", tr("Say how far I am with them")),
            ("tie", tr("Break ties"), tr("Give those with undecided differences to people who have not read them")),
            ("export", tr("Export…"), tr("Write a dataset of these articles alone")),
            ("share", tr("Bundle…"), tr("Write a bundle of these articles, my work on them and who is to read them")),
            ("remove", tr("Remove"), tr("Take them out of the project, with everyone’s marks; undo brings them back")),
            ("none", "✕", tr("Choose none")),
        ):
            self.buttons[key].setText(literal(title))
            self.buttons[key].setToolTip(tip(says))
            self.buttons[key].setAccessibleName(tr("Choose none") if key == "none" else isolate(title.rstrip("▾ ")))
        self._statuses.clear()
        for status in ("todo", "doing", "done"):
            action = self._statuses.addAction(literal(status_title(status)))
            action.triggered.connect(lambda _=False, status=status: self.status_asked.emit(status))
