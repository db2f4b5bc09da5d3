"""The registry of actors: linking a mention to an entry, the page of all entries, names in Latin letters."""

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.features import Features
from annotator.ui.scheme_ids import LINK_KEY
from annotator.ui.shell import Shell


def actions(shell: Shell, features: Features) -> list[Action]:
    """Return the actions for actors in the annotate and view menus."""
    return [
        Action(
            id="annotate.link_actor",
            title="Who is it?",
            tip="Link the mention to an actor of the registry",
            shortcut=LINK_KEY,
            menu="annotate",
            begins_group=True,
            enabled=_can_link,
            run=lambda: features.actor_link().open(),
        ),
        Action(
            id="view.actors",
            title="Actors",
            tip="All actors of the registry: correct, merge and split them",
            shortcut="Ctrl+R",
            menu="view",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=lambda: features.actor_pages().toggle(),
        ),
        Action(
            id="view.transliteration",
            title="Names in Latin letters",
            tip="Show the names of actors in Latin letters as well",
            menu="view",
            checked=lambda now: now.look.latin,
            run=lambda: toggle_latin(shell, features),
        ),
    ]


def _can_link(now: Context) -> bool:
    """Return whether the selected mark is a mention that may be linked."""
    return now.label is not None and now.label.names_actor


def toggle_latin(shell: Shell, features: Features) -> None:
    """Show names in Latin letters as well, or no more."""
    from annotator.ui.actor_words import toggle_transliteration

    toggle_transliteration()
    if shell.session is not None:
        shell.workspace.sides.restyle()
        if features.actor_pages.made is not None:
            features.actor_pages.made.follow()
