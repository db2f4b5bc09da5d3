"""The page of the project's room: my progress, the next article, and the actions that concern the whole project."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.actions import ActionRegistry
from annotator.ui.i18n import MOST_SHOWN, Phrase, isolate, listed, literal, ltr, phrase, tr, tr_n
from annotator.ui.panels.action_button import ActionButton
from annotator.ui.panels.painting import leading
from annotator.visible import clipped

if TYPE_CHECKING:
    from annotator.store.documents import DocumentSummary

WIDTH_PX = 640
LINE_PX = 480
RING_PX = 10
"""Pixels of the page, of a line of foreign text in it (what is longer is told by dots), and beside a button's words."""
GROUPS: tuple[tuple[Phrase, tuple[str, ...]], ...] = (
    (phrase("Bring in"), ("file.import", "file.import_actors")),
    (phrase("Look through"), ("edit.find_in_project", "edit.statements", "view.actors")),
    (phrase("Give out"), ("file.export", "file.export_actors", "file.save_copy")),
    (phrase("Keep in order"), ("annotate.scheme", "file.check")),
)
"""The actions that concern the whole project: their ids, under a heading."""


class HomePage(QScrollArea):
    """Widgets alone: the feature says what they show."""

    article_asked = Signal(str)
    """Go on with this document."""

    def __init__(self, registry: ActionRegistry) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name, self._far, self._path = QLabel(), QLabel(), QLabel()
        self._name.setProperty("role", "title")
        for dim in (self._far, self._path):
            dim.setProperty("role", "dim")
            dim.setWordWrap(True)
        for label in (self._name, self._far, self._path):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._next_id = ""
        self.next = QPushButton()
        self.next.setObjectName("home_next")
        self.next.setProperty("primary", True)
        self.next.clicked.connect(lambda: self.article_asked.emit(self._next_id))
        self._headings = [QLabel() for _ in GROUPS]
        self.buttons = [ActionButton(registry.action(action_id)) for _, ids in GROUPS for action_id in ids]
        self._shown: tuple[Path, Sequence[DocumentSummary]] | None = None
        self._build()

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDTH_PX)
        lines = QVBoxLayout(column)
        lines.setSpacing(8)
        for widget in (self._name, self._path, self._far):
            lines.addWidget(widget)
        lines.addSpacing(6)
        lines.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addSpacing(16)
        grid = QGridLayout()
        grid.setSpacing(8)
        buttons = iter(self.buttons)
        for place, (heading, (_, ids)) in enumerate(zip(self._headings, GROUPS, strict=True)):
            heading.setProperty("role", "caption")
            grid.addWidget(heading, place, 0)
            for across in range(len(ids)):
                grid.addWidget(next(buttons), place, across + 1)
        lines.addLayout(grid)
        lines.addStretch(1)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(28, 28, 28, 28)
        outer.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(page)

    def show_project(self, path: Path, articles: Sequence["DocumentSummary"]) -> None:
        """Show this project as it is now; the statuses of `articles` are mine."""
        self._shown = path, articles
        counts = Counter(one.status for one in articles)
        self._name.setText(leading(isolate(_fitted(self._name, path.stem))))
        self._path.setText(leading(ltr(_fitted(self._path, str(path)))))
        told = listed(
            [
                tr_n("{n} done", counts["done"]) if counts["done"] else "",
                tr_n("{n} in progress", counts["doing"]) if counts["doing"] else "",
                tr_n("{n} not begun", counts["todo"]) if counts["todo"] else "",
            ]
        )
        self._far.setText(leading(": ".join(filter(None, (tr_n("{n} articles", len(articles)), told)))))
        # What was begun comes first.
        following = sorted((one for one in articles if one.status != "done"), key=lambda one: one.status != "doing")
        self.next.setVisible(bool(following))
        if following:
            self._next_id = following[0].id
            title = _fitted(self.next, following[0].title)
            self.next.setText(literal(tr("Go on with {title}", title=title)))
            # The ring of the focus stands inside the button.
            self.next.setMinimumWidth(self.next.sizeHint().width() + 2 * RING_PX)
        self._say()

    def begin(self) -> None:
        """Put the focus where work begins."""
        first = self.next if self.next.isVisible() else self.buttons[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self) -> None:
        self.setAccessibleName(tr("Project"))
        for heading, (title, _) in zip(self._headings, GROUPS, strict=True):
            heading.setText(title())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.show_project(*self._shown)
        super().changeEvent(event)


def _fitted(widget: QWidget, text: str) -> str:
    """The text as far as it finds room on a line of the widget."""
    return widget.fontMetrics().elidedText(clipped(text, MOST_SHOWN), Qt.TextElideMode.ElideMiddle, LINE_PX)
