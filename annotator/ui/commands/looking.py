"""How the window looks: language, colours, size of the text."""

from typing import TYPE_CHECKING

from annotator.ui.actions import Action
from annotator.ui.article.surface import USUAL
from annotator.ui.i18n import choose_language, language, tr
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def actions(window: "MainWindow") -> list[Action]:
    """The view menu."""
    return [
        Action(
            id="view.language",
            title=lambda: tr("Show the window in Arabic") if language() == "en" else tr("Show the window in English"),
            icon="language",
            shortcut="Ctrl+Shift+L",
            menu="view",
            toolbar=True,
            begins_group=True,
            run=lambda: choose_language("ar" if language() == "en" else "en"),
        ),
        Action(
            id="view.theme",
            title=lambda: tr("Dark colours") if themes().theme.name == "light" else tr("Light colours"),
            icon="theme",
            shortcut="Ctrl+Shift+D",
            menu="view",
            toolbar=True,
            run=lambda: themes().choose("dark" if themes().theme.name == "light" else "light"),
        ),
        Action(
            id="view.theme_of_system",
            title="Follow the system's colours",
            menu="view",
            checked=lambda: themes().choice == "system",
            run=lambda: themes().choose("system"),
        ),
        Action(
            id="view.text_larger",
            title="Larger text",
            shortcut="Ctrl+=",
            menu="view",
            begins_group=True,
            run=lambda: resize_text(window, 1),
        ),
        Action(
            id="view.text_smaller",
            title="Smaller text",
            shortcut="Ctrl+-",
            menu="view",
            run=lambda: resize_text(window, -1),
        ),
        Action(
            id="view.text_reset",
            title="Text in its usual size",
            shortcut="Ctrl+0",
            menu="view",
            run=lambda: resize_text(window, 0),
        ),
    ]


def resize_text(window: "MainWindow", step: int) -> None:
    """The article's text one point larger or smaller; 0: as large as it comes."""
    article = window.workspace.article
    article.set_text_size(article.text_size() + step if step else USUAL)
