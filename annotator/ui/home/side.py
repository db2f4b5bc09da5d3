"""The pane beside the table of articles: what to do next, how far the team is, and what concerns the whole project."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.services.overview import NextStep, TeamLine
from annotator.ui.actions import ActionRegistry
from annotator.ui.home.lately import Lately
from annotator.ui.i18n import MOST_SHOWN, Phrase, isolate, listed, literal, ltr, phrase, tip, tr, tr_n, ui_direction
from annotator.ui.panels.action_button import ActionButton
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import draw_line, leading
from annotator.ui.reader_looks import reader_looks
from annotator.ui.theme import themes
from annotator.visible import clipped

if TYPE_CHECKING:
    from annotator.store.documents import DocumentSummary

WIDTH_PX = 300
LINE_PX = 250
RING_PX = 10
"""Pixels of the pane, of a line of foreign text in it (what is longer is told by dots), and beside a button's words."""
NAME_PX, TOLD_PX = 84, 84
"""Pixels of a name and of the figures beside its bar."""
GROUPS: tuple[tuple[Phrase, tuple[str, ...]], ...] = (
    (phrase("Bring in"), ("file.import", "file.import_actors")),
    (phrase("Look through"), ("edit.find_in_project", "edit.statements", "view.actors", "view.statements")),
    (phrase("Give out"), ("file.export", "file.export_actors", "file.save_copy")),
    (phrase("Keep in order"), ("annotate.scheme", "file.check")),
)
"""The actions that concern the whole project: their ids, under a heading."""


class SidePane(QScrollArea):
    """Widgets alone: the feature says what they show."""

    article_asked = Signal(str)
    """Go on with this document."""
    step_asked = Signal(object)
    """A `NextStep` that the person wants to take."""

    def __init__(self, registry: ActionRegistry) -> None:
        super().__init__()
        self.setObjectName("home_side")
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.far, self.path = QLabel(), QLabel(), QLabel()
        self._next_id = ""
        self.next = QPushButton()
        self.next.setObjectName("home_next")
        self.next.setProperty("primary", True)
        self.next.clicked.connect(self._go_on)
        self._reads = True
        """Somebody reads here: articles are mine, or I have begun one."""
        self._first_step: NextStep | None = None
        self._what_next, self._team_title, self._blind = QLabel(), QLabel(), QLabel()
        self.steps = QVBoxLayout()
        self.team = TeamBars()
        self.lately = Lately()
        self._headings = [QLabel() for _ in GROUPS]
        self.buttons = [ActionButton(registry.action(action_id)) for _, ids in GROUPS for action_id in ids]
        self._give_roles()
        self._build()

    def _give_roles(self) -> None:
        self.name.setProperty("role", "title")
        for caption in (self._what_next, self._team_title, *self._headings):
            caption.setProperty("role", "caption")
        for dim in (self.far, self.path, self._blind):
            dim.setProperty("role", "dim")
            dim.setWordWrap(True)

    def _build(self) -> None:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(18, 18, 18, 18)
        lines.setSpacing(8)
        for widget in (self.name, self.path, self.far):
            lines.addWidget(widget)
        lines.addSpacing(8)
        lines.addWidget(self._what_next)
        lines.addWidget(self.next)
        lines.addLayout(self.steps)
        lines.addSpacing(10)
        lines.addWidget(self._team_title)
        lines.addWidget(self.team)
        lines.addWidget(self._blind)
        lines.addSpacing(10)
        lines.addWidget(self.lately)
        lines.addSpacing(10)
        self._build_groups(lines)
        lines.addStretch(1)
        self.setWidget(page)

    def _build_groups(self, lines: QVBoxLayout) -> None:
        buttons = iter(self.buttons)
        for heading, (_, ids) in zip(self._headings, GROUPS, strict=True):
            lines.addWidget(heading)
            row = QWidget()
            flow = FlowLayout(row, spacing=6)
            flow.setContentsMargins(0, 0, 0, 0)
            for _ in ids:
                flow.addWidget(next(buttons))
            lines.addWidget(row)

    def show_project(self, path: Path, articles: Sequence["DocumentSummary"], mine: frozenset[str]) -> None:
        """Show this project as it is now; the statuses of `articles` are mine, as are those assigned to me."""
        counts = Counter(one.status for one in articles)
        self.name.setText(leading(isolate(_fitted(self.name, path.stem))))
        self.path.setText(leading(ltr(_fitted(self.path, str(path)))))
        told = listed(
            [
                tr_n("{n} done", counts["done"]) if counts["done"] else "",
                tr_n("{n} in progress", counts["doing"]) if counts["doing"] else "",
                tr_n("{n} not begun", counts["todo"]) if counts["todo"] else "",
            ]
        )
        self.far.setText(leading(": ".join(filter(None, (tr_n("{n} articles", len(articles)), told)))))
        self._offer_next(articles, mine)
        self._say()

    def _offer_next(self, articles: Sequence["DocumentSummary"], mine: frozenset[str]) -> None:
        # What is mine comes first, and of that what was begun.
        self._reads = bool(mine) or any(one.status != "todo" for one in articles)
        given = [one for one in articles if one.id in mine] or articles
        following = sorted((one for one in given if one.status != "done"), key=lambda one: one.status != "doing")
        if self._reads:
            self._first_step = None
        self.next.setVisible(bool(following) or self._first_step is not None)
        if following and self._first_step is None:
            self._next_id = following[0].id
            # The ring of the focus stands inside the button.
            room = LINE_PX - 2 * RING_PX - self.next.fontMetrics().horizontalAdvance(tr("Go on with {title}", title=""))
            title = _fitted(self.next, following[0].title, room)
            self.next.setText(literal(tr("Go on with {title}", title=title)))

    def show_team(self, team: Sequence[TeamLine], steps: Iterable[NextStep], *, is_blind: bool) -> None:
        """Show how far everybody is, and what else waits."""
        self.team.show_team(team)
        self._team_title.setVisible(bool(team))
        self._blind.setText(tr("Read blind: others’ marks show once one’s own reading is done.") if is_blind else "")
        self._blind.setVisible(is_blind)
        while (item := self.steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        waiting = [step for step in steps if step.kind != "read"]
        # Who reads nothing here is the one for whom the readings of others wait.
        self._first_step = waiting.pop(0) if waiting and not self._reads else None
        if self._first_step is not None:
            self.next.setText(literal(_step_words(self._first_step)))
            self.next.show()
        elif team and not self._reads:
            # All that others read is reviewed.
            self.next.hide()
        for step in waiting:
            self.steps.addWidget(self._step(step))

    def _go_on(self) -> None:
        if self._first_step is not None:
            self.step_asked.emit(self._first_step)
        else:
            self.article_asked.emit(self._next_id)

    def _step(self, step: NextStep) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"home_{step.kind}")
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(literal(_step_words(step)))
        button.clicked.connect(lambda: self.step_asked.emit(step))
        return button

    def _say(self) -> None:
        self._what_next.setText(tr("What next?"))
        self._team_title.setText(tr("The team: readings done"))
        for heading, (title, _) in zip(self._headings, GROUPS, strict=True):
            heading.setText(title())


