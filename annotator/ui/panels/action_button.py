"""A button in a page that does what an action does: it has its words, and is grey with it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from annotator.ui.actions import plain
from annotator.ui.i18n import literal


class ActionButton(QPushButton):
    """Follows its action, in every language."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setObjectName(action.objectName())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(literal(plain(self._action.text())))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
