"""The two pages of the room of publishing, and the choice between them that stands in the head."""

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.i18n import Phrase, phrase, tr
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.segments import Segments

Tab = Literal["export", "networks"]
TITLES: Mapping[Tab, Phrase] = {"export": phrase("Export"), "networks": phrase("Networks")}


class RoomTabs(QWidget):
    """Names the pages in the language of the window, and is no larger than their names."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = Segments([(key, title()) for key, title in TITLES.items()], "export")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignCenter)
        self._say()

    def _say(self) -> None:
        self.pages.setAccessibleName(tr("Publish"))
        for key, title in TITLES.items():
            self.pages.button(key).setText(title())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class PublishRoom(PageStack):
    """Shows one of the pages, each made when it is first turned to."""

    def __init__(self, pages: Mapping[Tab, Callable[[], QWidget]]) -> None:
        super().__init__()
        self.setObjectName("publish_room")
        self._pages = pages
        self.tab: Tab = "export"
        self.tabs = RoomTabs()

    def turn(self, tab: Tab) -> None:
        """Show a page; whoever asked for it begins to work there."""
        self.tab = tab
        self.tabs.pages.set_current(tab)
        page = self._pages[tab]()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
