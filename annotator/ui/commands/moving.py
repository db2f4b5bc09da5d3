"""Going about: from article to article, from mark to mark, from pane to pane."""

from collections.abc import Sequence

from annotator.ui.actions import Action
from annotator.ui.feature import WindowFeature
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell, Window


class Moving(WindowFeature):
    """Leads from article to article, from mark to mark and from pane to pane."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="navigate.next_document",
                title="Next article",
                icon="next",
                shortcut="Ctrl+PgDown",
                more_keys=("Alt+Down",),
                menu="navigate",
                enabled=lambda now: 0 <= now.position + 1 < now.documents,
                run=lambda: self.shell.change(lambda session: session.step_document(1)),
            ),
            Action(
                id="navigate.previous_document",
                title="Previous article",
                icon="previous",
                shortcut="Ctrl+PgUp",
                more_keys=("Alt+Up",),
                menu="navigate",
                enabled=lambda now: 0 <= now.position - 1 < now.documents,
                run=lambda: self.shell.change(lambda session: session.step_document(-1)),
            ),
            Action(
                id="navigate.next_mark",
                title="Next mark",
                shortcut="N",
                menu="navigate",
                begins_group=True,
                enabled=lambda now: now.has_document and now.marks > 0,
                run=lambda: step_mark(self.shell, 1),
            ),
            Action(
                id="navigate.previous_mark",
                title="Previous mark",
                shortcut="Shift+N",
                menu="navigate",
                enabled=lambda now: now.has_document and now.marks > 0,
                run=lambda: step_mark(self.shell, -1),
            ),
            Action(
                id="navigate.mark_here",
                title="Mark at the caret",
                tip="Select the mark at the caret; again, the next one out (in the article: {Enter})",
                shortcut="Ctrl+M",
                menu="navigate",
                enabled=lambda now: now.has_document and now.marks > 0,
                run=lambda: self.shell.article.choose_mark_at_caret(),
            ),
            Action(
                id="navigate.next_unmarked",
                title="Next unmarked sentence",
                shortcut="F7",
                menu="navigate",
                enabled=lambda now: now.has_document,
                run=lambda: step_unmarked(self.shell, 1),
            ),
            Action(
                id="navigate.previous_unmarked",
                title="Previous unmarked sentence",
                shortcut="Shift+F7",
                menu="navigate",
                enabled=lambda now: now.has_document,
                run=lambda: step_unmarked(self.shell, -1),
            ),
            Action(
                id="navigate.next_pane",
                title="Next pane",
                shortcut="F6",
                menu="navigate",
                begins_group=True,
                run=lambda: step_pane(self.shell, forward=True),
            ),
            Action(
                id="navigate.previous_pane",
                title="Previous pane",
                shortcut="Shift+F6",
                menu="navigate",
                run=lambda: step_pane(self.shell, forward=False),
            ),
        ]


def step_pane(shell: Window, forward: bool) -> None:
    """Bring the focus to the next pane or the one before."""
    from annotator.ui import focus_order

    focus_order.step_pane(shell, forward)


def step_mark(shell: Shell, by: int) -> None:
    """Select the next or previous mark, from the caret where none is selected, and put the caret there."""
    session, article = shell.session, shell.article
    if session is None:
        return
    start, end = article.selected_range()
    session.step_mark(by, start)
    # Text that is selected may be meant for the mark that is sought.
    if session.selected is not None and start == end:
        article.select(session.selected.start, session.selected.start)


def step_unmarked(shell: Shell, by: int) -> None:
    """Select the next or previous sentence that no mark touches; a caret's own sentence counts as the next one."""
    session, article = shell.session, shell.article
    if session is None:
        return
    from annotator.text import steps
    from annotator.text.sentences import sentence_at

    text, marked = article.page.text, [part for span in session.spans for part in span.parts]
    start, end = article.selected_range()
    if by > 0:
        found = steps.unmarked_after(text, marked, start + 1 if start < end else sentence_at(text, start)[0])
    else:
        found = steps.unmarked_before(text, marked, start)
    if found is not None:
        session.select(None)
        article.select(*found)
        # The whole sentence, or as much of it as there is room for.
        article.ensure_visible(found[1] - 1)
        article.ensure_visible(found[0])
    elif by > 0:
        shell.messages.tell("info", tr("From here on, every sentence is touched by a mark."))
    else:
        shell.messages.tell("info", tr("Up to here, every sentence is touched by a mark."))
