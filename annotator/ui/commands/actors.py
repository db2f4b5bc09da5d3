"""The registry of actors: linking a mention to an entry, the page of all entries, names in Latin letters."""

from typing import TYPE_CHECKING

from annotator.ui.actions import Action

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

LINK_KEY = "I"
"""I, as in *identify*: the schemes leave it to the program."""


def actions(window: "MainWindow") -> list[Action]:
    """What the annotate and view menus have for actors."""
    return [
        Action(
            id="annotate.link_actor",
            title="Who is it?",
            tip="Link the mention to an actor of the registry",
            shortcut=LINK_KEY,
            menu="annotate",
            begins_group=True,
            enabled=lambda: can_link(window),
            run=lambda: window.actor_link.open(),
        ),
        Action(
            id="view.actors",
            title="Actors",
            tip="All actors of the registry: correct, merge and split them",
            shortcut="Ctrl+R",
            menu="view",
            begins_group=True,
            enabled=lambda: window.session is not None,
            run=lambda: window.actor_pages.toggle(),
        ),
        Action(
            id="view.transliteration",
            title="Names in Latin letters",
            tip="Show the names of actors in Latin letters as well",
            menu="view",
            checked=_is_on,
            run=lambda: toggle_latin(window),
        ),
    ]


def can_link(window: "MainWindow") -> bool:
    """Whether the selected mark is a mention that may be linked."""
    session = window.session
    if session is None or session.selected is None or not window.has_document() or not window.can_write():
        return False
    return session.scheme.label(session.selected.label).names_actor


def _is_on() -> bool:
    # The words of actors have no part in a start of the program.
    from annotator.ui.settings import TRANSLITERATION

    return TRANSLITERATION.get()


def toggle_latin(window: "MainWindow") -> None:
    """Show names in Latin letters as well, or no more."""
    from annotator.ui.actors.words import toggle_transliteration

    toggle_transliteration()
    if window.session is not None:
        window.workspace.sides.restyle()
        if "actor_pages" in window.__dict__:
            window.actor_pages.follow()
