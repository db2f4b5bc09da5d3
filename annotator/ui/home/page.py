"""The page of the project's room: all articles in a table, what to do with those chosen, and what to do next."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from annotator.services.overview import Overview, next_steps
from annotator.ui.actions import ActionRegistry
from annotator.ui.home.arranging import Order, arranged
from annotator.ui.home.bulk import BulkBar
from annotator.ui.home.filters import FilterBar
from annotator.ui.home.side import SidePane
from annotator.ui.home.table import HomeTable
from annotator.ui.i18n import tr

if TYPE_CHECKING:
    from annotator.services.comparing import Standing
    from annotator.store.documents import DocumentSummary


class HomePage(QFrame):
    """Widgets alone: the feature says what they show."""

    standings_wanted = Signal(bool)
    """Rows that are in sight (or, if true, all) want to say how far their readers agree."""

    def __init__(self, registry: ActionRegistry) -> None:
        super().__init__()
        self.setObjectName("home")
        self.filters, self.table, self.bulk = FilterBar(), HomeTable(), BulkBar()
        self.side = SidePane(registry)
        self.next, self.buttons, self._far = self.side.next, self.side.buttons, self.side.far
        self._empty = QLabel()
        self._found: Overview | None = None
        self._standings: dict[str, Standing] = {}
        self._is_writable = True
        self._shown: tuple[Path, Sequence[DocumentSummary], frozenset[str]] | None = None
        self._build()
        self.filters.changed.connect(self._arrange)
        self.table.sorted.connect(self._sort)
        self.table.scrolled.connect(lambda: self.standings_wanted.emit(False))
        self.table.rows.ticks_changed.connect(self._show_ticks)

    def _build(self) -> None:
        self._empty.setProperty("role", "dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.bulk)
        column.addLayout(foot)
        self._stand_beside(column)

    def _stand_beside(self, column: QVBoxLayout) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(column, 1)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedWidth(1)
        across.addWidget(line)
        across.addWidget(self.side)

    # What is shown

    def show_project(self, path: Path, articles: Sequence["DocumentSummary"], mine: frozenset[str]) -> None:
        """Show this project as it is now; the statuses of `articles` are mine, as are those assigned to me."""
        self._shown = path, articles, mine
        self.side.show_project(path, articles, mine)
        self._say()

    def show_overview(self, found: Overview, standings: "Mapping[str, Standing]", *, writable: bool) -> None:
        """Show the articles in the table, as far as the filters let them through, and how far the team is."""
        self._found, self._is_writable = found, writable
        self._standings = dict(standings)
        self.table.rows.standings = self._standings
        self.table.rows.show_readers(found)
        here = {line.id for line in found.lines}
        self.table.rows.tick(self.table.rows.ticked - here, on=False)
        self.filters.offer(found, self.table.rows.columns)
        self._arrange()
        self._show_steps()
        self._show_ticks()

    def show_standings(self, standings: "Mapping[str, Standing]") -> None:
        """Show how far the readers of these articles agree."""
        self._standings |= standings
        if self.filters.order.needs_standings or self.filters.wanted.undecided:
            self._arrange()
        self.table.rows.repaint_rows()
        self._show_steps()

    def lacking(self, *, everywhere: bool) -> list[str]:
        """Return the articles in sight (or everywhere) whose readers are not compared yet."""
        lines = self.table.in_sight() if not everywhere else () if self._found is None else self._found.lines
        return [line.id for line in lines if line.compared and line.id not in self._standings]

    @property
    def needs_all_standings(self) -> bool:
        """Return whether a filter or the order rests on how far the readers of every article agree."""
        return self.filters.order.needs_standings or self.filters.wanted.undecided

    def _arrange(self) -> None:
        if self._found is None:
            return
        if self.needs_all_standings:
            self.standings_wanted.emit(True)
        kept = None if self.table.current is None else self.table.current.id
        order = self.filters.order
        lines = arranged(self._found.lines, self.filters.wanted, order, self._standings, self._found.annotator)
        self.table.rows.show_lines(lines)
        self.table.show_order(order)
        self.table.go_to(kept)
        self.filters.show_count(len(lines), len(self._found.lines))
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self.standings_wanted.emit(False)

    def _sort(self, order: Order) -> None:
        self.filters.show_order(order)
        self._arrange()

    def _show_steps(self) -> None:
        if self._found is not None:
            settled = [one for one, standing in self._standings.items() if not standing.undecided]
            self.side.show_team(self._found.team, next_steps(self._found, settled), is_blind=self._found.is_blind)

    def _show_ticks(self) -> None:
        self.bulk.show_count(len(self.table.rows.ticked), writable=self._is_writable)

    def begin(self) -> None:
        """Put the focus where work begins."""
        first = self.next if self.next.isVisible() else self.buttons[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self) -> None:
        self.setAccessibleName(tr("Project"))
        self.table.setAccessibleName(tr("Articles"))
        self._empty.setText(tr("No article is like that."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.show_project(*self._shown)
            self.side.lately.retranslate()
            self.filters.retranslate()
            self._show_ticks()
            self._show_steps()
            self._arrange()
        super().changeEvent(event)
