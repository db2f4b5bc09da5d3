"""The overlay of one frame: its roles, proposals for it, and hint letters, over and under the letters of the text.

Nothing of it takes part in the layout of the text.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextOption

from annotator.domain.span import Parts
from annotator.ui.article.connectors import Point, Sight, Surface
from annotator.ui.article.marks import PageColors

ROUND = 5.0
"""Pixels by which a connector rounds its corners."""
DOT = 2.6
"""The radius of the dot where it leaves a mark."""
BADGE = 17
"""The height of a badge in pixels; it is at least as wide."""


class Joint(msgspec.Struct, frozen=True):
    """A mark that plays a role, or one that is proposed for it: hollow, with a dashed line around it."""

    parts: Parts
    color: QColor
    proposed: bool = False


class FrameBadge(msgspec.Struct, frozen=True):
    """A letter over a mark, by which it can be chosen."""

    letter: str
    parts: Parts
    color: QColor


class FrameOverlay(msgspec.Struct, frozen=True):
    """`head` are the parts of the mark whose roles these are; `lit` the ids of marks that stand out with it."""

    head: Parts
    color: QColor
    lit: frozenset[str] = frozenset()
    joints: tuple[Joint, ...] = ()
    badges: tuple[FrameBadge, ...] = ()

    def paint_behind(self, painter: QPainter, surface: Surface) -> None:
        """Paints the connectors: behind the letters, should one reach where a line runs."""
        sight = Sight(surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for lane, joint in enumerate(self.joints):
            corners = sight.connector(joint.parts, self.head, lane)
            color = joint.color if joint.proposed else self.color
            style = Qt.PenStyle.DashLine if joint.proposed else Qt.PenStyle.SolidLine
            if corners:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color, 1.4, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
                painter.drawPath(rounded(corners))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawEllipse(QPointF(*corners[0]), DOT, DOT)
            if joint.proposed:
                _outline(painter, sight, joint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_over(self, painter: QPainter, surface: Surface, colors: PageColors, font: QFont) -> None:
        """Paints the badges."""
        if not self.badges:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = QFont(font)
        bold.setPixelSize(round(BADGE * 0.72))
        bold.setBold(True)
        painter.setFont(bold)
        for badge, box in zip(self.badges, self.boxes(surface, bold), strict=True):
            painter.setPen(QPen(colors.page, 1.5))
            painter.setBrush(badge.color)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(colors.page)
            painter.drawText(box, badge.letter, QTextOption(Qt.AlignmentFlag.AlignCenter))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def proposes_at(self, surface: Surface, x: float, y: float) -> bool:
        """Return whether something that is proposed stands at a point of the viewport."""
        sight = Sight(surface)
        return any(
            item.left - 2 <= x <= item.right + 2 and item.head <= y <= item.foot
            for joint in self.joints
            if joint.proposed
            for item in sight.stretches(joint.parts)
        )

    def boxes(self, surface: Surface, font: QFont) -> list[QRectF]:
        """Return the boxes of the badges: over the start of their marks, side by side where marks start together."""
        sight, metrics = Sight(surface), QFontMetricsF(font)
        rtl = surface.page.type.rtl
        placed: list[QRectF] = []
        for badge in self.badges:
            width = max(BADGE, metrics.horizontalAdvance(badge.letter) + 7)
            seen = sight.stretches(badge.parts)
            first = [item for item in seen if item.line == seen[0].line] if seen else []
            x = (max(item.right for item in first) - width if rtl else min(item.left for item in first)) if first else 0
            # Half above the letters, so that it hides as little as it can of either line.
            box = QRectF(round(x), round((first[0].head if first else -100) - BADGE * 0.45), width, BADGE)
            while any(box.intersects(other) for other in placed):
                box.translate(-(width + 1) if rtl else width + 1, 0)
            placed.append(box)
        return placed


def rounded(corners: Sequence[Point]) -> QPainterPath:
    """A path by way of these corners, each of them rounded as far as its sides allow."""
    points = [QPointF(*corner) for corner in corners]
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point on the way from a corner where its rounding begins."""
    away = other - corner
    length = max((away.x() ** 2 + away.y() ** 2) ** 0.5, 0.001)
    share = min(ROUND / length, 0.5)
    return QPointF(corner.x() + away.x() * share, corner.y() + away.y() * share)


def _outline(painter: QPainter, sight: Sight, joint: Joint) -> None:
    painter.setPen(QPen(joint.color, 1.4, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for item in sight.stretches(joint.parts):
        painter.drawRoundedRect(
            QRectF(item.left - 2, item.head, item.right - item.left + 4, item.foot - item.head), 4, 4
        )
