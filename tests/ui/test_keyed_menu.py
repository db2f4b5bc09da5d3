from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStyleOptionMenuItem
from pytestqt.qtbot import QtBot

from annotator.ui.keyed_menu import KeyedMenu


def test_keys_are_isolated_from_the_direction_of_their_title(qtbot: QtBot) -> None:
    menu = KeyedMenu()
    qtbot.addWidget(menu)
    plain, keyed = QAction("تقديم", menu), QAction("تأخير", menu)
    keyed.setShortcut("Ctrl+Shift+[")
    menu.addActions([plain, keyed])
    said = []
    for action in menu.actions():
        option = QStyleOptionMenuItem()
        menu.initStyleOption(option, action)
        said.append(option.text)
    assert said == ["تقديم", "تأخير\t\u2066Ctrl+Shift+[\u2069"]
