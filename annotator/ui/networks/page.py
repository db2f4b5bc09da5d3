"""The page of networks: a question, the network or its edges, the timeline below, the claims behind at the side."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.attribution import Attribution
from annotator.domain.scheme import Scheme
from annotator.domain.timeline import TimeStep
from annotator.services.discourse import Drawing
from annotator.ui.i18n import Phrase, listed, literal, number, phrase, tr, tr_n
from annotator.ui.networks.edge_rows import EdgeList
from annotator.ui.networks.geometry import Spot
from annotator.ui.networks.legend import NetworkLegend
from annotator.ui.networks.question import QuestionBar
from annotator.ui.networks.timeline_chart import HEIGHT_PX, TimelineChart
from annotator.ui.networks.view import PICTURE_SCALE, NetworkView
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segments import Segments
from annotator.ui.searching.statement_rows import StatementList
from annotator.ui.slices import Slices
from annotator.ui.theme import themes

SIDE_PX = 380
DRAWN, LISTED = "drawn", "listed"
SHARED: dict[str, Phrase] = {
    "copy_picture": phrase("Copy the picture"),
    "copy_table": phrase("Copy the edges as a table"),
    "save_picture": phrase("Save the picture…"),
    "export": phrase("Export the data…"),
}


class NetworkPage(QWidget):
    """Widgets alone: the controller reads and draws."""

    asked = Signal()
    """Another network is wanted."""
    node_opened = Signal(str)
    edge_opened = Signal(object)
    period_opened = Signal(object)
    claim_opened = Signal(object)
    share_wanted = Signal(str)
    """One of SHARED is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("network_page")
        self._drawn: Drawing | None = None
        self._picture: Slices | None = None
        self.question = QuestionBar()
        self.view, self.edges, self.timeline = NetworkView(), EdgeList(), TimelineChart()
        self.shape = Segments([(DRAWN, ""), (LISTED, "")], DRAWN)
        self.step = Segments([("day", ""), ("week", ""), ("month", "")], "month")
        self.share, self.legend = QToolButton(), NetworkLegend()
        self.state, self.count = QLabel(), QLabel()
        self.claims, self.claims_title, self.close_claims = StatementList(), QLabel(), QToolButton()
        self._stack, self._side = QStackedWidget(), QFrame()
        self._build_menu()
        self._build()
        self._connect()
        self.retranslate()

    # How it is built

    def _build(self) -> None:
        for label in (self.state, self.count):
            label.setProperty("role", "dim")
            label.setWordWrap(True)
        self._network, self._time = self._scrolled(self.view), self._scrolled(self.timeline)
        self._time.setFixedHeight(HEIGHT_PX + 14)
        self._stack.addWidget(self._network)
        self._stack.addWidget(self.edges)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(self._line(self.shape, self.legend, self.count, self.share))
        middle.addWidget(self._stack, 1)
        middle.addLayout(self._line(self.step, self.state))
        middle.addWidget(self._time)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(middle, 1)
        across.addWidget(self._built_side())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.question)
        lines.addLayout(across, 1)

    @staticmethod
    def _line(first: QWidget, *others: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(12)
        line.addWidget(first)
        for other in others:
            line.addWidget(other, 1 if isinstance(other, QLabel) else 0)
        return line

    @staticmethod
    def _scrolled(body: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        return area

    def _built_side(self) -> QFrame:
        self._side.setFixedWidth(SIDE_PX)
        self._side.hide()
        self.claims_title.setWordWrap(True)
        self.close_claims.setText("✕")
        self.close_claims.setProperty("flat", True)
        head = QHBoxLayout()
        head.addWidget(self.claims_title, 1)
        head.addWidget(self.close_claims, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self._side)
        lines.addLayout(head)
        lines.addWidget(self.claims, 1)
        return self._side

    def _build_menu(self) -> None:
        menu = QMenu(self.share)
        self._shared = {key: menu.addAction("", partial(self.share_wanted.emit, key)) for key in SHARED}
        self.share.setMenu(menu)
        self.share.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self) -> None:
        self.question.asked.connect(self.asked)
        self.step.chosen.connect(lambda _: self.asked.emit())
        self.shape.chosen.connect(self.turn)
        self.view.node_opened.connect(self.node_opened)
        self.view.edge_opened.connect(self.edge_opened)
        self.view.moved.connect(self._show_spot)
        self.view.whole_changed.connect(self._say)
        self.edges.opened.connect(self.edge_opened)
        self.timeline.opened.connect(self.period_opened)
        self.timeline.moved.connect(lambda x: self._time.ensureVisible(x, 0, 40, 0))
        self.claims.opened.connect(self.claim_opened)
        self.close_claims.clicked.connect(self.hide_claims)
        themes().changed.connect(self._restyle)

    # What it shows

    @property
    def time_step(self) -> TimeStep:
        """The step of the timeline that is asked for."""
        steps: tuple[TimeStep, ...] = ("day", "week", "month")
        return next((one for one in steps if self.step.button(one).isChecked()), "month")

    def turn(self, shape: str) -> None:
        """Show the network drawn, or its edges as a list."""
        self.shape.set_current(shape)
        self._stack.setCurrentWidget(self._network if shape == DRAWN else self.edges)

    def show_state(self, told: str) -> None:
        """Say what goes on, or why there is nothing to see; empty: what stands here is so."""
        self.state.setText(leading(told))

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show another network with its timeline."""
        self._drawn = drawn
        self.view.show_drawing(drawn)
        self.edges.show_drawing(drawn)
        self.timeline.show_timeline(drawn.timeline if drawn is not None else None)
        self.legend.show_drawing(drawn)
        self.share.setEnabled(drawn is not None and bool(drawn.all_edges))
        self._say()

    def _say(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        shown = len(set(drawn.nodes) & {end for edge in drawn.edges for end in (edge.start, edge.end)})
        told = tr_n("{n} nodes", drawn.all_nodes)
        if shown < drawn.all_nodes:
            told = tr("the strongest {n} of {nodes}", n=shown, nodes=told)
        self.count.setText(leading(listed([told, tr_n("{n} edges", len(drawn.all_edges))])))
        lost = [f"{Phrase(kind)()}: {number(count)}" for kind, count in drawn.lost.items()]
        undated = drawn.timeline.undated
        lost += [tr_n("{n} without a day", undated)] if undated else []
        if not drawn.all_edges:
            lost.insert(0, tr("There is nothing to draw."))
        told = tr("Not shown: {what}", what=lost) if lost else ""
        self.show_state(told if self.view.is_whole else tr("Drawing…"))

    def _show_spot(self, spot: Spot) -> None:
        self._network.ensureVisible(round(spot.x), round(spot.y), 60, 60)

    # The claims behind

    def show_claims(self, title: str, claims: Sequence[Attribution], scheme: Scheme) -> None:
        """List the claims behind a node, an edge or a period."""
        self.claims.rows.scheme = scheme
        self.claims.rows.set_rows(claims)
        self.claims_title.setText(leading(f"{title}\n{tr_n('{n} claims', len(claims))}"))
        self._side.show()
        self.claims.show_current(0 if claims else -1)
        self.claims.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_claims(self) -> None:
        """Put the list away, and go back to the network."""
        self._side.hide()
        back = self.view if self._stack.currentWidget() is self._network else self.edges
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_claims(self) -> bool:
        """Return whether claims are listed at the side."""
        return self._side.isVisible()

    def picture(self) -> QImage:
        """Return the network with its timeline below, as one picture."""
        image = self._empty_picture()
        for _ in self.view.picture_steps(image):
            pass
        image.setDevicePixelRatio(1)
        return image

    def begin_picture(self, done: Callable[[QImage], object]) -> None:
        """Paint the same between two answers of the window, and tell it when it is there; one at a time."""
        if self._picture is not None:
            self._picture.cancel()
        image = self._empty_picture()

        def end() -> None:
            self._picture = None
            self._say()
            image.setDevicePixelRatio(1)
            done(image)

        self._picture = None
        picture = Slices(self.view.picture_steps(image), end, self)
        if not picture.is_over:
            self._picture = picture
            self.show_state(tr("Drawing…"))

    def _empty_picture(self) -> QImage:
        """The timeline, with room above it for the network: one picture, for copying a great one takes long."""
        below = self.timeline.picture(PICTURE_SCALE)
        image = self.view.empty_picture(below.size())
        with QPainter(image) as painter:
            painter.drawImage(QPoint(0, self.view.height()), below)
        return image

    # What it says

    def _restyle(self) -> None:
        self.view.repaint_all()
        for widget in (self.timeline, self.legend, self.edges.viewport(), self.claims.viewport()):
            widget.update()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Networks"))
        self.view.setAccessibleName(tr("Network"))
        self.timeline.setAccessibleName(tr("Timeline"))
        self.edges.setAccessibleName(tr("Edges"))
        for key, title in ((DRAWN, tr("Drawing")), (LISTED, tr("List"))):
            self.shape.button(key).setText(title)
        for key, title in (("day", tr("by day")), ("week", tr("by week")), ("month", tr("by month"))):
            self.step.button(key).setText(title)
        self.shape.setAccessibleName(tr("Network"))
        self.step.setAccessibleName(tr("Timeline"))
        self.share.setText(literal(tr("Copy or save ▾")))
        for key, action in self._shared.items():
            action.setText(literal(SHARED[key]()))
        self.claims.setAccessibleName(tr("Claims behind it"))
        self.close_claims.setAccessibleName(tr("Close the claims"))
        self.question.retranslate()
        self.legend.update()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._side.isVisible():
            self.hide_claims()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
