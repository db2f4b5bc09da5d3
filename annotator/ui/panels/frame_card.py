"""The selected claim as rows, one for each role: who plays it, and a place to say who does. A row never moves."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationType, Scheme
from annotator.domain.span import Span
from annotator.ui.i18n import language
from annotator.ui.panels.role_chip import RoleChip
from annotator.ui.panels.role_row import Link, RoleRow, title_of
from annotator.ui.readings import reading_order
from annotator.ui.session import Session
from annotator.ui.theme import themes

WIDEST_TITLE_PX = 90


def heads_frame(scheme: Scheme, span: Span) -> bool:
    """Return whether a mark is read as a frame."""
    return any(frame.head == span.label for frame in scheme.frames)


def links_of(scheme: Scheme, span: Span, relations: Iterable[Relation], marks: Mapping[str, Span]) -> list[Link]:
    """Return the links that a mark sends out to some of these marks, in the order of the scheme."""
    sent = [item for item in relations if item.from_id == span.id and item.to_id in marks]
    return [Link(item, marks[item.to_id]) for kind in scheme.relations for item in sent if item.label == kind.key]


def roles_played(session: Session, span: Span) -> list[tuple[str, list[Span]]]:
    """Return the relations that lead to a mark: each kind in the scheme's order with the marks it comes from."""
    marks = session.marks_by_id
    return [
        (kind.key, sorted({one.id: one for one in found}.values(), key=reading_order))
        for kind in session.scheme.relations
        if (
            found := [
                marks[link.from_id]
                for link in session.relations
                if link.label == kind.key and link.to_id == span.id and link.from_id in marks
            ]
        )
    ]


class FrameCard(QWidget):
    """Shows one frame; a chip's signal says what is to become of its link."""

    mark_chosen = Signal(str)
    role_asked = Signal(str, str)
    link_removed = Signal(str)
    link_attribute_chosen = Signal(str, str, str)

    def __init__(self, session: Session, *, fixed: bool = False) -> None:
        """`fixed`: nothing in it may be changed, as in a project that is only read."""
        super().__init__()
        self._session = session
        self._fixed = fixed or session.project.read_only
        self._only_played = False
        self._shown: object = None
        self._shape: object = None
        self._rows: dict[str, RoleRow] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    @property
    def chips(self) -> dict[str, RoleChip]:
        """Return the chips by the id of their link."""
        return {
            link.relation.id: chip
            for row in self._rows.values()
            for link, chip in zip(row.links, row.chips, strict=True)
        }

    def show_frame(self, span: Span) -> None:
        """Show the frame of this mark of mine as it is now; what is shown already stays, and with it the focus."""
        session = self._session
        self._show(span, links_of(session.scheme, span, session.relations, session.marks_by_id))

    def show_links(self, span: Span, links: list[Link]) -> None:
        """Show a mark with these links, which need not be stored: only the roles that somebody plays."""
        self._only_played = True
        self._show(span, links)

    def _show(self, span: Span, links: list[Link]) -> None:
        shown = (span, links, language(), themes().theme.name)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((place for place, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        self._show_roles(span, links)
        chips = list(self.chips.values())
        if focused is not None and chips:
            chips[min(focused, len(chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_roles(self, span: Span, links: list[Link]) -> None:
        by_role: dict[str, list[Link]] = {}
        for link in links:
            by_role.setdefault(link.relation.label, []).append(link)
        kinds = [kind for kind in self._kinds(span) if kind.key in by_role or self._has_place(span, kind)]
        shape = (kinds, language(), themes().theme.name)
        if shape != self._shape:
            self._shape = shape
            self._clear()
            self._build(kinds)
        for key, row in self._rows.items():
            row.show_links(by_role.get(key, []))

    def _clear(self) -> None:
        self._rows = {}
        while (item := self._lines.takeAt(0)) is not None:
            # The chip that was clicked has to outlive its own signal.
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self, kinds: list[RelationType]) -> None:
        metrics, height = QFontMetrics(self.font()), self._row_height()
        widest = max((metrics.horizontalAdvance(title_of(kind)) for kind in kinds), default=0)
        for kind in kinds:
            row = RoleRow(self._session, kind, min(widest + 2, WIDEST_TITLE_PX), fixed=self._fixed)
            row.setMinimumHeight(height)
            row.mark_chosen.connect(self.mark_chosen)
            row.role_asked.connect(self.role_asked)
            row.link_removed.connect(self.link_removed)
            row.link_attribute_chosen.connect(self.link_attribute_chosen)
            self._rows[kind.key] = row
            self._lines.addWidget(row)

    def _row_height(self) -> int:
        """The height of a row in pixels, whoever plays the role: that of a chip."""
        style = themes().theme.mark_style(self._session.scheme.labels[0])
        return RoleChip("", "", self._session.direction, style).sizeHint().height()

    def _kinds(self, span: Span) -> list[RelationType]:
        return [kind for kind in self._session.scheme.relations if span.label in kind.from_]

    def _has_place(self, span: Span, kind: RelationType) -> bool:
        """Return whether a role has a row though nobody plays it."""
        if self._only_played:
            return False
        frame = next(item for item in self._session.scheme.frames if item.head == span.label)
        return kind.key in frame.roles or kind.depth is not None
