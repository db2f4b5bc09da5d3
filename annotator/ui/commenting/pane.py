"""The pane of comments: its filter, the threads, the chosen one, and the field in which one writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.domain.comment import ThreadKind
from annotator.domain.scheme import Scheme
from annotator.services.threads import PlacedThread
from annotator.ui.commenting.composer import Aim, Composer
from annotator.ui.commenting.thread_card import ThreadCard
from annotator.ui.commenting.thread_list import ThreadList
from annotator.ui.i18n import Phrase, phrase, tr, tr_n
from annotator.ui.panels.pane_beside import PaneBeside, scrolled
from annotator.ui.panels.segment_place import SegmentPlace

if TYPE_CHECKING:
    from annotator.domain.comment import Comment

WIDTH_PX = 340
KINDS: dict[ThreadKind, Phrase] = {
    "open": phrase("Open"),
    "resolved": phrase("Resolved"),
    "mine": phrase("Mine"),
    "mentions": phrase("Mentioning me"),
}
CARD_PX = 150
"""Pixels that the chosen thread is high at least."""


class CommentPane(PaneBeside):
    """Widgets alone: the feature says what they show, and writes.

    `closed`: Esc or the cross. `kind` and `everywhere` are the filter.
    """

    filtered = Signal()

    def __init__(self, me: str, scheme: Scheme, *, writable: bool) -> None:
        super().__init__("comments", WIDTH_PX)
        self._me, self._writable = me, writable
        self.kind: ThreadKind = "open"
        self.everywhere = False
        self._all: list[PlacedThread] = []
        self._scopes, self._kinds = SegmentPlace(), SegmentPlace()
        self._scopes.chosen.connect(lambda key: self._filter(everywhere=key == "project"))
        self._kinds.chosen.connect(lambda key: self._filter(next(one for one in KINDS if one == key)))
        self.list = ThreadList()
        self.list.rows.scheme = scheme
        self.card = ThreadCard()
        self._scroll = scrolled(self.card, CARD_PX)
        self.composer = Composer()
        self._arrange()
        self.composer.setVisible(writable)
        self.list.chosen.connect(self._show_card)
        self.retranslate()

    def _arrange(self) -> None:
        self.lines.addWidget(self._scopes)
        self.lines.addWidget(self._kinds)
        self.lines.addWidget(self.none)
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self._scroll, 1)
        self.lines.addWidget(self.composer)

    # What it shows

    def show_threads(self, threads: list[PlacedThread]) -> None:
        """Show those of these threads that the filter leaves; the chosen one stays chosen while it is there."""
        self._all = threads
        self._refilter()

    def show_waiting(self) -> None:
        """Say that the threads are being read."""
        self.none.setText(tr("Reading the comments…"))
        self.none.show()

    def choose(self, thread: PlacedThread) -> None:
        """Choose a thread, if need be by another filter."""
        if not thread.thread.fits(self.kind, self._me):
            self._filter(kind="open" if thread.thread.is_open else "resolved")
        self.list.choose(thread.thread.first.id)
        self._show_card()

    @property
    def chosen(self) -> PlacedThread | None:
        """Return the thread that is chosen."""
        return self.list.current_row

    @property
    def shown(self) -> list[PlacedThread]:
        """Return the threads that the filter leaves, in the order of the list."""
        return list(self.list.rows.items)

    def _refilter(self) -> None:
        held = self.chosen
        self.list.rows.everywhere = self.everywhere
        found = [one for one in self._all if one.thread.fits(self.kind, self._me)]
        self.list.show_threads(found, held.thread.first.id if held is not None else "")
        self.none.setVisible(not found)
        self.none.setText(self._nothing())
        self.say_title(tr_n("{n} threads", len(found)))
        self._show_card()

    def _nothing(self) -> str:
        return {
            "open": tr("No open comments. Select a mark or words and write below; with neither, on the article."),
            "resolved": tr("No resolved comments."),
            "mine": tr("You have written no comments."),
            "mentions": tr("Nobody mentions you."),
        }[self.kind]

    def _show_card(self) -> None:
        thread = self.chosen
        self._scroll.setVisible(thread is not None)
        if thread is not None:
            self.card.show_thread(thread, self._me, writable=self._writable)
            if self.composer.aim.changes is None:
                self.composer.aim_at(Aim(document_id=thread.document_id, reply_to=thread.thread.first.id))

    def edit(self, comment: "Comment") -> None:
        """Let a comment be put in other words."""
        self.composer.begin(Aim(document_id=comment.document_id, changes=comment.id), comment.text)
        self.composer.field.setFocus()

    # The filter

    def _filter(self, kind: ThreadKind | None = None, everywhere: bool | None = None) -> None:
        self.kind = kind or self.kind
        changed = everywhere is not None and everywhere != self.everywhere
        self.everywhere = self.everywhere if everywhere is None else everywhere
        self._say_filters()
        if changed:
            self.list.show_threads([], "")
            self.filtered.emit()
        else:
            self._refilter()

    def set_filter(self, kind: ThreadKind, *, everywhere: bool, threads: list[PlacedThread]) -> None:
        """Show these threads from now on, as far as they are of this kind."""
        self.kind, self.everywhere = kind, everywhere
        self._say_filters()
        self.show_threads(threads)

    def _say_filters(self) -> None:
        scopes = [("article", tr("This article")), ("project", tr("All articles"))]
        self._scopes.show_choices(tr("Where comments are from"), scopes, "project" if self.everywhere else "article")
        kinds = [(one, title()) for one, title in KINDS.items()]
        self._kinds.show_choices(tr("Which comments"), kinds, self.kind)

    # How it speaks

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Comments"))
        self.list.setAccessibleName(tr("Threads"))
        self.say_close(tr("Close the comments"))
        self._say_filters()
        self.composer.retranslate()
        self._refilter()
