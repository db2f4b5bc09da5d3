"""The context: one value, computed once a change, of what is open, shown and selected; it decides what may be done."""

from typing import Literal

import msgspec

from annotator.domain.annotator import Status
from annotator.domain.document import Document
from annotator.domain.scheme import Label, RelationType, Scheme
from annotator.domain.span import Span

RoomKey = Literal["project", "article", "review", "agreement", "publish"]
"""The rooms of the window, in the order of their work."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """The arrangement of the window, as far as menus show a tick for it."""

    focus: bool = False
    """Only the page is shown."""
    panes: tuple[bool, bool] = (True, True)
    details: bool = False
    tags: bool = False
    letters: bool = False
    frames: bool = False
    readings: bool = False
    """Readings of others are on the page."""
    guidelines: bool = False
    comments: bool = False
    history: bool = False
    feedback: bool = False
    latin: bool = False
    theme: str = ""
    """The choice of colours: a theme, or that of the system."""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `Action.enabled` and `Action.checked` may ask, and the hint line. Offsets are code points."""

    scheme: Scheme | None = None
    """None without a project."""
    writable: bool = False
    can_undo: bool = False
    can_redo: bool = False
    document: Document | None = None
    """The article on the page, also where another page covers it."""
    room: RoomKey = "article"
    covered: bool = False
    """Another room, or another page in the article's place, hides the article."""
    status: Status = "todo"
    position: int = -1
    documents: int = 0
    several_read: bool = False
    """More than one of people and gold have a reading of something: only then there is something to compare."""
    selection: tuple[int, int] = (0, 0)
    selected: Span | None = None
    pointed: Span | None = None
    marks: int = 0
    suggestions: int = 0
    proposal: bool = False
    threads: int = 0
    """Threads of comments on the article."""
    thread: bool = False
    """One of them is chosen."""
    outcome: bool = False
    """A mark is chosen in the feedback on mine."""
    found: bool = False
    """The search in all articles has places to go to."""
    look: Look = Look()

    @property
    def has_project(self) -> bool:
        """Return whether a project is open."""
        return self.scheme is not None

    @property
    def has_document(self) -> bool:
        """Return whether an article is in sight."""
        return self.document is not None and not self.covered

    @property
    def can_mark(self) -> bool:
        """Return whether an article is in sight that takes marks."""
        return self.has_document and self.writable

    @property
    def has_mark(self) -> bool:
        """Return whether a mark is selected, on an article that is in sight."""
        return self.selected is not None and not self.covered

    @property
    def can_change_mark(self) -> bool:
        """Return whether the selected mark takes changes."""
        return self.has_mark and self.writable

    @property
    def text(self) -> str:
        """The text that is selected in the article, also where another page covers it."""
        start, end = self.selection
        return "" if self.document is None else self.document.text[start:end]

    @property
    def can_delete_mark(self) -> bool:
        """Return whether Del deletes the selected mark: not while words are selected, for those are looked at."""
        return self.can_change_mark and not self.text

    @property
    def label(self) -> Label | None:
        """The label of the selected mark, if the mark may be changed."""
        if self.scheme is None or self.selected is None or not self.can_change_mark:
            return None
        return self.scheme.label(self.selected.label)

    def can_link(self, kind: RelationType) -> bool:
        """Return whether the selected mark may be linked by this relation."""
        return self.label is not None and self.label.key in kind.from_
