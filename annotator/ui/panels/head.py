"""The bar at the head of the window: the project's name, its rooms, what the room puts in the middle, and the tools."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.domain.scheme import Label
from annotator.ui.actions import ActionRegistry
from annotator.ui.i18n import isolate, tr
from annotator.ui.interface_size import px
from annotator.ui.page_stack import PageStack
from annotator.ui.panels.label_bar import LabelBar
from annotator.ui.panels.painting import leading
from annotator.ui.panels.room_bar import RoomBar

MIN_NAME_PX = 64
"""Pixels that the project's name keeps."""


class Bar(QToolBar):
    """A toolbar whose buttons Tab stops at; Qt leaves them to the mouse."""

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        # A line between the buttons is of a class of Qt's own: to name it, PySide would make all classes of widgets.
        if event.type() != QEvent.Type.ActionAdded or event.action().isSeparator():
            return
        button = self.widgetForAction(event.action())
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Head(QFrame):
    """Three columns; the outer two are equally wide, so that the labels stand in the middle where there is room."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setAutoFillBackground(True)
        self.project = QLabel()
        self.project.setProperty("role", "title")
        self.project.setTextFormat(Qt.TextFormat.PlainText)
        self.project.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rooms = RoomBar()
        self.labels = LabelBar()
        self._nothing = QWidget()
        self._middle = PageStack()
        for middle in (self._nothing, self.labels):
            self._middle.addWidget(middle)
        self.bar = Bar()
        self.bar.setObjectName("toolbar")
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        # A scheme of many labels takes what room there is; the tools keep theirs.
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        registry.build_toolbar(self.bar)
        row = QGridLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addLayout(self._first_column(), 0, 0)
        row.addWidget(self._middle, 0, 1)
        row.addWidget(self.bar, 0, 2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(2, 1)
        self._name = ""
        self.retranslate()

    def _first_column(self) -> QHBoxLayout:
        column = QHBoxLayout()
        column.setSpacing(8)
        # The name takes what the rooms leave, and no more than it fills.
        column.addWidget(self.project, 1000)
        column.addWidget(self.rooms)
        column.addStretch(1)
        return column

    def show_middle(self, middle: QWidget | None) -> None:
        """Put what belongs to the room in sight into the middle; None leaves it free."""
        shown = middle or self._nothing
        if self._middle.indexOf(shown) < 0:
            self._middle.addWidget(shown)
        self._middle.setCurrentWidget(shown)

    def set_project(self, name: str, labels: list[tuple[Label, QAction]]) -> None:
        """Show this project's name and labels; an empty name says that none is open."""
        self._name = name
        self.labels.set_labels(labels)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.project.setText(leading(isolate(self._name) if self._name else tr("Musnad")))
        self.project.setMinimumWidth(px(MIN_NAME_PX))
        self.project.setMaximumWidth(max(px(MIN_NAME_PX), self.project.sizeHint().width()))
        self.rooms.retranslate()
        self.labels.retranslate()
        self.bar.setAccessibleName(tr("Tools"))
        self.labels.setAccessibleName(tr("Labels"))
