"""Find in the article: what is looked for on the page, the hits, and the one that the reader is at.

Offsets are code points. A text is folded once; the longest are folded in a worker.
"""

from bisect import bisect_left, bisect_right
from functools import cached_property

from PySide6.QtCore import QObject, QSignalBlocker, Qt

from annotator.domain.span import Range
from annotator.text.folding import Folded, fold
from annotator.ui.panels.find_bar import FindBar, Outcome, Wish
from annotator.ui.shell import Window
from annotator.ui.tasks import Tasks

LONG_CODE_POINTS = 150_000
"""Code points that take longer to fold (some 30 ms) than a window may stand still."""
MAX_QUERY_CODE_POINTS = 200
"""Code points of a selection that may be what somebody looks for."""


class Finder(QObject):
    """The search of one window; made when it is first asked for."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell.over)
        self._article = shell.article
        action = shell.registry.action
        self.bar = FindBar(action("edit.find_previous"), action("edit.find_next"))
        shell.workspace.add_below(self.bar)
        self._folded: dict[tuple[bool, bool], Folded] = {}
        self._awaited: set[tuple[bool, bool]] = set()
        self._hits: list[Range] | None = None
        self._current: int | None = None
        self._from = 0
        self._moved = True
        self._selecting = False
        self.bar.changed.connect(self._search)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        self._article.article_shown.connect(self._begin_again)
        self._article.selection_changed.connect(self._notice)
        self._article.column_changed.connect(self._align)
        self._align()

    @cached_property
    def _tasks(self) -> Tasks:
        return Tasks(self)

    @property
    def is_open(self) -> bool:
        """Return whether the bar is shown."""
        return not self.bar.isHidden()

    # What the person does

    def open(self) -> None:
        """Show the bar; a selection becomes what is looked for."""
        if self.bar.box.hasFocus():
            self.bar.box.selectAll()
            return
        self._from = self._here()
        with QSignalBlocker(self.bar):
            self.bar.open(self._selected())
        self._search()

    def step(self, by: int) -> None:
        """To the next hit (1) or the one before (-1), round the ends of the article."""
        hits = self._find()
        if not self.bar.wish.query:
            self.open()
        elif hits:
            self._go_to(hits, self._place_after(hits, by))
        else:
            # Whoever pressed a key is told why nothing happens.
            self.bar.show()
            self._show()

    def close(self) -> None:
        """Put the bar away, and the hit that the reader is at into their hands: it is selected."""
        self.bar.hide()
        self._article.set_hits(())
        if not self._moved:
            self._select()
            self._show()
        self._article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """End what runs in the worker; for the closing window."""
        tasks = self.__dict__.pop("_tasks", None)
        if tasks is not None:
            tasks.stop()

    # Searching

    def _search(self) -> None:
        """Find anew, and go to the first hit from where the reader is."""
        self._hits, self._current = None, None
        if hits := self._find():
            self._current, self._moved = bisect_left(hits, self._from, key=_start) % len(hits), False
        self._show()

    def _begin_again(self) -> None:
        """Another article: the same wish, but the reader stays where they are."""
        self._folded.clear()
        self._awaited.clear()
        self._hits, self._current, self._moved = None, None, True
        if self.is_open:
            self._find()
            self._show()

    def _find(self) -> list[Range] | None:
        """The hits of the wish; None if they have to wait for the worker."""
        wish = self.bar.wish
        if self._hits is None and (folded := self._fold(wish)) is not None:
            self._hits = folded.find(wish.query, whole=wish.whole)
        return self._hits

    def _fold(self, wish: Wish) -> Folded | None:
        """The text of the page folded for this wish; None if it will come later."""
        key = (wish.exact, wish.teh_marbuta or wish.exact)
        text = self._article.page.text
        if key not in self._folded and len(text) <= LONG_CODE_POINTS:
            self._folded[key] = fold(text, exact=wish.exact, teh_marbuta=wish.teh_marbuta)
        elif key not in self._folded and key not in self._awaited:
            self._awaited.add(key)
            self._tasks.run(lambda _: _ready(text, wish), self._take)
        return self._folded.get(key)

    def _take(self, folded: Folded) -> None:
        # Meanwhile there may be another article.
        if folded.text is self._article.page.text:
            self._folded[folded.exact, folded.teh_marbuta or folded.exact] = folded
            self._search()

    # Going about

    def _place_after(self, hits: list[Range], by: int) -> int:
        """Of the next hit or the one before: from the current one, or from where the reader went since."""
        if self._current is not None and not self._moved:
            return (self._current + by) % len(hits)
        start, end = self._article.selected_range()
        if (here := self._here()) != start:
            start = end = here
        if by > 0:
            return bisect_left(hits, end, key=_start) % len(hits)
        return (bisect_right(hits, start, key=_end) - 1) % len(hits)

    def _go_to(self, hits: list[Range], place: int) -> None:
        """Make this the current hit; who types on goes on from here."""
        self._current, self._moved = place, False
        self._from = hits[place][0]
        if self._article.hasFocus() or not self.is_open:
            self._select()
        self._show()

    def _show(self) -> None:
        """Let the page and the bar show what there is."""
        hits = self._hits or []
        self._article.set_hits(hits if self.is_open else (), self._current)
        if self._current is not None:
            self._article.ensure_visible(hits[self._current][0])
        asked = self.bar.wish.query != ""
        self.bar.tell(Outcome(len(hits) if asked else None, self._current, busy=asked and self._hits is None))

    def _select(self) -> None:
        """Select the current hit, so that it can be marked."""
        if self._current is not None and self._hits:
            self._selecting = True
            self._article.select(*self._hits[self._current])
            self._selecting = False

    def _notice(self, start: int, _end: int) -> None:
        """The reader went elsewhere."""
        if not self._selecting:
            self._from, self._moved = start, True

    def _here(self) -> int:
        """Return the place of the reader: the caret, or the top of the window if the caret is out of sight."""
        in_sight = self._article.viewport().rect().intersects(self._article.caret_rect().toRect())
        return self._article.selected_range()[0] if in_sight else self._article.top_offset()

    def _selected(self) -> str:
        """The selected text if it can be looked for, on one line."""
        start, end = self._article.selected_range()
        return " ".join(self._article.page.text[start:end].split()) if end - start <= MAX_QUERY_CODE_POINTS else ""

    def _align(self) -> None:
        """Let the bar begin and end where the column of text does."""
        article = self._article
        left = article.viewport().x() + article.column_left
        self.bar.set_column(left, article.width() - left - article.page.width)


def _ready(text: str, wish: Wish) -> Folded:
    """The text folded, with the way back that is otherwise found at the first search."""
    folded = fold(text, exact=wish.exact, teh_marbuta=wish.teh_marbuta)
    folded.source(0, 0)
    return folded


def _start(hit: Range) -> int:
    return hit[0]


def _end(hit: Range) -> int:
    return hit[1]
