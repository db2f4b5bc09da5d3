"""Two buttons beside what is proposed in the article: take it (✓), or refuse it (✗)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from annotator.ui.article.connectors import Sight
from annotator.ui.i18n import tip, tr

if TYPE_CHECKING:
    from annotator.domain.span import Parts
    from annotator.ui.article.view import ArticleView

GAP_PX = 10
"""Pixels between the column of text and the buttons beside it, or between a line and those below it."""


class AnswerBox(QFrame):
    """Lies over the margin of the article, beside the last line of what is proposed that is in sight.

    Where the margin is too narrow it lies below that line. It takes no focus, so the keys stay the article's.
    """

    def __init__(self, article: "ArticleView", take: Callable[[], object], refuse: Callable[[], object]) -> None:
        super().__init__(article.viewport())
        self.setObjectName("answer_box")
        self._article = article
        self._parts: Parts | None = None
        self.take, self.refuse = QToolButton(), QToolButton()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button, sign, do in ((self.take, "✓", take), (self.refuse, "✗", refuse)):
            button.setText(sign)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(do)
            line.addWidget(button)
        self.take.setObjectName("answer_take")
        self.refuse.setObjectName("answer_refuse")
        self._say()
        self.hide()
        article.viewport().installEventFilter(self)
        article.verticalScrollBar().valueChanged.connect(self._place)
        article.column_changed.connect(self._place)

    def end(self) -> None:
        """Go away; the project is being closed."""
        self._article.viewport().removeEventFilter(self)
        self._article.verticalScrollBar().valueChanged.disconnect(self._place)
        self._article.column_changed.disconnect(self._place)
        self.hide()
        self.deleteLater()

    def show_for(self, parts: "Parts | None") -> None:
        """Stand beside these parts of the text; None: nowhere."""
        self._parts = parts
        self._place()

    def _place(self) -> None:
        seen = Sight(self._article).stretches(self._parts) if self._parts is not None else []
        self.setVisible(bool(seen))
        if not seen:
            return
        self.adjustSize()
        last = max(seen, key=lambda item: item.line)
        left, width = self._article.column_left, self._article.page.width
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = left - GAP_PX - self.width() if mirrored else left + width + GAP_PX
        box = QRect(QPoint(round(x), round((last.head + last.foot - self.height()) / 2)), self.size())
        if not self._article.viewport().rect().adjusted(0, -box.height(), 0, box.height()).contains(box):
            side = last.left if mirrored else last.right - self.width()
            side = max(0.0, min(side, self._article.viewport().width() - self.width()))
            box.moveTopLeft(QPoint(round(side), round(last.foot + 2)))
        self.move(box.topLeft())
        self.raise_()

    def _say(self) -> None:
        self.take.setToolTip(tip(tr("Take it ({Enter})")))
        self.take.setAccessibleName(tr("Take it"))
        self.refuse.setToolTip(tip(tr("Refuse it")))
        self.refuse.setAccessibleName(tr("Refuse it"))

    # What Qt tells

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
