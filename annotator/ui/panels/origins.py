"""The origins of an article: publisher, day, and an address that is shown and never fetched."""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.domain.document import Direction, Origin
from annotator.ui.i18n import MOST_SHOWN, date, isolate, tip, tr
from annotator.ui.panels.painting import draw_line, leading
from annotator.ui.theme import themes
from annotator.visible import clipped

WEB = ("http", "https")
"""The only addresses that are handed to the browser: an article's origin must not run anything else."""


def origin_lines(origin: Origin) -> QWidget:
    """Return the lines of an origin: publisher, day, and an address that is shown and never fetched."""
    box = QFrame()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    known = (
        isolate(origin.publisher) if origin.publisher else "",
        isolate(origin.author) if origin.author else "",
        date(origin.published) if origin.published else "",
        tr("file {name}", name=origin.path) if origin.path else "",
    )
    if any(known):
        lines.addWidget(line(" · ".join(filter(None, known))))
    if origin.url:
        lines.addWidget(_address(origin.url))
    return box


def line(text: str) -> QLabel:
    """Words that can be selected, broken where the window is narrow."""
    label = QLabel(leading(text), wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Address(QToolButton):
    """An address in one line that gives way; a click opens it in the browser, if that is what it is for."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.setObjectName("origin_address")
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._url = clipped(url, MOST_SHOWN)
        opens = QUrl(url).scheme().lower() in WEB
        self.setEnabled(opens)
        told = tr("Open {url} in the browser", url=url) if opens else isolate(url)
        self.setToolTip(tip(told))
        self.setAccessibleName(told)
        self.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._url) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        font = QFont(self.font())
        font.setUnderline(self.isEnabled() and self.underMouse())
        side: Direction = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        color = theme.color("accent" if self.isEnabled() else "dim")
        with QPainter(self) as painter:
            if self.hasFocus():
                painter.setPen(theme.color("focus"))
                painter.drawRoundedRect(box, 4, 4)
            draw_line(painter, box, self._url, font, color, "ltr", side)


def _address(url: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(6)
    across.addWidget(Address(url), 1)
    copy = QToolButton()
    copy.setObjectName("origin_copy")
    copy.setProperty("flat", True)
    copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    copy.setText(tr("Copy link"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(url))
    across.addWidget(copy)
    return row
