"""The three panes of the window, for a while a fourth beside the article, and how much room each of them gets."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from annotator.ui.interface_size import factor, px
from annotator.ui.page_stack import PageStack
from annotator.ui.settings import PANE_WIDTHS

WIDTHS_PX = (270, 372)
"""Pixels that the panes at the sides get, unless the person wants it otherwise; these and all below at usual size."""
MIN_WIDTHS_PX = (180, 358, 280)
"""Pixels that each of the three panes needs; the middle and the widest beside it fit a screen of 640."""
MIN_HEIGHT_PX = 240
"""Pixels of height that a pane at the side can do with, whatever it divides among its parts in a higher window."""
COMFORTABLE_PX = 540
"""Pixels below which the middle takes from the sides: what is read there is what the window is for."""


class Panes(QSplitter):
    """The middle holds the work; the sides keep the widths that they were given as long as it has room enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._left, self._center, self._right = _pane(), PageStack(), _pane()
        for pane in (self._left, self._center, self._right):
            self.addWidget(pane)
        self._raise_in_order()
        self._wanted: dict[QWidget, int] = dict(zip(self.panes, map(px, _stored()), strict=True))
        self._factor = factor()
        self._set_least()
        self._fitted: list[int] = []
        self._beside: QWidget | None = None
        self._by_need: list[QWidget] = [self._right, self._left]
        """The panes at the sides, those that were asked for last first: the others give way in a narrow window."""
        self._put_away: set[QWidget] = set()
        self._aside: set[QWidget] = set()
        """The panes that are hidden while the middle stands alone."""
        self.splitterMoved.connect(self._note_widths)

    def _set_least(self) -> None:
        for pane, least in zip((self._left, self._center, self._right), MIN_WIDTHS_PX, strict=True):
            pane.setMinimumWidth(px(least))

    def follow_size(self) -> None:
        """Give the panes widths that go with the size of the interface, if that has changed."""
        if self._factor == factor():
            return
        grown, self._factor = factor() / self._factor, factor()
        self._wanted = {pane: round(width * grown) for pane, width in self._wanted.items()}
        self._set_least()
        self.fit()

    @property
    def panes(self) -> tuple[QWidget, QWidget]:
        """The one at the left and the one at the right, in an English window."""
        return self._left, self._right

    @property
    def beside(self) -> QWidget | None:
        """Return the widget between the middle and the right pane."""
        return self._beside

    def shows(self, pane: QWidget) -> bool:
        """Return whether a pane is in sight."""
        return not pane.isHidden()

    def show_pane(self, pane: QWidget, shown: bool) -> None:
        """Put a pane away, or bring it back; in a narrow window another one gives way to it."""
        self._put_away ^= {pane} if (pane in self._put_away) == shown else set()
        if shown:
            self._by_need.remove(pane)
            self._by_need.insert(0, pane)
        self.fit()

    def put_beside(self, pane: QWidget) -> None:
        """Let a pane stand beside the middle, instead of another one."""
        self.take_beside()
        self._beside = pane
        self._by_need.insert(0, pane)
        self._wanted[pane] = pane.sizeHint().width()
        self.insertWidget(2, pane)
        self._raise_in_order()
        self.fit()

    def take_beside(self) -> None:
        """Take that pane away again."""
        pane, self._beside = self._beside, None
        if pane is None:
            return
        del self._wanted[pane]
        self._by_need.remove(pane)
        pane.hide()
        pane.setParent(None)
        pane.deleteLater()
        self.fit()

    def stand_alone(self, alone: bool) -> None:
        """Hide all but the middle, or bring back what was there; what the person put away before stays away."""
        self._aside = set(self._by_need) if alone else set()
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the middle and one pane beside it: the others give way."""
        widest = max((pane.minimumWidth() for pane in self._asked_for()), default=-self.handleWidth())
        width = self._center.minimumWidth() + self.handleWidth() + widest
        return QSize(width, super().minimumSizeHint().height())

    def _asked_for(self) -> list[QWidget]:
        return [pane for pane in self._by_need if pane not in self._put_away | self._aside]

    def _show_what_fits(self) -> None:
        """Hide the panes that were put away and those that find no room."""
        room = self.width() - self._center.minimumWidth()
        shown = []
        for pane in self._asked_for():
            room -= self.handleWidth() + pane.minimumWidth()
            if room < 0:
                break
            shown.append(pane)
        for pane in self._by_need:
            if pane.isHidden() == (pane in shown):
                pane.setVisible(pane in shown)

    def fit(self) -> None:
        """Give each pane in sight its width, and the middle the rest, and more of the sides where that is little."""
        self._show_what_fits()
        every = self._in_order()
        shown = [pane for pane in every if not pane.isHidden()]
        room = self.width() - (len(shown) - 1) * self.handleWidth()
        widths = {pane: self._wanted[pane] for pane in shown if pane is not self._center}
        spare = {pane: max(0, width - pane.minimumWidth()) for pane, width in widths.items()}
        lacking = px(COMFORTABLE_PX) - (room - sum(widths.values()))
        if lacking > 0 and any(spare.values()):
            share = min(1.0, lacking / sum(spare.values()))
            widths = {pane: width - round(share * spare[pane]) for pane, width in widths.items()}
        widths[self._center] = max(0, room - sum(widths.values()))
        self.setSizes([widths.get(pane, self._wanted.get(pane, 0)) for pane in every])
        self._fitted = self.sizes()

    def remember_widths(self) -> None:
        """Keep the widths of the sides for the next run."""
        PANE_WIDTHS.set([str(round(self._wanted[pane] / factor())) for pane in self.panes])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _note_widths(self) -> None:
        """The person moved a handle: what changed by it is what they want."""
        for pane, before, now in zip(self._in_order(), self._fitted, self.sizes(), strict=True):
            if pane in self._wanted and before != now and not pane.isHidden():
                self._wanted[pane] = now
        self._fitted = self.sizes()

    def _in_order(self) -> list[QWidget]:
        return [pane for place in range(self.count()) if (pane := self.widget(place)) is not None]

    def _raise_in_order(self) -> None:
        """A splitter puts each new pane below the others, and screen readers go from the lowest to the highest."""
        for part in (*self._in_order(), *map(self.handle, range(self.count()))):
            part.raise_()


def _stored() -> tuple[int, int]:
    """The widths of the last run, where they are still to be read."""
    stored = PANE_WIDTHS.get()
    if len(stored) != 2 or not all(width.isdecimal() and len(width) < 6 for width in stored):
        return WIDTHS_PX
    left, right = map(int, stored)
    return max(left, MIN_WIDTHS_PX[0]), max(right, MIN_WIDTHS_PX[2])


def _pane() -> QFrame:
    """Room beside the middle, in the colour of what will stand there."""
    pane = QFrame()
    pane.setAutoFillBackground(True)
    pane.setMinimumHeight(MIN_HEIGHT_PX)
    return pane
