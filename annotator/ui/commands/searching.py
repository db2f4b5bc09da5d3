"""Searching the whole project: the texts, and who said what about whom."""

from annotator.ui.actions import Action
from annotator.ui.features import Features


def actions(features: Features) -> list[Action]:
    """Return the actions for the project's search in the edit menu."""

    return [
        Action(
            id="edit.find_in_project",
            title="Find in all articles",
            tip="Find words in all articles of the project, however they are spelt",
            icon="search",
            shortcut="Ctrl+Shift+F",
            menu="edit",
            begins_group=True,
            enabled=lambda now: now.has_project,
            run=lambda: features.project_search().open(),
        ),
        Action(
            id="edit.next_in_project",
            title="Next place in all articles",
            shortcut="F4",
            menu="edit",
            enabled=lambda now: now.found,
            run=lambda: features.project_search().step(1),
        ),
        Action(
            id="edit.previous_in_project",
            title="Previous place in all articles",
            shortcut="Shift+F4",
            menu="edit",
            enabled=lambda now: now.found,
            run=lambda: features.project_search().step(-1),
        ),
        Action(
            id="edit.statements",
            title="Who said what about whom",
            tip="All statements of an actor, or about one, over time",
            shortcut="Ctrl+Shift+W",
            menu="edit",
            enabled=lambda now: now.has_project,
            run=lambda: features.project_search().open_statements(),
        ),
    ]