def _step_words(step: NextStep) -> str:
    if step.kind == "review":
        return tr_n("{n} articles to review", step.count)
    return tr_n("{n} open comments", step.count)


class TeamBars(QWidget):
    """A bar for each reader: what is done, then what is begun, hatched, of all that is theirs."""

    def __init__(self) -> None:
        super().__init__()
        self._team: Sequence[TeamLine] = ()
        self.setObjectName("home_team")

    def show_team(self, team: Sequence[TeamLine]) -> None:
        """Show these readers."""
        self._team = team
        self.setAccessibleName(tr("The team: readings done"))
        self.setAccessibleDescription(". ".join(map(_progress_told, team)))
        self.setToolTip(tip("\n".join(map(_progress_told, team))))
        self.updateGeometry()
        self.update()

    def _row_px(self) -> int:
        return QFontMetrics(self.font()).height() + 8

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX - 40, self._row_px() * len(self._team))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        looks = reader_looks(one.annotator for one in self._team)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, one in enumerate(self._team):
                box = QRectF(0, place * self._row_px(), self.width(), self._row_px())
                self._paint(painter, box, one, looks[one.annotator].sign)

    def _paint(self, painter: QPainter, box: QRectF, one: TeamLine, sign: str) -> None:
        theme, side = themes().theme, ui_direction()
        is_rtl = side == "rtl"
        name = QRectF(box.right() - NAME_PX if is_rtl else box.left(), box.top(), NAME_PX, box.height())
        told = QRectF(box.left() if is_rtl else box.right() - TOLD_PX, box.top(), TOLD_PX, box.height())
        bar = QRectF(told.right() + 8 if is_rtl else name.right() + 8, box.center().y() - 3, 0, 6)
        bar.setRight(name.left() - 8 if is_rtl else told.left() - 8)
        draw_line(painter, name, f"{sign} {isolate(one.annotator)}", self.font(), theme.color("ink"), side)
        figures = tr("{done} of {all}", done=one.done, all=one.total)
        draw_line(painter, told, figures, self.font(), theme.color("dim"), side, "ltr" if is_rtl else "rtl")
        painter.fillRect(bar, theme.color("line"))
        x = 0.0
        for count, brush in ((one.done, Qt.BrushStyle.SolidPattern), (one.begun, Qt.BrushStyle.BDiagPattern)):
            width = bar.width() * count / one.total if one.total else 0.0
            left = bar.right() - x - width if is_rtl else bar.left() + x
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            brush_of = painter.brush()
            brush_of.setColor(theme.color("accent"))
            painter.fillRect(QRectF(left, bar.top(), width, bar.height()), brush_of)
            x += width


def _progress_told(one: TeamLine) -> str:
    told = tr("{who}: {done} of {all} done", who=one.annotator, done=one.done, all=one.total)
    return f"{told}, {tr_n('{n} in progress', one.begun)}" if one.begun else told


def _fitted(widget: QWidget, text: str, room: int = LINE_PX) -> str:
    """The text as far as it finds room (pixels) on a line of the widget."""
    return widget.fontMetrics().elidedText(clipped(text, MOST_SHOWN), Qt.TextElideMode.ElideMiddle, room)
