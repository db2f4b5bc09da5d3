"""The page of the project's search, in the place of the article: a tab for the texts, a tab for who said what."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout

from annotator.ui.cover_page import CoverPage
from annotator.ui.i18n import tr
from annotator.ui.icons import icon
from annotator.ui.panels.segments import Segments
from annotator.ui.searching.concordance import EDGE, Concordance
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.searching.statements import StatementsPane

TEXTS, STATEMENTS = "texts", "statements"


class SearchPage(CoverPage):
    """Both tabs under their names."""

    turned = Signal(str)
    """To this tab: TEXTS or STATEMENTS."""
    statements_wanted = Signal(object)
    statement_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("project_search")
        self.texts = Concordance()
        self._statements: StatementsPane | None = None
        self._tabs = Segments([(TEXTS, ""), (STATEMENTS, "")], TEXTS)
        self._dismiss = QToolButton()
        self._dismiss.setProperty("flat", True)
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.texts)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 10, EDGE - 6, 6)
        head.addWidget(self._tabs)
        head.addStretch()
        head.addWidget(self._dismiss)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(self._pages, 1)
        self._tabs.chosen.connect(self.turn)
        self._dismiss.clicked.connect(self.closed)
        themes().changed.connect(self._restyle)
        self._say()
        self._restyle()

    @property
    def statements(self) -> "StatementsPane":
        """Return the pane of statements (source, claim, target); made when it is first looked at."""
        if self._statements is None:
            from annotator.ui.searching.statements import StatementsPane

            self._statements = StatementsPane()
            self._statements.wanted.connect(self.statements_wanted)
            self._statements.opened.connect(self.statement_opened)
            self._pages.addWidget(self._statements)
        return self._statements

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return TEXTS if self._pages.currentWidget() is self.texts else STATEMENTS

    def turn(self, tab: str) -> None:
        """Open a tab."""
        self._tabs.set_current(tab)
        self._pages.setCurrentWidget(self.texts if tab == TEXTS else self.statements)
        self.turned.emit(tab)

    def _say(self) -> None:
        self.setAccessibleName(tr("Search the project"))
        self._tabs.setAccessibleName(tr("Search the project"))
        for key, title in ((TEXTS, tr("In the texts")), (STATEMENTS, tr("Who said what"))):
            self._tabs.button(key).setText(title)
            self._tabs.button(key).setAccessibleName(title)
        self._dismiss.setToolTip(tr("Back to the article ({Esc})"))
        self._dismiss.setAccessibleName(tr("Back to the article"))

    def _restyle(self) -> None:
        self._dismiss.setIcon(icon("close"))

    # What Qt tells

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
