"""A menu whose keys keep their order and their shape where its titles are Arabic."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.ui.i18n import ltr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionMenuItem


class KeyedMenu(QMenu):
    """Isolates the keys beside each title: in a right-to-left line, Qt would draw Ctrl+[ as ]+Ctrl."""

    def initStyleOption(self, option: "QStyleOptionMenuItem", action: QAction) -> None:
        super().initStyleOption(option, action)
        title, tab, keys = option.text.partition("\t")
        if tab:
            option.text = f"{title}\t{ltr(keys)}"
