"""Going about: from article to article, from mark to mark, from pane to pane."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.actions import Action

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def actions(window: "MainWindow") -> list[Action]:
    """The navigate menu."""

    def marks() -> bool:
        return window.session is not None and bool(window.session.spans)

    return [
        Action(
            id="navigate.next_document",
            title="Next article",
            icon="next",
            shortcut="Ctrl+PgDown",
            menu="navigate",
            enabled=lambda: _can_step(window, 1),
            run=lambda: window.change(lambda session: session.step_document(1)),
        ),
        Action(
            id="navigate.previous_document",
            title="Previous article",
            icon="previous",
            shortcut="Ctrl+PgUp",
            menu="navigate",
            enabled=lambda: _can_step(window, -1),
            run=lambda: window.change(lambda session: session.step_document(-1)),
        ),
        Action(
            id="navigate.next_mark",
            title="Next mark",
            shortcut="N",
            menu="navigate",
            begins_group=True,
            enabled=marks,
            run=lambda: step_mark(window, 1),
        ),
        Action(
            id="navigate.previous_mark",
            title="Previous mark",
            shortcut="Shift+N",
            menu="navigate",
            enabled=marks,
            run=lambda: step_mark(window, -1),
        ),
        Action(
            id="navigate.article",
            title="Go to the article",
            shortcut="F6",
            menu="navigate",
            begins_group=True,
            enabled=window.has_document,
            run=lambda: window.workspace.article.setFocus(Qt.FocusReason.ShortcutFocusReason),
        ),
    ]


def _can_step(window: "MainWindow", by: int) -> bool:
    """Whether there is an article that many places further."""
    session = window.session
    return session is not None and 0 <= session.position() + by < len(session.summaries())


def step_mark(window: "MainWindow", by: int) -> None:
    """Select the next or previous mark, from the caret where none is selected."""
    if window.session is not None:
        window.session.step_mark(by, window.workspace.article.selected_range()[0])
