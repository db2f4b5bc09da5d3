"""Comments on marks, passages and articles: writing, answering, walking, resolving, and signs where they are."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.errors import MusnadError
from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.context import Context
from annotator.ui.feature import WindowFeature
from annotator.ui.session import Session
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.domain.comment import Comment, ThreadKind
    from annotator.services.threads import PlacedThread
    from annotator.ui.commenting.composer import Aim
    from annotator.ui.commenting.pane import CommentPane

READ_AFTER_MS = 40
"""Milliseconds after which comments are read: whoever opens an article waits for the page alone."""


class Commenting(WindowFeature):
    """Keeps the threads of the article on the page, and the pane that shows them."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.threads: list[PlacedThread] = []
        """The threads on the article on the page, in reading order."""
        self._pane: CommentPane | None = None
        self._filter: tuple[ThreadKind, bool] = "open", False
        self._draft: tuple[Aim, str] | None = None
        self._due = self._going = False

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.comments",
                title="Comments",
                tip="What was said about this article and its marks, beside it",
                shortcut="Ctrl+Shift+K",
                menu="view",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.comments,
                run=self.toggle,
            ),
            Action(
                id="comment.add",
                title="Comment…",
                tip="Say something about the selected mark or words, or else the article; @ names a colleague",
                shortcut="Ctrl+Shift+M",
                menu="annotate",
                begins_group=True,
                enabled=lambda now: now.can_mark,
                run=self.write,
            ),
            Action(
                id="comment.resolve",
                title="Resolve or reopen the comment",
                shortcut="Ctrl+F5",
                menu="annotate",
                enabled=lambda now: now.thread and now.can_mark,
                run=self.resolve,
            ),
            Action(
                id="comment.next",
                title="Next comment",
                shortcut="F5",
                menu="navigate",
                submenu="comments",
                begins_group=True,
                enabled=_has_threads,
                run=lambda: self.step(1),
            ),
            Action(
                id="comment.previous",
                title="Previous comment",
                shortcut="Shift+F5",
                menu="navigate",
                submenu="comments",
                enabled=_has_threads,
                run=lambda: self.step(-1),
            ),
            Action(
                id="comment.mentions",
                title="Comments that mention me",
                tip="In all articles, the newest first",
                menu="navigate",
                submenu="comments",
                enabled=lambda now: now.has_project,
                run=self.show_mentions,
            ),
        ]

    def add_to(self, now: Context) -> Context:
        threads, is_chosen = self._known
        return replace(now, threads=threads, thread=is_chosen, look=replace(now.look, comments=self.pane is not None))

    @property
    def _known(self) -> tuple[int, bool]:
        """Return how many threads there are, and whether one is chosen."""
        return len(self.threads), self.pane is not None and self.pane.chosen is not None

    # Its life

    def attach(self) -> None:
        self.shell.article.sign_clicked.connect(self._open_sign)
        self.shell.workspace.text_selection_changed.connect(self._follow_selection)

    def start(self, session: Session) -> None:
        session.document_shown.connect(self._turn_over)
        session.marks_changed.connect(self._follow_marks)
        session.comments_changed.connect(self._read_soon)
        session.selection_changed.connect(self._follow_selection)
        self._read_soon()

    def stop(self) -> None:
        self.threads, self._pane, self._draft = [], None, None
        self._filter = "open", False

    # What there is

    @property
    def pane(self) -> "CommentPane | None":
        """Return the pane, while it stands beside the article."""
        return self._pane if self._pane is not None and self.shell.beside is self._pane else None

    def _turn_over(self) -> None:
        """Another article is on the page: nothing is known of it until it is read."""
        self.threads = []
        self._read_soon()

    def _read_soon(self) -> None:
        if not self._due:
            self._due = True
            after_painting(READ_AFTER_MS, self.shell.over, self._read)

    def _follow_marks(self) -> None:
        """A mark was moved, or is gone: what was said about it has another place."""
        if self.threads:
            self._read_soon()

    def _read(self) -> None:
        """Read what was said about the article on the page, and how much about each."""
        self._due = False
        session, before = self.shell.session, self._known
        if session is None:
            return
        document = session.document
        self.threads = [] if document is None else session.project.threads(document.id)
        self._show_signs(session)
        if (pane := self.pane) is not None:
            self._fill(pane)
        if self._known != before:
            self.shell.registry.touch()

    def _show_signs(self, session: Session) -> None:
        from annotator.ui.commenting.signs import signs_of

        open_ = [one for one in self.threads if one.thread.is_open]
        self.shell.article.set_signs("comments", signs_of(open_, session.scheme))
        sides = self.shell.workspace.sides
        commented = frozenset(one.thread.first.span_id for one in open_ if one.thread.first.span_id is not None)
        sides.marks.rows.show_comments(commented)
        sides.documents.rows.show_comments(session.project.open_threads())

    # The pane

    def toggle(self) -> None:
        """Let the comments stand beside the article, or take them away."""
        if self.pane is None:
            self._open().list.setFocus()
        else:
            self.shell.take_beside()
            self.shell.article.setFocus()

    def _open(self) -> "CommentPane":
        if (held := self.pane) is not None:
            return held
        from annotator.ui.commenting.pane import CommentPane

        project = self.session.project
        pane = self._pane = CommentPane(project.annotator, self.session.scheme, writable=not project.read_only)
        pane.composer.set_people([one.handle for one in project.annotators() if one.kind == "person"])
        pane.set_filter(self._filter[0], everywhere=self._filter[1], threads=[])
        if self._draft is not None:
            pane.composer.begin(*self._draft)
        else:
            pane.composer.begin(self._aim())
        self._connect(pane)
        self.shell.put_beside(pane)
        self._fill(pane)
        self.shell.registry.touch()
        return pane

    def _connect(self, pane: "CommentPane") -> None:
        pane.closed.connect(self.toggle)
        pane.filtered.connect(partial(self._fill, pane))
        pane.list.chosen.connect(self._look_at)
        pane.list.opened.connect(self._go_to)
        pane.list.selectionModel().currentChanged.connect(lambda *_: self.shell.registry.touch())
        pane.card.opened.connect(partial(self._go_to_chosen, pane))
        pane.card.resolve_asked.connect(self.resolve)
        pane.card.edit_asked.connect(pane.edit)
        pane.card.delete_asked.connect(self._delete)
        pane.composer.sent.connect(self._send)
        pane.composer.given_up.connect(self._give_up)
        pane.composer.field.textChanged.connect(self._keep_draft)

    def _fill(self, pane: "CommentPane") -> None:
        """Show the threads that the pane asks for; those of all articles are read in the background."""
        self._filter = pane.kind, pane.everywhere
        if not pane.everywhere:
            pane.show_threads(self.threads)
            return
        project = self.session.project

        def done(found: "list[PlacedThread]") -> None:
            if self.pane is pane and pane.everywhere:
                pane.show_threads(found)

        pane.show_waiting()
        self.shell.tasks.run(lambda _: project.threads(), done, quiet=True)

    def show_mentions(self) -> None:
        """List the threads in which I am mentioned, of all articles."""
        self.shell.rooms.enter("article")
        pane = self._open()
        pane.set_filter("mentions", everywhere=True, threads=[])
        self._fill(pane)
        pane.list.setFocus()

    # Going there

    def step(self, by: int) -> None:
        """Choose the next thread on the article, or the one before, of those that the pane shows; and go there."""
        pane = self._open()
        shown = pane.shown if not pane.everywhere else self.threads
        if not shown:
            kind: ThreadKind = "open" if any(one.thread.is_open for one in self.threads) else "resolved"
            pane.set_filter(kind, everywhere=False, threads=self.threads)
            shown = pane.shown
        ids = [one.thread.first.id for one in shown]
        chosen = pane.chosen.thread.first.id if pane.chosen is not None else ""
        place = (ids.index(chosen) + by) % len(ids) if chosen in ids else 0 if by > 0 else -1
        pane.choose(shown[place])
        self._go_to(shown[place])

    def _look_at(self, placed: "PlacedThread") -> None:
        """Show a thread that was walked to, where that turns no page."""
        document = self.session.document
        if document is not None and placed.document_id == document.id:
            self._go_to(placed)

    def _go_to(self, placed: "PlacedThread") -> None:
        """Show what a thread is about."""
        session, article = self.session, self.shell.article
        self._going = True
        try:
            if session.document is None or session.document.id != placed.document_id:
                session.show(placed.document_id)
            article.clear_selection()
            session.select(placed.thread.first.span_id)
            if session.chosen is None and placed.parts:
                article.select(placed.parts[0][0], placed.parts[-1][1])
            if placed.parts:
                article.ensure_visible(placed.parts[0][0])
        finally:
            self._going = False

    def _go_to_chosen(self, pane: "CommentPane") -> None:
        if pane.chosen is not None:
            self._go_to(pane.chosen)

    def _open_sign(self, comment_id: str) -> None:
        found = next((one for one in self.threads if one.thread.first.id == comment_id), None)
        if found is not None:
            pane = self._open()
            pane.set_filter("open", everywhere=False, threads=self.threads)
            pane.choose(found)
            self._go_to(found)

    def _follow_selection(self) -> None:
        """Let what is selected now be what a comment is about; choose what was said about it."""
        pane = self.pane
        if pane is None or self._going or self.shell.session is None:
            return
        pane.composer.aim_at(self._aim())
        chosen = self.session.chosen
        about = next((one for one in pane.shown if chosen and one.thread.first.span_id == chosen.id), None)
        if about is not None:
            pane.choose(about)

    # Writing

    def _aim(self) -> "Aim":
        """Return what a new comment would be about: the selected words, else the selected mark, else the article."""
        from annotator.services.taking_back import shortened
        from annotator.ui.commenting.composer import Aim

        session = self.session
        document, span = session.document, session.chosen
        if document is None:
            return Aim()
        start, end = self.shell.article.selected_range()
        if start < end:
            return Aim(document_id=document.id, part=(start, end), quote=shortened(document.text[start:end]))
        if span is not None:
            return Aim(document_id=document.id, span_id=span.id, quote=shortened(span.quote(document.text)))
        return Aim(document_id=document.id)

    def write(self) -> None:
        """Begin a comment on what is selected; what was written already is kept."""
        aim = self._aim()
        pane = self._open()
        held = pane.composer
        held.begin(aim, "" if held.aim.changes else held.text)
        held.field.setFocus()

    def _keep_draft(self) -> None:
        if (pane := self.pane) is not None:
            held = pane.composer
            self._draft = (held.aim, held.text) if held.text.strip() else None

    def _send(self, text: str) -> None:
        pane, project = self._open(), self.session.project
        aim = pane.composer.aim
        try:
            if aim.changes is not None:
                said = project.update_comment(aim.changes, text)
            elif aim.reply_to is not None:
                said = project.comment(aim.document_id, text, reply_to=aim.reply_to)
            else:
                said = project.comment(aim.document_id, text, span_id=aim.span_id, parts=aim.part)
        except MusnadError as error:
            # What was written stays in the field.
            self.shell.tell_error(error)
            return
        self._draft = None
        self._read()
        pane.composer.begin(self._aim())
        found = next((one for one in self.threads if said in one.thread.comments), None)
        if found is not None and not pane.everywhere:
            pane.choose(found)

    def _give_up(self) -> None:
        pane = self.pane
        if pane is not None:
            self._draft = None
            pane.composer.begin(self._aim())
            self.shell.article.setFocus()

    def _delete(self, comment: "Comment") -> None:
        self.session.project.delete_comment(comment.id)

    def resolve(self) -> None:
        """Close the chosen thread, or open it again."""
        pane = self.pane
        if pane is not None and pane.chosen is not None:
            thread = pane.chosen.thread
            self.session.project.resolve_comment(thread.first.id, is_open=not thread.is_open)


def _has_threads(now: Context) -> bool:
    return now.has_document and now.threads > 0
