"""A bar of how many marks were kept, changed, rejected and missed: told apart by patterns, and said in numbers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.services.feedback import Outcome
from annotator.ui.feedback.words import ROLES, outcome_words
from annotator.ui.i18n import listed, tr
from annotator.ui.theme import themes

HEIGHT_PX = 12
LEAST_PX = 4.0
"""Pixels of a part that is there at all."""
_PATTERNS: dict[Outcome, Qt.BrushStyle] = {
    "kept": Qt.BrushStyle.SolidPattern,
    "changed": Qt.BrushStyle.BDiagPattern,
    "rejected": Qt.BrushStyle.VerPattern,
    "missed": Qt.BrushStyle.Dense4Pattern,
}
ORDER: Sequence[Outcome] = ("kept", "changed", "rejected", "missed")


class OutcomeBar(QWidget):
    """The parts from where reading begins; its name tells all numbers."""

    accessible_role = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Outcome, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[Outcome, int]) -> None:
        """Show these numbers."""
        self._counts = counts
        self.setAccessibleName(
            listed(tr("{what}: {n}", what=outcome_words(one), n=counts.get(one, 0)) for one in ORDER)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, whole = themes().theme, sum(self._counts.values())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("outline"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            x = 1.0
            room = self.width() - 2.0
            painter.setPen(Qt.PenStyle.NoPen)
            for one in ORDER:
                if not whole or not self._counts.get(one):
                    continue
                wide = min(max(room * self._counts[one] / whole, LEAST_PX), room + 1 - x)
                left = self.width() - x - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
                painter.setBrush(QBrush(theme.color("outline" if one == "kept" else ROLES[one]), _PATTERNS[one]))
                painter.drawRect(QRectF(left, 1, wide, self.height() - 2))
                x += wide
